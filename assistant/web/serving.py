"""Opens the page on its address and keeps it open."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import BadSettings

if TYPE_CHECKING:
    from assistant.wiring import Assistant

LOOK = Path(__file__).parent / "look"
STYLES = ("style", "notebook", "mock", "scenarios")
SCRIPTS = ("page", "transcripts", "notebook", "mock", "mock_room", "scenarios")
"""In this order: each of the later ones builds on the page's own."""


def serve(assistant: Assistant, open_browser: bool = False) -> None:
    """Serve the page until interrupted; it answers by words until the index is warm."""
    settings = assistant.settings
    _refuse_taken_port(settings.host, settings.port)
    _at_home(assistant)
    from assistant.web.page import build

    page = build(assistant)
    page.launch(**launch_options(assistant), prevent_thread_lock=True)
    # Not sooner: loading the models would take the processor from Gradio's own loading.
    assistant.warm()
    address = f"http://{'127.0.0.1' if settings.host == '0.0.0.0' else settings.host}:{settings.port}/"
    sys.stdout.write(f"The page is open at {address} (end with Ctrl+C).\n")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(address)
    page.block_thread()


def launch_options(assistant: Assistant) -> dict[str, Any]:
    """What ``launch`` is told, on any port."""
    from assistant.web.look.theme import theme

    settings = assistant.settings
    style = "".join((LOOK / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    scripts = [(LOOK / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return {
        "server_name": settings.host,
        "server_port": settings.port,
        "theme": theme(),
        # Not as ``css``: Gradio rewrites the selectors of what is given there.
        "head": f'<style id="look">{style}</style>' + "".join(f"<script>{each}</script>" for each in scripts),
        "favicon_path": LOOK / "favicon.svg",
        "max_file_size": settings.largest_file,
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "pwa": False,
        "ssr_mode": False,
        "mcp_server": False,
        "share": False,
        "show_error": False,
        "quiet": True,
        "inbrowser": False,
    }


def _at_home(assistant: Assistant) -> None:
    """Keep Gradio from reporting home, and what it stores in the data folder."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("GRADIO_TEMP_DIR", str(assistant.settings.data / "uploads"))


def _refuse_taken_port(host: str, port: int) -> None:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise BadSettings(
            f"The page cannot be opened on {host}, port {port} ({error.strerror}). End the program that has "
            "the port, or choose another with --port."
        ) from None
