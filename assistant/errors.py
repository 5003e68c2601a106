"""What can go wrong, named for what the reader of the message can do about it.

Every message says where, what is wrong and what to do, in words fit for the page. No message quotes
what a user typed, a transcript or an added document says: messages reach logs.
"""


class DebriefError(Exception):
    """An error that its reader can do something about: shown as one sentence, without a traceback."""


class BadSettings(DebriefError):
    """A setting is unknown or has a value that cannot be used."""


class BadContent(DebriefError):
    """A file under knowledge/ or prompts/ breaks its format; the message names file and entry."""


class UnreadableDocument(DebriefError):
    """A file that a user brought cannot be read as a document."""


class BadDate(DebriefError):
    """A date that was typed cannot be read, or is no day of the calendar."""


class NotFound(DebriefError):
    """A paragraph, document, conversation or plan that was asked for is not there."""


class EmbedderMissing(DebriefError):
    """The embedding model cannot be loaded: search goes on by words alone."""


class ModelUnavailable(DebriefError):
    """The chat model did not answer in time or at all: the offline answer stands."""


class StoreUnavailable(DebriefError):
    """The database cannot be opened or written."""
