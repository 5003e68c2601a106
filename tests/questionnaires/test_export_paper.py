"""A plan on paper: what an officer finds in the Markdown, in the Word document and in the PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import getFont

from assistant.questionnaires.exports import FORMATS
from assistant.questionnaires.exports.paper import Item, in_minutes, on_paper
from assistant.questionnaires.plan import Asker, Left, Plan, Question, Section, Told

PRINTED = ("md", "docx", "pdf")


def text_of(plan: Plan, format: str) -> str:
    """All that a printed file says, as one line."""
    data = FORMATS[format].write(plan)
    if format == "md":
        lines: Iterable[str] = plain_markdown(data.decode())
    elif format == "docx":
        lines = word_lines(data)
    else:
        lines = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return squeezed(" ".join(lines))


def squeezed(text: str) -> str:
    """Without white space, which differs from format to format as lines are broken."""
    return "".join(text.split()).replace("_", "")


def plain_markdown(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    assert not [token for token in tokens if token.type.startswith("html")]
    children = [child for token in tokens for child in token.children or ()]
    assert not [
        child for child in children if child.type in ("html_inline", "link_open", "code_inline", "image")
    ]
    return [child.content for child in children]


def word_lines(data: bytes) -> list[str]:
    body = Document(io.BytesIO(data)).element.body
    return ["".join(_said(paragraph)) for paragraph in body.iter(qn("w:p"))]


def _said(paragraph: Any) -> Iterable[str]:
    for part in paragraph.iter(qn("w:t"), qn("w:noBreakHyphen"), qn("w:tab")):
        yield {qn("w:t"): part.text or "", qn("w:noBreakHyphen"): "-", qn("w:tab"): " "}[part.tag]


def items(plan: Plan) -> list[Item]:
    return [item for session in on_paper(plan).sessions for part in session.parts for item in part.items]


# On paper


def a_plan(*questions: Question, **more: Any) -> Plan:
    section = Section("S", "His work", "", (), questions)
    return Plan("A plan", {"cover_name": "FALCON"}, (), "follow-up", 60, 1, (section,), **more)


def asked(**more: Any) -> Question:
    return Question(**{"id": "Q", "wording": "Who?", "kind": "open", "minutes": 2.0, "priority": 2, **more})


def test_questions_are_numbered_through_all_sessions(rich_plan: Plan) -> None:
    numbers = [item.number for item in items(rich_plan)]
    assert numbers[:5] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert len(set(numbers)) == 300
    assert [session.heading for session in on_paper(rich_plan).sessions] == ["Session 1", "Session 2"]


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ((), ""),
        (("has_family_behind",), "Ask only if he has close family where he came from."),
        (
            ("recalled", "brought_documents"),
            "Ask only if he had been recalled before he left and he brought papers or other material "
            "with him.",
        ),
        (("speaks_german",), "Ask only if speaks german."),
    ],
)
def test_a_skip_rule_is_put_in_words(facts: tuple[str, ...], rule: str) -> None:
    assert [item.skip for item in items(a_plan(asked(ask_if=facts)))] == [rule]


def test_a_merged_question_lists_every_agency_once_with_its_requirements() -> None:
    askers = [("CIA", "CIA-1"), ("ARMY", "ARMY-2"), ("CIA", "CIA-3"), ("CIA", "CIA-1"), ("", "OPENING")]
    question = asked(askers=tuple(Asker(agency, id, "", "", "") for agency, id in askers))
    found = [(each.who, each.requirements) for each in items(a_plan(question))[0].interests]
    assert found == [
        ("CIA", ("CIA-1", "CIA-3")),
        ("ARMY", ("ARMY-2",)),
        ("every debrief", ("OPENING",)),
    ]


@pytest.mark.parametrize(
    ("origin", "who"),
    [
        ("template", "every debrief"),
        ("own", "officer’s own"),
        ("model", "language model"),
        ("follow-up", "former session"),
    ],
)
def test_where_no_agency_asks_the_column_says_whose_the_question_is(origin: Any, who: str) -> None:
    assert [each.who for each in items(a_plan(asked(origin=origin)))[0].interests] == [who]


def test_a_free_narrative_has_most_room_and_a_closed_question_boxes_to_tick() -> None:
    narrative, open_one, closed = items(
        a_plan(asked(kind="free narrative"), asked(), asked(kind="closed", probes=("Who?",)))
    )
    assert narrative.lines > open_one.lines > closed.lines > 1
    assert closed.ticks == ("yes", "no", "does not know", "does not wish to say")
    assert not open_one.ticks


def test_what_is_cited_is_listed_once_in_the_order_of_paragraphs() -> None:
    section = Section(
        "S",
        "",
        "",
        ("NSCID-13#11", "NSCID-13#9.b"),
        (asked(citations=("DCID-4/2#6.b.3.a",)),),
        told=(Told("Hello", ("NSCID-13#9.b", "MI5-1948#X.4")),),
    )
    later = Left(asked(citations=("NSCID-13#2",)), "S", "No time.")
    plan = replace(a_plan(), sections=(section,), left_for_later=(later,))
    assert on_paper(plan).cited == ("DCID-4/2#6.b.3.a", "MI5-1948#X.4", "NSCID-13#9.b", "NSCID-13#11")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (0.5, "0.5 minutes"), (2.0, "2 minutes"), (1 / 3, "0.3 minutes"), (0, "0 minutes")],
)
def test_minutes_are_put_in_words(minutes: float, words: str) -> None:
    assert in_minutes(minutes) == words


@pytest.mark.parametrize("subject", [{}, {"cover_name": ""}, {"cover_name": None}, {"cover_name": ["x"]}])
def test_a_subject_without_cover_name_leaves_it_blank(subject: dict[str, Any]) -> None:
    assert on_paper(replace(a_plan(), subject=subject)).subject == ""


# In every printed format


@pytest.mark.parametrize("format", PRINTED)
def test_all_that_is_said_and_asked_is_printed(rich_plan: Plan, format: str) -> None:
    printed = text_of(rich_plan, format)
    expected = [
        rich_plan.title,
        "GRÜNSPECHT",
        "Date",
        "Officer",
        "Interpreter",
        "Full debrief",
        "720 minutes",
    ]
    expected += [
        "Session 1",
        "Session 2",
        "Rest: 10 minutes",
        "Left for later",
        "Remarks",
        "Paragraphs cited",
    ]
    expected += [
        "Ask only if he brought papers or other material with him.",
        "How he knows:",
        *rich_plan.remarks,
    ]
    for section in rich_plan.sections:
        expected += [section.title, section.why, *section.citations, *(told.says for told in section.told)]
        for question in section.questions:
            expected += [
                question.wording,
                question.note,
                question.how_known,
                *question.probes,
                *question.citations,
            ]
            expected += question.agencies
    for left in rich_plan.left_for_later:
        expected += [left.question.wording, left.why, *left.question.agencies]
    assert [text for text in expected if squeezed(text) not in printed] == []


@pytest.mark.parametrize("format", PRINTED)
def test_hostile_text_is_printed_as_it_stands(rich_plan: Plan, format: str) -> None:
    hostile = rich_plan.sections[2].title
    assert "<script>" in hostile
    assert text_of(rich_plan, format).count(squeezed(hostile)) >= 6


@pytest.mark.parametrize("format", PRINTED)
def test_an_empty_plan_is_a_sheet_to_fill_in(empty_plan: Plan, format: str) -> None:
    printed = text_of(empty_plan, format)
    assert all(
        name in printed for name in ("Questionnaire", "Date", "Officer", "Interpreter", "Firstcontact")
    )


@pytest.mark.parametrize("format", PRINTED)
@pytest.mark.parametrize(
    "text",
    ["W" * 3_000, "word " * 1_000, "a\nb\r\nc\x00\x0b\ud800\ufffe", "\u202eשלום مرحبا 你好 😀", " ", ""],
    ids=["one long word", "many words", "odd characters", "other scripts", "blank", "empty"],
)
def test_any_text_can_be_printed(text: str, format: str) -> None:
    askers = tuple(Asker(f"A{n}", f"A{n}-1", text[:80], "", "") for n in range(60))
    question = asked(
        wording=text, probes=(text,) * 3, how_known=text, note=text, askers=askers, ask_if=(text[:99],)
    )
    section = Section(
        text, text, text, (text[:99],), (question, replace(question, kind="closed")), (Told(text),)
    )
    plan = replace(
        a_plan(), title=text, subject={"cover_name": text}, agencies=(text, "CIA"), remarks=(text,)
    )
    plan = replace(plan, sections=(section, section), left_for_later=(Left(question, "S", text),))
    assert "A59" in text_of(plan, format)


# Markdown


def test_markdown_has_a_table_of_questions_and_no_html(one_question_plan: Plan) -> None:
    lines = FORMATS["md"].write(one_question_plan).decode().splitlines()
    start = lines.index("| No. | Question | For | Min. |")
    assert lines[start + 2 : start + 6] == [
        "| 1.1 | **What is your name?** | every debrief | 1 |",
        "|  | *Open question* |  |  |",
        "|  | *How he knows:* Who gave you this name? |  |  |",
        f"|  | {'_' * 60} |  |  |",
    ]


def test_every_row_of_a_markdown_table_has_its_cells(rich_plan: Plan) -> None:
    html = MarkdownIt("commonmark").enable("table").render(FORMATS["md"].write(rich_plan).decode())
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    assert {row.count("<td") + row.count("<th") for row in rows} == {3, 4}
    assert "|" not in re.sub(r"<[^>]+>", "", html).replace("| *star*", "")


# Word


@pytest.fixture(scope="module")
def word(rich_plan: Plan) -> Any:
    return Document(io.BytesIO(FORMATS["docx"].write(rich_plan)))


def test_every_page_of_the_word_document_names_the_subject_and_its_number(word: Any) -> None:
    section = word.sections[0]
    assert section.header.paragraphs[0].text.startswith("GRÜNSPECHT")
    footer = section.footer.paragraphs[0]
    fields = [part.text.strip() for part in footer._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_word_keeps_a_question_and_its_lines_on_one_page(word: Any) -> None:
    found = 0
    for table in word.tables:
        rows = list(table._tbl.tr_lst)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        starts = [n for n, row in enumerate(rows) if re.fullmatch(r"\d+\.\d+", _said_in(row.tc_lst[0]))]
        found += len(starts)
        if not starts:
            continue
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            kept = [_is_kept(row) for row in rows[start:end]]
            assert kept[:-1] == [True] * (len(kept) - 1)
            assert not kept[-1]
            assert len(kept) > 2
    assert found == 300


def test_the_head_of_a_word_table_is_repeated(word: Any, rich_plan: Plan) -> None:
    tables = [table for table in word.tables if len(table.columns) == 4 and table.cell(0, 0).text == "No."]
    assert len(tables) == len(rich_plan.sections)
    assert all(table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None for table in tables)


def test_the_word_document_names_no_author(word: Any) -> None:
    about = word.core_properties
    assert (about.author, about.comments) == ("", "")


def _said_in(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(qn("w:t")))


def _is_kept(row: Any) -> bool:
    return all(p.pPr is not None and p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p")))


# PDF


@pytest.fixture(scope="module")
def pages(rich_plan: Plan) -> list[Any]:
    return list(PdfReader(io.BytesIO(FORMATS["pdf"].write(rich_plan))).pages)


def test_every_page_of_the_pdf_names_the_subject_and_its_number(pages: list[Any]) -> None:
    texts = [page.extract_text() for page in pages]
    assert len(texts) > 50
    for number, text in enumerate(texts, start=1):
        assert "GRÜNSPECHT" in text
        assert f"page {number} of {len(texts)}" in text


def test_a_question_and_its_ruled_lines_are_on_one_page_of_the_pdf(rich_plan: Plan, pages: list[Any]) -> None:
    lines = {item.number: item.lines for item in items(rich_plan)}
    width = round(166 * mm)
    seen = 0
    for page in pages:
        numbers = [line for line in page.extract_text().splitlines() if line in lines]
        content = page.get_contents().get_data().decode("latin-1")
        ruled = [end for end in re.findall(r"\S+ \S+ m (\S+) \S+ l S", content) if round(float(end)) == width]
        assert len(ruled) == sum(lines[number] for number in numbers)
        seen += len(numbers)
    assert seen == 300


def test_the_fonts_of_the_pdf_have_every_letter(rich_plan: Plan, pages: list[Any]) -> None:
    letters = set("".join(map(str, on_paper(rich_plan).sessions))) - set("☐")
    assert {"Ł", "ő", "Ч", "έ"} <= letters
    for font, missing in (("DejaVuSans", set()), ("DejaVuSerif", {"☐"})):
        has = getFont(font).face.charToGlyph
        assert {letter for letter in letters | {"☐"} if ord(letter) not in has} == missing


def test_an_a4_page_printed_on_letter_paper_loses_nothing(pages: list[Any]) -> None:
    """In the middle of a Letter sheet, it loses 9 mm above and below."""
    heights: list[float] = []

    def visit(text: str, page: list[float], line: list[float], *_: Any) -> None:
        if text.strip():
            heights.append(line[4] * page[1] + line[5] * page[3] + page[5])

    pages[4].extract_text(visitor_text=visit)
    box = pages[4].mediabox
    assert (round(box.width / mm), round(box.height / mm)) == (210, 297)
    assert len(heights) > 10
    assert 9 * mm < min(heights) < max(heights) < box.height - 12 * mm
