"""What the parts of the mock debriefs' tab show, made of what is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.errors import DebriefError, NotFound
from assistant.handling import Reminder
from assistant.mock import two_stories
from assistant.mock.kept import KeptRun, Seat
from assistant.questionnaires import Plan
from assistant.questionnaires import from_json as plan_from_json
from assistant.store import ContentRecord
from assistant.web.showing import mock_desk, mock_plan, mock_review, mock_room, mock_standing, mock_watch

if TYPE_CHECKING:
    from assistant.language import ChatModel
    from assistant.wiring import Assistant

LAST = 3
"""Turns of which reminders are shown."""


class Parts:
    """Each method gives the text of one part; most raise DebriefError where a run cannot be shown."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    # Outside a run.

    def home(self, deleted: str) -> str:
        mock, store, now = self.assistant.mock, self.assistant.store, self.assistant.clock()
        plans = store.plans.list()
        own = frozenset(mock.scenarios) - frozenset(mock.supplied)
        runs, has_model = store.mock_runs.list(), self.model is not None
        return mock_room.home(mock.scenarios.values(), runs, plans, now, deleted, own, has_model)

    @property
    def model(self) -> ChatModel | None:
        """The chat model; None also where its name is none."""
        try:
            return self.assistant.model
        except DebriefError:
            return None

    def desk(self, runs: list[tuple[str, KeptRun]]) -> str:
        return mock_desk.desk(runs, self.assistant.mock.scenarios, self.assistant.clock())

    # The trainee's seat.

    def title(self, record: ContentRecord, run: KeptRun) -> str:
        return mock_room.title(record.title, run, self.assistant.mock.scenario_of(run))

    def room(self, record: ContentRecord, run: KeptRun) -> str:
        return mock_room.room(record.id, run, self.assistant.mock.play(record.id, run))

    def plan(self, id: str, run: KeptRun) -> str:
        return mock_plan.plan(id, run, self._plan(run), self.assistant.store.plans.list())

    def _plan(self, run: KeptRun) -> Plan | None:
        """The questionnaire as it is now, under the title that it has now; None where there is none."""
        if not run.plan:
            return None
        try:
            record = self.assistant.store.plans.read(run.plan)
        except NotFound:
            return None
        return replace(plan_from_json(record.content), title=record.title)

    def reminders(self, id: str, run: KeptRun) -> str:
        """Of the last lines, the subject's and the trainee's, the newest first."""
        hearing = self.assistant.hearing
        found: list[tuple[str, Reminder]] = []
        for turn in reversed(self.assistant.mock.play(id, run).turns[-LAST:]):
            heard = [
                *hearing.reminders(turn.shown, "subject")[:1],
                *hearing.reminders(turn.question, "handler")[:1],
            ]
            found += [(each.trigger, each) for each in heard]
        return mock_room.reminders(found, self.assistant.library)

    # Both.

    def standing(self, record: ContentRecord, run: KeptRun, seat: Seat) -> str:
        scenario = self.assistant.mock.scenario_of(run)
        return mock_standing.standing(record.id, run, scenario, seat, self.assistant.clock())

    # The trainer's seat.

    def watching(self, record: ContentRecord, run: KeptRun) -> str:
        return mock_watch.title(record.title, run)

    def watched(self, record: ContentRecord, run: KeptRun) -> str:
        return mock_watch.watched(record.id, run, self.assistant.mock.play(record.id, run))

    def now(self, record: ContentRecord, run: KeptRun) -> str:
        played = self.assistant.mock.play(record.id, run)
        return mock_watch.now(record.id, run, played, self.assistant.library)

    # An ended run.

    def review(self, record: ContentRecord, run: KeptRun, other: tuple[str, KeptRun] | None) -> str:
        """``other`` is the run with whose story this one's is compared, with its id."""
        mock = self.assistant.mock
        played, found = mock.review(record.id, run)
        stories = two_stories(played, mock.play(*other)) if other else None
        return mock_review.page(
            mock_review.Reviewing(
                record.id, run, played, found, self.assistant.library, stories, mock.changed_since(run)
            )
        )
