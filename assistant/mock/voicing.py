"""The subject's line worded by a language model, so that it answers the question as it was asked.

Code has decided by then what he says. The model is told that line, what he said before and how he speaks;
never what he keeps back, what is behind a false story, or why he really came. Its wording is shown only if
code finds in it all that the line says and nothing else; in every other case the line stands as written.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.errors import ModelUnavailable
from assistant.knowledge import stems
from assistant.language import ChatModel, Message, Prompt, read_prompt
from assistant.mock.allowed import Checked, Vocabulary, checked
from assistant.mock.running import Turn
from assistant.mock.scenario import Scenario
from assistant.mock.spoken import Spoken
from assistant.mock.state import State
from assistant.mock.wording_check import Refusal, refusal

WITHIN = 15.0
"""Seconds that a wording may take: the trainee waits for it."""

TURNS = 4
"""Turns of the talk before that the model is shown."""

LITTLE, MUCH = 3.5, 6.5
"""Of a state from 0 to 10: up to the first there is little of it, from the second on much."""

_FEELS: Mapping[str, tuple[str, str]] = {
    "trust": ("does not trust the listener", "trusts the listener"),
    "fear": ("calm", "frightened"),
    "self_respect": ("feels small", "holds the head high"),
    "tiredness": ("awake", "very tired"),
    "suspicion": ("suspects nothing", "on guard"),
}
"""By what there is of it, little or much, in words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is shown. ``refused`` says why it is the written line: a reason of the check, "unavailable" when
    the model failed or took too long; "" where the model's wording stands."""

    text: str
    refused: Refusal | Literal["unavailable"] = ""


def voice_prompt(prompts: Path) -> Prompt:
    """The prompt for wording a line; raises BadContent when the file is not as it should be."""
    return read_prompt(prompts / "voice.md", ("manner", "feeling", "talk_before", "question", "line"))


class Voicing:
    """Words lines of these scenarios, or of a further one. Any thread may call."""

    def __init__(self, scenarios: Mapping[str, Scenario], prompt: Prompt, within: float = WITHIN) -> None:
        self.prompt = prompt
        self.within = within
        self._vocabulary = Vocabulary(scenarios)

    def worded(
        self,
        scenario: Scenario,
        turns_before: Sequence[Turn],
        turn: Turn,
        model: ChatModel,
        shown: Mapping[int, str] | None = None,
    ) -> Wording:
        """The turn's reply in the model's words, or as it is written.

        ``shown`` has the wordings of earlier turns by their number, where they differ from what is written.
        They only tell the model how the talk went: the check rests on what is written. Raises
        EmbedderMissing.
        """
        against = self._checked(scenario, turns_before, turn)
        messages = self.messages(scenario, turns_before, turn, against, shown or {})
        try:
            text = self._asked(model, messages)
        except ModelUnavailable:
            return Wording(turn.reply.text, "unavailable")
        wording = _bare(text)
        why = refusal(wording, against, self.prompt.told)
        return Wording(turn.reply.text if why else wording, why)

    def messages(
        self,
        scenario: Scenario,
        turns_before: Sequence[Turn],
        turn: Turn,
        against: Checked,
        shown: Mapping[int, str],
    ) -> list[Message]:
        """What the model is told: what was shown so far, the line, how he speaks and feels."""
        talk = [f"Subject: {scenario.opening}"] if len(turns_before) < TURNS else []
        for each in turns_before[-TURNS:]:
            talk += [
                f"Trainee: {_line(each.question)}",
                f"Subject: {shown.get(each.number, each.reply.text)}",
            ]
        return self.prompt.messages(
            manner=_manner(scenario, against),
            feeling=feeling(turn.reply.state),
            talk_before="\n".join(talk),
            question=turn.question,
            line=turn.reply.text,
        )

    def _checked(self, scenario: Scenario, turns_before: Sequence[Turn], turn: Turn) -> Checked:
        now = (*turn.reply.released, *turn.reply.repeated)
        told = {id for each in turns_before for id in each.reply.released}
        before = [scenario.opening, *(each.reply.text for each in turns_before)]
        return checked(scenario, turn.reply.text, before, told.union(now), now, self._vocabulary)

    def _asked(self, model: ChatModel, messages: Sequence[Message]) -> str:
        """Raises ModelUnavailable, also when the model takes too long for a talk."""
        too_long = threading.Event()
        timer = threading.Timer(self.within, too_long.set)
        timer.daemon = True
        timer.start()
        try:
            return "".join(model.stream(messages, too_long))
        finally:
            timer.cancel()


def feeling(state: State) -> str:
    """How he feels, in words: what there is little or much of."""
    found = []
    for name, (little, much) in _FEELS.items():
        value = getattr(state, name)
        found += [little] if value <= LITTLE else [much] if value >= MUCH else []
    return ", ".join(found) or "nothing in particular"


def _manner(scenario: Scenario, against: Checked) -> str:
    """How he speaks, without what is said to trainers alone, and without the sentences that name whom he has
    not named or touch on what he hides."""
    voice = Spoken(scenario.voice.partition("For trainers:")[0], against.written.small)
    hidden = [fact for fact in scenario.facts if fact.gate == "hidden"]
    secret = [text for fact in hidden for text in (fact.about, fact.says, fact.again)]
    secret += [*(fact.truth for fact in scenario.facts), scenario.motives["real"]]
    closed = frozenset(stems(" ".join(secret))) - against.ordinary - against.vocabulary.of_voices(scenario)
    said = against.written.anchors.union(*(each.anchors for each in against.before))
    kept = []
    for text in voice.sentences:
        sentence = Spoken(text, voice.small)
        whole = text.count("(") == text.count(")")
        if whole and not sentence.anchors - sentence.numbers - said and not sentence.stems & closed:
            kept.append(text)
    return " ".join(kept) or "plain"


def _line(text: str) -> str:
    return " ".join(text.split())


def _bare(text: str) -> str:
    """Without the quotation marks that models put around a line."""
    plain = text.strip()
    marks = '"“”'
    inside = plain[1:-1]
    wrapped = len(plain) > 1 and plain[0] in marks and plain[-1] in marks and not set(marks) & set(inside)
    return inside.strip() if wrapped else plain
