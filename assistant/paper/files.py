"""Kinds of files, and the names that files get."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from assistant.paper.characters import storable

_OFFICE = "application/vnd.openxmlformats-officedocument"
WORD_TYPE = f"{_OFFICE}.wordprocessingml.document"
WORKBOOK_TYPE = f"{_OFFICE}.spreadsheetml.sheet"

Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True)
class Format(Generic[Given]):
    """A kind of file. ``ending`` is without its dot; ``write`` makes the file's bytes of what it is given."""

    name: str
    ending: str
    media_type: str
    write: Callable[Given, bytes]


def slug(text: str, longest: int = 60) -> str:
    """Lower-case letters of any script, digits and hyphens; "" when nothing is left."""
    return re.sub(r"[\W_]+", "-", storable(text).lower()).strip("-")[:longest].rstrip("-")
