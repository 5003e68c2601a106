"""A line of the subject's taken apart: sentences, clauses, names and numbers, what is denied, who does it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, groupby, pairwise

from assistant.knowledge import stems
from assistant.policy import figures

DENIES = frozenset("no not never none nobody nothing nowhere neither nor without cannot".split())

PERSONS = {
    word: person
    for person, words in {
        "I": "i my",
        "we": "we our",
        "you": "you your",
        "he": "he his",
        "she": "she her",
        "they": "they their",
    }.items()
    for word in words.split()
}
"""Who does or has something, by the word that says so. "Him", "me" and "them" say to whom."""

BACK = 4
"""So many words before a content word its person may stand."""

_ABOUT = frozenset("about around almost approximately near nearly roughly some".split())
_PARTS = frozenset("half quarter twice thrice double couple pair dozen dozens".split())
"""Words that count, beside those that ``figures`` reads."""

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
JOINS = frozenset("and but because though although which who while when where so or if".split())
"""Words with which a new clause begins."""

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*[a-z]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_STARTS = re.compile(r"(?:^|[.!?:;(–—…\"“‘]|(?<!\w)')\s*$")
_SENTENCE = re.compile(r"(?<=[.!?…])['’\")”]*\s+")
_STOPS = re.compile(r"[.!?…,;:()–—\"“”]|\s-\s")


@dataclass(frozen=True, slots=True)
class Token:
    """``anchor`` is what must be kept of a name or number, "" for other words; ``stem`` is "" for stop words.

    ``clause`` and ``sentence`` count from the beginning of the line.
    """

    word: str
    stem: str
    anchor: str
    number: bool
    clause: int
    sentence: int


@dataclass(frozen=True)
class Spoken:
    """``small`` are words that are known to be written small: no names, though a sentence begins with one."""

    text: str
    small: frozenset[str]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(each.strip() for each in _SENTENCE.split(self.text) if re.search(r"\w", each))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(
            token
            for number, sentence in enumerate(self.sentences)
            for token in _tokens(sentence, number, self.small)
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(each.anchor for each in self.tokens if each.anchor)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(each.anchor for each in self.tokens if each.number and each.anchor)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(each.stem for each in self.tokens if each.stem)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(each.word for each in self.tokens)

    @cached_property
    def clauses(self) -> tuple[tuple[Token, ...], ...]:
        together = groupby(self.tokens, key=lambda each: (each.sentence, each.clause))
        return tuple(tuple(tokens) for _, tokens in together)

    @cached_property
    def bound(self) -> frozenset[tuple[str, str]]:
        """What belongs together: rank and name, the parts of a date, each number with what it counts."""
        return frozenset(
            (a.anchor, b.anchor or b.stem)
            for (i, a), (j, b) in pairwise(self._heavy)
            if (a.sentence, a.clause) == (b.sentence, b.clause) and _belong(a, b, j - i == 1)
        )

    @cached_property
    def in_order(self) -> frozenset[tuple[str, str]]:
        """Each name or number with the word of weight that follows it, be it in the next sentence."""
        return frozenset(
            (a.anchor, b.anchor or b.stem) for (_, a), (_, b) in pairwise(self._heavy) if a.anchor
        )

    @cached_property
    def names_in_order(self) -> frozenset[tuple[str, str]]:
        """Each two names of a sentence, the earlier first."""
        names = [each for each in self.tokens if each.anchor and not each.number]
        return frozenset(
            (a.anchor, b.anchor)
            for a, b in combinations(names, 2)
            if a.sentence == b.sentence and a.anchor != b.anchor
        )

    @cached_property
    def _heavy(self) -> list[tuple[int, Token]]:
        return [(place, each) for place, each in enumerate(self.tokens) if each.anchor or each.stem]

    @property
    def denials(self) -> int:
        return sum(denies([each]) for each in self.tokens)

    @cached_property
    def denied(self) -> dict[str, frozenset[bool]]:
        """By stem, whether it stands in clauses that deny, in others, or in both."""
        found: dict[str, set[bool]] = {}
        for clause in self.clauses:
            for token in clause:
                if token.stem:
                    found.setdefault(token.stem, set()).add(denies(clause))
        return {stem: frozenset(each) for stem, each in found.items()}

    @cached_property
    def persons(self) -> dict[str, frozenset[str]]:
        """By stem, who does or has it, as far as a word shortly before says so."""
        found: dict[str, set[str]] = {}
        for clause in self.clauses:
            for place, token in enumerate(clause):
                if token.stem and (who := _person(clause[max(0, place - BACK) : place])):
                    found.setdefault(token.stem, set()).add(who)
        return {stem: frozenset(each) for stem, each in found.items()}

    def polarity(self, sentence: int) -> frozenset[bool]:
        """Whether the clauses of a sentence deny: True, False or both."""
        return frozenset(denies(each) for each in self.clauses if each[0].sentence == sentence)


def _belong(a: Token, b: Token, touching: bool) -> bool:
    if not a.anchor or not b.anchor:
        return a.number and bool(a.anchor)
    in_date = {a.anchor, b.anchor} & (_DAYS | _MONTHS)
    return touching or len(in_date) == 2 or bool(in_date and (a.number or b.number))


def denies(clause: Iterable[Token]) -> bool:
    return any(each.word in DENIES or each.word.endswith("n't") for each in clause)


def written_small(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in small letters somewhere in the texts."""
    return frozenset(
        word for text in texts for word in _TOKEN.findall(text.replace("’", "'")) if word == word.lower()
    )


