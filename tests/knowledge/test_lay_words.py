"""Everyday words and what the documents call the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import BadContent
from assistant.knowledge import Library
from assistant.knowledge.lay_words import LayWords, read_lay_words
from assistant.knowledge.words import stems


@pytest.fixture
def lay_words(tmp_path: Path) -> LayWords:
    path = tmp_path / "lay_words.yaml"
    path.write_text(
        '- lay: [turncoat, "safe house", "who is it"]\n  means: [defector, defection]\n'
        "- lay: [doorstep]\n  means: [walk-in]\n",
        encoding="utf-8",
    )
    return read_lay_words(path)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("A turncoat rang.", "defector . defection"),
        ("Turncoats on our DOORSTEP", "defector . defection . walk-in"),
        ("Where are the safe houses?", "defector . defection"),
        ("Is a house in town safe?", ""),
        ("Who is it?", ""),
        ("Nothing of the kind", ""),
        ("", ""),
    ],
)
def test_lay_phrases_bring_the_documents_words(lay_words: LayWords, text: str, means: str) -> None:
    assert lay_words.meant_by(text) == means


def test_without_a_file_nothing_is_meant(tmp_path: Path) -> None:
    assert read_lay_words(tmp_path / "lay_words.yaml").meant_by("turncoat") == ""


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lay_words.yaml"
    path.write_text("turncoat: defector\n", encoding="utf-8")
    with pytest.raises(BadContent):
        read_lay_words(path)


def test_what_lay_words_stand_for_is_said_in_the_documents(library: Library) -> None:
    """Words that no document uses would lead nowhere."""
    used = {
        stem
        for paragraph in library.paragraphs
        for text in (paragraph.text, *paragraph.headings, paragraph.lead_in)
        for stem in stems(text)
    }
    lost = [means for _, each in library.lay_words.phrases for means in each if not set(stems(means)) & used]
    assert lost == []
