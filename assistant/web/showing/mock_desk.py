"""The trainer's desk: every run by trainee and scenario, and how the shares move from run to run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.knowledge import day_in_words
from assistant.mock import Scenario
from assistant.mock.kept import KeptRun
from assistant.web.showing.escaping import plain

_WIDE, _HIGH, _MARGIN = 460, 120, 12


def desk(runs: Sequence[tuple[str, KeptRun]], scenarios: Mapping[str, Scenario], now: datetime) -> str:
    """Runs that go on, to watch; then all runs, the first begun first: a part a trainee."""
    names = sorted({kept.trainee for _, kept in runs}, key=str.lower)
    parts = "".join(
        _trainee(name, [each for each in runs if each[1].trainee == name], scenarios) for name in names
    )
    nobody = '<p class="empty-line">Nobody has practised yet.</p>'
    return (
        f'<div class="mock-view mock-desk" data-view="desk" data-mark="{plain(mark(runs))}">'
        '<header class="desk-head"><h2 tabindex="-1">Trainer’s desk</h2>'
        '<span><button class="quiet" data-q="write">Write a scenario</button>'
        '<button class="quiet" data-do="go" data-view="home">All runs</button></span></header>'
        f"{_going_on(runs, scenarios, now)}{parts or nobody}</div>"
    )


def mark(runs: Sequence[tuple[str, KeptRun]]) -> str:
    """Another one as soon as the desk is."""
    return f"{len(runs)} " + " ".join(f"{id} {kept.mark}" for id, kept in runs if not kept.ended)


def _going_on(runs: Sequence[tuple[str, KeptRun]], scenarios: Mapping[str, Scenario], now: datetime) -> str:
    """The last begun first: those of today are looked for, not those that somebody has left lying."""
    going = [(id, kept) for id, kept in reversed(runs) if not kept.ended]
    rows = "".join(
        f'<li data-id="{plain(id)}"><div><b dir="auto">{plain(kept.trainee)}</b>'
        f"<span>{plain(_title(kept.scenario, scenarios))}</span>"
        f"<small>minute {kept.minutes + kept.waiting(now):.0f} · {len(kept.lines)} "
        f"{'line' if len(kept.lines) == 1 else 'lines'}{' · paused' if kept.paused else ''}</small></div>"
        f'<button class="take" data-do="watch" data-id="{plain(id)}" data-keep="{plain(id)}" '
        f'aria-label="Watch {plain(kept.trainee)}">Watch</button></li>'
        for id, kept in going
    )
    listed = f"<ul>{rows}</ul>" if rows else '<p class="empty-line">Nobody is in a session.</p>'
    return f'<section class="desk-now"><h3>Going on now</h3>{listed}</section>'


def _trainee(name: str, runs: Sequence[tuple[str, KeptRun]], scenarios: Mapping[str, Scenario]) -> str:
    ids = sorted({kept.scenario for _, kept in runs}, key=lambda id: _title(id, scenarios))
    groups = "".join(
        f'<tbody><tr class="group"><th colspan="7" scope="rowgroup">{plain(_title(id, scenarios))}</th></tr>'
        f"{''.join(_row(*each) for each in runs if each[1].scenario == id)}</tbody>"
        for id in ids
    )
    ended = [kept for _, kept in runs if kept.measured]
    return (
        f'<section class="desk-trainee"><h3 dir="auto">{plain(name)}</h3>{_picture(ended)}'
        '<div class="wide"><table class="desk-table"><thead><tr><th scope="col">Begun</th>'
        '<th scope="col">Lines</th><th scope="col">Minutes</th><th scope="col">Learned</th>'
        '<th scope="col">Open</th>'
        '<th scope="col">Leading</th><th scope="col"><span class="sr-only">Again</span></th></tr></thead>'
        f"{groups}</table></div></section>"
    )


def _title(id: str, scenarios: Mapping[str, Scenario]) -> str:
    return scenarios[id].title if id in scenarios else id


def _row(id: str, kept: KeptRun) -> str:
    began = kept.began.astimezone()
    shares = "".join(
        f'<td data-label="{key.capitalize()}">{share}</td>'
        for key in ("learned", "open", "leading")
        for share in [f"{kept.measured[key]:.0%}" if key in kept.measured else "–"]
    )
    goes_on = "" if kept.ended else ' <span class="tag">goes on</span>'
    return (
        f'<tr><td><button class="ref" data-do="open" data-id="{plain(id)}">{day_in_words(began.date())}, '
        f"{began:%H:%M}</button> <small>seed {kept.seed}</small>{goes_on}</td>"
        f'<td data-label="Lines">{len(kept.lines)}</td>'
        f'<td data-label="Minutes">{kept.minutes:.0f}</td>'
        f'{shares}<td><span class="again"><button class="quiet" data-do="again" data-id="{plain(id)}" '
        f'data-seed="same">Again, same seed</button><button class="quiet" data-do="again" '
        f'data-id="{plain(id)}" data-seed="other">Another seed</button></span></td></tr>'
    )


def _picture(ended: Sequence[KeptRun]) -> str:
    """Bars of the share learned, lines of open and of leading questions; the table says it too."""
    if not ended:
        return ""
    step = (_WIDE - 2 * _MARGIN) / len(ended)
    inside = _HIGH - 2 * _MARGIN
    bars: list[str] = []
    lines: dict[str, list[tuple[float, float]]] = {"open": [], "leading": []}
    for place, kept in enumerate(ended):
        high = kept.measured["learned"] * inside
        width = min(step * 0.6, 40)
        middle = _MARGIN + (place + 0.5) * step
        bars.append(
            f'<rect class="learned" x="{middle - width / 2:.1f}" y="{_HIGH - _MARGIN - high:.1f}" '
            f'width="{width:.1f}" height="{max(high, 1):.1f}"><title>Run {place + 1}: learned '
            f"{kept.measured['learned']:.0%}</title></rect>"
        )
        for key, points in lines.items():
            points.append((middle, _HIGH - _MARGIN - kept.measured[key] * inside))
    drawn = "".join(
        f'<g class="{key}"><polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
        + "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"><title>Run {place}: {key} questions '
            f"{ended[place - 1].measured[key]:.0%}</title></circle>"
            for place, (x, y) in enumerate(points, start=1)
        )
        + "</g>"
        for key, points in lines.items()
    )
    return (
        f'<figure class="desk-picture"><svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="Shares run '
        f'by run; the table below has the numbers"><path class="floor" d="M{_MARGIN} {_HIGH - _MARGIN}H'
        f'{_WIDE - _MARGIN}"/>{"".join(bars)}{drawn}</svg><figcaption class="hint">'
        '<span class="desk-key learned">learned</span> <span class="desk-key open">open questions</span> '
        '<span class="desk-key leading">leading questions</span></figcaption></figure>'
    )
