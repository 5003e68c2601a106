"""Whether a line calls for a cue: by meaning and by words, with weights fitted to examples.

A line becomes a vector: the installed sentence model's, and beside it the line's words and pairs of words.
Two kinds of weights score it: how much it calls for each cue, and whether it calls for anything at all (one
row a role). Both were fitted by logistic regression to the cues' examples and counter-examples and to taught
lines (``benchmarks/fit_handling.py``, which writes ``weights.npz``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EmbedderMissing
from assistant.handling.cues import ROLES, Cue, Role
from assistant.handling.reminder import Reminder, reminder_of
from assistant.knowledge import Library
from assistant.language import installed_embedder

WEIGHTS = Path(__file__).with_name("weights.npz")

LONGEST = 45
"""Words of a line that is taken as a whole; a longer one is heard sentence by sentence."""

SENTENCES_TOGETHER = 2
"""Of a long turn so many sentences are heard together: one alone may say too little."""

WORDS_WEIGH = 1.5
"""What the words of a line weigh beside its meaning, which weighs 1."""

DUE = 0.5
"""The part that "calls for something" has in a score; the rest is the cue's own."""

MOST = 3
"""Cues heard in one line."""

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+[\"”’')\]]*|$)\s*")
_WORD = re.compile(r"\b\w[\w']*\b")

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue that a line calls for. ``score`` is 0 where it is just enough, more where it is plainer."""

    cue: str
    score: float
    trigger: str


class Hearing:
    """Hears cues in lines. Weights load at the first line; any thread may call."""

    def __init__(self, cues: Mapping[str, Cue], library: Library) -> None:
        self.cues = cues
        self.library = library
        self._of_line = lru_cache(maxsize=4096)(self._hear)

    def hear(self, line: str, role: Role) -> tuple[Heard, ...]:
        """The cues that a line calls for, plainest first, at most three; none where the model is missing."""
        return self._of_line(" ".join(line.split()), role)

    def reminders(self, line: str, role: Role) -> tuple[Reminder, ...]:
        """What is heard, as reminders."""
        return tuple(self.reminder(heard) for heard in self.hear(line, role))

    def reminder(self, heard: Heard) -> Reminder:
        return reminder_of(self.cues[heard.cue], heard.trigger, self.library)

    def done(self, line: str) -> str:
        """The cue that a line shows to be taken care of already; "" where it shows none."""
        return self._signed("done", line)

    def kept(self, line: str) -> str:
        """The cue whose guidance a handler's line keeps; "" where it is an ordinary line."""
        return self._signed("kept", line)

    def _hear(self, line: str, role: Role) -> tuple[Heard, ...]:
        best: dict[str, Heard] = {}
        parts = windows(line)
        # Who looks at ten parts of a turn would find something in each tenth turn by chance.
        harder = self._weights.steeper * np.log(len(parts))
        for window in parts:
            scores = self._scores(window, role)
            if scores is None:
                return ()
            scores = scores - harder
            for id, score in zip(self._weights.cues, scores, strict=True):
                if score >= 0 and (id not in best or score > best[id].score):
                    best[id] = Heard(id, float(score), window)
        plainest = sorted(best.values(), key=lambda heard: -heard.score)[:MOST]
        return tuple(Heard(h.cue, h.score, self._trigger(h.cue, h.trigger, role)) for h in plainest)

    def _trigger(self, cue: str, window: str, role: Role) -> str:
        """The sentence of a window that calls for the cue most."""
        sentences = sentences_of(window)
        if len(sentences) < 2:
            return window.strip()
        place = self._weights.cues.index(cue)
        scored = [(self._scores(sentence, role), sentence) for sentence in sentences]
        return max(scored, key=lambda each: -9.0 if each[0] is None else each[0][place])[1].strip()

    def _scores(self, text: str, role: Role) -> Scores | None:
        """One score a cue, -inf for cues that do not hear this role; None without the sentence model."""
        vector = self._vector(text)
        if vector is None:
            return None
        weights = self._weights
        due = float(vector @ weights.due[ROLES.index(role), :-1] + weights.due[ROLES.index(role), -1])
        own = weights.own[:, :-1] @ vector + weights.own[:, -1]
        hears = np.array([role in self.cues[id].hears for id in weights.cues])
        return np.where(hears, (1 - DUE) * own + DUE * due - weights.least, -np.inf)

    def _signed(self, sign: str, line: str) -> str:
        vector = self._vector(" ".join(line.split()))
        if vector is None:
            return ""
        row, least = self._weights.signs[sign]
        if float(vector @ row[:-1] + row[-1]) < least:
            return ""
        near = {id: float(np.max(rows @ vector[: rows.shape[1]])) for id, rows in self._near(sign).items()}
        return max(near, key=lambda id: near[id])

    def _vector(self, text: str) -> Scores | None:
        try:
            meaning = installed_embedder().encode_question(text)
        except EmbedderMissing:
            return None
        return np.concatenate([meaning, WORDS_WEIGH * self._weights.words(text)])

    @cached_property
    def _weights(self) -> Weights:
        return read_weights(WEIGHTS)

    def _near(self, sign: str) -> Mapping[str, NDArray[np.float32]]:
        return self._kept_vectors if sign == "kept" else self._moot_vectors

    @cached_property
    def _moot_vectors(self) -> Mapping[str, NDArray[np.float32]]:
        return {id: installed_embedder().encode(cue.moot) for id, cue in self.cues.items() if cue.moot}

    @cached_property
    def _kept_vectors(self) -> Mapping[str, NDArray[np.float32]]:
        return {
            id: installed_embedder().encode(cue.kept_examples)
            for id, cue in self.cues.items()
            if cue.kept_examples
        }


