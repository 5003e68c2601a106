"""What a run is worth: counts and quotations, no grade of anybody's gift.

What was learned of what could be learned, by requirement; for each missed fact the moment and the question
that would have opened it; how he was treated, by the paragraph; the forms of the questions over time; what
became of the cracks in a legend; three things to keep and three to change, each with its turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.handling import Hearing
from assistant.mock.must_tell import MUST_TELL, told_in
from assistant.mock.running import Run, Turn
from assistant.mock.scenario import Crack
from assistant.mock.state import KEPT_GUIDANCE, TREATED, lacking
from assistant.wording.kinds import KINDS

HOSTILITIES = "hostilities"
"""The requirement whose first word must come at once (DCID-4/2#6.b.3.a)."""

PARTS = 3
"""Beginning, middle and end, by which the forms of questions are counted."""

MOST = 3
"""Things to keep, and things to change."""

SUGGESTING = frozenset({"leading", "forced_choice"})


@dataclass(frozen=True, slots=True)
class Learned:
    """Of one requirement: weights of what was learned and could be learned, and how the facts came."""

    requirement: str
    title: str
    learned: int
    of: int
    volunteered: tuple[str, ...]
    drawn_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A fact that did not come. ``turn`` is where it was nearest, or 0; ``lacking`` what kept it closed."""

    fact: str
    about: str
    weight: int
    turn: int
    question: str
    lacking: str


@dataclass(frozen=True, slots=True)
class Treatment:
    """A line that kept or missed the guidance, with the paragraph and what it did to him."""

    turn: int
    words: str
    what: str
    paragraph: str
    kept: bool


@dataclass(frozen=True, slots=True)
class CrackSeen:
    """``became``: noticed, missed, given away, or not reached."""

    crack: str
    what: str
    became: str
    turn: int


@dataclass(frozen=True, slots=True)
class Advice:
    """``kind`` says what sort of judgement it is, with the fact or crack that it speaks of."""

    turn: int
    kind: str
    says: str
    words: str

    @property
    def key(self) -> str:
        """What a trainer's note hangs on, wherever it stands in the list."""
        return f"{self.turn}-{self.kind}"


@dataclass(frozen=True, slots=True)
class SlippedIn:
    """An event, and the line before which it came."""

    turn: int
    minute: float
    says: str


@dataclass(frozen=True, slots=True)
class Review:
    """``kinds`` counts the forms of lines in each third; ``first_warning`` is a minute, None for never."""

    learned: tuple[Learned, ...]
    missed: tuple[Missed, ...]
    first_warning: float | None
    must_tell: dict[str, int]
    kinds: tuple[dict[str, int], ...]
    treatment: tuple[Treatment, ...]
    cracks: tuple[CrackSeen, ...]
    mistaken: tuple[str, ...]
    events: tuple[SlippedIn, ...]
    keep: tuple[Advice, ...]
    change: tuple[Advice, ...]

    @property
    def score(self) -> float:
        """The part of what could be learned that was, by weight; 1 is all."""
        return sum(each.learned for each in self.learned) / max(1, sum(each.of for each in self.learned))

    def as_json(self) -> dict[str, Any]:
        return {
            "learned": [asdict(each) for each in self.learned],
            "share": round(self.score, 3),
            "missed": [asdict(each) for each in self.missed],
            "first_warning": None if self.first_warning is None else round(self.first_warning, 1),
            "must_tell": dict(self.must_tell),
            "kinds": [dict(each) for each in self.kinds],
            "treatment": [asdict(each) for each in self.treatment],
            "cracks": [asdict(each) for each in self.cracks],
            "mistaken": list(self.mistaken),
            "events": [asdict(each) for each in self.events],
            "keep": [asdict(each) for each in self.keep],
            "change": [asdict(each) for each in self.change],
        }


def review(run: Run, hearing: Hearing) -> Review:
    """Look back over a run."""
    told = told_in_turn(run)
    missed = tuple(_missed(run, told))
    treatment = tuple(_treatment(run))
    cracks = tuple(_crack(run, each, told) for each in run.scenario.cracks)
    warnings = [turn.minute for id, turn in told.items() if run.scenario.fact(id).requirement == HOSTILITIES]
    return Review(
        learned=learned(run),
        missed=missed,
        first_warning=min(warnings, default=None),
        must_tell=_must_tell(run, hearing),
        kinds=_kinds(run.turns),
        treatment=treatment,
        cracks=cracks,
        mistaken=tuple(
            f"{fact.about}: {fact.truth}" for fact in run.scenario.facts if fact.id in told and fact.truth
        ),
        events=tuple(SlippedIn(turn.number, turn.minute, turn.event) for turn in run.turns if turn.event),
        keep=tuple(_to_keep(run, treatment, cracks))[:MOST],
        change=tuple(_to_change(run, missed, treatment, cracks))[:MOST],
    )


def told_in_turn(run: Run) -> dict[str, Turn]:
    """By each fact that came, the turn in which it did."""
    return {id: turn for turn in run.turns for id in turn.reply.released}


def learned(run: Run) -> tuple[Learned, ...]:
    """What came so far, by requirement."""
    return tuple(_learned(run, told_in_turn(run)))


def _learned(run: Run, told: dict[str, Turn]) -> Iterator[Learned]:
    for requirement in run.scenario.requirements:
        facts = [f for f in run.scenario.to_learn if f.requirement == requirement.id]
        came = [f for f in facts if f.id in told]
        yield Learned(
            requirement.id,
            requirement.title,
            sum(f.weight for f in came),
            sum(f.weight for f in facts),
            tuple(f.id for f in came if told[f.id].reply.asked_for != f.id),
            tuple(f.id for f in came if told[f.id].reply.asked_for == f.id),
        )


HURT = "the calm to answer, after what was said to him just before"
"""What kept back what he would have told otherwise."""


def _missed(run: Run, told: dict[str, Turn]) -> Iterator[Missed]:
    for fact in sorted(run.scenario.to_learn, key=lambda each: -each.weight):
        if fact.id in told:
            continue
        nearest = next((t for t in reversed(run.turns) if t.reply.withheld == fact.id), None) or next(
            (t for t in reversed(run.turns) if _of_story(run, t) == fact.topic), None
        )
        lacks = lacking(fact, nearest.reply.state) if nearest and fact.gate == "trust" else {}
        yield Missed(
            fact.id,
            fact.about,
            fact.weight,
            nearest.number if nearest else 0,
            fact.ask[0],
            ", ".join(f"{key.replace('_', ' ')} {gap:g} short" for key, gap in lacks.items())
            or (HURT if nearest and nearest.reply.withheld == fact.id else ""),
        )


def _of_story(run: Run, turn: Turn) -> str:
    """The topic of the fact that a turn asked for or brought."""
    ids = [turn.reply.asked_for, *turn.reply.released]
    return next((run.scenario.fact(id).topic for id in ids if id), "")


def _must_tell(run: Run, hearing: Hearing) -> dict[str, int]:
    """The turn in which each thing was said to him, 0 for never."""
    first: dict[str, int] = {}
    for turn in run.turns:
        first.setdefault(told_in(turn.question, turn.reply.kind, hearing), turn.number)
    return {says: first.get(cue, 0) for cue, says in MUST_TELL.items()}


def _kinds(turns: Sequence[Turn]) -> tuple[dict[str, int], ...]:
    count = len(turns)
    parts = [turns[n * count // PARTS : (n + 1) * count // PARTS] for n in range(PARTS)]
    return tuple(
        {kind: counted[kind] for kind in KINDS if counted[kind]}
        for part in parts
        for counted in [Counter(turn.reply.kind for turn in part)]
    )


def _treatment(run: Run) -> Iterator[Treatment]:
    for turn in run.turns:
        for change in turn.reply.changes:
            if (
                change.paragraph
                and change.words
                and (turn.reply.cue in TREATED or change.why.startswith(KEPT_GUIDANCE))
            ):
                kept = change.why.startswith(KEPT_GUIDANCE)
                yield Treatment(turn.number, turn.question, change.why, change.paragraph, kept)


def _crack(run: Run, crack: Crack, told: dict[str, Turn]) -> CrackSeen:
    if any(id not in told for id in crack.facts):
        return CrackSeen(crack.id, crack.what, "not reached", 0)
    both = max(told[id].number for id in crack.facts)
    for turn in run.turns[both:]:
        if turn.reply.asked_for in crack.facts:
            # Who names the one statement while he asks about the other has given it away.
            given = turn.reply.kind in SUGGESTING
            return CrackSeen(crack.id, crack.what, "given away" if given else "noticed", turn.number)
    return CrackSeen(crack.id, crack.what, "missed", both)


def _to_keep(run: Run, treatment: Sequence[Treatment], cracks: Sequence[CrackSeen]) -> Iterator[Advice]:
    for seen in cracks:
        if seen.became == "noticed":
            words = run.turns[seen.turn - 1].question
            says = "You came back to what did not fit together, and gave nothing away."
            yield Advice(seen.turn, f"crack-{seen.crack}", says, words)
    rich = sorted(run.turns, key=lambda turn: -_brought(run, turn))
    for turn in rich[:2]:
        if turn.reply.kind == "open" and len(turn.reply.released) > 1:
            count = len(turn.reply.released)
            says = f"An open question brought {count} things at once."
            yield Advice(turn.number, "open", says, turn.question)
    for each in treatment:
        if each.kept:
            yield Advice(each.turn, "treatment", f"{each.what} ({each.paragraph}).", each.words)
    for turn in rich:
        if turn.reply.released and turn.reply.kind in ("probe", "closed"):
            about = run.scenario.fact(turn.reply.released[0]).about
            yield Advice(turn.number, "probe", f"A pertinent question brought out: {about}.", turn.question)


def _to_change(
    run: Run, missed: Sequence[Missed], treatment: Sequence[Treatment], cracks: Sequence[CrackSeen]
) -> Iterator[Advice]:
    for each in treatment:
        if not each.kept:
            yield Advice(each.turn, "treatment", f"{each.what} ({each.paragraph}).", each.words)
    for gone in missed[:2]:
        if gone.turn:
            why = f" He lacked: {gone.lacking}." if gone.lacking else ""
            says = f"Near to something that never came ({gone.about}).{why} One way to it: “{gone.question}”"
            yield Advice(gone.turn, f"missed-{gone.fact}", says, run.turns[gone.turn - 1].question)
    for turn in run.turns:
        if turn.reply.yielded:
            says = "He agreed to what you suggested: that is your statement, not his. Ask it openly."
            yield Advice(turn.number, "yielded", says, turn.question)
    for seen in cracks:
        if seen.became in ("missed", "given away"):
            how = "went by unasked" if seen.became == "missed" else "was given away by the question"
            says = f"What did not fit together {how}: {seen.what}"
            yield Advice(seen.turn, f"crack-{seen.crack}", says, run.turns[seen.turn - 1].question)
    for turn in run.turns:
        if turn.reply.kind == "compound":
            says = "Several questions at once: he answers the easiest."
            yield Advice(turn.number, "compound", says, turn.question)
    for gone in missed:
        if not gone.turn:
            says = f"Never touched: {gone.about}. One way to it: “{gone.question}”"
            yield Advice(0, f"missed-{gone.fact}", says, "")


def _brought(run: Run, turn: Turn) -> int:
    return sum(run.scenario.fact(id).weight for id in turn.reply.released)
