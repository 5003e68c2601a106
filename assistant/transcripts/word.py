"""Word → text with one paragraph or table row a line."""

from __future__ import annotations

from assistant.knowledge.reading import parse_word
from assistant.transcripts.draft import Draft
from assistant.transcripts.fields import field_names, hold_turns
from assistant.transcripts.plain import parse_plain
from assistant.transcripts.table import parse_rows

_BETWEEN = " | "
"""What stands between the cells of a row as reading gives it."""


def parse_word_file(data: bytes) -> Draft:
    """Read a Word document as labelled text, or as a table whose first row names its columns.

    Raises:
        UnreadableDocument: as reading does for a document.
    """
    parsed = parse_word(data)
    lines = [f"{block.mark.label} {block.text}" if block.mark else block.text for block in parsed.blocks]
    rows = [line.split(_BETWEEN) for line in lines]
    head = next((place for place, row in enumerate(rows) if hold_turns(field_names(row))), None)
    before = [parsed.title, *lines[:head]] if parsed.title else lines[:head]
    if head is not None and len(rows) > head + 1:
        draft = parse_rows(rows[head:], _BETWEEN.strip())
        above = "\n".join(before)
        draft.header = "\n".join(filter(None, (above, draft.header)))
        draft.leave("above the table", above, "header")
        return draft
    if 2 * sum(len(row) > 1 for row in rows) >= len(rows):
        # A table without heads: the first cell is who speaks.
        lines = [": ".join((row[0], _BETWEEN.join(row[1:]))) if row[1:] else row[0] for row in rows]
    return parse_plain("\n".join(filter(None, [parsed.title, *lines])))
