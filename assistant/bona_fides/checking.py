"""Transcripts and a case file to claims and findings."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.claim import Claim
from assistant.bona_fides.claims import claims_of
from assistant.bona_fides.finding import Finding, Quote
from assistant.bona_fides.proposing import Propose
from assistant.bona_fides.rules import RULES
from assistant.bona_fides.saying import explanations, neutral_question, why
from assistant.bona_fides.statements import Statement, Told, read_statements
from assistant.errors import ModelUnavailable
from assistant.transcripts import Transcript

Progress = Callable[[float, str], None]
"""Called with the part that is done, from 0 to 1, and what is being done."""

Contradiction = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""How surely the two texts of each pair contradict each other, from 0 to 1."""

READING = 0.8
"""The part of the time that reading takes."""

GRAMMAR = 0.2
"""The part of the reading that the grammar takes where a language model reads too."""

_TIERS = {"clarify": 0, "look": 1, "corrected": 2, "contamination": 3}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and found, and the time it took.

    ``people`` are those whom the subject names, each with file and turn of every place. ``notice`` says in a
    sentence that the language model that was to be asked was not there; "" where all went well.
    """

    transcripts: tuple[Transcript, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    milliseconds: int
    people: Mapping[str, Sequence[tuple[str, int]]] = field(default_factory=dict)
    notice: str = ""


def check(
    transcripts: Sequence[Transcript],
    case_file: Sequence[CaseFact] = (),
    progress: Progress | None = None,
    propose: Propose | None = None,
    contradiction: Contradiction | None = None,
) -> Checked:
    """Read the claims in the subject's turns and list what does not fit together, surest first.

    Sessions are taken in the order of their dates, those without one last. ``propose`` asks a language model
    what statements mean: it may add findings that are worth a look, and changes no other. ``contradiction``
    orders the findings inside each tier.
    """
    started = time.perf_counter()
    tell = progress or (lambda part, what: None)
    tell(0.0, "Reading what was said")
    ordered = sorted(transcripts, key=lambda each: (each.date is None, each.date or 0, each.file))
    grammar = READING * GRAMMAR if propose else READING
    told = read_statements(ordered, lambda part: tell(grammar * part, "Reading what was said"))
    case = Case(tuple(ordered), told.statements, told.asked, tuple(case_file))
    filled, notice = told.statements, ""
    if propose:
        filled, notice = _asked(
            propose,
            ordered,
            told,
            lambda part: tell(grammar + (READING - grammar) * part, "Asking the language model"),
        )

    def comparing(part: float) -> None:
        tell(READING + (1 - READING) * part, "Comparing statements")

    pairs = _each_once(_pairs(case, comparing))
    if filled != told.statements:
        pairs = _with_further(pairs, _pairs(replace(case, statements=filled), comparing))
    findings = {finding.id: finding for pair in pairs for finding in [_finding(case, pair)]}
    return Checked(
        tuple(ordered),
        tuple(claims_of(told.statements)),
        _ordered(tuple(findings.values()), contradiction),
        round(1000 * (time.perf_counter() - started)),
        _people(told.statements),
        notice,
    )


def _asked(
    propose: Propose, ordered: Sequence[Transcript], told: Told, progress: Callable[[float], None]
) -> tuple[tuple[Statement, ...], str]:
    """The statements as a model fills them; the bare ones and a notice where it does not answer."""
    try:
        return tuple(propose(ordered, told, progress)), ""
    except ModelUnavailable as error:
        why = str(error)
        return told.statements, f"Checked without the language model: {why[:1].lower()}{why[1:]}"


def _pairs(case: Case, progress: Callable[[float], None]) -> list[Pair]:
    pairs: list[Pair] = []
    for n, find in enumerate(RULES):
        progress(n / len(RULES))
        pairs += find(case)
    return pairs


def _with_further(pairs: Sequence[Pair], read_anew: Sequence[Pair]) -> list[Pair]:
    """Pairs that rest on a model's reading behind those of their tier that do not.

    A model may be mistaken, or misled by what it reads: it makes nothing sure and takes nothing away.
    """
    taken = set(map(_turns, pairs))
    further = [
        replace(pair, tier="look") if pair.tier == "clarify" else pair
        for pair in read_anew
        if (pair.first.proposed or (pair.second and pair.second.proposed)) and _turns(pair) not in taken
    ]
    return sorted([*pairs, *_each_once(further)], key=lambda pair: _TIERS[pair.tier])


def _ordered(findings: tuple[Finding, ...], contradiction: Contradiction | None) -> tuple[Finding, ...]:
    """Inside each tier those first that contradict each other most surely."""
    if contradiction is None or not findings:
        return findings
    sure = contradiction([(finding.first.words, finding.second.words) for finding in findings])
    both = sorted(zip(findings, sure, strict=True), key=lambda both: (_TIERS[both[0].tier], -both[1]))
    return tuple(finding for finding, _ in both)


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
        session, turn = pair.first.source.key
        other = _other_place(pair)
        if pair.tier == "contamination" and frozenset(((session, turn + 1), other)) in kept:
            # What he denied when he was asked, and told later, is put side by side already.
            continue
        kept.setdefault(_turns(pair), pair)
    return list(kept.values())


def _turns(pair: Pair) -> frozenset[object]:
    return frozenset((pair.first.source.key, _other_place(pair)))


def _other_place(pair: Pair) -> object:
    return pair.second.source.key if pair.second else pair.fact


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
