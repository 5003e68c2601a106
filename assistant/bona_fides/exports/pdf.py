"""What was found, as a PDF to hand on, print and write on. A4; its text block fits Letter as well.

Both quotations of a point stand side by side, and the whole point on one page unless it is longer than that.
Hebrew and Arabic print in their order; Arabic letters stand unjoined.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, LongTable, Paragraph, Spacer, Table

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.paper import (
    ABOUT,
    NO_CLAIMS,
    NOTHING_FOUND,
    NOTHING_READ,
    TITLE,
    Paper,
    Point,
    Said,
    Topic,
    on_paper,
)
from assistant.bona_fides.settling import Settled
from assistant.paper import pdf, pieces
from assistant.paper.pdf import (
    ACCENT,
    RULE,
    SANS,
    SANS_BOLD,
    SANS_SLANTED,
    SERIF,
    SERIF_BOLD,
    SMALL,
    WIDTH,
    Ruled,
)

_TOP = 18 * mm
_CLAIMS = (14 * mm, 18 * mm, 46 * mm, 52 * mm, 28 * mm, 22 * mm)
_GAP = 4 * mm
_FEW = 6
"""Rows of a table, its head among them, that are kept on one page."""
_LONGEST, _LONGEST_NARROW = 1000, 300
"""Characters in a stretch of the full width, and in a table's cell. What is longer goes on in a row of its
own, so that no row outgrows a page."""


def as_pdf(checked: Checked, settled: Mapping[str, Settled]) -> bytes:
    """The paper as a PDF. Characters that DejaVu lacks print as empty boxes."""
    return pdf.as_pdf(_story(on_paper(checked, settled)), _margins, _TOP, title=TITLE)


def _margins(page: Canvas, number: str) -> None:
    page.drawString(pdf.LEFT, pdf.FOOT, TITLE)
    page.drawRightString(pdf.RIGHT, pdf.FOOT, number)


def _story(paper: Paper) -> Iterator[Flowable]:
    yield from _head(paper)
    for group in paper.groups:
        first, *others = map(_point, group.points)
        yield KeepTogether([*_heading(group.heading), _text(group.lead, "lead"), *first])
        yield from map(KeepTogether, others)
    if paper.settled or paper.gone:
        head: list[Flowable] = list(_heading("Settled"))
        for point in paper.settled:
            yield KeepTogether([*head, *_point(point)])
            head = []
        yield from head
        if paper.gone:
            yield _text("Settled before, and no longer found in these files:", "lead")
        for note in paper.gone:
            yield from _stretched(note, "innocent", bullet="–")
    above = list(_heading("What he says, by topic and session"))
    for topic in paper.topics:
        yield from _topic(topic, above)
        above = []
    if not paper.topics:
        yield KeepTogether([*above, _text(NO_CLAIMS, "normal")])


def _head(paper: Paper) -> Iterator[Flowable]:
    yield _text(TITLE, "title")
    yield from (_text(text, "lead") for text in ABOUT)
    names = [_text(name, "small") for name in ("Subject", "Officer", "Date")]
    fields = Table(
        [[names[0], "", names[1], "", names[2], ""]],
        colWidths=[each * mm for each in (16, 49, 16, 49, 12, 38)],
        rowHeights=[9 * mm],
    )
    fields.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            *[("LINEBELOW", (place, 0), (place, 0), 0.5, SMALL) for place in (1, 3, 5)],
        ]
    )
    yield fields
    yield from _heading("Sessions")
    for session in paper.sessions:
        bold = f"<b>{session.number}.\u2002{escape(session.date)}</b>\u2002"
        yield from _stretched(f"{session.file}: {session.speakers}", "entry", bold)
        for remark in session.remarks:
            yield from _stretched(remark, "remark")
    if not paper.sessions:
        yield _text(NOTHING_READ, "normal")
    if paper.summary or paper.sessions:
        yield _text(paper.summary or NOTHING_FOUND, "summary")


def _point(point: Point) -> list[Flowable]:
    story = list(_stretched(point.why, "point", f"{point.number}.\u2002"))
    if point.outcome:
        story += _stretched(point.note or "\u00a0", "normal", f"<b>{point.outcome}.</b> ")
    story.append(_both(point.first, point.second))
    story += _stretched(" · ".join(filter(None, (point.rule, point.between))), "small")
    if point.innocent:
        story.append(_text("May fit both:", "small"))
    for each in point.innocent:
        story += _stretched(each, "innocent", bullet="–")
    if point.question:
        story += _stretched(point.question, "question", f'<font name="{SANS_BOLD}" size="9">Ask:</font> ')
    if point.lines:
        story.append(Ruled(point.lines))
    story.append(Spacer(0, 2 * mm))
    return story


def _both(first: Said, second: Said) -> Flowable:
    half = WIDTH / 2 - _GAP
    rows: list[list[Any]] = [
        [_text(piece, "words", half) if piece else "" for piece in row]
        for row in zip_longest(*(pieces(f"“{said.words}”", _LONGEST_NARROW) for said in (first, second)))
    ]
    sources = (pieces(said.source, _LONGEST_NARROW) for said in (first, second))
    rows += [
        [_text(piece, "source", half) if piece else "" for piece in row] for row in zip_longest(*sources)
    ]
    table = LongTable(rows, colWidths=(WIDTH / 2, WIDTH / 2))
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), _GAP),
            ("TOPPADDING", (0, 0), (-1, -1), 0.5 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5 * mm),
        ]
    )
    return table


def _topic(topic: Topic, above: Sequence[Flowable]) -> Iterator[Flowable]:
    heads = ("Session", "Place", "He says", "In his words", "When", "Mark")
    rows: list[list[Any]] = [[_text(head, "column head") for head in heads]]
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 0.8 * mm),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.8 * mm),
        ("LINEBELOW", (0, 0), (-1, 0), 0.7, ACCENT),
    ]
    for told in topic.rows:
        texts = (told.session, told.place, told.says, f"“{told.words}”", told.when, told.marks)
        for row in zip_longest(*(pieces(text, _LONGEST_NARROW) for text in texts)):
            cells = zip(row, _CLAIMS, strict=True)
            rows.append([_text(piece, "cell", wide - 2 * mm) if piece else "" for piece, wide in cells])
        style.append(("LINEBELOW", (0, len(rows) - 1), (-1, len(rows) - 1), 0.4, RULE))
    table = LongTable(rows, colWidths=_CLAIMS, repeatRows=1, style=style)
    head = [*above, *_stretched(topic.heading, "point")]
    if len(rows) <= _FEW:
        yield KeepTogether([*head, table])
    else:
        # A heading is not left alone at the foot of a page.
        yield CondPageBreak(45 * mm)
        yield from (*head, table)


def _heading(text: str) -> Iterator[Flowable]:
    yield _text(text, "heading")
    yield pdf.bar()


def _stretched(text: str, style: str, start: str = "", bullet: str | None = None) -> Iterator[Flowable]:
    """A text of any length in paragraphs; ``start`` is markup that goes before its first word."""
    for number, piece in enumerate(pieces(text, _LONGEST)):
        markup = f"{start if number == 0 else ''}{pdf.either_way(piece, _styles()[style], WIDTH * 0.9)}"
        yield Paragraph(markup, _styles()[style], bulletText=bullet if number == 0 else None)


def _text(text: str, style: str, width: float = WIDTH) -> Flowable:
    return Paragraph(pdf.either_way(text, _styles()[style], width), _styles()[style])


@cache
def _styles() -> dict[str, ParagraphStyle]:
    style = partial(pdf.style, leading=1.27)
    styles = (
        style("title", SERIF_BOLD, 19, ACCENT, spaceAfter=3 * mm),
        style("lead", SANS_SLANTED, 8, SMALL, spaceAfter=1.5 * mm),
        style("heading", SERIF_BOLD, 14, ACCENT, spaceBefore=6 * mm, spaceAfter=1 * mm, keepWithNext=1),
        style("point", SERIF_BOLD, 11, ACCENT, spaceBefore=4 * mm, spaceAfter=1 * mm, keepWithNext=1),
        style("normal", SANS, 9, spaceAfter=1 * mm),
        style("entry", SANS, 9, spaceAfter=0.8 * mm, leftIndent=6 * mm, firstLineIndent=-6 * mm),
        style("remark", SANS, 8, SMALL, spaceAfter=0.8 * mm, leftIndent=6 * mm),
        style("summary", SANS_BOLD, 9.5, spaceBefore=3 * mm),
        style("words", SERIF, 10.5),
        style("source", SANS, 7.5, SMALL),
        style("small", SANS, 8, SMALL, spaceBefore=1 * mm, spaceAfter=0.5 * mm),
        style("innocent", SANS, 8.5, leftIndent=5 * mm, bulletIndent=1 * mm, spaceAfter=0.4 * mm),
        style("question", SERIF, 10.5, spaceBefore=1.5 * mm, spaceAfter=0.5 * mm),
        style("cell", SANS, 7.5),
        style("column head", SANS, 7, SMALL),
    )
    return {each.name: each for each in styles}
