"""The small language in which a template says when a question applies."""

from __future__ import annotations

import pytest

from assistant.errors import BadContent
from assistant.questionnaires.conditions import apply, read_condition

PILOT = {
    "kind": "pilot",
    "service": "Air Force",
    "access": ("airfield", "weapons"),
    "places": ("New York, United States",),
    "recalled": True,
    "has_family_behind": None,
}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("", True),
        ('kind == "pilot"', True),
        ('kind == "Pilot"', True),
        ('kind != "pilot"', False),
        ('kind == "soldier" or "airfield" in access', True),
        ('kind == "pilot" and "ciphers" in access', False),
        ('"ciphers" not in access', True),
        ('"United States" in places', True),
        ('not (kind == "soldier" or kind == "diplomat")', True),
        ('rank == "colonel"', False),
        ('rank != "colonel"', True),
        ("recalled", True),
        ("not recalled", False),
    ],
)
def test_a_condition_is_worked_out(condition: str, holds: bool) -> None:
    assert apply(condition, PILOT).holds is holds


@pytest.mark.parametrize(
    ("condition", "holds", "to_settle"),
    [
        ("has_family_behind", None, ("has_family_behind",)),
        ("not has_family_behind", None, ("has_family_behind",)),
        ('kind == "pilot" and has_family_behind', None, ("has_family_behind",)),
        ('kind == "soldier" and has_family_behind', False, ()),
        ("recalled or has_family_behind", True, ()),
        ("has_family_behind and brought_documents", None, ("has_family_behind", "brought_documents")),
    ],
)
def test_a_yes_or_no_that_is_not_known_leaves_it_open(
    condition: str, holds: bool | None, to_settle: tuple[str, ...]
) -> None:
    worked = apply(condition, PILOT)
    assert (worked.holds, worked.to_settle) == (holds, to_settle)


@pytest.mark.parametrize(
    "condition",
    [
        "__import__('os').system('true')",
        "kind",
        'kind = "pilot"',
        'kind == "pilot" and',
        'colour == "red"',
        '"red" in kind',
        "kind == 3",
        "1 < 2",
        "recalled == True",
        "(" * 200 + "recalled" + ")" * 200,
        'kind == "' + "x" * 500 + '"',
    ],
)
def test_anything_else_is_refused(condition: str) -> None:
    with pytest.raises(BadContent):
        read_condition(condition)
