"""Scenarios of one's own: drafts, files, what is kept, and what can be played."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.cli import main
from assistant.errors import BadContent, NotFound
from assistant.mock import AnySubject, Matcher, Mock, Scenario, read_scenario, scenario_of
from assistant.mock.drafts import (
    Draft,
    as_yaml,
    data_of,
    free_id,
    mistakes_in,
    of_file,
    scenario_in,
    tidied,
)
from assistant.mock.own_scenarios import ChangedMeanwhile, OwnScenarios
from assistant.mock.reading_aloud import Readings, taken_for_another
from assistant.settings import Settings
from assistant.store import Store, open_store

NOTHING = AnySubject({}, ())

TEMPLATES = Settings().templates
FILES = sorted((TEMPLATES / "scenarios").glob("*.yaml"))


def draft_of(of: str = "border_crosser", **changes: Any) -> Draft:
    return of_file((TEMPLATES / "scenarios" / f"{of}.yaml").read_bytes())[0] | changes


# Drafts and files.


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_scenario_goes_through_the_form_and_its_file_unchanged(
    path: Path, scenarios: dict[str, Scenario]
) -> None:
    draft, left_out = of_file(path.read_bytes())
    written = as_yaml(draft)
    assert left_out == []
    assert scenario_in(draft) == read_scenario(path)
    assert scenario_of(yaml.safe_load(written), "mine.yaml") == read_scenario(path)
    assert of_file(written.encode()) == (draft, [])
    assert tidied(draft) == draft
    assert mistakes_in(draft, supplied=scenarios) == []


def test_a_new_one_has_its_stock_lines_and_says_what_is_missing() -> None:
    draft = of_file((TEMPLATES / "new_scenario.yaml").read_bytes())[0]
    paths = {each.path.partition(".")[0] for each in mistakes_in(draft)}
    assert paths == {*"id title setting opening subject motives requirements topics facts".split()}


def test_half_a_draft_is_checked_not_refused() -> None:
    draft = tidied({"title": "Half", "facts": [{"about": "A thing", "weight": "many"}, "no fact"]})
    assert [fact["id"] for fact in draft["facts"]] == ["fact_1"]
    says = [str(each) for each in mistakes_in(draft)]
    assert "fact 'fact_1': its weight is not from 1 to 5" in says
    assert "replies 'rest' are missing: write 3 lines" in says


def test_bounds_wait_in_the_draft_for_whoever_turns_back_to_trust() -> None:
    draft = draft_of()
    trusting = next(each for each in draft["facts"] if each["gate"] == "trust")
    trusting["gate"] = "asked"
    assert mistakes_in(draft) == []
    assert tidied(draft)["facts"] == draft["facts"]
    assert "needs" not in next(each for each in data_of(draft)["facts"] if each["id"] == trusting["id"])


def test_a_comparison_goes_with_its_fact(scenarios: dict[str, Scenario]) -> None:
    draft = draft_of("couple_husband")
    compared = draft["compare"][0]["points"][0]["facts"][0]
    draft["facts"] = [each for each in draft["facts"] if each["id"] != compared]
    assert compared not in {point.facts[0] for point in scenario_in(draft).compare}
    draft["compare"][0]["with"] = "nobody"
    assert any("compared with 'nobody'" in str(each) for each in mistakes_in(draft, supplied=scenarios))


REFUSED: dict[str, tuple[bytes, str]] = {
    "no text": (b"\xff\xfe\x00", "not text in UTF-8"),
    "no yaml": (b"title: One\nfacts: [\n  - a: b: c\n", "Line 3: this is not valid YAML"),
    "another thing": (b"- one\n- two\n", "holds no scenario"),
    "nothing": (b"", "holds no scenario"),
    "a key twice": (b"title: One\nfacts: []\ntitle: Two\n", "Line 3: 'title' stands twice"),
    "a fact's key twice": (b"title: One\nfacts:\n  - id: a\n    id: b\n", "Line 4: 'id' stands twice"),
    "itself": (b"title: &a One\nfacts: [*a, *a]\n", "refers to parts of itself"),
    "too large": (b"title: One\n#" + b"x" * 1_000_000, "larger than 1 MB"),
    "too long": (b"title: One\nopening: " + b"x" * 7000 + b"\n", "6,000 characters at most"),
    "too many": (b"title: One\nfacts: [" + b"{id: a}, " * 151 + b"]\n", "150 facts at most"),
    "a comparison of no form": (b"title: One\ncompare: [1]\n", "'compare' is a list of"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_in(name: str) -> None:
    data, says = REFUSED[name]
    with pytest.raises(BadContent) as caught:
        of_file(data)
    assert says in str(caught.value)


def test_what_no_scenario_has_is_left_out_and_named() -> None:
    draft, left_out = of_file(b"title: One\ncolour: red\n")
    assert "colour" not in draft
    assert left_out == ["'colour' is no part of a scenario and was left out."]


def test_free_ids() -> None:
    assert free_id("a", frozenset({"b"})) == "a"
    assert free_id("a", frozenset({"a", "a_2"})) == "a_3"
    assert free_id("", frozenset()) == "scenario"


# What is kept.


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "data" / "debrief.sqlite")


@pytest.fixture
def own(store: Store, scenarios: dict[str, Scenario]) -> OwnScenarios:
    return OwnScenarios(lambda: store, lambda: scenarios)


def test_one_is_kept_and_can_be_played(own: OwnScenarios) -> None:
    key = own.begin(draft_of(title="Mine", id=""))
    assert own.read(key).draft["id"] == "mine"
    assert [*own.playable()] == ["mine"]
    assert own.find("mine").title == "Mine"
    assert own.playable()["mine"] is own.playable()["mine"]


def test_a_supplied_one_keeps_its_id(own: OwnScenarios) -> None:
    keys = [own.begin(draft_of()) for _ in range(2)]
    assert [own.read(key).draft["id"] for key in keys] == ["border_crosser_2", "border_crosser_3"]
    saved = own.save(keys[0], draft_of(), "change", 1)
    assert [each.path for each in own.mistakes(saved)] == ["id"]
    assert [*own.playable()] == ["border_crosser_3"]
    assert own.save(keys[0], draft_of(id=""), "other", 2).draft["id"].startswith("the_woodcutter")


def test_one_with_mistakes_is_kept_but_not_played(own: OwnScenarios) -> None:
    own.begin(draft_of(title="", id="mine"))
    assert own.playable() == {}
    with pytest.raises(BadContent, match="the title is missing"):
        own.find("mine")
    with pytest.raises(NotFound, match="debrief mock list"):
        own.find("nobody")


def test_the_last_change_can_be_brought_back(own: OwnScenarios) -> None:
    """What is saved several times while it is typed is one change."""
    key = own.begin(draft_of(title="Mine"))
    own.save(key, draft_of(title="Mine, b"), "typing", 1)
    own.save(key, draft_of(title="Mine, better"), "typing", 2)
    assert own.read(key).previous is not None
    assert own.read(key).previous["title"] == "Mine"
    own.save(key, draft_of(title="Other"), "more", 3)
    assert own.read(key).previous["title"] == "Mine, better"
    assert own.save(key, draft_of(title="Mine, better"), "undo", 4, undone=True).previous is None


def test_another_window_does_not_overwrite(own: OwnScenarios) -> None:
    key = own.begin(draft_of(title="Mine"))
    own.save(key, draft_of(title="Here"), "here", 1)
    with pytest.raises(ChangedMeanwhile) as caught:
        own.save(key, draft_of(title="There"), "there", 1)
    assert own.read(key).draft["title"] == "Here"
    assert own.save(key, draft_of(title="There"), "there", caught.value.revision).draft["title"] == "There"


def test_a_deleted_one_is_not_played_until_it_is_restored(own: OwnScenarios, store: Store) -> None:
    key = own.begin(draft_of(title="Mine", id=""))
    store.scenarios.delete(key)
    assert own.playable() == {}
    with pytest.raises(NotFound, match="scenario is not there"):
        own.read(key)
    store.scenarios.restore(key)
    assert [*own.playable()] == ["mine"]


def test_they_stand_after_the_supplied_ones(
    tmp_path: Path, store: Store, scenarios: dict[str, Scenario]
) -> None:
    mock = Mock(TEMPLATES / "scenarios", lambda: pytest.fail("nothing is heard"), lambda: store)
    mock.own.begin(draft_of(title="Mine", id=""))
    assert [*mock.scenarios] == [*scenarios, "mine"]
    assert mock.scenario("mine").title == "Mine"


# Reading it aloud.


@pytest.fixture
def small() -> Callable[..., Draft]:
    """Three facts of the woodcutter, whose ways of asking are far apart."""

    def make() -> Draft:
        draft = copy.deepcopy(draft_of())
        draft["facts"] = draft["facts"][:3]
        return draft

    return make


def test_ways_of_asking_that_bring_another_fact_are_named(
    small: Callable[..., Draft], matchers: dict[str, Matcher]
) -> None:
    del matchers
    draft = small()
    first, second = draft["facts"][0], draft["facts"][1]
    strayed = [f"{line[:-1]}, please?" for line in second["ask"][:2]]
    first["ask"] = [*first["ask"][:5], *strayed]
    found = taken_for_another(Matcher(scenario_in(draft), NOTHING))
    taken = [each for each in found if (each.place, each.other) == (0, second["id"])]
    assert taken
    assert {*strayed} <= {*taken[0].lines}
    assert taken[0].as_mistake.path == "facts.0.ask"
    assert f"fact '{first['id']}' is taken for '{second['id']}'" in str(taken[0].as_mistake)


def test_the_same_text_is_read_once(small: Callable[..., Draft]) -> None:
    readings = Readings()
    matcher = Matcher(scenario_in(small()), NOTHING)
    reading = readings.begin("key", 1, matcher)
    assert readings.begin("key", 1, matcher) is reading
    assert readings.begin("key", 2, matcher) is not reading
    assert readings.last("nobody") is None


# The command.


def test_the_command_knows_them(tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBRIEF_DATA", str(tmp_path / "data"))
    assert main(["mock", "list"]) == 0
    supplied = capsys.readouterr().out
    assert not (tmp_path / "data").exists()
    store = open_store(tmp_path / "data" / "debrief.sqlite")
    own = OwnScenarios(lambda: store, dict)
    own.begin(draft_of(title="Mine", id=""))
    own.begin(draft_of(title="Broken", id="", opening=""))
    assert main(["mock", "list"]) == 0
    assert capsys.readouterr().out.removeprefix(supplied).split() == ["mine", "easy", "Mine"]
    assert main(["mock", "check", "mine"]) == 0
    assert "It can be played." in capsys.readouterr().out
    assert main(["mock", "check", "broken"]) == 2
    assert "his opening words are missing" in capsys.readouterr().err
    assert main(["mock", "check", "nobody"]) == 2
    assert "nobody: there is no such scenario" in capsys.readouterr().err
    (tmp_path / "file.yaml").write_text(as_yaml(draft_of()), encoding="utf-8")
    assert main(["mock", "check", str(tmp_path / "file.yaml")]) == 0
