"""The couple's two stories, compared."""

from datetime import UTC, datetime

import pytest

from assistant.mock import Run, Scenario, two_stories
from assistant.mock.exports import FORMATS, Reviewed
from assistant.mock.exports.paper import on_paper
from assistant.mock.kept import altered, begun

NOW = datetime(2026, 5, 18, 10, 0, tzinfo=UTC)

WAIT = "How many minutes did you wait for each other at Sonnenallee?"
JOURNEY = "Please tell me about the journey, from your front door to Marienfelde."
CHESS = "Where was he on the first Thursday of each month?"


@pytest.fixture
def both(play) -> tuple[Run, Run]:
    return play(JOURNEY, WAIT, id="couple_wife"), play(WAIT, JOURNEY, id="couple_husband")


def test_what_both_told_stands_side_by_side_with_its_lines(both, scenarios):
    hers, his = both
    found = two_stories(hers, his)
    assert (found.own, found.other) == (hers.scenario.name, his.scenario.name)
    wait = next(each for each in found.told_by_both if "wait" in each.about.lower())
    assert (wait.own.turn, wait.other.turn) == (2, 1)
    assert wait.own.words == scenarios["couple_wife"].fact("wait").says
    assert wait.other.words == scenarios["couple_husband"].fact("wait").says
    assert wait in found.in_both
    assert any(not each.differs for each in found.alike)


def test_each_difference_was_told_in_both_in_one_or_in_neither(both):
    found = two_stories(*both)
    differ = [each for each in found.points if each.differs]
    assert sorted([*found.in_both, *found.in_one, *found.in_none], key=str) == sorted(differ, key=str)
    assert found.in_both
    assert found.in_none
    assert set(found.alike) | set(found.in_both) == set(found.told_by_both)


def test_what_one_alone_told_is_told_in_one(play):
    found = two_stories(play(CHESS, id="couple_wife"), play(WAIT, id="couple_husband"))
    assert {bool(each.own) for each in found.in_one} == {True, False}
    assert not found.told_by_both


def test_other_scenarios_have_no_points_in_common(play):
    assert two_stories(play("Good day."), play("Good day.", id="couple_wife")) is None
    assert two_stories(play("Good day.", id="couple_wife"), play("Good day.")) is None


def test_both_files_say_the_same_of_each_point(scenarios):
    points = {
        id: {
            (each.facts if id == "couple_husband" else each.facts[::-1], each.differs, each.what)
            for each in scenarios[id].compare
        }
        for id in ("couple_husband", "couple_wife")
    }
    assert points["couple_husband"] == points["couple_wife"]
    assert {differs for _, differs, _ in points["couple_husband"]} == {True, False}


def test_no_point_hangs_on_what_can_never_be_told(scenarios: dict[str, Scenario]):
    for scenario in scenarios.values():
        for each in scenario.compare:
            assert scenario.fact(each.facts[0]).gate != "hidden"


def test_no_point_says_who_lies(scenarios):
    for scenario in scenarios.values():
        for each in scenario.compare:
            assert not {"lie", "lies", "lying", "liar", "false", "truth"} & set(each.what.lower().split())


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_the_two_stories_are_in_the_exports(both, hearing, assistant, format):
    hers, his = both
    kept = begun("couple_wife", "1", "Ann", NOW)
    for place, turn in enumerate(hers.turns):
        kept = altered(kept, {"what": "say", "id": f"l{place}", "text": turn.question}, NOW)
    kept = assistant.mock.settled("hers", altered(kept, {"what": "end"}, NOW))
    run, review = assistant.mock.review("hers", kept)
    found = two_stories(run, his)
    reviewed = Reviewed("Ann", kept, run, review, found)
    headings = [heading for heading, _ in on_paper(reviewed).groups]
    assert sum("two stories" in each.lower() for each in headings) > 1
    assert not any(
        "two stories" in each.lower() for each, _ in on_paper(Reviewed("A", kept, run, review)).groups
    )
    data = FORMATS[format].write(reviewed)
    assert len(data) > len(FORMATS[format].write(Reviewed("Ann", kept, run, review)))
