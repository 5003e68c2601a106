"""The open question in place of one that feeds its answer or offers two."""

from __future__ import annotations

from assistant.wording.asking import asked
from assistant.wording.faults.forced_choice import rivals
from assistant.wording.grammar import COLOUR, DAY, MONTH, NUMBER, pattern
from assistant.wording.reading import Sentence

_BE = r"(?P<be>is|are|was|were)"
_AUX = r"(?P<aux>did|do|does|is|are|was|were|had|has|have)"
_THE = r"(?:the|your|his|her|their|its|this|that)"
_THINGS = (
    r"(?:car|lorry|truck|ship|boat|submarine|aircraft|plane|gun|camp|factory|plant|building|engine|"
    r"radio|set|weapon|vehicle|"
    r"house|train|tank|missile|bomb|school|works|yard|station|machine|barracks|depot|post|order|pass|"
    r"road|bridge)"
)

_WHO_DID = pattern(r"^(?:is|was)\s+it\s+.+?\s+(?:who|that)\s+(?P<rest>\w+(?:ed|t|d|w|ve|ke|me|n)\b.*)$")
_WHAT_BECAME = pattern(r"^(?:did|was)\s+(?P<who>he|she|it)\b.+?\bor\s+(?:was|did)\s+(?:it|he|she)\b.*$")
_DAY_OR_NIGHT = pattern(
    r"^(?P<words>.+?)\s+(?:by day or (?:by )?night|before or after\b.*|in the (?:morning|afternoon|"
    r"evening) or .+)$"
)
_REASONS = pattern(
    rf"^{_AUX}\s+(?P<rest>(?:you|he|she|they)\s+[\w' ]+?)\s+(?:for|because of|out of|from)\s+.+\bor\b.+$"
)
_MEANS = pattern(rf"^{_AUX}\s+(?P<rest>[\w' -]+?)\s+by\s+[\w-]+\s+or\s+(?:by\s+)?[\w-]+$")
_PLACE = pattern(
    rf"^{_AUX}\s+(?P<rest>[\w' -]+?)\s+(?:in|at|on|near|inside|outside|behind|above|below|"
    rf"under)\s+[\w' -]*?\bor\s.+$"
)
_KIND_OF_IT = pattern(rf"^{_BE}\s+{_THE}\s+(?P<what>{_THINGS})\s+.+$")
_WHAT_IT_IS = pattern(rf"^{_BE}\s+(?P<who>it|that|this)\s+(?:a|an|the)\s+.+$")

_NAME = pattern(rf"^{_BE}\s+(?P<who>.+?)\s+(?:called|named|known as)\s+.+$")
_DATE = pattern(
    r"^(?:is|was|would)\s+(?P<what>the (?:date|day) of [\w' -]+?)\s+(?:(?:have been|be|"
    r"been)\s+)?(?:on\s+)?the\b.+$"
)
_HOW_MANY = pattern(
    rf"^{_BE}\s+there\s+(?:(?:about|around|some|roughly|nearly|"
    rf"over)\s+)*{NUMBER}\s+(?P<what>[\w' -]+?)(?:\s+or\s+{NUMBER}.*)?$"
)
_KIND = pattern(rf"^{_BE}\s+{_THE}\s+(?P<what>{_THINGS})\s+(?:a|an)\s+.+$")
_LOOKS = pattern(rf"^{_BE}\s+(?P<what>{_THE}\s+[\w' -]+?)\s+{COLOUR},\s.+$")
_COLOUR_OF = pattern(rf"^{_BE}\s+(?P<what>{_THE}\s+[\w' -]+?)\s+(?:painted\s+)?{COLOUR}\b[\w' -]*$")
_WHICH_DAY = pattern(
    rf"^(?P<aux>\w+)\s+(?P<rest>[\w' -]+?)\s+(?:on\s+)?(?:a\s+|the\s+)?(?:{DAY}|\d+\w*\s+{MONTH})\b[\w ]*$"
)
_WHERE = pattern(
    rf"^{_BE}\s+(?P<what>{_THE}\s+[\w' -]+?)\s+(?:in|at|near|on|behind|opposite|under)\s+[\w' -]+$"
)
_EXAMPLE = pattern(
    r",\s*[^,]+\bfor (?:example|instance)$|,?\s*(?:for example|for instance|such as|say)\b[^,]*$|"
    r",\s*something (?:like|of)\b.*$"
    r"|,\s*[^,]+?,?\s+(?:perhaps|maybe|say)$"
)
_HUNG_ON = pattern(r"^(?P<asked>.+?),\s*[^,]+$")


