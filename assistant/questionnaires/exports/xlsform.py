"""A plan as an XLSForm for KoboToolbox and ODK, with columns of its own from which it is read back.

Converters pass over columns and sheets that they do not know, but look into every cell of the survey sheet
for ``${…}``: see ``shown``.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.paper import one_line, slug, storable
from assistant.questionnaires.exports.form import CLOSED_ANSWERS, FACT_ANSWERS, Condition, Row, form_of
from assistant.questionnaires.exports.paper import cover_name
from assistant.questionnaires.plan import Plan, as_json

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

STANDARD_COLUMNS = ("type", "name", "label", "hint", "guidance_hint", "appearance", "relevant")
OWN_COLUMNS = (
    "agency",
    "requirement",
    "citations",
    "minutes",
    "kind",
    "question_id",
    "priority",
    "probes",
    "how_known",
    "ask_if",
    "note",
    "origin",
    "locked",
    "part",
    "section_id",
    "why",
    "session",
    "askers",
)
PLAN_SHEET = "plan"
"""Names and values of what has no row in the form; a list has a row for each entry."""

LONGEST_CELL = 32_767
"""Characters that a cell holds at most."""

_TYPES = {
    "guidance": "note",
    "session": "note",
    "section": "begin_group",
    "told": "note",
    "nothing": "note",
    "end": "end_group",
    "rest": "note",
}
_ANSWER_TYPES = {"text": "text", "fact": "select_one yes_no", "closed": "select_one closed"}
_WIDTHS = {"label": 70, "hint": 28, "guidance_hint": 44, "relevant": 30, "probes": 40, "how_known": 30}

_READ_AS_CODE = re.compile(r"(?<=\$)(?=\{)|(?<=<)(?=[A-Za-z/!?])")
_JOINER = "\u2060"


def as_xlsform(plan: Plan) -> bytes:
    """The plan as an .xlsx workbook with the sheets survey, choices and settings, and one for the plan."""
    from openpyxl import Workbook

    book = Workbook()
    survey = book.active
    survey.title = "survey"
    rows = form_of(plan)
    columns = (*STANDARD_COLUMNS, *OWN_COLUMNS)
    _fill(survey, columns, ([cells.get(column) for column in columns] for cells in map(_cells, rows)))
    lists = (("yes_no", FACT_ANSWERS), ("closed", CLOSED_ANSWERS))
    choices = [(name, value, label) for name, values in lists for value, label in values.items()]
    _fill(book.create_sheet("choices"), ("list_name", "name", "label"), choices)
    title = " – ".join(filter(None, (one_line(plan.title) or "Questionnaire", cover_name(plan))))
    _fill(
        book.create_sheet("settings"),
        # Without the last setting, line breaks in hints would become spaces.
        ("form_title", "form_id", "clean_text_values"),
        [(shown(title[:200]), _form_id(plan), "no")],
    )
    _fill(book.create_sheet(PLAN_SHEET), ("name", "value"), _of_the_plan(plan))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def expression(conditions: Sequence[Condition]) -> str:
    """Conditions as an expression for the column ``relevant``; "" when there are none."""
    return " and ".join(_condition(condition) for condition in conditions)


def _condition(condition: Condition) -> str:
    if not condition.values:
        return f"${{{condition.name}}} != ''"
    choices = " or ".join(f"${{{condition.name}}} = '{value}'" for value in condition.values)
    return f"({choices})" if len(condition.values) > 1 else choices


def shown(text: str) -> str:
    """A text in which nothing is taken for a reference to an answer or for a tag of HTML.

    An invisible character parts "$" from "{" and "<" from a letter; ``as_written`` takes it out again.
    """
    return _READ_AS_CODE.sub(_JOINER, storable(text))


def as_written(text: str) -> str:
    """The text that ``shown`` was made of."""
    return re.sub(rf"(?<=\$){_JOINER}(?=\{{)|(?<=<){_JOINER}(?=[A-Za-z/!?])", "", text)


def _cells(row: Row) -> dict[str, Any]:
    cells: dict[str, Any] = {
        "type": _TYPES.get(row.part) or _ANSWER_TYPES[row.answer],
        "name": row.name,
        "part": row.part,
    }
    if row.part == "end":
        return cells
    cells |= {"label": shown(row.label), "hint": shown(row.hint), "guidance_hint": shown(row.guidance)}
    cells |= {
        "appearance": "multiline" if row.answer == "text" else "",
        "relevant": expression(row.shown_if),
    }
    if row.part == "section" and row.section:
        cells |= {
            "section_id": shown(row.section.id),
            "why": shown(row.section.why),
            "citations": _list(row.section.citations),
            "session": row.section.session,
        }
    elif row.part == "rest" and row.section:
        cells["minutes"] = row.section.break_after
    elif row.told:
        cells["citations"] = _list(row.told.citations)
    elif row.question:
        question = row.question
        askers = [[a.agency, a.requirement, a.needs, a.question, a.wording] for a in question.askers]
        cells |= {
            "agency": _list(question.agencies),
            "requirement": _list(dict.fromkeys(a.requirement for a in question.askers if a.requirement)),
            "citations": _list(question.citations),
            "minutes": question.minutes,
            "kind": question.kind,
            "question_id": shown(question.id),
            "priority": question.priority,
            "probes": shown("\n".join(" ".join(probe.split()) for probe in question.probes)),
            "how_known": shown(question.how_known),
            "ask_if": _list(question.ask_if),
            "note": shown(question.note),
            "origin": question.origin,
            "locked": "yes" if question.locked else "no",
            "askers": shown(_as_text(askers)) if askers else "",
        }
    return cells


def _of_the_plan(plan: Plan) -> Iterator[tuple[str, Any]]:
    data = as_json(plan)
    yield "title", shown(plan.title)
    yield "stage", plan.stage
    yield "minutes", plan.minutes
    yield "sessions", plan.sessions
    yield "subject", shown(_as_text(data["subject"]))
    for agency in plan.agencies:
        yield "agency", shown(agency)
    for remark in plan.remarks:
        yield "remark", shown(remark)
    for left in data["left_for_later"]:
        yield "left for later", shown(_as_text(left))


def _as_text(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _list(texts: Iterable[str]) -> str:
    return shown(", ".join(texts))


def _form_id(plan: Plan) -> str:
    parts = (slug(plan.title), slug(cover_name(plan)))
    ascii_only = "-".join(parts).encode("ascii", "ignore").decode()
    return f"questionnaire-{ascii_only}".strip("-")


def _fill(sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append(heads)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(head, 16)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, column)
            cell.value = value[:LONGEST_CELL] if isinstance(value, str) else value
            cell.alignment = wrapped
            if isinstance(value, str):
                # A text that begins with "=" is a text.
                cell.data_type = "s"
                cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
