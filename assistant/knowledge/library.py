"""All documents together: the four that come with the project and those the user added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.errors import BadContent, NotFound
from assistant.knowledge.documents import Document, Paragraph, Span, Succession
from assistant.knowledge.edition import read_edition
from assistant.knowledge.lay_words import LayWords, read_lay_words
from assistant.knowledge.notes import (
    Difference,
    Duty,
    Note,
    Silence,
    read_beyond,
    read_differences,
    read_notes,
    read_silences,
    read_yaml,
)


@dataclass(frozen=True, eq=False)
class Library:
    """Documents in order of time, the editors' notes on them, and what they are silent about."""

    documents: tuple[Document, ...]
    notes: Mapping[str, Note] = field(default_factory=dict, repr=False)
    silences: tuple[Silence, ...] = ()
    differences: tuple[Difference, ...] = ()
    lay_words: LayWords = field(default_factory=LayWords, repr=False)

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def _paragraphs(self) -> Mapping[str, Paragraph]:
        return {p.id: p for document in self.documents for p in document.paragraphs}

    def document(self, id: str) -> Document:
        try:
            return self._documents[id]
        except KeyError:
            known = ", ".join(self._documents)
            raise NotFound(f"There is no document of that id. Known are: {known}.") from None

    def paragraph(self, id: str) -> Paragraph:
        """Find a paragraph by full id, e.g. ``NSCID-13#9.b``; letter case does not matter."""
        found = self._paragraphs.get(id) or self._by_lower_case.get(id.lower().replace(" ", ""))
        if found is None:
            raise NotFound(
                "There is no paragraph of that id. Ids look like NSCID-13#9.b; "
                "'debrief show DOCUMENT' lists a document's paragraphs."
            )
        return found

    @cached_property
    def _by_lower_case(self) -> Mapping[str, Paragraph]:
        return {id.lower(): paragraph for id, paragraph in self._paragraphs.items()}

    def has(self, id: str) -> bool:
        return id in self._paragraphs

    @property
    def paragraphs(self) -> Iterable[Paragraph]:
        return self._paragraphs.values()

    @property
    def duties(self) -> list[Duty]:
        """Every duty, in the documents' order."""
        return [duty for note in self.notes.values() for duty in note.duties]

    def with_documents(self, added: Iterable[Document]) -> Library:
        """The same library with a user's documents after the project's own."""
        documents = (*self.documents, *added)
        return replace(self, documents=documents)


def read_library(folder: Path) -> Library:
    """Read every document folder under ``folder``; a document without notes is complete too.

    Raises:
        BadContent: a file breaks its format, or a silence or difference names no such paragraph.
    """
    documents, notes = [], {}
    silences = list(read_silences(folder / "silences.yaml"))
    for home in sorted(path.parent for path in folder.glob("*/document.yaml")):
        document = _document(home)
        documents.append(document)
        if (home / "notes.yaml").exists():
            notes.update(read_notes(home / "notes.yaml", document))
        silences += read_beyond(home / "beyond.yaml", document)
    documents.sort(key=lambda document: document.issued.start or date.max)
    order = {p.id: n for n, p in enumerate(p for d in documents for p in d.paragraphs)}
    notes = dict(sorted(notes.items(), key=lambda item: order[item[0]]))
    differences = read_differences(folder / "differences.yaml")
    for name, ids in (
        *((f"silence '{s.subject}'", s.nearest) for s in silences),
        *((f"difference '{d.topic}'", d.paragraphs) for d in differences),
    ):
        if missing := [id for id in ids if id not in order]:
            raise BadContent(f"{folder}: {name} names {missing}, which no edition has.")
    lay_words = read_lay_words(folder / "lay_words.yaml")
    return Library(tuple(documents), notes, tuple(silences), differences, lay_words)


def _document(home: Path) -> Document:
    meta: dict[str, Any] = read_yaml(home / "document.yaml", dict)
    try:
        title, paragraphs = read_edition(home / "text.md", meta["id"])
        return Document(
            id=meta["id"],
            title=meta.get("title") or title,
            short_title=meta["short_title"],
            issuer=meta["issuer"],
            force=meta["force"],
            issued=_span(meta["date"]),
            in_force=_span(meta["in_force"]),
            number=str(meta.get("number") or ""),
            binds=tuple(meta.get("binds") or ()),
            classification=meta.get("classification") or "",
            provenance=meta.get("provenance") or "",
            supersedes=_successions(meta.get("supersedes")),
            superseded_by=_successions(meta.get("superseded_by")),
            paragraphs=paragraphs,
        )
    except KeyError as error:
        raise BadContent(f"{home / 'document.yaml'}: {error} is missing. Add it.") from None


def _span(value: dict[str, Any]) -> Span:
    return Span(_day(value.get("from")), _day(value.get("until")), value.get("says") or "")


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _successions(values: list[dict[str, Any]] | None) -> tuple[Succession, ...]:
    return tuple(
        Succession(v["what"], str(v.get("when") or ""), str(v.get("source") or "")) for v in values or ()
    )
