"""One page before a session: what this subject at this stage is likely to call for."""

from __future__ import annotations

import io

import pytest
from docx import Document

from assistant.handling import Hearing, brief_for
from assistant.handling.brief import MOST
from assistant.handling.exports import FORMATS, file_name


def cues_of(profile: dict[str, object], stage: str, hearing: Hearing) -> list[str]:
    return [each.cue for each in brief_for(profile, stage, hearing.cues, hearing.library).advice]


def test_what_is_known_of_him_comes_first(hearing: Hearing) -> None:
    officer: dict[str, object] = {
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
    assert made.advice[0].because == "he is a man of standing (major)"
    for each in (*made.as_json()["advice"], *made.as_json()["rests"]):
        assert each["says"]
        assert each["citations"][0]["quote"]


def test_each_piece_is_one_line_to_have_in_mind(hearing: Hearing) -> None:
    for cue in hearing.cues.values():
        for words in filter(None, (cue.before, cue.rest)):
            assert 5 <= len(words.says.split()) <= 30, cue.id
            assert len(words.name.split()) <= 4, cue.id


def test_the_rests_are_for_him(hearing: Hearing) -> None:
    def rests(profile: dict[str, object], stage: str = "full debrief") -> list[str]:
        return [each.cue for each in brief_for(profile, stage, hearing.cues, hearing.library).rests]

    assert set(rests({})) == {"left_idle", "broken_promise", "purposeful_work", "distress"}
    assert rests({"family_behind": True})[0] == "family_fear"
    assert rests({"state": "does not sleep"})[0] == "distress"
    assert "left_idle" not in rests({}, "follow-up")


@pytest.mark.parametrize("format", ["docx", "md"])
def test_it_is_had_as_a_file(hearing: Hearing, format: str) -> None:
    loud = "Lantern <img src=x> *star*"
    profile = {"cover_name": loud, "family_behind": True, "state": loud}
    made = brief_for(profile, "first contact", hearing.cues, hearing.library)
    data = FORMATS[format].write(made)
    assert file_name(made, format) == f"brief-lantern-img-src-x-star-first-contact.{format}"
    if format == "docx":
        said = "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)
        assert loud in said
    else:
        said = data.decode().replace("\\", "")
        assert "<img" not in data.decode().replace("\\<", "")
    for each in (*made.advice, *made.rests):
        assert each.says in said
        assert each.citations[0].id in said
        assert " ".join(each.citations[0].quote.split()) in said
    assert said.count("When it comes up") == len(made.advice)
