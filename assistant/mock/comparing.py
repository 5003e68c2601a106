"""Two stories of the same: what both told, side by side, and which differences came to light.

Two who lived through the same remember it differently: that a point differs proves nothing against either.
So nothing is weighed here; both wordings stand with their lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from assistant.mock.reviewing import told_in_turn
from assistant.mock.running import Run


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact as it was told, and the line to which it was."""

    turn: int
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """``about`` is this story's name for it; a side that did not tell it is None."""

    about: str
    what: str
    differs: bool
    own: Telling | None
    other: Telling | None


@dataclass(frozen=True, slots=True)
class TwoStories:
    """Of the reviewed run and an earlier one with the other: the names of both subjects, and the points."""

    own: str
    other: str
    points: tuple[Point, ...]

    @property
    def told_by_both(self) -> tuple[Point, ...]:
        return tuple(each for each in self.points if each.own and each.other)

    @property
    def in_both(self) -> tuple[Point, ...]:
        """Differences that can be seen, as both told their side."""
        return tuple(each for each in self.told_by_both if each.differs)

    @property
    def in_one(self) -> tuple[Point, ...]:
        return tuple(each for each in self.points if each.differs and bool(each.own) != bool(each.other))

    @property
    def in_none(self) -> tuple[Point, ...]:
        return tuple(each for each in self.points if each.differs and not each.own and not each.other)

    @property
    def alike(self) -> tuple[Point, ...]:
        """Told by both in words that only sound different."""
        return tuple(each for each in self.told_by_both if not each.differs)

    def as_json(self) -> dict[str, Any]:
        return {"own": self.own, "other": self.other, "points": [asdict(each) for each in self.points]}


def two_stories(run: Run, other: Run) -> TwoStories | None:
    """``other`` is an earlier run of the same trainee; None where the two stories have no point in common."""
    points = tuple(_points(run, other))
    return TwoStories(run.scenario.name, other.scenario.name, points) if points else None


def _points(run: Run, other: Run) -> Iterator[Point]:
    theirs = {fact.id for fact in other.scenario.facts}
    for each in run.scenario.compare:
        own, his = each.facts
        if each.scenario == other.scenario.id and his in theirs:
            about = run.scenario.fact(own).about
            yield Point(about, each.what, each.differs, _telling(run, own), _telling(other, his))


def _telling(run: Run, fact: str) -> Telling | None:
    turn = told_in_turn(run).get(fact)
    return Telling(turn.number, run.scenario.fact(fact).says) if turn else None
