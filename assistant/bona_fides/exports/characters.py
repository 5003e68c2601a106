"""What a file format cannot hold is left out of a text, and nothing else."""

from __future__ import annotations

import re
import unicodedata

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ARRANGING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def storable(text: str) -> str:
    """Without the control and half characters that XML and PDF cannot hold; lines end in ``\\n``."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Storable, all white space folded, and without the marks that turn the writing direction of what
    follows: one that is left open would turn the words of the paper around it."""
    return " ".join(_ARRANGING.sub("", storable(text)).split())


def runs_leftward(text: str) -> bool:
    """Whether the first letter that has a direction is one of Hebrew, Arabic or a script like them."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found for found in directions if found in ("L", "R", "AL")), "L") != "L"


def pieces(text: str, longest: int) -> list[str]:
    """A text in stretches of at most ``longest`` characters, divided between words where there are any."""
    return re.findall(rf"\S.{{0,{longest - 1}}}(?=\s|$)|\S{{1,{longest}}}", text)


def shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
