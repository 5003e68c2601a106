"""A brief out to files, to print and take along."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.handling.brief import Brief
from assistant.paper import WORD_TYPE, Format, slug


def file_name(brief: Brief, format: str) -> str:
    """A name for the file, of the cover name and the stage; ``format`` is a key of ``FORMATS``."""
    return f"{slug(f'brief {brief.subject} {brief.stage}')}.{FORMATS[format].ending}"


# The library behind Word is large: it is loaded when it is first used.


def _markdown(brief: Brief) -> bytes:
    from assistant.handling.exports.markdown import as_markdown

    return as_markdown(brief).encode()


def _word(brief: Brief) -> bytes:
    from assistant.handling.exports.word import as_word

    return as_word(brief)


FORMATS: Mapping[str, Format[[Brief]]] = MappingProxyType(
    {
        "docx": Format("Word", "docx", WORD_TYPE, _word),
        "md": Format("Markdown", "md", "text/markdown", _markdown),
    }
)

__all__ = ["FORMATS", "file_name"]
