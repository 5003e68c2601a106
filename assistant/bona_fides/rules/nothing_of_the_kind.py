"""He had no such thing, or was never in such a place, against having it or being there.

Flags: "I have no brothers" / "my brother went with me"; "I was never in Berlin" / "in Berlin I slept at the
station"; "never outside Poland, never in Austria" / "in Vienna I slept at the station".
Stays silent on: another time, a thing of others, having passed by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import overlap

_NONE = re.compile(
    r"\b(?:no|not (?:a|an|one|any)|never (?:a|an|any|had (?:a|an|any))|n't (?:a|an|any|have (?:a|an|any)))\s+"
    r"(?:\w+\s+)?(?P<thing>[a-z]{3,})\b",
    re.IGNORECASE,
)
_HAVING = frozenset({"have", "own", "keep", "carry", "possess", "be", "get", "bring"})
_BEING = frozenset("be go come visit travel set live stay step see cross".split())
_THERE = _BEING | frozenset("arrive spend sleep work meet walk sail fly buy drive stand".split())


def find(case: Case) -> Iterator[Pair]:
    for denial in case.firm:
        if not denial.negated or not denial.of_mine or denial.supplied:
            continue
        pairs = [*_things(case, denial), *_places(case, denial)]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _things(case: Case, denial: Statement) -> Iterator[Pair]:
    if denial.verb not in _HAVING:
        return
    for match in _NONE.finditer(denial.words):
        thing = next(
            (lemma for lemma in sorted(denial.lemmas) if match["thing"].lower().startswith(lemma)), ""
        )
        if not thing or not case.rare(frozenset({thing})):
            continue
        mine = re.compile(
            rf"\b(?:my|our|I had (?:a|an|the)|I have (?:a|an)) (?:\w+ )?{re.escape(thing)}", re.I
        )
        for other in case.by_word.get(thing, []):
            if _may_be_set_against(denial, other) and mine.search(other.words):
                yield Pair("denial", "look", denial, other, thing, weight=2)


def _places(case: Case, denial: Statement) -> Iterator[Pair]:
    if not denial.absolute or denial.verb not in _BEING:
        return
    for place in denial.places:
        for there in case.places_within(place):
            for other in case.by_word.get(there, []):
                if (
                    other.of_mine
                    and other.verb in _THERE
                    and there in other.places
                    and _may_be_set_against(denial, other)
                ):
                    sure = there == place and not (denial.resolved or other.resolved)
                    tier: Strength = "clarify" if sure else "look"
                    yield Pair("denial", tier, denial, other, there, central=True, weight=3)


def _may_be_set_against(denial: Statement, other: Statement) -> bool:
    if other.source.key == denial.source.key:
        return False
    return not (denial.when and other.when) or overlap(denial.when, other.when)
