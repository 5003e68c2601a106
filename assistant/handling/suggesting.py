"""A cue for a line in which none was heard, suggested by a language model and admitted by code.

The model is given the line, its role and the cues that hear this role. What it writes counts only if it
names one of them and copies words of the line. It adds to what was heard and never replaces it.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import replace
from pathlib import Path

from assistant.handling.cues import Role
from assistant.handling.hearing import Hearing
from assistant.handling.reminder import Reminder, reminder_of
from assistant.language import ChatModel, Prompt, read_prompt

FEWEST_WORDS = 2
"""Of a trigger; a single word stands in many lines by chance."""

_KEYS = {"cue", "trigger"}
_FENCE = re.compile(r"\A\s*```\w*\s*\n(?P<inside>.*)\n\s*```\s*\Z", re.DOTALL)
_WORD = re.compile(r"\w[\w'’-]*")


def cue_prompt(prompts: Path) -> Prompt:
    """The prompt for suggesting a cue; raises BadContent when the file is not as it should be."""
    return read_prompt(prompts / "cue.md", ("cues", "role", "line"))


def suggest_cue(
    line: str,
    role: Role,
    hearing: Hearing,
    model: ChatModel,
    prompt: Prompt,
    cancelled: threading.Event | None = None,
) -> Reminder | None:
    """The reminder that the model suggests for a line, marked as such; None where anything was heard.

    Raises:
        ModelUnavailable: the model did not answer; what was heard stands.
    """
    offered = {cue.id: cue for cue in hearing.cues.values() if role in cue.hears}
    if not line.strip() or not offered or hearing.hear(line, role):
        return None
    messages = prompt.messages(
        cues="\n".join(f"{cue.id}: {cue.name}. {cue.why}" for cue in offered.values()), role=role, line=line
    )
    id, words = _read("".join(model.stream(messages, cancelled)))
    trigger = _standing(words, line)
    if id not in offered or not trigger:
        return None
    return replace(reminder_of(offered[id], trigger, hearing.library), suggested=True)


def _read(text: str) -> tuple[str, str]:
    """Cue and trigger as the model writes them; both "" where it writes anything but the one JSON object."""
    fenced = _FENCE.match(text)
    try:
        given = json.loads(fenced["inside"] if fenced else text)
    except (ValueError, RecursionError):
        return "", ""
    if not isinstance(given, dict) or given.keys() != _KEYS:
        return "", ""
    cue, trigger = given["cue"], given["trigger"]
    return (cue, trigger) if isinstance(cue, str) and isinstance(trigger, str) else ("", "")


def _standing(words: str, line: str) -> str:
    """The words as they stand in the line, whatever white space is between them; "" where they do not."""
    if len(_WORD.findall(words)) < FEWEST_WORDS:
        return ""
    spaced = r"\s+".join(map(re.escape, words.split()))
    found = re.search(rf"(?<!\w){spaced}(?!\w)", line)
    return found[0] if found else ""
