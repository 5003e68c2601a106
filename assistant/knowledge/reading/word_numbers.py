"""The numbers that Word counts by itself, from ``numbering.xml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from assistant.knowledge.reading.values import Mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    style: str
    restarts: bool
    all_decimal: bool


@dataclass
class _List:
    """An abstract list with what it has counted, level by level."""

    id: str
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class WordNumbers:
    """Counts as Word does: paragraphs must be asked for in the document's order."""

    def __init__(self, numbering: Any | None) -> None:
        """``numbering`` is the root of ``numbering.xml``, None where the file has none."""
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, tuple[_List, dict[int, int]]] = {}
        self._begun: set[str] = set()
        if numbering is None:
            return
        for element in numbering.iterfind(f"{W}abstractNum"):
            id = element.get(f"{W}abstractNumId")
            levels = {_int(level.get(f"{W}ilvl"), 0): _level(level) for level in element.iterfind(f"{W}lvl")}
            self._lists[id] = _List(id, levels)
        for element in numbering.iterfind(f"{W}num"):
            list_ = self._lists.get(value_of(element, "abstractNumId"))
            if list_ is not None:
                self._instances[element.get(f"{W}numId")] = (list_, _starts(element))

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a list ties to a paragraph style; 0 where it ties none."""
        if number not in self._instances:
            return 0
        levels = self._instances[number][0].levels
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def mark(self, number: str, depth: int) -> Mark | None:
        """The next number of list ``number`` at ``depth``; None for a bullet or no list."""
        if number not in self._instances:
            return None
        list_, starts = self._instances[number]
        if depth not in list_.levels:
            return None
        if number not in self._begun:
            self._begun.add(number)
            for level, start in starts.items():
                if level in list_.levels:
                    list_.counts[level] = start - 1
        return _mark(list_, depth)


def value_of(element: Any, name: str) -> str:
    """The ``w:val`` of a child element; empty where there is none."""
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _level(element: Any) -> _Level:
    return _Level(
        start=_int(value_of(element, "start"), 0),
        format=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText"),
        style=value_of(element, "pStyle"),
        restarts=value_of(element, "lvlRestart") != "0",
        all_decimal=element.find(f"{W}isLgl") is not None,
    )


def _starts(instance: Any) -> dict[int, int]:
    """Where an instance of a list begins anew, by level."""
    return {
        _int(override.get(f"{W}ilvl"), 0): _int(value_of(override, "startOverride"), 1)
        for override in instance.iterfind(f"{W}lvlOverride")
        if value_of(override, "startOverride")
    }


def _mark(list_: _List, depth: int) -> Mark | None:
    for above in range(depth):
        if above in list_.levels:
            list_.counts.setdefault(above, list_.levels[above].start)
    level = list_.levels[depth]
    list_.counts[depth] = list_.counts.get(depth, level.start - 1) + 1
    for below in [below for below in list_.counts if below > depth]:
        if list_.levels[below].restarts:
            del list_.counts[below]
    if level.format in ("bullet", "none") or not _PLACE.search(level.text):
        return None

    def printed(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        if other not in list_.counts:
            return ""
        style = "decimal" if level.all_decimal else list_.levels[other].format
        return _printed(list_.counts[other], style)

    return Mark(
        label=_PLACE.sub(printed, level.text).strip(),
        part=_printed(list_.counts[depth], level.format),
        series=list_.id,
        level=depth,
        form=f"{level.format} {_PLACE.sub('%', level.text)}",
    )


def _printed(count: int, style: str) -> str:
    match style:
        case "lowerLetter":
            return _letters(count)
        case "upperLetter":
            return _letters(count).upper()
        case "lowerRoman":
            return _roman(count)
        case "upperRoman":
            return _roman(count).upper()
    return str(count)


def _letters(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise
