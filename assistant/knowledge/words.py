"""Search by words: BM25 over stems and pairs of neighbouring stems (bm25s, Snowball English).

Pairs stand for the phrases of legal and official prose ("declared defector", "relevant person"), and a
low k1 for its short paragraphs, where a word is rarely repeated; both were chosen on the tuning half of
the ObliQA questions (benchmarks/README.md). Numbered references stay whole.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1 = 0.4
B = 0.75

Scores = NDArray[np.float32]

_WORD = re.compile(r"\d+[a-z]?(?:\.\d+[a-z]?)+|\w\w+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_POSSESSIVE = re.compile(r"['’]s\b")

STOP_WORDS = frozenset(
    """about above after again all also am an and any are as at be because been before being below between
    both but by can cannot could did do does doing don down during each few for from further get got had has
    have having he her here hers him his how if in into is it its itself just let me more most my no nor not
    now of off on once only or other our out over own same she should so some such than that the their them
    then there these they this those through to too under until up us very was we were what when where which
    while who whom whose why will with would you your shall may must please tell know want""".split()
)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order, repeated as they are."""
    plain = _POSSESSIVE.sub("", _INVISIBLE.sub("", text.lower()))
    words = [word for word in _WORD.findall(plain) if word not in STOP_WORDS]
    stemmed: list[str] = _stemmer().stemWords(words)
    return stemmed


def terms(text: str) -> list[str]:
    """What is counted: stems, and each two that stand side by side."""
    single = stems(text)
    return single + [f"{a} {b}" for a, b in pairwise(single)]


class WordIndex:
    """BM25 over texts that are numbered from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)
        counted = [terms(text) for text in texts]
        self._known = {term for each in counted for term in each}
        self._bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
        self._size = len(texts)
        if self._known:
            self._bm25.index(counted, show_progress=False)

    def scores(self, query: str) -> Scores:
        """A score for each text, shape (number of texts,); 0 where no word is shared."""
        known = [term for term in terms(query) if term in self._known]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)
