"""The scenarios, and subjects of them: the hearing, the sentence model and the matches load once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.handling import Hearing, read_cues
from assistant.knowledge import read_library
from assistant.mock import Matcher, Run, Said, Scenario, Subject, read_any_subject, read_scenarios, run
from assistant.settings import Settings


@pytest.fixture(scope="session")
def hearing() -> Hearing:
    knowledge = Settings().knowledge
    library = read_library(knowledge)
    return Hearing(read_cues(knowledge / "handling_cues.yaml", library), library)


@pytest.fixture(scope="session")
def scenarios() -> dict[str, Scenario]:
    return read_scenarios(Settings().templates / "scenarios")


@pytest.fixture(scope="session")
def matchers(scenarios: dict[str, Scenario]) -> dict[str, Matcher]:
    any_subject = read_any_subject(Settings().templates)
    return {id: Matcher(scenario, any_subject) for id, scenario in scenarios.items()}


Meet = Callable[..., Subject]
Play = Callable[..., Run]


@pytest.fixture(scope="session")
def meet(scenarios: dict[str, Scenario], matchers: dict[str, Matcher], hearing: Hearing) -> Meet:
    """A subject as he is when the trainee comes in."""

    def met(id: str = "frightened_walk_in", seed: int = 1) -> Subject:
        return Subject(scenarios[id], hearing, matchers[id], seed)

    return met


@pytest.fixture(scope="session")
def play(scenarios: dict[str, Scenario], matchers: dict[str, Matcher], hearing: Hearing) -> Play:
    """A run of lines: each a line, or what was said with its minutes."""

    def played(*lines: str | Said, id: str = "frightened_walk_in", seed: int = 1) -> Run:
        said = [line if isinstance(line, Said) else Said(line) for line in lines]
        return run(scenarios[id], said, seed, hearing, matchers[id])

    return played
