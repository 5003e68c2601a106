"""A plan as a form: the XLSForm as ODK Validate takes it, the SurveyJS model as survey-core loads it."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pyxform.validators.odk_validate import ODKValidateError
from pyxform.xls2xform import convert

from assistant.questionnaires.exports import FORMATS
from assistant.questionnaires.exports.form import form_of
from assistant.questionnaires.exports.xlsform import as_written, shown
from assistant.questionnaires.plan import Plan, Question, Section

HERE = Path(__file__).parent
SURVEY_CORE = HERE.parent / ".node" / "node_modules" / "survey-core"


def java_version() -> int:
    if shutil.which("java") is None:
        return 0
    said = subprocess.run(["java", "-version"], capture_output=True, text=True, timeout=60).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


needs_java = pytest.mark.skipif(
    java_version() < 17, reason="ODK Validate needs Java 17: run tests/install_tools.sh as root"
)
needs_survey_core = pytest.mark.skipif(
    shutil.which("node") is None or not SURVEY_CORE.is_dir(),
    reason="survey-core for Node is not here: run tests/install_tools.sh",
)


def rows(data: bytes, sheet: str = "survey") -> list[dict[str, Any]]:
    read = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    heads = next(read)
    return [
        {head: value for head, value in zip(heads, row, strict=True) if value is not None} for row in read
    ]


def asked(id: str, wording: str = "Who?", kind: Any = "open", **more: Any) -> Question:
    return Question(id, wording, kind, 1.0, 2, **more)


def a_plan(*questions: Question) -> Plan:
    return Plan("A plan", {}, (), "follow-up", 60, 1, (Section("S", "His work", "", (), questions),))


# XLSForm


@needs_java
def test_every_form_passes_pyxform_and_odk_validate(plan: Plan) -> None:
    made = convert(FORMATS["xlsform"].write(plan), validate=True, file_type=".xlsx")
    assert made.warnings == []


@needs_java
def test_odk_validate_would_refuse_a_broken_skip_rule(rich_plan: Plan) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsform"].write(rich_plan)))
    sheet = book["survey"]
    column = next(cell.column for cell in sheet[1] if cell.value == "relevant")
    row = next(number for number in range(2, 99) if sheet.cell(number, column).value)
    sheet.cell(row, column).value = "surely(${fact_recalled})"
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(ODKValidateError):
        convert(file.getvalue(), validate=True, file_type=".xlsx")


def test_the_rows_of_a_small_form() -> None:
    plan = a_plan(
        asked("CIA-1.1", "Did you see it?", "closed", probes=("When?", "Where?"), how_known="Who told you?"),
        asked(
            "CIA-1.2",
            "What was it?",
            how_known="How near were you?",
            ask_if=("recalled", "brought_documents"),
        ),
    )
    found = [
        tuple(row.get(column, "") for column in ("type", "name", "label", "appearance", "relevant"))
        for row in rows(FORMATS["xlsform"].write(plan))
    ]
    both = "${fact_recalled} = 'yes' and ${fact_brought_documents} = 'yes'"
    heard = "(${q_cia_1_1} = 'yes' or ${q_cia_1_1} = 'no')"
    assert found == [
        ("select_one yes_no", "fact_recalled", "He had been recalled before he left", "", ""),
        (
            "select_one yes_no",
            "fact_brought_documents",
            "He brought papers or other material with him",
            "",
            "",
        ),
        ("begin_group", "s_s", "His work", "", ""),
        ("select_one closed", "q_cia_1_1", "Did you see it?", "", ""),
        ("text", "more_cia_1_1", "– When?\n– Where?", "multiline", "${q_cia_1_1} = 'yes'"),
        ("text", "known_cia_1_1", "Who told you?", "multiline", heard),
        ("text", "q_cia_1_2", "What was it?", "multiline", both),
        ("text", "known_cia_1_2", "How near were you?", "multiline", "${q_cia_1_2} != ''"),
        ("end_group", "s_s", "", "", ""),
    ]


def test_what_he_is_told_and_rests_are_notes_and_sections_groups(rich_plan: Plan) -> None:
    found = rows(FORMATS["xlsform"].write(rich_plan))
    notes = [as_written(row["label"]) for row in found if row["type"] == "note"]
    assert "Rest: 10 minutes" in notes
    assert "Session 2" in notes
    assert all(told.says in notes for section in rich_plan.sections for told in section.told)
    groups = [as_written(row["label"]) for row in found if row["type"] == "begin_group"]
    assert groups == [section.title for section in rich_plan.sections]


def test_a_question_keeps_its_source_in_columns_and_its_helps_in_the_guidance(rich_plan: Plan) -> None:
    row = next(
        row for row in rows(FORMATS["xlsform"].write(rich_plan)) if row.get("question_id") == "CIA-1.2"
    )
    assert row["agency"] == "CIA, STATE"
    assert row["requirement"] == "CIA-1, STATE-3"
    assert row["citations"] == "DCID-4/2#6.b.3.a"
    assert row["minutes"] == 3
    assert row["kind"] == "open"
    assert row["hint"] == "Open question. Ask only if he has close family where he came from."
    assert row["guidance_hint"].splitlines() == [
        "Ask further:",
        "– Where do they live?",
        "– Who knows that they are your relatives?",
        "How he knows: When did you last hear from them?",
    ]


def test_a_closed_question_can_be_answered_without_yes_or_no(one_question_plan: Plan) -> None:
    choices = rows(FORMATS["xlsform"].write(one_question_plan), "choices")
    assert [choice["label"] for choice in choices if choice["list_name"] == "closed"] == [
        "Yes",
        "No",
        "Does not know",
        "Does not wish to say",
    ]


def test_the_converted_form_has_the_skip_rules_and_the_guidance(rich_plan: Plan) -> None:
    made = convert(FORMATS["xlsform"].write(rich_plan), file_type=".xlsx")
    tree = ET.fromstring(made.xform)
    binds = {bind.get("nodeset"): bind.get("relevant") for bind in tree.iter() if bind.tag.endswith("}bind")}
    papers = binds["/data/s_person/q_own_1"]
    assert papers is not None
    assert papers.split() == ["/data/fact_brought_documents", "=", "'yes'"]
    guidance = [value.text for value in tree.iter() if value.get("form") == "guidance"]
    assert any(text and "– Where do they live?\n– Who knows" in text for text in guidance)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</b>",
        "${fact_recalled}",
        "${",
        "a < b",
        "$ {x}",
        "<<b>",
        "=1+1",
        "plain",
        "",
    ],
)
def test_what_would_be_read_as_code_is_parted_and_put_together_again(text: str) -> None:
    assert as_written(shown(text)) == text
    assert "${" not in shown(text)
    assert not re.search(r"<[A-Za-z/!?]", shown(text))


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(rich_plan: Plan) -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsform"].write(rich_plan)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    assert any(cell.value == "=SUM(1,2)" for row in book["survey"].iter_rows() for cell in row)


def test_names_are_valid_and_unlike_each_other_even_in_lower_case() -> None:
    ids = [
        "CIA-1.1",
        "cia 1 1",
        "ČÍA",
        "",
        "1",
        "<b>",
        "x" * 300,
        "x" * 300 + "y",
        "Чебоксары",
        "a__2",
        "a",
        "a",
    ]
    form = [row for row in form_of(a_plan(*[asked(id) for id in ids])) if row.part == "question"]
    assert len({row.name.lower() for row in form}) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,59}", row.name) for row in form)


@needs_java
@pytest.mark.parametrize(
    "text", ["a\nb\r\nc\x00\x0b\ud800\ufffe", "\u202eשלום 你好 😀", " ", "", "w" * 40_000]
)
def test_any_text_makes_a_valid_form(text: str) -> None:
    plan = a_plan(asked("A", text, probes=(text,), how_known=text, note=text), asked(text, text, "closed"))
    assert convert(FORMATS["xlsform"].write(plan), validate=True, file_type=".xlsx").xform


# SurveyJS


def loaded(plan: Plan, *answers: dict[str, str]) -> dict[str, Any]:
    """What survey-core makes of a plan's model."""
    given = {"model": json.loads(FORMATS["surveyjs"].write(plan)), "answers": list(answers)}
    done = subprocess.run(
        ["node", str(HERE / "load_survey.cjs"), str(SURVEY_CORE)],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@needs_survey_core
def test_survey_core_loads_every_model_without_errors(plan: Plan) -> None:
    told = loaded(plan)
    assert told["errors"] == []
    assert told["required"] == []
    assert set(told["types"].values()) <= {"comment", "radiogroup", "html"}


@needs_survey_core
def test_survey_core_shows_what_the_answers_call_for(rich_plan: Plan) -> None:
    nothing, family, all_of_it = loaded(
        rich_plan,
        {},
        {"fact_has_family_behind": "yes"},
        {
            "fact_has_family_behind": "yes",
            "fact_recalled": "yes",
            "q_cia_1_2": "My mother.",
            "q_cia_1_3": "yes",
        },
    )["walks"]
    watched = ("q_cia_1_2", "known_cia_1_2", "q_cia_1_3", "more_cia_1_3", "known_cia_1_3", "q_own_1")
    assert [name for name in watched if name in nothing["visible"]] == []
    assert [name for name in watched if name in family["visible"]] == ["q_cia_1_2"]
    assert [name for name in watched if name in all_of_it["visible"]] == list(watched[:-1])


@needs_survey_core
def test_survey_core_shows_a_section_on_each_page_and_hostile_texts_as_they_stand(rich_plan: Plan) -> None:
    told = loaded(rich_plan, {"fact_recalled": "yes"})
    assert told["pages"][0] == "Settle first"
    assert len(told["pages"]) == 1 + len(rich_plan.sections)
    titles = told["walks"][0]["titles"]
    assert titles["q_odd_1"].replace("\u2060", "") == rich_plan.sections[2].questions[0].wording
    assert "<script>" not in titles["told_hostile_b"]
    assert "&lt;script&gt;" in titles["told_hostile_b"]
