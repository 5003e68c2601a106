"""How he is to be treated: boxes at a plan's opening and in its rests, and the whole brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.handling import Advice, Brief
from assistant.handling.exports import FORMATS
from assistant.knowledge import Library
from assistant.paper import shortened
from assistant.questionnaires import Guidance
from assistant.web.showing.citations import refs
from assistant.web.showing.escaping import plain

LONGEST_REASON = 60
"""Characters of what calls for a piece of guidance, where it stands in a plan."""


def at_opening(pieces: Sequence[Guidance], library: Library) -> str:
    """Above the first section; the script folds it on a phone."""
    return _box("opening", "Before you begin", pieces, library) if pieces else ""


def in_rest(piece: Guidance, library: Library) -> str:
    """Below the line of a rest."""
    return _box("rest", "In this rest", (piece,), library)


def whole(brief: Brief, library: Library) -> str:
    """The brief as a page: to read, to print, and to have as a file."""
    files = "".join(
        f'<button class="quiet" data-do="file" data-of="brief" data-format="{key}"><span>{format.name}</span>'
        "</button>"
        for key, format in FORMATS.items()
    )
    return (
        '<article class="brief"><header><div>'
        f'<h3 dir="auto">Before a session with {plain(brief.subject)}</h3>'
        f'<p class="about"><span>{plain(brief.stage.capitalize())}</span></p></div><p class="brief-files">'
        f'<button class="quiet" data-q="print">Print</button>{files}</p></header>'
        '<p class="wrong" data-wrong="file" role="alert"></p>'
        f"{_group('Before you begin', brief.advice, library)}"
        f"{_group('In the rests', [replace(each, advice='') for each in brief.rests], library)}"
        "</article>"
    )


def _box(place: str, heading: str, pieces: Sequence[Guidance], library: Library) -> str:
    names = ", ".join(plain(piece.name) for piece in pieces)
    lines = "".join(
        f'<li dir="auto"><b>{plain(piece.name)}</b>{_because(shortened(piece.because, LONGEST_REASON))} '
        f"{plain(piece.advice)}{refs((piece.paragraph,), library)}</li>"
        for piece in pieces
    )
    return (
        f'<details class="guidance" data-place="{place}" open><summary>{heading}'
        f'<span class="folded">{names}</span></summary><ul>{lines}</ul></details>'
    )


def _group(heading: str, pieces: Sequence[Advice], library: Library) -> str:
    return f"<h4>{heading}</h4><ol>{''.join(_piece(piece, library) for piece in pieces)}</ol>"


def _piece(advice: Advice, library: Library) -> str:
    quotes = "".join(
        f"<blockquote>“{plain(cited.quote)}”{refs((cited.id,), library)}</blockquote>"
        for cited in advice.citations
        if cited.quote
    )
    beside = refs([cited.id for cited in advice.citations if not cited.quote], library)
    comes_up = f'<p class="comes-up"><b>When it comes up:</b> {plain(advice.advice)}</p>'
    return (
        f'<li><h5 dir="auto">{plain(advice.name)}{_because(advice.because)}</h5>'
        f'<p class="says">{plain(advice.says)}</p>'
        f"{comes_up if advice.advice else ''}{quotes}"
        f"{f'<p class=beside-it>See also{beside}</p>' if beside else ''}</li>"
    )


def _because(because: str) -> str:
    return f' <span class="because">{plain(because)}</span>' if because else ""
