"""Two values for what can have only one: his birth, whom he served under at one time, his age at a date.

Flags: "born in 1908" / "in September 1923 I was just past twelve"; "from 1952 to the end my chief was
Szűcs" / "in 1954 our chief was Lakatos".
Stays silent on: the more precise value, a year's roughness of an age, one chief after another, another's
birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import number, overlap

_BORN = re.compile(r"\b(?:I was born|born (?:on|in)|I am from (?:19|18)\d\d)\b", re.IGNORECASE)
_AGE = re.compile(
    r"\bI (?:was|am|had)(?: just| then| only| not yet| a boy)* (?:past |turned |not quite "
    r")?(?P<age>\d{1,2}|[a-z]+(?:-[a-z]+)?)(?: years old| years of age)?\b"
    r"|\bboy(?: just)?(?: past| of) (?P<boy>[a-z]+)\b|\bday I was (?P<day>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_SAME_ROLE = dict.fromkeys(("boss", "superior", "head", "head of department"), "chief")
_WHO_WAS = re.compile(
    r"\bwho (?:was|were|is) (?:your|the) (?P<role>chief|commander|director|boss|superior|head(?: of "
    r"department)?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:my|our|the) (?P<role>chief|commander|director|boss|superior|head|first secretary|captain|"
    r"teacher|driver|deputy)"
    r"(?: of (?:our |the )?\w+| in \w+)? (?:was|is)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Pair]:
    births = [
        s for s in case.affirmed if s.who == "I" and s.when and not s.when.rough and _BORN.search(s.words)
    ]
    yield from _births(births)
    yield from _ages(case, births)
    yield from _roles(case)


def _births(births: Sequence[Statement]) -> Iterator[Pair]:
    for one, other in combinations(births, 2):
        if one.when and other.when and not overlap(one.when, other.when):
            yield Pair("value", "clarify", one, other, "birth", central=True, weight=3)
            return


def _ages(case: Case, births: Sequence[Statement]) -> Iterator[Pair]:
    if not births or births[0].when is None:
        return
    born = births[0].when
    for other in case.affirmed:
        age = _age(other)
        if not age or other.when is None or other.when.rough or other.unsure:
            continue
        youngest = other.when.start.year - born.end.year - 1
        oldest = other.when.end.year - born.start.year
        if not youngest - 1 < age < oldest + 1 and abs(age - oldest) < 60:
            yield Pair("value", "clarify", births[0], other, "age", central=True, weight=2)


def _age(statement: Statement) -> int:
    if statement.who != "I":
        return 0
    match = _AGE.search(statement.words)
    said = next((part for part in match.groups() if part), "") if match else ""
    value = int(said) if said.isdigit() else number(said)
    return value if 3 <= value <= 99 else 0


def _roles(case: Case) -> Iterator[Pair]:
    by_role: dict[str, list[Statement]] = {}
    for statement in case.affirmed:
        match = _ROLE.search(statement.words) or (not statement.verb and _WHO_WAS.search(statement.asked))
        when = statement.when or next((s.when for s in case.of_turn[statement.source.key] if s.when), None)
        if match and len(set(statement.people)) == 1 and when:
            role = _SAME_ROLE.get(match["role"].lower(), match["role"].lower())
            by_role.setdefault(role, []).append(replace(statement, when=when))
    for role, told in by_role.items():
        for one, other in combinations(told, 2):
            if one.people == other.people or not one.when or not other.when:
                continue
            if overlap(one.when, other.when) or _goes_on(one, other) or _goes_on(other, one):
                tier: Strength = "look" if one.unsure or other.unsure else "clarify"
                yield Pair("value", tier, one, other, role, weight=2)


def _goes_on(lasting: Statement, other: Statement) -> bool:
    """ "From 1952 to the end": it began before and did not stop."""
    if (
        not lasting.when
        or not other.when
        or not re.search(
            r"\b(?:to|until) the (?:very )?(?:end|last)\b|\buntil I left\b|\bwithout (?:a|one|a single|"
            r"any) (?:single "
            r")?(?:day|break|interruption)",
            lasting.source.turn.text,
        )
    ):
        return False
    return lasting.when.start <= other.when.start
