"""Of which kind a question is: open, probe, closed, leading, forced choice, compound, or no question at all.

Weights over the line's vector, fitted to labelled lines (``benchmarks/fit_kinds.py``, which writes
``kinds.npz``) and a few signs of its form. The kinds are those of the literature on investigative
interviewing; the four documents say nothing of question forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import numpy as np

from assistant.errors import EmbedderMissing
from assistant.language import LineVectors, Row

Kind = Literal["open", "probe", "closed", "leading", "forced_choice", "compound", "statement"]
KINDS: tuple[Kind, ...] = get_args(Kind)

BENEFIT = 0.3
"""So much plainer must it be that a question with a question word of its own leads."""

LONGEST_UNMARKED = 8
"""Words of a question that was typed without its mark; in longer lines "what" and "when" join clauses too."""

WEIGHTS = Path(__file__).with_name("kinds.npz")


@dataclass(frozen=True)
class KindWeights:
    """One row a kind, the constant last."""

    lines: LineVectors
    rows: Row


def kind_of(line: str) -> Kind:
    """The kind of what an interviewer says; "probe" where the sentence model is missing and he asks."""
    text = re.sub(r"\?{2,}", "?", " ".join(line.split()))
    if not text:
        return "statement"
    try:
        scores = kind_scores(text)
    except EmbedderMissing:
        return "probe" if "?" in text else "statement"
    if _plainly_asks(text):
        scores[KINDS.index("statement")] = -np.inf
        scores[KINDS.index("leading")] -= BENEFIT
    return KINDS[int(np.argmax(scores))]


def _plainly_asks(text: str) -> bool:
    """A line that begins with a question word and ends with its mark, or turns its verb as questions do."""
    words = text.lower().replace("’", "'").split()
    begins = words[0].strip(",") in _PARTICULARS | {"how", "why"}
    return begins and (
        text.endswith("?") or (bool(_AUXILIARIES & set(words[1:4])) and len(words) <= LONGEST_UNMARKED)
    )


def kind_scores(line: str) -> Row:
    """One score a kind, in the order of ``KINDS``. Raises EmbedderMissing."""
    weights = _weights()
    return np.asarray(weights.rows[:, :-1] @ kind_row(line, weights.lines) + weights.rows[:, -1])


def kind_row(line: str, lines: LineVectors) -> Row:
    """The line's vector with what its form tells: how it begins, how it ends, how many questions it has."""
    return np.concatenate([lines.row(line), form_of(line)])


def form_of(line: str) -> Row:
    """Signs of the form, each 0 or more."""
    words = line.lower().replace("’", "'").split()
    asks = line.count("?")
    last = line.rstrip(" .!?")[-24:].lower()
    return np.array(
        [
            float(asks > 0),
            float(asks > 1),
            float(" or " in line.lower()),
            float(" and " in line.lower() and asks > 0),
            float(bool(words) and words[0].strip(",") in _AUXILIARIES),
            float(bool(words) and words[0].strip(",") in _PARTICULARS),
            float(last.endswith(_TAGS)),
            float(len(words) <= 4),
        ]
    )


_AUXILIARIES = frozenset(
    "did do does is are was were have has had can could will would shall should may might must didn't "
    "don't doesn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't".split()
)
_PARTICULARS = frozenset({"who", "whom", "whose", "when", "where", "which", "what"})
_TAGS = tuple(
    "didn't you, did you not, isn't it, wasn't it, weren't you, right, is it not, don't you, doesn't it, "
    "hadn't you, haven't you, couldn't you, was it not, aren't you, did he not, didn't he, didn't they, "
    "correct, wasn't he, were you not".split(", ")
)


@cache
def _weights() -> KindWeights:
    with np.load(WEIGHTS) as rows:
        return KindWeights(LineVectors.read(rows), rows["rows"].astype(np.float64))
