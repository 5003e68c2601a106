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
from assistant.knowledge.reading.labels import Reading, Style, readings
from assistant.knowledge.reading.values import Block, ReadParagraph

_SENTENCE_END = re.compile(r"(?:[.;:,!?–—)\]”’\"']|\b(?:and|or))\s*$")


def number(blocks: Sequence[Block]) -> tuple[ReadParagraph, ...]:
    """Give every paragraph its id, label and headings.

    A heading without a paragraph beneath it comes out as a paragraph, so that no text is lost.
    """
    numbering = _Numbering(_with_lone_labels_joined(blocks))
    return numbering.paragraphs()


@dataclass
class _Level:
    """An open heading or numbered paragraph; a heading without a number has its parent's id."""

    id: str
    style: Style = ()
    value: tuple[int, ...] = ()
    path: tuple[int, ...] = ()
    label: str = ""
    heading: int = 0
    text: str = ""
    page: int | None = None
    used: bool = False


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
        self._stack: list[_Level] = []
        self._drafts: list[_Draft] = []
        self._ids: set[str] = set()
        self._parents: set[str] = set()
        self._waiting: list[str] = []

    def paragraphs(self) -> tuple[ReadParagraph, ...]:
        for place, block in enumerate(self._blocks):
            if block.id:
                self._draft(block, "", self._claim(block.id))
            elif block.heading:
                self._take_heading(place, block)
            else:
                self._take_paragraph(place, block)
        self._close(0)
        self._count_the_rest()
        return tuple(
            ReadParagraph(draft.id, draft.label, draft.headings, " ".join(draft.texts), draft.page)
            for draft in self._drafts
        )
