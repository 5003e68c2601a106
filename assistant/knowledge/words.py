"""Search by words: BM25 over stemmed words (bm25s, Snowball English)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.75

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")

STOP_WORDS = frozenset(
    """a about above after again all also am an and any are as at be because been before being below
    between both but by can cannot could did do does doing don down during each few for from further get
    got had has have having he her here hers him his how i if in into is it its itself just let me more
    most my no nor not now of off on once only or other our out over own same she should so some such
    than that the their them then there these they this those through to too under until up us very was
    we were what when where which while who whom whose why will with would you your shall may must
    please tell know want""".split()
)


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order, repeated as they are."""
    plain = text.lower().replace("’", "'")
    words = [word.removesuffix("'s") for word in _WORD.findall(plain)]
    stemmed: list[str] = _stemmer().stemWords([word for word in words if word not in STOP_WORDS])
    return stemmed


class WordIndex:
    """BM25 over texts that are numbered from 0."""

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        tokens = [stems(text) for text in texts]
        self._known = {stem for each in tokens for stem in each}
        self._bm25 = bm25s.BM25(k1=K1, b=B)
        self._size = len(texts)
        if self._known:
            self._bm25.index(tokens, show_progress=False)

    def scores(self, query: str) -> NDArray[np.float32]:
        """A score for each text, shape (number of texts,); 0 where no word is shared."""
        known = [stem for stem in stems(query) if stem in self._known]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)
