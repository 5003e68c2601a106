"""Negations that stack, or that leave it open what yes and no would mean."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import AUX, NOT_SHORT, pattern, words
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "negative",
    "It is negated so that yes and no are unclear; put it in the positive.",
    "Perry et al., When lawyers question children (1995)",
)

_NOT = (
    rf"(?:{NOT_SHORT}|not|never|no one|nobody|nothing|nowhere|none|neither|nor|without|hardly|scarcely|barely|seldom|rarely|cannot|"
    r"no(?!\.| \d| longer\b| more than\b| less than\b| later than\b| sooner\b))"
)
_PREFIXED = words(
    """uncommon unusual untrue unlikely unaware unable unwilling unknown unfair unreasonable unclear unbroken unlocked unguarded unfounded
    unheard unnecessary unimportant unfamiliar unwelcome unopened unsigned unsealed unmarked unarmed unfinished unreported unnoticed unseen untouched unpaid
    unauthorised unauthorized unwise unthinkable unconnected uninvolved unconcerned unprepared unsafe unsound unhappy undesirable
    impossible improbable improper impermissible imprudent inaccurate incorrect incapable inconceivable incomplete infrequent insufficient
    inadmissible invalid irregular irrelevant illegal dishonest disloyal displeased dissatisfied disinclined unsuccessful uninformed unrelated unregistered
    uninterested unacquainted unconvinced unsure uncertain unforeseen unwarranted unusable unfit unqualified untested unchecked unchanged undamaged unharmed"""
)
_TURNS = (
    r"(?:forbidden|prohibited|banned|rare|wrong|false|den(?:y|ied|ies)|doubt(?:ed|ful|s)?|fail(?:ed|s)?|refus(?:e|ed|es|al)|prevent(?:ed|s)?|lack(?:ed|s)?|mistaken|exception(?:al)?|little|few\b(?<!a few)|only rarely|absence of)"
)
_NEGATIVE = pattern(rf"\b{_NOT}(?!\w)")
_NEGATIVE_WORD = pattern(rf"\b(?:{_PREFIXED}|{_TURNS})\b")
_NO_NEGATION = pattern(
    r"\b(?:whether or not|or not\b|if not\b|not only|not yet|no doubt|nothing but|nothing more than|why not|not least|not at all|not even|"
    r"no \d+|no\. ?\d+|no one else but|not so much|not more than|not later than|not less than|if you do not|if you don't|if you are not|if you cannot|if you can't|"
    r"could not help|none other|no sooner|never mind|last but not least|whether\b[^.?!;,]*\bor not)\b"
)
_CLAUSE = pattern(r",\s+(?=(?:if|though|although|as|because|when|while|since|unless)\b)|,\s*(?=which\b)|\b(?=if you (?:do not|don't|cannot|can't|are not|never|were not|did not))")
_TRUE_THAT = pattern(
    rf"(?:is|was) (?:it|that) (?:true|correct|right|so|the case|a fact|accurate|possible|likely|really true)(?: then)? that\b[^.?!;]*?\b{_NOT}(?!\w)"
    rf"|(?:would|is) it be (?:true|right|correct|fair|accurate) to say (?:that )?[^.?!;]*?\b{_NOT}(?!\w)|would it be (?:true|right|correct|fair|accurate|wrong|false|untrue|incorrect) to (?:say|think|suppose|assume|conclude|believe) (?:that )?[^.?!;]*?\b{_NOT}(?!\w)"
    rf"|(?:do|would|can|could|will) you (?:deny|doubt|dispute|disagree)\b[^.?!;]*?\b{_NOT}(?!\w)"
    rf"|(?:do|would|did) you (?:object|mind|agree|disagree|say|claim|maintain|mean)\b(?: to say)? that you (?:\w+ )?{_NOT}(?!\w)"
)
_TAG_OR_LEADING = pattern(rf",\s*(?:{NOT_SHORT}|{AUX})\s+\w+(?:\s+not)?\s*$")


def find(question: Question) -> Iterator[Fault]:
    """Two negations in one clause that asks, or one that a yes/no question asks him to confirm."""
    for sentence in question.sentences:
        if not sentence.asks and sentence.mark != "?" and len(question.sentences) > 1:
            continue
        if span := _stacked(sentence):
            yield RULE.broken(question.given, *span)


def _stacked(sentence: Sentence) -> tuple[int, int] | None:
    text = sentence.text
    begin = sentence.asks[0].start if sentence.asks else sentence.start
    if found := _TRUE_THAT.match(text, begin, sentence.end):
        return found.span()
    for start, end in _clauses(sentence, begin):
        signs = sorted(
            found.span()
            for sign in (_NEGATIVE, _NEGATIVE_WORD)
            for found in sign.finditer(text, start, end)
            if not _inside(_NO_NEGATION, text, found.start(), start, end)
        )
        plain = [span for span in signs if _NEGATIVE.fullmatch(text, *span)]
        tag = _TAG_OR_LEADING.search(text, start, end)
        if tag:
            signs = [span for span in signs if span[0] < tag.start()]
            plain = [span for span in plain if span[0] < tag.start()]
        if len(signs) > 1 and plain:
            return signs[0][0], signs[-1][1]
    return None


def _clauses(sentence: Sentence, begin: int) -> Iterator[tuple[int, int]]:
    """The parts of what is asked that a negation reaches; each asking is its own."""
    starts = [asking.start for asking in sentence.asks] or [begin]
    for start, limit in zip(starts, [*starts[1:], sentence.end], strict=True):
        at = start
        for cut in _CLAUSE.finditer(sentence.text, start, limit):
            yield at, cut.start()
            at = cut.end()
        yield at, limit


def _inside(sign: object, text: str, place: int, start: int, end: int) -> bool:
    return any(found.start() <= place < found.end() for found in _NO_NEGATION.finditer(text, start, end))
