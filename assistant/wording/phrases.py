"""Lists of phrases, one a line, in a notation that reads like the phrases themselves.

    no {need} ... until          words in this order; "..." is any few words between
    (I|we) can [always] tell     one of these; this or nothing
    _ like you                   exactly one word, any
    your crime*, *ing            any ending, any beginning
    admit !(patients|visitors)   not followed by one of these
    what of it $                 at the end of the sentence

A class in braces is a list of alternatives given by name, or a regular expression where words do not
suffice (numbers, names with their capital letter). Between two words there may be spaces and commas, and
nothing before an apostrophe: "you {will}" finds "you'll" when the class has "'ll". A line goes on in the
next while one of its brackets is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from assistant.wording.grammar import pattern

_JOIN = r"(?:[\s,\"“”]+|(?='))"
_GAP_WORDS = 8
_ITEM = re.compile(r"\.\.\.|[\[\]()|!]|\{\w+\}|_(?![\w])|[^\s\[\]()|!{}]+")


@dataclass(frozen=True)
class _Line:
    """A phrase; ``needs`` are sets of words of which the sentence must have one each."""

    expression: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when the first sentence comes that has its words: many never are."""
        return pattern(self.expression)


class Phrases:
    """A list of phrases to look for; a line is tried only on sentences that have its words."""

    def __init__(self, listed: str, **classes: str | re.Pattern[str]) -> None:
        self._listed = listed
        self._parser = _Parser(classes)

    @cached_property
    def _lines(self) -> tuple[_Line, ...]:
        return tuple(self._parser.line(line) for line in _whole_lines(self._listed))

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where they stand between these characters."""
        has = vocabulary(text[start:end])
        for line in self._lines:
            if not any(need.isdisjoint(has) for need in line.needs):
                yield from (found.span() for found in line.pattern.finditer(text, start, end))

    def all(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Those that do not overlap one that begins before them, in order."""
        kept: list[tuple[int, int]] = []
        for span in sorted(self.find(text, start, end)):
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept

    def first(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The one that begins first; None when there is none."""
        return min(self.find(text, start, end), default=None)

    def begins(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The one that stands right at the start; None when there is none."""
        return next((span for span in self.find(text, start, end) if span[0] == start), None)


_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def vocabulary(text: str) -> Set[str]:
    """The words of a text in small letters; of "you'll" both parts, of "cut-out" the whole and the parts."""
    found = set()
    for word in _WORDS.findall(text.lower()):
        found.add(word)
        if "-" in word:
            found.update(word.split("-"))
    return found


def _spelt(word: str) -> str:
    """A word as a pattern; its hyphen may be a space, or left out."""
    return re.escape(word).replace(r"\-", "[- ]?")


def _whole_lines(listed: str) -> Iterator[str]:
    """The lines that are not empty; one whose bracket is still open goes on in the next."""
    begun = ""
    for line in listed.splitlines():
        begun = f"{begun} {line.strip()}".strip()
        if begun and begun.count("(") == begun.count(")") and begun.count("[") == begun.count("]"):
            yield begun
            begun = ""
    if begun:
        raise ValueError(f"a bracket is not closed in the phrase: {begun}")


class _Parser:
    def __init__(self, classes: Mapping[str, str | re.Pattern[str]]) -> None:
        self._classes = classes

    def line(self, line: str) -> _Line:
        items = _ITEM.findall(line)
        body, needs, rest = self._sequence(items)
        if rest:
            raise ValueError(f"a bracket too many in the phrase: {line}")
        return _Line(rf"(?<!\w){body}(?!\w)", tuple(need for need in needs if need))

    def _sequence(self, items: list[str]) -> tuple[str, list[frozenset[str]], list[str]]:
        """The pattern of items up to a bar or closing bracket, what they need, and the items left."""
        body, joined, needs = "", False, list[frozenset[str]]()
        while items and items[0] not in ("|", "]", ")"):
            item, *items = items
            if item == "...":
                body += rf"(?:{_JOIN}[^\s,]+){{0,{_GAP_WORDS}}}?"
                joined = True
                continue
            if item == "$":
                body += r"(?=[\s,]*$)"
                continue
            if item == "!":
                piece, _, items = self._item(items)
                body += rf"(?!{_JOIN if joined else ''}{piece}(?!\w))"
                continue
            if item == "[":
                piece, _, items = self._alternatives(items, "]")
                body += rf"(?:{_JOIN}{piece})?" if joined else rf"(?:{piece}{_JOIN})?"
                continue
            piece, need, items = self._item([item, *items])
            body += (_JOIN if joined else "") + piece
            joined = True
            needs.append(need)
        return body, needs, items

    def _item(self, items: list[str]) -> tuple[str, frozenset[str], list[str]]:
        item, *rest = items
        if item == "(":
            return self._alternatives(rest, ")")
        if item.startswith("{"):
            named = self._classes[item[1:-1]]
            if isinstance(named, re.Pattern):
                return f"(?:{named.pattern})", frozenset(), rest
            piece, need, _ = self._alternatives([*_ITEM.findall(named), ")"], ")")
            return piece, need, rest
        if item == "_":
            return r"[\w'-]+", frozenset(), rest
        if item.startswith("*"):
            return rf"[\w'-]+{re.escape(item[1:])}", frozenset(), rest
        if item.endswith("*"):
            return _spelt(item[:-1]) + r"[\w'-]*", frozenset(), rest
        word = _WORDS.search(item.lower())
        return _spelt(item), frozenset([word.group()] if word and "-" not in item else []), rest

    def _alternatives(self, items: list[str], closing: str) -> tuple[str, frozenset[str], list[str]]:
        bodies, needs = [], list[frozenset[str]]()
        while True:
            body, need, items = self._sequence(items)
            bodies.append(body)
            needs.append(next((each for each in need if each), frozenset()))
            if not items:
                raise ValueError("a bracket is not closed in a phrase")
            stop, *items = items
            if stop == closing:
                break
        any_of = frozenset().union(*needs) if all(needs) else frozenset[str]()
        return "(?:" + "|".join(bodies) + ")", any_of, items
