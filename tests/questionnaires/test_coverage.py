"""Which requirement is served by which question, and why one is not."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.knowledge import Library
from assistant.language import Embedder
from assistant.questionnaires import (
    Plan,
    Planner,
    Templates,
    Wanted,
    coverage,
    profile_of,
    read_kinds,
    read_templates,
)
from assistant.settings import PROJECT

FOLDER = PROJECT / "debrief_templates"


@pytest.fixture(scope="module")
def templates(library: Library) -> Templates:
    return read_templates(FOLDER, library)


@pytest.fixture(scope="module")
def plan(templates: Templates, embedder: Embedder) -> Plan:
    planner = Planner(templates, read_kinds(FOLDER / "kinds.yaml"), embedder)
    profile = profile_of({"post": "second mate of a timber carrier"}, date(2026, 1, 1))
    return planner.build(Wanted(profile, ("NAVY", "AEC"), "full debrief", 200))


def test_every_requirement_of_the_plans_agencies_has_its_row(plan: Plan, templates: Templates) -> None:
    expected = [r.id for id in ("NAVY", "AEC") for r in templates.agency(id).requirements]
    assert [row.requirement for row in coverage(plan, templates)] == expected


def test_every_question_of_an_agency_is_in_the_row_of_its_requirement(
    plan: Plan, templates: Templates
) -> None:
    rows = {row.requirement: row for row in coverage(plan, templates)}
    for question in plan.questions:
        for asker in question.askers:
            assert question.id in rows[asker.requirement].asked
    for left in plan.left_for_later:
        for asker in left.question.askers:
            assert left.question.id in rows[asker.requirement].left


def test_a_row_says_why_nothing_is_asked(plan: Plan, templates: Templates) -> None:
    rows = coverage(plan, templates)
    assert {row.says.split(" ")[0] for row in rows if row.asked} <= {str(n) for n in range(1, 40)}
    silent = [row for row in rows if not row.asked and not row.left]
    assert silent
    assert all("this man" in row.says for row in silent)
    assert any("for scientist" in row.says for row in silent)
