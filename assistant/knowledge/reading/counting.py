"""Decide whether what looks like a number is one: it must fit what was counted and what comes."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence

from assistant.knowledge.reading.labels import Reading, Style

_LOOK_AHEAD = 3
_YEARS_FROM = 1000
_STANDS, _OPENS, _NEXT_OF_CLOSED, _NEXT_OF_OPEN = 1, 2, 3, 4
"""How well a number fits, from hardly to surely; 0 is not at all."""


class Counting:
    """The counts of one document. ``candidates`` are the possible numbers of each block."""

    def __init__(self, candidates: Sequence[Sequence[Reading]]) -> None:
        self._places: dict[Style, list[int]] = defaultdict(list)
        self._values: dict[Style, list[tuple[int, ...]]] = defaultdict(list)
        self._last: dict[Style, tuple[int, ...]] = {}
        for place, choices in enumerate(candidates):
            for reading in choices:
                self._places[reading.style].append(place)
                self._values[reading.style].append(reading.value)

    def choose(
        self,
        choices: Sequence[Reading],
        place: int,
        open_values: dict[Style, tuple[int, ...]],
        open_paths: Collection[tuple[int, ...]],
        mid_sentence: bool = False,
    ) -> Reading | None:
        """The reading that fits best, or None where none is a number.

        ``open_values`` are the numbers under which the block would stand, by style, and
        ``open_paths`` those that a decimal can continue. Where the text before is ``mid_sentence``,
        only the next of an open number will do, or the first of several.
        """
        best, best_rank = None, (0.0, 0)
        for reading in choices:
            current = open_values.get(reading.style)
            distance = self._distance_to_next(reading, place)
            fit = self._fit(reading, current, distance > 0, open_paths)
            if mid_sentence and fit < _NEXT_OF_OPEN and not (fit == _OPENS and distance):
                continue
            rank = (1 / distance if distance else 0.0, fit)
            if fit and rank > best_rank:
                best, best_rank = reading, rank
        return best

    def counted(self, reading: Reading) -> None:
        """Remember that this number was given."""
        self._last[reading.style] = reading.value

    def _fit(
        self,
        reading: Reading,
        current: tuple[int, ...] | None,
        confirmed: bool,
        open_paths: Collection[tuple[int, ...]],
    ) -> int:
        if current is not None and reading.follows(current):
            return _NEXT_OF_OPEN
        last = self._last.get(reading.style)
        if last is not None and reading.follows(last):
            return _NEXT_OF_CLOSED
        if self._opens(reading, confirmed, open_paths):
            return _OPENS
        if confirmed and reading.value[0] < _YEARS_FROM:
            return _STANDS
        return _STANDS if reading.certain or _is_near(reading, current) else 0

    def _opens(self, reading: Reading, confirmed: bool, open_paths: Collection[tuple[int, ...]]) -> bool:
        if reading.is_decimal:
            above = reading.value[:-1]
            return reading.value[-1] == 1 and (
                set(above) == {1}
                or above in open_paths
                or (*above[:-1], above[-1] - 1) in {path[: len(above)] for path in open_paths}
            )
        if reading.starts():
            return confirmed or not reading.is_doubtful_start
        return bool(reading.path) and any(
            len(path) > 1 and reading.follows((path[0], 0)) for path in open_paths
        )

    def _distance_to_next(self, reading: Reading, place: int) -> int:
        """How many blocks on its successor stands; 0 where none is near."""
        places, values = self._places[reading.style], self._values[reading.style]
        after = bisect_right(places, place)
        for there, value in zip(
            places[after : after + _LOOK_AHEAD], values[after : after + _LOOK_AHEAD], strict=True
        ):
            if reading.is_followed_by(value):
                return there - place
        return 0


def _is_near(reading: Reading, current: tuple[int, ...] | None) -> bool:
    """Whether one number was misprinted as the one before, or one left out."""
    if current is None or reading.is_decimal or reading.is_doubtful_start:
        return False
    return reading.value[0] - current[0] in (0, 2) and reading.value[1] == current[1] == 0
