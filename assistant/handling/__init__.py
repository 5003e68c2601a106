"""What a handler is reminded of: the treatment guidance at the moment when it matters."""

from assistant.handling.brief import Advice, Brief, brief_for
from assistant.handling.cues import ROLES, URGENCIES, Cue, Role, Urgency, read_cues
from assistant.handling.duties import SessionDuty, Standing, read_duties, standing
from assistant.handling.hearing import Heard, Hearing, sentences_of
from assistant.handling.notebook import Notebook, NotedLine
from assistant.handling.reminder import Cited, Reminder, as_json
from assistant.handling.reviewing import Moment, Point, Review, review
from assistant.handling.session import Line, Outcome, Raised, Session, follow
from assistant.handling.suggesting import cue_prompt, suggest_cue
from assistant.handling.tally import CueTally, tallied
from assistant.handling.tally import as_csv as tallies_as_csv
from assistant.handling.written import as_text, transcript_of

__all__ = [
    "ROLES",
    "URGENCIES",
    "Advice",
    "Brief",
    "Cited",
    "Cue",
    "CueTally",
    "Heard",
    "Hearing",
    "Line",
    "Moment",
    "Notebook",
    "NotedLine",
    "Outcome",
    "Point",
    "Raised",
    "Reminder",
    "Review",
    "Role",
    "Session",
    "SessionDuty",
    "Standing",
    "Urgency",
    "as_json",
    "as_text",
    "brief_for",
    "cue_prompt",
    "follow",
    "read_cues",
    "read_duties",
    "review",
    "sentences_of",
    "standing",
    "suggest_cue",
    "tallied",
    "tallies_as_csv",
    "transcript_of",
]
