"""Statements to claims: what is kept in the table and drawn in the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.bona_fides.claim import Claim, Slot
from assistant.bona_fides.statements import Statement

_KIN = r"father|mother|brothers?|sisters?|wife|husband|sons?|daughters?|child(?:ren)?|uncle|aunt|cousin|grand\w+|parents|in-law"
_SLOTS: tuple[tuple[Slot, str, str], ...] = (
    ("born", "origins", r"\bborn\b|\byears old\b|\byears of age\b"),
    ("kin", "family", rf"\b(?:{_KIN}|married|wedding|divorced)\b"),
    ("schooling", "schooling", r"\b(?:school|lyc[ée]e|university|academy|institute|diploma|matura|studied|graduated|examination|degree|course)\b"),
    ("rank", "service", r"\b(?:lieutenant|captain|major|colonel|general|sergeant|corporal|promoted|rank|ensign|gefreiter|unteroffizier)\b"),
    ("membership", "party and organisations", r"\b(?:party|komsomol|union|candidate|member|youth league|pioneers?)\b"),
    ("ability", "abilities", r"\b(?:speak|swim|drive|read and write|learned|learnt|cannot|can)\b.*\b(?:\w+)\b"),
    ("acquaintance", "people", r"\b(?:met|meet|knew|know|introduced|acquainted|friend|spoke (?:to|with)|talked (?:to|with))\b"),
    ("access", "access", r"\b(?:key|safe|cipher|secret|files?|archive|entered|pass|access|admitted|locked)\b"),
    ("possession", "papers and possessions", r"\b(?:passport|papers|document|documents|card|pistol|camera|notebook|brought with me)\b"),
    ("travel", "travel", r"\b(?:travelled|traveled|train|ship|flew|journey|crossed|arrived|border|frontier|left for|went to)\b"),
    ("work", "work", r"\b(?:work(?:ed|s)?|chief|office|section|department|factory|laboratory|duty|shift|job|post|served|appointed)\b"),
    ("posting", "places lived", r"\b(?:lived|stayed|posted|stationed|prison|camp|hospital|moved|flat|house|rooms?)\b"),
    ("event", "events", r"\b(?:arrested|shot|died|fell|war|accident|meeting|funeral|strike|explosion|fire)\b"),
)  # fmt: skip
_TAKEN = tuple((slot, topic, re.compile(words, re.IGNORECASE)) for slot, topic, words in _SLOTS)


def claims_of(statements: Sequence[Statement]) -> Iterator[Claim]:
    """The statements that say something of a life: those of a known kind, and dated ones."""
    for statement in statements:
        if statement.reported or not statement.words:
            continue
        slot, topic = _kind(statement)
        if slot == "other" and statement.when is None and not statement.counts:
            continue
        yield Claim(
            slot=slot,
            who=statement.who or "not said",
            says=" ".join(statement.words.split()),
            words=statement.words,
            file=statement.source.file,
            turn=statement.source.turn.number,
            place=statement.source.turn.place,
            topic=topic,
            denied=statement.negated,
            hedged=statement.hedged,
            supplied=statement.supplied,
            resolved=statement.resolved,
            where=", ".join(statement.places),
            when=statement.when if not statement.resolved else None,
        )


def _kind(statement: Statement) -> tuple[Slot, str]:
    for slot, topic, words in _TAKEN:
        if words.search(statement.words):
            return slot, topic
    if statement.counts:
        return "number", "numbers"
    return "other", "other"
