"""``debrief mock list``, ``debrief mock run`` and ``debrief mock check``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.reading import lines, open_assistant, read_settings, say
from assistant.errors import BadSettings

if TYPE_CHECKING:
    from assistant.mock import Run, Scenario, Turn, Wording
    from assistant.mock.own_scenarios import OwnScenarios
    from assistant.wiring import Assistant


def add_to(commands: Any) -> None:
    """Add the command with its three parts."""
    mock = commands.add_parser("mock", help="mock debriefs: a subject to practise on")
    parts = mock.add_subparsers(required=True, metavar="WHAT")
    listing = parts.add_parser("list", help="the scenarios")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)

    run = parts.add_parser("run", help="put a file of questions to a subject, and review it")
    run.add_argument("scenario", metavar="SCENARIO", help="an id of the list, or a file of your own")
    run.add_argument("--questions", metavar="FILE", required=True, help="one question a line; - for input")
    run.add_argument("--seed", type=int, default=1, metavar="N")
    run.add_argument(
        "--with-model",
        action="store_true",
        help="let the language model word what he says; what he tells is decided without it",
    )
    run.add_argument("--json", action="store_true")
    run.set_defaults(run=_run)

    check = parts.add_parser("check", help="what is missing, unreachable or contradictory in a scenario")
    check.add_argument("scenario", metavar="SCENARIO", help="an id of the list, or a file of your own")
    check.set_defaults(run=_check)


def _list(options: argparse.Namespace) -> int:
    from assistant.mock import read_scenarios

    supplied = read_scenarios(read_settings(options).templates / "scenarios")
    own = _own(options)
    for each in [*supplied.values(), *(own.playable().values() if own else ())]:
        row = {"id": each.id, "title": each.title, "difficulty": each.difficulty, "minutes": each.minutes}
        say(
            json.dumps(row, ensure_ascii=False)
            if options.json
            else f"{each.id:24} {each.difficulty:7} {each.title}"
        )
    return 0


def _own(options: argparse.Namespace) -> OwnScenarios | None:
    """Those that were written in the page; None as long as nothing at all is kept."""
    if not (read_settings(options).data / "debrief.sqlite").is_file():
        return None
    return open_assistant(options).mock.own


def _scenario(options: argparse.Namespace) -> Scenario:
    """Of the list by its id, or of a file."""
    from assistant.mock import read_scenario

    listed = read_settings(options).templates / "scenarios" / f"{options.scenario}.yaml"
    path = listed if listed.is_file() else Path(options.scenario)
    own = None if path.is_file() else _own(options)
    return own.find(options.scenario) if own else read_scenario(path)


def _check(options: argparse.Namespace) -> int:
    made = _scenario(options)
    say(f"{made.title}: {len(made.facts)} facts, {made.weight} points to learn. It can be played.")
    return 0


def _run(options: argparse.Namespace) -> int:
    from assistant.mock import Said, review, run

    scenario = _scenario(options)
    asked = [Said(text.strip()) for _, text in lines(options.questions)]
    assistant = open_assistant(options)
    if options.with_model and assistant.model is None:
        raise BadSettings(
            "No language model is set: name one as 'chat_model' in the settings, or leave out --with-model."
        )
    made = run(scenario, asked, options.seed, assistant.hearing, assistant.mock.matcher(scenario))
    worded = _worded(made, assistant) if options.with_model else []
    shown = [each.text for each in worded] or [turn.reply.text for turn in made.turns]
    looked = review(made, assistant.hearing)
    if options.json:
        turns = [_as_json(turn, text) for turn, text in zip(made.turns, shown, strict=True)]
        say(json.dumps({"turns": turns, "review": looked.as_json()}, ensure_ascii=False, indent=1))
        return 0
    say(f"{scenario.setting}\n\n{scenario.name}: {scenario.opening}")
    for turn, text in zip(made.turns, shown, strict=True):
        say(f"\n{turn.number}. {turn.question}\n   {text}")
    say(f"\nLearned {looked.score:.0%} of what could be learned.")
    for title, found in (("Keep", looked.keep), ("Change", looked.change)):
        for each in found:
            say(f"{title}{f' (turn {each.turn})' if each.turn else ''}: {each.says}")
    return 0


def _as_json(turn: Turn, shown: str) -> dict[str, Any]:
    """The turn with its reply as shown, and as written where that differs."""
    row = turn.as_json() | {"reply": shown}
    return row if shown == turn.reply.text else row | {"written": turn.reply.text}


def _worded(made: Run, assistant: Assistant) -> list[Wording]:
    """Each reply as the model words it; a model that has not answered is asked no more."""
    from assistant.mock import Wording

    model = assistant.model
    found: list[Wording] = []
    for number, turn in enumerate(made.turns):
        if model is None or (found and found[-1].refused == "unavailable"):
            found.append(Wording(turn.reply.text, "unavailable"))
            continue
        before = made.turns[:number]
        shown = {each.number: wording.text for each, wording in zip(before, found, strict=True)}
        found.append(assistant.voicing.worded(made.scenario, before, turn, model, shown))
    sys.stderr.write(f"debrief: {_left_as_written(found)}\n")
    return found


def _left_as_written(worded: Sequence[Wording]) -> str:
    silent = sum(each.refused == "unavailable" for each in worded)
    refused = sum(bool(each.refused) for each in worded) - silent
    said = f"Of {len(worded)} lines the language model's wording was refused for {refused}"
    more = f", and for {silent} it gave none in time" if silent else ""
    return f"{said}{more}; those stand as they are written."
