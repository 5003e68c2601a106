"""Words that belong together, where no phrase can be foreseen but two of them near each other tell enough."""

from __future__ import annotations

from assistant.wording.grammar import pattern


class Field:
    """A list of words; "*" stands for any ending."""

    def __init__(self, listed: str) -> None:
        alternatives = sorted(
            (word.replace("*", r"[\w']*").replace("_", r"\s+") for word in listed.split()),
            key=len,
            reverse=True,
        )
        self._pattern = pattern(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])")

    def spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where its words stand, each word once."""
        found = {each.group().lower(): each.span() for each in self._pattern.finditer(text, start, end)}
        return sorted(found.values())


def together(*found: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first to the last of some words."""
    spans = sorted(span for spans in found for span in spans)
    return spans[0][0], spans[-1][1]
