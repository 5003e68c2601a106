"""The tab in which mock debriefs are held, looked back over and compared."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError, NotFound
from assistant.handling import Reminder
from assistant.mock import kept as kept_runs
from assistant.mock.exports import FORMATS, Reviewed, file_name
from assistant.mock.kept import KeptRun
from assistant.store import ContentRecord
from assistant.web.clicks import said, script
from assistant.web.plan_changes import title_from
from assistant.web.showing import mock_desk, mock_review, mock_room

if TYPE_CHECKING:
    from assistant.wiring import Assistant

Updates = dict[Any, Any]

VIEWS = ("home", "desk")
"""Where no run is open."""

LAST = 3
"""Lines of the trainee's of which reminders are shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser. An ended run is reviewed, another in the room."""

    run: str = ""
    view: str = "home"

    @property
    def kept(self) -> str:
        return json.dumps(asdict(self))


class MockTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._changing = threading.Lock()
        self.place = gr.BrowserState(Place().kept, storage_key="debrief-mock", secret="debrief", render=False)
        with gr.Row(elem_id="mock"):
            with gr.Column(elem_id="mock-middle"):
                self.title = _html("mock-head", "go", "alter", "file")
                gr.HTML(mock_room.SAYS, elem_id="mock-says-row", apply_default_css=False)
                self.main = _html(
                    "mock-main",
                    *("go", "begin", "again", "open", "rename", "remove", "restore", "alter", "read"),
                )
                self.composer = _html("mock-composer")
            with gr.Column(elem_id="mock-beside"):
                self.notes = _html("mock-notes-part")
                self.reminders = _html("mock-reminders-part", "read")
        self.says = gr.JSON(visible="hidden")
        self.download = gr.JSON(visible="hidden")
        self._wire()

    def _wire(self) -> None:
        private: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self._stage = [
            self.place,
            self.title,
            self.main,
            self.composer,
            self.notes,
            self.reminders,
            self.says,
        ]
        # One after another and none left out, as in the notebook.
        here: dict[str, Any] = {
            "inputs": self.place,
            "outputs": self._stage,
            "trigger_mode": "multiple",
            "concurrency_limit": 1,
            "concurrency_id": "mock",
            **private,
        }
        done = [
            *(each.go(self._go, **here) for each in (self.title, self.main)),
            *(each.alter(self._alter, **here) for each in (self.title, self.main)),
            self.main.begin(self._begin, **here),
            self.main.again(self._again, **here),
            self.main.open(self._open, **here),
            self.main.rename(self._rename, **here),
            self.main.remove(self._remove, **here),
            self.main.restore(self._restore, **here),
        ]
        for each in done:
            each.then(
                None,
                inputs=self.says,
                js="(says) => window.debrief.mockSays(says)",
                api_visibility="private",
            )
        self.title.file(self._file, inputs=self.place, outputs=self.download, **private).then(
            None,
            inputs=self.download,
            js="(file) => window.debrief.mockFile(file)",
            api_visibility="private",
        )

    def on_load(self, page: gr.Blocks) -> None:
        """To be called outside the tabs: what stands in one that was never opened reads nothing."""
        self.place.render()  # type: ignore[no-untyped-call]
        page.load(
            self._reload,
            inputs=self.place,
            outputs=self._stage,
            show_progress="hidden",
            api_visibility="private",
        )

    # Where to be.

    def _reload(self, kept: Any) -> Updates:
        return self._shown(_place(kept))

    def _go(self, kept: Any, event: gr.EventData) -> Updates:
        view = said(event, "view")
        return self._shown(Place("", view if view in VIEWS else "home"), what="go")

    def _open(self, kept: Any, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id")), what="open")

    # What is kept.

    def _begin(self, kept: Any, event: gr.EventData) -> Updates:
        scenario, seed, trainee = (said(event, key) for key in ("scenario", "seed", "trainee"))
        try:
            return self._started(kept_runs.begun(scenario, seed, trainee, self.assistant.clock()))
        except DebriefError as error:
            return self._refused(error)

    def _again(self, kept: Any, event: gr.EventData) -> Updates:
        """The same trainee with the same subject, with the same seed or one that he has not had."""
        try:
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
        except DebriefError as error:
            return self._refused(error)

    def _started(self, run: KeptRun) -> Updates:
        scenario = self.assistant.mock.scenario(run.scenario)
        title = title_from(f"{run.trainee} · {scenario.title}")
        record = self.assistant.store.mock_runs.start(title, kept_runs.as_json(run))
        return self._shown(Place(record.id), what="begin")

    def _rename(self, kept: Any, event: gr.EventData) -> Updates:
        try:
            self.assistant.store.mock_runs.rename(said(event, "id"), title_from(said(event, "title")))
        except DebriefError as error:
            return self._refused(error)
        return self._shown(_place(kept))

    def _remove(self, kept: Any, event: gr.EventData) -> Updates:
        id = said(event, "id")
        try:
            self.assistant.store.mock_runs.delete(id)
        except DebriefError as error:
            return self._refused(error)
        return self._shown(Place(), deleted=id)

    def _restore(self, kept: Any, event: gr.EventData) -> Updates:
        try:
            self.assistant.store.mock_runs.restore(said(event, "id"))
        except DebriefError as error:
            return self._refused(error)
        return self._shown(_place(kept))

    def _alter(self, kept: Any, event: gr.EventData) -> Updates:
        """A change of the run that the page names: it may have turned to another meanwhile."""
        here, what, id = _place(kept), said(event, "what"), said(event, "id")
        run = said(event, "run") or here.run
        data = event._data if isinstance(event._data, dict) else {}
        try:
            with self._changing:
                before = self._kept(run)[1]
                after = kept_runs.altered(before, data, self.assistant.clock())
                if after.slipped and after.slipped != before.slipped:
                    self._event(after)
                if after.ended and not before.ended:
                    after = replace(after, measured=self.assistant.mock.measured(run, after))
                if after != before:
                    self.assistant.store.mock_runs.save(run, kept_runs.as_json(after))
        except DebriefError as error:
            return self._refused(error, what, id)
        if run != here.run or what == "notes":
            return {self.says: {"what": what, "id": id, "wrong": ""}}
        # The change is kept; what hinders the answer does not take it back.
        return self._shown(here, what, id=id, only_talk=what == "say" and after.ended is None)

    def _event(self, run: KeptRun) -> None:
        scenario = self.assistant.mock.scenario(run.scenario)
        if all(each.id != run.slipped for each in scenario.events):
            raise NotFound("There is no such event in this scenario. Load the page again.")

    def _file(self, kept: Any, event: gr.EventData) -> dict[str, str]:
        format = said(event, "format")
        try:
            record, run = self._kept(_place(kept).run)
            if format not in FORMATS or run.ended is None:
                raise NotFound("There is no such file of this run. Load the page again.")
            reviewed = Reviewed(record.title, run, *self.assistant.mock.review(record.id, run))
        except DebriefError as error:
            return {"wrong": str(error)}
        data = base64.b64encode(FORMATS[format].write(reviewed)).decode()
        return {"name": file_name(reviewed, format), "type": FORMATS[format].media_type, "base64": data}

    # What is shown.

    def _shown(
        self, here: Place, what: str = "", deleted: str = "", id: str = "", only_talk: bool = False
    ) -> Updates:
        parts: Updates = {self.says: {"what": what, "id": id, "wrong": ""}, self.place: here.kept}
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

    def _refused(self, error: DebriefError, what: str = "", id: str = "") -> Updates:
        """Nothing is changed; the page says why."""
        return {self.says: {"what": what, "id": id, "wrong": str(error)}}

    def _kept(self, id: str) -> tuple[ContentRecord, KeptRun]:
        record = self.assistant.store.mock_runs.read(id)
        return record, kept_runs.from_json(record.content)


def nothing_beside(tab: MockTab) -> Updates:
    """Of an ended run nothing is written any more."""
    return dict.fromkeys((tab.composer, tab.notes, tab.reminders), "")


def _html(id: str, *events: str) -> gr.HTML:
    return gr.HTML("", elem_id=id, js_on_load=script(events), apply_default_css=False)


def _place(kept: Any) -> Place:
    """What the browser kept, as far as it is one."""
    try:
        data: Any = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        data = None
    if not isinstance(data, Mapping):
        return Place()
    run, view = data.get("run"), data.get("view")
    return Place(run if isinstance(run, str) else "", view if view in VIEWS else "home")
