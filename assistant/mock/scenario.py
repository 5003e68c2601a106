"""Scenarios: a subject's life, what he tells and hides, how he speaks; and the check of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import BadContent, NotFound
from assistant.knowledge import read_yaml

Gate = Literal["free", "asked", "trust", "hidden"]
"""When a fact comes: by itself, when asked for, when asked for and he trusts, never."""

Sure = Literal["certain", "thinks", "wrong"]
Difficulty = Literal["easy", "medium", "hard"]

STATES = ("trust", "fear", "self_respect", "tiredness", "suspicion")
"""Each from 0 to 10."""

REPLIES = (
    "unknown",
    "not_understood",
    "greeting",
    "thanks",
    "statement",
    "withdraws",
    "slighted",
    "promised",
    "told_again",
    "tired",
    "yields",
    "rest",
)
"""His stock lines, by what calls for them."""

FEWEST_ASKS = 5
"""Ways of asking that each fact and topic must have, so that it is found however it is asked for."""

_KEYS = frozenset(
    "id title difficulty minutes setting subject state motives requirements facts topics cracks replies "
    "opening events".split()
)
_FACT_KEYS = frozenset(
    "id about requirement weight gate needs topic ask says again closed knows sure truth legend".split()
)
_NEEDS = frozenset({"trust", "self_respect", "fear_at_most", "suspicion_at_most"})


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an agency wants to know; ``weight`` from 1 to 5."""

    id: str
    title: str
    weight: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something he can tell.

    ``ask`` are ways of asking for exactly this, ``says`` and ``again`` his words for it, ``closed`` his words
    while the gate is closed. ``needs`` are the bounds of his state that open a gate of trust. ``truth`` is
    what was really so, where he errs or, with ``legend``, where it is part of a false story.
    """

    id: str
    about: str
    requirement: str
    weight: int
    gate: Gate
    topic: str
    ask: tuple[str, ...]
    says: str
    again: str
    closed: str = ""
    needs: Mapping[str, float] = field(default_factory=dict)
    knows: str = ""
    sure: Sure = "certain"
    truth: str = ""
    legend: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A story of several facts; ``ask`` are open invitations to tell it, ``lead`` how he begins."""

    id: str
    ask: tuple[str, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Crack:
    """Two facts of a legend whose tellings do not fit together."""

    id: str
    facts: tuple[str, str]
    what: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a trainer may slip in."""

    id: str
    title: str
    says: str


@dataclass(frozen=True)
class Scenario:
    """A subject to practise on. ``state`` is how he is at the start, each from 0 to 10."""

    id: str
    title: str
    difficulty: Difficulty
    minutes: int
    setting: str
    name: str
    profile: Mapping[str, Any]
    voice: str
    state: Mapping[str, float]
    motives: Mapping[str, str]
    requirements: tuple[Requirement, ...]
    facts: tuple[Fact, ...]
    topics: tuple[Topic, ...]
    replies: Mapping[str, tuple[str, ...]]
    opening: str
    cracks: tuple[Crack, ...] = ()
    events: tuple[Event, ...] = ()

    def fact(self, id: str) -> Fact:
        return next(each for each in self.facts if each.id == id)

    @property
    def weight(self) -> int:
        """Of all that can be learned: hidden facts and his errors aside."""
        return sum(each.weight for each in self.to_learn)

    @property
    def to_learn(self) -> tuple[Fact, ...]:
        return tuple(each for each in self.facts if each.gate != "hidden" and not each.legend)


def read_scenarios(folder: Path) -> dict[str, Scenario]:
    """Every scenario in a folder, by id, the easy ones first.

    Raises:
        BadContent: a scenario has a mistake.
    """
    found = [read_scenario(path) for path in sorted(folder.glob("*.yaml"))]
    order = get_args(Difficulty)
    found.sort(key=lambda each: (order.index(each.difficulty), each.title))
    return {each.id: each for each in found}


def read_scenario(path: Path) -> Scenario:
    """A scenario of a file.

    Raises:
        BadContent: it breaks the format; the message lists every mistake.
        NotFound: there is no such file.
    """
    if not path.is_file():
        raise NotFound(f"{path}: there is no such scenario. 'debrief mock list' names those there are.")
    return scenario_of(read_yaml(path, dict), str(path))


def scenario_of(data: Mapping[str, Any], where: str) -> Scenario:
    """A scenario of its parts. Raises BadContent, as ``read_scenario`` does."""
    try:
        made = _made(data)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise BadContent(f"{where}: an entry is missing or has the wrong form ({error}).") from None
    if mistakes := [*_unknown_keys(data), *mistakes_of(made)]:
        raise BadContent(f"{where}:\n" + "\n".join(f"- {each}" for each in mistakes))
    return made


def _made(data: Mapping[str, Any]) -> Scenario:
    return Scenario(
        id=str(data["id"]),
        title=str(data["title"]),
        difficulty=data["difficulty"],
        minutes=int(data["minutes"]),
        setting=_line(data["setting"]),
        name=str(data["subject"]["name"]),
        profile=dict(data["subject"]["profile"]),
        voice=str(data["subject"]["voice"]),
        state={key: float(data["state"][key]) for key in STATES},
        motives={key: _line(data["motives"][key]) for key in ("told", "real")},
        requirements=tuple(
            Requirement(each["id"], each["title"], int(each["weight"])) for each in data["requirements"]
        ),
        facts=tuple(map(_fact, data["facts"])),
        topics=tuple(
            Topic(each["id"], _lines(each["ask"]), _line(each.get("lead", ""))) for each in data["topics"]
        ),
        replies={key: _lines(data["replies"][key]) for key in REPLIES},
        opening=_line(data["opening"]),
        cracks=tuple(
            Crack(each["id"], (each["facts"][0], each["facts"][1]), _line(each["what"]))
            for each in data.get("cracks") or ()
        ),
        events=tuple(
            Event(each["id"], each["title"], _line(each["says"])) for each in data.get("events") or ()
        ),
    )


def _fact(data: Mapping[str, Any]) -> Fact:
    return Fact(
        id=str(data["id"]),
        about=_line(data["about"]),
        requirement=str(data["requirement"]),
        weight=int(data["weight"]),
        gate=data["gate"],
        topic=str(data["topic"]),
        ask=_lines(data["ask"]),
        says=_line(data["says"]),
        again=_line(data["again"]),
        closed=_line(data.get("closed") or ""),
        needs={key: float(value) for key, value in (data.get("needs") or {}).items()},
        knows=str(data.get("knows") or ""),
        sure=data.get("sure") or "certain",
        truth=_line(data.get("truth") or ""),
        legend=bool(data.get("legend")),
    )


def _lines(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise TypeError(f"a list of lines is wanted in place of: {str(given)[:60]}")
    return tuple(map(_line, given))


def _line(text: Any) -> str:
    return " ".join(str(text).split())


def _unknown_keys(data: Mapping[str, Any]) -> list[str]:
    found = [f"unknown key '{key}'" for key in sorted(set(data) - _KEYS)]
    for fact in data["facts"]:
        found += [f"fact '{fact['id']}': unknown key '{key}'" for key in sorted(set(fact) - _FACT_KEYS)]
    return found


def mistakes_of(scenario: Scenario) -> list[str]:
    """What is missing, unreachable or contradictory in it, a sentence each; empty when it can be played."""
    found: list[str] = []
    requirements = {each.id for each in scenario.requirements}
    topics = {each.id for each in scenario.topics}
    ids = [each.id for each in scenario.facts]
    if scenario.difficulty not in get_args(Difficulty):
        found.append(f"difficulty is one of {', '.join(get_args(Difficulty))}")
    found += [f"fact '{id}' stands twice" for id in sorted({id for id in ids if ids.count(id) > 1})]
    found += [
        f"state '{key}' is not between 0 and 10" for key, v in scenario.state.items() if not 0 <= v <= 10
    ]
    for fact in scenario.facts:
        found += [f"fact '{fact.id}': {wrong}" for wrong in _mistakes_of_fact(fact, requirements, topics)]
    for topic in scenario.topics:
        if len(topic.ask) < FEWEST_ASKS:
            found.append(f"topic '{topic.id}' has fewer than {FEWEST_ASKS} ways of asking")
        if not any(fact.topic == topic.id and fact.gate in ("free", "asked") for fact in scenario.facts):
            found.append(f"topic '{topic.id}' has nothing that an open question would bring")
    for name, named in (("topic", scenario.topics), ("requirement", scenario.requirements)):
        twice = [each.id for each in named]
        found += [f"{name} '{id}' stands twice" for id in sorted({id for id in twice if twice.count(id) > 1})]
    found += [
        f"requirement '{each.id}': its weight is not from 1 to 5"
        for each in scenario.requirements
        if not 1 <= each.weight <= 5
    ]
    served = {fact.requirement for fact in scenario.facts}
    found += [f"requirement '{id}' is served by no fact" for id in sorted(requirements - served)]
    for crack in scenario.cracks:
        if crack.facts[0] == crack.facts[1]:
            found.append(f"crack '{crack.id}' names one fact twice")
        found += [f"crack '{crack.id}' names no fact '{id}'" for id in crack.facts if id not in ids]
        found += [
            f"crack '{crack.id}' can never be seen: fact '{id}' is hidden"
            for id in crack.facts
            if id in ids and scenario.fact(id).gate == "hidden"
        ]
    found += [f"replies '{key}' are missing" for key in REPLIES if not scenario.replies[key]]
    return found + _same_asking(scenario.facts)


def _mistakes_of_fact(fact: Fact, requirements: set[str], topics: set[str]) -> list[str]:
    found = []
    if fact.gate not in get_args(Gate):
        found.append(f"gate is one of {', '.join(get_args(Gate))}")
    if fact.requirement not in requirements:
        found.append(f"there is no requirement '{fact.requirement}'")
    if fact.topic not in topics:
        found.append(f"there is no topic '{fact.topic}'")
    if not 1 <= fact.weight <= 5:
        found.append("its weight is not from 1 to 5")
    if len(fact.ask) < FEWEST_ASKS:
        found.append(f"it has fewer than {FEWEST_ASKS} ways of asking")
    if fact.gate in ("trust", "hidden") and not fact.closed:
        found.append("what he says while it is closed is missing")
    if fact.needs and fact.gate != "trust":
        found.append("'needs' counts only for the gate 'trust'")
    if fact.gate == "trust" and not fact.needs:
        found.append("'needs' says nothing: it would be open at once")
    if wrong := set(fact.needs) - _NEEDS:
        found.append(f"'needs' knows no {', '.join(sorted(wrong))}")
    found += [f"'needs' {key} can never be reached" for key, v in fact.needs.items() if not 0 <= v <= 10]
    if fact.sure not in get_args(Sure):
        found.append(f"sure is one of {', '.join(get_args(Sure))}")
    if (fact.sure == "wrong" or fact.legend) and not fact.truth:
        found.append("'truth' is missing: what was really so")
    return found


def _same_asking(facts: Sequence[Fact]) -> list[str]:
    seen: dict[str, str] = {}
    found = []
    for fact in facts:
        for line in fact.ask:
            plain = "".join(filter(str.isalnum, line.lower()))
            if seen.get(plain, fact.id) != fact.id:
                found.append(f"facts '{seen[plain]}' and '{fact.id}' are asked for in the same words")
            seen[plain] = fact.id
    return found
