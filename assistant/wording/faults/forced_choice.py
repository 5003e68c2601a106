"""Alternatives offered as if they were all there is."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import AUX, NOT_SHORT, NUMBER, PRONOUN, pattern
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "forced_choice",
    "It offers him a choice as if there were nothing else; ask openly.",
    "Payne, The Art of Asking Questions (1951)",
)

_LEFT_OPEN = pattern(
    r"\bor\s+(?:(?:was|is|were|did|had|has) (?:it|there|he|she|they|you) )?(?:(?:in|by|for|of|from|at|on|as|with|to|because of|through) )?"
    r"(?:(?:perhaps |maybe |even |just )?(?:some|any|an)?\s?(?:other|another|one else|body else|thing else|where else|how else|else)|"
    r"something|somewhere|someone|somebody|somehow|anything|anyone|anybody|anywhere|any\b|others?\b|neither|both|none|what\b|how\b|who\b|"
    r"where\b|when\b|why\b|otherwise|not\b|nothing|never\b|no\b|so\b|more\b|less\b|fewer\b|later\b|thereabouts|rather\b|elsewhere|"
    r"don't|didn't|isn't|wasn't|neither|no one|nobody|ever\b|are you not|were you not|did you not)"
    r"|\b(?:whether or|one way or|more or|sooner or|either of|or (?:in|at|by) any)\b"
)
_ANY = pattern(r"\b(?:any|anyone|anybody|anything|anywhere|ever|either of)\b")
_WHOLE_SET = pattern(r"\bor\b")

_KIN = r"(?:wife|husband|father|mother|brothers?|sisters?|son|daughter|children|parents?|friends?|relatives?|family|uncle|aunt|cousins?|colleagues?|neighbours?|comrades?|superiors?|others)"
_HIM_OR_HIS = pattern(
    rf"\b(?:you|he|she|they|him|her|them|yourself|himself|your {_KIN}|his {_KIN}|her {_KIN}|{_KIN}) or (?:(?:your|his|her|a|the|their|any|one of your) )?(?:{_KIN}|he|she|you|they|him|her|them|(?-i:[A-Z]\w+))\b"
)
_SUBJECTS = pattern(
    rf"(?:{AUX}|{NOT_SHORT})\s+(?:(?:the|a|an|your|his|her|their|such)\s+)?(?!(?:it|he|she|you|they|this|that|there|these|those|I|we)\b)[\w'-]+s?\s+or\s+"
    r"(?:(?:the|a|an|your|his|her|their)\s+)?[\w'-]+\s+\w"
)
"""Alternatives in the subject: "Were letters or parcels opened?" asks for yes or no."""

_BE_THERE = rf"(?:is|are|was|were)\s+(?:{PRONOUN}|(?:the|your|his|her|their|this|that|these|those)\s+[\w' -]+?)"
_PREPOSITION = (
    r"(?:by|on|in|at|for|from|before|after|during|through|under|over|inside|outside|near|because|out of|above|below|"
    r"behind|as|into|onto|across|to|toward|towards|with|without|against|up|down|within|beyond)"
)
_SAME_WORD = pattern(r"\b(\w+)\b(?:\s+[\w'-]+){1,5}?,?\s+or\s+(?:rather\s+|only\s+|just\s+)?\1\b")
_PREPOSITIONAL = pattern(
    rf"\b(?:by|on|in|at|for|from|before|after|during|through|under|over|inside|outside|because of|out of|above|below|behind|as|across|within)"
    rf"\s+(?:(?:the|a|an|your|his)\s+)?[\w'-]+(?:\s+[\w'-]+)?,?\s+or\s+(?:{_PREPOSITION}\s+)?(?:(?:the|a|an|your|his)\s+)?[\w'-]+"
)
_OPPOSITES = pattern(
    r"\b(?:day|night|left|right|north|south|east|west|early|late|before|after|inside|outside|old|new|big|small|large|"
    r"men|women|man|woman|good|bad|friend|enemy|alone|together|up|down|upstream|downstream|open|closed|shut|real|false|genuine|forged|"
    r"permanent|temporary|civilian|military|private|official|political|personal|train|car|road|rail|sea|air|foot|bus|plane|ship|love|fear|money|written|oral|"
    r"morning|afternoon|evening|summer|winter|spring|autumn|north|wood|stone|brick|steel|iron|diesel|petrol|steam|"
    r"first|second|higher|lower|above|below|upper|full|empty|alive|dead|armed|unarmed|married|single|promoted|dismissed|"
    r"volunteer\w*|ordered|sent|forced)\b[\w\s'-]{0,25}?,?\s+or\s+(?:[\w'-]+\s+){0,3}?[\w'-]+"
)
_EITHER = pattern(r"\beither\b[^.?!;]{1,80}?\bor\b")
_WHETHER_CLAUSE = pattern(r"\bwhether\b[^.?!;]{1,90}?\bor\b")
_APPENDED = pattern(
    r",\s*(?:(?:a|an|the|in|on|at|by|from|for|to|with|as|because|out of)\s+)?[\w'-]+(?:\s+[\w'-]+){0,4}?,?\s+or\s+[\w' -]{1,50}$"
)
"""Alternatives after a question with a question word: "Which came first, the order or the alarm?"."""

_TAKES_ALTERNATIVES = pattern(
    r"(?:\w+ )?(?:how|where|when|why|who|whom|whose|which (?:was|were|is|came|of|did|one|way|side|direction|came|do|had)|"
    r"what (?:was|were|is|did|colour|kind|sort|made))\b"
)
_SECOND_CLAUSE = pattern(rf"\bor\s+(?:(?:else|rather|just|only|simply)\s+)?(?:{AUX}|{NOT_SHORT})\s+(?:{PRONOUN}|the|your|his|her|their|a|an|some)\b")
_NUMBERS = pattern(rf"\b{NUMBER}\b[\w\s]{{0,20}}?\bor\s+(?:(?:by|in|at|on|about|with)\s+)?{NUMBER}\b")
_ONE_OR_TWO = pattern(r"\b(?:one or two|two or three|three or four|a (?:day|week|month|year) or (?:two|so)|once or twice)\b")
_PREDICATE = pattern(rf"{_BE_THERE}\s+(?:[\w'-]+\s+){{0,7}}?[\w'-]+,?\s+or\s+[\w'-]+")
_ARTICLES = pattern(r"\b(?:a|an)\s+[\w' -]{1,40}?,?\s+or\s+(?:a|an)\s+[\w'-]+")
_VERBS = pattern(
    rf"(?:do|does|did|will|would|can|could)\s+(?:{PRONOUN}|(?:the|your|his|her|their)\s+[\w'-]+)\s+(?:(?!(?:with|about|to)\b)[\w'-]+\s+){{1,4}}?or\s+[\w'-]+(?:\s+(?:it|them|him|her|there|home|away))?$"
)
_JUST = pattern(r"\bor\s+(?:only|just|simply|merely|rather)\b")
_PLURALS = pattern(r"\b[\w'-]+s\s+or\s+(?:[\w'-]+\s+){0,2}?[\w'-]+s\b")


def find(question: Question) -> Iterator[Fault]:
    """Rival answers in a yes/no question, after a question with a question word, after "whether" or "either"."""
    for sentence in question.sentences:
        if found := rivals(sentence):
            yield RULE.broken(question.given, *found)


def rivals(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence offers rival answers; None when "or" joins what is asked about, or leaves it open."""
    text = sentence.text
    if not _WHOLE_SET.search(text, sentence.start, sentence.end) or _LEFT_OPEN.search(text, sentence.start, sentence.end):
        return None
    for asking in sentence.asks:
        if asking.form == "whether" and (span := _in_yes_or_no(text, asking.start, sentence.end)):
            return span
        if asking.form == "content" and _TAKES_ALTERNATIVES.match(text, asking.start, asking.end):
            found = _APPENDED.search(text, asking.start, sentence.end)
            if found and not _ANY.search(text, asking.start, asking.end):
                return found.span()
    if (found := _EITHER.search(text, sentence.start, sentence.end)) and not _ANY.search(text, sentence.start, sentence.end):
        return found.start(), sentence.end
    asked = sentence.asks or sentence.mark == "?"
    if asked and (found := _WHETHER_CLAUSE.search(text, sentence.start, sentence.end)) and not _ANY.search(
        text, found.start(), sentence.end
    ):
        return found.start(), sentence.end
    if not sentence.asks and sentence.mark == "?" and not _ANY.search(text, sentence.start, sentence.end):
        return (sentence.start, sentence.end) if not _HIM_OR_HIS.search(text, sentence.start, sentence.end) else None
    return None


def _in_yes_or_no(text: str, start: int, end: int) -> tuple[int, int] | None:
    if _JUST.search(text, start, end):
        return start, end
    if _ANY.search(text, start, end) or _HIM_OR_HIS.search(text, start, end) or _ONE_OR_TWO.search(text, start, end):
        return None
    if found := _SECOND_CLAUSE.search(text, start, end):
        return start, end if found else end
    if _SUBJECTS.match(text, start, end):
        return None
    for sign in (_NUMBERS, _ARTICLES, _SAME_WORD, _PREDICATE, _PREPOSITIONAL, _OPPOSITES, _VERBS):
        found = sign.search(text, start, end)
        if found and not (sign in (_PREPOSITIONAL,) and _PLURALS.search(text, found.start(), end)):
            return start, end
    return None
