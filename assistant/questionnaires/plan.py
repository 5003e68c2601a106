"""A session plan as a value: sections in order, each with what is said and what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import cycle
from typing import Any, Literal, cast, get_args

from assistant.errors import BadContent

Kind = Literal["free narrative", "open", "probe", "closed", "control", "repeat"]
KINDS: tuple[Kind, ...] = get_args(Kind)

Stage = Literal["first contact", "preliminary assessment", "full debrief", "follow-up"]
STAGES: tuple[Stage, ...] = get_args(Stage)

USUAL_MINUTES: Mapping[Stage, int] = {
    "first contact": 45,
    "preliminary assessment": 90,
    "full debrief": 180,
    "follow-up": 90,
}
"""Minutes of a session, where nobody says how long it is to be."""

Origin = Literal["template", "own", "model", "follow-up"]
"""Who wrote a question: a template, the user, a language model, or what he said in a former session."""


@dataclass(frozen=True, slots=True)
class Asker:
    """One agency's interest in a question: for which requirement, and in which words it asked.

    ``agency`` and ``requirement`` are ids of a template, "" for what every debrief asks; ``needs`` is what
    the agency needs to know.
    """

    agency: str
    requirement: str
    needs: str
    question: str
    wording: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a plan. ``minutes`` includes the answer; ``priority`` 1 cannot wait, 4 is background.

    ``askers`` are all whose questions were merged into this one, the one whose wording stands first.
    ``ask_if`` names facts that are not known yet and of which the officer must be sure before he asks.
    """

    id: str
    wording: str
    kind: Kind
    minutes: float
    priority: int
    askers: tuple[Asker, ...] = ()
    citations: tuple[str, ...] = ()
    probes: tuple[str, ...] = ()
    how_known: str = ""
    ask_if: tuple[str, ...] = ()
    origin: Origin = "template"
    locked: bool = False
    note: str = ""

    @property
    def agencies(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(asker.agency for asker in self.askers if asker.agency))

    @property
    def requirement(self) -> str:
        return self.askers[0].requirement if self.askers else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer tells the subject, in words to be spoken."""

    says: str
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one session. ``why`` says why it stands here, ``citations`` on what that rests.

    ``break_after`` is the minutes of rest that follow it, 0 for none.
    """

    id: str
    title: str
    why: str
    citations: tuple[str, ...]
    questions: tuple[Question, ...]
    told: tuple[Told, ...] = ()
    session: int = 1
    break_after: int = 0

    @property
    def minutes(self) -> float:
        return sum(question.minutes for question in self.questions)


@dataclass(frozen=True, slots=True)
class Left:
    """A question that is not asked this time, and why."""

    question: Question
    section: str
    why: str


Where = Literal["opening", "break"]


