"""What is read back from JSON and from XLSForms, ours and others', and what is refused."""

from __future__ import annotations

import io
import json
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import BadContent, UnreadableDocument
from assistant.questionnaires.exports import FORMATS
from assistant.questionnaires.imports import read_plan
from assistant.questionnaires.plan import (
    FACTS_IN_WORDS,
    KINDS,
    STAGES,
    Asker,
    Left,
    Plan,
    Question,
    Section,
    Told,
    as_json,
)

Rows = Sequence[Sequence[Any]]


def workbook(survey: Rows, **sheets: Rows) -> bytes:
    """An .xlsx file with a survey sheet and others."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in {"survey": survey, **sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A workbook after someone edited its survey sheet; ``change`` is given a function that finds a cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["survey"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, heads["question_id"]).value: row for row in range(2, sheet.max_row + 1)}
    change(lambda question, column: sheet.cell(rows[question], heads[column]))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# JSON


text = st.text(max_size=30)
texts = st.lists(text, max_size=3).map(tuple)
minutes = st.floats(0, 100_000, allow_nan=False)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | text, lambda inner: st.lists(inner, max_size=3), max_leaves=5
)
questions = st.builds(
    Question,
    id=text,
    wording=text,
    kind=st.sampled_from(KINDS),
    minutes=minutes,
    priority=st.integers(1, 4),
    askers=st.lists(st.builds(Asker, text, text, text, text, text), max_size=3).map(tuple),
    citations=texts,
    probes=texts,
    how_known=text,
    ask_if=st.lists(st.sampled_from(list(FACTS_IN_WORDS)), max_size=2).map(tuple),
    origin=st.sampled_from(["template", "own", "model", "follow-up"]),
    locked=st.booleans(),
    note=text,
)
sections = st.builds(
    Section,
    id=text,
    title=text,
    why=text,
    citations=texts,
    questions=st.lists(questions, max_size=3).map(tuple),
    told=st.lists(st.builds(Told, text, texts), max_size=2).map(tuple),
    session=st.integers(1, 5),
    break_after=st.integers(0, 60),
)
plans = st.builds(
    Plan,
    title=text,
    subject=st.dictionaries(text, plain, max_size=3),
    agencies=texts,
    stage=st.sampled_from(STAGES),
    minutes=st.integers(0, 10_000),
    sessions=st.integers(1, 9),
    sections=st.lists(sections, max_size=3).map(tuple),
    left_for_later=st.lists(st.builds(Left, questions, text, text), max_size=2).map(tuple),
    remarks=texts,
)


@given(plans)
@settings(max_examples=60, deadline=None)
def test_any_plan_comes_back_from_json_as_it_was(plan: Plan) -> None:
    read = read_plan(FORMATS["json"].write(plan), "plan.json")
    assert read.plan == plan
    assert read.unread == ()


def test_a_half_character_comes_back_from_json(one_question_plan: Plan) -> None:
    plan = replace(one_question_plan, remarks=("a\ud800b",))
    assert read_plan(FORMATS["json"].write(plan), "plan.json").plan == plan


# XLSForm, ours


def test_our_own_form_comes_back_whole(plan: Plan) -> None:
    read = read_plan(FORMATS["xlsform"].write(plan), "plan.xlsx")
    assert read.plan == plan
    assert read.unread == ()


@given(plans)
@settings(max_examples=40, deadline=None)
def test_any_form_of_ours_is_read(plan: Plan) -> None:
    """Empty texts and odd characters change on the way; what is asked, of whom and how long does not."""
    read = read_plan(FORMATS["xlsform"].write(plan), "plan.xlsx").plan
    assert [in_brief(question) for question in read.questions] == [in_brief(q) for q in plan.questions]


def in_brief(question: Question) -> tuple[object, ...]:
    return question.kind, round(question.minutes, 6), question.priority, question.locked, question.origin


def test_our_form_without_its_plan_sheet_keeps_every_question(rich_plan: Plan) -> None:
    """Services that show a form may drop sheets that they do not know."""
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsform"].write(rich_plan)))
    del book["plan"]
    file = io.BytesIO()
    book.save(file)
    read = read_plan(file.getvalue(), "from the tablet.xlsx").plan
    assert read.sections == rich_plan.sections
    assert set(read.agencies) <= set(rich_plan.agencies)


def test_what_an_officer_changes_in_the_form_is_read(rich_plan: Plan) -> None:
    def change(cell: Any) -> None:
        cell("CIA-1.1", "label").value = "What is your name?"
        cell("CIA-1.1", "minutes").value = 2.5
        cell("CIA-1.2", "agency").value = "CIA, STATE, FBI"
        cell("OWN.1", "kind").value = "Probe"

    read = read_plan(changed(FORMATS["xlsform"].write(rich_plan), change), "plan.xlsx")
    asked = {question.id: question for question in read.plan.questions}
    assert asked["CIA-1.1"].wording == "What is your name?"
    assert asked["CIA-1.1"].minutes == 2.5
    assert asked["CIA-1.2"].agencies == ("CIA", "STATE", "FBI")
    assert asked["OWN.1"].kind == "probe"
    assert len(read.unread) == 1
    assert "who asks was changed" in read.unread[0]


def test_what_in_our_form_is_spoilt_is_said_and_the_rest_read(rich_plan: Plan) -> None:
    def change(cell: Any) -> None:
        cell("CIA-1.1", "minutes").value = "soon"
        cell("CIA-1.2", "kind").value = "rhetorical"
        cell("OPENING.1", "minutes").value = -3

    read = read_plan(changed(FORMATS["xlsform"].write(rich_plan), change), "plan.xlsx")
    assert len(list(read.plan.questions)) == 300
    assert [sentence.partition(":")[2].split()[1] for sentence in read.unread] == [
        "minutes",
        "minutes",
        "kind",
    ]
    assert all(sentence.startswith("survey sheet, row ") for sentence in read.unread)


# XLSForm, of others

FOREIGN = [
    ["type", "name", "label"],
    ["start", "start", None],
    ["text", "name", "What is your name?"],
    ["begin group", "work", "Your work"],
    ["text", "unit", "Where did you serve?"],
    ["note", "free", "You need not answer."],
    ["select_one yes_no", "seen", "Were you ever inside?"],
    ["integer", "men", "How many men were there?"],
    ["begin_group", "chief", "Your chief"],
    ["text", "chief_name", "Who was your chief?"],
    ["end_group", None, None],
    ["end group", None, None],
    ["calculate", "sum", None],
    ["text", "mute", None],
    ["hologram", "odd", "What is this?"],
]


def test_a_foreign_form_gives_own_questions_in_a_section_per_group() -> None:
    read = read_plan(workbook(FOREIGN), "border post.xlsx")
    asked = {
        section.title: [(q.wording, q.kind, q.origin) for q in section.questions]
        for section in read.plan.sections
    }
    assert asked == {
        "border post": [("What is your name?", "open", "own")],
        "Your work": [
            ("Where did you serve?", "open", "own"),
            ("Were you ever inside?", "closed", "own"),
            ("How many men were there?", "closed", "own"),
        ],
        "Your work / Your chief": [("Who was your chief?", "open", "own")],
    }
    assert [told.says for told in read.plan.sections[1].told] == ["You need not answer."]
    assert read.plan.title == "border post"
    assert read.plan.minutes >= read.plan.used > 0


def test_what_a_foreign_form_has_and_a_plan_has_not_is_said_by_row() -> None:
    unread = read_plan(workbook(FOREIGN), "form.xlsx").unread
    assert [sentence.partition(":")[0] for sentence in unread] == [
        "survey sheet, row 7",
        "survey sheet, row 13",
        "survey sheet, row 14",
        "survey sheet, row 15",
    ]
    assert "list of answers" in unread[0]
    assert "no label" in unread[2]


def test_a_foreign_skip_rule_is_not_dropped_in_silence() -> None:
    rows = [
        ["type", "name", "label", "relevance"],
        ["text", "a", "Who?", None],
        ["text", "b", "Why?", "${a} != ''"],
    ]
    assert read_plan(workbook(rows), "form.xlsx").unread == (
        "survey sheet, row 3: its skip rule is not kept: what it hides is asked of everyone.",
    )


@pytest.mark.parametrize(
    ("language", "wording"), [("English (en)", "Who?"), ("Deutsch (de)", "Wer?"), ("", "Wer?")]
)
def test_of_several_languages_the_forms_own_is_read(language: str, wording: str) -> None:
    rows = [["type", "name", "label::Deutsch (de)", "Label::English (en)"], ["text", "a", "Wer?", "Who?"]]
    data = workbook(rows, settings=[["form_title", "default_language"], ["A form", language]])
    read = read_plan(data, "form.xlsx").plan
    assert [question.wording for question in read.questions] == [wording]
    assert read.title == "A form"


@pytest.mark.parametrize("value", [12, 12.5, True])
def test_a_label_that_excel_took_for_a_number_is_a_text(value: object) -> None:
    read = read_plan(workbook([["type", "name", "label"], ["text", "a", value]]), "form.xlsx").plan
    assert [question.wording for question in read.questions] == [str(value).upper()]


def test_names_that_occur_twice_get_ids_of_their_own() -> None:
    rows = [["type", "name", "label"], *[["text", "a", f"Who was number {n}?"] for n in range(3)]]
    read = read_plan(workbook(rows), "form.xlsx").plan
    assert len({question.id for question in read.questions}) == 3


# What is refused


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def in_subject(subject: object) -> bytes:
    data = as_json(Plan("", {}, (), "first contact", 0, 1, ()))
    return json.dumps({**data, "subject": {"x": subject}}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        b"\x00" * 1000,
        b"null",
        b"[]",
        b"{}",
        b'{"title": "a"',
        b'{"title": NaN}',
        b"1" * 100_000,
        b"\xd0\xcf\x11\xe0" + b"\x00" * 1000,
        b"%PDF-1.7",
        b" " * 5_000_001,
        nested(100_000),
        nested(900),
        b"[" + b"[]," * 1_000_000 + b"[]]",
        b'{"a":' * 50_000,
        in_subject(json.loads(nested(40))),
        in_subject(float("nan")),
        json.dumps({**as_json(Plan("", {}, (), "first contact", 0, 1, ())), "stage": "torture"}).encode(),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_plan_is_refused_in_one_sentence(data: bytes) -> None:
    refused(data)


def test_more_questions_than_a_plan_can_have_are_refused(one_question_plan: Plan) -> None:
    section = one_question_plan.sections[0]
    many = replace(section, questions=section.questions * 2_001)
    refused(FORMATS["json"].write(replace(one_question_plan, sections=(many,))))


HEADS = ["type", "name", "label"]


@pytest.mark.parametrize(
    "data",
    [
        workbook([]),
        workbook([HEADS]),
        workbook([HEADS, ["note", "a", "Hello"]]),
        workbook([["kind", "name", "label"], ["text", "a", "Who?"]]),
        workbook([["type", "name", "words"], ["text", "a", "Who?"]]),
        workbook([HEADS, ["text", "a", "=1+1"]]),
        workbook([HEADS, ["text", "a", '=HYPERLINK("http://example.org","Who?")']]),
        workbook([HEADS, *[["text", f"q{n}", "Who?"] for n in range(2_500)]]),
        workbook([HEADS, ["text", "a", "Who?"]])[:-200],
        b"PK\x03\x04" + b"\x00" * 500,
    ],
    ids=[
        "no rows",
        "no questions",
        "notes alone",
        "no type",
        "no label",
        "formula",
        "link",
        "2,500 questions",
        "cut off",
        "no zip",
    ],
)
def test_a_workbook_that_is_no_form_is_refused_in_one_sentence(data: bytes) -> None:
    refused(data)


def test_a_formula_is_named_by_its_place() -> None:
    with pytest.raises(BadContent, match=r"^survey sheet, row 2: the column 'label' holds a formula"):
        read_plan(workbook([HEADS, ["text", "a", "=1+1"]]), "form.xlsx")


def test_a_formula_outside_of_what_is_read_does_no_harm() -> None:
    data = workbook([[*HEADS, "cost"], ["text", "a", "Who?", "=1+1"]], budget=[["=SUM(A2:A9)"]])
    assert len(list(read_plan(data, "form.xlsx").plan.questions)) == 1


def test_a_sheet_of_another_name_is_said() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Questions"
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(BadContent, match="no sheet named survey"):
        read_plan(file.getvalue(), "form.xlsx")


SHEET, SHARED, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
SMALL = {
    BOOK: '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Survey" r:id="rId1"/></x:sheets>'
    "</x:workbook>",
    RELATIONS: "<Relationships>"
    '<Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    SHARED: "<sst><si><t>type</t></si><si><t>name</t></si><si><t>label</t></si><si><t>text</t></si>"
    '<si><r><t xml:space="preserve">Who </t></r><r><t>is_x000D_ he?</t></r><rPh><t>hoo</t></rPh></si></sst>',
    SHEET: "<worksheet><sheetData>"
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="C4" t="s"><v>4</v></c></row></sheetData></worksheet>',
}
"""The parts of a workbook as Excel writes it: shared texts, in stretches and with their reading, and gaps."""


def with_part(name: str = "", content: str | bytes = b"") -> bytes:
    """The small workbook, with one of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, own in SMALL.items():
            archive.writestr(part, content if part == name else own)
    return made.getvalue()


