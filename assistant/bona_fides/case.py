"""All statements of one subject with the indexes that rules look things up in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.geography import is_country, lies_in
from assistant.bona_fides.statements import Statement
from assistant.transcripts import Transcript

Place = tuple[int, int]
"""A session and the number of a turn in it."""

Strength = Literal["clarify", "look", "corrected", "contamination"]

RARE = 6
"""A word in so many turns at most says what is spoken of."""

MOST = 400
"""A word in more statements than this says nothing of what is spoken of, and is not looked up."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that a rule puts side by side. ``fact`` takes the second one's place for the case file.

    ``weight`` orders pairs of one rule: what a statement is set against is the heaviest pair.
    """

    rule: str
    tier: Strength
    first: Statement
    second: Statement | None
    about: str
    central: bool = False
    weight: float = 1.0
    fact: CaseFact | None = None


@dataclass(frozen=True)
class Case:
    """``statements`` are the subject's, in order of telling, ``asked`` the interviewer's sentences."""

    transcripts: tuple[Transcript, ...]
    statements: tuple[Statement, ...]
    asked: tuple[Statement, ...] = ()
    facts: tuple[CaseFact, ...] = ()

    @cached_property
    def turns_with(self) -> Counter[str]:
        """In how many turns of the subject a word stands."""
        seen: set[tuple[Place, str]] = {
            (statement.source.key, lemma) for statement in self.statements for lemma in statement.lemmas
        }
        return Counter(lemma for _, lemma in seen)

    @cached_property
    def words_of_turn(self) -> dict[Place, frozenset[str]]:
        """All words of each turn of the subject."""
        return _words_by_turn(self.statements)

    @cached_property
    def words_of_question(self) -> dict[Place, frozenset[str]]:
        """All words of each turn of the interviewer."""
        return _words_by_turn(self.asked)

    def question_before(self, statement: Statement) -> frozenset[str]:
        """The words of the interviewer's turn just before."""
        session, turn = statement.source.key
        return self.words_of_question.get((session, turn - 1), frozenset())

    def exchange(self, statement: Statement) -> frozenset[str]:
        """The words of the whole answer and of the question before it."""
        return self.words_of_turn[statement.source.key] | self.question_before(statement)

    @cached_property
    def firm(self) -> tuple[Statement, ...]:
        """Statements that he makes himself and without a doubt."""
        return tuple(s for s in self.statements if not s.reported and not s.hedged)

    @cached_property
    def affirmed(self) -> tuple[Statement, ...]:
        return tuple(s for s in self.firm if not s.negated)

    @cached_property
    def by_word(self) -> dict[str, list[Statement]]:
        """Firm affirmations by each of their words, verb and names included."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.affirmed:
            for word in {
                *statement.lemmas,
                statement.verb,
                statement.who,
                *statement.people,
                *statement.places,
            }:
                found[word].append(statement)
        return found

    @cached_property
    def of_turn(self) -> dict[Place, list[Statement]]:
        """Every statement of each turn."""
        found: dict[Place, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.source.key].append(statement)
        return found

    @cached_property
    def turns_of_word(self) -> dict[str, list[Place]]:
        """The subject's turns in which a word stands, in order."""
        return _turns_by_word(self.words_of_turn)

    @cached_property
    def questions_with(self) -> dict[str, list[Place]]:
        """The interviewer's turns in which a word stands, in order."""
        return _turns_by_word(self.words_of_question)

    @cached_property
    def by_token(self) -> dict[str, list[Statement]]:
        """Firm affirmations by each of their words as it stands, in small letters."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.affirmed:
            for token in set(re.findall(r"\w+", statement.words.lower())):
                found[token].append(statement)
        return found

    def affirmed_about(self, thing: str) -> Iterator[Statement]:
        """Firm affirmations in which a thing stands, or that answer a question in which it stands."""
        answers = [(session, turn + 1) for session, turn in self.questions_with.get(thing, [])]
        for turn in (*self.turns_of_word.get(thing, []), *answers):
            yield from (s for s in self.of_turn.get(turn, []) if id(s) in self._affirmed_ids)

    @cached_property
    def _affirmed_ids(self) -> frozenset[int]:
        return frozenset(map(id, self.affirmed))

    def places_within(self, place: str) -> tuple[str, ...]:
        """The place itself, and those he names that lie in it."""
        if not is_country(place):
            return (place,)
        named = dict.fromkeys(there for statement in self.affirmed for there in statement.places)
        inside = (there for there in named if not is_country(there) and lies_in(there, place))
        return tuple(dict.fromkeys((place, *inside)))

    def rare(self, words: frozenset[str]) -> frozenset[str]:
        """The words that few turns have."""
        most = max(RARE, len(self.statements) // 150)
        return frozenset(word for word in words if self.turns_with[word] <= most)

    def near(self, words: Iterable[str]) -> Iterator[Statement]:
        """Firm affirmations that have one of these words, each once; words that many have are passed over."""
        seen: set[int] = set()
        for word in sorted(words):
            found = self.by_word.get(word, [])
            if len(found) > MOST:
                continue
            for statement in found:
                if id(statement) not in seen:
                    seen.add(id(statement))
                    yield statement


def _words_by_turn(statements: Iterable[Statement]) -> dict[Place, frozenset[str]]:
    found: dict[Place, frozenset[str]] = defaultdict(frozenset)
    for statement in statements:
        found[statement.source.key] |= statement.lemmas | {*statement.people, *statement.places}
    return found


def _turns_by_word(words_of: Mapping[Place, frozenset[str]]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for turn, words in words_of.items():
        for word in words:
            found[word].append(turn)
    return found
