"""The table of MI5's twenty defectors: questions about it are counted and listed, not searched for.

The table is ``knowledge/mi5-1948/cases.yaml``; every cell names its paragraph and quotes it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import BadContent
from assistant.knowledge import Kind, Library, fold, read_yaml, stems
from assistant.policy.inquiry import kind_of

STUDY = "MI5-1948"


@dataclass(frozen=True, slots=True)
class Cell:
    value: str
    paragraph: str
    quote: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One defector. ``recalled`` is yes, no evidence, not known or after his approach; ``exploited``
    is fully, partly, not or unknown."""

    name: str
    variants: tuple[str, ...]
    year: Cell
    place: Cell | None
    recalled: Cell
    exploited: Cell
    reasons: tuple[Cell, ...]
    approach: tuple[Cell, ...]
    reception: tuple[Cell, ...]
    use: tuple[Cell, ...]
    later: tuple[Cell, ...]

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        """Every filled cell with its column, in the table's order."""
        single = [("Year", self.year), ("Place", self.place), ("Recalled", self.recalled)]
        several = [
            *[("Reasons", cell) for cell in self.reasons],
            *[("Approach", cell) for cell in self.approach],
            *[("Reception", cell) for cell in self.reception],
            ("Exploited", self.exploited),
            *[("Use", cell) for cell in self.use],
            *[("Later", cell) for cell in self.later],
        ]
        return [(column, cell) for column, cell in (*single, *several) if cell is not None]


