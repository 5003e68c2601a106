"""A question and its reply as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat import CaseCard, Reply, Told, case_cards
from assistant.knowledge import Library
from assistant.policy import Answer, Citation, Statement
from assistant.web.showing.citations import particulars, short_name
from assistant.web.showing.escaping import plain, sentence
from assistant.web.showing.icons import icon
from assistant.web.showing.prose import prose

STATUS_LABELS = {
    "answered": "Answered",
    "partly": "Answered in part",
    "withheld": "Withheld in the released copy",
    "not_in_documents": "Not in these documents",
}

_PEN = '<span class="pen" aria-hidden="true"></span>'

NEAREST_HEADING = "Nearest paragraphs, not an answer"


def question(text: str) -> str:
    return (
        f'<div class="question" dir="auto"><span class="sr-only">You asked: </span><p>{plain(text)}</p></div>'
    )


def waiting(says: str) -> str:
    return f'<div class="answer waiting" role="status">{_PEN}{plain(says)}</div>'


def preview(text: str) -> str:
    """A model's words while code has not checked them yet."""
    return (
        f'<div class="answer preview"><p class="checking" role="status">{_PEN}Being checked against the '
        f'paragraphs</p><p class="draft">{plain(text)}</p></div>'
    )


def unanswered(turn: str) -> str:
    return (
        '<div class="answer broken"><p>This question has no answer: the program stopped before '
        "it was done.</p>"
        f'<button class="quiet" data-do="again" data-turn="{plain(turn)}">Ask it again</button></div>'
    )


def failed(says: str) -> str:
    return f'<div class="answer broken" role="alert">{icon("warning")}<p>{plain(says)}</p></div>'


def reply(given: Reply, turn: str, library: Library, quotations: bool = True) -> str:
    """The whole reply; without ``quotations`` only its beginning, shown first."""
    if given.answer is not None:
        return _answer(given.answer, turn, library, quotations)
    if given.route == "read a paragraph":
        said = [Statement("", citation) for citation in given.citations]
        return _card("", _statements(said, "", turn, library), given.text, given)
    if cards := case_cards(given):
        return _card("", _cases(cards, given, turn, library), given.text, given)
    told = f'<div class="prose">{prose(given.text, library)}</div>'
    return _card("", told + (_plan(given.plan) if given.plan else ""), given.text, given)


def _plan(id: str) -> str:
    """Where the plan that a message asked for can be changed, and taken along."""
    return (
        f'<div class="chips"><button class="chip" data-do="plan" data-id="{plain(id)}" data-view="plan">'
        f'Open the plan</button><button class="chip" data-do="plan" data-id="{plain(id)}" data-view="files">'
        "Its files: Word, PDF, XLSForm …</button></div>"
    )


def _cases(cards: Sequence[CaseCard], given: Reply, turn: str, library: Library) -> str:
    numbers = numbering(given.citations)
    parts = []
    for card in cards:
        rows = "".join(
            f"<dt>{plain(column)}</dt><dd>"
            f"{''.join(_told(each, numbers, turn, library) for each in told)}</dd>"
            for column, told in card.columns
        )
        rests_on = {
            particulars(library, each.citation, None): None for _, told in card.columns for each in told
        }
        parts.append(
            f'<section class="case"><h3>{plain(card.name)}</h3><p class="tags">{"".join(rests_on)}</p>'
            f"<dl>{rows}</dl></section>"
        )
    return "".join(parts)


def _told(told: Told, numbers: dict[str, int], turn: str, library: Library) -> str:
    citation = told.citation
    button = _to_paragraph(citation.id, numbers[citation.id], turn, library)
    return f"<p><span>{plain(sentence(told.value))}</span>{button}</p>"


def _to_paragraph(id: str, number: int, turn: str, library: Library) -> str:
    name = plain(short_name(library, id))
    return (
        f'<button class="to-paragraph" data-do="cite" data-turn="{plain(turn)}" data-id="{plain(id)}" '
        f'aria-label="Go to {name}"><span class="number">{number}</span>{name}</button>'
    )


def _answer(answer: Answer, turn: str, library: Library, quotations: bool) -> str:
    status = answer.status
    badge = f'<span class="badge {status}">{icon(status)}{STATUS_LABELS[status]}</span>'
    lead = f'<p class="lead">{plain(answer.worded or answer.lead)}</p>'
    body = [lead]
    if quotations:
        if status in ("answered", "partly"):
            body.append(_statements(answer.statements, answer.worded or answer.lead, turn, library))
        else:
            body.append(_nearest(answer, turn, library))
        body.append(_comparison(answer, turn, library))
        body += [f'<p class="remark">{plain(remark)}</p>' for remark in answer.remarks]
        if answer.notice:
            body.append(f'<p class="remark notice">{plain(answer.notice)}</p>')
    facts = _by(answer) if quotations else ""
    return _card(badge, "".join(body), answer.text, None, facts, status)


