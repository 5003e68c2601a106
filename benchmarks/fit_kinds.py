"""Fit assistant/wording/kinds.npz: of which kind a question is.

    .venv/bin/python benchmarks/fit_kinds.py [--report]

Logistic regressions over lines' vectors and forms, taught with questions/development.jsonl. Prints what
eight-fold cross-validation makes of it; with --report the untouched lines too, which nothing is chosen by.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from fitting import Rows, fitted, say
from scipy.sparse import csr_matrix, hstack

from assistant.language import LineVectors, installed_embedder
from assistant.wording.kinds import KINDS, WEIGHTS, form_of, kind_of

FOLDER = Path(__file__).parent / "questions"
FOLDS = 8
FEWEST = 2


def read(name: str) -> tuple[list[str], np.ndarray]:
    rows = [json.loads(row) for row in (FOLDER / name).read_text(encoding="utf-8").splitlines()]
    return [row["line"] for row in rows], np.array([row["kind"] for row in rows])


def with_unmarked(lines: list[str], kinds: np.ndarray) -> tuple[list[str], np.ndarray]:
    """The lines, and each question as hasty fingers type it: in small letters and without its mark."""
    asked = [n for n, line in enumerate(lines) if line.rstrip().endswith("?")]
    typed = [lines[n].rstrip(" ?").lower() for n in asked]
    return lines + typed, np.concatenate([kinds, kinds[asked]])


def rows_of(lines: list[str], vectors: LineVectors) -> csr_matrix:
    meanings = installed_embedder().encode(lines)
    words = np.array([vectors.words(line) for line in lines])
    return hstack(
        [csr_matrix(meanings), csr_matrix(words), csr_matrix([form_of(line) for line in lines])]
    ).tocsr()


def fit(lines: list[str], kinds: np.ndarray) -> tuple[LineVectors, Rows]:
    vectors = LineVectors.learned(lines, FEWEST)
    rows = rows_of(lines, vectors)
    return vectors, np.array([fitted(rows, kinds == kind) for kind in KINDS])


def main() -> None:
    lines, kinds = read("development.jsonl")
    place = np.arange(len(lines)) % FOLDS
    found = np.empty(len(lines), dtype=object)
    for fold in range(FOLDS):
        rest, own = np.flatnonzero(place != fold), np.flatnonzero(place == fold)
        vectors, weights = fit(*with_unmarked([lines[n] for n in rest], kinds[rest]))
        scores = rows_of([lines[n] for n in own], vectors) @ weights[:, :-1].T + weights[:, -1]
        found[own] = np.array(KINDS)[scores.argmax(axis=1)]
    say(f"cross-validated: {(found == kinds).mean():.3f} of {len(lines)}")
    say(str(Counter((a, b) for a, b in zip(kinds, found, strict=True) if a != b).most_common(8)))

    vectors, weights = fit(*with_unmarked(lines, kinds))
    half = np.float16
    np.savez_compressed(
        WEIGHTS,
        grams=np.array(list(vectors.grams)),
        rarity=vectors.rarity.astype(half),
        rows=weights.astype(half),
    )
    if "--report" in sys.argv:
        lines, kinds = read("untouched.jsonl")
        told = np.array([kind_of(line) for line in lines])
        say(f"untouched: {(told == kinds).mean():.3f} of {len(lines)}")
        say(str(Counter((a, b) for a, b in zip(kinds, told, strict=True) if a != b).most_common(8)))


if __name__ == "__main__":
    main()
