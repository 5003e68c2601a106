"""``debrief remind``, ``debrief brief`` and ``debrief review``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.questionnaires import STAGES
from assistant.cli.reading import contents, day, lines, open_assistant, say
from assistant.errors import BadSettings

if TYPE_CHECKING:
    from assistant.handling import Reminder, Role

ROLES = ("handler", "subject", "note")


def add_to(commands: Any) -> None:
    """Add the three commands to the parser's subcommands."""
    remind = commands.add_parser("remind", help="what guidance a line calls for, if any")
    remind.add_argument("text", nargs="*", metavar="TEXT", help="what is said, planned or noted")
    remind.add_argument(
        "--batch", metavar="FILE", help='a line each, or JSON lines {"line", "role"?}; - for input'
    )
    remind.add_argument("--role", choices=ROLES, default="handler", help="whose words they are")
    remind.add_argument("--json", action="store_true", help="print one JSON object a line")
    remind.set_defaults(run=_remind)

    brief = commands.add_parser("brief", help="one page of guidance before a session")
    brief.add_argument(
        "--profile", metavar="FILE", required=True, help="what is known of him, YAML; - for input"
    )
    brief.add_argument("--stage", choices=STAGES, default="first contact")
    brief.add_argument("--json", action="store_true")
    brief.set_defaults(run=_brief)

    review = commands.add_parser("review", help="where a session kept the guidance, and where it missed it")
    review.add_argument("transcript", metavar="TRANSCRIPT", help="txt, vtt, srt, docx, pdf, csv or json")
    review.add_argument("--date", metavar="DATE", help="the day of a session that does not say it")
    review.add_argument("--json", action="store_true")
    review.set_defaults(run=_review)


def _remind(options: argparse.Namespace) -> int:
    if bool(options.text) == bool(options.batch):
        raise BadSettings("Give a line or --batch FILE, and not both.")
    given = (
        _batch(options.batch, options.role)
        if options.batch
        else iter([(" ".join(options.text), options.role)])
    )
    hearing = open_assistant(options).hearing
    for text, role in given:
        found = hearing.reminders(text, role)
        if options.json or options.batch:
            from assistant.handling import as_json

            row = {"line": text, "reminders": [as_json(each) for each in found]}
            say(json.dumps(row, ensure_ascii=False))
        else:
            _print_reminders(found)
    return 0


def _batch(name: str, role: Role) -> Iterator[tuple[str, Role]]:
    for where, text in lines(name):
        if not text.lstrip().startswith("{"):
            yield text.strip(), role
            continue
        try:
            row = json.loads(text)
            line, of = str(row["line"]), row.get("role", role)
        except (ValueError, KeyError, TypeError):
            raise BadSettings(f'{where}: not a JSON object with "line". Mend it.') from None
        if of not in ROLES:
            raise BadSettings(f"{where}: role is one of {', '.join(ROLES)}. Mend it.")
        yield line, of


def _print_reminders(found: tuple[Reminder, ...]) -> None:
    if not found:
        say("Nothing to remind you of.")
    for each in found:
        first = each.citations[0]
        say(f"{each.name} ({each.urgency}): “{each.trigger}”")
        say(f"  {each.advice}")
        say(f"  Why now: {each.why}")
        say(f"  [{first.id}] “{first.quote}”")


def _brief(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from assistant.handling import brief_for
    from assistant.questionnaires import read_profile

    text = contents(options.profile).decode("utf-8", "replace")
    profile = read_profile(text, datetime.now(UTC).date())
    assistant = open_assistant(options)
    made = brief_for(profile.as_data(), options.stage, assistant.hearing.cues, assistant.own_library)
    if options.json:
        say(json.dumps(made.as_json(), ensure_ascii=False, indent=1))
        return 0
    say(f"Before a session with {made.subject}: {made.stage}")
    for n, each in enumerate(made.advice, start=1):
        say(f"\n{n}. {each.name} ({each.because})\n   {each.advice}")
        say("".join(f"   [{cited.id}] “{cited.quote}”" for cited in each.citations if cited.quote))
    return 0


def _review(options: argparse.Namespace) -> int:
    from assistant.handling import review
    from assistant.transcripts import read_transcript

    name = Path(options.transcript).name if options.transcript != "-" else "input.txt"
    transcript = read_transcript(contents(options.transcript), name, day(options.date))
    made = review(transcript, open_assistant(options).hearing)
    if options.json:
        say(json.dumps(made.as_json(), ensure_ascii=False, indent=1))
        return 0
    if not any(role == "subject" for role in transcript.speakers.values()):
        sys.stderr.write(
            "debrief: nobody in it is known as the subject; only what could be told was heard.\n"
        )
    say(f"{made.file}: {made.turns} turns, guidance kept {len(made.kept)} times, due {len(made.due)} times.")
    for each in made.moments:
        first = each.reminder.citations[0]
        say(f"\n{each.place}, {each.speaker}, {each.kind}: “{each.words}”")
        say(f"  {each.reminder.name}: {each.says} [{first.id}]")
    return 0
