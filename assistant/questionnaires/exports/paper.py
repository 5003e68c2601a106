"""A plan as it stands on paper, for every printed format alike: numbers, small words, room for answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from assistant.paper import one_line, shortened
from assistant.questionnaires.plan import FACTS_IN_WORDS, Guidance, Kind, Plan, Question, Section, Told

KIND_IN_WORDS: dict[Kind, str] = {
    "free narrative": "Free narrative: let him finish",
    "open": "Open question",
    "probe": "Probe",
    "closed": "Closed question",
    "control": "Control: the answer can be checked",
    "repeat": "Asked before, in other words",
}

BEFORE = "Before you begin"
IN_THE_REST = "In this rest"

LONGEST_REASON = 60
"""Characters of what calls for a piece of guidance, beside it."""

CLOSED_ANSWERS = ("yes", "no", "does not know", "does not wish to say")
"""What is ticked off for a closed question. Not wishing to answer is an answer: DCID-4/2#6.b.3.c."""

_RULED_LINES: dict[Kind, int] = {
    "free narrative": 9,
    "open": 4,
    "probe": 3,
    "closed": 1,
    "control": 3,
    "repeat": 3,
}
_NOBODYS = {
    "template": "every debrief",
    "own": "officer’s own",
    "model": "language model",
    "follow-up": "former session",
}
"""What stands in the column of agencies where no agency asks, by the question's origin."""


