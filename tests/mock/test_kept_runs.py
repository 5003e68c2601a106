"""A run as it is kept, and played again from what is kept."""

from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import BadContent, NotFound
from assistant.mock import run
from assistant.mock.exports import FORMATS, Reviewed, file_name
from assistant.mock.judging import agreement, judgements
from assistant.mock.kept import LONGEST_LINE, KeptRun, altered, as_json, begun, from_json

NOW = datetime(2026, 5, 18, 10, 0, tzinfo=UTC)
QUESTIONS = ("Tell me about yourself.", "What have you seen of the frontier works?", "How did you get out?")


@pytest.fixture
def kept() -> KeptRun:
    return begun("border_crosser", "3", "  Ann   Weir ", NOW)


def change(kept: KeptRun, what: str, **data: object) -> KeptRun:
    return altered(kept, {"what": what, **data}, NOW + timedelta(minutes=5))


def said(kept: KeptRun, *lines: str) -> KeptRun:
    for line in lines:
        kept = change(kept, "say", id=f"l{len(kept.lines)}", text=line)
    return kept


def test_a_run_begins_with_a_name_and_a_seed(kept):
    assert (kept.scenario, kept.seed, kept.trainee, kept.began) == ("border_crosser", 3, "Ann Weir", NOW)
    assert begun("x", "", "Ann", NOW).seed == 1


@pytest.mark.parametrize(
    ("seed", "name"), [("one", "Ann"), ("-1", "Ann"), ("1", "  "), ("1", "A" * 81), ("9999999", "Ann")]
)
def test_a_run_does_not_begin_without_them(seed, name):
    with pytest.raises(BadContent):
        begun("border_crosser", seed, name, NOW)


def test_all_of_it_comes_back_from_json(kept):
    kept = change(said(kept, "Good day."), "slip_in", event="boots")
    kept = change(change(said(kept, "And now?"), "notes", text="a\r\nb"), "end")
    kept = change(kept, "override", id="kind/1", note="It is open.")
    assert kept.notes == "a\nb"
    assert from_json(as_json(kept)) == kept


def test_an_event_stands_before_the_next_line_once(kept):
    kept = change(said(kept, "Good day."), "slip_in", event="boots")
    assert (kept.slipped, kept.lines[0].event) == ("boots", "")
    with pytest.raises(BadContent, match="last event"):
        change(kept, "slip_in", event="rumour")
    kept = said(kept, "What was that?")
    assert (kept.slipped, kept.lines[1].event) == ("", "boots")
    assert change(kept, "slip_in", event="boots") == kept


def test_a_line_that_is_sent_twice_is_kept_once_even_after_the_end(kept):
    kept = said(kept, "Good day.")
    assert change(kept, "say", id="l0", text="Good day.") == kept
    ended = change(kept, "end")
    assert change(ended, "say", id="l0", text="Good day.") == ended


def test_after_the_end_nothing_is_said(kept):
    ended = change(said(kept, "Good day."), "end")
    assert ended.ended == NOW + timedelta(minutes=5)
    assert altered(ended, {"what": "end"}, NOW + timedelta(days=1)) == ended
    for what, data in (("say", {"id": "x", "text": "One more."}), ("slip_in", {"event": "boots"})):
        with pytest.raises(BadContent, match="ended"):
            change(ended, what, **data)


def test_an_empty_run_is_not_ended(kept):
    with pytest.raises(BadContent, match="Nothing was said"):
        change(kept, "end")


def test_an_override_is_kept_with_its_note_and_taken_back(kept):
    with pytest.raises(BadContent, match="goes on"):
        change(said(kept, "Good day."), "override", id="kind/1", note="No.")
    ended = change(said(kept, "Good day."), "end")
    with pytest.raises(BadContent, match="note"):
        change(ended, "override", id="kind/1", note="  ")
    judged = change(ended, "override", id="kind/1", note="It is a greeting.")
    assert judged.overrides == {"kind/1": "It is a greeting."}
    assert change(judged, "take_back", id="kind/1") == ended


def test_the_trainee_is_named_anew(kept):
    assert change(kept, "trainee", text="Bea").trainee == "Bea"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"what": "fly"},
        {"what": "say", "id": "<b>", "text": "x"},
        {"what": "slip_in", "event": ""},
        {"what": None},
    ],
)
def test_there_is_no_other_change(kept, data):
    with pytest.raises(NotFound):
        altered(kept, data, NOW)


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST_LINE + 1), 7])
def test_a_line_has_words_and_an_end(kept, text):
    with pytest.raises(BadContent):
        change(kept, "say", id="a", text=text)


def test_what_is_played_line_by_line_is_what_is_played_at_once(kept, assistant):
    mock = assistant.mock
    kept = change(said(kept, QUESTIONS[0]), "slip_in", event="boots")
    mock.play("one", kept)
    for line in QUESTIONS[1:]:
        kept = said(kept, line)
        went_on = mock.play("one", kept)
    scenario = mock.scenario("border_crosser")
    at_once = run(scenario, kept.said, kept.seed, assistant.hearing, assistant.mock.matcher(scenario))
    assert went_on == at_once == mock.play("another", kept)
    assert went_on.turns[1].event == scenario.events[2].says


def test_another_seed_or_other_lines_are_played_from_the_start(kept, assistant):
    first = assistant.mock.play("same", said(kept, *QUESTIONS))
    shorter = assistant.mock.play("same", said(kept, QUESTIONS[2]))
    assert len(shorter.turns) == 1
    assert assistant.mock.play("same", said(kept, *QUESTIONS)) == first
    assert assistant.mock.play("same", said(begun("border_crosser", "4", "A", NOW), *QUESTIONS)).seed == 4


def test_a_scenario_that_is_gone_is_named_as_such(assistant):
    with pytest.raises(NotFound, match="scenario"):
        assistant.mock.play("x", begun("nowhere", "1", "Ann", NOW))


def test_overrides_count_against_the_agreement(kept, assistant):
    kept = change(said(kept, *QUESTIONS), "end")
    played, review = assistant.mock.review("agreement", kept)
    every = judgements(played, review)
    assert len(set(every)) == len(every)
    assert agreement(played, review, {}) == (len(every), len(every))
    # An override of something that the review does not say any more counts for nothing.
    assert agreement(played, review, {"kind/1", "keep/99"}) == (len(every) - 1, len(every))


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_the_review_goes_out_to_files_whatever_was_typed(kept, assistant, format):
    kept = said(kept, *QUESTIONS, "<b>&amp; \x07 \ud83d שלום</b> <script>", "word " * 700)
    kept = change(change(kept, "end"), "override", id="kind/1", note="<i>no\x00")
    reviewed = Reviewed("Ann <b>", kept, *assistant.mock.review("files", kept))
    data = FORMATS[format].write(reviewed)
    assert data.startswith({"docx": b"PK", "pdf": b"%PDF", "json": b"{"}[format])
    assert file_name(reviewed, format) == f"mock-ann-b.{format}"
