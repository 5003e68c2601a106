"""A reviewed run out to files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from assistant.mock.exports.paper import Reviewed
from assistant.mock.judging import agreement
from assistant.mock.kept import as_json
from assistant.paper import WORD_TYPE, Format, slug


def file_name(reviewed: Reviewed, format: str) -> str:
    """A name for the file; ``format`` is a key of ``FORMATS``."""
    return f"{slug(f'mock {reviewed.title}') or 'mock'}.{FORMATS[format].ending}"


# The libraries behind Word and PDF are large: each is loaded when it is first used.


def _word(reviewed: Reviewed) -> bytes:
    from assistant.mock.exports.word import as_word

    return as_word(reviewed)


def _pdf(reviewed: Reviewed) -> bytes:
    from assistant.mock.exports.pdf import as_pdf

    return as_pdf(reviewed)


def _json(reviewed: Reviewed) -> bytes:
    stands, of = agreement(reviewed.run, reviewed.review, reviewed.kept.overrides)
    content = {
        "run": {key: value for key, value in as_json(reviewed.kept).items() if key != "turns"},
        "turns": [turn.as_json() for turn in reviewed.run.turns],
        "review": reviewed.review.as_json(),
        "stories": reviewed.stories.as_json() if reviewed.stories else None,
        "agreement": {"stands": stands, "of": of},
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8", "replace")


FORMATS: Mapping[str, Format[[Reviewed]]] = MappingProxyType(
    {
        "docx": Format("Word", "docx", WORD_TYPE, _word),
        "pdf": Format("PDF", "pdf", "application/pdf", _pdf),
        "json": Format("JSON", "json", "application/json", _json),
    }
)

__all__ = ["FORMATS", "Reviewed", "file_name"]