@dataclass(frozen=True, slots=True)
class Guidance:
    """How he is to be treated, said where the officer has time to read it.

    ``because`` says what of him calls for it, "" where it is asked of everybody. ``quote`` stands in
    ``paragraph``.
    """

    where: Where
    name: str
    because: str
    advice: str
    paragraph: str
    quote: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for one or more sessions. ``minutes`` are those there are, for all sessions together.

    ``alike`` are the ids of questions, two and two, that may ask the same and that nobody has joined yet.
    Each rest takes the next piece of ``guidance`` for one, from the first again when all were taken.
    """

    title: str
    subject: Mapping[str, Any]
    agencies: tuple[str, ...]
    stage: Stage
    minutes: int
    sessions: int
    sections: tuple[Section, ...]
    left_for_later: tuple[Left, ...] = ()
    remarks: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    guidance: tuple[Guidance, ...] = ()

    @property
    def questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @property
    def used(self) -> float:
        """Minutes planned, rests included."""
        return sum(section.minutes + section.break_after for section in self.sections)

    @property
    def at_opening(self) -> tuple[Guidance, ...]:
        return tuple(each for each in self.guidance if each.where == "opening")

    @property
    def at_rests(self) -> tuple[Guidance | None, ...]:
        """For each section what to think of in the rest after it; None where none follows."""
        pieces = cycle([each for each in self.guidance if each.where == "break"])
        return tuple(next(pieces, None) if section.break_after else None for section in self.sections)

    @property
    def to_settle(self) -> tuple[str, ...]:
        """Facts on which questions of the plan hang and that are not known yet."""
        return tuple(dict.fromkeys(fact for question in self.questions for fact in question.ask_if))


FACTS_IN_WORDS: Mapping[str, str] = {
    "has_family_behind": "He has close family where he came from",
    "brought_documents": "He brought papers or other material with him",
    "recalled": "He had been recalled before he left",
}
"""Facts that a plan may hang on, as an officer ticks them off."""


def as_json(plan: Plan) -> dict[str, Any]:
    """The plan as plain data; ``from_json`` reads it back without loss."""
    return {
        "title": plan.title,
        "subject": dict(plan.subject),
        "agencies": list(plan.agencies),
        "stage": plan.stage,
        "minutes": plan.minutes,
        "sessions": plan.sessions,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "why": section.why,
                "citations": list(section.citations),
                "session": section.session,
                "break_after": section.break_after,
                "told": [{"says": each.says, "citations": list(each.citations)} for each in section.told],
                "questions": [_question_as_json(question) for question in section.questions],
            }
            for section in plan.sections
        ],
        "left_for_later": [
            {"section": left.section, "why": left.why, "question": _question_as_json(left.question)}
            for left in plan.left_for_later
        ],
        "remarks": list(plan.remarks),
        "alike": [list(pair) for pair in plan.alike],
        "guidance": [asdict(each) for each in plan.guidance],
    }


def _question_as_json(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "wording": question.wording,
        "kind": question.kind,
        "agencies": list(question.agencies),
        "requirement": question.requirement,
        "priority": question.priority,
        "minutes": question.minutes,
        "citations": list(question.citations),
        "probes": list(question.probes),
        "how_known": question.how_known,
        "ask_if": list(question.ask_if),
        "origin": question.origin,
        "locked": question.locked,
        "note": question.note,
        "askers": [
            {
                "agency": asker.agency,
                "requirement": asker.requirement,
                "needs": asker.needs,
                "question": asker.question,
                "wording": asker.wording,
            }
            for asker in question.askers
        ],
    }


def from_json(data: Any) -> Plan:
    """Read a plan that ``as_json`` made.

    Raises:
        BadContent: a part is missing or is not what it should be; the message says where.
    """
    whole = _Reader(data, "the plan")
    return Plan(
        title=whole.text("title"),
        subject=cast(Mapping[str, Any], whole.get("subject", dict)),
        agencies=whole.texts("agencies"),
        stage=cast(Stage, whole.one_of("stage", STAGES)),
        minutes=int(whole.number("minutes")),
        sessions=int(whole.number("sessions")),
        sections=tuple(
            Section(
                id=part.text("id"),
                title=part.text("title"),
                why=part.text("why"),
                citations=part.texts("citations"),
                questions=tuple(_question(each) for each in part.parts("questions")),
                told=tuple(Told(each.text("says"), each.texts("citations")) for each in part.parts("told")),
                session=int(part.number("session")),
                break_after=int(part.number("break_after")),
            )
            for part in whole.parts("sections")
        ),
        left_for_later=tuple(
            Left(_question(part.part("question")), part.text("section"), part.text("why"))
            for part in whole.parts("left_for_later")
        ),
        remarks=whole.texts("remarks"),
        alike=whole.pairs("alike"),
        guidance=tuple(
            Guidance(
                cast(Where, part.one_of("where", get_args(Where))),
                part.text("name"),
                part.text("because"),
                part.text("advice"),
                part.text("paragraph"),
                part.text("quote"),
            )
            for part in whole.parts("guidance", may_lack=True)
        ),
    )


def _question(part: _Reader) -> Question:
    return Question(
        id=part.text("id"),
        wording=part.text("wording"),
        kind=cast(Kind, part.one_of("kind", KINDS)),
        minutes=part.number("minutes"),
        priority=int(part.number("priority")),
        askers=tuple(
            Asker(
                each.text("agency"),
                each.text("requirement"),
                each.text("needs"),
                each.text("question"),
                each.text("wording"),
            )
            for each in part.parts("askers")
        ),
        citations=part.texts("citations"),
        probes=part.texts("probes"),
        how_known=part.text("how_known"),
        ask_if=part.texts("ask_if"),
        origin=cast(Origin, part.one_of("origin", get_args(Origin))),
        locked=bool(part.get("locked", bool)),
        note=part.text("note"),
    )


class _Reader:
    """Plain data read with its place, so that an error can say where."""

    def __init__(self, data: Any, where: str) -> None:
        if not isinstance(data, dict):
            raise BadContent(f"{where}: an object with named parts is needed here.")
        self._data = data
        self._where = where

    def get(self, key: str, kind: type | tuple[type, ...]) -> Any:
        value = self._data.get(key)
        if not isinstance(value, kind):
            names = "/".join(each.__name__ for each in (kind if isinstance(kind, tuple) else (kind,)))
            raise BadContent(f"{self._where}: '{key}' is missing or not of the right type ({names}).")
        return value

    def text(self, key: str) -> str:
        return str(self.get(key, str))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.get(key, list)
        if not all(isinstance(value, str) for value in values):
            raise BadContent(f"{self._where}: every entry of '{key}' must be text.")
        return tuple(values)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Pairs of texts; a plan kept by an earlier version of this program may have none."""
        values = self._data.get(key, [])
        if not isinstance(values, list) or not all(
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, str) for each in pair)
            for pair in values
        ):
            raise BadContent(f"{self._where}: every entry of '{key}' must be two texts.")
        return tuple((one, other) for one, other in values)

    def number(self, key: str) -> float:
        value = self.get(key, (int, float))
        if isinstance(value, bool) or not 0 <= value <= 100_000:
            raise BadContent(f"{self._where}: '{key}' must be a number between 0 and 100,000.")
        return float(value)

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in allowed:
            raise BadContent(f"{self._where}: '{key}' is not known. Use one of {', '.join(allowed)}.")
        return value

    def part(self, key: str) -> _Reader:
        return _Reader(self._data.get(key), f"{self._where}, {key}")

    def parts(self, key: str, may_lack: bool = False) -> list[_Reader]:
        """Parts in a list, that a plan kept by an earlier version of this program ``may_lack``."""
        values = [] if may_lack and key not in self._data else self.get(key, list)
        return [_Reader(value, f"{self._where}, {key} {n}") for n, value in enumerate(values, start=1)]
