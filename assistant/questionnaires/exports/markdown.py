"""A plan as Markdown without any HTML: one table row a line, so that every reader shows it alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.paper.markdown import BLANK, RULED, entry, escaped, row
from assistant.questionnaires.exports.paper import (
    BEFORE,
    IN_THE_REST,
    Fact,
    Heed,
    Interest,
    Item,
    Paper,
    Part,
    on_paper,
)
from assistant.questionnaires.plan import Plan

_HEAD = ("| No. | Question | For | Min. |", "| --: | :-- | :-- | --: |")


def as_markdown(plan: Plan) -> str:
    """The plan as Markdown; every text of the plan is escaped and shows as it stands."""
    return "\n\n".join(_blocks(on_paper(plan))) + "\n"


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {escaped(paper.title)}"
    yield "\n".join(
        f"- **{name}:** {value}"
        for name, value in (
            ("Subject", escaped(paper.subject) or BLANK),
            ("Date", BLANK),
            ("Officer", BLANK),
            ("Interpreter", BLANK),
            ("Stage", paper.stage),
            ("Time", paper.time),
            ("Agencies", escaped(paper.agencies)),
        )
        if value
    )
    if paper.before:
        yield _box(BEFORE, paper.before)
    if paper.facts:
        yield "**Settle first**"
        yield "\n".join(f"- [ ] {_fact(fact)}" for fact in paper.facts)
    for session in paper.sessions:
        yield f"## {session.heading} ({session.minutes})"
        for part in session.parts:
            yield from _part(part)
    if paper.later:
        yield "## Left for later"
        yield "\n".join(
            (
                "| Question | For | Why |",
                "| :-- | :-- | :-- |",
                *(
                    row(escaped(left.wording), _interests(left.interests), escaped(left.why))
                    for left in paper.later
                ),
            )
        )
    if paper.remarks:
        yield "## Remarks"
        yield "\n".join(f"- {entry(remark)}" for remark in paper.remarks)
    if paper.cited:
        yield "## Paragraphs cited"
        yield escaped(", ".join(paper.cited))


def _part(part: Part) -> Iterator[str]:
    yield f"### {escaped(part.heading)} ({part.minutes})"
    if part.why:
        yield f"*{escaped(part.why)}*{_sources(part.citations)}"
    for told in part.told:
        yield f"> **Tell him:** {escaped(told.says)}{_sources(told.citations)}"
    if part.items:
        yield "\n".join((*_HEAD, *(each for item in part.items for each in _item(item))))
    if part.rest:
        yield f"**— {part.rest} —**"
    if part.heed:
        yield _box(IN_THE_REST, part.heed)


def _box(heading: str, pieces: Iterable[Heed]) -> str:
    return "\n>\n".join((f"> **{heading}**", *map(_heed, pieces)))


def _heed(piece: Heed) -> str:
    because = f" *({escaped(piece.because)})*" if piece.because else ""
    return f"> **{escaped(piece.name)}**{because}: {escaped(piece.says)}{_sources(piece.citations)}"


def _item(item: Item) -> Iterator[str]:
    yield row(item.number, f"**{escaped(item.wording)}**", _interests(item.interests), item.minutes)
    for small in _small_print(item):
        yield row("", small, "", "")
    if item.ticks:
        yield row("", " ".join(f"☐ {tick}" for tick in item.ticks), "", "")
    for _ in range(item.lines):
        yield row("", RULED, "", "")


def _small_print(item: Item) -> Iterator[str]:
    if item.skip:
        yield f"**{escaped(item.skip)}**"
    yield f"*{item.kind}*{_sources(item.citations)}"
    if item.note:
        yield f"*Note:* {escaped(item.note)}"
    for probe in item.probes:
        yield f"– {escaped(probe)}"
    if item.how_known:
        yield f"*How he knows:* {escaped(item.how_known)}"


def _fact(fact: Fact) -> str:
    return f"{escaped(fact.words)} ({', '.join(fact.numbers)})"


def _interests(interests: Iterable[Interest]) -> str:
    return "; ".join(
        escaped(interest.who + (f" ({', '.join(interest.requirements)})" if interest.requirements else ""))
        for interest in interests
    )


def _sources(citations: Iterable[str]) -> str:
    ids = ", ".join(citations)
    return f" ({escaped(ids)})" if ids else ""
