"""Sessions attached in the conversation: kept under “Transcripts”, and what is asked next is of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.bona_fides.kept import KeptCheck, as_json, with_files
from assistant.errors import DebriefError, UnreadableDocument
from assistant.web.clicks import files_sent, html
from assistant.web.showing.attached import attached, button

if TYPE_CHECKING:
    from assistant.wiring import Assistant

_PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def place_notice() -> gr.HTML:
    """What is said of the sessions that were brought; above the question box."""
    notice = html("attached", "ask", "put_away")
    notice.put_away(lambda: "", outputs=notice, **_PRIVATE)
    return notice


def place_button(assistant: Assistant, notice: gr.HTML) -> None:
    """The button that brings sessions; beside the question box."""

    def attach(event: gr.EventData) -> str:
        try:
            kept, refused = with_files(KeptCheck(), files_sent(event))
            if not kept.files:
                raise UnreadableDocument(" ".join(refused) or "Choose at least one file.")
            assistant.store.checks.start(kept.title, as_json(kept))
        except DebriefError as error:
            return attached("", [str(error)])
        return attached(kept.title, refused)

    beside = html("attach", "attach", value=button())
    beside.attach(attach, outputs=notice, **_PRIVATE).then(
        None, js="() => window.debrief.attached()", api_visibility="private"
    )
