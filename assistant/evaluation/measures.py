"""What is measured: ranks of the right paragraph, and whether silence is kept when it should be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranks:
    """Shares between 0 and 1 over ``count`` questions that have an answer."""

    hit_at_1: float
    hit_at_5: float
    mrr: float
    count: int


def ranks(orders: Sequence[tuple[Sequence[str], Collection[str]]]) -> Ranks:
    """Measure rankings, each with the ids that are right. A right id that is missing counts as 0."""
    reciprocal = []
    for order, right in orders:
        places = [place for place, id in enumerate(order, start=1) if id in right]
        reciprocal.append(1 / places[0] if places else 0.0)
    count = len(reciprocal) or 1
    return Ranks(
        hit_at_1=sum(each == 1 for each in reciprocal) / count,
        hit_at_5=sum(each >= 1 / 5 for each in reciprocal) / count,
        mrr=sum(reciprocal) / count,
        count=len(reciprocal),
    )


@dataclass(frozen=True, slots=True)
class Abstention:
    """Of saying "not in these documents": precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def abstention(pairs: Sequence[tuple[bool, bool]]) -> Abstention:
    """Measure from pairs (abstained, should have)."""
    both = sum(did and should for did, should in pairs)
    did = sum(did for did, _ in pairs)
    should = sum(should for _, should in pairs)
    precision = both / did if did else 0.0
    recall = both / should if should else 0.0
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    return Abstention(precision, recall, f1)


def average_precision(order: Sequence[str], right: Collection[str], cut: int = 10) -> float:
    """Precision at each right id among the first ``cut``, averaged over min(right ids, cut)."""
    hits, total = 0, 0.0
    for place, id in enumerate(order[:cut], start=1):
        if id in right:
            hits += 1
            total += hits / place
    return total / min(len(right), cut) if right else 0.0


def recall(order: Sequence[str], right: Collection[str], cut: int = 10) -> float:
    """The share of the right ids that are among the first ``cut``."""
    return len(set(order[:cut]) & set(right)) / len(right) if right else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie; nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
