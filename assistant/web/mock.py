"""The tab in which mock debriefs are held, looked back over and compared."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import gradio as gr

from assistant.errors import DebriefError, NotFound
from assistant.handling import Reminder
from assistant.mock import kept as kept_runs
from assistant.mock.exports import FORMATS, Reviewed, file_name
from assistant.mock.kept import KeptRun
from assistant.store import ContentRecord
from assistant.web.clicks import html, said, sent
from assistant.web.plan_changes import title_from
from assistant.web.showing import mock_desk, mock_review, mock_room
from assistant.web.stage import Stage, Updates, as_file, kept

if TYPE_CHECKING:
    from assistant.wiring import Assistant

VIEWS = ("home", "desk")
"""Where no run is open."""

LAST = 3
"""Lines of the trainee's of which reminders are shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser. An ended run is reviewed, another in the room."""

    run: str = ""
    view: str = "home"


class MockTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._changing = threading.Lock()
        self.stage = stage = Stage("mock", Place())
        self.place = stage.place
        with gr.Row(elem_id="mock"):
            with gr.Column(elem_id="mock-middle"):
                self.title = stage.html("mock-head", "go", "alter", "file")
                html("mock-says-row", value=mock_room.SAYS)
                self.main = stage.html(
                    "mock-main",
                    *("go", "begin", "again", "open", "rename", "remove", "restore", "alter", "read"),
                )
                self.composer = stage.html("mock-composer")
            with gr.Column(elem_id="mock-beside"):
                self.notes = stage.html("mock-notes-part")
                self.reminders = stage.html("mock-reminders-part", "read")
        stage.end()
        self.says = stage.says
        self._wire()

    def _wire(self) -> None:
        on, main = self.stage.on, self.main
        for each in (self.title, main):
            on(each.go, self._go)
            on(each.alter, self._alter)
        on(main.begin, self._begin)
        on(main.again, self._again)
        on(main.open, self._open)
        on(main.rename, self._rename)
        on(main.remove, self._remove)
        on(main.restore, self._restore)
        self.stage.on_file(self.title.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._shown)

    # Where to be.

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view = said(event, "view")
        return self._shown(Place("", view if view in VIEWS else "home"), what="go")

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id")), what="open")

    # What is kept.

    def _begin(self, here: Place, event: gr.EventData) -> Updates:
        scenario, seed, trainee = (said(event, key) for key in ("scenario", "seed", "trainee"))
        return self._started(kept_runs.begun(scenario, seed, trainee, self.assistant.clock()))

    def _again(self, here: Place, event: gr.EventData) -> Updates:
        """The same trainee with the same subject, with the same seed or one that he has not had."""
        before = self._kept(said(event, "id"))[1]
        seed = before.seed
        if said(event, "seed") == "other":
            seed = 1 + max(
                each.seed
                for _, each in self._every()
                if (each.scenario, each.trainee) == (before.scenario, before.trainee)
            )
        now = self.assistant.clock()
        return self._started(kept_runs.begun(before.scenario, str(seed), before.trainee, now))

    def _started(self, run: KeptRun) -> Updates:
        scenario = self.assistant.mock.scenario(run.scenario)
        title = title_from(f"{run.trainee} · {scenario.title}")
        record = self.assistant.store.mock_runs.start(title, kept_runs.as_json(run))
        return self._shown(Place(record.id), what="begin")

    def _rename(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.mock_runs.rename(said(event, "id"), title_from(said(event, "title")))
        return self._shown(here)

    def _remove(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.mock_runs.delete(said(event, "id"))
        return self._shown(Place(), deleted=said(event, "id"))

    def _restore(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.mock_runs.restore(said(event, "id"))
        return self._shown(here)

    def _alter(self, here: Place, event: gr.EventData) -> Updates:
        """A change of the run that the page names: it may have turned to another meanwhile."""
        what, id, run = said(event, "what"), said(event, "id"), said(event, "run") or here.run
        with self._changing:
            before = self._kept(run)[1]
            after = kept_runs.altered(before, sent(event), self.assistant.clock())
            if after.slipped and after.slipped != before.slipped:
                self._event(after)
            if after.ended and not before.ended:
                after = replace(after, measured=self.assistant.mock.measured(run, after))
            if after != before:
                self.assistant.store.mock_runs.save(run, kept_runs.as_json(after))
        if run != here.run or what == "notes":
            return {self.says: {"what": what, "id": id, "wrong": ""}}
        # The change is kept; what hinders the answer does not take it back.
        return self._shown(here, what, id=id, only_talk=what == "say" and after.ended is None)

    def _event(self, run: KeptRun) -> None:
        scenario = self.assistant.mock.scenario(run.scenario)
        if all(each.id != run.slipped for each in scenario.events):
            raise NotFound("There is no such event in this scenario. Load the page again.")

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        format = said(event, "format")
        record, run = self._kept(here.run)
        if format not in FORMATS or run.ended is None:
            raise NotFound("There is no such file of this run. Load the page again.")
        reviewed = Reviewed(record.title, run, *self.assistant.mock.review(record.id, run))
        kind = FORMATS[format]
        return as_file(file_name(reviewed, format), kind.media_type, kind.write(reviewed))

    # What is shown.

    def _shown(
        self, here: Place, what: str = "", deleted: str = "", id: str = "", only_talk: bool = False
    ) -> Updates:
        parts: Updates = {self.says: {"what": what, "id": id, "wrong": ""}, self.place: kept(here)}
        nothing: Updates = dict.fromkeys((self.title, self.composer, self.notes, self.reminders), "")
        try:
            if not here.run:
                return {**parts, **nothing, self.main: self._outside(here, deleted)}
            record, run = self._kept(here.run)
            return (
                parts | self._of_run(record, run, only_talk) | ({} if not run.ended else nothing_beside(self))
            )
        except DebriefError as error:
            return {**parts, **nothing, self.main: mock_room.gone(str(error))}

    def _outside(self, here: Place, deleted: str) -> str:
        mock, store = self.assistant.mock, self.assistant.store
        if here.view == "desk":
            return mock_desk.desk(self._every(), mock.scenarios)
        return mock_room.home(
            mock.scenarios.values(), store.mock_runs.list(), self.assistant.clock(), deleted
        )

    def _of_run(self, record: ContentRecord, run: KeptRun, only_talk: bool) -> Updates:
        mock = self.assistant.mock
        title = {self.title: mock_room.title(record.title, run, mock.scenario(run.scenario))}
        if run.ended:
            reviewing = mock_review.Reviewing(
                record.id, run, *mock.review(record.id, run), self.assistant.library
            )
            return title | {self.main: mock_review.page(reviewing)}
        parts = title | {
            self.main: mock_room.room(record.id, run, mock.play(record.id, run)),
            self.reminders: mock_room.reminders(self._reminders(run), self.assistant.library),
        }
        # The boxes to write in are left to whoever writes in them.
        if only_talk:
            return parts
        return parts | {self.composer: mock_room.composer(), self.notes: mock_room.notes(run)}

    def _reminders(self, run: KeptRun) -> list[tuple[str, Reminder]]:
        """Of his last lines, the newest first."""
        hearing = self.assistant.hearing
        return [
            (each.trigger, each)
            for line in reversed(run.lines[-LAST:])
            for each in hearing.reminders(line.line, "handler")[:1]
        ]

    def _every(self) -> list[tuple[str, KeptRun]]:
        return [
            (each.id, kept_runs.from_json(each.content)) for each in self.assistant.store.mock_runs.records()
        ]

    def _kept(self, id: str) -> tuple[ContentRecord, KeptRun]:
        record = self.assistant.store.mock_runs.read(id)
        return record, kept_runs.from_json(record.content)


def nothing_beside(tab: MockTab) -> Updates:
    """Of an ended run nothing is written any more."""
    return dict.fromkeys((tab.composer, tab.notes, tab.reminders), "")
