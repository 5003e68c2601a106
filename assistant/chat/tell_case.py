"""Tell what the study says of one of the twenty defectors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply
from assistant.policy import cases_named, cite

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "cases"

about = "Tells what is known of one of the twenty named defectors."

examples = (
    "Tell me about Gouzenko",
    "What do we know about Krivitsky?",
    "Who was Tokaev?",
    "Give me the case of Volkov",
    "Akhmedov's story",
)

_ASKS = re.compile(
    r"^\W*(tell me (more )?about|who (is|was|were)|what (do|does|is|was)\b.*\b(know|known|say)\b.*\b"
    r"(about|of)|"
    r"(give|show) me|the case of|describe)\b|\b(story|case|profile)\W*$",
    re.IGNORECASE,
)


def reply(message: Message, assistant: Assistant) -> Reply | None:
    if not _ASKS.search(message.text):
        return None
    named = cases_named(message.text, assistant.cases)
    if not named or len(message.text.split()) > 12:
        return None
    parts, citations = [], []
    for case in named:
        lines = [f"**{case.name}**"]
        for column, cell in case.cells:
            lines.append(f"- {column}: {cell.value} ({cell.paragraph})")
            citations.append(cite(assistant.library, cell.paragraph, cell.quote, message.as_of))
        parts.append("\n".join(lines))
    return Reply(name, "\n\n".join(parts), tuple(citations))
