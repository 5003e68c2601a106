"""Prompts: one Markdown file each, with ``{placeholders}`` for data, checked when it is loaded.

Above a line ``===`` stands what the model is told, below it the message with the data. What fills a
placeholder was typed by a user or comes from a document: it is put into blocks whose edges are longer
than any run of dashes in the data, so that no text can end its own block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.errors import BadContent

_PLACEHOLDER = re.compile(r"\{([^{}\n\"]*)\}")
"""A name in braces; with quotation marks between them they are an example of JSON."""
_SEPARATOR = "==="
_SHORTEST_EDGE = 5


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of what a chat model is sent."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of data with the name it has in the prompt."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """``told`` is for the model as it stands, ``asked`` has the placeholders."""

    told: str
    asked: str

    def messages(self, **data: str | Sequence[Block]) -> list[Message]:
        """The two messages, each placeholder filled with its block or blocks of data."""
        blocks = {
            name: [Block(name.replace("_", " "), value)] if isinstance(value, str) else list(value)
            for name, value in data.items()
        }
        edge = _edge(block for each in blocks.values() for block in each)

        def fill(placeholder: re.Match[str]) -> str:
            return "\n\n".join(_fenced(block, edge) for block in blocks[placeholder.group(1)])

        return [Message("system", self.told), Message("user", _PLACEHOLDER.sub(fill, self.asked))]


def read_prompt(path: Path, placeholders: Iterable[str]) -> Prompt:
    """Read a prompt file whose lower part has exactly these placeholders.

    Raises:
        BadContent: the file is missing, is not in two parts, or a placeholder is unknown or missing.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadContent(f"{path}: the prompt cannot be read ({type(error).__name__}).") from None
    parts = re.split(rf"^{_SEPARATOR}[ \t]*$", text, flags=re.MULTILINE)
    if len(parts) != 2:
        raise BadContent(f"{path}: a prompt has one line '{_SEPARATOR}' between its two parts. Add it.")
    told, asked = (part.strip() for part in parts)
    wanted = set(placeholders)
    for name in _PLACEHOLDER.findall(told):
        raise BadContent(f"{path}: placeholder {{{name}}} stands above '{_SEPARATOR}'. Move it below.")
    have = set(_PLACEHOLDER.findall(asked))
    for name in sorted(have - wanted):
        raise BadContent(f"{path}: unknown placeholder {{{name}}}. Known: {', '.join(sorted(wanted))}.")
    for name in sorted(wanted - have):
        raise BadContent(f"{path}: placeholder {{{name}}} is missing. Put it below '{_SEPARATOR}'.")
    return Prompt(told, asked)


def _fenced(block: Block, edge: str) -> str:
    name = " ".join(block.name.split())
    return f"{edge} {name}\n{block.text}\n{edge} end of {name}"


def _edge(blocks: Iterable[Block]) -> str:
    """Dashes, more of them than stand in a row anywhere in the data."""
    runs = [run for block in blocks for run in re.findall(r"-+", f"{block.name}\n{block.text}")]
    return "-" * max([_SHORTEST_EDGE, *(len(run) + 1 for run in runs)])
