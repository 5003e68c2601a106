"""A question read so that it can be compared: what sort of answer it wants, and of which things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.questionnaires.same_words import normal, phrase_at, weight_of

Aspect = Literal[
    "who", "body", "where", "when", "why", "how", "what", "describe", "whether",
    "count", "amount", "measure", "duration", "frequency",
]  # fmt: skip
Role = Literal["does", "is done to", ""]
Tense = Literal["past", "present", "future", ""]


@dataclass(frozen=True, slots=True)
class Thing:
    """A content word or phrase. ``keys`` are its stem and the groups of words that stand for one another in
    which it stands; ``weight`` is 0 to 1, more for a name or a number."""

    stem: str
    keys: frozenset[str]
    weight: float
    named: bool

    @property
    def known(self) -> bool:
        """Whether it is known what else it may be called."""
        return self.named or len(self.keys) > 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as read. ``target`` is what is asked for where the question names it (which *ships*)."""

    text: str
    aspect: Aspect
    things: tuple[Thing, ...]
    keys: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]
    times: frozenset[str]
    tense: Tense
    you: Role
    who: Role
    again: bool
    weight: float


NAMED = 1.5
"""How much a name or number weighs."""

_WORD = re.compile(r"\w+(?:-\w+)*")
_MARKS = re.compile(r"['’]s?\b|[^\w\s,-]")

_AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|may|might|must|should|shall|will|would)"
)
_SAID_TO_HIM = re.compile(
    r"^(?:please|kindly|now|also|and|so|well)\b,? *"
    r"|^(?:thinking|looking|going) (?:again|back|once more)?,? *(?:of|to|at|on|over)\b "
    r"|\b(?:if any(?:thing|one|body)?|if at all|if there (?:is|was|were) (?:one|any)|if it (?:did|had any|made one)"
    r"|as far as you (?:know|knew|were told|remember|wish)|so far as you know|as you remember (?:it|them)"
    r"|to (?:the best of )?your knowledge|in your (?:own words|hearing|presence|opinion|view|experience)"
    r"|in (?:full )?detail|in order(?: of time)?|one (?:at a time|by one|after another|after the other)|please"
    r"|exactly|precisely|with your own eyes|in the cases? you know|from memory|known to you|you know of)\b,?"
    r"|\b(?:can|could|would|will) you (?:please )?(?=(?:tell|say|describe|name|list|give|explain)\b)"
    r"|\b(?:tell|give) (?:me|us)(?:,? (?:all|everything|what)(?: that)? you (?:know|remember|can))?"
    r"(?:,? from the beginning,?)?(?:,? (?:about|of))?(?=,? (?:how|what|which|who|where|when|why)\b)"
    r"|(?<=you )first(?! time| post)",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"\b(?:(?:in|at|on|with|for|to) )?(?:which|whom|that|where)? ?(?:you|he) (?:yourself )?"
    r"(?:(?:last )?served|(?:last )?worked)(?: (?:in|at|with|on|for|there|under))?\b(?! (?:him|her|them))"
    r"|\b(?:while|when) you (?:were|served|worked) there\b|\bduring your (?:time|stay|service)(?: there)?\b|\bin your time\b"
)
"""Clauses that only say which unit or office is meant: his."""

_HUMAN = (
    r"(?:persons?|people|man|men|wom[ae]n|officers?|officials?|colleagues?|members?|ministers?|employees?"
    r"|scientists?|academicians?|engineers?|workers?|soldiers?|leaders?|generals?|marshals?|agents?|friends?"
    r"|relatives?|commanders?|chiefs?|heads?|directors?|individuals?|students?|instructors?|guards?"
    r"|foreigners?|pilots?|crews?|captains?|doctors?|clerks?|diplomats?|secretar(?:y|ies)|deput(?:y|ies)"
    r"|professors?|sailors?|prisoners?|citizens?|visitors?|specialists?|experts?|operators?|teachers?|women)"
    r"(?! (?:posts?|positions?|names?|papers?|statements?|documents?|lists?|duties|lists?|rank)\b)"
)
_BODY = (
    r"(?:sections?|departments?|directorates?|offices?|bod(?:y|ies)|troops|units?|services?|committees?"
    r"|ministr(?:y|ies)|institutes?|bureaus?|organi[sz]ations?|agenc(?:y|ies)|authorit(?:y|ies)|headquarters)"
)
_PLACE = (
    r"(?:places?|harbours?|ports?|towns?|cit(?:y|ies)|countr(?:y|ies)|spots?|villages?|streets?|sites?|yards?"
    r"|locations?|address(?:es)?|whereabouts|establishments?|hospitals?|shops?|points?|districts?|regions?"
    r"|destinations?|birthplace|schools?|secondary school|suppliers?|depots?)"
)
_TIME = r"(?:dates?|years?|months?|days?|hours?|times?|moments?|point(?! (?:on|of|in|along))|season|week)"
_MEASURE = (
    r"(?:height|width|depth|lengths?|weight|speed|rate|range|size|distance|calibre|bore|altitude|thickness|age"
    r"|capacity|temperature|pressure|percentage|share|proportion|breadth|extent|price|cost|rent|fee|displacement)"
)
_WAY = (
    r"(?:ways?|manner|means|methods?|process|procedures?|arrangements?|approach(?:es)?|basis|criteria|system|"
    r"technique|techniques)"
)
_W = r"(?:what|which)"
_KIND = r"(?:(?:kinds?|types?|sorts?) of )?"
_ADJECTIVE = rf"(?:(?!(?:{_AUXILIARY}|your?|the|his|her|its|their|this|these|those|if|one)\b)\w+ )?"
_THE = (
    rf"(?:what (?:{_AUXILIARY})|give|state|name|say|indicate|describe)(?: us| me)? "
    r"(?:(?:the|your|its|his|her|their|a|an) (?:\w+ ){0,2}?)"
)

