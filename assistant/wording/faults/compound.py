"""Several questions in one: he answers the last, or the easiest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import pattern
from assistant.wording.reading import Asking, Question, Sentence

RULE = Rule(
    "compound",
    "It asks several things at once and will get an answer to one; put them one after the other.",
    "Powell, Fisher & Wright (2005)",
)

_SETS_THE_SCENE = pattern(
    r"(?:start|begin|go|think|take|look|close|sit|picture|imagine|let|continue|walk|follow|recall|come|try|put)\b"
)
_SAME_TASK = pattern(
    r"(?:mark|name|add|number|label|write|show|describe|explain|give|say|tell)\b.{0,30}?\b(?:it|them|its|each|on it|there)\b"
    r"|(?:continue|go on|carry on|start|begin|let me|add|take me|show me (?:it|them))\b"
)
_ALTERNATIVE = pattern(r"(?:,\s*)?\bor\s+(?:else\s+|rather\s+)?$")
_FOLLOWS = pattern(r"\b(?:if so|if not|if you (?:did|were|had|have|do|are|can)|if (?:he|she|they|it|there) \w+)\W*(?:\w+\s+)?$")
_BARGAIN = pattern(r"\band\s+(?:then\s+)?(?:you|your \w+|we|I|he|she|they|there|it)(?:'ll|\s+(?:will|shall|can|may|is|are|get|go))\b")
"""Not a task but the first half of a promise or a threat: "Tell us, and you will have your visa"."""

_COMPARES = pattern(
    r"(?:what|which|how much|how many|who)\b[^?]*\b(?:yourself|with your own eyes|at first hand|in person)\b.*"
    r"\b(?:and|or)\s+(?:what|which|how much|how many)\b[^?]*\b(?:told|hear|heard|others?|hearsay|only)\b"
)
_WHY_TOO = pattern(r"\b(?:(?:how|when|where|what|who|which|whom) (?:exactly )?and why|why and (?:how|when|where|what|who|which|whom|by \w+)|how and (?:when|where|by \w+))\b")
_ASKED = pattern(r"(?:is that (?:clear|all right)|do you (?:follow|understand)|shall we|may we|may I|can you hear|do you remember|all right|ready)\b")


def find(question: Question) -> Iterator[Fault]:
    """The second asking of a question; line breaks after a mark part questions of their own."""
    lines: dict[int, list[tuple[Sentence, Asking | None]]] = {}
    before = ""
    for sentence in question.sentences:
        parts: list[Asking | None] = [None, *sentence.asks] if sentence.tag else [*sentence.asks]
        if not parts and before == "?" and sentence.fragment and sentence.mark == "?" and not _CONTINUES.match(sentence.words):
            parts = [None]
        before = sentence.mark
        lines.setdefault(sentence.line, []).extend((sentence, part) for part in parts)
    for parts_of_line in lines.values():
        for (before, first), (sentence, second) in pairwise(parts_of_line):
            if not _one_task(before, first, sentence, second):
                start = second.start if second else sentence.start
                yield RULE.broken(question.given, start, second.end if second else sentence.end)
                return
    if found := _WHY_TOO.search(question.text):
        yield RULE.broken(question.given, *found.span())


_CONTINUES = pattern(r"(?:if so|if not|or |for (?:example|instance)|say|perhaps|maybe|about|around|such as|like |something|in \w+\b|on \w+\b|at \w+\b|a \w+\b|the \w+\b|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|yes|no\b|well|right|correct|agreed|clear|ready|eh|(?!any|and\b|what|how)(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*$)")


def _one_task(before: Sentence, first: Asking | None, sentence: Sentence, second: Asking | None) -> bool:
    text = sentence.text
    if first is None or second is None:
        return False
    if _ALTERNATIVE.search(text, 0, second.start) and second.form == "whether" != "content" and first.form != "content":
        return True
    if first.form == "request":
        if _BARGAIN.search(text, first.start, first.end):
            return True
        if _SETS_THE_SCENE.match(text, first.start, first.end):
            return True
        if second.form == "request" and _SAME_TASK.match(text, second.start, second.end):
            return True
    if _ASKED.match(text, first.start, first.end) and before is not sentence:
        return True
    return bool(_COMPARES.search(text, first.start, second.end))
