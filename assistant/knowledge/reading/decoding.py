"""Bytes → text, where they are text."""

from __future__ import annotations

import codecs
import re

from assistant.errors import UnreadableDocument

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """Read UTF-8, UTF-16 with its mark, or Windows-1252.

    Raises:
        UnreadableDocument: the bytes are none of these.
    """
    if data.startswith(_UTF_16):
        return _without_stray_controls(_decoded(data, "utf-16"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded(data, "cp1252")
        if _CONTROLS.search(text):
            raise _no_text() from None
    return _without_stray_controls(text)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _no_text() from None


def _without_stray_controls(text: str) -> str:
    if "\0" in text:
        raise _no_text()
    return _CONTROLS.sub(" ", text)


def _no_text() -> UnreadableDocument:
    return UnreadableDocument(
        "The file holds no text that can be read: bring it as PDF, Word (.docx), Markdown or plain text."
    )
