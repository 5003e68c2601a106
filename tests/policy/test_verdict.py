"""How likely it is that the documents answer: mechanics, not weights."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from assistant.knowledge import Found, Library
from assistant.policy import read_question
from assistant.policy.verdict import Signs, probability, signs
from assistant.wiring import Assistant

ON = "Who decides when a problem cannot be resolved and there is no time to refer it to Washington?"
OFF = "How do I bake sourdough bread in a Dutch oven?"


def read(assistant: Assistant, question: str) -> Signs:
    return assistant.asking.judge(read_question(question, assistant.library)).signs


def test_signs_lie_within_their_bounds(assistant: Assistant) -> None:
    for question in (ON, OFF, "", "?!", "a", "defector " * 500):
        read_off = read(assistant, question)
        rest = [
            value for name, value in zip(Signs.__slots__, astuple(read_off), strict=True) if name != "silence"
        ]
        assert all(-1e-3 <= value <= 1 + 1e-3 for value in rest), question
        assert -1 <= read_off.silence <= 1


def test_a_question_about_something_else_is_strange_to_the_documents(assistant: Assistant) -> None:
    on, off = read(assistant, ON), read(assistant, OFF)
    assert on.similarity > off.similarity
    assert on.coverage > off.coverage
    assert on.strange < off.strange


def test_a_question_that_is_answered_is_likelier_to_be(assistant: Assistant) -> None:
    on, off = (assistant.asking.judge(read_question(q, assistant.library)).probability for q in (ON, OFF))
    assert 0 <= off < on < 1


def test_a_known_silence_is_nearer_than_any_paragraph(assistant: Assistant) -> None:
    silence = assistant.library.silences[0]
    read_off = read(assistant, silence.questions[0])
    assert read_off.silence > 0
    assert read_off.silent_share > 0


@pytest.mark.parametrize("by", ["words", "words and meaning"])
def test_nothing_found_is_no_likely_answer(library: Library, by: str) -> None:
    nothing = signs(read_question(ON, library), Found((), "words"), library)
    assert nothing.strange == 1
    assert nothing.similarity == nothing.coverage == 0
    assert probability(nothing, by) < 0.5


def test_words_alone_count_words_alone() -> None:
    """Without an index of meaning the signs of meaning are absent, and must not count against."""
    covered, uncovered = Signs(0, 0, 0, 0, 0, 1, 0), Signs(0, 0, 0, 0, 0, 0, 1)
    near = Signs(0.9, 0.9, 0.9, 0.9, 0.9, 1, 0)
    assert probability(covered, "words") > probability(uncovered, "words")
    assert probability(near, "words") == probability(covered, "words")
