"""Fit assistant/handling/weights.npz: which lines call for which cue.

    .venv/bin/python benchmarks/fit_handling.py

Logistic regressions over the sentence model's vectors and the lines' words, taught with the examples of
knowledge/handling_cues.yaml, handling/teaching.jsonl, handling/development.jsonl and, as lines that call for
nothing, the turns of transcripts/development (handling/sessions.yaml names those that do call for something)
and the questions of the templates. The score from which a cue is heard is set by cross-validation with one
author left out at a time, so that no more than FALSE of ordinary lines and FALSE_IN_SESSIONS of the turns of
sessions bring a reminder. The untouched lines are not read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from fitting import Rows, fitted, rows_of, say

from assistant.evaluation.transcripts import folders, read_case
from assistant.handling import ROLES, Cue, read_cues
from assistant.handling.hearing import DUE, WEIGHTS, Weights, windows
from assistant.knowledge import read_library
from assistant.language import LineVectors, installed_embedder
from assistant.settings import Settings, load_settings
from assistant.wiring import Assistant

FOLDER = Path(__file__).parent / "handling"
FALSE = 0.03
FALSE_IN_SESSIONS = 0.01
FOLDS_OF_SESSIONS = 3
SIGNS_FALSE = 0.02
"""Of the other lines of the same roles that are taken for a sign; it counts only beside its cue."""
FEWEST = 2
"""Lines in which a word or pair must stand to count."""

SESSIONS = "sessions"


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
    for row in (FOLDER / "signs.jsonl").read_text(encoding="utf-8").splitlines():
        each = json.loads(row)
        found.append(Taught(each["line"], each["role"], "", "cues", each["sign"]))
    return found + of_sessions() + of_templates()


def of_sessions() -> list[Taught]:
    """Turns of whole sessions, as they are heard: nearly all of them call for nothing."""
    judged = yaml.safe_load((FOLDER / "sessions.yaml").read_text(encoding="utf-8"))
    calls, arguable = {each["line"]: each["cue"] for each in judged["calls"]}, set(judged["arguable"])
    roles = {"interviewer": "handler", "subject": "subject"}
    found = {}
    for place, folder in enumerate(folders("development")):
        for transcript in read_case(folder).transcripts:
            for turn in transcript.turns:
                for window in windows(turn.text):
                    line = window.strip()
                    if line and turn.role in roles and line not in arguable:
                        author = f"{SESSIONS} {place % FOLDS_OF_SESSIONS}"
                        found[line] = Taught(line, roles[turn.role], calls.get(line, ""), author)
    return list(found.values())


def of_templates() -> list[Taught]:
    planner = Assistant(load_settings()).planner
    return [Taught(each.wording, "handler", "", "templates") for each in planner.templates.questions]


def fit(lines: Sequence[Taught], meanings: Rows, cues: Sequence[Cue]) -> tuple[Weights, Any]:
    """The weights that these lines teach, with every threshold 0, and the lines' own rows."""
    vectors = LineVectors.learned([each.line for each in lines], FEWEST)
    rows = rows_of(meanings, vectors, [each.line for each in lines])
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
    return Weights(ids, vectors, np.array(own), np.array(due), 0.0, 0.0, signs), rows


def scores(weights: Weights, rows: Any, roles: Sequence[str], cues: Sequence[Cue]) -> Rows:
    """One row a line, one column a cue."""
    own = rows @ weights.own[:, :-1].T + weights.own[:, -1]
    due = rows @ weights.due[:, :-1].T + weights.due[:, -1]
    of_role = due[np.arange(len(roles)), [ROLES.index(role) for role in roles]]  # type: ignore[arg-type]
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

    found, called, written = [], [], []
    for author in sorted({each.author for each in lines} - {"cues", "templates"}):
        others = [n for n, each in enumerate(lines) if each.author != author]
        his = [n for n, each in enumerate(lines) if each.author == author]
        weights, _ = fit([lines[n] for n in others], meanings[others], cues)
        rows = rows_of(meanings[his], weights.lines, [lines[n].line for n in his])
        found.append(scores(weights, rows, [lines[n].role for n in his], cues))
        called += [lines[n].cue for n in his]
        written += [not author.startswith(SESSIONS)] * len(his)
    scored, wanted, of_authors = np.vstack(found), np.array(called), np.array(written)
    best = scored.max(axis=1)
    in_sessions = (wanted == "") & ~of_authors
    ordinary, due = (wanted == "") & of_authors, (wanted != "") & of_authors
    least = max(
        float(np.quantile(best[ordinary], 1 - FALSE)),
        float(np.quantile(best[in_sessions], 1 - FALSE_IN_SESSIONS)),
    )
    first = np.array(ids)[scored.argmax(axis=1)]
    tail = [float(np.quantile(best[in_sessions], part)) for part in (0.99, 0.999)]
    steeper = (tail[1] - tail[0]) / np.log(10)
    right = (first == wanted) & (best >= least)
    say(f"Left out by author, from {least:.2f} on:")
    say(f"  the right cue first in {right[due].mean():.3f} of {int(due.sum())}")
    for name, those in (("ordinary lines", ordinary), ("turns of sessions", in_sessions)):
        say(f"  false on {(best[those] >= least).mean():.4f} of {int(those.sum())} {name}")

    weights, _ = fit(lines, meanings, cues)
    thresholds = {sign: _threshold(sign, lines, meanings, cues) for sign in ("done", "kept")}
    half = np.float16
    np.savez_compressed(
        WEIGHTS,
        cues=np.array(ids),
        grams=np.array(list(weights.lines.grams)),
        rarity=weights.lines.rarity.astype(half),
        own=weights.own.astype(half),
        due=weights.due.astype(half),
        least=least,
        steeper=steeper,
        done=weights.signs["done"][0].astype(half),
        done_least=thresholds["done"],
        kept=weights.signs["kept"][0].astype(half),
        kept_least=thresholds["kept"],
    )


def _threshold(sign: str, lines: Sequence[Taught], meanings: Rows, cues: Sequence[Cue]) -> float:
    """From which score on a line is taken for the sign, each fifth judged by the others."""
    place = np.arange(len(lines)) % 5
    found = np.zeros(len(lines))
    for fold in range(5):
        rest, own = np.flatnonzero(place != fold), np.flatnonzero(place == fold)
        weights, _ = fit([lines[n] for n in rest], meanings[rest], cues[:1])
        row = weights.signs[sign][0]
        found[own] = rows_of(meanings[own], weights.lines, [lines[n].line for n in own]) @ row[:-1] + row[-1]
    right = np.array([each.sign == sign for each in lines])
    roles = {each.role for each in lines if each.sign == sign}
    others = np.array([each.sign != sign and each.role in roles for each in lines])
    least = float(np.quantile(found[others], 1 - SIGNS_FALSE))
    say(f"{sign}: from {least:.2f} on {(found[right] >= least).mean():.2f} of {int(right.sum())} known")
    return least


if __name__ == "__main__":
    main()
