"""A document in the reading room: contents, paragraphs with anchors, mends, withheld places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.knowledge import Document, Library, Mend, Paragraph, find_quote
from assistant.web.showing.citations import force_tag, standing_tag
from assistant.web.showing.escaping import Dressed, anchor, dressed, plain, without_table_marks
from assistant.web.showing.icons import icon

AT_ONCE = 200
"""Paragraphs on one sheet: a user's document may have thousands."""


def shelf(library: Library, current: str, sheet: int = 0) -> str:
    """The list of documents, each with issuer, date and force; the contents under the chosen one."""
    items = "".join(_spine(document, document.id == current, sheet) for document in library.documents)
    return f'<nav class="shelf" aria-label="Documents"><ul>{items}</ul></nav>'


def _spine(document: Document, current: bool, sheet: int) -> str:
    here = ' aria-current="true" class="current"' if current else ""
    return (
        f'<li><button data-do="document" data-id="{plain(document.id)}"{here}>'
        f'<span class="title">{plain(document.short_title)}</span>'
        f'<span class="issuer">{plain(document.issuer)}</span><span '
        f'class="issuer">{plain(document.dated)}</span>'
        f"{force_tag(document.force)}</button>{contents(document, sheet) if current else ''}</li>"
    )


def sheet_of(document: Document, id: str) -> int:
    """The number of the sheet, from 0, on which a paragraph stands."""
    places = [place for place, paragraph in enumerate(document.paragraphs) if paragraph.id == id]
    return places[0] // AT_ONCE if places else 0


def contents(document: Document, sheet: int) -> str:
    """Headings with the paragraphs under them, those of this sheet."""
    groups: list[tuple[str, list[Paragraph]]] = []
    for paragraph in _on_sheet(document, sheet):
        heading = " / ".join(paragraph.headings)
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(paragraph)
    parts = []
    for heading, paragraphs in groups:
        links = "".join(
            f'<a href="#{anchor(p.id)}" data-jump="{anchor(p.id)}"'
            f"{' class=withheld-entry' if p.withheld == 'whole' else ''}>{plain(_number(p))}</a>"
            for p in paragraphs
        )
        title = f'<p class="contents-heading">{plain(heading)}</p>' if heading else ""
        parts.append(f'<li>{title}<div class="numbers">{links}</div></li>')
    return (
        f'<nav class="contents" aria-label="Contents"><details open><summary>Contents</summary>'
        f"<ol>{''.join(parts)}</ol></details></nav>"
    )


def sheet(
    document: Document,
    library: Library,
    number: int,
    day: date | None,
    mends: Sequence[Mend] = (),
    received: Mapping[str, str] | None = None,
    active: str = "",
) -> str:
    """One sheet of a document. With ``received`` the text as it came stands beside each paragraph."""
    by_paragraph: dict[str, list[Mend]] = {}
    for mend in mends:
        by_paragraph.setdefault(mend.paragraph, []).append(mend)
    parts: list[str] = []
    headings: tuple[str, ...] = ()
    for paragraph in _on_sheet(document, number):
        if paragraph.headings != headings:
            headings = paragraph.headings
            parts.append(f'<h3 class="heading">{plain(" / ".join(headings))}</h3>' if headings else "<hr>")
        note = library.notes.get(paragraph.id)
        parts.append(
            _paragraph(
                paragraph,
                by_paragraph.get(paragraph.number, []),
                received,
                note.gist if note else "",
                paragraph.id == active,
            )
        )
    view = "beside" if received is not None else "alone"
    return (
        f'<article class="document {view}" aria-label="{plain(document.title)}">{_title(document, day)}'
        f"{_view(document, received is not None, bool(mends))}{_turn_pages(document, number)}"
        f"{''.join(parts)}{_turn_pages(document, number)}</article>"
    )


def _on_sheet(document: Document, number: int) -> Sequence[Paragraph]:
    return document.paragraphs[number * AT_ONCE : (number + 1) * AT_ONCE]


def _number(paragraph: Paragraph) -> str:
    number = paragraph.number
    if number == "0":
        return "opening"
    if number == "sig":
        return "signature"
    return number.replace("fn.", "note ")


