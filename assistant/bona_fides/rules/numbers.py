"""Two numbers of the same things at the same time.

Flags: "twenty-eight men in the platoon, all winter" / "with thirty-six men in the platoon that winter".
Stays silent on: guesses, another time, a part against the whole, another holder, measures, money and spans
of time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.claim import Interval
from assistant.bona_fides.numbers import Count
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import overlap

_KIN = frozenset({"sister", "brother", "son", "daughter", "child", "wife"})
_ORDINARY = frozenset({"man", "people", "person", "officer", "soldier", "woman", "girl"})
_HOLDERS = frozenset(
    "section platoon company regiment battalion squad office department room workshop house class "
    "crew staff shift family brigade gang delegation depot post team hill crew hall pier laboratory "
    "group camp school unit institute mission embassy factory plant yard ship boat floor station".split()
)
"""What things and people are counted in."""

_HOW_MANY = re.compile(r"\bhow (?:many|large|big)\b|\bnumber of\b|\bhow much\b", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:about|perhaps|some|nearly|almost|or|between|at least|more than|less than|up to|over|under)\b", re.I
)
_PART = re.compile(
    r"\b(?:of them|of these|each|every|only|other|another|more|new|first|last)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Pair]:
    by_thing: dict[str, list[tuple[Statement, Count]]] = defaultdict(list)
    for statement in case.affirmed:
        for count in statement.counts:
            text = statement.source.turn.text
            before = text[max(statement.start, count.start - 22) : count.start]
            after = text[count.start : count.start + 26]
            if count.value > 1 and not (_ROUND.search(before) or _PART.search(before) or _PART.search(after)):
                by_thing["people" if count.thing in _ORDINARY else count.thing].append((statement, count))
    for thing, told in by_thing.items():
        pairs = [
            pair
            for n, (one, first) in enumerate(told)
            for other, second in told[n + 1 : n + 60]
            if first.value != second.value and (pair := _against(case, thing, one, other))
        ]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _known(statement: Statement) -> Interval | None:
    """Its time, where the year is said."""
    return statement.when if statement.when and not statement.when.rough else None


def _said_in(sentence: str) -> set[str]:
    return set(re.findall(r"\w+", sentence.lower()))


def _season(statement: Statement) -> set[str]:
    return set(re.findall(r"\b(?:spring|summer|autumn|winter|January|February)\b", statement.sentence))


def _against(case: Case, thing: str, one: Statement, other: Statement) -> Pair | None:
    if one.source.key == other.source.key:
        return None
    if thing in _KIN:
        if one.of_mine and other.of_mine:
            return Pair("number", "clarify", one, other, f"number of {thing}s", central=True, weight=3)
        return None
    holders = (one.lemmas & other.lemmas) - {thing, one.verb, other.verb}
    holders |= {*one.places} & {*other.places}
    holders |= _HOLDERS & _said_in(one.sentence) & _said_in(other.sentence)
    if _HOW_MANY.search(one.asked) or _HOW_MANY.search(other.asked):
        holders |= (
            (one.lemmas | case.question_before(one)) & (other.lemmas | case.question_before(other)) & _HOLDERS
        )
    if not holders and (thing == "people" or not case.rare(frozenset({thing}))):
        return None
    when, then = _known(one), _known(other)
    if when and then and not overlap(when, then):
        return None
    dated = bool(when and then) or bool(_season(one) & _season(other))
    if (case.rare(frozenset(holders)) or holders & _HOLDERS) and dated:
        return Pair("number", "clarify", one, other, f"number of {thing}", weight=2 + len(holders))
    if (when is None) != (then is None) and not (
        _HOW_MANY.search(one.asked) and _HOW_MANY.search(other.asked)
    ):
        return None
    return Pair("number", "look", one, other, f"number of {thing}", weight=len(holders) + dated)
