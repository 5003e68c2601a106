"""A plan as a Word document to print, take notes on, or type into. A4; its text block fits Letter as well.

A question and its ruled lines are rows of one table that Word keeps on one page: no row is divided, and every
row but a question's last is kept with the next.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.questionnaires.exports.paper import Interest, Item, Paper, Part, on_paper
from assistant.questionnaires.plan import Plan

_SANS, _SERIF = "Arial", "Georgia"
_INK, _SMALL, _ACCENT, _RULE = "1A1A1A", "555555", "1F3A5F", "9AA5B1"
_SHADE = "EEF2F6"
_MM = 56.7
"""Twentieths of a point in a millimetre."""
_COLUMNS = (14.0, 119.0, 34.0, 13.0)
"""Millimetres: number, question, for whom, minutes. Together the width between the margins."""
_RULED_ROW, _GAP_ROW, _PADDING = 7.5, 3.0, 1.2
"""Heights in millimetres."""


def as_word(plan: Plan) -> bytes:
    """The plan as a .docx file."""
    paper = on_paper(plan)
    made = _Document(paper)
    made.head()
    for session in paper.sessions:
        made.heading(f"{session.heading}", session.minutes, 1)
        for part in session.parts:
            made.part(part)
    made.tail()
    return made.bytes()


class _Document:
    def __init__(self, paper: Paper) -> None:
        from docx import Document
        from docx.shared import Mm

        self._paper = paper
        self._docx: Any = Document()
        # Styles by their ids: python-docx looks a name up anew for every paragraph, and a plan has thousands.
        self._ids: dict[str, str] = {}
        page = self._docx.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(15)
        page.top_margin, page.bottom_margin = Mm(24), Mm(20)
        page.header_distance, page.footer_distance = Mm(11), Mm(10)
        self._styles()
        self._every_page(page)
        about = self._docx.core_properties
        about.title, about.subject = paper.title[:250], paper.subject[:250]
        about.author = about.comments = ""

    def bytes(self) -> bytes:
        file = io.BytesIO()
        self._docx.save(file)
        return file.getvalue()

    def head(self) -> None:
        paper = self._paper
        self._line(paper.title, "Title")
        fields = [
            ("Subject", paper.subject, "Date", ""),
            ("Stage", paper.stage, "Officer", ""),
            ("Time", paper.time, "Interpreter", ""),
        ]
        widths = (20.0, 80.0, 22.0, 58.0)
        table = self._table(widths)
        for fields_of_row in fields:
            cells = self._row(table, widths)
            for place, text in enumerate(fields_of_row):
                self._line(text, "Field name" if place % 2 == 0 else "Field", cells[place])
                if place % 2 and not text:
                    _border(cells[place], bottom=_SMALL)
        if paper.agencies:
            cells = self._row(table, widths)
            self._line("Agencies", "Field name", cells[0])
            _span(cells, 1, 3)
            self._line(paper.agencies, "Field", cells[1])
        if paper.facts:
            self.heading("Settle first", "", 2)
            for fact in paper.facts:
                paragraph = self._line("", "Normal")
                paragraph.add_run(f"☐  {fact.words}").font.name = _SANS
                self._aside(paragraph, f"   {', '.join(fact.numbers)}", "Aside")

    def heading(self, text: str, aside: str, level: int) -> None:
        paragraph = self._line(text, f"Heading {level}")
        if aside:
            self._aside(paragraph, f"\t{aside}", "Aside")

    def part(self, part: Part) -> None:
        self.heading(part.heading, part.minutes, 2)
        if part.why or part.citations:
            why = self._line(part.why, "Why")
            self._sources(why, part.citations)
            why.paragraph_format.keep_with_next = True
        for told in part.told:
            paragraph = self._line("", "Tell him")
            self._aside(paragraph, "Tell him  ", "Label")
            paragraph.add_run(told.says)
            self._sources(paragraph, told.citations)
        if part.items:
            self._line("", "Gap")
            self._items(part.items)
        if part.rest:
            self._line(part.rest, "Rest")

    def tail(self) -> None:
        paper = self._paper
        if paper.later:
            self.heading("Left for later", "", 1)
            widths = (98.0, 32.0, 50.0)
            table = self._table(widths)
            self._column_heads(table, widths, ("Question", "For", "Why"))
            for left in paper.later:
                cells = self._row(table, widths)
                self._line(left.wording, "Later", cells[0])
                self._interests(left.interests, cells[1])
                self._line(left.why, "Reason", cells[2])
                for cell in cells:
                    _border(cell, bottom=_RULE)
        if paper.remarks:
            self.heading("Remarks", "", 1)
            for remark in paper.remarks:
                self._line(remark, "List Bullet")
        if paper.cited:
            self.heading("Paragraphs cited", "", 1)
            self._sources(self._line("", "Small"), paper.cited)

    def _items(self, items: Sequence[Item]) -> None:
        table = self._table(_COLUMNS)
        self._column_heads(table, _COLUMNS, ("No.", "Question", "For", "Min."))
        for item in items:
            cells = self._row(table, _COLUMNS)
            self._line(item.number, "Number", cells[0])
            self._question(item, cells[1])
            self._interests(item.interests, cells[2])
            self._line(item.minutes, "Minutes", cells[3])
            rows = [cells]
            if item.ticks:
                cells = self._row(table, _COLUMNS)
                _span(cells, 1, 3)
                self._line("      ".join(f"☐ {tick}" for tick in item.ticks), "Ticks", cells[1])
                rows.append(cells)
            for _ in range(item.lines):
                cells = self._row(table, _COLUMNS, _RULED_ROW)
                _span(cells, 1, 3)
                _border(cells[1], bottom=_RULE)
                rows.append(cells)
            # A narrow row parts the question from the next.
            rows.append(self._row(table, _COLUMNS, _GAP_ROW))
            for cells in rows[:-1]:
                _keep_with_next(cells)

    def _question(self, item: Item, cell: Any) -> None:
        if item.skip:
            self._line(item.skip, "Skip rule", cell)
        self._line(item.wording, "Wording", cell)
        kind = self._line(item.kind, "Small", cell)
        self._sources(kind, item.citations)
        if item.note:
            self._labelled("Note: ", item.note, "Small", cell)
        for probe in item.probes:
            self._line(f"–\t{probe}", "Probe", cell)
        if item.how_known:
            self._labelled("How he knows: ", item.how_known, "How he knows", cell)

    def _interests(self, interests: Iterable[Interest], cell: Any) -> None:
        for interest in interests:
            paragraph = self._line(interest.who, "Agency", cell)
            if interest.requirements:
                self._aside(paragraph, f" {', '.join(interest.requirements)}", "Aside")

    def _labelled(self, label: str, text: str, style: str, cell: Any) -> None:
        paragraph = self._line("", style, cell)
        paragraph.add_run(label).italic = True
        paragraph.add_run(text)

    def _sources(self, paragraph: Any, citations: Sequence[str]) -> None:
        if citations:
            run = self._aside(paragraph, "  " if paragraph.text else "", "Source")
            for count, piece in enumerate(", ".join(citations).split("-")):
                # A paragraph's id is not to be divided at its hyphens.
                if count:
                    run._r.append(_element("noBreakHyphen"))
                run.add_text(piece)

    def _line(self, text: str, style: str, cell: Any = None) -> Any:
        """A new paragraph at the end of the document; of a cell, whose own first paragraph is used first."""
        if cell is None:
            made = self._docx.add_paragraph(text)
        else:
            made = cell.paragraphs[0]
            if made._p.style != self._ids["Cell"]:
                made = cell.add_paragraph()
            if text:
                made.add_run(text)
        made._p.style = self._ids[style]
        return made

    def _aside(self, paragraph: Any, text: str, style: str) -> Any:
        run = paragraph.add_run(text)
        run._r.style = self._ids[style]
        return run

    def _table(self, widths: Sequence[float]) -> Any:
        table = self._docx.add_table(rows=0, cols=len(widths))
        table.autofit = False
        properties = table._tbl.tblPr
        margins = _element("tblCellMar", (("left", "0"), ("right", _mm(_PADDING))))
        properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(_name("w"), _mm(width))
        return table

    def _row(self, table: Any, widths: Sequence[float], height: float = 0.0) -> list[Any]:
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("cantSplit"))
        if height:
            properties.append(_element("trHeight", val=_mm(height), hRule="atLeast"))
        cells = list(row.cells)
        for cell, width in zip(cells, widths, strict=True):
            cell._tc.get_or_add_tcPr().get_or_add_tcW().set(_name("w"), _mm(width))
            cell.paragraphs[0]._p.style = self._ids["Cell"]
        return cells

    def _column_heads(self, table: Any, widths: Sequence[float], heads: Sequence[str]) -> None:
        cells = self._row(table, widths)
        table.rows[-1]._tr.get_or_add_trPr().append(_element("tblHeader"))
        for place, (cell, head) in enumerate(zip(cells, heads, strict=True)):
            paragraph = self._line(head, "Column head", cell)
            if head == "Min.":
                paragraph.alignment = 2
            _border(cells[place], bottom=_ACCENT)
        _keep_with_next(cells)

    def _every_page(self, page: Any) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
        for paragraph in (head, foot):
            paragraph.style = "Margin"
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(180), WD_TAB_ALIGNMENT.RIGHT)
        head.add_run(_shortened(self._paper.subject, 40) or "No cover name yet").bold = True
        head.add_run(f"\t{_shortened(self._paper.title, 70)}")
        foot.add_run("\tpage ")
        _field(foot, "PAGE")
        foot.add_run(" of ")
        _field(foot, "NUMPAGES")

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt, RGBColor

        def style(name: str, font: str, size: float, colour: str = _INK, **more: Any) -> Any:
            kind = WD_STYLE_TYPE.CHARACTER if more.pop("run", False) else WD_STYLE_TYPE.PARAGRAPH
            found = self._docx.styles
            made = found[name] if name in found else found.add_style(name, kind)
            made.font.name, made.font.size = font, Pt(size)
            made.font.color.rgb = RGBColor.from_string(colour)
            made.font.bold, made.font.italic = more.pop("bold", False), more.pop("italic", False)
            self._ids[name] = made.style_id
            fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(_name(script), font)
            if kind is WD_STYLE_TYPE.PARAGRAPH:
                form = made.paragraph_format
                form.space_before, form.space_after = Pt(more.pop("above", 0)), Pt(more.pop("below", 0))
                form.line_spacing = more.pop("spacing", 1.0)
                form.left_indent = Mm(more.pop("left", 0))
                form.first_line_indent = Mm(more.pop("first", 0))
                form.keep_with_next = more.pop("keep", False)
                form.widow_control = True
            return made

        normal = style("Normal", _SANS, 9.5, below=3)
        normal.element.get_or_add_rPr().get_or_add_rFonts()
        title = style("Title", _SERIF, 20, _ACCENT, bold=True, below=8)
        _no_border(title)
        for level, size, above in ((1, 14, 18), (2, 11.5, 14)):
            heading = style(
                f"Heading {level}", _SERIF, size, _ACCENT, bold=True, above=above, below=3, keep=True
            )
            heading.paragraph_format.tab_stops.add_tab_stop(Mm(180), WD_TAB_ALIGNMENT.RIGHT)
            if level == 1:
                _paragraph_border(heading, "bottom", _ACCENT, 8)
        style("Cell", _SANS, 4)
        style("Gap", _SANS, 4, keep=True)
        style("Why", _SANS, 8.5, _SMALL, italic=True, below=4)
        tell = style("Tell him", _SERIF, 10.5, above=3, below=3, left=3, spacing=1.1)
        _paragraph_border(tell, "left", _ACCENT, 24, 6)
        _shade(tell, _SHADE)
        style("Wording", _SERIF, 11.5, above=3, below=2, spacing=1.05)
        style("Skip rule", _SANS, 8.5, _ACCENT, bold=True, above=4)
        style("Small", _SANS, 8, _SMALL, below=1)
        style("Probe", _SANS, 9, left=7, first=-4, below=1)
        style("How he knows", _SANS, 9, left=3, below=1)
        style("Number", _SANS, 10, _ACCENT, bold=True, above=4)
        style("Minutes", _SANS, 10, above=4).paragraph_format.alignment = 2
        style("Agency", _SANS, 8.5, bold=True, above=4)
        style("Column head", _SANS, 7.5, _SMALL, below=1)
        style("Ticks", _SANS, 10, above=3, below=1)
        style("Field name", _SANS, 8.5, _SMALL, above=4)
        style("Field", _SANS, 10.5, above=3, below=1)
        style("Reason", _SANS, 8, _SMALL, above=3, below=2)
        style("Later", _SERIF, 10, above=2, below=2)
        style("Rest", _SANS, 10, _ACCENT, bold=True, above=10, below=6).paragraph_format.alignment = 1
        for side in ("top", "bottom"):
            _paragraph_border(self._docx.styles["Rest"], side, _ACCENT, 4, 3)
        style("Margin", _SANS, 8, _SMALL)
        style("List Bullet", _SANS, 9.5, below=2, left=5, first=-5)
        style("Aside", _SANS, 8, _SMALL, run=True)
        style("Source", _SANS, 7, _SMALL, run=True)
        style("Label", _SANS, 8.5, _ACCENT, run=True, bold=True)


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _mm(millimetres: float) -> str:
    return str(round(millimetres * _MM))


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


def _border(cell: Any, bottom: str) -> None:
    borders = _element("tcBorders")
    borders.append(_element("bottom", val="single", sz="4", space="0", color=bottom))
    cell._tc.get_or_add_tcPr().append(borders)


def _span(cells: Sequence[Any], first: int, last: int) -> None:
    """Join cells of a row without python-docx's ``merge``, which is slow in a long table."""
    start = cells[first]._tc
    start.grid_span = last - first + 1
    width = sum(int(cell._tc.tcPr.tcW.get(_name("w"))) for cell in cells[first : last + 1])
    start.tcPr.tcW.set(_name("w"), str(width))
    for cell in cells[first + 1 : last + 1]:
        start.getparent().remove(cell._tc)


def _keep_with_next(cells: Iterable[Any]) -> None:
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _paragraph_border(style: Any, side: str, colour: str, width: int, space: int = 1) -> None:
    properties = style.element.get_or_add_pPr()
    borders = properties.find(_name("pBdr"))
    if borders is None:
        borders = _element("pBdr")
        properties.insert_element_before(borders, *_AFTER_BORDERS)
    borders.append(_element(side, val="single", sz=str(width), space=str(space), color=colour))


def _no_border(style: Any) -> None:
    borders = style.element.get_or_add_pPr().find(_name("pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _shade(style: Any, colour: str) -> None:
    shade = _element("shd", val="clear", color="auto", fill=colour)
    style.element.get_or_add_pPr().insert_element_before(shade, *_AFTER_BORDERS[1:])


_AFTER_BORDERS = tuple(
    f"w:{name}"
    for name in (
        "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN "
        "bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ).split()
)
"""What stands after the borders among a paragraph's properties: their order is prescribed."""


def _field(paragraph: Any, code: str) -> None:
    """A field that Word counts anew on every page."""
    instruction = _element("instrText")
    instruction.text = f" {code} "
    for part in (_element("fldChar", fldCharType="begin"), instruction):
        paragraph.add_run()._r.append(part)
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="end"))
