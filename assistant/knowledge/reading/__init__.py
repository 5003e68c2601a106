"""Files that a user brings → documents with numbered paragraphs."""

from assistant.knowledge.reading.document import read_document
from assistant.knowledge.reading.values import ReadDocument, ReadParagraph

__all__ = ["ReadDocument", "ReadParagraph", "read_document"]
