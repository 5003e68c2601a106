"""The trainer's seat: a run that goes on, how the subject is at this moment, and what can be slipped in.

None of this is shown to the trainee before the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge import Library
from assistant.mock import STATES, Change, Run, Scenario, Turn, learned
from assistant.mock.kept import KeptRun
from assistant.web.showing.citations import refs
from assistant.web.showing.escaping import plain, sentence
from assistant.web.showing.mock_room import talk


def title(name: str, kept: KeptRun) -> str:
    return (
        f'<div class="mock-title"><div><h2 tabindex="-1" dir="auto">{plain(name)}</h2>'
        f'<div class="mock-clock">Trainer’s seat · <span dir="auto">{plain(kept.trainee)}</span> does not '
        'see what stands beside</div></div><div class="mock-acts">'
        '<button class="quiet" data-do="go" data-view="desk">'
        "Trainer’s desk</button></div></div>"
    )


def watched(id: str, kept: KeptRun, run: Run) -> str:
    """The talk, as the trainee has it."""
    return (
        f'<div class="mock-view mock-watch" data-view="watch" data-run="{plain(id)}" '
        f'data-mark="{plain(kept.mark)}">{talk(kept, run)}</div>'
    )


def now(id: str, kept: KeptRun, run: Run, library: Library) -> str:
    """How he is, what is out, what may be slipped in."""
    last = f"after line {len(run.turns)}" if run.turns else "as he came in"
    bars = "".join(_bar(key, run, library) for key in STATES)
    return (
        f'<div class="watch-now" tabindex="-1"><section><h3>How he is <small>{last}</small></h3>'
        f'<ul class="states">{bars}</ul>'
        f"</section><section><h3>Slip in</h3>{_events(id, kept, run.scenario)}</section>"
        f"<section><h3>What is out</h3>{_out(run)}</section></div>"
    )


def _bar(key: str, run: Run, library: Library) -> str:
    value = getattr(run.turns[-1].reply.state, key) if run.turns else run.scenario.state[key]
    name = sentence(key.replace("_", "-"))
    found = _last_change(run.turns, key)
    moved = ""
    if found is not None:
        turn, change = found
        paragraph = refs([change.paragraph], library) if change.paragraph else ""
        by = f"{change.by[key]:+.1f} at line {turn.number}"
        moved = f'<p class="moved">{by}: {plain(change.why)} {paragraph}</p>'
    return (
        f'<li class="state-now" data-state="{key}"><p class="bar-head"><b>{name}</b>'
        f'<span class="figure">{value:.1f}</span></p><div class="share" role="img" '
        f'aria-label="{name}: {value:.1f} of 10"><span style="width:{value / 10:.1%}"></span></div>'
        f"{moved}</li>"
    )


def _last_change(turns: Sequence[Turn], key: str) -> tuple[Turn, Change] | None:
    changes = ((turn, change) for turn in reversed(turns) for change in reversed(turn.reply.changes))
    return next((each for each in changes if each[1].by.get(key)), None)


def _events(id: str, kept: KeptRun, scenario: Scenario) -> str:
    if not scenario.events:
        return '<p class="empty-line">This scenario has no events.</p>'
    came = {line.event: f"before line {number}" for number, line in enumerate(kept.lines, start=1)}
    came |= {kept.slipped: "slipped in: it stands before the next line"}
    items = []
    for each in scenario.events:
        says = f"<b>{plain(each.title)}</b><span>{plain(each.says)}</span>"
        if each.id in kept.events:
            items.append(f'<li class="event came-in">{says}<small>{came[each.id]}</small></li>')
            continue
        stands_still = " disabled" if kept.slipped or kept.ended else ""
        items.append(
            f'<li><button class="event" data-do="alter" data-what="slip_in" data-seat="trainer" '
            f'data-run="{plain(id)}" data-event="{plain(each.id)}" data-keep="event"{stands_still}>{says}'
            "</button></li>"
        )
    waits = '<p class="hint">One at a time: the next when he has answered.</p>' if kept.slipped else ""
    return f'<ul class="slips">{"".join(items)}</ul>{waits}'


def _out(run: Run) -> str:
    told = {id: turn.number for turn in run.turns for id in turn.reply.released}
    rows = []
    for each in learned(run):
        facts = "".join(
            f"<li>{plain(run.scenario.fact(id).about)} <small>line {told[id]}</small></li>"
            for id in sorted((*each.volunteered, *each.drawn_out), key=lambda id: told[id])
        )
        rows.append(
            f'<li class="out"><p class="bar-head"><b>{plain(each.title)}</b><span class="figure">'
            f'{each.learned} of {each.of}</span></p><div class="share" role="img" '
            f'aria-label="{each.learned} of {each.of} by weight"><span '
            f'style="width:{each.learned / max(1, each.of):.1%}"></span></div>'
            f"{f'<ul>{facts}</ul>' if facts else ''}</li>"
        )
    return f'<ul class="outs">{"".join(rows)}</ul>'
