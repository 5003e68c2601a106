"""What he says he cannot do against having done it.

Flags: "I cannot swim" / "I swam out to him"; "I have no Russian" / "I read it to them in Russian"; "no licence" / "I drove down".
Stays silent on: learning it later, another's doing it, a few words of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_SKILLS: dict[str, tuple[str, str]] = {
    "swimming": (r"\bswim\w*\b", r"\b(?:swam|swum|swimming|swim)\b"),
    "driving": (
        r"\bdriv\w*|licen[cs]e\b|behind the wheel|at the wheel",
        r"\b(?:drove|driven)\b|\bat the wheel\b|\btook the (?:car|volga|truck|lorry|wheel)\b",
    ),
    "typing": (r"\btype(?:writ\w+)?\b", r"\btyped\b"),
    "riding": (r"\bride a horse|riding\b", r"\brode\b"),
    "skiing": (r"\bski(?:ing)?\b", r"\b(?:skied|on skis)\b"),
    "flying": (r"\b(?:fly|pilot)\b", r"\bflew (?:the|a|my|it)\b"),
    "shooting": (r"\bshoot\b", r"\bshot (?:at|the|a|three|two)\b"),
    "cipher work": (r"\bciphers?\b|cipher machine", r"\b(?:en|de)?ciphered\b|\bset the wheels\b"),
    "Morse": (r"\bmorse\b", r"\bin morse\b|\btapped\b"),
    "dancing": (r"\bdance\b", r"\bdanced\b"),
}
_CANNOT = re.compile(
    r"\b(?:cannot|can't|could not|couldn't|can not|never learn(?:ed|t)?|not able|unable|no|never|not|n't|haven't)\b",
    re.IGNORECASE,
)
_LANGUAGES = (
    "Russian German English French Polish Czech Hungarian Romanian Bulgarian Chinese Korean Finnish Swedish Danish Spanish "
    "Italian Serbian Turkish Greek Albanian Lithuanian Ukrainian Arabic Latvian Estonian"
).split()


def find(case: Case) -> Iterator[Pair]:
    for denial in case.statements:
        if denial.hedged or not (denial.negated and denial.of_mine) or not _CANNOT.search(denial.words):
            continue
        yield from _skills(case, denial)
        yield from _languages(case, denial)


def _skills(case: Case, denial: Statement) -> Iterator[Pair]:
    for skill, (named, done) in _SKILLS.items():
        if not re.search(named, denial.words, re.IGNORECASE):
            continue
        for other in case.affirmed:
            if (
                other.of_mine
                and other.source.key != denial.source.key
                and re.search(done, other.words, re.IGNORECASE)
            ):
                yield Pair("ability", "clarify", denial, other, skill, weight=2.0)
                break


def _languages(case: Case, denial: Statement) -> Iterator[Pair]:
    for language in _LANGUAGES:
        if not re.search(
            rf"\bno(?:t|r)?\b[^.;]{{0,30}}\b{language}\b|\b{language}\b[^.;]{{0,24}}\bnot\b|n't\b[^.;]{{0,40}}\b{language}\b",
            denial.words,
        ):
            continue
        if not re.search(
            r"\b(?:have|speak|know|read|understand|write|learn\w*|word of)\b", denial.words, re.IGNORECASE
        ):
            continue
        used = re.compile(
            rf"\b(?:in|into|from|speak|spoke|read|wrote|know|knew|understood|translated|my) (?:the )?{language}\b|\bgood {language}\b"
        )
        for other in case.affirmed:
            if other.of_mine and other.source.key != denial.source.key and used.search(other.words):
                yield Pair("ability", "clarify" if not other.resolved else "look", denial, other, language)
                break
