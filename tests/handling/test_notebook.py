"""A notebook as it is kept, what a click changes in it, and what is made of it."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml

from assistant.errors import BadContent, DebriefError, NotFound
from assistant.handling import (
    Hearing,
    Notebook,
    as_text,
    read_cues,
    review,
    tallied,
    tallies_as_csv,
    transcript_of,
)
from assistant.handling.notebook import LONGEST_LINE, MOST_LINES, altered, as_json, from_json
from assistant.knowledge import Library
from assistant.transcripts import read_transcript

PROJECT = Path(__file__).resolve().parents[2]
NOW = datetime(1976, 5, 18, 10, 0, tzinfo=UTC)
THREAT = "If you do not talk, you will get no food and no sleep."
WORRY = "I keep thinking of my mother; they will arrest her because of me."
PLAIN = "What was the number of your regiment?"


@pytest.fixture(scope="module")
def hearing(library: Library) -> Hearing:
    return Hearing(read_cues(PROJECT / "knowledge" / "handling_cues.yaml", library), library)


def change(notebook: Notebook, what: str, minutes: int = 0, **more: object) -> Notebook:
    return altered(notebook, {"what": what, **more}, NOW + timedelta(minutes=minutes))


def notebook_of(*lines: tuple[str, str]) -> Notebook:
    notebook = Notebook(began=NOW)
    for number, (role, text) in enumerate(lines, start=1):
        notebook = change(notebook, "add", number, id=f"l{number}", role=role, text=text)
    return notebook


@pytest.fixture
def notebook() -> Notebook:
    return notebook_of(("handler", PLAIN), ("subject", "The 54th."), ("note", "Coffee came."))


def texts(notebook: Notebook) -> list[str]:
    return [each.text for each in notebook.lines]


def test_what_is_kept_comes_back_the_same(notebook):
    notebook = change(notebook, "outcome", id="l2 distress", value="not now")
    notebook = change(notebook, "duty", 7, id="bona-fides", value=True)
    content = as_json(notebook)
    assert from_json(content) == notebook
    assert content["lines"][1] == {
        "id": "l2",
        "role": "subject",
        "text": "The 54th.",
        "at": "1976-05-18T10:02:00+00:00",
    }
    assert content["outcomes"] == {"l2 distress": "not now"}
    assert content["duties"] == {"bona-fides": "1976-05-18T10:07:00+00:00"}
    assert content["began"] == "1976-05-18T10:00:00+00:00"


def test_a_line_that_arrives_twice_is_kept_once(notebook):
    assert change(notebook, "add", 9, id="l2", role="subject", text="The 54th.") == notebook


def test_lines_keep_their_breaks_and_lose_the_space_around_them():
    assert texts(notebook_of(("note", "  one\r\ntwo \n"))) == ["one\ntwo"]


def test_a_mended_line_stays_where_and_when_it_was(notebook):
    mended = change(notebook, "mend", 9, id="l2", role="note", text="The 45th.")
    line = mended.lines[1]
    assert (line.id, line.role, line.text, line.at) == ("l2", "note", "The 45th.", notebook.lines[1].at)
    assert (mended.lines[0], mended.lines[2]) == (notebook.lines[0], notebook.lines[2])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_that_was_taken_out_is_put_back_where_it_was(notebook, place):
    gone = notebook.lines[place]
    less = change(notebook, "take_out", id=gone.id)
    assert len(less.lines) == 2
    back = {"id": gone.id, "role": gone.role, "text": gone.text, "at": gone.at.isoformat()}
    after = notebook.lines[place - 1].id if place else ""
    assert change(less, "put_back", 9, **back, after=after) == notebook
    assert change(notebook, "put_back", 9, **back, after=after) == notebook


@pytest.mark.parametrize("at", ["", "yesterday", "1976-05-18T10:00:00"])
def test_a_line_put_back_without_a_whole_time_has_that_of_now(notebook, at):
    back = change(notebook, "put_back", 9, id="l9", role="note", text="x", at=at, after="l1")
    assert back.lines[1].at == NOW + timedelta(minutes=9)


def test_an_outcome_is_changed_and_taken_back(notebook):
    done = change(notebook, "outcome", id="l2 distress", value="done")
    assert change(done, "outcome", id="l2 distress", value="wrong").outcomes == {"l2 distress": "wrong"}
    assert change(done, "take_back", id="l2 distress") == notebook
    assert change(notebook, "take_back", id="l2 distress") == notebook


def test_what_was_done_stays_when_its_line_is_taken_out_and_put_back(notebook):
    done = change(notebook, "outcome", id="l2 distress", value="done")
    assert change(done, "take_out", id="l2").outcomes == done.outcomes


def test_a_duty_keeps_its_first_time_until_it_is_not_done_after_all(notebook):
    once = change(notebook, "duty", 3, id="bona-fides", value=True)
    assert change(once, "duty", 8, id="bona-fides", value=True) == once
    assert change(once, "duty", id="bona-fides", value=False) == notebook


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"what": "add", "id": "l9", "role": "note", "text": " \n"}, BadContent),
        ({"what": "add", "id": "l9", "role": "note", "text": "x" * (LONGEST_LINE + 1)}, BadContent),
        ({"what": "add", "id": "l9", "role": "judge", "text": "x"}, NotFound),
        ({"what": "add", "id": "<b>", "role": "note", "text": "x"}, NotFound),
        ({"what": "add", "role": "note", "text": "x"}, NotFound),
        ({"what": "mend", "id": "l9", "role": "note", "text": "x"}, NotFound),
        ({"what": "take_out", "id": "l9"}, NotFound),
        ({"what": "outcome", "id": "l9 distress", "value": "done"}, NotFound),
        ({"what": "outcome", "id": "l2 distress", "value": "later"}, NotFound),
        ({"what": "outcome", "id": "l2", "value": "done"}, NotFound),
        ({"what": "duty", "id": "a b", "value": True}, NotFound),
        ({"what": "burn"}, NotFound),
        ({}, NotFound),
    ],
)
def test_what_cannot_be_is_refused_without_the_words(notebook, data, error):
    with pytest.raises(error) as refused:
        altered(notebook, data, NOW)
    assert "xxx" not in str(refused.value)
    assert isinstance(refused.value, DebriefError)


def test_a_full_notebook_takes_no_more():
    full = from_json(
        {
            "lines": [
                {"id": f"l{n}", "role": "note", "text": "x", "at": NOW.isoformat()} for n in range(MOST_LINES)
            ],
            "outcomes": {},
            "duties": {},
            "began": NOW.isoformat(),
        }
    )
    with pytest.raises(BadContent, match="Begin another"):
        change(full, "add", id="more", role="note", text="x")


def test_its_text_is_read_as_a_transcript_with_roles_times_and_day():
    notebook = notebook_of(
        ("handler", PLAIN),
        ("subject", "The 54th.\nBefore that: the 12th."),
        ("note", "He asked (twice) for [water]."),
        ("handler", "Who led it?"),
        ("subject", "Colonel Drach."),
    )
    text = as_text(notebook, UTC)
    read = read_transcript(text.encode(), "notebook.txt")
    assert [(turn.role, turn.text) for turn in read.turns] == [
        ("interviewer", PLAIN),
        ("subject", "The 54th. Before that: the 12th."),
        ("interviewer", "Who led it?"),
        ("subject", "Colonel Drach."),
    ]
    assert read.turns[0].place == "10:01:00"
    assert str(read.date) == "1976-05-18"
    assert "[Note: 10:03:00. He asked ‹twice› for ‹water›.]" in [each.text for each in read.unread]


def test_every_line_is_a_turn_whatever_its_words():
    lines = [("handler", "yes"), ("subject", "S: no"), ("note", "I: (both)"), ("subject", "PAGE 12")]
    transcript = transcript_of(notebook_of(*lines), "n", timezone(timedelta(hours=2)))
    assert [turn.text for turn in transcript.turns] == [text for _, text in lines]
    assert [turn.role for turn in transcript.turns] == ["interviewer", "subject", "other", "subject"]
    for turn in transcript.turns:
        written = transcript.received[slice(*turn.span)]
        assert turn.place in written
        assert turn.text.split()[0].strip("(") in written
    assert transcript.turns[0].place == "12:01:00"


def test_a_line_that_calls_for_it_raises_a_reminder_and_looking_back_finds_it(hearing):
    notebook = notebook_of(("handler", PLAIN), ("subject", WORRY), ("handler", THREAT))
    raised = {each.line: each.reminder for each in notebook.session(hearing).raised}
    assert "l1" not in raised
    assert raised["l3"].trigger == THREAT
    due = review(transcript_of(notebook, "n"), hearing).due
    assert {moment.words for moment in due} >= {THREAT}


def test_what_came_of_each_cue_is_counted_over_all_notebooks(hearing):
    first = notebook_of(("handler", THREAT), ("handler", PLAIN))
    cue = first.session(hearing).raised[0].reminder.cue
    wrong = change(first, "outcome", id=f"l1 {cue}", value="wrong")
    done = change(first, "outcome", id=f"l1 {cue}", value="done")
    # Answered once, but not raised by today's weights.
    old = change(first, "outcome", id="l2 delay", value="wrong")
    found = {each.cue: each for each in tallied([first, wrong, done, old], hearing)}
    tally = found[cue]
    assert (tally.raised, tally.done, tally.not_now, tally.wrong) == (4, 1, 0, 1)
    assert tally.words == (THREAT,)
    assert (found["delay"].raised, found["delay"].wrong, found["delay"].words) == (1, 1, (PLAIN,))


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_in_the_file_of_it_no_cell_is_a_formula(hearing, start):
    notebook = notebook_of(("handler", f"{start}SUM(A1) {PLAIN}"))
    wrong = change(notebook, "outcome", id="l1 delay", value="wrong")
    text = tallies_as_csv(tallied([wrong], hearing))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["words of the wrong ones"].startswith(f"'{start}SUM")
    assert (rows[0]["raised"], rows[0]["wrong"]) == ("1", "1")


def test_the_example_has_twelve_lines_of_every_role():
    content = yaml.safe_load(
        (PROJECT / "debrief_templates" / "examples" / "sessions" / "notebook.yaml").read_text(
            encoding="utf-8"
        )
    )
    assert len(content["lines"]) == 12
    assert {line["role"] for line in content["lines"]} == {"handler", "subject", "note"}
    assert texts(notebook_of(*((line["role"], line["text"]) for line in content["lines"])))


def test_lines_that_arrive_crossed_stand_as_they_were_typed():
    first, second = "mwrl0tvs-1a", "mwrl0tvz-9c"
    notebook = Notebook(began=NOW)
    for id in (second, first):
        notebook = altered(notebook, {"what": "add", "id": id, "role": "subject", "text": id}, NOW)
    assert [line.id for line in notebook.lines] == [first, second]
