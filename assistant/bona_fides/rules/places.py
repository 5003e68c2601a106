"""In two places at once.

Flags: "I was prisoner of war from January 1945 to July 1947" / "in the summer of 1946 I carried my pay home
in Szeged".
Stays silent on: a visit inside a time that he did not say he stayed through, rough dates, the same place by
a nearer name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.claim import Interval
from assistant.bona_fides.geography import lies_in
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import within

_HELD = re.compile(
    r"\b(?:prison\w*|prisoner|camp|hospital|solitary|captiv\w+|cell|cellar|jail|gaol|sanatorium|arrest|"
    r"custody|lay in|detained)\b",
    re.I,
)
_SPENT = frozenset("be work live serve study stay reside".split())
_GOES = frozenset("fly go travel leave sail drive come arrive".split())
_BACK = re.compile(
    r"\b(?:came|come|went|flew|returned|sailed) (?:back|home|again)\b|\breturned\b", re.IGNORECASE
)

_STAYED = re.compile(
    r"\b(?:did not leave|didn't leave|never left|not (?:go out|come down|get out|move)|n't (?:go out|"
    r"come down|get out|move)|"
    r"without (?:a|one|a single) (?:day's )?(?:day|break)|all (?:these|the|that) \w*\s?(?:weeks|months|"
    r"time|winter|summer)|"
    r"(?:the|that) whole (?:of )?\w+)\b",
    re.IGNORECASE,
)

FEWEST_DAYS = 14
"""Days that two stays must have in common."""

LONGEST_POINT = 95
"""Days of "in the summer": within longer times it is not known when something was."""

LONGEST_WITHOUT_A_TRIP = 180
"""Days of a stay, not of being held, within which a journey is worth a look."""

MOST = 2000
"""Dated statements within one stay that are looked at."""


def find(case: Case) -> Iterator[Pair]:
    stays = [
        s
        for s in case.affirmed + tuple(n for n in case.firm if n.negated and _STAYED.search(n.words))
        if _is_stay(s)
    ]
    stays += list(_journeys(case))
    dated = sorted(
        (s for s in case.affirmed if s.of_mine and s.when and not s.unsure),
        key=_begins,
    )
    for stay in stays:
        if stay.when:
            start = bisect_left(dated, stay.when.start, key=_begins)
            end = bisect_right(dated, stay.when.end, key=_begins)
            pairs = [
                pair for other in dated[start : min(end, start + MOST)] if (pair := _against(stay, other))
            ]
            if pairs:
                yield max(pairs, key=lambda pair: pair.weight)


def _journeys(case: Case) -> Iterator[Statement]:
    """ "I flew up in the first days of March and came back in the middle of April": away all the time
    between."""
    for statements in case.of_turn.values():
        away = next(
            (s for s in statements if s.of_mine and s.when and not s.negated and s.verb in _GOES), None
        )
        back = next((s for s in statements if s.of_mine and s.when and _BACK.search(s.words)), None)
        if (
            away
            and back
            and away is not back
            and away.when
            and back.when
            and away.when.start < back.when.start
        ):
            between = replace(away.when, start=away.when.end, end=back.when.start, whole=True)
            yield replace(away, when=between)


def _begins(statement: Statement) -> date:
    assert statement.when is not None
    return statement.when.start


def _is_stay(statement: Statement) -> bool:
    """A dated time that he says he spent in one place."""
    when = statement.when
    if when is None or not statement.of_mine or statement.unsure or (when.end - when.start).days < 4:
        return False
    stayed = bool(_STAYED.search(statement.words))
    return (when.whole or stayed) and bool(stayed or statement.places or _HELD.search(statement.words))


def _against(stay: Statement, other: Statement) -> Pair | None:
    if other.source.key == stay.source.key or stay.when is None or other.when is None:
        return None
    if other.when.whole:
        if not (other.places and stay.places and _days_in_common(stay.when, other.when) >= FEWEST_DAYS):
            return None
    elif not within(other.when, stay.when) or (other.when.end - other.when.start).days > LONGEST_POINT:
        return None
    if any(lies_in(there, here) for there in other.places for here in stay.places):
        return None
    if {*stay.places} & {*other.places} or stay.lemmas & other.lemmas - {stay.verb}:
        return None
    if _HELD.search(other.words) and _HELD.search(stay.words):
        return None
    held = bool(_HELD.search(stay.words) or _STAYED.search(stay.words))
    elsewhere = bool(other.places)
    if held:
        tier: Strength = "look" if other.when.rough or stay.when.rough or stay.resolved else "clarify"
        return Pair("two places", tier, stay, other, "", central=True, weight=2 + elsewhere)
    # Who worked somewhere for years travelled too; to have lived or worked elsewhere is another matter.
    passing = other.verb not in _SPENT and (stay.when.end - stay.when.start).days > LONGEST_WITHOUT_A_TRIP
    if elsewhere and not passing:
        unsure = other.resolved or stay.resolved or other.when.rough
        tier = "clarify" if {stay.verb, other.verb} <= _SPENT and not unsure else "look"
        return Pair("two places", tier, stay, other, "", central=True, weight=1)
    return None


def _days_in_common(one: Interval, other: Interval) -> int:
    return (min(one.end, other.end) - max(one.start, other.start)).days
