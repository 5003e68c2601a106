"""Lines → blocks: which line breaks are the author's, and which only the margin's."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.knowledge.reading.headings import heading_rank
from assistant.knowledge.reading.labels import readings
from assistant.knowledge.reading.values import Block

_NARROWEST, _WIDEST = 30, 160
"""Lines are broken at a margin between these widths, if at all."""
_RAGGED = 0.75
"""A line that leaves more of the width free than this was ended by its author."""

_BULLET = re.compile(r"[-–—*•·‣▪◦]\s")
_PUNCTUATION = ".,;:!?)]”’\"'"
_STOP = re.compile(r"[.;:!?][)\]”’\"']*$")
_SPACE = re.compile(r"\s+")
_CUT = re.compile(r"[^\W\d_]+-$")
_COMPOUND = re.compile(r"\b\w+(?:-\w+)+")


@dataclass(frozen=True)
class Line:
    """A line that is not empty. ``apart`` says that space stands above it."""

    text: str
    apart: bool
    page: int | None = None


def folded(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def blocks_of(lines: Sequence[Line], rejoin: bool = False) -> list[Block]:
    """Bring lines together into paragraphs and headings.

    A line that may carry a number starts a block of its own, ``joined`` to the one before.
    ``rejoin`` takes out the hyphen of a word that was cut at the end of a line, unless the document
    has the word with its hyphen elsewhere.
    """
    width = _margin(lines)
    compounds = _compounds(lines) if rejoin else frozenset()
    blocks: list[Block] = []
    pieces: list[list[str]] = []
    for place, line in enumerate(lines):
        begins = not blocks or blocks[-1].heading > 0 or _begins(lines[place - 1], line, width)
        if blocks and not any(map(str.isalnum, line.text)):
            # Rules, stray marks and what a scan left over say nothing of their own.
            pieces[-1].append(line.text)
        elif begins or readings(line.text):
            rank = _rank(lines, place) if begins else 0
            blocks.append(Block("", rank, line.page, joined=not begins))
            pieces.append([line.text])
        else:
            pieces[-1].append(line.text)
    texts = (_text(piece, rejoin, compounds) for piece in pieces)
    return [replace(block, text=text) for block, text in zip(blocks, texts, strict=True)]


def cut_at_numbers(lines: Iterable[str]) -> list[str]:
    """The lines of one paragraph brought together, but for those that may begin with a number."""
    pieces: list[list[str]] = []
    for line in filter(None, map(folded, lines)):
        if pieces and not readings(line):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return [" ".join(piece) for piece in pieces]


def _margin(lines: Sequence[Line]) -> int:
    """The width at which the lines are broken: few are longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[math.ceil(0.95 * len(lengths)) - 1] if lengths else 0


def _begins(before: Line, line: Line, width: int) -> bool:
    """Whether a paragraph begins here: after space, or where the line before was ended early."""
    if line.apart or _BULLET.match(line.text):
        return True
    if not _NARROWEST <= width <= _WIDEST or len(before.text) > _WIDEST:
        return True
    length = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0])
    ends = _STOP.search(before.text) and not line.text[0].islower()
    return length <= (width if ends else _RAGGED * width)


def _rank(lines: Sequence[Line], place: int) -> int:
    if place + 1 == len(lines):
        return 0
    alone = (place == 0 or lines[place].apart) and lines[place + 1].apart
    return heading_rank(lines[place].text, lines[place + 1].text, alone)


def _compounds(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand with a hyphen within a line."""
    return frozenset(word.casefold() for line in lines for word in _COMPOUND.findall(line.text))


def _text(lines: Sequence[str], rejoin: bool, compounds: frozenset[str]) -> str:
    parts: list[str] = []
    for line in lines:
        if parts and line[0].islower() and (cut := _CUT.search(parts[-1])):
            compound = cut[0] + line.split(maxsplit=1)[0].rstrip(_PUNCTUATION)
            if rejoin and compound.casefold() not in compounds:
                parts[-1] = parts[-1].removesuffix("-")
        elif parts:
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
