"""An ended run stays what it was, and an open one goes on with its scenario, when the scenario is edited."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from assistant.errors import NotFound
from assistant.handling import Hearing
from assistant.mock import Mock
from assistant.mock.as_it_was import scenario_as_json, scenario_from_json
from assistant.mock.kept import KeptRun, altered, as_json, begun, from_json
from assistant.settings import Settings
from assistant.store import Store, open_store

NOW = datetime(2026, 5, 18, 10, 0, tzinfo=UTC)
LINES = ("Tell me about yourself.", "What have you seen of the frontier works?", "How did you get out?")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scenarios"
    made.mkdir()
    shutil.copy(Settings().templates / "scenarios" / "border_crosser.yaml", made)
    shutil.copy(Settings().templates / "any_subject.yaml", tmp_path)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "debrief.sqlite")


@pytest.fixture
def open_mock(folder: Path, store: Store, hearing: Hearing) -> Callable[[], Mock]:
    """The scenarios as they are in the folder now, as after a new start."""
    return lambda: Mock(folder, lambda: hearing, lambda: store)


def edit(folder: Path) -> None:
    """Each fact is told in other words, and an event is gone."""
    path = folder / "border_crosser.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for fact in data["facts"]:
        fact["says"] = "Edited."
    data["events"] = data["events"][:1]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def change(kept: KeptRun, what: str, minute: float = 1, **data: object) -> KeptRun:
    return altered(kept, {"what": what, **data}, NOW + timedelta(minutes=minute))


def said(kept: KeptRun, *lines: str) -> KeptRun:
    for line in lines:
        count = len(kept.lines)
        kept = change(kept, "say", count + 1, id=f"l{count}", text=line)
    return kept


def stored(kept: KeptRun) -> KeptRun:
    return from_json(as_json(kept))


def test_an_ended_run_is_reviewed_as_it_was(folder, open_mock):
    mock = open_mock()
    kept = change(
        said(mock.begun(begun("border_crosser", "1", "Ann", NOW)), LINES[0]), "slip_in", event="boots"
    )
    kept = mock.settled("one", change(said(kept, *LINES[1:]), "end", 9))
    before = mock.review("one", kept)
    assert kept.measured["minutes"] == 3.0
    assert not mock.changed_since(kept)

    edit(folder)
    mock = open_mock()
    assert mock.review("one", stored(kept)) == before
    assert mock.changed_since(kept)
    assert [(each.turn, each.minute) for each in before[1].events] == [(2, 2.0)]
    (folder / "border_crosser.yaml").unlink()
    assert open_mock().review("one", stored(kept)) == before


def test_an_open_run_goes_on_with_its_scenario_as_it_was(folder, open_mock):
    mock = open_mock()
    kept = said(mock.begun(begun("border_crosser", "1", "Ann", NOW)), *LINES[:2])
    whole = mock.play("one", said(kept, LINES[2]))
    edit(folder)
    mock = open_mock()
    assert mock.play("one", said(stored(kept), LINES[2])) == whole
    assert len(mock.scenario_of(kept).events) == 3
    new = said(mock.begun(begun("border_crosser", "1", "Ann", NOW)), *LINES)
    assert "Edited." in mock.play("two", new).turns[1].reply.text


def test_a_run_of_before_scenarios_were_kept_plays_as_it_did(folder, open_mock):
    mock = open_mock()
    old = said(begun("border_crosser", "1", "Ann", NOW), *LINES)
    assert mock.play("one", old) == mock.play("two", mock.begun(old))
    (folder / "border_crosser.yaml").unlink()
    with pytest.raises(NotFound, match="scenario"):
        open_mock().play("one", old)


def test_notes_that_hung_on_a_place_hang_on_what_they_judge(open_mock):
    mock = open_mock()
    ended = change(said(mock.begun(begun("border_crosser", "1", "Ann", NOW)), *LINES), "end", 9)
    found = mock.review("one", ended)[1]
    old = change(ended, "override", id="keep/0", note="Luck.")
    settled = mock.settled("one", old)
    assert settled.overrides == {f"keep/{found.keep[0].key}": "Luck."}
    assert mock.settled("one", settled) == settled
    every = [each.key for each in (*found.keep, *found.change)]
    assert len(set(every)) == len(every) > 3
    assert found.keep[0].key.startswith(f"{found.keep[0].turn}-")


def test_every_scenario_comes_back_from_its_copy(scenarios, store):
    for scenario in scenarios.values():
        for _ in range(2):
            store.scenario_copies.keep(scenario.digest, scenario_as_json(scenario))
        back = scenario_from_json(store.scenario_copies.read(scenario.digest))
        assert back == scenario
        assert back.digest == scenario.digest
    with pytest.raises(NotFound):
        store.scenario_copies.read("nowhere")


def test_the_list_of_runs_leaves_the_turns_where_they_are(open_mock, store):
    mock = open_mock()
    kept = mock.settled(
        "one", change(said(mock.begun(begun("border_crosser", "1", "A", NOW)), *LINES), "end")
    )
    id = store.mock_runs.start("A", as_json(kept)).id
    [listed] = store.mock_runs.records()
    assert "turns" not in listed.content
    assert from_json(listed.content).measured == kept.measured
    assert from_json(store.mock_runs.read(id).content) == kept
