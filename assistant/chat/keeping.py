"""A reply as the JSON that is kept with a turn, and back."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from assistant.chat.replies import Reply
from assistant.policy import Answer, Citation, Statement


def reply_as_json(reply: Reply) -> dict[str, Any]:
    """Everything that is needed to show the reply again, in values that JSON has."""
    kept = asdict(reply)
    if reply.answer is not None:
        kept["answer"]["as_of"] = reply.answer.as_of.isoformat() if reply.answer.as_of else None
    return kept


def reply_from_json(kept: dict[str, Any]) -> Reply:
    """The reply that ``reply_as_json`` was given."""
    answer = kept.get("answer")
    return Reply(
        route=kept["route"],
        text=kept["text"],
        citations=tuple(Citation(**each) for each in kept["citations"]),
        answer=_answer(answer) if answer else None,
        follow_ups=tuple(kept.get("follow_ups") or ()),
    )


def with_answer(reply: Reply, answer: Answer) -> Reply:
    """The same reply with another wording of its answer."""
    return replace(reply, text=answer.text, citations=answer.citations, answer=answer)


def _answer(kept: dict[str, Any]) -> Answer:
    as_of = kept.get("as_of")
    changes = {
        "statements": tuple(Statement(s["says"], Citation(**s["citation"])) for s in kept["statements"]),
        "remarks": tuple(kept["remarks"]),
        "nearest": tuple(kept["nearest"]),
        "as_of": date.fromisoformat(as_of) if as_of else None,
    }
    return Answer(**(kept | changes))
