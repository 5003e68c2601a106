"""A run as it is kept: the trainee's lines, from which the replies are played again, and its changes.

In the page time is the wall's: a line counts the minutes since the one before, with the pauses taken off.
They are kept with the line, so that it is played again as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from assistant.errors import BadContent, NotFound
from assistant.mock.as_it_was import turn_as_json, turn_from_json
from assistant.mock.running import Said, Turn
from assistant.mock.subject import MINUTES_A_TURN
from assistant.paper import one_line, storable

LONGEST_LINE = 4000
MOST_LINES = 500
LONGEST_NAME = 80
LONGEST_NOTE = 500
LONGEST_NOTES = 20_000
MOST_ASKED = 1000

SHORTEST_WAIT, LONGEST_WAIT = 0.25, 15.0
"""Minutes that a line counts at least and at most: a glance at the form, and who was called away."""

Seat = Literal["trainee", "trainer"]

_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_QUESTION = re.compile(r"[^\x00-\x1f]{1,200}")
_JUDGEMENT = re.compile(r"[a-z]{1,20}/[A-Za-z0-9_-]{1,80}")

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """``id`` is given by the page, so that it can show a line before it is kept; ``minutes`` are those since
    the line before, ``event`` is what was slipped in before it, ``worded`` the answer as a model put it."""

    id: str
    line: str
    minutes: float = MINUTES_A_TURN
    event: str = ""
    worded: str = ""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """``slipped`` is an event that waits for the next line. ``overrides`` are the trainer's notes by what he
    judges otherwise than the review; ``measured`` is what the trainer's desk shows of an ended run.

    The next line's minutes count from ``since``, which each pause moves on; None in runs of before there was
    a clock. ``plan`` is the id of the questionnaire beside the talk, ``asked`` are its questions that were.
    ``digest`` names the scenario as it was when the run began; ``turns`` are kept when it has ended. When the
    run is ``voiced``, a language model words the answers.
    """

    scenario: str
    seed: int
    trainee: str
    began: datetime
    lines: tuple[KeptLine, ...] = ()
    slipped: str = ""
    notes: str = ""
    ended: datetime | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    measured: Mapping[str, float] = field(default_factory=dict)
    since: datetime | None = None
    paused: datetime | None = None
    paused_by: str = ""
    plan: str = ""
    asked: tuple[str, ...] = ()
    digest: str = ""
    turns: tuple[Turn, ...] = ()
    voiced: bool = False

    @property
    def said(self) -> tuple[Said, ...]:
        """What the subject hears."""
        return tuple(Said(each.line, each.minutes, each.event) for each in self.lines)

    @property
    def minutes(self) -> float:
        """From the beginning to the last line, in the session's own time."""
        return sum(each.minutes for each in self.lines)

    def waiting(self, now: datetime) -> float:
        """Minutes since the last line, which stand still in a pause and from the longest wait on."""
        until = self.paused or now
        passed = (until - self.since).total_seconds() / 60 if self.since else 0.0
        return min(LONGEST_WAIT, max(0.0, passed))

    @property
    def mark(self) -> str:
        """Another one as soon as something changes that is seen from another seat."""
        ended, paused = bool(self.ended), bool(self.paused)
        return f"{len(self.lines)} {self.slipped} {paused:d} {ended:d} {self.trainee}"

    @property
    def events(self) -> tuple[str, ...]:
        """What was slipped in already."""
        return tuple(each for each in [*(line.event for line in self.lines), self.slipped] if each)


def worded(run: KeptRun, line: str, text: str) -> KeptRun:
    """The run with the answer to the line with this id as a model put it."""
    return replace(
        run, lines=tuple(replace(each, worded=text) if each.id == line else each for each in run.lines)
    )


def begun(scenario: str, seed: str, trainee: str, now: datetime) -> KeptRun:
    """A new run. Raises BadContent where the name or the seed cannot be kept."""
    try:
        number = int(seed or "1")
    except ValueError:
        raise BadContent("The seed is a whole number, such as 1.") from None
    if not 0 <= number <= 999_999:
        raise BadContent("The seed is a number from 0 to 999,999.")
    return KeptRun(scenario, number, _name(trainee), now, since=now)


def as_json(run: KeptRun) -> dict[str, Any]:
    return {
        "scenario": run.scenario,
        "seed": run.seed,
        "trainee": run.trainee,
        "lines": [asdict(each) for each in run.lines],
        "slipped": run.slipped,
        "notes": run.notes,
        "began": run.began.isoformat(),
        "ended": run.ended.isoformat() if run.ended else None,
        "overrides": dict(run.overrides),
        "measured": dict(run.measured),
        "since": run.since.isoformat() if run.since else None,
        "paused": run.paused.isoformat() if run.paused else None,
        "paused_by": run.paused_by,
        "plan": run.plan,
        "asked": list(run.asked),
        "digest": run.digest,
        "turns": [turn_as_json(each) for each in run.turns],
        "voiced": run.voiced,
    }


