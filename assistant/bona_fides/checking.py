"""Transcripts and a case file to claims and findings."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.claim import Claim
from assistant.bona_fides.claims import claims_of
from assistant.bona_fides.finding import Finding, Quote
from assistant.bona_fides.rules import RULES
from assistant.bona_fides.saying import explanations, neutral_question, why
from assistant.bona_fides.statements import Statement, read_statements
from assistant.transcripts import Transcript

Progress = Callable[[float, str], None]
"""Called with the part that is done, from 0 to 1, and what is being done."""

READING = 0.8
"""The part of the time that reading the grammar takes."""

_TIERS = {"clarify": 0, "look": 1, "corrected": 2, "contamination": 3}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and found, and the time it took.

    ``people`` are those whom the subject names, each with file and turn of every place.
    """

    transcripts: tuple[Transcript, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    milliseconds: int
    people: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)


def check(
    transcripts: Sequence[Transcript],
    case_file: Sequence[CaseFact] = (),
    progress: Progress | None = None,
) -> Checked:
    """Read the claims in the subject's turns and list what does not fit together, surest first.

    Sessions are taken in the order of their dates, those without one last.
    """
    started = time.perf_counter()
    tell = progress or (lambda part, what: None)
    tell(0.0, "Reading what was said")
    ordered = sorted(transcripts, key=lambda each: (each.date is None, each.date or 0, each.file))
    told = read_statements(ordered, lambda part: tell(READING * part, "Reading what was said"))
    case = Case(tuple(ordered), told.statements, told.asked, tuple(case_file))
    pairs: list[Pair] = []
    for n, find in enumerate(RULES):
        tell(READING + (1 - READING) * n / len(RULES), "Comparing statements")
        pairs += find(case)
    findings = {finding.id: finding for pair in _each_once(pairs) for finding in [_finding(case, pair)]}
    return Checked(
        tuple(ordered),
        tuple(claims_of(told.statements)),
        tuple(findings.values()),
        round(1000 * (time.perf_counter() - started)),
        _people(told.statements),
    )


def _people(statements: Sequence[Statement]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Names of people as they stand in his words; what also stands as a place is taken for one."""
    places = {place for statement in statements for place in statement.places}
    named: dict[str, dict[tuple[str, int], None]] = {}
    for statement in statements:
        for person in statement.people:
            if person not in places and person in statement.source.turn.text and not statement.supplied:
                named.setdefault(person, {})[statement.source.file, statement.source.turn.number] = None
    return {person: tuple(where) for person, where in named.items()}


def _each_once(pairs: Sequence[Pair]) -> list[Pair]:
    """Of pairs of the same two turns the surest, in order of tier and weight."""
    kept: dict[object, Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (_TIERS[pair.tier], -pair.weight)):
        other = pair.second.source.key if pair.second else pair.fact
        session, turn = pair.first.source.key
        if pair.tier == "contamination" and frozenset(((session, turn + 1), other)) in kept:
            # What he denied when he was asked, and told later, is put side by side already.
            continue
        kept.setdefault(frozenset(((session, turn), other)), pair)
    return list(kept.values())


def _finding(case: Case, pair: Pair) -> Finding:
    first, second = _quote(case, pair.first), _other(case, pair)
    if pair.second is not None and pair.second.source.key < pair.first.source.key:
        first, second = second, first
    days = abs((second.date - first.date).days) if first.date and second.date else None
    said = "\n".join(
        (pair.rule, first.file, str(first.turn), first.words, second.file, str(second.turn), second.words)
    )
    return Finding(
        id=hashlib.sha256(said.encode()).hexdigest()[:12],
        rule=pair.rule,
        tier=pair.tier,
        first=first,
        second=second,
        why=why(pair),
        innocent=explanations(pair),
        question=neutral_question(pair),
        central=pair.central,
        days=days,
    )


def _other(case: Case, pair: Pair) -> Quote:
    if pair.second is not None:
        return _quote(case, pair.second)
    assert pair.fact is not None
    return Quote("case file", 0, pair.fact.slot, pair.fact.source, pair.fact.value)


def _quote(case: Case, statement: Statement) -> Quote:
    turn = statement.source.turn
    session = case.transcripts[statement.source.session]
    return Quote(statement.source.file, turn.number, turn.place, turn.speaker, statement.words, session.date)
