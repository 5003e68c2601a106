"""Text → lines with their places, without line numbers and page stamps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = re.compile(r"\W{0,3}(?:page|p\.|seite)\s*:?\s*(\d{1,5})(?:\s*(?:of|/)\s*\d+)?\W{0,3}", re.I)


@dataclass(slots=True)
class Line:
    """One line. ``start`` and ``end`` bound its words in the text, without a line number.

    ``page`` is empty where the text has no pages; ``number`` counts within the page, or the file.
    ``why`` says why the words are nobody's, "" if that is not settled; ``aside`` that the line is a number
    or a stamp and no words at all. ``gap`` marks a page before which another is missing.
    """

    text: str
    start: int
    end: int
    indent: int
    number: int
    page: str = ""
    why: str = ""
    aside: bool = False
    gap: bool = False

    @property
    def place(self) -> str:
        return f"{self.page}:{self.number}" if self.page else f"line {self.number}"

    def cut_front(self, length: int) -> None:
        """Take a line number of ``length`` characters away."""
        rest = self.text[length:]
        self.indent = len(rest) - len(rest.lstrip())
        self.start += length + self.indent
        self.text = rest.lstrip()


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank, and an empty one for each run of blank ones.

    A form feed or a line that is only "Page 12" begins a page.
    """
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    page = "1" if "\f" in text.strip() else ""
    number, start, blank = 0, 0, True
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        words = raw.strip()
        number += 1
        if stamp := _PAGE.fullmatch(words):
            page, number = stamp[1], 0
            yield Line(words, start, end, 0, 0, page, aside=True)
            blank = True
        elif words:
            indent = raw.index(words)
            yield Line(words, start + indent, start + indent + len(words), indent, number, page)
            blank = False
        elif not blank:
            yield Line("", start, start, 0, number, page)
            blank = True
        if "\f" in raw:
            page, number = str(int(page) + 1), 0
        start = end
