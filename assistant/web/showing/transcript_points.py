"""The points that a check found: two statements side by side, what may explain both, and a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.bona_fides import Finding, Quote, Settled, Tier
from assistant.knowledge import day_in_words
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

SHOWN = 150
"""Points of one kind on the page; the files have all."""

_FOLDED: Mapping[Tier, tuple[str, str]] = {
    "look": ("Worth a look", "They may fit together after all. Ask where the matter is important."),
    "corrected": ("Corrected by himself", "He put it right in the same talk. The later statement is his."),
    "contamination": (
        "First said by the interviewer",
        "Before he told it, it was in a question. It does not count as his own knowledge until he is asked "
        "how he knows.",
    ),
}

_KEYS = (("↑ ↓", "another point"), ("D", "dismiss"), ("E", "explained"), ("U", "take that back"))


def points(
    findings: Sequence[Finding], settled: Mapping[str, Settled], just: str = "", notice: str = ""
) -> str:
    """All points, surest first, settled ones last; ``just`` is the id of one that was settled right now.

    ``notice`` says what the check had to do without.
    """
    left = [each for each in findings if each.id not in settled]
    clarify = [each for each in left if each.tier == "clarify"]
    number = {each.id: place for place, each in enumerate(findings, start=1)}
    keys = " ".join(f"<span><kbd>{keys}</kbd> {does}</span>" for keys, does in _KEYS)
    parts = [
        _notice(notice),
        _just(just, settled),
        f'<p class="keys key-line" aria-label="Keys">{keys}</p>' if findings else "",
        f'<section class="tier" data-tier="clarify"><h3>To clarify <small>{len(clarify)}</small></h3>'
        f"{_list(clarify, number) if clarify else _nothing(findings)}</section>",
    ]
    for tier, (name, about) in _FOLDED.items():
        of_it = [each for each in left if each.tier == tier]
        if of_it:
            parts.append(_folded(tier, name, about, of_it, number))
    done = [each for each in findings if each.id in settled]
    if done:
        parts.append(_folded("settled", "Settled by you", "", done, number, settled))
    return f'<div class="points">{"".join(parts)}</div>'


def to_clarify(findings: Sequence[Finding], settled: Mapping[str, Settled]) -> int:
    """How many points are left to clarify."""
    return sum(each.tier == "clarify" and each.id not in settled for each in findings)


def _notice(says: str) -> str:
    if not says:
        return ""
    return (
        f'<div class="without" role="status"><span>{plain(says)}</span>'
        '<button class="chip" data-do="again">Try again</button></div>'
    )


def _just(id: str, settled: Mapping[str, Settled]) -> str:
    if id not in settled:
        return ""
    says = "Dismissed." if settled[id].outcome == "dismissed" else "Kept as explained."
    return (
        f'<div class="undo" role="status"><span>{says}</span><button class="quiet" data-do="alter" '
        f'data-what="take_back" data-id="{plain(id)}">Undo</button></div>'
    )


def _nothing(findings: Sequence[Finding]) -> str:
    if any(each.tier == "clarify" for each in findings):
        return '<p class="empty-line">All of them are settled.</p>'
    return (
        '<p class="empty-line">No two statements were found that plainly do not fit together. What was not '
        "asked about cannot show here: the timeline and the table of what he said may show gaps.</p>"
    )


def _folded(
    tier: str,
    name: str,
    about: str,
    of_it: Sequence[Finding],
    number: Mapping[str, int],
    settled: Mapping[str, Settled] | None = None,
) -> str:
    return (
        f'<details class="tier" data-tier="{tier}" data-keep="tier {tier}"><summary><h3>{name} '
        f"<small>{len(of_it)}</small></h3></summary>"
        f"{f'<p class=hint>{about}</p>' if about else ''}{_list(of_it, number, settled)}</details>"
    )


def _list(
    findings: Sequence[Finding], number: Mapping[str, int], settled: Mapping[str, Settled] | None = None
) -> str:
    cards = "".join(
        _card(each, number[each.id], settled[each.id] if settled else None) for each in findings[:SHOWN]
    )
    more = len(findings) - SHOWN
    rest = f'<p class="hint">{more:,} more are in the files.</p>' if more > 0 else ""
    return f'<ol class="cards">{cards}</ol>{rest}'


def _card(each: Finding, number: int, settled: Settled | None) -> str:
    id = plain(each.id)
    innocent = "".join(f"<li>{plain(line)}</li>" for line in each.innocent)
    central = '<span class="mark-of">Concerns who he is and what he did</span>' if each.central else ""
    return f"""<li class="point" tabindex="0" data-id="{id}" data-tier="{each.tier}"{
        " data-settled" if settled else ""
    } aria-label="Point {number}">
