"""Negations that stack, or that leave it open what yes and no would mean."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import AUX, NOT_SHORT, pattern, words
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "negative",
    "It is negated so that yes and no are unclear; put it in the positive.",
    "Perry et al., When lawyers question children: is justice served? (1995)",
)

_NOT = (
    rf"(?:{NOT_SHORT}|not|never|no one|nobody|nothing|nowhere|none|neither|without|hardly|scarcely|"
    rf"barely|seldom|rarely|"
    r"cannot|no(?!\.| \d| longer\b| more than\b| less than\b| later than\b| sooner\b| doubt\b))"
)
_NEGATIVE_BY_PREFIX = words(
    """
    uncommon unusual untrue unlikely unaware unable unwilling unknown unfair unreasonable unclear
    unbroken unlocked unguarded unfounded unheard unnecessary unimportant unfamiliar unwelcome unopened
    unsigned unsealed unmarked unarmed unfinished unreported unnoticed unseen untouched unpaid
    unauthorised unauthorized unwise unthinkable unconnected uninvolved unconcerned unprepared unsafe
    unsound unhappy undesirable unbeaten uninformed unrelated unregistered uninterested unacquainted
    unconvinced unsure uncertain unforeseen unwarranted unusable unfit unqualified untested unchecked
    unchanged undamaged unharmed unsuccessful unacceptable unpopular unimaginable unprecedented
    untypical impossible improbable improper impermissible imprudent impolite inaccurate incorrect
    incapable inconceivable incomplete infrequent insufficient inadmissible invalid inconsistent
    inexperienced inadvisable irregular irrelevant illegal illogical dishonest disloyal displeased
    dissatisfied disinclined atypical abnormal
"""
)
_NEGATIVE_BY_SENSE = (
    r"(?:forbidden|prohibited|banned|rare|(?<!go )(?<!went )(?<!gone )wrong|false|den(?:y|ied|ies)|"
    r"doubt(?:ed|ful|s)?|"
    r"fail(?:ed|s)?|refus(?:e|ed|es|al)|prevent(?:ed|s)?|lack(?:ed|s)?|mistaken|exception(?:al)?|little|"
    r"(?<!a )few|absence of)"
)
_EXPLICIT = pattern(rf"\b{_NOT}(?!\w)")
_IMPLICIT = pattern(rf"\b(?:{_NEGATIVE_BY_PREFIX}|{_NEGATIVE_BY_SENSE})\b")
_HARMLESS = pattern(
    r"\b(?:whether or not|or not|if not|not only|not yet|nothing but|nothing more than|why not|"
    r"not least|not at all|not even|"
    r"no one else but|not so much|not more than|not later than|not less than|could not help|none other|"
    r"never mind|"
    r"whether\b[^.?!;,]*\bor not)\b"
)
_CLAUSE = pattern(
    r",\s+(?=(?:if|though|although|as|because|when|while|since|unless|which)\b)"
    r"|\b(?=if you (?:do not|don't|cannot|can't|are not|never|were not|did not))"
)
_TO_BE_CONFIRMED = pattern(
    r"(?:(?:is|was) (?:it|that) (?:true|correct|right|so|the case|a fact|accurate|possible|"
    r"likely)(?: then)? that"
    r"|(?:would|is) it (?:be )?(?:true|right|correct|fair|accurate|wrong|false|untrue|incorrect) to "
    r"(?:say|think|suppose|assume|conclude|believe)"
    r"|(?:do|would|can|could|will) you (?:deny|doubt|dispute|disagree)"
    rf"|(?:do|would|did) you (?:object|mind|agree|say|claim|maintain|"
    rf"mean)(?: to say)? that you)\b[^.?!;]*?\b{_NOT}(?!\w)"
)
"""A negative statement that he is to confirm: yes could mean either."""

_TAG = pattern(rf",\s*(?:{NOT_SHORT}|{AUX})\s+\w+(?:\s+not)?\s*$")


def find(question: Question) -> Iterator[Fault]:
    """Two negations in one clause that asks, or one in what a yes/no question asks him to confirm."""
    for sentence in question.sentences:
        if (sentence.asks or sentence.mark == "?") and (span := _unclear(sentence)):
            yield RULE.broken(question.given, *span)


def _unclear(sentence: Sentence) -> tuple[int, int] | None:
    text, end = sentence.text, sentence.end
    begin = sentence.asks[0].start if sentence.asks else sentence.start
    if found := _TO_BE_CONFIRMED.match(text, begin, end):
        return found.span()
    for start, stop in _clauses(sentence, begin):
        tag = _TAG.search(text, start, stop)
        explicit, implicit = _negations(text, start, tag.start() if tag else stop)
        both = sorted([*explicit, *implicit])
        if explicit and len(both) > 1:
            return both[0][0], both[-1][1]
    return None


def _negations(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    harmless = [found.span() for found in _HARMLESS.finditer(text, start, end)]
    explicit, implicit = (
        [
            found.span()
            for found in sign.finditer(text, start, end)
            if not any(begin <= found.start() < stop for begin, stop in harmless)
        ]
        for sign in (_EXPLICIT, _IMPLICIT)
    )
    return explicit, implicit


def _clauses(sentence: Sentence, begin: int) -> Iterator[tuple[int, int]]:
    """The parts of what is asked that a negation reaches; each asking is its own."""
    starts = [asking.start for asking in sentence.asks] or [begin]
    for start, limit in zip(starts, [*starts[1:], sentence.end], strict=True):
        at = start
        for cut in _CLAUSE.finditer(sentence.text, start, limit):
            yield at, cut.start()
            at = cut.end()
        yield at, limit
