"""A reviewed run as a PDF. A4; its text block fits Letter as well."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from assistant.mock.exports.paper import Reviewed, on_paper
from assistant.paper import pdf, pieces
from assistant.paper.pdf import ACCENT, SANS, SANS_SLANTED, SERIF, SERIF_BOLD, SMALL, bar, either_way, style

_LONGEST = 1500
"""Characters of a paragraph: a longer one might not fit a page."""

TITLE = "Review of a mock debrief"
_TITLE = style("title", SERIF_BOLD, 19, ACCENT, spaceAfter=3)
_LEAD = style("lead", SANS, 9, SMALL, spaceAfter=4)
_HEADING = style("heading", SERIF_BOLD, 13, ACCENT, spaceBefore=12, keepWithNext=1)
_ENTRY = style("entry", SANS, 9.5, leading=1.35, spaceAfter=3)
_QUOTE = style("quote", SERIF, 9.5, leading=1.35, leftIndent=4 * mm, spaceAfter=4)
_NOTE = style("note", SANS_SLANTED, 9, SMALL, leading=1.35, leftIndent=4 * mm, spaceAfter=4)


def as_pdf(reviewed: Reviewed) -> bytes:
    """The review as a PDF."""
    return pdf.as_pdf(_story(reviewed), _margins, 18 * mm, title=TITLE)


def _margins(page: Canvas, number: str) -> None:
    page.drawString(pdf.LEFT, pdf.FOOT, TITLE)
    page.drawRightString(pdf.RIGHT, pdf.FOOT, number)


def _story(reviewed: Reviewed) -> Iterator[Flowable]:
    paper = on_paper(reviewed)
    yield from _lines(paper.title, _TITLE)
    yield from _lines(paper.lead, _LEAD)
    for heading, entries in paper.groups:
        yield from _lines(heading, _HEADING)
        yield bar()
        for entry in entries:
            yield from _lines(entry.says, _ENTRY, struck=bool(entry.override))
            if entry.quote:
                yield from _lines(f"“{entry.quote}”", _QUOTE)
            if entry.override:
                yield from _lines(f"The trainer judges otherwise: {entry.override}", _NOTE)
        if not entries:
            yield from _lines("Nothing.", _LEAD)


def _lines(text: str, look: ParagraphStyle, struck: bool = False) -> Iterator[Flowable]:
    for piece in pieces(text, _LONGEST):
        markup = either_way(piece, look, pdf.WIDTH - look.leftIndent)
        yield Paragraph(f"<strike>{markup}</strike>" if struck else markup, look)
