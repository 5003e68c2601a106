"""His life as he tells it along a line of time, with what does not fit together joined by a line."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Claim, Interval, Slot
from assistant.bona_fides.exports.characters import one_line
from assistant.bona_fides.exports.dates import interval, short_day
from assistant.bona_fides.exports.paper import marks, stated
from assistant.bona_fides.finding import Finding, Quote
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

LANES: dict[str, tuple[Slot, ...]] = {
    "Postings and work": ("posting", "work", "rank", "membership", "access"),
    "Places": (),
    "Schooling": ("schooling",),
    "Travel": ("travel",),
    "Events": ("born", "event", "acquaintance", "ability", "possession", "number", "other"),
    "Kin": ("kin",),
}
"""A place that he names for no other purpose, a claim of slot "other", stands among the places."""

NOTHING_DATED = "Nothing that he said has a date yet."
NAME = "life-line"

_ROW, _BAR, _SMALLEST = 34, 9, 7
_RIGHT, _NAMES, _YEAR = 14, 142, 46.0
"""Pixels: the margin, room for the lanes' names, and room for a year's label."""
_WIDEST = 9.0
"""How much wider than an empty year one may be."""
_MOST_WORDS = 300
_RULES = (
    "& .bar{fill:var(--of-ink);fill-opacity:.72;stroke:var(--of-ink);stroke-width:1}"
    "& .within{fill-opacity:1;stroke-width:1}& .rough{stroke-dasharray:3 3;stroke-width:1.4}"
    "& .rough.whole{fill-opacity:.3}& .stripe{stroke:var(--of-ink);stroke-opacity:.5;stroke-width:2}"
    "& .joined .bar{stroke:var(--of-accent);stroke-width:1.6}"
    "& .session{stroke:var(--of-edge);stroke-width:1;stroke-dasharray:1 3}"
    "& .lane{fill:var(--of-ink);fill-opacity:.035}"
    "& .link{fill:none;stroke:var(--of-accent);stroke-width:1.6;stroke-opacity:.85}"
    "& .link.look{stroke-dasharray:5 4;stroke-opacity:.6}"
    "& .end{fill:var(--of-accent)}"
)


class _Scale(NamedTuple):
    """Where years begin, as ordinals of the calendar and as pixels, and where the last one ends."""

    begins: tuple[int, ...]
    at: tuple[float, ...]

    def x(self, ordinal: int) -> float:
        inside = min(max(ordinal, self.begins[0]), self.begins[-1])
        year = min(bisect_right(self.begins, inside), len(self.begins) - 1) - 1
        begin, end = self.begins[year : year + 2]
        left, right = self.at[year : year + 2]
        return left + (inside - begin) / (end - begin) * (right - left)

    @property
    def right(self) -> float:
        return self.at[-1]

    def years(self) -> Iterator[tuple[int, float]]:
        """Every year with where it begins."""
        first = date.fromordinal(self.begins[0]).year
        yield from enumerate(self.at[:-1], start=first)


@dataclass(slots=True)
class _Bar:
    """A claim as drawn. ``label`` begins at ``label_x``; ``y`` is the top of its row."""

    claim: Claim
    when: Interval
    x: float
    width: float
    label: str
    label_x: float
    y: float = 0.0
    joined: bool = False

    @property
    def extent(self) -> tuple[float, float]:
        return min(self.x, self.label_x), max(self.x + self.width, self.label_x + wide(self.label))

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + _ROW - 8 - _BAR / 2


def timeline(checked: Checked, width: int = 1200) -> str:
    """An SVG of every claim with a time that is not denied, ``width`` pixels wide.

    A bar's ``data-file`` and ``data-turn``, and a line's ``data-finding``, say what it stands for.
    """
    width = max(width, NARROWEST)
    claims = [claim for claim in checked.claims if claim.when and not claim.denied]
    if not claims:
        inside = text(12, 28, NOTHING_DATED, "small")
        return picture(NAME, width, 46, "Line of time", NOTHING_DATED, inside)
    narrow = width < WIDE
    scale = _scale(checked, claims, 12 if narrow else _NAMES, width - _RIGHT)
    dates = sorted({each.date for each in checked.transcripts if each.date})
    session_marks, top = _sessions(dates, scale, width)
    lanes = [(name, bars) for name in LANES if (bars := list(_bars(claims, name, scale, width)))]
    drawn, bottom = _lanes(lanes, top + 26, width, narrow)
    links = "".join(_links(checked.findings, [bar for _, bars in lanes for bar in bars]))
    statements = "".join(_drawn(bar, width) for _, each in lanes for bar in each)
    key, height = _key(bottom + 26, width)
    inside = "\n".join(
        (
            _stripes(width),
            _years(scale, top, bottom),
            drawn,
            *(
                f'<path d="M{number(x)} {number(y)}V{number(bottom)}" class="session"/>'
                for x, y in session_marks.lines
            ),
            links,
            statements,
            session_marks.words,
            key,
        )
    )
    years = [year for year, _ in scale.years()]
    says = (
        f"{sum(len(each) for _, each in lanes)} statements with a time, {years[0]} to {years[-1]}, in lanes "
        "by kind. Years of which he tells much are drawn wider. Every bar leads to his words. The table of "
        "statements says the same in words."
    )
    return picture(NAME, width, height, "His life as he tells it", says, inside, _RULES)


# The line of time


def _scale(checked: Checked, claims: Iterable[Claim], left: float, right: float) -> _Scale:
    """From the first to the last year that is spoken of; an open end reaches the edge.

    A year of which he tells much is drawn wider, so that the labels find room beside each other.
    """
    told: Counter[int] = Counter()
    years = {each.date.year for each in checked.transcripts if each.date}
    for claim in claims:
        if claim.when:
            ends = [each for each in (claim.when.start, claim.when.end) if each not in (date.min, date.max)]
            years |= {each.year for each in ends}
            told.update(each.year for each in sorted(ends)[:1])
    first, last = min(years, default=1), max(years, default=1)
    weights = [1 + min(2 * sqrt(told[year]), _WIDEST) for year in range(first, last + 1)]
    unit = (right - left) / sum(weights)
    return _Scale(
        tuple(_new_year(year) for year in range(first, last + 2)),
        tuple(left + unit * before for before in accumulate(weights, initial=0.0)),
    )


def _new_year(year: int) -> int:
    """The ordinal of 1 January, also of the year after the last that a date can hold."""
    before = year - 1
    return min(365 * before + before // 4 - before // 100 + before // 400 + 1, date.max.toordinal())


def _years(scale: _Scale, top: float, bottom: float) -> str:
    """A line and a label for as many years as have room for a label."""
    parts = []
    last = -_YEAR
    for year, x in scale.years():
        if x - last < _YEAR or x + 32 > scale.right + _RIGHT:
            continue
        last = x
        parts.append(f'<path d="M{number(x)} {number(top + 20)}V{number(bottom)}" class="grid"/>')
        parts.append(text(x + 3, top + 16, str(year), "small"))
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _SessionMarks:
    lines: tuple[tuple[float, float], ...]
    words: str


def _sessions(dates: Sequence[date], scale: _Scale, width: int) -> tuple[_SessionMarks, float]:
    """Lines of the sessions, with x and where they begin, their labels, and the height that these take.

    Sessions that fall on nearly one place have one label.
    """
    together: list[list[date]] = []
    for each in dates:
        if together and scale.x(each.toordinal()) - scale.x(together[-1][0].toordinal()) < 24:
            together[-1].append(each)
        else:
            together.append([each])
    lines: list[tuple[float, float]] = []
    words: list[str] = []
    ends: list[float] = []
    for group in together:
        x = scale.x(group[0].toordinal())
        label = f"session {short_day(group[0])}"
        if len(group) > 1:
            label = f"{len(group)} sessions, {short_day(group[0])} to {short_day(group[-1])}"
        start = max(4.0, min(x + 4, width - 10 - wide(label)))
        row = _row(ends, start, start + wide(label))
        y = 16.0 + 16 * row
        words.append(text(start, y, label, "small"))
        lines += [(scale.x(each.toordinal()), y + 4) for each in group]
    return _SessionMarks(tuple(lines), "".join(words)), 8.0 + 16 * len(ends)


def _row(ends: list[float], start: float, end: float) -> int:
    """The first row whose last thing ends before ``start``; ``ends`` is kept up."""
    for row, last in enumerate(ends):
        if last + 8 <= start:
            ends[row] = end
            return row
    ends.append(end)
    return len(ends) - 1


# The lanes


def _lane(claim: Claim) -> str:
    if claim.slot == "other" and claim.where:
        return "Places"
    return next((name for name, slots in LANES.items() if claim.slot in slots), "Events")


def _bars(claims: Iterable[Claim], lane: str, scale: _Scale, width: int) -> Iterator[_Bar]:
    found = [(claim, claim.when) for claim in claims if claim.when and _lane(claim) == lane]
    for claim, when in sorted(found, key=lambda each: (min(each[1].start, each[1].end), each[0].file)):
        start, end = sorted((when.start, when.end))
        x = min(scale.x(start.toordinal()), scale.right - _SMALLEST)
        right = scale.x(end.toordinal() + (end < date.max))
        label = fitted(stated(claim), min(width - 24, 330 if width >= WIDE else 230))
        label_x = max(6.0, min(x, width - 10 - wide(label)))
        yield _Bar(claim, when, x, max(right - x, _SMALLEST), label, label_x)


def _lanes(
    lanes: Iterable[tuple[str, Sequence[_Bar]]], top: float, width: int, narrow: bool
) -> tuple[str, float]:
    """Give every bar its row, so that none lies on another, and draw what lies behind them."""
    parts = []
    y = top
    for place, (name, bars) in enumerate(lanes):
        begin = y
        y += 22 if narrow else 6
        ends: list[float] = []
        for bar in bars:
            bar.y = y + _ROW * _row(ends, *bar.extent)
        y += _ROW * len(ends) + 4
        if place % 2 == 0:
            parts.append(
                f'<rect x="0" y="{number(begin)}" width="{width}" height="{number(y - begin)}" class="lane"/>'
            )
        parts.append(text(8, begin + 16 if narrow else begin + 20, name, "head"))
    return "".join(parts), y


def _drawn(bar: _Bar, width: int) -> str:
    claim = bar.claim
    left, right = bar.extent
    exact = bar.when.whole or bar.when.start == bar.when.end
    kinds = ["bar", "whole" if exact else "within", *(["rough"] if bar.when.rough else [])]
    fill = "" if exact else _striped(width)
    known = "".join(f" ({mark})" for mark in marks(claim))
    source = ", ".join(filter(None, (one_line(claim.file), one_line(claim.place))))
    says = f"{stated(claim)[:_MOST_WORDS]}, {interval(bar.when)}{known}"
    title = f"“{one_line(claim.words)[:_MOST_WORDS]}” {source}"
    return (
        f'<g class="to{" joined" if bar.joined else ""}" data-file="{kept(claim.file)}" '
        f'data-turn="{claim.turn}" tabindex="0" role="button" aria-label="{shown(f"{says}. {title}")}">'
        f"<title>{shown(title)}\n{shown(says)}</title>"
        f'<rect x="{number(left - 3)}" y="{number(bar.y)}" width="{number(right - left + 6)}" '
        f'height="{_ROW - 2}" rx="3" class="hit"/>'
        f'<rect x="{number(bar.x)}" y="{number(bar.y + _ROW - 8 - _BAR)}" width="{number(bar.width)}" '
        f'height="{_BAR}" rx="2" class="{" ".join(kinds)}"{fill}/>'
        f"{text(bar.label_x, bar.y + 13, bar.label, 'label')}</g>"
    )


def _striped(width: int) -> str:
    """The pattern as a style: as an attribute it would give way to the rules."""
    return f' style="fill:url(#{NAME}-stripes-{width})"'


def _stripes(width: int) -> str:
    return (
        f'<defs><pattern id="{NAME}-stripes-{width}" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M0 0V5" class="stripe"/></pattern></defs>'
    )


# What does not fit together


def _links(findings: Iterable[Finding], bars: Sequence[_Bar]) -> Iterator[str]:
    by_turn: dict[tuple[str, int], list[_Bar]] = {}
    for bar in bars:
        by_turn.setdefault((bar.claim.file, bar.claim.turn), []).append(bar)
    for finding in findings:
        if finding.tier not in ("clarify", "look"):
            continue
        first, second = (_bar_of(quote, by_turn) for quote in (finding.first, finding.second))
        if first and second and first is not second:
            first.joined = second.joined = True
            yield _link(finding, first, second)


def _bar_of(quote: Quote, by_turn: dict[tuple[str, int], list[_Bar]]) -> _Bar | None:
    """The bar for the words that are quoted; another of the same turn when none has these."""
    bars = by_turn.get((quote.file, quote.turn), [])
    words = one_line(quote.words)

    def shared(bar: _Bar) -> int:
        own = one_line(bar.claim.words)
        return 2 * (own in words or words in own) * min(len(own), len(words)) + len(
            set(own.lower().split()) & set(words.lower().split())
        )

    return max(bars, key=shared, default=None)


def _link(finding: Finding, first: _Bar, second: _Bar) -> str:
    (x1, y1), (x2, y2) = first.middle, second.middle
    bend = 26 if abs(y1 - y2) < 1 else 0
    path = f"M{number(x1)} {number(y1)}C{number(x1)} {number((y1 + y2) / 2 + bend)} "
    path += f"{number(x2)} {number((y1 + y2) / 2 + bend)} {number(x2)} {number(y2)}"
    kind = "to clarify" if finding.tier == "clarify" else "worth a look"
    ends = "".join(
        f'<circle cx="{number(x)}" cy="{number(y)}" r="3" class="end"/>'
        for x, y in (first.middle, second.middle)
    )
    return (
        f'<g data-finding="{kept(finding.id)}"><title>{shown(finding.why, _MOST_WORDS)} ({kind})</title>'
        f'<path d="{path}" class="link {finding.tier}"/>{ends}</g>'
    )


def _key(y: float, width: int) -> tuple[str, float]:
    """What the marks mean, in as many lines as it takes, and where the picture ends."""
    bar = '<rect x="0" y="-9" width="26" height="9" rx="2" class="bar {}"{}/>'
    striped = _striped(width)
    entries = (
        (bar.format("whole", ""), "filled this time, or on this day"),
        (bar.format("within", striped), "fell somewhere in it"),
        (bar.format("within rough", striped), "about then"),
        ('<path d="M13 -13V3" class="session"/>', "a session"),
        ('<path d="M0 -4H26" class="link"/>', "to clarify"),
        ('<path d="M0 -4H26" class="link look"/>', "worth a look"),
    )
    parts = []
    x = 10.0
    for drawing, words in entries:
        room = 34 + wide(words) + 18
        if x > 10 and x + room - 18 > width:
            x, y = 10.0, y + 22
        parts.append(
            f'<g transform="translate({number(x)} {number(y)})">{drawing}{text(34, 0, words, "small")}</g>'
        )
        x += room
    return "".join(parts), y + 16
