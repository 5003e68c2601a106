"""What is asked, to what he could tell: facts and topics, by kernel regression over the ways of asking.

Every way of asking is a line with a place in a space of meaning and words. A question gets from each line so
much as it is near to it, weighed so that the lines of one fact do not speak for another (kernel ridge
regression onto facts, topics, and "nothing", solved when the scenario is first played). Nothing but the match
is taken from what the trainee types: whatever he orders or pretends, only facts can come of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from assistant.knowledge import read_yaml
from assistant.language import LineVectors, installed_embedder
from assistant.mock.scenario import Fact, Scenario, Topic

NEAR = 0.08
"""From this score on a question asks for a fact or a topic; below, he does not know what is meant."""

PLAINLY = 0.25
"""From this score on it is plain what is meant, though the line has not the form of a question."""

SURELY = 0.5
"""From this score on nothing else is meant."""

PLAINER = 0.1
"""So much plainer than any fact or topic must a move be."""

NOTHING_WEIGHS = 0.25
"""How much of a question's nearness to "nothing" is taken off what it has for a fact or a topic."""

WORDS_WEIGH = 0.5
"""What a line's words weigh beside its meaning."""

SHARPNESS = 2.0
"""How fast a line that is less near counts less."""

RIDGE = 0.1
"""How little the single line is trusted against all others."""

Rows = NDArray[np.floating[Any]]


Move = Literal["go_on", "anything_else", "say_again", "how_are_you"]
"""What can be meant whatever the subject has to tell: to hear on, to hear more, to hear again, to ask after
him."""

MOVES: tuple[Move, ...] = get_args(Move)

Told = TypeVar("Told", Fact, Topic, Move)


@dataclass(frozen=True, slots=True)
class Places:
    """Lines in the space of meaning and words, a row each, together of length 1."""

    meaning: Rows
    words: csr_array


