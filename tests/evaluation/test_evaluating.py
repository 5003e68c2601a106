"""Labelled questions, run through answers and through the baseline, side by side."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import BadContent, BadDate
from assistant.evaluation import evaluate, printed
from assistant.evaluation.baseline import Baseline
from assistant.evaluation.evaluating import ordered
from assistant.evaluation.questions import LabelledQuestion, read_questions
from assistant.knowledge import read_library
from assistant.language import Embedder
from assistant.wiring import Assistant

QUESTIONS: list[dict[str, Any]] = [
    {"id": "1", "q": "What is a walk-in?", "kind": "answered", "gold": ["DCID-4/2#2.e"]},
    {
        "id": "2",
        "q": "and if there is no time?",
        "kind": "answered",
        "gold": ["DCID-4/2#6.c"],
        "history": ["What happens when the committee cannot resolve a problem?"],
    },
    {
        "id": "3",
        "q": "Who coordinates publicity about a defector?",
        "kind": "answered",
        "gold": ["NSCID-13#4"],
        "as_of": "1955",
    },
    {
        "id": "4",
        "q": "What does paragraph 5b of the 1976 directive say?",
        "kind": "withheld",
        "gold": ["DCID-4/2#5.b"],
    },
    {"id": "5", "q": "What is the capital of Australia?", "kind": "off_topic", "gold": []},
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("questions") / "own.jsonl"
    path.write_text("\n\n".join(json.dumps(each) for each in QUESTIONS), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def report(assistant: Assistant, path: Path) -> dict[str, Any]:
    return evaluate(assistant, [path])


def test_questions_are_read_with_their_labels(path: Path) -> None:
    read = read_questions(path)
    assert [each.id for each in read] == ["1", "2", "3", "4", "5"]
    assert read[2] == LabelledQuestion(
        "3",
        "Who coordinates publicity about a defector?",
        "answered",
        frozenset({"NSCID-13#4"}),
        date(1955, 12, 31),
        (),
    )
    assert read[1].history == ("What happens when the committee cannot resolve a problem?",)
    assert read[4].gold == frozenset()


@pytest.mark.parametrize(
    "line", ["not JSON", "[]", '{"id": "1"}', '{"id": "1", "q": "Who?", "kind": "answered"}']
)
def test_a_line_that_is_no_labelled_question_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(f"{json.dumps(QUESTIONS[0])}\n{line}\n", encoding="utf-8")
    with pytest.raises(BadContent, match=r"own\.jsonl, line 2"):
        read_questions(path)


def test_a_date_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(QUESTIONS[0] | {"as_of": "soon"}), encoding="utf-8")
    with pytest.raises((BadContent, BadDate)):
        read_questions(path)


def test_every_system_is_measured_on_the_same_questions(report: dict[str, Any]) -> None:
    measured = report["own"]
    assert measured["questions"] == 5
    for system in ("debrief", "without lay questions", "baseline"):
        row = measured[system]
        assert row["count"] == 4
        assert 0 <= row["hit_at_1"] <= row["hit_at_5"] <= 1
        assert row["hit_at_1"] <= row["mrr"] <= 1


def test_clear_questions_are_measured_as_answered(report: dict[str, Any]) -> None:
    row = report["own"]["debrief"]
    assert row["hit_at_1"] == 1
    assert row["abstention"] == {"precision": 1, "recall": 1, "f1": 1}
    assert row["withheld_recognised"] == 1
    assert 0 <= row["p50_ms"] <= row["p95_ms"]


def test_the_baseline_never_abstains(report: dict[str, Any]) -> None:
    assert "abstention" not in report["own"]["baseline"]


def test_the_report_is_printed_as_a_table(report: dict[str, Any]) -> None:
    lines = printed(report).splitlines()
    assert len(lines) == 2 + 3
    assert {line.count("|") for line in lines} == {lines[0].count("|")}
    assert "own (5) | debrief | 1.000" in lines[2]
    assert "never abstains" in lines[4]


def test_the_report_can_be_written_as_json(report: dict[str, Any]) -> None:
    assert json.loads(json.dumps(report)) == report


def test_paragraphs_are_ranked_cited_first_and_each_once(assistant: Assistant) -> None:
    answer = assistant.asking.ask("Who coordinates publicity about a defector?")
    order = ordered(answer)
    cited = [statement.citation.id for statement in answer.statements]
    assert order[: len(cited)] == cited
    assert len(order) == len(set(order))
    assert set(answer.nearest) <= set(order)


def test_a_chunk_covers_the_paragraphs_whose_words_it_holds(
    write_documents: Any, embedder: Embedder, report: dict[str, Any]
) -> None:
    """Another library than the one that was measured before, in the same process."""
    assert report
    long = " ".join(f"Every guest of room {n} leaves his boots outside." for n in range(40))
    short = "{#1} 1. Doctors examine newcomers.\n\n{#2} 2. Lodging is arranged."
    text = f"# House\n\n{short}\n\n{{#3}} 3. {long}\n"
    baseline = Baseline(read_library(write_documents({"HOUSE": text})), embedder)
    assert baseline.order("Who looks at the health of newcomers?", 1) == [["HOUSE#1", "HOUSE#2"]]
    boots = baseline.order("Where do guests leave their boots?", 2)
    assert boots == [["HOUSE#3"], ["HOUSE#3"]]
