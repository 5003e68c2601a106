"""The cells of an .xlsx file as texts, read within bounds whatever the file holds.

Only the parts that hold the wanted sheets are inflated, as a stream, and only a cell's value is read: no
styles, macros, links or entities. So a file cannot fill the memory or take more than a second or two.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from assistant.errors import UnreadableDocument

MOST_ROWS = 5_000
"""Rows of a sheet that are read; a fuller sheet is refused."""
_MOST_COLUMNS = 200
_LARGEST_INFLATED = 40_000_000
_MOST_ELEMENTS = 1_000_000
_LONGEST_CELL = 32_767
_CHUNK = 65_536

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_CARRIAGE_RETURN = re.compile(r"_x000D_", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` maps a row's number, from 1, to its texts by column, from 0; empty cells are left out.

    ``formulas`` are the places, as row and column, whose text a formula made.
    """

    rows: Mapping[int, Mapping[int, str]]
    formulas: Collection[tuple[int, int]]


def read_sheets(data: bytes, wanted: Collection[str]) -> dict[str, Sheet]:
    """The sheets of these names, by their names in lower case; a sheet that is not there is left out.

    Raises:
        UnreadableDocument: it is no .xlsx file, is damaged, or holds more than a form does.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Book(archive).sheets(wanted)
    except UnreadableDocument:
        raise
    except Exception as error:
        # zipfile and expat raise a dozen kinds of error on a broken file.
        raise UnreadableDocument(
            "The file is no Excel workbook (.xlsx) or is damaged: open it in Excel, save it anew as .xlsx "
            "and bring that."
        ) from error


@dataclass(slots=True)
class _Book:
    archive: zipfile.ZipFile
    inflated: int = 0
    elements: int = 0

    def sheets(self, wanted: Collection[str]) -> dict[str, Sheet]:
        places = _Places()
        self._parse("xl/workbook.xml", places.in_book)
        self._parse("xl/_rels/workbook.xml.rels", places.in_relations)
        found = {
            name.strip().lower(): places.target(relation)
            for name, relation in places.sheets
            if name.strip().lower() in wanted
        }
        texts = _Texts()
        if places.texts and found:
            self._parse(places.texts, texts)
        sheets = {}
        for name, part in found.items():
            cells = _Cells(name, texts.found)
            self._parse(part, cells)
            sheets[name] = Sheet(cells.rows, cells.formulas)
        return sheets

    def _parse(self, part: str, handler: _Handler) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_declarations

        def start(name: str, attributes: dict[str, str]) -> None:
            self.elements += 1
            if self.elements > _MOST_ELEMENTS:
                raise _too_large()
            handler.start(name.rpartition(":")[2], attributes)

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: handler.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = handler.text
        with self.archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                self.inflated += len(chunk)
                if self.inflated > _LARGEST_INFLATED:
                    raise _too_large()
                parser.Parse(chunk, False)
            parser.Parse(b"", True)


class _Handler:
    """What is done with the elements of a part; names come without their prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


@dataclass(slots=True)
class _Elements(_Handler):
    """Hands each element's attributes on."""

    found: Callable[[str, Mapping[str, str]], None]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.found(name, attributes)


class _Places:
    """Where in the archive the sheets and the shared texts are."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.texts = ""
        self._targets: dict[str, str] = {}
        self.in_book = _Elements(self._sheet)
        self.in_relations = _Elements(self._relation)

    def target(self, relation: str) -> str:
        return self._targets[relation]

    def _sheet(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            relation = next(value for key, value in attributes.items() if key.endswith(":id"))
            self.sheets.append((attributes["name"], relation))

    def _relation(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", attributes["Target"])).lstrip("/")
            self._targets[attributes["Id"]] = target
            if attributes["Type"].endswith("/sharedStrings"):
                self.texts = target


@dataclass(slots=True)
class _Texts(_Handler):
    """The texts that cells share, in order. What a text is read aloud as, ``rPh``, is no part of it."""

    found: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _reads: bool = False
    _aloud: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._aloud = True
        elif name == "t":
            self._reads = not self._aloud

    def end(self, name: str) -> None:
        if name == "si":
            self.found.append(_cell_text("".join(self._parts)))
        elif name == "rPh":
            self._aloud = False
        elif name == "t":
            self._reads = False

    def text(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)


class _Cells(_Handler):
    """The cells of a sheet."""

    def __init__(self, sheet: str, shared: list[str]) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.formulas: set[tuple[int, int]] = set()
        self._sheet = sheet
        self._shared = shared
        self._row, self._column = 0, -1
        self._kind = ""
        self._parts: list[str] = []
        self._reads = self._aloud = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            place = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._kind = attributes.get("t", "n")
            self._parts = []
        elif name == "f":
            self.formulas.add((self._row, self._column))
        elif name == "rPh":
            self._aloud = True
        elif name in ("v", "t"):
            self._reads = not self._aloud

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._reads = False
        elif name == "rPh":
            self._aloud = False
        elif name == "c" and self._parts and self._column < _MOST_COLUMNS:
            self._keep("".join(self._parts))

    def text(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)

    def _keep(self, value: str) -> None:
        if self._kind == "s":
            value = self._shared[int(value)]
        elif self._kind == "b":
            value = "TRUE" if value.strip() == "1" else "FALSE"
        elif self._kind == "n":
            value = _number(value)
        else:
            value = _cell_text(value)
        if value.strip():
            self.rows.setdefault(self._row, {})[self._column] = value
            if len(self.rows) > MOST_ROWS:
                raise UnreadableDocument(
                    f"The {self._sheet} sheet has more than {MOST_ROWS:,} rows: divide the form and bring "
                    "the parts."
                )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _number(value: str) -> str:
    """Whole numbers without ".0", as they stand in the cell."""
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else str(number)


def _cell_text(text: str) -> str:
    return _CARRIAGE_RETURN.sub("", text)[:_LONGEST_CELL]


def _refuse_declarations(*_: object) -> None:
    raise UnreadableDocument(
        "The workbook declares entities, as no Excel file does: open it in Excel, save it anew and "
        "bring that."
    )


def _too_large() -> UnreadableDocument:
    return UnreadableDocument(
        "The workbook holds far more than a form does: keep the sheets survey, choices and settings, save "
        "it anew and bring that."
    )
