"""The table of duties: who must do what, when, by which paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.knowledge import stems
from assistant.policy import DutyRow
from assistant.web.showing.citations import force_tag, standing_tag
from assistant.web.showing.escaping import plain

_MODAL_CLASSES = {
    "must": "must",
    "must not": "must-not",
    "should": "should",
    "should not": "should-not",
    "may": "may",
}


def table(rows: Sequence[DutyRow], as_of: date | None, words: str = "") -> str:
    """The rows; the words searched for are marked in them, in whatever form they stand there."""
    if not rows:
        return (
            '<div class="empty"><p class="empty-title">No duty fits</p>'
            "<p>Take one of the filters away, or choose another date.</p></div>"
        )
    wanted = set(stems(words))
    count = f"{len(rows)} {'duty' if len(rows) == 1 else 'duties'}"
    body = "".join(_row(row, as_of, wanted) for row in rows)
    return f"""<p class="count" role="status">{count}</p>
<table class="duties"><thead><tr><th scope="col">Who</th><th scope="col">Must, may or should</th>
<th scope="col">When</th><th scope="col">By which words</th></tr></thead><tbody>{body}</tbody></table>"""


def _row(row: DutyRow, as_of: date | None, wanted: set[str]) -> str:
    duty, document = row.duty, row.document
    covered = duty.deadline.lower() in duty.condition.lower()
    parts = [duty.condition, "" if covered else duty.deadline]
    when = _marked("; ".join(part for part in parts if part), wanted)
    name = f"{document.short_title}, {duty.paragraph.partition('#')[2]}"
    modal = f'<span class="modal {_MODAL_CLASSES[duty.modal]}">{plain(duty.modal)}</span>'
    return f"""<tr><th scope="row" data-label="Who">{_marked(duty.actor, wanted)}</th>
<td data-label="What">{modal} {_marked(duty.act, wanted)}</td>
<td data-label="When">{when or '<span class="none">no time set</span>'}</td>
<td data-label="By"><blockquote>{_marked(duty.quote, wanted)}</blockquote>
<div class="cite">
<button class="to-paragraph" data-do="read" data-id="{plain(duty.paragraph)}">{plain(name)}</button>
<span class="issuer">{plain(document.issuer)} · {plain(document.dated)}</span>
{force_tag(document.force)} {standing_tag(document, as_of)}</div></td></tr>"""


def _marked(text: str, wanted: set[str]) -> str:
    parts = re.split(r"(\w+)", text) if wanted else [text]
    return "".join(
        f"<mark>{plain(part)}</mark>" if wanted & set(stems(part)) else plain(part) for part in parts
    )