@dataclass(frozen=True, slots=True)
class Interest:
    """An agency's column entry: who asks, and for which of its requirements."""

    who: str
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question as printed. ``skip`` is its skip rule in words, "" for none; ``lines`` are to be ruled."""

    number: str
    wording: str
    kind: str
    citations: tuple[str, ...]
    skip: str
    note: str
    probes: tuple[str, ...]
    how_known: str
    interests: tuple[Interest, ...]
    minutes: str
    ticks: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Heed:
    """A piece of guidance as printed; ``because`` is "" where it is asked of everybody."""

    name: str
    because: str
    says: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section as printed; ``rest`` is the line for the break that follows it, "" for none, ``heed`` what
    to think of in it."""

    heading: str
    minutes: str
    why: str
    citations: tuple[str, ...]
    told: tuple[Told, ...]
    items: tuple[Item, ...]
    rest: str
    heed: tuple[Heed, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting."""

    heading: str
    minutes: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to settle, with the numbers of the questions that hang on it."""

    words: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """A question that is left for later, with who asks it and why it is left."""

    wording: str
    interests: tuple[Interest, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole plan as printed."""

    title: str
    subject: str
    stage: str
    time: str
    agencies: str
    before: tuple[Heed, ...]
    facts: tuple[Fact, ...]
    sessions: tuple[Session, ...]
    later: tuple[Later, ...]
    remarks: tuple[str, ...]
    cited: tuple[str, ...]


def on_paper(plan: Plan) -> Paper:
    """The plan as printed. All texts are storable and on one line."""
    sessions: list[Session] = []
    at_rests = plan.at_rests
    numbers: dict[str, list[str]] = {fact: [] for fact in plan.to_settle}
    place = 0
    for session, together in groupby(plan.sections, key=lambda section: section.session):
        sections = tuple(together)
        parts = []
        for section in sections:
            place += 1
            parts.append(_part(section, place, at_rests[place - 1]))
            for count, question in enumerate(section.questions, start=1):
                for fact in question.ask_if:
                    numbers[fact].append(f"{place}.{count}")
        used = sum(section.minutes + section.break_after for section in sections)
        sessions.append(Session(f"Session {session}", in_minutes(used), tuple(parts)))
    return Paper(
        title=one_line(plan.title) or "Questionnaire",
        subject=cover_name(plan),
        stage=plan.stage.capitalize(),
        time=_time(plan),
        agencies=", ".join(one_line(agency) for agency in plan.agencies),
        before=tuple(map(heed, plan.at_opening)),
        facts=tuple(
            Fact(fact_in_words(fact), tuple(dict.fromkeys(found))) for fact, found in numbers.items()
        ),
        sessions=tuple(sessions),
        later=tuple(
            Later(one_line(left.question.wording), _interests(left.question), one_line(left.why))
            for left in plan.left_for_later
        ),
        remarks=tuple(one_line(remark) for remark in plan.remarks),
        cited=cited(plan),
    )


def cover_name(plan: Plan) -> str:
    """The name that the subject goes by on paper; "" when he has none yet."""
    name = plan.subject.get("cover_name")
    return one_line(name) if isinstance(name, str) else ""


def heed(guidance: Guidance) -> Heed:
    """A piece of guidance, every text on one line."""
    return Heed(
        one_line(guidance.name),
        shortened(one_line(guidance.because), LONGEST_REASON),
        one_line(guidance.advice),
        tuple(filter(None, (one_line(guidance.paragraph),))),
    )


def fact_in_words(fact: str) -> str:
    """A fact as an officer ticks it off."""
    return FACTS_IN_WORDS.get(fact) or one_line(fact.replace("_", " ")).capitalize()


def skip_rule(question: Question) -> str:
    """When the question is asked, in words; "" when it always is."""
    facts = [fact_in_words(fact) for fact in question.ask_if]
    return f"Ask only if {' and '.join(fact[:1].lower() + fact[1:] for fact in facts)}." if facts else ""


def in_minutes(minutes: float) -> str:
    """A length of time: "1 minute", "2.5 minutes"."""
    number = as_number(minutes)
    return f"{number} minute{'' if number == '1' else 's'}"


def as_number(value: float) -> str:
    """Without a needless ".0"; at most one decimal."""
    return f"{round(value, 1):.1f}".removesuffix(".0")


def cited(plan: Plan) -> tuple[str, ...]:
    """Every paragraph that the printed plan cites, in the order of documents and of their numbers."""
    ids = {each.paragraph for each in (*plan.at_opening, *plan.at_rests) if each}
    for section in plan.sections:
        ids.update(section.citations)
        ids.update(*(told.citations for told in section.told))
        ids.update(*(question.citations for question in section.questions))
    return tuple(sorted({one_line(id) for id in ids} - {""}, key=_in_order))


def _in_order(id: str) -> list[tuple[int, int, str]]:
    """Numbers count as numbers, so that 10 comes after 9."""
    pieces = [piece for piece in re.split(r"([0-9]+)", id) if piece]
    bare = [(piece.lstrip("0"), piece[0] in "0123456789") for piece in pieces]
    return [(0, len(text), text) if number else (1, 0, text) for text, number in bare]


def _time(plan: Plan) -> str:
    used = as_number(plan.used)
    sittings = f" in {plan.sessions} sessions" if plan.sessions > 1 else ""
    return f"{plan.minutes} minutes{sittings}, {used} planned"


def _part(section: Section, place: int, guidance: Guidance | None) -> Part:
    return Part(
        heading=f"{place}. {one_line(section.title)}",
        minutes=in_minutes(section.minutes),
        why=one_line(section.why),
        citations=tuple(map(one_line, section.citations)),
        told=tuple(Told(one_line(told.says), tuple(map(one_line, told.citations))) for told in section.told),
        items=tuple(
            _item(question, f"{place}.{count}") for count, question in enumerate(section.questions, start=1)
        ),
        rest=f"Rest: {in_minutes(section.break_after)}" if section.break_after else "",
        heed=(heed(guidance),) if guidance else (),
    )


def _item(question: Question, number: str) -> Item:
    closed = question.kind == "closed"
    return Item(
        number=number,
        wording=one_line(question.wording),
        kind=KIND_IN_WORDS[question.kind],
        citations=tuple(map(one_line, question.citations)),
        skip=skip_rule(question),
        note=one_line(question.note),
        probes=tuple(filter(None, map(one_line, question.probes))),
        how_known=one_line(question.how_known),
        interests=_interests(question),
        minutes=as_number(question.minutes),
        ticks=CLOSED_ANSWERS if closed else (),
        lines=_RULED_LINES[question.kind] + (1 if closed and question.probes else 0),
    )


def _interests(question: Question) -> tuple[Interest, ...]:
    """Every agency that asks, once, with all its requirements."""
    requirements: dict[str, list[str]] = {}
    for asker in question.askers:
        who = one_line(asker.agency) or _NOBODYS["template"]
        found = requirements.setdefault(who, [])
        if asker.requirement and asker.requirement not in found:
            found.append(asker.requirement)
    if not requirements:
        return (Interest(_NOBODYS[question.origin], ()),)
    return tuple(Interest(who, tuple(map(one_line, ids))) for who, ids in requirements.items())
