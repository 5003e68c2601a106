"""What a Word paragraph's style says: its rank as a heading, and the list that numbers it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assistant.knowledge.reading.word_numbers import W, WordNumbers, value_of

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TITLE_RANK = 1
_BODY_LEVEL = 9


class WordStyles:
    """The paragraph styles of ``styles.xml``."""

    def __init__(self, styles: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iterfind(f"{W}style")}

    def rank(self, properties: Any | None) -> int:
        """The rank of a paragraph as a heading: 1 for a title, 2 for a first heading; 0 for none.

        ``properties`` is the paragraph's ``w:pPr``.
        """
        if properties is None:
            return 0
        outline = value_of(properties, "outlineLvl")
        for style in self._chain(properties):
            name = value_of(style, "name")
            if name.lower() == "title":
                return _TITLE_RANK
            if heading := _HEADING.fullmatch(name):
                return _TITLE_RANK + int(heading[1])
            inner = style.find(f"{W}pPr")
            outline = outline or ("" if inner is None else value_of(inner, "outlineLvl"))
        if outline.isdecimal() and int(outline) < _BODY_LEVEL:
            return _TITLE_RANK + 1 + int(outline)
        return 0

    def numbering(self, properties: Any | None, numbers: WordNumbers) -> tuple[str, int] | None:
        """The list that numbers a paragraph and the level in it; None for no list."""
        if properties is None:
            return None
        own = properties.find(f"{W}numPr")
        if own is not None and value_of(own, "numId"):
            return value_of(own, "numId"), _level(own) or 0
        for style in self._chain(properties):
            inner = style.find(f"{W}pPr/{W}numPr")
            if inner is not None and value_of(inner, "numId"):
                number, level = value_of(inner, "numId"), _level(own)
                if level is None:
                    level = _level(inner)
                if level is None:
                    level = numbers.level_of_style(number, style.get(f"{W}styleId"))
                return number, level
        return None

    def _chain(self, properties: Any) -> Iterator[Any]:
        """The paragraph's style, the style it is based on, and so on."""
        id, seen = value_of(properties, "pStyle"), set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            id = value_of(self._styles[id], "basedOn")


def _level(numbering: Any | None) -> int | None:
    text = "" if numbering is None else value_of(numbering, "ilvl")
    return int(text) if text.isdecimal() else None
