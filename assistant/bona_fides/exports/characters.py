"""The words of sessions as they are printed and drawn."""

from __future__ import annotations

from assistant import paper


def one_line(text: str) -> str:
    """Storable, all white space folded, and without marks that would turn the words around it."""
    return paper.one_line(paper.without_turns(text))
