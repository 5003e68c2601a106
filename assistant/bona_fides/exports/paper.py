"""What was found, as it stands on paper, for every printed format alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Claim
from assistant.bona_fides.exports.characters import one_line
from assistant.bona_fides.exports.dates import day, days_between, interval
from assistant.bona_fides.finding import Finding, Quote, Tier
from assistant.bona_fides.settling import Settled
from assistant.transcripts import Transcript

TITLE = "Points to clarify"
ABOUT = (
    "This paper lists what to ask the subject next. It puts statements side by side that do not seem to fit "
    "together, and does not judge whether anybody is truthful: both may be right, memory errs, and words are "
    "misheard, mistranslated or taken down wrongly. What is not listed here has not been confirmed.",
    "Bona fides is to be established as expeditiously as possible (DCID-4/2#6.b.3.b), by a careful check of "
    "the story against all other sources (MI5-1948#VIII.3). He may embroider, and whoever uses what he said "
    "may wrongly hold later material for incorrect because it does not agree with it (MI5-1948#VII.5).",
)
NOTHING_READ = "No session has been read yet."
NOTHING_FOUND = (
    "Nothing calls for a question. That is not a confirmation: only what was read has been compared, and a "
    "program overlooks things."
)
NO_CLAIMS = "No statements of the subject were read."

IN_TIER: dict[Tier, tuple[str, str]] = {
    "clarify": ("Points to clarify", "Surest first. Read him the question, not the other statement."),
    "look": ("Worth a look", "Less sure: read both places before you ask."),
    "corrected": (
        "Corrected by himself",
        "He mended it unasked. Nothing to ask, unless the correction puzzles.",
    ),
    "contamination": (
        "First said by the interviewer",
        "A detail that a question brought in and that he told later. It cannot count as his own knowledge.",
    ),
}
_RULED_LINES: dict[Tier, int] = {"clarify": 4, "look": 3, "corrected": 0, "contamination": 2}
_NOBODY = "not said"
"""Of whom a statement is that names nobody."""
_NO_TOPIC = "Other matters"
_OUTCOMES = {"dismissed": "Dismissed", "explained": "Explained"}


@dataclass(frozen=True, slots=True)
class Session:
    """One file: when it was, who spoke ("Novotny (subject), Hale (interviewer)"), and what to know of it."""

    number: int
    file: str
    date: str
    speakers: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Words with where they stand: file, place, speaker and date."""

    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as printed. ``lines`` are to be ruled for the answer; ``outcome`` is "" while it is open."""

    number: str
    rule: str
    first: Said
    second: Said
    why: str
    innocent: tuple[str, ...]
    question: str
    between: str
    lines: int
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one tier, under their heading."""

    heading: str
    lead: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a row of a table; ``marks`` says "denied", "not sure" and the like."""

    session: str
    place: str
    says: str
    words: str
    when: str
    marks: str


@dataclass(frozen=True, slots=True)
class Topic:
    """All claims of one topic, by session."""

    heading: str
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole as printed. ``gone`` are notes on points that these files no longer show."""

    summary: str
    sessions: tuple[Session, ...]
    groups: tuple[Group, ...]
    settled: tuple[Point, ...]
    gone: tuple[str, ...]
    topics: tuple[Topic, ...]


def on_paper(checked: Checked, settled: Mapping[str, Settled]) -> Paper:
    """What was found, as printed. All texts are storable and on one line."""
    open_ = [finding for finding in checked.findings if finding.id not in settled]
    numbers = {
        finding.id: str(number) for number, finding in enumerate(in_order(checked.findings, settled), 1)
    }
    groups = []
    for tier, (heading, lead) in IN_TIER.items():
        points = tuple(_point(finding, numbers) for finding in open_ if finding.tier == tier)
        if points:
            groups.append(Group(heading, lead, points))
    done = tuple(
        replace(
            _point(finding, numbers),
            lines=0,
            outcome=_OUTCOMES[settled[finding.id].outcome],
            note=one_line(settled[finding.id].note),
        )
        for finding in checked.findings
        if finding.id in settled
    )
    return Paper(
        summary=_summary(groups, len(done)),
        sessions=tuple(_sessions(checked.transcripts)),
        groups=tuple(groups),
        settled=done,
        gone=tuple(_gone(checked, settled)),
        topics=_topics(checked),
    )


