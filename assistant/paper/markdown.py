"""Plain text in Markdown that shows it as it stands, and room to write by hand."""

from __future__ import annotations

import re

BLANK = "_" * 24
"""A field to fill in."""
RULED = "_" * 60
"""A line to write on."""


def escaped(text: str) -> str:
    """One line of plain text as Markdown that shows it as it stands, in a table's cell too."""
    return _ANYWHERE.sub(r"\\\g<0>", text)


def entry(text: str) -> str:
    """The same where it begins an entry of a list."""
    return _AT_START.sub(r"\1\\\2", escaped(text))


def row(*cells: str) -> str:
    """A row of a table, of cells that are Markdown."""
    return f"| {' | '.join(cells)} |"


_ANYWHERE = re.compile(
    r"[\\`*\[\]~$|<]"
    # An underscore inside a word and an ampersand between spaces mean nothing.
    r"|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)"
    # The closing run of a heading.
    r"|(?<=\s)#(?=#*\s*$)"
)
# What would begin a list, a heading or a quotation within a list's entry.
_AT_START = re.compile(r"^(\d*)([-+=#>]|(?<=\d)[.)](?=\s|$))")
