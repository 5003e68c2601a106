"""Where a speaker is named: labels such as ``Q:``, ``Capt. Hale:``, ``Mr. Ellery.`` and ``Q.``"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.transcripts.draft import speaker_key
from assistant.transcripts.lines import Line
from assistant.transcripts.roles import says_its_role

_TITLES = (
    "Mr Mrs Ms Miss Dr Prof Professor Sen Senator Rep Representative Congressman Congresswoman Gen General "
    "Lt Lieut Lieutenant Col Colonel Maj Major Capt Captain Cmdr Cdr Comdr Commander Adm Admiral Sgt "
    "Sergeant Cpl Corporal Pvt Private Judge Justice Ambassador Secretary Director Chief Inspector Insp Det "
    "Detective Supt Superintendent Sir Lady Lord Father Fr Rev Reverend Sister Brother Comrade Herr Frau "
    "M Mme Mlle "
    "Señor Señora Signor Signora Agent Officer Constable Chairman Counsel Ensign Brig Brigadier Marshal"
).split()
_TITLE = rf"(?i:{'|'.join(_TITLES)})\b\.?"
_OFFICES = (
    "Chairman Chairwoman Chair Witness Interpreter Translator Clerk Reporter Court President Secretary "
    "Officer Colonel General Major Captain Commander Doctor Subject Source"
).split()
_PARTICLES = frozenset("of the de la le van von der den del di du da dos el al bin ibn and y zu ter".split())
_FIELDS = frozenset(
    "date place time location venue reference ref present language languages file number no title "
    "classification agency record records originator from to cc re via copy copies session page "
    "pages comments box folder duration note notes nb ps warning born birth dob nationality case "
    "transcript transcribed recorded tape remarks summary distribution status document version "
    "attendees participants started ended start end project subjects opening restrictions current id "
    "item prepared author topic dear room day weather occupation address name".split()
)

_FRONT = (
    r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff*_>–—-]*(?:\(?\d{1,4}[.)]\s+)?"
    r"(?:[\[(]?(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?[\])]?\s*[–-]?\s*)?[*_]*"
)
_LATER = r"(?:\s*[\[(](?P<later>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?[\])])?"
_COLON = re.compile(
    rf"{_FRONT}(?P<name>[^\W\d_][^:：|\t\[\]]{{0,39}}?){_LATER}\s*[*_\u200e\u200f]*\s*[:：][*_\u200e\u200f]*(?!//)"
)
_NAME = r"[^\W\d_a-z][\w'’‘-]*\.?"
_PERIOD = re.compile(
    rf"{_FRONT}(?P<name>(?:{_TITLE}\s*){{1,3}}(?:(?:(?:de|la|van|von|der|du|di|al|el|bin|ibn)\s+)*{_NAME}?\s+){{0,2}}?"
    rf"[^\W\d_a-z][\w'’‘-]+(?:\s+of\s+(?:{_NAME}\s*){{1,2}}?)?|(?i:The\s+(?:{'|'.join(_OFFICES)})))\.{{1,3}}(?=\s|$)"
)
_ENDS_IN_TITLE = re.compile(rf"(?:.*\s)?{_TITLE}")
_LETTER = re.compile(rf"{_FRONT}(?P<name>[QA])(?:\s*[.)]|\s\s|\t)\s*")
_TITLED = re.compile(rf"(?:{_TITLE}\s*)+\S|The\s|THE\s", re.I)

_SENTENCE_END = re.compile(r"[.?!…:—–-][\"'”’»)\]]*$")
_RUNS_ON = re.compile(
    r"(?:[,;(]|[^\W\d_]-|\b(?:to|of|and|or|with|by|from|for|told|asked|see|saw|met|knew|Mr\.|Mrs\.|Dr\.))$"
)
"""Before these a name is spoken of or addressed. Speech that is cut short ends otherwise as often as not."""

_FURTHEST = 100
"""Characters within which a label ends."""

_Style = Literal["colon", "period", "letter"]


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker named at the front of a line; ``length`` characters of the line belong to the label."""

    speaker: str
    length: int
    time: str
    style: _Style

    @property
    def key(self) -> str:
        return speaker_key(self.speaker)


def find_labels(lines: Sequence[Line]) -> dict[int, Label]:
    """Places of the lines that begin a turn → their labels."""
    found = {place: label for place, line in enumerate(lines) if (label := _candidate(line))}
    return _Choosing(lines, found).labels()


def names_with_title(text: str) -> bool:
    """Whether the line begins like a turn in a hearing record: ``Mr. Ellery. Where…``"""
    match = _PERIOD.match(text)
    return match is not None and not _ends_in_title(match["name"])


