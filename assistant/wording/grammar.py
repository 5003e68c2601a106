"""The closed classes of English as pieces of patterns, and patterns compiled the same way everywhere.

Pieces are matched without regard to case, on text whose apostrophes are straight.
"""

from __future__ import annotations

import re

NOT_SHORT = (
    r"(?:(?:do|does|did|is|are|was|were|has|have|had|could|would|should|might|must|need)n't|"
    r"can't|won't|shan't)"
)
AUX = r"(?:do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must)"
PRONOUN = (
    r"(?:I|you|he|she|it|we|they|there|this|that|these|those|one|none|anyone|anybody|anything|someone|"
    r"somebody|"
    r"something|everyone|everybody|everything|no one|nobody|nothing|both|either|neither)"
)
DETERMINER = (
    r"(?:the|a|an|your|his|her|its|our|their|my|any|some|no|every|each|all|both|another|other|this|that|"
    r"these|"
    r"those|many|much|most|few|several)"
)
SUBJECT = rf"(?:{PRONOUN}|{DETERMINER})\b"
"""How a subject begins when it begins with a word of a closed class."""

WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
PREPOSITION = (
    r"(?:about|above|across|after|against|along|among|around|as|at|before|behind|below|beside|between|"
    r"beyond|by|down|during|"
    r"for|from|in|inside|into|near|of|off|on|onto|out of|outside|over|past|since|through|to|toward|"
    r"towards|under|"
    r"until|up to|up|upon|via|with|within|without)"
)
OPENER = (
    r"(?:(?:so|and|but|or|now|well|then|also|next|first|finally|again|look|listen|come|no|yes|please|"
    r"surely|obviously|"
    r"certainly|clearly|naturally|of course|no doubt|doubtless|undoubtedly|evidently|apparently|"
    r"presumably)\b[\s,]*)*"
)
"""Words that may come before a question proper and change nothing in its grammar."""

ASK = (
    r"(?:describe|tell|explain|name|list|draw|sketch|state|say|spell|write|mark|show|give|recall|"
    r"outline|set out|"
    r"account for|identify|define|mention|report|specify|relate|begin|start|continue|go (?:on|back|"
    r"through|over)|"
    r"take (?:me|us)|walk (?:me|us)|think (?:back|again)|let (?:me|us)|help (?:me|us)|repeat|compare|"
    r"count|point out|"
    r"put down|note down|add|confirm|describe)"
)
"""Verbs by which something is asked in the imperative."""

COLOUR = (
    r"(?:black|white|red|blue|green|yellow|brown|grey|gray|orange|purple|violet|pink|crimson|scarlet|"
    r"beige|khaki|"
    r"silver|golden|dark|navy-blue|bald|bearded)"
)
DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
MONTH = r"(?:january|february|march|april|(?-i:May)|june|july|august|september|october|november|december)"
_UNITS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen)"
)
NUMBER = rf"(?:\d[\d,.]*|(?:(?:a|one|half a|several) )?{_UNITS}(?:[ -](?:and )?(?:{_UNITS}|one))*)"
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|\w+-(?:first|second|"
    r"third|\w+th)|"
    r"\d+(?:st|nd|rd|th))"
)


def words(text: str) -> str:
    """The words of a list as one alternation, longest first, so that no word hides a longer one."""
    return "(?:" + "|".join(sorted((re.escape(word) for word in text.split()), key=len, reverse=True)) + ")"


def pattern(text: str) -> re.Pattern[str]:
    """Compile without regard to case."""
    return re.compile(text, re.IGNORECASE)
