"""Measure the check of transcripts on labelled cases, beside the obvious alternative.

A case is a folder of sessions with ``labels.yaml``: conflicts and decoys, each with two quotations. A
finding is right when
its two turns are those of a conflict; where a label quotes the question and the finding the short answer to
it,
the turn next to it counts. The baseline takes all pairs of sentences of the subject that are near by
MiniLM's measure
(cosine 0.5 or more) and of which one has a negation.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from assistant.bona_fides import Checked, Finding, check, read_case_file
from assistant.errors import NotFound
from assistant.evaluation.baseline import minilm
from assistant.transcripts import Transcript, read_transcript

CASES = Path(__file__).resolve().parents[2] / "benchmarks" / "transcripts"

Place = tuple[str, int]
"""File and number of turn; the case file's facts have turn 0."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A conflict or decoy with the turns of its quotations."""

    id: str
    kind: str
    tier: str
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class LabelledCase:
    name: str
    transcripts: tuple[Transcript, ...]
    case_file: str
    conflicts: tuple[Labelled, ...]
    decoys: tuple[Labelled, ...]


@dataclass
class Measured:
    """Counts over cases. ``missed`` and ``extra`` name what to look at."""

    conflicts: int = 0
    sure: int = 0
    found_sure: int = 0
    found_any: int = 0
    clarify: int = 0
    clarify_right: int = 0
    look: int = 0
    look_right: int = 0
    decoys: int = 0
    decoys_clarify: int = 0
    decoys_any: int = 0
    seconds: float = 0.0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the first tier."""
        return self.clarify_right / max(1, self.clarify)

    @property
    def recall(self) -> float:
        """Of the conflicts that a careful reader is sure of, found in the first tier."""
        return self.found_sure / max(1, self.sure)


def read_case(folder: Path) -> LabelledCase:
    """Read a case's sessions and labels."""
    labels = yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))
    transcripts = []
    for session in labels["sessions"]:
        read = read_transcript((folder / session["file"]).read_bytes(), session["file"], session["date"])
        subject = session.get("subject", labels.get("subject"))
        transcripts.append(read.with_roles({subject: "subject"}) if subject in read.speakers else read)
    by_file = {transcript.file: transcript for transcript in transcripts}
    case_file = folder / labels["case_file"] if labels.get("case_file") else None
    return LabelledCase(
        folder.name,
        tuple(transcripts),
        case_file.read_text(encoding="utf-8") if case_file else "",
        tuple(_labelled(row, by_file) for row in labels["conflicts"]),
        tuple(_labelled(row, by_file) for row in labels["decoys"]),
    )


def _labelled(row: dict[str, Any], by_file: dict[str, Transcript]) -> Labelled:
    first, second = (_place(row.get(side) or row["first"], by_file) for side in ("first", "second"))
    return Labelled(row["id"], row["kind"], row.get("tier", ""), first, second)


def _place(quoted: dict[str, str], by_file: dict[str, Transcript]) -> Place:
    file, wanted = quoted["file"], _plain(quoted["quote"])
    if file in by_file:
        for turn in by_file[file].turns:
            if wanted in _plain(turn.text):
                return file, turn.number
        return file, -1
    return "case file", 0


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def measure(cases: Sequence[LabelledCase]) -> Measured:
    """Check every case and count."""
    total = Measured()
    for case in cases:
        started = time.perf_counter()
        checked = check(case.transcripts, read_case_file(case.case_file))
        total.seconds += time.perf_counter() - started
        _count(case, checked, total)
    return total


def _count(case: LabelledCase, checked: Checked, total: Measured) -> None:
    total.conflicts += len(case.conflicts)
    total.decoys += len(case.decoys)
    right: set[str] = set()
    for label in case.conflicts:
        hits = [finding for finding in checked.findings if _matches(finding, label)]
        right |= {finding.id for finding in hits}
        tiers = {"clarify" if finding.tier == "clarify" else "any" for finding in hits}
        total.found_any += bool(hits)
        if label.tier == "clarify":
            total.sure += 1
            total.found_sure += "clarify" in tiers
        if not hits:
            total.missed.append(f"{case.name} {label.id} {label.kind} {label.tier}")
    for finding in checked.findings:
        if finding.tier == "clarify":
            total.clarify += 1
            total.clarify_right += finding.id in right
        elif finding.tier in ("look", "contamination"):
            total.look += 1
            total.look_right += finding.id in right
        if finding.id not in right and finding.tier != "corrected":
            total.extra.append(f"{case.name} {_line(finding)}")
    for label in case.decoys:
        hits = [
            f for f in checked.findings if f.tier != "corrected" and _matches(f, label) and f.id not in right
        ]
        total.decoys_any += bool(hits)
        total.decoys_clarify += any(finding.tier == "clarify" for finding in hits)


