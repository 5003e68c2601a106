"""Show a paragraph that is named by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply
from assistant.policy import cite, read_question

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "read a paragraph"

about = "Shows a paragraph that the message names by its number."

examples = (
    "Show me NSCID-13#9.b",
    "Show paragraph 6.b.3 of DCID 4/2",
    "Read me section IX.3 of the MI5 study",
    "Open NSCID 13 paragraph 11",
    "Let me see the text of paragraph 1.B of the telegram",
)

SHOWN = 4


_ASKS = re.compile(
    r"^\W*(please )?(show|read|open|display|quote|print|give|let me (see|read)|can i (see|read)|see)\b"
    r"|\b(the )?(full |whole )?text of\b|^\W*([A-Z][\w/-]*#\S+\W*)+$",
    re.IGNORECASE,
)


def reply(message: Message, assistant: Assistant) -> Reply | None:
    if not _ASKS.search(message.text):
        return None
    library = assistant.library
    named = read_question(message.text, library).references[:SHOWN]
    if not named:
        return None
    paragraphs = [library.paragraph(id) for id in named]
    shown = [
        "\n".join(line for line in (f"**{p.id}**", *p.headings, p.lead_in, f"> {p.text}") if line)
        for p in paragraphs
    ]
    citations = tuple(cite(library, p.id, p.text, message.as_of) for p in paragraphs)
    return Reply(name, "\n\n".join(shown), citations)
