"""Questions that cannot be answered as put: the thing, the time or the measure is not said."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import DAY, MONTH, NUMBER, pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Asking, Question, Sentence

RULE = Rule(
    "vague",
    "He cannot know what thing, time or measure you mean; say it.",
    "Payne, The Art of Asking Questions (1951)",
)

_CLASSES = {
    "aux": """
        do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|didn't|wasn't|weren't|isn't|
        haven't|hadn't|don't
    """,
    "loose": """
        often|frequently|regularly|recently|lately|usually|normally|sometimes|occasionally|much|a lot|
        a great deal|a good deal|a bit|nowadays|generally|these days|of late|now and then|
        from time to time|mostly|a little|all the time|now and again|quite a lot|many times|a lot of time|
        very often|most of the time|on the whole|in general|at all often|rarely|regular
    """,
    "things": """
        things|stuff|matters|business|affairs|the situation|the position|the circumstances|
        the state of affairs|goings-on|the atmosphere|the conditions|conditions|the whole thing|the rest|
        that (kind|sort) of (thing|stuff)|this (kind|sort) of (thing|stuff)|those (kinds|
        sorts) of (things|thing)|this and that|it all|all (that|this|of it|of that)|the usual|
        such (things|matters)|other (things|matters)|certain (things|matters)|various (things|matters)|
        other stuff|everything|the (general|overall) (situation|picture|position|conditions|atmosphere)|
        anything like that|something like that|all that [sort of] (business|thing)|that business|
        this business|the business|the affair|that affair|the matter|that matter|the thing|that thing|
        the other (thing|business|matter|side)|that side of (it|things)|the other side of (it|things)|
        what went on
    """,
    "where": """
        there|then|over there|back then|at the time|in those days|in general|generally|at home|back home|
        over here|at work|like there|overall|on the whole|these days|around there|up there|down there|
        out there|over the years|all those years|by and large|as a rule|with (them|him|her|it|that|
        everyone|people)|for (you|them|people|him)|at that time|around that time|in the old days|on board|
        abroad|from there|now|before|later|afterwards|in the (war|army|service|office|party|factory|camp|
        unit|navy|town|country|village|ministry|plant|yard)|at the (office|factory|plant|base|camp|
        embassy|school|yard|works|ministry|front)
    """,
    "people": """
        the others|other people|some people|certain people|those people|these people|people there|
        everybody there
    """,
    "topic": """
        work|office|people|place|job|life|mood|conditions|situation|atmosphere|relationship|relations|
        boss|chief|management|school|unit|service|party|embassy|plant|trip|camp|house|family|army|
        officers|security|time|meeting|course|yard|station|regiment|barracks|staff|shop|laboratory|town|
        factory|ship|navy|organisation|organization|leadership|leaders|command|discipline|colleagues|
        superiors|background|career|past|health|contacts|activities|experience|experiences|circumstances|
        duties|marriage|childhood|position|role|area|region|country|system|equipment|set-up|setup|
        arrangements|military side|political side|technical side|personalities|details|department|section|
        group|project|war|economy|company|ministry|committee|branch|operation|operations
    """,
    "quality": """
        all right|alright|ok|okay|well enough|properly|decently|fairly|nicely|reasonably well|
        satisfactor*|well|fine|good|bad|badly|nice|normal|usual|unusual|interesting|special|important|far|
        big|large|small|long|many|difficult|hard|easy|busy|strict|happy|satisfied|comfortable|useful|
        serious|significant|strange|close|high|low|heavy|strong|quick|slow|soon|early|late|popular|enough|
        sufficient|adequate|better|worse|different|the same|more|less|better or worse|more or less|
        friendly|unfriendly|tense|calm|pleasant|unpleasant|modern|old-fashioned|suitable|reasonable|hot|
        cold|expensive|cheap|near|reliable|efficient|any good|very good|very bad|quite good|much the same|
        as usual|as before|bigger|smaller|busier|stricter|harder|easier|tight|strict|loose|clean|dirty|
        poor|rich|fat|senior|junior|tall|short|loud|dangerous|risky|safe
    """,
    "subject": """
        it|that|this|they|things|everything|he|she|you|there|people|life|matters|we|the {topic}|
        your {topic}|their {topic}|the others|the men|the people|anything|any of it|all that|his {topic}|
        the _
    """,
    "odd": """
        else|more|happening|happen|going on|go on|unusual|interesting|special|important|strange|new|
        different|suspicious|out of the ordinary|of (interest|importance|note|that kind|that sort|
        the kind|the sort|value|use)|wrong|odd|in particular|useful|worth (knowing|mentioning|telling|
        reporting)|we (should|ought to) know|funny|remarkable|notable|special|secret|like (that|this|it)|
        about (it|that|them|this|things)|to do with (it|that|them|things)|at all|then|there|recently|
        lately|ever|in general|at the time|over there|to report|to tell|to say about it
    """,
}

_WHOLE = Phrases(
    """
    (what|how) about
    what of (the|your|his|that|those|life|things)
    how [{aux}|'s] (it|that|this|things|life|everything|they|them|everyone|the {topic}|your {topic}|
        their {topic}|matters|you|he|she|people) [like|been|be|go|going|doing|all|really|generally|get on|
        getting on|find (it|things|them)|feel|work out|at that time|turn out] [{where}] [{where}] $
    how (did|do) you (find|like) (it|that|things|them|the {topic}|your {topic}|people|life) [{where}] $
    how {aux} you [find|feel|like|get on|see|take|manage] [about|with|in] [it|that|things|them|everything|
        the (work|place|people|others)] [{where}] $
    what {aux} (it|that|this|things|life|everything|they|the {topic}|your {topic}|people|matters|he|
        she) [really|all|generally] like [{where}] $
    what [{aux}|'s] [generally|really|usually|all] (involved|going on|happening|up|new|important|around|
        the (problem|trouble|situation|position|arrangement|arrangements|set-up|setup|deal|story|idea|
        point|difficulty|atmosphere|mood|system|issue|general _|overall _|state of *)|your (situation|
        position|role|relationship|feelings|impression|impressions|view|views|opinion|attitude|thoughts|
        background|involvement|contacts|problems)|being done) [{where}|about (it|that|them|things)|in (it|
        that)] $
    what [else] (do|did|can|would|have) you (know|tell (me|us)|say|remember|hear|think|learn|notice|
        recall|heard|been doing|got|make) [about ({things}|it|them|him|her)|of ({things}|it|them)|
        for us] [{where}] [{where}] $
    what [else] did you (do|usually do|normally do|generally do|mostly do) [usually|normally|generally|
        mostly] [there|over there|in general|at work|back then] $
    what can you (say|tell us|tell me) about the (military|political|economic|technical|general|personal|
        other) (side|aspect|situation|part) [of (it|things)] $
    (what|who) [usually|normally|generally|mostly|really|else|all] (happened|happens|went on|goes on|
        was on|came up|took place|did (people|everyone|the others) do) [there|over there|in general|
        back then|at work|at the (office|plant|factory|base)|in the (office|plant|factory|unit)] $
    who (was|were|is|are|else was|all was) [all|really|usually] (involved|in it|around|important|in on it|
        concerned|affected|interested) [{where}] $
    (what|who|which|where|when|how) ... {loosely} [{where}] $
    (what|who) [{aux}] [you] {loosely} *
    (why|when|how|where|who) ... (doing|stop doing|start doing|begin doing) (it|that|this|those|so) $
    (why|when|how) {aux} (things|matters|everything|the situation|all that) *
    (what|how|why|when|who|where) ... ((about|with) ({things}|{people})|{things}) [{where}] [{where}] $
    how often $
    (how|when|why) ... (things|stuff|matters) (change*|get|got|go|went|stand|stood|improve*|work*|start*|
        happen*|develop*|were|are)

    {aux} ... {loose} [{where}] [{where}] $
    {aux} {subject} {loose} !(as|enough|more|than) *
    {aux} (you|they|he|she|it|there) [_] (a lot of|much|lots of|plenty of|many|some|a few|various|
        certain) (work|contact|contacts|people|time|trouble|problems|friends|money|things|difficulties|
        visitors|men|trips|journeys|meetings|guests|others|influence|to do|equipment|ships|aircraft|
        movement|traffic|guards|officers|weapons|papers|letters|interest|business|training) [with (it|
        them|others|people)] [{where}] $
    {aux} {subject} [{aux}] [really|generally|usually|always|quite|very|rather|all|ever|fairly|pretty|so|
        that|too|treated|paid|fed|equipped|run|organised|organized|trained|treat (you|them)|treated|
        pay (you|them)|go|going|work|working|get on|run|be|been|behave|feel|look|living|live|seem|done|do|
        doing|received|informed|known|liked] [really|generally|usually|quite|very|rather|fairly|pretty|so|
        too|you|them|a|an|any] {quality} [one|ones|place|people|thing|things|enough|man|men|job|work|
        officer|number] [{where}] [{where}] $
    {aux} (things|matters|everything|the situation|conditions|life|it|that) [ever|really|later|then|
        also] (change|changed|improve|improved|happen|happened|get better|get worse|go well|go on|
        work out|work|matter|help|different|better|worse) [much|a lot|at all|later|afterwards|often|
        {where}] [{where}] $
    {aux} (you|they|he|she|we|anyone|anybody|people|there|it) [_] [_] [_] (anything|something|someone|
        somebody|somewhere|anyone|anybody|any of (it|this|that|them)) [{odd}] [{odd}] [{where}] $
    {aux} (anything|something|much|a lot|anyone|any of it) [_] [{odd}] [{odd}] [{where}] $
    {aux} ... (things|stuff) [{odd}|{where}|with (them|people|the others|others)] [{where}] $
    {aux} ... (things|stuff) to do with
    {aux} ... ((about|with) ({things}|{people})|{things}) [{where}] $
    {aux} ... (there|here) {loose}
    {aux} ... {loose} there
    {aux} you [ever|also|often] (meet|know|see|talk to|speak to|work with) (people|anyone|anybody|someone|
        others) [from|in|of] [there|the (army|party|navy|government|police|service)] $
    {aux} ... (see|know|hear|have|do|get) (much|a lot|a great deal|a bit|something|little) of (him|her|
        them|it|that|people)
    {aux} you [_] (know|hear|learn|see|say|read|do|think|tell us|talk) [_] (a lot|much|a great deal|
        something|a bit|lots) about *
    {aux} (many|much|lots of|a lot of|plenty of|a few|several) _ [_] [_] [{where}] $
    what else (is|was|were|are) there [{where}] $
    was it far from (there|here|it)
    {aux} (you|they|he|she) [_] [get|have|see|hear|do|know|earn|eat|sleep|learn] (enough|much|little|
        a lot) [{where}] $
    {aux} there [a|an|some|any|ever|much] [_] (activity|movement|trouble|problem|problems|news|change|
        changes|incidents|incident|difficulty|difficulties|development|developments|irregularities|
        contact|contacts|talk|tension|anything [about|on|to do with] [_]) [{odd}] [{where}] $
    {aux} (you|they|he|she) [ever|also] (have|had|get|got|make|made|see|notice|hear of|meet|face) [a|any|
        some|many|much|the] [_] (trouble|problem|problems|news|incidents|incident|difficulty|difficulties|
        contact|contacts|activity|movement|developments|changes|talk|guests|visitors|people|friends|
        enemies|experience) [{odd}] [{where}] $
    {aux} you [ever] (involved|active|interested|close|in touch|around|in contact) [in (it|that|things|
        politics|anything)|with (them|him|people|it)] [{where}] $
    {aux} (you|he|she|they) [be|been] involved [in (it|that|things|anything|such things|
        all that)] [{where}] $
    {aux} (matters|things|conditions|life) [over there|there|at home|in general] *

    (can|could|will|would) you (tell|say|describe) [to] [us|me] [something|anything|
        more] [about] ({things}|it|that|them|the situation) [{where}] $
    (tell|say|talk|speak|describe|explain|let|give) (me|us|to me|to us|hear|have|something|anything|more|
        a little|a bit|about) [{amount}] [{amount}] [about|of|on|concerning|how] ({things}|it|that|this|
        them|there|the (work|office|people|place|job|situation|background|details|others|rest|past|party|
        military|set-up|setup|system|political side|technical side|personalities|relationship|
        organisation|organization)|your (work|job|life|background|past|people|situation|experience|
        experiences|contacts|activities|colleagues)|him|her|things) [was|were|is|are|went|
        go] [{where}] [{where}] $
    (tell|give|let) (me|us) [have|hear|know] {amount} [{amount}] [detail|details|information|particulars|
        background|news] [{where}] $
    (describe|explain|discuss) ({things}|it|that|them|the (situation|conditions|atmosphere|set-up|setup|
        background|relationship|people|others)|your (situation|life|work|contacts|activities|
        experiences)) [{where}] [{where}] $
    (tell|talk|describe|explain|say) ... ({things}) [{where}] [before|now|and] $
    """,
    **_CLASSES,
    loosely="""
        usually|normally|generally|recently|lately|nowadays|these days|of late|mostly|on the whole|
        in general|as a rule|by and large
    """,
    amount="""
        a little|a bit|some|something|anything|more|some more|a little more|all|everything|what you (know|
        can|remember)|a few|any|further|details|us|me|what|how|the|whatever you know|whatever
    """,
)
"""Matched from where something is asked."""

_ANYWHERE = Phrases(
    """
    (what|which) (sort|sorts|kind|kinds) of (thing|things|stuff)
    (that|this|those|these) (sort|kind|sorts|kinds) of (thing|things|stuff|business)
    all (that|this) [sort of] (business|thing|stuff)
    (things|matters|life) [over] (there|here|at home|back home) (was|were|is|are|changed|went|stood|
        improved)
    (things|matters) (were|was|are|stood|went|changed|had been) [_] (as|like|different|better|worse|
        the same|usual|much)
    (all|everything) that happened [there|then] $
    one thing and another
    (this and that|and so on|and so forth|and all that|and things|and stuff)
    (or|and) whatever $
    """
)
_HAS_PLACE = Phrases(
    """
    (usually|normally|generally|mostly) *ed
    (usually|normally|generally|mostly) (kept|held|sent|brought|done by|made|put|taken|given|paid|met|
        worn|built|sat|stood|went to|came from|began|left)
    (usually|normally|generally|mostly) _ ... (in|on|at|from|by|to|into|for|between|under|when|before|
        after) (the|your|his|a|an|which|what|each)
    the usual (_ of|_ _ of|_ for|_ in|_ at)
    """
)
_WISHES = Phrases(
    """
    (do|did|would|have|is|are) (you|there) [anything|something|anyone] [else|more] [that] [you] [wish|
        want|need|like|would like|have] [to] (add|ask|correct|say|tell (me|us)|mention|wish|want|need|
        like|forgotten|eat|drink)
    are you (warm|comfortable|tired|hungry|well|ready|able|cold|ill|in pain|thirsty)
    """
)
"""What he wishes, or how he feels now: no frame is wanted there."""

_FRAGMENT = Phrases(
    """
    (any|anything|anyone|anybody|anywhere|something|some|news|more|nothing|others|thoughts|comments|ideas|
        details|everything|stuff|problems|trouble|troubles|contacts|changes|things) *
    (any|anything|more|news|others|thoughts|comments|details|problems|contacts) $
    (what|who|where|anything|anyone|nothing) else $
    (and|so|but|now|well|then|also|ok|okay|right) [then|now] [about|in|at|on|as for|regarding|with|also|
        of] (the|your|his|her|their|that|those|these|this|all|life|work|things|other|others|more|them|
        there)
    (as for|regarding|concerning|about|on the (subject|question|matter) of|now|next|re) (the|your|his|
        that|those|this|life|things|them)
    the usual
    (how so|so what|and then|and so|what then)
    your (work|job|life|background|contacts|situation|colleagues|views|activities|impressions|thoughts|
        duties|family|health|relations|service|time there) $
    """
)
_CLEAR_FRAGMENT = pattern(
    r"\b(?:name|rank|age|address|date|number|birth|surname|patronymic|year|day|month|nationality|height|"
    r"weight|occupation|trade|"
    r"profession|religion|title|initials|colour|brothers|sisters|children|relatives|letters|papers|"
    r"photographs|maps|weapons|languages|"
    r"medicines?|wounds|decorations|medals)\b"
)
_FRAME = pattern(
    rf"\b(?:19\d\d|{MONTH}|{DAY}s?|in (?:your|the) (?:last|first|final|spring|summer|autumn|winter)|"
    rf"between|an? (?:week|month|day|year)|"
    r"(?:per|each|every) (?:week|month|day|year|\w+day)|since (?:your|the|you)|last (?:week|month|year|"
    r"winter|summer|spring|autumn)|"
    r"on (?:an|a|that) (?:ordinary|average|normal|typical|day|evening|morning|night)|than|that (?:night|"
    r"day|morning|evening|week)|"
    rf"before (?:the|you|your)|after (?:the|you|your)|when (?:the|you|your|he|a|it)|while (?:you|the)|"
    rf"by (?:day|night)|(?-i:[A-Z])\w+ (?:to|and) (?-i:[A-Z])\w+|{NUMBER})\b"
)


def find(question: Question) -> Iterator[Fault]:
    """One sign a sentence, and none where a frame of time is given."""
    for order, sentence in enumerate(question.sentences):
        if span := _unsaid(sentence, order > 0):
            yield RULE.broken(question.given, *span)


def _unsaid(sentence: Sentence, after_others: bool) -> tuple[int, int] | None:
    text, start, end = sentence.text, sentence.start, sentence.end
    if sentence.fragment:
        return _in_fragment(sentence) or _ANYWHERE.first(text, start, end)
    for asking in sentence.asks:
        if _TOPIC.match(text, asking.start, end):
            return None if _TOPIC_ASKS.match(text, asking.start, end) else (start, end)
        if _FRAME.search(text, start, end):
            continue
        if span := _in_asking(text, asking, after_others):
            return span
    return _ANYWHERE.first(text, start, end)


def _in_fragment(sentence: Sentence) -> tuple[int, int] | None:
    text, start, end = sentence.text, sentence.start, sentence.end
    if sentence.mark != "?" or _CLEAR_FRAGMENT.search(text, start, end) or _FRAME.search(text, start, end):
        return None
    return (start, end) if _FRAGMENT.begins(text, start, end) else None


def _in_asking(text: str, asking: Asking, after_others: bool) -> tuple[int, int] | None:
    start, end = asking.start, asking.end
    found = _WHOLE.begins(text, start, end)
    if found is None or _HAS_PLACE.first(text, start, end) or _WISHES.begins(text, start, end):
        return None
    if after_others and _POINTS_BACK.match(text, start, end):
        return None
    return found


_TOPIC = pattern(r"(?:what|how) about\b")
_TOPIC_ASKS = pattern(
    r"(?:what|how) about\b[^.?!;]*?,\s*(?:who|whom|what|which|when|where|why|how|did|was|were|is|are|do)\b"
)
_POINTS_BACK = pattern(
    r"(?!.*\b(?:things|stuff|matters|life|everything)\b).*\b(?:it|that|this|they|them|there|he|she|him|her)\b"
)
"""What is clear after what was said before: "You spoke of a list. What was it?"."""
