"""The table of duties: who must do what, when, by which paragraph, of which force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.knowledge import Document, Duty, Force, Library, stems


@dataclass(frozen=True, slots=True)
class DutyRow:
    duty: Duty
    document: Document


def duties(
    library: Library,
    actor: str = "",
    document: str = "",
    force: Force | None = None,
    modal: str = "",
    words: str = "",
    as_of: date | None = None,
) -> list[DutyRow]:
    """The duties that fit every filter given, in the documents' order.

    ``actor`` and ``words`` fit when each of their words' stems occurs in the actor, or in the whole
    duty; ``as_of`` leaves out documents that could not be gone by on that day.
    """
    rows = []
    for duty in library.duties:
        home = library.document(library.paragraph(duty.paragraph).document)
        if document and home.id != document:
            continue
        if force and home.force != force:
            continue
        if modal and duty.modal != modal:
            continue
        if as_of and not home.applies(as_of):
            continue
        if not set(stems(actor)) <= set(stems(duty.actor)):
            continue
        if not set(stems(words)) <= set(stems(f"{duty.says} {duty.quote}")):
            continue
        rows.append(DutyRow(duty, home))
    return rows


def actors(library: Library) -> list[str]:
    """Everyone who has a duty, those with most duties first."""
    counts: dict[str, int] = {}
    for duty in library.duties:
        counts[duty.actor] = counts.get(duty.actor, 0) + 1
    return sorted(counts, key=lambda actor: (-counts[actor], actor))
