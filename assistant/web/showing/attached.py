"""The button that attaches sessions to the conversation, and what was attached."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon
from assistant.web.showing.transcripts import ENDINGS

CHECKS = "Check these sessions"


def button() -> str:
    return (
        f'<label class="attach" title="Attach transcripts of sessions">{icon("attach")}'
        '<span class="sr-only">Attach transcripts of sessions</span>'
        f'<input type="file" class="sr-only" data-attach multiple accept="{ENDINGS}"></label>'
    )


def attached(title: str, refused: Sequence[str]) -> str:
    """What was brought, and what to ask of it; a sentence for each file that was left out."""
    brought = (
        f"<p>Brought: <b>{plain(title)}</b>. Ask what he said, or have it checked. "
        "It is kept under “Transcripts”.</p>"
        f'<p class="chips"><button class="chip" data-do="ask" data-question="{CHECKS}">{CHECKS}</button></p>'
        if title
        else ""
    )
    left_out = "".join(f"<li>{plain(each)}</li>" for each in refused)
    return (
        f'<div class="notice" role="status">{icon("attach" if title else "warning")}<div>{brought}'
        f"{f'<ul>{left_out}</ul>' if left_out else ''}</div>"
        f'<button class="quiet" data-do="put_away" aria-label="Put this away">{icon("close")}</button></div>'
    )