def _tokens(sentence: str, number: int, small: Collection[str]) -> Iterator[Token]:
    text = sentence.replace("’", "'")
    found = list(_TOKEN.finditer(text))
    clause, place, end = 0, 0, 0
    while place < len(found):
        match = found[place]
        word = match.group().lower()
        if place and (_STOPS.search(text[end : match.start()]) or word in JOINS):
            clause += 1
        run = _run(found, place, text)
        if run:
            before = [each.group().lower() for each in found[max(0, place - 2) : place]]
            after = [each.group().lower() for each in found[place + run : place + run + 2]]
            said = " ".join(each.group() for each in found[place : place + run])
            for value in _values(said):
                yield Token(
                    said.lower(), "", _counted(said.lower(), value, before, after), True, clause, number
                )
        elif word in _PARTS:
            yield Token(word, "", word, True, clause, number)
        else:
            name = _name(match, text, small)
            stem = next(iter(stems(word.partition("'")[0])), "")
            yield Token(_POSSESSIVE.sub("", word), "" if name else stem, name, False, clause, number)
        place += max(run, 1)
        end = found[place - 1].end()


def _run(found: list[re.Match[str]], place: int, text: str) -> int:
    """How many words from here on make a number: "one hundred and ten" are four."""
    run = 0
    while place + run < len(found):
        word = found[place + run].group()
        joined = not run or not _STOPS.search(text[found[place + run - 1].end() : found[place + run].start()])
        following = found[place + run + 1].group() if place + run + 1 < len(found) else ""
        inside = run and word == "and" and bool(_values(following)) and _great(found[place + run - 1].group())
        if not joined or not (_values(word) or inside):
            break
        run += 1
    return run


def _great(word: str) -> bool:
    return word.lower() in ("hundred", "thousand")


@lru_cache(maxsize=4096)
def _values(words: str) -> tuple[str, ...]:
    return tuple(value for _, value in figures(words).numbers)


def _counted(said: str, value: str, before: list[str], after: list[str]) -> str:
    """A number as it must be kept. "One" is often nobody in particular, and "first" no date."""
    if said == "one" or (said == "first" and not _dates(before, after)):
        return ""
    return f"about {value}" if before[-1:] and before[-1] in _ABOUT else value


def _dates(before: list[str], after: list[str]) -> bool:
    """ "Thursday, the first", "the first of October"."""
    return bool(_DAYS & set(before)) or (after[:1] == ["of"] and bool(_MONTHS & set(after[1:])))


def _name(match: re.Match[str], text: str, small: Collection[str]) -> str:
    word = match.group()
    plain = _POSSESSIVE.sub("", word)
    lower = plain.lower()
    if word == word.lower() or lower == "i" or lower.startswith("i'"):
        return ""
    first = lower.partition("'")[0]
    if _STARTS.search(text[: match.start()]) and (lower in small or ("'" in lower and first in small)):
        return ""
    return lower.removesuffix("s") if len(lower) > 4 else lower


def _person(before: tuple[Token, ...]) -> str:
    """The nearest person before a word, with nothing of weight between them."""
    for token in reversed(before):
        if token.stem or token.anchor:
            return ""
        if token.word in PERSONS:
            return PERSONS[token.word]
    return ""
