"""Hearing records: pages of numbered lines, typed or read by machine.

Machine reading leaves each number on a line of its own, several in a row, in front of the words, or wrong.
A number is believed where it fits the ascending run of its page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.transcripts.labels import names_with_title
from assistant.transcripts.lines import Line

_BARE = re.compile(r"[^\w?!]{0,2}(\d{1,4})[^\w?!]{0,2}")
_LEFT = re.compile(r"(\d{1,2})[.%]?(?=\s)")
_DOTTED = re.compile(r"\d+[.%]")
_MOST = 28
"""Lines that a typed page has at most."""
_FULL = 10
"""Numbers after which a number 1 begins another page."""
_AHEAD = 3
"""How many numbers machine reading may have lost in a row."""
_CAPITALS = re.compile(r"[^a-z]*")
_STAMP = re.compile(
    r"\W*(?:\w{2,3}\s+)?(?:TOP\s+)?(?:SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)\b.{0,8}|.*\bDocId:.*"
)
_OFTEN = 3
_FEW = 3


def is_numbered(lines: Sequence[Line]) -> bool:
    """Whether the lines of the text carry numbers that ascend."""
    before, ascending, words = 0, 0, 0
    for line in lines:
        words += bool(line.text) and not line.aside
        value = _number(line)
        if value is not None and 0 < value <= _MOST:
            ascending += value == before + 1
            before = value
    return ascending >= 4 and ascending >= words / 4


def without_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines with page and line number; numbers and stamps are set aside, no words are."""
    left = sum(bool(_typed(line)) for line in lines)
    typed = left > sum(bool(line.text) and not line.aside for line in lines) / 2
    page = 0
    result: list[Line] = []
    for chunk in _chunks(list(lines)):
        numbers = [line for line in chunk if _number(line) is not None]
        words = [line for line in chunk if line.text and not line.aside]
        if len(_fitting([_number(line) or 0 for line in numbers])) >= 5 or len(numbers) * 2 >= len(words) > 0:
            page = _Page(chunk, page, typed).settle()
        else:
            _unnumbered(words, page)
        result += chunk
    return result


def _number(line: Line) -> int | None:
    if line.aside or not line.text:
        return None
    if bare := _BARE.fullmatch(line.text):
        return int(bare[1])
    return _typed(line)


def _typed(line: Line) -> int | None:
    match = _LEFT.match(line.text)
    return int(match[1]) if match and not line.aside and not _DOTTED.match(line.text) else None


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    """Pages: what stands between stamps, cut where the numbers begin anew."""
    capitals = Counter(line.text for line in lines if len(line.text) > 5 and _CAPITALS.fullmatch(line.text))
    chunk: list[Line] = []
    seen = 0
    for line in lines:
        running = capitals[line.text] >= _OFTEN and not any(map(str.isdigit, line.text))
        if running or (line.text and _STAMP.fullmatch(line.text)):
            line.aside = True
        value = _number(line)
        if line.aside or (value == 1 and seen >= _FULL):
            if any(each.text and not each.aside for each in chunk):
                yield chunk
                chunk = []
            seen = 0
        chunk.append(line)
        seen += value is not None
    yield chunk


def _unnumbered(lines: Sequence[Line], page: int) -> None:
    """Lines that name a speaker, or are few, go on from the page before; others are no part of the record."""
    foreign = page and len(lines) > _FEW and not any(names_with_title(line.text) for line in lines)
    for line in lines:
        line.page = str(page) if page else line.page
        if foreign:
            line.page, line.why = "", "page without line numbers"


def _fitting(values: Sequence[int]) -> set[int]:
    """Places of the longest ascending run among ``values`` that are line numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for place, value in enumerate(values):
        if not 0 < value <= _MOST:
            continue
        length = bisect_left(tails, value)
        if length:
            before[place] = ends[length - 1]
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [place]
    run: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        run.add(place)
        place = before.get(place, -1)
    return run


@dataclass
class _Page:
    """One page; ``before`` is the number of the page before it."""

    lines: list[Line]
    before: int
    typed: bool

    def settle(self) -> int:
        """Give every line its page and number; the page's number."""
        printed = self._own_number()
        page = printed or self.before + 1
        if printed and self.before and printed > self.before + 1:
            self.lines[0].gap = True
        numbers = [line for line in self.lines if _number(line) is not None]
        fitting = _fitting([_number(line) or 0 for line in numbers])
        believed = {id(line) for place, line in enumerate(numbers) if place in fitting}
        waiting: list[int] = []
        seen, given = 0, 0
        for line in self.lines:
            line.page = str(page)
            if line.aside or not line.text:
                continue
            if bare := _BARE.fullmatch(line.text):
                line.aside = id(line) in believed
                line.why = "" if line.aside else "stray number"
                if line.aside:
                    seen = int(bare[1])
                    waiting.append(seen)
                line.number = seen
                continue
            match = _LEFT.match(line.text)
            if match and self._is_number(int(match[1]), seen, given, id(line) in believed, bool(waiting)):
                given = int(match[1])
                seen = max(seen, given)
                waiting = [number for number in waiting if number > given]
                line.cut_front(match.end())
            elif waiting:
                given = waiting.pop(0)
            line.number = given or 1
            if not any(map(str.isalnum, line.text)) or (len(line.text) == 1 and line.text not in "IAQ"):
                line.why = "stray mark"
        return page

    def _is_number(self, value: int, seen: int, given: int, believed: bool, waiting: bool) -> bool:
        if self.typed:
            return believed
        follows = seen < value <= seen + _AHEAD and not waiting
        return value in (given + 1, seen + 1) or (believed and follows)

    def _own_number(self) -> int:
        """The number in front of line 1, that of a stamp, or one that is too high for a line; 0 for none."""
        bare = [line for line in self.lines if not line.aside and _BARE.fullmatch(line.text)]
        values = [_number(line) or 0 for line in bare]
        if values[1:2] == [1] and values[0] > self.before:
            bare[0].aside = True
            return values[0]
        stamps = [int(line.page) for line in self.lines if line.aside and line.page and not line.number]
        if stamps:
            return stamps[-1]
        for line, value in zip(bare, values, strict=True):
            if value > max(_MOST, self.before):
                line.aside = True
                return value
        return 0
