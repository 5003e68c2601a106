"""The tab with the twenty cases: the picture and the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gradio as gr

from assistant.web.clicks import html
from assistant.web.showing import cases as showing

if TYPE_CHECKING:
    from assistant.wiring import Assistant


class CasesTab:
    def __init__(self, assistant: Assistant) -> None:
        gr.HTML(
            '<div class="intro"><h2>Twenty defectors, 1927 to 1947</h2><p>From MI5’s study of 1948. '
            "Choose a row of the picture to read the case.</p></div>",
            apply_default_css=False,
        )
        self.page = html("cases", "read", value=showing.page(assistant.cases))
