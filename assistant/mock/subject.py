"""The subject: what he answers and how it moves him. Code decides; the scenario has his words.

He is played from facts, gates and a state. A fact's words leave him only when its gate is open, so nothing
that a trainee types can bring out a closed one.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

from assistant.handling import Hearing, sentences_of
from assistant.knowledge import stems
from assistant.mock.matching import PLAINLY, SURELY, Match, Matcher, Move
from assistant.mock.must_tell import told_in
from assistant.mock.scenario import Fact, Scenario
from assistant.mock.state import (
    A_MINUTE,
    HEARD_OUT,
    KEPT,
    KEPT_GUIDANCE,
    PRESSED,
    RESTED,
    TIRED,
    TREATED,
    WITH_RESPECT,
    Change,
    State,
    opens,
)
from assistant.wording.kinds import Kind, kind_of

NEAR = 0.5
"""From this nearness on a kind line is about a cue in particular."""

MOST_AT_ONCE = 3
"""Facts that an open question brings."""

BRINGS_ALONG = 0.4
"""This part of the nearest fact's score puts another fact of its story first in an open answer."""

POLITELY = 0.15
"""From this nearness to a fact on a line with "please" asks for it."""

AT_EASE = 4.0
"""From this trust on he speaks of himself, and of what he was not asked for."""

AFRAID = 7.0

ADDS = (5, 9)
"""After so many answers, at least and at most, he adds something of his own."""

WITHDRAWN = frozenset({"threat", "cynicism", "motive_belittled", "suspicion_shown"})
"""After these he answers nothing, whatever was asked with them."""

TELLINGS = 3
"""So often he tells the same at the most."""

STAYS_HURT = 1
"""Questions after such a line that he does not answer either, unless he is spoken to kindly first."""

PLAIN = 1.0
"""From this score on a fault of treatment counts in a line that otherwise sounds as it should."""

MILD = 0.6
"""From this score on it counts in any other: a hurt that nobody dealt spoils more than one that is missed."""

FOLLOWS_UP = 6
"""Words of a line that hangs on the one before if it is about nothing in particular itself."""

HANGS = 3
"""Words of a line that does so without a word of its own, unless this scenario's people always ask so."""

WEARS_OFF = 0.85
"""What each further kind line is worth of the one before; the same words again are worth nothing."""

MINUTES_A_TURN = 1.0

_NAME = re.compile(
    r"\b(?:(?:what is|what's|give me|may i (?:have|know)|tell me) your (?:full )?name"
    r"|what (?:should|shall|may|can|do) (?:i|we) call you|how are you called)\b",
    re.IGNORECASE,
)

_OF_HIM = re.compile(r"\byour?\b", re.IGNORECASE)
_KNOWS = re.compile(
    r"\b(?:do|did|have|had|would|could|can) you (?:ever )?"
    r"(?:know|hear|heard|tell|say|name|see|seen|describe)\b",
    re.IGNORECASE,
)

_REST = frozenset(
    {"pause", "break", "rest", "coffee", "tea", "cigarette", "stretch", "eat", "lunch", "supper"}
)
_GREETS = frozenset({"hello", "morning", "evening", "afternoon", "welcome"})
_THANKS = frozenset({"thank", "thanks", "grateful"})


@dataclass(frozen=True, slots=True)
class SubjectReply:
    """What he says and what came of it.

    ``released`` are the ids of facts told for the first time, ``repeated`` those told again, ``withheld`` the
    fact that was asked for while its gate was closed. ``state`` is how he is afterwards; ``changes`` say why.
    """

    text: str
    kind: Kind
    released: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    withheld: str = ""
    asked_for: str = ""
    yielded: bool = False
    cue: str = ""
    state: State = field(default_factory=lambda: State(0, 0, 0, 0, 0))
    changes: tuple[Change, ...] = ()


