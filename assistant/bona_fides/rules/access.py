"""A place he never entered against what he tells of its inside.

Flags: "Into Shed Four I never went" / "In Four there was a long bench under the skylight".
Stays silent on: the outside, a place with the same word that is another one, what somebody told him of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_NEVER_IN = re.compile(
    r"\b(?:never|not once|not|n't|no)\b[^.;]{0,50}\b(?:enter(?:ed)?|set foot|inside|went|go|been|was|let in|through that door|upstairs|"
    r"admitted|access)\b|\b(?:enter(?:ed)?|went|set foot)\b[^.;]{0,20}\bnever\b",
    re.IGNORECASE,
)
_PLACE_WORDS = frozenset(
    "room shed hall cellar building workshop office floor laboratory vault bunker hangar archive basement attic barracks "
    "referentura headquarters works plant corridor wing depot magazine tower".split()
)
_INSIDE = re.compile(
    r"\b(?:in (?:there|it|the|this|that)|inside|within|on the (?:wall|floor|door|left|right|first floor|second floor)|there (?:is|are|was|"
    r"were|stood|stand|hung|hang)|from wall to wall|under the)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Pair]:
    for denial in case.firm:
        if not (denial.negated and denial.of_mine) or not _NEVER_IN.search(denial.words):
            continue
        keys = _place_of(denial)
        if not keys:
            continue
        pairs = [pair for other in case.affirmed if (pair := _against(denial, other, keys))]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _place_of(denial: Statement) -> frozenset[str]:
    """What the place is called: its kind and its name or number, in the denial or the question."""
    text = f"{denial.words} {denial.asked if len(denial.words.split()) < 12 else ''}"
    named = set(
        re.findall(r"\b(?:Shed|Hall|Room|Building|Block|Number|Workshop) (\w+)\b|\b(\d{2,4})\b", text)
    )
    keys = {part for pair in named for part in pair if part}
    keys |= {place for place in denial.places}
    keys |= {word for word in denial.lemmas if word in _PLACE_WORDS}
    return frozenset(keys)


def _against(denial: Statement, other: Statement, keys: frozenset[str]) -> Pair | None:
    if other.source.key == denial.source.key or not _INSIDE.search(other.words):
        return None
    here = {key for key in keys if re.search(rf"\b{re.escape(key)}\b", other.words, re.IGNORECASE)}
    asked = {key for key in keys if re.search(rf"\b{re.escape(key)}\b", other.asked, re.IGNORECASE)}
    named = {key for key in here | asked if not key.islower()}
    if not named and not (len(here) and len(here | asked) >= 2):
        return None
    tier = "look"
    if here & named and other.of_mine:
        tier = "clarify"
    return Pair("access", tier, denial, other, sorted(named or here)[0], weight=2.0 * len(here) + len(asked))  # type: ignore[arg-type]
