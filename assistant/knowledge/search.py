"""Search: by words and by meaning, fused, over paragraphs.

A paragraph's rank by words is BM25 over its own words and its apparatus; its rank by meaning is that
of its nearest entry. While there is no index of meaning, words answer alone and ``Found.by`` says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge.documents import Document, Force, Paragraph
from assistant.knowledge.entries import Entry, entries, in_context
from assistant.knowledge.index import Index
from assistant.knowledge.library import Library
from assistant.knowledge.words import WordIndex

NEIGHBOURS = 120
"""Entries asked of the index of meaning: some eight to a paragraph, and ten paragraphs are shown."""

CONSTANT = 10
"""Of reciprocal rank fusion: how much a first rank is worth above a tenth."""

WORDS_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was found, and why.

    ``similarity`` is the cosine of its nearest entry (0 when found by words alone), ``entry`` that
    entry's kind and text; ``words`` its BM25 score; ``score`` the fused one, best near 1.
    """

    paragraph: Paragraph
    score: float
    similarity: float = 0.0
    entry: Entry | None = None
    words: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first; ``silence`` is the nearest thing the documents are known not to say."""

    passages: tuple[Passage, ...]
    by: Literal["words and meaning", "words"]
    silence: tuple[Entry, float] | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """Only these documents, only this force, only what could be gone by on ``as_of``."""

    documents: frozenset[str] | None = None
    forces: frozenset[Force] | None = None
    as_of: date | None = None

    def admits(self, document: Document) -> bool:
        return (
            (self.documents is None or document.id in self.documents)
            and (self.forces is None or document.force in self.forces)
            and (self.as_of is None or document.applies(self.as_of))
        )


EVERYTHING = Filter()


class _Corpus:
    """A library made ready for search; swapped as one, so that a search sees all of it or none."""

    def __init__(self, library: Library, every: tuple[Entry, ...]) -> None:
        self.library = library
        self.entries = every
        self.by_key = {entry.key: entry for entry in every}
        self.paragraphs = tuple(library.paragraphs)
        self.places = {p.id: place for place, p in enumerate(self.paragraphs)}
        apparatus: dict[str, list[str]] = {}
        for entry in every:
            if entry.kind not in ("text", "silence"):
                apparatus.setdefault(entry.target, []).append(entry.text)
        self.own_words = WordIndex([in_context(p) + p.text for p in self.paragraphs])
        self.editors_words = WordIndex(["\n".join(apparatus.get(p.id, ())) for p in self.paragraphs])


class Search:
    """Searches a library; ``use`` swaps the library in."""

    def __init__(self, library: Library, index: Index, lay_questions: bool = True) -> None:
        self.index = index
        self.lay_questions = lay_questions
        self.use(library)

    def use(self, library: Library) -> None:
        """Search this library from now on; ``refresh`` brings the index of meaning up to it."""
        self._corpus = _Corpus(library, tuple(entries(library, self.lay_questions)))

    @property
    def library(self) -> Library:
        return self._corpus.library

    def refresh(self) -> int:
        """Bring the index up to the library; returns entries embedded. Takes seconds or minutes."""
        return self.index.refresh(self._corpus.entries)

    def find(self, query: str, count: int = 10, only: Filter = EVERYTHING) -> Found:
        """Find at most ``count`` paragraphs for a query of any length."""
        corpus = self._corpus
        paragraphs = corpus.paragraphs
        admitted = {d.id for d in corpus.library.documents if only.admits(d)}
        words = corpus.own_words.scores(query) + corpus.editors_words.scores(query)
        if len(admitted) < len(corpus.library.documents):
            words *= np.array([p.document in admitted for p in paragraphs], dtype=np.float32)
        nearest = self._nearest(corpus, query, admitted)
        if nearest is None:
            best = np.argsort(-words, kind="stable")[:count]
            top = float(words[best[0]]) if len(best) else 0.0
            passages = tuple(
                Passage(paragraphs[place], float(words[place]) / top, words=float(words[place]))
                for place in best
                if words[place] > 0
            )
            return Found(passages, "words")
        by_meaning, silence = nearest
        fused = self._fuse(words, by_meaning)
        best_places = sorted(fused, key=lambda place: -fused[place])[:count]
        return Found(
            tuple(
                Passage(
                    paragraphs[place],
                    fused[place],
                    by_meaning[place][0] if place in by_meaning else 0.0,
                    by_meaning[place][1] if place in by_meaning else None,
                    float(words[place]),
                )
                for place in best_places
            ),
            "words and meaning",
            silence,
        )

    def similarities(self, query: str, keys: Sequence[str]) -> dict[str, float]:
        """How near entries are to a query in meaning, by key; empty while there is no index of meaning."""
        generation = self.index.generation
        if generation is None or not keys:
            return {}
        return generation.similarities(self.index.embedder.encode_question(query), keys)

    def _fuse(
        self, words: NDArray[np.float32], by_meaning: dict[int, tuple[float, Entry]]
    ) -> dict[int, float]:
        ranked = np.argsort(-words, kind="stable")[:NEIGHBOURS]
        share = WORDS_SHARE * (CONSTANT + 1)
        fused = {
            int(place): share / (CONSTANT + rank)
            for rank, place in enumerate(ranked, start=1)
            if words[place] > 0
        }
        share = (1 - WORDS_SHARE) * (CONSTANT + 1)
        nearest_first = sorted(by_meaning, key=lambda place: -by_meaning[place][0])
        for rank, place in enumerate(nearest_first, start=1):
            fused[place] = fused.get(place, 0.0) + share / (CONSTANT + rank)
        return fused

    def _nearest(
        self, corpus: _Corpus, query: str, admitted: Collection[str]
    ) -> tuple[dict[int, tuple[float, Entry]], tuple[Entry, float] | None] | None:
        """Each paragraph's nearest entry by place, and the nearest silence; None without an index."""
        generation = self.index.generation
        if generation is None:
            return None
        documents = None
        if len(admitted) < len(corpus.library.documents):
            documents = [*admitted, ""]
        vector = self.index.embedder.encode_question(query)
        paragraphs: dict[int, tuple[float, Entry]] = {}
        silence: tuple[Entry, float] | None = None
        for key, similarity in generation.nearest(vector, NEIGHBOURS, documents):
            entry = corpus.by_key.get(key)
            if entry is None:
                continue
            if entry.kind == "silence":
                silence = silence or (entry, similarity)
                continue
            place = corpus.places[entry.target]
            paragraphs.setdefault(place, (similarity, entry))
        return paragraphs, silence
