"""Documents, paragraphs, the editors' notes, and search over them."""

from assistant.knowledge.documents import WITHHELD, Document, Force, Paragraph, Span, day_in_words
from assistant.knowledge.index import Index, IndexState
from assistant.knowledge.library import Library, read_library
from assistant.knowledge.notes import Definition, Difference, Duty, Fact, Gap, Kind, Note, Silence
from assistant.knowledge.search import Filter, Found, Passage, Search

__all__ = [
    "WITHHELD",
    "Definition",
    "Difference",
    "Document",
    "Duty",
    "Fact",
    "Filter",
    "Force",
    "Found",
    "Gap",
    "Index",
    "IndexState",
    "Kind",
    "Library",
    "Note",
    "Paragraph",
    "Passage",
    "Search",
    "Silence",
    "Span",
    "day_in_words",
    "read_library",
]
