"""A run of a scenario: the trainee's lines and the subject's replies, one turn each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.handling import Hearing
from assistant.mock.matching import Matcher
from assistant.mock.scenario import Scenario
from assistant.mock.subject import MINUTES_A_TURN, Subject, SubjectReply


@dataclass(frozen=True, slots=True)
class Turn:
    """``minute`` counts from the beginning. ``event`` is what was slipped in before it, "" for nothing.

    ``worded`` is the reply as a language model put it, "" where it was shown as it is written.
    """

    number: int
    minute: float
    question: str
    reply: SubjectReply
    event: str = ""
    worded: str = ""

    @property
    def shown(self) -> str:
        """The reply as the trainee read it."""
        return self.worded or self.reply.text

    def as_json(self) -> dict[str, Any]:
        return {
            "question": self.question,
            "kind": self.reply.kind,
            "reply": self.reply.text,
            "released": list(self.reply.released),
            "state": self.reply.state.as_data(),
            "minute": round(self.minute, 1),
        }


@dataclass(frozen=True, slots=True)
class Run:
    scenario: Scenario
    seed: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A line as it was typed, with the minutes since the line before and the event that came before it."""

    line: str
    minutes: float = MINUTES_A_TURN
    event: str = ""


def play(subject: Subject, said: Said, number: int) -> Turn:
    """One turn: what was slipped in before the line, the line, and what he says to it."""
    event = next((each for each in subject.scenario.events if each.id == said.event), None)
    if event is not None:
        subject.slip_in()
    reply = subject.answer(said.line, said.minutes)
    return Turn(number, subject.minute, said.line, reply, event.says if event else "")


def run(scenario: Scenario, lines: Sequence[Said], seed: int, hearing: Hearing, matcher: Matcher) -> Run:
    """Play the lines through: the same lines and the same seed give the same run."""
    subject = Subject(scenario, hearing, matcher, seed)
    turns = tuple(play(subject, said, number) for number, said in enumerate(lines, start=1))
    return Run(scenario, seed, turns)
