"""An answer as a value: a lead, what each cited paragraph says, and what was near without answering."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from assistant.knowledge import Document, Library, day_in_words

Status = Literal["answered", "partly", "withheld", "not_in_documents"]

FORCE_IN_WORDS = {
    "directive": "directive, binding on those it names",
    "policy": "department policy",
    "guidance": "guidance of a foreign service, binding on nobody",
    "own": "a document you added",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph with the words quoted from it. ``quote`` stands verbatim in the paragraph."""

    id: str
    document: str
    paragraph: str
    quote: str
    issuer: str
    dated: str
    force: str
    standing: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "document": self.document,
            "paragraph": self.paragraph,
            "quote": self.quote,
            "issuer": self.issuer,
            "date": self.dated,
            "force": self.force,
            "standing": self.standing,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer and the citation under it."""

    says: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where documents differ on what was asked, or one replaced another; sides in order of time."""

    topic: str
    says: str
    sides: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said in reply to a question.

    ``remarks`` are sentences about the answer: its date, what differs between documents, what part of
    the question is left open. ``nearest`` are ids of paragraphs that are near and no answer.
    """

    question: str
    status: Status
    lead: str
    statements: tuple[Statement, ...] = ()
    comparison: Comparison | None = None
    remarks: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    engine: str = "words and meaning"
    as_of: date | None = None
    milliseconds: int = 0
    worded: str = ""
    """A model's wording of the answer, after code checked it; "" without a model."""
    notice: str = ""
    """Why a model's wording is missing although one was asked for."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Best first, then those of the comparison; each paragraph once."""
        once: dict[str, Citation] = {}
        sides = self.comparison.sides if self.comparison else ()
        for statement in (*self.statements, *sides):
            once.setdefault(statement.citation.id, statement.citation)
        return tuple(once.values())

    @property
    def text(self) -> str:
        """The whole answer as plain text."""
        parts = [self.worded or self.lead]
        parts += [_quoted(statement.citation) for statement in self.statements]
        if self.comparison:
            parts.append(f"The documents differ. {self.comparison.says}")
            shown = {statement.citation.id for statement in self.statements}
            sides = [side.citation for side in self.comparison.sides]
            parts += [_quoted(citation) for citation in sides if citation.id not in shown]
        parts += self.remarks
        if self.nearest and self.status in ("withheld", "not_in_documents"):
            parts.append(f"Nearest paragraphs, not an answer: {', '.join(self.nearest)}.")
        if self.notice:
            parts.append(self.notice)
        return "\n\n".join(parts)

    def as_json(self) -> dict[str, Any]:
        """The object that ``debrief ask --json`` prints."""
        return {
            "question": self.question,
            "status": self.status,
            "lead": self.lead,
            "text": self.text,
            "citations": [citation.as_json() for citation in self.citations],
            "nearest": list(self.nearest),
            "difference": self.comparison.says if self.comparison else "",
            "remarks": list(self.remarks),
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "engine": self.engine,
            "notice": self.notice,
            "milliseconds": self.milliseconds,
        }


def cite(library: Library, id: str, quote: str, as_of: date | None) -> Citation:
    """A citation of a paragraph with its document's issuer, date, force and standing."""
    paragraph = library.paragraph(id)
    document = library.document(paragraph.document)
    return Citation(
        id=id,
        document=document.id,
        paragraph=paragraph.number,
        quote=quote,
        issuer=document.issuer,
        dated=document.dated,
        force=document.force,
        standing=standing_in_words(document, as_of),
    )


def standing_in_words(document: Document, as_of: date | None) -> str:
    """How the document stood on a day: "in force on 31 December 1955"; "" without a day."""
    standing = document.standing(as_of)
    return f"{standing} on {day_in_words(as_of)}" if standing and as_of else ""


def _quoted(citation: Citation) -> str:
    return f"“{citation.quote}” ({reference(citation)})" if citation.quote else f"({reference(citation)})"


def reference(citation: Citation) -> str:
    """A citation in words: document, paragraph, issuer, date, force."""
    parts = [citation.id, citation.issuer, citation.dated, FORCE_IN_WORDS[citation.force]]
    if citation.standing:
        parts.append(citation.standing)
    return "; ".join(part for part in parts if part)
