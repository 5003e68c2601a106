"""A session's notebook as it is kept: what was said line by line, what was done about the reminders and
duties, and the changes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from assistant.errors import BadContent, NotFound
from assistant.handling.cues import ROLES, Role
from assistant.handling.hearing import Hearing
from assistant.handling.session import OUTCOMES, Line, Outcome, Session, follow

LONGEST_LINE = 4000
MOST_LINES = 3000

_ID = re.compile(r"[A-Za-z0-9-]{1,40}")
_KEY = re.compile(r"(?P<line>[A-Za-z0-9-]{1,40}) (?P<cue>[a-z_]{1,40})")

STAMP = 8
"""Figures, of 36, of a time in milliseconds: from 1972 to 2059."""

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NotedLine:
    """``id`` is given by the page, so that it can show a line before it is kept; ``at`` is when it was."""

    id: str
    role: Role
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Notebook:
    """``outcomes`` are by ``Raised.key``; ``duties`` say by a duty's id when it was done."""

    began: datetime
    lines: tuple[NotedLine, ...] = ()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    duties: Mapping[str, datetime] = field(default_factory=dict)

    def session(self, hearing: Hearing) -> Session:
        """What is raised at its lines."""
        return follow([Line(each.id, each.role, each.text) for each in self.lines], self.outcomes, hearing)

    def line(self, id: str) -> NotedLine:
        """Raises NotFound."""
        found = next((each for each in self.lines if each.id == id), None)
        if found is None:
            raise NotFound("This line is not in the notebook any more. Load the page again.")
        return found


def as_json(notebook: Notebook) -> dict[str, Any]:
    return {
        "lines": [
            {"id": each.id, "role": each.role, "text": each.text, "at": each.at.isoformat()}
            for each in notebook.lines
        ],
        "outcomes": dict(notebook.outcomes),
        "duties": {id: at.isoformat() for id, at in notebook.duties.items()},
        "began": notebook.began.isoformat(),
    }


def from_json(content: Mapping[str, Any]) -> Notebook:
    """The notebook that ``as_json`` gave."""
    return Notebook(
        datetime.fromisoformat(content["began"]),
        tuple(
            NotedLine(each["id"], each["role"], each["text"], datetime.fromisoformat(each["at"]))
            for each in content["lines"]
        ),
        content["outcomes"],
        {id: datetime.fromisoformat(at) for id, at in content["duties"].items()},
    )


def altered(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    """The notebook after one change; ``data`` is what the page sends, of which ``what`` names the change.

    Raises:
        BadContent: what was written cannot be kept; the sentence says why.
        NotFound: the line is not there any more, or there is no such change.
    """
    change = _CHANGES.get(_text(data, "what"))
    if change is None:
        raise _no_such_change()
    return change(notebook, data, now)


def _add(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    """A line that is sent twice, because nobody knew whether it had arrived, is kept once."""
    id = _new_id(data)
    if any(each.id == id for each in notebook.lines):
        return notebook
    typed, place = _typed(id), len(notebook.lines)
    while typed and place and _typed(notebook.lines[place - 1].id) > typed:
        place -= 1
    return _with_line(notebook, NotedLine(id, _role(data), _words(data), now), place)


def _typed(id: str) -> int:
    """When a line was typed, in milliseconds: its id says so, as two sent at once may arrive crossed.

    0 for an id of another form, which keeps the place in which it came.
    """
    stamp = id.partition("-")[0]
    return int(stamp, 36) if "-" in id and stamp.isalnum() and stamp.isascii() and len(stamp) == STAMP else 0


def _mend(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    mended = replace(notebook.line(_text(data, "id")), role=_role(data), text=_words(data))
    return replace(notebook, lines=tuple(mended if each.id == mended.id else each for each in notebook.lines))


def _take_out(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    """What was done about its reminder stays, for when it is put back."""
    gone = notebook.line(_text(data, "id"))
    return replace(notebook, lines=tuple(each for each in notebook.lines if each.id != gone.id))


def _put_back(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    """The page has kept the line meanwhile; it goes behind the line ``after``, else to the front."""
    id, before = _new_id(data), [each.id for each in notebook.lines]
    if id in before:
        return notebook
    try:
        at = datetime.fromisoformat(_text(data, "at"))
    except ValueError:
        at = now
    line = NotedLine(id, _role(data), _words(data), at if at.tzinfo else now)
    after = _text(data, "after")
    return _with_line(notebook, line, before.index(after) + 1 if after in before else 0)


def _outcome(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    key = _KEY.fullmatch(_text(data, "id"))
    chosen = next((each for each in OUTCOMES if each == data.get("value")), None)
    if key is None or chosen is None:
        raise _no_such_change()
    notebook.line(key["line"])
    return replace(notebook, outcomes={**notebook.outcomes, key.group(): chosen})


def _take_back(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    return replace(
        notebook, outcomes={key: each for key, each in notebook.outcomes.items() if key != data.get("id")}
    )


def _duty(notebook: Notebook, data: Data, now: datetime) -> Notebook:
    """Done now, or not done after all; a duty that was ticked twice keeps its first time."""
    id = _text(data, "id")
    if not _ID.fullmatch(id):
        raise _no_such_change()
    if data.get("value") is not True:
        return replace(notebook, duties={key: at for key, at in notebook.duties.items() if key != id})
    return replace(notebook, duties={id: now, **notebook.duties})


def _with_line(notebook: Notebook, line: NotedLine, place: int) -> Notebook:
    if len(notebook.lines) >= MOST_LINES:
        raise BadContent(f"A notebook takes {MOST_LINES:,} lines at most. Begin another for the rest.")
    return replace(notebook, lines=(*notebook.lines[:place], line, *notebook.lines[place:]))


def _words(data: Data) -> str:
    words = _text(data, "text").replace("\r\n", "\n").strip()
    if not words:
        raise BadContent("The line has no words. Write what was said, or take the line out.")
    if len(words) > LONGEST_LINE:
        raise BadContent(f"A line has {LONGEST_LINE:,} characters at most. Divide it.")
    return words


def _role(data: Data) -> Role:
    role = next((each for each in ROLES if each == data.get("role")), None)
    if role is None:
        raise _no_such_change()
    return role


def _new_id(data: Data) -> str:
    id = _text(data, "id")
    if not _ID.fullmatch(id):
        raise _no_such_change()
    return id


def _text(data: Data, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _no_such_change() -> NotFound:
    return NotFound("The notebook cannot be changed so. Load the page again.")


_CHANGES: Mapping[str, Callable[[Notebook, Data, datetime], Notebook]] = {
    "add": _add,
    "mend": _mend,
    "take_out": _take_out,
    "put_back": _put_back,
    "outcome": _outcome,
    "take_back": _take_back,
    "duty": _duty,
}
