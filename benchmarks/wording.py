"""Measure the wording check on labelled questions, fault by fault, beside a keyword baseline.

    .venv/bin/python benchmarks/wording.py [--set FILE]

A question counts as right for a fault when the kind is among its labels and the check names it, wherever in
the question it stands. The baseline has one line of keywords for each kind. Every question is checked once
before the time is taken, as patterns are compiled when first needed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from assistant.wording import FaultKind, check

DEVELOPMENT = Path(__file__).parent / "wording" / "development.jsonl"

KEYWORDS: dict[str, str] = {
    "leading": r"n't (?:you|he|she|it|they)\b|\bright\?|\bsurely\b|\bobviously\b|must have",
    "compound": r"\?.*\?|\band (?:who|what|when|where|why|how)\b",
    "forced_choice": r"\bor\b",
    "presupposition": r"^why did you\b|^when did you stop\b|\bagain\b",
    "suggestive": r"\bfor example\b|\bperhaps\b|\bsay\?|\babout \w+ (?:men|tons)",
    "loaded": r"\b(?:betray\w*|traitors?|crimes?|admit|confess|lied|regime|henchmen)\b",
    "cynical": r"\b(?:conscience|stupid|worth|whisky|girls)\b",
    "coercive": r"\bif you (?:don't|do not)\b|\buntil you\b|\bsend you back\b",
    "promise": r"\bpromise\b|\basylum\b|\bvisa\b|\bwe will\b|\bnobody will\b",
    "negative": r"\bnot\b.*\b(?:not|never|no|un\w+)\b",
    "vague": r"\boften\b|\bwhat about\b|\bthings\b|\brecently\b|\busual\b|\bmuch\b",
    "jargon": r"\b[A-Z]{3,}\b|\btradecraft\b",
    "complex": r"(?:\S+\s+){30}",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and the kinds of fault that its labeller saw in it."""

    question: str
    kinds: frozenset[str]


Checker = Callable[[str], frozenset[str]]


def by_rules(question: str) -> frozenset[str]:
    return frozenset(check(question).kinds)


def by_keywords(question: str) -> frozenset[str]:
    return frozenset(
        kind
        for kind, words in KEYWORDS.items()
        if re.search(words, question, 0 if kind == "jargon" else re.IGNORECASE)
    )


def read_labelled(path: Path) -> list[Labelled]:
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Labelled(line["q"], frozenset(line["faults"])) for line in lines]


def row(kind: str, labelled: Sequence[Labelled], found: Sequence[frozenset[str]]) -> str:
    """Support, precision, recall and F1 of one kind; a dash where nothing was found or labelled."""
    support = sum(kind in each.kinds for each in labelled)
    named = sum(kind in kinds for kinds in found)
    both = sum(kind in each.kinds and kind in kinds for each, kinds in zip(labelled, found, strict=True))
    precision, recall, f1 = ratio(both, named), ratio(both, support), ratio(2 * both, named + support)
    return f"| {kind} | {support} | {precision} | {recall} | {f1} |"


def ratio(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def report(name: str, checker: Checker, labelled: Sequence[Labelled]) -> list[str]:
    found = [checker(each.question) for each in labelled]
    start = time.process_time()
    for each in labelled:
        checker(each.question)
    seconds = time.process_time() - start
    good = [kinds for each, kinds in zip(labelled, found, strict=True) if not each.kinds]
    exact = sum(each.kinds == kinds for each, kinds in zip(labelled, found, strict=True))
    return [
        f"{name}: {len(labelled)} questions",
        "",
        "| fault | support | precision | recall | F1 |",
        "|---|---|---|---|---|",
        *(row(kind, labelled, found) for kind in get_args(FaultKind)),
        "",
        f"Good questions left alone: {sum(not kinds for kinds in good)} of {len(good)}. "
        f"All labels right: {ratio(exact, len(labelled))}. "
        f"Questions a second of processor time: {len(labelled) / seconds:,.0f}.",
        "",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", type=Path, default=DEVELOPMENT, help="labelled questions, JSON lines")
    labelled = read_labelled(parser.parse_args().set)
    for name, checker in (("debrief", by_rules), ("keyword baseline", by_keywords)):
        sys.stdout.write("\n".join(report(name, checker, labelled)) + "\n")


if __name__ == "__main__":
    main()
