"""A question to its faults and, where a rule makes one, a faultless wording of it."""

from __future__ import annotations

from assistant.wording.fault import Checked, Fault
from assistant.wording.faults import FINDERS, RULES, coercive, cynical, promise
from assistant.wording.meaning import kinds_meant
from assistant.wording.reading import read
from assistant.wording.rewording import candidates


def check(question: str) -> Checked:
    """The faults of a question as they stand in it. Text of any length and script is read; none raises."""
    faults = faults_of(question)
    return Checked(question, faults, reword(question, faults))


def forbidden(question: str) -> Fault | None:
    """The first fault that keeps a question out of any plan: a threat, a sneer or an empty promise."""
    whole = read(question)
    finders = (coercive.find, cynical.find, promise.find)
    return next((fault for find in finders for fault in find(whole)), None)


def reword(question: str, faults: tuple[Fault, ...]) -> str:
    """The same question, or its questions one a line, without a fault; "" when no rule makes one."""
    kinds = frozenset(fault.kind for fault in faults)
    return next((made for made in candidates(question, kinds) if not faults_of(made)), "")


def faults_of(question: str) -> tuple[Fault, ...]:
    """Every fault, in order of place; one that only the meaning shows stands for the whole question."""
    whole = read(question)
    found = [fault for find in FINDERS for fault in find(whole)]
    by_rule = {fault.kind for fault in found}
    found += [
        RULES[kind].broken(question, 0, len(question))
        for kind in kinds_meant(question)
        if kind not in by_rule
    ]
    return tuple(sorted(found, key=lambda fault: (fault.span, fault.kind)))
