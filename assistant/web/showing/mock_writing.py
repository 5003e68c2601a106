"""Scenarios of one's own: the list of them, and the frame of one with its check beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assistant.mock import Mistake
from assistant.mock.own_scenarios import LONGEST_TITLE, Kept
from assistant.store import ContentSummary
from assistant.web.showing import mock_writing_form
from assistant.web.showing.conversations import when
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

ELSEWHERE = '<div class="writing" data-view=""></div>'
"""Where the page is not in this view; the page's script sends its events from there."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list; ``mistakes`` counts what keeps it from being played."""

    summary: ContentSummary
    mistakes: int


def listing(found: Sequence[Listed], supplied: Iterable[tuple[str, str]], now: datetime, deleted: str) -> str:
    """The scenarios of one's own and the ways to begin one; ``supplied`` are ids and titles to copy."""
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Scenario deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    options = "".join(f'<option value="{plain(id)}">{plain(title)}</option>' for id, title in supplied)
    lines = "".join(_line(each, now) for each in found)
    empty = (
        '<p class="empty-line">You have written none yet. A copy of a supplied one shows best how one is '
        "made.</p>"
    )
    listed = f'<ul class="own-list">{lines}</ul>' if found else empty
    return f"""<div class="writing" data-view="list">
<header class="writing-head"><div class="welcome"><h2 tabindex="-1">Scenarios of your own</h2>
<p>Write a subject for your trainees: what he tells, what he keeps back, and what opens it.</p></div>
<button class="quiet" data-q="leave">Back to mock debriefs</button></header>
<p class="wrong" data-wrong role="alert"></p>
<div class="writing-begin"><form data-do="begin"><label for="new-scenario">An empty one</label><div><input
id="new-scenario" name="title" required maxlength="{LONGEST_TITLE}" autocomplete="off" dir="auto"
placeholder="Its title"><button type="submit" class="take"><span>Begin</span></button></div></form>
<form data-do="copy"><label for="copied-scenario">A copy of a supplied one</label><div><select
id="copied-scenario" name="id">{options}</select><button type="submit" class="take"><span>Copy</span></button>
</div></form><div class="from-file"><span id="from-file">A file that you have</span><div><label class="take
bring"><span>Choose a YAML file</span><input type="file" accept=".yaml,.yml" data-bring
aria-labelledby="from-file"></label></div></div></div>{undo}{listed}</div>"""


def _line(each: Listed, now: datetime) -> str:
    id, title = plain(each.summary.id), plain(each.summary.title)
    stands = "can be played"
    if each.mistakes:
        stands = f"{each.mistakes} {'thing' if each.mistakes == 1 else 'things'} to mend"
    return f"""<li data-id="{id}"><button class="open" data-do="open" data-id="{id}" dir="auto"><span
class="title">{title}</span><span class="when">{stands} · {when(each.summary.changed, now)}</span></button>
<button class="quiet" data-do="file" data-id="{id}" aria-label="Export “{title}” as a YAML
file">Export</button><button class="quiet danger" data-do="remove" data-id="{id}"
aria-label="Delete “{title}”">Delete</button></li>"""


def form(kept: Kept, mistakes: Sequence[Mistake]) -> str:
    """One scenario. The page's script fills the form in from the draft, and saves it by itself."""
    values = {
        "key": kept.key,
        "draft": _data(kept.draft),
        "previous": _data(kept.previous),
        "revision": str(kept.revision),
        "saved": kept.changed.isoformat(),
        "mistakes": _data(as_data(mistakes)),
    }
    attributes = " ".join(f'data-{name}="{plain(value)}"' for name, value in values.items())
    return f"""<div class="writing" data-view="form" {attributes}>
<header class="writing-head"><div><h2 tabindex="-1" dir="auto" data-title></h2><p class="hint"><span
data-saved-at></span> <span data-undone role="status"></span></p></div><div class="writing-acts">
<button class="quiet" data-q="undo" disabled>{icon("undo")}<span>Undo</span></button>
<button class="quiet" data-q="export">Export</button>
<button class="quiet" data-q="list">All scenarios</button>
<button class="primary" data-q="try"><span>Try him</span></button></div></header>
<p class="wrong" data-wrong role="alert"></p><div class="conflict" data-conflict hidden><button class="take"
data-q="keep-mine"><span>Keep what stands here</span></button><button class="take" data-q="take-theirs"><span>
Take that one</span></button></div>
<div class="writing-columns"><form class="writing-form" novalidate
autocomplete="off">{mock_writing_form.parts()}</form>
<aside class="writing-check" aria-label="Check"><details open><summary><h3>Check <span class="count"
data-check-count role="status"></span></h3></summary><div data-check></div>
<section class="reading-aloud"><h3>Reading it aloud</h3><p class="hint">Each way of asking is put to him as
if it did not stand there. Those that bring another fact are named. It takes some seconds.</p>
<button type="button" class="take" data-q="read-aloud"><span>Read it aloud</span></button>
<div data-read role="status"></div></section></details></aside></div>{mock_writing_form.templates()}</div>"""


def as_data(mistakes: Sequence[Mistake]) -> list[dict[str, str]]:
    """Mistakes as the page's script reads them: a path, and a whole sentence."""
    return [{"path": each.path, "says": f"{each.says[:1].upper()}{each.says[1:]}."} for each in mistakes]


def gone(says: str) -> str:
    """In place of a scenario that cannot be shown."""
    return (
        f'<div class="writing" data-view="gone"><div class="empty"><p class="empty-title">{plain(says)}</p>'
        '<p><button class="chip" data-do="go" data-view="list">All scenarios</button></p></div></div>'
    )


def _data(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
