"""A message goes to the capability that it asks for; policy questions take what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat import ROUTES, Message, reply
from assistant.chat.routing import nearest_routes
from assistant.settings import Settings
from assistant.wiring import Assistant

MESSAGES = [
    ("help", "help"),
    ("Hello!", "help"),
    ("What can you do?", "help"),
    ("Show me NSCID-13#9.b", "read a paragraph"),
    ("Please show paragraph 6.b.3 of DCID 4/2", "read a paragraph"),
    ("Let me see paragraph 11 of NSCID 13", "read a paragraph"),
    ("List all duties of the CIA", "duties"),
    ("What are the duties of the local Defector Committee?", "duties"),
    ("All obligations under NSCID 13", "duties"),
    ("Tell me about Gouzenko", "cases"),
    ("Who was Krivitsky?", "cases"),
    ("What do we know about Volkov?", "cases"),
    ("I plan to tell him that he will be an American citizen by Christmas", "draft"),
    ("I want to ask him: “You came for the money, did you not?”", "draft"),
    ("I want to know who decides about him", "policy question"),
    ("What is a walk-in?", "policy question"),
    ("Who decides whether a defector may be accepted?", "policy question"),
    ("Can I promise him that he may come to the United States?", "policy question"),
    ("Which defectors were recalled just before?", "policy question"),
    ("Who pays?", "policy question"),
    ("How do I bake bread?", "policy question"),
    ("", "policy question"),
    ("?!", "policy question"),
]


@pytest.fixture(scope="module")
def unready(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """As at the start: no model loaded, no index opened."""
    return Assistant(Settings(data=tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize(("text", "route"), MESSAGES)
def test_a_message_goes_where_it_asks_to(assistant: Assistant, text: str, route: str) -> None:
    assert reply(Message(text), assistant).route == route


@pytest.mark.parametrize(("text", "route"), MESSAGES)
def test_while_the_model_loads_words_decide(unready: Assistant, text: str, route: str) -> None:
    assert unready.embedder.state == "idle"
    assert reply(Message(text), unready).route == route


@pytest.mark.parametrize("text", ["Who sits on the local Defector Committee?", "x" * 20_000, "叛逃者"])
def test_every_message_gets_a_reply(assistant: Assistant, unready: Assistant, text: str) -> None:
    for each in (assistant, unready):
        given = reply(Message(text), each)
        assert given.text
        assert given.answer is not None


def test_a_route_has_a_name_of_its_own_and_messages_that_ask_for_it(assistant: Assistant) -> None:
    assert len({route.name for route in ROUTES}) == len(ROUTES)
    for route in ROUTES:
        assert route.examples
        for example in route.examples:
            assert nearest_routes(example, assistant.embedder)[0] is route


def test_all_routes_are_tried(assistant: Assistant, unready: Assistant, tmp_path: Path) -> None:
    for each in (assistant, unready):
        order = nearest_routes("Show me the duties of Gouzenko, please help", each.embedder)
        assert len(order) == len(ROUTES)
        assert {route.name for route in order} == {route.name for route in ROUTES}
