"""Read a file that a user brought into a transcript."""

from __future__ import annotations

import datetime
from pathlib import PurePath

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading import Kind, kind_of
from assistant.transcripts.cues import has_cues, parse_cues
from assistant.transcripts.dates import date_in_header, date_in_name, remarks_on
from assistant.transcripts.draft import Draft, Said, usual_spellings
from assistant.transcripts.objects import parse_json
from assistant.transcripts.plain import parse_plain
from assistant.transcripts.roles import guess_roles
from assistant.transcripts.table import delimiter_of, parse_csv
from assistant.transcripts.text import text_of
from assistant.transcripts.transcript import Role, Transcript, Turn

LARGEST = 20_000_000
"""Bytes that a file may have."""


def read_transcript(
    data: bytes, file_name: str, date: datetime.date | None = None, *, today: datetime.date | None = None
) -> Transcript:
    """Read labelled text, a hearing record, WebVTT, SRT, CSV, JSON, Word (.docx) or PDF with text.

    The content decides what the file is. ``date`` is that of the session where the user has said it; it
    counts for more than what the file says. ``today`` tells a date in the future, and is the clock's unless
    given. In ``received``, CSV, JSON and Word are written out with one turn a line.

    Raises:
        UnreadableDocument: the file is empty, too large, damaged, protected, without text, of a kind that
            is not read, or names no speakers.
    """
    if not data:
        raise UnreadableDocument("The file is empty: choose the file that holds the transcript.")
    if len(data) > LARGEST:
        raise UnreadableDocument(
            f"The file has {len(data) / 1e6:.1f} MB and at most {LARGEST // 1_000_000} MB are read: "
            "divide it and bring the parts."
        )
    draft = _draft(data, file_name)
    said = [turn for turn in draft.said if turn.pieces]
    if not said:
        raise UnreadableDocument(
            "No speakers were found in the file: put a label before each turn, such as “Q:” and “A:” or a "
            "name and a colon."
        )
    names = usual_spellings(turn.speaker for turn in said)
    for turn in said:
        turn.speaker = names[turn.speaker]
    found, dated_by = _dated(draft, file_name, date)
    roles, remarks = guess_roles(said, draft.header)
    return Transcript(
        file=file_name,
        date=found,
        dated_by=dated_by,
        turns=tuple(_turn(number, turn, roles) for number, turn in enumerate(said, start=1)),
        unread=tuple(draft.unread),
        received=draft.received,
        remarks=(*draft.remarks, *remarks, *remarks_on(found, today or datetime.date.today())),
    )


def _turn(number: int, turn: Said, roles: dict[str, Role]) -> Turn:
    return Turn(number, turn.speaker, roles[turn.speaker], turn.text, turn.place, (turn.start, turn.end))


def _draft(data: bytes, file_name: str) -> Draft:
    kind = kind_of(data, file_name)
    if kind is Kind.PDF:
        from assistant.transcripts.pdf import parse_pdf_file

        return parse_pdf_file(data)
    if kind is Kind.WORD:
        from assistant.transcripts.word import parse_word_file

        return parse_word_file(data)
    text, remarks = text_of(data)
    if not text.strip("\ufeff\u200b \t\r\n\f\v"):
        raise UnreadableDocument(
            "The file holds nothing but white space: choose the file that holds the transcript."
        )
    draft = _text_draft(text, PurePath(file_name).suffix.lower())
    draft.remarks.extend(remarks)
    return draft


def _text_draft(text: str, ending: str) -> Draft:
    if has_cues(text):
        return parse_cues(text)
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        if draft := parse_json(text):
            return draft
        if ending == ".json":
            raise UnreadableDocument("The file is called JSON and breaks its rules: export it anew.")
    if delimiter := delimiter_of(text):
        return parse_csv(text, delimiter)
    return parse_plain(text)


def _dated(draft: Draft, file_name: str, given: datetime.date | None) -> tuple[datetime.date | None, str]:
    if given:
        return given, "given"
    if found := date_in_header(draft.header):
        return found, "header"
    if found := date_in_name(file_name):
        return found, "file name"
    return None, ""
