"""The tab in which a session is taken down while it goes on, with reminders beside it."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

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
from assistant.web.clicks import said, script
from assistant.web.plan_changes import title_from
from assistant.web.showing import cue_tallies, looking_back, notebooks, reminders

if TYPE_CHECKING:
    from assistant.wiring import Assistant

Updates = dict[Any, Any]

VIEWS = ("lines", "all", "review")
"""The last lines, all lines, and looking back."""

_CSV_START = "\ufeff"
"""By which spreadsheets know that a file is in UTF-8."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser."""

    notebook: str = ""
    view: str = "lines"

    @property
    def kept(self) -> str:
        """As text: of an object the browser keeps what it was at first."""
        return json.dumps(asdict(self))


class NotebookTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._changing = threading.Lock()
        self.place = gr.BrowserState(
            Place().kept, storage_key="debrief-notebook", secret="debrief", render=False
        )
        with gr.Row(elem_id="notebook"):
            with gr.Column(elem_id="notebooks-rail"):
                self.notebooks = _html("notebooks", "begin", "open", "rename", "remove", "restore")
            with gr.Column(elem_id="notebook-middle"):
                self.title = _html("notebook-title", "go", "retitle", "file")
                gr.HTML(notebooks.SAYS, elem_id="notebook-says-row", apply_default_css=False)
                self.lines = _html("notebook-lines", "go", "begin", "example", "alter", "read")
                with gr.Column(elem_id="notebook-foot"):
                    self.strip = _html("reminder-strip")
                    self.composer = _html("composer-note")
            with gr.Column(elem_id="notebook-beside"):
                self.reminders = _html("reminders", "alter", "read")
                self.duties = _html("session-duties", "alter", "read")
            self.tallies = gr.HTML(
                cue_tallies.folded(),
                elem_id="cue-tallies",
                js_on_load=script(["tally", "file"]),
                apply_default_css=False,
            )
        self.says = gr.JSON(visible="hidden")
        self.download = gr.JSON(visible="hidden")
        self._wire()

    def _wire(self) -> None:
        private: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self._stage = [
            self.place,
            self.notebooks,
            self.title,
            self.lines,
            self.strip,
            self.composer,
            self.reminders,
            self.duties,
            self.says,
        ]
        # One after another and none left out: of three lines typed at once all three are kept, in their
        # order, and a notebook that is opened meanwhile is not covered by the one before it.
        here: dict[str, Any] = {
            "inputs": self.place,
            "outputs": self._stage,
            "trigger_mode": "multiple",
            "concurrency_limit": 1,
            "concurrency_id": "notebook",
            **private,
        }
        nowhere = here | {"inputs": None}
        done = [
            *(each.go(self._go, **here) for each in (self.title, self.lines)),
            *(each.begin(self._begin, **nowhere) for each in (self.notebooks, self.lines)),
            *(each.alter(self._alter, **here) for each in (self.lines, self.reminders, self.duties)),
            self.lines.example(self._example, **nowhere),
            self.notebooks.open(self._open, **nowhere),
            self.notebooks.rename(self._rename, **here),
            self.notebooks.remove(self._remove, **here),
            self.notebooks.restore(self._restore, **here),
            self.title.retitle(self._retitle, **here),
        ]
        for each in done:
            each.then(
                None,
                inputs=self.says,
                js="(says) => window.debrief.notebookSays(says)",
                api_visibility="private",
            )
        self.tallies.tally(self._tally, outputs=self.tallies, **private)
        for source in (self.title, self.tallies):
            source.file(self._file, inputs=self.place, outputs=self.download, **private).then(
                None,
                inputs=self.download,
                js="(file) => window.debrief.notebookFile(file)",
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

    def warm(self) -> None:
        """Load what hears lines before the first one is typed."""
        self.assistant.hearing.hear("Good morning.", "handler")

    # Where to be.

    def _reload(self, kept: Any) -> Updates:
        return self._shown(_place(kept))

    def _go(self, kept: Any, event: gr.EventData) -> Updates:
        here, view = _place(kept), said(event, "view")
        return self._shown(replace(here, view=view) if view in VIEWS else Place(), what="go")

    def _open(self, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id")), what="open")

    # What is kept.

    def _begin(self) -> Updates:
        now = self.assistant.clock()
        local = now.astimezone()
        title = f"Session of {day_in_words(local.date())}, {local:%H:%M}"
        return self._begun(title, Notebook(began=now))

    def _example(self) -> Updates:
        try:
            path = self.assistant.settings.templates / "examples" / "sessions" / "notebook.yaml"
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
        except OSError:
            return self._refused(NotFound("The example is not there any more. Begin a notebook of your own."))
        began = self.assistant.clock() - timedelta(minutes=content["minutes"])
        each = timedelta(minutes=content["minutes"]) / len(content["lines"])
        lines = tuple(
            NotedLine(f"example-{number}", line["role"], line["text"], began + number * each)
            for number, line in enumerate(content["lines"])
        )
        return self._begun(content["title"], Notebook(began, lines))

    def _begun(self, title: str, notebook: Notebook) -> Updates:
        try:
            record = self.assistant.store.notebooks.start(title, kept_notebook.as_json(notebook))
        except DebriefError as error:
            return self._refused(error)
        return self._shown(Place(record.id), what="begin")

    def _rename(self, kept: Any, event: gr.EventData) -> Updates:
        return self._titled(kept, said(event, "id"), said(event, "title"))

    def _retitle(self, kept: Any, event: gr.EventData) -> Updates:
        return self._titled(kept, _place(kept).notebook, said(event, "title"))

    def _titled(self, kept: Any, id: str, typed: str) -> Updates:
        try:
            self.assistant.store.notebooks.rename(id, title_from(typed))
        except DebriefError as error:
            return self._refused(error)
        return self._shown(_place(kept))

    def _remove(self, kept: Any, event: gr.EventData) -> Updates:
        here, id = _place(kept), said(event, "id")
        try:
            self.assistant.store.notebooks.delete(id)
        except DebriefError as error:
            return self._refused(error)
        return self._shown(Place() if here.notebook == id else here, deleted=id)

    def _restore(self, kept: Any, event: gr.EventData) -> Updates:
        try:
            self.assistant.store.notebooks.restore(said(event, "id"))
        except DebriefError as error:
            return self._refused(error)
        return self._shown(_place(kept))

    def _alter(self, kept: Any, event: gr.EventData) -> Updates:
        """A change of the notebook that the page names: it may have turned to another meanwhile."""
        here, what = _place(kept), said(event, "what")
        notebook, id = said(event, "notebook"), said(event, "id")
        data = event._data if isinstance(event._data, dict) else {}
        try:
            with self._changing:
                before = self._kept(notebook)[1]
                after = kept_notebook.altered(before, data, self.assistant.clock())
                if after != before:
                    self.assistant.store.notebooks.save(notebook, kept_notebook.as_json(after))
        except DebriefError as error:
            return self._refused(error, what, id)
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

    def _file(self, kept: Any, event: gr.EventData) -> dict[str, str]:
        try:
            if said(event, "format") == "csv":
                text = _CSV_START + tallies_as_csv(tallied(self._every(), self.assistant.hearing))
                return _download("cues.csv", "text/csv", text)
            record, notebook = self._kept(_place(kept).notebook)
        except DebriefError as error:
            return {"wrong": str(error)}
        return _download(f"{slug(record.title) or 'session'}.txt", "text/plain", as_text(notebook))

    def _every(self) -> list[Notebook]:
        return [kept_notebook.from_json(each) for each in self.assistant.store.notebooks.contents()]

    # What is shown.

    def _shown(self, here: Place, what: str = "", deleted: str = "") -> Updates:
        """Everything in its place."""
        parts: Updates = {self.says: {"what": what, "id": here.notebook, "wrong": ""}, self.place: here.kept}
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

    def _refused(self, error: DebriefError, what: str = "", id: str = "") -> Updates:
        """Nothing is changed; the page puts the sentence beside what it concerns."""
        return {self.says: {"what": what, "id": id, "wrong": str(error)}}

    def _kept(self, id: str) -> tuple[ContentRecord, Notebook]:
        record = self.assistant.store.notebooks.read(id)
        return record, kept_notebook.from_json(record.content)


def _html(id: str, *events: str) -> gr.HTML:
    return gr.HTML("", elem_id=id, js_on_load=script(events), apply_default_css=False)


def _download(name: str, kind: str, text: str) -> dict[str, str]:
    return {"name": name, "type": kind, "base64": base64.b64encode(text.encode()).decode()}


def _place(kept: Any) -> Place:
    """What the browser kept, as far as it is one."""
    try:
        data: Any = json.loads(kept) if isinstance(kept, str) else None
    except ValueError:
        data = None
    if not isinstance(data, Mapping):
        return Place()
    notebook, view = data.get("notebook"), data.get("view")
    return Place(notebook if isinstance(notebook, str) else "", view if view in VIEWS else "lines")
