"""Runs played while they go on: a new line costs one answer, as the subject of each run is kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from assistant.errors import NotFound
from assistant.handling import Hearing
from assistant.mock.kept import KeptRun
from assistant.mock.matching import Matcher
from assistant.mock.reviewing import SUGGESTING, Review, review
from assistant.mock.running import Run, Said, Turn, play
from assistant.mock.scenario import Scenario, read_scenarios
from assistant.mock.subject import Subject

AT_HAND = 16
"""Runs whose subjects are kept; another is played from its start."""


@dataclass
class _Played:
    subject: Subject
    seed: int
    lines: list[Said] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)

    def continues(self, scenario: Scenario, seed: int, lines: tuple[Said, ...]) -> bool:
        begun = list(lines[: len(self.lines)]) == self.lines
        return self.subject.scenario is scenario and self.seed == seed and begun

    def go_on(self, said: Said) -> None:
        self.lines.append(said)
        self.turns.append(play(self.subject, said, len(self.lines)))


class Mock:
    """All scenarios, and the runs of them. Any thread may call."""

    def __init__(self, folder: Path, hearing: Callable[[], Hearing]) -> None:
        self._folder = folder
        self._hearing = hearing
        self._matchers: dict[str, Matcher] = {}
        self._played: OrderedDict[str, _Played] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """By id. Raises BadContent when one has a mistake."""
        return read_scenarios(self._folder)

    def scenario(self, id: str) -> Scenario:
        """Raises NotFound."""
        if id not in self.scenarios:
            raise NotFound("The scenario of this run is not there any more.")
        return self.scenarios[id]

    def play(self, id: str, kept: KeptRun) -> Run:
        """The run with this id as it stands.

        Raises:
            NotFound: its scenario is gone.
            EmbedderMissing: there is no sentence model, by which his answers are found.
        """
        scenario, lines = self.scenario(kept.scenario), kept.said
        with self._one_at_a_time:
            played = self._played.pop(id, None)
            if played is None or not played.continues(scenario, kept.seed, lines):
                subject = Subject(scenario, self._hearing(), self._matcher(scenario), kept.seed)
                played = _Played(subject, kept.seed)
            for said in lines[len(played.lines) :]:
                played.go_on(said)
            self._played[id] = played
            while len(self._played) > AT_HAND:
                self._played.popitem(last=False)
            return Run(scenario, kept.seed, tuple(played.turns))

    def review(self, id: str, kept: KeptRun) -> tuple[Run, Review]:
        """The run with its review. Raises as ``play`` does."""
        run = self.play(id, kept)
        return run, review(run, self._hearing())

    def measured(self, id: str, kept: KeptRun) -> dict[str, float]:
        """The shares that the trainer's desk shows. Raises as ``play`` does."""
        run, found = self.review(id, kept)
        asked = [turn.reply.kind for turn in run.turns if turn.reply.kind != "statement"]
        count = max(1, len(asked))
        return {
            "learned": round(found.score, 4),
            "open": round(asked.count("open") / count, 4),
            "leading": round(sum(kind in SUGGESTING for kind in asked) / count, 4),
            "turns": len(run.turns),
        }

    def warm(self, id: str) -> None:
        """Make the vectors of a scenario before its first line."""
        with self._one_at_a_time:
            self._matcher(self.scenario(id)).match("Good morning.")

    def _matcher(self, scenario: Scenario) -> Matcher:
        return self._matchers.setdefault(scenario.id, Matcher(scenario))
