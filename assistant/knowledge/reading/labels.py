"""Recognise what may be a number at the start of a paragraph; ``numbering`` decides if it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Style: TypeAlias = tuple[str, ...]
"""What makes two numbers of one kind: form, kind of token, place, depth of a decimal."""

_TOKEN = r"(?P<token>\d{1,5}[a-z]?|[A-Za-z]|([a-z])\2|[ivxlcdm]{2,8}|[IVXLCDM]{2,8})"
_END = r"(?=\s|$)"
_FORMS = {
    "(x)": re.compile(rf"\({_TOKEN}\){_END}"),
    "x.": re.compile(rf"{_TOKEN}\.{_END}"),
    "x)": re.compile(rf"{_TOKEN}\){_END}"),
}
_BARE_ROMAN = re.compile(r"(?P<token>[IVXLC]{1,7})(?=\s+\S)")
_BARE_DIGITS = re.compile(r"(?P<token>\d{1,3})(?=\s+\S)")
_DECIMAL = re.compile(rf"(?P<token>\d{{1,3}}(?:\.\d{{1,3}}){{1,6}})\.?{_END}")
_KEYWORD = re.compile(
    r"(?P<word>(?i:Article|Art\.|Section|Sect?\.|Chapter|Part|Title|Rule|Clause|Schedule|Annex"
    r"|Appendix)|§§?)\s*(?P<token>\d{1,4}[a-z]?|[IVXLCDM]{1,8}|[A-Z])\b[.:]?"
    r"(?=\s*$|\s*[-–—:]|\s+[A-Z“\"'(\[])"
)
_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RANKS = {"part": 1, "title": 1, "annex": 1, "appendix": 1, "schedule": 1, "chapter": 2}
_LOWEST_RANK = 4
_CERTAIN = frozenset({"article", "art", "section", "sec", "sect", "chapter", "part", "§", "§§"})


@dataclass(frozen=True)
class Reading:
    """One way to read a number: ``value`` counts within ``style``, ``part`` goes into the id.

    ``value`` is (12, 0) for 12 and (12, 1) for 12a; for the decimal 1.2.3 it is (1, 2, 3).
    ``path`` is the number as a decimal's parent would have it, where it can be one.
    """

    style: Style
    value: tuple[int, ...]
    part: str
    label: str
    rest: str
    path: tuple[int, ...] = ()
    certain: bool = False
    """Whether it needs no count around it, as the heading ``Article 5``."""

    @property
    def is_decimal(self) -> bool:
        return self.style[0] == "decimal"

    @property
    def is_doubtful_start(self) -> bool:
        """Whether it could as well be an initial or a word (``A.``, ``I.``, ``IV THE …``)."""
        return self.style[0] == "bare roman" or (self.style[0] == "x." and self.style[1] in ("A", "I"))

    def starts(self) -> bool:
        """Whether a count may begin with it."""
        return set(self.value) == {1} if self.is_decimal else self.value == (1, 0)

    def follows(self, value: tuple[int, ...]) -> bool:
        """Whether it comes next after ``value`` of the same style."""
        return _is_next(value, self.value, self.is_decimal)

    def is_followed_by(self, value: tuple[int, ...]) -> bool:
        """Whether ``value`` of the same style comes next after it."""
        return _is_next(self.value, value, self.is_decimal)


def _is_next(before: tuple[int, ...], after: tuple[int, ...], decimal: bool) -> bool:
    if decimal:
        return after == (*before[:-1], before[-1] + 1)
    return after in ((before[0] + 1, 0), (before[0], before[1] + 1))


def readings(text: str, heading: bool = False, place: str = "") -> list[Reading]:
    """Every way to read a number at the start of ``text``.

    Bare numbers (``2 Scope``, ``II REASONS``) are looked for in headings only.
    """
    found = list(_decimal(text, place))
    if found:
        return found
    for form, match in _matches(text, heading):
        token = match["token"]
        for kind, value in _values(token):
            path = (value[0],) if kind == "1" and value[1] == 0 and form != "(x)" else ()
            found.append(
                Reading(
                    style=(form, kind, place),
                    value=value,
                    part=str(value[0]) if token.isdigit() else token,
                    label=match[0].strip(),
                    rest=text[match.end() :].strip(),
                    path=path,
                    certain=heading and form in _CERTAIN,
                )
            )
    return found


def keyword_rank(text: str) -> int:
    """The rank as a heading of ``Chapter II`` or ``Article 5 …``, from 1; 0 for other text."""
    match = _KEYWORD.match(text)
    return _RANKS.get(match["word"].lower(), _LOWEST_RANK) if match else 0


def _matches(text: str, heading: bool) -> Iterator[tuple[str, re.Match[str]]]:
    if match := _KEYWORD.match(text):
        yield match["word"].lower().rstrip("."), match
        return
    for form, pattern in _FORMS.items():
        if match := pattern.match(text):
            yield form, match
            return
    if heading and (match := _BARE_DIGITS.match(text)):
        yield "bare", match
    elif heading and (match := _BARE_ROMAN.match(text)):
        yield "bare roman", match


def _decimal(text: str, place: str) -> Iterator[Reading]:
    if match := _DECIMAL.match(text):
        parts = tuple(int(part) for part in match["token"].split("."))
        style: Style = ("decimal", "1", place, str(len(parts)))
        path = parts
        if len(parts) == 2 and parts[1] == 0:
            # The paragraph 2.0 that holds 2.1 is counted as 2.
            style, path = ("x.", "1", place), parts[:1]
        part = ".".join(map(str, path))
        yield Reading(style, parts, part, match[0], text[match.end() :].strip(), path)


def _values(token: str) -> Iterator[tuple[str, tuple[int, int]]]:
    if token[0].isdigit():
        digits = token.rstrip("abcdefghijklmnopqrstuvwxyz")
        suffix = token[len(digits) :]
        yield "1", (int(digits), ord(suffix) - ord("a") + 1 if suffix else 0)
        return
    case = "upper" if token.isupper() else "lower"
    if len(set(token)) == 1 and len(token) <= 2:
        yield {"upper": "A", "lower": "a"}[case], _letters(token.lower())
    if _ROMAN.fullmatch(token):
        yield {"upper": "I", "lower": "i"}[case], (_roman(token.lower()), 0)


def _letters(token: str) -> tuple[int, int]:
    # After z comes aa, then bb.
    return ord(token[0]) - ord("a") + 1 + 26 * (len(token) - 1), 0


def _roman(token: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in token]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
