"""What was read and found, as JSON, with nothing left out but the sessions' own text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Claim
from assistant.bona_fides.finding import as_json
from assistant.bona_fides.settling import Settled
from assistant.transcripts import Transcript


def as_text(checked: Checked, settled: Mapping[str, Settled]) -> str:
    """Indented JSON. Half characters are written as escapes, the rest as it stands."""
    content = {
        "transcripts": [_transcript(each) for each in checked.transcripts],
        "findings": [as_json(finding) for finding in checked.findings],
        "claims": [_claim(claim) for claim in checked.claims],
        "settled": {id: asdict(each) for id, each in settled.items()},
        "milliseconds": checked.milliseconds,
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return text.encode(errors="backslashreplace").decode() + "\n"


def _transcript(transcript: Transcript) -> dict[str, Any]:
    turns = Counter(turn.speaker for turn in transcript.turns)
    return {
        "file": transcript.file,
        "date": transcript.date.isoformat() if transcript.date else None,
        "dated_by": transcript.dated_by,
        "speakers": [
            {"name": name, "role": role, "turns": turns[name]} for name, role in transcript.speakers.items()
        ],
        "unread": [asdict(each) for each in transcript.unread],
        "remarks": list(transcript.remarks),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    content = asdict(claim)
    if claim.when:
        start, end = claim.when.start.isoformat(), claim.when.end.isoformat()
        content["when"] |= {"start": start, "end": end}
    return content
