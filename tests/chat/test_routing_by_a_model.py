"""A chat model may name the route by a tool call; the route may decline, a dead model costs nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assistant.chat import Message, reply
from assistant.wiring import Assistant


def _assistant(model_server: Any, tmp_path: Path, tool: str, manner: str) -> Assistant:
    return Assistant(model_server.settings(tool, manner, data=tmp_path))


def test_the_called_route_replies(model_server: Any, tmp_path: Path) -> None:
    assistant = _assistant(model_server, tmp_path, "cases", "calls")
    assert reply(Message("Describe Gouzenko"), assistant).route == "cases"


def test_a_called_route_that_declines_leaves_the_message_to_the_others(
    model_server: Any, tmp_path: Path
) -> None:
    assistant = _assistant(model_server, tmp_path, "cases", "calls")
    assert reply(Message("Who may induce a defection?"), assistant).route == "policy question"


def test_a_server_that_fails_leaves_the_choice_to_the_examples(model_server: Any, tmp_path: Path) -> None:
    assistant = _assistant(model_server, tmp_path, "", "status 500")
    assert reply(Message("help"), assistant).route == "help"
