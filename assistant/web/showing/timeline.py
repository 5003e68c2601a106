"""The picture of the twenty cases: who defected when, who had been recalled, who was fully exploited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.policy import Case
from assistant.web.showing.escaping import plain

ROW = 27
TOP = 58


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels: ``left`` for the names, ``year`` for a year, ``key`` for what the marks mean."""

    name: str
    left: int
    year: int
    key: int


WIDE = Size("wide", 196, 30, 62)
NARROW = Size("narrow", 126, 9, 142)

MARKS = (
    ("fully", "fully exploited"),
    ("partly", "in part"),
    ("not", "not exploited"),
    ("unknown", "not said"),
)
RINGS = (("yes", "recalled just before"), ("after his approach", "recalled after his approach"))

EXPLOITED = {
    "fully": "reasonably fully exploited",
    "partly": "exploited in part",
    "not": "not exploited",
    "unknown": "the study does not say whether exploited",
}

RECALLED = {
    "yes": "recalled to Russia just before",
    "no evidence": "no evidence of a recall",
    "not known": "recall not known",
    "after his approach": "recalled after his approach",
}


def case_anchor(case: Case) -> str:
    return "case-" + re.sub(r"[^a-z]+", "-", case.name.lower()).strip("-")


def picture(cases: Sequence[Case]) -> str:
    """The picture twice, for a wide and for a narrow page, in the page's own colours.

    Every row links to its case in the table.
    """
    return f'<figure class="timeline">{_drawn(cases, WIDE)}{_drawn(cases, NARROW)}</figure>'


def _drawn(cases: Sequence[Case], size: Size) -> str:
    first = min(int(case.year.value) for case in cases)
    last = max(int(case.year.value) for case in cases)
    width = size.left + (last - first + 1) * size.year + 14
    bottom = TOP + len(cases) * ROW
    rows = "".join(_row(case, place, first, width, size) for place, case in enumerate(cases))
    name = size.name
    return f"""<svg class="{name}" viewBox="0 0 {width} {bottom + size.key}" width="{width}" role="img"
 aria-labelledby="timeline-{name} timeline-{name}-text">
<title id="timeline-{name}">The twenty defections, {first} to {last}</title>
<desc id="timeline-{name}-text">One row a case, placed by year. The shape of the mark tells how far he was
exploited, a ring around it that he had been recalled. The table below says the same in words.</desc>
{_scale(first, last, bottom, size)}{rows}{_key(bottom + 28, width)}</svg>"""


def _x(year: int, first: int, size: Size) -> float:
    return size.left + (year - first + 0.5) * size.year


def _scale(first: int, last: int, bottom: int, size: Size) -> str:
    lines = []
    for year in range(first, last + 1):
        x = _x(year, first, size)
        strong = year % 5 == 0
        kind = "grid strong" if strong else "grid"
        lines.append(f'<line x1="{x}" y1="{TOP - 14}" x2="{x}" y2="{bottom}" class="{kind}"/>')
        if strong or (size is WIDE and year in (first, last)):
            lines.append(f'<text x="{x}" y="{TOP - 24}" class="year" text-anchor="middle">{year}</text>')
    begin, end = _x(1939, first, size), _x(1945, first, size)
    band = (
        f'<rect x="{begin}" y="{TOP - 14}" width="{end - begin}" height="{bottom - TOP + 14}" class="war"/>'
        f'<text x="{(begin + end) / 2}" y="14" class="war-label" text-anchor="middle">war in Europe</text>'
    )
    return band + "".join(lines)


def _row(case: Case, place: int, first: int, width: float, size: Size) -> str:
    y = TOP + place * ROW + ROW / 2
    x = _x(int(case.year.value), first, size)
    recalled, exploited = case.recalled.value, case.exploited.value
    says = plain(f"{case.name}, {case.year.value}: {RECALLED[recalled]}; {EXPLOITED[exploited]}")
    anchor = case_anchor(case)
    name = case.name if size is WIDE else _initial(case.name)
    return f"""<a href="#{anchor}" data-case="{anchor}" aria-label="{says}"><title>{says}</title>
<rect x="0" y="{y - ROW / 2}" width="{width}" height="{ROW}" class="row"/>
<text x="{size.left - 13}" y="{y + 4}" text-anchor="end" class="name">{plain(name)}</text>
<line x1="{size.left - 6}" y1="{y}" x2="{x}" y2="{y}" class="bar"/>
{_ring(recalled, x, y)}{_mark(exploited, x, y)}</a>"""


def _initial(name: str) -> str:
    first, _, surname = name.rpartition(" ")
    return f"{first[0]}. {surname}" if first else surname


def _ring(recalled: str, x: float, y: float) -> str:
    if recalled == "yes":
        return f'<circle cx="{x}" cy="{y}" r="10.5" class="ring"/>'
    if recalled == "after his approach":
        return f'<circle cx="{x}" cy="{y}" r="10.5" class="ring after"/>'
    return ""


def _mark(exploited: str, x: float, y: float) -> str:
    """A full disc, a half disc, an empty square, a small cross: told apart without colour."""
    if exploited == "fully":
        return f'<circle cx="{x}" cy="{y}" r="6.5" class="mark full"/>'
    if exploited == "partly":
        return (
            f'<circle cx="{x}" cy="{y}" r="6" class="mark part"/>'
            f'<path d="M{x} {y - 6}a6 6 0 0 0 0 12z" class="mark full"/>'
        )
    if exploited == "not":
        return f'<rect x="{x - 5.5}" y="{y - 5.5}" width="11" height="11" class="mark none"/>'
    return f'<path d="M{x - 5} {y - 5}l10 10M{x + 5} {y - 5}l-10 10" class="mark unknown"/>'


def _key(y: float, width: float) -> str:
    entries = [(_mark(value, 0, 0), word) for value, word in MARKS]
    entries += [(_ring(value, 0, 0), word) for value, word in RINGS]
    parts, x = [], 14.0
    for drawing, word in entries:
        wide = 32 + len(word) * 7.2
        if x + wide > width and x > 14:
            x, y = 14.0, y + 26
        parts.append(
            f'<g transform="translate({x} {y})">{drawing}<text x="16" y="4" class="key">{word}</text></g>'
        )
        x += wide
    return "".join(parts)
