"""A brief as it stands on paper, for every format alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.handling.brief import Advice, Brief
from assistant.paper import one_line

COMES_UP = "When it comes up"


@dataclass(frozen=True, slots=True)
class Piece:
    """``advice`` is "" for a rest: what to do then is in ``says``.

    ``sources`` are paragraphs, each with the words quoted from it, "" where none are.
    """

    name: str
    because: str
    says: str
    advice: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    stage: str
    groups: tuple[tuple[str, tuple[Piece, ...]], ...]


def on_paper(brief: Brief) -> Paper:
    """The brief as printed. All texts are storable and on one line."""
    return Paper(
        f"Before a session with {one_line(brief.subject)}",
        brief.stage.capitalize(),
        (
            ("Before you begin", tuple(map(_piece, brief.advice))),
            ("In the rests", tuple(replace(_piece(each), advice="") for each in brief.rests)),
        ),
    )


def _piece(advice: Advice) -> Piece:
    return Piece(
        advice.name,
        one_line(advice.because),
        advice.says,
        one_line(advice.advice),
        tuple((cited.id, one_line(cited.quote)) for cited in advice.citations),
    )
