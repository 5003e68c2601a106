"""Scenarios as they are written: those of the project can be played, and a mistake in one is named."""

from __future__ import annotations

import calendar
import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.errors import BadContent, NotFound
from assistant.mock import Scenario, State, mistakes_of, read_scenario, read_scenarios, scenario_of
from assistant.mock.mistakes import FEWEST_ASKS, reach
from assistant.mock.scenario import REPLIES
from assistant.mock.scenario_files import made_of
from assistant.settings import Settings

FOLDER = Settings().templates / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))
Data = dict[str, Any]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_scenario_can_be_played(path: Path) -> None:
    made = read_scenario(path)
    assert mistakes_of(made) == []
    assert made.id == path.stem
    assert made.weight > 0
    assert made.setting
    assert made.opening


def test_the_easy_ones_come_first() -> None:
    order = [each.difficulty for each in read_scenarios(FOLDER).values()]
    assert len(order) == len(FILES) >= 9
    assert order == sorted(order, key=["easy", "medium", "hard"].index)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_never_told_counts_for_nobody(path: Path) -> None:
    made = read_scenario(path)
    assert not [fact.id for fact in made.to_learn if fact.gate == "hidden" or fact.legend]
    assert made.weight == sum(fact.weight for fact in made.to_learn)


def plain(text: str) -> list[str]:
    return ["".join(filter(str.isalnum, word.lower())) for word in text.split()]


def runs_of(text: str, length: int = 6) -> set[str]:
    """Runs of words in it, without dates: a date that two tellings share gives nothing away."""
    words = plain(text)
    months = {month.lower() for month in calendar.month_name if month}
    runs = (words[start : start + length] for start in range(len(words) - length + 1))
    return {" ".join(run) for run in runs if not months & {*run}}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_other_words_of_his_give_away_a_closed_fact(path: Path) -> None:
    """Neither his stock lines nor what he says of another thing have the words of it."""
    made = read_scenario(path)
    stock = [made.opening, made.setting, *(line for lines in made.replies.values() for line in lines)]
    stock += [topic.lead for topic in made.topics]
    for fact in made.facts:
        if fact.gate not in ("trust", "hidden"):
            continue
        own = runs_of(fact.says) | runs_of(fact.again)
        others = [each for each in made.facts if each is not fact]
        spoken = [*stock, fact.closed, *(words for each in others for words in (each.says, each.again))]
        assert not [words for words in spoken if own & runs_of(words)], fact.id


# Mistakes. The walk-in's file is spoiled in one place each.


@pytest.fixture
def data() -> Data:
    return copy.deepcopy(yaml.safe_load((FOLDER / "frightened_walk_in.yaml").read_text(encoding="utf-8")))


def fact(data: Data, id: str = "attack_word") -> Data:
    found: Data = next(each for each in data["facts"] if each["id"] == id)
    return found


def set_fact(id: str, **values: object) -> Callable[[Data], None]:
    return lambda data: fact(data, id).update(values)


def set_state(data: Data) -> None:
    data["state"]["fear"] = 11


def twice(data: Data) -> None:
    data["facts"].append(copy.deepcopy(fact(data)))


def few_topic_asks(data: Data) -> None:
    data["topics"][0]["ask"] = data["topics"][0]["ask"][: FEWEST_ASKS - 1]


def nothing_to_bring(data: Data) -> None:
    for each in data["facts"]:
        if each["topic"] == "six":
            each |= {"gate": "hidden", "closed": "No."}


def same_asking(data: Data) -> None:
    fact(data, "attack_date")["ask"].append("WHICH airfield is it")


