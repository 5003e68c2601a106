"""A model that tells how surely two texts contradict each other orders the points and changes none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sessions import FIRST, SECOND, session

from assistant.bona_fides import Finding, check

TALKS = [
    session(
        "one.txt",
        FIRST,
        ("When were you born?", "I was born in 1919."),
        ("Do you know Tolk?", "Tolk? I never exchanged a word with Tolk."),
        ("And the bank?", "I married in May 1948 in Telc."),
    ),
    session(
        "two.txt",
        SECOND,
        ("And once more?", "I was born in 1921."),
        ("Who else came?", "I talked with Tolk for an hour."),
        ("When did you marry?", "I married in June 1950."),
    ),
]


def ids(findings: Sequence[Finding]) -> list[str]:
    return [finding.id for finding in findings]


def test_the_surest_stand_first_inside_their_tier() -> None:
    usual = check(TALKS).findings
    assert len(usual) > 2
    asked: list[tuple[str, str]] = []

    def rising(pairs: Sequence[tuple[str, str]]) -> list[float]:
        asked.extend(pairs)
        return [n / len(pairs) for n in range(len(pairs))]

    given = check(TALKS, contradiction=rising).findings
    assert asked == [(each.first.words, each.second.words) for each in usual]
    tiers = list(dict.fromkeys(finding.tier for finding in usual))
    assert ids(given) == [
        finding.id for tier in tiers for finding in reversed([each for each in usual if each.tier == tier])
    ]
    assert set(given) == set(usual)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_where_all_are_alike_the_usual_order_stays(sure: float) -> None:
    given = check(TALKS, contradiction=lambda pairs: [sure] * len(pairs))
    assert given.findings == check(TALKS).findings


def test_of_no_points_nothing_is_asked() -> None:
    def never(pairs: Sequence[tuple[str, str]]) -> list[float]:
        raise AssertionError("it was asked")

    assert check(TALKS[:1], contradiction=never).findings == ()
