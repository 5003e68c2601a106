"""Statements to claims: what is kept in the table and drawn in the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.bona_fides.claim import Claim, Interval, Slot
from assistant.bona_fides.statements import Statement

_SLOTS: tuple[tuple[Slot, str, str], ...] = (
    ("born", "origins", "born, years old, years of age"),
    (
        "kin",
        "family",
        "father mother brother brothers sister sisters wife husband son sons daughter daughters "
        "child children "
        "uncle aunt cousin grandfather grandmother parents married wedding divorced",
    ),
    (
        "schooling",
        "schooling",
        "school lycée lycee university academy institute diploma matura studied graduated examination "
        "degree course",
    ),
    (
        "rank",
        "service",
        "lieutenant captain major colonel general sergeant corporal promoted rank ensign gefreiter "
        "unteroffizier",
    ),
    ("membership", "party and organisations", "party komsomol union candidate member pioneers, youth league"),
    ("ability", "abilities", "speak swim drive learned learnt cannot, read and write"),
    (
        "acquaintance",
        "people",
        "met meet knew know introduced acquainted friend, spoke to, spoke with, talked to, talked with",
    ),
    ("access", "access", "key safe cipher secret file files archive entered pass access admitted locked"),
    (
        "possession",
        "papers and possessions",
        "passport papers document documents card pistol camera notebook, brought with me",
    ),
    (
        "travel",
        "travel",
        "travelled traveled train ship flew journey crossed arrived border frontier, left for, went to",
    ),
    (
        "work",
        "work",
        "work worked works chief office section department factory laboratory duty shift job post served "
        "appointed",
    ),
    (
        "posting",
        "places lived",
        "lived stayed posted stationed prison camp hospital moved flat house room rooms",
    ),
    ("event", "events", "arrested shot died fell war accident meeting funeral strike explosion fire"),
)
"""Slots with their topics and the words and phrases that tell them; the first that fits is taken."""


def _pattern(words: str) -> re.Pattern[str]:
    """A pattern for words with a space between them; phrases stand behind commas."""
    single, *phrases = words.split(", ") if words.count(",") else (words,)
    each = [*single.split(), *phrases] if not single.startswith("born") else [single, *phrases]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, each))})\b", re.IGNORECASE)


LONGEST_ROUGH = 60
"""Days of a time without its year that is drawn."""

_TAKEN = tuple((slot, topic, _pattern(words)) for slot, topic, words in _SLOTS)


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
            when=_drawn(statement),
        )


def _drawn(statement: Statement) -> Interval | None:
    """Its time, where it is told in the same words; "in winter" without a year is a habit."""
    when = statement.when
    if when is None or statement.unsure:
        return None
    return None if when.rough and (when.end - when.start).days > LONGEST_ROUGH else when


def _kind(statement: Statement) -> tuple[Slot, str]:
    for slot, topic, words in _TAKEN:
        if words.search(statement.words):
            return slot, topic
    if statement.counts:
        return "number", "numbers"
    return "other", "other"
