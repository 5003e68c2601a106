"""The house's own short texts, written with a few Markdown marks, as HTML."""

from __future__ import annotations

import re

from assistant.knowledge import Library
from assistant.web.showing.escaping import plain

_ID = re.compile(r"\(([A-Z][\w/-]*#[\w.]*\w)\)")


def prose(text: str, library: Library) -> str:
    """Paragraphs, bullets and words in ``**``; a paragraph id in brackets becomes a link to it."""
    parts: list[str] = []
    bullets: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("- "):
            bullets.append(f"<li>{_inline(line[2:], library)}</li>")
            continue
        if bullets:
            parts.append(f"<ul>{''.join(bullets)}</ul>")
            bullets = []
        if line.strip():
            parts.append(f"<p>{_inline(line, library)}</p>")
    return "".join(parts)


def _inline(line: str, library: Library) -> str:
    bold = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", plain(line))
    return _ID.sub(lambda found: _link(found.group(1), library), bold)


def _link(id: str, library: Library) -> str:
    if not library.has(id):
        return f"({id})"
    return f'<button class="ref" data-do="read" data-id="{id}">{id}</button>'
