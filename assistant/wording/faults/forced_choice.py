"""Alternatives offered as if they were all there is."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import NUMBER, PREPOSITION, pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "forced_choice",
    "It offers him a choice as if there were nothing else; ask openly.",
    "Powell, Fisher & Wright, Investigative interviewing (2005)",
)

_OR = pattern(r"\bor\b")
_REGULAR = {"number": pattern(NUMBER), "preposition": pattern(PREPOSITION)}
_CLASSES = {
    "aux": """
        do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must|didn't|
        doesn't|don't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|couldn't|wouldn't|shouldn't|won't|
        can't
    """,
    "they": """
        I|you|he|she|it|we|they|there|this|that|these|those|one|both|either|everyone|someone|anyone|nobody
    """,
    "the": "the|a|an|your|his|her|its|their|our|my|this|that|these|those|some",
    "only": "only|just|simply|merely|rather|else",
    "where": """
        by|on|in|at|for|from|before|after|during|through|under|over|inside|outside|because|because of|
        out of|above|below|behind|as|across|within|near
    """,
    "kin": """
        wife|husband|father|mother|brother|brothers|sister|sisters|son|daughter|children|parent|parents|
        friend|friends|relatives|family|uncle|aunt|cousin|cousins|colleague|colleagues|neighbour|
        neighbours|comrade|comrades|superior|superiors|others
    """,
}

_LEFT_OPEN = Phrases(
    """
    or [(was|is|were|did|had|has|do|does|are) (it|there|he|she|they|you)] [perhaps|maybe|even|just] [in|
        by|for|of|from|at|on|as|with|to|because of|through] [perhaps|maybe] [some|any|an] (other|another|
        one else|somebody else|something else|somewhere else|someone else|anything else|how else|else)
    or [in|by|for|of|from|at|on|as|with|to|through] (something|somewhere|someone|somebody|somehow|
        anything|anyone|anybody|anywhere|any|neither|both|none|elsewhere)
    or (what|how|who|where|when|why|otherwise|not|nothing|never|no|no one|nobody|so|more|less|fewer|later|
        thereabouts|ever|rather|none)
    or (don't|didn't|isn't|wasn't|doesn't|haven't|hasn't|weren't|aren't) [you|he|she|it|they]
    or (are|were|did|do|is|was) (you|he|she|it|they) not
    or (would you rather|would you prefer|shall we (stop|wait|go on|leave|begin|come back))
    (whether or|one way or|more or|sooner or|either of|rightly or)
    """,
    **_CLASSES,
)
_ANY = pattern(r"\b(?:any|anyone|anybody|anything|anywhere|ever|either of)\b")
_ASKED_OF_BOTH = Phrases(
    """
    (you|he|she|they|him|her|them|yourself|himself|your {kin}|his {kin}|her {kin}|{kin}) or [your|his|her|
        a|the|their|any|one of your|any of your] ({kin}|he|she|you|they|him|her|them)
    (one or two|two or three|three or four|once or twice|now or later)
    a (day|week|month|year) or (two|so)
    """,
    **_CLASSES,
)
"""Where "or" joins whom or what is asked about: "Did you or your wife ever travel?"."""

_ALTERNATIVE_SUBJECTS = Phrases(
    """
    {aux} [{the}] !{they} _ or [{the}] _ _
    {aux} there [{the}|more than one] _ [_] [_] or [a|an|the] _ _
    have you !(been|come|had|got) *s ... or
    """,
    **_CLASSES,
)
"""Whether there is one or the other, not which: "Were letters or parcels opened?"."""

_NUMBERS = Phrases("{number} [_] [_] or [by|in|at|on|about|with] {number}", **_REGULAR)

_SECOND_QUESTION = Phrases("or [{only}] {aux} ({they}|{the})", **_CLASSES)
_RIVALS = Phrases(
    """
    or (only|just|simply|merely)
    (a|an) _ [_] [_] [_] [_] or (a|an) _
    (is|are|was|were|be|been) ({they}|{the} _|{the} _ _|{the} _ _ _|
        {the} _ _ _ _) [_] [_] [_] [_] [_] [_] _ or _
    {where} [{the}] _ [_] or [{preposition}] [{the}] _
    {preposition} _ [_] [_] [_] or [only|just] {preposition} _
    {opposite} [_] [_] [_] or _
    (do|does|did|will|would|can|could) ({they}|{the} _) !(with|about|to) _ [_] [_] [_] or _ [it|them|him|
        her|there|home|away] $
    """,
    **_REGULAR,
    **_CLASSES,
    opposite="""
        day|night|left|right|north|south|east|west|early|late|before|after|inside|outside|old|new|big|
        small|large|men|women|man|woman|good|bad|friend|enemy|alone|together|up|down|upstream|downstream|
        open|closed|shut|real|false|genuine|forged|permanent|temporary|civilian|military|private|official|
        political|personal|train|car|road|rail|sea|air|foot|bus|plane|love|fear|money|written|oral|spoken|
        morning|afternoon|evening|summer|winter|spring|autumn|wood|stone|brick|steel|iron|diesel|petrol|
        steam|coal|first|second|higher|lower|above|below|upper|full|empty|alive|dead|armed|unarmed|
        married|single|promoted|dismissed|volunteer|volunteered|ordered|sent|forced|land|ship|longer|
        shorter
    """,
)
_REPEATED = pattern(
    r"\b(?!(?:the|your|his) (?-i:[A-Z]))(\w+)\b(?:\s+[\w'-]+){1,5}?,?\s+or\s+(?:rather\s+|only\s+|"
    r"just\s+)?\1\b"
)
_PLURALS = pattern(r"\b[\w'-]+s\s+or\s+(?:[\w'-]+\s+){0,2}?[\w'-]+s\b")

_HAS_ROOM = pattern(
    r"(?:\w+ )?(?:how|where|when|why|who|whom|whose|which (?:was|were|is|came|of|did|one|way|side|"
    r"direction|do|had)|"
    r"what (?:was|were|is|did|colour|kind|sort|made))\b"
)
_HUNG_ON = pattern(
    r",\s*(?:(?:a|an|the|in|on|at|by|from|for|to|with|as|because|"
    r"out of)\s+)?[\w'-]+(?:\s+[\w'-]+){0,4}?,?\s+or\s+[\w' -]{1,50}$"
)
"""Alternatives hung onto a question with a question word: "Which came first, the order or the alarm?"."""

_EITHER = pattern(r"\beither\b[^.?!;]{1,80}?\bor\b")
_WHETHER = pattern(r"\bwhether\b[^.?!;]{1,90}?\bor\b")


def find(question: Question) -> Iterator[Fault]:
    """Rival answers in a yes/no question, hung onto another, after "whether" or "either"."""
    for sentence in question.sentences:
        if found := rivals(sentence):
            yield RULE.broken(question.given, *found)


def rivals(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence offers rival answers; None when "or" joins what is asked about, or leaves it open."""
    text, start, end = sentence.text, sentence.start, sentence.end
    if not _OR.search(text, start, end) or _LEFT_OPEN.first(text, start, end):
        return None
    for asking in sentence.asks:
        if asking.form == "request" and _SECOND_QUESTION.first(text, asking.start, end):
            return asking.start, end
        if asking.form == "whether" and _in_yes_or_no(text, asking.start, end):
            return asking.start, end
        if asking.form == "content" and _HAS_ROOM.match(text, asking.start, asking.end):
            hung_on = _HUNG_ON.search(text, asking.start, end)
            if hung_on and not _ANY.search(text, asking.start, asking.end):
                return hung_on.span()
    if _ANY.search(text, start, end):
        return None
    if found := _EITHER.search(text, start, end):
        return found.start(), end
    if (sentence.asks or sentence.mark == "?") and (found := _WHETHER.search(text, start, end)):
        return found.start(), end
    bare = not sentence.asks and sentence.mark == "?"
    return (start, end) if bare and not _ASKED_OF_BOTH.first(text, start, end) else None


def _in_yes_or_no(text: str, start: int, end: int) -> bool:
    if _ANY.search(text, start, end) or _ASKED_OF_BOTH.first(text, start, end):
        return False
    if _SECOND_QUESTION.first(text, start, end) or _NUMBERS.first(text, start, end):
        return True
    if _ALTERNATIVE_SUBJECTS.begins(text, start, end):
        return False
    if _REPEATED.search(text, start, end):
        return True
    return any(not _PLURALS.search(text, *span) for span in _RIVALS.find(text, start, end))
