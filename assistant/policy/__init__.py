"""Questions about the rules: answers with citations, duties, what was in force when, the twenty cases."""

from assistant.policy.answers import (
    Answer,
    Citation,
    Comparison,
    Statement,
    Status,
    cite,
    reference,
    standing_in_words,
)
from assistant.policy.asking import Asking
from assistant.policy.duties import DutyRow, actors, duties
from assistant.policy.figures import figures
from assistant.policy.inquiry import Inquiry, date_in, parse_day, read_question
from assistant.policy.twenty_cases import Case, CaseTable, Cell, Remark, cases_named, read_cases
from assistant.policy.worded import answer_prompt, word

__all__ = [
    "Answer",
    "Asking",
    "Case",
    "CaseTable",
    "Cell",
    "Citation",
    "Comparison",
    "DutyRow",
    "Inquiry",
    "Remark",
    "Statement",
    "Status",
    "actors",
    "answer_prompt",
    "cases_named",
    "cite",
    "date_in",
    "duties",
    "figures",
    "parse_day",
    "read_cases",
    "read_question",
    "reference",
    "standing_in_words",
    "word",
]
