"""A session's text with the words of the points marked, in pages that stay short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.bona_fides import Finding
from assistant.knowledge import day_in_words, find_quote
from assistant.transcripts import Transcript, Turn
from assistant.web.showing.escaping import plain

AT_ONCE = 200
"""Turns on a page."""

AROUND = 2
"""Turns shown before and after a quoted one."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What of the text is in sight: which file, only around the points or all of it, which page from 0."""

    file: str = ""
    all: bool = False
    page: int = 0


def sight_of(
    transcripts: Sequence[Transcript], findings: Sequence[Finding], file: str, turn: int, all: bool
) -> Sight:
    """Where a turn is to be seen: around the points if it is there and ``all`` is not wished, else in all."""
    transcript = _transcript(transcripts, file)
    if not all:
        near = _near(transcript, findings)
        places = [place for place, each in enumerate(near) if each.number == turn]
        if places:
            return Sight(transcript.file, False, places[0] // AT_ONCE)
    place = next((place for place, each in enumerate(transcript.turns) if each.number == turn), 0)
    return Sight(transcript.file, True, place // AT_ONCE)


def text(transcripts: Sequence[Transcript], findings: Sequence[Finding], sight: Sight) -> str:
    """The part of a session that is in sight, and the ways to the rest."""
    transcript = _transcript(transcripts, sight.file)
    near = _near(transcript, findings)
    all = sight.all or not near
    turns = transcript.turns if all else near
    last = max(0, (len(turns) - 1) // AT_ONCE)
    page = min(max(0, sight.page), last)
    shown = turns[page * AT_ONCE : (page + 1) * AT_ONCE]
    quoted = _quoted(transcript.file, findings)
    lines, before = [], None
    for turn in shown:
        gap = turn.number - before - 1 if before is not None else 0
        if gap > 0:
            lines.append(_gap(gap, transcript.file, before + 1 if before else 1))
        lines.append(_turn(turn, transcript.file, quoted.get(turn.number, ())))
        before = turn.number
    name = f'<p class="hint file-name" dir="auto">{plain(transcript.file)}</p>'
    return (
        f'<div class="session-text" data-file="{plain(transcript.file)}"{" data-all" if all else ""}>'
        f"<header>{_sessions(transcripts, transcript)}{_extent(all, bool(near))}</header>"
        f'{name}{_pages(page, last)}<ol class="said-turns">{"".join(lines)}</ol>{_pages(page, last)}</div>'
    )


def marked(words: str, quoted: Sequence[tuple[str, str]]) -> str:
    """A turn's words with each quoted stretch marked; ``quoted`` are pairs of a quote and a point's id.

    Stretches that overlap become one, that leads to each of its points. A quote that does not stand in the
    words marks nothing.
    """
    found = sorted((*span, id) for quote, id in quoted if (span := find_quote(words, quote)))
    stretches: list[tuple[int, int, list[str]]] = []
    for start, end, id in found:
        if stretches and start < stretches[-1][1]:
            first, until, ids = stretches[-1]
            stretches[-1] = (first, max(end, until), [*ids, id])
        else:
            stretches.append((start, end, [id]))
    parts, at = [], 0
    for start, end, ids in stretches:
        points = plain(" ".join(dict.fromkeys(ids)))
        parts.append(
            f'{plain(words[at:start])}<mark tabindex="0" role="button" data-points="{points}" '
            f'title="To the point">{plain(words[start:end])}</mark>'
        )
        at = end
    return "".join([*parts, plain(words[at:])])


def _transcript(transcripts: Sequence[Transcript], file: str) -> Transcript:
    return next((each for each in transcripts if each.file == file), transcripts[0])


def _quoted(file: str, findings: Sequence[Finding]) -> Mapping[int, Sequence[tuple[str, str]]]:
    """Quotes and points by turn."""
    quoted: dict[int, list[tuple[str, str]]] = {}
    for each in findings:
        for quote in (each.first, each.second):
            if quote.file == file and quote.turn:
                quoted.setdefault(quote.turn, []).append((quote.words, each.id))
    return quoted


def _near(transcript: Transcript, findings: Sequence[Finding]) -> Sequence[Turn]:
    wanted = {
        number + step for number in _quoted(transcript.file, findings) for step in range(-AROUND, AROUND + 1)
    }
    return [turn for turn in transcript.turns if turn.number in wanted]


def _turn(turn: Turn, file: str, quoted: Sequence[tuple[str, str]]) -> str:
    return (
        f'<li class="said-turn {turn.role}" data-file="{plain(file)}" data-turn="{turn.number}" '
        'tabindex="-1">'
        f'<p class="who"><b dir="auto">{plain(turn.speaker)}</b> <span>{plain(turn.place)}</span></p>'
        f'<p class="words" dir="auto">{marked(turn.text, quoted)}</p></li>'
    )


def _gap(turns: int, file: str, first: int) -> str:
    return (
        f'<li class="gap-of"><button class="quiet" data-do="show" data-file="{plain(file)}" data-all="yes" '
        f'data-turn="{first}">{turns:,} {"turn" if turns == 1 else "turns"} between</button></li>'
    )


def _sessions(transcripts: Sequence[Transcript], current: Transcript) -> str:
    if len(transcripts) == 1:
        return ""
    each = "".join(
        f'<button data-do="turn_page" data-file="{plain(one.file)}" title="{plain(one.file)}"'
        f' aria-pressed="{str(one is current).lower()}" dir="auto">'
        f"{day_in_words(one.date) if one.date else plain(one.file)}</button>"
        for one in transcripts
    )
    return f'<div class="which-session" role="group" aria-label="Session">{each}</div>'


def _extent(all: bool, near: bool) -> str:
    if not near:
        return ""
    each = "".join(
        f'<button class="quiet" data-do="turn_page" data-all="{value}" '
        f'aria-pressed="{str(chosen).lower()}">{name}</button>'
        for name, value, chosen in (("Around the points", "no", not all), ("All of it", "yes", all))
    )
    return f'<div class="extent" role="group" aria-label="How much of the text">{each}</div>'


def _pages(page: int, last: int) -> str:
    if not last:
        return ""
    before = "" if page else " disabled"
    after = "" if page < last else " disabled"
    return (
        f'<nav class="sheets" aria-label="Pages of the session"><button class="quiet" data-do="turn_page" '
        f'data-page="{page - 1}"{before}>Earlier</button><span>{page + 1} of {last + 1}</span>'
        f'<button class="quiet" data-do="turn_page" data-page="{page + 1}"{after}>Later</button></nav>'
    )
