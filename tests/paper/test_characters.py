"""What a file cannot hold is left out, and nothing else; what is too long is divided or cut."""

from __future__ import annotations

import pytest

from assistant.paper import one_line, pieces, shortened, slug, storable


@pytest.mark.parametrize(
    "text", ["a\tb\nc", "Łódź Чита שלום مرحبا 你好 😀", "<b> & ' \" ]]>", "\x85\u2028\ufffd", ""]
)
def test_what_can_be_stored_stays_as_it_is(text: str) -> None:
    assert storable(text) == text


@pytest.mark.parametrize("lost", ["\x00", "\x0b", "\x1b", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_only_what_cannot_be_stored_is_left_out(lost: str) -> None:
    assert storable(f"be{lost}fore{lost}") == "before"


def test_every_line_ends_alike() -> None:
    assert storable("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_one_line_folds_all_white_space() -> None:
    assert one_line(" a\r\n\tb\u00a0\u2003c\x00 ") == "a b c"


@pytest.mark.parametrize("text", ["a word and an other " * 40, "W" * 999, "short", "", " "])
def test_a_long_text_is_divided_without_loss(text: str) -> None:
    made = pieces(text, 50)
    assert all(1 <= len(piece) <= 50 for piece in made)
    assert "".join("".join(made).split()) == "".join(text.split())


def test_a_text_is_divided_between_words() -> None:
    assert pieces("one two three four", 9) == ["one two", "three", "four"]


@pytest.mark.parametrize(
    ("text", "shown"), [("twelve chars", "twelve chars"), ("thirteen char", "thirteen ch…"), ("", "")]
)
def test_where_a_text_was_cut_is_shown(text: str, shown: str) -> None:
    assert shortened(text, 12) == shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Full debrief – Łódź", "full-debrief-łódź"),
        ("my_file\x00.docx", "my-file-docx"),
        ("../../etc/passwd", "etc-passwd"),
        ("…", ""),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_a_files_name_has_letters_digits_and_hyphens(text: str, name: str) -> None:
    assert slug(text) == name
