"""What is common to all formats: their names, and that their libraries are loaded when needed."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from assistant.questionnaires.exports import FORMATS, file_name
from assistant.questionnaires.plan import Plan, as_json


def test_the_formats_and_how_their_files_begin(plan: Plan) -> None:
    begins = {"md": b"# ", "docx": b"PK", "pdf": b"%PDF-", "json": b"{", "xlsform": b"PK", "surveyjs": b"{"}
    assert {key: format.write(plan)[: len(begins[key])] for key, format in FORMATS.items()} == begins


@pytest.mark.parametrize(
    ("title", "format", "name"),
    [
        ("Full debrief – Łódź", "docx", "full-debrief-łódź.docx"),
        ("First word", "xlsform", "first-word.xlsx"),
        ("First word", "surveyjs", "first-word.surveyjs.json"),
        ("../../etc/passwd", "md", "etc-passwd.md"),
        ('<script>"\x00\n', "pdf", "script.pdf"),
        ("…", "json", "questionnaire.json"),
        ("", "json", "questionnaire.json"),
        ("a" * 500, "json", "a" * 60 + ".json"),
    ],
)
def test_a_files_name_is_made_of_the_title(empty_plan: Plan, title: str, format: str, name: str) -> None:
    assert file_name(replace(empty_plan, title=title), format) == name


def test_json_is_indented_and_keeps_its_letters(rich_plan: Plan) -> None:
    text = FORMATS["json"].write(rich_plan).decode()
    assert json.loads(text) == json.loads(json.dumps(as_json(rich_plan)))
    assert '\n  "title": "Full debrief of a cipher clerk – Łódź, Zürich, Хабаровск",\n' in text


def test_the_libraries_behind_the_formats_are_not_loaded_with_them() -> None:
    code = (
        "import sys, assistant.questionnaires.exports, assistant.questionnaires.imports\n"
        "print(sorted({'docx', 'reportlab', 'openpyxl', 'lxml', 'pyxform'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr
