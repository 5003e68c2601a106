"""Whether a model's wording says what the subject said, and nothing else. Code alone decides; no model.

A wording that is refused costs little, as the written line is always good; one that leaks gives away a fact
that the trainee has not earned. So each rule refuses where it is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

import numpy as np

from assistant.language import Vectors, installed_embedder
from assistant.mock.allowed import Checked
from assistant.mock.spoken import JOINS, PERSONS, Spoken, Token, denies, written_small

Refusal = Literal[
    "",
    "form",
    "length",
    "number",
    "name",
    "lost",
    "swapped",
    "assent",
    "turned",
    "unsure",
    "who",
    "closed",
    "foreign",
    "far",
]
"""Why a wording is refused: it is not one plain paragraph, or quotes what the model was told; it is too long;
a number, or a name, that he has not said; something released that is not in it; numbers or names that
changed places; a yes that is not his; a denial or an order in time turned round; a guess made sure, or the
other way; another who does it; a word of a closed fact; a word from nowhere; a sentence near to nothing that
he said."""

LONGEST_SHARE, LONGEST_MORE = 1.5, 10
"""Words that a wording may have: so many for each written word, and so many more."""

NEAR = 0.5
"""Cosine from which on a sentence of the wording says what a sentence of his says."""

KEPT = 0.45
"""Cosine from which on a written sentence is still in the wording."""

RUN = 5
"""So many words in a row of what the model was told are quoted from it."""

FEW = 2
"""A sentence of up to so many content words is too short for its nearness to tell anything."""

LONGER = 6
"""A clause of few words is his if it stands in one with at most so many words more."""

_YES = frozenset(
    "yes yeah aye indeed exactly certainly correct precisely absolutely definitely naturally sure surely "
    "agreed right true quite okay ok course".split()
)
_DOUBTS = frozenset(
    "think thinks thought guess guesses guessing guessed perhaps maybe believe suppose supposed seem seems "
    "probably likely possibly apparently estimate assume".split()
)
_TURNS = frozenset(
    "before after afterwards until below above under beneath less fewer least except without against "
    "sometimes often seldom always".split()
)
"""Words that change what a sentence says though all its names and deeds stay."""

_AUXILIARIES = frozenset(
    "am is are was were be been do does did have has had can could will would shall should may might "
    "must".split()
)
_WEIGHS = _AUXILIARIES.union(PERSONS, "me him her them us mine there here this".split())
"""Words by which a clause without others still says something: "I did", "by me", "there"."""

_MARKUP = re.compile(r"[*_#`<>\[\]{}|~^\\=@]|\w://|\bwww\.|^\s*[-•]\s", re.MULTILINE)
_LABEL = re.compile(r"^\s*[^\W\d_]+(?:\s[^\W\d_]+)?\s*:")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def refusal(wording: str, against: Checked, instructions: str) -> Refusal:
    """Why a wording is refused, "" where it may be shown. Raises EmbedderMissing."""
    # What the wording itself writes small is no name, even where the written line begins with it.
    small = against.written.small | written_small([wording])
    worded = Spoken(wording, small)
    against = replace(against, written=Spoken(against.written.text, small))
    rules = (_form(wording, against.written.text, instructions), _rules(worded, against))
    return next((why for rule in rules for why in rule), "")


def _rules(worded: Spoken, against: Checked) -> Iterator[Refusal]:
    """Those that look no meanings up come first."""
    yield from _anchors(worded, against)
    yield from _assent(worded, against)
    yield from _turned(worded, against.written, against)
    yield from _words(worded, against)
    yield from _meaning(worded, against)


def _form(wording: str, written: str, instructions: str) -> Iterator[Refusal]:
    marks = _MARKUP.search(wording) or any(mark in wording and mark not in written for mark in "()")
    label = _LABEL.match(wording) and not _LABEL.match(written)
    if not _WORD.search(wording) or "\n" in wording.strip() or marks or label:
        yield "form"
    if _runs(wording) & (_runs(instructions) - _runs(written)):
        yield "form"
    if len(wording.split()) > LONGEST_SHARE * len(written.split()) + LONGEST_MORE:
        yield "length"


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower().replace("’", "'"))
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def _anchors(worded: Spoken, against: Checked) -> Iterator[Refusal]:
    """Names and numbers: none that he has not said, none lost, none in another's place."""
    written = against.written
    said = written.anchors.union(*(each.anchors for each in against.before))
    # "Major" is no name where a sentence begins with it, as it is an ordinary word too.
    if new := worded.anchors - said - against.words:
        yield "number" if new & worded.numbers else "name"
    if written.anchors - worded.anchors - worded.words:
        yield "lost"
    follow = written.in_order.union(*(each.in_order for each in against.before))
    counted = {b for a, b in written.bound if a in written.numbers}
    if any(a in said and (b in said or b in counted) for a, b in worded.bound - follow):
        yield "swapped"
    if any(
        (b, a) in written.names_in_order - worded.names_in_order
        for a, b in worded.names_in_order - written.names_in_order
    ):
        yield "swapped"


