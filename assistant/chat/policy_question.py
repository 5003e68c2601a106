"""A question about what the rules say. Where every message goes that no other route claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.chat.replies import Message, Reply

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "policy question"

about = "Answers a question about what the rules or the study say."

examples = (
    "Who decides whether a defector may be accepted?",
    "Can I promise him that he will be let into the United States?",
    "How soon must we establish bona fides?",
    "What is a walk-in?",
    "Must he be told about a confrontation with his embassy?",
    "How should an arrogant man be treated?",
    "Why do people defect?",
    "Which defectors were recalled just before?",
    "What do we do if the committee cannot agree?",
)


def reply(message: Message, assistant: Assistant) -> Reply:
    answer = assistant.asking.ask(message.text, message.as_of, message.history)
    return Reply(name, answer.text, answer.citations, answer)
