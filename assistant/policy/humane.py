"""What is never helped with: threatening, humiliating, hurting or deceiving a subject.

The promise rests on the documents as well: MI5-1948#IX.3 wants mutual respect between the defector and
those who question him, #IX.2 his self-respect kept, #X.8 firmness and understanding from the start.
"""

from __future__ import annotations

import re

REFUSAL = (
    "That is not something this assistant helps with: it never helps to threaten, humiliate, hurt or deceive "
    "a subject. The guidance that it holds asks for the opposite."
)

RESTS_ON = (
    ("MI5-1948#IX.3", "one of mutual respect"),
    ("MI5-1948#X.8", "if firmness and understanding are used from the start"),
    ("MI5-1948#IX.2", "it is important that he should maintain his self-respect"),
)

_HARM = (
    r"threaten|intimidate|frighten|scare|terrif\w+|hurt|harm|beat|hit|slap|torture|starve|drug|blackmail|"
    r"humiliate|degrade|insult|mock|shame|deprive|deceive|trick|bluff|lie to|"
    r"put (?:the )?(?:screws|pressure) on"
)
_HARM_TO_HIM = (
    r"break (?:him|her|them)\b|(?:keep|stop) (?:him|her|them) (?:awake|from sleeping)|"
    r"make (?:him|her|them) (?:suffer|afraid|cry)|rough (?:him|her|them) up"
)
_WHOM = (
    r"\b(?:him|her|them|he|she|they|the (?:man|woman|defector|subject|source|colonel|officer|walk-in)|"
    r"my (?:man|defector|subject)|a (?:defector|subject|walk-in)|his (?:motives?|beliefs?|family|wife)|"
    r"defectors|subjects)\b"
)
_WISH = (
    r"\b(?:can|could|may|might|should|shall|must|do|how (?:do|can|could|should|would|to)|what if|help|let|"
    r"want|allowed|permitted|ok|okay|all right|best way|ways?|tips?|tell me how)\b"
)
_OTHERS = re.compile(
    r"\b(?:soviets?|moscow|russians?|kremlin|other side|his own (?:people|service))\b", re.IGNORECASE
)
_TO_HIM = rf"(?:\b(?:{_HARM})\b[^.?!]{{0,40}}{_WHOM}|\b(?:{_HARM_TO_HIM}))"
_ASKS_HARM = re.compile(rf"{_WISH}[^.?!]{{0,60}}{_TO_HIM}|^\W*{_TO_HIM}", re.IGNORECASE)


def asks_for_harm(question: str) -> bool:
    """Whether the asker wants to do it himself; not whether it is spoken of (what the Soviets did)."""
    return bool(_ASKS_HARM.search(question)) and not _OTHERS.search(question)
