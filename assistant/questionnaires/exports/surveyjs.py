"""A plan as a SurveyJS model: a page for each section, and the same rows and skip rules as the XLSForm."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from assistant.paper import one_line
from assistant.questionnaires.exports.form import CLOSED_ANSWERS, FACT_ANSWERS, Condition, Row, form_of
from assistant.questionnaires.exports.paper import BEFORE, cover_name
from assistant.questionnaires.plan import Kind, Plan

_CHOICES: Mapping[str, Mapping[str, str]] = {"fact": FACT_ANSWERS, "closed": CLOSED_ANSWERS}
_ROWS: Mapping[Kind, int] = {"free narrative": 10, "open": 5}
_FEW_ROWS = 3
_FIRST_PAGES = {"guidance": BEFORE, "fact": "Settle first"}
_PLACEHOLDER = re.compile(r"(?<=\{)(?=[^\s{}])")


def as_surveyjs(plan: Plan) -> str:
    """The model as JSON."""
    return json.dumps(model_of(plan), ensure_ascii=False, indent=2) + "\n"


def model_of(plan: Plan) -> dict[str, Any]:
    """The model as plain data, for SurveyJS's ``Model``."""
    pages: list[dict[str, Any]] = []
    outside = True
    session = ""
    for row in form_of(plan):
        if row.part == "section":
            pages.append({"name": row.name, "title": _shown(row.label), "elements": []})
            if session:
                pages[-1]["description"] = session
            outside = False
        elif row.part == "end":
            outside = True
        elif row.part == "session":
            session = row.label
        else:
            if outside and not pages:
                title = _FIRST_PAGES.get(row.part, "Questionnaire")
                pages.append({"name": "first", "title": title, "elements": []})
            pages[-1]["elements"].append(_element(row))
    return {
        "title": _shown(one_line(plan.title) or "Questionnaire"),
        "description": _shown(cover_name(plan)),
        "showQuestionNumbers": "off",
        "showProgressBar": True,
        "pages": pages,
    }


def expression(conditions: Sequence[Condition]) -> str:
    """Conditions as an expression for ``visibleIf``."""
    return " and ".join(_condition(condition) for condition in conditions)


def _condition(condition: Condition) -> str:
    if not condition.values:
        return f"{{{condition.name}}} notempty"
    choices = " or ".join(f"{{{condition.name}}} = '{value}'" for value in condition.values)
    return f"({choices})" if len(condition.values) > 1 else choices


def _element(row: Row) -> dict[str, Any]:
    if row.answer == "none":
        says = escape(_shown(row.label)).replace("\n", "<br>")
        told = f"<p><b>{escape(row.hint)}</b> {says}</p>" if row.hint else f"<p>{says}</p>"
        return {"type": "html", "name": row.name, "html": told}
    element: dict[str, Any] = {
        "type": "comment" if row.answer == "text" else "radiogroup",
        "name": row.name,
        "title": _shown(row.label),
        "isRequired": False,
    }
    agencies = f"For {', '.join(row.question.agencies)}." if row.question and row.question.agencies else ""
    description = "\n".join(filter(None, (row.hint, agencies, row.guidance)))
    if description:
        element["description"] = _shown(description)
    if row.shown_if:
        element["visibleIf"] = expression(row.shown_if)
    if row.answer == "text":
        element["rows"] = _ROWS.get(row.question.kind, _FEW_ROWS) if row.question else _FEW_ROWS
    else:
        element["choices"] = [
            {"value": value, "text": label} for value, label in _CHOICES[row.answer].items()
        ]
    return element


def _shown(text: str) -> str:
    """A text in which ``{…}`` is no placeholder for an answer: an invisible character follows the bracket."""
    return _PLACEHOLDER.sub("\u2060", text)
