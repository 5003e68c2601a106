"""Looking back over a session: where guidance was kept and where it was missed, and how the subject fared.

The subject's state is a count, not a diagnosis: each of his lines that calls for a cue of strain raises it,
every other line lets it fall. It never says anything of his truthfulness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.handling.cues import Role
from assistant.handling.hearing import NEAR, Hearing
from assistant.handling.reminder import Reminder, as_json
from assistant.transcripts import Transcript, Turn

STRAIN = {
    "distress": 3.0,
    "doubt": 2.0,
    "own_safety": 2.0,
    "family_fear": 2.0,
    "broken_promise": 2.0,
    "importance_slighted": 1.0,
    "left_idle": 1.0,
    "future": 1.0,
    "firmness": 1.0,
    "status_of_questioner": 1.0,
}
"""What a line of the subject's adds to his strain, by the cue that it calls for."""

FADES = 0.85
"""What is left of the strain after each further turn of his."""

ANSWERED_WITHIN = 2
"""The handler's turns after a subject's line in which an answer to it is looked for."""

_ROLES: dict[str, Role] = {"interviewer": "handler", "subject": "subject"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A turn at which guidance was ``kept`` or a reminder was ``due``. ``words`` stand verbatim in it.

    ``says`` is the praise, or the advice that would have been given.
    """

    turn: int
    place: str
    speaker: str
    kind: str
    words: str
    says: str
    reminder: Reminder


@dataclass(frozen=True, slots=True)
class Point:
    """The subject's strain after one of his turns; ``words`` where the turn raised it, else ""."""

    turn: int
    place: str
    strain: float
    words: str
    cue: str


@dataclass(frozen=True, slots=True)
class Review:
    """``turns`` are those of handler and subject that were heard."""

    file: str
    turns: int
    moments: tuple[Moment, ...]
    curve: tuple[Point, ...]

    @property
    def kept(self) -> tuple[Moment, ...]:
        return tuple(each for each in self.moments if each.kind == "kept")

    @property
    def due(self) -> tuple[Moment, ...]:
        return tuple(each for each in self.moments if each.kind == "due")

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "turns": self.turns,
            "moments": [
                {
                    "turn": each.turn,
                    "place": each.place,
                    "speaker": each.speaker,
                    "kind": each.kind,
                    "words": each.words,
                    "says": each.says,
                    **as_json(each.reminder),
                }
                for each in self.moments
            ],
            "strain": [
                {
                    "turn": p.turn,
                    "place": p.place,
                    "strain": round(p.strain, 2),
                    "words": p.words,
                    "cue": p.cue,
                }
                for p in self.curve
            ],
        }


def review(transcript: Transcript, hearing: Hearing) -> Review:
    """Hear every turn of handler and subject; a cue that is answered at once counts as kept, not as due."""
    turns = [turn for turn in transcript.turns if turn.role in _ROLES]
    moments: list[Moment] = []
    curve: list[Point] = []
    strain = 0.0
    for place, turn in enumerate(turns):
        role = _ROLES[turn.role]
        heard = hearing.hear(turn.text, role)
        reminder = hearing.reminder(heard[0]) if heard else None
        if role == "subject":
            raises = STRAIN.get(reminder.cue, 0.0) if reminder else 0.0
            strain = strain * FADES + raises
            words = reminder.trigger if reminder and raises else ""
            curve.append(
                Point(turn.number, turn.place, strain, words, reminder.cue if reminder and raises else "")
            )
            if reminder and not (answer := _answer(turns[place + 1 :], reminder.cue, hearing)):
                moments.append(_moment(turn, "due", reminder.trigger, reminder.advice, reminder))
            elif reminder and answer:
                moments.append(
                    _moment(answer, "kept", answer.text, hearing.cues[reminder.cue].kept, reminder)
                )
        elif reminder:
            moments.append(_moment(turn, "due", reminder.trigger, reminder.advice, reminder))
    return Review(transcript.file, len(turns), tuple(moments), tuple(curve))


def _answer(following: Sequence[Turn], cue: str, hearing: Hearing) -> Turn | None:
    """The handler's turn just after that does what the cue asks."""
    theirs = [turn for turn in following if turn.role == "interviewer"][:ANSWERED_WITHIN]
    return next(
        (t for t in theirs if hearing.keeps(t.text) and hearing.does(t.text).get(cue, 0) >= NEAR), None
    )


def _moment(turn: Turn, kind: str, words: str, says: str, reminder: Reminder) -> Moment:
    return Moment(turn.number, turn.place, turn.speaker, kind, words, says, reminder)
