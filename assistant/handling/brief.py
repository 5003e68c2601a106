"""One page before a session: the guidance that this subject at this stage is likely to call for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.handling.cues import URGENCIES, Cue
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
    """``because`` says what of this subject calls for it."""

    cue: str
    name: str
    because: str
    advice: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    subject: str
    stage: str
    advice: tuple[Advice, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "subject": self.subject,
            "stage": self.stage,
            "advice": [
                {
                    "cue": each.cue,
                    "name": each.name,
                    "because": each.because,
                    "advice": each.advice,
                    "citations": [{"id": c.id, "quote": c.quote} for c in each.citations],
                }
                for each in self.advice
            ],
        }


def brief_for(profile: Mapping[str, Any], stage: str, cues: Mapping[str, Cue], library: Library) -> Brief:
    """The guidance for a subject's profile (the keys of a questionnaire's profile file) at a stage.

    What he in particular calls for comes first, then what the stage asks of everybody.
    """
    because = _facts(profile)
    fitting = []
    for cue in cues.values():
        reasons = [because[fact] for fact in cue.brief if fact in because]
        if cue.at(stage) and reasons:
            particular = reasons[0] != because["everybody"]
            fitting.append((not particular, URGENCIES.index(cue.urgency), cue, reasons[0]))
    fitting.sort(key=lambda each: each[:2])
    return Brief(
        str(profile.get("cover_name") or "the subject"),
        stage,
        tuple(
            Advice(cue.id, cue.name, reason, cue.advice, cited(cue, library))
            for _, _, cue, reason in fitting[:MOST]
        ),
    )


def _facts(profile: Mapping[str, Any]) -> dict[str, str]:
    """What the profile says that cues ask for, each with the reason in words."""
    motive, rank = (
        str(profile.get("motive_stated") or ""),
        f"{profile.get('rank', '')} {profile.get('post', '')}",
    )
    found = {"everybody": "of everybody at this stage"}
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
