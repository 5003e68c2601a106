"""What a plan covers, how it became what it is, and the files it can be had as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from assistant.questionnaires import Agency, Change, Covered
from assistant.questionnaires.exports import FORMATS
from assistant.store import PlanVersion
from assistant.web.showing.conversations import when
from assistant.web.showing.escaping import plain

_FOR_WHAT = {
    "md": "to read and to paste",
    "docx": "to print, with room for his answers",
    "pdf": "to print, with room for his answers",
    "json": "to bring back here without loss",
    "xlsform": "for KoboToolbox and ODK",
    "surveyjs": "for a web form",
}

_CHANGES = {
    "added": "Added",
    "dropped": "Dropped",
    "reworded": "Reworded",
    "moved": "Moved",
    "more or less time": "More or less time",
    "asked by others": "Asked by others",
}

_NOTHING = ' class="nothing"'


def coverage(
    rows: Sequence[Covered], agencies: Mapping[str, Agency], numbers: Mapping[str, str], suggests: bool
) -> str:
    """Requirement by requirement: what asks for it, or why nothing does; ``suggests`` if a model can."""
    if not rows:
        return (
            '<div class="empty"><p class="empty-title">No agency is in this plan</p>'
            "<p>Choose agencies under “Subject” and build it anew.</p></div>"
        )
    parts = []
    for id, group in groupby(rows, key=lambda row: row.agency):
        of_it = list(group)
        served = sum(bool(row.asked) for row in of_it)
        name = agencies[id].name if id in agencies else id
        body = "".join(_covered(row, numbers, suggests) for row in of_it)
        parts.append(
            f'<tbody><tr class="of-agency"><th colspan="4" scope="rowgroup">{plain(name)} '
            f"<small>{served} of {len(of_it)} asked for</small></th></tr>{body}</tbody>"
        )
    asked = sum(bool(row.asked) for row in rows)
    return (
        f'<p class="count" role="status">{asked} of {len(rows)} requirements are asked for.</p>'
        '<table class="coverage"><thead><tr><th scope="col">Requirement</th>'
        '<th scope="col">What is needed</th><th scope="col">Questions</th>'
        f'<th scope="col">How it stands</th></tr></thead>{"".join(parts)}</table>'
    )


def _covered(row: Covered, numbers: Mapping[str, str], suggests: bool) -> str:
    asked = " ".join(
        f'<button class="ref" data-do="go" data-view="plan" data-focus="{plain(id)}">{numbers[id]}</button>'
        for id in row.asked
        if id in numbers
    )
    suggest = (
        f'<button class="quiet" data-do="suggest" data-agency="{plain(row.agency)}" '
        f'data-requirement="{plain(row.requirement)}" '
        f'aria-label="Suggest questions for {plain(row.requirement)}">Suggest questions</button>'
        if suggests and not row.for_others
        else ""
    )
    standing = "asked-for" if row.asked else "left-over" if row.left else "not-for-him"
    return (
        f'<tr class="{standing}"><th scope="row" data-label="Requirement">{plain(row.requirement)}</th>'
        f'<td data-label="What is needed">{plain(row.needs)}</td>'
        f'<td data-label="Questions"{"" if asked else _NOTHING}>{asked or "–"}</td>'
        f'<td data-label="How it stands">{plain(row.says)} {suggest}</td></tr>'
    )


def versions(
    found: Sequence[PlanVersion], now: datetime, compared: tuple[int, int] | None = None, shown: str = ""
) -> str:
    """The versions, newest first; ``shown`` is what differs between the two ``compared``."""
    newest = found[0].number
    older, newer = compared or (found[-1].number, newest)
    choose = (
        '<form class="compare" data-do="compare"><label>From '
        f'<select name="old">{_options(found, older)}</select></label> <label>to '
        f'<select name="new">{_options(found, newer)}</select></label>'
        '<button type="submit" class="take">Compare</button></form>'
        if len(found) > 1
        else '<p class="empty-line">Every change makes a version. Two of them can be compared here.</p>'
    )
    items = "".join(_version(each, each.number == newest, now) for each in found)
    return f'{choose}<div class="differences" role="status">{shown}</div><ol class="versions">{items}</ol>'


def differences(changes: Sequence[Change], wordings: Mapping[str, str]) -> str:
    """What changed, kind by kind, in both wordings; ``wordings`` are those of the newer plan, by id."""
    if not changes:
        return '<p class="empty-line">Both versions ask the same. Notes and locks are not compared.</p>'
    parts = []
    for kind, name in _CHANGES.items():
        of_it = [change for change in changes if change.kind == kind]
        if of_it:
            lines = "".join(
                f'<li><span class="id-of">{plain(change.id)}</span><div>{_both(change, wordings)}</div></li>'
                for change in of_it
            )
            parts.append(f"<section><h4>{name} <small>{len(of_it)}</small></h4><ul>{lines}</ul></section>")
    return "".join(parts)


def _both(change: Change, wordings: Mapping[str, str]) -> str:
    if change.kind not in ("added", "dropped", "reworded"):
        return (
            f'<p dir="auto">{plain(wordings.get(change.id, ""))}</p>'
            f'<p class="from-to">{plain(change.before or "nobody")} → {plain(change.after or "nobody")}</p>'
        )
    before = f'<del dir="auto">{plain(change.before)}</del>' if change.before else ""
    after = f'<ins dir="auto">{plain(change.after)}</ins>' if change.after else ""
    return before + after


def _options(found: Sequence[PlanVersion], chosen: int) -> str:
    return "".join(
        f'<option value="{each.number}"{" selected" if each.number == chosen else ""}>'
        f"{each.number}. {plain((each.name or each.note)[:80])}</option>"
        for each in found
    )


def _version(each: PlanVersion, newest: bool, now: datetime) -> str:
    name = f'<b dir="auto">{plain(each.name)}</b> ' if each.name else ""
    back = (
        '<span class="now">now</span>'
        if newest
        else f'<button class="quiet" data-do="return_to" data-number="{each.number}">Return to it</button>'
    )
    return (
        f'<li><span class="place-of">{each.number}</span>'
        f'<div class="said-of"><p dir="auto">{name}{plain(each.note)}</p>'
        f'<p class="when">{when(each.made, now)}</p></div>'
        f'<form class="naming" data-do="name_version" data-number="{each.number}"><input name="name" '
        f'value="{plain(each.name)}" maxlength="80" placeholder="Name it" dir="auto" '
        f'aria-label="Name of version {each.number}">'
        f'<button type="submit" class="quiet">Keep name</button></form>{back}</li>'
    )


def files() -> str:
    """The kinds of files, one button each."""
    each = "".join(
        f'<button class="begin" data-do="file" data-format="{key}"><b>{plain(format.name)}</b>'
        f"<span>{_FOR_WHAT.get(key, '')}</span></button>"
        for key, format in FORMATS.items()
    )
    return f'<div class="beginnings files">{each}</div><p class="wrong" data-wrong="file" role="alert"></p>'
