"""Questions too long or too nested to be understood at one hearing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import pattern
from assistant.wording.reading import Question

RULE = Rule(
    "complex",
    "It must be heard twice to be understood; cut it into short questions.",
    "Payne, The Art of Asking Questions (1951)",
)

LONGEST = 30
"""Words that a sentence may have and still be heard at once."""

_WORD = re.compile(r"\w\S*")
_FULL_STOP = re.compile(r"[.?!…]+[\"”')\]]*(?=\s|$)|[\r\n]+\s*[\r\n]+")
_RELATIVE = r"(?:who|whom|which|that|whose)"
_NESTED = pattern(
    rf"\b{_RELATIVE}\s+(?:the|a|an|his|her|your|their|one)\s+(?:\w+\s+){{1,2}}?(?:(?:of|to|for|with|"
    rf"by)\s+)?{_RELATIVE}\b"
)
"""A relative clause begun inside another before that one has its verb."""


def find(question: Question) -> Iterator[Fault]:
    """Sentences of more than 30 words, and relative clauses set inside one another."""
    text = question.text
    start = 0
    for end in [*(found.end() for found in _FULL_STOP.finditer(text)), len(text)]:
        if sum(1 for _ in _WORD.finditer(text, start, end)) > LONGEST:
            yield RULE.broken(question.given, start, end)
        elif found := _NESTED.search(text, start, end):
            yield RULE.broken(question.given, *found.span())
        start = end
