"""A plan as a PDF to print and write on. A4; its text block fits Letter as well.

A question and its ruled lines stand on one page. Only what is longer than a good part of a page is divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, LongTable, Paragraph, Spacer, Table

from assistant.paper import pdf, pieces, shortened
from assistant.paper.pdf import ACCENT, RULE, SANS, SANS_BOLD, SERIF, SERIF_BOLD, SMALL, WIDTH, Ruled
from assistant.questionnaires.exports.paper import (
    BEFORE,
    IN_THE_REST,
    Heed,
    Interest,
    Item,
    Later,
    Paper,
    Part,
    Session,
    on_paper,
)
from assistant.questionnaires.plan import Plan

_SHADE = HexColor("#eef2f6")
_TOP = 24 * mm
_FIELDS = (20 * mm, 80 * mm, 22 * mm, 58 * mm)
_COLUMNS = (14 * mm, 119 * mm, 34 * mm, 13 * mm)
_LONGEST, _LONGEST_NARROW = 1000, 400
"""Characters in a cell of a wide column and of the agencies' column. What is longer goes on in a row of its
own, so that no row outgrows a page."""
_MOST_LINES = 20
"""Paragraphs in a cell, likewise."""


def as_pdf(plan: Plan) -> bytes:
    """The plan as a PDF. Characters that DejaVu lacks print as empty boxes."""
    paper = on_paper(plan)

    def margins(page: Canvas, number: str) -> None:
        head = A4[1] - 14 * mm
        page.setFont(SANS_BOLD, 8)
        page.drawString(pdf.LEFT, head, _cut(paper.subject or "No cover name yet", SANS_BOLD, 60 * mm))
        page.setFont(SANS, 8)
        page.drawRightString(pdf.RIGHT, head, _cut(paper.title, SANS, 110 * mm))
        page.drawRightString(pdf.RIGHT, pdf.FOOT, number)

    return pdf.as_pdf(_story(paper), margins, _TOP, title=paper.title, subject=paper.subject)


def _story(paper: Paper) -> Iterator[Flowable]:
    yield from _head(paper)
    for session in paper.sessions:
        yield from _session(session)
    yield from _tail(paper)


def _head(paper: Paper) -> Iterator[Flowable]:
    for piece in pieces(paper.title, _LONGEST):
        yield _text(piece, "title")
    rows = [
        ["Subject", paper.subject, "Date", ""],
        ["Stage", paper.stage, "Officer", ""],
        ["Time", paper.time, "Interpreter", ""],
    ]
    agencies = enumerate(pieces(paper.agencies, _LONGEST))
    rows += [["" if number else "Agencies", text] for number, text in agencies]
    names = ("field name", "field", "field name", "field")
    cells = [
        [_text(shortened(text, _LONGEST), name) for text, name in zip(row, names, strict=False)]
        for row in rows
    ]
    fields = Table([[*row, *[""] * (4 - len(row))] for row in cells], colWidths=_FIELDS, hAlign="LEFT")
    fields.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LINEBELOW", (3, 0), (3, 2), 0.5, SMALL),
            *([] if paper.subject else [("LINEBELOW", (1, 0), (1, 0), 0.5, SMALL)]),
            *[("SPAN", (1, row), (3, row)) for row in range(3, len(rows))],
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    yield fields
    if paper.before:
        yield _box(BEFORE, paper.before)
    if paper.facts:
        yield _heading("Settle first", "", "section")
        for fact in paper.facts:
            yield Paragraph(
                f"☐\u2002{escape(shortened(fact.words, _LONGEST))}\u2002{_aside(', '.join(fact.numbers))}",
                _styles()["fact"],
            )


def _session(session: Session) -> Iterator[Flowable]:
    above: list[Flowable] = [_heading(session.heading, session.minutes, "session"), pdf.bar()]
    for part in session.parts:
        flowables = [*above, *_part(part)]
        yield CondPageBreak(_beginning(flowables))
        yield from flowables
        above = []
    yield from above


def _part(part: Part) -> Iterator[Flowable]:
    yield _heading(part.heading, part.minutes, "section")
    why = [f"<i>{escape(piece)}</i>" for piece in pieces(part.why, _LONGEST)] or [""]
    why[-1] += _sources(part.citations)
    yield from (Paragraph(piece, _styles()["why"]) for piece in why if piece)
    for told in part.told:
        says = [escape(piece) for piece in pieces(told.says, _LONGEST)] or [""]
        says[0] = _label("Tell him\u2002") + says[0]
        says[-1] += _sources(told.citations)
        yield from (Paragraph(piece, _styles()["tell him"]) for piece in says)
    if part.items:
        yield Spacer(0, 3 * mm)
        yield _items(part.items)
    if part.rest:
        yield _rest(part.rest)
    if part.heed:
        yield _box(IN_THE_REST, part.heed)


def _beginning(flowables: Iterable[Flowable]) -> float:
    """The room there must be for a section to begin here: to its first question's end, or half a page."""
    height = 0.0
    for flowable in flowables:
        _, own = flowable.wrap(WIDTH, A4[1])
        if isinstance(flowable, LongTable):
            height += sum(flowable._rowHeights[:3])
            break
        height += flowable.getSpaceBefore() + own + flowable.getSpaceAfter()
    return float(min(height, A4[1] / 2))


