"""What can be asked here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "help"

about = "Says what can be asked here."

examples = (
    "help",
    "What can you do?",
    "How do I use this?",
    "What can I ask you?",
    "hello",
)

_ASKS = re.compile(
    r"^\W*(help( me)?|hello|hi|hey|good (morning|afternoon|evening)|what can (you do|i ask( you)?)( here)?|"
    r"how (do|does) (i use )?this( work)?|what is this|who are you)\W*$",
    re.IGNORECASE,
)

TEXT = """\
Ask in your own words what the directives say. You get a short answer, the paragraphs' own words, and who is bound by them and when; or a plain statement that the documents are silent or the words withheld.

- **A rule:** Can I promise him that he will be let into the United States?
- **A date:** Who handled publicity in 1955?
- **A paragraph:** Show me NSCID-13#9.b
- **Duties:** List all duties of the local Defector Committee
- **A case:** Tell me about Gouzenko
- **A count:** Which defectors were recalled just before they went over?

A question may lean on the one before: “and if there is no time?”
"""  # noqa: E501


def reply(message: Message, assistant: Assistant) -> Reply | None:
    return Reply(name, TEXT) if _ASKS.search(message.text) else None