_IS_THE = r"(?:what (?:is|are|was|were)|give|state|say)(?: us| me)? the "

_ASPECTS: tuple[tuple[Aspect, str], ...] = (
    ("duration", rf"(?:for )?how long|(?:for )?{_W} length of time|{_THE}(?:duration|length of|period of)"
                 r"|how (?:many|much) (?:time|days|weeks|months)\b|what time (?:did it take|was given|is given)"),
    ("count", rf"how many|{_IS_THE}(?:(?:total|exact|actual|full|usual|daily|average) )*number of|{_THE}strength\b|{_W} number of\b|how strong"),
    ("frequency", rf"how (?:often|frequently|regularly)|(?:at )?{_W} intervals?|{_THE}(?:interval|frequency)"),
    ("amount", rf"how much|how large|how big|{_W} (?:quantity|amount|sum)|{_THE}(?:quantity|amount|sum|size)"),
    ("measure", r"how (?:high|deep|wide|far|fast|heavy|old|tall|thick|hot|cold|near|broad|quick(?:ly)?|well|good)\b"
                rf"|(?:at |up to |of |to )?{_W} {_MEASURE}\b|{_THE}{_MEASURE}\b"),
    ("why", rf"why|(?:for |on )?{_W} {_ADJECTIVE}(?:reasons?|causes?|motives?|grounds?)|{_THE}(?:reasons?|causes?"
            r"|motives?|grounds?)\b|what (?:led|made|drove|caused|moved|prompted|brought)|how come"),
    ("who", rf"who|whom|whose|{_W} {_KIND}{_ADJECTIVE}(?:of (?:your|the|those|these) (?:\w+ )?)?{_HUMAN}\b"
            rf"|{_THE}names?\b|(?:name|identify|list) (?:the |any |every |all |each |those )?(?:\w+ )?{_HUMAN}\b"),
    ("when", rf"when|(?:on |in |at |since |from |until |by |for )?{_W} {_ADJECTIVE}{_TIME}\b|{_THE}(?:dates?|year|day|hour|time)\b"),
    ("where", rf"where|{_W} {_ADJECTIVE}{_PLACE}\b|{_THE}(?:place|location|address|whereabouts|birthplace)\b"),
    ("body", rf"{_W} {_ADJECTIVE}{_BODY}\b"),
    ("how", rf"how|{_W} {_ADJECTIVE}{_WAY}\b|{_THE}{_WAY}\b"),
    ("what", r"what|which|whether"),
)  # fmt: skip
"""In the order of precedence where two begin at the same word."""

_FIND = [(aspect, re.compile(rf"\b(?:{pattern})\b")) for aspect, pattern in _ASPECTS]
_ORDER = re.compile(
    r"\W*(?:describe|tell|take (?:me|us) (?:through|along)|give|list|name|state|identify|assess|summari[sz]e|explain|draw|outline"
    r"|go (?:through|back)|enumerate|indicate|report|say|walk (?:me|us) through)\b(?: (?:me|us))?(?: about)?"
)
_WHETHER = re.compile(
    rf"^(?:(?!\b(?:who|whom|whose|what|which|when|where|why|how)\b)[^,])*?,?\W*(?:^|, ){_AUXILIARY} (?!\w+ing\b)"
)
_WHETHER_KNOWN = re.compile(
    r"^\W*(?:do you know|are you aware|have you (?:ever )?(?:heard|known))(?: of)?(?: (?:any|a) (?:cases?|instances?) (?:in which|where|of))?"
)
_ASKS_INSIDE = re.compile(
    r"^\W*(?:do|did|can|could) you (?:know|remember|recall|say|tell us) (?=who|what|where|when|why|how|which)"
)
_TARGET = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:how many|number of(?: the| your)?) ",
        rf"\b{_W} (?:kinds? of |types? of |sorts? of )?(?!{_AUXILIARY}\b|of\b)",
        r"^\W*(?:list|name|identify|enumerate)(?: all| every| any| each)?(?: of)?(?: the| your| those)? ",
    )
)
_TARGET_ENDS = frozenset(
    "of in at on for with that who whom to you your if from by about among between near under into during when "
    "where which what how he his they their it its and is are was were am do does did has have had can could may "
    "might must should shall will would".split()
)