@dataclass(frozen=True, slots=True)
class Remark:
    """Where the study counts differently from itself, or leaves something open."""

    says: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseTable:
    cases: tuple[Case, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What the table says: a sentence, and the cells it rests on, the most telling first."""

    lead: str
    cells: tuple[Cell, ...]
    about: re.Pattern[str] | None = None
    """What a remark must speak of to belong under this answer; None: no remark does."""


def read_cases(path: Path, library: Library) -> CaseTable:
    """Read the table.

    Raises:
        BadContent: a cell's quotation does not stand in the paragraph that it names.
    """
    content = read_yaml(path, dict)
    cases = tuple(_case(entry) for entry in content["cases"])
    for case in cases:
        for column, cell in case.cells:
            if fold(cell.quote) not in fold(library.paragraph(cell.paragraph).text):
                raise BadContent(f"{path}: {case.name}, {column}: the quotation is not in {cell.paragraph}.")
    remarks = tuple(
        Remark(r["says"], tuple(f"{STUDY}#{number}" for number in r["paragraphs"]))
        for r in content["remarks"]
    )
    return CaseTable(cases, remarks)


def _case(entry: dict[str, Any]) -> Case:
    def several(key: str) -> tuple[Cell, ...]:
        return tuple(_cell(cell) for cell in entry[key] or ())

    return Case(
        name=entry["name"],
        variants=tuple(entry["variants"]),
        year=_cell(entry["year"]),
        place=_cell(entry["place"]) if entry["place"] else None,
        recalled=_cell(entry["recalled"]),
        exploited=_cell(entry["exploited"]),
        reasons=several("reasons"),
        approach=several("approach"),
        reception=several("reception"),
        use=several("use"),
        later=several("later"),
    )


def _cell(entry: dict[str, Any]) -> Cell:
    number = entry["paragraph"]
    return Cell(str(entry["value"]), f"{STUDY}#{number}", entry["quote"], entry.get("note", ""))


@dataclass(frozen=True, slots=True)
class _Column:
    """A thing that can be asked of the table.

    ``cue`` is how it is asked for, ``cells`` the cells of a case that answer it, ``heading`` what is
    true of the cases that have one, in words that follow "… of the twenty ".
    """

    cue: re.Pattern[str]
    cells: Callable[[Case], tuple[Cell, ...]]
    heading: str
    backing: str


def _mentioning(words: str, *columns: str) -> Callable[[Case], tuple[Cell, ...]]:
    pattern = re.compile(words, re.IGNORECASE)

    def cells(case: Case) -> tuple[Cell, ...]:
        return tuple(c for column in columns for c in getattr(case, column) if pattern.search(c.value))

    return cells


def _cue(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_GONE_OVER = (
    r"defect\w*|c[ao]me over|went over|go over|chang\w+ sides|switch\w* sides|r[ua]n away|break|broke"
)

_COLUMNS: tuple[_Column, ...] = (
    _Column(
        _cue(
            r"\brecall\w*|\b(call|order|summon|fetch|sent?)\w*\b[^.?]{0,25}\b(back|home)\b"
            r"|\bback to (moscow|russia)\b"
        ),
        lambda case: (case.recalled,) if case.recalled.value == "yes" else (),
        "are known to have been recalled to Russia immediately before they defected",
        "MI5-1948#II.3",
    ),
    _Column(
        _cue(
            r"\bfully (exploited|used|debriefed|questioned)|\bexploited\b|\b(proper|full|thorough|good) use\b"
            r"|\b(properly|thoroughly|fully|completely)\b[^.?]{0,20}\b(squeez|debrief|question|interrogat|us|milk)"
        ),
        lambda case: (case.exploited,) if case.exploited.value == "fully" else (),
        "can be said to have been reasonably fully exploited",
        "MI5-1948#VII.1",
    ),
    _Column(
        _cue(r"\bmemoir\w*|\bbooks?\b|\bautobiograph\w*|\b(wrote|write|written|publish\w*)\b"),
        _mentioning("memoirs", "later"),
        "wrote memoirs, as articles for the press or as books",
        "MI5-1948#VI.2",
    ),
    _Column(
        _cue(r"\bpaid with\b|\b(kill|murder|assassinat|execut|liquidat)\w*|\blost (his|her|their) li[fv]e"),
        _mentioning("paid with his life", "later"),
        "paid with their lives, Volkov probably",
        "MI5-1948#II.2",
    ),
    _Column(
        _cue(r"\b(love|girl\w*|romance|romantic|marr\w+|sweetheart\w*|love affair\w*)\b"),
        _mentioning("love|marry", "reasons"),
        "defected at least in part for love",
        "MI5-1948#II.9",
    ),
    _Column(
        _cue(
            r"\b(brought|bring|took|take|carried|carry|smuggled|came with)\b[^.?!]*"
            r"\b(documents?|papers?|files?)\b"
            r"|\b(documents?|papers?|files?)\b[^.?!]*\b(brought|taken|carried|smuggled)\b"
        ),
        _mentioning("documents", "approach"),
        "are known to have prepared carefully to bring information and documents of value",
        "MI5-1948#III.8",
    ),
)

_MANY = re.compile(r"\b(how many|which|who|list|name|all|what defectors|number|any)\b", re.IGNORECASE)
_WHOM = re.compile(
    r"\b(defectors?|russians?|soviets?|of them|of these|of those|the twenty|the 20|cases|people|men|they|"
    r"officers?|mi5|study|british)\b",
    re.IGNORECASE,
)
_NUMBERS = (
    "None One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen "
    "Seventeen Eighteen Nineteen All"
).split()


_LISTS_ALL = re.compile(
    r"^\W*(list|name|give me|show me|who are|which are)( me)?( all)?( of)?( the)?( names of)?( all)?( the)?"
    r"( twenty| 20)? (defectors|cases|names|men)( studied| in the study| of the study| you have)?\W*$",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"^\W*(tell me( more)? about|who (was|is)|what do (we|you) know (about|of)|describe)\b", re.I
)


def ask_table(
    question: str, kind: Kind, table: CaseTable, found: tuple[str, ...], query: str = ""
) -> TableAnswer | None:
    """Answer from the table when the question is one that it answers exactly; None otherwise.

    ``query`` is the question with the turn that it leans on: who is meant may stand there, what is asked
    stands in the question, or, in one that is nothing but a name, there too. ``found`` are the paragraphs
    that search brought up: a list is only given when search agrees that the question is about what the
    list rests on.
    """
    in_question = cases_named(question, table)
    named = in_question or cases_named(query, table)
    if named:
        nothing_else = query and in_question and len(stems(question)) <= len(in_question)
        return _of_named(*((query, kind_of(query)) if nothing_else else (question, kind)), named)
    if _LISTS_ALL.search(question):
        names = _and([f"{case.name} ({case.year.value})" for case in table.cases])
        return TableAnswer(f"The twenty: {names}.", tuple(case.year for case in table.cases))
    of_people = bool(_WHOM.search(query or question))
    by_year = _of_year(question, kind, table) if of_people or kind == "who" else None
    if by_year:
        return by_year
    for column in _COLUMNS:
        looked_at = found[:5] if of_people else found[:2]
        if _MANY.search(question) and column.cue.search(question) and column.backing in looked_at:
            return _of_all(column, table)
    return None


def cases_named(question: str, table: CaseTable) -> list[Case]:
    """The cases whose surname stands in the question, slight misspellings allowed."""
    words = [word.upper() for word in re.findall(r"[^\W\d_]{4,}", question)]
    words += [word.upper() for word in re.findall(r"\b[Pp](?:ik|IK)\b", question)]
    named = []
    for case in table.cases:
        surnames = {variant.split()[-1].strip("‘’'") for variant in case.variants} - {"S"}
        if any(difflib.get_close_matches(word, surnames, 1, 0.85) for word in words) or (
            case.name == "‘S’" and re.search(r"[‘'\"“]S[’'\"”]", question)
        ):
            named.append(case)
    first_names = [case for case in named if case.name.split()[0].upper() in words]
    if len(first_names) < len(named) and all("KRAVCHENKO" in case.name for case in named):
        return first_names or named
    return named


def _of_named(question: str, kind: Kind, named: list[Case]) -> TableAnswer | None:
    sentences, cells = [], []
    for case in named:
        for column in _COLUMNS[:2]:
            if column.cue.search(question) and kind in ("whether", "what", "when"):
                cell = case.recalled if column is _COLUMNS[0] else case.exploited
                sentences.append(_verdict(case, column is _COLUMNS[0]))
                cells.append(cell)
                if case.recalled.value == "after his approach" and column is _COLUMNS[0]:
                    cells += [c for c in case.later if "recalled" in c.value.lower()]
        asks_when = kind == "when" and re.search(_GONE_OVER, question, re.IGNORECASE)
        if not cells and asks_when:
            sentences.append(f"{case.name} defected in {case.year.value}.")
            cells.append(case.year)
        elif not cells and kind == "where" and case.place and re.search(_GONE_OVER, question, re.I):
            sentences.append(f"{case.name}: {case.place.value}.")
            cells.append(case.place)
    if not cells and _PROFILE.search(question) and len(stems(question)) <= 3 * len(named):
        for case in named:
            told = [cell for column, cell in case.cells if column not in ("Year", "Recalled")]
            cells += [case.year, *told]
            where = f", {case.place.value}" if case.place else ""
            sentences.append(
                f"{case.name} defected in {case.year.value}{where}. "
                + " ".join(f"{cell.value.rstrip('.')}." for cell in told if " " in cell.value)
            )
    return TableAnswer(" ".join(sentences), tuple(cells)) if cells else None


def _verdict(case: Case, recall: bool) -> str:
    if recall:
        return {
            "yes": f"Yes: {case.name} is known to have been recalled immediately before defecting.",
            "no evidence": f"The study has no evidence that {case.name} had been recalled.",
            "not known": f"The study does not say whether {case.name} had been recalled.",
            "after his approach": f"Yes, but after the approach: {case.name} was recalled to Moscow "
            "before a decision was made.",
        }[case.recalled.value]
    return {
        "fully": f"Yes: {case.name} is one of the eleven who were reasonably fully exploited.",
        "partly": f"In part: {case.name} is not among the eleven who were reasonably fully exploited.",
        "not": f"No: {case.name} is not among the eleven who were reasonably fully exploited.",
        "unknown": f"The study does not say what use was made of {case.name}.",
    }[case.exploited.value]


_EDGE = re.compile(
    r"\b(earliest|first|oldest|latest|last|most recent)\b "
    r"(?:(?:of|the|these|those|soviet|russian|known|twenty) ){0,3}"
    r"(?:defectors?|cases?|ones?|them|person|man|to (?:defect|go over|come over))\b",
    re.IGNORECASE,
)


def _of_year(question: str, kind: Kind, table: CaseTable) -> TableAnswer | None:
    """The cases of a year or of a span of years, or the earliest or latest."""
    years = [int(year) for year in re.findall(r"\b19[2-4]\d\b", question)]
    if years and _MANY.search(question) and re.search(_GONE_OVER, question, re.IGNORECASE):
        low, high = min(years), max(years)
        chosen = [case for case in table.cases if low <= int(case.year.value) <= high]
        span = str(low) if low == high else f"between {low} and {high}"
        names = f": {_and([case.name for case in chosen])}" if chosen else ""
        lead = f"{_NUMBERS[len(chosen)]} of the twenty defected {'in ' * (low == high)}{span}{names}."
        return TableAnswer(lead, tuple(case.year for case in chosen) or (table.cases[0].year,))
    edge = _EDGE.search(question)
    if edge and kind in ("who", "what", "when"):
        late = edge.group(1).lower() in ("latest", "last", "most recent")
        year = (max if late else min)(int(case.year.value) for case in table.cases)
        chosen = [case for case in table.cases if int(case.year.value) == year]
        which = "latest" if late else "earliest"
        lead = f"The {which} of the twenty: {_and([case.name for case in chosen])}, in {year}."
        return TableAnswer(lead, tuple(case.year for case in chosen))
    return None


def _of_all(column: _Column, table: CaseTable) -> TableAnswer:
    having = [case for case in table.cases if column.cells(case)]
    lead = f"{_NUMBERS[len(having)]} of the twenty {column.heading}: {_and([c.name for c in having])}."
    cells = [cell for case in having for cell in column.cells(case)]
    cells.sort(key=lambda cell: cell.paragraph != column.backing)
    distinct = {(cell.paragraph, cell.quote): cell for cell in cells}
    return TableAnswer(lead, tuple(distinct.values()), column.cue)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
