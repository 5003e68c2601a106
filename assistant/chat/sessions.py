"""What the subject said, quoted from the sessions that were brought, and what in them wants clarifying.

The newest check under "Transcripts" is meant. Quotations are the subject's own words with their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.bona_fides import Finding
from assistant.bona_fides.kept import KeptCheck, from_json
from assistant.bona_fides.running import Runs
from assistant.chat.replies import Message, Reply
from assistant.errors import DebriefError
from assistant.knowledge import day_in_words, stems
from assistant.transcripts import Transcript, Turn

if TYPE_CHECKING:
    from assistant.wiring import Assistant

name = "sessions"

about = "Quotes what the subject said in the transcripts that were brought, and lists points to clarify."

examples = (
    "What did he say about Gusev?",
    "What has the subject told us about his brother?",
    "When did she mention the factory?",
    "Check these two sessions",
    "What does not fit together in the transcripts?",
    "Which points should we clarify with him?",
)

MOST_SHOWN = 8
LONGEST_QUOTED = 400
"""Characters of one quotation."""

_SAID = re.compile(
    r"\b(?:did|has|does|had|have)\s+(?:he|she|they|the (?:subject|source|witness|defector)|our man)\b.*?"
    r"\b(?:say|said|tell|told|mention\w*|speak|spoken|talk\w*)\b(?:\s+(?:me|us|you))?\s*"
    r"(?:about|of|on|regarding|concerning)?\s+"
    r"(?P<what>.+?)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_CHECK = re.compile(
    r"\b(?:check|compare|go through|look over)\b.*\b(?:sessions?|transcripts?|interviews?)\b"
    r"|\b(?:not fit together|inconsisten\w+|contradict\w*|clarify with him|"
    r"points? (?:to|should we|shall we) clarify)\b",
    re.IGNORECASE | re.DOTALL,
)
NOTHING_BROUGHT = (
    "No transcripts have been brought yet. Open “Transcripts” and choose or drop the sessions: text, VTT, "
    "SRT, Word, PDF, CSV or JSON. Then ask here what he said, or look there at what does not fit together."
)


def reply(message: Message, assistant: Assistant) -> Reply | None:
    text = " ".join(message.text.split())
    said, checks = _SAID.search(text), _CHECK.search(text)
    if not said and not checks:
        return None
    kept = assistant.store.checks.list()
    if not kept:
        return Reply(name, NOTHING_BROUGHT) if checks else None
    newest = from_json(assistant.store.checks.read(kept[0].id).content)
    if said:
        return Reply(name, _quoted(newest, said["what"]))
    return Reply(name, _points(newest, kept[0].title, assistant.checking))


def _quoted(kept: KeptCheck, what: str) -> str:
    wanted = set(stems(what))
    found = [
        (len(wanted & set(stems(turn.text))), len(wanted & set(stems(asked))), transcript, turn, asked)
        for transcript in (each.transcript for each in kept.files)
        for turn, asked in _answers(transcript)
    ]
    # What he answers to a question about it is about it too, though he may not name it again.
    best = max((max(own, of_question) for own, of_question, *_ in found), default=0)
    if not wanted or not best:
        return f"In the sessions of “{kept.title}” he says nothing in these words: {what}."
    chosen = [
        _line(transcript, turn, wanted, "" if own == best else asked)
        for own, of_question, transcript, turn, asked in found
        if max(own, of_question) == best
    ]
    lines = chosen[:MOST_SHOWN]
    if len(chosen) > MOST_SHOWN:
        lines.append(f"- and {len(chosen) - MOST_SHOWN} more; search the text under “Transcripts”.")
    return f"In “{kept.title}” he said of this:\n\n" + "\n".join(lines)


def _answers(transcript: Transcript) -> Iterator[tuple[Turn, str]]:
    """The subject's turns, each with the words of the interviewer's turn just before."""
    asked = ""
    for turn in transcript.turns:
        if turn.role == "subject":
            yield turn, asked
        asked = turn.text if turn.role == "interviewer" else ""


def _line(transcript: Transcript, turn: Turn, wanted: set[str], asked: str) -> str:
    day = f"{day_in_words(transcript.date)}, " if transcript.date else ""
    to = f"asked “{_around(asked, wanted)}”: " if asked else ""
    return f"- {to}“{_around(turn.text, wanted)}” ({day}{transcript.file}, {turn.place})"


def _around(text: str, wanted: set[str]) -> str:
    """The sentences that have the words, in their order, cut where they are long."""
    sentences = [each for each in re.split(r"(?<=[.!?])\s+", text) if wanted & set(stems(each))]
    said = " … ".join(sentences) or text
    return said if len(said) <= LONGEST_QUOTED else f"{said[: LONGEST_QUOTED - 1].rsplit(' ', 1)[0]}…"


def _points(kept: KeptCheck, title: str, checking: Runs) -> str:
    try:
        run = checking.check(kept)
    except DebriefError as error:
        return str(error)
    run.ended.wait()
    checked = run.checked
    if checked is None:
        return run.wrong
    notice = f"\n\n{checked.notice}" if checked.notice else ""
    to_clarify = [f for f in checked.findings if f.tier == "clarify" and f.id not in kept.settled]
    others = sum(finding.tier == "look" for finding in checked.findings)
    if not to_clarify:
        return (
            f"In “{title}” nothing surely needs clarifying; {others} worth a look under “Transcripts”."
            + notice
        )
    return (
        f"In “{title}” {len(to_clarify)} to clarify, {others} worth a look. This lists what to ask and does "
        "not judge; all of it is under “Transcripts”.\n\n"
        + "\n".join(_point(finding) for finding in to_clarify[:MOST_SHOWN])
        + notice
    )


def _point(finding: Finding) -> str:
    quotes = "".join(
        f"\n    - “{quote.words}” ({quote.file}, {quote.place})" for quote in (finding.first, finding.second)
    )
    return f"- {finding.why}{quotes}\n    - Ask: {finding.question}"