_TIMES = frozenset(
    "before after first last next following prior own other previous during latest now".split()
)
_DONE_TO = re.compile(
    r"\b(?:\w+ed|gave|give|told|tell|taught|sent|took|brought|saw|met|led|let|paid|drove|shot|hurt|found|knows?"
    r"|helps?) you\b|\b(?:was|were|are|been|had|have) you (?:\w+ly )?(?:\w+ed|given|told|taught|sent|taken|brought"
    r"|seen|paid|led|shown|shot|hurt)\b"
)
_DOES = re.compile(r"\b(?:did|do|have|had|can|could|will|would|should|must|were|are) you\b")
_WHO = re.compile(rf"\bby whom\b|\bwho (?!(?:{_AUXILIARY})\b)")
_WHOM = re.compile(r"(?:^|, )whom\b|\bwho (?:did|do|does)\b")
_TENSE = re.compile(r"\b(was|were|did|had|is|are|do|does|am|will|might|may|shall|can)\b")
_AGAIN = re.compile(r"\b(?:once more|again|this time|backwards?|go back|going back)\b")


@lru_cache(maxsize=4096)
def read(question: str) -> Asked:
    """Read a question; the same words give the same reading."""
    text = " ".join(question.split())
    again = bool(_AGAIN.search(text.lower()))
    for _ in range(2):
        text = _SAID_TO_HIM.sub(" ", text).strip(" ,")
    text = " ".join(text.split())
    lower = " ".join(_MARKS.sub(" ", text.lower()).split())
    names = frozenset(word.lower() for word in _WORD.findall(text)[1:] if word[0].isupper())
    aspect, rest = _aspect(lower)
    things = _things(_FILLING.sub(" ", rest), names)
    words = frozenset(_WORD.findall(lower))
    tense = _TENSE.search(lower)
    return Asked(
        text=lower,
        aspect=aspect,
        things=things,
        keys=frozenset(key for thing in things for key in thing.keys),
        target=_target(lower, aspect),
        words=words,
        times=frozenset(normal(word) for word in words & _TIMES),
        tense=_tense(tense[0]) if tense else "",
        you="is done to" if _DONE_TO.search(lower) else "does" if _DOES.search(lower) else "",
        who="is done to" if _WHOM.search(lower) else "does" if _WHO.search(lower) else "",
        again=again,
        weight=sum(thing.weight for thing in things),
    )


def _tense(word: str) -> Tense:
    if word in ("was", "were", "did", "had"):
        return "past"
    return "future" if word in ("will", "might", "may", "shall") else "present"


def _aspect(lower: str) -> tuple[Aspect, str]:
    """The aspect, and the text without the words that only say it."""
    known = _WHETHER_KNOWN.match(lower)
    if known and not _ASKS_INSIDE.match(lower):
        return "whether", lower[known.end() :]
    inside = _ASKS_INSIDE.match(lower)
    if inside:
        lower = lower[inside.end() :]
    elif _WHETHER.match(lower):
        return "whether", lower
    order = _ORDER.match(lower)
    found = [
        (match.start(), rank, match)
        for rank, (_, finder) in enumerate(_FIND)
        if (match := finder.search(lower))
    ]
    if not found:
        return "describe", lower[order.end() :] if order else lower
    start, rank, match = min(found, key=lambda each: each[:2])
    if order and start > order.end() + 1:
        return "describe", lower[order.end() :]
    aspect = _FIND[rank][0]
    said = match.group() if aspect in ("measure", "body", "where", "who") else ""
    return aspect, f"{lower[:start]} {said} {lower[match.end() :]}"


def _target(lower: str, aspect: Aspect) -> frozenset[str]:
    if aspect not in ("what", "describe", "count", "body", "where"):
        return frozenset()
    found = [match for match in (finder.search(lower) for finder in _TARGET) if match]
    if not found:
        return frozenset()
    words = []
    for word in _WORD.findall(lower[min(found, key=lambda match: match.start()).end() :])[:3]:
        if word in _TARGET_ENDS:
            break
        words.append(word)
    return frozenset(key for *_, keys, weight in _phrases(words) if weight for key in keys)


def _things(lower: str, names: frozenset[str]) -> tuple[Thing, ...]:
    words = _WORD.findall(lower)
    things: dict[str, Thing] = {}
    for at, size, keys, weight in _phrases(words):
        part = words[at : at + size]
        named = any(word in names or word[0].isdigit() for word in part)
        if named or weight:
            stem = " ".join(normal(word) for word in part)
            things.setdefault(stem, Thing(stem, keys, NAMED if named else weight, named))
    return tuple(things.values())


def _phrases(words: Sequence[str]) -> Iterator[tuple[int, int, frozenset[str], float]]:
    at = 0
    while at < len(words):
        size, keys = phrase_at(words, at)
        yield at, size, keys, weight_of(words[at : at + size])
        at += size
