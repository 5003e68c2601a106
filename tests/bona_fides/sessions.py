"""Sessions written down in a few lines, for tests: a question and an answer a line."""

from __future__ import annotations

from datetime import date

from assistant.bona_fides import CaseFact, Finding, check
from assistant.transcripts import Transcript, read_transcript

FIRST, SECOND = date(1957, 2, 13), date(1957, 3, 6)
SMALL_TALK = (
    ("How are you today?", "Well, thank you. The stove is warm."),
    ("Did they bring you the papers?", "They brought the newspaper and an orange."),
)


def session(name: str, when: date, *exchanges: tuple[str, str]) -> Transcript:
    """A transcript of these exchanges, with small talk before and after."""
    every = (SMALL_TALK[0], *exchanges, SMALL_TALK[1])
    text = "".join(f"Q: {asked}\nA: {answered}\n" for asked, answered in every)
    return read_transcript(text.encode(), name, when)


def findings(
    first: tuple[str, str], second: tuple[str, str], facts: tuple[CaseFact, ...] = ()
) -> tuple[Finding, ...]:
    """What is found in two sessions of one exchange each."""
    return check([session("one.txt", FIRST, first), session("two.txt", SECOND, second)], facts).findings
