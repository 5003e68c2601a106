"""Documents and their paragraphs as values, and what was in force when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

WITHHELD = "[withheld in the released copy]"

Force = Literal["directive", "policy", "guidance", "own"]
"""Directives and policy bind those they name; guidance binds nobody; `own` is a user's document."""

Withheld = Literal["no", "part", "whole"]


@dataclass(frozen=True, slots=True)
class Span:
    """A time between two days, both included. None: open on that side."""

    start: date | None
    end: date | None
    says: str = ""

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Succession:
    """One document taking another's place, with the source that says so."""

    what: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph of a document; the unit that is found, quoted and cited.

    ``text`` has neither its printed number (that is ``label``) nor footnote marks (``footnotes``
    names them). ``lead_in`` joins the unfinished sentences above it ("… shall be responsible for:").
    """

    document: str
    number: str
    label: str
    text: str
    headings: tuple[str, ...] = ()
    lead_in: str = ""
    footnotes: tuple[str, ...] = ()
    page: int | None = None

    @property
    def id(self) -> str:
        return f"{self.document}#{self.number}"

    @property
    def withheld(self) -> Withheld:
        if WITHHELD not in self.text:
            return "no"
        return "part" if self.text.replace(WITHHELD, "").strip() else "whole"

    @property
    def is_apparatus(self) -> bool:
        """Footnotes and signatures: found when asked for, never an answer's first choice."""
        return self.number == "sig" or self.number.startswith("fn.")


@dataclass(frozen=True)
class Document:
    """A document with its paragraphs in order.

    ``issued`` bounds the day it was issued (an undated paper has both bounds apart); ``in_force``
    bounds its force. Guidance was never in force: it only exists from its date on.
    """

    id: str
    title: str
    short_title: str
    issuer: str
    force: Force
    issued: Span
    in_force: Span
    number: str = ""
    binds: tuple[str, ...] = ()
    classification: str = ""
    provenance: str = ""
    supersedes: tuple[Succession, ...] = ()
    superseded_by: tuple[Succession, ...] = ()
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)

    @cached_property
    def by_number(self) -> Mapping[str, Paragraph]:
        return {paragraph.number: paragraph for paragraph in self.paragraphs}

    def standing(self, day: date | None) -> str:
        """How the document stood on ``day``, in words that finish "was …"; "" without a day."""
        if day is None or (self.force == "own" and self.issued.start is None):
            return ""
        if self.issued.end and self.issued.start and self.issued.start <= day < self.issued.end:
            return "perhaps not yet issued (its date is known only within bounds)"
        if self.issued.start and day < self.issued.start:
            return "not yet issued"
        if self.force in ("guidance", "own"):
            return "available, binding on nobody" if self.force == "guidance" else "available"
        if self.in_force.end and day > self.in_force.end:
            return "no longer in force"
        return "in force"

    def applies(self, day: date | None) -> bool:
        """Whether it could be gone by on ``day``: issued by then, and not replaced."""
        return self.standing(day) not in ("not yet issued", "no longer in force")

    @property
    def dated(self) -> str:
        """The date as a reader writes it: "19 January 1950", "1948", "between … and …"."""
        start, end = self.issued.start, self.issued.end
        if start is None or end is None:
            return "undated"
        if start == end:
            return day_in_words(start)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        return f"between {day_in_words(start)} and {day_in_words(end)}"


def day_in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def number_order(number: str) -> tuple[object, ...]:
    """Sort key that puts ``9.b`` after ``9.a`` and ``10`` after ``9``."""
    parts = re.findall(r"\d+|[A-Za-z]+", number)
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)
