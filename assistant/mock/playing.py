"""Runs played while they go on: a new line costs one answer, as the subject of each run is kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import NotFound
from assistant.handling import Hearing
from assistant.mock.as_it_was import scenario_as_json, scenario_from_json
from assistant.mock.judging import by_what_they_judge
from assistant.mock.kept import KeptRun
from assistant.mock.matching import AnySubject, Matcher, read_any_subject
from assistant.mock.own_scenarios import OwnScenarios
from assistant.mock.reviewing import SUGGESTING, Review, review
from assistant.mock.running import Run, Said, Turn, play
from assistant.mock.scenario import Scenario
from assistant.mock.scenario_files import read_scenarios
from assistant.mock.subject import Subject
from assistant.mock.voicing import Voicing

if TYPE_CHECKING:
    from assistant.language import ChatModel
    from assistant.store import Store

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
        return self.subject.scenario.digest == scenario.digest and self.seed == seed and begun

    def go_on(self, said: Said) -> None:
        self.lines.append(said)
        self.turns.append(play(self.subject, said, len(self.lines)))


class Mock:
    """All scenarios, and the runs of them. Any thread may call."""

    def __init__(self, folder: Path, hearing: Callable[[], Hearing], store: Callable[[], Store]) -> None:
        self._folder = folder
        self._hearing = hearing
        self._store = store
        self.own = OwnScenarios(store, lambda: self.supplied)
        self._as_they_were: dict[str, Scenario] = {}
        self._matchers: dict[str, Matcher] = {}
        self._played: OrderedDict[str, _Played] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    @cached_property
    def supplied(self) -> dict[str, Scenario]:
        """Those of the project, by id. Raises BadContent when one has a mistake."""
        return read_scenarios(self._folder)

    @property
    def scenarios(self) -> dict[str, Scenario]:
        """Those of the project and after them one's own that can be played, by id.

        Raises BadContent and StoreUnavailable.
        """
        return self.supplied | self.own.playable()

    @cached_property
    def _any_subject(self) -> AnySubject:
        return read_any_subject(self._folder.parent)

    def scenario(self, id: str) -> Scenario:
        """Raises NotFound."""
        found = self._today(id)
        if found is None:
            raise NotFound("The scenario of this run is not there any more.")
        return found

    def _today(self, id: str) -> Scenario | None:
        return self.supplied.get(id) or self.own.playable().get(id)

    def scenario_of(self, kept: KeptRun) -> Scenario:
        """The scenario of a run as it was when the run began. Raises NotFound and StoreUnavailable."""
        if not kept.digest or not self.changed_since(kept):
            return self.scenario(kept.scenario)
        if kept.digest not in self._as_they_were:
            self._as_they_were[kept.digest] = scenario_from_json(
                self._store().scenario_copies.read(kept.digest)
            )
        return self._as_they_were[kept.digest]

    def changed_since(self, kept: KeptRun) -> bool:
        """Whether the scenario is another now, or gone, so that a review speaks of one that was."""
        today = self._today(kept.scenario)
        return bool(kept.digest) and (today is None or today.digest != kept.digest)

    def begun(self, kept: KeptRun) -> KeptRun:
        """A new run, whose scenario is kept as it is now. Raises NotFound and StoreUnavailable."""
        return replace(kept, digest=self._kept_copy(self.scenario(kept.scenario)))

    def settled(self, id: str, kept: KeptRun) -> KeptRun:
        """An ended run with all that its review needs: whatever is changed afterwards, it stays as it is.

        Raises as ``play`` does.
        """
        run, found = self.review(id, kept)
        return replace(
            kept,
            turns=run.turns,
            digest=self._kept_copy(run.scenario),
            measured=_measured(run, found),
            overrides=by_what_they_judge(kept.overrides, found),
        )

    def _kept_copy(self, scenario: Scenario) -> str:
        self._store().scenario_copies.keep(scenario.digest, scenario_as_json(scenario))
        return scenario.digest

    def play(self, id: str, kept: KeptRun) -> Run:
        """The run with this id as it stands; one that has ended as it was then.

        Raises:
            NotFound: its scenario is gone.
            StoreUnavailable: the scenario as it was cannot be read.
            EmbedderMissing: there is no sentence model, by which his answers are found.
        """
        scenario, lines = self.scenario_of(kept), kept.said
        if kept.turns:
            return Run(scenario, kept.seed, kept.turns)
        with self._one_at_a_time:
            played = self._played.pop(id, None)
            if played is None or not played.continues(scenario, kept.seed, lines):
                subject = Subject(scenario, self._hearing(), self.matcher(scenario), kept.seed)
                played = _Played(subject, kept.seed)
            for said in lines[len(played.lines) :]:
                played.go_on(said)
            self._played[id] = played
            while len(self._played) > AT_HAND:
                self._played.popitem(last=False)
            turns = zip(played.turns, kept.lines, strict=True)
            return Run(scenario, kept.seed, tuple(replace(turn, worded=line.worded) for turn, line in turns))

    def worded(self, id: str, kept: KeptRun, voicing: Voicing, model: ChatModel) -> str:
        """The last answer in the model's words; "" where it stands as it is written. Raises as ``play``."""
        *before, turn = self.play(id, kept).turns
        shown = {each.number: each.worded for each in before if each.worded}
        wording = voicing.worded(self.scenario_of(kept), before, turn, model, shown)
        return "" if wording.refused else wording.text

    def review(self, id: str, kept: KeptRun) -> tuple[Run, Review]:
        """The run with its review. Raises as ``play`` does."""
        run = self.play(id, kept)
        return run, review(run, self._hearing())

    def warm(self, id: str) -> None:
        """Make the vectors of a scenario before its first line."""
        with self._one_at_a_time:
            self.matcher(self.scenario(id)).match("Good morning.")

    def matcher(self, scenario: Scenario) -> Matcher:
        """What finds his answers; made once for each scenario."""
        if scenario.digest not in self._matchers:
            self._matchers[scenario.digest] = Matcher(scenario, self._any_subject)
        return self._matchers[scenario.digest]


def _measured(run: Run, found: Review) -> dict[str, float]:
    """What the trainer's desk shows."""
    asked = [turn.reply.kind for turn in run.turns if turn.reply.kind != "statement"]
    count = max(1, len(asked))
    return {
        "learned": round(found.score, 4),
        "open": round(asked.count("open") / count, 4),
        "leading": round(sum(kind in SUGGESTING for kind in asked) / count, 4),
        "turns": len(run.turns),
        "minutes": round(run.turns[-1].minute, 1) if run.turns else 0.0,
    }
