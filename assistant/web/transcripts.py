"""The tab in which transcripts are checked: what is kept, the sessions, the points and the words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.bona_fides import kept as kept_check
from assistant.bona_fides import read_case_file
from assistant.bona_fides.kept import KeptCheck
from assistant.bona_fides.running import Run
from assistant.errors import BadContent, DebriefError, NotFound, UnreadableDocument
from assistant.handling import review
from assistant.store import ContentRecord
from assistant.transcripts import Transcript
from assistant.web.clicks import files_sent, html, said, sent
from assistant.web.plan_changes import title_from
from assistant.web.showing import (
    looking_back,
    questionnaires,
    transcript_points,
    transcript_tables,
    transcript_text,
    transcript_timeline,
    transcripts,
)
from assistant.web.showing.transcript_text import Sight
from assistant.web.stage import PRIVATE, Stage, Updates, as_file, kept

if TYPE_CHECKING:
    from assistant.wiring import Assistant


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser. ``file``, ``all`` and ``page`` are of the text."""

    check: str = ""
    view: str = "home"
    file: str = ""
    all: bool = False
    page: int = 0

    @property
    def sight(self) -> Sight:
        return Sight(self.file, self.all, self.page)

    def seeing(self, sight: Sight) -> Place:
        return replace(self, file=sight.file, all=sight.all, page=sight.page)


class TranscriptsTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.runs = assistant.checking
        self._changing = threading.Lock()
        self.stage = stage = Stage("check", Place())
        self.place = stage.place
        with gr.Row(elem_id="transcripts"):
            with gr.Column(elem_id="checks-rail"):
                self.checks = stage.html("checks", "go", "open", "rename", "remove", "restore")
            with gr.Column(elem_id="check-column"):
                self.notice = stage.html("check-notice", "put_away")
                html("check-says-row", value=transcripts.SAYS)
                self.title = stage.html("check-title", "go", "retitle")
                self.bar = stage.html("check-bar", "go")
                self.page = stage.html(
                    "check",
                    *("go", "bring", "example", "alter", "again", "halt", "show", "file", "read"),
                    script="window.debrief.servesChecks(server);",
                    server_functions=self._without_waiting(),
                )
                self.text = stage.html("check-text", "show", "turn_page")
        stage.end()
        self.says = stage.says
        self._wire()

    def _wire(self) -> None:
        on, checks, page = self.stage.on, self.checks, self.page
        for each in (checks, self.title, self.bar, page):
            on(each.go, self._go)
        for each in (page, self.text):
            on(each.show, self._show)
        on(checks.open, self._open)
        on(checks.rename, self._rename)
        on(checks.remove, self._remove)
        on(checks.restore, self._restore)
        on(self.title.retitle, self._retitle)
        on(page.bring, self._bring, "bring")
        on(page.example, self._example, "bring")
        on(page.alter, self._alter)
        on(page.again, self._again)
        on(page.halt, self._halt)
        on(self.text.turn_page, self._turn_page)
        self.notice.put_away(lambda: "", outputs=self.notice, **PRIVATE)
        self.stage.on_file(page.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._shown)

    def _without_waiting(self) -> list[Callable[[Any], dict[str, Any]]]:
        """What the page asks for while somebody types or waits, without a queue."""

        def read_facts(typed: Any) -> dict[str, Any]:
            """How many facts are in the case file that is being typed, or what is wrong with it."""
            try:
                return {"facts": len(read_case_file(str(typed)[: kept_check.LONGEST_CASE_FILE]))}
            except DebriefError as error:
                return {"wrong": str(error)}

        def how_far(id: Any) -> dict[str, Any]:
            """How far a check is that was begun."""
            try:
                run = self.runs.find(self._kept(str(id))[1].key)
            except DebriefError:
                run = None
            if run is None:
                return {"done": True}
            return {"done": run.done, "part": run.part, "says": run.says}

        return [read_facts, how_far]

    # Where to be.

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view, data = said(event, "view"), sent(event)
        if view == "home" or not here.check:
            return self._shown(Place()) | {self.notice: ""}
        if view not in transcripts.VIEWS:
            return self._shown(here)
        try:
            if "case_file" in data:
                self._keep_form(here, data)
        except DebriefError as error:
            return self.stage.refused(error, "case_file")
        return self._shown(replace(here, view=view), what="go")

    def _keep_form(self, here: Place, data: Mapping[str, Any]) -> None:
        """The form as it stands is kept before it is used."""
        with self._changing:
            _, check = self._kept(here.check)
            new = kept_check.altered(check, {"what": "case_file", "value": data["case_file"]})
            if "with_model" in data:
                new = kept_check.altered(new, {"what": "with_model", "value": data["with_model"]})
            if new != check:
                self.assistant.store.checks.save(here.check, kept_check.as_json(new))

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id"), "points")) | {self.notice: ""}

    def _again(self, here: Place, event: gr.EventData) -> Updates:
        self.runs.check(self._kept(here.check)[1])
        return self._shown(here)

    def _halt(self, here: Place, event: gr.EventData) -> Updates:
        """Stop a running check and go back to its sessions."""
        run = self._run(here)
        if run is not None:
            run.stop()
        return self._shown(replace(here, view="sessions"), what="halt")

    # What is kept.

    def _rename(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, said(event, "id"), said(event, "title"))

    def _retitle(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, here.check, said(event, "title"))

    def _titled(self, here: Place, id: str, typed: str) -> Updates:
        self.assistant.store.checks.rename(id, title_from(typed))
        return self._shown(here)

    def _remove(self, here: Place, event: gr.EventData) -> Updates:
        id = said(event, "id")
        self.assistant.store.checks.delete(id)
        return self._shown(Place() if here.check == id else here, deleted=id)

    def _restore(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.checks.restore(said(event, "id"))
        return self._shown(here)

    def _bring(self, here: Place, event: gr.EventData) -> Updates:
        return self._brought(here, files_sent(event))

    def _example(self, here: Place, event: gr.EventData) -> Updates:
        folder = self.assistant.settings.templates / "examples" / "sessions"
        try:
            brought = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
            case_file = (folder / "case_file.yaml").read_text(encoding="utf-8")
        except OSError:
            raise NotFound("The example is not there any more. Bring transcripts of your own.") from None
        return self._brought(Place(), brought, case_file)

    def _brought(self, here: Place, brought: Sequence[tuple[str, bytes]], case_file: str = "") -> Updates:
        checks = self.assistant.store.checks
        with self._changing:
            record, check = self._kept(here.check) if here.check else (None, KeptCheck(case_file=case_file))
            new, refused = kept_check.with_files(check, brought)
            if not new.files:
                raise UnreadableDocument(" ".join(refused) or "Choose at least one file.")
            content = kept_check.as_json(new)
            if record is None:
                id = checks.start(new.title, content).id
            else:
                # A title of one's own stays; one that was made of the days is made anew.
                title = new.title if record.title == check.title else None
                id = checks.save(record.id, content, title).id
        head = "Not every file could be taken in:" if refused else ""
        shown = self._shown(replace(here, check=id, view="sessions"), what="bring")
        return shown | {self.notice: questionnaires.notice(head, refused)}

    # The check.

    def _alter(self, here: Place, event: gr.EventData) -> Updates:
        what, id = said(event, "what"), said(event, "id") or said(event, "file")
        try:
            with self._changing:
                record, check = self._kept(here.check)
                new = kept_check.altered(check, sent(event))
                if new != check:
                    title = new.title if record.title == check.title and new.files else None
                    self.assistant.store.checks.save(here.check, kept_check.as_json(new), title)
        except DebriefError as error:
            return self.stage.refused(error, what, id)
        if what in ("case_file", "with_model"):
            # Whoever writes on keeps the box he writes in.
            return {self.says: {"what": what, "id": "", "wrong": ""}}
        shown = self._shown(here, what=what, id=id, just=id if what != "take_back" else "")
        if what in ("dismiss", "explain", "take_back"):
            # The words are the same: they stay where the reader has scrolled to.
            del shown[self.text]
        return shown

    def _show(self, here: Place, event: gr.EventData) -> Updates:
        """Go to a turn, from wherever it was named."""
        run = self._run(here)
        if run is None or run.checked is None:
            return self._shown(replace(here, view="points"))
        typed = str(sent(event).get("turn"))
        turn = int(typed) if typed.isdecimal() else 0
        all = said(event, "all") == "yes" or (here.all and here.view == "points")
        found = run.checked
        sight = transcript_text.sight_of(found.transcripts, found.findings, said(event, "file"), turn, all)
        there = replace(here.seeing(sight), view="points")
        says = {
            "what": "show",
            "file": sight.file,
            "turn": turn,
            "id": said(event, "id"),
            "words": said(event, "words"),
            "wrong": "",
        }
        if here.view == "points":
            return {
                self.place: kept(there),
                self.text: transcript_text.text(found.transcripts, found.findings, sight),
                self.says: says,
            }
        return self._shown(there) | {self.says: says}

    def _turn_page(self, here: Place, event: gr.EventData) -> Updates:
        file, page, all = said(event, "file"), said(event, "page"), said(event, "all")
        if file:
            here = replace(here, file=file, page=0)
        if all:
            here = replace(here, all=all == "yes", page=0)
        if page.isdecimal() and len(page) < 7:
            here = replace(here, page=int(page))
        run = self._run(here)
        if run is None or run.checked is None:
            return self._shown(here)
        found = run.checked
        return {
            self.place: kept(here),
            self.text: transcript_text.text(found.transcripts, found.findings, here.sight),
            self.says: {"what": "turn_page", "wrong": ""},
        }

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        from assistant.bona_fides.exports import FORMATS, file_name

        key = said(event, "format")
        _, check = self._kept(here.check)
        run = self.runs.find(check.key)
        if key not in FORMATS or run is None or run.checked is None:
            raise NotFound("There is no such file any more. Load the page again.")
        data = FORMATS[key].write(run.checked, check.settled)
        return as_file(file_name(run.checked, key), FORMATS[key].media_type, data)

    def _run(self, here: Place) -> Run | None:
        """The last run of the check as it is kept."""
        return self.runs.find(self._kept(here.check)[1].key)

    # What is shown.

    def _shown(self, here: Place, what: str = "", id: str = "", deleted: str = "", just: str = "") -> Updates:
        """Everything in its place; ``what`` was done to the point or file ``id``."""
        says = {"what": what, "id": id, "wrong": ""}
        try:
            around = self._around(here, deleted)
            if not here.check:
                parts: Updates = {self.title: "", self.bar: "", self.page: transcripts.home(), self.text: ""}
                return {**around, **parts, self.says: says}
            record, check = self._kept(here.check)
            sessions = [each.transcript for each in check.files]
            view = here.view if here.view in transcripts.VIEWS and sessions else "sessions"
            run = self.runs.find(check.key)
            if view != "sessions":
                try:
                    run = run if run and run.done and not run.stopping else self.runs.check(check)
                except DebriefError as error:
                    view = "sessions"
                    says = {"what": "check", "id": "", "wrong": str(error)}
            found = run.checked if run else None
            page, text = self._view(check, sessions, view, run, here.sight, just)
            left = transcript_points.to_clarify(found.findings, check.settled) if found else None
            return {
                **around,
                self.place: kept(replace(here, view=view)),
                self.title: transcripts.title(record.title, sessions),
                self.bar: transcripts.bar(view, left),
                self.page: transcripts.view(page, here.check, view),
                self.text: text,
                self.says: says,
            }
        except DebriefError as error:
            gone: Updates = {self.title: "", self.bar: "", self.page: transcripts.gone(str(error))}
            return {**gone, self.text: "", self.says: says}

    def _view(
        self,
        check: KeptCheck,
        sessions: Sequence[Transcript],
        view: str,
        run: Run | None,
        sight: Sight,
        just: str,
    ) -> tuple[str, str]:
        """The page of a view, and the text beside it."""
        if view == "sessions" or run is None:
            # Whoever has ticked it can take that back, though the model be gone.
            ticked = check.with_model if check.with_model or self._has_model() else None
            return transcripts.sessions(sessions, check.case_file, _mistake(check.case_file), ticked), ""
        if run.wrong:
            return transcripts.broken(run.wrong), ""
        found = run.checked
        if found is None:
            return transcripts.working(run.part, run.says), ""
        if view == "timeline":
            return transcript_timeline.drawn(found), ""
        if view == "treatment":
            hearing = self.assistant.hearing
            looked = [review(each, hearing) for each in found.transcripts]
            return looking_back.of_sessions(looked, hearing.cues, self.assistant.library), ""
        if view == "claims":
            return transcript_tables.claims(found), ""
        if view == "files":
            return transcript_tables.files(), ""
        points = transcript_points.points(found.findings, check.settled, just, found.notice)
        return points, transcript_text.text(found.transcripts, found.findings, sight)

    def _has_model(self) -> bool:
        try:
            return self.assistant.model is not None
        except DebriefError:
            return False

    def listed(self, kept: Any) -> Any:
        """The list alone: sessions may have been attached in the conversation meanwhile."""
        try:
            return self._listing(self.stage.where(kept), "")
        except DebriefError:
            return gr.skip()

    def _around(self, here: Place, deleted: str) -> Updates:
        return {self.place: kept(here), self.checks: self._listing(here, deleted)}

    def _listing(self, here: Place, deleted: str) -> str:
        found = self.assistant.store.checks.list()
        return transcripts.kept(found, here.check, self.assistant.clock(), deleted)

    def _kept(self, id: str) -> tuple[ContentRecord, KeptCheck]:
        record = self.assistant.store.checks.read(id)
        return record, kept_check.from_json(record.content)


def _mistake(case_file: str) -> str:
    try:
        read_case_file(case_file)
    except BadContent as error:
        return str(error)
    return ""
