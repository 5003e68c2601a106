"""The respondent on paper: which questions of a form some path reaches, and how expressions are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.questionnaires.exports.form import Condition, form_of
from assistant.questionnaires.plan import Plan, Question, Section
from assistant.questionnaires.respondent import Step, holds, missed, unreachable, unreached

YES_NO = ("yes", "no", "")


def test_every_question_of_a_plan_is_reached(plan: Plan) -> None:
    assert unreachable(plan) == ()


def test_a_question_that_hangs_on_many_facts_is_reached_soon() -> None:
    facts = tuple(f"fact_{n}" for n in range(200))
    asked = Question("Q", "Who?", "open", 1.0, 2, ask_if=facts)
    plan = Plan("", {}, (), "follow-up", 5, 1, (Section("S", "", "", (), (asked,)),))
    assert unreachable(plan) == ()


@pytest.mark.parametrize(
    ("rules", "missed"),
    [
        ({"b": "${a} = 'yes'"}, []),
        ({"b": "${a} = 'yes'", "c": "${b} = 'no'"}, []),
        ({"b": "${a} = 'yes' or ${a} = 'no'"}, []),
        ({"b": "${a} = 'perhaps'"}, ["b"]),
        ({"b": "${a} = 'yes' and ${a} = 'no'"}, ["b"]),
        ({"b": "${nobody} = 'yes'"}, ["b"]),
        # An answer that comes later, or his own, is not there yet.
        ({"a": "${c} = 'yes'"}, ["a"]),
        ({"a": "${a} = 'yes'"}, ["a"]),
        # What hangs on a row that nobody reaches is not reached either.
        ({"a": "${x} = 'yes'", "b": "${a} = 'yes'", "c": "${b} != ''"}, ["a", "b", "c"]),
        # To be asked c one has to say yes to b, which is only asked of those who said no to a.
        ({"b": "${a} = 'no'", "c": "${a} = 'yes' and ${b} = 'yes'"}, ["c"]),
        ({"b": "${a} = 'no'", "c": "${a} = 'no' and ${b} = 'yes'"}, []),
        # Passed over is a way too.
        ({"b": "${a} = ''"}, []),
    ],
)
def test_what_no_path_reaches_is_named(rules: Mapping[str, str], missed: list[str]) -> None:
    steps = [Step(name, rules.get(name, ""), YES_NO) for name in "abc"]
    assert list(unreached(steps)) == missed


@pytest.mark.parametrize("part", ["question", "follow-up", "how known"])
def test_a_row_that_nobody_reaches_stands_for_its_question(rich_plan: Plan, part: str) -> None:
    """A condition must name a row above it: here one names none."""
    form = list(form_of(rich_plan))
    last = max(number for number, row in enumerate(form) if row.part == part)
    question = next(row.question for row in reversed(form[: last + 1]) if row.question)
    form[last] = replace(form[last], shown_if=(Condition("nobody", ("yes",)),))
    assert missed(form) == (question.id,)


@pytest.mark.parametrize(
    ("relevant", "true"),
    [
        ("", True),
        ("${a} = 'yes'", True),
        ("${a}='no'", False),
        ("${a} != 'no'", True),
        ("'yes' = ${a}", True),
        ("${b} = ''", True),
        ("${b} != ''", False),
        ("${a} = 'no' or ${c} = 'told'", True),
        ("${a} = 'no' and ${c} = 'told' or ${a} = 'yes'", True),
        ("${a} = 'yes' or ${c} = 'told' and ${a} = 'no'", True),
        ("(${a} = 'yes' or ${c} = 'told') and ${a} = 'no'", False),
        ("${a} = ${a}", True),
    ],
)
def test_an_expression_is_read_as_xpath_reads_it(relevant: str, true: bool) -> None:
    assert holds(relevant, {"a": "yes", "c": "told"}) is true


@pytest.mark.parametrize(
    "relevant",
    [
        "${a}",
        "'yes'",
        "${a} =",
        "= 'yes'",
        "(${a} = 'yes'",
        "${a} = 'yes')",
        "${a} = 'yes' ${b} = 'no'",
        "not(${a} = 'yes')",
        "${a} > 1",
        "${a} = 'yes",
        "and",
    ],
)
def test_what_is_no_expression_is_refused(relevant: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        holds(relevant, {"a": "yes"})
