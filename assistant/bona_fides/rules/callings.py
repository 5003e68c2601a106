"""Two callings of his father or mother: worth a look, as a man may have had two.

Flags: "my father was a cooper" / "my father was a customs man in the harbour".
Stays silent on: two words for one thing that share a part, what he became later, another's father.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_CALLING = re.compile(
    r"\b(?:my (?P<kin>father|mother)|he|she) (?:was|is) (?:an? |the )?(?:\w+ )?"
    r"(?P<calling>[a-z]+(?:er|or|man|ist|master|mistress|smith|wright|clerk|cook|priest|nurse|judge|official|"
    r"peasant))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\byour (?P<kin>father|mother)\b")
_LATER = re.compile(r"\b(?:later|then he|afterwards|first he|before that|became)\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Pair]:
    told: dict[str, dict[str, Statement]] = {}
    for statement in case.affirmed:
        match = _CALLING.search(statement.words)
        if not match or _LATER.search(statement.source.turn.text):
            continue
        asked = _ASKED.search(statement.asked)
        kin = match["kin"] or (asked["kin"] if asked else "")
        if kin:
            told.setdefault(kin, {}).setdefault(match["calling"], statement)
    for kin, by_calling in told.items():
        for (one, first), (other, second) in combinations(by_calling.items(), 2):
            if first.source.key != second.source.key and one[-4:] != other[-4:]:
                yield Pair("value", "look", first, second, f"{kin}'s work", weight=2)
