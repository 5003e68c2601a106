"""A question to its faults."""

from __future__ import annotations

from assistant.wording.fault import Checked, Fault, FaultKind
from assistant.wording.faults import FINDERS
from assistant.wording.reading import read

FORBIDDEN: frozenset[FaultKind] = frozenset({"coercive", "cynical", "promise"})


def faults_of(question: str) -> tuple[Fault, ...]:
    """Every fault, in order of place."""
    read_question = read(question)
    found = (fault for find in FINDERS for fault in find(read_question))
    return tuple(sorted(found, key=lambda fault: (fault.span, fault.kind)))


def check(question: str) -> Checked:
    return Checked(question, faults_of(question), "")
