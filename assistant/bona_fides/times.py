"""Times as people say them to intervals of days: "in the spring of 1938", "forty-six", "last autumn".

A time without a year takes the year that was spoken of last, and is then marked as rough.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.bona_fides.claim import Interval

EARLIEST, LATEST = 1850, 2100
"""Years that a person speaks of as his own or his parents' time."""

_UNITS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
_ORDINALS |= {f"twenty-{word}": 20 + n for word, n in list(_ORDINALS.items())[:9]} | {"thirty-first": 31}

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

_FEASTS = {
    "christmas": ((12, 24), (12, 26)),
    "new year": ((12, 31), (1, 1)),
    "easter": ((3, 22), (4, 25)),
    "whitsun": ((5, 10), (6, 13)),
    "labor day": ((9, 1), (9, 7)),
    "thanksgiving": ((11, 22), (11, 28)),
    "may day": ((5, 1), (5, 1)),
}

_alternatives = "|".join


def _longest_first(words: object) -> str:
    return _alternatives(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_TENS_UNITS = rf"(?:{_longest_first(_TENS)})(?:[- ](?:{_longest_first(list(_UNITS)[1:10])}))?"
_TEENS = _longest_first(list(_UNITS)[10:])
_YEAR = (
    rf"(?P<digits>1[89]\d\d|20\d\d)|['’](?P<short>\d\d)\b|nineteen[- ](?:hundred and "
    rf")?(?P<full>{_TENS_UNITS}|{_TEENS})"
    rf"|(?P<words>{_TENS_UNITS})(?!-)(?! (?:men|people|thousand|hundred|per|of|\w{{3,}}[^su]s)\b)"
)
_MONTH = rf"(?P<month>{_longest_first(_MONTHS)})\b\.?"
_DAY = rf"(?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{_longest_first(_ORDINALS)})"
_PART = r"(?P<part>early|late|mid|(?:the )?(?:beginning|start|first days|middle|end|last days) of)"

_DATED = re.compile(
    rf"\b(?:(?:{_DAY} (?:of )?)?(?:{_PART}[ -])?{_MONTH}(?: (?P<after>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\b(?!\d))?(?:,? (?:of )?(?:{_YEAR}))?)",
    re.IGNORECASE,
)
_SEASONED = re.compile(
    rf"\b(?:{_PART} )?(?:the )?(?P<season>{_longest_first(_SEASONS)})(?: (?:of|in) )?(?:(?: ?)(?:{_YEAR}))?",
    re.IGNORECASE,
)
_FEAST = re.compile(
    rf"\b(?P<feast>{_longest_first(_FEASTS)})\b(?:,? (?:of |in )?(?:{_YEAR}))?", re.IGNORECASE
)
_ISO = re.compile(r"\b(?P<year>1[89]\d\d|20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_YEAR_ALONE = re.compile(
    rf"\b(?P<lead>in|between|and|since|until|till|by|from|to|before|after|of|year|during|end of|"
    rf"beginning of)\s+(?:the year )?(?:{_YEAR})\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?P<which>last|this) (?P<unit>year|spring|summer|autumn|fall|winter|month|week)\b", re.IGNORECASE
)
_AGO = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{_longest_first(_UNITS)}|a|an) (?P<unit>years?|months?|weeks?|days?) ago\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(about|around|perhaps|maybe|roughly|some time|i think|i believe|or so|probably)\s*$", re.IGNORECASE
)
_COUNTED = re.compile(
    r"^\s+(men|people|thousand|hundred|years?|days?|kilo\w*|metres?|meters?|miles?|marks?|of us)\b", re.I
)

