"""The tab in which mock debriefs are held, watched, looked back over and compared.

A run has two seats. The trainee's is the room; the trainer's is a look into it from another window or another
machine. Where the trainer watches is no place of the tab: what is kept as the place is the trainee's own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError, NotFound
from assistant.mock import kept as kept_runs
from assistant.mock import two_stories
from assistant.mock.exports import FORMATS, Reviewed, file_name
from assistant.mock.kept import KeptRun
from assistant.store import ContentRecord
from assistant.web.clicks import html, said, sent
from assistant.web.mock_parts import Parts
from assistant.web.plan_changes import title_from
from assistant.web.showing import mock_desk, mock_room
from assistant.web.stage import Stage, Updates, as_file, kept

if TYPE_CHECKING:
    from assistant.wiring import Assistant

log = logging.getLogger(__name__)

VIEWS = ("home", "desk")
"""Where no run is open."""

QUIET = frozenset({"notes", "asked"})
"""Changes that the page has shown by itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser. An ended run is reviewed, another in the room."""

    run: str = ""
    view: str = "home"


class MockTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.parts = Parts(assistant)
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
                    *("watch", "look"),
                    script="window.debrief.servesMock(server);",
                    server_functions=self._without_waiting(),
                )
                with gr.Column(elem_id="mock-foot"):
                    self.standing = stage.html("mock-standing-part", "alter", "open")
                    self.composer = stage.html("mock-composer")
            with gr.Column(elem_id="mock-beside"):
                self.now = stage.html("mock-now-part", "alter", "read")
                self.plan = stage.html("mock-plan-part", "alter")
                self.notes = stage.html("mock-notes-part")
                self.reminders = stage.html("mock-reminders-part", "read")
        stage.end()
        self.says = stage.says
        self._wire()

    def _wire(self) -> None:
        on, main = self.stage.on, self.main
        for each in (self.title, main):
            on(each.go, self._go)
        for each in (self.title, main, self.standing, self.now, self.plan):
            on(each.alter, self._alter)
        for each in (main, self.standing):
            on(each.open, self._open)
        on(main.begin, self._begin)
        on(main.again, self._again)
        on(main.rename, self._rename)
        on(main.remove, self._remove)
        on(main.restore, self._restore)
        on(main.watch, self._watch)
        on(main.look, self._look, "look")
        self.stage.on_file(self.title.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._shown)

    def _without_waiting(self) -> list[Callable[[Any], dict[str, str]]]:
        """What the page asks for every few seconds, without a queue."""

        def how_it_stands(id: Any) -> dict[str, str]:
            """The mark of a run, or of the desk where there is no id; nothing where it cannot be said now."""
            try:
                return {"mark": self._run(str(id)).mark if id else mock_desk.mark(self._every())}
            except NotFound:
                return {"mark": "gone"}
            except DebriefError:
                return {}

        return [how_it_stands]

    def plan_kept(self, place: Any) -> Any:
        """The plan beside the talk alone: it may have been made meanwhile."""
        here = self.stage.where(place)
        try:
            run = self._run(here.run) if here.run else None
            return self.parts.plan(here.run, run) if run and not run.ended and not run.plan else gr.skip()
        except DebriefError:
            return gr.skip()

    # Where to be.

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view = said(event, "view")
        return self._shown(Place("", view if view in VIEWS else "home"), what="go")

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id")), what="open")

    def _watch(self, here: Place, event: gr.EventData) -> Updates:
        return self._watched(said(event, "id"), "watch")

    def _look(self, here: Place, event: gr.EventData) -> Updates:
        """Somebody at another seat changed what is shown here."""
        view, run = said(event, "view"), said(event, "run")
        if view == "watch":
            return self._watched(run, "look")
        if run != here.run or (view == "desk") != (here.view == "desk" and not here.run):
            return self._says("look")
        return self._shown(here, "look", only_talk=True)

    # What is kept.

    def _begin(self, here: Place, event: gr.EventData) -> Updates:
        scenario, seed, trainee = (said(event, key) for key in ("scenario", "seed", "trainee"))
        run = kept_runs.begun(scenario, seed, trainee, self.assistant.clock())
        run = replace(run, voiced=bool(said(event, "voiced")))
        return self._started(self._with_plan(run, said(event, "plan")))

    def _with_plan(self, run: KeptRun, plan: str) -> KeptRun:
        if plan:
            self.assistant.store.plans.read(plan)
        return kept_runs.altered(run, {"what": "plan", "plan": plan}, self.assistant.clock())

    def _again(self, here: Place, event: gr.EventData) -> Updates:
        """The same trainee with the same subject, with the same seed or one that he has not had."""
        before = self._run(said(event, "id"))
        seed = before.seed
        if said(event, "seed") == "other":
            seed = 1 + max(
                each.seed
                for _, each in self._every()
                if (each.scenario, each.trainee) == (before.scenario, before.trainee)
            )
        run = kept_runs.begun(before.scenario, str(seed), before.trainee, self.assistant.clock())
        return self._started(replace(run, plan=before.plan, voiced=before.voiced))

    def _started(self, run: KeptRun) -> Updates:
        run = self.assistant.mock.begun(run)
        title = title_from(f"{run.trainee} · {self.assistant.mock.scenario(run.scenario).title}")
        record = self.assistant.store.mock_runs.start(title, kept_runs.as_json(run))
        # The subject is made ready while the trainee reads the setting.
        threading.Thread(target=self._warm, args=(run.scenario,), name="subject", daemon=True).start()
        return self._shown(Place(record.id), what="begin")

    def _warm(self, scenario: str) -> None:
        try:
            self.assistant.mock.warm(scenario)
        except DebriefError as error:
            log.warning("The subject cannot be made ready: %s", error)

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
            if after.plan and after.plan != before.plan:
                self.assistant.store.plans.read(after.plan)
            if after.ended and not before.ended:
                after = self.assistant.mock.settled(run, after)
            if after != before:
                self.assistant.store.mock_runs.save(run, kept_runs.as_json(after))
        if said(event, "seat") == "trainer":
            return self._watched(run, what)
        if what == "say" and len(after.lines) > len(before.lines):
            self._let_word(run, after, id)
        if run != here.run or what in QUIET:
            return self._says(what, id)
        if what == "plan":
            return self._says(what, id) | {self.plan: self.parts.plan(run, after)}
        # The change is kept; what hinders the answer does not take it back.
        return self._shown(here, what, id=id, only_talk=what in ("say", "pause", "go_on") and not after.ended)

    def _let_word(self, id: str, run: KeptRun, line: str) -> None:
        """The model words the last answer, while others may go on changing the run."""
        model = self.parts.model if run.voiced else None
        if model is None:
            return
        try:
            text = self.assistant.mock.worded(id, run, self.assistant.voicing, model)
            with self._changing:
                now = kept_runs.worded(self._run(id), line, text)
                self.assistant.store.mock_runs.save(id, kept_runs.as_json(now))
        except DebriefError as error:
            log.warning("An answer stands as it is written: %s", error)

    def _event(self, run: KeptRun) -> None:
        scenario = self.assistant.mock.scenario_of(run)
        if all(each.id != run.slipped for each in scenario.events):
            raise NotFound("There is no such event in this scenario. Load the page again.")

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        format = said(event, "format")
        record, run = self._kept(here.run)
        if format not in FORMATS or run.ended is None:
            raise NotFound("There is no such file of this run. Load the page again.")
        played, review = self.assistant.mock.review(record.id, run)
        other = self._other_story(run)
        stories = two_stories(played, self.assistant.mock.play(*other)) if other else None
        reviewed = Reviewed(record.title, run, played, review, stories)
        kind = FORMATS[format]
        return as_file(file_name(reviewed, format), kind.media_type, kind.write(reviewed))

    # What is shown.

    def _says(self, what: str, id: str = "") -> Updates:
        return {self.says: {"what": what, "id": id, "wrong": ""}}

    def _nothing(self) -> Updates:
        return dict.fromkeys(
            (
                *(self.title, self.standing, self.composer),
                *(self.now, self.plan, self.notes, self.reminders),
            ),
            "",
        )

    def _shown(
        self, here: Place, what: str = "", deleted: str = "", id: str = "", only_talk: bool = False
    ) -> Updates:
        parts = {**self._says(what, id), self.place: kept(here)}
        try:
            if not here.run:
                return {**parts, **self._nothing(), self.main: self._outside(here, deleted)}
            record, run = self._kept(here.run)
            if run.ended and not only_talk:
                review = self.parts.review(record, run, self._other_story(run))
                title = {self.title: self.parts.title(record, run), self.main: review}
                return {**parts, **self._nothing(), **title}
            # The boxes to write in, and menus that may be open, are left to whoever uses them: also when the
            # trainer has ended the run. The review comes when it is asked for.
            if only_talk:
                return parts | self._talk(record, run)
            return {**parts, **self._nothing(), **self._room(record, run)}
        except DebriefError as error:
            return {**parts, **self._nothing(), self.main: mock_room.gone(str(error))}

    def _outside(self, here: Place, deleted: str) -> str:
        if here.view == "desk":
            return self.parts.desk(self._every())
        return self.parts.home(deleted)

    def _room(self, record: ContentRecord, run: KeptRun) -> Updates:
        return self._talk(record, run) | {
            self.title: self.parts.title(record, run),
            self.composer: mock_room.composer(),
            self.plan: self.parts.plan(record.id, run),
            self.notes: mock_room.notes(run),
        }

    def _talk(self, record: ContentRecord, run: KeptRun) -> Updates:
        """What changes while the session goes on."""
        return {
            self.main: self.parts.room(record, run),
            self.standing: self.parts.standing(record, run, "trainee"),
            self.reminders: self.parts.reminders(record.id, run),
        }

    def _watched(self, id: str, what: str) -> Updates:
        """The trainer's seat."""
        says = self._says(what, id)
        try:
            record, run = self._kept(id)
            return {
                **says,
                **self._nothing(),
                self.title: self.parts.watching(record, run),
                self.main: self.parts.watched(record, run),
                self.standing: self.parts.standing(record, run, "trainer"),
                self.now: self.parts.now(record, run),
            }
        except DebriefError as error:
            return {**says, **self._nothing(), self.main: mock_room.gone(str(error))}

    # What is read.

    def _every(self) -> list[tuple[str, KeptRun]]:
        """All runs, without the turns of those that have ended."""
        return [
            (each.id, kept_runs.from_json(each.content)) for each in self.assistant.store.mock_runs.records()
        ]

    def _run(self, id: str) -> KeptRun:
        return kept_runs.from_json(self.assistant.store.mock_runs.read(id).content)

    def _kept(self, id: str) -> tuple[ContentRecord, KeptRun]:
        """A run; one that ended before its turns were kept gets them here."""
        record = self.assistant.store.mock_runs.read(id)
        run = kept_runs.from_json(record.content)
        return record, self.assistant.mock.settled(id, run) if run.ended and not run.turns else run

    def _other_story(self, run: KeptRun) -> tuple[str, KeptRun] | None:
        """The trainee's last run with the other of a couple that ended before this one."""
        others = {each.scenario for each in self.assistant.mock.scenario_of(run).compare}
        if not others or run.ended is None:
            return None
        found = [
            (each.ended, id)
            for id, each in self._every()
            if each.scenario in others and each.trainee == run.trainee and each.ended
        ]
        earlier = [each for each in found if each[0] < run.ended]
        return (max(earlier)[1], self._kept(max(earlier)[1])[1]) if earlier else None
