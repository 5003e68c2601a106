"""The list of kept checks, what an empty tab shows, and the sessions of a check as they were brought."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from assistant.store import ContentSummary
from assistant.transcripts import ROLES, Transcript
from assistant.web.showing.escaping import plain, sentence
from assistant.web.showing.icons import icon
from assistant.web.showing.questionnaires import kept_line

SAYS = '<p id="check-says" class="wrong" role="alert"></p>'
"""Where an error is said that has no place of its own."""

PURPOSE = "This lists what to ask about next; it does not judge him or his account."

VIEWS = {
    "sessions": "Sessions",
    "points": "Points",
    "timeline": "Timeline",
    "claims": "By topic",
    "treatment": "Treatment",
    "files": "Files",
}

ENDINGS = ".txt,.md,.vtt,.srt,.docx,.pdf,.csv,.json"

SPEAKERS_SHOWN = 40
UNREAD_SHOWN = 100

CASE_FILE = """facts:
- born: 4 May 1919
  source: passport, copy
- left his post: 2 April 1951
  source: police report"""
"""What a case file looks like; shown in an empty box."""

_DATED_BY = {
    "header": "as the file says",
    "file name": "from the file's name",
    "given": "as you said",
}


def kept(found: Sequence[ContentSummary], current: str, now: datetime, deleted: str = "") -> str:
    """The list; ``deleted`` is the id of a check whose deletion can be undone here."""
    undo = ""
    if deleted:
        undo = (
            '<div class="undo" role="status"><span>Check deleted.</span>'
            f'<button class="quiet" data-do="restore" data-id="{plain(deleted)}">Undo</button></div>'
        )
    lines = "".join(kept_line(each, each.id == current, now) for each in found)
    listed = (
        f'<ul class="conversations">{lines}</ul>'
        if found
        else '<p class="empty-line">Your checks will be listed here.</p>'
    )
    return (
        '<div class="kept-plans"><button class="new-plan" data-do="go" data-view="home">New check</button>'
        f"{undo}{listed}</div>"
    )


def home() -> str:
    """What an empty tab shows."""
    return f"""<div class="check-view check-home" data-view="home"><div class="welcome">
<h2>What to ask again</h2>
<p>Bring the transcripts of two or more sessions with one man, or of one long session. You get the few places
where two of his statements do not fit together, side by side, with what may explain both and a neutral
question; and what he said of his life by topic and on a timeline. {PURPOSE}</p>
<div class="beginnings">{bring("Bring transcripts")}
<button class="begin" data-do="example"><b>Try it with an example</b>
<span>Two short sessions with an invented harbour clerk, and a case file.</span></button></div>
<dl class="what-to-bring"><dt>Text, Word, PDF</dt><dd>Each turn with its speaker before it: “Q:” and “A:”, or
names. Hearing records with page and line numbers too.</dd><dt>VTT, SRT</dt><dd>Subtitles with the speakers'
names.</dd><dt>CSV, JSON</dt><dd>One row or entry a turn: time, speaker, text.</dd></dl>
</div></div>"""


def bring(says: str) -> str:
    """Where files are chosen or dropped."""
    return (
        f'<label class="begin bring drop"><b>{says}</b><span>Choose files or drop them here: text, VTT, SRT, '
        "Word, PDF, CSV, JSON. They stay on this machine.</span>"
        f'<input type="file" class="sr-only" data-bring-sessions multiple accept="{ENDINGS}"></label>'
    )


def title(name: str, transcripts: Sequence[Transcript]) -> str:
    """The title, to be changed in its place, and what is in the check."""
    turns = sum(len(each.turns) for each in transcripts)
    facts = (_counted(len(transcripts), "session"), _counted(turns, "turn"))
    return f"""<div class="plan-title"><div class="titled"><h2 dir="auto">{plain(name)}</h2>
<button class="quiet" data-q="rename" aria-label="Rename this check" title="Rename">{icon("edit")}</button>
</div><form class="rename" data-do="retitle" hidden><label class="sr-only" for="check-new-title">Title</label>
<input id="check-new-title" name="title" value="{plain(name)}" maxlength="200" required dir="auto">
<button type="submit" class="quiet">Rename</button>
<button type="button" class="quiet" data-q="keep-title">Cancel</button></form>
<p class="about">{"".join(f"<span>{fact}</span>" for fact in facts)}</p>
<p class="purpose">{PURPOSE}</p>
<button class="quiet all-plans" data-do="go" data-view="home">All checks</button></div>"""


def bar(view: str, points: int | None) -> str:
    """The ways to look; ``points`` counts what is to clarify, None while that is not known."""
    counted = "" if points is None else f" <small>{points}</small>"
    views = "".join(
        f'<button data-do="go" data-view="{key}" data-name="{name}"'
        f"{' aria-current=' + chr(34) + 'page' + chr(34) if key == view else ''}>{name}"
        f"{counted if key == 'points' else ''}</button>"
        for key, name in VIEWS.items()
    )
    return (
        '<div class="plan-bar"><div class="views-row"><nav class="views" '
        f'aria-label="Ways to look at the check">{views}</nav></div></div>'
    )


def view(page: str, check: str, name: str) -> str:
    """A view of a check, marked so that the page's script knows what it looks at."""
    return f'<div class="check-view" data-view="{plain(name)}" data-check="{plain(check)}">{page}</div>'


