"""Text into HTML: the one place where words of users and documents become markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from assistant.knowledge import WITHHELD, find_quote


def plain(text: str) -> str:
    """The text as HTML that shows it as it stands, in an element or an attribute."""
    return html.escape(text, quote=True)


def document_text(text: str, quotes: Sequence[str] = ()) -> str:
    """A paragraph's text with the quoted words marked and withheld places drawn as such.

    A quote is found whatever its white space; one that does not stand in the text marks nothing, and
    quotes that overlap are marked as one.
    """
    text = without_table_marks(text)
    parts, at = [], 0
    for start, end in _joined(sorted(span for each in set(quotes) if (span := find_quote(text, each)))):
        parts.append(_withheld(plain(text[at:start])))
        parts.append(f"<mark>{_withheld(plain(text[start:end]))}</mark>")
        at = end
    return "".join([*parts, _withheld(plain(text[at:]))])


def without_table_marks(text: str) -> str:
    """A table's rows as lines of cells: the marks at a row's ends and under its head are no words."""
    rows = [line for line in text.split("\n") if not re.fullmatch(r"\s*\|(\s*:?-+:?\s*\|)+\s*", line)]
    return "\n".join(re.sub(r"^\s*\|\s*(.*?)\s*\|\s*$", r"\1", row) for row in rows)


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
