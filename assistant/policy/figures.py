"""Dates and numbers in a text as values, so that "19 January 1950" and "January 19, 1950" are equal."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = {
    form: number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
    for form in (name, name.upper())
} | {"Sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\w)",
        rf"(?<!\w){_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH}\s+{_DAY}(?!\w)(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"(?<=\w )\b{_MONTH}(?!\w)",
    )
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is given; None where it is not."""

    year: int | None
    month: int | None
    day: int | None

    def within(self, other: Day) -> bool:
        """Whether everything given here is given alike in the other."""
        mine = (self.year, self.month, self.day)
        theirs = (other.year, other.month, other.day)
        return all(a is None or a == b for a, b in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text gives: dates and numbers as written and as values.

    A number's value is its digits without commas, or the text where it is no plain number ("4/2",
    "1950s"). A number that stands in a date is not among the numbers, except its year.
    """

    dates: tuple[tuple[str, Day], ...]
    numbers: tuple[tuple[str, str], ...]


def figures(text: str) -> Figures:
    """Read the dates and numbers of a text, numbers in words too."""
    dates: list[tuple[str, Day]] = []
    rest = text
    for pattern in _DATES:
        for found in pattern.finditer(rest):
            dates.append((found.group(), _day(found)))
        rest = pattern.sub(" ; ", rest)
    numbers = [*_in_digits(rest), *_in_words(rest)]
    numbers += [(str(day.year), str(day.year)) for _, day in dates if day.year]
    return Figures(tuple(dates), tuple(numbers))


def _day(found: re.Match[str]) -> Day:
    parts = found.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS[parts["month"]]
    year, day = parts.get("year"), parts.get("day")
    return Day(int(year) if year else None, month, int(day) if day else None)


_DIGITS = re.compile(r"(?<!\w)(\d+(?:[.,/]\d+)*)(st|nd|rd|th|s)?(?!\w)")


def _in_digits(text: str) -> Iterator[tuple[str, str]]:
    for found in _DIGITS.finditer(text):
        number, ending = found.groups()
        if re.fullmatch(r"\d{1,3}(,\d{3})+", number):
            number = number.replace(",", "")
        plain = str(int(number)) if number.isdigit() else number
        yield found.group(), plain + ("s" if ending == "s" else "")


_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: n for words in (_CARDINALS, _ORDINALS) for n, word in enumerate(words)}
_SMALL |= {word: n * 10 for n, word in enumerate(_TENS, 2)}
_SMALL |= {f"{word[:-1]}ieth": n * 10 for n, word in enumerate(_TENS, 2)}
_SMALL |= {"dozen": 12, "dozens": 12}
_GREAT = {
    word + ending: n
    for word, n in (("hundred", 100), ("thousand", 1000), ("million", 1_000_000))
    for ending in ("", "s", "th")
}
_WORD = r"\b(?:" + "|".join([*_SMALL, *_GREAT]) + r")\b"
_RUN = re.compile(rf"{_WORD}(?:(?:[\s-]+|(?<=hundred) and |(?<=thousand) and ){_WORD})*", re.IGNORECASE)


def _in_words(text: str) -> Iterator[tuple[str, str]]:
    for run in _RUN.finditer(text):
        words = [word for word in re.split(r"[\s-]+", run.group().lower()) if word != "and"]
        for value in _values(words):
            yield run.group(), str(value)


def _values(words: list[str]) -> Iterator[int]:
    """The numbers that words side by side make: "twenty one" is one number, "three four" are two."""
    whole = part = 0
    last = ""
    for word in words:
        if word in _GREAT:
            size = _GREAT[word]
            if size == 100:
                part = (part or 1) * 100
            else:
                whole += (part or 1) * size
                part = 0
        else:
            n = _SMALL[word]
            joins = not last or last in _GREAT or (last in _TENS and 0 < n < 10)
            if not joins:
                yield whole + part
                whole = part = 0
            part += n
        last = word
    yield whole + part
