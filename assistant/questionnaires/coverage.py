"""Which requirement is asked for by which question of a plan, and which is not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.questionnaires.plan import Plan
from assistant.questionnaires.templates import Agency, Templates


@dataclass(frozen=True, slots=True)
class Covered:
    """A requirement with the ids of the questions that serve it: asked, and left for later."""

    agency: str
    requirement: str
    needs: str
    priority: int
    asked: tuple[str, ...]
    left: tuple[str, ...]
    for_others: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """In words, for the table."""
        if self.asked:
            return f"{len(self.asked)} asked" + (f", {len(self.left)} left" if self.left else "")
        if self.left:
            return f"left for later ({len(self.left)})"
        if self.for_others:
            return f"not for this man: for {', '.join(self.for_others)}"
        return "nothing to ask of this man"


def coverage(plan: Plan, templates: Templates) -> list[Covered]:
    """Every requirement of the plan's agencies, in their order."""
    return [row for id in plan.agencies for row in _of_agency(plan, templates.agency(id))]


def _of_agency(plan: Plan, agency: Agency) -> list[Covered]:
    rows = []
    for requirement in agency.requirements:
        asked = _serving(requirement.id, [(q.id, [a.requirement for a in q.askers]) for q in plan.questions])
        left = _serving(
            requirement.id,
            [(e.question.id, [a.requirement for a in e.question.askers]) for e in plan.left_for_later],
        )
        others = requirement.subjects if not asked and not left else ()
        rows.append(
            Covered(agency.id, requirement.id, requirement.needs, requirement.priority, asked, left, others)
        )
    return rows


def _serving(requirement: str, questions: Sequence[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    return tuple(id for id, requirements in questions if requirement in requirements)
