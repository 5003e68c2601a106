"""Hebrew, Arabic and other scripts that run leftward, on a paper that runs rightward."""

from __future__ import annotations

import re
import unicodedata

_ARRANGING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_LEFTWARD = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN = re.compile(rf"{_LEFTWARD}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*{_LEFTWARD})?")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def without_turns(text: str) -> str:
    """Without the marks that turn the writing direction of what follows: one that is left open would turn the
    words of the paper around it."""
    return _ARRANGING.sub("", text)


def runs_leftward(text: str) -> bool:
    """Whether the first letter that has a direction is one of Hebrew, Arabic or a script like them."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found for found in directions if found in ("L", "R", "AL")), "L") != "L"


def has_leftward(text: str) -> bool:
    """Whether any letter runs leftward."""
    return _RUN.search(text) is not None


def turned(line: str) -> str:
    """A line for a program that draws each letter to the right of the one before: words that run leftward are
    turned around, with the brackets among them; numbers stay as they are."""
    return _RUN.sub(lambda run: _reversed(run.group()), line)


def _reversed(run: str) -> str:
    letters: list[str] = re.findall(r"\d+(?:[.,:/]\d+)*|\D", run)
    return "".join(each.translate(_MIRRORED) for each in reversed(letters))
