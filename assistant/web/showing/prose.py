"""The house's own short texts, written with a few Markdown marks, as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from assistant.knowledge import Library
from assistant.web.showing.escaping import plain

_ID = re.compile(r"\(([A-Z][\w/-]*#[\w.]*\w)\)")


def prose(text: str, library: Library) -> str:
    """Paragraphs, bullets in bullets, quotations and words in ``**``; an id in brackets becomes a link."""
    parts: list[str] = []
    for kind, group in groupby(text.splitlines(), key=_kind):
        lines = list(group)
        if kind == "bullets":
            parts.append(_bullets(lines, library))
        elif kind == "quotation":
            said = "<br>".join(_inline(line.removeprefix(">").strip(), library) for line in lines)
            parts.append(f"<blockquote>{said}</blockquote>")
        elif kind == "paragraph":
            parts += [f"<p>{_inline(line, library)}</p>" for line in lines]
    return "".join(parts)


def _kind(line: str) -> str:
    if line.lstrip().startswith("- "):
        return "bullets"
    if line.startswith(">"):
        return "quotation"
    return "paragraph" if line.strip() else ""


def _bullets(lines: Sequence[str], library: Library) -> str:
    """A list; what is set in belongs to the point before it."""
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        said = _inline(line.lstrip()[2:], library)
        if line.startswith(" ") and items:
            items[-1][1].append(f"<li>{said}</li>")
        else:
            items.append((said, []))
    points = "".join(f"<li>{said}{_within(within)}</li>" for said, within in items)
    return f"<ul>{points}</ul>"


def _within(items: Sequence[str]) -> str:
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _inline(line: str, library: Library) -> str:
    bold = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", plain(line))
    return _ID.sub(lambda found: _link(found.group(1), library), bold)


def _link(id: str, library: Library) -> str:
    if not library.has(id):
        return f"({id})"
    return f'<button class="ref" data-do="read" data-id="{id}">{id}</button>'
