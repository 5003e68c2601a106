"""Fit assistant/wording/meaning.json: faults of wording by meaning.

    .venv/bin/python benchmarks/fit_wording.py

A ridge logistic regression a kind over the sentence model's vectors, taught with wording/teaching.yaml, the
development questions and, as questions without a fault, those of the templates. Prints what eight-fold
cross-validation makes of each kind; a kind enters the file only with a score from which it is as precise as
PRECISION and finds RECALL of its faults. The held-out questions are not read.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from assistant.language import Embedder
from assistant.settings import load_settings
from assistant.wiring import Assistant
from assistant.wording.meaning import WEIGHTS

FOLDER = Path(__file__).parent / "wording"
PRECISION = 0.92
RECALL = 1 / 3


def labelled() -> list[tuple[str, set[str]]]:
    """Questions with their faults; an example is labelled with the fault it was written for."""
    found = []
    for kind, examples in yaml.safe_load((FOLDER / "teaching.yaml").read_text(encoding="utf-8")).items():
        found += [(question, {kind}) for question in examples["faulty"]]
        found += [(question, set()) for question in examples["sound"]]
    for line in (FOLDER / "development.jsonl").read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        found.append((each["q"], set(each["faults"])))
    planner = Assistant(load_settings()).planner
    return found + [(question.wording, set()) for question in planner.templates.questions]


def main() -> None:
    examples = labelled()
    vectors = Embedder().encode([question for question, _ in examples])
    taught = sorted(yaml.safe_load((FOLDER / "teaching.yaml").read_text(encoding="utf-8")))
    rows = {}
    for kind in taught:
        right = np.array([kind in faults for _, faults in examples])
        model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=3000)
        scores = np.mean(
            [
                cross_val_predict(
                    model,
                    vectors,
                    right,
                    cv=StratifiedKFold(8, shuffle=True, random_state=seed),
                    method="decision_function",
                )
                for seed in range(4)
            ],
            axis=0,
        )
        kept = None
        for least in np.arange(0.0, 3.0, 0.05):
            found = scores >= least
            precision, recall = right[found].mean() if found.any() else 0.0, found[right].mean()
            if precision >= PRECISION and recall >= RECALL:
                kept = float(least)
                print(f"{kind}: from {least:.2f} precision {precision:.2f}, recall {recall:.2f}")  # noqa: T201
                break
        if kept is None:
            print(f"{kind}: left to the rules, no score is precise enough")  # noqa: T201
            continue
        model.fit(vectors, right)
        rows[kind] = {
            "least": round(kept - float(model.intercept_[0]), 3),
            "weights": [round(float(weight), 3) for weight in model.coef_[0]],
        }
    WEIGHTS.write_text(json.dumps(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
