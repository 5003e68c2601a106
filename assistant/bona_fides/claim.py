"""What the subject said of himself and others, as data with the words that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Slot = Literal[
    "born",
    "kin",
    "schooling",
    "rank",
    "posting",
    "work",
    "travel",
    "acquaintance",
    "ability",
    "access",
    "membership",
    "possession",
    "event",
    "number",
    "other",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``start`` to ``end``, both days included: the time in which something was, as far as it is known.

    ``whole`` says that it filled the time ("from May to July"); otherwise it fell somewhere in it ("in May").
    ``rough`` marks "about", "I think".
    """

    start: date
    end: date
    whole: bool = False
    rough: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. ``who`` is "I" or a name; ``words`` stand verbatim in turn ``turn`` of ``file``.

    ``denied`` marks a statement that something is not so. ``supplied`` marks content that the interviewer's
    question brought and he only confirmed; ``resolved`` one whose person was a pronoun; ``hedged`` "I think".
    """

    slot: Slot
    who: str
    says: str
    words: str
    file: str
    turn: int
    place: str
    topic: str
    denied: bool = False
    hedged: bool = False
    supplied: bool = False
    resolved: bool = False
    where: str = ""
    when: Interval | None = None
