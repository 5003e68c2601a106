"""Proper names in a text: capitalised words inside sentences, acronyms, unknown words at a start."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.knowledge import STOP_WORDS, stems
from assistant.policy.figures import MONTHS

SHORT = 3
"""A name of up to so many letters ("US") must stand capitalised; a longer one may stand in any case."""

SAME = (
    ("US", "USA", "United States", "America", "American"),
    ("USSR", "Soviet Union", "Soviet"),
    ("UK", "United Kingdom", "Britain", "British"),
    ("CIA", "Central Intelligence Agency"),
    ("FBI", "Federal Bureau of Investigation"),
    ("NSC", "National Security Council"),
    ("IAC", "Intelligence Advisory Committee"),
    ("DCI", "Director of Central Intelligence"),
    ("INS", "Immigration and Naturalization Service"),
    ("NSCID", "National Security Council Intelligence Directive"),
    ("DCID", "Director of Central Intelligence Directive"),
    ("Dept", "Department"),
    ("Govt", "Government"),
)
"""What the documents write both ways: where one form stands, the others may be used."""

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}(?:[A-Z]\b)?")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_START = re.compile(r"(?:^|[:;(—–•])\W*$")
_SAME = tuple(
    (re.compile("|".join(rf"\b{form}\b" for form in forms)), frozenset(" ".join(forms).lower().split()))
    for forms in SAME
)


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a text in lower case, without possessives: all, and those written with a capital."""

    words: frozenset[str]
    capitalised: frozenset[str]

    def has(self, name: str) -> bool:
        """Whether a name stands here, in whatever case, in the singular or the plural."""
        plain = name.casefold()
        if len(plain) <= SHORT:
            return plain in self.capitalised
        forms = {plain, plain.removesuffix("s"), f"{plain}s"}
        return bool(forms & (self.words | self.capitalised))


def written(text: str) -> Written:
    """The words of a text that names are looked up in."""
    text = _undotted(text)
    tokens = [_POSSESSIVE.sub("", token) for token in _TOKEN.findall(text)]
    equals: set[str] = set()
    for pattern, words in _SAME:
        if pattern.search(text):
            equals |= words
    capitalised = {token.casefold() for token in tokens if token != token.lower()}
    return Written(frozenset(token.casefold() for token in tokens), frozenset(capitalised | equals))


def names(words: str, known: Collection[str]) -> list[str]:
    """The proper names in one sentence, as written.

    A word that only a sentence's start capitalises is a name if its stem is not among ``known``, the
    stems of words that are written small elsewhere.
    """
    text = _undotted(words)
    found = []
    for match in _TOKEN.finditer(text):
        name = _POSSESSIVE.sub("", match.group())
        if len(name) == 1 or name == name.lower() or name in MONTHS:
            continue
        shouted = name == name.upper()
        if not shouted and name.casefold() in STOP_WORDS:
            continue
        at_start = bool(_START.search(text[: match.start()]))
        if at_start and not shouted and set(stems(name)) <= set(known):
            continue
        found.append(name)
    return found


def _undotted(text: str) -> str:
    """ "U.S." as "US"."""
    return _DOTTED.sub(lambda dotted: dotted.group().replace(".", ""), text)
