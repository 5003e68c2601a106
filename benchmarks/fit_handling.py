"""Fit assistant/handling/weights.npz: which lines call for which cue.

    .venv/bin/python benchmarks/fit_handling.py

Logistic regressions over the sentence model's vectors and the lines' words, taught with the examples of
knowledge/handling_cues.yaml, handling/teaching.jsonl and handling/development.jsonl. The score from which a
cue is heard is set by cross-validation with one author left out at a time, so that no more than FALSE of
ordinary lines bring a reminder. The untouched lines are not read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.handling import ROLES, Cue, read_cues
from assistant.handling.hearing import DUE, WEIGHTS, WORDS_WEIGH, Weights, grams_of
from assistant.knowledge import read_library
from assistant.language import installed_embedder
from assistant.settings import Settings

FOLDER = Path(__file__).parent / "handling"
FALSE = 0.03
SIGNS_PRECISION = 0.9
FEWEST = 2
"""Lines in which a word or pair must stand to count."""

Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Taught:
    """A line; ``cue`` is "" for one that calls for nothing, ``sign`` "done" or "kept" where it is one."""

    line: str
    role: str
    cue: str
    author: str
    sign: str = ""


def taught(cues: Sequence[Cue]) -> list[Taught]:
    found = []
    for cue in cues:
        found += [Taught(each, role, cue.id, "cues") for role, of in cue.examples.items() for each in of]
        found += [Taught(each, role, "", "cues") for role, of in cue.counter_examples.items() for each in of]
        found += [Taught(each, "note", "", "cues", "done") for each in cue.moot]
        found += [Taught(each, "handler", "", "cues", "kept") for each in cue.kept_examples]
    for file in ("teaching.jsonl", "development.jsonl"):
        for row in (FOLDER / file).read_text(encoding="utf-8").splitlines():
            each = json.loads(row)
            cue = each["cues"][0] if each["cues"] else ""
            found.append(Taught(each["line"], each["role"], cue, each["author"]))
    return found


def vocabulary(lines: Sequence[Taught]) -> tuple[dict[str, int], Rows]:
    """Words and pairs that stand in enough lines, with the logarithm of how rare they are."""
    counted = Counter(gram for each in lines for gram in set(grams_of(each.line)))
    grams = sorted(gram for gram, count in counted.items() if count >= FEWEST)
    rarity = np.array([np.log((1 + len(lines)) / (1 + counted[gram])) + 1 for gram in grams])
    return {gram: place for place, gram in enumerate(grams)}, rarity


def fitted(rows: Rows, right: NDArray[np.bool_]) -> Rows:
    """One row of weights, the constant last."""
    model = LogisticRegression(C=4.0, class_weight="balanced", max_iter=3000).fit(rows, right)
    return np.append(model.coef_[0], model.intercept_[0])


def fit(lines: Sequence[Taught], meanings: Rows, cues: Sequence[Cue]) -> tuple[Weights, Rows]:
    """The weights that these lines teach, with every threshold 0, and the lines' own rows."""
    grams, rarity = vocabulary(lines)
    nothing = np.zeros((0, 0))
    words = Weights((), grams, rarity, nothing, nothing, 0.0, {})
    rows = np.hstack([meanings, np.array([WORDS_WEIGH * words.words(each.line) for each in lines])])
    roles = np.array([each.role for each in lines])
    called = np.array([each.cue for each in lines])
    due = [fitted(rows[roles == role], called[roles == role] != "") for role in ROLES]
    own = []
    for cue in cues:
        heard = np.isin(roles, cue.hears)
        own.append(fitted(rows[heard], called[heard] == cue.id))
    signs = {}
    for sign in ("done", "kept"):
        signs[sign] = (fitted(rows, np.array([each.sign == sign for each in lines])), 0.0)
    ids = tuple(cue.id for cue in cues)
    return Weights(ids, grams, rarity, np.array(own), np.array(due), 0.0, signs), rows


