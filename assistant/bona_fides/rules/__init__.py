"""One rule a module; each has ``find(case)`` and says in its first line what it must and must not flag."""

from collections.abc import Callable, Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.rules import (
    ability,
    access,
    acquaintance,
    after_death,
    beyond_access,
    case_facts,
    contamination,
    corrected,
    denials,
    numbers,
    places,
    ranks,
    single_values,
)

RULES: tuple[Callable[[Case], Iterator[Pair]], ...] = (
    single_values.find,
    numbers.find,
    places.find,
    after_death.find,
    ranks.find,
    denials.find,
    acquaintance.find,
    ability.find,
    access.find,
    beyond_access.find,
    case_facts.find,
    contamination.find,
    corrected.find,
)

__all__ = ["RULES"]
