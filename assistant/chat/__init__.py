"""A message to the capability that answers it."""

from assistant.chat.replies import Message, Reply, Route
from assistant.chat.routing import ROUTES, reply

__all__ = ["ROUTES", "Message", "Reply", "Route", "reply"]
