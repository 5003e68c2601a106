"""The check of a scenario: what is missing, unreachable or contradictory in it, and where."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from assistant.mock.scenario import REPLIES, Difficulty, Fact, Gate, Scenario, Sure
from assistant.mock.state import HEARD_OUT, KEPT, LEAST, MOST, RESTED, State, opens
from assistant.mock.subject import WEARS_OFF

FEWEST_ASKS = 5
"""Ways of asking that each fact and topic must have, so that it is found however it is asked for."""

FEWEST_STOCK = 3
"""Stock lines of each kind, so that he does not repeat himself at once."""

MINUTES = range(5, 241)

LISTS = ("requirements", "topics", "facts", "cracks", "events")

_NEEDS = ("trust", "self_respect", "fear_at_most", "suspicion_at_most")
_WEIGHTS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Mistake:
    """``path`` leads to the field: keys and places from 0, joined by points (``facts.3.ask``)."""

    path: str
    says: str

    def __str__(self) -> str:
        return self.says


def mistakes_of(scenario: Scenario) -> list[Mistake]:
    """Every mistake, in the order of the parts; empty when the scenario can be played."""
    return [
        *_about(scenario),
        *_man(scenario),
        *_twice(scenario),
        *_requirements(scenario),
        *_topics(scenario),
        *_facts(scenario),
        *_cracks(scenario),
        *_events(scenario),
        *_stock(scenario),
    ]


def mistakes_between(scenarios: Mapping[str, Scenario]) -> list[Mistake]:
    """What is compared with another scenario that is not there, or with a fact that is not in it."""
    found = []
    for scenario in scenarios.values():
        ids = {fact.id for fact in scenario.facts}
        for place, point in enumerate(scenario.compare):
            path, name = f"compare.{place}", f"scenario '{scenario.id}'"
            own, other = point.facts
            if own not in ids:
                found.append(Mistake(path, f"{name} compares a fact '{own}' that it has not"))
            if point.scenario not in scenarios:
                found.append(Mistake(path, f"{name} is compared with '{point.scenario}', which is not there"))
            elif all(fact.id != other for fact in scenarios[point.scenario].facts):
                says = f"{name} is compared with a fact '{other}' that '{point.scenario}' has not"
                found.append(Mistake(path, says))
    return found


def _about(scenario: Scenario) -> Iterator[Mistake]:
    yield from _blank("title", "the title is missing", scenario.title)
    yield from _blank("id", "the id is missing: small letters, digits and _", scenario.id)
    if scenario.difficulty not in get_args(Difficulty):
        yield Mistake("difficulty", f"difficulty is one of {', '.join(get_args(Difficulty))}")
    if scenario.minutes not in MINUTES:
        yield Mistake("minutes", f"minutes are from {MINUTES[0]} to {MINUTES[-1]}")
    yield from _blank("setting", "the setting is missing: what the trainee reads first", scenario.setting)
    yield from _blank("opening", "his opening words are missing", scenario.opening)


def _man(scenario: Scenario) -> Iterator[Mistake]:
    yield from _blank("subject.name", "his name is missing", scenario.name)
    yield from _blank("subject.voice", "his voice is missing: say how he speaks", scenario.voice)
    for key, value in scenario.state.items():
        if not LEAST <= value <= MOST:
            yield Mistake(f"state.{key}", f"state '{key}' is not between 0 and 10")
    yield from _blank("motives.told", "the motive that he tells is missing", scenario.motives["told"])
    yield from _blank("motives.real", "his real motive is missing", scenario.motives["real"])


def _twice(scenario: Scenario) -> Iterator[Mistake]:
    """Entries of one kind by the same id."""
    for part in LISTS:
        seen: set[str] = set()
        for place, each in enumerate(getattr(scenario, part)):
            if each.id in seen:
                kind = part.removesuffix("s")
                yield Mistake(f"{part}.{place}.id", f"{kind} '{each.id}' stands twice: give one another id")
            seen.add(each.id)


def _requirements(scenario: Scenario) -> Iterator[Mistake]:
    if not scenario.requirements:
        yield Mistake("requirements", "there is no requirement: say what an agency wants to know from him")
    to_learn = {fact.requirement for fact in scenario.to_learn}
    served = {fact.requirement for fact in scenario.facts}
    for place, each in enumerate(scenario.requirements):
        path, name = f"requirements.{place}", f"requirement '{each.id}'"
        yield from _blank(f"{path}.title", f"{name}: its title is missing", each.title)
        if each.weight not in _WEIGHTS:
            yield Mistake(f"{path}.weight", f"{name}: its weight is not from 1 to 5")
        if each.id not in served:
            yield Mistake(path, f"{name} is served by no fact: give it one, or remove it")
        elif each.id not in to_learn:
            yield Mistake(path, f"{name}: nothing can be learned for it, as its facts are hidden or invented")


def _topics(scenario: Scenario) -> Iterator[Mistake]:
    if not scenario.topics:
        yield Mistake("topics", "there is no topic: an open question brings the facts of one")
    for place, topic in enumerate(scenario.topics):
        path, name = f"topics.{place}", f"topic '{topic.id}'"
        if len(topic.ask) < FEWEST_ASKS:
            yield Mistake(f"{path}.ask", f"{name} has fewer than {FEWEST_ASKS} ways of asking: write more")
        if not any(fact.topic == topic.id and fact.gate in ("free", "asked") for fact in scenario.facts):
            yield Mistake(path, f"{name} has nothing that an open question would bring: a fact free or asked")


def _facts(scenario: Scenario) -> Iterator[Mistake]:
    if not scenario.facts:
        yield Mistake("facts", "there is no fact: write what he can tell")
    elif scenario.weight <= 0:
        yield Mistake(
            "facts", "nothing can be learned: every fact is hidden, of the legend or without weight"
        )
    requirements = {each.id for each in scenario.requirements}
    topics = {each.id for each in scenario.topics}
    known = _known(scenario)
    start = State(**scenario.state)
    for place, fact in enumerate(scenario.facts):
        for field, wrong in (
            *_form(fact, requirements, topics),
            *_gate(fact, start),
            *_given_away(fact, known),
        ):
            yield Mistake(f"facts.{place}.{field}", f"fact '{fact.id}': {wrong}")
    yield from _same_asking(scenario.facts)


Wrong = Iterator[tuple[str, str]]
"""The field of a fact, and what is wrong there."""


def _form(fact: Fact, requirements: set[str], topics: set[str]) -> Wrong:
    if not fact.about:
        yield "about", "it does not say what it is about"
    if fact.requirement not in requirements:
        named = f"there is no requirement '{fact.requirement}'" if fact.requirement else "it serves none"
        yield "requirement", f"{named}: choose a requirement"
    if fact.topic not in topics:
        named = f"there is no topic '{fact.topic}'" if fact.topic else "it stands in no topic"
        yield "topic", f"{named}: choose a topic"
    if fact.weight not in _WEIGHTS:
        yield "weight", "its weight is not from 1 to 5"
    if fact.gate not in get_args(Gate):
        yield "gate", f"gate is one of {', '.join(get_args(Gate))}"
    if len(fact.ask) < FEWEST_ASKS:
        yield "ask", f"it has fewer than {FEWEST_ASKS} ways of asking: write more"
    if not fact.says:
        yield "says", "his words for it are missing"
    if not fact.again:
        yield "again", "his words when he is asked again are missing"
    if fact.sure not in get_args(Sure):
        yield "sure", f"sure is one of {', '.join(get_args(Sure))}"
    if (fact.sure == "wrong" or fact.legend) and not fact.truth:
        yield "truth", "'truth' is missing: what was really so"


def _gate(fact: Fact, start: State) -> Wrong:
    if fact.gate in ("trust", "hidden") and not fact.closed:
        yield "closed", "what he says while it is closed is missing"
    if fact.needs and fact.gate != "trust":
        yield "gate", "'needs' counts only for the gate 'trust'"
    if fact.gate == "trust" and not fact.needs:
        yield "needs.trust", "'needs' says nothing: it would be open at once"
    if unknown := set(fact.needs) - {*_NEEDS}:
        yield "needs.trust", f"'needs' knows no {', '.join(sorted(unknown))}"
    for key, bound in fact.needs.items():
        if key not in _NEEDS:
            continue
        name, at_most = key.removesuffix("_at_most"), key.endswith("_at_most")
        begins, reached = getattr(start, name), reach(name, start, downward=at_most)
        if (bound < reached) if at_most else (bound > reached):
            yield (
                f"needs.{key}",
                f"'needs' {key} can never be reached: it is {bound:g}, and the best treatment brings him "
                f"from {begins:g} to {reached:.1f}. Ask for less, or begin nearer",
            )


def reach(name: str, start: State, downward: bool) -> float:
    """How far a part of his state moves upward, or ``downward``, under the best treatment without end.

    Each further kind line is worth less, and together they come to a bound; being heard out and resting do
    not wear off.
    """
    kind = KEPT.get(name, 0.0) / (1 - WEARS_OFF)
    without_end = [KEPT_ON.get(name, 0.0) for KEPT_ON in (HEARD_OUT, RESTED)]
    begins: float = getattr(start, name)
    if downward:
        return LEAST if min(without_end) < 0 else max(LEAST, begins + min(0.0, kind))
    return MOST if max(without_end) > 0 else min(MOST, begins + max(0.0, kind))


def _given_away(fact: Fact, known: frozenset[str]) -> Wrong:
    """What he says instead of it has no names and numbers of it, but for those that are known anyhow."""
    if fact.gate not in ("trust", "hidden"):
        return
    secret = {word for text in (fact.says, fact.again, fact.truth) for word in _telling(text)} - known
    for word in sorted(secret & _words(fact.closed)):
        yield "closed", f"what he says while it is closed gives '{word}' away: say it without"


def _known(scenario: Scenario) -> frozenset[str]:
    """Names and numbers that the trainee reads at the start, or hears without any trust."""
    open_facts = [fact for fact in scenario.facts if fact.gate in ("free", "asked")]
    return frozenset[str]().union(
        *map(_words, (scenario.setting, scenario.opening, scenario.name)),
        *map(_words, map(str, scenario.profile.values())),
        *(_words(topic.lead) for topic in scenario.topics),
        *(_words(f"{fact.says} {fact.again}") for fact in open_facts),
    )


_SENTENCE = re.compile(r"(?:[.!?…:;]+[\"'”’)]*|[\"“‘(–—])\s*")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")


_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name})
"""A month or a day of the week alone gives nothing away."""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _telling(text: str) -> Iterator[str]:
    """The numbers of a text, and its names: words with a capital that begin no sentence."""
    for sentence in _SENTENCE.split(text):
        for place, word in enumerate(_WORD.findall(sentence)):
            name = place and word[0].isupper() and len(word) > 1 and word not in _CALENDAR
            if name or word[0].isdigit():
                yield word


def _same_asking(facts: Sequence[Fact]) -> Iterator[Mistake]:
    seen: dict[str, str] = {}
    for place, fact in enumerate(facts):
        for line in fact.ask:
            plain = _plain(line)
            if seen.get(plain, fact.id) != fact.id:
                yield Mistake(
                    f"facts.{place}.ask",
                    f"facts '{seen[plain]}' and '{fact.id}' are asked for in the same words: '{line}'",
                )
            seen[plain] = fact.id


def _cracks(scenario: Scenario) -> Iterator[Mistake]:
    facts = {fact.id: fact for fact in scenario.facts}
    start = State(**scenario.state)
    for place, crack in enumerate(scenario.cracks):
        path, name = f"cracks.{place}", f"crack '{crack.id}'"
        yield from _blank(f"{path}.what", f"{name}: it does not say what does not fit", crack.what)
        if crack.facts[0] == crack.facts[1]:
            yield Mistake(f"{path}.facts.1", f"{name} names one fact twice: choose another")
        for which, id in enumerate(crack.facts):
            if id not in facts:
                yield Mistake(f"{path}.facts.{which}", f"{name} names no fact '{id}': choose one")
            elif facts[id].gate == "hidden":
                yield Mistake(f"{path}.facts.{which}", f"{name} can never be seen: fact '{id}' is hidden")
        both = [facts[id] for id in crack.facts if id in facts]
        if len(both) == 2 and all(fact.gate == "trust" and not opens(fact, start) for fact in both):
            yield Mistake(
                f"{path}.facts.0",
                f"{name}: both its facts need trust that he has not at the start. Take a free one",
            )
    legend = {fact.id for fact in scenario.facts if fact.legend}
    if legend and not any(legend & {*crack.facts} for crack in scenario.cracks):
        yield Mistake("cracks", "his legend has no crack: name two facts of it that do not fit together")


def _events(scenario: Scenario) -> Iterator[Mistake]:
    for place, event in enumerate(scenario.events):
        path, name = f"events.{place}", f"event '{event.id}'"
        yield from _blank(f"{path}.title", f"{name}: its title is missing", event.title)
        yield from _blank(f"{path}.says", f"{name}: what happens is missing", event.says)


def _stock(scenario: Scenario) -> Iterator[Mistake]:
    for kind in REPLIES:
        lines = scenario.replies[kind]
        path = f"replies.{kind}"
        if not lines:
            yield Mistake(path, f"replies '{kind}' are missing: write {FEWEST_STOCK} lines")
        elif len(lines) < FEWEST_STOCK:
            yield Mistake(path, f"replies '{kind}' are fewer than {FEWEST_STOCK} lines: write more")
        plain = [*map(_plain, lines)]
        for line in sorted({line for line in lines if plain.count(_plain(line)) > 1}):
            yield Mistake(path, f"replies '{kind}': the line '{line}' stands twice")


def _plain(line: str) -> str:
    return "".join(filter(str.isalnum, line.lower()))


def _blank(path: str, says: str, text: str) -> Iterable[Mistake]:
    return () if text.strip() else (Mistake(path, says),)
