"""Text into HTML: the one place where words of users and documents become markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.knowledge import WITHHELD, find_quote


def plain(text: str) -> str:
    """The text as HTML that shows it as it stands, in an element or an attribute."""
    return html.escape(text, quote=True)


@dataclass(frozen=True, slots=True)
class Dressed:
    """A stretch of a text, by places in it, and the tags to put around it."""

    start: int
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class _Line:
    """``row`` and ``head`` tell a table's lines from prose."""

    words: str
    row: bool = False
    head: bool = False


def document_text(text: str, quotes: Sequence[str] = ()) -> str:
    """A paragraph's text with the quoted words marked and withheld places drawn as such.

    A quote is found whatever its white space; one that does not stand in the text marks nothing, and
    quotes that overlap are marked as one. Rows between upright strokes become a table.
    """
    words = without_table_marks(text)
    found = sorted(span for each in set(quotes) if (span := find_quote(words, each)))
    return dressed(text, [Dressed(start, end, "<mark>", "</mark>") for start, end in _joined(found)])


def dressed(text: str, stretches: Sequence[Dressed]) -> str:
    """The text with tags around stretches of it, given by places in ``without_table_marks(text)``."""
    parts: list[str] = []
    at = 0
    for is_table, group in groupby(_lines(text), key=lambda line: line.row):
        lines = list(group)
        end = at + len("\n".join(line.words for line in lines))
        if is_table:
            parts.append(_table(lines, at, stretches))
        else:
            parts.append(_stretch("\n".join(line.words for line in lines), at, stretches))
        at = end + 1
    # A line break beside a table would show as an empty line.
    return re.sub(r"\n*(<span class=\"table\".*?<!--table--></span>)\n*", r"\1", "\n".join(parts), flags=re.S)


def without_table_marks(text: str) -> str:
    """A table's rows as lines of cells: the marks at a row's ends and under its head are no words."""
    return "\n".join(line.words for line in _lines(text))


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    for line in text.split("\n"):
        row = re.fullmatch(r"\s*\|\s*(.*?)\s*\|\s*", line)
        if not re.fullmatch(r"\s*\|(\s*:?-+:?\s*\|)+\s*", line):
            lines.append(_Line(row.group(1), row=True) if row else _Line(line))
        elif lines and lines[-1].row:
            lines[-1] = _Line(lines[-1].words, row=True, head=True)
    return lines


def _table(rows: Sequence[_Line], at: int, stretches: Sequence[Dressed]) -> str:
    """Spans with roles: a table element may not stand in a paragraph."""
    shown = []
    for row in rows:
        role = "columnheader" if row.head else "cell"
        cells = "".join(
            f'<span role="{role}">{_stretch(cell.group(), at + cell.start(), stretches)}</span>'
            for cell in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", row.words)
        )
        shown.append(f'<span role="row">{cells}</span>')
        at += len(row.words) + 1
    return f'<span class="table" role="table">{"".join(shown)}<!--table--></span>'


def _stretch(words: str, at: int, stretches: Sequence[Dressed]) -> str:
    """The part of a text that begins at ``at``, with the tags of the stretches that reach into it."""
    parts, done = [], 0
    for each in stretches:
        start, end = max(each.start - at, done), min(each.end - at, len(words))
        if start >= end:
            continue
        parts.append(_withheld(plain(words[done:start])))
        parts.append(f"{each.opening}{_withheld(plain(words[start:end]))}{each.closing}")
        done = end
    return "".join([*parts, _withheld(plain(words[done:]))])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def anchor(id: str) -> str:
    """A paragraph's id as an HTML id, the same for the same paragraph everywhere on the page."""
    return "p-" + re.sub(r"[^A-Za-z0-9]", lambda found: f"_{ord(found.group()):x}_", id)


def sentence(text: str) -> str:
    """The text starting with a capital."""
    return text[:1].upper() + text[1:]


_GAP = (
    '<span class="gap" role="note" title="Withheld in the released copy">'
    "<span>withheld in the released copy</span></span>"
)


def _withheld(escaped: str) -> str:
    return escaped.replace(html.escape(WITHHELD), _GAP)
