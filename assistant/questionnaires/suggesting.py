"""Further questions for a requirement, proposed by a language model and admitted by code.

What the model writes is a list of lines. A line becomes a question only if the wording check finds no fault
in it, or in its rewording, and if the plan does not ask the same already. It is marked as the model's.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.errors import NotFound
from assistant.language import ChatModel, Embedder, Prompt, read_prompt
from assistant.questionnaires.joining import same
from assistant.questionnaires.plan import Asker, Plan, Question
from assistant.questionnaires.templates import TOPICS, Requirement, Templates
from assistant.wording import check

MOST = 5
LONGEST_LINE = 300
MINUTES = 3.0

_BULLET = re.compile(r"^\s*(?:[-*•]|\(?\d{1,2}[.)])\s*")
_ASKING = re.compile(r"\?\s*$|^\s*(please|describe|tell|name|list|explain|draw)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was admitted, for the section of that title, and the reasons for each line that was not."""

    section: str
    questions: tuple[Question, ...]
    refused: tuple[str, ...]


def questions_prompt(prompts: Path) -> Prompt:
    """The prompt for proposing questions; raises BadContent when the file is not as it should be."""
    return read_prompt(prompts / "questions.md", ("requirement", "subject", "asked_already"))


def suggest(
    plan: Plan,
    agency: str,
    requirement: str,
    templates: Templates,
    model: ChatModel,
    prompt: Prompt,
    embedder: Embedder,
    cancelled: threading.Event | None = None,
) -> Suggested:
    """Ask the model for questions that serve a requirement of an agency.

    Raises:
        NotFound: there is no such agency or requirement.
        ModelUnavailable: the model did not answer; the plan is as it was.
    """
    of = templates.agency(agency)
    wanted = next((each for each in of.requirements if each.id == requirement), None)
    if wanted is None:
        raise NotFound("There is no such requirement. Build the plan again.")
    every = [*plan.questions, *(left.question for left in plan.left_for_later)]
    served = [q.wording for q in every if requirement in {asker.requirement for asker in q.askers}]
    messages = prompt.messages(
        requirement=wanted.needs,
        subject=yaml.safe_dump(dict(plan.subject), allow_unicode=True, sort_keys=False) or "nothing is known",
        asked_already="\n".join(served) or "nothing yet",
    )
    text = "".join(model.stream(messages, cancelled))
    return _admitted(_lines(text), every, of.id, wanted, embedder)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        plain = " ".join(_BULLET.sub("", line).split()).strip('"“” ')
        if plain and len(plain) <= LONGEST_LINE and _ASKING.search(plain):
            yield plain


def _admitted(
    lines: Iterator[str],
    every: Sequence[Question],
    agency: str,
    requirement: Requirement,
    embedder: Embedder,
) -> Suggested:
    numbers = [int(q.id.removeprefix("MODEL.")) for q in every if q.id.startswith("MODEL.")]
    next_number = max(numbers, default=0) + 1
    known = [question.wording for question in every]
    taken: list[Question] = []
    refused: list[str] = []
    for line in lines:
        checked = check(line)
        wording = line if not checked.faults else checked.rewording
        if not wording or "\n" in wording:
            refused.append(f"badly worded ({', '.join(fault.kind for fault in checked.faults)})")
        elif _asked_already(wording, known, embedder):
            refused.append("asked already")
        elif len(taken) == MOST:
            refused.append("more than are offered at once")
        else:
            id = f"MODEL.{next_number + len(taken)}"
            asker = Asker(agency, requirement.id, requirement.needs, id, wording)
            taken.append(
                Question(
                    id=id,
                    wording=wording,
                    kind="open",
                    minutes=MINUTES,
                    priority=requirement.priority,
                    askers=(asker,),
                    citations=requirement.citations,
                    origin="model",
                    locked=True,
                )
            )
            known.append(wording)
    return Suggested(TOPICS[requirement.topic], tuple(taken), tuple(refused))


def _asked_already(wording: str, known: Sequence[str], embedder: Embedder) -> bool:
    near = embedder.encode(known) @ embedder.encode_question(wording)
    return any(same(wording, each, float(cosine)) for each, cosine in zip(known, near, strict=True))
