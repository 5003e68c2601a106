"""What a statement means, proposed by a language model and admitted by code.

Meant for what rules cannot read: times that hang on other events, persons behind pronouns, places behind
"there". What the model writes is a list of lines. A line counts only if its words stand verbatim in a turn of
the subject and its names in the sessions; it fills what a statement lacks and never changes what it says.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assistant.bona_fides.claim import Interval
from assistant.bona_fides.statements import Statement, Told
from assistant.knowledge import day_in_words
from assistant.language import ChatModel, Prompt, read_prompt
from assistant.transcripts import Transcript, Turn

log = logging.getLogger(__name__)

Propose = Callable[[Sequence[Transcript], Told, Callable[[float], None]], Sequence[Statement]]
"""Sessions in order, what was read in them, and whom to tell the part done; gives the subject's statements
in their order, those that a model has filled in place of the bare ones. Raises ModelUnavailable."""

TURNS_AT_ONCE = 30
CHARACTERS_AT_ONCE = 9_000
"""What small models still read with their attention on it. A longer turn goes alone."""

FIRST_YEAR, LAST_YEAR = 1850, 2100

_KEYS = {"turn", "words", "who", "where", "from", "to", "whole"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Proposed:
    """The statements, those filled that a line was admitted for, and for each other line why it was not."""

    statements: tuple[Statement, ...]
    refused: tuple[str, ...]


class _Refused(Exception):
    """A line is not admitted; says why, in words that quote nothing."""


@dataclass(frozen=True, slots=True)
class _Line:
    turn: int
    words: str
    who: str
    where: str
    when: Interval | None


def claims_prompt(prompts: Path) -> Prompt:
    """The prompt for reading statements; raises BadContent when the file is not as it should be."""
    return read_prompt(prompts / "claims.md", ("day_of_the_talk", "turns"))


def proposed(
    transcripts: Sequence[Transcript],
    told: Told,
    model: ChatModel,
    prompt: Prompt,
    progress: Callable[[float], None],
) -> Proposed:
    """Ask the model stretch by stretch and admit what can be.

    ``transcripts`` are those that ``told`` was read from, in the same order. ``progress`` gets the part done.

    Raises:
        ModelUnavailable: the model did not answer for one of the stretches.
    """
    admitting = _Admitting(transcripts, told)
    stretches = [
        (session, turns)
        for session, each in enumerate(transcripts)
        for turns in _stretches(each.turns)
        if any(turn.role == "subject" for turn in turns)
    ]
    for done, (session, turns) in enumerate(stretches):
        progress(done / len(stretches))
        day = transcripts[session].date
        messages = prompt.messages(
            day_of_the_talk=day_in_words(day) if day else "not known",
            turns="\n".join(f"{turn.number} {turn.role}: {' '.join(turn.text.split())}" for turn in turns),
        )
        for line in "".join(model.stream(messages)).splitlines():
            if line.strip():
                admitting.take(line, session, turns)
    refused = tuple(admitting.refused)
    log.info("lines of the chat model that were refused: %s", dict(Counter(refused)))
    return Proposed(tuple(admitting.statements), refused)


def _stretches(turns: Sequence[Turn]) -> Iterator[Sequence[Turn]]:
    """The turns, cut where they get too many."""
    taken: list[Turn] = []
    for turn in turns:
        characters = sum(len(each.text) for each in taken) + len(turn.text)
        if taken and (len(taken) == TURNS_AT_ONCE or characters > CHARACTERS_AT_ONCE):
            yield taken
            taken = []
        taken = [*taken, turn]
    yield taken


class _Admitting:
    """The statements as far as lines have filled them."""

    def __init__(self, transcripts: Sequence[Transcript], told: Told) -> None:
        self.statements = list(told.statements)
        self.refused: list[str] = []
        self._of_turn: dict[tuple[int, int], list[int]] = {}
        for n, statement in enumerate(told.statements):
            # What only the question says cannot be overlapped by words of the answer.
            if not statement.supplied:
                self._of_turn.setdefault(statement.source.key, []).append(n)
        self._said = "\n".join(turn.text for each in transcripts for turn in each.turns)
        every = (*told.statements, *told.asked)
        self._people = {name for each in every for name in (*each.people, *each.asked_people)}
        self._places = {name for each in every for name in each.places}

    def take(self, line: str, session: int, turns: Sequence[Turn]) -> None:
        """Fill the statement that a line is about, or note why it is refused."""
        try:
            read = _read(line)
            n = self._statement(read, session, turns)
            who, where = self._person(read.who), self._place(read.where)
        except _Refused as why:
            self.refused.append(str(why))
        else:
            self.statements[n] = _filled(self.statements[n], who, where, read.when)

    def _statement(self, read: _Line, session: int, turns: Sequence[Turn]) -> int:
        """The number of the statement with a verb that has most of the words."""
        turn = next((each for each in turns if each.number == read.turn and each.role == "subject"), None)
        if turn is None:
            raise _Refused("no turn of the subject in this stretch")
        stands = list(_standing(read.words).finditer(turn.text))
        if not stands:
            raise _Refused("words that do not stand in the turn")
        if len(stands) > 1:
            raise _Refused("words that stand in the turn more than once")
        start, end = stands[0].span()

        def common(n: int) -> int:
            return min(end, self.statements[n].end) - max(start, self.statements[n].start)

        touched = [n for n in self._of_turn.get((session, turn.number), ()) if common(n) > 0]
        if not touched:
            raise _Refused("words in which no statement was read")
        # "In the week after the wedding" is taken for a statement of its own at times, and says nothing.
        return max(touched, key=lambda n: (bool(self.statements[n].verb), common(n)))

    def _person(self, name: str) -> str:
        """People are known by their last name."""
        last = name.split()[-1]
        if name != "I" and (last not in self._people or not _standing(name).search(self._said)):
            raise _Refused("a name that was not read in the sessions")
        return last

    def _place(self, name: str) -> str:
        # A place that is never named after "in" or "to" was read as a person.
        if name and (name not in self._places | self._people or not _standing(name).search(self._said)):
            raise _Refused("a place that was not read in the sessions")
        return name


def _read(line: str) -> _Line:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        raise _Refused("no JSON") from None
    if not isinstance(given, dict) or given.keys() != _KEYS:
        raise _Refused("not the keys that were asked for")
    texts = {key: given[key] for key in _KEYS - {"turn", "whole"}}
    if (
        type(given["turn"]) is not int
        or type(given["whole"]) is not bool
        or not all(isinstance(text, str) for text in texts.values())
    ):
        raise _Refused("values of the wrong kind")
    words, who, where = (" ".join(texts[key].split()) for key in ("words", "who", "where"))
    if not words or not who:
        raise _Refused("no words or nobody")
    return _Line(given["turn"], words, who, where, _when(given))


def _when(given: Mapping[str, Any]) -> Interval | None:
    if not given["from"] and not given["to"]:
        return None
    start, end = _day(given["from"]), _day(given["to"])
    if start > end:
        raise _Refused("a time that ends before it begins")
    return Interval(start, end, whole=given["whole"])


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _Refused("no day of these centuries")
    return day


def _standing(words: str) -> re.Pattern[str]:
    """Finds words as they stand, whatever white space is between them; no parts of words."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _filled(bare: Statement, who: str, where: str, when: Interval | None) -> Statement:
    """The statement with what it lacks. A time taken over from words before is not its own."""
    filled, readings = bare, list(bare.proposed)
    if when and (bare.when is None or bare.date_from_before):
        filled = replace(filled, when=when, date_from_before=False)
        days = dict.fromkeys((when.start, when.end))
        readings.append(" to ".join(map(day_in_words, days)))
    # "He" is somebody with a name, and never the subject himself.
    if not bare.who and (bare.pronoun in ("he", "she", "who")) is (who != "I"):
        filled = replace(filled, who=who)
        readings.append(who)
    if where and not bare.places:
        filled = replace(filled, places=(where,))
        readings.append(f"in {where}")
    return replace(filled, proposed=tuple(readings))
