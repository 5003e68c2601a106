"""What happens once in a life, or once in a place, told with two dates.

Flags: "we married in May 1948" / "we married in 1951"; "I joined the Party in 1946" / "in 1949 I joined the
Party".
Stays silent on: the more precise date, a rough one, another school, ship or place, two trips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import overlap

_BY_THEMSELVES = frozenset("marry graduate divorce desert defect".split())
"""Done once by most people: no other word need be the same."""

_WITH_ITS_THING = frozenset(
    "join enter finish begin start leave become receive get pass arrive come move wound capture "
    "promote enlist retire found open close sink die meet transfer release arrest buy sell sign".split()
)
"""Done once to one thing: the thing must be named in both."""

MOST = 500


def find(case: Case) -> Iterator[Pair]:
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in case.affirmed:
        when = statement.when
        if when is None or when.rough or when.whole or statement.date_from_before:
            continue
        who = "I" if statement.of_mine else statement.who
        if who and statement.verb in _BY_THEMSELVES | _WITH_ITS_THING:
            told[who, statement.verb].append(statement)
    for (_, verb), statements in told.items():
        for one, other in islice(combinations(statements, 2), MOST):
            if pair := _against(case, verb, one, other):
                yield pair


def _against(case: Case, verb: str, one: Statement, other: Statement) -> Pair | None:
    if one.source.key == other.source.key or one.when is None or other.when is None:
        return None
    if overlap(one.when, other.when):
        return None
    if one.places and other.places and not {*one.places} & {*other.places}:
        return None
    things = case.rare((one.lemmas & other.lemmas) - {verb})
    names = {*one.people, *one.places} & {*other.people, *other.places}
    if verb not in _BY_THEMSELVES and not names and len(things) < 1:
        return None
    unsure = one.resolved or other.resolved or not (verb in _BY_THEMSELVES or names or len(things) > 1)
    tier: Strength = "look" if unsure else "clarify"
    return Pair("value", tier, one, other, "dates", central=True, weight=2.0 + len(things) + len(names))
