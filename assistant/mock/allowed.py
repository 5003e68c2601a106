"""What the model's wording of a line may draw on: what the subject has said so far, and ordinary words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.knowledge import stems
from assistant.mock.scenario import Fact, Scenario
from assistant.mock.spoken import Spoken, written_small

SCENARIOS = 2
"""A word that stands in the stock lines of so many other scenarios tells nothing of this one."""

FOR_CLOSED = 4
"""So many, where a fact that is closed has the word too."""

ASKED = 3
"""A word that stands in so many ways of asking for a fact only says what the talk is of."""


@dataclass(frozen=True)
class Vocabulary:
    """What the words of all scenarios tell: which are ordinary, and which are written small."""

    scenarios: Mapping[str, Scenario]

    @cached_property
    def small(self) -> frozenset[str]:
        return written_small(
            text for each in self.scenarios.values() for text in (*_stock(each), *_told(each))
        )

    def ordinary(self, scenario: Scenario, closed: Collection[str]) -> frozenset[str]:
        """Stems of stock lines, this scenario's and several others'; of words that are ``closed`` those in
        the stock lines of more others, and those that nearly every other subject uses in what he tells."""
        others = [each for each in self.scenarios.values() if each.id != scenario.id]
        stock = Counter(stem for each in others for stem in frozenset(stems(" ".join(_stock(each)))))
        told = Counter(stem for each in others for stem in frozenset(stems(" ".join(_told(each)))))
        own = frozenset(stems(" ".join(_stock(scenario))))
        free = own.union(stem for stem, count in stock.items() if count >= SCENARIOS)
        common = {stem for stem, count in stock.items() if count >= FOR_CLOSED}
        common |= {stem for stem, count in told.items() if count >= max(SCENARIOS, len(others) - 1)}
        return (free - frozenset(closed)) | common

    def of_voices(self, scenario: Scenario) -> frozenset[str]:
        """Stems by which the manner of speaking of other subjects is described."""
        others = (each.voice for each in self.scenarios.values() if each.id != scenario.id)
        return frozenset(stems(" ".join(others)))


@dataclass(frozen=True)
class Checked:
    """What a wording is held against.

    ``told`` are the facts that he has told, ``now`` those of this line; ``before`` are his earlier lines as
    they are written, a sentence each. The trainee's words are not among it: he would confirm what was
    put into his mouth.
    """

    scenario: Scenario
    written: Spoken
    before: tuple[Spoken, ...]
    told: frozenset[str]
    now: frozenset[str]
    vocabulary: Vocabulary

    @cached_property
    def ordinary(self) -> frozenset[str]:
        return self.vocabulary.ordinary(self.scenario, self.closed)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All that he has said so far."""
        return self.written.stems.union(*(each.stems for each in self.before))

    @cached_property
    def words(self) -> frozenset[str]:
        return self.written.words.union(*(each.words for each in self.before))

    @cached_property
    def topic(self) -> frozenset[str]:
        """What the facts of this line are about, by the words in which they are mostly asked for."""
        found: set[str] = set()
        for id in self.now:
            counted = Counter(
                stem for line in set(self.scenario.fact(id).ask) for stem in frozenset(stems(line))
            )
            found |= {stem for stem, count in counted.items() if count >= ASKED}
        return frozenset(found)

    @cached_property
    def closed(self) -> frozenset[str]:
        """Stems of what he has not told, and of what was really so."""
        texts = [text for fact in self.scenario.facts for text in _secret(fact, fact.id in self.told)]
        return frozenset(stems(" ".join([*texts, self.scenario.motives["real"]])))


def checked(
    scenario: Scenario,
    written: str,
    before: Sequence[str],
    told: Collection[str],
    now: Collection[str],
    vocabulary: Vocabulary,
) -> Checked:
    """What a wording of ``written`` is held against; ``before`` are his earlier lines in order."""
    small = vocabulary.small | written_small((*_stock(scenario), *_told(scenario)))
    earlier = tuple(Spoken(sentence, small) for line in before for sentence in Spoken(line, small).sentences)
    return Checked(scenario, Spoken(written, small), earlier, frozenset(told), frozenset(now), vocabulary)


def _stock(scenario: Scenario) -> list[str]:
    replies = [line for lines in scenario.replies.values() for line in lines]
    return [scenario.opening, *replies, *(topic.lead for topic in scenario.topics)]


def _told(scenario: Scenario) -> list[str]:
    return [text for fact in scenario.facts for text in (fact.says, fact.again)]


def _secret(fact: Fact, told: bool) -> Iterator[str]:
    yield fact.truth
    if not told:
        yield from (fact.about, fact.knows, fact.says, fact.again, *fact.ask)
