"""Blocks → paragraphs with ids: the document's own numbers where it has them, else ordinals.

Styles of number form a stack: a new style nests under the current one, a known style returns to
its level. A repeated number gets a suffix (``5~2``). Paragraphs without a number are counted
beneath the number they stand under: ``II.1``, or ``2.0`` where ``2.1`` is a number of the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.knowledge.reading.counting import Counting
from assistant.knowledge.reading.headings import is_title
from assistant.knowledge.reading.labels import Reading, readings
from assistant.knowledge.reading.levels import (
    Level,
    before_heading,
    before_mark,
    before_number,
    mark_style,
    open_paths,
    open_values,
)
from assistant.knowledge.reading.values import Block, Mark, ReadParagraph

_SENTENCE_END = re.compile(r"(?:[.;:,!?–—)\]”’\"']|\b(?:and|or))\s*$")


def number(blocks: Sequence[Block]) -> tuple[ReadParagraph, ...]:
    """Give every paragraph its id, label and headings.

    A heading without a paragraph beneath it comes out as a paragraph, so that no text is lost.
    """
    return _Numbering(_with_lone_labels_joined(blocks)).paragraphs()


@dataclass
class _Draft:
    """A paragraph; without an ``id`` of its own it will be counted beneath ``parent``."""

    id: str
    parent: str
    label: str
    headings: tuple[str, ...]
    texts: list[str]
    page: int | None


class _Numbering:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._choices = [_choices(block) for block in blocks]
        self._counting = Counting(self._choices)
        self._stack: list[Level] = []
        self._drafts: list[_Draft] = []
        self._ids: set[str] = set()
        self._parents: set[str] = set()
        self._waiting: list[str] = []
        """Numbers that stand before another number, as the 9 of "9. (a)"."""

    def paragraphs(self) -> tuple[ReadParagraph, ...]:
        for place, block in enumerate(self._blocks):
            if block.id:
                self._release_waiting()
                self._close(0)
                self._draft(block.text, block.page, id=self._claim(block.id))
            elif block.heading:
                self._take_heading(place, block)
            else:
                self._take_paragraph(place, block)
        self._release_waiting()
        self._close(0)
        self._count_the_rest()
        return tuple(
            ReadParagraph(draft.id, draft.label, draft.headings, " ".join(draft.texts), draft.page)
            for draft in self._drafts
        )

    def _take_heading(self, place: int, block: Block) -> None:
        depth = before_heading(self._stack, block.heading)
        reading = self._choose(place, block, self._stack[:depth])
        if reading is None and block.mark is None and self._choose(place, block, self._stack):
            # A short item of a list that looked like a heading.
            self._take_paragraph(place, replace(block, heading=0))
            return
        self._release_waiting()
        self._close(depth)
        if block.mark:
            self._open_mark(block, block.mark)
        elif reading:
            self._open(block, reading)
        else:
            self._stack.append(Level(self._top(), heading=block.heading, text=block.text))
        self._stack[-1].page = block.page

    def _take_paragraph(self, place: int, block: Block) -> None:
        if block.mark:
            self._open_mark(block, block.mark)
            self._draft(block.text, block.page, id=self._top(), label=block.mark.label)
            return
        reading = self._choose(place, block, self._stack)
        if reading is None:
            self._take_unnumbered(block)
            return
        self._open(block, reading)
        self._waiting.append(reading.label)
        while reading.rest and (inner := _inner(reading)):
            self._open(block, inner)
            self._waiting.append(inner.label)
            reading = inner
        if reading.rest:
            self._draft(reading.rest, block.page, id=self._top())

    def _take_unnumbered(self, block: Block) -> None:
        if self._waiting:
            self._draft(block.text, block.page, id=self._top())
        elif block.joined and self._drafts:
            self._drafts[-1].texts.append(block.text)
        else:
            self._draft(block.text, block.page)

    def _choose(self, place: int, block: Block, stack: Sequence[Level]) -> Reading | None:
        mid_sentence = block.joined and not _SENTENCE_END.search(self._blocks[place - 1].text)
        return self._counting.choose(
            self._choices[place], place, open_values(stack), open_paths(stack), mid_sentence
        )

    def _open(self, block: Block, reading: Reading) -> None:
        depth, part = before_number(self._stack, reading, block.heading)
        self._close(depth)
        level = Level(
            id=self._claim_beneath(part),
            style=reading.style,
            value=reading.value,
            path=reading.path,
            label=reading.label,
            heading=block.heading,
            text=block.text,
        )
        self._stack.append(level)
        self._counting.counted(reading)

    def _open_mark(self, block: Block, mark: Mark) -> None:
        self._close(before_mark(self._stack, mark))
        level = Level(
            id=self._claim_beneath(mark.part),
            style=mark_style(mark),
            label=mark.label,
            heading=block.heading,
            text=f"{mark.label} {block.text}",
        )
        self._stack.append(level)

    def _close(self, depth: int) -> None:
        """Close all levels from ``depth`` on; a heading with nothing beneath it is a paragraph."""
        innermost = max((i for i, level in enumerate(self._stack) if level.heading), default=-1)
        if innermost >= depth and not self._stack[innermost].used:
            level = self._stack[innermost]
            del self._stack[innermost:]
            text = level.text[len(level.label) :].strip()
            own_id = level.id if level.style else ""
            self._draft(text or level.text, level.page, own_id, level.label if text else "")
            self._drafts[-1].parent = level.id
        del self._stack[depth:]

    def _draft(self, text: str, page: int | None, id: str = "", label: str = "") -> None:
        headings = [level for level in self._stack if level.heading]
        for level in headings:
            level.used = True
        self._drafts.append(
            _Draft(
                id=id,
                parent=self._top(),
                label=" ".join([*self._waiting, label]).strip(),
                headings=tuple(level.text for level in headings),
                texts=[text],
                page=page,
            )
        )
        self._waiting.clear()

    def _release_waiting(self) -> None:
        """Let numbers behind which nothing came stand as a paragraph of their own."""
        if self._waiting:
            text = " ".join(self._waiting)
            self._waiting.clear()
            self._draft(text, None, id=self._top())

    def _top(self) -> str:
        return self._stack[-1].id if self._stack else ""

    def _claim_beneath(self, part: str) -> str:
        parent = self._top()
        self._parents.add(parent)
        return self._claim(f"{parent}.{part}" if parent else part)

    def _claim(self, id: str) -> str:
        free, again = id, 1
        while free in self._ids:
            again += 1
            free = f"{id}~{again}"
        self._ids.add(free)
        return free

    def _count_the_rest(self) -> None:
        rest = [draft for draft in self._drafts if not draft.id]
        beneath = Counter(draft.parent for draft in rest)
        counted: Counter[str] = Counter()
        for draft in rest:
            counted[draft.parent] += 1
            draft.id = self._claim(self._ordinal(draft.parent, counted[draft.parent], beneath[draft.parent]))

    def _ordinal(self, parent: str, ordinal: int, of: int) -> str:
        if not self._parents:
            return str(ordinal)
        if parent and parent not in self._parents:
            return f"{parent}.{ordinal}"
        opening = f"{parent}.0" if parent else "0"
        return opening if of == 1 else f"{opening}.{ordinal}"


def _choices(block: Block) -> list[Reading]:
    if block.mark or block.id:
        return []
    return readings(block.text, bool(block.heading), block.place)


def _inner(reading: Reading) -> Reading | None:
    """The number that stands right behind another, as the (a) of "9. (a)", opening a count."""
    behind = readings(reading.rest, place=reading.style[2])
    return next((inner for inner in behind if inner.starts() and inner.style[0] == "(x)"), None)


def _with_lone_labels_joined(blocks: Sequence[Block]) -> list[Block]:
    """Bring a number that has a line to itself together with the text that it counts."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _counts(joined[-1], block):
            label = joined.pop()
            text = f"{label.text} {block.text}"
            heading = label.heading or block.heading
            block = replace(label, text=text, heading=heading, place=block.place or label.place)
        joined.append(block)
    return joined


def _counts(label: Block, block: Block) -> bool:
    is_lone = any(not reading.rest for reading in _choices(label))
    is_free = not (block.mark or block.id or _choices(block))
    return is_lone and is_free and (not label.heading or block.heading > 0 or is_title(block.text))
