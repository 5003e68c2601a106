"""Two statements that do not fit together, side by side, and how to ask about them.

A finding never says which statement is true, and nothing here weighs whether anybody is truthful:
MI5-1948#VIII.3 asks for a careful check against all other sources, and #VII.5 warns both ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Tier = Literal["clarify", "look", "corrected", "contamination"]
"""Few and sure; worth a look; mended by himself; first said by the interviewer."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they stand in one turn of a file; of a case file ``turn`` is 0 and ``speaker`` its source."""

    file: str
    turn: int
    place: str
    speaker: str
    words: str
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """``id`` stays the same when the same files are checked again.

    ``innocent`` are explanations that fit this kind of finding; ``question`` is neutral and does not reveal
    the other statement. ``central`` says whether it concerns who he is and what he did. ``days`` are those
    between the two sessions, None when a date is not known.
    """

    id: str
    rule: str
    tier: Tier
    first: Quote
    second: Quote
    why: str
    innocent: tuple[str, ...]
    question: str
    central: bool
    days: int | None = None


def as_json(finding: Finding) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "tier": finding.tier,
        "first": _quote(finding.first),
        "second": _quote(finding.second),
        "why": finding.why,
        "innocent": list(finding.innocent),
        "question": finding.question,
        "central": finding.central,
        "days": finding.days,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "file": quote.file,
        "turn": quote.turn,
        "place": quote.place,
        "speaker": quote.speaker,
        "quote": quote.words,
        "date": quote.date.isoformat() if quote.date else None,
    }
