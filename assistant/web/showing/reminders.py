"""Reminders beside a notebook: the open ones as cards, the newest as a strip, the settled ones folded; and
the duties with their clocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.handling import Cited, Notebook, Outcome, Raised, Session, Standing, Urgency
from assistant.knowledge import Library
from assistant.web.showing.citations import short_name
from assistant.web.showing.escaping import plain

_URGENCIES: Mapping[Urgency, str] = {"now": "Now", "soon": "Soon", "when convenient": "When convenient"}

_ANSWERS: Sequence[tuple[Outcome, str, str]] = (
    ("done", "Done", "d"),
    ("not now", "Not now", "n"),
    ("wrong", "Wrong", "w"),
)

_WAS: Mapping[Outcome, str] = {"done": "Done", "not now": "Not now", "wrong": "Wrong"}

_JUST: Mapping[Outcome, str] = {
    "done": "Marked as done.",
    "not now": "Put off.",
    "wrong": "Marked as wrong.",
}


def open_reminders(id: str, session: Session, library: Library, just: str = "") -> str:
    """The cards; ``just`` is the key of a reminder that was answered right now, to be taken back."""
    opened = session.open
    newest = _newest(session)
    cards = "".join(
        f"<li>{_card(id, each, library, each is newest, place == 0)}</li>"
        for place, each in enumerate(opened)
    )
    waiting = sum(each.outcome is None for each in session.raised) - len(opened)
    more = f'<p class="hint">{waiting} more when these are settled.</p>' if waiting else ""
    none = '<p class="hint">Nothing to mind right now.</p>' if not opened else ""
    keys = (
        '<p class="keys key-line" aria-label="Keys on a reminder">'
        + " ".join(f"<span><kbd>{key.upper()}</kbd> {name.lower()}</span>" for _, name, key in _ANSWERS)
        + " <span><kbd>U</kbd> undo</span></p>"
        if opened
        else ""
    )
    return (
        f'<section class="open-reminders" data-notebook="{plain(id)}"><header><h3>Reminders'
        f"{f' <small>{len(opened)}</small>' if opened else ''}</h3>{keys}</header>"
        f'{_just(id, session, just)}{none}<ol aria-live="polite">{cards}</ol>{more}</section>'
    )


def strip(session: Session) -> str:
    """The newest open reminder on one line, for a narrow page; a click leads to the card."""
    newest = _newest(session)
    if newest is None:
        return ""
    more = len(session.open) - 1
    return (
        f'<button class="reminder-strip" data-q="to-reminder" data-key="{plain(newest.key)}">'
        f"{_urgency(newest)} <span><b>{plain(newest.reminder.name)}.</b> "
        f"{plain(newest.reminder.advice)}</span>"
        f"{f' <small>+{more}</small>' if more else ''}</button>"
    )


def settled(id: str, notebook: Notebook, session: Session) -> str:
    """What was answered, folded; what a later line shows to be done is there too."""
    if not session.settled:
        return ""
    lines = "".join(_settled(id, each, each.key in notebook.outcomes) for each in session.settled)
    return (
        '<details class="settled-reminders" data-keep="settled"><summary>Settled '
        f"<small>{len(session.settled)}</small></summary><ul>{lines}</ul></details>"
    )


def duties(id: str, standing: Sequence[Standing], library: Library) -> str:
    """Each with a box to tick and the time that has passed."""
    left = sum(each.done is None for each in standing)
    rows = "".join(_duty(each, library) for each in standing)
    return (
        f'<section class="session-duties" data-notebook="{plain(id)}"><h3>Duties that cannot wait '
        f"<small>{left} of {len(standing)} left</small></h3><ul>{rows}</ul></section>"
    )


def _newest(session: Session) -> Raised | None:
    """Of the reminders on the screen the one that was raised last."""
    opened = session.open
    return next((each for each in reversed(session.raised) if each in opened), None)


def _card(id: str, raised: Raised, library: Library, newest: bool, unfolded: bool) -> str:
    reminder = raised.reminder
    marks = '<span class="tag newest-mark">newest</span>' if newest else ""
    marks += '<span class="tag">again, and plainer</span>' if raised.again else ""
    answers = "".join(
        f'<button class="take" data-do="alter" data-what="outcome" data-value="{outcome}" '
        f'data-notebook="{plain(id)}" data-id="{plain(raised.key)}" aria-keyshortcuts="{key}">{name}</button>'
        for outcome, name, key in _ANSWERS
    )
    return f"""<article class="reminder" tabindex="0" data-key="{plain(raised.key)}"
