"""One page before a session: what this subject at this stage is likely to call for."""

from __future__ import annotations

from assistant.handling import Hearing, brief_for
from assistant.handling.brief import MOST


def cues_of(profile: dict[str, object], stage: str, hearing: Hearing) -> list[str]:
    return [each.cue for each in brief_for(profile, stage, hearing.cues, hearing.library).advice]


def test_what_is_known_of_him_comes_first(hearing: Hearing) -> None:
    officer = {
        "rank": "colonel",
        "family_behind": ["a wife in Kiev"],
        "motive_stated": "disgust with the regime",
    }
    found = cues_of(officer, "first contact", hearing)
    assert {"family_fear", "importance_slighted", "motive_belittled"} <= {*found[:6]}
    assert len(found) <= MOST


def test_of_a_man_of_whom_nothing_is_known_the_stage_decides(hearing: Hearing) -> None:
    found = cues_of({}, "first contact", hearing)
    assert "confrontation" in found
    assert "family_fear" not in found
    assert cues_of({}, "follow-up", hearing) != found


def test_fear_and_state_bring_theirs(hearing: Hearing) -> None:
    assert "fear_only" in cues_of({"motive_stated": "feared arrest"}, "first contact", hearing)
    assert "distress" in cues_of({"state": "does not sleep"}, "full debrief", hearing)


def test_each_piece_says_why_and_cites(hearing: Hearing) -> None:
    made = brief_for({"rank": "major"}, "full debrief", hearing.cues, hearing.library)
    for each in made.as_json()["advice"]:
        assert each["because"]
        assert each["citations"][0]["quote"]
