"""Faults that no list of words foresees: how near a question's meaning is to taught examples of a fault.

``meaning.json`` holds one row of weights a kind over the installed sentence model's vectors, and the score
from which a question is told to have the fault. ``benchmarks/fit_wording.py`` makes it, from
``benchmarks/wording/teaching.yaml`` and the other development questions.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np

from assistant.errors import EmbedderMissing
from assistant.language import installed_embedder
from assistant.wording.fault import FaultKind

WEIGHTS = Path(__file__).with_name("meaning.json")

FEWEST_WORDS = 5
"""Of fewer words the model makes little: "What happened next?" is near to "What happened there?"."""


def kinds_meant(question: str) -> tuple[FaultKind, ...]:
    """Kinds of fault that the question as a whole is near to; none where the sentence model is missing."""
    if len(question.split()) < FEWEST_WORDS:
        return ()
    try:
        vector = installed_embedder().encode_question(question)
    except EmbedderMissing:
        return ()
    return tuple(kind for kind, weights, least in _weights() if float(vector @ weights) >= least)


@cache
def _weights() -> tuple[tuple[FaultKind, np.ndarray, float], ...]:
    rows = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(
        (cast(FaultKind, kind), np.array(row["weights"], dtype=np.float32), float(row["least"]))
        for kind, row in rows.items()
    )
