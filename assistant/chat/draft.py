"""What a handler plans to say or ask: reminders that it calls for, and how a question in it is worded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply
from assistant.handling import Reminder
from assistant.policy import cite
from assistant.wording import Checked, check

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "draft"

about = "Looks over what the handler plans to say or ask, before he does."

examples = (
    "I plan to tell him that he will be an American citizen by Christmas",
    "Tomorrow I will leave him alone until the afternoon",
    "I want to ask him: “You came for the money, did you not?”",
    "We are going to keep him waiting until he talks",
    "My next question: “What did you do at the depot, and who was your chief?”",
    "I'll say to him that nobody here believes a word of his story",
)

_PLANS = re.compile(
    r"^\W*(?:(?:today|tomorrow|tonight|next|then|now|on \w+day|this (?:morning|afternoon|evening)),?\s+)?"
    r"(?:I|we)(?:['’]ll| will| shall| (?:plan|intend|mean|want|propose) to|['’]d like to| would like to"
    r"|['’]m going to| am going to|['’]re going to| are going to)\s+(?!know\b|see\b|understand\b|read\b)",
    re.IGNORECASE,
)
_OF_HIM = re.compile(
    r"\b(?:him|her|them|he|she|his"
    r"|the (?:subject|source|defector|man|woman|major|colonel|captain|officer))\b",
    re.IGNORECASE,
)
_DRAFTS = re.compile(
    r"^\W*(?:my |our )?(?:next |first |last |draft )?(?:question|draft|line|wording)\s*:", re.I
)
_QUOTED = re.compile(r"[“\"«„](?P<said>[^”\"»“]{3,})[”\"»“]|:\s*(?P<rest>[^:]{3,}\?)\s*$", re.DOTALL)

MOST = 2
"""Reminders of one reply."""

NOTHING = "Nothing in this calls for a reminder."


def reply(message: Message, assistant: Assistant) -> Reply | None:
    text = " ".join(message.text.split())
    quoted = _QUOTED.search(text)
    said = (quoted["said"] or quoted["rest"]).strip() if quoted else ""
    plans = _PLANS.search(text) and _OF_HIM.search(text)
    if not (plans or (_DRAFTS.search(text) and said)) or (text.endswith("?") and not said):
        return None
    found = _heard(text, said, assistant)
    checked = check(said) if said.endswith("?") else None
    parts = [_told(each) for each in found] or [NOTHING]
    if checked:
        parts.append(_worded(checked))
    library = assistant.library
    cited = {c.id: c.quote for each in found for c in each.citations}
    return Reply(
        name,
        "\n\n".join(parts),
        tuple(cite(library, id, quote, message.as_of) for id, quote in cited.items()),
    )


def _heard(text: str, said: str, assistant: Assistant) -> tuple[Reminder, ...]:
    """What the words to be said call for; without them what the plan does, as a note or as his words."""
    hearing = assistant.hearing
    if said:
        return hearing.reminders(said, "handler")[:MOST]
    heard = [*hearing.hear(text, "note"), *hearing.hear(text, "handler")]
    plainest = {each.cue: each for each in sorted(heard, key=lambda each: each.score)}
    ordered = sorted(plainest.values(), key=lambda each: -each.score)
    return tuple(hearing.reminder(each) for each in ordered[:MOST])


def _told(reminder: Reminder) -> str:
    first = reminder.citations[0]
    return (
        f"**{reminder.name}** ({reminder.urgency}). {reminder.advice}\n\n{reminder.why}\n\n"
        f"> {first.quote} ({first.id})"
    )


def _worded(checked: Checked) -> str:
    if not checked.faults:
        return "The question is well worded."
    faults = "\n".join(f"- “{fault.words}”: {fault.why}" for fault in checked.faults)
    better = f"\n\nBetter: {' '.join(checked.rewording.splitlines())}" if checked.rewording else ""
    return f"The wording of the question:\n\n{faults}{better}"
