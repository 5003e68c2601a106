"""What he says against the case file or another informant: kept apart, with its source.

Flags: "entered Denmark 12 March 1961" / "I arrived in Copenhagen in the late autumn of 1961".
Stays silent on: a fact that speaks of something else, the more precise date, a rough one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.geography import lies_in
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import Time, overlap, times_in

_TOPICS: tuple[tuple[str, str, str], ...] = (
    (r"^(?:date of )?birth|^born", r"\bborn\b", "birth"),
    (r"marri", r"\b(?:we|I) (?:were |got )?married\b|\bmarriage\b|\bwedding\b", "marriage"),
    (
        r"arriv|enter|entry|cross",
        r"\b(?:arrived|entered|c[ao]me (?:over|to|into|across)|crossed?|reached)\b",
        "arrival",
    ),
    (r"left|depart|defect", r"\b(?:left|went over|came over|walked out)\b", "leaving"),
    (r"promot|commission|rank", r"\b(?:promoted|commissioned|was made|became)\b", "promotion"),
    (r"join|party|member|candidate", r"\b(?:joined|party|member|candidate)\b", "joining"),
    (r"graduat|school|degree", r"\b(?:graduated|finished|diploma|degree)\b", "schooling"),
    (r"stay|hotel|visit|travel|trip", r"\b(?:been|was|went|visited|travelled)\b", "travel"),
)

_AT_ONE_PLACE = ("birth", "marriage", "arrival", "leaving")
_OWN_BIRTH = re.compile(r"\bI (?:was|am) born\b|^\W*born\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Pair]:
    for fact in case.facts:
        for named, said, about in _TOPICS:
            if not re.search(named, f"{fact.slot} {fact.value}", re.IGNORECASE):
                continue
            pairs = [
                pair
                for s in case.firm
                if re.search(said, _told(s), re.IGNORECASE) and (pair := _against(fact, s, about))
            ]
            if pairs:
                yield max(pairs, key=lambda pair: pair.weight)
                break


def _told(statement: Statement) -> str:
    """His words; of an answer without a verb the question too."""
    return statement.words if statement.verb else f"{statement.asked} {statement.words}"


def _against(fact: CaseFact, statement: Statement, about: str) -> Pair | None:
    if not (statement.of_mine or not (statement.verb or statement.who)) or (
        about == "birth" and not _OWN_BIRTH.search(statement.words)
    ):
        return None
    dates: list[Time] = times_in(fact.value, None)
    names = set(re.findall(r"\b[A-ZÀ-Ž][\w'’-]{2,}", f"{fact.value} {fact.slot.title()}"))
    shared = {*statement.places, *statement.people} & names
    if statement.negated and statement.absolute and not shared:
        shared = {there for there in statement.places if any(lies_in(there, name) for name in sorted(names))}
    words = {word.lower() for word in re.findall(r"[A-Za-z]{4,}", f"{fact.slot} {fact.value}")}
    if (
        about == "joining"
        and statement.negated
        and statement.absolute
        and words & {"party", "komsomol", "union"}
    ):
        shared = shared or {"party"} & set(re.findall(r"\w+", statement.words.lower()))
    if statement.negated and statement.absolute and shared:
        return Pair("case file", "clarify", statement, None, about, central=True, weight=3, fact=fact)
    at = set(re.findall(r"\b(?:at|in|near|through) (?:the )?([A-ZÀ-Ž][\w'’-]{2,})", fact.value))
    if (
        not statement.negated
        and at
        and statement.places
        and about in _AT_ONE_PLACE
        and not at & {*statement.places}
        and not any(lies_in(there, where) for there in statement.places for where in at)
    ):
        return Pair("case file", "look", statement, None, about, central=True, weight=1, fact=fact)
    if statement.negated or not statement.when or not dates:
        return None
    if statement.when.rough:
        return _without_year(fact, statement, dates, about) if shared else None
    if any(overlap(statement.when, date.interval) for date in dates):
        return None
    if about in ("birth", "marriage") or shared:
        tier: Strength = "look" if statement.unsure else "clarify"
        weight = 2 + len(shared)
        return Pair("case file", tier, statement, None, about, central=True, weight=weight, fact=fact)
    return None


def _without_year(fact: CaseFact, statement: Statement, dates: Sequence[Time], about: str) -> Pair | None:
    """A day or month told without its year against the file's: neither year is compared."""
    assert statement.when is not None
    months = {date.interval.start.month for date in dates}
    if (statement.when.end - statement.when.start).days > 31 or statement.when.start.month in months:
        return None
    return Pair("case file", "look", statement, None, about, central=True, weight=1, fact=fact)
