"""The tab with the settings: a language model, if one is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import DebriefError
from assistant.language import Message, open_chat_model
from assistant.web.clicks import html
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

if TYPE_CHECKING:
    from assistant.wiring import Assistant

INTRO = """<div class="intro"><h2>Settings</h2><p>
<strong>No language model is needed.</strong> Answers, quotations and
citations are made by code from the documents. A model, when there is one, only words the answer; code checks
what it wrote before you see it as an answer, and without a network everything still works.</p></div>"""


class SettingsTab:
    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        gr.HTML(INTRO, apply_default_css=False)
        model, address = self._kept()
        with gr.Column(elem_id="settings"):
            name = gr.Textbox(
                value=model,
                label="Model",
                placeholder="ollama:llama3.2 or openai:name-of-the-model",
                info="Provider and name, with a colon between them. Empty: no model.",
                max_lines=1,
            )
            where = gr.Textbox(
                value=address,
                label="Address",
                placeholder="http://127.0.0.1:11434",
                info="The base address of Ollama or of a server that speaks OpenAI’s protocol.",
                max_lines=1,
            )
            with gr.Row():
                save = gr.Button("Save", variant="primary", min_width=100, scale=0)
                test = gr.Button("Test connection", min_width=150, scale=0)
                drop = gr.Button("Use no model", min_width=130, scale=0)
            outcome = html("settings-outcome")
        private: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        save.click(self._save, inputs=[name, where], outputs=outcome, **private)
        drop.click(self._drop, outputs=[name, where, outcome], **private)
        test.click(
            lambda: '<p class="outcome-line" role="status">Asking the model…</p>', outputs=outcome, **private
        ).then(self._test, inputs=[name, where], outputs=outcome, **private)

    def _kept(self) -> tuple[str, str]:
        settings = self.assistant.settings
        try:
            chosen = self.assistant.store.preferences.read()
        except DebriefError:
            chosen = {}
        return (
            str(chosen.get("chat_model", settings.chat_model)),
            str(chosen.get("chat_address", settings.chat_address)),
        )

    def _save(self, model: str, address: str) -> str:
        changes = _changes(model, address)
        try:
            # Not to be kept when it cannot be used: every answer would stumble over it.
            open_chat_model(self.assistant.settings.model_copy(update=changes))
            for key, value in changes.items():
                self.assistant.store.preferences.write(key, value)
        except DebriefError as error:
            return _bad(str(error))
        if not changes["chat_model"]:
            return _good("Saved: no model is used.")
        return _good("Saved. The next answer is worded by this model.")

    def _drop(self) -> tuple[str, str, str]:
        return "", "", self._save("", "")

    def _test(self, model: str, address: str) -> str:
        changes = _changes(model, address)
        try:
            opened = open_chat_model(self.assistant.settings.model_copy(update=changes))
            if opened is None:
                return _good("No model is named, and none is needed.")
            said = "".join(opened.stream([Message("user", "Answer with the one word: ready.")]))
        except DebriefError as error:
            return _bad(str(error))
        return _good(f"The model answers: “{said.strip()[:80]}”")


def _changes(model: str | None, address: str | None) -> dict[str, str]:
    return {"chat_model": (model or "").strip(), "chat_address": (address or "").strip()}


def _good(says: str) -> str:
    return f'<p class="outcome-line good" role="status">{icon("answered")}<span>{plain(says)}</span></p>'


def _bad(says: str) -> str:
    return f'<p class="outcome-line bad" role="alert">{icon("warning")}<span>{plain(says)}</span></p>'
