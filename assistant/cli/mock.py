"""``debrief mock list``, ``debrief mock run`` and ``debrief mock check``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from assistant.cli.reading import lines, open_assistant, read_settings, say


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
    run.add_argument("--json", action="store_true")
    run.set_defaults(run=_run)

    check = parts.add_parser("check", help="what is missing, unreachable or contradictory in a scenario")
    check.add_argument("scenario", metavar="SCENARIO", help="an id of the list, or a file of your own")
    check.set_defaults(run=_check)


def _list(options: argparse.Namespace) -> int:
    from assistant.mock import read_scenarios

    for each in read_scenarios(read_settings(options).templates / "scenarios").values():
        row = {"id": each.id, "title": each.title, "difficulty": each.difficulty, "minutes": each.minutes}
        say(
            json.dumps(row, ensure_ascii=False)
            if options.json
            else f"{each.id:24} {each.difficulty:7} {each.title}"
        )
    return 0


def _path(options: argparse.Namespace) -> Path:
    """Of the list by its id, or a file."""
    listed = read_settings(options).templates / "scenarios" / f"{options.scenario}.yaml"
    return listed if listed.is_file() else Path(options.scenario)


def _check(options: argparse.Namespace) -> int:
    from assistant.mock import read_scenario

    made = read_scenario(_path(options))
    say(f"{made.title}: {len(made.facts)} facts, {made.weight} points to learn. It can be played.")
    return 0


def _run(options: argparse.Namespace) -> int:
    from assistant.mock import Matcher, Said, read_scenario, review, run

    scenario = read_scenario(_path(options))
    asked = [Said(text.strip()) for _, text in lines(options.questions)]
    hearing = open_assistant(options).hearing
    made = run(scenario, asked, options.seed, hearing, Matcher(scenario))
    looked = review(made, hearing)
    if options.json:
        data = {"turns": [turn.as_json() for turn in made.turns], "review": looked.as_json()}
        say(json.dumps(data, ensure_ascii=False, indent=1))
        return 0
    say(f"{scenario.setting}\n\n{scenario.name}: {scenario.opening}")
    for turn in made.turns:
        say(f"\n{turn.number}. {turn.question}\n   {turn.reply.text}")
    say(f"\nLearned {looked.score:.0%} of what could be learned.")
    for title, found in (("Keep", looked.keep), ("Change", looked.change)):
        for each in found:
            say(f"{title}{f' (turn {each.turn})' if each.turn else ''}: {each.says}")
    return 0
