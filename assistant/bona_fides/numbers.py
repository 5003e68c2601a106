"""Numbers of things: "twenty-eight men in the platoon"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.bona_fides.times import number
from assistant.language import Sentence

_UNITS = frozenset(
    "year month week day hour minute second time kilo kilogram kilogramme gram metre meter kilometre "
    "kilometer mile ton "
    "tonne litre liter per cent percent hundred thousand million degree mark crown rouble ruble dollar "
    "forint zloty pound "
    "shilling schilling lei lev franc step evening morning night page line word sheet o'clock volt "
    "watt foot inch".split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of a thing, by its base form; ``start`` counts characters of the turn."""

    value: int
    thing: str
    start: int


def counts_in(sentence: Sentence) -> tuple[Count, ...]:
    """Numbers with the noun that they count; measures and money are left out."""
    found = []
    place = 0
    while place < len(sentence):
        value, end = _number_at(sentence, place)
        if value is not None:
            thing = _counted(sentence, place, end)
            if thing and thing not in _UNITS:
                found.append(Count(value, thing, sentence[place].start))
        place = max(end, place + 1)
    return tuple(found)


def _number_at(sentence: Sentence, place: int) -> tuple[int | None, int]:
    """The number that begins here, and the place after it: "twenty", "-", "eight" are one."""
    word = sentence[place]
    if word.pos != "NUM" and not re.fullmatch(r"\d+|[a-z]+-[a-z]+", word.text.lower()):
        return None, place + 1
    said, end = word.text, place + 1
    while end + 1 < len(sentence) and sentence[end].text == "-" and value_of(sentence[end + 1].text):
        said, end = f"{said}-{sentence[end + 1].text}", end + 2
    value = value_of(said)
    if value is None:
        return None, end
    following = [each.text.lower() for each in sentence[end : end + 3]]
    if following[:1] == ["hundred"]:
        rest, last = (
            _number_at(sentence, end + 2)
            if following[1:2] == ["and"] and end + 2 < len(sentence)
            else (None, 0)
        )
        return (100 * value + rest, last) if rest and rest < 100 else (100 * value, end + 1)
    return value, end


def value_of(said: str) -> int | None:
    """ "28", "1,200", "twenty-eight", "dozen"."""
    plain = said.lower().replace(",", "")
    if re.fullmatch(r"\d{1,6}", plain):
        return int(plain)
    return number(plain) or None


def _counted(sentence: Sentence, place: int, end: int) -> str:
    if [each.text.lower() for each in sentence[end : end + 2]] in (["of", "us"], ["of", "them"]):
        end += 2
    for following in sentence[end : end + 3]:
        if following.pos == "NOUN":
            return following.lemma
        if following.pos not in ("ADJ", "NUM", "PUNCT", "PROPN") or following.text in ".;:?!,":
            break
    # "we were seven", "there were eleven of us": people.
    before = {each.text.lower() for each in sentence[max(0, place - 3) : place]}
    return "people" if before & {"were", "are", "we", "us"} else ""
