"""Text with a label before each turn, and hearing records → a draft."""

from __future__ import annotations

import re

from assistant.transcripts.draft import Draft
from assistant.transcripts.labels import find_labels
from assistant.transcripts.lines import Line, lines_of
from assistant.transcripts.numbered import is_numbered, without_numbers
from assistant.transcripts.times import clock

_NOTE = re.compile(r"[(\[][^a-z\W\d_][^()\[\]]*[)\]]\.?")
_GAPS = "Pages are missing: words at the top of the next page are left unread, as nobody knows who says them."
_LONGEST_NOTE = 4
"""Lines."""


def parse_plain(text: str) -> Draft:
    """Take the text apart at its labels; without any, the draft has no turns."""
    lines = lines_of(text)
    numbered = is_numbered(lines)
    if numbered:
        lines = without_numbers(lines)
    labels = find_labels(lines)
    _set_apart(lines, set(labels), numbered)
    draft = Draft(text)
    if any(line.gap for line in lines):
        draft.remarks.append(_GAPS)
    first = min(labels, default=len(lines))
    draft.header = "\n".join(line.text for line in lines[:first] if not line.aside)
    joined, missing = False, False
    for place, line in enumerate(lines):
        missing = (missing or line.gap) and place not in labels
        if line.aside or not line.text:
            continue
        left = False
        if label := labels.get(place):
            draft.begin(label.speaker, clock(label.time) or line.place, "", line.start, line.start)
            skipped = len(line.text) - len(line.text[label.length :].lstrip())
            draft.go_on(line.text[skipped:], line.start + skipped, line.end)
        elif place < first or line.why or missing:
            why = line.why or ("header" if place < first else "said by a speaker on a page that is missing")
            draft.leave(line.place, line.text, why, joined)
            left = True
        else:
            draft.go_on(line.text, line.start, line.end)
        joined = left
    return draft


def _set_apart(lines: list[Line], labels: set[int], numbered: bool) -> None:
    """Mark what the record itself says: notes in brackets, and headings between turns."""
    first = min(labels, default=len(lines))
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.aside or line.why or place in labels:
            continue
        if line.text[:1] in ("(", "["):
            block = _block(lines, labels, place)
            if block and _NOTE.fullmatch(" ".join(each.text for each in block)):
                for each in block:
                    each.why = "note in the record"
        elif not numbered and _is_heading(line.text) and _alone(lines, labels, place):
            line.why = "heading"


def _is_heading(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 3 and text[-1] not in ".?!,"


def _block(lines: list[Line], labels: set[int], place: int) -> list[Line]:
    """The lines from an opening bracket to the one that closes it; none if that is far."""
    block = []
    for after in range(place, min(place + _LONGEST_NOTE, len(lines))):
        line = lines[after]
        if after in labels or line.why or (not line.text and not line.aside):
            break
        if not line.aside:
            block.append(line)
        if line.text.rstrip(".")[-1:] in (")", "]"):
            return block
    return []


def _alone(lines: list[Line], labels: set[int], place: int) -> bool:
    before = not lines[place - 1].text
    after = place + 1 == len(lines) or not lines[place + 1].text or place + 1 in labels
    return before and after
