"""Two names, or two callings, of one who can only be one: a wife, a father, a mother.

Flags: "my wife Klara" / "my wife Anna". Stays silent on: a second marriage, a pet name in brackets, a
brother or a friend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_NAMED = re.compile(
    r"\b[Mm]y (?P<kin>wife|husband|father|mother|eldest son|only son|only daughter|only brother|only sister)"
    r"(?:'s name (?:is|was)|,? (?:is |was )?(?:called|named)|,)? (?P<name>[A-ZÀ-Ž][\w'’-]+)"
)
_MARRIED_AGAIN = re.compile(r"\b(?:second|first|former|late) (?:wife|husband|marriage)\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Pair]:
    named: dict[str, dict[str, Statement]] = {}
    for statement in case.affirmed:
        for match in _NAMED.finditer(statement.words):
            if not _MARRIED_AGAIN.search(statement.source.turn.text):
                named.setdefault(match["kin"], {}).setdefault(match["name"], statement)
    for kin, by_name in named.items():
        for one, other in combinations(by_name.values(), 2):
            if one.source.key != other.source.key:
                yield Pair("value", "clarify", one, other, kin, central=True, weight=2)
