"""Changing a plan: every function returns a new plan and leaves the old one, so that undo is the old one.

The order of sections is the directives' and stays. A question that threatens or degrades does not get in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.errors import BadContent, NotFound
from assistant.questionnaires.joining import merge
from assistant.questionnaires.plan import KINDS, Kind, Left, Plan, Question, Section
from assistant.wording import forbidden

DROPPED = "Dropped by hand."
SUGGESTED = "Suggested by a model: take it in if it serves."

LONGEST_WORDING = 600
LONGEST_NOTE = 1000
MOST_MINUTES = 60.0

OWN_MINUTES = 3.0


def find(plan: Plan, id: str) -> Question:
    """The question of that id, asked or left. Raises NotFound."""
    for question in (*plan.questions, *(left.question for left in plan.left_for_later)):
        if question.id == id:
            return question
    raise NotFound("The plan has no such question any more. Load the plan again.")


def move(plan: Plan, id: str, by: int) -> Plan:
    """Move a question up or down within its section; at its ends it stays."""

    def moved(section: Section) -> Section:
        order = list(section.questions)
        place = next(n for n, question in enumerate(order) if question.id == id)
        order.insert(min(max(0, place + by), len(order) - 1), order.pop(place))
        return replace(section, questions=tuple(order))

    return _in_section(plan, id, moved)


def drop(plan: Plan, id: str) -> Plan:
    """Take a question out; it stays among what is left for later."""
    question = find(plan, id)
    title = next((s.title for s in plan.sections if question in s.questions), "")
    if not title:
        return plan
    left = Left(question, title.removesuffix(", continued"), DROPPED)
    without = _in_section(
        plan, id, lambda s: replace(s, questions=tuple(q for q in s.questions if q.id != id))
    )
    return replace(without, left_for_later=(left, *plan.left_for_later))


def take_in(plan: Plan, id: str) -> Plan:
    """Bring a question back that was left for later, to the end of its section."""
    left = next((each for each in plan.left_for_later if each.question.id == id), None)
    if left is None:
        raise NotFound("That question is not among those left for later. Load the plan again.")
    rest = tuple(each for each in plan.left_for_later if each is not left)
    sections = list(plan.sections)
    place = _place_for(sections, left.section)
    if place is None:
        new = Section(
            f"TAKEN-{id}", left.section, "Brought back by hand.", (), (), session=sections[-1].session
        )
        sections.insert(len(sections) - 1, new)
        place = len(sections) - 2
    sections[place] = replace(sections[place], questions=(*sections[place].questions, left.question))
    return replace(plan, sections=tuple(sections), left_for_later=rest)


def reword(plan: Plan, id: str, wording: str) -> Plan:
    """Give a question other words.

    Raises:
        BadContent: it is empty, too long, or threatens or degrades him.
    """
    words = admitted(wording)
    return _change(plan, id, lambda question: replace(question, wording=words))


def set_minutes(plan: Plan, id: str, minutes: float) -> Plan:
    """Allow a question more or less time."""
    if not 0.5 <= minutes <= MOST_MINUTES:
        raise BadContent(f"Give a question from half a minute to {MOST_MINUTES:.0f} minutes.")
    return _change(plan, id, lambda question: replace(question, minutes=minutes))


def set_note(plan: Plan, id: str, note: str) -> Plan:
    """Put the officer's own remark beside a question."""
    if len(note) > LONGEST_NOTE:
        raise BadContent(f"A note has at most {LONGEST_NOTE:,} characters.")
    return _change(plan, id, lambda question: replace(question, note=" ".join(note.split())))


def lock(plan: Plan, id: str, locked: bool) -> Plan:
    """Keep a question as it is when the plan is built anew."""
    return _change(plan, id, lambda question: replace(question, locked=locked))


def add(plan: Plan, section: str, wording: str, kind: str = "open", minutes: float = OWN_MINUTES) -> Plan:
    """Add a question of one's own to the end of a section, by the section's id.

    Raises:
        BadContent: the wording cannot be admitted, or the kind is unknown.
        NotFound: there is no such section.
    """
    if kind not in KINDS:
        raise BadContent(f"There is no such kind of question. Use one of: {', '.join(KINDS)}.")
    numbers = [int(q.id.removeprefix("OWN.")) for q in _all(plan) if q.id.startswith("OWN.")]
    question = Question(
        id=f"OWN.{max(numbers, default=0) + 1}",
        wording=admitted(wording),
        kind=_kind(kind),
        minutes=minutes,
        priority=1,
        origin="own",
        locked=True,
    )
    places = [n for n, each in enumerate(plan.sections) if each.id == section]
    if not places:
        raise NotFound("The plan has no such section any more. Load the plan again.")
    sections = list(plan.sections)
    at = places[-1]
    sections[at] = replace(sections[at], questions=(*sections[at].questions, question))
    return set_minutes(replace(plan, sections=tuple(sections)), question.id, minutes)


