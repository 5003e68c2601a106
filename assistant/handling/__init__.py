"""What a handler is reminded of: the treatment guidance at the moment when it matters."""

from assistant.handling.brief import Brief, brief_for
from assistant.handling.cues import ROLES, URGENCIES, Cue, Role, Urgency, read_cues
from assistant.handling.hearing import Heard, Hearing
from assistant.handling.reminder import Cited, Reminder, as_json
from assistant.handling.reviewing import Moment, Review, review
from assistant.handling.session import Line, Outcome, Raised, Session, follow

__all__ = [
    "ROLES",
    "URGENCIES",
    "Brief",
    "Cited",
    "Cue",
    "Heard",
    "Hearing",
    "Line",
    "Moment",
    "Outcome",
    "Raised",
    "Reminder",
    "Review",
    "Role",
    "Session",
    "Urgency",
    "as_json",
    "brief_for",
    "follow",
    "read_cues",
    "review",
]
