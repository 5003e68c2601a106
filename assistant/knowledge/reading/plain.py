"""Plain text → blocks."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.knowledge.reading.headings import split_title
from assistant.knowledge.reading.lines import Line, blocks_of, folded
from assistant.knowledge.reading.values import Parsed


def parse_plain(text: str) -> Parsed:
    """Take plain text apart, with or without line breaks at a margin."""
    title, blocks = split_title(blocks_of(list(_lines(text))))
    return Parsed(title, blocks)


def _lines(text: str) -> Iterator[Line]:
    apart = False
    for raw in text.splitlines():
        line = folded(raw)
        if line:
            yield Line(line, apart)
        apart = not line
