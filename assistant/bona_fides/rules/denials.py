"""A "never", "nobody" or "no" against an instance of the same.

Flags: "I never signed a paper" / "I signed it in May"; "Did you sign an undertaking?" "No." / "I signed the
undertaking".
Stays silent on: another place or time, "I do not remember", a guess, what others said, another act at the
same place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import overlap
from assistant.bona_fides.verbs import LIGHT, alike

_ABOUT_MEMORY = frozenset(
    {"remember", "recall", "know", "think", "believe", "want", "wish", "like", "understand", "mind"}
)

_DEEDS = frozenset(
    "sign fire shoot swim drive steal kill hit beat smuggle photograph copy sell bribe report inform "
    "arrest torture drink smoke gamble marry vote confess betray denounce".split()
)
"""Verbs that say what was done by themselves."""

_BEFALLS = frozenset("die perish desert flee drown shoot kill arrest wound".split())

_JOINED = frozenset({"join", "enter"})
_JOINED_TO = frozenset("party komsomol league union youth service order brigade".split())

_WHERE = frozenset("aboard abroad upstairs downstairs inside underground ashore behind across home".split())

_NOT_ONE = re.compile(
    r"\b(?:not one|not a single|no|any|not any|never an?|never a single)\s+(?:\w+ly\s+)?(\w+)", re.IGNORECASE
)

_WAS_A = re.compile(r"\bI (?:was|am) (?:\w+ )?(?:an?|the|in the) ", re.IGNORECASE)
_OF_ANY = re.compile(r"\b(?:any|one|a single|anything|nothing|anybody|anyone|at all|ever)\b", re.IGNORECASE)

ASKED_IN_FULL = 3
"""Words of a denied question that an instance must have to be surely the same."""

ASKED_ABOUT = 2
"""Rare words that a denied question and an instance must share."""

COMMON = 10
"""An act told in more turns than this is an everyday one: two tellings of it are not about the same thing."""


def find(case: Case) -> Iterator[Pair]:
    for denial in case.firm:
        if not denial.negated or not denial.verb or not (denial.of_mine or denial.absolute):
            continue
        if denial.verb in _ABOUT_MEMORY:
            continue
        if not (denial.absolute or denial.supplied):
            continue
        pairs = [pair for other in case.near(_words(denial)) if (pair := _against(case, denial, other))]
        if denial.supplied and denial.who == "I" and not pairs:
            pairs = list(_told_elsewhere(case, denial))
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _words(denial: Statement) -> frozenset[str]:
    return denial.lemmas | {denial.verb, *denial.people, *denial.places}


def _against(case: Case, denial: Statement, other: Statement) -> Pair | None:
    if other.source.key == denial.source.key or not _same_person(denial, other):
        return None
    if denial.when and other.when and not overlap(denial.when, other.when):
        return None
    if denial.places and other.places and not {*denial.places} & {*other.places}:
        return None
    same_act = alike(denial.verb, other.verb) and not (denial.verb in LIGHT and other.verb in LIGHT)
    shared = case.rare(denial.lemmas & other.lemmas) - {denial.verb, other.verb}
    names = {*denial.people, *denial.places} & {*other.people, *other.places}
    seldom = case.turns_with[denial.verb] <= COMMON
    weight = len(shared) + 1.5 * len(names) + 1.5 * (same_act and seldom)
    tier: Strength = "look" if denial.resolved or other.resolved else "clarify"
    about = ", ".join(sorted(shared)[:2]) or denial.verb
    if denial.supplied and other.of_mine and len(shared) + same_act >= ASKED_IN_FULL:
        return Pair("denial", tier, denial, other, about, weight=weight)
    was_it = {denial.verb, other.verb} == {"be"} and other.of_mine and _WAS_A.search(other.words)
    if denial.supplied and was_it and shared:
        return Pair("denial", tier, denial, other, about, weight=weight)
    joined = denial.verb == "be" and other.verb in _JOINED and other.of_mine and shared & _JOINED_TO
    if joined and (denial.supplied or denial.absolute):
        return Pair("denial", tier, denial, other, about, weight=weight + 1)
    if denial.who == "nobody" and denial.absolute and same_act and denial.verb in _BEFALLS:
        return Pair("denial", "look", denial, other, about, weight=weight)
    if same_act and (shared or names) and seldom:
        return Pair("denial", tier, denial, other, about, weight=weight)
    weight += 0.2 * len(case.rare(_around(case, denial) & _around(case, other)))
    deed = denial.of_mine and denial.absolute and denial.verb in _DEEDS
    if deed and same_act and _no_thing_in_particular(denial, case):
        return Pair("denial", tier, denial, other, about, weight=weight)
    if denial.of_mine and denial.absolute and _none_of(denial) & shared:
        return Pair("denial", tier if deed else "look", denial, other, about, weight=weight)
    if denial.of_mine and denial.absolute and denial.verb == other.verb and _where(denial) & _where(other):
        return Pair("denial", "look", denial, other, about, weight=weight)
    if len(shared) + len(names) >= (2 if denial.absolute else 3):
        return Pair("denial", "look", denial, other, about, weight=weight - 0.5)
    return None


def _same_person(denial: Statement, other: Statement) -> bool:
    if denial.of_mine:
        return other.of_mine
    if denial.who == "nobody":
        return True
    return denial.who == other.who


def _told_elsewhere(case: Case, denial: Statement) -> Iterator[Pair]:
    """What he did in an answer that speaks of what he had said no to."""
    about = case.rare(denial.lemmas | {*denial.people})
    shared: Counter[tuple[int, int]] = Counter(
        turn for word in sorted(about) for turn in case.turns_of_word[word]
    )
    for turn, count in shared.items():
        if count >= ASKED_ABOUT and turn != denial.source.key:
            said = ", ".join(sorted(about & case.words_of_turn[turn])[:2])
            for other in case.of_turn[turn]:
                if other.of_mine and not (other.negated or other.verb in LIGHT):
                    yield Pair("denial", "look", denial, other, said, weight=count)


def _where(statement: Statement) -> frozenset[str]:
    return _WHERE & set(statement.words.lower().split())


def _none_of(denial: Statement) -> frozenset[str]:
    """The things of which there was "not one"."""
    said = {match[1].lower() for match in _NOT_ONE.finditer(denial.words)}
    return frozenset(lemma for lemma in denial.lemmas if any(word.startswith(lemma[:4]) for word in said))


def _around(case: Case, statement: Statement) -> frozenset[str]:
    """The words of the whole answer."""
    return case.words_of_turn[statement.source.key]


def _no_thing_in_particular(denial: Statement, case: Case) -> bool:
    """ "I never signed any paper", "I never fired": it leaves out nothing."""
    if _OF_ANY.search(denial.asked if denial.supplied else denial.words):
        return True
    return not (denial.people or denial.places) and len(case.rare(denial.lemmas) - {denial.verb}) <= 1