def test_a_workbook_is_read_as_excel_writes_it() -> None:
    read = read_plan(with_part(), "form.xlsx")
    assert [question.wording for question in read.plan.questions] == ["Who is he?"]
    assert read.unread == ()


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10 if n else b"ha") for n in range(9))


def sheet_of(rows: str) -> bytes:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, sheet_of("".join(f'<row r="{n}"><c t="str"><v>x</v></c></row>' for n in range(1, 100_001)))),
        (SHEET, sheet_of('<row r="1"><c t="str"><v>' + "x" * 80_000_000 + "</v></c></row>")),
        (SHEET, sheet_of("<row>" + "<c/>" * 2_000_000 + "</row>")),
        (SHEET, sheet_of('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
        (SHEET, sheet_of('<row r="x"/>')),
        (SHEET, b"<worksheet>" + b"<a>" * 900_000),
        (SHEET, b"\x00" * 300_000_000),
        (SHEET, b"no XML"),
        (SHARED, b"<sst>" + b"<si><t/></si>" * 3_000_000 + b"</sst>"),
        (SHARED, b'<?xml version="1.0"?><!DOCTYPE l [' + LAUGHS + b"]><sst><si><t>&l9;</t></si></sst>"),
        (SHARED, b'<?xml version="1.0"?><!DOCTYPE l SYSTEM "file:///etc/passwd"><sst/>'),
        (BOOK, b"<workbook/>"),
        (BOOK, b"<workbook><sheets>" + b'<sheet name="survey" r:id="rId9"/>' * 100 + b"</sheets></workbook>"),
    ],
    ids=[
        "100,000 rows",
        "one cell of 80 MB",
        "two million cells",
        "a text that is not there",
        "a row of no number",
        "deep nesting",
        "300 MB of nothing",
        "no XML",
        "three million texts",
        "entities in entities",
        "another file",
        "no sheets",
        "sheets that are not there",
    ],
)
def test_a_hostile_workbook_is_refused_soon_and_in_little_memory(part: str, content: bytes) -> None:
    data = with_part(part, content)
    started = time.perf_counter()
    refused(data)
    assert time.perf_counter() - started < 5
    tracemalloc.start()
    refused(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 250_000_000


def test_a_cell_far_down_and_far_right_costs_nothing() -> None:
    rows = (
        '<row r="1"><c t="str"><v>type</v></c><c t="str"><v>name</v></c><c t="str"><v>label</v></c></row>'
        '<row r="2"><c t="str"><v>text</v></c><c t="str"><v>a</v></c><c t="str"><v>Who?</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v>here</v></c></row>'
    )
    read = read_plan(with_part(SHEET, sheet_of(rows)), "form.xlsx").plan
    assert [question.wording for question in read.questions] == ["Who?"]


def refused(data: bytes) -> None:
    with pytest.raises((UnreadableDocument, BadContent)) as error:
        read_plan(data, "plan")
    said = str(error.value)
    assert 20 < len(said) < 300
    assert "\n" not in said
