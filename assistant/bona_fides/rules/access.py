"""A place he never entered against what he tells of its inside.

Flags: "Into Shed Four I never went" / "In Four there was a long bench under the skylight".
Stays silent on: the outside, a place with the same word that is another one, what somebody told him of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import MOST, Case, Pair
from assistant.bona_fides.statements import Statement

_NEVER_IN = re.compile(
    r"\b(?:never|not once|not|n't|no)\b[^.;]{0,50}\b(?:enter(?:ed)?|set foot|inside|went|go|been|was|let "
    r"in|through that door|upstairs|"
    r"admitted|access|allowed)\b|\b(?:was|been) never\b|\b(?:enter(?:ed)?|went|set "
    r"foot)\b[^.;]{0,20}\bnever\b",
    re.IGNORECASE,
)
_PLACE_WORDS = frozenset(
    "room shed hall cellar building workshop office floor laboratory vault bunker hangar archive "
    "basement attic barracks referentura headquarters works plant corridor wing depot magazine tower".split()
)
FEWEST_PARTICULARS = 2
"""Words of content that make a description."""

_INTO = re.compile(r"\b(?:in|into|inside|through|behind|beyond) (?:the|that|this|any) (\w{4,})\b")
_NO_PLACE = frozenset(
    "time years year days party army navy world life same morning evening night winter summer house "
    "town city".split()
)
_THERE = re.compile(
    r"\bthere (?:is|are|was|were|stood|stand|hung|hang|lay)\b|\bthere's\b|\b(?:on|to) the (?:left|"
    r"right)\b|along the wall|\b(?:inside|within|in there)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Pair]:
    for denial in case.firm:
        if not (denial.negated and denial.of_mine) or denial.supplied:
            continue
        if denial.absolute and denial.verb in ("see", "read", "hold"):
            yield from _told_from_sight(case, denial)
        if not _NEVER_IN.search(denial.words):
            continue
        if re.search(r"\bnever (?:been|was) (?:so|as|such)\b", denial.words):
            continue
        keys = _place_of(denial)
        turns = {
            other.source.key
            for key in keys
            for other in case.by_token.get(key.lower().split()[-1], [])[:MOST]
        }
        near = [other for turn in sorted(turns) for other in case.of_turn[turn] if not other.negated]
        pairs = [pair for other in near if (pair := _against(denial, other, keys))]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _place_of(denial: Statement) -> frozenset[str]:
    """What the place is called: its kind and its name or number, in the denial or, where that is short,
    the question."""
    short = len(denial.words.split()) < 12
    text = f"{denial.words} {denial.asked if short else ''}"
    named = re.findall(r"\b(?:Shed|Hall|Room|Building|Block|Number|Workshop) (\w+)\b|\b(\d{2,4})\b", text)
    keys = {part for pair in named for part in pair if part}
    keys |= {word for word in re.findall(r"\w+", text.lower()) if word in _PLACE_WORDS and word != "floor"}
    keys |= {word for word in _INTO.findall(denial.words.lower()) if word not in _NO_PLACE}
    keys |= set(re.findall(r"\b(?:first|second|third|fourth|fifth|sixth|ground|top) floor\b", text.lower()))
    return frozenset(keys)


def _told_from_sight(case: Case, denial: Statement) -> Iterator[Pair]:
    """A thing he never saw, and what it looks like."""
    things = case.rare(denial.lemmas) - {denial.verb}
    for thing in sorted(things):
        for other in case.affirmed_about(thing):
            described = other.verb in ("be", "have", "stand", "hang", "lie") and not other.of_mine
            if (
                described
                and other.source.key != denial.source.key
                and len(other.lemmas) >= FEWEST_PARTICULARS
            ):
                yield Pair("sight", "look", denial, other, thing, weight=2)
                return


def _against(denial: Statement, other: Statement, keys: frozenset[str]) -> Pair | None:
    if other.source.key == denial.source.key:
        return None
    sentence = other.sentence
    within = {
        key
        for key in keys
        if re.search(
            rf"\b(?:in|inside|within|behind|on|at)\b[^.;,]{{0,16}}\b{re.escape(key)}\b",
            sentence,
            re.IGNORECASE,
        )
    }
    asked = {key for key in keys if re.search(rf"\b{re.escape(key)}\b", other.asked, re.IGNORECASE)}
    told = bool(_THERE.search(other.words))
    named = any(not key.islower() for key in within)
    if not within or not (named or told):
        return None
    sure = named and (told or other.of_mine)
    weight = 2.0 * len(within) + len(asked) + told
    return Pair("access", "clarify" if sure else "look", denial, other, sorted(within)[0], weight=weight)
