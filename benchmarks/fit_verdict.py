"""Fit the weights of assistant/policy/verdict.py on the development questions.

    .venv/bin/python benchmarks/fit_verdict.py

Prints what five-fold cross-validation makes of them and the weights to put into the module. The held-out
questions are not read.
"""

from __future__ import annotations

from dataclasses import astuple, fields

import numpy as np

from assistant.evaluation.evaluating import QUESTIONS
from assistant.evaluation.measures import abstention
from assistant.evaluation.questions import read_questions
from assistant.policy import read_question
from assistant.policy.verdict import Signs
from assistant.settings import load_settings
from assistant.wiring import Assistant

SETS = ("development.jsonl", "development_more.jsonl")
RIDGE = 0.02
STEPS = 4000
RATE = 0.3


def fit(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Ridge logistic regression on standardised columns; returns weights and bias for raw columns."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = (x - mean) / spread
    w, b = np.zeros(x.shape[1]), 0.0
    weight = np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-(z @ w + b))) - y) * weight
        w -= RATE * (z.T @ error / len(y) + RIDGE * w)
        b -= RATE * error.mean()
    return w / spread, b - float((w / spread) @ mean)


def main() -> None:
    assistant = Assistant(load_settings())
    print("Words alone")  # noqa: T201
    report(assistant)
    assistant.search.refresh()
    print("Words and meaning")  # noqa: T201
    report(assistant)


def report(assistant: Assistant) -> None:
    """Print cross-validated figures at several thresholds, then the weights fitted on everything."""
    rows, labels = [], []
    for name in SETS:
        for each in read_questions(QUESTIONS / name):
            inquiry = read_question(each.question, assistant.library, each.as_of, each.history)
            rows.append(astuple(assistant.asking.judge(inquiry).signs))
            labels.append(float(bool(each.gold)))
    x, y = np.array(rows), np.array(labels)
    folds = np.random.default_rng(0).permutation(len(y)) % 5
    guess = np.zeros(len(y))
    for fold in range(5):
        w, b = fit(x[folds != fold], y[folds != fold])
        guess[folds == fold] = 1 / (1 + np.exp(-(x[folds == fold] @ w + b)))
    for threshold in (0.35, 0.4, 0.45, 0.5, 0.55):
        kept = abstention([(bool(g < threshold), not yes) for g, yes in zip(guess, y, strict=True)])
        print(f"below {threshold:.2f}: P {kept.precision:.3f} R {kept.recall:.3f} F1 {kept.f1:.3f}")  # noqa: T201
    w, b = fit(x, y)
    names = [field.name for field in fields(Signs)]
    print("weights", dict(zip(names, np.round(w, 2).tolist(), strict=True)), "bias", round(b, 2))  # noqa: T201


if __name__ == "__main__":
    main()