def in_order(findings: Iterable[Finding], settled: Mapping[str, Settled]) -> list[Finding]:
    """By tier, settled ones last, otherwise as they came."""
    tiers = list(IN_TIER)
    return sorted(findings, key=lambda finding: (finding.id in settled, tiers.index(finding.tier)))


def by_date(transcripts: Iterable[Transcript]) -> list[Transcript]:
    """In order of time, those without a date last."""
    return sorted(transcripts, key=lambda each: (each.date is None, each.date or date.min))


def _summary(groups: Iterable[Group], settled: int) -> str:
    counts = [f"{group.heading.lower()}: {len(group.points)}" for group in groups]
    counts += [f"settled: {settled}"] if settled else []
    return f"{'; '.join(counts)}.".capitalize() if counts else ""


def _sessions(transcripts: Iterable[Transcript]) -> Iterable[Session]:
    for number, transcript in enumerate(by_date(transcripts), start=1):
        remarks = [one_line(remark) for remark in transcript.remarks]
        unread = sum(each.why != "header" for each in transcript.unread)
        if unread:
            remarks.append(
                f"{unread} passage{'' if unread == 1 else 's'} of this file could not be read as speech."
            )
        speakers = [f"{one_line(name) or '?'} ({role})" for name, role in transcript.speakers.items()]
        yield Session(
            number=number,
            file=one_line(transcript.file),
            date=day(transcript.date) if transcript.date else "date not known",
            speakers=", ".join(speakers) or "nobody",
            remarks=tuple(filter(None, remarks)),
        )


def _point(finding: Finding, numbers: Mapping[str, str]) -> Point:
    return Point(
        number=numbers[finding.id],
        rule=_rule(finding),
        first=_said(finding.first),
        second=_said(finding.second),
        why=one_line(finding.why) or "These two do not seem to fit together.",
        innocent=tuple(filter(None, map(one_line, finding.innocent))),
        question=one_line(finding.question),
        between="" if finding.days is None else days_between(finding.days),
        lines=_RULED_LINES[finding.tier],
    )


def _rule(finding: Finding) -> str:
    """The rule's name in words, and whether the point concerns the subject himself."""
    rule = one_line(finding.rule.replace("_", " ")).capitalize()
    return " · ".join(filter(None, (rule, "who he is and what he did" if finding.central else "")))


def _said(quote: Quote) -> Said:
    when = day(quote.date) if quote.date else ""
    parts = [one_line(part) for part in (quote.speaker, quote.file, quote.place)]
    if not quote.turn:
        parts = ["From the case file", *dict.fromkeys(parts)]
    return Said(one_line(quote.words), ", ".join(filter(None, (*parts, when))))


def _gone(checked: Checked, settled: Mapping[str, Settled]) -> Iterable[str]:
    found = {finding.id for finding in checked.findings}
    for id, said in settled.items():
        if id not in found and one_line(said.note):
            yield f"{_OUTCOMES[said.outcome]}: {one_line(said.note)}"


def _topics(checked: Checked) -> tuple[Topic, ...]:
    """Topics in order of their first claim; within each by session, then as he told it."""
    place = {each.file: number for number, each in enumerate(by_date(checked.transcripts), start=1)}
    last = len(place) + 1
    topics: dict[str, list[Claim]] = {}
    for claim in sorted(checked.claims, key=lambda each: (place.get(each.file, last), each.turn)):
        topics.setdefault(one_line(claim.topic) or _NO_TOPIC, []).append(claim)
    return tuple(
        Topic(heading[:1].upper() + heading[1:], tuple(_told(claim, place) for claim in claims))
        for heading, claims in topics.items()
    )


def _told(claim: Claim, place: Mapping[str, int]) -> Told:
    return Told(
        session=str(place.get(claim.file, "")) or one_line(claim.file),
        place=one_line(claim.place),
        says=stated(claim),
        words=one_line(claim.words),
        when=interval(claim.when) if claim.when else "",
        marks=", ".join(marks(claim)),
    )


def stated(claim: Claim) -> str:
    """What he says, with of whom where that is another and the statement does not name him."""
    says = one_line(claim.says) or one_line(claim.words)
    who = one_line(claim.who)
    return says if who in ("I", "", _NOBODY) or who.lower() in says.lower() else f"{who}: {says}"


def marks(claim: Claim) -> Sequence[str]:
    """What is to be known of a claim besides its words."""
    known = (
        (claim.denied, "denied"),
        (claim.hedged, "not sure"),
        (claim.supplied, "first said by the interviewer"),
        (claim.resolved, "person taken from the context"),
    )
    return [words for holds, words in known if holds]
