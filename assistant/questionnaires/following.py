"""What a former session settled, and what he said in it that wants following up.

A former session is read from its list of answers (JSON: question or question id, and answer) or from a plain
transcript whose lines begin with Q: and A: (or I: and S:). "I do not know" is an answer and is kept as one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from assistant.errors import UnreadableDocument
from assistant.language import Embedder
from assistant.questionnaires.joining import ASKED, same
from assistant.questionnaires.plan import Plan, Question

Outcome = Literal["answered", "does not know", "declined", "not answered"]

WHY: Mapping[Outcome, str] = {
    "answered": "Answered in a former session.",
    "does not know": "He said in a former session that he does not know.",
    "declined": "He did not wish to answer this in a former session.",
}
"""Why a question is not asked again, as the plan says it."""

LARGEST = 5_000_000
"""Bytes of a former session's file."""

MOST_FOLLOWED = 12
"""Names, places and dates followed up, at most: the ones spoken of most."""

FOLLOW_UP_MINUTES = 2.0

_DOES_NOT_KNOW = re.compile(
    r"(?:^|[.;,] |\b(?:i|we)\b(?: \w+)? )(do not|don't|did not|didn't|never|cannot|can't|could not|couldn't) "
    r"(know|knew|remember|recall|say|tell)\b"
    r"|\bno idea\b|\bnot known to me\b|\bi have forgotten\b|\bi am not (sure|certain)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(rather not|prefer not|refuse|do not (want|wish)|don't (want|wish)|will not|won't|would not) "
    r"(to )?(say|answer|talk|speak|tell|discuss)\b",
    re.IGNORECASE,
)
_LONG_ANSWER = 25
"""Words from which an answer that also says "I do not remember" counts as one."""

_ASKS = re.compile(r"^\s*(?:Q|I|Question|Interviewer|Officer)\s*[.:]\s*(.*)", re.IGNORECASE)
_ANSWERS = re.compile(r"^\s*(?:A|S|Answer|Subject|Source)\s*[.:]\s*(.*)", re.IGNORECASE)

