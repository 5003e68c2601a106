"""What he said, by topic and session, and the files that a check can be had as."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.bona_fides import Checked, Claim
from assistant.bona_fides.exports import FORMATS
from assistant.knowledge import day_in_words
from assistant.web.showing.escaping import plain, sentence

SHOWN = 60
"""Statements of one topic and session on the page; the files have all."""

_FOR_WHAT = {
    "md": "to read and to paste",
    "docx": "to print, with room for the answers",
    "pdf": "to print, with room for the answers",
    "json": "for other programs",
    "csv": "for a spreadsheet, one row a point",
}


def claims(checked: Checked) -> str:
    """Topic by topic what was said in which session; a click leads to the words."""
    if not checked.claims:
        return (
            '<div class="empty"><p class="empty-title">No statements were read</p>'
            "<p>See under “Sessions” whether the subject is marked as such.</p></div>"
        )
    topics: dict[str, list[Claim]] = {}
    for each in checked.claims:
        topics.setdefault(each.topic or "other", []).append(each)
    heads = [(each.file, day_in_words(each.date) if each.date else each.file) for each in checked.transcripts]
    counted = f"{len(checked.claims):,} {'statement' if len(checked.claims) == 1 else 'statements'}"
    named = f"{len(topics)} {'topic' if len(topics) == 1 else 'topics'}"
    confirmed = (
        " Those marked “confirmed” were in the question, and he said yes to them."
        if any(each.supplied for each in checked.claims)
        else ""
    )
    # What has no topic comes last.
    ordered = sorted(topics.items(), key=lambda topic: topic[0] == "other")
    return f'<p class="count" role="status">{counted} in {named}.{confirmed}</p>' + "".join(
        _topic(name, said, heads) for name, said in ordered
    )


def _topic(name: str, said: Sequence[Claim], heads: Sequence[tuple[str, str]]) -> str:
    cells, columns = [], []
    for file, head in heads:
        of_it = [each for each in said if each.file == file]
        lines = "".join(_claim(each) for each in of_it[:SHOWN])
        more = (
            f'<li class="hint">{len(of_it) - SHOWN:,} more are in the files</li>'
            if len(of_it) > SHOWN
            else ""
        )
        empty = "" if of_it else ' class="nothing"'
        cells.append(
            f'<td data-label="{plain(head)}"{empty}>{f"<ul>{lines}{more}</ul>" if of_it else "–"}</td>'
        )
        columns.append(f'<th scope="col" dir="auto">{plain(head)}</th>')
    return (
        f'<details class="topic" data-keep="topic {plain(name)}"><summary><h3 dir="auto">'
        f"{plain(sentence(name))} <small>{len(said)}</small></h3></summary>"
        f'<table class="claims"><thead><tr>{"".join(columns)}</tr></thead>'
        f"<tbody><tr>{''.join(cells)}</tr></tbody></table></details>"
    )


def _claim(each: Claim) -> str:
    marks = [
        name
        for name, holds in (("denied", each.denied), ("not sure", each.hedged), ("confirmed", each.supplied))
        if holds
    ]
    who = "" if each.who == "I" else f'<b dir="auto">{plain(each.who)}</b> '
    tags = "".join(f' <span class="tag">{mark}</span>' for mark in marks)
    return (
        f'<li{" class=denied" if each.denied else ""}><button data-do="show" data-file="{plain(each.file)}" '
        f'data-turn="{each.turn}" data-words="{plain(each.words)}" title="{plain(each.place)}" dir="auto">'
        f"{who}{plain(each.words)}</button>{tags}</li>"
    )


def files() -> str:
    """The kinds of files, one button each."""
    each = "".join(
        f'<button class="begin" data-do="file" data-format="{key}"><b>{plain(format.name)}</b>'
        f"<span>{_FOR_WHAT.get(key, '')}</span></button>"
        for key, format in FORMATS.items()
    )
    return f'<div class="beginnings files">{each}</div><p class="wrong" data-wrong="file" role="alert"></p>'
