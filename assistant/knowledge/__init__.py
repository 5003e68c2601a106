"""Documents, paragraphs, the editors' notes, and search over them."""

from assistant.knowledge.documents import WITHHELD, Document, Force, Paragraph, Span, day_in_words
from assistant.knowledge.index import Index, IndexState
from assistant.knowledge.library import Library, read_library
from assistant.knowledge.notes import (
    BEYOND,
    Definition,
    Difference,
    Duty,
    Fact,
    Gap,
    Kind,
    Note,
    Silence,
    fold,
    read_yaml,
)
from assistant.knowledge.own import document_of, id_for
from assistant.knowledge.quotations import find_quote
from assistant.knowledge.received import Mend, Received, read_received
from assistant.knowledge.search import Filter, Found, Passage, Search
from assistant.knowledge.words import STOP_WORDS, stems

__all__ = [
    "BEYOND",
    "STOP_WORDS",
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
    "Mend",
    "Note",
    "Paragraph",
    "Passage",
    "Received",
    "Search",
    "Silence",
    "Span",
    "day_in_words",
    "document_of",
    "find_quote",
    "fold",
    "id_for",
    "read_library",
    "read_received",
    "read_yaml",
    "stems",
]
