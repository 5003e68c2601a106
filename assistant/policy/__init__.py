"""Questions about the rules: answers with citations, duties, what was in force when, the twenty cases."""

from assistant.policy.answers import Answer, Citation, Statement, Status, cite, reference
from assistant.policy.asking import Asking
from assistant.policy.duties import DutyRow, duties
from assistant.policy.inquiry import Inquiry, date_in, read_question
from assistant.policy.twenty_cases import Case, CaseTable, Cell, Remark, cases_named, read_cases
from assistant.policy.worded import answer_prompt, word

__all__ = [
    "Answer",
    "Asking",
    "Case",
    "CaseTable",
    "Cell",
    "Citation",
    "DutyRow",
    "Inquiry",
    "Remark",
    "Statement",
    "Status",
    "answer_prompt",
    "cases_named",
    "cite",
    "date_in",
    "duties",
    "read_cases",
    "read_question",
    "reference",
    "word",
]
