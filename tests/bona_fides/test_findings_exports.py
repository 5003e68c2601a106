"""What was found, out to files: what an officer reads on paper, and what a program reads in the data."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from bona_fides_samples import (
    AWKWARD_TEXTS,
    EMPTY,
    FINDINGS,
    SESSIONS,
    SETTLED,
    USUAL,
    awkward,
    many,
    within,
)
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pypdf import PdfReader

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Interval
from assistant.bona_fides.exports import FORMATS, file_name
from assistant.bona_fides.exports.characters import one_line
from assistant.bona_fides.exports.csv import COLUMNS, harmless
from assistant.bona_fides.exports.dates import days_between, interval
from assistant.bona_fides.exports.paper import on_paper
from assistant.bona_fides.finding import as_json
from assistant.bona_fides.settling import Settled

PRINTED = ("md", "docx", "pdf")


def text_of(checked: Checked, format: str, settled: dict[str, Settled] | None = None) -> str:
    """All that a printed file says, without white space and ruled lines: these differ by format."""
    data = FORMATS[format].write(checked, settled or {})
    if format == "md":
        lines = plain_markdown(data.decode())
    elif format == "docx":
        body = Document(io.BytesIO(data)).element.body
        lines = ["".join(each.text or "" for each in line.iter(qn("w:t"))) for line in body.iter(qn("w:p"))]
    else:
        lines = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return squeezed(" ".join(lines))


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("_", "")


def plain_markdown(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    children = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *children)}
    assert not kinds & {"html_block", "html_inline", "link_open", "code_inline", "image", "code_block"}
    return [child.content for child in children]


def csv_rows(checked: Checked, settled: dict[str, Settled] | None = None) -> list[dict[str, str]]:
    text = FORMATS["csv"].write(checked, settled or {}).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# Every format


@pytest.mark.parametrize(
    "checked", [EMPTY, USUAL, awkward(), many()], ids=["empty", "usual", "awkward", "many"]
)
def test_every_format_holds_whatever_was_found(checked: Checked) -> None:
    begins = {"md": b"# ", "docx": b"PK", "pdf": b"%PDF-", "json": b"{", "csv": b"\xef\xbb\xbfid,"}
    written = {key: format.write(checked, SETTLED) for key, format in FORMATS.items()}
    assert {key: data[: len(begins[key])] for key, data in written.items()} == begins


def test_a_files_name_has_the_last_sessions_date() -> None:
    assert file_name(USUAL, "docx") == "points-to-clarify-1951-03-19.docx"
    assert file_name(EMPTY, "csv") == "points-to-clarify.csv"


def test_the_libraries_behind_the_formats_are_not_loaded_with_them() -> None:
    code = (
        "import sys, assistant.bona_fides.exports\n"
        "print(sorted({'docx', 'reportlab', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


# On paper


@pytest.mark.parametrize("format", PRINTED)
def test_the_paper_has_all_that_an_officer_needs(format: str) -> None:
    text = text_of(USUAL, format, SETTLED)
    for part in (
        "does not judge whether anybody is truthful",
        "DCID-4/2#6.b.3.b",
        "MI5-1948#VIII.3",
        "MI5-1948#VII.5",
        "4 March 1951",
        "Hale (interviewer), Novotny (subject), Reyes (interpreter)",
        "date not known",
        "The speakers are named by their voices.",
        "“In the spring of 1944 I was in Brno”",
        "Novotny, 1951-03-04.txt, line 2, 4 March 1951",
        "“In Prague, from May to July”",
        "15 days between the two sessions",
        "One of the dates is rounded.",
        "Where were you in the spring of 1944?",
        "From the case file, parish register of Telc",
        "The register was copied in 1921.",
        "Gone now.",
        "in November 1950",
        "first said by the interviewer",
    ):
        assert squeezed(part) in text


@pytest.mark.parametrize("format", PRINTED)
def test_the_points_come_surest_first_and_the_settled_last(format: str) -> None:
    text = text_of(USUAL, format, SETTLED)
    heads = (
        "Surest first.",
        "Less sure:",
        "He mended it unasked.",
        "A detail that a question brought in",
        "Explained",
        "What he says, by topic and session",
    )
    places = [text.index(squeezed(head)) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize("format", PRINTED)
def test_nothing_found_is_said_and_is_no_confirmation(format: str) -> None:
    assert "Nosessionhasbeenreadyet." in text_of(EMPTY, format)
    assert "Thatisnotaconfirmation" in text_of(Checked(SESSIONS, (), (), 0), format)


@pytest.mark.parametrize("format", ["md", "docx"])
def test_awkward_words_stand_on_paper_as_they_are(format: str) -> None:
    text = text_of(awkward(), format)
    for each in AWKWARD_TEXTS:
        assert squeezed(one_line(each)) in text


def test_a_pdf_has_latin_and_cyrillic_and_markup_as_it_is() -> None:
    text = text_of(awkward(), "pdf")
    for place in (0, 4, 6):
        assert squeezed(one_line(AWKWARD_TEXTS[place])) in text


def test_a_pdf_turns_what_runs_leftward() -> None:
    """Looked at before it is drawn: whoever reads a PDF turns such words back."""
    from assistant.bona_fides.exports.pdf import _text
    from assistant.paper.pdf import load_fonts

    load_fonts()
    assert _text("בשנה (1919) שם", "words").getPlainText() == "םש (1919) הנשב"
    assert _text("born in 1919 & <b>", "words").getPlainText() == "born in 1919 & <b>"


def test_a_word_file_turns_what_runs_leftward() -> None:
    body = Document(io.BytesIO(FORMATS["docx"].write(awkward(), {}))).element.body
    turned = [
        "".join(each.text or "" for each in line.iter(qn("w:t")))
        for line in body.iter(qn("w:p"))
        if line.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    ]
    assert any("נולדתי" in line for line in turned)
    assert not [line for line in turned if line.startswith("word")]


def test_an_open_point_has_room_for_the_answer_and_a_settled_one_none() -> None:
    paper = on_paper(USUAL, SETTLED)
    assert [point.lines for group in paper.groups for point in group.points] == [4, 3, 0, 2]
    assert [(point.outcome, point.lines) for point in paper.settled] == [("Explained", 0)]
    assert paper.summary.endswith("settled: 1.")


def test_sessions_and_claims_stand_in_order_of_time() -> None:
    paper = on_paper(USUAL, {})
    assert [session.date for session in paper.sessions] == ["4 March 1951", "19 March 1951", "date not known"]
    posting = next(topic for topic in paper.topics if topic.heading == "Posting")
    assert [row.session for row in posting.rows] == ["1", "2"]


def test_a_passage_that_could_not_be_read_is_mentioned() -> None:
    assert on_paper(USUAL, {}).sessions[0].remarks == ("1 passage of this file could not be read as speech.",)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (within("1951-03-04", "1951-03-04"), "on 4 March 1951"),
        (within("1951-03-01", "1951-03-31"), "in March 1951"),
        (within("1951-03-01", "1951-03-31", rough=True), "about March 1951"),
        (within("1938-01-01", "1938-12-31"), "in 1938"),
        (within("1938-01-01", "1938-12-31", whole=True), "all 1938"),
        (within("1938-01-01", "1940-12-31"), "between 1938 and 1940"),
        (within("1944-05-01", "1944-07-31", whole=True), "from May 1944 to July 1944"),
        (within("1944-05-02", "1944-07-31"), "between 2 May 1944 and 31 July 1944"),
        (within("1944-07-31", "1944-05-02"), "between 2 May 1944 and 31 July 1944"),
        (within("1866-06-01", "1866-08-31", rough=True), "about between June 1866 and August 1866"),
        (Interval(date.min, date(1944, 5, 2)), "until 2 May 1944"),
        (Interval(date(1944, 5, 2), date.max), "from 2 May 1944 on"),
        (Interval(date.min, date.max), "at a time not known"),
    ],
)
def test_times_in_words(when: Interval, words: str) -> None:
    assert interval(when) == words


def test_days_in_words() -> None:
    assert [days_between(0), days_between(1), days_between(1200)] == [
        "On the same day",
        "1 day between the two sessions",
        "1,200 days between the two sessions",
    ]


# As data


def test_json_has_everything() -> None:
    data = json.loads(FORMATS["json"].write(USUAL, SETTLED))
    assert list(data) == ["transcripts", "findings", "claims", "settled", "milliseconds"]
    assert data["findings"] == json.loads(json.dumps([as_json(each) for each in FINDINGS]))
    assert data["settled"]["birth"] == {"outcome": "explained", "note": "The register was copied in 1921."}
    assert data["milliseconds"] == 1234
    assert data["claims"][0]["when"] == {
        "start": "1919-01-01",
        "end": "1919-12-31",
        "whole": False,
        "rough": False,
    }
    assert data["transcripts"][0]["speakers"][1] == {"name": "Novotny", "role": "subject", "turns": 2}


def test_json_keeps_awkward_words() -> None:
    data = json.loads(FORMATS["json"].write(awkward(), {}))
    assert [each["words"] for each in data["claims"]] == list(AWKWARD_TEXTS)


def test_csv_has_a_row_for_each_finding_with_what_was_said_of_it() -> None:
    rows = csv_rows(USUAL, SETTLED)
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == ["places", "frontier", "mended", "contaminated", "birth"]
    assert rows[0]["first_quote"] == "In the spring of 1944 I was in Brno"
    assert rows[0]["second_date"] == "1951-03-19"
    assert rows[0]["innocent"] == "One of the dates is rounded.\nHe commuted between them."
    assert (rows[-1]["outcome"], rows[-1]["days"]) == ("explained", "")
    assert len(csv_rows(many())) == 200
    assert csv_rows(EMPTY) == []


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "\r\nx", "\x00=1", "\x07@x"])
def test_a_cell_that_begins_like_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["", "1919", "'tis", "a=b", "Хабаровск", "“=1”"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_no_cell_of_an_awkward_table_begins_like_a_formula() -> None:
    cells = [cell for row in csv_rows(awkward()) for cell in row.values()]
    assert cells
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]
