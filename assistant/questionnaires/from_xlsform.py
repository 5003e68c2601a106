"""An XLSForm read as a plan: our own with all that its columns say, anyone else's by type, name and label."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from typing import Any, TypeVar, cast, get_args

from assistant.errors import BadContent
from assistant.questionnaires.exports.xlsform import LONGEST_CELL, PLAN_SHEET, as_written
from assistant.questionnaires.plan import (
    KINDS,
    Asker,
    Kind,
    Left,
    Origin,
    Plan,
    Question,
    Section,
    Told,
    as_json,
    from_json,
)
from assistant.questionnaires.workbook import Sheet, read_sheets

_MINUTES: Mapping[Kind, float] = {
    "free narrative": 6.0,
    "open": 3.0,
    "probe": 2.0,
    "closed": 1.0,
    "control": 2.0,
    "repeat": 2.0,
}
"""What a question is given where the form says nothing."""
_PRIORITY = 3
_COLUMNS = frozenset(
    "type name label hint relevant agency requirement citations minutes kind question_id priority probes "
    "how_known ask_if note origin locked part section_id why session askers".split()
)
_OURS = {"part", "question_id", "kind"}
_SAID_ELSEWHERE = ("guidance", "fact", "session", "nothing", "follow-up", "how known")
"""Rows of our own forms that follow from other rows."""

_CLOSED = ("select_one", "select_multiple", "integer", "decimal", "date", "time", "datetime", "range", "rank")
_OPEN = (
    "text string image photo audio video file barcode geopoint geotrace geoshape select_one_from_file "
    "select_multiple_from_file"
).split()
_ASKS_NOTHING = (
    "start end today deviceid phonenumber username email audit hidden simserial subscriberid start-geopoint "
    "background-audio background-geopoint xml-external csv-external acknowledge"
).split()


def read_xlsform(data: bytes, title: str) -> tuple[Plan, tuple[str, ...]]:
    """The plan, and sentences on what could not be read; ``title`` serves where the form gives none.

    Raises:
        UnreadableDocument: see ``read_sheets``.
        BadContent: there is no survey sheet, it lacks a column or asks nothing, or a formula stands where a
            text is needed.
    """
    sheets = read_sheets(data, ("survey", "settings", PLAN_SHEET))
    if "survey" not in sheets:
        raise BadContent(
            "The workbook has no sheet named survey: name the sheet that holds the questions so and bring "
            "the file again."
        )
    settings = _settings(sheets.get("settings"))
    form_title = as_written(settings.get("form_title", "")) or title
    reading = _Reading(sheets["survey"], settings.get("default_language", ""), form_title)
    sections = reading.sections()
    plan = Plan(
        title=form_title,
        subject={},
        agencies=tuple(dict.fromkeys(id for each in sections for q in each.questions for id in q.agencies)),
        stage="full debrief",
        minutes=math.ceil(sum(section.minutes + section.break_after for section in sections)),
        sessions=max((section.session for section in sections), default=1),
        sections=sections,
    )
    if reading.is_ours and PLAN_SHEET in sheets:
        plan = _with_plan_sheet(plan, sheets[PLAN_SHEET], reading.unread)
    elif not any(section.questions for section in sections) and not reading.is_ours:
        raise BadContent(
            "The survey sheet asks nothing: give each question a row with a type such as text, a name and a "
            "label."
        )
    return plan, tuple(reading.unread)


@dataclass(slots=True)
class _Draft:
    """A section while it is read."""

    id: str
    title: str
    why: str = ""
    citations: tuple[str, ...] = ()
    session: int = 1
    break_after: int = 0
    questions: list[Question] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    is_group: bool = True

    def section(self) -> Section:
        return Section(
            self.id,
            self.title,
            self.why,
            self.citations,
            tuple(self.questions),
            tuple(self.told),
            self.session,
            self.break_after,
        )


class _Reading:
    """Reads the survey sheet from top to bottom."""

    def __init__(self, survey: Sheet, language: str, title: str) -> None:
        self._columns = _columns(survey.rows.get(1, {}), language)
        for needed in ("type", "label"):
            if needed not in self._columns.values():
                raise BadContent(
                    f"The survey sheet has no column '{needed}': name the columns type, name and label in "
                    "its first row."
                )
        self.is_ours = set(self._columns.values()) >= _OURS
        self.unread: list[str] = []
        self._survey = survey
        self._title = title
        self._drafts: list[_Draft] = []
        self._open: list[_Draft] = []
        self._ids: set[str] = set()

    def sections(self) -> tuple[Section, ...]:
        for number in sorted(self._survey.rows):
            if number > 1:
                self._read(_Row(number, self._cells(number)))
        if self._open:
            self.unread.append("survey sheet: a group is begun and not ended; it was ended with the sheet.")
        # An empty group of a foreign form says nothing; an empty section of ours has its reason.
        return tuple(each.section() for each in self._drafts if self.is_ours or each.questions or each.told)

    def _cells(self, number: int) -> dict[str, str]:
        row = self._survey.rows[number]
        for place, column in self._columns.items():
            if (number, place) in self._survey.formulas:
                raise BadContent(
                    f"survey sheet, row {number}: the column '{column}' holds a formula; write its result "
                    "there as text and bring the file again."
                )
        if any(len(text) >= LONGEST_CELL for text in row.values()):
            self._unread(number, "a cell is full, and what did not fit was lost when it was written")
        return {column: as_written(row[place]) for place, column in self._columns.items() if place in row}

    def _read(self, row: _Row) -> None:
        if row.part in _SAID_ELSEWHERE and self.is_ours:
            return
        if row.part == "rest" and self.is_ours:
            self._rest(row)
        elif row.type in ("begin_group", "begin_repeat"):
            self._begin(row)
        elif row.type in ("end_group", "end_repeat"):
            if not self._open:
                self._unread(row.number, "it ends a group, and none is open")
            self._open = self._open[:-1]
        elif row.type in _ASKS_NOTHING:
            return
        elif row.type == "calculate":
            self._unread(row.number, "a calculation asks nothing")
        elif row.type not in ("note", *_CLOSED, *_OPEN):
            why = "its type is none that asks a question" if row.type else "it has no type"
            self._unread(row.number, why)
        elif not row.text("label").strip() and row.part not in ("question", "told"):
            self._unread(row.number, "it has no label, and so no words to say")
        elif row.type == "note":
            self._remark_on_rules(row)
            self._draft().told.append(Told(row.text("label"), row.texts("citations")))
        else:
            self._draft().questions.append(self._question(row))

    def _begin(self, row: _Row) -> None:
        if row.type == "begin_repeat":
            self._unread(row.number, "what is to be asked several times stands once in the plan")
        self._remark_on_rules(row)
        above = " / ".join(each.title for each in self._open[-1:])
        title = row.text("label").strip() or row.text("name") or "Questions"
        draft = _Draft(
            id=self._new_id(row.text("section_id") or row.text("name") or f"section-{row.number}"),
            title=f"{above} / {title}" if above else title,
            why=row.text("why"),
            citations=row.texts("citations"),
            session=int(self._number(row, "session", 1, at_least=1)),
        )
        self._drafts.append(draft)
        self._open.append(draft)

    def _draft(self) -> _Draft:
        """The section that a row belongs to; outside of all groups, one that is opened for it."""
        if self._open:
            return self._open[-1]
        if not self._drafts or self._drafts[-1].is_group:
            self._drafts.append(_Draft(self._new_id("questions"), self._title or "Questions", is_group=False))
        return self._drafts[-1]

    def _rest(self, row: _Row) -> None:
        if self._drafts:
            self._drafts[-1].break_after = int(self._number(row, "minutes", 0))
        else:
            self._unread(row.number, "a rest follows no section")

    def _question(self, row: _Row) -> Question:
        closed = row.type in _CLOSED
        kind = cast(Kind, self._one_of(row, "kind", KINDS, "closed" if closed else "open"))
        wording = row.text("label")
        asks_own_way = row.part == "question" and self.is_ours
        if not asks_own_way:
            self._remark_on_rules(row)
            if row.type.startswith("select") or row.type == "rank":
                self._unread(row.number, "its list of answers is not kept; the question is")
            if "${" in wording:
                self._unread(row.number, "its label refers to another answer, and stands as it is written")
        id = self._new_id(row.text("question_id") or row.text("name") or f"row-{row.number}")
        return Question(
            id=id,
            wording=wording,
            kind=kind,
            minutes=self._number(row, "minutes", _MINUTES[kind]),
            priority=int(self._number(row, "priority", _PRIORITY)),
            askers=self._askers(row, id),
            citations=row.texts("citations"),
            probes=tuple(filter(None, row.text("probes").split("\n"))),
            how_known=row.text("how_known"),
            ask_if=row.texts("ask_if"),
            origin=cast(Origin, self._one_of(row, "origin", get_args(Origin), "own")),
            locked=row.text("locked").strip().lower() == "yes",
            note=row.text("note") if asks_own_way else row.text("hint"),
        )

    def _askers(self, row: _Row, id: str) -> tuple[Asker, ...]:
        """As the column ``askers`` has them, where it still says what the plainer columns say."""
        agencies, requirements = row.texts("agency"), row.texts("requirement")
        kept: tuple[Asker, ...] = _read_or(partial(_kept_askers, row.text("askers")), ())
        plain = tuple(dict.fromkeys(a.agency for a in kept if a.agency))
        of_kept = tuple(dict.fromkeys(a.requirement for a in kept if a.requirement))
        if (plain, of_kept) == (agencies, requirements):
            return kept
        if row.text("askers"):
            self._unread(
                row.number, "who asks was changed; what the agencies asked in their own words is left out"
            )
        pairs = zip_longest(agencies, requirements, fillvalue="")
        return tuple(Asker(agency, requirement, "", id, row.text("label")) for agency, requirement in pairs)

    def _number(self, row: _Row, column: str, otherwise: float, at_least: float = 0) -> float:
        text = row.text(column).strip()
        if not text:
            return otherwise
        number = _read_or(lambda: float(text), math.nan)
        if at_least <= number <= 100_000:
            return number
        self._unread(row.number, f"its {column} are no number that fits, and {otherwise:g} is put there")
        return otherwise

    def _one_of(self, row: _Row, column: str, allowed: tuple[str, ...], otherwise: str) -> str:
        text = row.text(column).strip().lower()
        if text and text not in allowed:
            self._unread(row.number, f"its {column} is none that a plan has, and {otherwise} is put there")
        return text if text in allowed else otherwise

    def _remark_on_rules(self, row: _Row) -> None:
        if row.text("relevant").strip():
            self._unread(row.number, "its skip rule is not kept: what it hides is asked of everyone")

    def _new_id(self, id: str) -> str:
        found, count = id, 1
        while found in self._ids:
            count += 1
            found = f"{id}-{count}"
        self._ids.add(found)
        return found

    def _unread(self, number: int, why: str) -> None:
        self.unread.append(f"survey sheet, row {number}: {why}.")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the survey sheet; ``number`` is what Excel shows beside it."""

    number: int
    cells: Mapping[str, str]

    @property
    def type(self) -> str:
        """The type's first word, in lower case; "begin group" is ``begin_group``."""
        words = self.cells.get("type", "").lower().split()
        if words[:1] in (["begin"], ["end"]) and len(words) > 1:
            return "_".join(words[:2])
        return words[0] if words else ""

    @property
    def part(self) -> str:
        return self.cells.get("part", "")

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def texts(self, column: str) -> tuple[str, ...]:
        return tuple(filter(None, (each.strip() for each in re.split(r"[,;\n]", self.text(column)))))