def scores(weights: Weights, rows: Rows, roles: Sequence[str], cues: Sequence[Cue]) -> Rows:
    """One row a line, one column a cue."""
    own = rows @ weights.own[:, :-1].T + weights.own[:, -1]
    due = rows @ weights.due[:, :-1].T + weights.due[:, -1]
    of_role = due[np.arange(len(rows)), [ROLES.index(role) for role in roles]]  # type: ignore[arg-type]
    hears = np.array([[role in cue.hears for cue in cues] for role in roles])
    return np.where(hears, (1 - DUE) * own + DUE * of_role[:, None], -np.inf)


def main() -> None:
    settings = Settings()
    cues = list(
        read_cues(settings.knowledge / "handling_cues.yaml", read_library(settings.knowledge)).values()
    )
    lines = taught(cues)
    meanings = np.asarray(installed_embedder().encode([each.line for each in lines]), dtype=np.float64)
    ids = [cue.id for cue in cues]

    found, called = [], []
    for author in sorted({each.author for each in lines} - {"cues"}):
        others = [n for n, each in enumerate(lines) if each.author != author]
        his = [n for n, each in enumerate(lines) if each.author == author]
        weights, _ = fit([lines[n] for n in others], meanings[others], cues)
        words = np.array([WORDS_WEIGH * weights.words(lines[n].line) for n in his])
        rows = np.hstack([meanings[his], words])
        found.append(scores(weights, rows, [lines[n].role for n in his], cues))
        called += [lines[n].cue for n in his]
    scored, wanted = np.vstack(found), np.array(called)
    best = scored.max(axis=1)
    ordinary = wanted == ""
    least = float(np.quantile(best[ordinary], 1 - FALSE))
    first = np.array(ids)[scored.argmax(axis=1)]
    right = (first == wanted) & (best >= least)
    print(
        f"left out by author: from {least:.2f} on the right cue is first in {right[~ordinary].mean():.3f} "  # noqa: T201
        f"of {int((~ordinary).sum())}, false on {(best[ordinary] >= least).mean():.3f} of {int(ordinary.sum())}"
    )

    weights, rows = fit(lines, meanings, cues)
    thresholds = {sign: _threshold(sign, lines, meanings, cues) for sign in ("done", "kept")}
    half = np.float16
    np.savez_compressed(
        WEIGHTS,
        cues=np.array(ids),
        grams=np.array(list(weights.grams)),
        rarity=weights.rarity.astype(half),
        own=weights.own.astype(half),
        due=weights.due.astype(half),
        least=least,
        done=weights.signs["done"][0].astype(half),
        done_least=thresholds["done"],
        kept=weights.signs["kept"][0].astype(half),
        kept_least=thresholds["kept"],
    )


def _threshold(
    sign: str, lines: Sequence[Taught], meanings: Rows, cues: Sequence[Cue], folds: int = 5
) -> float:
    """From which score on a line is taken for the sign: as precise as SIGNS_PRECISION, each fold by the others."""
    place = np.arange(len(lines)) % folds
    found = np.zeros(len(lines))
    for fold in range(folds):
        rest, own = np.flatnonzero(place != fold), np.flatnonzero(place == fold)
        weights, _ = fit([lines[n] for n in rest], meanings[rest], cues[:1])
        row = weights.signs[sign][0]
        words = np.array([WORDS_WEIGH * weights.words(lines[n].line) for n in own])
        found[own] = np.hstack([meanings[own], words]) @ row[:-1] + row[-1]
    right = np.array([each.sign == sign for each in lines])
    for least in np.arange(-1.0, 4.0, 0.05):
        heard = found >= least
        if heard.any() and right[heard].mean() >= SIGNS_PRECISION:
            print(
                f"{sign}: from {least:.2f} precision {right[heard].mean():.2f}, recall {heard[right].mean():.2f}"
            )  # noqa: T201
            return float(least)
    return float("inf")


if __name__ == "__main__":
    main()
