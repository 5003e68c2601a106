"""A notebook as a transcript: the text that is taken along, and the turns that are looked back over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from assistant.handling.cues import Role
from assistant.handling.notebook import Notebook, NotedLine
from assistant.knowledge import day_in_words
from assistant.paper import one_line
from assistant.transcripts import Role as SpeakerRole
from assistant.transcripts import Transcript, Turn

_SPEAKERS: Mapping[Role, tuple[str, SpeakerRole]] = {
    "handler": ("I", "interviewer"),
    "subject": ("S", "subject"),
    "note": ("Note", "other"),
}

_IN_A_NOTE = str.maketrans("()[]", "‹›‹›")
"""A note stands in square brackets, and ends for whoever reads the file at the first that closes."""


def as_text(notebook: Notebook, zone: tzinfo | None = None) -> str:
    """One paragraph a line, with time and speaker, as transcripts are read; notes stand in brackets.

    Times are those of ``zone``, or of the machine.
    """
    head = f"Session of {day_in_words(notebook.began.astimezone(zone).date())}"
    return "\n\n".join([head, *(_written(each, zone) for each in notebook.lines)]) + "\n"


def transcript_of(notebook: Notebook, file: str, zone: tzinfo | None = None) -> Transcript:
    """Every line a turn of its own; none is left out, whatever a reader of its text would make of it."""
    text = as_text(notebook, zone)
    turns, at = [], text.index("\n")
    for number, line in enumerate(notebook.lines, start=1):
        start, at = at + 2, at + 2 + len(_written(line, zone))
        speaker, role = _SPEAKERS[line.role]
        turns.append(Turn(number, speaker, role, one_line(line.text), _clock(line.at, zone), (start, at)))
    day = notebook.began.astimezone(zone).date()
    return Transcript(file, day, "given", tuple(turns), (), text)


def _written(line: NotedLine, zone: tzinfo | None) -> str:
    words, time = one_line(line.text), _clock(line.at, zone)
    if line.role == "note":
        return f"[Note: {time}. {words.translate(_IN_A_NOTE)}]"
    return f"[{time}] {_SPEAKERS[line.role][0]}: {words}"


def _clock(at: datetime, zone: tzinfo | None) -> str:
    return f"{at.astimezone(zone):%H:%M:%S}"
