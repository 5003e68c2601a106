"""A reviewed run as a Word document. A4; its text block fits Letter as well."""

from __future__ import annotations

from assistant.mock.exports.paper import Reviewed, on_paper
from assistant.paper import runs_leftward, shortened
from assistant.paper.word import ACCENT, RULE, SANS, SERIF, SMALL, WordPaper, border, leftward


def as_word(reviewed: Reviewed) -> bytes:
    """The review as a .docx file."""
    paper = on_paper(reviewed)
    made = WordPaper(paper.title, "Review of a mock debrief", spacing=1.05)
    made.below_every_page(f"{shortened(paper.title, 70)}, ")
    made.style("Title", SERIF, 20, ACCENT, bold=True, below=4)
    made.style("Lead", SANS, 9.5, SMALL, below=4)
    made.style("Heading 1", SERIF, 14, ACCENT, bold=True, above=14, below=3, keep=True)
    made.style("Entry", SANS, 10, below=3)
    made.style("Note", SANS, 9, SMALL, italic=True, left=4, below=4)
    border(made.style("Quote", SERIF, 9.5, left=4, below=4), ("left",), RULE, 12, 6)
    made.line(paper.title, "Title")
    made.line(paper.lead, "Lead")
    for heading, entries in paper.groups:
        made.line(heading, "Heading 1")
        for entry in entries:
            says = made.line(entry.says, "Entry")
            says.runs[0].font.strike = bool(entry.override)
            if runs_leftward(entry.says):
                leftward(says)
            quote = f"“{entry.quote}”" if entry.quote else ""
            for text, style in ((quote, "Quote"), (_note(entry.override), "Note")):
                if text:
                    line = made.line(text, style)
                    if runs_leftward(text):
                        leftward(line)
        if not entries:
            made.line("Nothing.", "Lead")
    return made.bytes()


def _note(override: str) -> str:
    return f"The trainer judges otherwise: {override}" if override else ""
