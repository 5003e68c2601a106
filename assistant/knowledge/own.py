"""A user's documents as documents of the library: they bind nobody and have no editors' notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePath

from assistant.knowledge.documents import Document, Paragraph, Span
from assistant.store import AddedDocument


def document_of(added: AddedDocument) -> Document:
    paragraphs = tuple(
        Paragraph(
            added.id, each["number"], each["label"], each["text"], tuple(each["headings"]), page=each["page"]
        )
        for each in added.paragraphs
    )
    issued = Span(added.issued, added.issued)
    return Document(
        id=added.id,
        title=added.title,
        short_title=added.title,
        issuer="",
        force="own",
        issued=issued,
        in_force=issued,
        provenance=f"Added from the file {added.file_name}.",
        paragraphs=paragraphs,
    )


def id_for(file_name: str, taken: Collection[str]) -> str:
    """An id made of the file's name: letters, digits and hyphens, unlike any of those taken."""
    plain = unicodedata.normalize("NFKD", PurePath(file_name).stem).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").upper()[:40].rstrip("-") or "DOCUMENT"
    wanted, n = stem, 2
    while wanted in taken:
        wanted, n = f"{stem}-{n}", n + 1
    return wanted
