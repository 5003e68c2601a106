"""Scripts that run leftward are known, and turned for what draws rightward only."""

from __future__ import annotations

import pytest

from assistant.paper import runs_leftward, turned, without_turns


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("שלום and more", True),
        ("مرحبا", True),
        ("1919 – (שנה)", True),
        ("word שלום", False),
        ("Хабаровск", False),
        ("1919", False),
        ("", False),
    ],
)
def test_the_first_letter_tells_the_direction(text: str, leftward: bool) -> None:
    assert runs_leftward(text) is leftward


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("בשנה (1919) שם", "םש (1919) הנשב"),
        ("on 3.5.1944 בית 12 שם here", "on 3.5.1944 םש 12 תיב here"),
        ("born in 1919 & <b>", "born in 1919 & <b>"),
        ("", ""),
    ],
)
def test_words_are_turned_and_numbers_are_not(line: str, drawn: str) -> None:
    assert turned(line) == drawn


def test_marks_that_turn_what_follows_are_taken_out() -> None:
    assert without_turns("\u202ea\u2067b\u2069c\u200f") == "abc\u200f"
