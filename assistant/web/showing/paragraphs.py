"""Cited paragraphs in their place in the document, for beside the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.chat import Reply
from assistant.knowledge import Document, Library, Paragraph
from assistant.web.showing.answers import NEAREST_HEADING
from assistant.web.showing.citations import force_tag, standing_tag
from assistant.web.showing.escaping import anchor, document_text, plain
from assistant.web.showing.icons import icon

EMPTY = (
    '<div class="empty"><p class="empty-title">The paragraphs appear here</p>'
    "<p>Each one cited is shown in its place in the document, the quoted words marked.</p></div>"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph to show, with the words quoted from it."""

    id: str
    quotes: tuple[str, ...]


def shown_for(reply: Reply) -> tuple[str, list[Shown]]:
    """What stands beside a reply: a heading, and the paragraphs best first."""
    answer = reply.answer
    if answer is not None and answer.status in ("withheld", "not_in_documents"):
        return NEAREST_HEADING, [Shown(id, ()) for id in answer.nearest]
    said = list(reply.citations)
    if answer is not None:
        sides = answer.comparison.sides if answer.comparison else ()
        said = [each.citation for each in (*answer.statements, *sides)]
    quotes: dict[str, list[str]] = {}
    for citation in said:
        quotes.setdefault(citation.id, []).append(citation.quote)
    return "Cited paragraphs", [Shown(id, tuple(each)) for id, each in quotes.items()]


def beside(reply: Reply | None, turn: str, library: Library, active: str = "") -> str:
    """The column beside the conversation. ``active`` is the id that was asked for."""
    if reply is None:
        return EMPTY
    heading, shown = shown_for(reply)
    if active and active not in [each.id for each in shown]:
        shown = [Shown(active, ()), *shown]
    if not shown:
        return EMPTY
    as_of = reply.answer.as_of if reply.answer else None
    blocks = [
        _block(each, number, library, as_of, each.id == active) for number, each in enumerate(shown, start=1)
    ]
    return (
        f'<div class="beside" data-turn="{plain(turn)}"><header class="beside-head"><h2>{heading}</h2>'
        f'<button class="quiet close-sheet" data-close aria-label="Close the '
        f'paragraphs">{icon("close")}</button>'
        f"</header>{''.join(blocks)}</div>"
    )


def _block(shown: Shown, number: int, library: Library, as_of: date | None, active: bool) -> str:
    if not library.has(shown.id):
        return (
            f'<section class="place gone"><p>{plain(shown.id)} is no longer here: '
            "its document was removed.</p></section>"
        )
    paragraph = library.paragraph(shown.id)
    document = library.document(paragraph.document)
    before, after = _neighbours(document, paragraph)
    headings = "".join(f'<p class="within">{plain(each)}</p>' for each in paragraph.headings)
    lead_in = ""
    if paragraph.lead_in and (before is None or paragraph.lead_in not in before.text):
        lead_in = f'<p class="lead-in">{plain(paragraph.lead_in)}</p>'
    source = ", ".join((shown.id, document.issuer or document.title, document.dated))
    copied = f"“{shown.quotes[0] if shown.quotes else paragraph.text}” ({source})"
    return f"""<section class="place{" active" if active else ""}" id="beside-{anchor(shown.id)}"
data-id="{plain(shown.id)}" tabindex="-1" aria-label="{plain(shown.id)}">
<header><span class="number">{number}</span><div>
<h3>{plain(document.short_title)}, {plain(paragraph.number)}</h3>
<p class="source">{plain(document.issuer)}{" · " if document.issuer else ""}{plain(document.dated)}</p>
<p class="tags">{force_tag(document.force)} {standing_tag(document, as_of)}</p></div></header>
<div class="leaf">{headings}{_neighbour(before, "before")}{lead_in}
<p class="own-words" dir="auto">{_label(paragraph)}{document_text(paragraph.text, shown.quotes)}</p>
{_neighbour(after, "after")}</div>
<footer><button class="quiet" data-do="read"
data-id="{plain(shown.id)}">{icon("page")}<span>Read in the document</span></button>
<button class="quiet copy" data-copy="{plain(copied)}">{icon("copy")}<span>Copy with citation</span>
</button></footer></section>"""


def _neighbours(document: Document, paragraph: Paragraph) -> tuple[Paragraph | None, Paragraph | None]:
    every = document.paragraphs
    at = every.index(paragraph)
    before = every[at - 1] if at else None
    after = every[at + 1] if at + 1 < len(every) else None
    if after is not None and after.is_apparatus and not paragraph.is_apparatus:
        after = None
    return before, after


def _neighbour(paragraph: Paragraph | None, side: str) -> str:
    if paragraph is None:
        end = "Here the document begins" if side == "before" else "Here the document ends"
        return f'<p class="edge">{end}</p>'
    text = paragraph.text
    if side == "before" and len(text) > 240:
        text = f"… {_whole_rows(text[-220:], -1)}"
    elif len(text) > 240:
        text = f"{_whole_rows(text[:220], 0)} …"
    return f'<p class="neighbour {side}" dir="auto">{_label(paragraph)}{document_text(text)}</p>'


def _whole_rows(part: str, keep: int) -> str:
    """The end (``keep`` -1) or the beginning (0) of a text, cut between words, or rows of a table."""
    if keep == 0:
        cut = "\n" if part.rsplit("\n", 1)[-1].startswith("|") else " "
        return part.rsplit(cut, 1)[0]
    first = part.split("\n", 1)
    if len(first) == 2 and first[0].rstrip().endswith("|"):
        return f"\n{first[1]}"
    return part.split(" ", 1)[-1]


def _label(paragraph: Paragraph) -> str:
    return f'<span class="label">{plain(paragraph.label)}</span> ' if paragraph.label else ""
