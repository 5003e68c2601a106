"""The date of a session, from the head of its transcript or the name of its file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = (
    re.compile(rf"(?<!\d){_DAY}(?:\s+|-|_)(?:of\s+)?{_MONTH}(?:,?\s+|-|_){_YEAR}(?!\d)", re.I),
    re.compile(rf"(?<![^\W\d_]){_MONTH}(?:\s+|-|_){_DAY}(?:,?\s+|-|_){_YEAR}(?!\d)", re.I),
    re.compile(rf"(?<!\d){_YEAR}[-_./ ](?P<month>\d{{1,2}})[-_./ ](?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[.]\s?(?P<month>\d{{1,2}})[.]\s?{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[-_](?P<month>\d{{1,2}})[-_]{_YEAR}(?!\d)"),
    re.compile(r"(?<!\d)(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d{2})(?!\d)"),
)
_NAMED = re.compile(r"\W*(?:session\s+|interview\s+)?date\s*:", re.I)
_OTHER = re.compile(
    r"\b(?:born|birth|dob|review(?:ed)?|released?|printed|transcribed|declassified|typed|copied)\b\D*$", re.I
)
_EARLIEST = 1900


def date_in_header(header: str) -> datetime.date | None:
    """The date of a line that is named so, else the first; not those of births, reviews and releases."""
    lines = header.splitlines()
    named = [line for line in lines if _NAMED.match(line)]
    return next((date for line in [*named, *lines] for date in _dates(line)), None)


def date_in_name(file_name: str) -> datetime.date | None:
    """The date that the name of a file holds."""
    return next(_dates(file_name), None)


def remarks_on(date: datetime.date | None, today: datetime.date) -> tuple[str, ...]:
    """What the user should look at before he trusts the date."""
    if date is None:
        return ("No date of the session was found: give it, so that the sessions can be put in order.",)
    if date.year < _EARLIEST:
        return (f"The date of the session is before {_EARLIEST}: check it.",)
    if date > today:
        return ("The date of the session is in the future: check it.",)
    return ()


def _dates(line: str) -> Iterator[datetime.date]:
    found = [(match.start(), match) for pattern in _WRITTEN for match in pattern.finditer(line)]
    for start, match in sorted(found, key=lambda each: each[0]):
        if _OTHER.search(line[:start]):
            continue
        date = _date(**match.groupdict())
        if date:
            yield date


def _date(
    year: str, month: str = "", day: str = "", first: str = "", second: str = ""
) -> datetime.date | None:
    if first:
        # With slashes, day and month are told apart only where one of them is above 12 or both are the same.
        if int(first) <= 12 and int(second) <= 12 and first != second:
            return None
        month, day = (second, first) if int(first) > 12 else (first, second)
    number = int(month) if month.isdigit() else _month(month)
    try:
        return datetime.date(_century(year), number, int(day))
    except ValueError:
        return None


def _month(name: str) -> int:
    return next((n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name.casefold()[:3])), 0)


def _century(year: str) -> int:
    """Two figures are years of the twentieth century, in which records were dated so."""
    return int(year) + 1900 if len(year) == 2 else int(year)
