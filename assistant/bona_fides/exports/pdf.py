"""What was found, as a PDF to hand on, print and write on. A4; its text block fits Letter as well.

Both quotations of a point stand side by side, and the whole point on one page unless it is longer than that.
Hebrew and Arabic print in their order; Arabic letters stand unjoined.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    LongTable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.characters import pieces
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

_SANS, _SERIF = "DejaVuSans", "DejaVuSerif"
_SLANTED = {_SANS: "Oblique", _SERIF: "Italic"}
_INK, _SMALL, _ACCENT, _RULE = (HexColor(f"#{each}") for each in ("1a1a1a", "555555", "1f3a5f", "9aa5b1"))
_SIDE, _TOP, _BOTTOM = 15 * mm, 18 * mm, 20 * mm
_WIDTH = A4[0] - 2 * _SIDE
_CLAIMS = (14 * mm, 18 * mm, 46 * mm, 52 * mm, 28 * mm, 22 * mm)
_GAP = 4 * mm
_FEW = 6
"""Rows of a table, its head among them, that are kept on one page."""
_RULED_LINE = 7.5 * mm
_LONGEST, _LONGEST_NARROW = 1000, 300
"""Characters in a stretch of the full width, and in a table's cell. What is longer goes on in a row of its
own, so that no row outgrows a page."""


def as_pdf(checked: Checked, settled: Mapping[str, Settled]) -> bytes:
    """The paper as a PDF. Characters that DejaVu lacks print as empty boxes."""
    _load_fonts()
    file = io.BytesIO()
    frame = Frame(_SIDE, _BOTTOM, _WIDTH, A4[1] - _TOP - _BOTTOM, *[0] * 4)
    document = BaseDocTemplate(
        file, pagesize=A4, pageTemplates=[PageTemplate(frames=[frame])], title=TITLE, lang="en"
    )
    document.build(list(_story(on_paper(checked, settled))), canvasmaker=_Pages)
    return file.getvalue()


class _Pages(Canvas):  # type: ignore[misc]
    """Draws the foot when all pages are known, to number them "page 2 of 9"."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._kept
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self.setFillColor(_SMALL)
            self.setFont(_SANS, 8)
            self.drawString(_SIDE, 11 * mm, TITLE)
            self.drawRightString(A4[0] - _SIDE, 11 * mm, f"page {number} of {len(pages)}")
            super().showPage()
        super().save()


