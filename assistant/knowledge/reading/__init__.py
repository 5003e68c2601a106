"""Files that a user brings → documents with numbered paragraphs.

What takes files apart serves other readers too: ``kind_of`` and ``decode``, and ``parse_word``, which refuses
an archive that would fill the memory.
"""

from assistant.knowledge.reading.decoding import decode
from assistant.knowledge.reading.document import read_document
from assistant.knowledge.reading.kinds import Kind, kind_of
from assistant.knowledge.reading.values import ReadDocument, ReadParagraph
from assistant.knowledge.reading.word import parse_word

__all__ = ["Kind", "ReadDocument", "ReadParagraph", "decode", "kind_of", "parse_word", "read_document"]