@dataclass(frozen=True, slots=True)
class AnySubject:
    """Lines that mean the same to every subject. ``nothing_on`` are questions that he has nothing on."""

    moves: Mapping[Move, tuple[str, ...]]
    nothing_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The nearest facts, topics and moves with their scores, nearest first; 1 is as near as can be."""

    facts: tuple[tuple[Fact, float], ...]
    topics: tuple[tuple[Topic, float], ...]
    moves: tuple[tuple[Move, float], ...] = ()

    @property
    def fact(self) -> Fact | None:
        """The fact that is asked for."""
        return self.facts[0][0] if self.facts and self.facts[0][1] >= NEAR else None

    @property
    def topic(self) -> Topic | None:
        return self.topics[0][0] if self.topics and self.topics[0][1] >= NEAR else None

    @property
    def move(self) -> Move | None:
        """The move that is meant, where it is plainer than anything that is asked for."""
        if not self.moves or self.moves[0][1] < max(PLAINLY, self.nearest + PLAINER):
            return None
        return self.moves[0][0]

    @property
    def surely(self) -> bool:
        """Whether just one fact is meant, though it is asked for openly."""
        topic = max((score for _, score in self.topics), default=0.0)
        return bool(self.facts) and self.facts[0][1] >= max(SURELY, topic)

    @property
    def plainest(self) -> float:
        """How near the nearest fact, topic or move is."""
        return max(self.nearest, max((score for _, score in self.moves), default=0.0))

    @property
    def nearest(self) -> float:
        """How near the nearest fact or topic is."""
        return max(score for _, score in (*self.facts[:1], *self.topics[:1]))


def read_any_subject(templates: Path) -> AnySubject:
    """The lines of ``any_subject.yaml``. Raises BadContent."""
    data = read_yaml(templates / "any_subject.yaml", dict)
    moves = {move: tuple(map(str, data[move])) for move in MOVES}
    return AnySubject(moves, tuple(map(str, data["nothing_on"])))


class Matcher:
    """Matches lines with one scenario, and with what is said to any subject.

    The regression is solved at the first line; raises EmbedderMissing then.
    """

    def __init__(self, scenario: Scenario, any_subject: AnySubject) -> None:
        self.scenario = scenario
        asked = [*(fact.ask for fact in scenario.facts), *(topic.ask for topic in scenario.topics)]
        own = {_plain(line) for lines in asked for line in lines}
        # Lines by the column of what they ask for; the last column is "nothing". The answers stand among
        # the ways of asking: who asks for a name does not always ask as the scenario's author did.
        self._columns = [
            *asked,
            *(any_subject.moves.get(move, ()) for move in MOVES),
            tuple(line for line in any_subject.nothing_on if _plain(line) not in own),
        ]
        self._answers = [(fact.about, fact.says, fact.again) for fact in scenario.facts]

    def match(self, line: str) -> Match:
        scores = (_kernel(self._places((line,)), self._known) @ self._weights)[0]
        scores = scores[:-1] - NOTHING_WEIGHS * scores[-1]
        facts, topics = self.scenario.facts, self.scenario.topics
        end = len(facts) + len(topics)
        return Match(
            _ordered(facts, scores[: len(facts)]),
            _ordered(topics, scores[len(facts) : end]),
            _ordered(MOVES, scores[end:]),
        )

    def taken_for_others(self) -> list[tuple[Fact, str, Fact]]:
        """Ways of asking for one fact that, if they were not known, would bring another.

        Each with the fact it is meant for and the one that it would bring: leaving one out of a ridge
        regression has a closed form, so this costs no more than one solution.
        """
        kernel = _kernel(self._known, self._known)
        inverse = np.linalg.inv(kernel + RIDGE * np.eye(len(kernel)))
        left_out = self._wanted - (inverse @ self._wanted) / np.diag(inverse)[:, None]
        facts, found, at = self.scenario.facts, [], 0
        for fact in facts:
            for line in fact.ask:
                taken = facts[int(np.argmax(left_out[at, : len(facts)]))]
                if taken is not fact:
                    found.append((fact, line, taken))
                at += 1
        return found

    @cached_property
    def _parts(self) -> tuple[tuple[str, ...], ...]:
        """The lines as they stand in the rows: what is asked, what is said to any subject, the answers."""
        own = len(self.scenario.facts) + len(self.scenario.topics)
        asked = tuple(line for lines in self._columns[:own] for line in lines)
        any_subject = tuple(line for lines in self._columns[own:] for line in lines)
        return asked, any_subject, tuple(line for lines in self._answers for line in lines)

    @cached_property
    def _vectors(self) -> LineVectors:
        return LineVectors.learned([line for part in self._parts for line in part], 1)

    @cached_property
    def _known(self) -> Places:
        parts = [self._places(part) for part in self._parts if part]
        return Places(np.vstack([part.meaning for part in parts]), vstack([part.words for part in parts]))

    @cached_property
    def _wanted(self) -> Rows:
        """For each line 1 in the column of what it asks for."""
        of = [column for column, lines in enumerate(self._columns) for _ in lines]
        of += [column for column, lines in enumerate(self._answers) for _ in lines]
        wanted: Rows = np.eye(len(self._columns))[of]
        return wanted

    @cached_property
    def _weights(self) -> Rows:
        kernel = _kernel(self._known, self._known)
        weights: Rows = np.linalg.solve(kernel + RIDGE * np.eye(len(kernel)), self._wanted)
        return weights

    def _places(self, lines: tuple[str, ...]) -> Places:
        """A line's words are few of many, so they are kept sparse."""
        words = csr_array(np.array([self._vectors.words(line) for line in lines]) * WORDS_WEIGH)
        meaning = _meaning(lines)
        length = np.sqrt((meaning**2).sum(axis=1) + words.power(2).sum(axis=1))
        return Places(meaning / length[:, None], csr_array(words / length[:, None]))


@lru_cache(maxsize=32)
def _meaning(lines: tuple[str, ...]) -> Rows:
    """Of many lines only once: those that nothing answers are the same for every scenario."""
    return installed_embedder().encode(lines).astype(np.float64)


def _kernel(some: Places, others: Places) -> Rows:
    near = some.meaning @ others.meaning.T + (some.words @ others.words.T).toarray()
    kernel: Rows = np.exp(SHARPNESS * (near - 1.0))
    return kernel


def _plain(line: str) -> str:
    return "".join(filter(str.isalnum, line.lower()))


def _ordered(told: Sequence[Told], scores: Rows) -> tuple[tuple[Told, float], ...]:
    scored = [(each, float(score)) for each, score in zip(told, scores, strict=True)]
    return tuple(sorted(scored, key=lambda each: -each[1]))
