"""A check of transcripts as it is kept, and what a click changes in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.bona_fides import kept as kept_check
from assistant.bona_fides import read_case_file
from assistant.bona_fides.kept import KeptCheck, altered, as_json, from_json, with_files
from assistant.errors import BadContent, DebriefError

EXAMPLE = Path(__file__).resolve().parents[2] / "debrief_templates" / "examples" / "sessions"
FIRST = b"4 March 1951\n\nQ: Where were you born?\nA: In Telc, near the mill.\n"
SECOND = b"19 March 1951\n\nQ: Where was your home?\nA: In Brno, in the long street.\n"
UNDATED = b"Q: Where was your home?\nA: In Jihlava.\nHale: A little louder.\n"


def check_of(*contents: bytes) -> KeptCheck:
    kept, refused = with_files(KeptCheck(), [(f"{n}.txt", each) for n, each in enumerate(contents, start=1)])
    assert refused == ()
    return kept


def change(kept: KeptCheck, what: str, **more: str) -> KeptCheck:
    return altered(kept, {"what": what, **more})


def test_what_is_kept_comes_back_the_same():
    kept = change(check_of(FIRST, UNDATED), "date", file="2.txt", value="1951-04-02")
    kept = change(kept, "role", file="2.txt", speaker="Hale", value="interpreter")
    kept = change(kept, "case_file", value="facts: []")
    kept = change(kept, "explain", id="f1", note=" Two calendars. ")
    kept = change(kept, "dismiss", id="f2")
    kept = altered(kept, {"what": "with_model", "value": True})
    content = as_json(kept)
    assert from_json(content) == kept
    assert content["files"][1]["date"] == "1951-04-02"
    assert content["files"][0]["date"] is None
    assert content["settled"] == {
        "f1": {"outcome": "explained", "note": "Two calendars."},
        "f2": {"outcome": "dismissed", "note": ""},
    }


def test_a_check_that_was_kept_before_a_model_could_be_asked_is_read():
    content = as_json(check_of(FIRST))
    del content["with_model"]
    assert from_json(content) == check_of(FIRST)


@pytest.mark.parametrize(("sent", "kept"), [(True, True), (False, False), ("yes", False), (None, False)])
def test_a_model_is_asked_only_for_who_ticks_it(sent, kept):
    assert altered(check_of(FIRST), {"what": "with_model", "value": sent}).with_model is kept


def test_the_title_is_made_of_the_days():
    assert KeptCheck().title == "Sessions"
    assert check_of(UNDATED).title == "1.txt"
    assert check_of(FIRST).title == "Session of 4 March 1951"
    assert check_of(SECOND, FIRST).title == "Sessions of 4 March 1951 and 19 March 1951"


def test_a_day_given_by_hand_counts_until_it_is_taken_away():
    kept = change(check_of(FIRST), "date", file="1.txt", value="1951-03-05")
    assert (kept.files[0].transcript.date, kept.files[0].transcript.dated_by) == (date(1951, 3, 5), "given")
    assert change(kept, "date", file="1.txt", value="").files[0].transcript.date == date(1951, 3, 4)


def test_a_role_chosen_by_hand_holds_for_every_turn_of_the_speaker():
    kept = change(check_of(FIRST), "role", file="1.txt", speaker="A", value="interpreter")
    assert kept.files[0].transcript.speakers == {"Q": "interviewer", "A": "interpreter"}


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"what": "date", "file": "1.txt", "value": "1951-02-30"}, "no day of the calendar"),
        ({"what": "date", "file": "9.txt", "value": ""}, "not in the check any more"),
        ({"what": "role", "file": "1.txt", "speaker": "A", "value": "guest"}, "no such speaker or role"),
        ({"what": "role", "file": "1.txt", "speaker": "X", "value": "subject"}, "no such speaker or role"),
        ({"what": "explain", "id": "f1", "note": " "}, "Write what explains it"),
        ({"what": "case_file", "value": "x" * 60_000}, "Shorten it"),
        ({"what": "burn"}, "Load the page again"),
        ({}, "Load the page again"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(data, says):
    with pytest.raises(DebriefError, match=says):
        altered(check_of(FIRST), data)


def test_settling_and_its_opposite_leave_what_is_looked_for():
    kept = check_of(FIRST)
    settled = change(kept, "dismiss", id="f1")
    assert settled.key == kept.key
    assert change(settled, "take_back", id="f1") == kept
    assert change(kept, "take_back", id="nothing") == kept


def test_whatever_gives_other_findings_has_another_key():
    kept = check_of(FIRST, SECOND)
    others = [
        change(kept, "date", file="1.txt", value="1951-03-05"),
        change(kept, "role", file="1.txt", speaker="A", value="other"),
        change(kept, "take_out", file="2.txt"),
        change(kept, "case_file", value="facts: []"),
        altered(kept, {"what": "with_model", "value": True}),
    ]
    assert len({kept.key, *(each.key for each in others)}) == 6
    assert check_of(FIRST, SECOND).key == kept.key


def test_files_that_cannot_be_taken_in_are_named_with_why():
    kept, refused = with_files(
        check_of(FIRST), [("again.txt", FIRST), ("empty.txt", b""), ("1.txt", SECOND), ("x.txt", b"\0\1\2")]
    )
    assert [each.name for each in kept.files] == ["1.txt", "1 (2).txt"]
    assert [line.split(":")[0] for line in refused] == ["again.txt", "empty.txt", "x.txt"]
    assert "is here already" in refused[0]


def test_a_check_takes_only_so_many_sessions():
    many = [(f"{n}.txt", FIRST + b"A: %d.\n" % n) for n in range(kept_check.MOST_FILES + 1)]
    kept, refused = with_files(KeptCheck(), many)
    assert len(kept.files) == kept_check.MOST_FILES
    assert "Begin another" in refused[0]


def test_the_example_can_be_brought_and_its_case_file_read():
    brought = [(path.name, path.read_bytes()) for path in sorted(EXAMPLE.glob("*.txt"))]
    kept, refused = with_files(KeptCheck(), brought)
    assert refused == ()
    assert kept.title == "Sessions of 4 March 1952 and 19 March 1952"
    assert all(each.transcript.speakers == {"Q": "interviewer", "A": "subject"} for each in kept.files)
    assert len(read_case_file((EXAMPLE / "case_file.yaml").read_text(encoding="utf-8"))) == 2


def test_a_case_file_that_is_none_is_refused():
    with pytest.raises(BadContent):
        read_case_file("facts: yes")
