"""``debrief remind``, ``debrief brief`` and ``debrief review``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.questionnaires import STAGES
from assistant.cli.reading import contents, day, lines, open_assistant, say
from assistant.errors import BadSettings, ModelUnavailable

if TYPE_CHECKING:
    from assistant.handling import Advice, Reminder, Role
    from assistant.wiring import Assistant

ROLES = ("handler", "subject", "note")


def add_to(commands: Any) -> None:
    """Add the three commands to the parser's subcommands."""
    remind = commands.add_parser("remind", help="what guidance a line calls for, if any")
    remind.add_argument("text", nargs="*", metavar="TEXT", help="what is said, planned or noted")
    remind.add_argument(
        "--batch", metavar="FILE", help='a line each, or JSON lines {"line", "role"?}; - for input'
    )
    remind.add_argument("--role", choices=ROLES, default="handler", help="whose words they are")
    remind.add_argument(
        "--with-model",
        action="store_true",
        help="let the language model suggest a reminder where none is heard",
    )
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
    assistant = open_assistant(options)
    suggest = _suggesting(assistant) if options.with_model else None
    for text, role in given:
        found = assistant.hearing.reminders(text, role)
        if suggest and not found:
            found = suggest(text, role)
        if options.json or options.batch:
            from assistant.handling import as_json

            row = {"line": text, "reminders": [as_json(each) for each in found]}
            say(json.dumps(row, ensure_ascii=False))
        else:
            _print_reminders(found)
    return 0


def _suggesting(assistant: Assistant) -> Callable[[str, Role], tuple[Reminder, ...]]:
    """Asks the model for a reminder; once it has not answered that is said, and it is asked no more."""
    if assistant.model is None:
        raise BadSettings(
            "No language model is set: name one as 'chat_model' in the settings, or leave out --with-model."
        )
    answers = True

    def suggest(text: str, role: Role) -> tuple[Reminder, ...]:
        nonlocal answers
        try:
            suggested = assistant.suggest_cue(text, role) if answers else None
        except ModelUnavailable as error:
            answers, suggested, why = False, None, str(error)
            sys.stderr.write(
                f"debrief: From here on heard without the language model: {why[:1].lower()}{why[1:]}\n"
            )
        return (suggested,) if suggested else ()

    return suggest


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
        by = ", suggested by the language model" if each.suggested else ""
        say(f"{each.name} ({each.urgency}{by}): “{' '.join(each.trigger.split())}”")
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
        say(f"\n{n}. {_because(each)}\n   {each.says}\n   When it comes up: {each.advice}")
        say("".join(f"   [{cited.id}] “{cited.quote}”" for cited in each.citations if cited.quote))
    say("\nIn the rests")
    for each in made.rests:
        say(f"- {_because(each)}: {each.says} [{each.citations[0].id}]")
    return 0


def _because(advice: Advice) -> str:
    return f"{advice.name} ({advice.because})" if advice.because else advice.name


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
