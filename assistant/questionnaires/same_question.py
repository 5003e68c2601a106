"""Whether two interview questions ask the same, so that one answer serves both askers.

Nearness of meaning alone does not tell: "before the crossing" lies next to "after the crossing", and a good
paraphrase can lie far off. So the questions are read (``asked``): what sort of answer each wants, which things
it names that the other does not, whose and when. A logistic model weighs the signs; opposites, and questions
that have too little in common, are never the same whatever the rest says. The weights come from
``benchmarks/fit_same_question.py``; they are fitted to the cosines of the packaged model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from assistant.language import Vectors
from assistant.questionnaires.asked import Asked, Aspect, Thing, read
from assistant.questionnaires.same_words import opposed

SAME = 0.45
"""Probability from which two questions count as the same."""

OPPOSED = 0.02
"""The probability given where something rules out that they are the same."""

NEAR = 0.3
"""No pair of the development sets that asks the same lies further apart than this cosine."""

SHARED = 0.45
MOST_MISSING = 2.8
"""Each question must share this part of what it names with the other, and name no more besides (by weight)."""

UNKNOWN = 0.4
"""A word of which no other meaning the same is known may yet have one in the other question: when it is
missing there, that counts so much of its weight."""

LEAST = 1.0
"""A question that names less than this by weight ("What was done there?") is only the same as itself."""

ALIKE = 0.65
"""From this part shared on, nothing is held against the side that names more."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for (``cosine``) and against (all others) two questions asking the same; most are 0 to 1."""

    cosine: float
    far: float
    """What the question that names more names besides, times the distance of the two."""
    little_shared: float
    """How much the part that is shared falls short of ``ALIKE``."""
    each_its_own: float
    """The weight of what the two name that the other does not: the smaller of both."""
    other_word: float
    """The same words around something that differs: put otherwise on purpose."""
    loosely: float
    """Answers of kindred sorts are wanted (what / how)."""
    partly: float
    """One leaves the sort of answer open that the other fixes (what / where)."""
    otherwise: float
    """Answers of two different sorts are wanted (who / where)."""
    yes_or_no: float
    """One wants a yes or no, the other more."""
    target: float
    """Both name what they ask for (which *ships*, which *ports*), and it differs."""
    given: float
    """One asks for what the other already has (which *ports* / when did you leave *port*)."""
    bounded: float
    """Only one says before, after, first, own…"""
    tense: float
    turned: float
    """He does it in one and has it done to him in the other."""
    named: float
    """Each has a name or number that the other has not."""


WEIGHTS = Signs(
    cosine=6.87,
    far=-0.40,
    little_shared=-2.67,
    each_its_own=-0.30,
    other_word=-10.29,
    loosely=-0.70,
    partly=-2.32,
    otherwise=-3.25,
    yes_or_no=-1.96,
    target=-0.89,
    given=-0.85,
    bounded=-0.18,
    tense=-1.40,
    turned=-9.09,
    named=-0.00,
)
BIAS = -0.91

_KINDRED: tuple[tuple[set[Aspect], float], ...] = (
    ({"who", "body"}, 0.0),
    ({"what", "describe"}, 0.0),
    ({"what", "how", "describe", "body"}, 0.3),
    ({"what", "how", "describe", "amount", "measure"}, 0.3),
    ({"count", "amount", "measure", "duration"}, 0.3),
    ({"what", "describe", "body", "where"}, 0.5),
    ({"what", "describe", "body", "who"}, 0.5),
    ({"what", "describe", "why"}, 0.5),
    ({"what", "how", "describe", "frequency"}, 0.5),
    ({"what", "describe", "when"}, 0.5),
    ({"what", "describe", "count"}, 0.5),
    ({"what", "describe", "duration"}, 0.5),
    ({"frequency", "when"}, 0.5),
)
"""Sorts of answer that may stand for one another, from the nearest kinship on; what is not here differs."""

_FIXED: frozenset[Aspect] = frozenset(
    {"who", "where", "when", "why", "duration", "frequency", "whether", "count", "amount"}
)
_BOUNDS = frozenset({"before", "after", "first", "own", "other", "now", "next"})


def probability(a: str, b: str, cosine: float) -> float:
    """The chance, between 0 and 1, that one answer would serve both; ``cosine`` is that of their vectors."""
    return _chance(read(a), read(b), cosine)


def signs(a: Asked, b: Asked, cosine: float) -> Signs:
    """Read the signs off two questions; which is first does not matter."""
    lacking_a, lacking_b = _lacking(a, b), _lacking(b, a)
    missing_a, missing_b = _weight(lacking_a), _weight(lacking_b)
    kinship = _kinship(a.aspect, b.aspect)
    yes_or_no = a.aspect != b.aspect and "whether" in (a.aspect, b.aspect)
    frame = _frame(a, b)
    more = min(max(missing_a, missing_b), 4.0)
    return Signs(
        cosine=cosine,
        far=more * (1 - cosine),
        little_shared=max(0.0, ALIKE - min(_shared(a, missing_a), _shared(b, missing_b))),
        each_its_own=min(missing_a, missing_b, 3.0),
        other_word=frame * min(more + kinship, 1.0),
        loosely=float(0 < kinship < 0.5),
        partly=float(kinship == 0.5),
        otherwise=float(kinship == 1 and not yes_or_no),
        yes_or_no=float(yes_or_no),
        target=float(bool(a.target and b.target) and a.target.isdisjoint(b.target)),
        given=float(_is_given(a, b) or _is_given(b, a)),
        bounded=float(bool((a.times ^ b.times) & _BOUNDS)),
        tense=float(bool(a.tense and b.tense) and a.tense != b.tense),
        turned=float(_turned(a, b)) * frame,
        named=float(any(thing.named for thing in lacking_a) and any(thing.named for thing in lacking_b)),
    )


