"""A message to the capability that answers it."""

from assistant.chat.case_card import CaseCard, Told, case_cards
from assistant.chat.keeping import reply_as_json, reply_of, with_answer
from assistant.chat.replies import Message, Reply, Route
from assistant.chat.routing import ROUTES, reply

__all__ = [
    "ROUTES",
    "CaseCard",
    "Message",
    "Reply",
    "Route",
    "Told",
    "case_cards",
    "reply",
    "reply_as_json",
    "reply_of",
    "with_answer",
]
