"""Word (.docx) → blocks: body, tables, text boxes and notes, without heads, feet and comments.

Text marked as deleted is left out. Nothing is fetched, and no entity of the XML is resolved.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading.headings import split_title
from assistant.knowledge.reading.inflating import check_inflated
from assistant.knowledge.reading.lines import cut_at_numbers, folded
from assistant.knowledge.reading.values import Block, Mark, Parsed
from assistant.knowledge.reading.word_numbers import W, WordNumbers
from assistant.knowledge.reading.word_styles import WordStyles

if TYPE_CHECKING:
    from docx.document import Document

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BOX = f"{W}txbxContent"
_UNREAD = frozenset(
    {f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText")} | {f"{_MC}Fallback", _BOX}
)
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins"))
_CHARACTERS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def parse_word(data: bytes) -> Parsed:
    """Take a Word document apart.

    Raises:
        UnreadableDocument: the archive holds no Word document, unpacks to too much, or is damaged.
    """
    parts = check_inflated(data)
    document = _opened(data, parts)
    title, blocks = split_title(list(_Reading(document).blocks()))
    return Parsed(title, blocks)


def _opened(data: bytes, parts: frozenset[str]) -> Document:
    import docx

    if "[Content_Types].xml" not in parts or not any(part.startswith("word/") for part in parts):
        raise UnreadableDocument(
            "The file is an archive and no Word document: "
            "bring the document itself, as PDF, Word (.docx), Markdown or plain text."
        )
    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:
        # python-docx raises whatever its own code runs into.
        raise UnreadableDocument(
            "The Word file is damaged or of a kind that is not read: "
            "open it in Word, save it as .docx and bring that."
        ) from error


class _Reading:
    """One way through a document, in its order: Word's numbers depend on that."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = WordStyles(document.styles.element)
        self._numbers = WordNumbers(_numbering(document))

    def blocks(self) -> Iterator[Block]:
        yield from self._inside(self._document.element.body)
        for name, prefix in (("footnote", "fn"), ("endnote", "en")):
            for place, text in enumerate(self._notes(name), start=1):
                yield Block(text, id=f"{prefix}.{place}")

    def _inside(self, container: Any) -> Iterator[Block]:
        for element in container:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
                for box in _boxes(element):
                    yield from self._inside(box)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag not in _UNREAD and isinstance(element.tag, str):
                yield from self._inside(element)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        mark = self._mark(properties)
        rank = self._styles.rank(properties)
        place = f"heading {rank}" if rank else ""
        lines = _text(element).split("\n")
        pieces = [folded(" ".join(lines))] if rank else cut_at_numbers(lines)
        for number, piece in enumerate(filter(None, pieces)):
            yield Block(piece, rank, place=place, joined=number > 0, mark=None if number else mark)

    def _table(self, element: Any) -> Iterator[Block]:
        for row in _parts(element, f"{W}tr"):
            cells = list(_parts(row, f"{W}tc"))
            if len(cells) == 1:
                yield from self._inside(cells[0])
                continue
            texts = [self._cell(cell) for cell in cells]
            if any(texts):
                yield Block(" | ".join(texts))

    def _cell(self, cell: Any) -> str:
        texts = []
        for block in self._inside(cell):
            texts.append(f"{block.mark.label} {block.text}" if block.mark else block.text)
        return " ".join(texts)

    def _mark(self, properties: Any | None) -> Mark | None:
        numbering = self._styles.numbering(properties, self._numbers)
        return self._numbers.mark(*numbering) if numbering else None

    def _notes(self, name: str) -> Iterator[str]:
        from docx.oxml.parser import parse_xml

        for relation in self._document.part.rels.values():
            if relation.is_external or not relation.reltype.endswith(f"/{name}s"):
                continue
            for note in parse_xml(relation.target_part.blob).iterfind(f"{W}{name}"):
                texts = [block.text for block in self._inside(note)]
                if texts and note.get(f"{W}type", "normal") == "normal":
                    yield " ".join(texts)


def _numbering(document: Document) -> Any | None:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None


def _parts(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also where a form field wraps them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, tag)


def _text(element: Any) -> str:
    if element.tag in (f"{W}t", f"{_MATH}t"):
        return element.text or ""
    if element.tag in _UNREAD:
        return ""
    inner = "".join(_text(child) for child in element)
    return _CHARACTERS.get(element.tag, "") + inner


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph; the fallback for old programs repeats them."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag != f"{_MC}Fallback":
            yield from _boxes(child)
