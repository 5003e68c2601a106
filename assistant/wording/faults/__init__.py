"""One module a fault; each has ``find(question)``."""

from collections.abc import Callable, Iterator

from assistant.wording.fault import Fault
from assistant.wording.faults import (
    coercive,
    complex,
    compound,
    cynical,
    forced_choice,
    jargon,
    leading,
    loaded,
    negative,
    presupposition,
    promise,
    suggestive,
    vague,
)
from assistant.wording.reading import Question

FINDERS: tuple[Callable[[Question], Iterator[Fault]], ...] = (
    leading.find,
    compound.find,
    forced_choice.find,
    presupposition.find,
    suggestive.find,
    loaded.find,
    cynical.find,
    coercive.find,
    promise.find,
    negative.find,
    vague.find,
    jargon.find,
    complex.find,
)

RULES = {fault.RULE.kind: fault.RULE for fault in (cynical, vague)}
"""What is said of the faults that are also found by meaning."""

__all__ = ["FINDERS", "RULES"]