def offer(plan: Plan, section: str, questions: Sequence[Question]) -> Plan:
    """Put questions that a model proposed among what is left, for the section of that title.

    Raises:
        BadContent: one threatens or degrades him.
    """
    for question in questions:
        admitted(question.wording)
    offered = tuple(Left(question, section, SUGGESTED) for question in questions)
    return replace(plan, left_for_later=(*offered, *plan.left_for_later))


def join(plan: Plan, id: str, other: str) -> Plan:
    """Make one of two questions that ask the same, in the place of the first; ``part`` undoes it."""
    both = find(plan, id), find(plan, other)
    asked = {question.id for question in plan.questions}
    if id == other or not {id, other} <= asked:
        raise NotFound("Both questions must be asked in the plan to be joined. Load the plan again.")
    without = _in_section(
        plan, other, lambda s: replace(s, questions=tuple(q for q in s.questions if q.id != other))
    )
    return differ(_change(without, id, lambda _: replace(merge(both), locked=True)), id, other)


def differ(plan: Plan, id: str, other: str) -> Plan:
    """Settle that two questions are not the same, or need not be looked at any more."""
    return replace(plan, alike=tuple(pair for pair in plan.alike if {*pair} != {id, other}))


def part(plan: Plan, id: str, asked: str) -> Plan:
    """Undo a merge: give the agency's question ``asked`` its own place again, below the one it joined."""
    question = find(plan, id)
    asker = next((each for each in question.askers if each.question == asked), None)
    if asker is None or asker.question == question.id:
        raise NotFound("That question was not joined with another. Load the plan again.")
    alone = replace(
        question,
        id=asker.question,
        wording=asker.wording,
        askers=(asker,),
        probes=(),
        how_known="",
        locked=True,
    )
    rest = replace(question, askers=tuple(each for each in question.askers if each != asker), locked=True)

    def parted(section: Section) -> Section:
        both = [pair for q in section.questions for pair in ((rest, alone) if q.id == id else (q,))]
        return replace(section, questions=tuple(both))

    return _in_section(plan, id, parted)


def carry_over(old: Plan, new: Plan) -> Plan:
    """Keep in a plan that was built anew what was locked in the old one, and its follow-ups.

    A plan that was built with another former session has follow-ups of its own.
    """
    has_its_own = any(question.origin == "follow-up" for question in new.questions)
    for section in old.sections:
        for question in section.questions:
            if question.locked or (question.origin == "follow-up" and not has_its_own):
                new = _kept(new, section, question)
    return new


def admitted(wording: str) -> str:
    """A wording that may stand in a plan, white space mended.

    Raises:
        BadContent: it is empty, too long, or threatens or degrades him.
    """
    words = " ".join(wording.split())
    if not words:
        raise BadContent("Write the question first.")
    if len(words) > LONGEST_WORDING:
        raise BadContent(f"A question has at most {LONGEST_WORDING} characters. Ask one thing at a time.")
    if fault := forbidden(words):
        raise BadContent(f"This question cannot enter a plan. {fault.why} ({fault.source})")
    return words


def _kind(kind: str) -> Kind:
    return next(each for each in KINDS if each == kind)


def _all(plan: Plan) -> list[Question]:
    return [*plan.questions, *(left.question for left in plan.left_for_later)]


def _kept(plan: Plan, section: Section, question: Question) -> Plan:
    if any(each.id == question.id for each in plan.questions):
        return _change(plan, question.id, lambda _: question)
    left = tuple(each for each in plan.left_for_later if each.question.id != question.id)
    joined = {asker.question for asker in question.askers}
    sections = [
        replace(
            each, questions=tuple(q for q in each.questions if q.origin != "template" or q.id not in joined)
        )
        for each in plan.sections
    ]
    place = next((n for n, each in reversed(list(enumerate(sections))) if each.id == section.id), None)
    place = len(sections) - 2 if place is None else place
    sections[place] = replace(sections[place], questions=(*sections[place].questions, question))
    return replace(plan, sections=tuple(sections), left_for_later=left)


def _place_for(sections: list[Section], title: str) -> int | None:
    places = [n for n, each in enumerate(sections) if each.title.removesuffix(", continued") == title]
    return places[-1] if places else None


def _change(plan: Plan, id: str, change: Callable[[Question], Question]) -> Plan:
    find(plan, id)

    def changed(question: Question) -> Question:
        return change(question) if question.id == id else question

    return replace(
        plan,
        sections=tuple(replace(s, questions=tuple(map(changed, s.questions))) for s in plan.sections),
        left_for_later=tuple(replace(left, question=changed(left.question)) for left in plan.left_for_later),
    )


def _in_section(plan: Plan, id: str, change: Callable[[Section], Section]) -> Plan:
    if not any(question.id == id for question in plan.questions):
        raise NotFound("The plan has no such question any more. Load the plan again.")
    return replace(
        plan,
        sections=tuple(
            change(section) if any(q.id == id for q in section.questions) else section
            for section in plan.sections
        ),
    )