_TITLE = (
    "(?:Colonel|Major|Captain|General|Lieutenant|Sergeant|Comrade|Admiral|Marshal|Doctor|Dr|Professor|Mr|Mrs"
    "|Miss|Minister|Ambassador|Consul)"
)
_PERSON = re.compile(rf"\b{_TITLE}\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_PLACE = re.compile(
    r"\b(?:in|at|to|from|near|via|through|outside) ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})"
)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b((?:[A-Z][a-z][\w'’-]+)(?: [A-Z][a-z][\w'’-]+){0,2})")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME = re.compile(
    rf"\b(?:(?:\d{{1,2}} )?(?:{_MONTH}) |(?:spring|summer|autumn|winter) (?:of )?)?(?:18|19)\d\d\b"
)
_NO_NAME = re.compile(
    rf"^(?:{_MONTH}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Soviet\w*|Russian\w*|American\w*|British"
    r"|German\w*|English\w*|French\w*|Polish|Party|Army|Navy|Embassy|Ministry|God|I|Yes|No|He|She|They|We|My|The|It)$"
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that was put and what he answered; ``id`` is the plan's own id where it is known."""

    question: str
    answer: str
    id: str = ""

    @property
    def outcome(self) -> Outcome:
        words = len(self.answer.split())
        if not words:
            return "not answered"
        if _DECLINES.search(self.answer):
            return "declined"
        if words < _LONG_ANSWER and _DOES_NOT_KNOW.search(self.answer):
            return "does not know"
        return "answered"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, place or time he brought up himself; ``times`` counts the answers that have it."""

    kind: Literal["person", "place", "time", "name"]
    words: str
    times: int


@dataclass(frozen=True, slots=True)
class Former:
    """A former session. ``settled`` is what became of each question that was asked, by question id."""

    exchanges: tuple[Exchange, ...]
    settled: Mapping[str, Outcome] = field(default_factory=dict)

    @classmethod
    def joined(cls, earlier: Former, later: Former) -> Former:
        """Two sessions as one; where both settled a question, the later one counts unless it was silent."""
        settled = {**later.settled, **earlier.settled}
        settled |= {id: outcome for id, outcome in later.settled.items() if outcome != "not answered"}
        return cls((*earlier.exchanges, *later.exchanges), settled)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What he brought up that no question had named, most spoken of first."""
        asked = " ".join(exchange.question for exchange in self.exchanges)
        counted: dict[tuple[str, str], int] = {}
        for exchange in self.exchanges:
            for kind, words in dict.fromkeys(_mentioned(exchange.answer)):
                if words not in asked:
                    counted[kind, words] = counted.get((kind, words), 0) + 1
        kinds: dict[str, Any] = {}
        for (kind, words), _ in counted.items():
            kinds.setdefault(words, kind)
        found = [Mention(kind, words, counted[kind, words]) for words, kind in kinds.items()]
        return tuple(sorted(found, key=lambda mention: -mention.times)[:MOST_FOLLOWED])


def read_former(data: bytes, name: str, wordings: Mapping[str, str], embedder: Embedder) -> Former:
    """Read a former session; ``wordings`` are the questions that may have been asked, by id.

    Raises:
        UnreadableDocument: the file is no list of answers and no transcript with Q: and A: lines.
    """
    if len(data) > LARGEST:
        raise UnreadableDocument(f"{name}: larger than {LARGEST:,} bytes. Give one session at a time.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableDocument(f"{name}: not text in UTF-8. Save it as plain text or JSON.") from None
    exchanges = _from_json(text, name) if name.lower().endswith(".json") else tuple(_from_lines(text))
    if not exchanges:
        raise UnreadableDocument(f"{name}: no question was found. Lines should begin with Q: and A:.")
    return Former(exchanges, _settled(exchanges, wordings, embedder))


def settled_in(plan: Plan) -> Former | None:
    """What a plan says that a former session settled, so that it is not asked when the plan is built anew."""
    outcomes = {why: outcome for outcome, why in WHY.items()}
    settled = {left.question.id: outcomes[left.why] for left in plan.left_for_later if left.why in outcomes}
    return Former((), settled) if settled else None


def follow_up(former: Former) -> list[Question]:
    """Questions about what he brought up himself."""
    wording = {
        "person": "You spoke of {}. Please tell me all you know about this person.",
        "place": "You spoke of {}. Please tell me all you know about that place.",
        "time": "You spoke of {}. Please tell me what you remember of that time.",
        "name": "You spoke of {}. Please tell me what that is and all you know about it.",
    }
    return [
        Question(
            id=f"FOLLOW-UP.{n}",
            wording=wording[mention.kind].format(mention.words),
            kind="open",
            minutes=FOLLOW_UP_MINUTES,
            priority=2,
            citations=("MI5-1948#VIII.3",),
            how_known="How do you come to know this?",
            origin="follow-up",
        )
        for n, mention in enumerate(former.mentions, start=1)
    ]


def _from_json(text: str, name: str) -> tuple[Exchange, ...]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableDocument(f"{name}: not valid JSON. Give a list of questions with answers.") from None
    rows = data.get("answers") if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableDocument(f'{name}: give a list such as [{{"question": "…", "answer": "…"}}].')
    return tuple(
        Exchange(str(row.get("question", "")), str(row.get("answer") or ""), str(row.get("id", "")))
        for row in rows
    )


def _from_lines(text: str) -> Iterator[Exchange]:
    question: list[str] = []
    answer: list[str] = []
    answering = False
    for line in text.splitlines():
        asked, answered = _ASKS.match(line), _ANSWERS.match(line)
        if asked:
            if question and answering:
                yield Exchange(" ".join(question), " ".join(answer))
                question, answer = [], []
            question, answering = [*question, asked[1].strip()], False
        elif answered:
            answer, answering = [*answer, answered[1].strip()], True
        elif line.strip() and (question or answer):
            (answer if answering else question).append(line.strip())
    if question:
        yield Exchange(" ".join(question), " ".join(answer))


def _settled(
    exchanges: Sequence[Exchange], wordings: Mapping[str, str], embedder: Embedder
) -> dict[str, Outcome]:
    """For each question that may have been asked what became of it; the fullest outcome counts."""
    rank: dict[Outcome, int] = {"answered": 3, "does not know": 2, "declined": 1, "not answered": 0}
    found: dict[str, Outcome] = {}

    def note(id: str, outcome: Outcome) -> None:
        if id not in found or rank[outcome] > rank[found[id]]:
            found[id] = outcome

    unnamed = [exchange for exchange in exchanges if exchange.id not in wordings]
    for exchange in exchanges:
        if exchange.id in wordings:
            note(exchange.id, exchange.outcome)
    if unnamed and wordings:
        ids = list(wordings)
        asked = embedder.encode([exchange.question for exchange in unnamed])
        near = asked @ embedder.encode([wordings[id] for id in ids]).T
        for exchange, row in zip(unnamed, near, strict=True):
            for place in row.argsort()[::-1][:3]:
                cosine = float(row[place])
                if same(exchange.question, wordings[ids[place]], cosine, ASKED):
                    note(ids[place], exchange.outcome)
    return found


def _mentioned(answer: str) -> Iterator[tuple[str, str]]:
    rest = answer
    for kind, pattern in (("person", _PERSON), ("place", _PLACE), ("time", _TIME), ("name", _NAME)):
        for match in pattern.finditer(rest):
            words = (match[1] if pattern.groups else match[0]).strip()
            if not _NO_NAME.match(words) and not (kind == "place" and _NO_NAME.match(words.split()[0])):
                yield kind, words
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
