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
    r"how (do|does) (i use )?this( work)?|what is this|who are you|what are you|"
    r"(what|which) documents (do you have|are (there|here)|can you (read|search)))\W*$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^\W*(thanks?( you)?( (very|so) much| a lot)?|thx|cheers|ok(ay)?|good|great|fine|bye|goodbye)\W*$", re.I
)
GLAD = "Glad to help. Ask on, or say *help* to see what can be asked."

TEXT = """\
Ask in your own words what the directives say. You get a short answer, the paragraphs' own words, and who is bound by them and when; or a plain statement that the documents are silent or the words withheld.

- **A rule:** Can I promise him that he will be let into the United States?
- **A date:** Who handled publicity in 1955?
- **A paragraph:** Show me NSCID-13#9.b
- **Duties:** List all duties of the local Defector Committee
- **A case:** Tell me about Gouzenko
- **What you plan:** I want to ask him: “You came for the money, did you not?”
- **A count:** Which defectors were recalled just before they went over?

The documents are NSCID 13 of 1950, State telegram 90262 of 1967, DCID 4/2 of 1976, MI5's study of 1948, and those you add.

A question may lean on the one before: “and if there is no time?”
"""  # noqa: E501


def reply(message: Message, assistant: Assistant) -> Reply | None:
    if _THANKS.search(message.text):
        return Reply(name, GLAD)
    return Reply(name, TEXT) if _ASKS.search(message.text) else None
