"""Read an edition (``text.md``) into paragraphs. The format is laid down in knowledge/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import BadContent
from assistant.knowledge.documents import Paragraph

_ANCHOR = re.compile(r"^\{#([A-Za-z0-9.]+)\}\s*")
_LABEL = re.compile(r"^(\[?(?:\d{1,2}\.|[A-Za-z]\.|\(\w{1,3}\))\]?)\s+(?=\S)")
_FOOTNOTE = re.compile(r"\[\^(\d+)\]")
_PAGE = re.compile(r"\[Page (\d+)\]")
_LEAD_IN = re.compile(r"(?::|because:)$")


@dataclass
class _Open:
    """A paragraph while its lines are still coming."""

    number: str
    headings: tuple[str, ...]
    page: int | None
    blocks: list[str] = field(default_factory=list)


def read_edition(path: Path, document: str) -> tuple[str, tuple[Paragraph, ...]]:
    """Return the title and the paragraphs of an edition.

    Raises:
        BadContent: an id occurs twice, or text stands outside any paragraph.
    """
    title, paragraphs, seen = "", [], set()
    for raw in _blocks(path):
        if isinstance(raw, str):
            title = title or _FOOTNOTE.sub("", raw)
            continue
        if raw.number in seen:
            raise BadContent(f"{path}: paragraph {{#{raw.number}}} is there twice. Keep one.")
        seen.add(raw.number)
        paragraphs.append(_paragraph(raw, document))
    return title, _with_lead_ins(paragraphs)


def _blocks(path: Path) -> Iterator[str | _Open]:
    headings: tuple[str, ...] = ()
    page: int | None = None
    current: _Open | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# "):
            yield line[2:]
        elif line.startswith("## "):
            headings = (line[3:],)
        elif page_break := _PAGE.fullmatch(line.strip()):
            page = int(page_break.group(1))
        elif anchor := _ANCHOR.match(line):
            if current:
                yield current
            current = _Open(anchor.group(1), headings, page, [line[anchor.end() :]])
        elif line.strip():
            if current is None:
                raise BadContent(f"{path}, line {number}: text before the first {{#id}}. Give it one.")
            current.blocks.append(line)
        elif current:
            current.blocks.append("")
    if current:
        yield current


def _paragraph(raw: _Open, document: str) -> Paragraph:
    text = "\n".join(raw.blocks).strip()
    label = ""
    if found := _LABEL.match(text):
        label, text = found.group(1), text[found.end() :]
    footnotes = tuple(f"fn.{mark}" for mark in _FOOTNOTE.findall(text))
    text = _PAGE.sub("", _FOOTNOTE.sub("", text))
    text = re.sub(r"[ \t]{2,}", " ", text)
    return Paragraph(document, raw.number, label, text, raw.headings, footnotes=footnotes, page=raw.page)


def _with_lead_ins(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Give each paragraph the unfinished sentences of those it stands under."""
    known = {paragraph.number: paragraph for paragraph in paragraphs}
    finished = []
    for paragraph in paragraphs:
        above = []
        parts = paragraph.number.split(".")
        for depth in range(1, len(parts)):
            parent = known.get(".".join(parts[:depth]))
            if parent and _LEAD_IN.search(parent.text):
                above.append(re.split(r"(?<=[.;]) ", parent.text)[-1])
        finished.append(
            Paragraph(
                paragraph.document,
                paragraph.number,
                paragraph.label,
                paragraph.text,
                paragraph.headings,
                " ".join(above),
                paragraph.footnotes,
                paragraph.page,
            )
        )
    return tuple(finished)
