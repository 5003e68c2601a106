"""Whether two interview questions ask the same, so that one answer serves both askers.

Near in meaning, the same sort of answer wanted, and no words that exclude one another (before / after, your
chief / your deputy). Nearness alone joins what must not be joined, and a wrong join loses a question, while a
missed one only costs a minute: the measure is strict. ``benchmarks/joining.py`` shows what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language import Vectors
from assistant.questionnaires.plan import KINDS, Question

JOINED = 0.8
"""Cosine from which questions of two agencies become one."""

ALIKE = 0.7
"""Cosine from which two questions are shown side by side, for the officer to join if they are the same."""

ASKED = 0.72
"""The same for a question put in a former session: people ask a printed question in their own words."""

_RIVALS = tuple(
    frozenset(group.split())
    for group in (
        "before after since during",
        "first last next second third",
        "chief deputy subordinate predecessor successor colleague",
        "father mother brother sister wife husband son daughter",
        "army navy air",
        "day night",
        "north south east west",
        "into out",
        "arrive arrived arrival left leave departure joined entered",
        "buy bought sell sold",
        "open opened closed",
        "officer officers soldiers sailors civilians workers",
        "inside outside",
        "send sent receive received",
        "import export",
        "begin began start end ended finish",
        "spring summer autumn winter",
        "weapons uniforms ammunition fuel tanks trucks",
    )
)
"""Words of which one excludes the others, where two questions are alike but for them."""

_SORTS = (
    ("count", r"\bhow many\b|\b(number|how much)\b"),
    ("time", r"\bwhen\b|\bhow (long|often|soon)\b|\b(what|which) (day|date|year|month|hour)\b"),
    ("place", r"\bwhere\b|\b(what|which) (place|town|city|country|address|site)\b"),
    ("reason", r"\bwhy\b|\breasons?\b"),
    ("person", r"\b(who|whom|whose)\b|\bwhich (person|man|men|people)\b"),
    ("manner", r"\bhow\b"),
)
"""The sorts of answer a question may want; a question of none of these wants a thing or an account."""


def same(a: str, b: str, cosine: float, least: float = JOINED) -> bool:
    """Whether two questions ask the same; ``cosine`` is that of their vectors."""
    return cosine >= least and _sort(a) == _sort(b) and not _rival(a, b)


def may_be_same(a: str, b: str, cosine: float) -> bool:
    """Whether two questions are worth showing side by side; ``cosine`` is that of their vectors."""
    return cosine >= ALIKE and not _rival(a, b)


def join(questions: Sequence[str], vectors: Vectors, askers: Sequence[str]) -> list[list[int]]:
    """Groups of questions that ask the same, by their places; in a group everyone is the same as every other.

    What one asker asks is never joined: who wrote both meant two questions.
    """
    near = vectors @ vectors.T
    groups: list[list[int]] = []
    for place, question in enumerate(questions):
        home = next(
            (
                group
                for group in groups
                if near[place, group[0]] >= JOINED
                and all(
                    askers[place] != askers[other]
                    and same(question, questions[other], float(near[place, other]))
                    for other in group
                )
            ),
            None,
        )
        if home is None:
            groups.append([place])
        else:
            home.append(place)
    return groups


def alike(questions: Sequence[Question], vectors: Vectors) -> tuple[tuple[str, str], ...]:
    """Ids of questions, two and two, that may ask the same; the nearest pair first."""
    near = vectors @ vectors.T
    found = [
        (float(near[place, other]), question.id, questions[other].id)
        for place, question in enumerate(questions)
        for other in range(place)
        if may_be_same(question.wording, questions[other].wording, float(near[place, other]))
        and (question.agencies or questions[other].agencies)
        and not {*question.agencies} & {*questions[other].agencies}
    ]
    return tuple((first, second) for _, second, first in sorted(found, reverse=True))


def merge(questions: Sequence[Question]) -> Question:
    """One question for several that ask the same: the most urgent one's words, everybody's interest."""
    first = min(questions, key=lambda question: (question.priority, KINDS.index(question.kind)))
    others = [question for question in questions if question is not first]
    if not others:
        return first
    return replace(
        first,
        askers=tuple(dict.fromkeys(asker for q in (first, *others) for asker in q.askers)),
        citations=tuple(dict.fromkeys(cited for q in (first, *others) for cited in q.citations)),
        probes=tuple(dict.fromkeys(probe for q in (first, *others) for probe in q.probes)),
        how_known=first.how_known or next((q.how_known for q in others if q.how_known), ""),
        ask_if=() if any(not q.ask_if for q in questions) else first.ask_if,
        minutes=max(question.minutes for question in questions),
    )


def _sort(question: str) -> str:
    """The sort of answer that a question wants, by what stands first in it."""
    found = [(match.start(), sort) for sort, words in _SORTS if (match := re.search(words, question.lower()))]
    return min(found)[1] if found else "thing"


def _rival(a: str, b: str) -> bool:
    one, other = (set(re.findall(r"[a-z]+", text.lower())) for text in (a, b))
    return any(one & group and other & group and not one & other & group for group in _RIVALS)
