"""A reply as the JSON that is kept with a turn, and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.chat import Message, reply
from assistant.chat.keeping import reply_as_json, reply_of, with_answer
from assistant.store import Turn
from assistant.wiring import Assistant


def turn(answer: Any, text: str = "What was said.") -> Turn:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return Turn(id="1", at=at, role="assistant", text=text, answer=answer)


@pytest.mark.parametrize(
    "message",
    [
        Message("Who coordinates publicity about a defector?"),
        Message("Who coordinates publicity about a defector?", date(1955, 12, 31)),
        Message("What is the capital of Australia?"),
        Message("What does paragraph 5b of the 1976 directive say?"),
        Message("Which defectors were recalled?"),
        Message("Tell me about Gouzenko"),
        Message("List all duties of the CIA"),
        Message("Show me NSCID-13#9.b"),
        Message("help"),
        Message("叛逃者 \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")),
    ],
)
def test_a_reply_comes_back_as_it_was(assistant: Assistant, message: Message) -> None:
    given = reply(message, assistant)
    kept = json.loads(json.dumps(reply_as_json(given)))
    assert reply_of(turn(kept)) == given


def test_a_turn_without_a_reply_has_none() -> None:
    assert reply_of(turn(None)) is None


@pytest.mark.parametrize("kept", [{}, {"route": 7}, [], "text", {"route": "help"}])
def test_what_cannot_be_read_any_more_is_shown_as_text(kept: Any) -> None:
    given = reply_of(turn(kept))
    assert given is not None
    assert given.text == "What was said."
    assert given.answer is None


def test_another_wording_takes_the_place_of_the_first(assistant: Assistant) -> None:
    first = reply(Message("What is a walk-in?"), assistant)
    second = reply(Message("How is inducement defined?"), assistant)
    assert second.answer is not None
    changed = with_answer(first, second.answer)
    assert (changed.text, changed.citations) == (second.text, second.citations)
    assert changed.route == first.route
