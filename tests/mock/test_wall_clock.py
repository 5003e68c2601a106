"""A run by the wall's clock, with pauses, and with a questionnaire beside it."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import BadContent, NotFound
from assistant.mock.kept import LONGEST_WAIT, SHORTEST_WAIT, KeptRun, altered, as_json, begun, from_json

BEGAN = datetime(2026, 5, 18, 10, 0, tzinfo=UTC)


@pytest.fixture
def kept() -> KeptRun:
    return begun("border_crosser", "3", "Ann Weir", BEGAN)


def at(kept: KeptRun, minute: float, what: str, **data: object) -> KeptRun:
    """The run after a change, ``minute`` minutes by the wall after its beginning."""
    return altered(kept, {"what": what, **data}, BEGAN + timedelta(minutes=minute))


def said(kept: KeptRun, minute: float, text: str = "Good day.", **data: object) -> KeptRun:
    return at(kept, minute, "say", id=f"l{len(kept.lines)}", text=text, **data)


def minutes(kept: KeptRun) -> list[float]:
    return [each.minutes for each in kept.lines]


def test_a_line_counts_the_minutes_since_the_one_before(kept):
    kept = said(said(said(kept, 2), 2.75), 6)
    assert minutes(kept) == [2.0, 0.75, 3.25]
    assert kept.minutes == 6.0
    assert [each.minutes for each in kept.said] == minutes(kept)


@pytest.mark.parametrize(
    ("waited", "counted"), [(0.01, SHORTEST_WAIT), (-3.0, SHORTEST_WAIT), (600.0, LONGEST_WAIT)]
)
def test_there_is_a_least_and_a_most(kept, waited, counted):
    assert minutes(said(kept, waited)) == [counted]


def test_a_pause_is_taken_off(kept):
    kept = at(at(said(kept, 1), 2, "pause"), 32, "go_on")
    assert kept.paused is None
    assert minutes(said(kept, 33)) == [1.0, 2.0]


def test_the_clock_stands_still_in_a_pause(kept):
    kept = at(said(kept, 1), 3, "pause", seat="trainer")
    assert (kept.paused, kept.paused_by) == (BEGAN + timedelta(minutes=3), "trainer")
    for later in (3, 20, 300):
        assert kept.waiting(BEGAN + timedelta(minutes=later)) == 2.0
    assert at(kept, 9, "pause") == kept
    on = at(kept, 20, "go_on")
    assert on.waiting(BEGAN + timedelta(minutes=21)) == 3.0
    assert at(on, 22, "go_on") == on


def test_nobody_speaks_in_a_pause_but_a_line_that_was_kept_is_answered_for(kept):
    kept = at(said(kept, 1), 2, "pause")
    with pytest.raises(BadContent, match="paused"):
        said(kept, 3)
    assert at(kept, 3, "say", id="l0", text="Good day.") == kept
    ended = at(kept, 5, "end")
    assert (ended.paused, ended.paused_by) == (None, "")
    for what in ("pause", "go_on"):
        with pytest.raises(BadContent, match="ended"):
            at(ended, 6, what)


def test_the_other_seat_sees_what_changes_and_nothing_else(kept):
    kept = said(kept, 1)
    steps = [
        kept,
        at(kept, 2, "pause"),
        at(kept, 2, "slip_in", event="boots"),
        said(kept, 2),
        at(kept, 2, "end"),
    ]
    assert len({each.mark for each in steps}) == len(steps)
    assert at(kept, 2, "notes", text="A mare.").mark == kept.mark
    assert at(kept, 2, "asked", question="q1", on="yes").mark == kept.mark


def test_a_plan_is_chosen_and_its_questions_are_ticked(kept):
    kept = at(kept, 0, "plan", plan="p1")
    kept = at(at(kept, 1, "asked", question="q2", on="yes"), 1, "asked", question="q3", on="yes")
    assert (kept.plan, kept.asked) == ("p1", ("q2", "q3"))
    assert at(kept, 1, "asked", question="q2", on="no").asked == ("q3",)
    # Questionnaires share questions of their templates: the ticks are the questions' own.
    assert at(kept, 2, "plan", plan="p2").asked == kept.asked
    assert at(kept, 2, "plan", plan="").plan == ""
    for plan in ("<b>", "x" * 41):
        with pytest.raises(NotFound):
            at(kept, 2, "plan", plan=plan)
    with pytest.raises(NotFound):
        at(kept, 2, "asked", question="", on="yes")


def test_a_line_ticks_what_it_asks(kept):
    kept = said(kept, 1, asked=["q1", "q1", "q7"])
    assert kept.asked == ("q1", "q7")
    assert said(kept, 2, asked="q9").asked == kept.asked


def test_all_of_it_comes_back_from_json(kept):
    kept = at(said(at(kept, 0, "plan", plan="p1"), 1, asked=["q1"]), 2, "pause", seat="trainer")
    assert from_json(as_json(kept)) == kept


def test_a_run_of_before_there_was_a_clock_opens_and_goes_on_a_minute_a_line(kept):
    new = "since paused paused_by plan asked digest turns".split()
    old = {key: value for key, value in as_json(said(kept, 2)).items() if key not in new}
    opened = from_json(old)
    assert opened.since is None
    assert opened.waiting(BEGAN + timedelta(minutes=30)) == 0.0
    on = at(at(opened, 40, "pause"), 50, "go_on")
    assert minutes(said(on, 60)) == [2.0, 1.0]
