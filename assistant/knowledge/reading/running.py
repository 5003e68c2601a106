"""Find what is printed on page after page: running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.knowledge.reading.labels import keyword_rank, readings

_EDGE = 3
"""How many lines at the top and at the foot of a page may be running ones."""
_OFTEN = 3
_PAGE_NUMBER = re.compile(r"(?:page )?\d+(?: (?:of )?\d+)*")
_NUMBER = re.compile(r"\d{1,4}")
_COUNTS_PAGES = (
    re.compile(r"(?P<number>\b\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[^\w.]*$"),
    re.compile(r"^\W*(?:page\s+)?(?P<number>\d{1,4}\b)", re.IGNORECASE),
)


@dataclass(frozen=True)
class Placed:
    """A line of a page; ``height`` is its distance from the page's foot, None where unknown."""

    text: str
    height: float | None


def without_running(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """The pages without lines that recur at their edges, and without page numbers.

    A line recurs when it stands on three pages (two in a paper of two or three), the same but for a
    number that counts the pages. Where nothing else would be left, all is kept.
    """
    often = min(_OFTEN, max(2, len(pages) - 1))
    seen = Counter(
        form
        for number, page in enumerate(pages, start=1)
        for line in {page[place].text for place in _edges(page)}
        for form in _forms(line, number)
    )
    kept = [
        _stripped(page, [_is_running(line.text, number, seen, often) for line in page])
        for number, page in enumerate(pages, start=1)
    ]
    return kept if any(kept) else [list(page) for page in pages]


def _edges(page: Sequence[Placed]) -> set[int]:
    places = range(len(page))
    return {*places[:_EDGE], *places[-_EDGE:]}


def _stripped(page: Sequence[Placed], running: Sequence[bool]) -> list[Placed]:
    """The page from its first line to its last that is not a running one."""
    head = next((place for place, runs in enumerate(running[:_EDGE]) if not runs), _EDGE)
    foot = next((place for place, runs in enumerate(running[: -_EDGE - 1 : -1]) if not runs), _EDGE)
    return list(page[head : max(head, len(page) - foot)])


def _is_running(line: str, number: int, seen: Counter[str], often: int) -> bool:
    if _is_bare(line):
        counted = _forms(line, number) - {line}
        return str(number) in _NUMBER.findall(line) or any(seen[form] > 1 for form in counted)
    return any(seen[form] >= often for form in _forms(line, number))


def _is_bare(line: str) -> bool:
    """Whether the line is nothing but a page number: ``7``, ``- 7 -``, ``Page 7 of 12``."""
    words = " ".join(re.findall(r"\w+", line.casefold()))
    return bool(_PAGE_NUMBER.fullmatch(words)) and not readings(line)


def _forms(line: str, number: int) -> set[str]:
    """The line as it stands, and with a number at either end as a distance from the page's."""
    forms = {line}
    if not (keyword_rank(line) or readings(line)):
        for pattern in _COUNTS_PAGES:
            if match := pattern.search(line):
                start, end = match.span("number")
                forms.add(f"{line[:start]}<{int(match['number']) - number:+}>{line[end:]}")
    return forms
