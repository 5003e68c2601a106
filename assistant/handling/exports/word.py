"""A brief as a Word document to print and take along. A4; its text block fits Letter as well."""

from __future__ import annotations

from assistant.handling.brief import Brief
from assistant.handling.exports.paper import COMES_UP, Piece, on_paper
from assistant.paper import runs_leftward, shortened
from assistant.paper.word import ACCENT, RULE, SANS, SERIF, SMALL, WordPaper, border, leftward


def as_word(brief: Brief) -> bytes:
    """The brief as a .docx file."""
    paper = on_paper(brief)
    made = _Document(paper.title, paper.stage)
    made.line(paper.title, "Title")
    made.line(f"{paper.stage}.", "Lead")
    for heading, pieces in paper.groups:
        made.line(heading, "Heading 1")
        for piece in pieces:
            made.piece(piece)
    return made.bytes()


class _Document(WordPaper):
    def __init__(self, title: str, stage: str) -> None:
        super().__init__(title, stage, spacing=1.05)
        self.below_every_page(f"{shortened(title, 70)}, ")
        self.style("Title", SERIF, 20, ACCENT, bold=True, below=4)
        self.style("Lead", SANS, 9.5, SMALL, below=4)
        self.style("Heading 1", SERIF, 14, ACCENT, bold=True, above=14, below=3, keep=True)
        self.style("Heading 2", SERIF, 11.5, ACCENT, bold=True, above=10, below=2, keep=True)
        self.style("Because", SANS, 8.5, SMALL, italic=True, below=2, keep=True)
        self.style("Says", SANS, 10, bold=True, below=2, keep=True)
        self.style("Advice", SANS, 9.5, below=2, keep=True)
        border(self.style("Quote", SERIF, 9.5, left=4, below=4), ("left",), RULE, 12, 6)
        self.style("Source", SANS, 7.5, SMALL, run=True)

    def piece(self, piece: Piece) -> None:
        self.line(piece.name, "Heading 2")
        if piece.because:
            because = self.line(piece.because, "Because")
            if runs_leftward(piece.because):
                leftward(because)
        self.line(piece.says, "Says")
        if piece.advice:
            advice = self.line("", "Advice")
            advice.add_run(f"{COMES_UP}: ").italic = True
            advice.add_run(piece.advice)
        quotes = self.line("", "Quote")
        quotes.add_run("  ".join(f"“{quote}”" for _, quote in piece.sources if quote))
        ids = quotes.add_run(f"  {', '.join(id for id, _ in piece.sources)}")
        ids._r.style = self._ids["Source"]
