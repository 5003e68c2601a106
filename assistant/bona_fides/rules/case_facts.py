"""What he says against the case file or another informant: kept apart, with its source.

Flags: "entered Denmark 12 March 1961" / "I arrived in Copenhagen in the late autumn of 1961".
Stays silent on: a fact that speaks of something else, the more precise date, a rough one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair, Strength
from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.statements import Statement
from assistant.bona_fides.times import Time, overlap, times_in

_TOPICS: tuple[tuple[str, str, str], ...] = (
    (r"^(?:date of )?birth|^born", r"\bborn\b", "birth"),
    (r"marri", r"\b(?:we|I) (?:were |got )?married\b|\bmarriage\b|\bwedding\b", "marriage"),
    (r"arriv|enter|entry|cross", r"\b(?:arrived|entered|came (?:over|to|into)|crossed|reached)\b", "arrival"),
    (r"left|depart|defect", r"\b(?:left|went over|came over|walked out)\b", "leaving"),
    (r"promot|commission|rank", r"\b(?:promoted|commissioned|was made|became)\b", "promotion"),
    (r"join|party", r"\b(?:joined|party card|member)\b", "joining"),
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
                if re.search(said, s.words, re.IGNORECASE) and (pair := _against(fact, s, about))
            ]
            if pairs:
                yield max(pairs, key=lambda pair: pair.weight)
                break


def _against(fact: CaseFact, statement: Statement, about: str) -> Pair | None:
    if not statement.of_mine or (about == "birth" and not _OWN_BIRTH.search(statement.words)):
        return None
    dates: list[Time] = times_in(fact.value, None)
    names = set(re.findall(r"\b[A-ZÀ-Ž][\w'’-]{2,}", f"{fact.value} {fact.slot.title()}"))
    shared = {*statement.places, *statement.people} & names
    if statement.negated and statement.absolute and shared:
        return Pair("case file", "clarify", statement, None, about, central=True, weight=3, fact=fact)
    at = set(re.findall(r"\b(?:at|in|near|through) (?:the )?([A-ZÀ-Ž][\w'’-]{2,})", fact.value))
    if (
        not statement.negated
        and at
        and statement.places
        and about in _AT_ONE_PLACE
        and not at & {*statement.places}
    ):
        return Pair("case file", "look", statement, None, about, central=True, weight=1, fact=fact)
    if statement.negated or not statement.when or statement.when.rough or not dates:
        return None
    if any(overlap(statement.when, date.interval) for date in dates):
        return None
    if about in ("birth", "marriage") or shared:
        tier: Strength = "look" if statement.resolved or statement.date_from_before else "clarify"
        weight = 2 + len(shared)
        return Pair("case file", tier, statement, None, about, central=True, weight=weight, fact=fact)
    return None
