"""Send a message to the capability that it asks for.

Each route knows by its own words what it answers and declines the rest; those that may are tried by how
near their examples are to the message in meaning (in words while the embedder loads), and policy questions
take what is left. A chat model, if there is one, names the
route to try first by a tool call; when it is slow or names none, the examples decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.chat import (
    draft,
    list_duties,
    plan_session,
    policy_question,
    read_paragraph,
    sessions,
    tell_case,
)
from assistant.chat import help as help_route
from assistant.chat.replies import Message, Reply, Route
from assistant.errors import BadSettings, ModelUnavailable
from assistant.knowledge import stems
from assistant.language import Vectors, read_prompt

if TYPE_CHECKING:
    from assistant.language import Embedder
    from assistant.wiring import Assistant

ROUTES: tuple[Route, ...] = (
    policy_question,
    read_paragraph,
    list_duties,
    tell_case,
    plan_session,
    draft,
    sessions,
    help_route,
)


CALL_WITHIN = 4.0
"""Seconds that a chat model has to name a route."""


def reply(message: Message, assistant: Assistant) -> Reply:
    """Reply to a message; never None, as the policy route declines nothing."""
    for route in [*_called(message.text, assistant), *nearest_routes(message.text, assistant.embedder)]:
        given = None if route is policy_question else route.reply(message, assistant)
        if given is not None:
            return given
    return policy_question.reply(message, assistant)


def _called(text: str, assistant: Assistant) -> list[Route]:
    """The route whose tool the chat model calls; none without a model."""
    named = {route.name.replace(" ", "_"): route for route in ROUTES}
    tools = {name: f"{route.about} For example: {route.examples[0]}" for name, route in named.items()}
    messages = read_prompt(assistant.settings.prompts / "route.md", ("message",)).messages(message=text)
    try:
        model = assistant.model
        if model is None:
            return []
        called = model.choose(messages, tools, CALL_WITHIN)
    except (ModelUnavailable, BadSettings):
        return []
    return [named[called]] if called else []


def nearest_routes(text: str, embedder: Embedder) -> list[Route]:
    """All routes, the one with the nearest example first."""
    if embedder.state == "ready":
        vector = embedder.encode_question(text)
        nearness = [float(np.max(rows @ vector)) for rows in _examples(embedder)]
    else:
        asked = set(stems(text))
        nearness = [max(_shared(asked, each) for each in route.examples) for route in ROUTES]
    order = sorted(range(len(ROUTES)), key=lambda place: -nearness[place])
    return [ROUTES[place] for place in order]


@lru_cache(maxsize=2)
def _examples(embedder: Embedder) -> Sequence[Vectors]:
    return [embedder.encode(list(route.examples)) for route in ROUTES]


def _shared(asked: set[str], example: str) -> float:
    own = set(stems(example))
    return len(asked & own) / (len(asked | own) or 1)
