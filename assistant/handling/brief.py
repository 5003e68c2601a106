"""One page before a session: what this subject at this stage is likely to call for, and in its rests."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.handling.cues import URGENCIES, Ahead, Cue
from assistant.handling.reminder import Cited, cited
from assistant.knowledge import Library

MOST = 8
"""Pieces of guidance on the page: who is to keep them in mind cannot keep more."""

_FEAR = re.compile(
    r"\b(?:fear|afraid|arrest|recall|purge|danger|safety|save|threat|shot|prison)", re.IGNORECASE
)
_CONVICTION = re.compile(
    r"\b(?:convict|belie|disgust|ashamed|conscience|regime|freedom|dissatisf|ideolog|principle|disillusion)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:general|colonel|major|captain|admiral|commander|minister|secretary|professor|director|attach|consul|"
    r"resident|chief|head|doctor)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Advice:
    """``because`` says what of this subject calls for it, "" where it is asked of everybody.

    ``says`` is what to have in mind beforehand, ``advice`` what to do when it comes up.
    """

    cue: str
    name: str
    because: str
    says: str
    advice: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """``advice`` is for the opening, most needed first; ``rests`` is one piece for each rest in turn."""

    subject: str
    stage: str
    advice: tuple[Advice, ...]
    rests: tuple[Advice, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "subject": self.subject,
            "stage": self.stage,
            "advice": [_as_json(each) for each in self.advice],
            "rests": [_as_json(each) for each in self.rests],
        }


def brief_for(profile: Mapping[str, Any], stage: str, cues: Mapping[str, Cue], library: Library) -> Brief:
    """The guidance for a subject's profile (the keys of a questionnaire's profile file) at a stage.

    What he in particular calls for comes first, then what the stage asks of everybody.
    """
    facts = _facts(profile)
    here = [cue for cue in cues.values() if cue.at(stage)]
    by_urgency = sorted(here, key=lambda cue: URGENCIES.index(cue.urgency))
    advice = [
        _advice(cue, cue.before, facts, cue.brief, library)
        for cue in by_urgency
        if cue.before and facts.keys() & {*cue.brief}
    ]
    rests = [
        _advice(cue, cue.rest, facts, (*cue.brief, *cue.rest_of), library)
        for cue in here
        if cue.rest and facts.keys() & {*cue.rest_of}
    ]
    return Brief(
        str(profile.get("cover_name") or "the subject"),
        stage,
        tuple(sorted(advice, key=_asked_of_everybody)[:MOST]),
        tuple(sorted(rests, key=_asked_of_everybody)),
    )


def _advice(
    cue: Cue, words: Ahead, facts: Mapping[str, str], asks: Sequence[str], library: Library
) -> Advice:
    because = next((facts[fact] for fact in asks if fact in facts), "")
    return Advice(cue.id, words.name, because, words.says, cue.advice, cited(cue, library))


def _asked_of_everybody(advice: Advice) -> bool:
    return not advice.because


def _as_json(advice: Advice) -> dict[str, Any]:
    return {
        "cue": advice.cue,
        "name": advice.name,
        "because": advice.because,
        "says": advice.says,
        "advice": advice.advice,
        "citations": [{"id": cited.id, "quote": cited.quote} for cited in advice.citations],
    }


def _facts(profile: Mapping[str, Any]) -> dict[str, str]:
    """What the profile says that cues ask for, each with the reason in words."""
    motive, rank = (
        str(profile.get("motive_stated") or ""),
        f"{profile.get('rank', '')} {profile.get('post', '')}",
    )
    found = {"everybody": ""}
    if profile.get("family_behind"):
        found["family behind"] = "he left family behind"
    if _FEAR.search(motive) or profile.get("recalled"):
        found["fears"] = "he came in fear"
    if _CONVICTION.search(motive):
        found["convictions"] = "he gives convictions as his motive"
    if _STANDING.search(rank):
        found["standing"] = f"he is a man of standing ({' '.join(rank.split())})"
    if profile.get("state"):
        found["strained"] = f"his state: {profile['state']}"
    return found
