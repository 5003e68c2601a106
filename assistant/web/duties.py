"""The tab with the table of duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import gradio as gr

from assistant.knowledge import Force
from assistant.policy import actors, duties
from assistant.web.clicks import html
from assistant.web.head import Head, day_or_none
from assistant.web.showing import duties as showing

if TYPE_CHECKING:
    from assistant.wiring import Assistant

FORCES = [("Any force", ""), ("Directive", "directive"), ("Policy", "policy"), ("Guidance", "guidance")]


class DutiesTab:
    def __init__(self, assistant: Assistant, head: Head) -> None:
        self.assistant = assistant
        library = assistant.own_library
        documents = [("Any document", ""), *((d.short_title, d.id) for d in library.documents)]
        gr.HTML(
            '<div class="intro"><h2>Who must do what, when</h2><p>Every duty that the documents '
            "lay on somebody, "
            "with the words that prove it. The date at the top of the page leaves out what was "
            "not in force.</p></div>",
            apply_default_css=False,
        )
        with gr.Row(elem_id="duty-filters"):
            actor = gr.Dropdown(
                [("Anybody", ""), *((name, name) for name in sorted(actors(library)))],
                value="",
                label="Actor",
                min_width=180,
            )
            document = gr.Dropdown(documents, value="", label="Document", min_width=150)
            force = gr.Dropdown(FORCES, value="", label="Force", min_width=130)
            words = gr.Textbox(label="Words", placeholder="e.g. questionnaire", max_lines=1, min_width=150)
            clear = gr.Button("Clear filters", elem_id="clear-filters", min_width=110, scale=0)
        filters = [actor, document, force, words, head.as_of]
        self.table = html("duties", "read", value=showing.table(duties(library), None))
        gr.on(
            [actor.change, document.change, force.change, words.change, head.as_of.submit, head.as_of.blur],
            self._filtered,
            inputs=filters,
            outputs=self.table,
            show_progress="hidden",
            trigger_mode="always_last",
            api_visibility="private",
        )

        clear.click(
            lambda: ("", "", "", ""), outputs=filters[:4], show_progress="hidden", api_visibility="private"
        )

    def _filtered(self, actor: str, document: str, force: str, words: str, as_of: str) -> str:
        day = day_or_none(as_of)
        rows = duties(
            self.assistant.own_library,
            document=document or "",
            force=cast(Force, force) if force else None,
            words=words or "",
            as_of=day,
        )
        return showing.table([row for row in rows if not actor or row.duty.actor == actor], day, words or "")