def _assent(worded: Spoken, against: Checked) -> Iterator[Refusal]:
    """ "Yes", and "I did", which says yes to whatever was asked."""
    if _YES & worded.words - against.written.words:
        yield "assent"
    his = [clause for each in (against.written, *against.before) for clause in each.clauses]
    for clause in worded.clauses:
        content = [token for token in clause if token.stem or token.anchor]
        # "I signed" out of "what all I signed" admits what he only turned over in his mind.
        few = not content or (len(content) <= FEW and not against.now and all(each.stem for each in content))
        if few and _said(clause) & _WEIGHS and not any(_within(clause, each) for each in his):
            yield "assent"


def _within(clause: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether what weighs in a clause stands in another that denies as it does and is not much longer."""
    words = [token for token in clause if token.word not in JOINS]
    alike = denies(clause) == denies(other) and len(other) <= len(words) + LONGER
    stems_in = {token.stem for token in clause} <= {token.stem for token in other} | {""}
    return alike and stems_in and _said(clause) & _WEIGHS <= _said(other)


def _said(clause: Sequence[Token]) -> frozenset[str]:
    return frozenset(token.word for token in clause)


def _turned(worded: Spoken, written: Spoken, against: Checked) -> Iterator[Refusal]:
    """A deed that he denies stays denied, a guess a guess, and who does a thing does it still."""
    if _TURNS & worded.words - written.words:
        yield "turned"
    if worded.denials != written.denials:
        yield "turned"
    for stem in worded.stems:
        own = written.denied.get(stem) or _of_earlier(stem, against)
        if own and not worded.denied[stem] <= own:
            yield "turned"
    if bool(_DOUBTS & written.words) != bool(_DOUBTS & worded.words):
        yield "unsure"
    for stem, who in worded.persons.items():
        if stem in written.persons and not who <= written.persons[stem]:
            yield "who"
    if (
        frozenset(PERSONS.get(each, "") for each in worded.words)
        - frozenset(PERSONS.get(each, "") for each in written.words)
        - {"", "I", "you", "we", "they"}
    ):
        yield "who"


def _of_earlier(stem: str, against: Checked) -> frozenset[bool]:
    return frozenset[bool]().union(*(each.denied.get(stem, frozenset()) for each in against.before))


def _words(worded: Spoken, against: Checked) -> Iterator[Refusal]:
    """Words that he has not said are ordinary ones, and in each clause they are outnumbered by his own."""
    new = worded.stems - against.stems - against.topic
    if strange := new - against.ordinary:
        yield "closed" if strange & against.closed else "foreign"
    own = against.written.stems | against.topic
    for clause in worded.clauses:
        here = {token.stem for token in clause if token.stem}
        outside = here - own
        kept = len(here & own) + sum(bool(token.anchor) for token in clause)
        if len(outside) > kept and not any(here <= each.stems for each in against.before):
            yield "closed" if outside & against.closed else "foreign"


def _meaning(worded: Spoken, against: Checked) -> Iterator[Refusal]:
    """Each sentence says what one of his does, each of his is still said, and denials are where they were."""
    his = _parts(against.written.sentences)
    mine = _parts(worded.sentences)
    rows, given = _vectors(his), _vectors(mine)
    near = given @ rows.T
    earlier = [each for each in against.before if each.stems & worded.stems or each.anchors & worded.anchors]
    past = given @ _vectors([each.text for each in earlier]).T if earlier else np.zeros((len(mine), 0))
    for place in range(len(worded.sentences)):
        tokens = [token for token in worded.tokens if token.sentence == place]
        content = {token.stem for token in tokens if token.stem}
        backed = {
            a
            for each, cosine in zip(earlier, past[place], strict=True)
            if cosine >= NEAR
            for a in each.anchors
        }
        if (
            {token.anchor for token in tokens if token.anchor}
            - against.written.anchors
            - against.written.words
            - backed
        ):
            yield "far"
        nearest = max([float(near[place].max()), *map(float, past[place])])
        if nearest < NEAR and not (len(content) <= FEW and content <= against.written.stems):
            yield "far"
    for place, sentence in enumerate(against.written.sentences):
        nearest_to = int(near[: len(worded.sentences), place].argmax())
        said = Spoken(sentence, worded.small).stems
        own = against.written.polarity(place)
        if (said or True in own) and not own & worded.polarity(nearest_to):
            yield "turned"
        share = len(said & worded.stems) / (len(said) or 1)
        if said and float(near[:, place].max()) < KEPT and share < 0.5:
            yield "lost"


def _parts(sentences: Sequence[str]) -> list[str]:
    """The sentences, and each two that follow one another, as a wording joins and parts them."""
    return [*sentences, *(f"{a} {b}" for a, b in pairwise(sentences))]


def _vectors(texts: Sequence[str]) -> Vectors:
    return np.array([installed_embedder().encode_question(each) for each in texts])