def _rest(text: str) -> Flowable:
    line = Table([[_text(text, "rest")]], colWidths=(WIDTH,), spaceBefore=3 * mm, spaceAfter=3 * mm)
    line.setStyle([(side, (0, 0), (-1, -1), 0.7, ACCENT) for side in ("LINEABOVE", "LINEBELOW")])
    return line


def _box(heading: str, pieces_of_advice: Iterable[Heed]) -> Flowable:
    rows = [[Paragraph(_label(heading), _styles()["heed"])]]
    for piece in pieces_of_advice:
        says = [escape(part) for part in pieces(piece.says, _LONGEST)] or [""]
        name = f"<b>{escape(shortened(piece.name, _LONGEST_NARROW))}</b>"
        says[0] = f"{name} {_aside(f'({piece.because})') if piece.because else ''} {says[0]}"
        says[-1] += _sources(piece.citations)
        rows += [[Paragraph(part, _styles()["heed"])] for part in says]
    box = LongTable(rows, colWidths=(WIDTH,), spaceBefore=4 * mm, spaceAfter=3 * mm)
    box.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 0.5, RULE),
            ("LEFTPADDING", (0, 0), (-1, -1), 3 * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3 * mm),
            ("TOPPADDING", (0, 0), (-1, -1), 1 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5 * mm),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 1.5 * mm),
        ]
    )
    return box


def _items(items: Sequence[Item]) -> Flowable:
    rows: list[list[Any]] = [_column_heads("No.", "Question", "For", "Min.")]
    style = [*_TABLE_STYLE]
    for item in items:
        for place, (question, interests) in enumerate(
            zip_longest(
                _cells(_question(item)), _cells(_interests(item.interests), _LONGEST_NARROW), fillvalue=()
            )
        ):
            number, minutes = (item.number, item.minutes) if place == 0 else ("", "")
            rows.append([_text(number, "number"), list(question), list(interests), _text(minutes, "minutes")])
        room: list[Flowable] = []
        if item.ticks:
            room.append(_text(("\u00a0" * 5 + " ").join(f"☐\u00a0{tick}" for tick in item.ticks), "ticks"))
        room.append(Ruled(item.lines))
        rows.append(["", room, "", ""])
        last = len(rows) - 1
        style += [
            ("SPAN", (1, last), (3, last)),
            ("RIGHTPADDING", (0, last), (-1, last), 0),
            ("BOTTOMPADDING", (0, last), (-1, last), 3.5 * mm),
            ("TOPPADDING", (0, last), (-1, last), 1.5 * mm if item.ticks else 0),
            ("NOSPLIT", (0, last - 1), (-1, last)),
        ]
    return LongTable(rows, colWidths=_COLUMNS, repeatRows=1, style=style)


