"""What is found of labelled pairs of questions that ask the same.

    .venv/bin/python benchmarks/joining.py [--set FILE]

Precision, recall and F1 of joining, of recognising a question put before, of what is joined or shown to the
officer side by side, and of cosine alone at the threshold that is best on the development pairs.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from assistant.language import Embedder
from assistant.questionnaires.joining import ALIKE, ASKED, JOINED, may_be_same, same

FOLDER = Path(__file__).parent / "same_question"


def read(path: Path, embedder: Embedder) -> tuple[list[dict[str, str]], np.ndarray, np.ndarray]:
    """Pairs, their cosines, and whether each asks the same."""
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    one, other = (embedder.encode([pair[side] for pair in pairs]) for side in "ab")
    return pairs, (one * other).sum(1), np.array([bool(pair["same"]) for pair in pairs])


def measures(found: np.ndarray, right: np.ndarray) -> tuple[float, float, float]:
    both = float((found & right).sum())
    return both / max(1, found.sum()), both / right.sum(), 2 * both / (found.sum() + right.sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path, default=FOLDER / "development.jsonl")
    options = parser.parse_args()
    embedder = Embedder()
    _, cosines, right = read(FOLDER / "development.jsonl", embedder)
    best = max(np.arange(0.4, 0.95, 0.01), key=lambda least: measures(cosines >= least, right)[2])
    pairs, cosines, right = read(options.set, embedder)
    rows = {
        f"joined (cosine from {JOINED})": _found(pairs, cosines, JOINED),
        f"put before (cosine from {ASKED})": _found(pairs, cosines, ASKED),
        f"joined, or shown side by side (cosine from {ALIKE})": np.array(
            [may_be_same(p["a"], p["b"], float(c)) for p, c in zip(pairs, cosines, strict=True)]
        ),
        f"cosine alone from {best:.2f}": cosines >= best,
    }
    for name, found in rows.items():
        precision, recall, f1 = measures(found, right)
        print(f"{options.set.stem}: {name}: P {precision:.2f} R {recall:.2f} F1 {f1:.2f}")  # noqa: T201


def _found(pairs: list[dict[str, str]], cosines: np.ndarray, least: float) -> np.ndarray:
    return np.array([same(p["a"], p["b"], float(c), least) for p, c in zip(pairs, cosines, strict=True)])


if __name__ == "__main__":
    main()
