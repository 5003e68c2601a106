"""What he says he cannot do against having done it.

Flags: "I cannot swim" / "I swam out to him"; "I have no Russian" / "I read it to them in Russian"; "no
licence" / "I drove down".
Stays silent on: learning it later, another's doing it, a few words of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

_SKILLS: dict[str, tuple[str, str]] = {
    "swimming": (r"\bswim\w*\b", r"\b(?:swam|swum|swimming|swim)\b"),
    "driving": (
        r"\bdriv\w*|licen[cs]e\b|behind the wheel|at the wheel|(?:held?|had) (?:the|a) (?:steering "
        r")?wheel|steering wheel",
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
    r"\b(?:cannot|can't|could not|couldn't|can not|never learn(?:ed|t)?|not able|unable|no|never|not|n't|"
    r"haven't)\b",
    re.IGNORECASE,
)
_LANGUAGES = (
    "Russian German English French Polish Czech Hungarian Romanian Bulgarian Chinese Korean Finnish "
    "Swedish Danish Spanish "
    "Italian Serbian Turkish Greek Albanian Lithuanian Ukrainian Arabic Latvian Estonian"
).split()

_THEN = re.compile(r"\b(?:before that|until then|at first|in those days|as a child)\b", re.IGNORECASE)
_IT_WAS_ME = re.compile(r"\b(?:it was (?:me|I) who|me who)\b|^who put\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Pair]:
    denials = [
        s
        for s in case.statements
        if s.negated and s.of_mine and not s.hedged and _CANNOT.search(s.words) and not _THEN.search(s.words)
    ]
    # An answer without a verb of its own is his: "How did you speak with him?" "In English."
    mine = [s for s in case.affirmed if s.of_mine or _IT_WAS_ME.search(s.sentence) or not (s.verb or s.who)]
    for skill, (named, done) in _compiled_skills().items():
        yield from _first_against(denials, mine, skill, named, done)
    for language in _LANGUAGES:
        yield from _first_against(denials, mine, language, *_patterns(language))


def _first_against(
    denials: Sequence[Statement],
    mine: Sequence[Statement],
    skill: str,
    named: re.Pattern[str],
    done: re.Pattern[str],
) -> Iterator[Pair]:
    """Each denial of the skill with the first telling of its use in another turn."""
    against = [s for s in denials if named.search(s.words)]
    used = [s for s in mine if done.search(s.words)] if against else []
    for denial in against:
        other = next((s for s in used if s.source.key != denial.source.key), None)
        if other:
            yield Pair("ability", "look" if other.resolved else "clarify", denial, other, skill, weight=2.0)


@cache
def _compiled_skills() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        skill: (re.compile(named, re.IGNORECASE), re.compile(done, re.IGNORECASE))
        for skill, (named, done) in _SKILLS.items()
    }


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A denial of the language, and its use."""
    knows = r"(?=.*\b(?:have|speak|know|read|understand|write|learn\w*|word of)\b)"
    lacks = (
        rf"\b(?:no|not|nor|never|cannot)\b[^.;]{{0,30}}\b{language}\b|n't\b[^.;]{{0,40}}\b{language}\b"
        rf"|\b{language}\b[^.;]{{0,24}}\bnot\b"
    )
    uses = (
        r"\b(?:in|into|from|speak|spoke|read|wrote|know|knew|understood|translated|my|good|read out) "
        rf"(?:the )?{language}\b"
    )
    return re.compile(f"^{knows}.*(?:{lacks})", re.DOTALL), re.compile(uses, re.IGNORECASE)
