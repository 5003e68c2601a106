"""A scenario and the turns of a run as plain data, so that a run stays what it was when the scenario changes.

What is read back was checked when it was kept: a check that has become stricter since does not shut it out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assistant.mock.running import Turn
from assistant.mock.scenario import Compared, Crack, Event, Fact, Requirement, Scenario, Topic
from assistant.mock.state import Change, State
from assistant.mock.subject import SubjectReply

Data = Mapping[str, Any]


def scenario_as_json(scenario: Scenario) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(asdict(scenario), default=str))
    return data


def scenario_from_json(data: Data) -> Scenario:
    """The scenario that ``scenario_as_json`` gave."""
    return Scenario(
        **{
            **data,
            "requirements": tuple(Requirement(**each) for each in data["requirements"]),
            "facts": tuple(Fact(**_with_tuples(each, "ask")) for each in data["facts"]),
            "topics": tuple(Topic(**_with_tuples(each, "ask")) for each in data["topics"]),
            "replies": {key: tuple(lines) for key, lines in data["replies"].items()},
            "cracks": tuple(Crack(**_with_tuples(each, "facts")) for each in data["cracks"]),
            "events": tuple(Event(**each) for each in data["events"]),
            "compare": tuple(Compared(**_with_tuples(each, "facts")) for each in data["compare"]),
        }
    )


def turn_as_json(turn: Turn) -> dict[str, Any]:
    return asdict(turn)


def turn_from_json(data: Data) -> Turn:
    """The turn that ``turn_as_json`` gave."""
    reply = data["reply"]
    made = {
        **_with_tuples(reply, "released", "repeated"),
        "state": State(**reply["state"]),
        "changes": tuple(Change(**each) for each in reply["changes"]),
    }
    return Turn(**{**data, "reply": SubjectReply(**made)})


def _with_tuples(data: Data, *keys: str) -> dict[str, Any]:
    return {**data, **{key: tuple(data[key]) for key in keys}}
