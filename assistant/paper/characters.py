"""What a file format cannot hold is left out of a text, and nothing else; long texts are divided or cut."""

from __future__ import annotations

import re

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def storable(text: str) -> str:
    """Without the control and half characters that XML and PDF cannot hold; lines end in ``\\n``."""
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Storable, and all white space folded: for titles, table cells and labels."""
    return " ".join(storable(text).split())


def pieces(text: str, longest: int) -> list[str]:
    """A text in stretches of at most ``longest`` characters, divided between words where there are any."""
    return re.findall(rf"\S.{{0,{longest - 1}}}(?=\s|$)|\S{{1,{longest}}}", text)


def shortened(text: str, longest: int) -> str:
    """A text of at most ``longest`` characters, that ends in "…" where it was cut."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
