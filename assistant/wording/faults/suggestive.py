"""A possible answer fed as a detail: a candidate, number, colour, place or day that he has only to confirm."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.faults.forced_choice import rivals
from assistant.wording.faults.leading import agrees
from assistant.wording.grammar import AUX, BE, COLOUR, DAY, MONTH, NAME, NOT_SHORT, NUMBER, ORDINAL, PRONOUN, pattern
from assistant.wording.reading import Asking, Question, Sentence

RULE = Rule(
    "suggestive",
    "It puts a possible answer into his mouth; let him name the detail himself.",
    "Loftus & Palmer (1974)",
)

_NOT_A_COLOUR = r"(?!\s+(?:Army|Sea|Square|Star|Fleet|Cross|Guard|Banner|House|October|Russia\w*|Front|market|list|bread|coffee|coal))"
_A_COLOUR = rf"{COLOUR}{_NOT_A_COLOUR}"
_MATERIAL = r"(?:wooden|brick|stone|concrete|slate|steel|iron|metal|glass|leather|tin|copper|wooden|tiled|barbed)"
_TIME = rf"(?:{DAY}\b(?!s)|{MONTH}|midnight|noon|dawn|dusk|midday|{NUMBER} o'clock|half past \w+|christmas|easter)"
_NOT_A_PERSON = r"(?!(?:Party|Soviet|Russian|Komsomol|Communist|Army|Navy|Central|State|Ministry|Moscow time|I|Committee|German|English|American)\b)"
_A_NAME = rf"{_NOT_A_PERSON}{NAME}"
_A_NUMBER = rf"(?!one\b){NUMBER}"

_DETAIL = pattern(
    rf"\b(?:{_A_COLOUR}|{_TIME}|{_A_NUMBER}|{ORDINAL} (?:of|floor|group)|(?:in|at|near|from|on|by|called|named) {_A_NAME}"
    rf"|(?:Colonel|General|Captain|Major|Lieutenant|Comrade|Sergeant|Admiral|Professor|Doctor|Dr\.?|Mr\.?) {NAME})\b"
)
_SAY = pattern(
    rf"(?:,\s*(?:shall we |let us |let's )?say\b|\bsay,?\s+(?:{_A_NUMBER}|in {NAME})\b|\b(?:for (?:example|instance)|such as|e\.g\.|like for instance)(?=\W|$)|"
    rf"\bsomething (?:like|of the sort of|along the lines of)\b|\bperhaps\b|\bmaybe\b|\bpossibly\b|\bmight (?:it|that|he|she|they|this|there) (?:have been|be)\b|\bcould (?:it|that|he|she|they|this|there) (?:have been|be)\b|\b(?:was it|would that be|is it) by any chance\b)"
)
_GUESS = pattern(
    rf",\s*(?:(?:about|around|roughly|some|perhaps|maybe|approximately|nearly|almost|over|under|as many as|at least|say|was it|were they|it was)\s+)*"
    rf"(?:(?:in|at|on|by|near|from|for|to|with|because of|during|before|after)\s+)?(?:(?:the|a|an|his|your|their)\s+)?"
    rf"(?:(?:{_A_NUMBER}|{_A_COLOUR}|{DAY}|{MONTH}|(?-i:[A-Z])[\w-]+(?:\s(?-i:[A-Z])[\w.-]+)*|{ORDINAL})(?:\s+(?!you\b|did\b)[\w'-]+){{0,3}}?"
    rf"|(?:(?<=\sa\s)|(?<=\san\s))[\w'-]+(?:\s[\w'-]+)?|(?<=\bthe\s)[\w'-]+|(?<=\bby\s)[\w'-]+)$"
)
_NO_GUESS = pattern(
    r",\s*(?:please|then|exactly|precisely|if|as|where|when|who|which|what|how|and|or|too|sir|colonel|captain|major|comrade|today|now|again|since|while|although|though|in (?:your|detail|order|all|general|particular|turn|as|what|the|that|those|short|brief|full)|"
    r"to the best|by (?:name|year|month|day|your|rank)|from (?:the|your|first|memory|what|beginning|start|top|bottom|left|bow|\w+ to)|on (?:average|the whole|an|that|your|those|which)|at (?:least|most|the|that|any|all|your|first|what)|for (?:each|every|the|your|a|how|what)|with (?:the|their|his|your|a|date|dates|names?|rank)|one|step|hour|day|room|shop|year|month|floor|hand|piece|point|before|after|during|so|without|not|apart|besides|other|including|however|say\b|both|each|year|word|line|unit|posting|port|until|up|going|starting|beginning|counting|to your|of (?:your|the|those|these|all|course)|about (?:when|how|what|which)|near the|as\b|even|only|just|because)\b"
)
_BE_SUBJECT = (
    rf"{BE}\s+(?:not\s+)?(?:{PRONOUN}|(?:the|your|his|her|their|its|this|that|these|those)\s+(?!same\b)(?:[\w'-]+\s+){{0,9}}?(?=[\w'-]))\s*"
)
_IS_DETAIL = pattern(
    rf"(?:{BE}\s+(?:it|that|this|he|she|they|there|these|those|one)\s+(?:not\s+)?(?:\w+ly\s+|about\s+|around\s+|perhaps\s+|called\s+|named\s+|in\s+|at\s+|on\s+|near\s+|by\s+|from\s+|of\s+|with\s+|the\s+|a\s+|an\s+|some\s+|more than\s+|over\s+|made of\s+)*"
    rf"(?:(?:[\w-]+\s+){{0,2}}?(?:{_A_COLOUR}|{_MATERIAL}|{_TIME}|{_A_NUMBER}|{ORDINAL}|{_A_NAME}))\b"
    rf"|{BE}\s+(?:the|your|his|her|their|its|this|that)\s+(?:[\w'-]+\s+){{1,9}}?(?:called\s+|named\s+|known as\s+|painted\s+|near\s+|in\s+|at\s+|on\s+|a\s+|an\s+|the\s+|of\s+|about\s+|made of\s+|built of\s+|from\s+|by\s+|some\s+|with\s+)*"
    rf"(?:(?:a|an)\s+)?(?:{_A_COLOUR}|{_MATERIAL}|{_TIME}|(?:called|named|near|by|known as|a|an|the|about) {_A_NAME}|{_A_NUMBER}|(?:the )?{ORDINAL} of)\b)"
)
_IN_A_PLACE = pattern(rf"{BE}\s+(?:it|that|this|he|she|they)\s+(?:in|at|near|from|on|outside|behind|beside|under|opposite|called|named)\s+(?:the\s+)?{_A_NAME}")
_CLEFT = pattern(rf"{BE}\s+it\s+(?!you\b|there\b|not\b|possible|true|clear|usual|common|forbidden|allowed|necessary|always|here\b)(?:(?:in|at|on|by|from|for|because of)\s+)?(?:the|your|his|her|a|an|{NAME})\b[^.?!;,]{{0,50}}?\s(?:who|that|whom|which)\s+\w+")
_IT_WAS_A = pattern(
    rf"{BE}\s+(?:it|he|she|that|this|they)\s+(?:not\s+)?(?:the|a|an)\s+(?!(?:good|bad|large|small|big|long|short|new|old|member|matter|rule|secret|custom|duty|habit|question|result|special|regular|permanent|common|usual|party|single|separate|great|difficult|private|public|friend|full|same|only|first|last|case|closed|different|real)\b)(?:[\w'-]+\s+){{0,2}}?[\w'-]+$"
)
_WOULD_BE = pattern(
    rf"(?:would|could|might|can|may|will|must)\s+(?:that|it|this|he|she|they|there|the\s+[\w ]{{1,40}}?|his name|her name|their number)\s+(?:have been|be)\s+(?:(?:about|around|the|a|an|in|on|at|near|called|some|as (?:many|much|long|far) as)\s+)*"
    rf"(?:{_A_NUMBER}|{ORDINAL}|{_TIME}|{_A_COLOUR}|{NAME}|[\w'-]+$)"
)
_NAMED = pattern(
    rf"\b(?:called|named|known as|name (?:was|is|of)|(?:by|under|use[ds]?|using|with) the name(?: of)?)\s+(?:\"|“|')?(?:(?:Colonel|General|Captain|Major|Comrade)\s+)?{_A_NAME}"
    rf"|(?:was|is)\s+(?:his|her|their|the [\w' ]{{1,30}}?|your [\w' ]{{1,30}}?)\s+(?:name|surname|rank|number|cover name|code ?name|age|colour|height)\s+(?:(?:a|an|the)\s+)?[\w'-]+"
)
_MEASURES = pattern(
    rf"(?:did|does|do|would|could|had|has)\s+[\w' ]{{1,60}}?\b(?:take|last|weigh|cost|measure|earn|carry|hold|make|have|number|reach|contain|need|fly|travel|employ|produce|build|stand|stay|wait|live|serve|lie|sit|pay|receive|give|get|want|bring|fire|see|come|meet|leave|arrive|begin|start|happen|cross|go|work|end|sail|open|return)"
    rf"(?:\s+(?:up|out|there|home|back|him|her|it|you|them|ashore))?(?:\s+(?:about|around|roughly|some|nearly|over|under|more than|less than|at least|as many as|for|in|on|at|before|after|by|to|the|a|an|during|from|only|almost|with|until|till))*\s+"
    rf"(?:{_A_NUMBER}(?!\s*\?)(?<!19\d\d)|{DAY}\b(?!s)|{MONTH}|{ORDINAL} (?:of|floor|group|row|line|platform|storey|room|door|shop|desk|house|week|day)|midnight|noon|dawn|dusk)\b"
)
_A_YEAR = pattern(r"\b(?:in|during|since|from|until|before|after|by|of|end of|spring|summer|autumn|winter|to|and|january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|18)\d\d\b")
_IN_NAME = pattern(
    rf"(?:did|had|has|have)\s+(?:you|he|she|they|it|the\s+[\w ]{{2,30}}?|your\s+\w+)\s+(?!ever\b)[\w]+\s+(?:him|her|it|them|you|this|that|the\s+\w+|a\s+\w+|your\s+\w+|one another|each other)\s+(?:(?:over|up|out|off|back|there)\s+)?(?:in|at|near|from|to|on|outside|through|by)\s+(?:the\s+)?{_A_NAME}"
)
_WORE = pattern(
    rf"(?:did|had|has|have|does|do)\s+[\w' ]{{1,40}}?\b(?:\w+\s+)?(?:a|an|the|his|her|its|their|any)?\s*(?:\w+\s+)?{_A_COLOUR}\s+[\w-]+"
)
_PUT_IN = pattern(
    r"(?:did|have|had)\s+(?:you|he|she|they)\s+(?:hide|hid|hidden|put|keep|kept|leave|left|bury|buried|place|placed|store|stored|meet|met|give|given|hand|handed|drop|dropped|throw|thrown|lock|locked|pass|passed|carry|carried|sew|sewn|burn|burned)\s+"
    r"(?:the\s+[\w-]+|your\s+[\w-]+|his\s+[\w-]+|it|them|him|her|that\s+\w+)\s+(?:in|under|behind|inside|beneath|on|at|into|near|by|beside|to)\s+(?:the|a|an|your|his|her)\s+[\w' -]+$"
)
_COLOUR_ANYWHERE = pattern(rf"\b{_A_COLOUR}\b(?!\s+(?:Army|Sea|Square|Star))(?-i:(?![A-Z]))")
_HABIT = pattern(r"\b(?:on (?:\w+days|holidays)|ever|any(?:one|body|thing|where)?)\b")
_APPROXIMATE = pattern(
    rf"\b(?:about|around|roughly|approximately|nearly|almost|some|over|more than|at least|up to|as (?:many|much) as|fewer than|less than)\s+{_A_NUMBER}\b"
)
_FRAGMENT_ABOUT = pattern(
    rf"(?:(?:perhaps|maybe|possibly|about|around|roughly|some|in|at|near|on|by|from|with|a|an|the|something like|for example|for instance|say|or|was it)\s*,?\s+)*(?:(?:\w+ ){{0,2}}?(?:{_A_COLOUR}|{_A_NUMBER}|{DAY}|{MONTH}|{ORDINAL})\b|{_A_NAME})"
)
_KNOWN = pattern(r"\b(?:you (?:said|told|mentioned|described|gave|wrote|say)|as you (?:said|told))\b")


def find(question: Question) -> Iterator[Fault]:
    """One sign a sentence."""
    for sentence in question.sentences:
        if span := _fed(question, sentence):
            yield RULE.broken(question.given, *span)


def _fed(question: Question, sentence: Sentence) -> tuple[int, int] | None:
    text, start, end = sentence.text, sentence.start, sentence.end
    if agrees(question, sentence):
        found = _DETAIL.search(text, _after_subject(sentence), end)
        return found.span() if found else None
    asking_form = sentence.asks[-1].form if sentence.asks else None
    if (asking_form or sentence.mark == "?") and (found := _SAY.search(text, start, end)):
        if asking_form != "request":
            return found.span()
    if sentence.fragment and sentence.mark == "?":
        found = _FRAGMENT_ABOUT.match(text, sentence.lead, end)
        return found.span() if found and not _NAMES_A_TOPIC.match(text, sentence.start, end) else None
    for asking in sentence.asks:
        span = _in_whether(sentence, asking) if asking.form == "whether" else None
        if asking.form == "content":
            span = _guess(text, asking)
        if span:
            return span
    return None


_NAMES_A_TOPIC = pattern(r"(?:and|what|how|any\w*|your|his|her|their|full|first|last|next|which)\b")


def _after_subject(sentence: Sentence) -> int:
    found = _FIRST_WORDS.match(sentence.text, sentence.lead, sentence.end)
    return found.end() if found else sentence.lead


_FIRST_WORDS = pattern(r"[\w'-]+\s+")


def _guess(text: str, asking: Asking) -> tuple[int, int] | None:
    """A short answer hung onto a question with a question word: "How many were there, about fifty?"."""
    comma = text.rfind(",", asking.start, asking.end)
    found = _GUESS.match(text, comma, asking.end) if comma > 0 and not _ASIDE_BEFORE.search(text, asking.start, comma) else None
    if not found or _NO_GUESS.match(text, found.start(), asking.end) or " or " in found.group():
        return None
    return found.span()


_ASIDE_BEFORE = pattern(r",\s*(?:if|in|to|as)\b[^,]*$")


def _in_whether(sentence: Sentence, asking: Asking) -> tuple[int, int] | None:
    text, start, end = sentence.text, asking.start, asking.end
    if rivals(sentence):
        found = _APPROXIMATE.search(text, start, end) or _NUMBERS_ALONE.match(text, start, end)
        return found.span() if found else None
    if found := _NAMED.search(text, start, end) or _APPROXIMATE.search(text, start, end):
        return found.span()
    if _HABIT.search(text, start, end):
        return None
    for sign in (_IS_DETAIL, _IN_A_PLACE, _CLEFT, _WOULD_BE, _IT_WAS_A, _MEASURES, _IN_NAME, _WORE, _PUT_IN):
        found = sign.match(text, start, end)
        if found and not _only_a_year(text, start, found.end()):
            return found.span()
    return None


_NUMBERS_ALONE = pattern(rf"(?:{AUX}|{NOT_SHORT})\s+(?:there|they|it)\s+(?:about\s+)?{_A_NUMBER}\b")


def _only_a_year(text: str, start: int, end: int) -> bool:
    """Whether the only detail is a year that frames the question; "was it in 1955" feeds it all the same."""
    found = _A_YEAR.search(text, start, end)
    return bool(found and found.end() >= end - 1 and not _IT_IN.match(text, start, end))


_IT_IN = pattern(rf"{BE}\s+(?:it|that|this)\s")
