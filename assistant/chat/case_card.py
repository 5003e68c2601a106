"""What a reply of the route ``cases`` tells, in parts: case by case, column by column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.chat.replies import Reply
    from assistant.policy import Citation

_NAME = re.compile(r"\*\*(.+)\*\*")
_CELL = re.compile(r"- (\w[\w ]*): (.+) \(([^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class Told:
    value: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class CaseCard:
    """``columns`` in the table's order, each with what is told under it."""

    name: str
    columns: tuple[tuple[str, tuple[Told, ...]], ...]


def case_cards(reply: Reply) -> tuple[CaseCard, ...]:
    """The cases that a reply tells; none when it is another reply or has another form."""
    citations = list(reply.citations)
    cards: list[tuple[str, dict[str, list[Told]]]] = []
    for line in reply.text.splitlines() if reply.route == "cases" else ():
        name, cell = _NAME.fullmatch(line), _CELL.fullmatch(line)
        if name:
            cards.append((name.group(1), {}))
        elif cell and cards and citations and citations[0].id == cell.group(3):
            column = cards[-1][1].setdefault(cell.group(1), [])
            column.append(Told(cell.group(2), citations.pop(0)))
        elif line.strip():
            return ()
    if citations:
        return ()
    return tuple(
        CaseCard(name, tuple((column, tuple(told)) for column, told in columns.items()))
        for name, columns in cards
    )
