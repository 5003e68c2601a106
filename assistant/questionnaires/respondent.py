"""A respondent on paper, who walks every skip path of a plan's form and tells what none of them reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from assistant.questionnaires.exports.form import FACT_ANSWERS, Answer, Row, form_of
from assistant.questionnaires.exports.xlsform import expression
from assistant.questionnaires.plan import Plan

_OUTCOMES: Mapping[Answer, tuple[str, ...]] = {
    "none": ("",),
    "fact": (*FACT_ANSWERS, ""),
    "text": ("told", "", "does not know", "does not wish to say"),
    "closed": ("yes", "no", "does_not_know", "does_not_wish", ""),
}
"""How a row can come out, "" where it is passed over. What opens most paths stands first."""


def unreachable(plan: Plan) -> tuple[str, ...]:
    """Ids of the questions that no path through a plan's form reaches, they or a row that follows them."""
    return missed(form_of(plan))


def missed(form: Sequence[Row]) -> tuple[str, ...]:
    """Ids of the questions of a form that no path reaches, they or a row that follows them up."""
    rows = [row for row in form if row.part != "end"]
    steps = [Step(row.name, expression(row.shown_if), _OUTCOMES[row.answer]) for row in rows]
    question_of = dict(_owners(rows))
    return tuple(dict.fromkeys(question_of[name] for name in unreached(steps) if name in question_of))


@dataclass(frozen=True, slots=True)
class Step:
    """A row to be walked: ``relevant`` is its expression, ``outcomes`` what may be written there."""

    name: str
    relevant: str
    outcomes: tuple[str, ...]


def unreached(steps: Sequence[Step]) -> Iterator[str]:
    """Names of the steps that no path reaches.

    A step is walked to with every combination of outcomes of the steps that its expression hangs on, directly
    or through others; the other steps of the form do not change whether it is reached.
    """
    place = {step.name: number for number, step in enumerate(steps)}
    for step in steps:
        before = [steps[number] for number in sorted(_leads_to(step, steps, place))]
        if not any(_reaches(step, before, outcomes) for outcomes in product(*(s.outcomes for s in before))):
            yield step.name


def holds(relevant: str, answers: Mapping[str, str]) -> bool:
    """Whether an expression of the column ``relevant`` is true; a row without answer counts as "".

    Known are comparisons of a reference with a quoted text by = and !=, "and", "or" and brackets.

    Raises:
        ValueError: the expression is none of that.
    """
    if not relevant:
        return True
    reading = _Reading(_tokens(relevant), answers)
    value = reading.either()
    reading.end()
    return value


def _owners(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    id = ""
    for row in rows:
        if row.question:
            id = row.question.id
        if row.part in ("question", "follow-up", "how known"):
            yield row.name, id


def _leads_to(step: Step, steps: Sequence[Step], place: Mapping[str, int]) -> set[int]:
    found: set[int] = set()
    waiting = [step]
    while waiting:
        for name in _references(waiting.pop().relevant):
            # What stands further down has no answer yet when this row comes.
            if name in place and place[name] < place[step.name] and place[name] not in found:
                found.add(place[name])
                waiting.append(steps[place[name]])
    return found


def _reaches(step: Step, before: Sequence[Step], outcomes: Sequence[str]) -> bool:
    answers: dict[str, str] = {}
    for earlier, outcome in zip(before, outcomes, strict=True):
        answers[earlier.name] = outcome if holds(earlier.relevant, answers) else ""
    return holds(step.relevant, answers)


_TOKEN = re.compile(r"\s*(?:\$\{(?P<name>\w+)\}|'(?P<text>[^']*)'|(?P<word>and\b|or\b|!=|=|\(|\)))")


@lru_cache(maxsize=4096)
def _tokens(relevant: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    at = 0
    text = relevant.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"not an expression at character {at + 1}")
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        at = match.end()
    return tuple(found)


def _references(relevant: str) -> list[str]:
    return [text for kind, text in _tokens(relevant) if kind == "name"] if relevant else []


class _Reading:
    """An expression read from left to right; "and" binds more closely than "or"."""

    def __init__(self, tokens: Sequence[tuple[str, str]], answers: Mapping[str, str]) -> None:
        self._tokens = tokens
        self._answers = answers
        self._at = 0

    def either(self) -> bool:
        value = self._both()
        while self._take("or"):
            value = self._both() or value
        return value

    def end(self) -> None:
        if self._at < len(self._tokens):
            raise ValueError("more follows where the expression should end")

    def _both(self) -> bool:
        value = self._one()
        while self._take("and"):
            value = self._one() and value
        return value

    def _one(self) -> bool:
        if self._take("("):
            value = self.either()
            if not self._take(")"):
                raise ValueError("a bracket is not closed")
            return value
        left = self._operand()
        if self._take("!="):
            return left != self._operand()
        if self._take("="):
            return left == self._operand()
        raise ValueError("a comparison is needed")

    def _operand(self) -> str:
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind not in ("name", "text"):
            raise ValueError("a reference or a quoted text is needed")
        self._at += 1
        return self._answers.get(text, "") if kind == "name" else text

    def _take(self, word: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at] == ("word", word):
            self._at += 1
            return True
        return False
