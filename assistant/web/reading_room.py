"""The tab in which the documents are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError
from assistant.knowledge import Document, read_received
from assistant.web.clicks import html, said
from assistant.web.head import Head, day_or_none
from assistant.web.showing import answers, documents

if TYPE_CHECKING:
    from assistant.web.ask import AskTab
    from assistant.wiring import Assistant

TO_PARAGRAPH = "() => window.debrief.toParagraph()"


class ReadingRoom:
    """``place`` is [document id, sheet number, "edition" or "both"]."""

    def __init__(self, assistant: Assistant, head: Head, tabs: gr.Tabs) -> None:
        self.assistant = assistant
        self.head = head
        self.tabs = tabs
        first = assistant.library.documents[0].id
        self.place = gr.State([first, 0, "edition"])
        with gr.Row(elem_id="reading"):
            with gr.Column(elem_id="reading-rail"):
                self.shelf = html("shelf", "document")
            with gr.Column(elem_id="sheet-column"):
                self.sheet = html("sheet", "view", "sheet", "ask_about")
        self.outputs: list[Any] = [self.place, self.shelf, self.sheet]
        self._wire()

    def _wire(self) -> None:
        private: dict[str, Any] = {
            "outputs": self.outputs,
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        here = [self.place, self.head.as_of]
        to_top = {"fn": None, "js": "() => window.debrief.sheetOpened()", "api_visibility": "private"}
        self.shelf.document(self._document, inputs=here, **private).then(**to_top)
        self.sheet.sheet(self._sheet, inputs=here, **private).then(**to_top)
        self.sheet.view(self._view, inputs=here, **private)
        gr.on([self.head.as_of.submit, self.head.as_of.blur], self._again, inputs=here, **private)

    def on_load(self, page: gr.Blocks) -> None:
        page.load(
            self._again,
            inputs=[self.place, self.head.as_of],
            outputs=self.outputs,
            show_progress="hidden",
            api_visibility="private",
        ).then(None, js="() => window.debrief.openAddress()", api_visibility="private")

    def goes_there_from(self, source: gr.HTML) -> None:
        """A click on ``data-do="read"`` in this component opens the paragraph here."""
        source.read(
            self._read,
            inputs=[self.place, self.head.as_of],
            outputs=[*self.outputs, self.tabs],
            show_progress="hidden",
            api_visibility="private",
        ).then(None, js=TO_PARAGRAPH, api_visibility="private")

    def asks_about_it_in(self, ask: AskTab, tabs: gr.Tabs) -> None:
        """ "Ask about it" puts the paragraph's id into the question box."""
        self.sheet.ask_about(
            _question_about,
            outputs=[ask.question, tabs],
            show_progress="hidden",
            api_visibility="private",
        ).then(None, js="() => window.debrief.focusQuestion()", api_visibility="private")

    def shown(self, place: list[Any], as_of: str, active: str = "") -> tuple[Any, ...]:
        """Values for ``outputs``; a document that is gone gives way to the first."""
        library = self.assistant.library
        id, number, view = place
        document = next((d for d in library.documents if d.id == id), library.documents[0])
        try:
            received = read_received(self.assistant.settings.knowledge, document)
        except DebriefError as error:
            return place, documents.shelf(library, document.id), answers.failed(str(error))
        sheet = documents.sheet(
            document,
            library,
            number,
            day_or_none(as_of),
            received.mends,
            received.texts if view == "both" and document.force != "own" else None,
            active,
        )
        place = [document.id, number, view]
        return place, documents.shelf(library, document.id, number), sheet

    def _again(self, place: list[Any], as_of: str) -> tuple[Any, ...]:
        return self.shown(place, as_of)

    def _document(self, place: list[Any], as_of: str, event: gr.EventData) -> tuple[Any, ...]:
        return self._read(place, as_of, event)[:-1]

    def _sheet(self, place: list[Any], as_of: str, event: gr.EventData) -> tuple[Any, ...]:
        wanted = said(event, "sheet")
        document = self._find(place[0])
        last = (len(document.paragraphs) - 1) // documents.AT_ONCE
        number = min(int(wanted), last) if wanted.isdigit() else place[1]
        return self.shown([place[0], number, place[2]], as_of)

    def _view(self, place: list[Any], as_of: str, event: gr.EventData) -> tuple[Any, ...]:
        view = "both" if said(event, "view") == "both" else "edition"
        return self.shown([place[0], place[1], view], as_of)

    def _read(self, place: list[Any], as_of: str, event: gr.EventData) -> tuple[Any, ...]:
        """Open a paragraph, or a document at its beginning, by id."""
        id = said(event, "id")
        document = self._find(id.partition("#")[0])
        number = documents.sheet_of(document, id)
        return *self.shown([document.id, number, place[2]], as_of, id), gr.Tabs(selected="reading")

    def _find(self, id: str) -> Document:
        every = self.assistant.library.documents
        return next((document for document in every if document.id == id), every[0])


def _question_about(event: gr.EventData) -> tuple[str, gr.Tabs]:
    return f"What does {said(event, 'id')} mean?", gr.Tabs(selected="ask")
