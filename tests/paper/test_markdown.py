"""Plain text in Markdown is read as it was written."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from assistant.paper.markdown import BLANK, RULED, entry, escaped, row

AWKWARD = (
    "*star* _line_ `code` ~~gone~~ [a](b) ![i](j) \\* $x$",
    "<b>bold</b> &amp; &#65; a & b snake_case",
    "cell | cell",
    "ends in #",
    "1. one",
    "- dash",
    "+ plus",
    "# head",
    "> said",
    "=",
)


def read(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.children]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_is_read_as_it_stands(text: str) -> None:
    assert read(f"# {escaped(text)}") == [text]
    assert read(f"- {entry(text)}") == [text]
    assert read("\n".join((row("a", "b"), row("--", "--"), row(escaped(text), "c"))))[2:] == [text, "c"]


def test_room_to_write_is_a_line() -> None:
    assert MarkdownIt().render(RULED) == "<hr />\n"
    assert read(f"Name: {BLANK}") == [f"Name: {BLANK}"]
