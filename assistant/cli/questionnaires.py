"""``debrief questionnaire`` and ``debrief wording``."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.reading import contents, lines, open_assistant, say
from assistant.errors import BadSettings

if TYPE_CHECKING:
    from assistant.questionnaires import Plan

FORMATS = ("md", "docx", "pdf", "json", "xlsform", "surveyjs")
STAGES = ("first contact", "preliminary assessment", "full debrief", "follow-up")
EVERYBODY = "all"


def add_to(commands: Any) -> None:
    """Add both commands to the parser's subcommands."""
    plan = commands.add_parser("questionnaire", help="build one session plan for several agencies")
    plan.add_argument("--profile", metavar="FILE", help="what is known of the subject, YAML; - for input")
    plan.add_argument(
        "--agency",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="whose questions to ask; all for everybody's",
    )
    plan.add_argument("--minutes", type=int, metavar="N", help="for all sessions together")
    plan.add_argument("--sessions", type=int, default=1, metavar="N")
    plan.add_argument("--stage", choices=STAGES, default="full debrief")
    plan.add_argument(
        "--after",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="former sessions: a transcript with Q: and A: lines, or a JSON list of answers",
    )
    plan.add_argument("--format", choices=FORMATS, default="md")
    plan.add_argument("--out", metavar="FILE", help="where to write; without it md and json are printed")
    plan.set_defaults(run=_questionnaire)

    wording = commands.add_parser("wording", help="check how a question is worded")
    wording.add_argument("question", nargs="*", metavar="QUESTION")
    wording.add_argument(
        "--batch", metavar="FILE", help='a question a line, or JSON lines {"q"}; - for input'
    )
    wording.add_argument("--json", action="store_true", help="print one JSON object a question")
    wording.set_defaults(run=_wording)


def _questionnaire(options: argparse.Namespace) -> int:
    if not options.out and options.format not in ("md", "json"):
        raise BadSettings(f"A {options.format} file cannot be printed. Give --out FILE.")
    plan = _plan(options)
    from assistant.questionnaires.exports import FORMATS as WRITERS

    data = WRITERS[options.format].write(plan)
    for remark in plan.remarks:
        sys.stderr.write(f"debrief: {remark}\n")
    if not options.out:
        sys.stdout.write(data.decode())
        return 0
    try:
        Path(options.out).write_bytes(data)
    except OSError as error:
        raise BadSettings(
            f"{options.out}: cannot be written ({error.strerror}). Give another --out."
        ) from None
    asked, left = len(list(plan.questions)), len(plan.left_for_later)
    say(
        f"{options.out}: {asked} questions, {plan.used:.0f} of {plan.minutes} minutes, {left} left for later."
    )
    return 0


def _plan(options: argparse.Namespace) -> Plan:
    assistant = open_assistant(options)
    from assistant.questionnaires import USUAL_MINUTES, Former, Wanted, read_former, read_profile

    text = contents(options.profile).decode("utf-8", "replace") if options.profile else ""
    profile = read_profile(text, datetime.now(UTC).date())
    planner = assistant.planner
    agencies = options.agency
    if EVERYBODY in agencies:
        agencies = [agency.id for agency in planner.templates.agencies]
    former = None
    for name in options.after:
        read = read_former(contents(name), Path(name).name, planner.wordings, assistant.embedder)
        former = Former.joined(former, read) if former else read
    minutes = USUAL_MINUTES[options.stage] * options.sessions if options.minutes is None else options.minutes
    return assistant.plan(Wanted(profile, tuple(agencies), options.stage, minutes, options.sessions, former))


def _wording(options: argparse.Namespace) -> int:
    if bool(options.question) == bool(options.batch):
        raise BadSettings("Give a question or --batch FILE, and not both.")
    from assistant.wording import Checked, as_json, check

    def show(checked: Checked) -> None:
        if options.json:
            say(json.dumps(as_json(checked), ensure_ascii=False))
            return
        say(checked.question)
        for fault in checked.faults:
            say(f"  {fault.kind}: “{fault.words}”. {fault.why} ({fault.source})")
        if not checked.faults:
            say("  No fault was found.")
        if checked.rewording:
            say(f"  Better: {checked.rewording}")

    if options.question:
        show(check(" ".join(options.question)))
    else:
        for where, line in lines(options.batch):
            show(check(_asked(line, where)))
    return 0


def _asked(line: str, where: str) -> str:
    """The question of a line: the line itself, or what stands under "q"."""
    if not line.lstrip().startswith("{"):
        return line.strip()
    try:
        each = json.loads(line)
    except ValueError:
        each = None
    if not isinstance(each, dict) or not isinstance(each.get("q"), str):
        raise BadSettings(f'{where}: not a JSON object with "q". Mend the line.')
    return str(each["q"])
