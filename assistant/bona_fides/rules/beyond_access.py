"""Particulars of what, by his own account, he could not have known; worth a look, never more.

Flags: "of their traffic we saw nothing, and nobody spoke of it" / "the attaches change their key every
second Tuesday, at six".
Stays silent on: an account that names its source, a guess, particulars of his own work.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_KNEW_NOTHING = re.compile(
    r"\b(?:saw|seen|see|knew|know|learned|learnt|told (?:me|us)|heard)\b[^.;]{0,24}\b(?:nothing|not a "
    r"thing|none)\b|"
    r"\b(?:nobody|no one|none of us)\b[^.;]{0,24}\b(?:told|spoke|learned|learnt|knew|heard|saw)\b|"
    r"\bnever (?:saw|seen|learned|learnt|knew|heard|found out)\b|\bbefore (?:my|our) eyes\b|\bone did "
    r"not see\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:told me|told us|heard|I read|he said|she said|they said|showed me|saw it|I saw|from a|perhaps|"
    r"I think)\b",
    re.I,
)
_EXACT = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|hundred|thousand)\b",
    re.I,
)

FEWEST_WORDS = 5
FEWEST_NUMBERS = 2
FEWEST_SHARED = 2


def find(case: Case) -> Iterator[Pair]:
    told: dict[str, list[Statement]] = defaultdict(list)
    for other in case.affirmed:
        if _is_exact(other):
            for word in case.rare(case.exchange(other)):
                told[word].append(other)
    for denial in case.firm:
        if not denial.negated or not (denial.of_mine or denial.who == "nobody"):
            continue
        if len(denial.words.split()) < FEWEST_WORDS or not _KNEW_NOTHING.search(denial.words):
            continue
        about = case.rare(case.exchange(denial))
        near = {id(other): other for word in sorted(about) for other in told.get(word, ())}
        pairs = [pair for other in near.values() if (pair := _against(case, denial, other, about))]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _is_exact(statement: Statement) -> bool:
    """Particulars with numbers, of others' doing, and no word on where he has them from."""
    if not statement.counts or statement.of_mine or _SOURCE.search(statement.source.turn.text):
        return False
    return len(_EXACT.findall(statement.words)) >= FEWEST_NUMBERS


def _against(case: Case, denial: Statement, other: Statement, about: frozenset[str]) -> Pair | None:
    shared = about & case.exchange(other)
    if other.source.session == denial.source.session or len(shared) < FEWEST_SHARED:
        return None
    return Pair("beyond access", "look", denial, other, ", ".join(sorted(shared)[:2]), weight=len(shared))
