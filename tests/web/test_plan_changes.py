"""What a click changes in a plan, and the line that its version is kept under."""

from __future__ import annotations

import pytest

from assistant.errors import BadContent, NotFound
from assistant.questionnaires import Asker, Left, Plan, Question, Section
from assistant.web.plan_changes import altered, title_from, titled_by_hand, without_refused


def question(id: str, wording: str, *asked: str) -> Question:
    askers = tuple(Asker(agency, f"{agency}-1", "needs it", f"{agency}-1.1", wording) for agency in asked)
    return Question(id, wording, "open", 2.0, 2, askers)


@pytest.fixture
def plan() -> Plan:
    first = Section(
        "A", "First", "why", (), (question("A.1", "Where did you live?"), question("A.2", "Who taught you?"))
    )
    last = Section("B", "Last", "why", (), (question("B.1", "What did you eat?", "CIA", "ARMY"),))
    later = Left(question("B.2", "Which songs did you sing?"), "Last", "No time in this plan.")
    return Plan(
        "Full debrief: cook (CIA, ARMY)", {}, ("CIA", "ARMY"), "full debrief", 60, 1, (first, last), (later,)
    )


def ids(plan: Plan) -> list[list[str]]:
    return [[question.id for question in section.questions] for section in plan.sections]


@pytest.mark.parametrize(
    ("data", "order", "note"),
    [
        ({"what": "up", "id": "A.2"}, [["A.2", "A.1"], ["B.1"]], "Moved up: Who taught you?"),
        ({"what": "down", "id": "A.1"}, [["A.2", "A.1"], ["B.1"]], "Moved down: Where did you live?"),
        ({"what": "drop", "id": "A.1"}, [["A.2"], ["B.1"]], "Dropped: Where did you live?"),
        (
            {"what": "take_in", "id": "B.2"},
            [["A.1", "A.2"], ["B.1", "B.2"]],
            "Taken in: Which songs did you sing?",
        ),
        (
            {"what": "part", "id": "B.1", "asked": "ARMY-1.1"},
            [["A.1", "A.2"], ["B.1", "ARMY-1.1"]],
            "Parted: What did you eat?",
        ),
        (
            {"what": "add", "id": "A", "wording": "What was your first post?"},
            [["A.1", "A.2", "OWN.1"], ["B.1"]],
            "Added: What was your first post?",
        ),
    ],
    ids=lambda value: value["what"] if isinstance(value, dict) else "",
)
def test_a_change_and_its_line(plan: Plan, data: dict[str, str], order: list[list[str]], note: str) -> None:
    new, said = altered(plan, data)
    assert ids(new) == order
    assert said == note


def test_two_lines_become_two_questions_one_below_the_other(plan: Plan) -> None:
    wording = "In which town did you live?\nWhen did you live there?"
    new, _ = altered(plan, {"what": "reword", "id": "A.1", "wording": wording})
    assert ids(new)[0] == ["A.1", "OWN.1", "A.2"]
    assert [q.wording for q in new.questions][:2] == wording.split("\n")


def test_minutes_are_changed_with_the_words_or_alone(plan: Plan) -> None:
    new, said = altered(
        plan, {"what": "reword", "id": "A.1", "wording": "Where did you live?", "minutes": "4,5"}
    )
    assert next(new.questions).minutes == 4.5
    assert said == "4.5 minutes: Where did you live?"


def test_a_question_is_locked_and_unlocked(plan: Plan) -> None:
    locked, said = altered(plan, {"what": "lock", "id": "A.1"})
    assert next(locked.questions).locked
    assert said.startswith("Locked: ")
    open_again, said = altered(locked, {"what": "lock", "id": "A.1"})
    assert open_again == plan
    assert said.startswith("Unlocked: ")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"what": "explode", "id": "A.1"}, NotFound),
        ({}, NotFound),
        ({"what": "up", "id": "Z"}, NotFound),
        ({"what": "reword", "id": "A.1", "wording": "  "}, BadContent),
        ({"what": "reword", "id": "A.1", "wording": "Where?", "minutes": "soon"}, BadContent),
        ({"what": "reword", "id": "A.1", "wording": "Where?", "minutes": "1e400"}, BadContent),
        ({"what": "reword", "id": "B.2", "wording": "One thing?\nAnother thing?"}, NotFound),
        (
            {"what": "add", "id": "A", "wording": "Answer, or we will send you back.", "kind": "open"},
            BadContent,
        ),
        ({"what": "add", "id": "A", "wording": "Where was it?", "kind": "shouted"}, BadContent),
    ],
)
def test_what_cannot_be_done_is_refused(plan: Plan, data: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        altered(plan, data)


def test_a_plan_from_elsewhere_comes_without_its_threats(plan: Plan) -> None:
    threat, _ = altered(plan, {"what": "drop", "id": "A.1"})
    section = threat.sections[0]
    bad = Section(
        section.id,
        section.title,
        section.why,
        (),
        (question("T.1", "Answer, or we will send you back."), *section.questions),
    )
    brought = Plan("Brought", {}, (), "full debrief", 60, 1, (bad, threat.sections[1]), threat.left_for_later)
    kept, refused = without_refused(brought)
    assert ids(kept) == [["A.2"], ["B.1"]]
    assert len(refused) == 1
    assert refused[0].startswith("Question T.1: This question cannot enter a plan.")
    assert len(kept.left_for_later) == len(threat.left_for_later)


def test_titles(plan: Plan) -> None:
    assert title_from("  a \n b ") == "a b"
    with pytest.raises(BadContent):
        title_from(" \t")
    assert not titled_by_hand(plan)
    assert titled_by_hand(Plan("The cook", {}, ("CIA",), "full debrief", 60, 1, ()))
