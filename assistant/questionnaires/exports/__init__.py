"""A plan out to files: on paper, as data, and as forms for a tablet or a web page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.paper import WORD_TYPE, WORKBOOK_TYPE, Format, slug
from assistant.questionnaires.plan import Plan


def file_name(plan: Plan, format: str) -> str:
    """A name for the file, made of the plan's title: letters, digits and hyphens.

    ``format`` is a key of ``FORMATS``.
    """
    return f"{slug(plan.title) or 'questionnaire'}.{FORMATS[format].ending}"


# Each writer is loaded when it is first used: the libraries behind them are large.


def _markdown(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.markdown import as_markdown

    return as_markdown(plan).encode()


def _word(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.word import as_word

    return as_word(plan)


def _pdf(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.pdf import as_pdf

    return as_pdf(plan)


def _json(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.json import as_text

    return as_text(plan).encode()


def _xlsform(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.xlsform import as_xlsform

    return as_xlsform(plan)


def _surveyjs(plan: Plan) -> bytes:
    from assistant.questionnaires.exports.surveyjs import as_surveyjs

    return as_surveyjs(plan).encode()


FORMATS: Mapping[str, Format[[Plan]]] = MappingProxyType(
    {
        "md": Format("Markdown", "md", "text/markdown", _markdown),
        "docx": Format("Word", "docx", WORD_TYPE, _word),
        "pdf": Format("PDF", "pdf", "application/pdf", _pdf),
        "json": Format("JSON", "json", "application/json", _json),
        "xlsform": Format("XLSForm", "xlsx", WORKBOOK_TYPE, _xlsform),
        "surveyjs": Format("SurveyJS", "surveyjs.json", "application/json", _surveyjs),
    }
)

__all__ = ["FORMATS", "file_name"]
