"""The whole page: its head with the date control and the state line, and one tab a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

from assistant.web import programs
from assistant.web.ask import AskTab
from assistant.web.cases import CasesTab
from assistant.web.clicks import said
from assistant.web.documents import DocumentsTab
from assistant.web.duties import DutiesTab
from assistant.web.head import Head
from assistant.web.mock import MockTab
from assistant.web.notebook import NotebookTab
from assistant.web.questionnaires import QuestionnairesTab
from assistant.web.reading_room import ReadingRoom
from assistant.web.scenarios import ScenariosView
from assistant.web.settings import SettingsTab
from assistant.web.transcripts import TranscriptsTab

if TYPE_CHECKING:
    from assistant.wiring import Assistant

AT_ONCE = 8
"""Events of one kind that run side by side: several people, several windows."""


def build(assistant: Assistant) -> gr.Blocks:
    """The page, not launched. Only the events in ``programs`` are for other programs."""
    page: gr.Blocks
    with gr.Blocks(title="Debriefing assistant", analytics_enabled=False, fill_width=True) as page:
        head = Head(assistant)
        with gr.Tabs(elem_id="tabs") as tabs:
            with gr.Tab("Ask", id="ask") as ask_tab:
                ask = AskTab(assistant, head, page)
            with gr.Tab("Questionnaires", id="questionnaires") as plans_tab:
                plans = QuestionnairesTab(assistant)
            with gr.Tab("Transcripts", id="transcripts") as checks_tab:
                checks = TranscriptsTab(assistant)
            with gr.Tab("Notebook", id="notebook") as notebook_tab:
                notebook = NotebookTab(assistant)
            with gr.Tab("Mock debrief", id="mock") as mock_tab:
                mock = MockTab(assistant)
                writing = ScenariosView(assistant)
            with gr.Tab("Reading room", id="reading") as room_tab:
                room = ReadingRoom(assistant, head, tabs)
            with gr.Tab("Duties", id="duties") as duties_tab:
                duties = DutiesTab(assistant, head)
            with gr.Tab("Cases", id="cases") as cases_tab:
                cases = CasesTab(assistant)
            with gr.Tab("Your documents", id="documents") as documents_tab:
                documents = DocumentsTab(assistant, head)
            with gr.Tab("Settings", id="settings") as settings_tab:
                SettingsTab(assistant)
        for source in (
            ask.past,
            ask.live,
            ask.beside,
            duties.table,
            cases.page,
            documents.listing,
            plans.page,
            checks.page,
            notebook.lines,
            notebook.reminders,
            notebook.duties,
            mock.main,
            mock.now,
            mock.reminders,
        ):
            room.goes_there_from(source)
        room.asks_about_it_in(ask, tabs)
        for source in (ask.past, ask.live):
            plans.opens_from(source, tabs)
        ask.beside.turn_to(_turn_to, outputs=tabs, show_progress="hidden", api_visibility="private")
        for tab in (
            ask_tab,
            plans_tab,
            checks_tab,
            notebook_tab,
            mock_tab,
            room_tab,
            duties_tab,
            cases_tab,
            documents_tab,
            settings_tab,
        ):
            tab.select(None, js=f"() => window.debrief.arrived('{tab.id}')", api_visibility="private")
        for tab, listed, place, listing in (
            (plans_tab, plans.listed, plans.place, plans.plans),
            (checks_tab, checks.listed, checks.place, checks.checks),
            (mock_tab, mock.plan_kept, mock.place, mock.plan),
        ):
            # What was built or brought elsewhere meanwhile stands in the list too.
            tab.select(
                listed, inputs=place, outputs=listing, show_progress="hidden", api_visibility="private"
            )
        # What hears lines is loaded while the first of them is still being typed.
        notebook_tab.select(notebook.warm, show_progress="hidden", api_visibility="private")
        mock_tab.select(notebook.warm, show_progress="hidden", api_visibility="private")
        documents.changes(room)
        programs.offer(assistant)
        head.on_load(page)
        room.on_load(page)
        documents.on_load(page)
        plans.on_load(page)
        checks.on_load(page)
        notebook.on_load(page)
        mock.on_load(page)
        writing.on_load(page)
    page.queue(default_concurrency_limit=AT_ONCE)
    return page


def _turn_to(event: gr.EventData) -> gr.Tabs:
    return gr.Tabs(selected=said(event, "tab"))
