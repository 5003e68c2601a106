"""Files to transcripts: who said what, when, and where it stands."""

from assistant.transcripts.reading import read_transcript
from assistant.transcripts.transcript import ROLES, Role, Transcript, Turn, Unread

__all__ = ["ROLES", "Role", "Transcript", "Turn", "Unread", "read_transcript"]
