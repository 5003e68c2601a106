"""What changed from one version of a plan to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.questionnaires.plan import Plan, Question

ChangeKind = Literal["added", "dropped", "reworded", "moved", "more or less time", "asked by others"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``before`` or ``after`` is "" where there is none."""

    kind: ChangeKind
    id: str
    before: str
    after: str


def compare(old: Plan, new: Plan) -> list[Change]:
    """Differences in the order of the new plan, what was dropped last."""
    before, after = _by_id(old), _by_id(new)
    changes = []
    for id, (question, section) in after.items():
        if id not in before:
            changes.append(Change("added", id, "", question.wording))
            continue
        was, was_in = before[id]
        if was.wording != question.wording:
            changes.append(Change("reworded", id, was.wording, question.wording))
        if was_in != section:
            changes.append(Change("moved", id, was_in, section))
        if was.minutes != question.minutes:
            changes.append(
                Change("more or less time", id, f"{was.minutes:g} minutes", f"{question.minutes:g} minutes")
            )
        if set(was.agencies) != set(question.agencies):
            changes.append(
                Change("asked by others", id, ", ".join(was.agencies), ", ".join(question.agencies))
            )
    dropped = [Change("dropped", id, was.wording, "") for id, (was, _) in before.items() if id not in after]
    return changes + _reordered(old, new) + dropped


def _reordered(old: Plan, new: Plan) -> list[Change]:
    """Questions that overtook others within a section: the fewest that explain the new order."""
    was = [question.id for question in old.questions]
    now = [question.id for question in new.questions if question.id in set(was)]
    place = {id: n for n, id in enumerate(now)}
    kept = _longest_rising([place[id] for id in was if id in place])
    sections = {id: section for id, (_, section) in _by_id(new).items()}
    before = {id: section for id, (_, section) in _by_id(old).items()}
    return [
        Change("moved", id, f"place {was.index(id) + 1}", f"place {now.index(id) + 1}")
        for id in now
        if place[id] not in kept and sections[id] == before[id]
    ]


def _longest_rising(numbers: list[int]) -> set[int]:
    """The numbers of a longest rising run, not necessarily next to each other."""
    runs: list[list[int]] = []
    for number in numbers:
        before: list[int] = []
        for run in runs:
            if run[-1] < number and len(run) > len(before):
                before = run
        runs.append([*before, number])
    longest: list[int] = max(runs, key=len) if runs else []
    return set(longest)


def _by_id(plan: Plan) -> Mapping[str, tuple[Question, str]]:
    return {
        question.id: (question, section.title.removesuffix(", continued"))
        for section in plan.sections
        for question in section.questions
    }
