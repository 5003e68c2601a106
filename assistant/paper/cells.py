"""Cells of a table that a spreadsheet opens: nothing in one is taken for a formula."""

from __future__ import annotations

from assistant.paper.characters import storable

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Storable, and with a leading apostrophe where a spreadsheet would take the cell for a formula."""
    cell = storable(text)
    return f"'{cell}" if cell.startswith(_BEGIN_A_FORMULA) else cell