def _line(finding: Finding) -> str:
    return f"[{finding.tier}] {finding.rule}: {finding.first.words} || {finding.second.words}"


def _matches(finding: Finding, label: Labelled) -> bool:
    places = ((finding.first.file, finding.first.turn), (finding.second.file, finding.second.turn))
    return any(
        _near(one, label.first) and _near(other, label.second) for one, other in (places, places[::-1])
    )


def _near(found: Place, labelled: Place) -> bool:
    return found[0] == labelled[0] and (labelled[1] == found[1] or labelled[1] == found[1] - 1)


NEAR = 0.5
_NEGATES = re.compile(r"\b(?:no|not|never|nobody|none|nothing|nor|cannot)\b|n't\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def measure_baseline(cases: Sequence[LabelledCase]) -> Measured:
    """The same counts for pairs of near sentences of which one negates: all of them are of the first tier."""
    total, model = Measured(), minilm()
    for case in cases:
        started = time.perf_counter()
        said = [
            ((transcript.file, turn.number), sentence)
            for transcript in case.transcripts
            for turn in transcript.turns
            if turn.role == "subject"
            for sentence in _SENTENCE.split(turn.text)
        ]
        vectors = model.encode([sentence for _, sentence in said])
        near = vectors @ vectors.T
        pairs = {
            frozenset((said[one][0], said[other][0]))
            for one, other in combinations(range(len(said)), 2)
            if near[one, other] >= NEAR
            and said[one][0] != said[other][0]
            and bool(_NEGATES.search(said[one][1])) != bool(_NEGATES.search(said[other][1]))
        }
        total.seconds += time.perf_counter() - started
        total.clarify += len(pairs)
        total.clarify_right += sum(any(_is(pair, label) for label in case.conflicts) for pair in pairs)
        for label in case.conflicts:
            hit = any(_is(pair, label) for pair in pairs)
            total.conflicts, total.found_any = total.conflicts + 1, total.found_any + hit
            if label.tier == "clarify":
                total.sure, total.found_sure = total.sure + 1, total.found_sure + hit
        total.decoys += len(case.decoys)
        total.decoys_clarify += sum(any(_is(pair, label) for pair in pairs) for label in case.decoys)
    total.decoys_any = total.decoys_clarify
    return total


def _is(pair: frozenset[Place], label: Labelled) -> bool:
    one, other = tuple(pair)
    return any(_near(a, label.first) and _near(b, label.second) for a, b in ((one, other), (other, one)))


def evaluate_transcripts(names: Sequence[str]) -> str:
    """A table for each set of cases: what is found, what is flagged wrongly, and the time, beside the
    baseline."""
    lines = []
    for name in names:
        cases = [read_case(folder) for folder in folders(name)]
        lines += [
            f"{name}: {len(cases)} cases",
            "",
            "| system | precision | recall | found in any tier | decoys flagged, first tier / any | "
            "seconds |",
            "|---|---|---|---|---|---|",
        ]
        for system, m in (("debrief", measure(cases)), ("baseline", measure_baseline(cases))):
            lines.append(
                f"| {system} | {m.precision:.2f} ({m.clarify_right} of {m.clarify}) | {m.recall:.2f} "
                f"({m.found_sure} of {m.sure}) | {m.found_any} of {m.conflicts} | "
                f"{m.decoys_clarify} / {m.decoys_any} of {m.decoys} | {m.seconds:.1f} |"
            )
        lines.append("")
    return "\n".join(lines)


def folders(name: str) -> Iterator[Path]:
    """The folders of one set: "development" or "held_out".

    Raises:
        NotFound: there is no such set.
    """
    if not (CASES / name).is_dir():
        raise NotFound("There is no such set of cases. Give development or held_out.")
    return (path for path in sorted((CASES / name).iterdir()) if (path / "labels.yaml").is_file())
