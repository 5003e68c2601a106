"""Measure reminders on labelled lines, beside the obvious alternative.

A line is right when the cue heard first is the one that it is labelled with first. The baseline takes the
cue of the nearest example by MiniLM (counter-examples call for nothing), in the line's role.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.errors import NotFound
from assistant.evaluation.baseline import minilm
from assistant.handling import Cue, Hearing, Role

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "handling"

Judge = Callable[[str, Role], str]
"""A line and its role to the cue that comes first; "" for none."""


@dataclass(frozen=True, slots=True)
class LabelledLine:
    line: str
    role: Role
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """``by_cue``: lines that call for a cue, and those of them for which it came first."""

    called: int
    right: int
    ordinary: int
    false: int
    by_cue: dict[str, tuple[int, int]]

    @property
    def recall(self) -> float:
        return self.right / max(1, self.called)

    @property
    def false_rate(self) -> float:
        return self.false / max(1, self.ordinary)


def read_lines(name: str) -> list[LabelledLine]:
    """The labelled lines of a set. Raises NotFound."""
    path = FOLDER / f"{name}.jsonl"
    if not path.exists():
        known = ", ".join(sorted(each.stem for each in FOLDER.glob("*.jsonl")))
        raise NotFound(f"There is no set of lines of that name. Known are: {known}.")
    rows = (json.loads(row) for row in path.read_text(encoding="utf-8").splitlines())
    return [LabelledLine(row["line"], row["role"], tuple(row["cues"])) for row in rows]


def count(lines: Sequence[LabelledLine], judge: Judge) -> Counted:
    right = false = called = 0
    by_cue: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for each in lines:
        first = judge(each.line, each.role)
        if each.cues:
            hit = first == each.cues[0]
            called += 1
            right += hit
            by_cue[each.cues[0]][0] += 1
            by_cue[each.cues[0]][1] += hit
        else:
            false += bool(first)
    return Counted(called, right, len(lines) - called, false, {cue: (n, r) for cue, (n, r) in by_cue.items()})


def nearest_example(cues: Sequence[Cue]) -> Judge:
    """The baseline."""
    embedder = minilm()
    taught = [
        (role, cue.id if calls else "", line)
        for cue in cues
        for calls, by_role in ((True, cue.examples), (False, cue.counter_examples))
        for role, of in by_role.items()
        for line in of
    ]
    rows = embedder.encode([line for _, _, line in taught])

    def judge(line: str, role: Role) -> str:
        near = rows @ embedder.encode_question(line)
        near = np.where([of == role for of, _, _ in taught], near, -1.0)
        return taught[int(near.argmax())][1]

    return judge


def evaluate_reminders(hearing: Hearing, names: Sequence[str]) -> str:
    """A table in Markdown: reminders and baseline on each set, and the cues that are heard worst."""
    baseline = nearest_example(list(hearing.cues.values()))

    def ours(line: str, role: Role) -> str:
        heard = hearing.hear(line, role)
        return heard[0].cue if heard else ""

    table = [
        "| set | lines | right cue first | false on ordinary | p50 ms | baseline right | baseline false |",
        "|---|---|---|---|---|---|---|",
    ]
    worst = []
    for name in names:
        lines = read_lines(name)
        times = []
        ours(lines[0].line, lines[0].role)
        for each in lines:
            started = time.perf_counter()
            ours(each.line, each.role)
            times.append(1000 * (time.perf_counter() - started))
        found, plain = count(lines, ours), count(lines, baseline)
        median = sorted(times)[len(times) // 2]
        table.append(
            f"| {name} | {len(lines)} | {found.recall:.2f} ({found.right} of {found.called}) "
            f"| {found.false_rate:.3f} ({found.false} of {found.ordinary}) | {median:.1f} "
            f"| {plain.recall:.2f} | {plain.false_rate:.3f} |"
        )
        missed = sorted(found.by_cue.items(), key=lambda each: each[1][1] / each[1][0])[:6]
        worst.append(f"{name}, heard worst: " + ", ".join(f"{cue} {r} of {n}" for cue, (n, r) in missed))
    return "\n".join([*table, "", *worst])
