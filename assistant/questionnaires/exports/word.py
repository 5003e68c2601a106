"""A plan as a Word document to print, take notes on, or type into. A4; its text block fits Letter as well.

A question and its ruled lines are rows of one table that Word keeps on one page: no row is divided, and every
row but a question's last is kept with the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm

from assistant.paper import shortened
from assistant.paper.word import (
    ACCENT,
    RULE,
    SANS,
    SERIF,
    SMALL,
    WordPaper,
    border,
    rightmost,
    shade,
    span,
    underline,
)
from assistant.questionnaires.exports.paper import (
    BEFORE,
    IN_THE_REST,
    Heed,
    Interest,
    Item,
    Paper,
    Part,
    on_paper,
)
from assistant.questionnaires.plan import Plan

_SHADE = "EEF2F6"
_COLUMNS = (14.0, 119.0, 34.0, 13.0)
"""Millimetres: number, question, for whom, minutes. Together the width between the margins."""
_RULED_ROW, _GAP_ROW = 7.5, 3.0
"""Heights in millimetres."""
_PADDING = 1.2
"""Millimetres free at the right of a cell."""


def as_word(plan: Plan) -> bytes:
    """The plan as a .docx file."""
    paper = on_paper(plan)
    made = _Document(paper)
    made.head()
    for session in paper.sessions:
        made.heading(f"{session.heading}", session.minutes, 1)
        for part in session.parts:
            made.part(part)
    made.tail()
    return made.bytes()


class _Document(WordPaper):
    blank = "Cell"
    """Small, so that a ruled row is no higher than it is to be."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper.title, paper.subject, top=24)
        self._paper = paper
        self._styles()
        self.above_every_page(shortened(paper.subject, 40) or "No cover name yet", shortened(paper.title, 70))
        self.below_every_page("\t")

    def head(self) -> None:
        paper = self._paper
        self.line(paper.title, "Title")
        fields = [
            ("Subject", paper.subject, "Date", ""),
            ("Stage", paper.stage, "Officer", ""),
            ("Time", paper.time, "Interpreter", ""),
        ]
        table = self.table((20.0, 80.0, 22.0, 58.0), _PADDING)
        for fields_of_row in fields:
            cells = self.row(table)
            for place, text in enumerate(fields_of_row):
                self.line(text, "Field name" if place % 2 == 0 else "Field", cells[place])
                if place % 2 and not text:
                    underline(cells[place], SMALL)
        if paper.agencies:
            cells = self.row(table)
            self.line("Agencies", "Field name", cells[0])
            span(cells[1:])
            self.line(paper.agencies, "Field", cells[1])
        if paper.before:
            self.line("", "Cell")
            self._box(BEFORE, paper.before)
        if paper.facts:
            self.heading("Settle first", "", 2)
            for fact in paper.facts:
                paragraph = self.line("", "Normal")
                paragraph.add_run(f"☐  {fact.words}").font.name = SANS
                self._aside(paragraph, f"   {', '.join(fact.numbers)}", "Aside")

    def heading(self, text: str, aside: str, level: int) -> None:
        paragraph = self.line(text, f"Heading {level}")
        if aside:
            self._aside(paragraph, f"\t{aside}", "Aside")

    def part(self, part: Part) -> None:
        self.heading(part.heading, part.minutes, 2)
        if part.why or part.citations:
            why = self.line(part.why, "Why")
            self._sources(why, part.citations)
            why.paragraph_format.keep_with_next = True
        for told in part.told:
            paragraph = self.line("", "Tell him")
            self._aside(paragraph, "Tell him  ", "Label")
            paragraph.add_run(told.says)
            self._sources(paragraph, told.citations)
        if part.items:
            self.line("", "Gap")
            self._items(part.items)
        if part.rest:
            self.line(part.rest, "Rest")
        if part.heed:
            self._box(IN_THE_REST, part.heed)

    def tail(self) -> None:
        paper = self._paper
        if paper.later:
            self.heading("Left for later", "", 1)
            table = self.table((98.0, 32.0, 50.0), _PADDING)
            self.column_heads(table, ("Question", "For", "Why"))
            for left in paper.later:
                cells = self.row(table)
                self.line(left.wording, "Later", cells[0])
                self._interests(left.interests, cells[1])
                self.line(left.why, "Reason", cells[2])
                for cell in cells:
                    underline(cell, RULE)
        if paper.remarks:
            self.heading("Remarks", "", 1)
            for remark in paper.remarks:
                self.line(remark, "List Bullet")
        if paper.cited:
            self.heading("Paragraphs cited", "", 1)
            self._sources(self.line("", "Small"), paper.cited)

    def _box(self, heading: str, pieces: Sequence[Heed]) -> None:
        """Paragraphs of one style with a border: Word draws it around them all."""
        lines = [self.line("", "Heed")]
        self._aside(lines[0], heading, "Label")
        for piece in pieces:
            line = self.line("", "Heed")
            line.add_run(piece.name).bold = True
            if piece.because:
                self._aside(line, f"  ({piece.because})", "Aside")
            line.add_run(f"  {piece.says}")
            self._sources(line, piece.citations)
            lines.append(line)
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True
        self.line("", "Cell")

    def _items(self, items: Sequence[Item]) -> None:
        table = self.table(_COLUMNS, _PADDING)
        heads = self.column_heads(table, ("No.", "Question", "For", "Min."))
        heads[-1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for item in items:
            cells = self.row(table)
            self.line(item.number, "Number", cells[0])
            self._question(item, cells[1])
            self._interests(item.interests, cells[2])
            self.line(item.minutes, "Minutes", cells[3])
            rows = [cells]
            if item.ticks:
                cells = self.row(table)
                span(cells[1:])
                self.line("      ".join(f"☐ {tick}" for tick in item.ticks), "Ticks", cells[1])
                rows.append(cells)
            for _ in range(item.lines):
                cells = self.row(table, _RULED_ROW)
                span(cells[1:])
                underline(cells[1], RULE)
                rows.append(cells)
            # A narrow row parts the question from the next.
            rows.append(self.row(table, _GAP_ROW))
            for cells in rows[:-1]:
                _keep_with_next(cells)

    def _question(self, item: Item, cell: Any) -> None:
        if item.skip:
            self.line(item.skip, "Skip rule", cell)
        self.line(item.wording, "Wording", cell)
        kind = self.line(item.kind, "Small", cell)
        self._sources(kind, item.citations)
        if item.note:
            self._labelled("Note: ", item.note, "Small", cell)
        for probe in item.probes:
            self.line(f"–\t{probe}", "Probe", cell)
        if item.how_known:
            self._labelled("How he knows: ", item.how_known, "How he knows", cell)

    def _interests(self, interests: Iterable[Interest], cell: Any) -> None:
        for interest in interests:
            paragraph = self.line(interest.who, "Agency", cell)
            if interest.requirements:
                self._aside(paragraph, f" {', '.join(interest.requirements)}", "Aside")

    def _labelled(self, label: str, text: str, style: str, cell: Any) -> None:
        paragraph = self.line("", style, cell)
        paragraph.add_run(label).italic = True
        paragraph.add_run(text)

    def _sources(self, paragraph: Any, citations: Sequence[str]) -> None:
        if citations:
            run = self._aside(paragraph, "  " if paragraph.text else "", "Source")
            for count, piece in enumerate(", ".join(citations).split("-")):
                # A paragraph's id is not to be divided at its hyphens.
                if count:
                    run._r.append(OxmlElement("w:noBreakHyphen"))
                run.add_text(piece)

    def _aside(self, paragraph: Any, text: str, style: str) -> Any:
        run = paragraph.add_run(text)
        run._r.style = self._ids[style]
        return run

    def _styles(self) -> None:
        style = self.style
        style("Title", SERIF, 20, ACCENT, bold=True, below=8)
        for level, size, above in ((1, 14, 18), (2, 11.5, 14)):
            look = style(f"Heading {level}", SERIF, size, ACCENT, bold=True, above=above, below=3, keep=True)
            rightmost(look)
            if level == 1:
                border(look, ("bottom",), ACCENT, 8)
        style("Cell", SANS, 4)
        style("Gap", SANS, 4, keep=True)
        style("Why", SANS, 8.5, SMALL, italic=True, below=4)
        tell = style("Tell him", SERIF, 10.5, above=3, below=3, left=3, spacing=1.1)
        border(tell, ("left",), ACCENT, 24, 6)
        shade(tell, _SHADE)
        heed = style("Heed", SANS, 9, left=3, below=2, spacing=1.05)
        heed.paragraph_format.right_indent = Mm(3)
        border(heed, ("top", "left", "bottom", "right"), RULE, 4, 5)
        style("Wording", SERIF, 11.5, above=3, below=2, spacing=1.05)
        style("Skip rule", SANS, 8.5, ACCENT, bold=True, above=4)
        style("Small", SANS, 8, SMALL, below=1)
        style("Probe", SANS, 9, left=7, first=-4, below=1)
        style("How he knows", SANS, 9, left=3, below=1)
        style("Number", SANS, 10, ACCENT, bold=True, above=4)
        style("Minutes", SANS, 10, above=4).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        style("Agency", SANS, 8.5, bold=True, above=4)
        style("Ticks", SANS, 10, above=3, below=1)
        style("Field name", SANS, 8.5, SMALL, above=4)
        style("Field", SANS, 10.5, above=3, below=1)
        style("Reason", SANS, 8, SMALL, above=3, below=2)
        style("Later", SERIF, 10, above=2, below=2)
        rest = style("Rest", SANS, 10, ACCENT, bold=True, above=10, below=6)
        rest.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        border(rest, ("top", "bottom"), ACCENT, 4, 3)
        style("List Bullet", SANS, 9.5, below=2, left=5, first=-5)
        style("Aside", SANS, 8, SMALL, run=True)
        style("Source", SANS, 7, SMALL, run=True)
        style("Label", SANS, 8.5, ACCENT, run=True, bold=True)


def _keep_with_next(cells: Iterable[Any]) -> None:
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
