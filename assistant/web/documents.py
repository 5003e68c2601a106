"""The tab with the user's own documents."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError
from assistant.web.clicks import html, said
from assistant.web.head import Head, day_of
from assistant.web.showing import answers, own_documents

if TYPE_CHECKING:
    from assistant.web.reading_room import ReadingRoom
    from assistant.wiring import Assistant

log = logging.getLogger(__name__)


class DocumentsTab:
    def __init__(self, assistant: Assistant, head: Head) -> None:
        self.assistant = assistant
        self.head = head
        gr.HTML(
            '<div class="intro"><h2>Your documents</h2><p>Text, Markdown, PDF or Word. They are '
            "read here and stay "
            "on this machine; they bind nobody and are cited as yours.</p></div>",
            apply_default_css=False,
        )
        with gr.Row(elem_id="adding"):
            self.files = gr.File(
                label="Add files: drop them here, or choose",
                file_count="multiple",
                type="filepath",
                height=150,
                elem_id="files",
                scale=2,
            )
            self.issued = gr.Textbox(
                label="Issued on (if you know)",
                placeholder="1955, 1976-05-18 or 18 May 1976",
                info="Set this before adding: it goes for the files you add next.",
                max_lines=1,
                elem_id="issued",
                scale=1,
                min_width=220,
            )
        self.outcome = html("outcome")
        self.listing = html("own-documents", "read", "remove", "restore")

    def changes(self, room: ReadingRoom) -> None:
        """Wire the tab; the reading room's shelf follows every change."""
        private: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        out = [self.outcome, self.listing, self.head.clock]
        follow: dict[str, Any] = {
            "fn": room.shown,
            "inputs": [room.place, self.head.as_of],
            "outputs": room.outputs,
            **private,
        }
        self.files.upload(
            self._add, inputs=[self.files, self.issued], outputs=[*out, self.files], **private
        ).then(**follow)
        self.listing.remove(self._remove, outputs=out, **private).then(**follow)
        self.listing.restore(self._restore, outputs=out, **private).then(**follow)

    def on_load(self, page: gr.Blocks) -> None:
        page.load(self._listed, outputs=self.listing, show_progress="hidden", api_visibility="private")

    def _add(self, paths: list[str] | None, issued: str) -> Iterator[Any]:
        """Read the files one by one; each bad one gives one sentence, the others are kept."""
        added: list[str] = []
        refused: list[str] = []
        try:
            day = day_of(issued)
        except DebriefError as error:
            _forget(paths or [])
            yield own_documents.outcome([], [str(error)]), gr.skip(), gr.skip(), None
            return
        every = paths or []
        for done, path in enumerate(every):
            name = Path(path).name
            yield own_documents.progress(done, len(every), name), gr.skip(), gr.skip(), gr.skip()
            try:
                document = self.assistant.add_document(Path(path).read_bytes(), name, day)
                count = len(document.paragraphs)
                added.append(f"{name} is added: {count:,} {'paragraph' if count == 1 else 'paragraphs'}.")
            except DebriefError as error:
                refused.append(f"{name}: {error}")
            except OSError as error:
                refused.append(f"{name}: cannot be read ({error.strerror}).")
        _forget(every)
        if added:
            self.assistant.warm()
        yield (
            own_documents.outcome(added, refused),
            self._listed(),
            gr.Timer(active=True),
            None,
        )

    def _remove(self, event: gr.EventData) -> tuple[Any, ...]:
        return self._changed(self.assistant.remove_document, said(event, "id"), removed=True)

    def _restore(self, event: gr.EventData) -> tuple[Any, ...]:
        return self._changed(self.assistant.restore_document, said(event, "id"), removed=False)

    def _changed(self, change: Any, id: str, removed: bool) -> tuple[Any, ...]:
        try:
            change(id)
        except DebriefError as error:
            return own_documents.outcome([], [str(error)]), self._listed(), gr.skip()
        self.assistant.warm()
        return "", self._listed(id if removed else ""), gr.Timer(active=True)

    def _listed(self, removed: str = "") -> str:
        try:
            return own_documents.listing(self.assistant.store.documents.list(), removed)
        except DebriefError as error:
            return answers.failed(str(error))


def _forget(paths: list[str]) -> None:
    """The store has the file now: no second copy stays behind."""
    for path in paths:
        try:
            Path(path).unlink(missing_ok=True)
        except OSError as error:
            log.warning("An uploaded copy stays behind: %s", error.strerror)
