"""The view of the mock debriefs' tab in which a trainer writes scenarios of his own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError
from assistant.mock.drafts import Draft, as_yaml, of_file, scenario_in, tidied
from assistant.mock.own_scenarios import ChangedMeanwhile
from assistant.mock.reading_aloud import Reading, Readings
from assistant.web.clicks import file_sent, said, sent
from assistant.web.plan_changes import title_from
from assistant.web.showing import mock_writing
from assistant.web.stage import Stage, Updates, as_file, kept

if TYPE_CHECKING:
    from assistant.wiring import Assistant

VIEWS = ("", "list", "form")


@dataclass(frozen=True, slots=True)
class Place:
    """``view`` is "" where the tab shows its runs; ``key`` is the scenario that is open."""

    view: str = ""
    key: str = ""


class ScenariosView:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.readings = Readings()
        self.stage = stage = Stage("scenarios", Place())
        with gr.Row(elem_id="scenarios"):
            self.main = stage.html(
                "scenarios-main",
                *("go", "open", "begin", "copy", "bring", "remove", "restore", "file"),
                script="window.debrief.servesScenarios(server);",
                server_functions=self._without_waiting(),
            )
        stage.end()
        on, main = stage.on, self.main
        on(main.go, self._go)
        on(main.open, self._open)
        on(main.begin, self._begin, "begin")
        on(main.copy, self._copy, "begin")
        on(main.bring, self._bring, "begin")
        on(main.remove, self._remove)
        on(main.restore, self._restore)
        stage.on_file(main.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._shown)

    def _without_waiting(self) -> list[Callable[[Any], dict[str, Any]]]:
        """What the page asks for while somebody writes, without a queue."""

        def save_scenario(given: Any) -> dict[str, Any]:
            """Keep what stands in the form, and check it."""
            try:
                return self._save(given if isinstance(given, dict) else {})
            except ChangedMeanwhile as error:
                return {"wrong": str(error), "revision": error.revision}
            except DebriefError as error:
                return {"wrong": str(error)}

        def read_aloud(key: Any) -> dict[str, Any]:
            """Begin to read what is kept."""
            try:
                own = self.assistant.mock.own.read(str(key))
                matcher = self.assistant.mock.matcher(scenario_in(own.draft))
                return _as_read(self.readings.begin(own.key, own.revision, matcher))
            except DebriefError as error:
                return {"wrong": str(error)}

        def how_far_read(key: Any) -> dict[str, Any]:
            return _as_read(self.readings.last(str(key)))

        return [save_scenario, read_aloud, how_far_read]

    def _save(self, given: Mapping[str, Any]) -> dict[str, Any]:
        own = self.assistant.mock.own
        revision = given.get("revision")
        saved = own.save(
            str(given.get("key")),
            tidied(given["draft"] if isinstance(given.get("draft"), dict) else {}),
            str(given.get("change"))[:80],
            revision if isinstance(revision, int) else 0,
            undone=given.get("undone") is True,
        )
        return {
            "id": saved.draft["id"],
            "revision": saved.revision,
            "saved": saved.changed.isoformat(),
            "mistakes": mock_writing.as_data(own.mistakes(saved)),
        }

    # Where to be.

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view = said(event, "view")
        return self._shown(Place(view if view in VIEWS else "list"), what="go")

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place("form", said(event, "id")), what="open")

    # What is kept.

    def _begin(self, here: Place, event: gr.EventData) -> Updates:
        path = self.assistant.settings.templates / "new_scenario.yaml"
        draft = of_file(path.read_bytes())[0]
        return self._begun(draft | {"title": title_from(said(event, "title"))})

    def _copy(self, here: Place, event: gr.EventData) -> Updates:
        scenario = self.assistant.mock.scenario(said(event, "id"))
        path = self.assistant.settings.templates / "scenarios" / f"{scenario.id}.yaml"
        draft = of_file(path.read_bytes())[0]
        return self._begun(draft | {"title": title_from(f"{scenario.title} (copy)"), "id": ""})

    def _bring(self, here: Place, event: gr.EventData) -> Updates:
        draft, left_out = of_file(file_sent(sent(event).get("file"))[1])
        shown = self._begun(draft)
        return shown | {self.stage.says: {"what": "begin", "wrong": "", "left_out": " ".join(left_out)}}

    def _begun(self, draft: Draft) -> Updates:
        return self._shown(Place("form", self.assistant.mock.own.begin(draft)), what="begin")

    def _remove(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.scenarios.delete(said(event, "id"))
        return self._shown(Place("list"), what="remove", deleted=said(event, "id"))

    def _restore(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.scenarios.restore(said(event, "id"))
        return self._shown(Place("list"), what="restore")

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        draft = self.assistant.mock.own.read(said(event, "id")).draft
        return as_file(f"{draft['id'] or 'scenario'}.yaml", "application/yaml", as_yaml(draft).encode())

    # What is shown.

    def _shown(self, here: Place, what: str = "", deleted: str = "") -> Updates:
        try:
            page = self._page(here, deleted)
        except DebriefError as error:
            page = mock_writing.gone(str(error))
        return {
            self.main: page,
            self.stage.place: kept(here),
            self.stage.says: {"what": what, "id": deleted, "wrong": ""},
        }

    def _page(self, here: Place, deleted: str) -> str:
        own = self.assistant.mock.own
        if here.view == "form":
            opened = own.read(here.key)
            return mock_writing.form(opened, own.mistakes(opened))
        if here.view != "list":
            return mock_writing.ELSEWHERE
        listed = [
            mock_writing.Listed(each, len(own.mistakes(own.read(each.id))))
            for each in self.assistant.store.scenarios.list()
        ]
        supplied = [(each.id, each.title) for each in self.assistant.mock.supplied.values()]
        return mock_writing.listing(listed, supplied, self.assistant.clock(), deleted)


def _as_read(reading: Reading | None) -> dict[str, Any]:
    if reading is None:
        return {"finished": True, "wrong": "Read it again."}
    return {
        "revision": reading.revision,
        "lines": reading.lines,
        "finished": reading.finished,
        "found": mock_writing.as_data([each.as_mistake for each in reading.found]),
        "taken": sum(len(each.lines) for each in reading.found),
        "wrong": reading.wrong if reading.finished else "",
    }
