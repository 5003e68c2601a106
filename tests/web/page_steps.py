"""A page served by ``app.py`` in a process of its own, and the steps that tests take on it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, expect

from assistant.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0

expect.set_options(timeout=20_000)


class Served:
    """The page at ``address`` over the data folder ``data``."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.process = self.start()

    def start(self) -> subprocess.Popen[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DEBRIEF_")}
        environment |= {"HF_HUB_OFFLINE": "1", "DEBRIEF_DATA": str(self.data)}
        self.process = subprocess.Popen(
            [sys.executable, "app.py", "--port", str(self.port)],
            cwd=PROJECT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            try:
                urllib.request.urlopen(self.address, timeout=5).close()
                return self.process
            except OSError:
                assert self.process.poll() is None, "the page ended at once"
                time.sleep(0.2)
        raise AssertionError("the page did not open")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def visit(page: Page, served: Served) -> None:
    """Open the page and wait until search is ready and the list of conversations is there."""
    page.goto(served.address)
    expect(page.locator("#past .chip, #past .question").first).to_be_visible(timeout=PATIENCE * 1000)
    expect(page.locator("#state-line .state")).to_have_count(0, timeout=PATIENCE * 1000)


def ask(page: Page, question: str) -> None:
    """Type a question, send it with Enter and wait for the whole answer."""
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#live .question p")).to_have_text(question)
    expect(page.locator("#live .answer > footer")).to_be_visible()
    expect(page.locator("#send")).to_be_visible()


@contextmanager
def using(page: Page, model: Settings, tab: str) -> Iterator[None]:
    """The page in this tab with the model of these settings."""
    open_tab(page, "Settings")
    page.get_by_label("Model").fill(model.chat_model)
    page.get_by_label("Address").fill(model.chat_address)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#settings-outcome .good")).to_contain_text("Saved")
    try:
        open_tab(page, tab)
        page.reload()
        yield
    finally:
        open_tab(page, "Settings")
        page.get_by_role("button", name="Use no model").click()
        expect(page.locator("#settings-outcome .good")).to_contain_text("no model")
        open_tab(page, tab)


def open_tab(page: Page, name: str) -> None:
    """Turn to a tab. While the page is laid out, tabs still move between the row and the menu "More tabs"."""
    in_row = page.locator("#tabs .tab-container [role=tab]:visible", has_text=name).first
    more = page.locator(".overflow-menu button:visible").first
    in_menu = page.locator(".overflow-dropdown button:visible", has_text=name).first
    selected = page.locator("#tabs [role=tab][aria-selected=true]", has_text=name).first
    ends = time.monotonic() + PATIENCE
    while True:
        expect(in_row.or_(more).first).to_be_visible()
        try:
            if in_row.is_visible():
                in_row.click(timeout=5000)
            else:
                more.click(timeout=5000)
                in_menu.click(timeout=5000)
            expect(selected).to_be_attached(timeout=5000)
            return
        except (TimeoutError, AssertionError):
            if time.monotonic() > ends:
                raise
