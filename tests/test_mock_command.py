"""``debrief mock list``, ``run`` and ``check``: what is printed, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.settings import Settings

SCENARIO = Settings().templates / "scenarios" / "frightened_walk_in.yaml"
QUESTIONS = (
    "Good evening.\n\nTell me how you came here tonight.\nWhich airfield is it?\nWhich airfield is it?\n"
)

Out = pytest.CaptureFixture[str]


@pytest.fixture
def questions(tmp_path: Path) -> str:
    (tmp_path / "questions.txt").write_text(QUESTIONS, encoding="utf-8")
    return str(tmp_path / "questions.txt")


def test_the_scenarios(capsys: Out) -> None:
    assert main(["mock", "list", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"frightened_walk_in", "planted_agent"} <= {row["id"] for row in rows}
    assert all({*row} == {"id", "title", "difficulty", "minutes"} for row in rows)
    assert main(["mock", "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(rows)


def test_a_run_as_json(questions: str, capsys: Out) -> None:
    command = ["mock", "run", "frightened_walk_in", "--questions", questions, "--seed", "3", "--json"]
    assert main(command) == 0
    first = capsys.readouterr().out
    given = json.loads(first)
    assert {*given} == {"turns", "review"}
    assert len(given["turns"]) == 4
    for turn in given["turns"]:
        assert {"question", "kind", "reply", "released", "state"} <= {*turn}
        assert {*turn["state"]} == {"trust", "fear", "self_respect", "tiredness", "suspicion"}
    assert [turn["kind"] for turn in given["turns"]] == ["statement", "open", "probe", "probe"]
    released = [[], ["route", "pass_pretext"], ["attack_target"], []]
    assert [turn["released"] for turn in given["turns"]] == released
    assert given["turns"][2]["reply"].startswith("Harlsen.")
    assert given["review"]["first_warning"] == 3.0
    assert main(command) == 0
    assert capsys.readouterr().out == first


def test_a_run_in_words(questions: str, capsys: Out) -> None:
    assert main(["mock", "run", "frightened_walk_in", "--questions", questions]) == 0
    said = capsys.readouterr().out
    assert "Timofei Lukich Sarygin:" in said
    assert "3. Which airfield is it?\n   Harlsen." in said
    assert "of what could be learned." in said
    assert "Keep (turn" in said


def test_a_file_of_ones_own_is_played(questions: str, tmp_path: Path, capsys: Out) -> None:
    own = tmp_path / "mine.yaml"
    own.write_bytes(SCENARIO.read_bytes())
    assert main(["mock", "run", str(own), "--questions", questions, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["turns"]) == 4


def test_a_run_without_questions(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "none.txt").write_text("\n", encoding="utf-8")
    asked = str(tmp_path / "none.txt")
    assert main(["mock", "run", "planted_agent", "--questions", asked, "--json"]) == 0
    given = json.loads(capsys.readouterr().out)
    assert given["turns"] == []
    assert given["review"]["share"] == 0


def test_a_good_scenario_is_called_good(capsys: Out) -> None:
    for scenario in ("frightened_walk_in", str(SCENARIO)):
        assert main(["mock", "check", scenario]) == 0
        said = capsys.readouterr().out
        assert "The frightened walk-in:" in said
        assert "It can be played." in said


def test_the_mistakes_of_a_broken_file(tmp_path: Path, capsys: Out) -> None:
    broken = tmp_path / "broken.yaml"
    text = SCENARIO.read_text(encoding="utf-8")
    text = text.replace("topic: escape", "topic: nowhere", 1).replace("difficulty: medium", "difficulty: odd")
    broken.write_text(text, encoding="utf-8")
    for command in (["mock", "check", str(broken)], ["mock", "run", str(broken), "--questions", "-"]):
        assert main(command) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert "broken.yaml" in said.err
        assert "there is no topic 'nowhere'" in said.err
        assert "difficulty is one of easy, medium, hard" in said.err
        assert "Traceback" not in said.err


def test_what_is_not_there_is_a_sentence(questions: str, tmp_path: Path, capsys: Out) -> None:
    assert main(["mock", "check", "nobody"]) == 2
    assert (
        "nobody: there is no such scenario. 'debrief mock list' names those there are."
        in capsys.readouterr().err
    )
    assert main(["mock", "run", "nobody", "--questions", questions]) == 2
    assert "there is no such scenario" in capsys.readouterr().err
    missing = str(tmp_path / "missing.txt")
    assert main(["mock", "run", "planted_agent", "--questions", missing]) == 2
    assert "missing.txt: cannot be read" in capsys.readouterr().err


def test_a_file_that_is_no_yaml_is_a_sentence(tmp_path: Path, capsys: Out) -> None:
    for text in ("a: [", "- one", ""):
        (tmp_path / "odd.yaml").write_text(text, encoding="utf-8")
        assert main(["mock", "check", str(tmp_path / "odd.yaml")]) == 2
        said = capsys.readouterr().err
        assert "odd.yaml" in said
        assert "Traceback" not in said