def _columns(heads: Mapping[int, str], language: str) -> dict[int, str]:
    """Which columns are read. Of a label in several languages the form's own is, else the first."""
    found: dict[str, tuple[int, int]] = {}
    for place, head in sorted(heads.items()):
        name, _, of_language = (part.strip() for part in re.sub(r":+", ":", head).partition(":"))
        column = "_".join(name.lower().split())
        column = {"relevance": "relevant", "caption": "label"}.get(column, column)
        rank = 0 if not of_language else 1 if of_language.lower() == language.strip().lower() else 2
        if column in _COLUMNS and (column not in found or rank < found[column][0]):
            found[column] = (rank, place)
    return {place: column for column, (_, place) in found.items()}


def _settings(sheet: Sheet | None) -> dict[str, str]:
    if sheet is None:
        return {}
    values = sheet.rows.get(2, {})
    return {
        "_".join(head.lower().split()): values.get(place, "") for place, head in sheet.rows.get(1, {}).items()
    }


def _with_plan_sheet(plan: Plan, sheet: Sheet, unread: list[str]) -> Plan:
    """The plan with what its own sheet says of it; what cannot be read there is passed over."""
    bare = replace(plan, sections=(), agencies=())
    agencies: list[str] = []
    remarks: list[str] = []
    left: list[Left] = []
    for number, row in sorted(sheet.rows.items()):
        name, value = row.get(0, "").strip(), as_written(row.get(1, ""))
        if number == 1:
            continue
        entry = _read_or(partial(_entry, bare, name, value), None)
        if entry is None:
            unread.append(f"{PLAN_SHEET} sheet, row {number}: it is no entry that a plan has, or is damaged.")
            continue
        agencies += entry.agencies
        remarks += entry.remarks
        left += entry.left_for_later
        bare = replace(entry, agencies=(), remarks=(), left_for_later=())
    return replace(
        bare,
        sections=plan.sections,
        agencies=tuple(dict.fromkeys((*agencies, *plan.agencies))),
        remarks=tuple(remarks),
        left_for_later=tuple(left),
    )


def _entry(bare: Plan, name: str, value: str) -> Plan:
    """A plan without sections, with this one entry of its sheet put in.

    Raises:
        ValueError, BadContent: the entry cannot be read.
    """
    data = as_json(bare)
    match name:
        case "title" | "stage":
            data[name] = value
        case "minutes" | "sessions":
            data[name] = float(value)
        case "subject":
            data[name] = json.loads(value)
        case "agency":
            data["agencies"] = [value]
        case "remark":
            data["remarks"] = [value]
        case "left for later":
            data["left_for_later"] = [json.loads(value)]
        case _:
            raise ValueError
    return from_json(data)


_T = TypeVar("_T")


def _read_or(read: Callable[[], _T], otherwise: _T) -> _T:
    try:
        return read()
    except (ValueError, TypeError, RecursionError, BadContent):
        return otherwise


def _kept_askers(text: str) -> tuple[Asker, ...]:
    return tuple(Asker(*map(_string, each)) for each in json.loads(text))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
