"""Of which kind a question is: plain cases of each, and any text at all."""

from __future__ import annotations

import pytest

from assistant.errors import EmbedderMissing
from assistant.wording import kinds
from assistant.wording.kinds import KINDS, kind_of

PLAIN = {
    "open": [
        "Tell me what happened after you left the barracks.",
        "Describe the office to me.",
        "What was life in the camp like?",
        "How did you come to leave your post?",
        "Take me through that evening, from the beginning.",
        "Could you describe the room?",
    ],
    "probe": [
        "Who signed the order?",
        "On which day did you cross?",
        "What colour was the seal?",
        "How many men were in the section?",
        "Where did the lorry stop?",
        "Now, about the depot: who had the keys?",
    ],
    "closed": [
        "Did you see the list yourself?",
        "Were you ever in Minsk?",
        "Is he married?",
        "Have you met him since?",
        "Did anybody follow you?",
    ],
    "leading": [
        "You saw him, didn't you?",
        "So it was the colonel who gave the order?",
        "Surely you knew what was in the crates?",
        "He was drunk, wasn't he?",
        "You were afraid of him, weren't you?",
    ],
    "forced_choice": [
        "Was it the Tuesday or the Wednesday?",
        "Was the car black, grey or green?",
        "Army or navy?",
        "Did he come by train or by boat?",
    ],
    "compound": [
        "Who was there and what did they say?",
        "Where did you work, and for how long?",
        "Did you see it? Who else did? When?",
        "What was his name, and where did he live?",
    ],
    "statement": [
        "I understand.",
        "We will stop here for coffee.",
        "Nobody will hurry you.",
        "Thank you for telling me.",
        "The doctor comes at noon.",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in PLAIN.items() for line in lines])
def test_a_plain_case(kind: str, line: str) -> None:
    assert kind_of(line) == kind


def test_every_kind_has_cases() -> None:
    assert set(PLAIN) == set(KINDS)


def test_white_space_changes_nothing() -> None:
    for lines in PLAIN.values():
        for line in lines:
            assert kind_of(f"  {line.replace(' ', '  ')}\n") == kind_of(line)


@pytest.mark.parametrize("line", ["which airfield is it", "when will it begin"])
def test_a_question_without_its_mark(line: str) -> None:
    assert kind_of(line) == "probe"


def test_doubled_marks_are_one_question() -> None:
    assert kind_of("Which airfield is it???") == "probe"


@pytest.mark.parametrize("line", ["", "   ", "\n\t"])
def test_nothing_is_a_statement(line: str) -> None:
    assert kind_of(line) == "statement"


@pytest.mark.parametrize(
    "line", ["?", "…", "x" * 10_000, "Who? " * 2_000, "🙂", "\u202eשלום 你好", "\x00", "' OR 1=1"]
)
def test_any_text_has_a_kind(line: str) -> None:
    assert kind_of(line) in KINDS
    assert kind_of(line) == kind_of(line)


def test_without_the_sentence_model_a_question_is_a_probe(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise EmbedderMissing("It is not there.")

    monkeypatch.setattr(kinds, "kind_scores", missing)
    assert kind_of("Did you see him?") == "probe"
    assert kind_of("I see.") == "statement"
    assert kind_of("") == "statement"
