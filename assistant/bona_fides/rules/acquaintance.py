"""A person whom he never met against something the two did together.

Flags: "Tolk? I never exchanged a word with him" / "Tolk pushed the cigarettes across to me".
Stays silent on: having heard of him, a signature, two men of one name that the words tell apart, what
others did with him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.verbs import DONE_TOGETHER

_NEVER_MET = re.compile(
    r"\b(?:never|not once|not|n't|no|nor)\b[^.;]{0,40}\b(?:met|meet|know|knew|known|saw|seen|see|spoke|"
    r"spoken|speak|talk|talked|"
    r"eyes on|exchanged|sat with|dealings|set eyes)\b",
    re.IGNORECASE,
)
_ONLY_HEARD = re.compile(
    r"\b(?:heard of|read (?:of|about)|signature|told (?:me|us) (?:of|about)|name of|by name)\b", re.I
)

_BEFORE = re.compile(r"\b(?:before|then|at first|so well|until then)\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Pair]:
    for denial in case.firm:
        if denial.supplied or not denial.negated or not denial.of_mine or not _NEVER_MET.search(denial.words):
            continue
        if _BEFORE.search(denial.words) and not denial.absolute:
            continue
        supplied = denial.people or (denial.asked_people if len(denial.asked_people) == 1 else ())
        for person in supplied:
            pairs = [
                Pair(
                    "acquaintance",
                    "clarify"
                    if denial.people and denial.absolute and not (denial.resolved or other.resolved)
                    else "look",
                    denial,
                    other,
                    person,
                    central=True,
                    weight=3.0 - other.resolved + (other.verb in DONE_TOGETHER),
                )
                for other in case.by_word.get(person, [])
                if other.source.key != denial.source.key and _together(other, person)
            ]
            if pairs:
                yield max(pairs, key=lambda pair: pair.weight)


def _together(other: Statement, person: str) -> bool:
    if _ONLY_HEARD.search(other.words):
        return False
    if other.who == person:
        return other.with_me and (other.verb in DONE_TOGETHER or other.verb == "have")
    if other.of_mine:
        return other.verb in DONE_TOGETHER | {"have", "know"}
    # "Inside, Major Tolk pushed the cigarettes across to me": he is named, and nobody else does it.
    return not other.who and not other.pronoun and other.with_me and other.verb in DONE_TOGETHER
