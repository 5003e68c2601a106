"""What a subject must be told or asked in a first session, whatever else is spoken of."""

from __future__ import annotations

import re

from assistant.handling import Hearing
from assistant.wording.kinds import Kind

MUST_TELL = {
    "confrontation": "Told that his government will be informed and that he may have to meet its people",
    "voluntary_statement": "Asked for a signed statement that he comes of his own will",
}
"""By the cue whose guidance a line then keeps (STATE-90262#1.B, DCID-4/2#6.b.3.c)."""

SIGNS = re.compile(r"\b(?:sign|statement|declar)", re.IGNORECASE)
"""Without one of these no statement was asked for, however near a line comes to one that does."""

PLAINLY = 0.54
"""From this nearness to the lines that do it on, a thing counts as said."""


ASKS = frozenset({"open", "probe", "forced_choice", "compound"})
"""Forms that ask him for his account, and so tell him nothing."""


def told_in(line: str, kind: Kind, hearing: Hearing) -> str:
    """The cue of the thing that a line says; "" for any other line."""
    if kind in ASKS:
        return ""
    does = hearing.does(line)
    nearest = max(does, key=lambda cue: does[cue], default="")
    if nearest == "voluntary_statement" and not SIGNS.search(line):
        return ""
    return nearest if nearest in MUST_TELL and does[nearest] >= PLAINLY else ""
