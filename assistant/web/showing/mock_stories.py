"""Two stories of the same, compared in the review of the later run. It weighs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.mock import Point, Telling, TwoStories
from assistant.web.showing.escaping import plain


def stories(found: TwoStories) -> str:
    """What both told side by side, and what became of each point where they differ."""
    seen = f"{len(found.in_both)} of {_count(found)}"
    told = found.told_by_both
    table = "".join(_row(found, each) for each in told)
    nothing = '<p class="empty-line">No point was told in both sessions. </p>'
    return f"""<section class="two-stories"><h3>The two stories</h3>
<p>With {plain(found.other)}, who was heard before. Points that differ and were told in both sessions:
<b>{seen}</b>. That two remember differently proves nothing against either.</p>
{f'<ul class="side-by-side">{table}</ul>' if told else nothing}
{_group("Told in one session only", found.in_one, found)}
{_group("Told in neither", found.in_none, found)}{_alike(found)}</section>"""


def _count(found: TwoStories) -> int:
    return sum(each.differs for each in found.points)


def _row(found: TwoStories, point: Point) -> str:
    mark = "differs" if point.differs else "only sounds different"
    return (
        f'<li class="point-pair"><p class="bar-head"><b>{plain(point.about)}</b> '
        f'<span class="tag">{mark}</span></p><div class="pair">{_side(found.own, point.own, True)}'
        f"{_side(found.other, point.other, False)}"
        f'</div><p class="came">{plain(point.what)}</p></li>'
    )


def _side(name: str, telling: Telling | None, here: bool) -> str:
    if telling is None:
        return ""
    line = (
        f'<button class="turn-link" data-q="turn" data-turn="{telling.turn}">line {telling.turn}</button>'
        if here
        else f"line {telling.turn} of that run"
    )
    return (
        f'<div><p class="who"><b>{plain(name)}</b> <small>{line}</small></p>'
        f'<p class="words-of"><q dir="auto">{plain(telling.words)}</q></p></div>'
    )


def _group(heading: str, points: Sequence[Point], found: TwoStories) -> str:
    if not points:
        return ""
    items = "".join(
        f"<li><b>{plain(each.about)}</b>{f' <small>told by {plain(who)}</small>' if who else ''}"
        f'<p class="came">{plain(each.what)}</p></li>'
        for each in points
        for who in [found.own if each.own else found.other if each.other else ""]
    )
    return f'<h4>{heading} <small>{len(points)}</small></h4><ul class="points-left">{items}</ul>'


def _alike(found: TwoStories) -> str:
    if not found.told_by_both:
        return ""
    if not found.alike:
        return '<p class="hint">None of the points told in both only sounds different.</p>'
    count = len(found.alike)
    says = "point told in both only sounds" if count == 1 else "points told in both only sound"
    return f'<p class="hint">{count} {says} different: the same thing in other words.</p>'
