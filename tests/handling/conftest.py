"""One hearing for all tests: its weights and the sentence model load once."""

from __future__ import annotations

import pytest

from assistant.handling import Hearing, read_cues
from assistant.knowledge import read_library
from assistant.settings import Settings


@pytest.fixture(scope="session")
def hearing() -> Hearing:
    knowledge = Settings().knowledge
    library = read_library(knowledge)
    return Hearing(read_cues(knowledge / "handling_cues.yaml", library), library)
