"""Values as HTML: what is quoted is marked, what is brought by users stays text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from assistant.chat import Reply
from assistant.knowledge import WITHHELD, Document, Library, Paragraph, Span
from assistant.knowledge.quotations import find_quote
from assistant.knowledge.received import align, read_received
from assistant.policy import Answer, Statement, cite, duties, read_cases
from assistant.store import AddedDocumentSummary, ConversationSummary
from assistant.web.showing import answers, cases, conversations, documents, own_documents, paragraphs
from assistant.web.showing import duties as duty_table
from assistant.web.showing.escaping import anchor, document_text
from assistant.web.showing.timeline import picture

PROJECT = Path(__file__).resolve().parents[2]
NASTY = "<img src=x onerror=alert(1)> \"'&amp; **b** </div><script>alert(2)</script>"
NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def elements(html: str) -> _Elements:
    parsed = _Elements()
    parsed.feed(html)
    return parsed


@pytest.fixture(scope="module")
def nasty_library() -> Library:
    """One document of a user whose every part tries to be markup."""
    day = Span(date(1950, 1, 1), date(1950, 1, 1))
    own = Document(
        id="NASTY",
        title=NASTY,
        short_title=NASTY,
        issuer=NASTY,
        force="own",
        issued=day,
        in_force=day,
        provenance=NASTY,
        paragraphs=tuple(
            Paragraph("NASTY", str(n), NASTY, NASTY, headings=(NASTY,), lead_in=NASTY) for n in range(1, 4)
        ),
    )
    return Library((own,))


def test_nothing_that_a_user_brings_becomes_an_element(nasty_library: Library) -> None:
    library = nasty_library
    citation = cite(library, "NASTY#2", NASTY, date(1955, 1, 1))
    answer = Answer(NASTY, "answered", NASTY, (Statement(NASTY, citation),), remarks=(NASTY,), notice=NASTY)
    given = Reply("policy question", NASTY, (citation,), answer, follow_ups=(NASTY,))
    told = Reply("cases", NASTY, (citation,), follow_ups=(NASTY,))
    summary = ConversationSummary("1", NASTY, NOW, NOW, 2)
    added = AddedDocumentSummary("NASTY", NASTY, NASTY, "text/plain", None, NOW, 3)
    shown = [
        answers.question(NASTY),
        answers.preview(NASTY),
        answers.failed(NASTY),
        answers.reply(given, "turn", library),
        answers.reply(told, "turn", library),
        answers.reply(Reply("read a paragraph", NASTY, (citation,)), "turn", library),
        paragraphs.beside(given, NASTY, library, NASTY),
        conversations.listing([summary], NASTY, NOW, NASTY, NASTY),
        own_documents.listing([added], NASTY),
        own_documents.outcome([NASTY], [NASTY]),
        own_documents.progress(0, 1, NASTY),
        documents.shelf(library, NASTY),
        documents.contents(library.documents[0], 0),
        documents.sheet(library.documents[0], library, 0, date(1955, 1, 1)),
    ]
    for html in shown:
        parsed = elements(html)
        assert not {"img", "script", "b"} & set(parsed.names)
        assert not [name for name in parsed.attributes if name.startswith("on")]
    assert NASTY in elements(shown[0]).text
    assert NASTY in elements(shown[3]).text


@pytest.mark.parametrize(
    ("text", "quotes", "shown"),
    [
        ("one two three", ("two",), "one <mark>two</mark> three"),
        ("one two\n three", ("two three",), "one <mark>two\n three</mark>"),
        ("one two three", ("one two", "two three"), "<mark>one two three</mark>"),
        ("one two three", ("four",), "one two three"),
        ("a < b", ("< b",), "a <mark>&lt; b</mark>"),
        (
            "| Name | Year |\n|---|---|\n| Pik | 1927 |",
            ("Pik | 1927",),
            '<span class="table" role="table"><span role="row"><span role="columnheader">Name</span>'
            '<span role="columnheader">Year</span></span><span role="row"><span role="cell"><mark>Pik</mark>'
            '</span><span role="cell"><mark>1927</mark></span></span><!--table--></span>',
        ),
    ],
)
def test_quoted_words_are_marked(text: str, quotes: tuple[str, ...], shown: str) -> None:
    assert document_text(text, quotes) == shown


def test_a_table_is_one_beside_its_paragraph_whole_or_cut(library: Library) -> None:
    citation = cite(library, "MI5-1948#I.4", "", None)
    neighbour = paragraphs.beside(Reply("read a paragraph", "", (citation,)), "t", library)
    own = documents.sheet(library.document("MI5-1948"), library, 0, None)
    for html, rows in ((neighbour, 1), (own, 21)):
        assert html.count('<span role="row">') >= rows
        assert "|" not in elements(html).text
        assert 'role="cell">Grigori TOKAEV' in html


def test_a_case_is_told_column_by_column_with_its_paragraphs(library: Library) -> None:
    said = (("Year", "1945", "MI5-1948#I.3"), ("Use", "one", "MI5-1948#II.7"), ("Use", "two", "MI5-1948#I.3"))
    text = "**Igor GOUZENKO**\n" + "\n".join(f"- {column}: {value} ({id})" for column, value, id in said)
    citations = tuple(cite(library, id, "", None) for _, _, id in said)
    html = answers.reply(Reply("cases", text, citations), "t", library)
    assert "<h3>Igor GOUZENKO</h3>" in html
    assert "binds nobody" in html
    assert re.findall("<dt>(.*?)</dt>", html) == ["Year", "Use"]
    assert re.findall('data-do="cite" data-turn="t" data-id="(.*?)"', html) == [id for _, _, id in said]
    other = answers.reply(Reply("cases", text, citations[1:]), "t", library)
    assert "<h3>" not in other


def test_a_withheld_place_is_drawn_and_says_so() -> None:
    html = document_text(f"Before {WITHHELD} after")
    assert 'class="gap"' in html
    assert elements(html).text == "Before withheld in the released copy after"


def test_every_quotation_of_the_apparatus_can_be_marked(library: Library) -> None:
    for note in library.notes.values():
        text = library.paragraph(note.paragraph).text
        for claim in (*note.duties, *note.definitions, *note.facts):
            assert "<mark>" in document_text(text, (claim.quote,)), (note.paragraph, claim.quote)


def test_anchors_are_unlike_each_other(library: Library) -> None:
    anchors = [anchor(paragraph.id) for paragraph in library.paragraphs]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[\w-]+", each) for each in anchors)


def test_a_silent_answer_shows_no_quotation_and_says_that_near_is_no_answer(library: Library) -> None:
    for status in ("withheld", "not_in_documents"):
        answer = Answer("Who?", status, "Nobody says.", nearest=("DCID-4/2#6",))
        given = Reply("policy question", "", (), answer)
        html = answers.reply(given, "t", library)
        assert "Nearest paragraphs, not an answer" in html
        assert "<blockquote" not in html
        assert "<mark>" not in paragraphs.beside(given, "t", library)


def test_guidance_is_marked_as_binding_nobody_and_standing_is_shown(library: Library) -> None:
    day = date(1980, 1, 1)
    said = tuple(
        Statement("Something is said here.", cite(library, id, "", day))
        for id in ("MI5-1948#IX.3", "NSCID-13#4")
    )
    given = Reply("policy question", "", (), Answer("?", "answered", "So.", said, as_of=day))
    for html in (answers.reply(given, "t", library), paragraphs.beside(given, "t", library)):
        assert "binds nobody" in html
        assert "No longer in force on 1 January 1980" in html


def test_a_cited_paragraph_stands_between_its_neighbours(library: Library) -> None:
    citation = cite(library, "NSCID-13#9.b", "through questionnaires", None)
    html = paragraphs.beside(Reply("read a paragraph", "", (citation,)), "t", library)
    before, own, after = (html.index(p) for p in ("neighbour before", "own-words", "neighbour after"))
    assert before < own < after
    assert "Informing promptly" in html[before:own]


def test_a_citation_of_a_removed_document_is_still_shown(library: Library, nasty_library: Library) -> None:
    citation = cite(nasty_library, "NASTY#2", "words", None)
    given = Reply(
        "policy question", "", (citation,), Answer("?", "answered", "So.", (Statement("", citation),))
    )
    assert "words" in answers.reply(given, "t", library)
    assert "no longer here" in paragraphs.beside(given, "t", library)


def test_received_text_stands_beside_the_paragraph_it_became(library: Library) -> None:
    for document in library.documents:
        received = read_received(PROJECT / "knowledge", document)
        readable = [p for p in document.paragraphs if p.withheld != "whole"]
        assert all(paragraph.number in received.texts for paragraph in readable)
    directive = library.document("DCID-4/2")
    received = read_received(PROJECT / "knowledge", directive)
    assert received.texts["2.b"].startswith("Inducement: Inducement ~s an·act")
    assert "5.b" not in received.texts


def test_every_mend_of_a_text_is_visible_in_the_sheet(library: Library) -> None:
    for document in library.documents:
        received = read_received(PROJECT / "knowledge", document)
        html = documents.sheet(document, library, 0, None, received.mends, received.texts)
        text = elements(html).text
        for mend in received.mends:
            if mend.paragraph in document.by_number:
                assert mend.received in text, (document.id, mend)


def test_alignment_survives_misread_words() -> None:
    day = Span(date(1950, 1, 1), date(1950, 1, 1))
    document = Document(
        "D",
        "t",
        "t",
        "i",
        "directive",
        day,
        day,
        paragraphs=(
            Paragraph("D", "1", "", "The first rule holds."),
            Paragraph("D", "2", "", "The second too."),
        ),
    )
    assert align(document, "Tbe first ru1e holds.\n\nThe sec0nd too.") == {
        "1": "Tbe first ru1e holds.",
        "2": "The sec0nd too.",
    }


def test_a_long_document_is_shown_sheet_by_sheet() -> None:
    day = Span(None, None)
    document = Document(
        "LONG",
        "t",
        "t",
        "",
        "own",
        day,
        day,
        paragraphs=tuple(Paragraph("LONG", str(n), "", f"text {n}") for n in range(1, 451)),
    )
    library = Library((document,))
    assert documents.sheet_of(document, "LONG#201") == 1
    second = documents.sheet(document, library, 1, None)
    assert 'data-id="LONG#201"' in second
    assert 'data-id="LONG#200"' not in second
    assert "Paragraphs 201 to 400 of 450" in second


def test_the_picture_tells_the_cases_apart_by_shape_and_links_to_each(library: Library) -> None:
    table = read_cases(PROJECT / "knowledge" / "mi5-1948" / "cases.yaml", library)
    svg = picture(table.cases)
    wide = svg[: svg.index('class="narrow"')]
    assert len(re.findall(r'data-case="case-[a-z-]+"', wide)) == 20
    rows = {re.search(r'data-case="([^"]+)"', row)[1]: row for row in re.findall(r"<a .*?</a>", wide, re.S)}  # type: ignore[index]
    for case in table.cases:
        row = rows["case-" + re.sub(r"[^a-z]+", "-", case.name.lower()).strip("-")]
        assert ("ring" in row) == (case.recalled.value in ("yes", "after his approach"))
        shape = {
            "fully": 'class="mark full"',
            "partly": "mark part",
            "not": "mark none",
            "unknown": "mark unknown",
        }
        assert shape[case.exploited.value] in row
    page = cases.page(table)
    for target in set(re.findall(r'data-case="([^"]+)"', svg)):
        assert f'id="{target}"' in page


def test_the_table_of_duties_has_a_row_a_duty_and_its_words(library: Library) -> None:
    rows = duties(library)
    html = duty_table.table(rows, date(1980, 1, 1))
    assert html.count("<tr>") == len(rows) + 1
    text = elements(html).text
    assert all(row.duty.quote in text for row in rows)
    assert "No longer in force on 1 January 1980" in text


def test_the_words_searched_for_are_marked_in_any_form(library: Library) -> None:
    rows = duties(library, words="decisions")
    marked = re.findall("<mark>(.*?)</mark>", duty_table.table(rows, None, "decisions"))
    assert len(marked) >= len(rows) > 0
    assert {word.lower() for word in marked} <= {"decision", "decisions"}
    assert "<mark>" not in duty_table.table(rows, None)


def test_find_quote_needs_all_the_words() -> None:
    assert find_quote("a b c", "b  c") == (2, 5)
    assert find_quote("a b c", "c d") is None
    assert find_quote("a b c", "  ") is None


def test_importing_the_web_package_loads_no_gradio(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = "import sys, assistant.web; sys.exit('gradio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT, timeout=60).returncode == 0
