"""What a former session settled, and what of it wants following up."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from assistant.errors import UnreadableDocument
from assistant.language import Embedder
from assistant.questionnaires import Former, read_former
from assistant.questionnaires.following import Exchange, follow_up
from assistant.wording import check

WORDINGS = {
    "A.1": "What is your full name?",
    "A.2": "Who was your chief in Ottawa?",
    "A.3": "How many officers served in your residency?",
    "A.4": "Which papers did you bring with you?",
    "A.5": "Where did you go to school?",
}

TRANSCRIPT = """\
Q: What is your full name, please?
A: Ivan Petrovich Sokolov.
Q: Who was the man in charge of you in Ottawa?
A: Colonel Zabotin. Before him it was
   Major Sokolov, whom I met in Vladivostok in the spring of 1942.
Q: What number of officers served in your residency?
A: I do not know.
Q: Which papers did you bring with you?
A: I would rather not talk about that today.
Q: Where did you go to school?
A:
"""


def former(text: str, embedder: Embedder, name: str = "first.txt") -> Former:
    return read_former(text.encode(), name, WORDINGS, embedder)


def test_a_transcript_settles_what_was_asked_in_other_words(embedder: Embedder) -> None:
    settled = former(TRANSCRIPT, embedder).settled
    assert settled == {
        "A.1": "answered",
        "A.2": "answered",
        "A.3": "does not know",
        "A.4": "declined",
        "A.5": "not answered",
    }


def test_a_list_of_answers_settles_by_id_or_by_words(embedder: Embedder) -> None:
    rows = [
        {"id": "A.2", "answer": "Colonel Zabotin."},
        {"question": "What is your full name?", "answer": "Ivan Sokolov."},
        {"id": "A.3", "answer": None},
    ]
    for data in (rows, {"answers": rows}):
        settled = former(json.dumps(data), embedder, "first.json").settled
        assert settled == {"A.2": "answered", "A.1": "answered", "A.3": "not answered"}


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("I don't remember.", "does not know"),
        ("No idea.", "does not know"),
        ("", "not answered"),
        ("I prefer not to say.", "declined"),
        ("He never knew about it.", "answered"),
        ("In Minsk.", "answered"),
        (
            "We drove by night through Brest and Warsaw; I do not remember the number of the lorry, but the "
            "driver was a sergeant from Omsk who had served with my brother.",
            "answered",
        ),
    ],
)
def test_a_negative_is_an_answer(answer: str, outcome: str) -> None:
    assert Exchange("Where was it?", answer).outcome == outcome


def test_new_names_places_and_times_are_followed_up_and_asked_ones_are_not(embedder: Embedder) -> None:
    mentions = {(m.kind, m.words) for m in former(TRANSCRIPT, embedder).mentions}
    assert {("person", "Colonel Zabotin"), ("person", "Major Sokolov"), ("place", "Vladivostok")} <= mentions
    assert ("time", "spring of 1942") in mentions
    assert not {words for _, words in mentions if "Ottawa" in words}


def test_following_up_is_well_worded(embedder: Embedder) -> None:
    questions = follow_up(former(TRANSCRIPT, embedder))
    assert {q.origin for q in questions} == {"follow-up"}
    assert {q.wording: check(q.wording).faults for q in questions if check(q.wording).faults} == {}


def test_two_former_sessions_are_one(embedder: Embedder) -> None:
    first = former(TRANSCRIPT, embedder)
    second = former("Q: Where did you go to school?\nA: In Omsk.\n", embedder)
    settled: Mapping[str, str] = Former.joined(first, second).settled
    assert settled["A.5"] == "answered"
    assert settled["A.3"] == "does not know"


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"\xff\xfe\x00", "a.txt", "not text"),
        (b"He told us all he knew.", "a.txt", "Q: and A:"),
        (b"{", "a.json", "not valid JSON"),
        (b"[1, 2]", "a.json", "give a list"),
        (b"[" * 100_000, "a.json", "not valid JSON"),
        (b"x" * 6_000_000, "a.txt", "larger than"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, name: str, says: str, embedder: Embedder) -> None:
    with pytest.raises(UnreadableDocument, match=says):
        read_former(data, name, WORDINGS, embedder)
