"""A Word document to print, write on, or type into: its page, styles, tables and borders.

Lengths are in millimetres, sizes of letters and the room above and below a paragraph in points, colours six
hexadecimal digits. Every text has to be storable. python-docx gives its objects no types.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

SANS, SERIF = "Arial", "Georgia"
INK, SMALL, ACCENT, RULE = "1A1A1A", "555555", "1F3A5F", "9AA5B1"
WIDTH = 180.0
"""Between the margins."""
_MM = 56.7
"""Twentieths of a point in a millimetre."""


class WordPaper:
    """A document on A4 that grows at its end; its text block fits Letter as well.

    It has the styles "Normal", "Column head" and "Margin"; others are made with ``style`` before they are
    used. ``top`` is the height of the upper margin, ``spacing`` that of a line of a style that names none, as
    a multiple of the font's own.
    """

    blank = "Normal"
    """The style of a cell in which nothing stands."""

    def __init__(self, title: str, subject: str = "", top: float = 20, spacing: float = 1.0) -> None:
        self._docx: Any = Document()
        self._spacing = spacing
        # Styles by their ids: python-docx looks a name up anew for every paragraph, and there are thousands.
        self._ids: dict[str, str] = {}
        self._page = self._docx.sections[0]
        self._page.page_width, self._page.page_height = Mm(210), Mm(297)
        self._page.left_margin = self._page.right_margin = Mm((210 - WIDTH) / 2)
        self._page.top_margin, self._page.bottom_margin = Mm(top), Mm(20)
        self._page.header_distance, self._page.footer_distance = Mm(11), Mm(10)
        self._end = self._page._sectPr
        about = self._docx.core_properties
        about.title, about.subject = title[:250], subject[:250]
        about.author = about.comments = ""
        self.style("Normal", SANS, 9.5, below=3)
        self.style("Column head", SANS, 7.5, SMALL, below=1)
        self.style("Margin", SANS, 8, SMALL)

    def bytes(self) -> bytes:
        """The .docx file."""
        file = io.BytesIO()
        self._docx.save(file)
        return file.getvalue()

    def style(
        self,
        name: str,
        font: str,
        size: float,
        colour: str = INK,
        *,
        run: bool = False,
        bold: bool = False,
        italic: bool = False,
        above: float = 0,
        below: float = 0,
        left: float = 0,
        first: float = 0,
        spacing: float = 0,
        keep: bool = False,
    ) -> Any:
        """Make a paragraph's style, or that of a ``run`` of letters; Word's own of that name gets this look.

        ``first`` is the indent of the first line beyond ``left``; ``keep`` holds a paragraph on the page of
        the next.
        """
        found = self._docx.styles
        kind = WD_STYLE_TYPE.CHARACTER if run else WD_STYLE_TYPE.PARAGRAPH
        made = found[name] if name in found else found.add_style(name, kind)
        self._ids[name] = made.style_id
        made.font.size, made.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        made.font.bold, made.font.italic = bold, italic
        fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
        # A theme's font would go before those that are named.
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), font)
        if run:
            return made
        form = made.paragraph_format
        form.space_before, form.space_after = Pt(above), Pt(below)
        form.left_indent, form.first_line_indent = Mm(left), Mm(first)
        form.line_spacing, form.keep_with_next, form.widow_control = spacing or self._spacing, keep, True
        if left:
            form.tab_stops.add_tab_stop(Mm(left))
        properties = made.element.get_or_add_pPr()
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)
        return made

    def above_every_page(self, left: str, right: str) -> None:
        """Print these two in the upper margin, the left one in bold."""
        head = self._in_margin(self._page.header)
        head.add_run(left).bold = True
        head.add_run(f"\t{right}")

    def below_every_page(self, text: str) -> None:
        """Print this in the lower margin, and after it "page 2 of 9". A tab leads to the right."""
        foot = self._in_margin(self._page.footer)
        for words, code in ((f"{text}page ", "PAGE"), (" of ", "NUMPAGES")):
            foot.add_run(words)
            _field(foot, code)

    def _in_margin(self, margin: Any) -> Any:
        made = margin.paragraphs[0]
        made.style = "Margin"
        rightmost(made)
        return made

    def line(self, text: str, style: str, cell: Any = None) -> Any:
        """A new paragraph at the end of the document; of a cell, whose own first paragraph is used first."""
        if cell is None:
            # To find the end, python-docx looks through all that there is, which takes minutes when it is
            # thousands; so with a table.
            made = Paragraph(_element("p"), self._docx._body)
            self._end.addprevious(made._p)
        else:
            made = cell.paragraphs[0]
            if made.runs:
                made = cell.add_paragraph()
        # Even an empty run: by it a cell's first paragraph is known to be used.
        made.add_run(text)
        made._p.style = self._ids[style]
        return made

    def table(self, widths: Sequence[float], padding: float) -> Any:
        """A new table at the end, without rows; ``padding`` is what stays free at the right of a cell."""
        made = Table(CT_Tbl.new_tbl(0, len(widths), Mm(sum(widths))), self._docx._body)
        self._end.addprevious(made._tbl)
        made.autofit = False
        margins = _element("tblCellMar")
        for side, width in (("left", 0.0), ("right", padding)):
            margins.append(_element(side, w=_mm(width), type="dxa"))
        made._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.set(qn("w:w"), _mm(width))
        return made

    def row(self, table: Any, height: float = 0, *, head: bool = False) -> list[Any]:
        """The cells of a new row that no page divides; a ``head`` is repeated on every page."""
        made = table.add_row()
        properties = made._tr.get_or_add_trPr()
        properties.append(_element("cantSplit"))
        if height:
            properties.append(_element("trHeight", val=_mm(height), hRule="atLeast"))
        if head:
            properties.append(_element("tblHeader"))
        cells = list(made.cells)
        for cell, column in zip(cells, table._tbl.tblGrid.gridCol_lst, strict=True):
            cell._tc.get_or_add_tcPr().get_or_add_tcW().set(qn("w:w"), column.get(qn("w:w")))
            cell.paragraphs[0]._p.style = self._ids[self.blank]
        return cells

    def column_heads(self, table: Any, heads: Sequence[str]) -> list[Any]:
        """A row of heads that is kept on the page of the next, and repeated on every page."""
        cells = self.row(table, head=True)
        for cell, head in zip(cells, heads, strict=True):
            self.line(head, "Column head", cell).paragraph_format.keep_with_next = True
            underline(cell, ACCENT)
        return cells


def underline(cell: Any, colour: str) -> None:
    """Draw a line below a cell."""
    borders = _element("tcBorders")
    borders.append(_element("bottom", val="single", sz="4", space="0", color=colour))
    cell._tc.get_or_add_tcPr().append(borders)


def span(cells: Sequence[Any]) -> None:
    """Join neighbouring cells of a row into the first, without python-docx's ``merge``: it is slow in a long
    table."""
    start = cells[0]._tc
    start.grid_span = len(cells)
    width = sum(int(cell._tc.tcPr.tcW.get(qn("w:w"))) for cell in cells)
    start.tcPr.tcW.set(qn("w:w"), str(width))
    for cell in cells[1:]:
        start.getparent().remove(cell._tc)


def border(style: Any, sides: Sequence[str], colour: str, width: int = 4, space: int = 1) -> None:
    """Draw lines around the paragraphs of a style that has none, with the side "between" also between alike
    ones. ``width`` is in eighths of a point, ``space`` in points."""
    borders = _element("pBdr")
    for side in sides:
        borders.append(_element(side, val="single", sz=str(width), space=str(space), color=colour))
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def shade(style: Any, colour: str) -> None:
    """Colour the ground of a style's paragraphs."""
    ground = _element("shd", val="clear", color="auto", fill=colour)
    style.element.get_or_add_pPr().insert_element_before(ground, *_AFTER_BORDERS[1:])


def rightmost(made: Any) -> None:
    """Let a tab in this paragraph, or in those of this style, lead to the right margin."""
    made.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def leftward(paragraph: Any) -> None:
    """Set the direction of a paragraph and of its letters: Word does not find them by itself."""
    paragraph._p.get_or_add_pPr().insert_element_before(_element("bidi"), *_AFTER_DIRECTION)
    for run in paragraph.runs:
        run.font.rtl = True


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


def _mm(millimetres: float) -> str:
    return str(round(millimetres * _MM))


def _element(local: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{local}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _field(paragraph: Any, code: str) -> None:
    """A field that Word counts anew on every page."""
    instruction = _element("instrText")
    instruction.text = f" {code} "
    for part in (_element("fldChar", fldCharType="begin"), instruction):
        paragraph.add_run()._r.append(part)
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._r.append(_element("fldChar", fldCharType="end"))
