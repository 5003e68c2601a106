"""Where a quotation stands in a text."""

from __future__ import annotations

import re


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where the quote stands in the text, white space folded; None when it does not.

    Between words there may be the bars between a table's cells.
    """
    words = [word for word in quote.split() if word != "|"]
    if not words:
        return None
    found = re.search(r"[\s|]+".join(re.escape(word) for word in words), text)
    return found.span() if found else None
