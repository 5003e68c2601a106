from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.store import AddedDocument, AddedParagraph, Store, open_store


class Clock:
    """Moves on by a second at every look, and further when told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def wait(self, days: float) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "debrief.sqlite"


@pytest.fixture
def reopen(path: Path, clock: Clock) -> Callable[..., Store]:
    def open_again(**given: str) -> Store:
        return open_store(path, clock=clock, **given)

    return open_again


@pytest.fixture
def store(reopen: Callable[..., Store]) -> Store:
    return reopen()


@pytest.fixture
def document() -> Callable[..., AddedDocument]:
    def make(id: str = "house-rules", paragraphs: int = 2, title: str = "House rules"):
        return AddedDocument(
            id=id,
            title=title,
            file_name="rules.docx",
            media_type="text/plain",
            issued=date(1976, 5, 18),
            added=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
            source=b"\x00PK\xff as received",
            paragraphs=tuple(
                AddedParagraph(
                    number=f"{number}.a",
                    label="(a)",
                    headings=("Purpose", "Scope — naïve"),
                    text=f"Paragraph {number} of the rules.",
                    page=None if number % 2 else number,
                )
                for number in range(1, paragraphs + 1)
            ),
        )

    return make
