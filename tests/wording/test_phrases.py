"""The notation in which lists of phrases are kept."""

from __future__ import annotations

import re

import pytest

from assistant.wording.phrases import Phrases
from assistant.wording.verbs import base_of, forms


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("no {need} ... until", "There is no food, at all, until you talk.", "no food, at all, until"),
        ("no {need} ... until", "There is no bridge until Kiev.", ""),
        ("(I|we) can [always] tell", "Well, we can always tell.", "we can always tell"),
        ("(I|we) can [always] tell", "I can tell.", "I can tell"),
        ("_ like you", "men like you", "men like you"),
        ("your crime*", "Your crimes.", "Your crimes"),
        ("*ing it", "hiding it", "hiding it"),
        ("admit !(patients|visitors)", "Who may admit visitors?", ""),
        ("admit !(patients|visitors)", "Do you admit it?", "admit"),
        ("what of it $", "And what of it", "what of it"),
        ("what of it $", "what of it then", ""),
        ("you {will} pay", "You'll pay.", "You'll pay"),
        ("you {will} pay", "you are going to pay", "you are going to pay"),
        ("dead-drop*", "a dead drop", "dead drop"),
        ("{year}", "in 1955", "1955"),
        ("cat", "a catalogue", ""),
    ],
)
def test_a_phrase_and_what_it_finds(phrase: str, text: str, found: str) -> None:
    phrases = Phrases(phrase, need="food|a blanket", will="'ll|will|are going to", year=re.compile(r"\d{4}"))
    span = phrases.first(text, 0, len(text))
    assert (text[slice(*span)] if span else "") == found


def test_a_line_goes_on_while_a_bracket_is_open() -> None:
    phrases = Phrases("""
        give (him|
            her) up
        never
    """)
    text = "Give her up, never"
    assert [text[start:end] for start, end in phrases.all(text, 0, len(text))] == ["Give her up", "never"]


@pytest.mark.parametrize("phrase", ["give (him up", "give him) up"])
def test_brackets_that_do_not_match_are_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        Phrases(phrase).first("give him up", 0, 11)


@pytest.mark.parametrize(
    ("past", "base"),
    [
        ("met", "meet"),
        ("stopped", "stop"),
        ("carried", "carry"),
        ("used", "use"),
        ("visited", "visit"),
        ("passed", "pass"),
        ("travelled", "travel"),
        ("quietly", ""),
    ],
)
def test_a_past_form_back_to_its_base(past: str, base: str) -> None:
    assert base_of(past) == base


def test_the_forms_of_a_verb_of_two_words() -> None:
    assert forms("hand over") == ("hand over", "handed over", "handing over")
    assert "quarrelled" in forms("quarrel")
    assert "stole" in forms("steal")
