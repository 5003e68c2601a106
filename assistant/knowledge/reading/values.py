"""What reading gives, and the pieces that a format is first taken apart into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadParagraph:
    """A paragraph with its id within the document.

    ``number`` is unique in the document (``9.b``); ``label`` is the number as printed (``(b)``),
    empty where none is, and no part of ``text``. ``page`` counts from 1, in PDF only.
    """

    number: str
    label: str
    headings: tuple[str, ...]
    text: str
    page: int | None


@dataclass(frozen=True)
class ReadDocument:
    """A document as read. A heading that serves as ``title`` is not among the paragraphs."""

    title: str
    media_type: str
    paragraphs: tuple[ReadParagraph, ...]


@dataclass(frozen=True)
class Mark:
    """A number that the format sets by itself, as Word does, and that is not in the text.

    ``part`` is what it adds to an id (``b`` for the label ``9(b)``); ``series`` names the list that
    counts it, ``level`` its depth there from 0; ``form`` is the same for numbers that look alike.
    """

    label: str
    part: str
    series: str
    level: int
    form: str


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph on its way to being numbered.

    ``heading`` is its rank from 1, or 0 for a paragraph. ``joined`` marks a line that belongs to
    the block before unless it proves to carry a number. ``place`` keeps apart numbers that look
    alike and stand in different lists. ``id`` is given where the format settles it.
    """

    text: str
    heading: int = 0
    page: int | None = None
    joined: bool = False
    place: str = ""
    mark: Mark | None = None
    id: str = ""


@dataclass(frozen=True)
class Parsed:
    """A file taken apart. ``title`` is empty where the file names none."""

    title: str
    blocks: tuple[Block, ...]
