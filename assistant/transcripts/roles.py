"""Who asks, who answers, who interprets: a guess that the user can correct."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.transcripts.draft import Said, speaker_key
from assistant.transcripts.transcript import Role

_SAID: dict[str, Role] = {
    **dict.fromkeys(
        (
            "q",
            "i",
            "question",
            "interviewer",
            "interviewingofficer",
            "examiner",
            "interrogator",
            "debriefer",
            "handler",
            "questioner",
        ),
        "interviewer",
    ),
    **dict.fromkeys(
        (
            "a",
            "s",
            "answer",
            "source",
            "thesource",
            "subject",
            "thesubject",
            "witness",
            "thewitness",
            "interviewee",
            "respondent",
            "informant",
            "defector",
            "deponent",
        ),
        "subject",
    ),
    **dict.fromkeys(
        ("int", "interp", "interpreter", "theinterpreter", "translator", "thetranslator"), "interpreter"
    ),
}
_ASKERS = frozenset(("q", "i", "question"))
_DOUBTFUL = frozenset(("a", "int", "s", "i"))
"""Labels that say a role only beside their counterpart: elsewhere they are somebody's initial."""
_COUNT = re.compile(r"\d+$")


def says_its_role(name: str) -> bool:
    """Whether the label is a role and not a name: ``Q``, ``Interviewer 2``, ``The Witness``."""
    return _key(name) in _SAID


def guess_roles(said: Iterable[Said], header: str = "") -> tuple[dict[str, Role], tuple[str, ...]]:
    """Speaker → role, and what the user should know about the guess.

    Labels count for most; ``header`` may name the interpreter. Else who asks most is the interviewer, and who
    says most of the words is the subject.
    """
    asked: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for turn in said:
        asked[turn.speaker] += turn.text.count("?")
        words[turn.speaker] += len(turn.text.split())
    if len(words) == 1:
        return dict.fromkeys(words, "subject"), ("Only one speaker was found: taken to be the subject.",)
    roles = _by_label(list(words))
    if "interpreter" not in roles.values():
        roles |= {name: "interpreter" for name in words if name not in roles and _interprets(name, header)}
    remarks = []
    rest = [name for name in words if name not in roles]
    if "interviewer" not in roles.values() and rest:
        asking = max(rest, key=lambda name: (asked[name], -words[name]))
        if asked[asking]:
            roles[asking] = "interviewer"
            rest.remove(asking)
        else:
            remarks.append("Nobody asks a question: say who the interviewer is.")
    if "subject" not in roles.values() and rest:
        roles[max(rest, key=lambda name: words[name])] = "subject"
    return {name: roles.get(name, "other") for name in words}, tuple(remarks)


def _by_label(names: list[str]) -> dict[str, Role]:
    keys = {_key(name) for name in names}
    paired = bool(keys & _ASKERS) and len(keys & _SAID.keys()) > 1
    roles: dict[str, Role] = {}
    for name in names:
        key = _key(name)
        if key in _SAID and (key not in _DOUBTFUL or paired):
            roles[name] = _SAID[key]
    # "S" beside "Interviewer" needs no "I" to be the source.
    if "interviewer" in roles.values():
        roles |= {name: _SAID[_key(name)] for name in names if _key(name) in _DOUBTFUL and name not in roles}
    elif "subject" in roles.values():
        roles |= {name: "interviewer" for name in names if _key(name) in ("i", "int") and name not in roles}
    return roles


def _interprets(name: str, header: str) -> bool:
    """Whether the header says so: "Miss Kanelli, interpreting", "interpreter Mr. Fiala"."""
    last = re.escape(name.split()[-1])
    return bool(
        re.search(rf"\b{last}\W{{1,3}}(?:the |as )?(?:interpret|translat)(?:er|or|ing)\b", header, re.I)
        or re.search(rf"\b(?:interpreter|translator)\W{{1,3}}(?:\w{{1,10}}\.? )?{last}\b", header, re.I)
    )


def _key(name: str) -> str:
    return _COUNT.sub("", speaker_key(name))