def _candidate(line: Line) -> Label | None:
    if line.aside or line.why or not line.text:
        return None
    if (match := _PERIOD.match(line.text)) and not _ends_in_title(match["name"]):
        return Label(match["name"].strip(" *_"), match.end(), match["time"] or "", "period")
    has_colon = any(colon in line.text[:_FURTHEST] for colon in ":：")
    if (
        has_colon
        and (match := _COLON.match(line.text))
        and _may_name(match["name"], line.text[match.end() :])
    ):
        return Label(match["name"].strip(" *_"), match.end(), match["time"] or match["later"] or "", "colon")
    if match := _LETTER.match(line.text):
        return Label(match["name"], match.end(), match["time"] or "", "letter")
    return None


def _ends_in_title(name: str) -> bool:
    """Whether a surname is still to come, as in "Lt. Col."; "The Colonel" needs none."""
    return bool(_ENDS_IN_TITLE.fullmatch(name)) and not name.casefold().startswith("the ")


def _may_name(name: str, rest: str) -> bool:
    words = name.strip(" *_").split()
    if says_its_role(name):
        return True
    if not 0 < len(words) <= 5 or (rest and not rest[0].isspace() and rest[0] not in "\"'“‘«„"):
        return False
    if any(speaker_key(word) in _FIELDS for word in (words[0], words[-1])):
        return False
    return not words[0][0].islower() and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    first = word.lstrip("('\"“‘").replace("’", "")[:1]
    return word.casefold() in _PARTICLES or (bool(first) and not first.islower() and first not in ",;?!-–")


@dataclass
class _Choosing:
    """Which candidates are labels, seen over the whole text."""

    lines: Sequence[Line]
    found: dict[int, Label]

    def labels(self) -> dict[int, Label]:
        counts = Counter(label.key for label in self.found.values())
        styles = Counter(label.style for label in self.found.values() if self._counts(label, counts))
        letters = {label.speaker for label in self.found.values() if label.style == "letter"}
        typed = styles["period"] > styles["colon"] or styles["period"] >= styles["letter"] > styles["colon"]
        spoken = typed or styles["letter"] > styles["colon"]
        kept = {}
        for place, label in self.found.items():
            sure = says_its_role(label.speaker) or bool(_TITLED.match(label.speaker))
            if label.style == "letter":
                keep = letters == {"Q", "A"} or counts[label.key] > counts.total() / 3
            elif label.style == "period":
                keep = typed and not self._runs_on(place)
            elif spoken:
                keep = sure or (label.speaker.isupper() and counts[label.key] > 1)
            else:
                keep = sure or counts[label.key] > 1 or self._stands_alone(place, counts)
            if keep:
                kept[place] = label
        if typed:
            kept = self._indented(kept)
        return self._after_header(kept)

    def _counts(self, label: Label, counts: Counter[str]) -> bool:
        return label.style != "colon" or says_its_role(label.speaker) or counts[label.key] > 1

    def _before(self, place: int) -> str:
        """The words in front of a line; "" after a blank line."""
        while place > 0:
            place -= 1
            line = self.lines[place]
            if not (line.aside or line.why):
                return line.text
        return ""

    def _runs_on(self, place: int) -> bool:
        return bool(_RUNS_ON.search(self._before(place)))

    def _stands_alone(self, place: int, counts: Counter[str]) -> bool:
        """Whether a name that occurs once is likely to be a speaker's."""
        before = self._before(place)
        if before and not _SENTENCE_END.search(before):
            return False
        often = sum(count > 1 for count in counts.values())
        return often < 2 or self._one_line_a_turn()

    def _one_line_a_turn(self) -> bool:
        first = min(self.found)
        return all(
            place in self.found or not line.text or line.aside
            for place, line in enumerate(self.lines)
            if place > first
        )

    def _indented(self, kept: dict[int, Label]) -> dict[int, Label]:
        """In a typed record turns are set in: a name at the margin is one that is spoken of."""
        margin = Counter(
            line.indent for place, line in enumerate(self.lines) if line.text and place not in self.found
        )
        turns = Counter(self.lines[place].indent for place in kept)
        if not margin or not turns:
            return kept
        usual, edge = turns.most_common(1)[0][0], margin.most_common(1)[0][0]
        if usual < edge + 2 or turns[usual] < 0.8 * turns.total():
            return kept
        return {place: label for place, label in kept.items() if self.lines[place].indent > edge}

    def _after_header(self, kept: dict[int, Label]) -> dict[int, Label]:
        """Without names that stand in the header: those before the first speaker who speaks twice."""
        counts = Counter(label.key for label in kept.values())
        order = sorted(kept)
        first = next((rank for rank, place in enumerate(order) if counts[kept[place].key] > 1), 0)
        while first and self._speaks(order[first - 1], kept[order[first - 1]]):
            first -= 1
        chosen = {place: kept[place] for place in order[first:]}
        only = next(iter(chosen.values())) if len(chosen) == 1 else None
        if only and not (says_its_role(only.speaker) or _TITLED.match(only.speaker)):
            return {}
        return chosen

    def _speaks(self, place: int, label: Label) -> bool:
        words = self.lines[place].text[label.length :].strip()
        return not words or (bool(re.search(r"[.?!…][\"'”’»)\]]*$", words)) and len(words.split()) > 1)
