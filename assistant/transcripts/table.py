"""Rows with columns for speaker and words (CSV, or a table in Word) → a draft."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from assistant.transcripts.draft import Draft, Layout, folded
from assistant.transcripts.fields import field_names, hold_turns
from assistant.transcripts.times import clock

_DELIMITERS = ",;\t|"
_LONGEST_HEAD = 2000


def delimiter_of(text: str) -> str:
    """What parts the columns, "" if the first line names none that make turns."""
    first = next((line for line in text.lstrip("\ufeff")[:_LONGEST_HEAD].splitlines() if line.strip()), "")
    for delimiter in _DELIMITERS:
        if hold_turns(field_names(next(csv.reader([first], delimiter=delimiter), []))):
            return delimiter
    return ""


def parse_csv(text: str, delimiter: str) -> Draft:
    """Read the rows of a CSV file."""
    # The reader refuses fields above its limit; none is longer than the file.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    return parse_rows(
        [[cell.strip() for cell in row] for row in reader if any(map(str.strip, row))], delimiter
    )


def parse_rows(rows: Sequence[Sequence[str]], delimiter: str = " ") -> Draft:
    """Read rows, the first of which names the columns; the text is laid out with one turn a line."""
    heads = list(rows[0])
    fields = field_names(heads)
    columns = {kind: heads.index(name) for kind, name in fields.items()}
    layout = Layout()
    draft = Draft("")
    others: dict[int, list[str]] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = _fitted(row, len(heads), columns.get("text", -1), delimiter)
        time = clock(cells[columns["time"]]) if "time" in columns else ""
        for speaker, words in _said(cells, columns):
            _add(draft, layout, speaker, words, time or f"row {number}")
        for column, cell in enumerate(cells):
            if column not in columns.values() and cell:
                others.setdefault(column, []).append(cell)
    if "date" in columns:
        dates = [row[columns["date"]] for row in rows[1:] if len(row) > columns["date"]]
        draft.header = f"date: {next(filter(None, dates), '')}"
        for date in dict.fromkeys(filter(None, dates)):
            draft.leave("column of dates", date, "date", joined=True)
    for column, texts in others.items():
        head = heads[column] if column < len(heads) else ""
        place = f"column {column + 1}"
        draft.leave(place, "\n".join([head, *texts]), "column that is neither speaker nor words")
    draft.received = layout.text
    return draft


def _fitted(row: Sequence[str], width: int, text: int, delimiter: str) -> list[str]:
    """As many cells as columns; words cut at an unquoted delimiter are put together again."""
    cells = [*row, *[""] * (width - len(row))]
    if len(cells) > width and text >= 0:
        over = text + len(cells) - width + 1
        glue = delimiter if delimiter.isspace() else f"{delimiter} "
        cells[text:over] = [glue.join(cells[text:over])]
    return cells


def _said(cells: Sequence[str], columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    if {"speaker", "text"} <= columns.keys():
        yield cells[columns["speaker"]], cells[columns["text"]]
    for kind, speaker in (("question", "Q"), ("answer", "A")):
        if kind in columns and columns[kind] not in (columns.get("speaker"), columns.get("text")):
            yield speaker, cells[columns[kind]]


def _add(draft: Draft, layout: Layout, speaker: str, words: str, place: str) -> None:
    words = folded(words)
    if not words:
        return
    if not speaker and not draft.said:
        layout.add(f"{words}\n")
        draft.leave(place, words, "no speaker named")
        return
    layout.add(f"{folded(speaker)}: " if speaker else "")
    start, end = layout.add(words)
    layout.add("\n")
    if speaker:
        draft.begin(speaker, place, words, start, end)
    else:
        draft.go_on(words, start, end)