def _by(answer: Answer) -> str:
    wording = "worded by the model, checked" if answer.worded else "no language model"
    return plain(f"Found by {answer.engine} · {wording} · {_duration(answer.milliseconds)}")


def _duration(milliseconds: int) -> str:
    return f"{milliseconds} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"


def _card(
    badge: str, body: str, text: str, given: Reply | None, facts: str = "", status: str = "told"
) -> str:
    copy = (
        f'<button class="quiet copy" data-copy="{plain(text)}" aria-label="Copy the answer">{icon("copy")}'
        "<span>Copy</span></button>"
    )
    follow = ""
    if given and given.follow_ups:
        follow = "".join(
            f'<button class="chip" data-do="ask" data-question="{plain(each)}">{plain(each)}</button>'
            for each in given.follow_ups
        )
        follow = f'<div class="chips">{follow}</div>'
    head = f"<header>{badge}</header>" if badge else ""
    foot = f'<footer><span class="by">{facts}</span>{copy}</footer>'
    return f'<article class="answer {status}">{head}{body}{follow}{foot}</article>'


def _statements(said: Sequence[Statement], lead: str, turn: str, library: Library) -> str:
    items = []
    numbers = numbering([statement.citation for statement in said])
    for statement in said:
        citation = statement.citation
        # Says no more than the lead, or is a cell of the table: "yes", "1946".
        repeats = statement.says in lead or len(statement.says.split()) < 4
        says = "" if repeats else f'<p class="says">{plain(statement.says)}</p>'
        quote = f'<blockquote dir="auto">{plain(citation.quote)}</blockquote>' if citation.quote else ""
        items.append(f"<li>{says}{quote}{cite_line(citation, numbers[citation.id], turn, library)}</li>")
    return f'<ol class="said">{"".join(items)}</ol>' if items else ""


def cite_line(citation: Citation, number: int, turn: str, library: Library) -> str:
    """The citation under a quotation: a button that goes to the paragraph, and its particulars."""
    return (
        f'<div class="cite">{_to_paragraph(citation.id, number, turn, library)} '
        f'<span class="particulars">{particulars(library, citation, None)}'
        f"{_kept_standing(citation)}</span></div>"
    )


def _kept_standing(citation: Citation) -> str:
    if not citation.standing:
        return ""
    kind = "lapsed" if citation.standing.startswith(("not yet", "no longer")) else "applies"
    return f'<span class="tag {kind}">{plain(citation.standing[:1].upper() + citation.standing[1:])}</span>'


def _comparison(answer: Answer, turn: str, library: Library) -> str:
    """Where documents differ: what the editors say of it, then each side in order of time."""
    comparison = answer.comparison
    if comparison is None:
        return ""
    numbers = numbering(answer.citations)
    quoted = {statement.citation.id for statement in answer.statements}
    sides = []
    for side in comparison.sides:
        citation = side.citation
        says = f'<p class="says">{plain(side.says)}</p>'
        new = citation.quote and citation.id not in quoted
        quote = f'<blockquote dir="auto">{plain(citation.quote)}</blockquote>' if new else ""
        line = cite_line(citation, numbers[citation.id], turn, library)
        sides.append(f"<li>{says}{quote}{line}</li>")
    return (
        f'<section class="comparison"><h3>Where the documents differ</h3><p>{plain(comparison.says)}</p>'
        f'<details><summary>Each side, in order of time</summary><ol class="said">{"".join(sides)}</ol>'
        "</details></section>"
    )


def _nearest(answer: Answer, turn: str, library: Library) -> str:
    ids = [id for id in answer.nearest if library.has(id)]
    if not ids:
        return ""
    items = []
    for number, id in enumerate(ids, start=1):
        note = library.notes.get(id)
        about = note.gist if note else _opening(library.paragraph(id).text)
        items.append(f"<li>{_to_paragraph(id, number, turn, library)} <span>{plain(about)}</span></li>")
    return f'<h3 class="nearest-heading">{NEAREST_HEADING}</h3><ul class="nearest">{"".join(items)}</ul>'


def _opening(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 140 else f"{line[:139]}…"


def numbering(citations: Sequence[Citation]) -> dict[str, int]:
    """Citations numbered from 1, each paragraph once."""
    numbers: dict[str, int] = {}
    for citation in citations:
        numbers.setdefault(citation.id, len(numbers) + 1)
    return numbers