class _Ruled(Flowable):  # type: ignore[misc]
    """Lines to write on."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self._lines * _RULED_LINE
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(_RULE)
        self.canv.setLineWidth(0.5)
        for line in range(self._lines):
            self.canv.line(0, line * _RULED_LINE, self.width, line * _RULED_LINE)


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
            *[("LINEBELOW", (place, 0), (place, 0), 0.5, _SMALL) for place in (1, 3, 5)],
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
        story += _stretched(point.question, "question", f'<font name="{_SANS}-Bold" size="9">Ask:</font> ')
    if point.lines:
        story.append(_Ruled(point.lines))
    story.append(Spacer(0, 2 * mm))
    return story


def _both(first: Said, second: Said) -> Flowable:
    half = _WIDTH / 2 - _GAP
    rows: list[list[Any]] = [
        [_text(piece, "words", half) if piece else "" for piece in row]
        for row in zip_longest(*(pieces(f"“{said.words}”", _LONGEST_NARROW) for said in (first, second)))
    ]
    sources = (pieces(said.source, _LONGEST_NARROW) for said in (first, second))
    rows += [
        [_text(piece, "source", half) if piece else "" for piece in row] for row in zip_longest(*sources)
    ]
    table = LongTable(rows, colWidths=(_WIDTH / 2, _WIDTH / 2))
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
        ("LINEBELOW", (0, 0), (-1, 0), 0.7, _ACCENT),
    ]
    for told in topic.rows:
        texts = (told.session, told.place, told.says, f"“{told.words}”", told.when, told.marks)
        for row in zip_longest(*(pieces(text, _LONGEST_NARROW) for text in texts)):
            cells = zip(row, _CLAIMS, strict=True)
            rows.append([_text(piece, "cell", wide - 2 * mm) if piece else "" for piece, wide in cells])
        style.append(("LINEBELOW", (0, len(rows) - 1), (-1, len(rows) - 1), 0.4, _RULE))
    table = LongTable(rows, colWidths=_CLAIMS, repeatRows=1)
    table.setStyle(style)
    head = [*above, *_stretched(topic.heading, "point")]
    if len(rows) <= _FEW:
        yield KeepTogether([*head, table])
    else:
        # A heading is not left alone at the foot of a page.
        yield CondPageBreak(45 * mm)
        yield from (*head, table)


def _heading(text: str) -> Iterator[Flowable]:
    yield _text(text, "heading")
    yield HRFlowable(width="100%", thickness=1, color=_ACCENT, spaceBefore=0, spaceAfter=4)


def _stretched(text: str, style: str, start: str = "", bullet: str | None = None) -> Iterator[Flowable]:
    """A text of any length in paragraphs; ``start`` is markup that goes before its first word."""
    for number, piece in enumerate(pieces(text, _LONGEST)):
        markup = f"{start if number == 0 else ''}{_shown(piece, style, _WIDTH * 0.9)}"
        yield Paragraph(markup, _styles()[style], bulletText=bullet if number == 0 else None)


def _text(text: str, style: str, width: float = _WIDTH) -> Flowable:
    return Paragraph(_shown(text, style, width), _styles()[style])


_LEFTWARD = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN = re.compile(rf"{_LEFTWARD}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*{_LEFTWARD})?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def _shown(text: str, style: str, width: float) -> str:
    """Markup of the text. What runs leftward is broken into lines here, as each line is turned by itself."""
    if not _RUN.search(text):
        return escape(text)
    look = _styles()[style]
    # The serif face has no such letters.
    face = look.fontName.replace(_SERIF, _SANS)
    lines = simpleSplit(text, face, look.fontSize, width)
    turned = "<br/>".join(escape(_RUN.sub(lambda run: _turned(run.group()), line)) for line in lines)
    return f'<font name="{face}">{turned}</font>'


def _turned(run: str) -> str:
    """Words of a script that runs leftward, as a line that is drawn rightward; numbers stay as they are."""
    letters: list[str] = re.findall(r"\d+(?:[.,:/]\d+)*|\D", run)
    return "".join(each.translate(_MIRRORED) for each in reversed(letters))


@cache
def _load_fonts() -> None:
    """DejaVu has Latin with all its marks, Greek and Cyrillic; matplotlib brings it."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib, whose folder holds the fonts, is not installed")
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    for family, slanted in _SLANTED.items():
        faces = (family, f"{family}-Bold", f"{family}-{slanted}", f"{family}-Bold{slanted}")
        for face in faces:
            registerFont(TTFont(face, str(folder / f"{face}.ttf")))
        registerFontFamily(family, *faces)


@cache
def _styles() -> dict[str, ParagraphStyle]:
    def style(name: str, face: str, size: float, colour: Any = _INK, **more: Any) -> ParagraphStyle:
        return ParagraphStyle(
            name, fontName=face, fontSize=size, leading=1.27 * size, textColor=colour, **more
        )

    bold = f"{_SERIF}-Bold"
    styles: Sequence[ParagraphStyle] = (
        style("title", bold, 19, _ACCENT, spaceAfter=3 * mm),
        style("lead", f"{_SANS}-Oblique", 8, _SMALL, spaceAfter=1.5 * mm),
        style("heading", bold, 14, _ACCENT, spaceBefore=6 * mm, spaceAfter=1 * mm, keepWithNext=1),
        style("point", bold, 11, _ACCENT, spaceBefore=4 * mm, spaceAfter=1 * mm, keepWithNext=1),
        style("normal", _SANS, 9, spaceAfter=1 * mm),
        style("entry", _SANS, 9, spaceAfter=0.8 * mm, leftIndent=6 * mm, firstLineIndent=-6 * mm),
        style("remark", _SANS, 8, _SMALL, spaceAfter=0.8 * mm, leftIndent=6 * mm),
        style("summary", f"{_SANS}-Bold", 9.5, spaceBefore=3 * mm),
        style("words", _SERIF, 10.5),
        style("source", _SANS, 7.5, _SMALL),
        style("small", _SANS, 8, _SMALL, spaceBefore=1 * mm, spaceAfter=0.5 * mm),
        style("innocent", _SANS, 8.5, leftIndent=5 * mm, bulletIndent=1 * mm, spaceAfter=0.4 * mm),
        style("question", _SERIF, 10.5, spaceBefore=1.5 * mm, spaceAfter=0.5 * mm),
        style("cell", _SANS, 7.5),
        style("column head", _SANS, 7, _SMALL),
    )
    return {each.name: each for each in styles}