MISTAKES: dict[str, tuple[Callable[[Data], object], str]] = {
    "difficulty": (lambda data: data.update(difficulty="brutal"), "difficulty is one of easy, medium, hard"),
    "state": (set_state, "state 'fear' is not between 0 and 10"),
    "fact twice": (twice, "fact 'attack_word' stands twice"),
    "gate": (set_fact("route", gate="ajar"), "fact 'route': gate is one of free, asked, trust, hidden"),
    "requirement": (set_fact("route", requirement="food"), "fact 'route': there is no requirement 'food'"),
    "topic": (set_fact("route", topic="food"), "fact 'route': there is no topic 'food'"),
    "weight": (set_fact("route", weight=6), "fact 'route': its weight is not from 1 to 5"),
    "few asks": (set_fact("route", ask=["How?", "Which way?"]), "fact 'route': it has fewer than 5 ways"),
    "no closed words": (set_fact("recall", closed=""), "fact 'recall': what he says while it is closed"),
    "no closed words of a hidden one": (set_fact("denounced", closed=None), "fact 'denounced': what he says"),
    "no needs": (set_fact("recall", needs={}), "fact 'recall': 'needs' says nothing"),
    "needs nothing known": (set_fact("recall", needs={"luck": 3}), "fact 'recall': 'needs' knows no luck"),
    "unreachable": (set_fact("recall", needs={"trust": 12}), "'needs' trust can never be reached"),
    "unreachable below": (set_fact("recall", needs={"fear_at_most": -1}), "'needs' fear_at_most can never"),
    "sure": (set_fact("route", sure="perhaps"), "fact 'route': sure is one of certain, thinks, wrong"),
    "errs without truth": (set_fact("route", sure="wrong"), "fact 'route': 'truth' is missing"),
    "lies without truth": (set_fact("route", legend=True), "fact 'route': 'truth' is missing"),
    "few asks of a topic": (few_topic_asks, "has fewer than 5 ways of asking"),
    "empty topic": (nothing_to_bring, "topic 'six' has nothing that an open question would bring"),
    "unserved requirement": (
        lambda data: data["requirements"].append({"id": "food", "title": "Food", "weight": 1}),
        "requirement 'food' is served by no fact",
    ),
    "crack of no fact": (
        lambda data: data["cracks"][0].update(facts=["saw_order", "nothing"]),
        "crack 'green_ink' names no fact 'nothing'",
    ),
    "crack of a hidden fact": (
        lambda data: data["cracks"][0].update(facts=["saw_order", "denounced"]),
        "crack 'green_ink' can never be seen: fact 'denounced' is hidden",
    ),
    "same asking": (
        same_asking,
        "facts 'attack_date' and 'attack_target' are asked for in the same words",
    ),
    "unknown key": (lambda data: data.update(colour="red"), "unknown key 'colour'"),
    "unknown key of a fact": (set_fact("route", colour="red"), "fact 'route': unknown key 'colour'"),
}


def legend_without_crack(data: Data) -> None:
    fact(data, "route").update(legend=True, truth="He came another way.")
    data["cracks"] = []


def all_hidden(data: Data) -> None:
    for each in data["facts"]:
        each.update(gate="hidden", closed="No.", needs={})


def closed_crack(data: Data) -> None:
    for id in data["cracks"][0]["facts"]:
        fact(data, id).update(gate="trust", needs={"trust": 9}, closed="Not now.")


def hidden_requirement(data: Data) -> None:
    for each in data["facts"]:
        if each["requirement"] == "security":
            each.update(gate="hidden", closed="No.", needs={})


