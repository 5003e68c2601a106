"""A better wording of the same question, where a rule makes one.

Each rule turns one fault into plain form; what still has a fault is dropped by the checker. Nothing is
offered for a threat, a sneer or a promise: what is to be asked there must be thought of anew; nor for a
question that is too long, unless it is several in one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.wording.asking import asked, question_of
from assistant.wording.fault import FaultKind
from assistant.wording.faults.jargon import instead_of
from assistant.wording.grammar import AUX, PREPOSITION, WH, pattern
from assistant.wording.opening import without_choice, without_detail
from assistant.wording.reading import Asking, Sentence, read
from assistant.wording.verbs import base_of

FORBIDDEN: frozenset[FaultKind] = frozenset({"coercive", "cynical", "promise"})
"""Kinds that keep a question out of any plan: he is not to be threatened, degraded or deceived."""


def candidates(question: str, kinds: frozenset[FaultKind]) -> Iterator[str]:
    """Wordings to try, best first, several questions one a line; not yet checked for faults."""
    return (made for made in _made(question, kinds) if made and not _DENIES.search(made))


_DENIES = re.compile(rf"^{AUX}\s[^\n]*\b(?:no|not|never|none|nobody|nothing)\b", re.IGNORECASE | re.MULTILINE)
"""A yes/no question with a negation in it: never better than what was asked."""


def _made(question: str, kinds: frozenset[FaultKind]) -> Iterator[str]:
    if not kinds or kinds & FORBIDDEN:
        return
    text = " ".join(question.translate(_APOSTROPHES).split())
    plain = _without_jargon(_without_loaded_words(text))
    if "compound" in kinds:
        parts = split(plain)
        yield "\n".join(parts)
        yield "\n".join(next(_by_rule(part, kinds), part) for part in parts)
        return
    if "complex" in kinds:
        return
    if plain != text:
        yield plain
    for made in _by_rule(plain, kinds):
        yield made
        yield from _by_rule(made, kinds)


_APOSTROPHES = str.maketrans("’‘", "''")


def _by_rule(question: str, kinds: frozenset[FaultKind]) -> Iterator[str]:
    sentences = read(question).sentences
    if len(sentences) == 1:
        yield from (made for kind, rule in _RULES if kind in kinds and (made := rule(sentences[0])))


# Loaded words and jargon: the same thing by a neutral name.

_NEUTRAL = tuple(
    (pattern(words), neutral)
    for words, neutral in (
        (r"\bregime's\b", "government's"),
        (r"\bregime\b", "government"),
        (r"\bslave labou?r\b", "prison labour"),
        (r"\b(?:henchmen|thugs|goons|stooges|lackeys|cronies|minions|gangsters|bandits|butchers)\b", "men"),
        (r"\b(?:tyrant|dictator|despot)'s\b", "leader's"),
        (r"\b(?:tyrant|dictator|despot)\b", "leader"),
        (
            r"\b(?:brainwashed|filthy|brutal|ruthless|sinister|infamous|notorious|rotten|vile|cruel|"
            r"bloodthirsty|so-called|"
            r"puppet|barbarous|murderous|hated) (?=\w)",
            "",
        ),
        (r"\bmassacre\b", "killing"),
    )
)
_ADMITS = pattern(
    r"^(?:(?:so|now|and) )?(?:do|will|would|must|can) you (?:now |finally )?(?:admit|"
    r"confess) that (?P<rest>.+)$"
)
_TERM = re.compile(r"[A-Za-z][\w&/-]*(?: of battle| drops?| letter drops?| letter box| houses?)?")


def _without_loaded_words(text: str) -> str:
    if found := _ADMITS.match(text.rstrip("?. ")):
        return question_of(found["rest"]) or text
    plain = text
    for sign, neutral in _NEUTRAL:
        plain = sign.sub(neutral, plain)
    plain = re.sub(r"\b([Aa]) (?=[aeiou]\w)", r"\1n ", plain) if plain != text else text
    return plain[:1].upper() + plain[1:]


def _without_jargon(text: str) -> str:
    return _TERM.sub(lambda found: instead_of(found.group()) or found.group(), text)


# Compound: a line for each question.

_JOINT = pattern(
    r"(?:[\s,]*\b(?:and|but|plus)\b(?:\s+(?:then|also)\b)?|,\s*then\b)?[\s,]*(?P<so>\bif (?:so|not|"
    r"yes)\b)?[\s,]*$"
)
_WH_WORD = pattern(rf"\b{WH}\b")
_INVERTED = pattern(rf"(?:{PREPOSITION}\s+)?{WH}\b.*?\b{AUX}\b")


def split(text: str) -> list[str]:
    """The questions of a compound one, each whole; [] when one would be left without its beginning."""
    made: list[str] = []
    condition = ""
    for sentence in read(text).sentences:
        if not sentence.asks:
            return []
        for asking in sentence.asks:
            words = sentence.text[asking.start : asking.end]
            joint = _JOINT.search(words)
            if joint:
                words = words[: joint.start()]
            if asking is sentence.asks[0]:
                made += _before(sentence, asking)
                words = words if sentence.tag else sentence.text[sentence.start : asking.start] + words
            words = _with_request(sentence, asking, words)
            made.append(_line(condition + words, asking))
            condition = f"{joint['so']}, " if joint and joint["so"] else ""
    whole = all(len(line.split()) > 2 for line in made)
    return made if whole and len(made) > 1 else []


def _before(sentence: Sentence, asking: Asking) -> list[str]:
    """The statement with a tag that stands before a question, as a question of its own."""
    said = sentence.text[sentence.start : asking.start]
    return [_untagged_words(said)] if sentence.tag else []


def _with_request(sentence: Sentence, asking: Asking, words: str) -> str:
    """What hangs on an earlier "Tell me" gets it again: "Tell me how long it lasted"."""
    first = sentence.asks[0]
    if asking is first or first.form != "request" or asking.form != "content" or _INVERTED.match(words):
        return words
    begins = _WH_WORD.search(sentence.text, first.start, first.end)
    return f"{sentence.text[first.start : begins.start()]}{words}" if begins else words


def _line(words: str, asking: Asking) -> str:
    line = asked(words)
    request = asking.form == "request" or not pattern(rf".*\b{AUX}\b|.*\b{WH}\b").match(words)
    return (
        line[:-1] + "." if line and (request or line.startswith(("Tell ", "Explain ", "Describe "))) else line
    )


# Leading: the tag dropped, the statement asked.

_TAGGED = pattern(
    rf",\s*(?:{AUX}|{AUX}n't|can't|won't)\s+(?:I|you|he|she|it|we|they|there)(?:\s+not)?[\s,?.]*(?:and)?\s*$"
    r"|,\s*(?:right|correct|yes|no|eh|agreed|is it not|of course|surely|I suppose|I take it|"
    r"wouldn't you say)[\s?.]*$"
)
_PUSHING = pattern(
    r"^(?:so|and|then|but|well|surely|obviously|of course|clearly|naturally|no doubt|certainly|undoubtedly|"
    r"I (?:suppose|take it|assume|presume|imagine|gather|believe|think|understand)(?: that)?|"
    r"(?:wouldn't you|would you not|don't you|would you) (?:say|agree|think) that|isn't it true that|"
    r"is it not true that|"
    r"it is (?:clear|obvious) that|everybody knows that|we (?:both |all )?know that)[\s,]+"
)
_NOT_SHORT = pattern(r"^(do|does|did|is|are|was|were|has|have|had|could|would|should)n't\s+")
_NOT_LONG = pattern(rf"^({AUX}\s+(?:I|you|he|she|it|we|they|there|(?:the|your|his|their)\s+\w+))\s+not\s+")
_YES_NO = pattern(rf"^{AUX}\s")
_CONTENT = pattern(rf"^(?:{PREPOSITION}\s+)?{WH}\b")


def _untagged(sentence: Sentence) -> str:
    return _untagged_words(sentence.words)


def _untagged_words(words: str) -> str:
    words = _TAGGED.sub("", words.strip(" ?.!")).strip(" ,?.")
    while (shorter := _PUSHING.sub("", words)) != words:
        words = shorter
    if _CONTENT.match(words):
        return ""
    for sign in (_NOT_SHORT, _NOT_LONG):
        if found := sign.match(words):
            return asked(f"{found[1]} {words[found.end() :]}")
    return asked(words) if _YES_NO.match(words) else question_of(words)


# Presupposition: first whether, then the rest.

_WHEN_STOPPED = pattern(
    r"^when did you (?:(?:first|finally|last) )?(?P<end>stop|cease|quit|begin|"
    r"start)\s+(?:to\s+)?(?P<act>\w+)(?P<rest>.*)$"
)
_WH_DID_YOU = pattern(
    rf"^(?P<wh>where|when|how|why|whom|(?:{PREPOSITION}) whom)\s+did you\s+(?P<act>[\w'-]+)(?P<rest>.*)$"
)
_WHO_YOU = pattern(r"^who (?P<verb>\w+) you(?P<rest>\s.+)?$")


def _first_whether(sentence: Sentence) -> str:
    words = sentence.text[sentence.lead : sentence.end]
    if found := _WHEN_STOPPED.match(words):
        ended = found["end"].lower() in ("stop", "cease", "quit")
        base = _base_of_ing(found["act"].lower())
        return (
            f"Did you ever {base}{found['rest']}?\nIf so, {'until' if ended else 'from'} when?"
            if base
            else ""
        )
    if found := _WH_DID_YOU.match(words):
        wh = found["wh"].lower()
        anyone = " anyone" if wh == "whom" else ""
        return f"Did you {found['act']}{anyone}{found['rest']}?\nIf so, {wh}?"
    if (found := _WHO_YOU.match(words)) and (base := base_of(found["verb"])):
        return f"Did anyone {base} you{found['rest'] or ''}?\nIf so, who?"
    return ""


def _base_of_ing(word: str) -> str:
    return base_of(f"{word[:-3]}ed") if word.endswith("ing") else word


# Negation: the positive.

_CONFIRM = pattern(
    r"^(?:is|was) it (?:not )?(?:true|so|the case|correct|a fact|impossible|untrue|unlikely|false|"
    r"improbable) that (?P<rest>.+)$"
)
_FORBIDDEN_NOT = pattern(r"^(?P<be>is|was) it (?:forbidden|prohibited) not to (?P<rest>.+)$")
_UNCOMMON = pattern(
    r"^(?P<be>is|was) it (?:not )?(?:uncommon|unusual|rare|"
    r"infrequent) for (?P<who>[\w' -]+?) (?:not )?to (?P<rest>.+)$"
)
_NO_WORD = pattern(r"\b(?:not|never)\s")
_NOBODY = pattern(r"\b(?:no|none|nobody|no one|nothing)\b")


def _positive(sentence: Sentence) -> str:
    words = re.sub(
        r"\b(is|was)n't it\b", r"\1 it not", sentence.text[sentence.lead : sentence.end], flags=re.IGNORECASE
    )
    if _NOBODY.search(words):
        return ""
    if found := _FORBIDDEN_NOT.match(words):
        return asked(f"{found['be']} it required to {found['rest']}")
    if found := _UNCOMMON.match(words):
        rest = _NO_WORD.sub("", found["rest"])
        did = "did" if found["be"].lower() == "was" else "do"
        return (
            asked(f"how often {did} {found['who']} {rest}") if not rest.startswith(("be ", "have ")) else ""
        )
    found = _CONFIRM.match(words)
    return question_of(_NO_WORD.sub("", found["rest"])) if found else ""


# Vague: the measure asked for.

_OFTEN = pattern(
    r"^(?P<asks>(?:did|do|does) (?:you|he|she|they) .+?) (?:often|regularly|frequently|much|a lot)$"
)


def _measured(sentence: Sentence) -> str:
    found = _OFTEN.match(sentence.text[sentence.lead : sentence.end])
    return asked(f"how often {found['asks'][:1].lower()}{found['asks'][1:]}") if found else ""


_RULES: tuple[tuple[FaultKind, Callable[[Sentence], str]], ...] = (
    ("negative", _positive),
    ("leading", _untagged),
    ("suggestive", without_detail),
    ("forced_choice", without_choice),
    ("presupposition", _first_whether),
    ("vague", _measured),
)
