"""Changing a plan by hand: each change is a new plan, and nothing that was there is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.errors import BadContent, NotFound
from assistant.questionnaires import Asker, Left, Plan, Question, Section, compare, editing


def question(id: str, **more: object) -> Question:
    asker = Asker(id.split("-")[0], f"{id.split('.')[0]}", "Something.", id, f"What about {id}?")
    given: dict[str, object] = {
        "wording": f"What about {id}?",
        "kind": "open",
        "minutes": 2.0,
        "priority": 2,
        "askers": (asker,),
    }
    return Question(id=id, **(given | more))  # type: ignore[arg-type]


def plan(*ids: str, left: tuple[str, ...] = (), **more: Question) -> Plan:
    return Plan(
        "A plan",
        {},
        ("CIA",),
        "full debrief",
        60,
        1,
        (
            Section("OPENING", "Opening", "", (), (question("OPENING.1"),)),
            Section("service", "His service", "", (), tuple(more.get(id) or question(id) for id in ids)),
            Section("CLOSING", "Closing", "", (), (question("CLOSING.1"),)),
        ),
        tuple(Left(question(id), "His service", "No time in this plan.") for id in left),
    )


def asked(changed: Plan) -> list[str]:
    return [q.id for q in changed.sections[1].questions]


@pytest.mark.parametrize(
    ("id", "by", "order"),
    [
        ("A-1.1", 1, ["A-1.2", "A-1.1", "A-1.3"]),
        ("A-1.3", -2, ["A-1.3", "A-1.1", "A-1.2"]),
        ("A-1.1", -1, ["A-1.1", "A-1.2", "A-1.3"]),
        ("A-1.3", 9, ["A-1.1", "A-1.2", "A-1.3"]),
    ],
)
def test_a_question_moves_within_its_section(id: str, by: int, order: list[str]) -> None:
    assert asked(editing.move(plan("A-1.1", "A-1.2", "A-1.3"), id, by)) == order


def test_what_is_dropped_is_left_and_can_be_taken_in_again() -> None:
    before = plan("A-1.1", "A-1.2")
    dropped = editing.drop(before, "A-1.1")
    assert asked(dropped) == ["A-1.2"]
    assert [(left.question.id, left.section) for left in dropped.left_for_later] == [("A-1.1", "His service")]
    back = editing.take_in(dropped, "A-1.1")
    assert asked(back) == ["A-1.2", "A-1.1"]
    assert back.left_for_later == ()


def test_what_is_taken_in_finds_its_section_even_when_that_is_gone() -> None:
    left = Left(question("B-1.1"), "Ciphers", "No time in this plan.")
    before = plan("A-1.1")
    changed = editing.take_in(Plan(**{**_fields(before), "left_for_later": (left,)}), "B-1.1")
    assert [section.title for section in changed.sections] == ["Opening", "His service", "Ciphers", "Closing"]


def _fields(of: Plan) -> dict[str, object]:
    return {name: getattr(of, name) for name in of.__dataclass_fields__}


def test_other_words_minutes_notes_and_locks() -> None:
    changed = editing.reword(plan("A-1.1"), "A-1.1", "  Who   was your chief? ")
    changed = editing.set_minutes(changed, "A-1.1", 4)
    changed = editing.set_note(changed, "A-1.1", "He is tired of this.")
    changed = editing.lock(changed, "A-1.1", True)
    now = editing.find(changed, "A-1.1")
    assert (now.wording, now.minutes, now.note, now.locked) == (
        "Who was your chief?",
        4,
        "He is tired of this.",
        True,
    )
    assert now.askers == question("A-1.1").askers


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "   ",
        "x" * 700,
        "If you do not answer we will send you back, is that clear?",
        "You will not sleep tonight until you have told us the name.",
        "So how much was your conscience worth?",
    ],
)
def test_what_threatens_or_degrades_does_not_get_in(wording: str) -> None:
    before = plan("A-1.1")
    for change in (
        lambda: editing.reword(before, "A-1.1", wording),
        lambda: editing.add(before, "service", wording),
    ):
        with pytest.raises(BadContent):
            change()


def test_a_question_of_ones_own_has_its_own_number() -> None:
    once = editing.add(plan("A-1.1"), "service", "What did you like to read?", "open", 3)
    twice = editing.add(once, "service", "Who lent you books?")
    assert asked(twice) == ["A-1.1", "OWN.1", "OWN.2"]
    assert editing.find(twice, "OWN.1").origin == "own"
    with pytest.raises(BadContent):
        editing.add(once, "service", "Who lent you books?", "shout")
    with pytest.raises(NotFound):
        editing.add(once, "nowhere", "Who lent you books?")


def test_a_merge_can_be_undone() -> None:
    both = question("A-1.1", askers=(*question("A-1.1").askers, *question("B-2.1").askers))
    changed = editing.part(plan("A-1.1", "A-1.2", **{"A-1.1": both}), "A-1.1", "B-2.1")
    assert asked(changed) == ["A-1.1", "B-2.1", "A-1.2"]
    assert editing.find(changed, "B-2.1").wording == "What about B-2.1?"
    assert editing.find(changed, "A-1.1").agencies == ("A",)
    with pytest.raises(NotFound):
        editing.part(changed, "A-1.1", "B-2.1")


def test_what_is_locked_outlives_a_new_plan() -> None:
    old = editing.lock(editing.reword(plan("A-1.1", "A-1.2"), "A-1.1", "Who was your chief?"), "A-1.1", True)
    old = editing.add(old, "service", "What did you like to read?")
    new = editing.carry_over(old, plan("A-1.3", left=("A-1.1",)))
    assert asked(new) == ["A-1.3", "A-1.1", "OWN.1"]
    assert editing.find(new, "A-1.1").wording == "Who was your chief?"
    assert new.left_for_later == ()


def test_what_is_not_there_is_told() -> None:
    for change in (
        lambda p: editing.move(p, "X", 1),
        lambda p: editing.drop(p, "X"),
        lambda p: editing.take_in(p, "X"),
        lambda p: editing.reword(p, "X", "Who?"),
    ):
        with pytest.raises(NotFound):
            change(plan("A-1.1"))


def test_versions_are_compared() -> None:
    old = plan("A-1.1", "A-1.2", "A-1.3", "A-1.4")
    new = editing.add(
        editing.set_minutes(
            editing.reword(editing.move(editing.drop(old, "A-1.4"), "A-1.3", -2), "A-1.1", "Who was it?"),
            "A-1.2",
            5,
        ),
        "service",
        "What did you like to read?",
    )
    changes = {(change.kind, change.id) for change in compare(old, new)}
    assert changes == {
        ("reworded", "A-1.1"),
        ("more or less time", "A-1.2"),
        ("moved", "A-1.3"),
        ("added", "OWN.1"),
        ("dropped", "A-1.4"),
    }
    assert compare(old, old) == []


def test_two_questions_become_one_and_two_again() -> None:
    both = replace(plan("A-1.1", "A-1.2", "B-2.1"), alike=(("A-1.1", "B-2.1"), ("A-1.2", "B-2.1")))
    joined = editing.join(both, "A-1.1", "B-2.1")
    assert asked(joined) == ["A-1.1", "A-1.2"]
    assert editing.find(joined, "A-1.1").agencies == ("A", "B")
    assert joined.alike == (("A-1.2", "B-2.1"),)
    parted = editing.part(joined, "A-1.1", "B-2.1")
    assert asked(parted) == ["A-1.1", "B-2.1", "A-1.2"]
    with pytest.raises(NotFound):
        editing.join(joined, "A-1.1", "B-2.1")
    with pytest.raises(NotFound):
        editing.join(both, "A-1.1", "A-1.1")


def test_a_pair_that_differs_is_not_shown_again() -> None:
    both = replace(plan("A-1.1", "B-2.1"), alike=(("A-1.1", "B-2.1"),))
    assert editing.differ(both, "B-2.1", "A-1.1").alike == ()


def test_what_follows_up_a_former_session_outlives_a_new_plan() -> None:
    follow_up = question("FOLLOW-UP.1", origin="follow-up", askers=())
    old = plan("A-1.1", "FOLLOW-UP.1", **{"FOLLOW-UP.1": follow_up})
    assert asked(editing.carry_over(old, plan("A-1.1"))) == ["A-1.1", "FOLLOW-UP.1"]
    other = replace(follow_up, id="FOLLOW-UP.2")
    anew = plan("A-1.1", "FOLLOW-UP.2", **{"FOLLOW-UP.2": other})
    assert asked(editing.carry_over(old, anew)) == ["A-1.1", "FOLLOW-UP.2"]
