"""WebVTT and SubRip → a draft: cues of one speaker in a row are one turn."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.transcripts.draft import Draft, folded, speaker_key
from assistant.transcripts.labels import find_labels
from assistant.transcripts.lines import Line
from assistant.transcripts.times import clock

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*({_TIME})\s*-->\s*{_TIME}(?:\s+.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>", re.I)
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<\d[\d:.]*>", re.I)
_BLOCKS = {"NOTE": "note", "STYLE": "style sheet", "REGION": "style sheet", "WEBVTT": "header"}


@dataclass(slots=True)
class _Cue:
    """A line of a cue, or a piece of it that one voice says; ``voice`` is empty where no tag names it."""

    time: str
    voice: str
    text: str
    start: int
    end: int


def has_cues(text: str) -> bool:
    """Whether the text is WebVTT or SubRip: it says so, or its first lines hold a timing."""
    start = text[:4000].lstrip("\ufeff \r\n")
    return start.startswith("WEBVTT") or any(map(_TIMING.fullmatch, start.splitlines()[:12]))


def parse_cues(text: str) -> Draft:
    """Take cues apart; tags are left out and entities resolved in a turn's words, not in the text."""
    draft = Draft(text)
    cues: list[_Cue] = []
    for block in _blocks(text):
        _read_block(block, draft, cues)
    draft.header = "\n".join(each.text for each in draft.unread)
    named = {} if any(cue.voice for cue in cues) else find_labels([_line(cue) for cue in cues])
    for place, cue in enumerate(cues):
        speaker, words = cue.voice, cue.text
        if label := named.get(place):
            speaker, words = label.speaker, cue.text[label.length :]
        if not speaker and not draft.said:
            draft.leave(cue.time, words, "no speaker named")
        elif not speaker or (draft.said and speaker_key(speaker) == speaker_key(draft.said[-1].speaker)):
            draft.go_on(words, cue.start, cue.end)
        else:
            draft.begin(speaker, cue.time, words, cue.start, cue.end)
    return draft


def _blocks(text: str) -> Iterator[list[tuple[str, int]]]:
    """Lines with their starts, parted at blank lines."""
    block: list[tuple[str, int]] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip("\ufeff \t\r\n\f")
        if line:
            block.append((line, start + raw.index(line)))
        elif block:
            yield block
            block = []
        start += len(raw)
    if block:
        yield block


def _read_block(block: Sequence[tuple[str, int]], draft: Draft, cues: list[_Cue]) -> None:
    timings = [place for place, (line, _) in enumerate(block) if _TIMING.fullmatch(line)]
    if not timings:
        _leave(block, draft, cues)
        return
    for place, line in enumerate(block[: timings[0]]):
        _leave([line], draft, cues, name=place == timings[0] - 1)
    for timing, after in zip(timings, [*timings[1:], len(block)], strict=True):
        time = clock(block[timing][0].split("-->")[0])
        voice = ""
        lines = block[timing + 1 : after]
        if after < len(block) and lines and lines[-1][0].isdigit():
            # The number of the next cue, where no blank line stands between.
            lines = lines[:-1]
        for text, start in lines:
            for speaker, piece, offset in _voices(text, voice):
                words = folded(html.unescape(_TAG.sub("", piece)))
                if words:
                    cues.append(_Cue(time, speaker, words, start + offset, start + offset + len(piece)))
                voice = speaker


def _voices(line: str, voice: str) -> Iterator[tuple[str, str, int]]:
    """Voice, words and where they start, for each voice of a line; ``voice`` goes on from the line above."""
    start = 0
    for match in _VOICE.finditer(line):
        if line[start : match.start()].strip():
            yield voice, line[start : match.start()], start
        voice, start = folded(html.unescape(match[1])), match.end()
    yield voice, line[start:], start


def _leave(block: Sequence[tuple[str, int]], draft: Draft, cues: Sequence[_Cue], name: bool = False) -> None:
    first, start = block[0]
    kind = next((kind for kind in _BLOCKS if re.match(rf"{kind}\b", first)), "")
    if kind:
        block = [(first[len(kind) :].lstrip(" :-\t"), start), *block[1:]]
    words = "\n".join(line for line, _ in block if line)
    if not (len(block) == 1 and words.isdigit()):
        why = _BLOCKS.get(kind) or ("name of a cue" if name else "outside the cues")
        number = draft.received.count("\n", 0, start) + 1 if words else 0
        draft.leave(cues[-1].time if cues and not kind else f"line {number}", words, why)


def _line(cue: _Cue) -> Line:
    return Line(cue.text, cue.start, cue.end, 0, 0)
