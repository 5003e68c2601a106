"""A possible answer fed as a detail: a candidate, number, colour, place or day that he need only confirm."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.faults.forced_choice import rivals
from assistant.wording.faults.leading import agrees
from assistant.wording.grammar import COLOUR, DAY, MONTH, NUMBER, ORDINAL, pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Asking, Question, Sentence

RULE = Rule(
    "suggestive",
    "It puts a possible answer into his mouth; let him name the detail himself.",
    "Loftus & Palmer (1974)",
)

_NAMES_WITH_COLOURS = (
    r"(?-i:Army|Sea|Square|Star|Fleet|Cross|Guard|Banner|House|October|Russian?|Front|Forest)"
)
_WHO_HE_IS = (
    r"(?:Party|Soviet|Russian|Komsomol|Communist|Army|Navy|Central|State|Ministry|Committee|German|English|"
    r"American)"
)
_REGULAR = {
    "colour": pattern(rf"{COLOUR}(?!\s+(?:{_NAMES_WITH_COLOURS}|market|list|bread|coffee|coal)\b)"),
    "time": pattern(
        rf"{DAY}(?!s)|{MONTH}|midnight|noon|dawn|dusk|midday|{NUMBER} o'clock|half past \w+|christmas|easter"
    ),
    "number": pattern(rf"(?!one\b){NUMBER}"),
    "ordinal": pattern(ORDINAL),
    "name": pattern(rf"(?!{_WHO_HE_IS}\b)(?-i:(?:[A-Z][a-z]|[A-Z]-?\d|[A-Z]+[a-z])[\w-]*)"),
    "quoted": pattern(r"[\w-]+(?=[\"”'])"),
}
_CLASSES = {
    "be": "is|are|was|were",
    "it": "it|that|this|he|she|they|these|those|one",
    "the": "the|your|his|her|their|its|this|that",
    "material": "wooden|brick|stone|concrete|slate|steel|iron|metal|glass|leather|tin|copper|tiled|thatched",
    "title": """
        colonel|general|captain|major|lieutenant|comrade|sergeant|admiral|professor|doctor|dr|mr|marshal|
        engineer|commissar
    """,
    "small": """
        about|around|roughly|perhaps|called|named|in|at|on|near|by|from|of|with|the|a|an|some|more than|
        over|made of|known as|painted|only|just|exactly|nearly|almost|not|really|actually|during|before|
        after|under|behind|at least|as many as|between|for|to|less than|up to
    """,
    "called": "called|named|known as|painted|near|built of|made of|about|some|around|nearly|over|of",
    "detail": "{colour}|{material}|{time}|{number}|{ordinal}|{name}|{quoted}",
    "measured": """
        take|last|weigh|cost|measure|earn|carry|hold|make|have|number|reach|contain|need|fly|travel|
        employ|produce|build|stand|stay|wait|live|serve|lie|sit|pay|receive|give|get|want|bring|fire|see|
        come|meet|leave|arrive|begin|start|happen|cross|go|work|end|sail|open|return|sleep|fall|run|drive|
        march|call|write
    """,
    "put": """
        hide|hid|hidden|put|keep|kept|leave|left|bury|buried|place|placed|store|stored|meet|met|give|
        given|hand|handed|drop|dropped|throw|thrown|lock|locked|pass|passed|carry|carried|sew|sewn|burn|
        burned
    """,
    "sign": """
        scar|beard|moustache|mustache|limp|glasses|spectacles|hat|cap|stick|cane|tattoo|tooth|teeth|
        accent|briefcase|ring|scarf|gloves|wig|stutter|lisp|pipe|birthmark|monocle|crutch|coat
    """,
}

_CONFIRMS = Phrases(
    """
    {be} {it} [{small}] [{small}] [{small}] [_] [_] ({colour}|{material}|{time}|{number}|{ordinal}|{name})
    {be} there [{small}] [{small}] [_] ({colour}|{number})
    {be} {it} called _
    {be} {the} ... [{called}] [{small}] ({colour}|{material}|{time}|{number}|{ordinal} of|{quoted})
    {be} {the} ... (called|named|near|by|known as|a|an) {name}
    {be} {the} ... (in|on|under|behind|at|from|near) the {ordinal} _
    {be} {the} ... (held|built|made|kept|buried|hidden|born|found|stored|printed|stationed|posted|
        *ed) (in|at|near|from|to|on) [the] {name}
    {be} {the} (man|woman|officer|person|chief|one|guest|visitor|agent) ... {title} {name}
    {be} {it} [perhaps] [the|a] {title} {name}
    {be} it !(you|there|not|possible|true|clear|usual|common|forbidden|allowed|necessary|always|here) [in|
        at|on|by|from|for|because of] (the|your|his|her|a|an|{name}) ... (who|that|whom|which) _
    {be} {it} (the|a|an) {identity} $
    {be} {it} (the|a|an) {identity} {identity} $
    (would|could|might|can|may|will|must) ({it}|there|the _|the _ _|the _ of _ _|his name|her name|
        their number) (have been|be) [{small}] [{small}] [{small}] ({detail}|_ $)
    {be} (his|her|their|the _|the _ _|your _|your _ _|the _ _ _) (name|surname|rank|number|cover name|
        code name|code word|password|age|colour|height) [a|an|the] _
    (did|does|do|would|could|had|has) ... {measured} [up|out|there|home|back|him|her|it|you|them|
        ashore] [{small}] [{small}] [{small}] ({number}|{time}|{ordinal} (of|floor|group|row|line|
        platform|storey|room|door|shop|desk|house|week|day|street))
    (did|had|has|have) (you|he|she|they|it|the _|the _ _|your _) _ (him|her|it|them|you|this|that|the _|
        a _|your _|one another|each other) [over|up|out|off|back|there] (in|at|near|from|to|on|outside|
        through|by) [the] {name}
    (did|had|has|have|does|do) ... [a|an|the|his|her|its|their] {colour} _
    (did|have|had) (you|he|she|they) {put} (the _|your _|his _|it|them|him|her|that _) (in|under|behind|
        inside|beneath|on|at|into|near|by|beside|to) (the|a|an|your|his|her) _ [_] $
    (did|does|had|has|was|is) (he|she|they|the _|this _|that _|your _) [have|has|wear|wearing|carry|
        carrying|walk with|speak with|got|with] (a|an|his|her|the) [_] [_] {sign}
    {be} (he|she|the _) (bald|lame|bearded|one-eyed|red-haired|fair-haired|dark-haired|grey-haired|
        clean-shaven)
    (would|do|did|is|isn't|was|wasn't) (it|you|I|that) ... (there|it|they|he|she|the _) (was|were|is|are|
        had|has|came|left|arrived|began|started|weighed|cost|were not|
        was not) [{small}] [{small}] ({colour}|{time}|{number}|{ordinal}|{name})
    """,
    **_REGULAR,
    **_CLASSES,
    identity="""
        !(good|bad|large|small|big|long|short|new|old|member|matter|rule|secret|custom|duty|habit|
        question|result|special|regular|permanent|common|usual|party|single|separate|great|difficult|
        private|public|friend|full|same|only|first|last|case|closed|different|real|way|problem|lot|few|
        little|success|failure|mistake) _
    """,
)
"""A yes/no question with its detail; from where it is asked."""

_NAMED = Phrases(
    """
    (called|named|known as|name (was|is|of)) [{title}] {name}
    (by|under|use|used|uses|using|with) the name [of] {name}
    (about|around|roughly|approximately|nearly|almost|some|over|more than|at least|up to|as many as|
        as much as|fewer than|less than) {number}
    """,
    **_REGULAR,
    **_CLASSES,
)
"""A detail anywhere in a yes/no question."""

_SAY = Phrases(
    """
    say [about|in] ({number}|{name} $)
    (for example|for instance|such as|something like|something of the sort of|
        something along the lines of|perhaps|maybe|possibly|by any chance)
    (might|could) (it|that|he|she|they|this|there) (have been|be)
    """,
    **_REGULAR,
)
_AT_THE_END_SAY = pattern(r",\s*(?:shall we |let us |let's )?say\s*$")

_IN_STATEMENT = Phrases(
    """
    ({colour}|{time}|{number}|{ordinal} (of|floor|group)|(in|at|near|from|on|by|called|named|
        to) [the] {name}|{title} {name})
    """,
    **_REGULAR,
    **_CLASSES,
)
_SCRAP = Phrases(
    """
    [{small}|or|say] [{small}|or|say] [{small}] [_] [_] ({colour}|{number}|{time}|{ordinal})
    ({small}|something like|for example|for instance|say|or|was it|maybe) [{small}] [{small}] [{title}] {name}
    {title} {name}
    {name} {name}
    """,
    **_REGULAR,
    **_CLASSES,
)
"""A scrap put as a question; one word with a capital may be any first word."""

_GUESS = Phrases(
    """
    [{small}|was it|were they|it was|perhaps|maybe] [{small}] [{small}] ({colour}|{number}|{time}|
        {ordinal}|{name} [{name}]) [!(you|did) _] [!(you|did) _] [!(you|did) _] $
    [by|with|in|on|at|from|near|for|to] (a|an) _ [_] $
    [by|with|in|on|at|from|near|for|to] the _ $
    by _ $
    """,
    **_REGULAR,
    **_CLASSES,
)
_NO_GUESS = pattern(
    r"(?:please|then|exactly|precisely|if|as|where|when|who|which|what|how|and|or|too|now|again|since|"
    r"while|although|though|"
    r"in (?:your|detail|order|all|general|particular|turn|what|the|that|those|short|brief|full|a case|"
    r"cases)|to the best|"
    r"by (?:name|year|month|day|your|rank)|from (?:the|your|first|memory|what|beginning|start|top|left)|"
    r"on (?:average|the whole|an|that|your|those|which)|at (?:the|that|any|all|your|first|what)|"
    r"for (?:each|every|your|how|what)|"
    r"with (?:their|your|dates?|names?|rank)|one (?:by|after)|step|without|apart|besides|including|"
    r"until|up to|going|starting|"
    r"of (?:your|the|those|these|all|course)|even|only|just)\b"
)
_ASIDE_BEFORE = pattern(rf",\s*(?:if|in|to|as)\b[^,]*$|(?:{DAY}|{MONTH})\s*$")
_TOPIC = pattern(
    r"(?:and|what|how|any\w*|your|his|her|their|full|first|last|next|which|where|when|who|why)\b"
)
_LEFT_OPEN = pattern(r"\b(?:on (?:\w+days|holidays)|ever|any(?:one|body|thing|where)?)\b")
_FRAMED_BY_YEAR = pattern(
    rf"\b(?:in|during|since|from|until|before|after|by|of|end of|spring|summer|autumn|winter|to|and|"
    rf"{MONTH})\s+1[89]\d\d\s*$"
)
_OF_IT = pattern(r"(?:is|are|was|were)\s+(?:it|that|this)\s")
_FIRST_WORD = pattern(r"[\w'-]+\s+")
_COUNTS = pattern(rf"(?:is|are|was|were)\s+(?:there|they|it)\s+(?:about\s+)?(?!one\b){NUMBER}\b")


def find(question: Question) -> Iterator[Fault]:
    """One sign a sentence."""
    for sentence in question.sentences:
        if span := _fed(question, sentence):
            yield RULE.broken(question.given, *span)


def _fed(question: Question, sentence: Sentence) -> tuple[int, int] | None:
    text, start, end = sentence.text, sentence.start, sentence.end
    if agrees(question, sentence):
        subject = _FIRST_WORD.match(text, sentence.lead, end)
        return _IN_STATEMENT.first(text, subject.end() if subject else start, end)
    asks = sentence.asks
    if (asks or sentence.mark == "?") and not (asks and asks[-1].form == "request"):
        if found := _SAY.first(text, start, end):
            return found
        if at_the_end := _AT_THE_END_SAY.search(text, start, end):
            return at_the_end.span()
    if sentence.fragment and sentence.mark == "?":
        return None if _TOPIC.match(text, start, end) else _SCRAP.begins(text, sentence.lead, end)
    for asking in asks:
        if asking.form == "whether" and (span := _in_yes_or_no(sentence, asking)):
            return span
        if asking.form == "content" and (span := _hung_on(text, asking)):
            return span
    return None


def _hung_on(text: str, asking: Asking) -> tuple[int, int] | None:
    """A short answer hung onto a question with a question word: "How many were there, about fifty?"."""
    comma = text.rfind(",", asking.start, asking.end)
    if comma < 0 or _ASIDE_BEFORE.search(text, asking.start, comma):
        return None
    begin = comma + 1
    while begin < asking.end and text[begin] == " ":
        begin += 1
    if _NO_GUESS.match(text, begin, asking.end) or " or " in text[begin : asking.end]:
        return None
    return _GUESS.begins(text, begin, asking.end)


def _in_yes_or_no(sentence: Sentence, asking: Asking) -> tuple[int, int] | None:
    """The detail to be confirmed; of rival answers only numbers are also fed, and a bare year only frames."""
    text, start, end = sentence.text, asking.start, asking.end
    if rivals(sentence):
        found = _COUNTS.match(text, start, end)
        return found.span() if found else None
    if named := _NAMED.first(text, start, end):
        return named
    if _LEFT_OPEN.search(text, start, end):
        return None
    for span in _CONFIRMS.find(text, start, end):
        if span[0] == start and (_OF_IT.match(text, start, end) or not _FRAMED_BY_YEAR.search(text, *span)):
            return span
    return None
