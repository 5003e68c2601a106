"""What is asked, to what he could tell: facts and topics by meaning and by words.

A question is near to a fact when it is near to one of the ways in which the scenario asks for it. Nothing but
the match is taken from what the trainee types: whatever he orders or pretends, only facts can come of it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from assistant.knowledge import stems
from assistant.language import Vectors, installed_embedder
from assistant.mock.scenario import Fact, Scenario, Topic

NEAR = 0.42
"""From this score on a question asks for a fact or a topic; below, he does not know what is meant."""

WORDS_WEIGH = 0.3
"""What shared rare words add to nearness in meaning."""

TOLD_WEIGHS = 0.3
"""A question is also near to what is told in answer to it."""

SHARPNESS = 6.0
"""Several ways of asking that are near count more than one; the sharper, the less."""


_Told = TypeVar("_Told", Fact, Topic)


@dataclass(frozen=True, slots=True)
class Match:
    """The nearest facts and topics with their scores, nearest first."""

    facts: tuple[tuple[Fact, float], ...]
    topics: tuple[tuple[Topic, float], ...]

    @property
    def fact(self) -> Fact | None:
        """The fact that is asked for."""
        return self.facts[0][0] if self.facts and self.facts[0][1] >= NEAR else None

    @property
    def topic(self) -> Topic | None:
        return self.topics[0][0] if self.topics and self.topics[0][1] >= NEAR else None


class Matcher:
    """Matches lines with one scenario. Vectors are made at the first line; raises EmbedderMissing then."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def match(self, line: str) -> Match:
        vector = installed_embedder().encode_question(line)
        words = frozenset(stems(line))
        facts = [
            (fact, _score(vector, words, asked, self._rarity) + TOLD_WEIGHS * float(told @ vector))
            for fact, asked, told in zip(self.scenario.facts, self._facts, self._told, strict=True)
        ]
        topics = [
            (topic, _score(vector, words, asked, self._rarity))
            for topic, asked in zip(self.scenario.topics, self._topics, strict=True)
        ]
        return Match(_ordered(facts), _ordered(topics))

    @cached_property
    def _facts(self) -> list[Asked]:
        return [_asked(fact.ask) for fact in self.scenario.facts]

    @cached_property
    def _topics(self) -> list[Asked]:
        return [_asked(topic.ask) for topic in self.scenario.topics]

    @cached_property
    def _told(self) -> Vectors:
        return installed_embedder().encode([f"{fact.about}. {fact.says}" for fact in self.scenario.facts])

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How much a word tells which fact is asked for."""
        groups = [fact.ask for fact in self.scenario.facts] + [topic.ask for topic in self.scenario.topics]
        counted = Counter(word for group in groups for word in {w for line in group for w in stems(line)})
        return {word: math.log(len(groups) / count) + 0.1 for word, count in counted.items()}


Asked = tuple[Vectors, list[frozenset[str]]]
"""The vectors of the ways of asking, and the words of each."""

UNHEARD = 2.0
"""How much a word tells that stands in no way of asking: that something else is meant."""


def _asked(lines: Sequence[str]) -> Asked:
    return installed_embedder().encode(lines), [frozenset(stems(line)) for line in lines]


def _score(vector: Vectors, words: frozenset[str], asked: Asked, rarity: Mapping[str, float]) -> float:
    """How near a line is to the ways of asking together: a mean that the nearest ones rule."""
    rows, each = asked
    own = math.sqrt(sum(rarity.get(word, UNHEARD) for word in words)) or 1.0
    shared = np.array(
        [
            sum(rarity.get(word, 0.0) for word in words & of)
            / (own * (math.sqrt(sum(rarity.get(word, 0.0) for word in of)) or 1.0))
            for of in each
        ]
    )
    near = rows @ vector + WORDS_WEIGH * shared
    return float(np.log(np.mean(np.exp(SHARPNESS * near))) / SHARPNESS)


def _ordered(scored: list[tuple[_Told, float]]) -> tuple[tuple[_Told, float], ...]:
    return tuple(sorted(scored, key=lambda each: -each[1]))
