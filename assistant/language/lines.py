"""A line of speech as a vector: what it means, and beside it its words and pairs of words.

The sentence model tells what is near in meaning; the words tell apart what only sounds near. What is fitted
to such vectors (which reminder a line calls for, of which kind a question is) lies in small files of weights.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.language.embedder import installed_embedder

Row = NDArray[np.float64]

WORDS_WEIGH = 1.5
"""What the words of a line weigh beside its meaning, which weighs 1."""

_WORD = re.compile(r"\b\w[\w']*\b|\?")


@dataclass(frozen=True)
class LineVectors:
    """``grams`` are the words and pairs that count, with their places; ``rarity`` how rare each is."""

    grams: Mapping[str, int]
    rarity: Row

    @classmethod
    def learned(cls, lines: Sequence[str], fewest: int) -> LineVectors:
        """From the words and pairs that stand in at least ``fewest`` of the lines."""
        counted = Counter(gram for line in lines for gram in set(grams_of(line)))
        grams = sorted(gram for gram, count in counted.items() if count >= fewest)
        rarity = np.array([np.log((1 + len(lines)) / (1 + counted[gram])) + 1 for gram in grams])
        return cls({gram: place for place, gram in enumerate(grams)}, rarity)

    @classmethod
    def read(cls, rows: Mapping[str, Any]) -> LineVectors:
        """From a file of weights, which holds ``grams`` and ``rarity``."""
        grams = {gram: place for place, gram in enumerate(rows["grams"].tolist())}
        return cls(grams, rows["rarity"].astype(np.float64))

    def row(self, line: str) -> Row:
        """The line's vector. Raises EmbedderMissing where the sentence model is missing."""
        return np.concatenate([installed_embedder().encode_question(line), self.words(line)])

    def words(self, line: str) -> Row:
        """The part of the words: of length ``WORDS_WEIGH``, or zeros."""
        found = np.zeros(len(self.grams))
        for gram, count in Counter(gram for gram in grams_of(line) if gram in self.grams).items():
            place = self.grams[gram]
            found[place] = (1 + np.log(count)) * self.rarity[place]
        return WORDS_WEIGH * found / (np.linalg.norm(found) or 1.0)


def grams_of(line: str) -> list[str]:
    """The words in small letters and the question marks, and each two that follow one another."""
    words = _WORD.findall(line.lower().replace("’", "'"))
    return words + [" ".join(pair) for pair in pairwise(words)]
