"""What goes out on paper or in a file: texts that the file can hold, and how a page looks.

``word``, ``pdf`` and ``markdown`` are imported by their own names, where such a file is made: the libraries
behind the first two are large.
"""

from assistant.paper.cells import harmless
from assistant.paper.characters import one_line, pieces, shortened, storable
from assistant.paper.direction import runs_leftward, turned, without_turns
from assistant.paper.files import WORD_TYPE, WORKBOOK_TYPE, Format, slug

__all__ = [
    "WORD_TYPE",
    "WORKBOOK_TYPE",
    "Format",
    "harmless",
    "one_line",
    "pieces",
    "runs_leftward",
    "shortened",
    "slug",
    "storable",
    "turned",
    "without_turns",
]
