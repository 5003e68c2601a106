"""Days and times in words, the same on every machine whatever its language."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.bona_fides.claim import Interval

_MONTHS = ("January February March April May June July August September October November December").split()


def day(of: date) -> str:
    """Such as "4 March 1951"."""
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"


def short_day(of: date) -> str:
    """Such as "4 Mar 1951"."""
    return f"{of.day} {_MONTHS[of.month - 1][:3]} {of.year}"


def days_between(days: int) -> str:
    """Such as "15 days between the two sessions"; within one session there are none."""
    if days == 0:
        return "On the same day"
    return f"{days:,} day{'' if days == 1 else 's'} between the two sessions"


def interval(when: Interval) -> str:
    """A time as it is known: "in March 1951", "from 1 May to 3 July 1944", "about 1938".

    The first and the last day that a date can hold stand for an open end.
    """
    start, end = sorted((when.start, when.end))
    text = _open(start, end) or _calendar(start, end)
    if text is None:
        joined = "from {} to {}" if when.whole else "between {} and {}"
        text = joined.format(*_ends(start, end))
    elif when.whole and text.startswith("in "):
        text = f"all {text.removeprefix('in ')}"
    return f"about {text.removeprefix('in ').removeprefix('on ')}" if when.rough else text


def _open(start: date, end: date) -> str | None:
    if start == date.min and end == date.max:
        return "at a time not known"
    if start == date.min:
        return f"until {day(end)}"
    return f"from {day(start)} on" if end == date.max else None


def _calendar(start: date, end: date) -> str | None:
    """A day, a month or a year, when the time is just that."""
    if start == end:
        return f"on {day(start)}"
    if not _whole_months(start, end) or start.year != end.year:
        return None
    if start.month == end.month:
        return f"in {_month(start)}"
    return f"in {start.year}" if (start.month, end.month) == (1, 12) else None


def _ends(start: date, end: date) -> tuple[str, str]:
    if not _whole_months(start, end):
        return day(start), day(end)
    if (start.month, end.month) == (1, 12):
        return str(start.year), str(end.year)
    return _month(start), _month(end)


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and (end + timedelta(days=1)).day == 1


def _month(of: date) -> str:
    return f"{_MONTHS[of.month - 1]} {of.year}"
