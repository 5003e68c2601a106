"""The names that tables and JSON give to who spoke, what and when."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.transcripts.draft import speaker_key

NAMES = {
    "speaker": "speaker name who voice person speakername participant speakerid role",
    "text": "text words utterance said content transcript statement speech line body message sentence value",
    "time": "time start timestamp at begin from starttime timecode offset timeoffset in page place",
    "question": "question q",
    "answer": "answer a",
    "date": "date sessiondate dateofsession recorded recordedon",
}
_KINDS = {kind: list(names.split()) for kind, names in NAMES.items()}


def field_names(names: Iterable[str]) -> dict[str, str]:
    """What each field is for → its name in the file: of several that would do, the plainest."""
    known = {speaker_key(name): name for name in reversed(list(names))}
    return {
        kind: known[found]
        for kind, usual in _KINDS.items()
        if (found := next((name for name in usual if name in known), None))
    }


def hold_turns(fields: dict[str, str]) -> bool:
    """Whether fields of these kinds make turns."""
    return {"speaker", "text"} <= fields.keys() or {"question", "answer"} <= fields.keys()