_TABLE_STYLE: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, 0), 0.7, ACCENT),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (-3, 0), (-2, -1), 3 * mm),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5 * mm),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5 * mm),
    ("TOPPADDING", (0, 0), (-1, 0), 0),
]


def _question(item: Item) -> Iterator[tuple[str, Flowable]]:
    """The paragraphs of a question, each with its text to be measured."""
    if item.skip:
        yield from _stretched(item.skip, "skip rule")
    yield from _stretched(item.wording, "wording")
    yield (
        item.kind + "".join(item.citations),
        Paragraph(f"{escape(item.kind)}{_sources(item.citations)}", _styles()["small"]),
    )
    if item.note:
        yield from _stretched(item.note, "small", "Note: ")
    for probe in item.probes:
        for number, piece in enumerate(pieces(probe, _LONGEST)):
            bullet = "–" if number == 0 else None
            yield piece, Paragraph(escape(piece), _styles()["probe"], bulletText=bullet)
    if item.how_known:
        yield from _stretched(item.how_known, "how he knows", "How he knows: ")


def _interests(interests: Iterable[Interest]) -> Iterator[tuple[str, Flowable]]:
    for interest in interests:
        who = f"<b>{escape(shortened(interest.who, 100))}</b>"
        for number, piece in enumerate(pieces(", ".join(interest.requirements), _LONGEST_NARROW) or [""]):
            yield (
                interest.who + piece,
                Paragraph(f"{who if number == 0 else ''} {_aside(piece)}", _styles()["agency"]),
            )


def _cells(paragraphs: Iterable[tuple[str, Flowable]], longest: int = _LONGEST) -> Iterator[list[Flowable]]:
    """Paragraphs in cells that fit on a page."""
    cell: list[Flowable] = []
    length = 0
    for text, paragraph in paragraphs:
        if cell and (length + len(text) > longest or len(cell) >= _MOST_LINES):
            yield cell
            cell, length = [], 0
        cell.append(paragraph)
        length += len(text)
    if cell:
        yield cell


def _tail(paper: Paper) -> Iterator[Flowable]:
    if paper.later:
        yield from _end_heading("Left for later")
        yield _later(paper.later)
    if paper.remarks:
        yield from _end_heading("Remarks")
        for remark in paper.remarks:
            for number, piece in enumerate(pieces(remark, _LONGEST)):
                yield Paragraph(escape(piece), _styles()["remark"], bulletText="–" if number == 0 else None)
    if paper.cited:
        yield from _end_heading("Paragraphs cited")
        for piece in pieces(", ".join(paper.cited), _LONGEST):
            yield _text(piece, "small")


def _end_heading(text: str) -> Iterator[Flowable]:
    yield CondPageBreak(40 * mm)
    yield _heading(text, "", "session")
    yield pdf.bar()


def _later(later: Iterable[Later]) -> Flowable:
    rows: list[list[Any]] = [_column_heads("Question", "For", "Why")]
    style = [*_TABLE_STYLE]
    for left in later:
        cells = (
            _cells(_stretched(left.wording, "later")),
            _cells(_interests(left.interests), _LONGEST_NARROW),
            _cells(_stretched(left.why, "small")),
        )
        rows += [[list(cell) for cell in row] for row in zip_longest(*cells, fillvalue=())]
        style.append(("LINEBELOW", (0, len(rows) - 1), (-1, len(rows) - 1), 0.5, RULE))
    return LongTable(rows, colWidths=(98 * mm, 32 * mm, 50 * mm), repeatRows=1, style=style)


def _column_heads(*heads: str) -> list[Any]:
    return [_text(head, "minutes head" if head == "Min." else "column head") for head in heads]


