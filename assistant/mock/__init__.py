"""Mock debriefs: a subject to practise on, played by code from a scenario, and a review of each run."""

from assistant.mock.comparing import Point, Telling, TwoStories, two_stories
from assistant.mock.matching import AnySubject, Matcher, read_any_subject
from assistant.mock.mistakes import Mistake, mistakes_of
from assistant.mock.playing import Mock
from assistant.mock.reviewing import Review, learned, review
from assistant.mock.running import Run, Said, Turn, run
from assistant.mock.scenario import STATES, Fact, Scenario
from assistant.mock.scenario_files import read_scenario, read_scenarios, scenario_of
from assistant.mock.state import Change, State
from assistant.mock.subject import Subject, SubjectReply
from assistant.mock.voicing import Voicing, Wording, voice_prompt

__all__ = [
    "STATES",
    "AnySubject",
    "Change",
    "Fact",
    "Matcher",
    "Mistake",
    "Mock",
    "Point",
    "Review",
    "Run",
    "Said",
    "Scenario",
    "State",
    "Subject",
    "SubjectReply",
    "Telling",
    "Turn",
    "TwoStories",
    "Voicing",
    "Wording",
    "learned",
    "mistakes_of",
    "read_any_subject",
    "read_scenario",
    "read_scenarios",
    "review",
    "run",
    "scenario_of",
    "two_stories",
    "voice_prompt",
]
