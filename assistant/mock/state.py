"""How the subject is, and how the way he is treated moves him. Each move carries the paragraph behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.mock.scenario import Fact

LEAST, MOST = 0.0, 10.0

TREATED: Mapping[str, Mapping[str, float]] = {
    "threat": {"trust": -3.0, "fear": 2.0, "suspicion": 2.0, "self_respect": -1.0},
    "cynicism": {"trust": -1.5, "self_respect": -1.0},
    "motive_belittled": {"trust": -2.0, "self_respect": -2.0, "suspicion": 0.5},
    "suspicion_shown": {"trust": -2.0, "suspicion": 1.5, "fear": 0.5},
    "importance_slighted": {"trust": -1.0, "self_respect": -2.0},
    "over_indulgence": {"trust": -0.5, "self_respect": 0.5},
    "promise": {"trust": 0.5, "suspicion": 0.5},
    "publicity": {"trust": -1.0, "fear": 1.0},
    "confrontation": {"fear": 0.5},
}
"""What a line of the trainee's does to him, by the cue that it calls for."""

KEPT_GUIDANCE = "Guidance kept"

WITH_RESPECT = "MI5-1948#X.8"
"""Firmness, understanding, mutual respect: what a kind line rests on that is about no cue in particular."""

KEPT: Mapping[str, float] = {"trust": 1.2, "fear": -0.7, "suspicion": -0.6, "self_respect": 0.4}
"""What a line does that keeps the guidance."""

HEARD_OUT: Mapping[str, float] = {"trust": 0.3}
"""What it does to be asked openly and heard out."""

PRESSED: Mapping[str, float] = {"trust": -0.2, "tiredness": 0.1}
"""What leading and forked questions do, and several at once."""

RESTED: Mapping[str, float] = {"tiredness": -2.5, "trust": 0.4}

A_MINUTE: Mapping[str, float] = {"tiredness": 0.1}
"""An hour makes a fresh man tired."""

TIRED = 7.5


@dataclass(frozen=True, slots=True)
class State:
    """Each from 0 to 10."""

    trust: float
    fear: float
    self_respect: float
    tiredness: float
    suspicion: float

    def moved(self, by: Mapping[str, float]) -> State:
        changes = {key: min(MOST, max(LEAST, getattr(self, key) + change)) for key, change in by.items()}
        return replace(self, **changes)

    def as_data(self) -> dict[str, float]:
        return {key: round(getattr(self, key), 2) for key in self.__slots__}


@dataclass(frozen=True, slots=True)
class Change:
    """One move of his state: by what, the paragraph that says so ("" for none), the trainee's words."""

    why: str
    by: Mapping[str, float]
    paragraph: str = ""
    words: str = ""


def opens(fact: Fact, state: State) -> bool:
    """Whether the gate of a fact is open in this state, once it is asked for."""
    if fact.gate == "hidden":
        return False
    return fact.gate != "trust" or not lacking(fact, state)


def lacking(fact: Fact, state: State) -> dict[str, float]:
    """What of his state still keeps a gate of trust closed: by how much it falls short."""
    short = {}
    for key, bound in fact.needs.items():
        name, at_most = key.removesuffix("_at_most"), key.endswith("_at_most")
        gap = getattr(state, name) - bound if at_most else bound - getattr(state, name)
        if gap > 0:
            short[name] = round(gap, 2)
    return short
