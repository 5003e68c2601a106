"""What the store hands out: plain values, cut off from the database. Times are in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeAlias, TypedDict

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Role: TypeAlias = Literal["user", "assistant"]


@dataclass(frozen=True)
class Turn:
    """One thing said. ``answer`` is what stands behind an assistant's text, as JSON."""

    id: str
    role: Role
    text: str
    answer: dict[str, Any] | None
    at: datetime


@dataclass(frozen=True)
class Conversation:
    """A conversation with its turns in the order they were said."""

    id: str
    title: str
    started: datetime
    changed: datetime
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class ConversationSummary:
    """A line in the list of conversations; ``turns`` counts them."""

    id: str
    title: str
    started: datetime
    changed: datetime
    turns: int


class AddedParagraph(TypedDict):
    """A paragraph of an added document; ``page`` counts from 1 where the format has pages."""

    number: str
    label: str
    headings: tuple[str, ...]
    text: str
    page: int | None


@dataclass(frozen=True)
class AddedDocument:
    """A document that the user added: the file as received and the paragraphs read from it."""

    id: str
    title: str
    file_name: str
    media_type: str
    issued: date | None
    added: datetime
    source: bytes
    paragraphs: tuple[AddedParagraph, ...]


@dataclass(frozen=True)
class AddedDocumentSummary:
    """A line in the list of added documents; ``paragraphs`` counts them."""

    id: str
    title: str
    file_name: str
    media_type: str
    issued: date | None
    added: datetime
    paragraphs: int


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan as it was in one version; ``number`` counts versions from 1, ``name`` may be ""."""

    id: str
    title: str
    number: int
    made: datetime
    note: str
    name: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A line in the list of plans; ``versions`` counts those that are kept."""

    id: str
    title: str
    started: datetime
    changed: datetime
    versions: int


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A line in the list of a plan's versions; ``note`` says what changed, ``name`` may be ""."""

    number: int
    made: datetime
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class ContentRecord:
    """A check, a notebook or a run of a mock debrief, with all that is in it."""

    id: str
    title: str
    started: datetime
    changed: datetime
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ContentSummary:
    """A line in the list of checks, notebooks or runs."""

    id: str
    title: str
    started: datetime
    changed: datetime
