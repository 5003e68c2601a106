"""Tell what a file is, by its content first and then by its name."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from assistant.errors import UnreadableDocument

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024


class Kind(StrEnum):
    """The formats that are read, each by its media type."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kind_of(data: bytes, file_name: str) -> Kind:
    """The format of the file.

    Raises:
        UnreadableDocument: it is an old Word file, a protected one, or RTF.
    """
    start = data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    ending = PurePath(file_name).suffix.lower()
    if start.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in start):
        return Kind.PDF
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.WORD
    if start.startswith(_OLE):
        raise UnreadableDocument(
            "The file is an old Word file (.doc) or protected by a password: "
            "save it as .docx without a password and bring that."
        )
    if start.startswith(b"{\\rtf"):
        raise UnreadableDocument("The file is RTF, which is not read: save it as .docx or PDF.")
    return Kind.MARKDOWN if ending in (".md", ".markdown") else Kind.PLAIN
