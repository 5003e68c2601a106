"""PDF with text → blocks. Nothing in the file is run; pictures are not read."""

from __future__ import annotations

import io
import logging
import math
import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading.headings import SENTENCE_END, split_title
from assistant.knowledge.reading.lines import Line, blocks_of, folded
from assistant.knowledge.reading.running import Placed, without_running
from assistant.knowledge.reading.values import Parsed

if TYPE_CHECKING:
    from pypdf import PageObject

_GAP = 1.4
"""How much more than the usual distance between lines sets a paragraph apart."""


def parse_pdf(data: bytes) -> Parsed:
    """Take a PDF apart: without running heads and feet, with cut words made whole.

    Raises:
        UnreadableDocument: it is damaged, protected, or has no text on any page.
    """
    pages = _pages(data)
    if not any(pages):
        raise UnreadableDocument(
            "The PDF has no text, only pictures of pages: "
            "run it through text recognition and bring the result."
        )
    lines = list(_lines(without_running(pages)))
    title, blocks = split_title(blocks_of(lines, rejoin=True))
    return Parsed(title, blocks)


def _pages(data: bytes) -> list[list[Placed]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    # What is wrong with a file is said once, by the error raised here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _protected()
        return [_placed(page) for page in reader.pages]
    except UnreadableDocument:
        raise
    except DependencyError:
        # AES, for which pypdf would want a further package.
        raise _protected() from None
    except Exception as error:
        # On a damaged file pypdf raises whatever its own code runs into.
        raise UnreadableDocument(
            "The PDF is damaged: open it in a PDF reader, save it anew and bring that."
        ) from error


def _protected() -> UnreadableDocument:
    return UnreadableDocument(
        "The PDF is protected by a password or encrypted: save a copy without protection and bring that."
    )


def _placed(page: PageObject) -> list[Placed]:
    heights: list[float | None] = [None]

    def visit(text: str, outer: list[float], inner: list[float], *_font: Any) -> None:
        for place, piece in enumerate(text.split("\n")):
            if place and heights[-1] is not None:
                heights.append(None)
            if piece.strip() and heights[-1] is None:
                heights[-1] = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]

    lines = [folded(line) for line in page.extract_text(visitor_text=visit).splitlines()]
    lines = [line for line in lines if line]
    known = [height for height in heights if height is not None]
    if len(known) != len(lines):
        return [Placed(line, None) for line in lines]
    return [Placed(line, height) for line, height in zip(lines, known, strict=True)]


def _lines(pages: Sequence[Sequence[Placed]]) -> Iterator[Line]:
    usual = _usual_drop(pages)
    before = ""
    for number, page in enumerate(pages, start=1):
        for above, line in zip([None, *page], page, strict=False):
            if above is None:
                apart = bool(SENTENCE_END.search(before)) and not line.text[0].islower()
            else:
                apart = _drop(above, line) > _GAP * usual
            yield Line(line.text, apart, number)
            before = line.text


def _usual_drop(pages: Sequence[Sequence[Placed]]) -> float:
    drops = [drop for page in pages for pair in pairwise(page) if (drop := _drop(*pair)) > 0]
    return statistics.median_low(drops) if drops else math.inf


def _drop(above: Placed, line: Placed) -> float:
    """How far down the page ``line`` stands; 0 where that is not known."""
    if above.height is None or line.height is None:
        return 0.0
    return above.height - line.height
