"""The review's single judgements, by which a trainer may judge otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.mock.reviewing import Review
from assistant.mock.running import Run


def judgements(run: Run, review: Review) -> tuple[str, ...]:
    """The id of each judgement, as the page and the exports name it."""
    return (
        *(f"keep/{each.key}" for each in review.keep),
        *(f"change/{each.key}" for each in review.change),
        *(f"learned/{each.requirement}" for each in review.learned),
        *(f"missed/{each.fact}" for each in review.missed),
        "warning/first",
        *(f"told/{place}" for place, _ in enumerate(review.must_tell)),
        *(f"treatment/{place}" for place, _ in enumerate(review.treatment)),
        *(f"crack/{each.crack}" for each in review.cracks),
        *(f"mistaken/{place}" for place, _ in enumerate(review.mistaken)),
        *(f"kind/{turn.number}" for turn in run.turns),
    )


def agreement(run: Run, review: Review, overrides: Collection[str]) -> tuple[int, int]:
    """How many judgements the trainer lets stand, and how many there are."""
    every = judgements(run, review)
    return sum(each not in overrides for each in every), len(every)


def by_what_they_judge(overrides: Mapping[str, str], review: Review) -> dict[str, str]:
    """The trainer's notes as they hang now: formerly it was on a place among things to keep or to change."""
    now = {f"keep/{place}": f"keep/{each.key}" for place, each in enumerate(review.keep)}
    now |= {f"change/{place}": f"change/{each.key}" for place, each in enumerate(review.change)}
    return {now.get(key, key): note for key, note in overrides.items()}
