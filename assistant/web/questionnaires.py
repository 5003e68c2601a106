"""The tab in which questionnaires are planned: what is kept, the subject, the plan and its views."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import gradio as gr

from assistant.errors import BadContent, DebriefError, NotFound
from assistant.paper import Format
from assistant.questionnaires import (
    Former,
    Kinds,
    Plan,
    SubjectProfile,
    as_json,
    compare,
    coverage,
    editing,
    from_json,
    read_former,
    read_kinds,
    settled_in,
)
from assistant.store import PlanRecord
from assistant.web import plan_changes, subject_form
from assistant.web.clicks import file_sent, html, said, sent
from assistant.web.showing import guidance, plan_cards, plan_head, plan_tables, questionnaires
from assistant.web.showing import subject_form as showing_form
from assistant.web.stage import Stage, Updates, as_file, kept
from assistant.wording import FORBIDDEN, check
from assistant.wording import as_json as wording_as_json

if TYPE_CHECKING:
    from assistant.wiring import Assistant

log = logging.getLogger(__name__)

LONGEST_CHECKED = 2000
"""Characters of a wording that are looked at while it is typed."""

Made = TypeVar("Made")
"""What files are made of."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page is in this tab; kept in the browser. ``example`` is what a new form began from."""

    plan: str = ""
    view: str = "home"
    example: str = ""


class QuestionnairesTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._changing = threading.Lock()
        self.stage = stage = Stage("plan", Place())
        self.place = stage.place
        with gr.Row(elem_id="questionnaires"):
            with gr.Column(elem_id="plans-rail"):
                self.plans = stage.html("plans", "go", "open", "rename", "remove", "restore")
            with gr.Column(elem_id="plan-column"):
                self.notice = stage.html("plan-notice", "put_away")
                html("plan-says-row", value=questionnaires.SAYS)
                self.title = stage.html("plan-title", "go", "retitle")
                self.bar = stage.html("plan-bar", "go", "undo")
                self.page = stage.html(
                    "plan",
                    *("go", "build", "bring", "alter", "undo", "read", "compare", "return_to"),
                    *("name_version", "suggest", "file"),
                    script="window.debrief.serves(server);",
                    server_functions=self._while_typing(),
                )
        stage.end()
        self.says = stage.says
        self._wire()

    def _wire(self) -> None:
        on, plans, page = self.stage.on, self.plans, self.page
        for each in (plans, self.title, self.bar, page):
            on(each.go, self._go)
        for each in (self.bar, page):
            on(each.undo, self._undo, "undo")
        on(plans.open, self._open)
        on(plans.rename, self._rename)
        on(plans.remove, self._remove)
        on(plans.restore, self._restore)
        on(self.title.retitle, self._retitle)
        on(page.build, self._build)
        on(page.bring, self._bring, "bring")
        on(page.alter, self._alter)
        on(page.compare, self._compare)
        on(page.return_to, self._return_to)
        on(page.name_version, self._name_version)
        on(page.suggest, self._suggest, "suggest", in_turn=False)
        self.notice.put_away(
            lambda: "", outputs=self.notice, show_progress="hidden", api_visibility="private"
        )
        self.stage.on_file(page.file, self._file)

    def on_load(self, page: gr.Blocks) -> None:
        self.stage.on_load(page, self._reload)

    def opens_from(self, source: gr.HTML, tabs: gr.Tabs) -> None:
        """A click on ``data-do="plan"`` in this component opens the plan here."""

        def opened(event: gr.EventData) -> Updates:
            view = said(event, "view")
            here = Place(said(event, "id"), view if view in plan_head.VIEWS else "plan")
            return self._shown(here) | {self.notice: "", tabs: gr.Tabs(selected="questionnaires")}

        source.plan(
            opened,
            outputs=[*self.stage.parts, tabs],
            show_progress="hidden",
            api_visibility="private",
        )

    def _while_typing(self) -> list[Callable[[Any], dict[str, Any]]]:
        """What the page asks for while somebody types, without a queue."""

        def check_wording(text: Any) -> dict[str, Any]:
            """The faults of a question that is being written, and whether it could enter a plan."""
            found = check(str(text)[:LONGEST_CHECKED])
            forbidden = any(fault.kind in FORBIDDEN for fault in found.faults)
            return wording_as_json(found) | {"forbidden": forbidden}

        def read_subject(data: Any) -> dict[str, Any]:
            """What the form is read as so far: his kind, what does not fit together, what is no use."""
            form = subject_form.filled_in(data if isinstance(data, dict) else {})
            try:
                profile = subject_form.profile_in(form, self._today)
            except DebriefError as error:
                return {"wrong": str(error), "field": subject_form.field_of(str(error))}
            return {"kind": subject_form.read_as(profile, self._kinds), "remarks": list(profile.remarks)}

        return [check_wording, read_subject]

    def listed(self, kept: Any) -> Any:
        """The list alone: a conversation may have made a plan meanwhile."""
        try:
            found = self.assistant.store.plans.list()
        except DebriefError:
            return gr.skip()
        return questionnaires.kept(found, self.stage.where(kept).plan, self.assistant.clock())

    # Where to be.

    def _reload(self, here: Place) -> Updates:
        # Reading all templates takes seconds; somebody who only asks a question should not wait for it.
        threading.Thread(target=self._read_templates, name="templates", daemon=True).start()
        return self._shown(here)

    def _read_templates(self) -> None:
        try:
            _ = self.assistant.planner
        except DebriefError as error:
            log.warning("The questionnaires' templates cannot be used: %s", error)

    def _go(self, here: Place, event: gr.EventData) -> Updates:
        view = said(event, "view")
        if view == "home":
            return self._shown(Place())
        if here.plan and view in plan_head.VIEWS:
            return self._shown(replace(here, view=view))
        return self._shown(Place(view="subject", example=said(event, "example")))

    def _open(self, here: Place, event: gr.EventData) -> Updates:
        return self._shown(Place(said(event, "id"), "plan")) | {self.notice: ""}

    # What is kept.

    def _rename(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, said(event, "id"), said(event, "title"))

    def _retitle(self, here: Place, event: gr.EventData) -> Updates:
        return self._titled(here, here.plan, said(event, "title"))

    def _titled(self, here: Place, id: str, typed: str) -> Updates:
        title = plan_changes.title_from(typed)
        with self._changing:
            plan = self._kept(id)
            if title != plan.title:
                renamed = as_json(replace(plan, title=title))
                self.assistant.store.plans.save(id, renamed, f"Renamed: {title[:60]}", title=title)
        return self._shown(here)

    def _remove(self, here: Place, event: gr.EventData) -> Updates:
        id = said(event, "id")
        self.assistant.store.plans.delete(id)
        return self._shown(Place() if here.plan == id else here, deleted=id)

    def _restore(self, here: Place, event: gr.EventData) -> Updates:
        self.assistant.store.plans.restore(said(event, "id"))
        return self._shown(here)

    def _bring(self, here: Place, event: gr.EventData) -> Updates:
        from assistant.questionnaires.imports import read_plan

        name, data = file_sent(sent(event).get("file"))
        read = read_plan(data, name)
        plan, refused = plan_changes.without_refused(read.plan)
        title = plan_changes.title_from(plan.title or "Questionnaire")
        brought = as_json(self.assistant.guided(plan))
        record = self.assistant.store.plans.start(title, brought, "Brought from a file")
        unread = (*read.unread, *refused)
        head = "Not everything in the file could be read. Left out:" if unread else ""
        return self._shown(Place(record.id, "plan")) | {self.notice: questionnaires.notice(head, unread)}

    # The plan.

    def _build(self, here: Place, event: gr.EventData) -> Updates:
        data = sent(event)
        form = subject_form.filled_in(data)
        plans = self.assistant.store.plans
        try:
            old = self._kept(here.plan) if here.plan else None
            former = self._former(data.get("former"), old) or (settled_in(old) if old else None)
            built = self.assistant.plan(subject_form.wanted_in(form, former, self._today))
            if old is None:
                id = plans.start(built.title[:200], as_json(built), "Built").id
            else:
                id = here.plan
                title = old.title if plan_changes.titled_by_hand(old) else built.title[:200]
                again = replace(editing.carry_over(old, built), title=title)
                plans.save(id, as_json(again), "Built anew", title=title)
        except DebriefError as error:
            return self.stage.refused(error, "build", field=subject_form.field_of(str(error)))
        return self._shown(Place(id, "plan"), what="build")

    def _alter(self, here: Place, event: gr.EventData) -> Updates:
        with self._changing:
            plan = self._kept(here.plan)
            new, note = plan_changes.altered(plan, sent(event))
            if new != plan:
                self.assistant.store.plans.save(here.plan, as_json(new), note)
        return self._shown(here, what=said(event, "what"), id=said(event, "id"))

    def _undo(self, here: Place, event: gr.EventData) -> Updates:
        with self._changing:
            before = self.assistant.store.plans.undo(here.plan)
            title = from_json(before.content).title
            if title != before.title:
                self.assistant.store.plans.rename(here.plan, title)
        return self._shown(here, what="undo")

    def _suggest(self, here: Place, event: gr.EventData) -> Updates:
        """What the model proposes goes among what is left for later, from where it is taken in or not."""
        requirement = said(event, "requirement")
        given = self.assistant.suggest(self._kept(here.plan), said(event, "agency"), requirement)
        if given.questions:
            with self._changing:
                offered = editing.offer(self._kept(here.plan), given.section, given.questions)
                note = f"Suggested by the model for {requirement}"
                self.assistant.store.plans.save(here.plan, as_json(offered), note)
        refused = [f"A line was left out: {why}." for why in given.refused]
        if not given.questions:
            said_of_it = f"The model proposed nothing that can be asked for {requirement}."
            return self._shown(here) | {self.notice: questionnaires.notice(said_of_it, refused)}
        counted = len(given.questions)
        said_of_it = (
            f"{counted} {'question' if counted == 1 else 'questions'} suggested for {requirement}: "
            "take in below what serves."
        )
        shown = self._shown(replace(here, view="left"))
        return shown | {self.notice: questionnaires.notice(said_of_it, refused)}

    # Versions.

    def _compare(self, here: Place, event: gr.EventData) -> Updates:
        old, new = _whole(said(event, "old")), _whole(said(event, "new"))
        older, newer = (self._kept(here.plan, number) for number in (old, new))
        wordings = {question.id: question.wording for question in newer.questions}
        shown = plan_tables.differences(compare(older, newer), wordings)
        return self._shown(replace(here, view="versions"), compared=(old, new), differences=shown)

    def _return_to(self, here: Place, event: gr.EventData) -> Updates:
        number = _whole(said(event, "number"))
        plan = self._kept(here.plan, number)
        self.assistant.store.plans.save(here.plan, as_json(plan), f"Returned to version {number}")
        return self._shown(here)

    def _name_version(self, here: Place, event: gr.EventData) -> Updates:
        name = " ".join(said(event, "name").split())[:80]
        self.assistant.store.plans.name_version(here.plan, _whole(said(event, "number")), name)
        return self._shown(here)

    def _file(self, here: Place, event: gr.EventData) -> dict[str, str]:
        from assistant.handling import exports as of_brief
        from assistant.questionnaires import exports as of_plan

        key = said(event, "format")
        plan = self._kept(here.plan)
        if said(event, "of") == "brief":
            return _made(self.assistant.brief(plan), key, of_brief.FORMATS, of_brief.file_name)
        return _made(plan, key, of_plan.FORMATS, of_plan.file_name)

    # What is shown.

    def _shown(
        self,
        here: Place,
        what: str = "",
        id: str = "",
        deleted: str = "",
        compared: tuple[int, int] | None = None,
        differences: str = "",
    ) -> Updates:
        """Everything in its place; ``what`` was done to the question ``id``."""
        says = {"what": what, "id": id, "wrong": ""}
        try:
            if not here.plan:
                return {
                    **self._around(here, deleted),
                    self.title: "",
                    self.bar: "",
                    self.page: self._without_plan(here),
                    self.says: says,
                }
            plan = self._kept(here.plan)
            versions = self.assistant.store.plans.versions(here.plan)
            undo = f"Undo: {versions[0].note}" if len(versions) > 1 else ""
            if here.view == "coverage":
                agencies = {agency.id: agency for agency in self.assistant.planner.templates.agencies}
                rows = coverage(plan, self.assistant.planner.templates)
                suggests = self.assistant.model is not None
                page = plan_tables.coverage(rows, agencies, plan_cards.numbers(plan), suggests)
            elif here.view == "versions":
                page = plan_tables.versions(versions, self.assistant.clock(), compared, differences)
            elif here.view == "left":
                page = plan_cards.left_for_later(plan, self.assistant.library)
            elif here.view == "brief":
                page = guidance.whole(self.assistant.brief(plan), self.assistant.library)
            elif here.view == "files":
                page = plan_tables.files()
            elif here.view == "subject":
                page = self._form_of(plan, here)
            else:
                page = plan_cards.cards(plan, self.assistant.library)
            if here.view != "subject":
                page = questionnaires.view(page, here.plan, here.view)
            return {
                **self._around(here, deleted),
                self.title: plan_head.title(plan),
                self.bar: plan_head.bar(plan, here.view, undo),
                self.page: page,
                self.says: says,
            }
        except DebriefError as error:
            return {
                self.title: "",
                self.bar: "",
                self.page: questionnaires.gone(str(error)),
                self.says: says,
            }

    def _around(self, here: Place, deleted: str) -> Updates:
        found = self.assistant.store.plans.list()
        listing = questionnaires.kept(found, here.plan, self.assistant.clock(), deleted)
        return {self.place: kept(here), self.plans: listing}

    def _without_plan(self, here: Place) -> str:
        invented = subject_form.examples(self.assistant.settings.templates / "examples", self._today)
        if here.view != "subject":
            return showing_form.home(invented)
        agencies = self.assistant.planner.templates.agencies
        profile = invented.get(here.example, SubjectProfile())
        filled = subject_form.form_of(profile, self._kinds, [agency.id for agency in agencies])
        return showing_form.form(filled, self._kinds.access_words, agencies, example=here.example)

    def _form_of(self, plan: Plan, here: Place) -> str:
        filled = subject_form.form_of_plan(plan, self._kinds, self._today)
        locked = sum(question.locked for question in plan.questions)
        agencies = self.assistant.planner.templates.agencies
        return showing_form.form(filled, self._kinds.access_words, agencies, here.plan, locked)

    def _kept(self, id: str, number: int | None = None) -> Plan:
        """A kept plan, under the title that it has now."""
        record: PlanRecord = self.assistant.store.plans.read(id, number)
        return replace(from_json(record.content), title=record.title)

    def _former(self, files: Any, plan: Plan | None) -> Former | None:
        """Former sessions as one; they may have asked what a template asks, and what this plan does."""
        wordings = dict(self.assistant.planner.wordings) if files else {}
        wordings |= {question.id: question.wording for question in plan.questions} if plan else {}
        former = None
        for each in files if isinstance(files, list) else ():
            name, data = file_sent(each)
            read = read_former(data, name, wordings, self.assistant.embedder)
            former = Former.joined(former, read) if former else read
        return former

    @property
    def _today(self) -> date:
        return self.assistant.clock().date()

    @cached_property
    def _kinds(self) -> Kinds:
        return read_kinds(self.assistant.settings.templates / "kinds.yaml")


def _made(
    what: Made, key: str, formats: Mapping[str, Format[[Made]]], named: Callable[[Made, str], str]
) -> dict[str, str]:
    """A file as the page hands it on. Raises NotFound when there is no such kind."""
    if key not in formats:
        raise NotFound("There is no such kind of file. Load the page again.")
    return as_file(named(what, key), formats[key].media_type, formats[key].write(what))


def _whole(typed: str) -> int:
    if not typed.isdecimal() or len(typed) > 9:
        raise BadContent("There is no such version. Load the page again.")
    return int(typed)
