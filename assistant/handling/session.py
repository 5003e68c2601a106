"""A session as it goes on: its lines in order, what was raised at each, and what the handler did about it.

A session is worked out anew from its lines, so that a line that is mended or taken out takes its reminder
with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.handling.cues import URGENCIES, Role
from assistant.handling.hearing import Heard, Hearing
from assistant.handling.reminder import Reminder

Outcome = Literal["done", "not now", "wrong"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

ON_SCREEN = 3
"""Reminders that stand open at once, the most urgent first."""

WORSE = 1.0
"""A cue that was raised is raised again when it is heard so much plainer."""

AGAIN_AFTER = 8
"""Lines after which a cue that is to be minded now is raised again when it is heard again."""

SAID_SINCE = 12
"""Lines for which what was done already keeps its cue from being raised."""


@dataclass(frozen=True, slots=True)
class Line:
    """``id`` stays with a line when others are put before it or taken out."""

    id: str
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Raised:
    """A reminder with the line that raised it. ``again``: it was raised before, and things got worse."""

    line: str
    reminder: Reminder
    outcome: Outcome | None = None
    again: bool = False

    @property
    def key(self) -> str:
        """The same for the same cue at the same line: outcomes are kept by it."""
        return f"{self.line} {self.reminder.cue}"


@dataclass(frozen=True, slots=True)
class Session:
    """``raised`` in the order of the lines."""

    raised: tuple[Raised, ...]

    @property
    def open(self) -> tuple[Raised, ...]:
        """What stands on the screen: of the newest that are not settled the most urgent first."""
        unsettled = [each for each in reversed(self.raised) if each.outcome is None]
        return tuple(sorted(unsettled, key=lambda each: URGENCIES.index(each.reminder.urgency))[:ON_SCREEN])

    @property
    def settled(self) -> tuple[Raised, ...]:
        return tuple(each for each in self.raised if each.outcome is not None)


def follow(lines: Sequence[Line], outcomes: Mapping[str, Outcome], hearing: Hearing) -> Session:
    """What is raised in a session: at most one reminder a line, none twice unless things got worse.

    ``outcomes`` are what the handler clicked, by ``Raised.key``.
    """
    raised: list[Raised] = []
    plainest: dict[str, tuple[float, int]] = {}
    taken_care_of: dict[str, int] = {}
    for place, line in enumerate(lines):
        heard = hearing.hear(line.text, line.role)
        if not heard and (cue := hearing.done(line.text)):
            taken_care_of[cue] = place
            raised = [_done(each, cue) for each in raised]
        # The plainest alone: when that was said already, what the line calls for beside it is no news either.
        for each in heard[:1]:
            before = plainest.get(each.cue)
            said = before is not None and not _worse(each, before, place, hearing)
            if said or place - taken_care_of.get(each.cue, -SAID_SINCE) < SAID_SINCE:
                continue
            reminder = hearing.reminder(each)
            key = f"{line.id} {each.cue}"
            raised.append(Raised(line.id, reminder, outcomes.get(key), before is not None))
            plainest[each.cue] = (each.score, place)
    return Session(tuple(raised))


def _done(raised: Raised, cue: str) -> Raised:
    """What a later line says was done needs nobody to click it away."""
    if raised.reminder.cue != cue or raised.outcome is not None:
        return raised
    return Raised(raised.line, raised.reminder, "done", raised.again)


def _worse(heard: Heard, before: tuple[float, int], place: int, hearing: Hearing) -> bool:
    score, at = before
    if heard.score >= score + WORSE:
        return True
    return hearing.cues[heard.cue].urgency == "now" and place - at >= AGAIN_AFTER
