"""A plan as it will be held: sections, what he is told, and each question on a card of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.knowledge import Library
from assistant.questionnaires import FACTS_IN_WORDS, KINDS, Asker, Guidance, Plan, Question, Section, Told
from assistant.web.showing import guidance
from assistant.web.showing.citations import refs
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

KEYS = (
    ("↑ ↓", "another question"),
    ("Alt ↑ ↓", "move it"),
    ("E", "edit"),
    ("N", "note"),
    ("L", "lock"),
    ("S", "sources"),
    ("Del", "drop"),
    ("Ctrl Z", "undo"),
)


def cards(plan: Plan, library: Library) -> str:
    """The whole plan. The numbers are those of the printed forms."""
    number = 0
    at_rests = plan.at_rests
    sessions = []
    for session, together in groupby(plan.sections, key=lambda section: section.session):
        parts = []
        for section in together:
            number += 1
            goes_on = any(later.id == section.id for later in plan.sections[number:])
            parts.append(_section(section, number, library, goes_on, at_rests[number - 1]))
        head = f'<h3 class="session">Session {session}</h3>' if plan.sessions > 1 else ""
        sessions.append(head + "".join(parts))
    keys = " ".join(f"<span><kbd>{keys}</kbd> {does}</span>" for keys, does in KEYS)
    kinds = "".join(f'<option value="{kind}">{kind}</option>' for kind in KINDS)
    return (
        f"{_remarks(plan)}{_to_settle(plan)}{_alike(plan)}{guidance.at_opening(plan.at_opening, library)}"
        f'<p class="keys key-line" aria-label="Keys">{keys}</p>'
        f'{"".join(sessions)}<select id="kinds-of-question" hidden>{kinds}</select>'
    )


def left_for_later(plan: Plan, library: Library) -> str:
    """What is not asked this time, by section, with why."""
    if not plan.left_for_later:
        return (
            '<div class="empty"><p class="empty-title">Nothing is left for later</p>'
            "<p>Every question that is for this man has its place in the plan.</p></div>"
        )
    groups: dict[str, list[str]] = {}
    for left in plan.left_for_later:
        question = left.question
        suggested = _SUGGESTED if question.origin == "model" else ""
        line = (
            f'<li class="later" data-id="{plain(question.id)}"><div><p class="wording" dir="auto">'
            f'{plain(question.wording)}</p><p class="facts"><span class="why-left">{plain(left.why)}</span>'
            f"<span>{_kind(question)}</span>{_agencies(question)}{suggested}</p></div>"
            f'<button class="take" data-do="alter" data-what="take_in" data-id="{plain(question.id)}" '
            'aria-label="Take this question in">Take in</button></li>'
        )
        groups.setdefault(left.section, []).append(line)
    return "".join(
        f'<section class="stretch"><header><h3>{plain(title)}</h3>'
        f'<span class="minutes-of">{len(lines)}</span></header>'
        f'<ol class="laters">{"".join(lines)}</ol></section>'
        for title, lines in groups.items()
    )


def numbers(plan: Plan) -> Mapping[str, str]:
    """The number of each question that is asked, by its id: section, dot, place in it."""
    return {
        question.id: f"{place}.{count}"
        for place, section in enumerate(plan.sections, start=1)
        for count, question in enumerate(section.questions, start=1)
    }


def _remarks(plan: Plan) -> str:
    if not plan.remarks:
        return ""
    lines = "".join(f"<li>{plain(remark)}</li>" for remark in plan.remarks)
    return f'<div class="notice">{icon("warning")}<div><p>When it was built:</p><ul>{lines}</ul></div></div>'


def _to_settle(plan: Plan) -> str:
    if not plan.to_settle:
        return ""
    facts = "".join(f"<li>{plain(FACTS_IN_WORDS.get(fact, fact))}</li>" for fact in plan.to_settle)
    return (
        '<div class="notice to-settle"><div><p>Not known yet. Questions hang on it, and say so:</p>'
        f"<ul>{facts}</ul></div>"
        '<button class="quiet" data-do="go" data-view="subject">Say what is known</button></div>'
    )


def _alike(plan: Plan) -> str:
    """Pairs that may ask the same, folded away: the officer joins them or says that they differ."""
    number, asked = numbers(plan), {question.id: question for question in plan.questions}
    pairs = [pair for pair in plan.alike if asked.keys() >= {*pair}]
    if not pairs:
        return ""
    lines = "".join(
        f"<li>{_beside(asked[one], number[one])}{_beside(asked[other], number[other])}"
        f'<p class="choices">{_choice("join", one, other, "Ask it once")}'
        f"{_choice('differ', one, other, 'They differ')}</p></li>"
        for one, other in pairs
    )
    counted = "One pair of questions" if len(pairs) == 1 else f"{len(pairs)} pairs of questions"
    return f'<details class="alike"><summary>{counted} may ask the same</summary><ul>{lines}</ul></details>'


def _beside(question: Question, number: str) -> str:
    return (
        f'<p dir="auto"><span class="place-of">{number}</span> {plain(question.wording)} '
        f"{_agencies(question)}</p>"
    )


def _choice(what: str, id: str, other: str, says: str) -> str:
    return (
        f'<button class="quiet" data-do="alter" data-what="{what}" data-id="{plain(id)}" '
        f'data-other="{plain(other)}">{says}</button>'
    )


def _section(section: Section, number: int, library: Library, goes_on: bool, at_rest: Guidance | None) -> str:
    """One section; a question is added at its end, not where it only goes on after a rest."""
    minutes = f'<span class="minutes-of">{section.minutes:g} min</span>' if section.minutes else ""
    cards = "".join(
        _card(question, f"{number}.{count}", section, library)
        for count, question in enumerate(section.questions, start=1)
    )
    rest = (
        f'<p class="rest-line"><span>Rest, {section.break_after} minutes</span></p>'
        if section.break_after
        else ""
    )
    id = plain(section.id)
    adding = (
        ""
        if goes_on
        else f'<div class="adding" data-section="{id}"><button class="quiet add" data-q="add">'
        f"{icon('add')}<span>Add a question</span></button></div>"
    )
    return (
        f'<section class="stretch" data-section="{id}"><header><h3>{number}. {plain(section.title)}</h3>'
        f'{minutes}</header><p class="why" dir="auto">{plain(section.why)}'
        f"{refs(section.citations, library)}</p>"
        f'{_told(section.told, library)}<ol class="cards">{cards}</ol>{adding}{rest}'
        f"{guidance.in_rest(at_rest, library) if at_rest else ''}</section>"
    )


def _told(told: Sequence[Told], library: Library) -> str:
    if not told:
        return ""
    lines = "".join(
        f'<li dir="auto">“{plain(each.says)}”{refs(each.citations, library)}</li>' for each in told
    )
    return f'<div class="tell"><span class="tell-him">Tell him</span><ul>{lines}</ul></div>'


def _card(question: Question, number: str, section: Section, library: Library) -> str:
    id = plain(question.id)
    joined = 1 + sum(asker.question != question.id for asker in question.askers)
    marks = [
        f'<span class="mark-of">{icon("lock")}<span>Locked</span></span>' if question.locked else "",
        f'<span class="mark-of joined">Joined from {joined}</span>' if joined > 1 else "",
        '<span class="mark-of">Your own</span>' if question.origin == "own" else "",
        '<span class="mark-of">Follows up what he said</span>' if question.origin == "follow-up" else "",
        _SUGGESTED if question.origin == "model" else "",
    ]
    ask_if = ""
    if question.ask_if:
        facts = "; ".join(FACTS_IN_WORDS.get(fact, fact) for fact in question.ask_if)
        ask_if = f'<p class="ask-if"><b>Ask only if this holds:</b> {plain(facts)}</p>'
    probes = "".join(f'<li dir="auto">{plain(probe)}</li>' for probe in question.probes)
    known = (
        f'<p class="how-known" dir="auto"><b>How he knows:</b> {plain(question.how_known)}</p>'
        if question.how_known
        else ""
    )
    note = f'<p class="note" dir="auto">{plain(question.note)}</p>' if question.note else ""
    return f"""<li class="card{" locked" if question.locked else ""}" tabindex="0" data-id="{id}"
