"""A session looked back over: the moments at which guidance was kept or due, and the subject's strain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.handling import Cue, Moment, Point, Review
from assistant.knowledge import Library
from assistant.web.showing.citations import short_name
from assistant.web.showing.escaping import plain

_WIDE, _HIGH, _MARGIN = 640, 120, 14

_KINDS: Mapping[str, str] = {"kept": "Guidance was kept", "due": "A reminder was due"}


ABOUT = (
    '<p class="hint">It is about the handling. It says nothing of whether what the subject said is true.</p>'
)


def looking_back(id: str, review: Review, cues: Mapping[str, Cue], library: Library) -> str:
    """A notebook's whole page of it."""
    return (
        f'<div class="notebook-view looking-back" data-view="review" data-notebook="{plain(id)}">'
        f"{ABOUT}{_body(review, cues, library)}</div>"
    )


def of_sessions(reviews: Sequence[Review], cues: Mapping[str, Cue], library: Library) -> str:
    """The sessions of a check, one after another."""
    each = "".join(
        f'<section class="looked-back"><h2 dir="auto">{plain(review.file)}</h2>{_body(review, cues, library)}'
        "</section>"
        for review in reviews
    )
    return f'<div class="looking-back">{ABOUT}{each}</div>'


def _body(review: Review, cues: Mapping[str, Cue], library: Library) -> str:
    if not review.turns:
        return '<p class="empty-line">Only what the handler and the subject say is looked back over.</p>'
    return (
        _moments("kept", review.kept, library)
        + _moments("due", review.due, library)
        + _strain(review.curve, cues)
    )


def _moments(kind: str, moments: Sequence[Moment], library: Library) -> str:
    each = "".join(_moment(moment, library) for moment in moments)
    listed = f"<ul>{each}</ul>" if moments else '<p class="empty-line">Nowhere in this session.</p>'
    return (
        f'<section class="moments" data-kind="{kind}"><h3>{_KINDS[kind]} <small>{len(moments)}</small></h3>'
        f"{listed}</section>"
    )


def _moment(moment: Moment, library: Library) -> str:
    links = " ".join(
        f'<button class="ref" data-do="read" data-id="{plain(each.id)}">{plain(short_name(library, each.id))}'
        "</button>"
        for each in moment.reminder.citations
    )
    speaker = {"I": "Handler", "S": "Subject"}.get(moment.speaker, moment.speaker)
    return (
        f'<li><p class="hint">{plain(moment.place)} {plain(speaker)} · {plain(moment.reminder.name)}</p>'
        f'<p class="words-of"><q dir="auto">{plain(moment.words)}</q></p>'
        f"<p>{plain(moment.says)} {links}</p></li>"
    )


def _strain(curve: Sequence[Point], cues: Mapping[str, Cue]) -> str:
    if not curve:
        return ""
    raised = [each for each in curve if each.words]
    rows = "".join(
        f"<tr><td>{plain(each.place)}</td><td>{plain(_name(each, cues))}</td>"
        f'<td><q dir="auto">{plain(each.words)}</q></td></tr>'
        for each in raised
    )
    table = (
        f'<table class="strain-table"><thead><tr><th scope="col">When</th><th scope="col">What</th>'
        f'<th scope="col">His words</th></tr></thead><tbody>{rows}</tbody></table>'
        if raised
        else '<p class="empty-line">None of his lines calls for a reminder of strain.</p>'
    )
    return (
        '<section class="strain"><h3>The subject\'s strain</h3><p class="hint">A count, not a diagnosis: '
        "each line of his that calls for care lifts it, every other lets it fall.</p>"
        f"{_picture(curve, cues)}{table}</section>"
    )


def _picture(curve: Sequence[Point], cues: Mapping[str, Cue]) -> str:
    """A step a line of his, a dot with its words where a line raised it. The table beside says the same."""
    highest = max(3.0, *(each.strain for each in curve))
    step = (_WIDE - 2 * _MARGIN) / max(1, len(curve) - 1)
    at = [
        (_MARGIN + place * step, _HIGH - _MARGIN - each.strain / highest * (_HIGH - 2 * _MARGIN))
        for place, each in enumerate(curve)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5"><title>{plain(each.place)} {plain(_name(each, cues))}: '
        f"“{plain(each.words)}”</title></circle>"
        for (x, y), each in zip(at, curve, strict=True)
        if each.words
    )
    floor = _HIGH - _MARGIN
    return (
        f'<svg class="strain-curve" viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="Strain line by '
        f'line; the table below has the words"><path class="floor" d="M{_MARGIN} {floor}H{_WIDE - _MARGIN}"/>'
        f'<polyline points="{line}"/>{dots}</svg>'
    )


def _name(point: Point, cues: Mapping[str, Cue]) -> str:
    return cues[point.cue].name if point.cue in cues else point.cue
