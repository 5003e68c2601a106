"""Bytes → text, also where parts of a file come from different programs."""

from __future__ import annotations

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading import decode

_MIXED = "Some lines are in another encoding than the rest: look over letters with accents."


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, and what the user should know about it.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    lines = data.split(b"\n")
    whole = sum(_is_utf8(line) and not line.isascii() for line in lines)
    broken = [place for place, line in enumerate(lines) if not _is_utf8(line)]
    if not (whole and broken) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data), ()
    for place in broken:
        lines[place] = _one_byte(lines[place]).encode()
    return _decoded(b"\n".join(lines)), (_MIXED,)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _one_byte(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _decoded(data: bytes) -> str:
    try:
        return decode(data)
    except UnreadableDocument:
        raise UnreadableDocument(
            "The file holds no text that can be read: bring the transcript as plain text, WebVTT, SRT, CSV, "
            "JSON, Word (.docx) or PDF."
        ) from None