def without_choice(sentence: Sentence) -> str:
    """The question that the rival answers were to answer; "" when no form fits."""
    if not rivals(sentence) or not sentence.asks:
        return ""
    last = sentence.asks[-1]
    if last.form == "content":
        comma = sentence.text.rfind(",", last.start, sentence.text.rfind(" or ", last.start, sentence.end))
        return asked(sentence.text[sentence.start : comma]) if comma > 0 else ""
    first = sentence.asks[0].start
    made = _in_place_of_choice(sentence.text[first : sentence.end])
    before = sentence.text[sentence.lead : first]
    return asked(f"{before}{made[:1].lower()}{made[1:]}") if made else ""


def _in_place_of_choice(words: str) -> str:
    if found := _WHO_DID.match(words):
        return asked(f"who {found['rest']}")
    if found := _WHAT_BECAME.match(words):
        return asked(f"what happened to {_OBJECT[found['who'].lower()]}")
    if found := _DAY_OR_NIGHT.match(words):
        return asked(f"at what time {_small(found['words'])}")
    if found := _REASONS.match(words):
        return asked(f"for what reasons {found['aux'].lower()} {found['rest']}")
    if found := _MEANS.match(words):
        return asked(f"how {found['aux'].lower()} {found['rest']}")
    if found := _PLACE.match(words):
        return asked(f"where {found['aux'].lower()} {found['rest']}")
    if found := _KIND_OF_IT.match(words):
        return _kind_of(found["what"], found["be"])
    if found := _WHAT_IT_IS.match(words):
        return asked(f"what {found['be'].lower()} {found['who']}")
    return ""


def without_detail(sentence: Sentence) -> str:
    """The question word in place of the detail; "" when no form fits."""
    words = sentence.text[sentence.lead : sentence.end]
    if sentence.asks and sentence.asks[0].form in ("content", "whether"):
        shorter = _EXAMPLE.sub("", words)
        if shorter != words:
            return asked(shorter)
    if sentence.asks and sentence.asks[0].form == "content":
        found = _HUNG_ON.match(words)
        return asked(found["asked"]) if found else ""
    return _in_place_of_detail(words)


def _in_place_of_detail(words: str) -> str:
    if found := _NAME.match(words):
        return asked(f"what {found['be'].lower()} {found['who']} called")
    if found := _WHO_DID.match(words):
        return asked(f"who {found['rest']}")
    if found := _HOW_MANY.match(words):
        return asked(f"how many {found['what']} {found['be'].lower()} there")
    if found := _DATE.match(words):
        return asked(f"what was {found['what']}")
    if found := _KIND.match(words):
        return _kind_of(found["what"], found["be"])
    if found := _LOOKS.match(words):
        return asked(
            f"what {'did' if found['be'].lower() in ('was', 'were') else 'does'} {found['what']} look like"
        )
    if found := _COLOUR_OF.match(words):
        return asked(f"what colour {found['be'].lower()} {found['what']}")
    if found := _WHICH_DAY.match(words):
        return asked(f"on which day {found['aux'].lower()} {found['rest']}")
    if found := _WHERE.match(words):
        return asked(f"where {found['be'].lower()} {found['what']}")
    return ""


_OBJECT = {"he": "him", "she": "her", "it": "it"}


def _kind_of(what: str, be: str) -> str:
    return asked(f"what kind of {what} {be.lower()} it")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
