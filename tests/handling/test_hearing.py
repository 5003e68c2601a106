"""What a line calls for, and what looks like it and calls for nothing."""

from __future__ import annotations

import pytest

from assistant.errors import EmbedderMissing
from assistant.handling import Hearing, Role
from assistant.language import lines

CALLED_FOR: list[tuple[Role, str, str]] = [
    ("handler", "If you do not talk tonight, there will be no food and no sleep for you.", "threat"),
    ("handler", "I promise you that you will be an American citizen before the year is out.", "promise"),
    ("handler", "Come, come, it was the money you came for, and nothing but the money.", "motive_belittled"),
    ("subject", "I lie awake and think that I have betrayed my country and must go back.", "doubt"),
    ("subject", "They will arrest my mother and my sister because of what I have done.", "family_fear"),
    ("subject", "The divisions have orders to cross the border on Sunday at four.", "hostilities"),
    ("note", "Nobody has told him yet that his government will be informed of him.", "confrontation"),
    ("note", "We take him to Washington on Friday; the FBI knows nothing of it so far.", "entry_notice"),
]  # fmt: skip

ORDINARY: list[tuple[Role, str]] = [
    ("handler", "What was the number of your regiment in the spring of 1951?"),
    ("handler", "Good morning. Would you like some coffee before we begin?"),
    ("handler", "That I cannot promise you. I will ask, and tell you on Thursday what they say."),
    ("subject", "The workshop had two doors, and the lathe stood beside the left one."),
    ("subject", "My sister plays the violin in the orchestra at Brno."),
    ("subject", "No."),
    ("note", "Interpreter was ill, so we began at ten instead of nine."),
    ("note", ""),
]


@pytest.mark.parametrize(("role", "line", "cue"), CALLED_FOR)
def test_what_a_line_calls_for_is_heard(hearing: Hearing, role: Role, line: str, cue: str) -> None:
    heard = hearing.hear(line, role)
    assert heard
    assert heard[0].cue == cue
    assert heard[0].trigger in line


@pytest.mark.parametrize(("role", "line"), ORDINARY)
def test_ordinary_lines_call_for_nothing(hearing: Hearing, role: Role, line: str) -> None:
    assert hearing.hear(line, role) == ()


def test_a_cue_hears_only_the_words_it_is_meant_for(hearing: Hearing) -> None:
    """A subject who is asked for nothing: what a handler must not say, he may."""
    for role, line, _ in CALLED_FOR:
        for other in ("handler", "subject", "note"):
            for heard in hearing.hear(line, other):
                assert other in hearing.cues[heard.cue].hears, (role, line)


def test_of_a_long_turn_the_words_that_set_it_off_are_shown(hearing: Hearing) -> None:
    plain = "The workshop had two doors and a lathe. We came at seven and went at four. " * 6
    line = f"{plain}They will arrest my mother and my sister because of what I have done. {plain}"
    [heard, *_] = hearing.hear(line, "subject")
    assert heard.cue == "family_fear"
    assert "They will arrest my mother" in heard.trigger
    assert len(heard.trigger.split()) < 40


def test_a_reminder_carries_the_paragraphs_own_words(hearing: Hearing) -> None:
    [reminder, *_] = hearing.reminders(CALLED_FOR[0][1], "handler")
    first = reminder.citations[0]
    assert first.quote
    assert first.quote in " ".join(hearing.library.paragraph(first.id).text.split())


def test_a_line_that_says_it_was_done_is_known_by_its_cue(hearing: Hearing) -> None:
    line = "Told him this morning about the meeting with his embassy; he agreed to it."
    assert hearing.done(line) == "confrontation"
    assert hearing.done("What was the number of your regiment?") == ""


def test_a_line_that_keeps_the_guidance_is_known_and_what_it_does(hearing: Hearing) -> None:
    line = (
        "I understand that you fear for your mother. I will ask today what can be done, and tell you tonight."
    )
    assert hearing.keeps(line)
    does = hearing.does(line)
    assert max(does, key=lambda id: does[id]) == "family_fear"
    assert not hearing.keeps("What was the number of your regiment?")


def test_without_the_sentence_model_nothing_is_heard(
    hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Missing:
        def encode_question(self, text: str) -> None:
            raise EmbedderMissing("not there")

    monkeypatch.setattr(lines, "installed_embedder", Missing)
    fresh = Hearing(hearing.cues, hearing.library)
    assert fresh.hear(CALLED_FOR[0][1], "handler") == ()
    assert fresh.done("Told him this morning.") == ""
