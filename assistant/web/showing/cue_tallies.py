"""How the cues do, over all notebooks: a folded table at the foot of the notebook's tab."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.handling import CueTally
from assistant.web.showing.escaping import plain

WORDS_SHOWN = 5
"""Of a cue's wrong reminders so many on the page; the file has all."""


def folded() -> str:
    """What is there before anybody asks: counting hears every line of every notebook."""
    return (
        '<details class="cue-tallies"><summary>How the cues do</summary>'
        '<p class="hint" role="status">Counting …</p></details>'
    )


def tallies(found: Sequence[CueTally]) -> str:
    """The table, unfolded."""
    if not found:
        body = '<p class="hint">No reminder was raised in any notebook yet.</p>'
    else:
        rows = "".join(map(_row, found))
        heads = "".join(
            f'<th scope="col">{name}</th>'
            for name in ("Cue", "Raised", "Done", "Not now", "Wrong", "Words of the wrong ones")
        )
        body = (
            '<p class="hint">Over all notebooks. A cue that is often wrong reminds of what is not there. '
            '<button class="quiet" data-do="file" data-format="csv">Take it along as CSV</button></p>'
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )
    return (
        '<details class="cue-tallies" open><summary>How the cues do</summary>'
        f'<div class="tallies">{body}</div></details>'
    )


def _row(each: CueTally) -> str:
    words = "".join(f'<li><q dir="auto">{plain(words)}</q></li>' for words in each.words[:WORDS_SHOWN])
    more = len(each.words) - WORDS_SHOWN
    words += f'<li class="hint">and {more:,} more</li>' if more > 0 else ""
    counts = zip(
        ("Raised", "Done", "Not now", "Wrong"),
        (each.raised, each.done, each.not_now, each.wrong),
        strict=True,
    )
    cells = "".join(f'<td data-label="{name}">{count:,}</td>' for name, count in counts)
    return (
        f'<tr data-cue="{plain(each.cue)}"><th scope="row">{plain(each.name)}</th>{cells}'
        f'<td data-label="Words of the wrong ones">{f"<ul>{words}</ul>" if words else "–"}</td></tr>'
    )
