"""The head of the page: name, date control, and what search can do now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import gradio as gr

from assistant.errors import BadDate
from assistant.knowledge import day_in_words
from assistant.policy import parse_day
from assistant.web.clicks import html
from assistant.web.showing.escaping import plain

if TYPE_CHECKING:
    from assistant.wiring import Assistant

NAME = '<div class="name"><h1>Debriefing assistant</h1><p>Four declassified documents on defectors</p></div>'


class Head:
    """``as_of`` is the date control, as typed; ``day`` reads it."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        with gr.Row(elem_id="head"):
            html("name", value=NAME)
            self.standing = html("standing")
            self.state = html("state-line", value=self._state())
            self.as_of = gr.Textbox(
                label="As of",
                placeholder="any time",
                elem_id="as-of",
                max_lines=1,
                min_width=150,
            )
        self.clock = gr.Timer(1.0)
        self.clock.tick(
            self._tick,
            outputs=[self.state, self.clock],
            show_progress="hidden",
            api_visibility="private",
        )
        gr.on(
            [self.as_of.submit, self.as_of.blur],
            self._standing,
            inputs=self.as_of,
            outputs=self.standing,
            show_progress="hidden",
            api_visibility="private",
        )

    def on_load(self, page: gr.Blocks) -> None:
        page.load(
            self._tick,
            outputs=[self.state, self.clock],
            show_progress="hidden",
            api_visibility="private",
        )

    def _tick(self) -> tuple[str, gr.Timer]:
        done = self.assistant.state.name in ("ready", "missing")
        return self._state(), gr.Timer(active=not done)

    def _state(self) -> str:
        state = self.assistant.state
        if not state.says:
            return ""
        bar = f'<progress max="{state.total}" value="{state.done}"></progress>' if state.total else ""
        return f'<p class="state" role="status">{bar}<span>{plain(state.says)}</span></p>'

    def _standing(self, typed: str) -> str:
        try:
            day = day_of(typed)
        except BadDate as error:
            return f'<p class="standing bad" role="alert">{plain(str(error))}</p>'
        if day is None:
            return ""
        library = self.assistant.library
        each = "".join(
            f"<li><b>{plain(d.short_title)}</b> {plain(d.standing(day))}</li>"
            for d in library.documents
            if d.standing(day)
        )
        return (
            f'<div class="standing" role="status"><span>On {day_in_words(day)}:</span><ul>{each}</ul></div>'
        )


def day_of(typed: str | None) -> date | None:
    """The day in the date control; None when it is empty.

    Raises:
        BadDate: it cannot be read.
    """
    return parse_day(typed) if typed and typed.strip() else None


def day_or_none(typed: str | None) -> date | None:
    """As ``day_of``, for parts of the page that leave complaining to the control itself."""
    try:
        return day_of(typed)
    except BadDate:
        return None