class Subject:
    """One session with a subject. The same seed and the same lines give the same session."""

    def __init__(self, scenario: Scenario, hearing: Hearing, matcher: Matcher, seed: int) -> None:
        self.scenario = scenario
        self.hearing = hearing
        self.matcher = matcher
        self.state = State(**scenario.state)
        self.told: dict[str, int] = {}
        self.minute = 0.0
        self._chance = random.Random(seed)
        self._unused: dict[str, list[str]] = {}
        self._before = ""
        self._kindly: set[str] = set()
        self._hurt = 0
        self._last: Fact | None = None
        self._kept_back: list[Fact] = []
        self._adds_in = self._chance.randint(*ADDS)

    def answer(self, line: str, minutes: float = MINUTES_A_TURN) -> SubjectReply:
        """What he says to a line of the trainee's, ``minutes`` after the line before."""
        text = " ".join(line.split())
        kind = self._kind(text)
        cue = self._cue(text)
        self._pass(minutes)
        changes = list(self._treated(text, kind, cue))
        for change in changes:
            self.state = self.state.moved(change.by)
        said = self._said(text, kind, cue)
        self._note(said)
        return SubjectReply(
            self._adding(said, cue),
            kind,
            tuple(each.id for each in said.released),
            tuple(each.id for each in said.repeated),
            said.withheld,
            said.asked_for,
            said.yielded,
            cue,
            self.state,
            tuple(changes),
        )

    def _kind(self, text: str) -> Kind:
        """Of a line that says something and then asks, the kind of what it asks."""
        kind = kind_of(text)
        if kind == "statement" and len(parts := sentences_of(text)) > 1:
            return kind_of(parts[-1].strip())
        return kind

    def _cue(self, text: str) -> str:
        """What his line calls for; a threat is one, whatever harmless question comes after it."""
        for part in [text, *sentences_of(text)] if text else []:
            for heard in self.hearing.hear(part, "handler")[:1]:
                if heard.score >= (PLAIN if self.hearing.keeps(part) else MILD):
                    return heard.cue
        return ""

    def slip_in(self) -> None:
        """Something happens in the room: it costs him calm."""
        self.state = self.state.moved({"fear": 0.5, "suspicion": 0.3})

    # How he is treated.

    def _pass(self, minutes: float) -> None:
        self.minute += minutes
        self.state = self.state.moved({key: change * minutes for key, change in A_MINUTE.items()})

    def _treated(self, text: str, kind: Kind, cue: str) -> list[Change]:
        if cue in TREATED:
            paragraph = self.hearing.cues[cue].paragraphs[0]
            return [Change(self.hearing.cues[cue].name, TREATED[cue], paragraph, text)]
        found = []
        if self.hearing.keeps(text) and text not in self._kindly:
            does = self.hearing.does(text)
            id = max(does, key=lambda id: does[id])
            done = self.hearing.cues[id] if does[id] >= NEAR else None
            paragraph = done.paragraphs[0] if done else WITH_RESPECT
            why = f"{KEPT_GUIDANCE} (on: {done.name.lower()})" if done else KEPT_GUIDANCE
            worth = WEARS_OFF ** len(self._kindly)
            found.append(Change(why, {key: by * worth for key, by in KEPT.items()}, paragraph, text))
            self._kindly.add(text)
            self._hurt = 0
        if _REST & _words(text) and kind == "statement":
            found.append(Change("A rest", RESTED, "", text))
        if kind == "open":
            found.append(Change("Heard out", HEARD_OUT, "MI5-1948#IX.4", text))
        elif kind in ("leading", "forced_choice", "compound"):
            found.append(Change("Pressed by the question", PRESSED, "", text))
        return found

    # What he says.

    def _said(self, text: str, kind: Kind, cue: str) -> _Said:
        if cue in WITHDRAWN:
            self._hurt = STAYS_HURT
            return _Said(self._stock("withdraws"))
        if cue == "importance_slighted":
            return _Said(self._stock("slighted"))
        if kind != "statement" and _NAME.search(text):
            return _Said(f"{self.scenario.name}.")
        if told_in(text, kind, self.hearing):
            return _Said(self._stock("statement"))
        match = self._match(text, kind) if text else None
        if self._hurt and kind != "statement":
            self._hurt -= 1
            asked = match.fact if match else None
            if asked is None or asked.id not in self.told:
                # What he would have told otherwise he keeps back now.
                id = asked.id if asked else ""
                return _Said(self._stock("withdraws"), withheld=id, asked_for=id)
        goes_on = match and match.move == "go_on" and match.plainest >= SURELY
        if match and match.move and not cue and (kind != "statement" or goes_on):
            return self._moved(match.move, match.fact)
        if kind == "statement" and not self._requests(text, match):
            remark = self._remark(text, cue)
            return self._coming_back(remark) or _Said(self._stock(remark))
        if match is None or not (match.fact or match.topic):
            return _Said(self._stock(self._without_answer(text, kind)))
        said = self._of_leading(match) if kind == "leading" else None
        said = said or (
            self._openly(match) if kind == "open" and not match.surely else self._particular(match)
        )
        if self.state.tiredness >= TIRED and not said.released and self._chance.random() < 0.4:
            return replace(said, text=f"{self._stock('tired')} {said.text}")
        return said

    def _match(self, text: str, kind: Kind) -> Match:
        """What is meant; of a short line ("When exactly?") together with the line before."""
        words, before = len(text.split()), self._before
        self._before = text
        # What is said before the question, out of politeness, may hide what it is about.
        lines = dict.fromkeys([text, *(part.strip() for part in sentences_of(text)[-1:])])
        match = max(map(self.matcher.match, lines), key=lambda each: each.plainest)
        if match.move or kind == "statement":
            return match
        own, plain = len(set(stems(text))), match.nearest >= PLAINLY
        hangs = words <= FOLLOWS_UP and own <= 1 and not plain
        hangs = hangs or (words <= HANGS and not own and match.nearest < SURELY)
        if not before or not hangs:
            return match
        together = self.matcher.match(f"{before} {text}")
        return together if together.nearest > match.nearest else match

    def _without_answer(self, text: str, kind: Kind) -> str:
        """Of himself he does not say that he does not know: he leaves it at what he has said."""
        if _OF_HIM.search(text) and not _KNOWS.search(text):
            return "nothing_more"
        return "not_understood" if kind == "open" else "unknown"

    def _requests(self, text: str, match: Match | None) -> bool:
        """Whether a line without the form of a question asks for something all the same."""
        near, words = match.facts[0][1] if match else 0.0, _words(text)
        please = "please" in words and not words & (_GREETS | _REST)
        return near >= (POLITELY if please else PLAINLY)

    def _moved(self, move: Move, fact: Fact | None) -> _Said:
        """What he says to a line that names no subject, or only hints at a ``fact``."""
        if move == "how_are_you":
            uneasy = self.state.trust < AT_EASE or self.state.fear >= AFRAID
            return _Said(self._stock("how_he_is_uneasy" if uneasy else "how_he_is"))
        if move == "say_again":
            meant = fact if fact and fact.id in self.told else self._last
            if meant is None:
                return _Said(self._stock("not_understood"))
            return self._told_before(meant)
        if move == "go_on" and self._last is not None:
            return self._going_on(self._last.topic)
        return self._of_his_own()

    def _going_on(self, topic: str) -> _Said:
        rest = [f for f in self.scenario.facts if f.topic == topic and f.id not in self.told]
        story = [fact for fact in rest if fact.gate == "free"][:MOST_AT_ONCE] or self._next_of(topic)
        if not story:
            return _Said(self._stock("nothing_more"))
        return _Said(" ".join(fact.says for fact in story), self._tell(story))

    def _of_his_own(self) -> _Said:
        """Asked for anything else: what he kept back before, or the weightiest thing he was not asked for."""
        if back := self._coming_back("anything_else"):
            return back
        free = [fact for fact in self.scenario.facts if fact.id not in self.told and fact.gate == "free"]
        asked = [fact for fact in self.scenario.facts if fact.id not in self.told and fact.gate == "asked"]
        more = max(asked if self.state.trust >= AT_EASE else free, key=lambda fact: fact.weight, default=None)
        if more is None:
            return _Said(self._stock("nothing_more"))
        return _Said(more.says, self._tell([more]))

    def _coming_back(self, remark: str) -> _Said | None:
        """To a kind word, or asked for more, he returns to what he kept back, if he would tell it now."""
        if remark not in ("thanks", "rest", "anything_else"):
            return None
        for fact in self._kept_back:
            if fact.id not in self.told and opens(fact, self.state):
                return _Said(f"{self._stock('comes_back')} {fact.says}", self._tell([fact]))
        return None

    def _note(self, said: _Said) -> None:
        """What he has spoken of last, and what he keeps back."""
        for fact in (*said.repeated, *said.released):
            self._last = fact
        if said.withheld:
            fact = self.scenario.fact(said.withheld)
            self._last = fact if fact.id in self.told else self._last
            if fact not in self._kept_back:
                self._kept_back.append(fact)

    def _adding(self, said: _Said, cue: str) -> str:
        """Now and then he adds a remark of his own; nothing while he is hurt."""
        if cue or not (said.released or said.repeated):
            return said.text
        self._adds_in -= 1
        if self._adds_in:
            return said.text
        self._adds_in = self._chance.randint(*ADDS)
        return f"{said.text} {self._stock('adds')}"

    def _remark(self, text: str, cue: str) -> str:
        words = _words(text)
        if cue == "promise":
            return "promised"
        if _REST & words:
            return "rest"
        if _THANKS & words:
            return "thanks"
        if _GREETS & frozenset(text.lower().replace(",", " ").replace(".", " ").split()[:2]):
            return "greeting"
        return "thanks" if self.hearing.keeps(text) else "statement"

    def _of_leading(self, match: Match) -> _Said | None:
        """A leading question may be agreed to, as people do, and then tells nothing of his own."""
        fact = match.fact
        pliant = (10 - self.state.self_respect + self.state.fear + self.state.tiredness) / 45
        if fact is None or fact.id in self.told or self._chance.random() > pliant:
            return None
        return _Said(self._stock("yields"), asked_for=fact.id, yielded=True)

    def _openly(self, match: Match) -> _Said:
        """Several facts of one story in his own order: the free ones, and the one asked for if it is open."""
        topic = match.topic.id if match.topic else match.fact.topic if match.fact else ""
        nearest = max((score for _, score in match.facts), default=0.0)
        near = {fact.id for fact, score in match.facts if score >= BRINGS_ALONG * nearest}
        asked = match.fact
        closed = asked is not None and not opens(asked, self.state)
        if closed and match.facts[0][1] >= PLAINLY:
            return self._particular(match)
        story = [
            fact
            for fact in self.scenario.facts
            if fact.id not in self.told
            and opens(fact, self.state)
            and (fact is asked or (fact.topic == topic and fact.gate == "free"))
        ]
        if len(story) < MOST_AT_ONCE and not closed:
            story += [fact for fact in self._next_of(topic) if fact not in story]
        story.sort(key=lambda fact: (fact.id not in near, self.scenario.facts.index(fact)))
        chosen = sorted(story[:MOST_AT_ONCE], key=self.scenario.facts.index)
        if not chosen:
            return self._particular(match) if asked else self._told_all(topic)
        lead = next((each.lead for each in self.scenario.topics if each.id == topic), "")
        begins = lead if lead and not any(self.scenario.fact(id).topic == topic for id in self.told) else ""
        words = " ".join(filter(None, [begins, *(fact.says for fact in chosen)]))
        wanted = asked.id if asked else ""
        return _Said(words, self._tell(chosen), withheld=wanted if closed else "", asked_for=wanted)

    def _next_of(self, topic: str) -> list[Fact]:
        """Of a story, the next thing that would be told when asked."""
        rest = (f for f in self.scenario.facts if f.topic == topic and f.id not in self.told)
        return [fact for fact in rest if fact.gate == "asked"][:1]

    def _told_all(self, topic: str) -> _Said:
        told = [self.scenario.fact(id) for id in self.told if self.scenario.fact(id).topic == topic]
        if not told:
            return _Said(self._stock("unknown"))
        return _Said(f"{self._stock('told_again')} {told[-1].again}", repeated=(told[-1],))

    def _particular(self, match: Match) -> _Said:
        fact = match.fact
        if fact is None:
            topic = match.topic
            return self._openly(Match((), match.topics)) if topic else _Said(self._stock("unknown"))
        if fact.id in self.told:
            # The first time he does not mind: it was another question to whoever asked it.
            return self._told_before(fact, self._stock("told_again") if self.told[fact.id] > 1 else "")
        if not opens(fact, self.state):
            return _Said(fact.closed, withheld=fact.id, asked_for=fact.id)
        return _Said(fact.says, self._tell([fact]), asked_for=fact.id)

    def _told_before(self, fact: Fact, begins: str = "") -> _Said:
        """Told once more, and at last no more: whoever goes on asking hears that there is no more to it."""
        self.told[fact.id] += 1
        if self.told[fact.id] > TELLINGS:
            return _Said(self._stock("nothing_more"), repeated=(fact,), asked_for=fact.id)
        return _Said(f"{begins} {fact.again}".strip(), repeated=(fact,), asked_for=fact.id)

    def _tell(self, facts: list[Fact]) -> tuple[Fact, ...]:
        for fact in facts:
            self.told[fact.id] = 1
        return tuple(facts)

    def _stock(self, kind: str) -> str:
        """A stock line, none twice before all were said."""
        if not self._unused.get(kind):
            lines = list(self.scenario.replies[kind])
            self._chance.shuffle(lines)
            self._unused[kind] = lines
        return self._unused[kind].pop()


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    released: tuple[Fact, ...] = ()
    repeated: tuple[Fact, ...] = ()
    withheld: str = ""
    asked_for: str = ""
    yielded: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalpha() else " " for c in text.lower()).split())
