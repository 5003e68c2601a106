"""Somebody does something after he had died.

Flags: "he fell at the Don in January 1943" / "in June of forty-three Miklós stood up and made a speech".
Stays silent on: what was done for or about the dead, two people of one name, a death without a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair, Strength

_DIED = re.compile(
    r"\b(?:died|fell (?:at|in|on|near|before)|was (?:shot|killed|hanged|executed|buried|drowned)|"
    r"perished|lost his life|buried)\b",
    re.I,
)
_KIN = frozenset(
    "father mother brother sister wife husband grandfather grandmother uncle aunt son daughter".split()
)
_OF_THE_LIVING = re.compile(
    r"\b(?:stood|said|spoke|wrote|gave|came|went|sat|laughed|brought|told|took|met|helped|recommended|married|danced|sang|worked|lived|visited|bought|telephoned|blew|drove|cooked|sent|showed)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Pair]:
    for death in case.affirmed:
        if not death.when or not _DIED.search(death.words):
            continue
        who = (
            death.who
            if death.who and not death.of_mine
            else (death.people[0] if len(death.people) == 1 else "")
        )
        if not who or (who.islower() and who not in _KIN):
            continue
        for other in case.by_word[who]:
            if (
                other.who == who
                and other.source.key != death.source.key
                and other.when
                and other.when.start > death.when.end
                and not other.when.rough
                and _OF_THE_LIVING.search(other.words)
            ):
                unsure = death.unsure or other.unsure or who.islower()
                tier: Strength = "look" if unsure else "clarify"
                yield Pair("order", tier, death, other, who, weight=2)
                break
