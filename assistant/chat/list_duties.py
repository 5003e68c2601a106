"""List who must do what, for an actor or a document that the message names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply
from assistant.knowledge import stems
from assistant.policy import actors, cite, duties, read_question

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "duties"

about = "Lists all duties of an actor or of a document."

examples = (
    "List all duties of the CIA",
    "What are the duties of the local Defector Committee?",
    "Give me a checklist of everything the senior representative must do",
    "All obligations under NSCID 13",
    "Show every duty of field representatives",
    "What are all my responsibilities as ambassador?",
)

MOST = 25

_ASKS = re.compile(r"\b(dut(y|ies)|obligations?|responsibilit(y|ies)|checklist|tasks)\b", re.IGNORECASE)


def reply(message: Message, assistant: Assistant) -> Reply | None:
    if not _ASKS.search(message.text):
        return None
    library = assistant.library
    inquiry = read_question(message.text, library, message.as_of)
    actor = _actor(message.text, actors(library))
    if not actor and not inquiry.documents:
        return None
    document = next(iter(inquiry.documents), "") if len(inquiry.documents) == 1 else ""
    rows = duties(library, actor=actor, document=document, as_of=inquiry.as_of)
    if not rows:
        return None
    lines = [f"- {row.duty.says} ({row.duty.paragraph})" for row in rows[:MOST]]
    whose = f" of {actor}" if actor else ""
    where = f" in {library.document(document).short_title}" if document else ""
    heading = f"{len(rows)} {'duty' if len(rows) == 1 else 'duties'}{whose}{where}:"
    if len(rows) > MOST:
        lines.append(f"- … and {len(rows) - MOST} more in the table of duties.")
    citations = tuple(cite(library, r.duty.paragraph, r.duty.quote, inquiry.as_of) for r in rows[:MOST])
    return Reply(name, "\n".join([heading, "", *lines]), citations)


def _actor(text: str, known: list[str]) -> str:
    """The words of a known actor that the message names: the longest run that does; "" for none."""
    asked = set(stems(text)) - set(stems("duty duties responsibility responsible"))
    best: tuple[int, str] = (0, "")
    for actor in known:
        words = [word for word in re.findall(r"[\w'’]+", actor) if stems(word)]
        shared = [word for word in words if set(stems(word)) <= asked]
        if len(shared) == len(words) or len(shared) >= 2 or (shared and shared[0] == words[0]):
            best = max(best, (len(shared), " ".join(shared)))
    return best[1]
