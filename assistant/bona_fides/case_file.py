"""What is known of the subject from elsewhere: facts with their source, kept apart from what he says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseFact:
    """``slot: value`` with its source. ``slot`` is free: "born", "married", "crossed the frontier"."""

    slot: str
    value: str
    source: str
