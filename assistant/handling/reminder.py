"""A reminder as it is shown: what set it off, what to do, why now, and the paragraph's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.handling.cues import Cue, Urgency
from assistant.knowledge import Library


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph with the words quoted from it; ``quote`` is "" where it only stands beside."""

    id: str
    quote: str
    document: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """``trigger`` stands verbatim in the line that set it off. ``suggested``: by a language model."""

    cue: str
    name: str
    trigger: str
    advice: str
    why: str
    urgency: Urgency
    citations: tuple[Cited, ...]
    suggested: bool = False


def reminder_of(cue: Cue, trigger: str, library: Library) -> Reminder:
    return Reminder(cue.id, cue.name, trigger, cue.advice, cue.why, cue.urgency, cited(cue, library))


def cited(cue: Cue, library: Library) -> tuple[Cited, ...]:
    """The cue's paragraphs, the first with the words quoted."""
    return tuple(
        Cited(id, cue.quote if id == cue.paragraphs[0] else "", library.paragraph(id).document)
        for id in cue.paragraphs
    )


def as_json(reminder: Reminder) -> dict[str, Any]:
    row: dict[str, Any] = {
        "cue": reminder.cue,
        "trigger": reminder.trigger,
        "advice": reminder.advice,
        "why": reminder.why,
        "urgency": reminder.urgency,
        "citations": [each.id for each in reminder.citations],
    }
    return row | {"suggested": True} if reminder.suggested else row
