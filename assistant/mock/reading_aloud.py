"""Reading a scenario aloud: each way of asking is put to it as though it did not stand there.

Who asks in other words than those written is understood by the words that remain. A way of asking that then
brings another fact shows that the two are too near to each other.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from assistant.errors import DebriefError
from assistant.mock.matching import Matcher
from assistant.mock.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class Taken:
    """A fact that is taken for another: ``lines`` are the ways of asking for it that bring ``other``."""

    place: int
    fact: str
    other: str
    lines: tuple[str, ...]

    @property
    def as_mistake(self) -> Mistake:
        how_often = "in" if len(self.lines) == 1 else f"{len(self.lines)} times, as in"
        says = f"fact '{self.fact}' is taken for '{self.other}' {how_often} '{self.lines[0]}'"
        return Mistake(f"facts.{self.place}.ask", says)


def taken_for_another(matcher: Matcher) -> list[Taken]:
    """The facts that are taken for another, the most often taken first. Raises EmbedderMissing."""
    places = {fact.id: place for place, fact in enumerate(matcher.scenario.facts)}
    lines: dict[tuple[str, str], list[str]] = {}
    for fact, line, taken in matcher.taken_for_others():
        lines.setdefault((fact.id, taken.id), []).append(line)
    found = [Taken(places[fact], fact, other, tuple(each)) for (fact, other), each in lines.items()]
    return sorted(found, key=lambda each: (-len(each.lines), each.place))


@dataclass(slots=True)
class Reading:
    """One reading, as far as it has come. ``revision`` says which text is read, ``lines`` how many."""

    revision: int
    lines: int
    found: list[Taken] = field(default_factory=list)
    finished: bool = False
    wrong: str = ""


class Readings:
    """The last reading of each scenario; they go on in the background. Any thread may call."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._beginning = threading.Lock()

    def begin(self, key: str, revision: int, matcher: Matcher) -> Reading:
        """Read it, unless this text of it is read already."""
        with self._beginning:
            last = self._readings.get(key)
            if last is not None and last.revision == revision and not last.wrong:
                return last
            lines = sum(len(fact.ask) for fact in matcher.scenario.facts)
            reading = self._readings[key] = Reading(revision, lines)
        threading.Thread(target=_read, args=(reading, matcher), name="reading aloud", daemon=True).start()
        return reading

    def last(self, key: str) -> Reading | None:
        """The reading that was begun last; None before the first."""
        return self._readings.get(key)


def _read(reading: Reading, matcher: Matcher) -> None:
    wrong = "It could not be read. Try again."
    try:
        reading.found = taken_for_another(matcher)
        wrong = ""
    except DebriefError as error:
        wrong = str(error)
    finally:
        reading.wrong = wrong
        reading.finished = True