def _title(document: Document, day: date | None) -> str:
    facts = [
        ("Issuer", document.issuer),
        ("Date", document.dated),
        ("Number", document.number),
        ("Classified", document.classification),
        ("Binds", "; ".join(document.binds)),
        ("Date rests on", document.issued.says),
        ("In force", document.in_force.says),
        ("Replaced by", "; ".join(f"{each.what} ({each.when})" for each in document.superseded_by)),
        ("Replaces", "; ".join(f"{each.what} ({each.when})" for each in document.supersedes)),
        ("Provenance", document.provenance),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{plain(value)}</dd>" for name, value in facts if value)
    return f"""<header class="title-page"><h2>{plain(document.title)}</h2>
<p class="source">{plain(document.issuer)}{" · " if document.issuer else ""}{plain(document.dated)}</p>
<p class="tags">{force_tag(document.force)} {standing_tag(document, day)}</p>
<details><summary>About this document</summary><dl>{rows}</dl></details></header>"""


def _view(document: Document, beside: bool, mended: bool) -> str:
    if document.force == "own":
        return ""
    alone, both = ("false", "true") if beside else ("true", "false")
    key = '<span class="key"><span class="mend">mended</span> <span class="gap">withheld</span></span>'
    return (
        '<div class="view" role="group" aria-label="What to show">'
        f'<button data-do="view" data-view="edition" aria-pressed="{alone}">Edition</button>'
        f'<button data-do="view" data-view="both" aria-pressed="{both}">Received text beside it</button>'
        f"{key if mended else ''}</div>"
    )


def _turn_pages(document: Document, number: int) -> str:
    last = (len(document.paragraphs) - 1) // AT_ONCE
    if last <= 0:
        return ""

    def button(word: str, to: int) -> str:
        off = "" if 0 <= to <= last else " disabled"
        return f'<button class="quiet" data-do="sheet" data-sheet="{to}"{off}>{word}</button>'

    first = number * AT_ONCE + 1
    end = min(len(document.paragraphs), first + AT_ONCE - 1)
    return (
        f'<nav class="sheets" aria-label="Sheets">{button("Earlier", number - 1)}<span>Paragraphs '
        f"{first} to {end} "
        f"of {len(document.paragraphs)}</span>{button('Later', number + 1)}</nav>"
    )


def _paragraph(
    paragraph: Paragraph,
    mends: Sequence[Mend],
    received: Mapping[str, str] | None,
    gist: str,
    active: bool,
) -> str:
    id = plain(paragraph.id)
    label = f'<span class="label">{plain(paragraph.label)}</span> ' if paragraph.label else ""
    page = f'<span class="printed-page">page {paragraph.page}</span>' if paragraph.page else ""
    notes = "".join(
        f'<a class="footnote" href="#{anchor(f"{paragraph.document}#{mark}")}" '
        f'data-jump="{anchor(f"{paragraph.document}#{mark}")}" aria-label="Footnote {plain(mark[3:])}">'
        f"{plain(mark[3:])}</a>"
        for mark in paragraph.footnotes
    )
    text = f'<p class="own-words" dir="auto">{label}{_mended(paragraph.text, mends)}{notes}</p>'
    margin = (
        f'<div class="margin"><a class="number" href="#{anchor(paragraph.id)}" '
        f'data-jump="{anchor(paragraph.id)}">'
        f"{plain(_number(paragraph))}</a>{page}</div>"
    )
    gist_line = f'<p class="gist"><span>Editors:</span> {plain(gist)}</p>' if gist else ""
    left = ""
    if received is not None:
        came = received.get(paragraph.number, "")
        left = (
            '<div class="received"><span class="sr-only">As received: </span>'
            f"<p>{plain(came) if came else '<em>nothing received at this place</em>'}</p></div>"
        )
    listed = _mend_list(mends) if received is not None else ""
    tools = (
        f'<div class="tools"><button class="quiet copy" data-copy="{id}" aria-label="Copy the id '
        f'{id}">{icon("copy")}'
        f'<span>{id}</span></button><button class="quiet" data-do="ask_about" data-id="{id}">Ask '
        f"about it</button></div>"
    )
    return (
        f'<section class="paragraph{" active" if active else ""} {paragraph.withheld}-withheld" '
        f'id="{anchor(paragraph.id)}" data-id="{id}" tabindex="-1">{margin}<div '
        f'class="edition">{text}{gist_line}'
        f"{listed}{tools}</div>{left}</section>"
    )


def _mended(text: str, mends: Sequence[Mend]) -> str:
    """The text with each mend underlined; its title says what stood there and why it was changed."""
    words = without_table_marks(text)
    stretches: list[Dressed] = []
    for mend in mends:
        span = find_quote(words, re.sub(r"\[\^\d+\]", "", mend.given))
        if span and all(span[1] <= each.start or each.end <= span[0] for each in stretches):
            title = plain(f"Received: {mend.received} ({mend.why})")
            stretches.append(Dressed(*span, f'<span class="mend" title="{title}">', "</span>"))
    return dressed(text, sorted(stretches, key=lambda each: each.start))


def _mend_list(mends: Sequence[Mend]) -> str:
    if not mends:
        return ""
    items = "".join(
        f"<li><del>{plain(mend.received)}</del> <span aria-hidden='true'>→</span> "
        f"<ins>{plain(mend.given)}</ins> "
        f"<span class='why'>{plain(mend.why)}</span></li>"
        for mend in mends
    )
    return f'<ul class="mends" aria-label="Mends in this paragraph">{items}</ul>'
