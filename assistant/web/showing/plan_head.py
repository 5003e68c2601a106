"""What stands over a plan: its title, the time it takes, and the ways to look at it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.questionnaires import Plan, Section
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

VIEWS = {
    "plan": "Plan",
    "brief": "Brief",
    "left": "Left for later",
    "coverage": "Coverage",
    "versions": "Versions",
    "files": "Files",
    "subject": "Subject",
}

_CURRENT = ' aria-current="page"'


def title(plan: Plan) -> str:
    """The title, to be changed in its place."""
    questions = sum(len(section.questions) for section in plan.sections)
    facts = (
        f"{questions} {'question' if questions == 1 else 'questions'}",
        f"{plan.minutes:,} minutes in {plan.sessions} sessions" if plan.sessions > 1 else "one session",
        f"{len(plan.agencies)} {'agency' if len(plan.agencies) == 1 else 'agencies'}",
    )
    return f"""<div class="plan-title"><div class="titled"><h2 dir="auto">{plain(plan.title)}</h2>
<button class="quiet" data-q="rename" aria-label="Rename this plan" title="Rename">{icon("edit")}</button>
</div><form class="rename" data-do="retitle" hidden><label class="sr-only" for="plan-new-title">Title</label>
<input id="plan-new-title" name="title" value="{plain(plan.title)}" maxlength="200" required dir="auto">
<button type="submit" class="quiet">Rename</button>
<button type="button" class="quiet" data-q="keep-title">Cancel</button></form>
<p class="about">{"".join(f"<span>{fact}</span>" for fact in facts)}</p>
<button class="quiet all-plans" data-do="go" data-view="home">All plans</button></div>"""


def bar(plan: Plan, view: str, undo: str) -> str:
    """The time of each session, and the ways to look. ``undo`` is what would be undone, "" for nothing."""
    views = "".join(
        f'<button data-do="go" data-view="{key}" data-name="{name}"{_CURRENT if key == view else ""}>{name}'
        f"{f' <small>{len(plan.left_for_later)}</small>' if key == 'left' else ''}</button>"
        for key, name in VIEWS.items()
    )
    back = (
        f'<button class="quiet undo-last" data-do="undo" title="{plain(undo)}">{icon("undo")}'
        "<span>Undo</span></button>"
        if undo
        else f'<button class="quiet undo-last" disabled>{icon("undo")}<span>Undo</span></button>'
    )
    sessions = "".join(
        _session(list(sections), number, plan.minutes / plan.sessions, plan.sessions)
        for number, sections in groupby(plan.sections, key=lambda section: section.session)
    )
    return (
        f'<div class="plan-bar"><div class="times">{sessions}</div><div class="views-row">'
        f'<nav class="views" aria-label="Ways to look at the plan">{views}</nav>{back}</div></div>'
    )


def _session(sections: Sequence[Section], number: int, there_is: float, sessions: int) -> str:
    used = sum(section.minutes + section.break_after for section in sections)
    over = used - there_is
    whole = max(used, there_is)
    parts = []
    for section in sections:
        if section.minutes:
            parts.append(
                _stretch("part", section.minutes, whole, f"{section.title}: {section.minutes:g} min")
            )
        if section.break_after:
            parts.append(_stretch("rest", section.break_after, whole, f"Rest: {section.break_after} min"))
    too_long = over >= 0.5
    if too_long:
        parts.append(f'<span class="over" style="left:{100 * there_is / whole:.2f}%"></span>')
    name = f"Session {number}" if sessions > 1 else "Minutes"
    says = f"{used:.4g} of {there_is:.4g}" + (f", {over:.3g} too many" if too_long else "")
    return (
        f'<div class="time{" too-long" if too_long else ""}"><p><span>{name}</span> <b>{says}</b></p>'
        f'<div class="minutes" role="img" aria-label="{name}: {says}">{"".join(parts)}</div></div>'
    )


def _stretch(kind: str, minutes: float, whole: float, says: str) -> str:
    return f'<span class="{kind}" style="width:{100 * minutes / whole:.2f}%" title="{plain(says)}"></span>'
