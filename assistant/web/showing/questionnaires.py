"""The list of kept plans, and what is said of a file just brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assistant.store import ContentSummary, PlanSummary
from assistant.web.showing.conversations import when
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

SAYS = '<p id="plan-says" class="wrong" role="alert"></p>'
"""Where an error is said that has no place of its own."""


def kept(found: Sequence[PlanSummary], current: str, now: datetime, deleted: str = "") -> str:
    """The list; ``deleted`` is the id of a plan whose deletion can be undone here."""
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Plan deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    lines = "".join(kept_line(each, each.id == current, now) for each in found)
    listed = (
        f'<ul class="conversations">{lines}</ul>'
        if found
        else '<p class="empty-line">Your plans will be listed here.</p>'
    )
    return (
        '<div class="kept-plans"><button class="new-plan" data-do="go" data-view="home">New plan</button>'
        f"{undo}{listed}</div>"
    )


def kept_line(each: PlanSummary | ContentSummary, current: bool, now: datetime) -> str:
    """A line of a list of what is kept: to open, to rename, to delete."""
    title = plain(each.title)
    id = plain(each.id)
    here = ' aria-current="true"' if current else ""
    return f"""<li{' class="current"' if current else ""}><button class="open" data-do="open"
data-id="{id}"{here} dir="auto"><span class="title">{title}</span>
<span class="when">{when(each.changed, now)}</span></button>
<details class="menu"><summary aria-label="Rename or delete “{title}”">{icon("more")}</summary>
<form data-do="rename" data-id="{id}">
<label>Title <input name="title" value="{title}" maxlength="200" required></label>
<div class="actions"><button type="submit" class="quiet">Rename</button><button type="button"
class="quiet danger" data-do="remove" data-id="{id}">Delete</button></div></form></details></li>"""


def notice(head: str, lines: Sequence[str]) -> str:
    """Something to know that stays until it is put away."""
    if not head:
        return ""
    listed = "".join(f"<li>{plain(line)}</li>" for line in lines)
    return (
        f'<div class="notice" role="status">{icon("warning")}<div><p>{plain(head)}</p>'
        f"{f'<ul>{listed}</ul>' if lines else ''}</div>"
        '<button class="quiet" data-do="put_away" aria-label="Put this away">'
        + icon("close")
        + "</button></div>"
    )


def gone(says: str) -> str:
    """In place of a plan that cannot be shown."""
    return (
        f'<div class="plan-view" data-view="gone"><div class="empty"><p class="empty-title">{plain(says)}</p>'
        '<p><button class="chip" data-do="go" data-view="home">All plans</button></p></div></div>'
    )


def view(page: str, plan: str, name: str) -> str:
    """A view of a plan, marked so that the page's script knows what it looks at."""
    return f'<div class="plan-view" data-view="{plain(name)}" data-plan="{plain(plan)}">{page}</div>'
