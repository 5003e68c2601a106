"""Dates as precise as they are known: a year, a season, a month or a day, with what they leave open."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.errors import BadContent

HOW_TO_WRITE = "Write 1938, 1938-05, 1938-05-18, May 1938, 18 May 1938, spring 1938 or about 1938."

ABOUT = 365
"""Days that "about" leaves open on each side."""

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Some day from ``earliest`` to ``latest``, both included; ``says`` as it was written."""

    earliest: date
    latest: date
    says: str


def parse_date(value: object) -> PartialDate:
    """Read a date as a profile gives it; YAML may have made a number or a day of it.

    Raises:
        BadContent: it is no date, or no day of the calendar; the message says how to write one.
    """
    if isinstance(value, date):
        return PartialDate(value, value, value.isoformat())
    says = " ".join(str(value).split())
    plain = says.lower().replace(",", "")
    about = re.match(r"(about|around|circa|c\.)\s*", plain)
    span = _span(plain[about.end() :] if about else plain)
    if about is None:
        return PartialDate(*span, says)
    room = timedelta(days=ABOUT)
    return PartialDate(span[0] - room, span[1] + room, says)


def _span(plain: str) -> tuple[date, date]:
    if found := re.fullmatch(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", plain):
        year, month, day = found.groups()
        return _days(int(year), int(month) if month else None, int(day) if day else None)
    if found := re.fullmatch(
        r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]+)\.?\s+(?:(\d{1,2})\s+)?([12]\d{3})", plain
    ):
        day, name, day_after, year = found.groups()
        if name in _MONTHS:
            chosen = day or day_after
            return _days(int(year), _MONTHS[name], int(chosen) if chosen else None)
        if not day and not day_after and name in _SEASONS:
            first, last = _SEASONS[name]
            return _days(int(year), first, None)[0], _days(int(year), last, None)[1]
        if not day and not day_after and name == "winter":
            # Winter of a year is the one that begins in it.
            return date(int(year), 12, 1), _days(int(year) + 1, 2, None)[1]
    if found := re.fullmatch(r"(early|mid|late)[ -]([12]\d{3})", plain):
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[found[1]]
        year_ = int(found[2])
        return _days(year_, first, None)[0], _days(year_, last, None)[1]
    raise BadContent(f"This is not a date. {HOW_TO_WRITE}")


def _days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise BadContent(f"There is no month {month}. {HOW_TO_WRITE}")
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise BadContent(f"{calendar.month_name[month]} {year} has {last} days.")
    return date(year, month, day), date(year, month, day)
