"""Duties that bite in the middle of a session, and how long each has been standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import BadContent
from assistant.handling.notebook import Notebook
from assistant.handling.session import Session
from assistant.knowledge import Library, find_quote, read_yaml

CountsFrom = Literal["arrival", "session", "word of hostilities"]
COUNTS_FROM: tuple[CountsFrom, ...] = get_args(CountsFrom)

HOSTILITIES = "hostilities"
"""The cue that brings the duties that count from word of hostilities."""

_KEYS = frozenset("id do paragraph quote counts_from deadline".split())


@dataclass(frozen=True, slots=True)
class SessionDuty:
    """``quote`` stands verbatim in ``paragraph``, and so does ``deadline``, which is "" where none is set."""

    id: str
    do: str
    paragraph: str
    quote: str
    counts_from: CountsFrom
    deadline: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A duty in a session. ``since`` is the time from which its clock runs; ``done`` None while it runs."""

    duty: SessionDuty
    since: datetime
    done: datetime | None

    @property
    def pressing(self) -> bool:
        """Whether word of hostilities has brought it."""
        return self.duty.counts_from == "word of hostilities"


def read_duties(path: Path, library: Library) -> tuple[SessionDuty, ...]:
    """The duties in the file's order.

    Raises:
        BadContent: an entry breaks the format; the message names file, duty and what is wrong.
    """
    duties: list[SessionDuty] = []
    for entry in read_yaml(path, list):
        where = f"{path}, duty '{entry.get('id') if isinstance(entry, dict) else entry}'"
        duty = _duty(entry, where)
        if any(each.id == duty.id for each in duties):
            raise BadContent(f"{where}: stands twice. Give each its own id.")
        _check(duty, library, where)
        duties.append(duty)
    return tuple(duties)


def standing(duties: Sequence[SessionDuty], notebook: Notebook, session: Session) -> tuple[Standing, ...]:
    """The duties of a session, first those that word of hostilities has brought.

    Nobody tells the notebook when the subject arrived: what counts from then is counted from the beginning
    of the session, which is later.
    """
    word = next(
        (notebook.line(each.line).at for each in session.raised if each.reminder.cue == HOSTILITIES), None
    )
    pressing, others = [], []
    for duty in duties:
        done = notebook.duties.get(duty.id)
        if duty.counts_from != "word of hostilities":
            others.append(Standing(duty, notebook.began, done))
        elif word is not None:
            pressing.append(Standing(duty, word, done))
    return (*pressing, *others)


def _duty(entry: Any, where: str) -> SessionDuty:
    if not isinstance(entry, dict) or set(entry) != _KEYS or not all(map(_is_text, entry.values())):
        raise BadContent(f"{where}: each duty has the texts {', '.join(sorted(_KEYS))}, and no more.")
    said = {key: " ".join(value.split()) for key, value in entry.items()}
    counts_from = next((each for each in COUNTS_FROM if each == said["counts_from"]), None)
    if counts_from is None:
        raise BadContent(f"{where}: counts_from is one of {', '.join(COUNTS_FROM)}.")
    return SessionDuty(
        said["id"], said["do"], said["paragraph"], said["quote"], counts_from, said["deadline"]
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _check(duty: SessionDuty, library: Library, where: str) -> None:
    if not library.has(duty.paragraph):
        raise BadContent(f"{where}: no edition has the paragraph {duty.paragraph}.")
    text = library.paragraph(duty.paragraph).text
    if not find_quote(text, duty.quote):
        raise BadContent(f"{where}: the quotation is not in {duty.paragraph}. Copy it.")
    if duty.deadline and not find_quote(text, duty.deadline):
        raise BadContent(f"{where}: the deadline is not in {duty.paragraph}. Give the document's words.")
