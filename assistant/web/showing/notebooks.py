"""The list of kept notebooks, what an empty tab shows, and a notebook's lines with the box to write in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from assistant.handling import Notebook, NotedLine, Role, Session
from assistant.knowledge import find_quote
from assistant.store import ContentSummary
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon
from assistant.web.showing.questionnaires import kept_line

SAYS = '<p id="notebook-says" class="wrong" role="alert"></p>'
"""Where an error is said that has no place of its own."""

AT_ONCE = 300
"""Lines on the page: the last ones, the rest at a click."""

NAMES: Mapping[Role, str] = {"handler": "Handler", "subject": "Subject", "note": "Note"}


def kept(found: Sequence[ContentSummary], current: str, now: datetime, deleted: str = "") -> str:
    """The list; ``deleted`` is the id of a notebook whose deletion can be undone here."""
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Notebook deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    lines = "".join(kept_line(each, each.id == current, now) for each in found)
    listed = (
        f'<ul class="conversations">{lines}</ul>'
        if found
        else '<p class="empty-line">Your notebooks will be listed here.</p>'
    )
    return (
        '<div class="kept-plans"><button class="new-plan" data-do="begin">New notebook</button>'
        f"{undo}{listed}</div>"
    )


def home() -> str:
    """What an empty tab shows."""
    return """<div class="notebook-view notebook-home" data-view="home"><div class="welcome">
<h2>Take it down as it is said</h2>
<p>Type what you and the subject say while the session goes on. The treatment guidance appears beside a line
that calls for it, with the paragraph's own words, and the duties that cannot wait run with a clock.</p>
<div class="beginnings"><button class="begin" data-do="begin"><b>Begin a notebook</b>
<span>What you type is kept on this machine, line by line.</span></button>
<button class="begin" data-do="example"><b>Try it with an example</b>
<span>Twelve lines with an invented clerk.</span></button></div></div></div>"""


def title(name: str, notebook: Notebook, view: str) -> str:
    """The title, to be changed in its place, and what can be done with the whole."""
    other = ("lines", "Back to the lines") if view == "review" else ("review", "Look back")
    return f"""<div class="plan-title"><div class="titled"><h2 dir="auto">{plain(name)}</h2>
<button class="quiet" data-q="rename" aria-label="Rename this notebook" title="Rename">{icon("edit")}</button>
</div><form class="rename" data-do="retitle" hidden>
<label class="sr-only" for="notebook-new-title">Title</label>
<input id="notebook-new-title" name="title" value="{plain(name)}" maxlength="200" required dir="auto">
<button type="submit" class="quiet">Rename</button>
<button type="button" class="quiet" data-q="keep-title">Cancel</button></form>
<div class="notebook-acts"><span class="begun">begun
<span data-since="{notebook.began.isoformat()}"></span> ago</span>
<button class="quiet" data-do="go" data-view="{other[0]}">{other[1]}</button>
<button class="quiet" data-do="file" data-format="text">Text</button>
<button class="quiet all-plans" data-do="go" data-view="home">All notebooks</button></div></div>"""


def lines(
    id: str,
    notebook: Notebook,
    session: Session,
    all: bool = False,
    gone: tuple[NotedLine, int] | None = None,
) -> str:
    """The lines as they were typed, the words that set off a reminder marked.

    ``gone`` is a line that was taken out right now, with the place that it had: it can be put back there.
    """
    first = 0 if all else max(0, len(notebook.lines) - AT_ONCE)
    triggers = {each.line: each.reminder.trigger for each in session.raised}
    shown = [_line(each, triggers.get(each.id, "")) for each in notebook.lines[first:]]
    if gone:
        line, place = gone
        after = notebook.lines[place - 1].id if place else ""
        shown.insert(max(0, place - first), _gone(id, line, after))
    earlier = (
        f'<button class="quiet" data-do="go" data-view="all">{first:,} earlier lines</button>'
        if first
        else ""
    )
    empty = (
        ""
        if notebook.lines or gone
        else '<p class="empty-line nothing-yet">The first line goes into the box below.</p>'
    )
    return (
        f'<div class="notebook-view" data-view="lines" data-notebook="{plain(id)}">{earlier}{empty}'
        f'<ol class="noted" aria-label="Lines of the session">{"".join(shown)}</ol></div>'
    )


def _line(line: NotedLine, trigger: str) -> str:
    return f"""<li class="noted-line by-{line.role}" data-id="{plain(line.id)}" data-role="{line.role}"
tabindex="-1"><p class="who"><b>{NAMES[line.role]}</b> <time datetime="{line.at.isoformat()}"></time></p>
<p class="words" dir="auto">{_marked(line.text, trigger)}</p><div class="acts">
<button class="act" data-q="mend" tabindex="-1" aria-label="Mend this line" title="Mend"
>{icon("edit")}</button>
<button class="act" data-q="take_out" tabindex="-1" aria-label="Take this line out" title="Take out"
>{icon("drop")}</button></div></li>"""


def _marked(words: str, trigger: str) -> str:
    found = find_quote(words, trigger) if trigger else None
    if found is None:
        return plain(words)
    start, end = found
    return f"{plain(words[:start])}<mark>{plain(words[start:end])}</mark>{plain(words[end:])}"


def _gone(id: str, line: NotedLine, after: str) -> str:
    return (
        '<li class="undo" role="status"><span>Line taken out.</span>'
        f'<button class="quiet" data-do="alter" data-what="put_back" data-notebook="{plain(id)}" '
        f'data-id="{plain(line.id)}" data-role="{line.role}" data-at="{line.at.isoformat()}" '
        f'data-after="{plain(after)}" data-text="{plain(line.text)}">Undo</button></li>'
    )


def composer() -> str:
    """The box to write in; the page's script fills it with what was being typed."""
    roles = "".join(
        f'<label><input type="radio" name="role" value="{role}"{" checked" if place == 1 else ""}>'
        f"<span>{name} <kbd>Alt {place}</kbd></span></label>"
        for place, (role, name) in enumerate(NAMES.items(), start=1)
    )
    return f"""<form id="note-form" autocomplete="off" novalidate>
<div class="composer-head"><div class="segments" role="radiogroup" aria-label="Who says it">{roles}</div>
<p class="keys"><kbd>Enter</kbd> adds <kbd>Shift Enter</kbd> new line</p></div>
<div class="composer-row"><textarea name="text" rows="1" maxlength="4000" dir="auto" aria-label="What is said"
placeholder="What you say"></textarea><button type="submit" class="primary"><span>Add</span></button></div>
</form>"""


def gone(says: str) -> str:
    """In place of a notebook that cannot be shown."""
    return (
        f'<div class="notebook-view" data-view="gone"><div class="empty"><p class="empty-title">{plain(says)}'
        '</p><p><button class="chip" data-do="go" data-view="home">All notebooks</button></p></div></div>'
    )
