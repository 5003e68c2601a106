"""JSON → a draft."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.errors import UnreadableDocument
from assistant.transcripts.draft import Draft, Layout, folded
from assistant.transcripts.fields import field_names
from assistant.transcripts.times import clock

_LISTS = (
    "turns",
    "transcript",
    "segments",
    "utterances",
    "messages",
    "entries",
    "dialogue",
    "qa",
    "questions",
)


def parse_json(text: str) -> Draft | None:
    """Read ``{"date", "turns": [{"speaker", "text", "time"?}]}``, the bare list, or questions with answers.

    None if the text is not JSON. The draft's text has the fields written out, one turn a line.

    Raises:
        UnreadableDocument: it is nested without measure.
    """
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise UnreadableDocument("The JSON is nested too deeply: bring a plain list of turns.") from None
    except ValueError:
        return None
    return _Reading(found).draft if isinstance(found, dict | list) else None


class _Reading:
    """One way through the values; everything that is no turn is left over with the path to it."""

    def __init__(self, found: Any) -> None:
        self.draft = Draft("")
        self._layout = Layout()
        turns, rest = _parted(found)
        for path, value in _leaves(rest, ""):
            self._leave(path, value, "field that is no turn")
        self.draft.header = "\n".join(each.text for each in self.draft.unread)
        for number, turn in enumerate(turns, start=1):
            self._turn(turn, f"turn {number}")
        self.draft.received = self._layout.text

    def _turn(self, turn: Any, place: str) -> None:
        if not isinstance(turn, Mapping):
            self._leave(place, turn, "no speaker named")
            return
        fields = field_names([name for name, value in turn.items() if not isinstance(value, Mapping | list)])
        read = {fields["time"]} if "time" in fields else set()
        time = clock(turn[fields["time"]]) if "time" in fields else ""
        if {"speaker", "text"} <= fields.keys() and _text(turn[fields["speaker"]]):
            read |= {fields["speaker"], fields["text"]}
            self._say(_text(turn[fields["speaker"]]), _text(turn[fields["text"]]), time or place)
        else:
            for kind, speaker in (("question", "Q"), ("answer", "A")):
                if kind in fields:
                    read.add(fields[kind])
                    self._say(speaker, _text(turn[fields[kind]]), time or place)
        for name, value in turn.items():
            if name not in read:
                for path, leaf in _leaves(value, name):
                    why = "no speaker named" if name == fields.get("text") else "field that is no turn"
                    self._leave(f"{place}, {path}", leaf, why)

    def _say(self, speaker: str, words: str, place: str) -> None:
        if words:
            self._layout.add(f"{speaker}: ")
            start, end = self._layout.add(words)
            self._layout.add("\n")
            self.draft.begin(speaker, place, words, start, end)

    def _leave(self, path: str, value: Any, why: str) -> None:
        words = _text(value)
        if words:
            written = words if why == "no speaker named" else f"{path}: {words}"
            self._layout.add(f"{written}\n")
            self.draft.leave(path or "file", written, why)


def _parted(found: Any) -> tuple[list[Any], Any]:
    """The list of turns, and the rest."""
    if isinstance(found, list):
        return found, {}
    name = next((name for name in _LISTS if isinstance(found.get(name), list)), None)
    if name is None:
        lists = [key for key, value in found.items() if isinstance(value, list) and _hold_objects(value)]
        name = max(lists, key=lambda key: len(found[key]), default=None)
    if name is None:
        inner = next(
            (key for key, value in found.items() if isinstance(value, dict) and _parted(value)[0]), None
        )
        if inner is None:
            return [], found
        turns, rest = _parted(found[inner])
        return turns, {**found, inner: rest}
    return found[name], {key: value for key, value in found.items() if key != name}


def _hold_objects(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _leaves(inner, f"{path} {number}".strip())
    else:
        yield path, value


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return folded(value)
    return folded(json.dumps(value, ensure_ascii=False))
