"""The page. Gradio is imported when it is built, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

    from assistant.wiring import Assistant

__all__ = ["build", "serve"]


def build(assistant: Assistant) -> gr.Blocks:
    """The page as Gradio blocks, not launched."""
    from assistant.web.page import build

    return build(assistant)


def serve(assistant: Assistant, open_browser: bool = False) -> None:
    """Serve the page until interrupted; loading and indexing go on in the background.

    Raises:
        BadSettings: the address or port cannot be had.
    """
    from assistant.web.serving import serve

    serve(assistant, open_browser)
