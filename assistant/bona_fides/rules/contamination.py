"""A detail that the interviewer brought in first and that he later tells as his own.

Flags: asked "Somebody has mentioned a grey ambulance with painted windows" / told a month later "there came the grey ambulance with the painted windows".
Stays silent on: words he had used himself before, everyday words, an answer that only repeats the question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair
from assistant.bona_fides.statements import Statement

FEWEST = 3
"""Rare words that the interviewer's line and his own must share."""

FEWEST_IN_ONE_SESSION = 4


def find(case: Case) -> Iterator[Pair]:
    first_said: dict[str, tuple[int, int]] = {}
    for statement in case.statements:
        if not statement.supplied:
            for word in statement.lemmas:
                first_said.setdefault(word, statement.source.key)
    brought: dict[str, list[Statement]] = defaultdict(list)
    for line in case.asked:
        for word in case.rare(line.lemmas):
            if word not in first_said or first_said[word] > line.source.key:
                brought[word].append(line)
    by_line: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for statement in case.affirmed:
        if statement.supplied:
            continue
        shared: dict[tuple[int, int], list[str]] = defaultdict(list)
        lines: dict[tuple[int, int], Statement] = {}
        for word in statement.lemmas:
            for line in brought.get(word, []):
                if line.source.key < statement.source.key and not _answers(line, statement):
                    shared[line.source.key].append(word)
                    lines[line.source.key] = line
        for key, words in shared.items():
            other_day = lines[key].source.session != statement.source.session
            together = case.rare(lines[key].lemmas & statement.lemmas)
            enough = len(words) >= FEWEST or (len(words) >= 2 and len(together) >= FEWEST)
            if enough and (other_day or len(words) >= FEWEST_IN_ONE_SESSION):
                about = ", ".join(sorted(words)[:3])
                by_line[key].append(
                    Pair("contamination", "contamination", lines[key], statement, about, weight=len(words))
                )
    for pairs in by_line.values():
        yield max(pairs, key=lambda pair: pair.weight)


def _answers(line: Statement, statement: Statement) -> bool:
    """Whether the statement stands in the answer to that very line."""
    one, other = line.source, statement.source
    return one.session == other.session and other.turn.number - one.turn.number <= 2
