"""What a file format cannot hold is left out of a text, and nothing else."""

from __future__ import annotations

import re

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Without the control and half characters that XML and PDF cannot hold; lines end in ``\\n``."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Storable, and all white space folded: for titles, table cells and labels."""
    return " ".join(storable(text).split())


def slug(text: str, longest: int = 60) -> str:
    """Lower-case letters of any script, digits and hyphens; "" when nothing is left."""
    return re.sub(r"[\W_]+", "-", storable(text).lower()).strip("-")[:longest].rstrip("-")
