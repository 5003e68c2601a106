"""What the mock debriefs' tab shows, where no browser is needed to see it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.mock.kept import KeptRun, altered, begun
from assistant.web.showing import mock_desk, mock_plan, mock_standing
from assistant.wiring import Assistant

BEGAN = datetime(2026, 5, 18, 10, 0, tzinfo=UTC)


@pytest.fixture
def kept() -> KeptRun:
    return begun("border_crosser", "1", "<Ann>", BEGAN)


def test_without_a_questionnaire_the_plan_says_how_to_make_one(kept):
    shown = mock_plan.plan("r", kept, None, [])
    assert "Build one under" in shown
    assert 'href="#questionnaires"' in shown
    assert "<form" not in shown


def test_a_deleted_questionnaire_is_named_as_such(kept):
    chosen = altered(kept, {"what": "plan", "plan": "gone"}, BEGAN)
    assert "was deleted" in mock_plan.plan("r", chosen, None, [])


@pytest.mark.parametrize(("minutes", "shown"), [(0.0, "0:00"), (0.25, "0:15"), (61.5, "61:30")])
def test_minutes_stand_as_on_a_clock(minutes, shown):
    assert mock_standing.in_minutes(minutes) == shown


def test_only_the_trainer_ends_a_run_from_the_strip(kept, assistant: Assistant):
    scenario = assistant.mock.scenario("border_crosser")
    trainee, trainer = (
        mock_standing.standing("r", kept, scenario, seat, BEGAN + timedelta(minutes=2))
        for seat in ("trainee", "trainer")
    )
    assert 'data-what="end"' in trainer
    assert 'data-what="end"' not in trainee
    assert ">2:00<" in trainee


def test_the_desk_lists_what_goes_on_and_says_when_nobody_is_there(kept, assistant: Assistant):
    scenarios = assistant.mock.scenarios
    said = altered(kept, {"what": "say", "id": "a", "text": "Good day."}, BEGAN + timedelta(minutes=3))
    shown = mock_desk.desk([("r", said)], scenarios, BEGAN + timedelta(minutes=4))
    assert "minute 4 · 1 line" in shown
    assert "&lt;Ann&gt;" in shown
    assert "<Ann>" not in shown
    ended = altered(said, {"what": "end"}, BEGAN + timedelta(minutes=5))
    assert "Nobody is in a session." in mock_desk.desk([("r", ended)], scenarios, BEGAN)
    assert mock_desk.mark([("r", said)]) != mock_desk.mark([("r", ended)])
