"""A rank or post at a date against another, or held before he says he got it.

Flags: "I was made captain in July 1953" / "At Easter of 1952 I was already captain"; "captain in February"
/ "still a first lieutenant in April".
Stays silent on: promotion in between, another's rank, an address by courtesy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.claim import Interval
from assistant.bona_fides.statements import Statement

_LADDER = tuple(
    "private, soldat, gefreiter, corporal, unteroffizier, sergeant, plain sergeant, staff sergeant, "
    "senior sergeant, first sergeant, master sergeant, feldwebel, warrant officer, ensign, "
    "second lieutenant, junior lieutenant, unterleutnant, lieutenant, leutnant, first lieutenant, "
    "senior lieutenant, oberleutnant, captain, hauptmann, major, lieutenant colonel, colonel, general".split(
        ", "
    )
)
_POSTS = tuple(
    "group leader, section head, head of section, first secretary, second secretary, third "
    "secretary, director, "
    "deputy director, foreman, chief engineer, attache, warranty engineer, deputy, chairman, instructor, "
    "assistant".split(", ")
)
_RANK = re.compile(rf"\b(?:{'|'.join(sorted(_LADDER, key=len, reverse=True))})\b", re.IGNORECASE)
_POST = re.compile(rf"\b(?:{'|'.join(sorted(_POSTS, key=len, reverse=True))})\b", re.IGNORECASE)
_GOT = re.compile(
    r"\b(?:became|become|was made|were made|made (?:me|captain)|promoted|pinned on|appointed|got (?:the|"
    r"my)|received|from|since|only in)\b",
    re.I,
)
_HELD = re.compile(r"\b(?:was|am|as|already|still|by then|were)\b", re.IGNORECASE)
_MADE_ME = re.compile(r"\b(?:made|appointed|promoted) me\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    statement: Statement
    title: str
    got: bool
    when: Interval
    step: int


def find(case: Case) -> Iterator[Pair]:
    said = [each for statement in case.affirmed for each in _read(statement)]
    for got in (each for each in said if each.got):
        pairs = [pair for held in said if (pair := _against(got, held))]
        if pairs:
            yield max(pairs, key=lambda pair: pair.weight)


def _read(statement: Statement) -> Iterator[_Said]:
    mine = statement.of_mine or _MADE_ME.search(statement.words)
    if not mine or statement.when is None or statement.when.rough:
        return
    words = statement.words
    match = _RANK.search(words) or _POST.search(words)
    if not match or (statement.people and re.search(rf"{match[0]} [A-Z]", words)):
        return
    title = match[0].lower()
    got = bool(_GOT.search(words)) and not re.search(r"\b(?:already|still|by then)\b", words, re.IGNORECASE)
    if got or _HELD.search(words):
        step = _LADDER.index(title) if title in _LADDER else -1
        yield _Said(statement, title, got, statement.when, step)


def _against(got: _Said, held: _Said) -> Pair | None:
    if held.statement.source.key == got.statement.source.key:
        return None
    sure = not (got.statement.unsure or held.statement.unsure)
    before = held.title == got.title and held.when.end < got.when.start
    lower_after = 0 <= held.step < got.step and held.when.start > got.when.end and not held.got
    if before or lower_after:
        return Pair(
            "rank",
            "clarify" if sure else "look",
            got.statement,
            held.statement,
            got.title,
            central=True,
            weight=2,
        )
    return None
