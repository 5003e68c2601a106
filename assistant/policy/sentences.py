"""A written answer taken apart: its sentences, what each cites and what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

QUOTED = "\ue001"
"""Stands in a sentence's words where a quotation stood."""

_CITED = "\ue000"
_MARKS = str.maketrans("", "", QUOTED + _CITED)

_BRACKETS = re.compile(r"\[([^\[\]\n]*#[^\[\]\n]*)\]")
_BETWEEN_IDS = re.compile(r"\s*[;,]\s*|\s+and\s+")
_BULLET = re.compile(r"^\s*(?:[-*•+]|\d{1,2}[.)]|#{1,6})\s+")
_EMPHASIS = re.compile(r"\*+|__+|`+")
_QUOTATION = re.compile(
    r"[\"“”„«»]([^\"“”„«»]*)[\"“”«»]"
    r"|(?<!\w)['‘]((?:[^'‘’\"“”]|(?<=\w)['’](?=\w))+)['’](?!\w)"
)
_END = re.compile(rf"[.!?][’')]*(?:\s*{_CITED})*(?=\s+[^a-z\s{_CITED}]|\s*$)")
_SHORTENED = re.compile(
    r"(?:\b(?:no|nos|dept|govt|e\.g|i\.e|mr|mrs|ms|dr|gen|col|st|vol|art|sec|para|cf|ref|jr|sr)"
    r"|(?<![\w.])(?:[a-z]\.)*[a-z])$",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"[.!?{_CITED}][’'\")”]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``words`` has the citations taken out and ``QUOTED`` in place of each quotation."""

    words: str
    cited: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All its words, those quoted too."""
        return " ".join((self.words.replace(QUOTED, " "), *self.quotations))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a written answer. A list's items belong to the sentence that opens the list."""
    blocks = _blocks(text.translate(_MARKS))
    found = [sentence for block in blocks for sentence in _of_block(block)]
    return [sentence for sentence in found if re.search(r"\w", sentence.text)]


def _blocks(text: str) -> Iterator[str]:
    """Lines that belong together, as one line each."""
    block = ""
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if bare.startswith(">"):
            bare = _set_off(bare)
        opens_list = block.endswith((":", ",", ";"))
        starts_anew = not bare or bool(_BULLET.match(line)) or _ends(block)
        if opens_list or not starts_anew or _BRACKETS.match(bare):
            block = f"{block} {bare}".strip()
        else:
            yield block
            block = bare
    yield block


def _set_off(line: str) -> str:
    """A line that Markdown sets off as a quotation, with the marks that make it one."""
    ids = "".join(f" [{found}]" for found in _BRACKETS.findall(line))
    words = re.sub(r"[>\"“”„«»]", "", _BRACKETS.sub("", line))
    return f"“{words.strip()}”{ids}"


def _ends(block: str) -> bool:
    return bool(_ENDED.search(_BRACKETS.sub(_CITED, block)))


def _of_block(block: str) -> Iterator[Sentence]:
    cited: list[list[str]] = []
    quoted: list[str] = []

    def take_ids(found: re.Match[str]) -> str:
        cited.append(_BETWEEN_IDS.split(found.group(1).strip()))
        return _CITED

    def take_quotation(found: re.Match[str]) -> str:
        words = found.group(1) if found.group(1) is not None else found.group(2)
        quoted.append(words.replace(_CITED, ""))
        follows = found.string[found.end() : found.end() + 1]
        stop = "." if words.rstrip().endswith((".", "!", "?")) and follows not in tuple(".,;:") else ""
        return QUOTED + stop + _CITED * words.count(_CITED)

    marked = _EMPHASIS.sub("", _BRACKETS.sub(take_ids, block))
    marked = _QUOTATION.sub(take_quotation, marked)
    ids, quotations = iter(cited), iter(quoted)
    for piece in _split(marked):
        yield Sentence(
            words=" ".join(piece.replace(_CITED, " ").split()),
            cited=tuple(id for _ in range(piece.count(_CITED)) for id in next(ids)),
            quotations=tuple(next(quotations) for _ in range(piece.count(QUOTED))),
        )


def _split(marked: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(marked):
        if _CITED not in end.group() and _SHORTENED.search(marked[: end.start()]):
            continue
        yield marked[start : end.end()]
        start = end.end()
    yield marked[start:]
