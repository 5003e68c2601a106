"""The picture of the twenty cases: who defected when, who had been recalled, who was fully exploited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.policy import Case
from assistant.web.showing.escaping import plain

ROW = 27
TOP = 58
LEFT = 196
YEAR = 27
KEY = 62

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
    """An SVG drawn in the page's own colours; every row links to its case in the table."""
    first = min(int(case.year.value) for case in cases)
    last = max(int(case.year.value) for case in cases)
    width = LEFT + (last - first + 1) * YEAR + 20
    height = TOP + len(cases) * ROW + KEY
    rows = "".join(_row(case, place, first, width) for place, case in enumerate(cases))
    return f"""<figure class="timeline"><div class="scroller" tabindex="0" role="group" aria-label="Timeline of the twenty cases; scrolls sideways on a narrow page">
<svg viewBox="0 0 {width} {height}" width="{width}" role="img" aria-labelledby="timeline-title timeline-text">
<title id="timeline-title">The twenty defections, {first} to {last}</title>
<desc id="timeline-text">One row a case, placed by year. The shape of the mark tells how far the man was exploited, a ring around it that he had been recalled. The table below says the same in words.</desc>
{_scale(first, last, height - KEY)}{rows}{_key(height - KEY + 30)}</svg></div></figure>"""


def _x(year: int, first: int) -> float:
    return LEFT + (year - first + 0.5) * YEAR


def _scale(first: int, last: int, bottom: int) -> str:
    lines = []
    for year in range(first, last + 1):
        x = _x(year, first)
        strong = year % 5 == 0
        lines.append(
            f'<line x1="{x}" y1="{TOP - 14}" x2="{x}" y2="{bottom}" class="grid{" strong" if strong else ""}"/>'
        )
        if strong or year in (first, last):
            lines.append(f'<text x="{x}" y="{TOP - 24}" class="year" text-anchor="middle">{year}</text>')
    war = _x(1939, first), _x(1945, first)
    band = (
        f'<rect x="{war[0]}" y="{TOP - 14}" width="{war[1] - war[0]}" height="{bottom - TOP + 14}" class="war"/>'
        f'<text x="{(war[0] + war[1]) / 2}" y="14" class="war-label" text-anchor="middle">war in Europe</text>'
    )
    return band + "".join(lines)


def _row(case: Case, place: int, first: int, width: int) -> str:
    y = TOP + place * ROW + ROW / 2
    x = _x(int(case.year.value), first)
    says = f"{case.name}, {case.year.value}: {RECALLED[case.recalled.value]}; {EXPLOITED[case.exploited.value]}"
    return f"""<a href="#{case_anchor(case)}" data-case="{case_anchor(case)}" aria-label="{plain(says)}"><title>{plain(says)}</title>
<rect x="0" y="{y - ROW / 2}" width="{width}" height="{ROW}" class="row"/>
<text x="{LEFT - 14}" y="{y + 4}" text-anchor="end" class="name">{plain(case.name)}</text>
<line x1="{LEFT - 6}" y1="{y}" x2="{x}" y2="{y}" class="bar"/>
{_ring(case.recalled.value, x, y)}{_mark(case.exploited.value, x, y)}</a>"""


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


def _key(y: float) -> str:
    parts, x = [], 16.0
    for value, word in (("fully", "fully exploited"), ("partly", "in part"), ("not", "not"), ("unknown", "not said")):
        parts.append(f'{_mark(value, x, y)}<text x="{x + 16}" y="{y + 4}" class="key">{word}</text>')
        x += 30 + len(word) * 7.4
    for value, word in (("yes", "recalled just before"), ("after his approach", "recalled after his approach")):
        parts.append(f'{_ring(value, x, y)}<text x="{x + 18}" y="{y + 4}" class="key">{word}</text>')
        x += 34 + len(word) * 7.4
    return "".join(parts)
