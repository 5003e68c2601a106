"""Names of people and places in a sentence, by how they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.language import Sentence, Word

_TITLES = frozenset(
    "mr mrs miss dr doctor professor prof major captain capt colonel col general gen lieutenant lt "
    "sergeant sgt comrade commissar director engineer corporal minister ambassador consul admiral "
    "commander father sister uncle aunt old young chief secretary sir herr frau monsieur attache "
    "unteroffizier hauptmann oberst".split()
)
_NO_NAME = frozenset(
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday christmas easter god party russian russians "
    "german germans english french polish soviet soviets american americans hungarian british "
    "romanian bulgarian czech slovak chinese korean swedish danish austrian turkish dutch italian "
    "jew jewish communist communists army navy ministry sir lord yes no well i ok security party "
    "office ministry section committee union village mission cross board bureau church hall council "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays swede swedes dane danes pole "
    "poles finn finns turk turks greek greeks cuban cubans chinese japanese norwegian norwegians "
    "latvian estonian lithuanian mr mrs major captain colonel general lieutenant sergeant comrade "
    "doctor professor director".split()
)
_IN_A_PLACE = frozenset(
    "in at to from near via through outside into toward towards behind across by around".split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """People by their last name, places by their whole one; in order, each once."""

    people: tuple[str, ...]
    places: tuple[str, ...]


def known_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence: the same word at its beginning is a name too."""
    return frozenset(
        word.text for sentence in sentences for word in sentence[1:] if word.pos == "PROPN" and _capital(word)
    )


def names_in(sentences: Iterable[Sentence], known: frozenset[str]) -> Names:
    """Names as they stand: after "in" or "to" a place, else a person. ``known`` are words that are names."""
    people: dict[str, None] = {}
    places: dict[str, None] = {}
    for sentence in sentences:
        for run in _runs(sentence, known):
            first = sentence[run[0]]
            before = sentence[run[0] - 1].text.lower() if run[0] else ""
            words = _joined([sentence[n].text for n in run])
            if before == "the" and run[0] > 1:
                before = sentence[run[0] - 2].text.lower()
            titled = before in _TITLES or words[0].lower().rstrip(".") in _TITLES
            if (
                before in _IN_A_PLACE
                and not titled
                and first.relation in ("pobj", "compound", "nmod", "npadvmod")
            ):
                places[" ".join(words)] = None
            elif words[-1].lower().rstrip(".") not in _NO_NAME:
                people[words[-1]] = None
    return Names(tuple(people), tuple(places))


def said_as(word: Word, people: Iterable[str]) -> str:
    """The person that a word names, or ends the name of; "" for none."""
    return next((name for name in people if name == word.text or name.endswith(f"-{word.text}")), "")


def _is_a_land(sentence: Sentence, place: int) -> bool:
    """ "Soviet" is no name, "Soviet Union" is one; so are its two words."""
    here, after = (sentence[n].text if n < len(sentence) else "" for n in (place, place + 1))
    before = sentence[place - 1].text if place else ""
    return (here == "Soviet" and after in ("Union", "Zone")) or (
        here in ("Union", "Zone") and before == "Soviet"
    )


def _joined(words: list[str]) -> list[str]:
    """ "Holm", "-", "Larsen" are one name."""
    return " ".join(words).replace(" - ", "-").split()


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and not word.text.isupper()


def _runs(sentence: Sentence, known: frozenset[str]) -> Iterator[list[int]]:
    """Words that follow one another and make one name."""
    run: list[int] = []
    for n, word in enumerate(sentence):
        named = (
            _capital(word)
            and (word.text in known if n == 0 else word.pos == "PROPN" or word.text in known)
            and (word.text.lower().rstrip(".") not in _NO_NAME - _TITLES or _is_a_land(sentence, n))
        )
        joins = word.text == "-" and run and n + 1 < len(sentence) and _capital(sentence[n + 1])
        if named or joins:
            run.append(n)
        elif run:
            yield run
            run = []
    if run:
        yield run
