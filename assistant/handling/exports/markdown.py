"""A brief as Markdown without any HTML."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.handling.brief import Brief
from assistant.handling.exports.paper import COMES_UP, Piece, on_paper
from assistant.paper.markdown import escaped


def as_markdown(brief: Brief) -> str:
    """The brief as Markdown; every text shows as it stands."""
    paper = on_paper(brief)
    blocks = [f"# {escaped(paper.title)}", f"{paper.stage}."]
    for heading, pieces in paper.groups:
        blocks.append(f"## {heading}")
        blocks += [block for piece in pieces for block in _piece(piece)]
    return "\n\n".join(blocks) + "\n"


def _piece(piece: Piece) -> Iterator[str]:
    because = f" ({escaped(piece.because)})" if piece.because else ""
    yield f"### {escaped(piece.name)}{because}"
    yield f"**{escaped(piece.says)}**"
    if piece.advice:
        yield f"{COMES_UP}: {escaped(piece.advice)}"
    for id, quote in piece.sources:
        if quote:
            yield f"> “{escaped(quote)}” ({escaped(id)})"
    beside = ", ".join(id for id, quote in piece.sources if not quote)
    if beside:
        yield f"See also {escaped(beside)}."
