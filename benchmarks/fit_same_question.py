"""Fit the weights of assistant/questionnaires/same_question.py on the development pairs.

    .venv/bin/python benchmarks/fit_same_question.py

Prints what repeated cross-validation makes of them, and the weights and bias to put into the module. Beside
the labelled pairs it takes all near pairs of the templates' questions: few of them ask the same
(``same_question/templates.jsonl`` names those, and with null those that are left out as one could say
either), and that is the crowd in which the module has to find its pairs. The held-out pairs are not read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import yaml

from assistant.language import Embedder
from assistant.questionnaires.asked import read
from assistant.questionnaires.same_question import Signs, ruled_out, signs

HERE = Path(__file__).parent / "same_question"
TEMPLATES = Path(__file__).parents[1] / "debrief_templates"
SETS = ("development.jsonl", "development_more.jsonl")
NEAR = 0.5
WEIGHT_OF_TEMPLATES = 0.25
"""What all pairs of the templates weigh together, the labelled ones weighing 1."""

RIDGE = 0.003
STEPS = 3000
RATE = 0.5
FOLDS, ROUNDS = 5, 10


@dataclass
class Rows:
    """Pairs as numbers. ``out`` marks those that are ruled out before anything is weighed."""

    x: np.ndarray
    y: np.ndarray
    out: np.ndarray
    source: np.ndarray
    weight: np.ndarray

    def part(self, keep: np.ndarray) -> Rows:
        return Rows(self.x[keep], self.y[keep], self.out[keep], self.source[keep], self.weight[keep])


def questions() -> list[str]:
    """The wording of every question of the templates."""

    def walk(content: object) -> Iterator[str]:
        if isinstance(content, dict):
            yield from ([content["wording"]] if "wording" in content else [])
            content = list(content.values())
        if isinstance(content, list):
            for each in content:
                yield from walk(each)

    paths = [path for path in sorted(TEMPLATES.glob("*/*.yaml")) if path.stem != "blank"]
    return list(dict.fromkeys(w for path in paths for w in walk(yaml.safe_load(path.read_text("utf-8")))))


def pairs_of(name: str) -> list[dict]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def rows() -> Rows:
    embedder = Embedder()
    found: list[tuple[str, str, float, bool, int]] = []
    for source, name in enumerate(SETS):
        pairs = pairs_of(name)
        a, b = (embedder.encode([pair[side] for pair in pairs]) for side in "ab")
        found += [
            (pair["a"], pair["b"], float(cosine), pair["same"], source)
            for pair, cosine in zip(pairs, (a * b).sum(axis=1), strict=True)
        ]
    wordings = questions()
    vectors = embedder.encode(wordings)
    cosines = vectors @ vectors.T
    said = {frozenset((pair["a"], pair["b"])): pair["same"] for pair in pairs_of("templates.jsonl")}
    for i, j in zip(*np.nonzero(np.triu(cosines > NEAR, 1)), strict=True):
        same = said.get(frozenset((wordings[i], wordings[j])), False)
        if same is not None:
            found.append((wordings[i], wordings[j], float(cosines[i, j]), same, len(SETS)))
    read_pairs = [(read(a), read(b), cosine) for a, b, cosine, _, _ in found]
    y = np.array([float(same) for *_, same, _ in found])
    source = np.array([source for *_, source in found])
    weight = np.zeros(len(y))
    labelled = source < len(SETS)
    for value in (0, 1):
        weight[labelled & (y == value)] = 0.5 / (labelled & (y == value)).sum()
    weight[~labelled] = WEIGHT_OF_TEMPLATES / (~labelled).sum()
    return Rows(
        x=np.array([astuple(signs(*pair)) for pair in read_pairs]),
        y=y,
        out=np.array([ruled_out(a, b) for a, b, _ in read_pairs]),
        source=source,
        weight=weight,
    )


def fit(rows: Rows) -> tuple[np.ndarray, float]:
    """Ridge logistic regression in which each sign may only speak for what it stands for."""
    rows = rows.part(~rows.out)
    mean, spread = rows.x.mean(0), rows.x.std(0) + 1e-9
    z, weight = (rows.x - mean) / spread, rows.weight / rows.weight.sum()
    toward = np.where([field.name == "cosine" for field in fields(Signs)], 1, -1)
    w, b = np.zeros(z.shape[1]), 0.0
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(z @ w + b))) - rows.y) * weight
        w -= RATE * (z.T @ error + RIDGE * 2 * w)
        w = toward * np.maximum(toward * w, 0)
        b -= RATE * error.sum()
    return w / spread, b - float((w / spread) @ mean)


def guesses(rows: Rows, w: np.ndarray, b: float) -> np.ndarray:
    return np.where(rows.out, 0.0, 1 / (1 + np.exp(-(rows.x @ w + b))))


def scores(said: np.ndarray, same: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = float((said & same).sum())
    precision, recall = right / max(said.sum(), 1), right / max(same.sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    all_rows = rows()
    sums = np.zeros(len(all_rows.y))
    for round in range(ROUNDS):
        fold = np.random.default_rng(round).permutation(len(all_rows.y)) % FOLDS
        for number in range(FOLDS):
            held = fold == number
            sums[held] += guesses(all_rows.part(held), *fit(all_rows.part(~held)))
    guess = sums / ROUNDS
    for source, name in enumerate((*SETS, "templates")):
        keep = all_rows.source == source
        same = all_rows.y[keep] == 1
        for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
            p, r, f1 = scores(guess[keep] >= threshold, same)
            print(f"{name} from {threshold:.2f}: P {p:.3f} R {r:.3f} F1 {f1:.3f}")  # noqa: T201
    w, b = fit(all_rows)
    for field, weight in zip(fields(Signs), w, strict=True):
        print(f"    {field.name}={weight:.2f},")  # noqa: T201
    print(f"BIAS = {b:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
