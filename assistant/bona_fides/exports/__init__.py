"""What was found, out to files: on paper to hand on, as data, and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.settling import Settled
from assistant.paper import WORD_TYPE, Format

Settlings = Mapping[str, Settled]
"""What the user said of findings, by their ids."""


def file_name(checked: Checked, format: str) -> str:
    """A name for the file, with the date of the last session when one is known.

    ``format`` is a key of ``FORMATS``.
    """
    dates = [transcript.date for transcript in checked.transcripts if transcript.date]
    last = f"-{max(dates).isoformat()}" if dates else ""
    return f"points-to-clarify{last}.{FORMATS[format].ending}"


# Each writer is loaded when it is first used: the libraries behind them are large.


def _markdown(checked: Checked, settled: Settlings) -> bytes:
    from assistant.bona_fides.exports.markdown import as_markdown

    return as_markdown(checked, settled).encode()


def _word(checked: Checked, settled: Settlings) -> bytes:
    from assistant.bona_fides.exports.word import as_word

    return as_word(checked, settled)


def _pdf(checked: Checked, settled: Settlings) -> bytes:
    from assistant.bona_fides.exports.pdf import as_pdf

    return as_pdf(checked, settled)


def _json(checked: Checked, settled: Settlings) -> bytes:
    from assistant.bona_fides.exports.json import as_text

    return as_text(checked, settled).encode()


def _csv(checked: Checked, settled: Settlings) -> bytes:
    from assistant.bona_fides.exports.csv import as_csv

    return as_csv(checked, settled).encode("utf-8-sig")


FORMATS: Mapping[str, Format[[Checked, Settlings]]] = MappingProxyType(
    {
        "md": Format("Markdown", "md", "text/markdown", _markdown),
        "docx": Format("Word", "docx", WORD_TYPE, _word),
        "pdf": Format("PDF", "pdf", "application/pdf", _pdf),
        "json": Format("JSON", "json", "application/json", _json),
        "csv": Format("CSV", "csv", "text/csv", _csv),
    }
)

__all__ = ["FORMATS", "file_name"]