@dataclass(frozen=True)
class Weights:
    """Rows of weights, the constant last. ``own``: one a cue; ``due``: one a role.

    ``least`` is the score from which on a cue is heard, ``steeper`` what is added to it for each e-fold of
    parts of a turn. ``signs``: rows for "done" and "kept" with their thresholds.
    """

    cues: tuple[str, ...]
    grams: Mapping[str, int]
    rarity: Scores
    own: Scores
    due: Scores
    least: float
    steeper: float
    signs: Mapping[str, tuple[Scores, float]]

    def words(self, text: str) -> Scores:
        """Words and pairs of words, weighed by how rare they are; a unit vector, or zeros."""
        counted = Counter(gram for gram in grams_of(text) if gram in self.grams)
        found = np.zeros(len(self.grams))
        for gram, count in counted.items():
            place = self.grams[gram]
            found[place] = (1 + np.log(count)) * self.rarity[place]
        return found / (np.linalg.norm(found) or 1.0)


def read_weights(path: Path) -> Weights:
    """The weights as ``benchmarks/fit_handling.py`` writes them."""
    with np.load(path) as rows:
        return Weights(
            tuple(rows["cues"].tolist()),
            {gram: place for place, gram in enumerate(rows["grams"].tolist())},
            rows["rarity"].astype(np.float64),
            rows["own"].astype(np.float64),
            rows["due"].astype(np.float64),
            float(rows["least"]),
            float(rows["steeper"]),
            {
                "done": (rows["done"].astype(np.float64), float(rows["done_least"])),
                "kept": (rows["kept"].astype(np.float64), float(rows["kept_least"])),
            },
        )


def grams_of(text: str) -> list[str]:
    """The words of a text in small letters, and each two that follow one another."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower().replace("’", "'"))]
    return words + [" ".join(pair) for pair in pairwise(words)]


def sentences_of(text: str) -> list[str]:
    return [each for each in _SENTENCE.findall(text) if each.strip()]


def windows(line: str) -> Sequence[str]:
    """A line as a whole, or, where it is long, its sentences two by two."""
    sentences = sentences_of(line)
    if len(line.split()) <= LONGEST or len(sentences) < 2:
        return [line]
    return ["".join(sentences[n : n + SENTENCES_TOGETHER]) for n in range(len(sentences) - 1)]
