"""Several questions in one: he answers the last, or the easiest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.wording.fault import Fault, Rule
from assistant.wording.grammar import pattern
from assistant.wording.phrases import Phrases
from assistant.wording.reading import Asking, Question, Sentence

RULE = Rule(
    "compound",
    "It asks several things at once and will get an answer to one; put them one after the other.",
    "Payne, The Art of Asking Questions (1951)",
)

_SETS_THE_SCENE = pattern(
    r"(?:I|we)\b[^.?!]{0,20}\b(?:understand|learn|talk|speak|turn|come)\b|"
    r"(?:start|begin|go|think|take|look|close|sit|picture|imagine|let|continue|walk|follow|recall|come|"
    r"try|put)\b"
)
"""A request that is no task of its own: "Think back to that evening and tell me…"."""

_SAME_TASK = pattern(
    r"(?:mark|add|number|label|write)\b.{0,30}?\b(?:it|them|its|each|there)\b"
    r"|(?:continue|go on|carry on|start|begin|let me|add|take me|show me (?:it|them))\b"
)
_BARGAIN = pattern(
    r"\band\s+(?:then\s+)?(?:you|your \w+|we|I|he|she|they|there|it)(?:'ll|\s+(?:will|shall|can|may|is|"
    r"are|get|go))\b"
)
"""Not a task but the first half of a promise or a threat: "Tell us, and you will have your visa"."""

_ALTERNATIVE = pattern(r"(?:,\s*)?\bor\s+(?:else\s+|rather\s+)?$")
_COMPARES = pattern(
    r"(?:what|which|how much|how many|who)\b[^?]*\b(?:yourself|with your own eyes|at first hand|in person|"
    r"you saw|you did|you know)\b.*\b(?:and|or|,)\s+(?:what|which|how much|how many)\b[^?]*"
    r"\b(?:told|hear|heard|others?|hearsay|only|think|believe|guess|suppose)\b"
)
"""What he saw against what he heard: two halves of one question of knowledge."""

_COURTESY = pattern(
    r"(?:is that (?:clear|all right)|do you (?:follow|understand|(?:wish|want) to (?:go on|stop|"
    r"continue))|shall we|may we|"
    r"may I|can you hear|do you remember|all right|ready)\b"
)
_WHY_TOO = pattern(
    r"\b(?:(?:how|when|where|what|who|which|whom) (?:exactly )?and why|why and (?:how|when|where|what|"
    r"who|which|whom|by \w+))\b"
)
_GOES_ON = Phrases(
    """
    (if so|if not|or|for example|for instance|say|perhaps|maybe|about|around|such as|like|something|yes|
        no|well|right|correct|agreed|clear|ready|eh)
    (in|on|at|a|the|two|three|four|five|six|seven|eight|nine|ten) _
    """
)
_BARE_NAME = pattern(r"(?!any|and\b|what|how)(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)*$|\d")


def find(question: Question) -> Iterator[Fault]:
    """The second asking of a question; a line break after a mark parts questions of their own."""
    for parts in _by_line(question).values():
        for (_, first), (sentence, second) in pairwise(parts):
            if not _one_question(sentence, first, second):
                start, end = (second.start, second.end) if second else (sentence.start, sentence.end)
                yield RULE.broken(question.given, start, end)
                return
    if found := _WHY_TOO.search(question.text):
        yield RULE.broken(question.given, *found.span())


def _by_line(question: Question) -> dict[int, list[tuple[Sentence, Asking | None]]]:
    """Everything that asks, line by line; None is a fragment that asks, or a statement with a tag."""
    lines: dict[int, list[tuple[Sentence, Asking | None]]] = {}
    before = ""
    for sentence in question.sentences:
        asking_scrap = before == "?" == sentence.mark and sentence.fragment and not _answers_itself(sentence)
        parts: list[Asking | None] = [None] if sentence.tag or asking_scrap else []
        lines.setdefault(sentence.line, []).extend((sentence, part) for part in [*parts, *sentence.asks])
        before = sentence.mark
    return lines


def _answers_itself(sentence: Sentence) -> bool:
    """Whether a fragment only goes on with the question before it, or guesses at the answer."""
    begins = _GOES_ON.begins(sentence.text, sentence.start, sentence.end)
    return begins is not None or bool(_BARE_NAME.match(sentence.text, sentence.start, sentence.end))


def _one_question(sentence: Sentence, first: Asking | None, second: Asking | None) -> bool:
    """Whether two askings belong together; ``sentence`` is the second one's."""
    if first is None or second is None:
        return False
    text = sentence.text
    if _ALTERNATIVE.search(text, 0, second.start) and second.form == "whether" and first.form != "content":
        return True
    if _COMPARES.search(text, min(first.start, second.start), second.end):
        return True
    if first.form == "request":
        same_task = second.form == "request" and _SAME_TASK.match(text, second.start, second.end)
        return bool(
            same_task
            or _BARGAIN.search(text, first.start, first.end)
            or _SETS_THE_SCENE.match(text, first.start, first.end)
        )
    courtesy = any(_COURTESY.match(text, each.start, each.end) for each in (first, second))
    return courtesy and first.start < sentence.start
