"""A detail that the interviewer brought in first and that he later tells as his own.

Flags: asked "Somebody has mentioned a grey ambulance with painted windows" / told a month later "there came
the grey ambulance with the painted windows".
Stays silent on: words he had used himself before, everyday words, an answer that only repeats the question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

FEWEST = 3
"""Rare words that the interviewer's line and his own must share and that he had not used before."""

FEWEST_IN_ONE_SESSION = 3

MOST_BETWEEN = 6
"""Turns within which an answer only takes up the question."""


def find(case: Case) -> Iterator[Pair]:
    first_said: dict[str, tuple[int, int]] = {}
    for statement in case.statements:
        if not statement.supplied:
            for word in _words(statement):
                first_said.setdefault(word, statement.source.key)
    brought: dict[str, list[tuple[int, int]]] = defaultdict(list)
    lines: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    speakers = {part for each in case.transcripts for name in each.speakers for part in name.split()}
    for line in case.asked:
        lines[line.source.key].append(line)
        for word in case.rare(frozenset(_words(line) - speakers)):
            if line.source.key not in brought[word] and first_said.get(word, (9**9, 0)) > line.source.key:
                brought[word].append(line.source.key)
    best: dict[tuple[int, int], tuple[int, tuple[int, int]]] = {}
    for turn, words in case.words_of_turn.items():
        shared: Counter[tuple[int, int]] = Counter(
            key
            for word in words
            for key in brought.get(word, [])
            if _long_before(key, turn) and (key[0] != turn[0] or word.islower())
        )
        for key, count in shared.items():
            enough = FEWEST if key[0] != turn[0] else FEWEST_IN_ONE_SESSION
            if count >= enough and count > best.get(key, (0, turn))[0]:
                best[key] = (count, turn)
    for key, (count, turn) in best.items():
        line, told = _nearest(lines[key], case.of_turn[turn])
        about = ", ".join(sorted(case.rare(frozenset(_words(line) & case.words_of_turn[turn])))[:3])
        yield Pair("contamination", "contamination", line, told, about, weight=count)


def _words(statement: Statement) -> set[str]:
    return {*statement.lemmas, *statement.people, *statement.places}


def _long_before(line: tuple[int, int], turn: tuple[int, int]) -> bool:
    """Whether a line was said before, and the turn is not the answer to it."""
    return line < turn and (line[0] != turn[0] or turn[1] - line[1] > MOST_BETWEEN)


def _nearest(lines: Sequence[Statement], told: Sequence[Statement]) -> tuple[Statement, Statement]:
    return max(product(lines, told), key=lambda pair: len(_words(pair[0]) & _words(pair[1])))
