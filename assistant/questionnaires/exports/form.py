"""A plan as a form is filled in, for every form format alike: rows in order, each with when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.paper import storable
from assistant.questionnaires.exports.paper import (
    BEFORE,
    IN_THE_REST,
    KIND_IN_WORDS,
    fact_in_words,
    heed,
    in_minutes,
    skip_rule,
)
from assistant.questionnaires.plan import Guidance, Plan, Question, Section, Told

Part = Literal[
    "guidance",
    "fact",
    "session",
    "section",
    "told",
    "question",
    "follow-up",
    "how known",
    "nothing",
    "end",
    "rest",
]
Answer = Literal["none", "text", "fact", "closed"]

FACT_ANSWERS = {"yes": "Yes", "no": "No"}
CLOSED_ANSWERS = {
    "yes": "Yes",
    "no": "No",
    "does_not_know": "Does not know",
    "does_not_wish": "Does not wish to say",
}
"""Names and labels of what is chosen. Not wishing to answer is an answer: DCID-4/2#6.b.3.c."""


@dataclass(frozen=True, slots=True)
class Condition:
    """That the row ``name`` was answered with one of ``values``; with anything at all when there are none."""

    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a form. It is shown when every condition holds.

    ``name`` is ASCII, valid as an XML tag and unlike every other name of the form even in lower case.
    A "section" opens a group that its "end" closes, "told", "session", "nothing", "rest" and
    "guidance" are read only.
    """

    part: Part
    name: str
    label: str
    answer: Answer = "none"
    hint: str = ""
    guidance: str = ""
    shown_if: tuple[Condition, ...] = ()
    section: Section | None = None
    told: Told | None = None
    question: Question | None = None


def form_of(plan: Plan) -> tuple[Row, ...]:
    """The plan's rows. Every text is storable."""
    return tuple(_rows(plan)) or (Row("nothing", "nothing", "This plan asks nothing."),)


def _rows(plan: Plan) -> Iterator[Row]:
    names = _Names()
    facts = {fact: names.give("fact", fact) for fact in plan.to_settle}
    for guidance in plan.at_opening:
        yield _guidance(guidance, BEFORE, names)
    for fact, name in facts.items():
        yield Row("fact", name, fact_in_words(fact), "fact", "Settle this before you ask.")
    session = 0
    several = len({section.session for section in plan.sections}) > 1
    for section, at_rest in zip(plan.sections, plan.at_rests, strict=True):
        if several and section.session != session:
            session = section.session
            yield Row("session", names.give("session", str(session)), f"Session {session}")
        yield from _section(section, facts, names)
        if at_rest:
            yield _guidance(at_rest, IN_THE_REST, names)


def _guidance(guidance: Guidance, when: str, names: _Names) -> Row:
    piece = heed(guidance)
    says = " ".join((f"{piece.name}: {piece.says}", *(f"({id})" for id in piece.citations)))
    return Row("guidance", names.give("heed", guidance.name), says, hint=f"{when}.")


def _section(section: Section, facts: dict[str, str], names: _Names) -> Iterator[Row]:
    own = names.give("s", section.id)
    title = storable(section.title).strip() or "Questions"
    yield Row("section", own, title, section=section)
    for told in section.told:
        yield Row("told", names.give("told", section.id), storable(told.says), hint="Tell him.", told=told)
    for question in section.questions:
        yield from _question(question, facts, names)
    if not section.told and not section.questions:
        yield Row("nothing", names.give("nothing", section.id), "Nothing is asked here.")
    yield Row("end", own, "")
    if section.break_after:
        rest = f"Rest: {in_minutes(section.break_after)}"
        yield Row("rest", names.give("rest", section.id), rest, section=section)


def _question(question: Question, facts: dict[str, str], names: _Names) -> Iterator[Row]:
    name = names.give("q", question.id)
    closed = question.kind == "closed"
    told_of_himself = Condition(name, ("yes", "no") if closed else ())
    probes = "\n".join(f"– {storable(probe)}" for probe in question.probes)
    known = storable(question.how_known).strip()
    guidance = (
        storable(question.note).strip(),
        f"Ask further:\n{probes}" if probes else "",
        f"How he knows: {known}" if known else "",
    )
    yield Row(
        "question",
        name,
        storable(question.wording),
        "closed" if closed else "text",
        " ".join(filter(None, (f"{KIND_IN_WORDS[question.kind]}.", skip_rule(question)))),
        "\n".join(filter(None, guidance)),
        tuple(Condition(facts[fact], ("yes",)) for fact in dict.fromkeys(question.ask_if)),
        question=question,
    )
    if closed and probes:
        condition = (Condition(name, ("yes",)),)
        yield Row(
            "follow-up", names.give("more", question.id), probes, "text", "If he says yes.", "", condition
        )
    if known:
        yield Row(
            "how known",
            names.give("known", question.id),
            known,
            "text",
            "How he knows.",
            "",
            (told_of_himself,),
        )


class _Names:
    """Gives names that are not given yet."""

    _LONGEST = 40

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def give(self, prefix: str, id: str) -> str:
        bare = re.sub(r"[^a-z0-9]+", "_", f"{prefix} {id}".lower()).strip("_")[: self._LONGEST].rstrip("_")
        count = self._given[bare] = self._given.get(bare, 0) + 1
        # A bare name has no two underscores in a row, so that a counted one is like no other.
        return bare if count == 1 else f"{bare}__{count}"
