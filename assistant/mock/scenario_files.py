"""Scenarios as they are read from files and from data of the same form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from assistant.errors import BadContent, NotFound
from assistant.knowledge import read_yaml
from assistant.mock.mistakes import mistakes_between, mistakes_of
from assistant.mock.scenario import (
    REPLIES,
    STATES,
    Compared,
    Crack,
    Difficulty,
    Event,
    Fact,
    Requirement,
    Scenario,
    Topic,
)

KEYS = frozenset(
    "id title difficulty minutes setting subject state motives requirements facts topics cracks replies "
    "opening events compare".split()
)
_FACT_KEYS = frozenset(
    "id about requirement weight gate needs topic ask says again closed knows sure truth legend".split()
)


def read_scenarios(folder: Path) -> dict[str, Scenario]:
    """Every scenario in a folder, by id, the easy ones first.

    Raises:
        BadContent: a scenario has a mistake, or two that are compared do not fit together.
    """
    found = [read_scenario(path) for path in sorted(folder.glob("*.yaml"))]
    if mistakes := mistakes_between({each.id: each for each in found}):
        raise BadContent(f"{folder}:\n" + "\n".join(f"- {each}" for each in mistakes))
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
        made = made_of(data)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise BadContent(f"{where}: an entry is missing or has the wrong form ({error}).") from None
    if mistakes := [*_unknown_keys(data), *mistakes_of(made)]:
        raise BadContent(f"{where}:\n" + "\n".join(f"- {each}" for each in mistakes))
    return made


def made_of(data: Mapping[str, Any]) -> Scenario:
    """A scenario of its parts, whatever mistakes it has.

    A part that is not there is a KeyError or its like.
    """
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
        compare=tuple(
            Compared(
                str(other["with"]),
                (each["facts"][0], each["facts"][1]),
                bool(each["differs"]),
                _line(each["what"]),
            )
            for other in data.get("compare") or ()
            for each in other["points"]
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
    found = [f"unknown key '{key}'" for key in sorted(set(data) - KEYS)]
    for fact in data["facts"]:
        found += [f"fact '{fact['id']}': unknown key '{key}'" for key in sorted(set(fact) - _FACT_KEYS)]
    return found