data-urgency="{reminder.urgency}"{" data-newest" if newest else ""} aria-label="{plain(reminder.name)}">
<h4>{_urgency(raised)} <span>{plain(reminder.name)}</span> {marks}</h4>
<button class="trigger" data-q="to-line" data-line="{plain(raised.line)}" tabindex="-1"
title="To the line"><q dir="auto">{plain(reminder.trigger)}</q></button>
<p class="advice">{plain(reminder.advice)}</p>
<div class="settling">{answers}</div>
<details class="grounds"{" open" if unfolded else ""}><summary>Why now, and on what ground</summary>
<p class="why-now">{plain(reminder.why)}</p>{"".join(_cited(each, library) for each in reminder.citations)}
</details></article>"""


def _urgency(raised: Raised) -> str:
    urgency = raised.reminder.urgency
    return f'<span class="urgency" data-urgency="{urgency}">{_URGENCIES[urgency]}</span>'


def _cited(cited: Cited, library: Library) -> str:
    quote = f"<blockquote>“{plain(cited.quote)}”</blockquote>" if cited.quote else ""
    return f"{quote}{_link(cited.id, library)}"


def _link(id: str, library: Library) -> str:
    return (
        f'<button class="ref" data-do="read" data-id="{plain(id)}" title="Open it in the Reading room">'
        f"{plain(short_name(library, id))}</button>"
    )


def _just(id: str, session: Session, key: str) -> str:
    answered = next((each for each in session.raised if each.key == key), None)
    if answered is None or answered.outcome is None:
        return ""
    return (
        f'<div class="undo" role="status"><span>{_JUST[answered.outcome]}</span>{_take_back(id, key, "Undo")}'
        "</div>"
    )


def _take_back(id: str, key: str, says: str) -> str:
    return (
        f'<button class="quiet" data-do="alter" data-what="take_back" data-notebook="{plain(id)}" '
        f'data-id="{plain(key)}">{says}</button>'
    )


def _settled(id: str, raised: Raised, by_hand: bool) -> str:
    was = _WAS[raised.outcome] if raised.outcome else ""
    # What a later line shows to be done is taken back by mending that line.
    end = (
        _take_back(id, raised.key, "Take that back")
        if by_hand
        else '<span class="hint">a line says so</span>'
    )
    return (
        f'<li><p><b>{plain(raised.reminder.name)}</b> <span class="tag">{was}</span> {end}</p>'
        f'<p class="hint"><q dir="auto">{plain(raised.reminder.trigger)}</q></p></li>'
    )


def _duty(standing: Standing, library: Library) -> str:
    duty = standing.duty
    marks = " pressing" if standing.pressing else ""
    deadline = f"“{plain(duty.deadline)}”" if duty.deadline else "no time set"
    from_when = "since word of it" if standing.pressing else "into the session"
    if standing.done:
        until = f' data-until="{standing.done.isoformat()}"'
        clock = f'done <span data-since="{standing.since.isoformat()}"{until}></span> {from_when}'
    else:
        clock = f'<span data-since="{standing.since.isoformat()}"></span> {from_when}'
    return f"""<li class="duty-here{marks}{" is-done" if standing.done else ""}" data-duty="{plain(duty.id)}">
<label><input type="checkbox" data-tick="{plain(duty.id)}"{" checked" if standing.done else ""}>
<span>{plain(duty.do)}</span></label>
<p class="hint"><span class="clock-of">{clock}</span> <span class="deadline">{deadline}</span>
{_link(duty.paragraph, library)}</p></li>"""
