"""A message to the capability that answers it."""

from assistant.chat.keeping import reply_as_json, reply_of, with_answer
from assistant.chat.replies import Message, Reply, Route
from assistant.chat.routing import ROUTES, reply

__all__ = ["ROUTES", "Message", "Reply", "Route", "reply", "reply_as_json", "reply_of", "with_answer"]
