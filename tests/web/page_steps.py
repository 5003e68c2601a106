"""A page served by ``app.py`` in a process of its own, and the steps that tests take on it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect

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


def open_tab(page: Page, name: str) -> None:
    tab = page.locator("#tabs .tab-container [role=tab]:visible", has_text=name)
    if tab.count():
        tab.first.click()
        return
    page.locator(".overflow-menu button").first.click()
    page.locator(".overflow-dropdown button", has_text=name).click()