_FROM = re.compile(r"\b(?:from|since|between)\s+(?:the\s+)?(?:about\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:\b(?:until|till|up to)|\bleave\b[^.]{0,18}\bbefore)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:of\s+)?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|following)\s+$", re.IGNORECASE)
_TO = re.compile(
    r"^[\w\s,]{0,24}?\band\b[\w\s]{0,12}$|^[^.;?!]{0,60}?\b(?:to|until|till|up to|through)\b[\w\s]{0,24}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """An interval and the characters that say it."""

    interval: Interval
    start: int
    end: int
    yearless: bool = False
    until: bool = False


def times_in(text: str, spoken: date | None, year: int | None = None) -> list[Time]:
    """Every time in a text, in order; "from … to …" is one interval that it filled.

    ``spoken`` is the session's date, ``year`` the one that was spoken of last.
    """
    if year is None and (said := re.search(r"\b(?:1[89]|20)\d\d\b", text)):
        year = int(said[0])
    found: list[Time] = []
    for time in sorted(_found(text, spoken, year), key=lambda each: (each.start, each.start - each.end)):
        if not found or time.start >= found[-1].end:
            found.append(time)
    return _joined(text, _with_years(text, found))


def _found(text: str, spoken: date | None, year: int | None) -> Iterator[Time]:
    for match in _ISO.finditer(text):
        day = _date(int(match["year"]), int(match["month"]), int(match["day"]))
        if day:
            yield Time(Interval(day, day), *match.span())
    for match in _DATED.finditer(text):
        if match["month"].lower() in ("may", "mar", "march") and not (
            match["day"] or match["after"] or _year_of(match) or match["part"]
        ):
            if match["month"] != match["month"].title() or match["month"].lower() == "mar":
                continue
            if not re.search(
                r"\b(in|of|since|until|till|by|from|last|this|to|during|every|and)\s$",
                text[: match.start()],
                re.I,
            ):
                continue
        interval = _in_month(match, year)
        if interval:
            yield _rough(text, match.start(), _end(match), interval, _year_of(match) is None)
    for match in _SEASONED.finditer(text):
        known = _year_of(match) or year
        if known and (match["season"].lower() != "fall" or _year_of(match)):
            interval = _shifted(_season(match["season"], known), match["part"])
            yield _rough(text, match.start(), _end(match), interval, _year_of(match) is None)
    for match in _FEAST.finditer(text):
        known = _year_of(match) or year
        if known:
            (m1, d1), (m2, d2) = _FEASTS[match["feast"].lower()]
            start, end = _date(known, m1, d1), _date(known + (m2 < m1), m2, d2)
            if start and end:
                yield _rough(text, match.start(), _end(match), Interval(start, end), _year_of(match) is None)
    for match in _YEAR_ALONE.finditer(text):
        known = _year_of(match)
        begins, ends = _span_of_year(match)
        if match["words"] and (match["lead"].lower() == "and" or _bare_tens(match, text[ends:])):
            continue
        if known and not _COUNTED.match(text[ends:]):
            interval = _shifted(Interval(date(known, 1, 1), date(known, 12, 31)), match["lead"])
            yield _rough(text, begins, ends, interval, False)
    if spoken:
        for match in _LAST.finditer(text):
            if interval := _last(match, spoken):
                yield Time(interval, *match.span())
        for match in _AGO.finditer(text):
            yield Time(_ago(match, spoken), *match.span())


def _bare_tens(match: re.Match[str], after: str) -> bool:
    """ "In fifty men" and "of twenty" are no years, "in fifty, I" and "in fifty we" are."""
    return match["words"].lower() in _TENS and not re.match(
        r"\s*(?:[,.;]|$|(?:I|we|they|he|she|the)\b)", after
    )


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match[0].rstrip(" ,"))


def _span_of_year(match: re.Match[str]) -> tuple[int, int]:
    for name in ("digits", "short", "full", "words"):
        if match[name]:
            return match.start(name), match.end(name)
    return match.span()


def _rough(text: str, start: int, end: int, interval: Interval, yearless: bool) -> Time:
    rough = yearless or bool(_ROUGH.search(text[max(0, start - 24) : start].rstrip(" ") + " "))
    return Time(replace(interval, rough=rough), start, end, yearless)


def _year_of(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    if match["short"]:
        return 1900 + int(match["short"])
    said = (match["full"] or match["words"] or "").lower()
    return 1900 + number(said) if said else None


def number(words: str) -> int:
    """ "forty-six" → 46; 0 for what is no number under a hundred."""
    total = 0
    for part in re.split(r"[- ]", words.lower()):
        total += _TENS.get(part, 0) + _UNITS.get(part, 0)
    return total


def _day_of(said: str) -> int:
    return _ORDINALS.get(said.lower(), 0) or int(re.sub(r"\D", "", said) or 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_month(match: re.Match[str], year: int | None) -> Interval | None:
    known = _year_of(match) or year
    month = _MONTHS[match["month"].lower()]
    if known is None or not EARLIEST <= known <= LATEST:
        return None
    said = match["day"] or match["after"]
    if said and (day := _date(known, month, _day_of(said))):
        return Interval(day, day)
    whole = Interval(date(known, month, 1), date(known, month, calendar.monthrange(known, month)[1]))
    return _shifted(whole, match["part"])


def _season(name: str, year: int) -> Interval:
    first, last = _SEASONS[name.lower()]
    ends = year + (last < first)
    # A winter is called by the year it begins in or the one it ends in.
    begins = date(year, 1, 1) if last < first else date(year, first, 1)
    return Interval(begins, date(ends, last, calendar.monthrange(ends, last)[1]))


def _shifted(interval: Interval, part: str | None) -> Interval:
    """The first, middle or last third."""
    third = (interval.end - interval.start) // 3
    said = (part or "").lower()
    if re.search(r"early|beginning|start|first", said):
        return replace(interval, end=interval.start + third)
    if re.search(r"late|end|last", said):
        return replace(interval, start=interval.end - third)
    if "mid" in said:
        return Interval(interval.start + third, interval.end - third)
    return interval


def _last(match: re.Match[str], spoken: date) -> Interval | None:
    unit, back = match["unit"].lower(), match["which"].lower() == "last"
    if unit == "year":
        known = spoken.year - back
        return Interval(date(known, 1, 1), date(known, 12, 31))
    if unit in _SEASONS:
        for known in (spoken.year, spoken.year - 1, spoken.year - 2):
            season = _season(unit, known)
            if season.end < spoken or (not back and season.start <= spoken):
                return replace(season, rough=True)
        return None
    days = {"month": 31, "week": 7}[unit]
    return Interval(spoken - timedelta(days * (1 + back)), spoken, rough=True)


def _ago(match: re.Match[str], spoken: date) -> Interval:
    said = match["count"].lower()
    count = int(said) if said.isdigit() else max(1, number(said))
    days = {"y": 365, "m": 30, "w": 7, "d": 1}[match["unit"][0].lower()]
    middle = spoken - timedelta(days * count)
    return Interval(middle - timedelta(days // 2), middle + timedelta(days // 2), rough=True)


def _with_years(text: str, found: list[Time]) -> list[Time]:
    """A time without a year takes that of the one before or, in "from June to August 1951", after it."""
    mended: list[Time] = []
    for n, time in enumerate(found):
        near = [other for other in (*mended[-1:], *found[n + 1 : n + 2]) if not other.yearless]
        if time.yearless and near:
            shift = near[0].interval.start.year - time.interval.start.year
            start = _moved(time.interval.start, shift)
            end = _moved(time.interval.end, shift)
            if mended and start < mended[-1].interval.start and _NEXT.search(text[: time.start]):
                start, end = _moved(start, 1), _moved(end, 1)
            time = replace(time, interval=Interval(start, end), yearless=False)
        mended.append(time)
    return mended


def _moved(day: date, years: int) -> date:
    return _date(day.year + years, day.month, day.day) or date(day.year + years, day.month, 28)


def _joined(text: str, found: list[Time]) -> list[Time]:
    """Two times with "from" before and "to" between them become one that was filled."""
    joined: list[Time] = []
    skip = False
    for n, time in enumerate(found):
        if skip:
            skip = False
            continue
        after = found[n + 1] if n + 1 < len(found) else None
        before = text[max(0, time.start - 20) : time.start]
        from_to = after and _FROM.search(before) and _TO.match(text[time.end : after.start])
        if after and from_to and time.interval.start <= after.interval.end:
            rough = time.interval.rough or after.interval.rough
            whole = Interval(time.interval.start, after.interval.end, whole=True, rough=rough)
            joined.append(Time(whole, time.start, after.end, time.yearless))
            skip = True
            continue
        until = bool(_UNTIL.search(text[max(0, time.start - 40) : time.start]))
        joined.append(replace(time, until=until))
    return joined


def overlap(one: Interval, other: Interval) -> bool:
    return one.start <= other.end and other.start <= one.end


def within(one: Interval, other: Interval) -> bool:
    """Whether ``one`` lies wholly inside ``other``."""
    return other.start <= one.start and one.end <= other.end
