"""Markdown → blocks. HTML in it is text like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.knowledge.reading.headings import split_title
from assistant.knowledge.reading.lines import cut_at_numbers, folded
from assistant.knowledge.reading.values import Block, Parsed

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100


def parse_markdown(text: str) -> Parsed:
    """Take Markdown (CommonMark with tables) apart; links and images give their words."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")
    title, blocks = split_title(list(_blocks(parser.parse(text))))
    return Parsed(title, blocks)


@dataclass
class _Taking:
    """What is known while the tokens pass."""

    lists: list[int | None] = field(default_factory=list)
    """The last number of each open list; None for bullets."""
    label: str = ""
    """The number of an item whose text has not come yet, and the depth of its list."""
    depth: int = 0
    heading: int = 0
    row: list[str] | None = None

    def block(self, text: str) -> Block:
        place = f"heading {self.heading}" if self.heading else ""
        if self.label:
            text, place = f"{self.label} {text}".strip(), f"list {self.depth}"
            self.label = ""
        return Block(text, self.heading, place=place)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    taking = _Taking()
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close") and taking.label:
            yield taking.block("")
        _follow(token, taking)
        if token.type == "tr_close" and taking.row:
            yield taking.block(" | ".join(taking.row))
            taking.row = None
        elif token.type in ("fence", "code_block"):
            yield from _paragraph([folded(token.content)], taking)
        elif token.type == "inline":
            lines = [folded(line) for line in _text(token).split("\n")]
            if taking.row is None:
                yield from _paragraph(lines, taking)
            else:
                taking.row.append(" ".join(lines))


def _follow(token: Token, taking: _Taking) -> None:
    """Keep track of the lists, headings and tables that are open."""
    match token.type:
        case "ordered_list_open":
            taking.lists.append(int(token.attrs.get("start", 1)) - 1)
        case "bullet_list_open":
            taking.lists.append(None)
        case "ordered_list_close" | "bullet_list_close":
            taking.lists.pop()
        case "list_item_open":
            last = taking.lists[-1]
            if last is not None:
                # Many number every item 1 and leave the counting to the reader's program.
                taking.lists[-1] = max(last + 1, int(token.info))
                taking.label = f"{taking.lists[-1]}{token.markup}"
                taking.depth = len(taking.lists)
        case "heading_open":
            taking.heading = int(token.tag[1:])
        case "heading_close":
            taking.heading = 0
        case "tr_open":
            taking.row = []


def _paragraph(lines: Sequence[str], taking: _Taking) -> Iterator[Block]:
    for place, piece in enumerate(cut_at_numbers(lines)):
        yield replace(taking.block(piece), joined=place > 0)


def _text(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return "".join(map(_text, token.children)) if token.children else token.content
