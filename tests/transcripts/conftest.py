import datetime
from collections.abc import Callable

import pytest

from assistant.transcripts import Transcript, read_transcript

TODAY = datetime.date(2000, 1, 1)


@pytest.fixture
def read() -> Callable[..., Transcript]:
    def read_bytes(data: bytes | str, file_name: str = "session.txt", **given) -> Transcript:
        return read_transcript(
            data.encode() if isinstance(data, str) else data, file_name, today=TODAY, **given
        )

    return read_bytes


@pytest.fixture
def said(read) -> Callable[..., list[str]]:
    """The turns as "place speaker: words"."""

    def turns(data: bytes | str, file_name: str = "session.txt") -> list[str]:
        return [f"{turn.place} {turn.speaker}: {turn.text}" for turn in read(data, file_name).turns]

    return turns
