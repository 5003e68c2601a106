"""Whether a line calls for a cue: by meaning and by words, with weights fitted to examples.

Two kinds of weights score a line's vector: how much it calls for each cue, and whether it calls for anything
at all (one row a role). Both were fitted by logistic regression to the cues' examples and counter-examples
and to taught lines (``benchmarks/fit_handling.py``, which writes ``weights.npz``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from assistant.errors import EmbedderMissing
from assistant.handling.cues import ROLES, Cue, Role
from assistant.handling.reminder import Reminder, reminder_of
from assistant.knowledge import Library
from assistant.language import LineVectors, Row, Vectors, installed_embedder

WEIGHTS = Path(__file__).with_name("weights.npz")

LONGEST = 45
"""Words of a line that is taken as a whole; a longer one is heard sentence by sentence."""

NEAR = 0.4
"""From this nearness to a cue's lines on, a line that shows guidance done or kept is about that cue."""

DUE = 0.5
"""The part that "calls for something" has in a score; the rest is the cue's own."""

MOST = 3
"""Cues heard in one line."""

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+[\"”’')\]]*|$)\s*")


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
        self._sign_of = lru_cache(maxsize=4096)(self._signed)

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
        text = " ".join(line.split())
        if not self._sign_of("done", text):
            return ""
        near = self._nearness(text, self._moot)
        best = max(near, key=lambda id: near[id])
        return best if near[best] >= NEAR else ""

    def keeps(self, line: str) -> bool:
        """Whether a handler's line sounds like one that keeps the guidance, whichever."""
        return self._sign_of("kept", " ".join(line.split()))

    def does(self, line: str) -> Mapping[str, float]:
        """How near a handler's line is to doing what each cue asks; none where the model is missing."""
        return self._nearness(" ".join(line.split()), self._kept)

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

    def _scores(self, text: str, role: Role) -> Row | None:
        """One score a cue, -inf for cues that do not hear this role; None without the sentence model."""
        vector = self._vector(text)
        if vector is None:
            return None
        weights = self._weights
        due = float(vector @ weights.due[ROLES.index(role), :-1] + weights.due[ROLES.index(role), -1])
        own = weights.own[:, :-1] @ vector + weights.own[:, -1]
        hears = np.array([role in self.cues[id].hears for id in weights.cues])
        return np.where(hears, (1 - DUE) * own + DUE * due - weights.least, -np.inf)

    def _signed(self, sign: str, text: str) -> bool:
        vector = self._vector(text) if text else None
        if vector is None:
            return False
        row, least = self._weights.signs[sign]
        return float(vector @ row[:-1] + row[-1]) >= least

    def _nearness(self, text: str, examples: Mapping[str, Vectors]) -> Mapping[str, float]:
        try:
            vector = installed_embedder().encode_question(text)
        except EmbedderMissing:
            return {}
        return {id: float(np.max(rows @ vector)) for id, rows in examples.items()}

    def _vector(self, text: str) -> Row | None:
        try:
            return self._weights.lines.row(text)
        except EmbedderMissing:
            return None

    @cached_property
    def _weights(self) -> Weights:
        return read_weights(WEIGHTS)

    @cached_property
    def _moot(self) -> Mapping[str, Vectors]:
        return {id: installed_embedder().encode(cue.moot) for id, cue in self.cues.items() if cue.moot}

    @cached_property
    def _kept(self) -> Mapping[str, Vectors]:
        praised = {id: cue.kept_examples for id, cue in self.cues.items() if cue.kept_examples}
        return {id: installed_embedder().encode(lines) for id, lines in praised.items()}


@dataclass(frozen=True)
class Weights:
    """Rows of weights, the constant last. ``own``: one a cue; ``due``: one a role.

    ``least`` is the score from which on a cue is heard, ``steeper`` what is added to it for each e-fold of
    parts of a turn. ``signs``: rows for "done" and "kept" with their thresholds.
    """

    cues: tuple[str, ...]
    lines: LineVectors
    own: Row
    due: Row
    least: float
    steeper: float
    signs: Mapping[str, tuple[Row, float]]


def read_weights(path: Path) -> Weights:
    """The weights as ``benchmarks/fit_handling.py`` writes them."""
    with np.load(path) as rows:
        return Weights(
            tuple(rows["cues"].tolist()),
            LineVectors.read(rows),
            rows["own"].astype(np.float64),
            rows["due"].astype(np.float64),
            float(rows["least"]),
            float(rows["steeper"]),
            {
                "done": (rows["done"].astype(np.float64), float(rows["done_least"])),
                "kept": (rows["kept"].astype(np.float64), float(rows["kept_least"])),
            },
        )


def sentences_of(text: str) -> list[str]:
    return [each for each in _SENTENCE.findall(text) if each.strip()]


def windows(line: str) -> Sequence[str]:
    """A line as a whole, or, where it is long, its sentences."""
    sentences = sentences_of(line)
    return sentences if len(line.split()) > LONGEST and len(sentences) > 1 else [line]
