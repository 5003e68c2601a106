"""The documents that a user added, and what came of files just brought."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge import day_in_words
from assistant.store import AddedDocumentSummary
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon


def listing(kept: Sequence[AddedDocumentSummary], removed: str = "") -> str:
    undo = ""
    if removed:
        undo = (
            '<div class="undo" role="status"><span>Document removed.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(removed)}">Undo</button></div>'
        )
    if not kept:
        return (
            f'{undo}<div class="empty"><p class="empty-title">No documents of yours yet</p>'
            "<p>Add text, Markdown, PDF or Word files: they are searched together with the four directives, "
            "and stay on this machine.</p></div>"
        )
    items = "".join(_item(each) for each in kept)
    return f'{undo}<ul class="own-documents">{items}</ul>'


def _item(each: AddedDocumentSummary) -> str:
    issued = f"issued {day_in_words(each.issued)}" if each.issued else "undated"
    counted = f"{each.paragraphs:,} {'paragraph' if each.paragraphs == 1 else 'paragraphs'}"
    id = plain(each.id)
    return (
        f'<li>{icon("page")}<div><p class="title" dir="auto">{plain(each.title)}</p><p class="issuer">'
        f"{plain(each.file_name)} · {counted} · {issued} · added {day_in_words(each.added.date())}</p></div>"
        f'<button class="quiet" data-do="read" data-id="{id}">Read</button>'
        f'<button class="quiet danger" data-do="remove" data-id="{id}" aria-label="Remove '
        f'{plain(each.title)}">'
        "Remove</button></li>"
    )


def progress(done: int, total: int, name: str) -> str:
    return (
        f'<div class="progress" role="status"><progress max="{total}" value="{done}"></progress>'
        f"<span>Reading {plain(name)} ({done + 1} of {total})</span></div>"
    )


def outcome(added: Sequence[str], refused: Sequence[str]) -> str:
    """A line a file: what was added, and one sentence for each file that could not be."""
    lines = [f'<li class="good">{icon("answered")}<span>{plain(each)}</span></li>' for each in added]
    lines += [f'<li class="bad">{icon("warning")}<span>{plain(each)}</span></li>' for each in refused]
    return f'<ul class="outcome" role="status">{"".join(lines)}</ul>' if lines else ""
