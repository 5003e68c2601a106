"""What was found, as a Word document to hand on and to write into. A4; its text block fits Letter as well.

Both quotations of a point stand side by side, and the whole point on one page unless it is longer than that.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.characters import runs_leftward
from assistant.bona_fides.exports.paper import (
    ABOUT,
    NO_CLAIMS,
    NOTHING_FOUND,
    NOTHING_READ,
    TITLE,
    Paper,
    Point,
    Said,
    Session,
    Topic,
    on_paper,
)
from assistant.bona_fides.settling import Settled

_SANS, _SERIF = "Arial", "Georgia"
_INK, _SMALL, _ACCENT, _RULE = "1A1A1A", "555555", "1F3A5F", "9AA5B1"
_MM = 56.7
"""Twentieths of a point in a millimetre."""
_HALVES = (90.0, 90.0)
_FIELDS = (20.0, 45.0, 18.0, 45.0, 14.0, 38.0)
_CLAIMS = (14.0, 18.0, 46.0, 52.0, 28.0, 22.0)
"""Millimetres; each together the width between the margins."""


def as_word(checked: Checked, settled: Mapping[str, Settled]) -> bytes:
    """The paper as a .docx file."""
    paper = on_paper(checked, settled)
    made = _Document()
    made.head(paper)
    for group in paper.groups:
        made.line(group.heading, "Heading 1")
        made.line(group.lead, "Lead")
        for point in group.points:
            made.point(point)
    made.settled(paper)
    made.claims(paper.topics)
    return made.bytes()


class _Document:
    def __init__(self) -> None:
        from docx import Document
        from docx.shared import Mm

        self._docx: Any = Document()
        # Styles by their ids: python-docx looks a name up anew for every paragraph.
        self._ids: dict[str, str] = {}
        page = self._docx.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(15)
        page.top_margin = page.bottom_margin = Mm(20)
        page.footer_distance = Mm(10)
        self._end = page._sectPr
        self._styles()
        foot = page.footer.paragraphs[0]
        foot.style = "Margin"
        foot.add_run(f"{TITLE}, page ")
        _field(foot, "PAGE")
        foot.add_run(" of ")
        _field(foot, "NUMPAGES")
        about = self._docx.core_properties
        about.title = TITLE
        about.author = about.comments = ""

    def bytes(self) -> bytes:
        file = io.BytesIO()
        self._docx.save(file)
        return file.getvalue()

    def head(self, paper: Paper) -> None:
        self.line(TITLE, "Title")
        for text in ABOUT:
            self.line(text, "Lead")
        cells = self._row(self._table(_FIELDS), _FIELDS)
        for place, name in enumerate(("Subject", "Officer", "Date")):
            self.line(name, "Small", cells[2 * place])
            _under(cells[2 * place + 1], _SMALL)
        self.line("Sessions", "Heading 1")
        for session in paper.sessions:
            self._session(session)
        if not paper.sessions:
            self.line(NOTHING_READ, "Normal")
        if paper.summary:
            self.line(paper.summary, "Summary")
        elif paper.sessions:
            self.line(NOTHING_FOUND, "Summary")

    def _session(self, session: Session) -> None:
        paragraph = self.line("", "Entry")
        paragraph.add_run(f"{session.number}.\t{session.date}").bold = True
        paragraph.add_run(f"  {session.file}: {session.speakers}")
        for remark in session.remarks:
            self.line(remark, "Remark")

    def point(self, point: Point) -> None:
        self.line(f"{point.number}.  {point.why}", "Heading 2")
        if point.outcome:
            self._labelled(f"{point.outcome}. ", point.note, "Normal").paragraph_format.keep_with_next = True
        cells = self._row(self._table(_HALVES), _HALVES)
        for cell, said in zip(cells, (point.first, point.second), strict=True):
            self._said(said, cell)
        below = [self.line(" · ".join(filter(None, (point.rule, point.between))), "Small")]
        if point.innocent:
            below.append(self.line("May fit both:", "Small"))
            below += [self.line(f"–\t{each}", "Innocent") for each in point.innocent]
        if point.question:
            below.append(self._labelled("Ask: ", point.question, "Question"))
        below += [self.line("", "Ruled") for _ in range(point.lines)]
        for paragraph in below[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def _said(self, said: Said, cell: Any) -> None:
        for paragraph in (
            self.line(f"“{said.words}”", "Words", cell),
            self.line(said.source, "Source", cell),
        ):
            paragraph.paragraph_format.keep_with_next = True

    def settled(self, paper: Paper) -> None:
        if not paper.settled and not paper.gone:
            return
        self.line("Settled", "Heading 1")
        for point in paper.settled:
            self.point(point)
        if paper.gone:
            self.line("Settled before, and no longer found in these files:", "Lead")
        for note in paper.gone:
            self.line(f"–\t{note}", "Innocent")

    def claims(self, topics: Sequence[Topic]) -> None:
        self.line("What he says, by topic and session", "Heading 1")
        for topic in topics:
            self.line(topic.heading, "Heading 2")
            table = self._table(_CLAIMS)
            heads = self._row(table, _CLAIMS)
            table.rows[-1]._tr.get_or_add_trPr().append(_element("tblHeader"))
            for cell, head in zip(
                heads, ("Session", "Place", "He says", "In his words", "When", "Mark"), strict=True
            ):
                self.line(head, "Column head", cell).paragraph_format.keep_with_next = True
                _under(cell, _ACCENT)
            for told in topic.rows:
                cells = self._row(table, _CLAIMS)
                texts = (told.session, told.place, told.says, f"“{told.words}”", told.when, told.marks)
                for cell, text in zip(cells, texts, strict=True):
                    self.line(text, "Cell", cell)
                    _under(cell, _RULE)
        if not topics:
            self.line(NO_CLAIMS, "Normal")

    def line(self, text: str, style: str, cell: Any = None) -> Any:
        """A new paragraph at the end of the document; of a cell, whose own first paragraph is used first."""
        if cell is None:
            made = self._paragraph(text)
        else:
            made = cell.paragraphs[0]
            if made.runs or made._p.style:
                made = cell.add_paragraph()
            made.add_run(text)
        made._p.style = self._ids[style]
        if runs_leftward(text):
            _leftward(made)
        return made

    def _paragraph(self, text: str) -> Any:
        """A new paragraph at the end. To find that, python-docx looks through all that there is, which takes
        minutes when it is thousands; so with a table."""
        from docx.text.paragraph import Paragraph

        made = Paragraph(_element("p"), self._docx._body)
        self._end.addprevious(made._p)
        if text:
            made.add_run(text)
        return made

    def _labelled(self, label: str, text: str, style: str) -> Any:
        paragraph = self.line("", style)
        paragraph.add_run(label).bold = True
        paragraph.add_run(text)
        return paragraph

    def _table(self, widths: Sequence[float]) -> Any:
        from docx.oxml.table import CT_Tbl
        from docx.shared import Mm
        from docx.table import Table

        table = Table(CT_Tbl.new_tbl(0, len(widths), Mm(sum(widths))), self._docx._body)
        self._end.addprevious(table._tbl)
        table.autofit = False
        margins = _element("tblCellMar", (("left", "0"), ("right", str(round(3 * _MM)))))
        table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(_name("w"), str(round(width * _MM)))
        return table

    def _row(self, table: Any, widths: Sequence[float]) -> list[Any]:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(_element("cantSplit"))
        cells = list(row.cells)
        for cell, width in zip(cells, widths, strict=True):
            cell._tc.get_or_add_tcPr().get_or_add_tcW().set(_name("w"), str(round(width * _MM)))
        return cells

    def _styles(self) -> None:
        self._style("Normal", _SANS, 9.5, below=3)
        self._style("Title", _SERIF, 20, _ACCENT, bold=True, below=6)
        self._style("Heading 1", _SERIF, 14, _ACCENT, bold=True, above=18, below=3, keep=True)
        self._style("Heading 2", _SERIF, 11.5, _ACCENT, bold=True, above=13, below=3, keep=True)
        self._style("Lead", _SANS, 8.5, _SMALL, italic=True, below=4)
        self._style("Entry", _SANS, 9.5, below=2, left=6, first=-6)
        self._style("Remark", _SANS, 8.5, _SMALL, below=2, left=6)
        self._style("Summary", _SANS, 10, bold=True, above=6)
        self._style("Words", _SERIF, 11, above=2, below=1)
        self._style("Source", _SANS, 8, _SMALL, below=3)
        self._style("Small", _SANS, 8, _SMALL, above=3, below=1)
        self._style("Innocent", _SANS, 9, left=7, first=-4, below=1)
        self._style("Question", _SERIF, 11, above=4, below=2)
        self._style("Cell", _SANS, 8, above=2, below=2)
        self._style("Column head", _SANS, 7.5, _SMALL, below=1)
        self._style("Margin", _SANS, 8, _SMALL)
        ruled = self._style("Ruled", _SANS, 13, above=6)
        borders = _element("pBdr")
        # Lines between alike paragraphs are drawn only when asked for.
        for side in ("bottom", "between"):
            borders.append(_element(side, val="single", sz="4", space="1", color=_RULE))
        ruled.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)
        title = self._docx.styles["Title"].element.get_or_add_pPr()
        for border in title.findall(_name("pBdr")):
            title.remove(border)

    def _style(self, name: str, font: str, size: float, colour: str = _INK, **more: Any) -> Any:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Mm, Pt, RGBColor

        found = self._docx.styles
        made = found[name] if name in found else found.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        self._ids[name] = made.style_id
        made.font.size, made.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        made.font.bold, made.font.italic = more.get("bold", False), more.get("italic", False)
        fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(_name(script), font)
        form = made.paragraph_format
        form.space_before, form.space_after = Pt(more.get("above", 0)), Pt(more.get("below", 0))
        form.left_indent, form.first_line_indent = Mm(more.get("left", 0)), Mm(more.get("first", 0))
        form.line_spacing, form.keep_with_next, form.widow_control = 1.05, more.get("keep", False), True
        if more.get("left"):
            form.tab_stops.add_tab_stop(Mm(more["left"]))
        return made


_AFTER_BORDERS = tuple(
    f"w:{name}"
    for name in (
        "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
        "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)
"""What stands after the borders among a paragraph's properties: their order is prescribed."""
_AFTER_DIRECTION = _AFTER_BORDERS[_AFTER_BORDERS.index("w:bidi") + 1 :]


def _name(local: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{local}"))


def _element(local: str, sides: Iterable[tuple[str, str]] = (), **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{local}")
    for key, value in attributes.items():
        made.set(_name(key), value)
    for side, width in sides:
        made.append(_element(side, w=width, type="dxa"))
    return made


def _under(cell: Any, colour: str) -> None:
    borders = _element("tcBorders")
    borders.append(_element("bottom", val="single", sz="4", space="0", color=colour))
    cell._tc.get_or_add_tcPr().append(borders)


def _leftward(paragraph: Any) -> None:
    """Set the direction of a paragraph and of its letters: Word does not find them by itself."""
    paragraph._p.get_or_add_pPr().insert_element_before(_element("bidi"), *_AFTER_DIRECTION)
    for run in paragraph.runs:
        run.font.rtl = True


def _field(paragraph: Any, code: str) -> None:
    """A field that Word counts anew on every page."""
    instruction = _element("instrText")
    instruction.text = f" {code} "
    for part in (_element("fldChar", fldCharType="begin"), instruction):
        paragraph.add_run()._r.append(part)
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="end"))