def _heading(text: str, aside: str, style: str) -> Flowable:
    """A heading with a few words in small type at the right."""
    table = Table(
        [[_text(shortened(text, _LONGEST), style), _text(aside, "aside")]],
        colWidths=(WIDTH - 34 * mm, 34 * mm),
        spaceBefore=7 * mm if style == "session" else 5 * mm,
        spaceAfter=0.5 * mm,
    )
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm),
        ]
    )
    return table


def _stretched(text: str, style: str, label: str = "") -> Iterator[tuple[str, Flowable]]:
    for number, piece in enumerate(pieces(text, _LONGEST)):
        start = f"<i>{escape(label)}</i>" if label and number == 0 else ""
        yield piece, Paragraph(f"{start}{escape(piece)}", _styles()[style])


def _text(text: str, style: str) -> Flowable:
    return Paragraph(escape(text), _styles()[style])


def _label(text: str) -> str:
    return f'<font name="{SANS}" size="8" color="{ACCENT.hexval()}"><b>{escape(text)}</b></font>'


def _aside(text: str) -> str:
    return f'<font name="{SANS}" size="7.5" color="{SMALL.hexval()}">{escape(text)}</font>' if text else ""


def _sources(citations: Iterable[str]) -> str:
    ids = shortened(", ".join(citations), _LONGEST)
    return f' <font name="{SANS}" size="6.5" color="{SMALL.hexval()}">{escape(ids)}</font>' if ids else ""


def _cut(text: str, font: str, width: float) -> str:
    """A text of 8 points that is no wider than this."""
    shown = text[:200]
    while stringWidth(shown, font, 8) > width:
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    return shown


@cache
def _styles() -> dict[str, ParagraphStyle]:
    style = pdf.style
    styles = (
        style("title", SERIF_BOLD, 19, ACCENT, spaceAfter=4 * mm),
        style("field name", SANS, 8, SMALL),
        style("field", SANS, 9.5),
        style("fact", SANS, 9.5, leftIndent=5 * mm, firstLineIndent=-5 * mm, spaceAfter=1 * mm),
        style("session", SERIF_BOLD, 14, ACCENT),
        style("section", SERIF_BOLD, 11.5, ACCENT),
        style("aside", SANS, 7.5, SMALL, alignment=TA_RIGHT),
        style("why", SANS, 8, SMALL, spaceAfter=1.5 * mm),
        style(
            "tell him",
            SERIF,
            10,
            leading=1.35,
            backColor=_SHADE,
            borderPadding=(2, 4, 3, 6),
            leftIndent=6,
            rightIndent=4,
            spaceBefore=2 * mm,
            spaceAfter=1 * mm,
        ),
        style("heed", SANS, 8.5, leading=1.35),
        style("number", SANS_BOLD, 9.5, ACCENT),
        style("wording", SERIF, 11, leading=1.3, spaceAfter=0.8 * mm),
        style("skip rule", SANS_BOLD, 8, ACCENT, spaceAfter=0.5 * mm),
        style("small", SANS, 7.5, SMALL, spaceAfter=0.5 * mm),
        style("probe", SANS, 8.5, leftIndent=7 * mm, bulletIndent=3 * mm, spaceAfter=0.3 * mm),
        style("how he knows", SANS, 8.5, leftIndent=3 * mm, spaceAfter=0.3 * mm),
        style("agency", SANS, 8),
        style("minutes", SANS, 9.5, alignment=TA_RIGHT),
        style("column head", SANS, 7, SMALL),
        style("minutes head", SANS, 7, SMALL, alignment=TA_RIGHT),
        style("ticks", SANS, 9.5),
        style("later", SERIF, 9.5),
        style("rest", SANS_BOLD, 9.5, ACCENT, alignment=TA_CENTER),
        style("remark", SANS, 9, leftIndent=4 * mm, bulletIndent=0, spaceAfter=0.8 * mm),
    )
    return {each.name: each for each in styles}
