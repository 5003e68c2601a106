"""What was found, as Markdown without any HTML; every text shows as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.paper import (
    ABOUT,
    NO_CLAIMS,
    NOTHING_FOUND,
    NOTHING_READ,
    TITLE,
    Paper,
    Point,
    Said,
    Session,
    Told,
    on_paper,
)
from assistant.bona_fides.settling import Settled
from assistant.paper.markdown import BLANK, RULED, entry, escaped, row

_CLAIM_HEAD = (
    "| Session | Place | He says | In his words | When | Mark |",
    "| --: | :-- | :-- | :-- | :-- | :-- |",
)


def as_markdown(checked: Checked, settled: Mapping[str, Settled]) -> str:
    """The paper as Markdown."""
    return "\n\n".join(_blocks(on_paper(checked, settled))) + "\n"


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {TITLE}"
    yield from (f"*{escaped(text)}*" for text in ABOUT)
    yield "\n".join(f"- **{name}:** {BLANK}" for name in ("Subject", "Officer", "Date"))
    yield "## Sessions"
    yield "\n".join(map(_session, paper.sessions)) or NOTHING_READ
    if paper.summary:
        yield f"**{escaped(paper.summary)}**"
    elif paper.sessions:
        yield NOTHING_FOUND
    for group in paper.groups:
        yield f"## {group.heading}"
        yield f"*{group.lead}*"
        for point in group.points:
            yield from _point(point)
    if paper.settled or paper.gone:
        yield "## Settled"
        for point in paper.settled:
            yield from _point(point)
        if paper.gone:
            yield "*Settled before, and no longer found in these files:*"
            yield "\n".join(f"- {entry(note)}" for note in paper.gone)
    yield "## What he says, by topic and session"
    for topic in paper.topics:
        yield f"### {escaped(topic.heading)}"
        yield "\n".join((*_CLAIM_HEAD, *map(_row, topic.rows)))
    if not paper.topics:
        yield NO_CLAIMS


def _session(session: Session) -> str:
    head = f"- **{session.number}. {session.date}** – {escaped(session.file)}: {escaped(session.speakers)}"
    return "\n".join((head, *(f"  - {entry(remark)}" for remark in session.remarks)))


def _point(point: Point) -> Iterator[str]:
    yield f"### {point.number}. {escaped(point.why)}"
    if point.outcome:
        yield f"**{point.outcome}.** {escaped(point.note)}".rstrip()
    yield _said(point.first)
    yield _said(point.second)
    yield "\n".join(
        (
            f"*{escaped(' · '.join(filter(None, (point.rule, point.between))))}*",
            *(
                ("", "May fit both:", "", *(f"- {entry(each)}" for each in point.innocent))
                if point.innocent
                else ()
            ),
        )
    )
    if point.question:
        yield f"**Ask:** {escaped(point.question)}"
    yield from [RULED] * point.lines


def _said(said: Said) -> str:
    return f"> “{escaped(said.words)}”\n>\n> — {escaped(said.source)}"


def _row(told: Told) -> str:
    cells = (told.session, told.place, told.says, f"“{told.words}”", told.when, told.marks)
    return row(*map(escaped, cells))