data-wording="{plain(question.wording)}" data-minutes="{question.minutes:g}"
data-note="{plain(question.note)}" aria-label="Question {number}">
<span class="place-of" aria-hidden="true">{number}</span><div class="asked">
<p class="wording" dir="auto">{plain(question.wording)}</p>{ask_if}
{f'<ul class="probes">{probes}</ul>' if probes else ""}{known}{note}
<p class="facts"><span>{_kind(question)}</span>{_agencies(question)}{"".join(marks)}
{_TO_SOURCES if question.askers or question.citations else ""}</p>
{_sources_of(question, library)}<p class="wrong" data-wrong role="alert"></p></div>
<div class="acts">{_acts(question)}</div></li>"""


_SUGGESTED = '<span class="mark-of">Suggested by a model</span>'
_TO_SOURCES = '<button class="to-sources" data-q="sources" aria-expanded="false">Sources</button>'


def _kind(question: Question) -> str:
    return f"{plain(question.kind)}, {question.minutes:g} min"


def _acts(question: Question) -> str:
    each = (
        ("up", "Move up", "up"),
        ("down", "Move down", "down"),
        ("edit", "Edit", "edit"),
        ("note", "Note", "note"),
        ("lock", "Unlock" if question.locked else "Lock", "lock"),
        ("drop", "Drop", "drop"),
    )
    return "".join(
        f'<button class="act" data-q="{what}" aria-label="{says}" title="{says}"'
        f"{' aria-pressed=' + chr(34) + str(question.locked).lower() + chr(34) if what == 'lock' else ''}>"
        f"{icon(drawing)}</button>"
        for what, says, drawing in each
    )


def _agencies(question: Question) -> str:
    """The agencies as tags; what each needs shows when a tag is pointed at or has the focus."""
    tags = []
    for agency in question.agencies:
        wanted = dict.fromkeys((a.requirement, a.needs) for a in question.askers if a.agency == agency)
        needs = "".join(f"<span>{plain(id)}: {plain(what)}</span>" for id, what in wanted)
        tags.append(
            f'<span class="agency" tabindex="0">{plain(agency)}'
            f'<span class="needs" role="tooltip">{needs}</span></span>'
        )
    return f'<span class="agencies">{"".join(tags)}</span>' if tags else ""


def _sources_of(question: Question, library: Library) -> str:
    """Where the question comes from, a click away: who asked it in which words, and the paragraphs."""
    askers = "".join(_asker(asker, question) for asker in question.askers if asker.requirement)
    rests = refs(question.citations, library)
    return (
        f'<div class="sources" hidden>{f"<ul>{askers}</ul>" if askers else ""}'
        f"{f'<p>It rests on {rests}</p>' if rests else ''}</div>"
    )


def _asker(asker: Asker, question: Question) -> str:
    needs = f"<p><b>{plain(asker.requirement)}</b> {plain(asker.needs)}</p>"
    if asker.question == question.id and len(question.askers) == 1:
        return f"<li>{needs}</li>"
    asked = f'<p class="asked-as" dir="auto">Asked as “{plain(asker.wording)}”</p>'
    apart = (
        f'<button class="quiet" data-do="alter" data-what="part" data-id="{plain(question.id)}" '
        f'data-asked="{plain(asker.question)}">Ask it by itself</button>'
        if asker.question != question.id
        else ""
    )
    return f"<li>{needs}{asked}{apart}</li>"
