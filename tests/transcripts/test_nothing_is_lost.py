"""Every word of a file is in a turn or among what was left unread; spans point at it."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.transcripts import Transcript, read_transcript

words = st.lists(st.from_regex(r"[a-zäж]{2,9}[.?]?", fullmatch=True), min_size=1, max_size=8).map(" ".join)
turns = st.lists(st.tuples(st.sampled_from(["Q", "A", "Int", "Capt. Hale"]), words), min_size=2, max_size=12)


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def every_word(transcript: Transcript) -> Counter[str]:
    """What is kept; a label that is taken for a header stands among the unread and counts too."""
    parts = [turn.text for turn in transcript.turns] + [part.text for part in transcript.unread]
    return words_of(" ".join(parts))


@settings(max_examples=60, deadline=None)
@given(turns, st.lists(words, max_size=3), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_of_labelled_text(said, header, between):
    text = between.join([*header, *(f"{name}: {text}" for name, text in [("Q", "start"), *said])])
    transcript = read_transcript(text.encode(), "s.txt")
    expected = " ".join([*header, "start", *(text for _, text in said)])
    assert words_of(expected) <= every_word(transcript)
    for turn in transcript.turns:
        start, end = turn.span
        assert transcript.received[start:end].split() == turn.text.split()


@settings(max_examples=40, deadline=None)
@given(turns)
def test_of_a_hearing_record(said):
    lines = [f"      Mr. {name.split()[-1].title()}y. {text}" for name, text in said]
    text = "\n".join(f"{number:2}{line}" for number, line in enumerate(lines[:25], start=1))
    if len(said) < 5:
        return
    transcript = read_transcript(text.encode(), "s.txt")
    assert words_of(" ".join(text for _, text in said)) <= every_word(transcript)


@pytest.mark.parametrize("size", [10_000])
def test_many_turns(size):
    text = "\n".join(f"{'QA'[number % 2]}: words number {number}?" for number in range(size))
    assert len(read_transcript(text.encode(), "s.txt").turns) == size
