"""Read a file that a user brings into a document with numbered paragraphs."""

from __future__ import annotations

from pathlib import PurePath

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading.decoding import decode
from assistant.knowledge.reading.kinds import Kind, kind_of
from assistant.knowledge.reading.lines import folded
from assistant.knowledge.reading.numbering import number
from assistant.knowledge.reading.values import Parsed, ReadDocument

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


def read_document(data: bytes, file_name: str, largest: int) -> ReadDocument:
    """Read plain text, Markdown, PDF with text or Word (.docx).

    The content decides what the file is, the name only between plain text and Markdown. ``largest``
    is in bytes.

    Raises:
        UnreadableDocument: the file is empty, too large, damaged, protected, without text or of a
            kind that is not read.
    """
    if not data:
        raise UnreadableDocument("The file is empty: choose the file that holds the document.")
    if len(data) > largest:
        raise UnreadableDocument(
            f"The file has {len(data) / 1e6:.1f} MB and at most {largest / 1e6:.1f} MB are read: "
            "divide it and bring the parts."
        )
    kind = kind_of(data, file_name)
    parsed = _parse(kind, data)
    paragraphs = number(parsed.blocks)
    if not paragraphs:
        raise UnreadableDocument("The file holds no text: choose the file that holds the document.")
    return ReadDocument(parsed.title or _name(file_name), kind.value, paragraphs)


def _parse(kind: Kind, data: bytes) -> Parsed:
    if kind is Kind.PDF:
        from assistant.knowledge.reading.pdf import parse_pdf

        return parse_pdf(data)
    if kind is Kind.WORD:
        from assistant.knowledge.reading.word import parse_word

        return parse_word(data)
    text = decode(data)
    if not text.translate(_INVISIBLE).strip():
        raise UnreadableDocument(
            "The file holds nothing but white space: choose the file that holds the document."
        )
    if kind is Kind.MARKDOWN:
        from assistant.knowledge.reading.markdown import parse_markdown

        return parse_markdown(text)
    from assistant.knowledge.reading.plain import parse_plain

    return parse_plain(text)


def _name(file_name: str) -> str:
    return folded(PurePath(file_name.replace("\\", "/")).stem) or "Untitled document"
