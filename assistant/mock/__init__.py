"""Mock debriefs: a subject to practise on, played by code from a scenario, and a review of each run."""

from assistant.mock.matching import Matcher
from assistant.mock.playing import Mock
from assistant.mock.reviewing import Review, review
from assistant.mock.running import Run, Said, Turn, run
from assistant.mock.scenario import (
    STATES,
    Fact,
    Scenario,
    mistakes_of,
    read_scenario,
    read_scenarios,
    scenario_of,
)
from assistant.mock.state import State
from assistant.mock.subject import Subject, SubjectReply

__all__ = [
    "STATES",
    "Fact",
    "Matcher",
    "Mock",
    "Review",
    "Run",
    "Said",
    "Scenario",
    "State",
    "Subject",
    "SubjectReply",
    "Turn",
    "mistakes_of",
    "read_scenario",
    "read_scenarios",
    "review",
    "run",
    "scenario_of",
]
