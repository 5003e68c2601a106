"""The tab in which a session is taken down while it goes on, with reminders beside it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import gradio as gr
import yaml

from assistant.errors import DebriefError, NotFound
from assistant.handling import (
    Notebook,
    NotedLine,
    as_text,
    review,
    standing,
    tallied,
    tallies_as_csv,
    transcript_of,
)
from assistant.handling import notebook as kept_notebook
from assistant.knowledge import day_in_words
from assistant.paper import slug
from assistant.store import ContentRecord
from assistant.web.clicks import html, said, sent
from assistant.web.plan_changes import title_from
from assistant.web.showing import cue_tallies, looking_back, notebooks, reminders
from assistant.web.stage import PRIVATE, Stage, Updates, as_file, kept

if TYPE_CHECKING:
    from assistant.wiring import Assistant

VIEWS = ("lines", "all", "review")
"""The last lines, all lines, and looking back."""

_CSV_START = "\ufeff"
"""By which spreadsheets know that a file is in UTF-8."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser."""

    notebook: str = ""
    view: str = "lines"


class NotebookTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._changing = threading.Lock()
        self.stage = stage = Stage("notebook", Place())
        self.place = stage.place
        with gr.Row(elem_id="notebook"):
            with gr.Column(elem_id="notebooks-rail"):
                self.notebooks = stage.html("notebooks", "begin", "open", "rename", "remove", "restore")
            with gr.Column(elem_id="notebook-middle"):
                self.title = stage.html("notebook-title", "go", "retitle", "file")
                html("notebook-says-row", value=notebooks.SAYS)
                self.lines = stage.html("notebook-lines", "go", "begin", "example", "alter", "read")
                with gr.Column(elem_id="notebook-foot"):
                    self.strip = stage.html("reminder-strip")
                    self.composer = stage.html("composer-note")
            with gr.Column(elem_id="notebook-beside"):
                self.reminders = stage.html("reminders", "alter", "read")
                self.duties = stage.html("session-duties", "alter", "read")
            self.tallies = html("cue-tallies", "tally", "file", value=cue_tallies.folded())
        stage.end()
        self.says = stage.says
        self._wire()

    def _wire(self) -> None:
        on, notebooks = self.stage.on, self.notebooks
        for each in (self.title, self.lines):
            on(each.go, self._go)
        for each in (notebooks, self.lines):
            on(each.begin, self._begin)
        for each in (self.lines, self.reminders, self.duties):
            on(each.alter, self._alter)
        on(self.lines.example, self._example)
        on(notebooks.open, self._open)
        on(notebooks.rename, self._rename)
        on(notebooks.remove, self._remove)
        on(notebooks.restore, self._restore)
        on(self.title.retitle, self._retitle)
        self.tallies.tally(self._tally, outputs=self.tallies, **PRIVATE)
        for source in (self.title, self.tallies):
            self.stage.on_file(source.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._shown)

    def warm(self) -> None:
        """Load what hears lines before the first one is typed."""
        self.assistant.hearing.hear("Good morning.", "handler")

    # Where to be.

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view = said(event, "view")
        return self._shown(replace(here, view=view) if view in VIEWS else Place(), what="go")

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id")), what="open")

    # What is kept.

    def _begin(self, here: Place, event: gr.EventData) -> Updates:
        now = self.assistant.clock()
        local = now.astimezone()
        title = f"Session of {day_in_words(local.date())}, {local:%H:%M}"
        return self._begun(title, Notebook(began=now))

    def _example(self, here: Place, event: gr.EventData) -> Updates:
        try:
            path = self.assistant.settings.templates / "examples" / "sessions" / "notebook.yaml"
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except OSError:
            raise NotFound("The example is not there any more. Begin a notebook of your own.") from None
        began = self.assistant.clock() - timedelta(minutes=content["minutes"])
        each = timedelta(minutes=content["minutes"]) / len(content["lines"])
        lines = tuple(
            NotedLine(f"example-{number}", line["role"], line["text"], began + number * each)
            for number, line in enumerate(content["lines"])
        )
        return self._begun(content["title"], Notebook(began, lines))

    def _begun(self, title: str, notebook: Notebook) -> Updates:
        record = self.assistant.store.notebooks.start(title, kept_notebook.as_json(notebook))
        return self._shown(Place(record.id), what="begin")

    def _rename(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, said(event, "id"), said(event, "title"))

    def _retitle(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, here.notebook, said(event, "title"))

    def _titled(self, here: Place, id: str, typed: str) -> Updates:
        self.assistant.store.notebooks.rename(id, title_from(typed))
        return self._shown(here)

    def _remove(self, here: Place, event: gr.EventData) -> Updates:
        id = said(event, "id")
        self.assistant.store.notebooks.delete(id)
        return self._shown(Place() if here.notebook == id else here, deleted=id)

    def _restore(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.notebooks.restore(said(event, "id"))
        return self._shown(here)

    def _alter(self, here: Place, event: gr.EventData) -> Updates:
        """A change of the notebook that the page names: it may have turned to another meanwhile."""
        what, notebook, id = (said(event, key) for key in ("what", "notebook", "id"))
        with self._changing:
            before = self._kept(notebook)[1]
            after = kept_notebook.altered(before, sent(event), self.assistant.clock())
            if after != before:
                self.assistant.store.notebooks.save(notebook, kept_notebook.as_json(after))
        says = {self.says: {"what": what, "id": id, "wrong": ""}}
        if notebook != here.notebook or here.view == "review":
            return says
        gone = None
        if what == "take_out":
            gone = before.line(id), [line.id for line in before.lines].index(id)
        return self._parts(here, after, what, id, gone) | says

    # Looking at the whole.

    def _tally(self) -> str:
        return cue_tallies.tallies(tallied(self._every(), self.assistant.hearing))

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        if said(event, "format") == "csv":
            text = _CSV_START + tallies_as_csv(tallied(self._every(), self.assistant.hearing))
            return as_file("cues.csv", "text/csv", text.encode())
        record, notebook = self._kept(here.notebook)
        name = slug(record.title) or "session"
        return as_file(f"{name}.txt", "text/plain", as_text(notebook).encode())

    def _every(self) -> list[Notebook]:
        return [kept_notebook.from_json(each) for each in self.assistant.store.notebooks.contents()]

    # What is shown.

    def _shown(self, here: Place, what: str = "", deleted: str = "") -> Updates:
        """Everything in its place."""
        parts: Updates = {self.says: {"what": what, "id": here.notebook, "wrong": ""}, self.place: kept(here)}
        nothing: Updates = dict.fromkeys((self.strip, self.composer, self.reminders, self.duties), "")
        try:
            parts[self.notebooks] = self._listing(here, deleted)
            if not here.notebook:
                return {**parts, **nothing, self.title: "", self.lines: notebooks.home()}
            record, notebook = self._kept(here.notebook)
            parts[self.title] = notebooks.title(record.title, notebook, here.view)
            if here.view == "review":
                return {**parts, **nothing, self.lines: self._review(record, notebook)}
            parts[self.composer] = notebooks.composer()
            return {**parts, **self._parts(here, notebook)}
        except DebriefError as error:
            return {**parts, **nothing, self.title: "", self.lines: notebooks.gone(str(error))}

    def _parts(
        self,
        here: Place,
        notebook: Notebook,
        what: str = "",
        id: str = "",
        gone: tuple[NotedLine, int] | None = None,
    ) -> Updates:
        """What a change may change; the box to write in is left to whoever writes in it."""
        library = self.assistant.library
        session = notebook.session(self.assistant.hearing)
        waiting = standing(self.assistant.session_duties, notebook, session)
        below = reminders.duties(here.notebook, waiting, library)
        beside: Updates = {
            self.duties: below + reminders.settled(here.notebook, notebook, session),
        }
        if what == "duty":
            return beside
        beside |= {
            self.reminders: reminders.open_reminders(
                here.notebook, session, library, id if what == "outcome" else ""
            ),
            self.strip: reminders.strip(session),
        }
        if what in ("outcome", "take_back"):
            return beside
        return beside | {
            self.lines: notebooks.lines(here.notebook, notebook, session, here.view == "all", gone)
        }

    def _review(self, record: ContentRecord, notebook: Notebook) -> str:
        hearing = self.assistant.hearing
        found = review(transcript_of(notebook, record.title), hearing)
        return looking_back.looking_back(record.id, found, hearing.cues, self.assistant.library)

    def _listing(self, here: Place, deleted: str) -> str:
        found = self.assistant.store.notebooks.list()
        return notebooks.kept(found, here.notebook, self.assistant.clock(), deleted)

    def _kept(self, id: str) -> tuple[ContentRecord, Notebook]:
        record = self.assistant.store.notebooks.read(id)
        return record, kept_notebook.from_json(record.content)
