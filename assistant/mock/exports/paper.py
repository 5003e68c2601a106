"""A reviewed run as it stands on paper, for Word and PDF alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.mock.comparing import Point, TwoStories
from assistant.mock.judging import agreement
from assistant.mock.kept import KeptRun
from assistant.mock.reviewing import Advice, Review
from assistant.mock.running import Run
from assistant.paper import one_line

PARTS = ("Beginning", "Middle", "End")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All of a run that is looked back over."""

    title: str
    kept: KeptRun
    run: Run
    review: Review
    stories: TwoStories | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """``says`` is a judgement, ``quote`` words of the run, ``override`` the trainer's note, "" for none."""

    says: str
    quote: str = ""
    override: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    lead: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]


def on_paper(reviewed: Reviewed) -> Paper:
    """The review as printed. All texts are storable and on one line."""
    kept, run, review = reviewed.kept, reviewed.run, reviewed.review
    stands, of = agreement(run, review, kept.overrides)
    groups = (
        ("To keep", _advice("keep", review.keep)),
        ("To change", _advice("change", review.change)),
        ("What was learned", _learned(run, review)),
        ("What was missed", _missed(review)),
        ("What he must be told or asked", _told(review)),
        ("How he was treated", _treatment(review)),
        ("The forms of the questions", _kinds(review)),
        ("What did not fit together", _cracks(review)),
        ("What he was mistaken about", _mistaken(review)),
        *_two_stories(reviewed.stories),
        ("What was slipped in", _slipped_in(review)),
        ("What was said", _talk(reviewed)),
    )
    return Paper(
        one_line(reviewed.title),
        f"{one_line(kept.trainee)}, {len(run.turns)} lines in {kept.minutes:.0f} minutes, seed {kept.seed}. "
        f"Learned: {review.score:.0%} by weight. Agreement with the automatic coding: {stands} of {of}.",
        tuple(
            (heading, tuple(_with_override(id, entry, kept) for id, entry in entries))
            for heading, entries in groups
        ),
    )


Named = Iterator[tuple[str, Entry]]


def _with_override(id: str, entry: Entry, kept: KeptRun) -> Entry:
    return Entry(one_line(entry.says), one_line(entry.quote), one_line(kept.overrides.get(id, "")))


def _at(turn: int) -> str:
    return f"Line {turn}: " if turn else ""


def _advice(name: str, advice: tuple[Advice, ...]) -> Named:
    for each in advice:
        yield f"{name}/{each.key}", Entry(f"{_at(each.turn)}{each.says}", each.words)


def _learned(run: Run, review: Review) -> Named:
    for each in review.learned:
        about = [
            f"{how} {'; '.join(run.scenario.fact(id).about for id in ids)}."
            for how, ids in (("Volunteered:", each.volunteered), ("Drawn out:", each.drawn_out))
            if ids
        ]
        says = " ".join([f"{each.title}: {each.learned} of {each.of}.", *about])
        yield f"learned/{each.requirement}", Entry(says)


def _missed(review: Review) -> Named:
    for each in review.missed:
        lacks = f" He lacked: {each.lacking}." if each.lacking else ""
        yield (
            f"missed/{each.fact}",
            Entry(f"{_at(each.turn)}{each.about}.{lacks} One way to ask: “{each.question}”"),
        )


def _told(review: Review) -> Named:
    warning = "never" if review.first_warning is None else f"minute {review.first_warning:.0f}"
    yield "warning/first", Entry(f"First word of hostilities: {warning}.")
    for place, (says, turn) in enumerate(review.must_tell.items()):
        yield f"told/{place}", Entry(f"{says}: {f'line {turn}' if turn else 'never'}.")


def _treatment(review: Review) -> Named:
    for place, each in enumerate(review.treatment):
        how = "kept" if each.kept else "missed"
        yield (
            f"treatment/{place}",
            Entry(f"{_at(each.turn)}{each.what}, {how} ({each.paragraph})", each.words),
        )


def _kinds(review: Review) -> Named:
    for part, counted in zip(PARTS, review.kinds, strict=False):
        forms = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in counted.items())
        yield "", Entry(f"{part}: {forms}.")


def _cracks(review: Review) -> Named:
    for each in review.cracks:
        yield f"crack/{each.crack}", Entry(f"{_at(each.turn)}{each.what} {each.became.capitalize()}.")


def _mistaken(review: Review) -> Named:
    for place, says in enumerate(review.mistaken):
        yield f"mistaken/{place}", Entry(says)


def _two_stories(found: TwoStories | None) -> Iterator[tuple[str, Named]]:
    if found is None:
        return
    names = found.own, found.other
    yield f"The two stories: told to you by both, {names[0]} and {names[1]}", _side_by_side(found)
    for heading, points in (
        ("The two stories: differences told in one session only", found.in_one),
        ("The two stories: differences told in neither", found.in_none),
    ):
        if points:
            yield heading, (("", Entry(f"{each.about}. {each.what}{_who(each, *names)}")) for each in points)


def _side_by_side(found: TwoStories) -> Named:
    for point in found.told_by_both:
        mark = "Differs" if point.differs else "Only sounds different"
        yield "", Entry(f"{mark}: {point.about}. {point.what}")
        for name, telling in ((found.own, point.own), (found.other, point.other)):
            if telling:
                yield "", Entry(f"{name}, line {telling.turn}:", telling.words)


def _who(point: Point, own: str, other: str) -> str:
    return f" Told by {own}." if point.own else f" Told by {other}." if point.other else ""


def _slipped_in(review: Review) -> Named:
    for each in review.events:
        yield "", Entry(f"Before line {each.turn}, minute {each.minute:.0f}: {each.says}")


def _talk(reviewed: Reviewed) -> Named:
    run = reviewed.run
    yield "", Entry(f"{run.scenario.name}: {run.scenario.opening}")
    for turn in run.turns:
        if turn.event:
            yield "", Entry(turn.event)
        kind = turn.reply.kind.replace("_", " ")
        who = f"{turn.number}. {reviewed.kept.trainee} ({kind})"
        yield f"kind/{turn.number}", Entry(f"{who}: {turn.question}")
        yield "", Entry(f"{run.scenario.name}: {turn.shown}")
