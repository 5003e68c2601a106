"""What is indexed: a paragraph's own words in its place, and each thing the editors say of it.

The paragraph is what is shown; entries are only ways to find it. Every entry gets a vector of its own,
so that a lay question meets a lay question and not an average of a whole apparatus.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.knowledge.documents import Document, Paragraph
from assistant.knowledge.library import Library

EntryKind = Literal["text", "gist", "question", "situation", "duty", "definition", "fact", "gap", "silence"]

WINDOW = 120
"""Words to a window: what a sentence model still holds together; MiniLM drops all after 256 word pieces."""

OVERLAP = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """``target`` is a paragraph id, or a silence's subject; ``n`` counts within target and kind."""

    target: str
    document: str
    kind: EntryKind
    n: int
    text: str

    @property
    def key(self) -> str:
        return f"{self.target}|{self.kind}|{self.n}"

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def entries(library: Library, lay_questions: bool = True) -> Iterator[Entry]:
    """Everything to index. Without ``lay_questions`` the index shows what they are worth."""
    for document in library.documents:
        for paragraph in document.paragraphs:
            yield from _of_text(document, paragraph)
            note = library.notes.get(paragraph.id)
            if note is None:
                continue
            texts: list[tuple[EntryKind, Iterable[str]]] = [
                ("gist", [note.gist]),
                ("question", note.questions if lay_questions else ()),
                ("situation", note.situations if lay_questions else ()),
                ("duty", [duty.says for duty in note.duties]),
                ("definition", [definition.says for definition in note.definitions]),
                ("fact", [fact.says for fact in note.facts]),
                ("gap", note.gap.questions if note.gap else ()),
            ]
            for kind, each in texts:
                for n, text in enumerate(each):
                    yield Entry(paragraph.id, document.id, kind, n, text)
    for silence in library.silences:
        for n, text in enumerate(silence.questions):
            yield Entry(silence.subject, "", "silence", n, text)


def _of_text(document: Document, paragraph: Paragraph) -> Iterator[Entry]:
    context = in_context(paragraph)
    for n, window in enumerate(windows(paragraph.text)):
        yield Entry(paragraph.id, document.id, "text", n, f"{context}{window}")


def in_context(paragraph: Paragraph) -> str:
    """The headings and lead-in that a paragraph needs to be understood alone."""
    parts = [*paragraph.headings, paragraph.lead_in]
    return "".join(f"{part}\n" for part in parts if part)


def windows(text: str) -> list[str]:
    """Cut a text into overlapping windows; a text of one window stays whole."""
    words = re.findall(r"\S+\s*", text)
    if len(words) <= WINDOW + OVERLAP:
        return [text]
    step = WINDOW - OVERLAP
    return ["".join(words[at : at + WINDOW]) for at in range(0, len(words) - OVERLAP, step)]
