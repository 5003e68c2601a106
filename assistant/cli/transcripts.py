"""``debrief check``, ``debrief claims`` and ``debrief timeline``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.cli.reading import contents, day, open_assistant, read_settings, say
from assistant.errors import BadSettings

if TYPE_CHECKING:
    from datetime import date

    from assistant.bona_fides import Checked, Contradiction, Finding, Propose

FORMATS = ("md", "docx", "pdf", "json", "csv")
HEADINGS = {
    "clarify": "To clarify",
    "look": "Worth a look",
    "contamination": "First said by the interviewer",
    "corrected": "Corrected by himself",
}


def add_to(commands: Any) -> None:
    """Add the three commands to the parser's subcommands."""
    check = commands.add_parser("check", help="list what does not fit together in transcripts")
    _files(check)
    check.add_argument("--case-file", metavar="FILE", help="what is known from elsewhere, YAML")
    check.add_argument(
        "--with-model",
        action="store_true",
        help="let the language model resolve dates and persons; a finding that rests on it is never sure",
    )
    check.add_argument("--json", action="store_true")
    check.add_argument("--format", choices=FORMATS, help="write a report instead")
    check.add_argument("--out", metavar="FILE", help="where to write the report")
    check.set_defaults(run=_check)

    claims = commands.add_parser("claims", help="list what the subject says of his life, by topic")
    _files(claims)
    claims.add_argument("--json", action="store_true")
    claims.set_defaults(run=_claims)

    timeline = commands.add_parser("timeline", help="draw what he dates as a picture")
    _files(timeline)
    timeline.add_argument("--out", metavar="FILE", required=True, help="an SVG file")
    timeline.set_defaults(run=_timeline)


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="sessions: txt, vtt, srt, docx, pdf, csv, json"
    )
    command.add_argument(
        "--date",
        action="append",
        default=[],
        metavar="FILE=DATE",
        help="the day of a session that does not say it",
    )


def _check(options: argparse.Namespace) -> int:
    if (options.format is None) != (options.out is None):
        raise BadSettings("Give --format and --out together, or neither.")
    from assistant.language import open_nli

    propose = _proposing(options) if options.with_model else None
    nli = open_nli(read_settings(options))
    checked = _checked(options, options.case_file, propose, nli.contradictions if nli else None)
    if checked.notice:
        sys.stderr.write(f"debrief: {checked.notice}\n")
    if options.out:
        from assistant.bona_fides import exports

        _write(options.out, exports.FORMATS[options.format].write(checked, {}))
    elif options.json:
        say(json.dumps(_as_json(checked), ensure_ascii=False))
    else:
        say(_printed(checked))
    return 0


def _proposing(options: argparse.Namespace) -> Propose:
    assistant = open_assistant(options)
    if assistant.model is None:
        raise BadSettings(
            "No language model is set: name one as 'chat_model' in the settings, or leave out --with-model."
        )
    return assistant.propose


def _checked(
    options: argparse.Namespace,
    case_file: str | None = None,
    propose: Propose | None = None,
    contradiction: Contradiction | None = None,
) -> Checked:
    from assistant.bona_fides import check, read_case_file
    from assistant.transcripts import read_transcript

    dates = dict(map(_dated, options.date))
    names = {Path(name).name for name in options.files}
    for name in dates:
        if Path(name).name not in names:
            raise BadSettings(f"--date {name}: no such file among those to be checked.")
    facts = read_case_file(contents(case_file).decode("utf-8-sig", "replace")) if case_file else ()
    transcripts = []
    for name in dict.fromkeys(options.files):
        given = dates.get(name) or dates.get(Path(name).name)
        transcript = read_transcript(contents(name), Path(name).name, given)
        transcripts.append(transcript)
        for remark in transcript.remarks:
            sys.stderr.write(f"debrief: {name}: {remark}\n")
    return check(transcripts, facts, propose=propose, contradiction=contradiction)


def _dated(said: str) -> tuple[str, date]:
    name, _, when = said.rpartition("=")
    found = day(when) if name else None
    if found is None:
        raise BadSettings(f"--date {said}: give it as FILE=1957-02-13.")
    return name, found


def _as_json(checked: Checked) -> dict[str, Any]:
    from assistant.bona_fides import as_json

    return {
        "transcripts": [
            {
                "file": each.file,
                "date": each.date.isoformat() if each.date else None,
                "turns": len(each.turns),
                "speakers": each.speakers,
                "unread": len(each.unread),
            }
            for each in checked.transcripts
        ],
        "findings": [as_json(finding) for finding in checked.findings],
        "claims": len(checked.claims),
        "notice": checked.notice,
        "milliseconds": checked.milliseconds,
    }


def _printed(checked: Checked) -> str:
    parts = []
    for tier, heading in HEADINGS.items():
        found = [finding for finding in checked.findings if finding.tier == tier]
        if found:
            parts.append(f"{heading} ({len(found)})\n\n" + "\n\n".join(map(_in_lines, found)))
    return "\n\n\n".join(parts) or "Nothing was found that does not fit together."


def _in_lines(finding: Finding) -> str:
    lines = []
    for quote in (finding.first, finding.second):
        when = f", {quote.date.isoformat()}" if quote.date else ""
        lines.append(f"  {quote.file}{when}, {quote.place}, {quote.speaker}:\n    “{quote.words}”")
    lines.append(f"  {finding.why}")
    if finding.innocent:
        lines.append(f"  It may be innocent: {' '.join(finding.innocent)}")
    if finding.question:
        lines.append(f"  Ask: {finding.question}")
    return "\n".join(lines)


def _claims(options: argparse.Namespace) -> int:
    checked = _checked(options)
    if options.json:
        for claim in checked.claims:
            row = {
                "slot": claim.slot,
                "who": claim.who,
                "says": claim.says,
                "topic": claim.topic,
                "file": claim.file,
                "turn": claim.turn,
                "place": claim.place,
                "denied": claim.denied,
                "hedged": claim.hedged,
                "supplied": claim.supplied,
                "from": claim.when.start.isoformat() if claim.when else None,
                "to": claim.when.end.isoformat() if claim.when else None,
            }
            say(json.dumps(row, ensure_ascii=False))
        return 0
    for topic in dict.fromkeys(claim.topic for claim in checked.claims):
        say(f"\n{topic.capitalize()}")
        for claim in checked.claims:
            if claim.topic == topic:
                say(f"  {claim.file}, {claim.place}: {claim.says}")
    return 0


def _timeline(options: argparse.Namespace) -> int:
    from assistant.bona_fides.pictures import timeline

    _write(options.out, timeline(_checked(options)).encode())
    return 0


def _write(name: str, data: bytes) -> None:
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise BadSettings(f"{name}: cannot be written ({error.strerror}). Choose another place.") from None
    sys.stderr.write(f"{name}\n")
