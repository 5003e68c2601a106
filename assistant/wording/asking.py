"""A statement made into a plain yes/no question, and words put as a question."""

from __future__ import annotations

import re

from assistant.wording.grammar import AUX, pattern
from assistant.wording.verbs import base_of

_PUSHING_WORD = pattern(
    r"\b(?:never|surely|of course|naturally|obviously|certainly|no doubt|clearly|then|also|always|at least)\s"
)
_HAD_BEEN = pattern(
    r"^(?P<who>[\w' -]+?)\s+(?P<aux>had|have|has|could have|would have)\s+(?P<rest>(?:been|\w+ed)\b.*)$"
)
_WITH_AUXILIARY = pattern(rf"^(?P<who>[\w' -]+?)\s+(?P<aux>{AUX})\s+(?P<rest>.+)$")
_MUST_HAVE = pattern(
    r"^(?P<who>you|he|she|they|it|(?:the|your)\s+\w+)\s+must(?:\s+\w+ly)?(?:\s+have|"
    r"'ve)\s+(?P<verb>\w+)(?P<rest>.*)$"
)
_WITH_VERB = pattern(
    r"^(?P<who>you|he|she|they|it|we|(?:the|your|his|her|their)\s+(?:[\w'-]+\s+)?[\w'-]+?|(?-i:[A-Z])\w+)\s+"
    r"(?P<verb>[\w'-]+)(?P<rest>\s.*)?$"
)
_SUBJECT_WORDS = frozenset(
    "you he she it they we there the your his her their this that these those everyone everybody "
    "nobody people".split()
)
_SINGULAR = frozenset("he she it this that".split())


def asked(words: str) -> str:
    """Words as a question: a capital first, one mark at the end; "" for fewer than three words."""
    plain = " ".join(words.split()).strip(" ,;:.?!")
    plain = re.sub(r"\b([Aa]) (?=[aeiou]\w)", r"\1n ", plain)
    return f"{plain[:1].upper()}{plain[1:]}?" if plain.count(" ") > 1 else ""


def question_of(statement: str) -> str:
    """A plain statement as a yes/no question; "" when its verb cannot be told."""
    words = _PUSHING_WORD.sub("", statement.strip(" ?.!,"))
    if "n't " in words:
        return ""
    if found := _MUST_HAVE.match(words):
        if found["verb"].lower() != "been":
            return _did(found["who"], found["verb"], found["rest"])
        be = "was" if found["who"].lower() in _SINGULAR or " " in found["who"] else "were"
        return asked(f"{be} {subject(found['who'])} {found['rest']}")
    for sign in (_HAD_BEEN, _WITH_AUXILIARY):
        found = sign.match(words)
        if found and len(found["who"].split()) <= 4 and found["aux"].lower() != "must":
            first, _, second = found["aux"].partition(" ")
            return asked(f"{first.lower()} {subject(found['who'])} {second} {found['rest']}")
    if found := _WITH_VERB.match(words):
        return _did(found["who"], found["verb"], found["rest"] or "")
    return ""


def subject(who: str) -> str:
    """A subject moved inside the sentence: small letters, but for names."""
    first, _, rest = who.partition(" ")
    return f"{first.lower() if first.lower() in _SUBJECT_WORDS else first} {rest}".strip()


def _did(who: str, verb: str, rest: str) -> str:
    base = base_of(verb)
    return asked(f"did {subject(who)} {base} {rest}") if base and base != "be" else ""
