"""What was found, as a Word document to hand on and to write into. A4; its text block fits Letter as well.

Both quotations of a point stand side by side, and the whole point on one page unless it is longer than that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.paper import (
    ABOUT,
    NO_CLAIMS,
    NOTHING_FOUND,
    NOTHING_READ,
    TITLE,
    Paper,
    Point,
    Said,
    Session,
    Topic,
    on_paper,
)
from assistant.bona_fides.settling import Settled
from assistant.paper import runs_leftward
from assistant.paper.word import ACCENT, RULE, SANS, SERIF, SMALL, WordPaper, border, leftward, underline

_HALVES = (90.0, 90.0)
_FIELDS = (20.0, 45.0, 18.0, 45.0, 14.0, 38.0)
_CLAIMS = (14.0, 18.0, 46.0, 52.0, 28.0, 22.0)
"""Millimetres; each together the width between the margins."""
_PADDING = 3.0
"""Millimetres free at the right of a cell."""


def as_word(checked: Checked, settled: Mapping[str, Settled]) -> bytes:
    """The paper as a .docx file."""
    paper = on_paper(checked, settled)
    made = _Document()
    made.head(paper)
    for group in paper.groups:
        made.line(group.heading, "Heading 1")
        made.line(group.lead, "Lead")
        for point in group.points:
            made.point(point)
    made.settled(paper)
    made.claims(paper.topics)
    return made.bytes()


class _Document(WordPaper):
    def __init__(self) -> None:
        super().__init__(TITLE, spacing=1.05)
        self._styles()
        self.below_every_page(f"{TITLE}, ")

    def head(self, paper: Paper) -> None:
        self.line(TITLE, "Title")
        for text in ABOUT:
            self.line(text, "Lead")
        cells = self.row(self.table(_FIELDS, _PADDING))
        for place, name in enumerate(("Subject", "Officer", "Date")):
            self.line(name, "Small", cells[2 * place])
            underline(cells[2 * place + 1], SMALL)
        self.line("Sessions", "Heading 1")
        for session in paper.sessions:
            self._session(session)
        if not paper.sessions:
            self.line(NOTHING_READ, "Normal")
        if paper.summary:
            self.line(paper.summary, "Summary")
        elif paper.sessions:
            self.line(NOTHING_FOUND, "Summary")

    def _session(self, session: Session) -> None:
        paragraph = self.line("", "Entry")
        paragraph.add_run(f"{session.number}.\t{session.date}").bold = True
        paragraph.add_run(f"  {session.file}: {session.speakers}")
        for remark in session.remarks:
            self.line(remark, "Remark")

    def point(self, point: Point) -> None:
        self.line(f"{point.number}.  {point.why}", "Heading 2")
        if point.outcome:
            self._labelled(f"{point.outcome}. ", point.note, "Normal").paragraph_format.keep_with_next = True
        cells = self.row(self.table(_HALVES, _PADDING))
        for cell, said in zip(cells, (point.first, point.second), strict=True):
            self._said(said, cell)
        below = [self.line(" · ".join(filter(None, (point.rule, point.between))), "Small")]
        if point.innocent:
            below.append(self.line("May fit both:", "Small"))
            below += [self.line(f"–\t{each}", "Innocent") for each in point.innocent]
        if point.question:
            below.append(self._labelled("Ask: ", point.question, "Question"))
        below += [self.line("", "Ruled") for _ in range(point.lines)]
        for paragraph in below[:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def _said(self, said: Said, cell: Any) -> None:
        for paragraph in (
            self.line(f"“{said.words}”", "Words", cell),
            self.line(said.source, "Source", cell),
        ):
            paragraph.paragraph_format.keep_with_next = True

    def settled(self, paper: Paper) -> None:
        if not paper.settled and not paper.gone:
            return
        self.line("Settled", "Heading 1")
        for point in paper.settled:
            self.point(point)
        if paper.gone:
            self.line("Settled before, and no longer found in these files:", "Lead")
        for note in paper.gone:
            self.line(f"–\t{note}", "Innocent")

    def claims(self, topics: Sequence[Topic]) -> None:
        self.line("What he says, by topic and session", "Heading 1")
        for topic in topics:
            self.line(topic.heading, "Heading 2")
            table = self.table(_CLAIMS, _PADDING)
            self.column_heads(table, ("Session", "Place", "He says", "In his words", "When", "Mark"))
            for told in topic.rows:
                cells = self.row(table)
                texts = (told.session, told.place, told.says, f"“{told.words}”", told.when, told.marks)
                for cell, text in zip(cells, texts, strict=True):
                    self.line(text, "Cell", cell)
                    underline(cell, RULE)
        if not topics:
            self.line(NO_CLAIMS, "Normal")

    def line(self, text: str, style: str, cell: Any = None) -> Any:
        made = super().line(text, style, cell)
        if runs_leftward(text):
            leftward(made)
        return made

    def _labelled(self, label: str, text: str, style: str) -> Any:
        paragraph = self.line("", style)
        paragraph.add_run(label).bold = True
        paragraph.add_run(text)
        return paragraph

    def _styles(self) -> None:
        self.style("Title", SERIF, 20, ACCENT, bold=True, below=6)
        self.style("Heading 1", SERIF, 14, ACCENT, bold=True, above=18, below=3, keep=True)
        self.style("Heading 2", SERIF, 11.5, ACCENT, bold=True, above=13, below=3, keep=True)
        self.style("Lead", SANS, 8.5, SMALL, italic=True, below=4)
        self.style("Entry", SANS, 9.5, below=2, left=6, first=-6)
        self.style("Remark", SANS, 8.5, SMALL, below=2, left=6)
        self.style("Summary", SANS, 10, bold=True, above=6)
        self.style("Words", SERIF, 11, above=2, below=1)
        self.style("Source", SANS, 8, SMALL, below=3)
        self.style("Small", SANS, 8, SMALL, above=3, below=1)
        self.style("Innocent", SANS, 9, left=7, first=-4, below=1)
        self.style("Question", SERIF, 11, above=4, below=2)
        self.style("Cell", SANS, 8, above=2, below=2)
        border(self.style("Ruled", SANS, 13, above=6), ("bottom", "between"), RULE)
