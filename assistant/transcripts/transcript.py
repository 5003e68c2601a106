"""A session as it was taken down: turns, who spoke them, and where each stands in the file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

Role = Literal["interviewer", "subject", "interpreter", "other"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said without a break.

    ``number`` counts from 1 within the file. ``text`` has the words as received, without line numbers, page
    stamps and line breaks; ``span`` are the characters of ``Transcript.received`` that it stands in, end
    exclusive. ``place`` is how a reader finds it: "6:14" for page and line, "line 31", or a time "00:03:12".
    """

    number: int
    speaker: str
    role: Role
    text: str
    place: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of the file that belong to no turn, with their place, and why: shown, never dropped."""

    place: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """One session. ``date`` is that of the session, None while nobody has said it.

    ``dated_by`` says where the date is from: "header", "file name", "given" or "". ``received`` is the whole
    text.
    """

    file: str
    date: datetime.date | None
    dated_by: str
    turns: tuple[Turn, ...]
    unread: tuple[Unread, ...]
    received: str
    remarks: tuple[str, ...] = ()

    @property
    def speakers(self) -> dict[str, Role]:
        """Every speaker with his role, in order of appearance."""
        return {turn.speaker: turn.role for turn in self.turns}

    def with_date(self, given: datetime.date) -> Transcript:
        return replace(self, date=given, dated_by="given")

    def with_roles(self, roles: Mapping[str, Role]) -> Transcript:
        """The same with other roles for these speakers."""
        turns = tuple(replace(turn, role=roles.get(turn.speaker, turn.role)) for turn in self.turns)
        return replace(self, turns=turns)
