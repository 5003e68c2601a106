"""A check of transcripts as it is kept: files, case file and what was settled, and the changes of it.

What is kept are the files as they were brought; they are read anew, so that a better reader serves an old
check too.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from assistant.bona_fides.settling import Settled
from assistant.errors import BadContent, BadDate, NotFound, UnreadableDocument
from assistant.knowledge import day_in_words
from assistant.transcripts import ROLES, Role, Transcript, read_transcript

MOST_FILES = 12
LONGEST_NOTE = 1000
LONGEST_CASE_FILE = 50_000

_READ_AT_ONCE = 2 * MOST_FILES

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file as it was brought. ``date`` and ``roles`` are what was said by hand; the file says the rest."""

    name: str
    data: bytes
    date: date | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)

    @property
    def transcript(self) -> Transcript:
        """The file read. Raises UnreadableDocument."""
        read = _read(self.data, self.name, self.date)
        return read.with_roles(self.roles) if self.roles else read


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """``with_model`` says that a language model may read what rules cannot."""

    files: tuple[BroughtFile, ...] = ()
    case_file: str = ""
    settled: Mapping[str, Settled] = field(default_factory=dict)
    with_model: bool = False

    @property
    def key(self) -> str:
        """The same for all that gives the same findings: what was settled changes none."""
        sums = [(each.name, str(each.date), dict(each.roles), _sum(each.data)) for each in self.files]
        what = [sums, self.case_file, self.with_model]
        return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()

    @property
    def title(self) -> str:
        """A title by the days of the sessions, or by the first file's name where no day is known."""
        days = sorted(day for each in self.files if (day := each.transcript.date))
        if not days:
            return self.files[0].name[:200] if self.files else "Sessions"
        if len(days) == 1:
            return f"Session of {day_in_words(days[0])}"
        return f"Sessions of {', '.join(map(day_in_words, days[:-1]))} and {day_in_words(days[-1])}"[:200]


@lru_cache(maxsize=_READ_AT_ONCE)
def _read(data: bytes, name: str, day: date | None) -> Transcript:
    return read_transcript(data, name, day)


@lru_cache(maxsize=_READ_AT_ONCE)
def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def as_json(kept: KeptCheck) -> dict[str, Any]:
    return {
        "files": [
            {
                "name": each.name,
                "data": base64.b64encode(each.data).decode(),
                "date": each.date.isoformat() if each.date else None,
                "roles": dict(each.roles),
            }
            for each in kept.files
        ],
        "case_file": kept.case_file,
        "settled": {id: {"outcome": each.outcome, "note": each.note} for id, each in kept.settled.items()},
        "with_model": kept.with_model,
    }


def from_json(content: Mapping[str, Any]) -> KeptCheck:
    """The check that ``as_json`` gave, or gave before a model could be asked."""
    return KeptCheck(
        tuple(
            BroughtFile(
                each["name"],
                base64.b64decode(each["data"]),
                date.fromisoformat(each["date"]) if each["date"] else None,
                each["roles"],
            )
            for each in content["files"]
        ),
        content["case_file"],
        {id: Settled(each["outcome"], each["note"]) for id, each in content["settled"].items()},
        content.get("with_model", False),
    )


def with_files(kept: KeptCheck, brought: Sequence[tuple[str, bytes]]) -> tuple[KeptCheck, tuple[str, ...]]:
    """The check with more files, names and contents; a sentence for each that was left out.

    No two files of a check have one name: the findings know a file by it.
    """
    files, refused = list(kept.files), []
    for name, data in brought:
        if any(each.data == data for each in files):
            refused.append(f"{name}: this session is here already.")
        elif len(files) >= MOST_FILES:
            refused.append(
                f"{name}: a check takes {MOST_FILES} sessions at most. Begin another for the rest."
            )
        else:
            new = BroughtFile(_unlike(name, {each.name for each in files}), data)
            try:
                _ = new.transcript
            except UnreadableDocument as error:
                says = str(error)
                refused.append(says if name in says else f"{name}: {says}")
            else:
                files.append(new)
    return replace(kept, files=tuple(files)), tuple(refused)


def _unlike(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    number, found = 2, name
    while found in taken:
        found, number = f"{stem} ({number}){dot}{ending}", number + 1
    return found


def altered(kept: KeptCheck, data: Data) -> KeptCheck:
    """The check after one change; ``data`` is what the page sends, of which ``what`` names the change.

    Raises:
        BadContent: what was written cannot be kept; the sentence says why.
        BadDate: the date is no day of the calendar.
        NotFound: the file is not there any more, or there is no such change.
    """
    change = _CHANGES.get(_text(data, "what"))
    if change is None:
        raise NotFound("The check cannot be changed so. Load the page again.")
    return change(kept, data)


def _date(kept: KeptCheck, data: Data) -> KeptCheck:
    typed = _text(data, "value")
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise BadDate("This is no day of the calendar. Give day, month and year.") from None
    file = _file(kept, data)
    return _in_place(kept, replace(file, date=day))


def _role(kept: KeptCheck, data: Data) -> KeptCheck:
    file, role = _file(kept, data), next((each for each in ROLES if each == data.get("value")), None)
    speaker = _text(data, "speaker")
    if role is None or speaker not in file.transcript.speakers:
        raise NotFound("There is no such speaker or role. Load the page again.")
    return _in_place(kept, replace(file, roles={**file.roles, speaker: role}))


def _take_out(kept: KeptCheck, data: Data) -> KeptCheck:
    gone = _file(kept, data)
    return replace(kept, files=tuple(each for each in kept.files if each.name != gone.name))


def _case_file(kept: KeptCheck, data: Data) -> KeptCheck:
    typed = _text(data, "value")
    if len(typed) > LONGEST_CASE_FILE:
        raise BadContent(f"The case file is longer than {LONGEST_CASE_FILE:,} characters. Shorten it.")
    return replace(kept, case_file=typed)


def _with_model(kept: KeptCheck, data: Data) -> KeptCheck:
    return replace(kept, with_model=data.get("value") is True)


def _dismiss(kept: KeptCheck, data: Data) -> KeptCheck:
    return _settle(kept, data, Settled("dismissed", ""))


def _explain(kept: KeptCheck, data: Data) -> KeptCheck:
    note = _text(data, "note").strip()
    if not note:
        raise BadContent("Write what explains it, so that others can follow.")
    return _settle(kept, data, Settled("explained", note[:LONGEST_NOTE]))


def _settle(kept: KeptCheck, data: Data, said: Settled) -> KeptCheck:
    return replace(kept, settled={**kept.settled, _text(data, "id"): said})


def _take_back(kept: KeptCheck, data: Data) -> KeptCheck:
    return replace(kept, settled={id: said for id, said in kept.settled.items() if id != data.get("id")})


def _file(kept: KeptCheck, data: Data) -> BroughtFile:
    found = next((each for each in kept.files if each.name == data.get("file")), None)
    if found is None:
        raise NotFound("This session is not in the check any more. Load the page again.")
    return found


def _in_place(kept: KeptCheck, file: BroughtFile) -> KeptCheck:
    return replace(kept, files=tuple(file if each.name == file.name else each for each in kept.files))


def _text(data: Data, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


_CHANGES: Mapping[str, Callable[[KeptCheck, Data], KeptCheck]] = {
    "date": _date,
    "role": _role,
    "take_out": _take_out,
    "case_file": _case_file,
    "with_model": _with_model,
    "dismiss": _dismiss,
    "explain": _explain,
    "take_back": _take_back,
}