def gone(says: str) -> str:
    """In place of a check that cannot be shown."""
    return (
        f'<div class="check-view" data-view="gone"><div class="empty"><p class="empty-title">{plain(says)}'
        '</p><p><button class="chip" data-do="go" data-view="home">All checks</button></p></div></div>'
    )


def broken(says: str) -> str:
    """In place of what a check that went wrong would have found."""
    return (
        f'<div class="empty"><p class="empty-title">{plain(says)}</p><p class="chips">'
        '<button class="chip" data-do="again">Try again</button>'
        '<button class="chip" data-do="go" data-view="sessions">To the sessions</button></p></div>'
    )


def working(part: float, says: str) -> str:
    """In place of what is being looked for; the page's script asks how far it is."""
    return (
        '<div class="checking" data-checking role="status">'
        f'<progress max="1" value="{part:.3f}" aria-label="How far the check is"></progress>'
        f"<p>{plain(says)}</p>"
        '<p class="chips"><button class="chip" data-do="halt">Stop</button></p></div>'
    )


def sessions(
    transcripts: Sequence[Transcript], case_file: str, wrong: str, with_model: bool | None = None
) -> str:
    """The files with their days and speakers, the case file, and the button that checks them.

    ``with_model`` says whether a language model is to be asked; None where there is none.
    """
    each = "".join(_session(transcript) for transcript in transcripts)
    return f"""<div class="brought-sessions">{each}</div>
<div class="beginnings more">{bring("Add a session")}</div>
<form id="check-form" autocomplete="off" novalidate><section class="case-file">
<h3>What is known from elsewhere</h3>
<p class="hint" id="case-file-hint">Facts of a case file with their sources, if you have one. What he says is
set beside them.</p>
<textarea name="case_file" rows="6" maxlength="50000" spellcheck="false" dir="auto" aria-label="Case file"
aria-describedby="case-file-hint" placeholder="{plain(CASE_FILE)}">{plain(case_file)}</textarea>
<p class="hint" data-facts role="status"></p>
<p class="wrong" data-wrong="case_file" role="alert">{plain(wrong)}</p></section>
{_with_model(with_model)}
<footer class="form-foot"><button type="submit" class="primary"><span>Check the sessions</span></button>
<span class="keys"><kbd>Ctrl Enter</kbd></span>
<p class="wrong" data-wrong="check" role="alert"></p></footer></form>"""


def _with_model(ticked: bool | None) -> str:
    if ticked is None:
        return ""
    return (
        f'<label class="with-model"><input type="checkbox" name="with_model"{" checked" if ticked else ""}>'
        "<span>Let the language model resolve dates and persons (a finding that rests on it is never sure)"
        "<small>The sessions are sent to the model's server for that.</small></span></label>"
    )


def _session(transcript: Transcript) -> str:
    name = plain(transcript.file)
    turns = Counter(turn.speaker for turn in transcript.turns)
    speakers = transcript.speakers
    rows = "".join(
        f'<label class="field speaker"><span class="name" dir="auto">{plain(speaker)} '
        f"<small>{_counted(turns[speaker], 'turn')}</small></span>"
        f'<select data-change="role" data-file="{name}" data-speaker="{plain(speaker)}">'
        + "".join(
            f'<option value="{each}"{" selected" if each == role else ""}>{sentence(each)}</option>'
            for each in ROLES
        )
        + "</select></label>"
        for speaker, role in list(speakers.items())[:SPEAKERS_SHOWN]
    )
    more = len(speakers) - SPEAKERS_SHOWN
    if more > 0:
        rows += f'<p class="hint">and {_counted(more, "speaker")} more, as the file says</p>'
    remarks = "".join(f"<li>{plain(remark)}</li>" for remark in transcript.remarks)
    day = transcript.date.isoformat() if transcript.date else ""
    dated = _DATED_BY.get(transcript.dated_by, "") if day else "Not known: give it, if you can."
    return f"""<section class="brought" data-session="{name}"><header><h3 dir="auto">{name}</h3>
<span class="minutes-of">{_counted(len(transcript.turns), "turn")}</span>
<button class="act" data-do="alter" data-what="take_out" data-file="{name}" aria-label="Take {name} out"
title="Take out">{icon("drop")}</button></header>
<div class="session-fields"><label class="field day{"" if day else " unknown"}">
<span class="name">Day of the session</span>
<input type="date" data-change="date" data-file="{name}" value="{day}">
<span class="hint">{dated}</span></label>
<div class="speakers">{rows}</div></div>
{f'<ul class="remarks-of">{remarks}</ul>' if remarks else ""}{_unread(transcript)}
<p class="wrong" data-wrong="{name}" role="alert"></p></section>"""


def _unread(transcript: Transcript) -> str:
    if not transcript.unread:
        return ""
    lines = "".join(
        f'<li><span class="place-of">{plain(each.place)}</span><div><p dir="auto">{plain(each.text)}</p>'
        f'<p class="why-left">{plain(sentence(each.why))}</p></div></li>'
        for each in transcript.unread[:UNREAD_SHOWN]
    )
    more = len(transcript.unread) - UNREAD_SHOWN
    lines += f'<li class="hint">and {more:,} more</li>' if more > 0 else ""
    counted = _counted(len(transcript.unread), "stretch", "stretches")
    return (
        f'<details class="unread" data-keep="unread {plain(transcript.file)}"><summary>{counted} of the file '
        f"without a speaker</summary><ul>{lines}</ul></details>"
    )


def _counted(number: int, what: str, several: str = "") -> str:
    return f"{number:,} {what if number == 1 else several or what + 's'}"
