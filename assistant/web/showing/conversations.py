"""The list of conversations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from assistant.store import ConversationSummary
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon


def listing(
    found: Sequence[ConversationSummary], current: str, now: datetime, search: str = "", deleted: str = ""
) -> str:
    """The list; ``deleted`` is the id of a conversation whose deletion can be undone here."""
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Conversation deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    if not found:
        says = (
            "No conversation has these words."
            if search.strip()
            else "Your conversations will be listed here."
        )
        return f'{undo}<p class="empty-line">{says}</p>'
    items = "".join(_item(each, each.id == current, now) for each in found)
    return f'{undo}<ul class="conversations">{items}</ul>'


def _item(each: ConversationSummary, current: bool, now: datetime) -> str:
    title = plain(each.title)
    here = ' aria-current="true"' if current else ""
    return f"""<li{' class="current"' if current else ""}><button class="open" data-do="open"
data-id="{plain(each.id)}"{here} dir="auto"><span class="title">{title}</span><span
class="when">{when(each.changed, now)}</span></button>
<details class="menu"><summary aria-label="Rename or delete “{title}”">{icon("more")}</summary>
<form data-do="rename" data-id="{plain(each.id)}">
<label>Title <input name="title" value="{title}" maxlength="200" required></label>
<div class="actions"><button type="submit" class="quiet">Rename</button><button type="button"
class="quiet danger" data-do="remove" data-id="{plain(each.id)}">Delete</button></div></form></details>
</li>"""


def when(then: datetime, now: datetime) -> str:
    """How long ago, roughly; a date from a week on."""
    seconds = (now - then).total_seconds()
    if seconds < 90:
        return "just now"
    if seconds < 3600:
        return f"{round(seconds / 60)} min ago"
    if seconds < 86400:
        hours = round(seconds / 3600)
        return f"{hours} h ago"
    if seconds < 7 * 86400:
        days = int(seconds // 86400)
        return "yesterday" if days == 1 else f"{days} days ago"
    return f"{then.day} {then:%b %Y}"
