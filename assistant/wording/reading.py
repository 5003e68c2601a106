"""A question read for its grammar: its sentences, and where in each of them something is asked.

Offsets are those of the text as given: apostrophes are straightened one for one and nothing else is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from assistant.wording.grammar import ASK, AUX, NOT_SHORT, OPENER, PREPOSITION, SUBJECT, WH, pattern

Form = Literal["whether", "content", "request"]
"""Asking for yes or no, with a question word, or by a request ("Describe…", "Could you tell me…")."""

_APOSTROPHES = str.maketrans("’‘`´", "''''")
_END = pattern(r"[.?!…]+[\"”')\]]*(?=\s|$)|[;:](?=\s|$)|\s[–—-]+\s|(?<=[.?!;:])\s*[\r\n]+|[\r\n]+\s*[\r\n]+")
_ABBREVIATED = pattern(
    r"(?:\b(?:[A-Z]|mr|mrs|ms|dr|prof|col|gen|lt|capt|maj|sgt|st|no|nos|e\.g|i\.e|approx|ca)|\.[a-z])$"
)

_OPENED = pattern(rf"[\s\"“'(\[]*{OPENER}")
_PLEASE = pattern(r"\bplease\s*$")
_SAY_SO = pattern(r"(?:say|tell me|tell us) so\b|tell (?:me|us)\s*$")
_JOINING = r"(?:(?:and|or|but|then|also|so|please)\s+)*"
_PLACES = pattern(
    rf"(?:,|\b(?:and|or|but|then|plus|as well as)\b)\s+{_JOINING}(?:(?:if so|if not|if yes),?\s+)?"
)
"""Places inside a sentence where an asking may begin."""

_COORDINATED = ("and", "or", "but", "plus", "as well", "then", "also", "so")

_ANY_AUX = rf"(?:{AUX}|{NOT_SHORT})"
_WHETHER_FIRST = pattern(
    rf"(?!do\s+(?:please|sit|take|go|tell|try|come)\b|have (?:a|another|some)\s+\w+\s*[.,!;]|may\s+\d)"
    rf"(?:{AUX}\b(?!\s*[,;.?!'-])|{NOT_SHORT})\s+\S"
)
_FORBIDS = pattern(r"(?:don't|do not)\s+(?!(?:you|they|we|I|the|your|people)\b)")
_WHETHER_LATER = pattern(rf"{_ANY_AUX}\s+(?:not\s+)?{SUBJECT}")
_TAG = pattern(rf"{_ANY_AUX}\s+(?:I|you|he|she|it|we|they|there)(?:\s+not)?\s*(?:[,.?!;]|$|and\b)")
_HUNG = pattern(rf",\s*{_ANY_AUX}\s+(?:I|you|he|she|it|we|they|there)(?:\s+not)?(?=\s*(?:[,.?!;]|$|and\b))")
_POLITE = pattern(
    rf"(?!would you say\b)(?:(?:can|could|will|would)\s+you\s+(?:(?:please|perhaps|now|also|kindly|just|"
    rf"again|first|then|to)\s+)*{ASK}"
    rf"|(?:I|we)(?:\s+(?:should|would)|'d)?\s+(?:like|want|wish|ask)\s+(?:you\s+)?(?:now\s+)?to\s+"
    rf"(?:{ASK}|hear|know|ask|learn|understand)"
    rf"|(?:let us|let's|may I|might I)\b"
    rf"|if you (?:would|will|could),?\s+{ASK})\b"
)
_EMBEDS = pattern(
    rf"(?:do|can|could|would) you (?:happen to )?(?:know|remember|recall|say|tell)\b[^,.?!]{{0,30}}?\b"
    rf"(?:{WH}|whether|if)\b"
)
_REQUEST = pattern(rf"{ASK}\b(?!\s+so\b)(?!\s*[,.?!]?\s*$)(?!'s\b|\s+(?:of|is|was|were|are|did|had)\b)")

_TO = rf"(?:(?:for \w+ |from {WH} (?:\w+ )?)?{PREPOSITION}\s+)?"
"""A preposition that stands before the question word it belongs to: "to whom", "for use in which"."""

_ASIDE = r"(?:\s*,[^,?!.]{1,40},)?"
_INVERTED = pattern(
    rf"{_TO}{WH}\b{_ASIDE}(?:\s+(?!(?:{AUX}|{WH})\b)[\w'-]+,?){{0,14}}?{_ASIDE}\s+{_ANY_AUX}\s+"
    rf"(?:\w+ly\s+|not\s+)?[\w'\"“]"
)
"""A question word, what goes with it, an aside and an auxiliary: "What letters, if any, did you"."""

_DIRECT = pattern(
    rf"{_TO}{WH}\s+(?:(?:else|exactly|then|ever|precisely)\s+)?{_ANY_AUX}\s+(?:not\s+)?{SUBJECT}"
)
_ANY_WH = pattern(rf"{_TO}{WH}\b")
_SUBJECT_WH = pattern(rf"{_TO}(?:who|what|which|whose|how)\b")
_RELATIVE_OF = pattern(rf"{_TO}(?:who|whom|which|where|when|why|what|how)\s+(?!(?:one|many|much)\b){SUBJECT}")
"""A question word with its subject next: a clause that goes with something else, not a question."""

_MAY_BE_RELATIVE = pattern(rf"{_TO}(?:who|whom|whose|which|where|when)\b")
_ASKS_AT_ONCE = pattern(
    rf"{_TO}(?:whom|which|where|when|whose)(?:\s+\w+)?\s+(?:do|does|did)\b|(?:where|when)\s+{AUX}\s+{SUBJECT}"
)
_CLAUSE_FIRST = pattern(
    rf"(?:when|where|while|since|after|before|as|if|once|until)\s+"
    rf"(?!{_ANY_AUX}\b|{WH}\b|{PREPOSITION}\b|(?:else|exactly|last|first|precisely)\b)"
)
_LATE_INVERSION = pattern(rf"(?:where|when)\s+(?:[\w'-]+\s+){{1,5}}?(?:do|does|did)\s+{SUBJECT}")
_FRONTED = pattern(rf"(?:when|where|while|since|after|before|as|if|once|until|\w+ing|on|of|{PREPOSITION})\s")
_SETS_TIME = pattern(
    rf"(?:when|where|while|since|after|before|as|if|once|until|thinking|starting|going|beginning|"
    rf"returning|{PREPOSITION})\s|please\b"
)
_PAIRED = pattern(rf"(?:^|[^,\s]\s+){WH},? (?:and|or) (?:\w+ )?$|^{_TO}(?:how|which|what) \w+ (?:and|or) $")
_WH_WORD = pattern(rf"\b{WH}\b")

_STATES = pattern(
    rf"(?:I|you|he|she|it|we|they|there|this|that|these|those|no one|nobody|everyone|everybody|someone)\s+"
    rf"(?:(?:\w+ly|also|just|never)\s+)*[\w']+"
    rf"|(?:I|you|he|she|it|we|they|there|that)'(?:s|re|m|ll|d|ve)\b"
    rf"|[^,]{{1,60}}?\b{_ANY_AUX}\b"
    rf"|(?:the|your|his|her|their|our|a|an|my)\s+(?:[\w'-]+\s+){{1,4}}?(?:\w+ed|knew|went|came|took|"
    rf"gave|told|said|"
    rf"saw|made|got|ran|left|kept|met|paid|sent|wrote|brought|thought|held|stood|lay|sat|sold|began)\b"
)


@dataclass(frozen=True, slots=True)
class Asking:
    """A place where something is asked; ``end`` is where the next asking begins or the sentence ends."""

    form: Form
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a part of one set off by a semicolon, colon or dash.

    ``text`` is the whole question's with straight apostrophes; ``line`` counts the line breaks that end a
    question; ``mark`` is the sign after it, "" for none.
    """

    text: str
    start: int
    end: int
    line: int
    mark: str

    @cached_property
    def words(self) -> str:
        """The sentence itself, without its mark."""
        return self.text[self.start : self.end]

    @cached_property
    def lead(self) -> int:
        """Where it begins once "and", "so", "now" are passed."""
        found = _OPENED.match(self.text, self.start, self.end)
        return found.end() if found else self.start

    @cached_property
    def opener(self) -> str:
        """What stands before the lead, in small letters."""
        return self.text[self.start : self.lead].strip(" ,\"“'([").lower()

    @cached_property
    def asks(self) -> tuple[Asking, ...]:
        """Every place where it asks, in order; none for a statement or a fragment."""
        starts = list(self._askings())
        ends = [*(start for start, _ in starts[1:]), self.end]
        return tuple(Asking(form, start, end) for (start, form), end in zip(starts, ends, strict=False))

    @cached_property
    def states(self) -> bool:
        """Whether it asks nothing and has a subject with a verb."""
        return not self.asks and bool(_STATES.match(self.text, self.lead, self.end))

    @cached_property
    def tag(self) -> tuple[int, int] | None:
        """Where a short question is hung onto a statement ("…, wasn't it"); None when there is none."""
        return None if self.asks and self.asks[0].start == self.lead else self._hung

    @cached_property
    def _hung(self) -> tuple[int, int] | None:
        found = _HUNG.search(self.text, self.lead, min(self.end + 1, len(self.text)))
        return found.span() if found else None

    @cached_property
    def said(self) -> tuple[int, int] | None:
        """What the officer says rather than asks; None for a bare question, also with a clause before it."""
        if not self.asks:
            return self.start, self.end
        first = self.asks[0].start
        if first <= self.lead or _SETS_TIME.match(self.text, self.lead, first):
            return None
        return self.start, first

    @property
    def fragment(self) -> bool:
        """Whether it asks and states nothing in full: "Your rank?", "And the office?"."""
        return not self.asks and not self.states

    def _askings(self) -> Iterator[tuple[int, Form]]:
        text, end = self.text, self.end
        last, last_form = self.lead, self._form_at_lead()
        if last_form:
            yield last, last_form
        weak = -1
        for found in _PLACES.finditer(text, self.lead, end):
            place, joined = found.end(), found.group().strip(" ,").lower()
            form = self._form_later(place, joined, last, last_form)
            if form:
                yield place, form
                last, last_form = place, form
            elif (
                weak < 0 and _SUBJECT_WH.match(text, place, end) and not _RELATIVE_OF.match(text, place, end)
            ):
                weak = place
        if not last_form and weak >= 0 and _FRONTED.match(text, self.lead, end):
            yield weak, "content"

    def _form_at_lead(self) -> Form | None:
        text, end, lead = self.text, self.end, self.lead
        if _FORBIDS.match(text, lead, end):
            return None
        if (
            (_PLEASE.search(text, self.start, lead) and not _SAY_SO.match(text, lead, end))
            or _POLITE.match(text, lead, end)
            or _REQUEST.match(text, lead, end)
        ):
            return "request"
        if _EMBEDS.match(text, lead, end):
            return "content"
        if _WHETHER_FIRST.match(text, lead, end):
            return "whether"
        if _CLAUSE_FIRST.match(text, lead, end):
            return "content" if _LATE_INVERSION.match(text, lead, end) else None
        if _INVERTED.match(text, lead, end) or _SUBJECT_WH.match(text, lead, end):
            return "content"
        return None

    def _form_later(self, place: int, joined: str, last: int, last_form: Form | None) -> Form | None:
        """What is asked at a place inside; the asking before it matters, as it may still be going on."""
        text, end = self.text, self.end
        if last_form == "content":
            whole = _INVERTED.match(text, last, end)
            if whole and whole.end() > place:
                return None
        if _WHETHER_LATER.match(text, place, end):
            return None if _TAG.match(text, place, end) else "whether"
        if joined.endswith("please") or _POLITE.match(text, place, end):
            return None if _SAY_SO.match(text, place, end) else "request"
        coordinated = joined.startswith(_COORDINATED)
        if not last_form and self._hung and self._hung[1] <= place:
            last_form = "content"
        if _REQUEST.match(text, place, end):
            return "request" if not last_form or (coordinated and not joined.startswith("or")) else None
        told = coordinated and last_form == "request"
        if not _ANY_WH.match(text, place, end) or (_RELATIVE_OF.match(text, place, end) and not told):
            return None
        if coordinated and last_form:
            return None if self._goes_on(place) else "content"
        if last_form and _MAY_BE_RELATIVE.match(text, place, end):
            return "content" if _ASKS_AT_ONCE.match(text, place, end) else None
        if last_form == "request" and not _DIRECT.match(text, place, end):
            return None
        return "content" if _INVERTED.match(text, place, end) else None

    def _goes_on(self, place: int) -> bool:
        """Whether a question word after "and" pairs with the one before or goes on with a relative clause."""
        before = self.text[self.lead : place]
        found = _WH_WORD.search(self.text, place, self.end)
        word = found.group().lower() if found else ""
        if _PAIRED.search(before) and (word != "what" or before.lower().startswith("what ") is False):
            return True
        return word in ("who", "which", "whose", "whom") and bool(
            re.search(rf"\w (?:\w+ )?{word}\b", before.lower())
        )


@dataclass(frozen=True)
class Question:
    """A question as given, and the same with straight apostrophes."""

    given: str
    text: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_sentences(self.text))

    @cached_property
    def asks(self) -> tuple[Asking, ...]:
        """The askings of all sentences."""
        return tuple(asking for sentence in self.sentences for asking in sentence.asks)


def read(question: str) -> Question:
    """Read a question of any length and script; what is not English simply has no parts that ask."""
    return Question(question, question.translate(_APOSTROPHES))


def _sentences(text: str) -> Iterator[Sentence]:
    start = line = 0
    for found in _END.finditer(text):
        if found.group() == "." and _ABBREVIATED.search(text, max(0, found.start() - 8), found.start()):
            continue
        begin = _past_space(text, start, found.start())
        if begin < found.start():
            yield Sentence(text, begin, found.start(), line, found.group().strip()[:1])
        line += "\n" in found.group() or "\r" in found.group()
        start = found.end()
    begin = _past_space(text, start, len(text))
    if begin < len(text):
        yield Sentence(text, begin, len(text.rstrip()), line, "")


def _past_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
