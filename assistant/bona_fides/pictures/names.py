"""Who is named in which session, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.characters import one_line
from assistant.bona_fides.exports.dates import short_day
from assistant.bona_fides.exports.paper import by_date
from assistant.bona_fides.pictures.drawing import (
    NARROWEST,
    WIDE,
    fitted,
    kept,
    number,
    picture,
    shown,
    text,
    wide,
)

Named = Mapping[str, Sequence[tuple[str, int]]]
"""A person's name with file and turn of every place where he is named."""

NOBODY = "Nobody is named in these sessions."
NAME = "names-map"
_ROW, _COLUMN, _MOST = 32, 34, 220
_SMALLEST, _LARGEST = 4.0, 13.0
_RULES = (
    "& .dot{fill:var(--of-accent);fill-opacity:.75}& .count{font-variant-numeric:tabular-nums}"
    "& .row{stroke:var(--of-rule);stroke-width:1}"
)


def names_map(checked: Checked, people: Named, width: int = 1200) -> str:
    """An SVG with a row for each person and a column for each session, ``width`` pixels wide or as much wider
    as many sessions need.

    Who is named most stands first. A dot's ``data-file`` and ``data-turn`` say where he is first named there,
    its ``data-turns`` all the turns. Places in files that are not among the sessions are passed over.
    """
    sessions = by_date(checked.transcripts)
    counts = {who: _counted(places, {each.file for each in sessions}) for who, places in people.items()}
    rows = sorted(
        ((who, files) for who, files in counts.items() if files),
        key=lambda each: (-sum(turns.total() for turns in each[1].values()), each[0]),
    )
    if not rows:
        return picture(NAME, max(width, NARROWEST), 46, "Names", NOBODY, text(12, 28, NOBODY, "small"))
    left = min(300, max(wide(fitted(who, 280)) for who, _ in rows) + 26)
    left = left if width >= WIDE else min(left, 150)
    width = max(width, NARROWEST, round(left) + _COLUMN * len(sessions) + 8)
    column = min(_MOST, (width - left - 8) / len(sessions))
    most = max(turns.total() for _, files in rows for turns in files.values())
    parts = [
        text(left + (place + 0.5) * column, 20, str(place + 1), "head", "middle")
        for place in range(len(sessions))
    ]
    y = 30.0
    for who, files in rows:
        parts.append(f'<path d="M8 {number(y)}H{number(left + column * len(sessions))}" class="row"/>')
        label = text(10, y + 20, fitted(who, left - 20), "label")
        parts.append(f"<g><title>{shown(who, 300)}</title>{label}</g>")
        for place, session in enumerate(sessions):
            if turns := files.get(session.file):
                parts.append(_dot(who, session.file, turns, most, left + place * column, column, y))
        y += _ROW
    for place, session in enumerate(sessions, start=1):
        y += 20
        on = short_day(session.date) if session.date else "date not known"
        parts.append(text(10, y, fitted(f"{place}: {on}, {session.file}", width - 20), "small"))
    says = (
        f"{len(rows)} people and {len(sessions)} sessions; the larger a dot, the oftener the person is "
        "named. Every dot leads to the first place."
    )
    return picture(NAME, width, y + 14, "Who is named in which session", says, "\n".join(parts), _RULES)


def _counted(places: Sequence[tuple[str, int]], files: set[str]) -> dict[str, Counter[int]]:
    """The turns of each file, every turn with how often he is named in it."""
    found: dict[str, Counter[int]] = {}
    for file, turn in places:
        if file in files:
            found.setdefault(file, Counter())[turn] += 1
    return found


def _dot(who: str, file: str, turns: Counter[int], most: int, x: float, column: float, y: float) -> str:
    times = turns.total()
    radius = max(_SMALLEST, _LARGEST * sqrt(min(times / most, 1.0)))
    room = column >= 64
    middle = x + column / 2 - (10 if room else 0)
    count = text(middle + _LARGEST + 4, y + 20, str(times), "small count") if room else ""
    says = (
        f"{one_line(who)[:200]}, {one_line(file)[:200]}: named {'once' if times == 1 else f'{times} times'}"
    )
    numbers = " ".join(map(str, sorted(turns)))
    return (
        f'<g class="to" data-file="{kept(file)}" data-turn="{min(turns)}" data-turns="{numbers}" '
        f'tabindex="0" role="button" aria-label="{shown(says)}"><title>{shown(says)}</title>'
        f'<rect x="{number(x + 1)}" y="{number(y + 1)}" width="{number(column - 2)}" height="{_ROW - 2}" '
        f'rx="3" class="hit"/>'
        f'<circle cx="{number(middle)}" cy="{number(y + _ROW / 2)}" r="{number(radius)}" class="dot"/>'
        f"{count}</g>"
    )