MISTAKES |= {
    "no title": (lambda data: data.update(title=" "), "the title is missing"),
    "no setting": (lambda data: data.update(setting=""), "the setting is missing"),
    "no opening": (lambda data: data.update(opening=""), "his opening words are missing"),
    "no name": (lambda data: data["subject"].update(name=""), "his name is missing"),
    "no motive": (lambda data: data["motives"].update(real=""), "his real motive is missing"),
    "minutes": (lambda data: data.update(minutes=0), "minutes are from 5 to 240"),
    "nothing said": (set_fact("route", says=""), "fact 'route': his words for it are missing"),
    "nothing said again": (set_fact("route", again=""), "fact 'route': his words when he is asked again"),
    "fear that no kindness takes": (
        set_fact("recall", needs={"fear_at_most": 2}),
        "'needs' fear_at_most can never be reached: it is 2, and the best treatment brings him from 8 to 3.3",
    ),
    "pride that no kindness gives": (
        set_fact("recall", needs={"self_respect": 8}),
        "'needs' self_respect can never be reached: it is 8, and the best treatment brings him from 5 to 7.7",
    ),
    "a name given away": (
        set_fact("informer_paper", closed="Rudnev? I know him as one knows a door. Spoke? No."),
        "fact 'informer_paper': what he says while it is closed gives 'Spoke' away",
    ),
    "a number given away": (
        set_fact("informer_paper", closed="A man may sign 17 papers.", says="I signed 17 papers for them."),
        "gives '17' away",
    ),
    "nothing to learn": (all_hidden, "nothing can be learned: every fact is hidden"),
    "nothing to learn for one": (hidden_requirement, "requirement 'security': nothing can be learned for it"),
    "legend without a crack": (legend_without_crack, "his legend has no crack"),
    "a crack behind trust": (closed_crack, "crack 'green_ink': both its facts need trust"),
    "a crack of one fact": (
        lambda data: data["cracks"][0].update(facts=["saw_order", "saw_order"]),
        "crack 'green_ink' names one fact twice",
    ),
    "crack twice": (lambda data: data["cracks"].append(data["cracks"][0]), "crack 'green_ink' stands twice"),
    "event twice": (lambda data: data["events"].append(data["events"][0]), "event 'telephone' stands twice"),
    "few stock lines": (
        lambda data: data["replies"].update(rest=["Yes.", "Two minutes."]),
        "replies 'rest' are fewer than 3 lines",
    ),
    "a stock line twice": (
        lambda data: data["replies"].update(rest=["Yes.", "Good.", "Gladly.", "yes"]),
        "replies 'rest': the line 'Yes.' stands twice",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named(name: str, data: Data) -> None:
    spoil, says = MISTAKES[name]
    spoil(data)
    with pytest.raises(BadContent) as caught:
        scenario_of(data, "mine.yaml")
    assert "mine.yaml" in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize("kind", REPLIES)
def test_missing_stock_lines_are_named(kind: str, data: Data) -> None:
    data["replies"][kind] = []
    with pytest.raises(BadContent, match=f"replies '{kind}' are missing"):
        scenario_of(data, "mine.yaml")


def test_every_mistake_is_told_at_once(data: Data) -> None:
    fact(data, "route")["topic"] = "food"
    fact(data, "recall")["needs"] = {"trust": 12}
    data["difficulty"] = "brutal"
    with pytest.raises(BadContent) as caught:
        scenario_of(data, "mine.yaml")
    assert str(caught.value).count("\n- ") == 3


@pytest.mark.parametrize(
    "key", ["id", "setting", "subject", "state", "facts", "topics", "replies", "opening"]
)
def test_a_missing_part_is_a_sentence(key: str, data: Data) -> None:
    del data[key]
    with pytest.raises(BadContent, match=r"mine\.yaml: an entry is missing"):
        scenario_of(data, "mine.yaml")


@pytest.mark.parametrize(
    ("key", "value"), [("state", {"trust": "high"}), ("facts", None), ("topics", "six"), ("minutes", "long")]
)
def test_a_wrong_form_is_a_sentence(key: str, value: object, data: Data) -> None:
    data[key] = value
    with pytest.raises(BadContent):
        scenario_of(data, "mine.yaml")


def test_a_crack_of_one_fact_is_a_sentence(data: Data) -> None:
    data["cracks"][0]["facts"] = ["saw_order"]
    with pytest.raises(BadContent):
        scenario_of(data, "mine.yaml")


def test_asks_that_are_no_list_are_named(data: Data) -> None:
    fact(data, "route")["ask"] = "How did you get across?"
    with pytest.raises(BadContent, match="How did you get across"):
        scenario_of(data, "mine.yaml")


def test_stock_lines_that_are_no_list_are_named(data: Data) -> None:
    data["replies"]["thanks"] = "Thank you."
    with pytest.raises(BadContent, match="Thank you"):
        scenario_of(data, "mine.yaml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no such scenario"):
        read_scenario(tmp_path / "nobody.yaml")


def test_a_file_that_is_no_scenario(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- one\n- two\n", encoding="utf-8")
    with pytest.raises(BadContent):
        read_scenario(tmp_path / "list.yaml")


def test_asking_in_the_same_words_within_one_fact_is_no_mistake(data: Data) -> None:
    fact(data, "route")["ask"].append(fact(data, "route")["ask"][0].upper())
    made: Scenario = scenario_of(data, "mine.yaml")
    assert mistakes_of(made) == []


def test_a_mistake_leads_to_its_field(data: Data) -> None:
    fact(data, "route")["weight"] = 6
    data["replies"]["rest"] = []
    data["state"]["fear"] = 11
    place = [each["id"] for each in data["facts"]].index("route")
    assert {each.path for each in mistakes_of(made_of(data))} == {
        f"facts.{place}.weight",
        "replies.rest",
        "state.fear",
    }


def test_what_was_told_freely_gives_nothing_away(data: Data) -> None:
    """Rudnev's name and room are told when asked for; a month alone is no secret."""
    fact(data, "informer_paper")["closed"] = "Rudnev is a captain. It was in November."
    fact(data, "informer_paper")["says"] += " I signed in November, for Rudnev."
    assert mistakes_of(made_of(data)) == []


@pytest.mark.parametrize(
    ("name", "downward", "reached"),
    [("trust", False, 10.0), ("self_respect", False, 7.67), ("fear", True, 0.33), ("suspicion", True, 1.0)],
)
def test_how_far_the_best_treatment_brings_him(name: str, downward: bool, reached: float) -> None:
    """Kind lines wear off to a bound; being heard out does not."""
    start = State(trust=1, fear=5, self_respect=5, tiredness=0, suspicion=5)
    assert reach(name, start, downward) == pytest.approx(reached, abs=0.01)
