"""What a click or a key on the page changes in a plan, and the line that its version is kept under."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from assistant.errors import BadContent, NotFound
from assistant.questionnaires import Plan, editing

_QUOTED = 60

Data = Mapping[str, Any]


def altered(plan: Plan, data: Data) -> tuple[Plan, str]:
    """The plan after one change, and what was done. A plan that is the same has nothing to keep.

    ``data`` is what the page sends: ``what`` is done to the question ``id`` or the section ``id``.

    Raises:
        BadContent: what was written cannot stand in a plan; the sentence says why.
        NotFound: the question or section is not there any more.
    """
    change = _CHANGES.get(_text(data, "what"))
    if change is None:
        raise NotFound("The plan cannot be changed so. Load the page again.")
    return change(plan, data)


def _moved(by: int) -> Callable[[Plan, Data], tuple[Plan, str]]:
    def move(plan: Plan, data: Data) -> tuple[Plan, str]:
        id = _text(data, "id")
        return editing.move(plan, id, by), f"Moved {'up' if by < 0 else 'down'}: {_quoted(plan, id)}"

    return move


def _drop(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.drop(plan, id), f"Dropped: {_quoted(plan, id)}"


def _take_in(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.take_in(plan, id), f"Taken in: {_quoted(plan, id)}"


def _lock(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    locked = not editing.find(plan, id).locked
    return editing.lock(plan, id, locked), f"{'Locked' if locked else 'Unlocked'}: {_quoted(plan, id)}"


def _note(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.set_note(plan, id, _text(data, "note")), f"Note on: {_quoted(plan, id)}"


def _part(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.part(plan, id, _text(data, "asked")), f"Parted: {_quoted(plan, id)}"


def _join(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.join(plan, id, _text(data, "other")), f"Joined: {_quoted(plan, id)}"


def _differ(plan: Plan, data: Data) -> tuple[Plan, str]:
    id = _text(data, "id")
    return editing.differ(plan, id, _text(data, "other")), f"Not the same: {_quoted(plan, id)}"


def _reword(plan: Plan, data: Data) -> tuple[Plan, str]:
    """Each line of the wording becomes a question, the first of them this one."""
    id = _text(data, "id")
    first, *more = _lines(_text(data, "wording"))
    minutes = _minutes(data, editing.find(plan, id).minutes)
    new = editing.set_minutes(editing.reword(plan, id, first), id, minutes)
    note = f"Reworded: {_quoted(plan, id)}"
    if new == plan:
        return plan, note
    if [q.wording for q in new.questions] == [q.wording for q in plan.questions]:
        note = f"{minutes:g} minutes: {_quoted(plan, id)}"
    for line in reversed(more):
        new = _below(new, id, line)
    return new, note


def _add(plan: Plan, data: Data) -> tuple[Plan, str]:
    section = _text(data, "id")
    minutes = _minutes(data, editing.OWN_MINUTES)
    new = plan
    lines = _lines(_text(data, "wording"))
    for line in lines:
        new = editing.add(new, section, line, _text(data, "kind") or "open", minutes)
    return new, f"Added: {_short(lines[0])}"


def _below(plan: Plan, id: str, wording: str) -> Plan:
    """A question of one's own right below another, where both can stand in one section."""
    section = next((each for each in plan.sections if any(q.id == id for q in each.questions)), None)
    if section is None:
        raise NotFound("Take the question in first, then make two of it.")
    before = {question.id for question in plan.questions}
    new = editing.add(plan, section.id, wording)
    own = next(question.id for question in new.questions if question.id not in before)
    for each in new.sections:
        order = [question.id for question in each.questions]
        if own in order and id in order:
            return editing.move(new, own, order.index(id) + 1 - order.index(own))
    return new


def title_from(typed: str) -> str:
    """A title on one line. Raises BadContent when there is none."""
    title = " ".join(typed.split())[:200]
    if not title:
        raise BadContent("Write a title first.")
    return title


def titled_by_hand(plan: Plan) -> bool:
    """Whether the title is another than a plan gets when it is built."""
    names = ", ".join(plan.agencies) or "no agency"
    return not (plan.title.startswith(f"{plan.stage.capitalize()}: ") and plan.title.endswith(f"({names})"))


def without_refused(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """A plan brought from elsewhere without the questions that cannot enter one; a sentence on each."""
    refused: dict[str, str] = {}
    for question in (*plan.questions, *(left.question for left in plan.left_for_later)):
        try:
            editing.admitted(question.wording)
        except BadContent as error:
            refused[question.id] = f"Question {question.id}: {error}"
    sections = tuple(
        replace(section, questions=tuple(q for q in section.questions if q.id not in refused))
        for section in plan.sections
    )
    left = tuple(each for each in plan.left_for_later if each.question.id not in refused)
    return replace(plan, sections=sections, left_for_later=left), tuple(refused.values())


def _lines(wording: str) -> list[str]:
    return [line for line in wording.splitlines() if line.strip()] or [""]


def _minutes(data: Data, usual: float) -> float:
    typed = data.get("minutes")
    try:
        return float(str(typed).replace(",", ".")) if typed not in (None, "") else usual
    except ValueError:
        raise BadContent("The minutes cannot be read. Give them in figures, such as 3.") from None


def _quoted(plan: Plan, id: str) -> str:
    return _short(editing.find(plan, id).wording)


def _short(wording: str) -> str:
    return wording if len(wording) <= _QUOTED else f"{wording[: _QUOTED - 1].rsplit(' ', 1)[0]}…"


def _text(data: Data, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


_CHANGES: Mapping[str, Callable[[Plan, Data], tuple[Plan, str]]] = {
    "up": _moved(-1),
    "down": _moved(1),
    "drop": _drop,
    "take_in": _take_in,
    "lock": _lock,
    "note": _note,
    "part": _part,
    "join": _join,
    "differ": _differ,
    "reword": _reword,
    "add": _add,
}
