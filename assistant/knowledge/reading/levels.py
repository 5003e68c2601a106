"""The headings and numbered paragraphs that are open at one place of a document, outermost first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.knowledge.reading.labels import Reading, Style
from assistant.knowledge.reading.values import Mark


@dataclass
class Level:
    """An open heading (``heading`` is its rank, else 0) or numbered paragraph.

    A heading without a number has its parent's id. ``used`` says that a paragraph stands beneath.
    """

    id: str
    style: Style = ()
    value: tuple[int, ...] = ()
    path: tuple[int, ...] = ()
    label: str = ""
    heading: int = 0
    text: str = ""
    page: int | None = None
    used: bool = False


def before_heading(stack: Sequence[Level], rank: int) -> int:
    """How many levels stay open when a heading of this rank comes."""
    for depth, level in enumerate(stack):
        if not level.heading or level.heading >= rank:
            return depth
    return len(stack)


def open_values(stack: Sequence[Level]) -> dict[Style, tuple[int, ...]]:
    return {level.style: level.value for level in stack if level.value}


def open_paths(stack: Sequence[Level]) -> set[tuple[int, ...]]:
    return {level.path for level in stack if level.path}


def before_number(stack: Sequence[Level], reading: Reading, heading: int) -> tuple[int, str]:
    """How many levels stay open above a number, and what it adds to the id of the last of them."""
    if reading.is_decimal:
        return _before_decimal(stack, reading)
    same = _deepest(level.style == reading.style for level in stack)
    if same is None:
        return _after_decimals(stack, reading), reading.part
    if stack[same].heading and not heading and reading.starts():
        return len(stack), reading.part
    return same, reading.part


def before_mark(stack: Sequence[Level], mark: Mark) -> int:
    """How many levels stay open above a number that the format set."""
    style = mark_style(mark)
    for depth, level in enumerate(stack):
        if level.style[:1] != style[:1]:
            continue
        if level.style[2] == style[2] and int(level.style[3]) >= mark.level:
            return depth
        if level.style[1] == style[1]:
            return depth
    return len(stack)


def mark_style(mark: Mark) -> Style:
    return ("mark", mark.form, mark.series, str(mark.level))


def _before_decimal(stack: Sequence[Level], reading: Reading) -> tuple[int, str]:
    for length in range(len(reading.value) - 1, 0, -1):
        above = _deepest(level.path == reading.value[:length] for level in stack)
        if above is not None:
            return above + 1, ".".join(map(str, reading.value[length:]))
    first = next((depth for depth, level in enumerate(stack) if len(level.path) > 1), len(stack))
    return first, reading.part


def _after_decimals(stack: Sequence[Level], reading: Reading) -> int:
    # "2." ends what "1.1" opened, even where no "1." was printed.
    for depth, level in enumerate(stack):
        if reading.path and len(level.path) > 1 and level.path[0] + 1 == reading.path[0]:
            return depth
    return len(stack)


def _deepest(matches: Iterable[bool]) -> int | None:
    return max((depth for depth, match in enumerate(matches) if match), default=None)