def from_json(content: Mapping[str, Any]) -> KeptRun:
    """The run that ``as_json`` gave, today or formerly."""
    return KeptRun(
        content["scenario"],
        content["seed"],
        content["trainee"],
        datetime.fromisoformat(content["began"]),
        tuple(KeptLine(**each) for each in content["lines"]),
        content.get("slipped", ""),
        content.get("notes", ""),
        _moment(content["ended"]),
        content["overrides"],
        content.get("measured", {}),
        _moment(content.get("since")),
        _moment(content.get("paused")),
        content.get("paused_by", ""),
        content.get("plan", ""),
        tuple(content.get("asked", ())),
        content.get("digest", ""),
        tuple(turn_from_json(each) for each in content.get("turns", ())),
        content.get("voiced", False),
    )


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def altered(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    """The run after one change; ``data`` is what the page sends, of which ``what`` names the change.

    Raises:
        BadContent: what was written cannot be kept; the sentence says why.
        NotFound: there is no such change.
    """
    change = _CHANGES.get(_text(data, "what"))
    if change is None:
        raise _no_such_change()
    return change(run, data, now)


def _say(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    """A line that is sent twice, because nobody knew whether it had arrived, is kept once."""
    id = _matching(_ID, data, "id")
    if any(each.id == id for each in run.lines):
        return run
    _still_going(run)
    if run.paused:
        raise BadContent("The session is paused. Go on first, then say it.")
    words = _words(data, "text", LONGEST_LINE, "A line")
    if not words:
        raise BadContent("The line has no words.")
    if len(run.lines) >= MOST_LINES:
        raise BadContent(f"A run takes {MOST_LINES} lines at most. End it and look at the review.")
    line = KeptLine(id, words, _minutes(run, now), run.slipped)
    asked = data.get("asked")
    for question in asked if isinstance(asked, list) else ():
        run = _asked(run, {"question": question, "on": "yes"}, now)
    since = now if run.since else None
    return replace(run, lines=(*run.lines, line), slipped="", since=since)


def _minutes(run: KeptRun, now: datetime) -> float:
    if run.since is None:
        return MINUTES_A_TURN
    return round(max(SHORTEST_WAIT, run.waiting(now)), 2)


def _pause(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    _still_going(run)
    by: Seat = "trainer" if data.get("seat") == "trainer" else "trainee"
    return run if run.paused else replace(run, paused=now, paused_by=by)


def _go_on(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    _still_going(run)
    if run.paused is None:
        return run
    since = run.since + (now - run.paused) if run.since else None
    return replace(run, since=since, paused=None, paused_by="")


def _slip_in(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    event = _matching(_ID, data, "event")
    if event in run.events:
        return run
    _still_going(run)
    if run.slipped:
        raise BadContent("The trainee has not answered the last event yet.")
    return replace(run, slipped=event)


def _end(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    if run.ended is None and not run.lines:
        raise BadContent("Nothing was said yet: there is nothing to review.")
    return run if run.ended else replace(run, ended=now, paused=None, paused_by="")


def _override(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    judgement = _matching(_JUDGEMENT, data, "id")
    note = _words(data, "note", LONGEST_NOTE, "A note")
    if run.ended is None:
        raise BadContent("The run goes on: it is reviewed when it has ended.")
    if not note:
        raise BadContent("Say in the note why you judge otherwise.")
    return replace(run, overrides={**run.overrides, judgement: note})


def _take_back(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    kept = {key: note for key, note in run.overrides.items() if key != data.get("id")}
    return replace(run, overrides=kept)


def _trainee(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    return replace(run, trainee=_name(_text(data, "text")))


def _notes(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    words = storable(_text(data, "text"))
    if len(words) > LONGEST_NOTES:
        raise BadContent(f"The notes have {LONGEST_NOTES:,} characters at most.")
    return replace(run, notes=words)


def _plan(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    """ "" puts the plan away. What was asked stays: plans of the same templates share their questions."""
    return replace(run, plan=_matching(_ID, data, "plan") if data.get("plan") else "")


def _asked(run: KeptRun, data: Data, now: datetime) -> KeptRun:
    question = _matching(_QUESTION, data, "question")
    others = tuple(each for each in run.asked if each != question)
    if data.get("on") != "yes":
        return replace(run, asked=others)
    if len(others) >= MOST_ASKED:
        raise BadContent(f"A run has {MOST_ASKED} ticks at most.")
    return replace(run, asked=(*others, question))


def _still_going(run: KeptRun) -> None:
    if run.ended:
        raise BadContent("This run has ended. Begin another with the same seed.")


def _name(typed: str) -> str:
    name = one_line(typed)
    if not name:
        raise BadContent("Say who practises: the runs are listed by that name.")
    if len(name) > LONGEST_NAME:
        raise BadContent(f"A name has {LONGEST_NAME} characters at most.")
    return name


def _words(data: Data, key: str, longest: int, what: str) -> str:
    words = storable(_text(data, key)).strip()
    if len(words) > longest:
        raise BadContent(f"{what} has {longest:,} characters at most.")
    return words


def _matching(form: re.Pattern[str], data: Data, key: str) -> str:
    text = _text(data, key)
    if not form.fullmatch(text):
        raise _no_such_change()
    return text


def _text(data: Data, key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _no_such_change() -> NotFound:
    return NotFound("The run cannot be changed so. Load the page again.")


_CHANGES: Mapping[str, Callable[[KeptRun, Data, datetime], KeptRun]] = {
    "say": _say,
    "slip_in": _slip_in,
    "pause": _pause,
    "go_on": _go_on,
    "end": _end,
    "plan": _plan,
    "asked": _asked,
    "override": _override,
    "take_back": _take_back,
    "trainee": _trainee,
    "notes": _notes,
}
