"""A citation's particulars: document, issuer, date, force, and how it stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.knowledge import Document, Library
from assistant.policy import Citation, standing_in_words
from assistant.web.showing.escaping import plain, sentence

FORCE_LABELS = {
    "directive": "Directive",
    "policy": "Policy",
    "guidance": "Guidance · binds nobody",
    "own": "Your document",
}

FORCE_TITLES = {
    "directive": "A directive binds those it names",
    "policy": "Department policy",
    "guidance": "Guidance of a foreign service: it binds nobody",
    "own": "A document that you added",
}


def force_tag(force: str) -> str:
    return (
        f'<span class="tag force-{plain(force)}" title="{plain(FORCE_TITLES[force])}">'
        f"{plain(FORCE_LABELS[force])}</span>"
    )


def standing_tag(document: Document, day: date | None) -> str:
    """How the document stood on the day; "" without a day."""
    says = standing_in_words(document, day)
    if not says:
        return ""
    kind = "applies" if document.applies(day) else "lapsed"
    return f'<span class="tag {kind}">{plain(sentence(says))}</span>'


def particulars(library: Library, citation: Citation, day: date | None) -> str:
    """One line: issuer, date, force, standing. For a document that is gone, what was kept of it."""
    parts = [part for part in (citation.issuer, citation.dated) if part]
    document = next((d for d in library.documents if d.id == citation.document), None)
    standing = standing_tag(document, day) if document else ""
    line = " · ".join(plain(part) for part in parts)
    return f'<span class="issuer">{line}</span> {force_tag(citation.force)} {standing}'


def refs(ids: Sequence[str], library: Library) -> str:
    """Paragraphs to be read at a click; one that is not there is only named."""
    each = [
        f'<button class="ref" data-do="read" data-id="{plain(id)}">{plain(short_name(library, id))}</button>'
        if library.has(id)
        else f'<span class="ref">{plain(id)}</span>'
        for id in ids
    ]
    return f' <span class="refs">{" ".join(each)}</span>' if each else ""


def short_name(library: Library, id: str) -> str:
    """A paragraph's name for a reader: "NSCID 13, 9.b"."""
    home, _, number = id.partition("#")
    document = next((d for d in library.documents if d.id == home), None)
    return f"{document.short_title if document else home}, {number}"
