"""What is indexed: a paragraph's own words in windows, and each thing that the editors say of it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from assistant.knowledge import Library, Paragraph
from assistant.knowledge.entries import OVERLAP, WINDOW, Entry, entries, in_context, windows


def numbered(count: int) -> str:
    return " ".join(f"word{n}" for n in range(count))


@pytest.mark.parametrize("count", [0, 1, WINDOW, WINDOW + OVERLAP])
def test_a_text_of_one_window_stays_whole(count: int) -> None:
    text = numbered(count)
    assert windows(text) == [text]


@pytest.mark.parametrize("count", [WINDOW + OVERLAP + 1, 2 * WINDOW, 5 * WINDOW + 7])
def test_windows_overlap_and_leave_no_word_out(count: int) -> None:
    cut = [re.findall(r"\w+", window) for window in windows(numbered(count))]
    assert all(len(each) <= WINDOW for each in cut)
    assert {word for each in cut for word in each} == set(numbered(count).split())
    for before, after in pairwise(cut):
        assert before[-OVERLAP:] == after[:OVERLAP]


def test_windows_of_a_paragraph_are_its_own_words(library: Library) -> None:
    text = library.paragraph("MI5-1948#IX.7").text
    assert len(windows(text)) > 1
    assert all(window in text for window in windows(text))


def test_a_window_is_read_in_its_place() -> None:
    paragraph = Paragraph("X", "1.a", "a.", "Come early.", ("Duties",), "Everyone shall:")
    assert in_context(paragraph) == "Duties\nEveryone shall:\n"
    assert in_context(Paragraph("X", "1", "", "Come early.")) == ""


def test_everything_that_is_known_of_a_paragraph_leads_to_it(library: Library) -> None:
    every = list(entries(library))
    mine = [entry for entry in every if entry.target == "NSCID-13#9.b"]
    note = library.notes["NSCID-13#9.b"]
    texts = {entry.text for entry in mine}
    assert {note.gist, *note.questions, *(duty.says for duty in note.duties)} <= texts
    assert any("Field representatives of the IAC agencies shall" in text for text in texts)
    assert {entry.document for entry in mine} == {"NSCID-13"}


def test_every_paragraph_silence_and_gap_is_there(library: Library) -> None:
    every = list(entries(library))
    assert {entry.target for entry in every if entry.kind == "text"} == {p.id for p in library.paragraphs}
    assert {entry.target for entry in every if entry.kind == "silence"} == {
        silence.subject for silence in library.silences
    }
    assert {entry.target for entry in every if entry.kind == "gap"} == {
        id for id, note in library.notes.items() if note.gap
    }


def test_keys_are_unique(library: Library) -> None:
    keys = [entry.key for entry in entries(library)]
    assert len(keys) == len(set(keys))


def test_lay_questions_can_be_left_out(library: Library) -> None:
    with_them, without = set(entries(library)), set(entries(library, lay_questions=False))
    assert without < with_them
    assert {entry.kind for entry in with_them - without} == {"question", "situation"}


def test_a_digest_follows_the_text_alone() -> None:
    one = Entry("X#1", "X", "gist", 0, "Come early.")
    assert one.digest == Entry("Y#1", "Y", "fact", 3, "Come early.").digest
    assert one.digest != Entry("X#1", "X", "gist", 0, "Come late.").digest
