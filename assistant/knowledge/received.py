"""The text as received and the mends of it, for the reading room.

Reads ``source.txt`` and ``emendations.yaml`` beside an edition; knowledge/README.md has their format.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.errors import BadContent
from assistant.knowledge.documents import Document
from assistant.knowledge.notes import read_yaml
from assistant.knowledge.quotations import find_quote


@dataclass(frozen=True, slots=True)
class Mend:
    """``received`` stands in the text as received, ``given`` in the edition."""

    paragraph: str
    received: str
    given: str
    why: str


@dataclass(frozen=True)
class Received:
    """For one document: its mends, and the stretch of received text behind each paragraph number."""

    mends: tuple[Mend, ...]
    texts: Mapping[str, str]


NOTHING = Received((), {})


@lru_cache(maxsize=8)
def read_received(knowledge: Path, document: Document) -> Received:
    """What was received for a document; nothing for one that a user added.

    Raises:
        BadContent: the list of mends breaks its format.
    """
    home = knowledge / document.id.lower().replace("/", "-")
    if document.force == "own" or not (home / "source.txt").exists():
        return NOTHING
    return Received(
        _mends(home / "emendations.yaml"), align(document, (home / "source.txt").read_text(encoding="utf-8"))
    )


def _mends(path: Path) -> tuple[Mend, ...]:
    if not path.exists():
        return ()
    try:
        return tuple(
            Mend(str(e["paragraph"]), str(e["received"]), str(e["given"]), str(e["why"]))
            for e in read_yaml(path, list)
        )
    except (KeyError, TypeError) as error:
        raise BadContent(f"{path}: {error} is missing. See knowledge/README.md.") from None


def align(document: Document, source: str) -> dict[str, str]:
    """Cut the received text where the paragraphs of the edition begin.

    Words are matched in order, so that misread ones in between do no harm; a paragraph none of whose
    first words is matched begins where the one after it does, and gets no text.
    """
    came = list(re.finditer(r"\S+", source))
    given: list[str] = []
    starts: list[int] = []
    for paragraph in document.paragraphs:
        starts.append(len(given))
        given += paragraph.text.split()
    matcher = difflib.SequenceMatcher(
        None, [_bare(word.group()) for word in came], [_bare(word) for word in given], autojunk=False
    )
    places: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            places[block.b + offset] = block.a + offset
    ends = [*starts[1:], len(given)]
    spans = [_span(places, start, end) for start, end in zip(starts, ends, strict=True)]
    texts: dict[str, str] = {}
    for paragraph, span in zip(document.paragraphs, spans, strict=True):
        if span is not None:
            begin, stop = came[span[0]].start(), came[span[1]].end()
            texts[paragraph.number] = source[begin:stop].strip()
        elif moved := find_quote(source, paragraph.text):
            # A footnote that the copy has in the middle of the text.
            texts[paragraph.number] = source[slice(*moved)]
    return texts


def _span(places: Mapping[int, int], start: int, end: int) -> tuple[int, int] | None:
    """First and last received word of a paragraph, stretched over what is unmatched at its ends."""
    matched = [place for place in range(start, end) if place in places]
    if not matched:
        return None
    first = places[matched[0]] - (matched[0] - start)
    last = places[matched[-1]] + (end - 1 - matched[-1])
    return max(0, first), min(last, max(places.values()))


def _bare(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", word.lower()) or word
