"""Whether the documents answer a question: judged from what search brought up, by a logistic model.

Similarity alone tells off-topic questions from others but not near misses (a question about defectors that
no paragraph answers), so it is joined with how much of the question's own wording the passages cover and
with how near the question is to something the documents are known not to say. The weights are fitted
by ``benchmarks/fit_verdict.py`` on the development questions and on the editors' own lay questions and
silences, each left out of the index in turn; never on the held-out questions.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from functools import lru_cache

from assistant.knowledge import Found, Library, stems
from assistant.policy.inquiry import Inquiry


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for or against an answer. All between 0 and 1 but ``silence`` (-1 to 1)."""

    similarity: float
    """Cosine of the question and the nearest entry."""
    second: float
    """The same for the third-best paragraph: a subject that is treated at length has neighbours."""
    silence: float
    """Cosine to the nearest known silence, less ``similarity``."""
    silent_share: float
    """Share of known silences among the ten nearest entries."""
    statement: float
    """Cosine of the question and the nearest duty, definition or fact: does anything say it outright?"""
    coverage: float
    """Share of the question's content words, by rarity, that the best passages or their notes use."""
    strange: float
    """Share of the question's content words that no document and no note uses."""


WEIGHTS = Signs(
    similarity=-1.29,
    second=1.58,
    silence=-9.83,
    silent_share=-2.84,
    statement=0.29,
    coverage=1.05,
    strange=-1.53,
)
BIAS = 0.85

WEIGHTS_OF_WORDS = Signs(0, 0, 0, 0, 0, coverage=2.43, strange=-1.37)
BIAS_OF_WORDS = -1.54
"""The same while words answer alone."""

ANSWERED = 0.46
"""Probability from which a question counts as answered."""

ANSWERED_BY_WORDS = 0.3
"""The same while words answer alone: they miss more, so they are quicker to show what they found."""

UNSURE = 0.56
"""Below this an answer is given as partial: what was found may be beside the point."""

DOUBTFUL = 0.3
"""From here on a question counts as answered in part when it comes close to what is there and no closer to
what is known to be missing: the reader sees the paragraph, and what it does not say."""

CLOSE_ENOUGH = 0.55
NO_CLOSER_TO_SILENCE = 0.08

FLOOR = 0.41
"""No question of the development sets that is answered comes less near to anything than this."""


def doubtful(signs: Signs, chance: float) -> bool:
    """Whether a question that rather is not answered still deserves to see what comes close."""
    return (
        DOUBTFUL <= chance < ANSWERED
        and signs.similarity >= CLOSE_ENOUGH
        and signs.silence <= NO_CLOSER_TO_SILENCE
    )


def probability(signs: Signs, by: str) -> float:
    """The chance that the documents answer, between 0 and 1; ``by`` is what search went by."""
    if by != "words" and signs.similarity < FLOOR:
        return 0.0
    weights, bias = (WEIGHTS_OF_WORDS, BIAS_OF_WORDS) if by == "words" else (WEIGHTS, BIAS)
    total = bias + sum(w * s for w, s in zip(astuple(weights), astuple(signs), strict=True))
    return 1 / (1 + math.exp(-total))


def signs(inquiry: Inquiry, found: Found, library: Library) -> Signs:
    """Read the signs off what was found."""
    passages = found.passages
    if not passages:
        return Signs(0, 0, 0, 0, 0, 0, 1)
    asked = set(stems(inquiry.whole))
    rarity = _rarity(library)
    weight = {stem: rarity.get(stem, math.log(len(rarity) + 1)) for stem in asked}
    whole = sum(weight.values()) or 1.0

    def covered(ids: list[str]) -> float:
        known = set().union(*(_stems_of(library, id) for id in ids))
        return sum(weight[stem] for stem in asked & known) / whole

    similarity = max(passage.similarity for passage in passages)
    ranked = sorted((p.similarity for p in passages), reverse=True)
    return Signs(
        similarity=similarity,
        second=ranked[min(2, len(ranked) - 1)],
        silence=(found.silence[1] if found.silence else 0.0) - similarity,
        silent_share=found.silent_share,
        statement=max(
            (s for p in passages for s, entry in p.entries if entry.kind in ("duty", "definition", "fact")),
            default=0.0,
        ),
        coverage=covered([passage.paragraph.id for passage in passages[:3]]),
        strange=sum(weight[stem] for stem in asked if stem not in rarity) / whole,
    )


@lru_cache(maxsize=4)
def _rarity(library: Library) -> dict[str, float]:
    """For each stem in use, the log of how rare it is among paragraphs."""
    paragraphs = list(library.paragraphs)
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        for stem in _stems_of(library, paragraph.id):
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: math.log((len(paragraphs) + 1) / count) for stem, count in counts.items()}


@lru_cache(maxsize=20_000)
def _stems_of(library: Library, id: str) -> frozenset[str]:
    paragraph = library.paragraph(id)
    texts = [paragraph.text, *paragraph.headings, paragraph.lead_in]
    note = library.notes.get(id)
    if note:
        texts += [note.gist, *note.questions, *note.situations, *(duty.says for duty in note.duties)]
        texts += [fact.says for fact in note.facts] + [each.says for each in note.definitions]
    return frozenset(stem for text in texts for stem in stems(text))
