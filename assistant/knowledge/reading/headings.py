"""Tell a heading from a paragraph where only its words and the space around it can say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.knowledge.reading.labels import keyword_rank, readings
from assistant.knowledge.reading.values import Block

SENTENCE_END = re.compile(r"[.;:,!?][)\]”’\"']*$")

_LONGEST = 100
_LONGEST_TITLE = 120
_TITLE_WORDS = 10
_FREE_WORDS = 4
_LONG_PARAGRAPH = 80
_ROMAN_RANK, _CAPITALS_RANK, _TITLE_RANK = 2, 3, 5
_HEADING_FORMS = ("x.", "decimal")


def heading_rank(line: str, following: str, alone: bool) -> int:
    """The rank from 1 of a line that reads as a heading above ``following``; 0 for any other.

    ``alone`` says that space stands above and below the line.
    """
    if len(line) > _LONGEST or SENTENCE_END.search(line) or not following:
        return 0
    if rank := keyword_rank(line):
        return rank
    roman = any(reading.style[0] == "bare roman" for reading in readings(line, heading=True))
    if _is_capitals(line) and (roman or any(letter.islower() for letter in following)):
        return _ROMAN_RANK if roman else _CAPITALS_RANK
    return _TITLE_RANK if alone and is_title(line) and _is_paragraph(following) else 0


def split_title(blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """The document's title and the blocks without it; a heading like others stays among them."""
    if len(blocks) > 1 and _is_apart(blocks[0], blocks[1:]):
        return blocks[0].text, tuple(blocks[1:])
    first = [block.text for block in blocks[:3] if _may_be_title(block)]
    return next(iter(first), ""), tuple(blocks)


def _is_apart(block: Block, others: Sequence[Block]) -> bool:
    return (
        block.heading > 0
        and block.mark is None
        and not readings(block.text, heading=True)
        and not any(0 < other.heading <= block.heading for other in others)
    )


def _may_be_title(block: Block) -> bool:
    if block.heading:
        return not keyword_rank(block.text)
    words = block.text.split()
    return len(words) > 2 and len(block.text) <= _LONGEST_TITLE and not SENTENCE_END.search(block.text)


def _is_capitals(line: str) -> bool:
    return line.isupper() and any(len(word) > 2 for word in re.findall(r"[^\W\d_]+", line))


def is_title(line: str) -> bool:
    """Whether the words alone could be a heading's: few, begun with a capital, no sentence."""
    if SENTENCE_END.search(line):
        return False
    found = readings(line)
    if found and found[0].style[0] not in _HEADING_FORMS:
        return False
    words = (found[0].rest if found else line).split()
    if not words or len(words) > _TITLE_WORDS or not words[0][0].isupper():
        return False
    long_words = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(words) <= _FREE_WORDS or 2 * capitals >= len(long_words)


def _is_paragraph(text: str) -> bool:
    return len(text) > _LONG_PARAGRAPH or bool(SENTENCE_END.search(text) or readings(text))
