"""One rule a module; each has ``find(case)`` and says in its first line what it must and must not flag."""

from collections.abc import Callable, Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.rules import (
    ability,
    access,
    acquaintance,
    after_death,
    beyond_access,
    callings,
    case_facts,
    contamination,
    corrected,
    denials,
    names_of_kin,
    nothing_of_the_kind,
    numbers,
    once,
    places,
    ranks,
    single_values,
)

RULES: tuple[Callable[[Case], Iterator[Pair]], ...] = (
    single_values.find,
    numbers.find,
    once.find,
    names_of_kin.find,
    callings.find,
    places.find,
    after_death.find,
    ranks.find,
    denials.find,
    nothing_of_the_kind.find,
    acquaintance.find,
    ability.find,
    access.find,
    beyond_access.find,
    case_facts.find,
    contamination.find,
    corrected.find,
)

__all__ = ["RULES"]
