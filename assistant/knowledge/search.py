"""Search: by words and by meaning, fused, over paragraphs.

A paragraph's score by words is BM25 over its own words and its apparatus, as a share of the best; by
meaning, how near its entries come, as a share of the nearest. Shares are added, not ranks: on ObliQA's
tuning half that was worth .01 of recall and .03 of precision over reciprocal ranks, and no less on the
development questions. While there is no index of meaning, words answer alone and ``Found.by`` says so.
"""

from __future__ import annotations

import logging
import threading
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
from assistant.knowledge.meaning import DamagedGeneration
from assistant.knowledge.words import WordIndex
from assistant.language import Vectors

log = logging.getLogger(__name__)

NEIGHBOURS = 200
"""Entries asked of the index of meaning. The last one's similarity is where meaning starts to count."""

NEAREST_LOOKED_AT = 10
"""Of these entries the share of silences is told."""

BEST_ENTRIES = 5
"""A paragraph is as near as its nearest entry and its five nearest together, half and half: one
lay question may be near by chance, five hardly."""

MEANING_SHARE_OF_NOTES = 0.6
MEANING_SHARE_OF_TEXT = 0.3
"""What meaning counts for against words: more where the editors' questions meet the user's, less where
a question meets bare text. Chosen on the development questions, and on ObliQA's tuning half."""

CONTEXT_WORDS = 0.7
CONTEXT_APART = 0.5
"""For a question that leans on the one before: what that one's words count, and what the question by itself
counts beside the two together. Chosen on the development sets' follow-ups."""

LAY_SHARE = 0.25
"""What a word of the documents counts that stands for an everyday word of the question."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was found, and why.

    ``entries`` are those of its entries that meaning brought up, with cosine similarity, nearest
    first; ``words`` is its BM25 score; ``score`` the fused one, best near 1.
    """

    paragraph: Paragraph
    score: float
    entries: tuple[tuple[float, Entry], ...] = ()
    words: float = 0.0

    @property
    def similarity(self) -> float:
        """Cosine of the nearest entry; 0 when found by words alone."""
        return self.entries[0][0] if self.entries else 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first; ``silence`` is the nearest thing the documents are known not to say.

    ``silent_share`` is the share of such silences among the entries nearest to the query.
    """

    passages: tuple[Passage, ...]
    by: Literal["words and meaning", "words"]
    silence: tuple[Entry, float] | None = None
    silent_share: float = 0.0


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
        self.words = WordIndex(
            ["\n".join((in_context(p) + p.text, *apparatus.get(p.id, ()))) for p in self.paragraphs]
        )
        self.meaning_share = np.array(
            [MEANING_SHARE_OF_NOTES if p.id in apparatus else MEANING_SHARE_OF_TEXT for p in self.paragraphs],
            dtype=np.float32,
        )


@dataclass(slots=True)
class _Nearest:
    """By paragraph's place its entries with similarity, nearest first; ``floor`` is the last one's;
    ``silent`` counts silences among the nearest."""

    entries: dict[int, list[tuple[float, Entry]]]
    silence: tuple[Entry, float] | None = None
    silent: int = 0
    floor: float = 0.0

    def scaled(self, size: int) -> NDArray[np.float32]:
        """For each paragraph how near it is: 1 for the nearest, 0 for those not brought up."""
        near = np.zeros(size, dtype=np.float32)
        for place, each in self.entries.items():
            similarities = [similarity - self.floor for similarity, _ in each[:BEST_ENTRIES]]
            near[place] = (similarities[0] + sum(similarities) / BEST_ENTRIES) / 2
        return near / (float(near.max(initial=0.0)) or 1.0)


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

    def find(self, query: str, count: int = 10, only: Filter = EVERYTHING, context: str = "") -> Found:
        """Find at most ``count`` paragraphs for a query of any length.

        ``context`` is the turn before a query that leans on it; it weighs less than the query.
        """
        corpus = self._corpus
        admitted = {d.id for d in corpus.library.documents if only.admits(d)}
        words = corpus.words.scores(query)
        meant = corpus.library.lay_words.meant_by(query)
        if meant:
            words = words + LAY_SHARE * corpus.words.scores(meant)
        if context:
            words = words + CONTEXT_WORDS * corpus.words.scores(context)
        if len(admitted) < len(corpus.library.documents):
            words = words * np.array([p.document in admitted for p in corpus.paragraphs], dtype=np.float32)
        scores = words / (float(words.max(initial=0.0)) or 1.0)
        near = self._nearest(corpus, self._vector(query, context), admitted)
        if near is not None:
            share = corpus.meaning_share
            scores = (1 - share) * scores + share * near.scaled(len(corpus.paragraphs))
        best = np.argsort(-scores, kind="stable")[:count]
        nearest = near.entries if near else {}
        passages = tuple(
            Passage(
                paragraph=corpus.paragraphs[place],
                score=float(scores[place]),
                entries=tuple(nearest.get(place, ())),
                words=float(words[place]),
            )
            for place in map(int, best)
            if scores[place] > 0
        )
        if near is None:
            return Found(passages, "words")
        return Found(passages, "words and meaning", near.silence, near.silent / NEAREST_LOOKED_AT)

    def similarities(self, query: str, keys: Sequence[str], context: str = "") -> dict[str, float]:
        """How near entries are to a query in meaning, by key; empty while there is no index of meaning."""
        generation, vector = self.index.generation, self._vector(query, context)
        if generation is None or vector is None or not keys:
            return {}
        try:
            return generation.similarities(vector, keys)
        except DamagedGeneration:
            return {}

    def _vector(self, query: str, context: str) -> Vectors | None:
        """What stands for a query in meaning; None while there is no index of meaning."""
        if self.index.generation is None:
            return None
        encode = self.index.embedder.encode_question
        if not context:
            return encode(query)
        mixed = encode(f"{context} {query}") + CONTEXT_APART * encode(query)
        return np.asarray(mixed / np.linalg.norm(mixed), dtype=np.float32)

    def _nearest(self, corpus: _Corpus, vector: Vectors | None, admitted: Collection[str]) -> _Nearest | None:
        """What is nearest in meaning; None while there is no index of meaning, or when it breaks."""
        generation = self.index.generation
        if generation is None or vector is None:
            return None
        documents = None
        if len(admitted) < len(corpus.library.documents):
            documents = [*admitted, ""]
        found = _Nearest({})
        try:
            neighbours = generation.nearest(vector, NEIGHBOURS, documents)
        except DamagedGeneration as error:
            log.warning("The index broke under a search; words answer until it is built again: %s", error)
            self.index.give_up(generation)
            threading.Thread(target=self.refresh, name="index", daemon=True).start()
            return None
        for place, (key, similarity) in enumerate(neighbours):
            entry = corpus.by_key.get(key)
            if entry is None:
                continue
            found.floor = similarity
            if entry.kind == "silence":
                found.silence = found.silence or (entry, similarity)
                found.silent += place < NEAREST_LOOKED_AT
            else:
                found.entries.setdefault(corpus.places[entry.target], []).append((similarity, entry))
        return found
