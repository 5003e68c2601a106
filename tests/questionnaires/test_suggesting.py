"""A model may propose questions; code decides which of them are admitted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import ModelUnavailable, NotFound
from assistant.questionnaires import Plan, Suggested, Wanted, editing, profile_of, questions_prompt, suggest
from assistant.wiring import Assistant
from assistant.wording import check

PROPOSED = """\
Here are some questions:
1. Which forms of address did officers of different ranks use with one another?
2. So you met the naval attaché in Stockholm, didn't you?
3. If you do not tell us, we will send you back. Who was the captain?
- {asked}
Where did the ship take on water, and who paid for it?
"""


@pytest.fixture
def plan(assistant: Assistant) -> Plan:
    profile = profile_of({"post": "second mate of a timber carrier"}, date(2026, 1, 1))
    return assistant.planner.build(Wanted(profile, ("NAVY",), "full debrief", 240, 2))


def proposed(
    model_server: Any, tmp_path: Path, plan: Plan, text: str, manner: str = "plain"
) -> tuple[Suggested, Assistant]:
    assistant = Assistant(model_server.settings(text, manner, data=tmp_path))
    requirement = next(q.requirement for q in plan.questions if q.askers)
    assert assistant.model is not None
    return (
        suggest(
            plan,
            "NAVY",
            requirement,
            assistant.planner.templates,
            assistant.model,
            questions_prompt(assistant.settings.prompts),
            assistant.embedder,
        ),
        assistant,
    )


def test_only_sound_new_questions_are_admitted_and_marked(
    model_server: Any, tmp_path: Path, plan: Plan
) -> None:
    asked = next(q for q in plan.questions if q.askers)
    given, _ = proposed(model_server, tmp_path, plan, PROPOSED.format(asked=asked.wording))
    assert given.questions[0].wording.startswith("Which forms of address")
    for question in given.questions:
        assert check(question.wording).faults == ()
        assert (question.origin, question.requirement, question.locked) == (
            "model",
            asked.requirement,
            True,
        )
        assert "send you back" not in question.wording
    assert "asked already" in given.refused
    assert any("coercive" in why for why in given.refused)


def test_what_is_admitted_is_offered_and_taken_in_only_by_hand(
    model_server: Any, tmp_path: Path, plan: Plan
) -> None:
    given, _ = proposed(model_server, tmp_path, plan, PROPOSED.format(asked="Nothing."))
    first = given.questions[0]
    offered = editing.offer(plan, given.section, given.questions)
    assert list(offered.questions) == list(plan.questions)
    assert [left.question for left in offered.left_for_later][: len(given.questions)] == list(given.questions)
    taken = editing.take_in(offered, first.id)
    (home,) = [section for section in taken.sections if first in section.questions]
    assert home.title.removesuffix(", continued") == given.section


@pytest.mark.parametrize("manner", ["status 500", "breaks"])
def test_a_model_that_fails_leaves_the_plan_as_it_was(
    model_server: Any, tmp_path: Path, plan: Plan, manner: str
) -> None:
    with pytest.raises(ModelUnavailable):
        proposed(model_server, tmp_path, plan, PROPOSED, manner)


def test_babble_gives_no_question(model_server: Any, tmp_path: Path, plan: Plan) -> None:
    given, _ = proposed(model_server, tmp_path, plan, "I am sorry, I cannot do that.\n\n###\n" + "x " * 400)
    assert given.questions == ()


def test_an_unknown_requirement_is_told(model_server: Any, tmp_path: Path, plan: Plan) -> None:
    assistant = Assistant(model_server.settings("x", "plain", data=tmp_path))
    assert assistant.model is not None
    with pytest.raises(NotFound):
        suggest(
            plan,
            "NAVY",
            "NAVY-99",
            assistant.planner.templates,
            assistant.model,
            questions_prompt(assistant.settings.prompts),
            assistant.embedder,
        )
