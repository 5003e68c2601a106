"""Questions whose form pushes towards an answer: tags, negative yes/no questions, statements."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import AUX, NOT_SHORT, pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Question, Sentence

RULE = Rule(
    "leading",
    "It tells him which answer you expect; ask so that either answer is as easy.",
    "Méndez Principles on Effective Interviewing (2021)",
)

_SUBJECT = r"(?:I|you|he|she|it|we|they|there|that|this)"
_TAG = pattern(
    rf",\s*(?:(?:{NOT_SHORT}\s+{_SUBJECT}|{AUX}\s+{_SUBJECT}(?:\s+not)?)(?=\s*(?:[,.?!;]|and\b|or\b|but\b|$))"
    r"|(?:right|correct|yes|no|true|eh|agreed|okay|ok|hm+|huh|not so|not true|am I right|am I correct|"
    r"(?:is that|isn't that|is that not|was that not) (?:right|so|correct|true|it|the case)|is it not|"
    r"was it not|"
    r"don't you (?:think|agree)|wouldn't you (?:say|agree)|would you not say|you (?:will|would) agree|"
    r"surely|of course|naturally|no doubt|"
    r"I (?:suppose|take it|presume|imagine|expect|gather|assume|believe|think))(?=\s*(?:[.?!;]|$)))"
)
"""A tag after a comma, also in the middle of a longer question ("…, wasn't it, and where…")."""

_NEGATIVE_NAMES = r"(?:(?:the|your|his|her|their)\s+(?:[\w'-]+\s+)?[\w'-]+|(?-i:[A-Z])\w+)"
_NOT_A_DENIAL = (
    r"(?!\s+(?:to|un\w+|in(?:correct|accurate|frequent|conceivable|advisable)|im\w+|ir\w+|il\w+|dis\w+|"
    r"rare\w*|"
    r"without|forbidden|only)\b)"
)
"""After "not", what makes it one half of a double negation and no push: "Was it not uncommon"."""

_NEGATIVE_WHETHER = pattern(
    rf"(?:{NOT_SHORT}\s+(?:the|a|an|you|he|she|it|they|we|I|there|that|this|these|those|your|his|her|"
    rf"their|our|any\w*|some\w*|every\w*|one|people|"
    rf"both|all|most|(?-i:[A-Z])\w*|\w+s)\b|{AUX}\s+(?:{_SUBJECT}|these|those|"
    rf"{_NEGATIVE_NAMES})\s+not\b{_NOT_A_DENIAL})"
)
_PUSHES = Phrases(
    """
    (surely|obviously|undoubtedly|doubtless|unquestionably|indisputably|no doubt|needless to say|
        I put it to you|of course you|naturally you|certainly you|clearly you|evidently you|plainly you)
    (without|beyond) [a|any] doubt
    it (is|was) (clear|obvious|plain|evident|certain|well known|common knowledge|no secret|beyond doubt|
        a fact) (that|to)
    (everyone|everybody|we all|we both|anyone|all of us) [here] (know|knows) (that|how|what|of|about|you|
        he|the)
    as (we|everyone|everybody) [both|all|well] (know|knows|are aware)
    as you (well|both|all) know
    (would|do|will|must|can) you [not] (agree|concede|accept|grant) (that|with)
    you [will|would|'ll|'d|must|have to] [surely|certainly|no doubt] (agree|accept|grant|concede) (that|
        with|it|,|how|the)
    (would|is|wouldn't|isn't) it [not] [be] (fair|right|safe|correct|true|accurate|reasonable) to (say|
        assume|suppose|conclude|think)
    (am I|are we) (right|correct) (in|to|that)
    (the|is the) (truth|fact) (is|of the matter)
    is it not (true|so|a fact|the case|likely|clear|obvious|possible|strange|odd|rather)
    isn't it (true|so|a fact|the case|likely|clear|obvious|possible|strange|odd|rather|really|more)
    (don't|do) you (not) (think|agree|find|feel|believe)
    don't you (think|agree|find|feel|believe|remember|recall|know)
    (wouldn't|would) you (not) (say|agree|think)
    wouldn't you (say|agree|think|call)
    you (cannot|can't|could not|couldn't|won't|will not|can hardly|could hardly) [possibly|
        seriously] (deny|pretend|tell me that|have missed|have forgotten|not have|fail to|have failed|
        claim)
    you do (agree|admit|accept|realise|realize|remember|know)
    (must|mustn't) surely
    can only have
    (you|he|she|they|it|there|everyone|everybody|people|someone|the _|the _ _|your _|your _ _|his _|
        their _) must [surely|certainly|at least|all|also|often] (have|'ve) !(to|a|an|the|his|her|your|
        their|no|some|any|passed|signed|shown|in order) _
    (you|he|she|they|everyone|the _|your _|the _ _) must [surely|certainly|at least] (know|remember|
        realise|realize|recall|be (aware|sure|able|mistaken|glad|sorry|proud)|feel|think|understand)
    """
)
_EXPECTS = pattern(
    r"(?:of course|naturally|certainly|clearly|plainly|evidently|presumably|apparently|no doubt|surely|"
    r"obviously)\b,?\s"
)
_EXPECTS_INSIDE = pattern(
    r"\b(?:you|he|she|they|it|there|we|the \w+|your \w+)(?:\s+(?:were|was|did|had|have|are|is|would|"
    r"could|will))?,?\s+"
    r"(?:of course|naturally|certainly|clearly|plainly|evidently|presumably|no doubt)\b,?\s+\w+"
)
_SUPPOSES = pattern(
    r"(?:I|we)(?:\s+(?:do|can|must|may|should))?\s*(?:'d|\s+would)?\s+(?:\w+ly\s+)?"
    r"(?:suppose|take it|assume|presume|imagine|gather|expect|dare say|daresay|trust|bet|believe|think|"
    r"guess|conclude|"
    r"am (?:sure|certain|told|convinced)|are (?:sure|certain|told|convinced)|know|understand|see|hear)\b"
    r",?(?:\s+that)?\s+(?!(?:what|how|why|who|when|where|whether|if|nothing|this|to)\b)\w"
)
_HAS_HEARD = pattern(r"(?:I|we)\s+(?:\w+ly\s+)?(?:know|understand|see|hear|are told|am told|believe|think)\b")
_HIS_WORDS = pattern(
    r"\b(?:you|he|she|they)(?:'ve|'d| have| had)?\s+(?:\w+ly\s+|just\s+|also\s+|once\s+|"
    r"yesterday\s+)?(?:said|told|mentioned|spoke|described|wrote|"
    r"stated|named|explained|marked|drew|showed|testified|noted|reported|gave|spoken|written|given|say|"
    r"called|recalled)\b"
)
_OF_HIM = pattern(
    r"(?:you|your|he|his|she|her|they|their|it|its|there|that|this|the|these|those|everyone|everybody|"
    r"nobody|no one|some\w*|all|most|"
    r"no|every|each|both|one|a|an|only)\b|(?-i:[A-Z])\w+\s+\w"
)
_OFFERS = pattern(
    r"(?:you|we|I|it|that|this|there)(?:'ll|\s+(?:will|shall|can|may|might|need|could|should|would|"
    r"must not|do not|don't|cannot|are (?:free|welcome|not obliged)))\b"
)
_PAST = pattern(
    r"\b(?:was|were|had|did|\w{2,}ed|knew|went|came|took|gave|saw|made|got|ran|left|kept|met|paid|sent|"
    r"wrote|brought|thought|"
    r"held|stood|sold|began|felt|hid|stole|drove|flew|spent|lost|found|heard|read|drank|lay|sat|told|"
    r"taught|chose|bought|understood)\b"
)
_LOOKS_AHEAD = pattern(r"\b(?:will|shall|can|could|may|might|would|until|unless|if)\b|'ll\b")


def find(question: Question) -> Iterator[Fault]:
    """Tags, negative yes/no questions, pushing words and phrases, statements put as questions."""
    for sentence in question.sentences:
        if found := min(_signs(sentence), default=None):
            yield RULE.broken(question.given, *found)
        elif agrees(question, sentence):
            yield RULE.broken(question.given, sentence.start, sentence.end)


def agrees(question: Question, sentence: Sentence) -> bool:
    """Whether a statement is there to be agreed with: tagged, asked, begun with "so", or alone.

    What he said before, what the officer will do, and what leads to a question of its own are none.
    """
    if sentence.tag:
        return True
    if not sentence.states:
        return False
    text, lead, end = sentence.text, sentence.lead, sentence.end
    if any(True for _ in _signs(sentence)):
        return True
    if _SUPPOSES.match(text, lead, end) and (not _HAS_HEARD.match(text, lead, end) or not question.asks):
        return True
    if not _OF_HIM.match(text, lead, end) or _OFFERS.match(text, lead, end):
        return False
    if sentence.mark == "?":
        return True
    if _HIS_WORDS.search(text, lead, end):
        return False
    if sentence.opener.split(" ")[0] in ("so", "then"):
        return not _LOOKS_AHEAD.search(text, lead, end)
    alone = len(question.sentences) == 1
    return alone and bool(_PAST.search(text, lead, end)) and not _LOOKS_AHEAD.search(text, lead, end)


def _signs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    text, start, end = sentence.text, sentence.start, sentence.end
    for tag in _TAG.finditer(text, start, min(end + 1, len(text))):
        yield tag.span()
    for asking in sentence.asks:
        if asking.form == "whether" and (found := _NEGATIVE_WHETHER.match(text, asking.start, end)):
            yield found.span()
    yield from _PUSHES.find(text, start, end)
    for expects in (_EXPECTS.match(text, start, end), _EXPECTS.search(text, start, sentence.lead)):
        if expects:
            yield expects.span()
    if not sentence.asks and (inside := _EXPECTS_INSIDE.search(text, start, end)):
        yield inside.span()
