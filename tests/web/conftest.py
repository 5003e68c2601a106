"""The page served once for all tests, and a browser to look at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_steps import Served, visit
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def served(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over the project's documents with the index at hand."""
    data = tmp_path_factory.mktemp("served")
    shutil.copytree(index_folder, data / "index")
    page = Served(data)
    yield page
    page.kill()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The page, open at desk width, search ready; a script error in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, color_scheme="light")
    errors: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    visit(opened, served)
    yield opened
    context.close()
    assert errors == []
