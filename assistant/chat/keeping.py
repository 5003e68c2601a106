"""A reply as the JSON that is kept with a turn, and back."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from assistant.chat.replies import Reply
from assistant.policy import Answer

if TYPE_CHECKING:
    from assistant.store import Turn

log = logging.getLogger(__name__)


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """Everything that is needed to show the reply again, in values that JSON has."""
    kept: dict[str, Any] = _adapter().dump_python(reply, mode="json")
    return kept


def reply_of(turn: Turn) -> Reply | None:
    """The reply that stands behind a turn; None where nothing does.

    What another version of the program kept in a form that cannot be read gives a reply of its text.
    """
    if turn.answer is None:
        return None
    try:
        return _adapter().validate_python(turn.answer)
    except ValidationError:
        log.warning("turn %s: kept in a form that this version does not read; its text is shown", turn.id)
        return Reply("kept text", turn.text)


def with_answer(reply: Reply, answer: Answer) -> Reply:
    """The same reply with another wording of its answer."""
    return replace(reply, text=answer.text, citations=answer.citations, answer=answer)


@cache
def _adapter() -> TypeAdapter[Reply]:
    return TypeAdapter(Reply)