def ruled_out(a: Asked, b: Asked) -> bool:
    """Whether something forbids that two questions are the same, however near they lie."""
    if a.again != b.again or min(a.weight, b.weight) < LEAST:
        return True
    lacking_a, lacking_b = _lacking(a, b), _lacking(b, a)
    missing_a, missing_b = _weight(lacking_a), _weight(lacking_b)
    if max(missing_a, missing_b) > MOST_MISSING:
        return True
    if min(_shared(a, missing_a), _shared(b, missing_b)) < SHARED:
        return True
    if opposed(a.times - b.times, b.times - a.times):
        return True
    if opposed({thing.stem for thing in lacking_a}, {thing.stem for thing in lacking_b}):
        return True
    return not lacking_a and not lacking_b and (_exchanged(a, b) or (_turned(a, b) and _frame(a, b) >= 0.6))


def pairs(questions: Sequence[str], vectors: Vectors) -> list[tuple[int, int, float]]:
    """All pairs (i < j) that ask the same, the most probable first. ``vectors`` has one unit row a question."""
    if len(questions) < 2:
        return []
    asked = [read(question) for question in questions]
    cosines = vectors @ vectors.T
    near = np.triu((cosines >= NEAR) & _enough_shared(asked), 1)
    found = []
    for i, j in zip(*(places.tolist() for places in np.nonzero(near)), strict=True):
        chance = _chance(asked[i], asked[j], float(cosines[i, j]))
        if chance >= SAME:
            found.append((i, j, chance))
    return sorted(found, key=lambda pair: (-pair[2], sorted((questions[pair[0]], questions[pair[1]]))))


def join(questions: Sequence[str], vectors: Vectors) -> list[list[int]]:
    """Every question in one group with those that ask the same, most of them alone.

    A question is in a group only when it is the same as each of the others there. Groups come in the order of
    their first members.
    """
    found = pairs(questions, vectors)
    same = {(i, j) for i, j, _ in found}
    group_of = {place: [place] for place in range(len(questions))}
    for i, j, _ in found:
        one, other = group_of[i], group_of[j]
        if one is other or any((min(k, m), max(k, m)) not in same for k, m in product(one, other)):
            continue
        joined = sorted(one + other)
        group_of.update(dict.fromkeys(joined, joined))
    return [group for place, group in group_of.items() if group[0] == place]


def _chance(a: Asked, b: Asked, cosine: float) -> float:
    if a.text == b.text:
        return float(bool(a.text))
    if ruled_out(a, b):
        return OPPOSED
    total = BIAS + sum(w * s for w, s in zip(astuple(WEIGHTS), astuple(signs(a, b, cosine)), strict=True))
    return 1 / (1 + math.exp(-total))


def _enough_shared(asked: Sequence[Asked]) -> NDArray[np.bool_]:
    """For each two questions whether they share enough to look at closely, shape (questions, questions)."""
    with_key: dict[str, list[int]] = {}
    for place, question in enumerate(asked):
        for key in question.keys:
            with_key.setdefault(key, []).append(place)
    things = {thing.stem: thing.keys for question in asked for thing in question.things}
    column = {stem: number for number, stem in enumerate(things)}
    named = np.zeros((len(asked), len(things)), dtype=np.float32)
    known = np.zeros((len(things), len(asked)), dtype=np.float32)
    for place, question in enumerate(asked):
        for thing in question.things:
            named[place, column[thing.stem]] = thing.weight
    for stem, keys in things.items():
        known[column[stem], [place for key in keys for place in with_key[key]]] = 1
    weight = named.sum(axis=1, keepdims=True)
    enough = named @ known >= np.maximum(SHARED * weight, weight - MOST_MISSING) - 1e-4
    same_text = np.array([hash(question.text) for question in asked])
    return np.asarray((enough & enough.T) | (same_text[:, None] == same_text), dtype=np.bool_)


def _lacking(a: Asked, b: Asked) -> list[Thing]:
    """What ``a`` names and ``b`` does not."""
    return [thing for thing in a.things if thing.keys.isdisjoint(b.keys)]


def _weight(things: Sequence[Thing]) -> float:
    return sum(thing.weight * (1 if thing.known else UNKNOWN) for thing in things)


def _shared(a: Asked, missing: float) -> float:
    return 1 - missing / (a.weight or 1)


def _frame(a: Asked, b: Asked) -> float:
    """The part of all their words that is in both."""
    return len(a.words & b.words) / (len(a.words | b.words) or 1)


def _kinship(a: Aspect, b: Aspect) -> float:
    """0 where the same sort of answer is wanted, 1 where another is."""
    if a == b:
        return 0.0
    return next((distance for kindred, distance in _KINDRED if a in kindred and b in kindred), 1.0)


def _is_given(a: Asked, b: Asked) -> bool:
    return (
        a.aspect != b.aspect
        and b.aspect in _FIXED
        and bool(a.target & b.keys)
        and a.target.isdisjoint(b.target)
    )


def _turned(a: Asked, b: Asked) -> bool:
    return any(one and other and one != other for one, other in ((a.you, b.you), (a.who, b.who)))


def _exchanged(a: Asked, b: Asked) -> bool:
    """Whether two things have changed places around a third (A trusted B / B trusted A)."""
    one, other = ([thing.stem for thing in question.things] for question in (a, b))
    if len(one) != len(other):
        return False
    differ = [place for place, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(differ) != 2 or differ[1] - differ[0] < 2:
        return False
    return one[differ[0]] == other[differ[1]] and one[differ[1]] == other[differ[0]]
