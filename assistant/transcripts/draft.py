"""What every format is first taken apart into: things said, and things left over."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.transcripts.transcript import Unread

_CUT = re.compile(r"[^\W\d_]-$")
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def speaker_key(name: str) -> str:
    """What two spellings of one speaker have in common: ``Mr.Hale`` and ``MR. HALE`` are the same."""
    return _LETTERS.sub("", name).casefold()


@dataclass(slots=True)
class Said:
    """A turn on its way: ``pieces`` are its lines, ``start`` and ``end`` where they stand in the text."""

    speaker: str
    place: str
    pieces: list[str]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The lines as one; a word that the margin cut stays with its hyphen, and in one piece."""
        parts: list[str] = []
        for piece in self.pieces:
            if parts and not (_CUT.search(parts[-1][-2:]) and piece[0].islower()):
                parts.append(" ")
            parts.append(piece)
        return "".join(parts)


@dataclass(slots=True)
class Draft:
    """A file taken apart. ``header`` is what stands before the first turn, and is searched for the date."""

    received: str
    said: list[Said] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    header: str = ""
    remarks: list[str] = field(default_factory=list)

    def begin(self, speaker: str, place: str, text: str, start: int, end: int) -> None:
        """A new turn, perhaps without words as yet."""
        words = folded(text)
        self.said.append(Said(folded(speaker), place, [words] if words else [], start, end))

    def go_on(self, text: str, start: int, end: int) -> None:
        """More words of the last turn."""
        last = self.said[-1]
        words = folded(text)
        if not words:
            return
        if not last.pieces:
            last.start = start
        last.pieces.append(words)
        last.end = end

    def leave(self, place: str, text: str, why: str, joined: bool = False) -> None:
        """Words that nobody said; ``joined`` when they go on from those left before for the same reason."""
        if not text.strip():
            return
        if joined and self.unread and self.unread[-1].why == why:
            before = self.unread.pop()
            self.unread.append(Unread(before.place, f"{before.text}\n{text.strip()}", why))
        else:
            self.unread.append(Unread(place, text.strip(), why))


@dataclass(slots=True)
class Layout:
    """The text that a format without lines of its own is written out in, with the place of each part."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append ``text``; where it stands."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    @property
    def text(self) -> str:
        return "".join(self.parts)


def usual_spellings(names: Iterable[str]) -> dict[str, str]:
    """Each spelling of a speaker → the one that is used most, the earlier of two that are as frequent."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        spellings[speaker_key(name)][name] += 1
    return {name: found.most_common(1)[0][0] for found in spellings.values() for name in found}
