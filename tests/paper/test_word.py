"""A Word document: styles, tables that grow at its end, and paragraphs that run leftward."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.paper import one_line
from assistant.paper.word import ACCENT, SANS, WordPaper, border, leftward, shade, span, underline


def opened(made: WordPaper) -> Any:
    return Document(io.BytesIO(made.bytes()))


def test_what_is_added_stands_at_the_end_in_its_order() -> None:
    made = WordPaper("A title")
    made.line("first", "Normal")
    cells = made.row(made.table((100, 80), 3))
    made.line("in a cell", "Normal", cells[0])
    made.line("", "Normal", cells[1])
    made.line("below an empty one", "Normal", cells[1])
    made.line("last", "Normal")
    body = opened(made).element.body
    assert [each.tag.split("}")[1] for each in body] == ["p", "tbl", "p", "sectPr"]
    assert ["".join(each.text for each in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))] == [
        "first",
        "in a cell",
        "",
        "below an empty one",
        "last",
    ]


def test_a_document_names_its_title_and_no_author() -> None:
    about = opened(WordPaper("T" * 300, "someone")).core_properties
    assert (about.title, about.subject, about.author, about.comments) == ("T" * 250, "someone", "", "")


def test_every_page_has_its_margins() -> None:
    made = WordPaper("A title")
    made.above_every_page("left", "right")
    made.below_every_page("Foot, ")
    page = opened(made).sections[0]
    assert page.header.paragraphs[0].text == "left\tright"
    assert page.footer.paragraphs[0].text == "Foot, page 1 of 1"
    fields = [each.text.strip() for each in page.footer.paragraphs[0]._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("text", ["a\x00b\x0b\ud800\ufffe", "<w:p/> & ]]>", "שלום 你好 😀", ""])
def test_any_text_that_was_made_storable_can_be_printed(text: str) -> None:
    made = WordPaper(one_line(text))
    made.line(one_line(text), "Normal")
    assert opened(made).paragraphs[0].text == one_line(text)


def test_a_paragraph_and_its_letters_are_marked_to_run_leftward() -> None:
    made = WordPaper("A title")
    leftward(made.line("שלום", "Normal"))
    made.line("peace", "Normal")
    turned, other = opened(made).paragraphs
    assert turned._p.pPr.find(qn("w:bidi")) is not None
    assert [run.font.rtl for run in turned.runs] == [True]
    assert other._p.pPr.find(qn("w:bidi")) is None


def test_a_table_repeats_its_head_and_divides_no_row() -> None:
    made = WordPaper("A title")
    table = made.table((20, 100, 60), 3)
    made.column_heads(table, ("No.", "Question", "For"))
    cells = made.row(table, 7.5)
    span(cells[1:])
    underline(cells[1], ACCENT)
    read = opened(made).tables[0]
    head, row = read._tbl.tr_lst
    assert [each.trPr.find(qn("w:tblHeader")) is not None for each in (head, row)] == [True, False]
    assert all(each.trPr.find(qn("w:cantSplit")) is not None for each in (head, row))
    assert all(p.pPr.find(qn("w:keepNext")) is not None for p in head.iter(qn("w:p")))
    assert [round(cell.width.mm) for cell in row.tc_lst] == [20, 160]
    assert row.tc_lst[1].tcPr.find(qn("w:tcBorders")) is not None


def test_a_style_has_one_font_for_every_script() -> None:
    made = WordPaper("A title")
    made.style("Heading 1", SANS, 14, ACCENT, bold=True)
    found = opened(made).styles["Heading 1"]
    fonts = dict(found.element.rPr.rFonts.attrib)
    assert fonts == {qn(f"w:{each}"): SANS for each in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert (found.font.size.pt, found.font.bold, str(found.font.color.rgb)) == (14, True, ACCENT)


def test_the_properties_of_a_style_stand_in_the_prescribed_order() -> None:
    made = WordPaper("A title")
    style = made.style("Framed", SANS, 10, left=3, keep=True)
    shade(style, "EEF2F6")
    border(style, ("left", "between"), ACCENT)
    order = [each.tag.split("}")[1] for each in opened(made).styles["Framed"].element.pPr]
    assert order == ["keepNext", "widowControl", "pBdr", "shd", "tabs", "spacing", "ind"]


def test_the_title_has_no_line_of_words_own() -> None:
    made = WordPaper("A title")
    made.style("Title", SANS, 20)
    assert opened(made).styles["Title"].element.pPr.find(qn("w:pBdr")) is None