<p class="point-head"><span class="number">{number}</span><span class="why-point" dir="auto">{
        plain(each.why)
    }</span></p>
{_quote(each.first, id)}<p class="between">{_between(each)}</p>{_quote(each.second, id)}
{f'<div class="innocent"><h4>What may explain both</h4><ul>{innocent}</ul></div>' if innocent else ""}
{_ask(each.question)}<p class="facts">{central}</p>{_settling(id, settled)}
<p class="wrong" data-wrong role="alert"></p></li>"""


def _quote(quote: Quote, id: str) -> str:
    """The words and where they stand; those of a transcript lead there."""
    words = f'<q dir="auto">{plain(quote.words)}</q>'
    day = day_in_words(quote.date) if quote.date else ""
    if not quote.turn:
        where = " · ".join(
            part for part in ("Case file", plain(quote.place), plain(quote.speaker), day) if part
        )
        return f'<div class="quotation of-case-file">{words}<span class="where">{where}</span></div>'
    session = f"Session of {day}" if day else plain(quote.file)
    where = " · ".join((session, plain(quote.speaker), plain(quote.place)))
    return (
        f'<button class="quotation" data-do="show" data-file="{plain(quote.file)}" data-turn="{quote.turn}" '
        f'data-id="{id}" title="{plain(quote.file)}">{words}<span class="where" dir="auto">{where}</span>'
        "</button>"
    )


def _between(each: Finding) -> str:
    if not each.first.turn or not each.second.turn:
        return "beside"
    if each.first.file == each.second.file:
        return "in the same session"
    if each.days is None:
        return "in another session"
    if each.days == 0:
        return "in another session of the same day"
    days = f"{abs(each.days):,} {'day' if abs(each.days) == 1 else 'days'}"
    return f"{days} {'later' if each.days > 0 else 'earlier'}"


def _ask(question: str) -> str:
    if not question:
        return ""
    return (
        f'<div class="to-ask"><h4>To ask</h4><p dir="auto">{plain(question)}</p><button class="quiet" '
        f'data-copy="{plain(question)}">{icon("copy")}<span>Copy</span></button></div>'
    )


def _settling(id: str, settled: Settled | None) -> str:
    if settled:
        says = "Dismissed" if settled.outcome == "dismissed" else "Explained"
        note = f'<p class="note" dir="auto">{plain(settled.note)}</p>' if settled.note else ""
        return (
            f'<div class="settling"><span class="mark-of">{says}</span>{note}<button class="quiet" '
            f'data-do="alter" data-what="take_back" data-id="{id}">Take that back</button></div>'
        )
    return (
        f'<div class="settling"><button class="take" data-do="alter" data-what="dismiss" data-id="{id}">'
        'Dismiss</button><button class="take" data-q="explain" aria-expanded="false">Explained</button></div>'
        f'<form class="explaining" data-do="alter" data-what="explain" data-id="{id}" hidden>'
        '<label class="field"><span class="name">What explains it</span>'
        '<textarea name="note" rows="1" maxlength="1000" dir="auto"></textarea></label>'
        '<div class="editor-foot"><span class="keys"><span><kbd>Enter</kbd> saves</span> '
        "<span><kbd>Esc</kbd> leaves it</span></span>"
        '<button type="button" class="quiet" data-q="leave">Cancel</button>'
        '<button type="submit" class="primary"><span>Save</span></button></div></form>'
    )
