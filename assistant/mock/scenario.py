"""Scenarios: a subject's life, what he tells and hides, how he speaks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any, Literal

Gate = Literal["free", "asked", "trust", "hidden"]
"""When a fact comes: by itself, when asked for, when asked for and he trusts, never."""

Sure = Literal["certain", "thinks", "wrong"]
Difficulty = Literal["easy", "medium", "hard"]

STATES = ("trust", "fear", "self_respect", "tiredness", "suspicion")
"""Each from 0 to 10."""

REPLIES = (
    "unknown",
    "not_understood",
    "greeting",
    "thanks",
    "statement",
    "withdraws",
    "slighted",
    "promised",
    "told_again",
    "tired",
    "yields",
    "rest",
    "how_he_is",
    "how_he_is_uneasy",
    "nothing_more",
    "comes_back",
    "adds",
)
"""His stock lines, by what calls for them."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an agency wants to know; ``weight`` from 1 to 5."""

    id: str
    title: str
    weight: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something he can tell.

    ``ask`` are ways of asking for exactly this, ``says`` and ``again`` his words for it, ``closed`` his words
    while the gate is closed. ``needs`` are the bounds of his state that open a gate of trust. ``truth`` is
    what was really so, where he errs or, with ``legend``, where it is part of a false story.
    """

    id: str
    about: str
    requirement: str
    weight: int
    gate: Gate
    topic: str
    ask: tuple[str, ...]
    says: str
    again: str
    closed: str = ""
    needs: Mapping[str, float] = field(default_factory=dict)
    knows: str = ""
    sure: Sure = "certain"
    truth: str = ""
    legend: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A story of several facts; ``ask`` are open invitations to tell it, ``lead`` how he begins."""

    id: str
    ask: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Crack:
    """Two facts of a legend whose tellings do not fit together."""

    id: str
    facts: tuple[str, str]
    what: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a trainer may slip in."""

    id: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A point on which this story and another's touch: ``facts`` are the own one and the other's.

    ``differs`` is false where the two tellings agree and only sound different.
    """

    scenario: str
    facts: tuple[str, str]
    differs: bool
    what: str


@dataclass(frozen=True)
class Scenario:
    """A subject to practise on. ``state`` is how he is at the start, each from 0 to 10."""

    id: str
    title: str
    difficulty: Difficulty
    minutes: int
    setting: str
    name: str
    profile: Mapping[str, Any]
    voice: str
    state: Mapping[str, float]
    motives: Mapping[str, str]
    requirements: tuple[Requirement, ...]
    facts: tuple[Fact, ...]
    topics: tuple[Topic, ...]
    replies: Mapping[str, tuple[str, ...]]
    opening: str
    cracks: tuple[Crack, ...] = ()
    events: tuple[Event, ...] = ()
    compare: tuple[Compared, ...] = ()

    @cached_property
    def digest(self) -> str:
        """Another one as soon as anything in it is changed."""
        content = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:32]

    def fact(self, id: str) -> Fact:
        return next(each for each in self.facts if each.id == id)

    @property
    def weight(self) -> int:
        """Of all that can be learned: hidden facts and his errors aside."""
        return sum(each.weight for each in self.to_learn)

    @property
    def to_learn(self) -> tuple[Fact, ...]:
        return tuple(each for each in self.facts if each.gate != "hidden" and not each.legend)
