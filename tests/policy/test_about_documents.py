"""Questions about a document itself are answered from its description, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.wiring import Assistant


@pytest.mark.parametrize(
    ("question", "cited", "says"),
    [
        ("Does MI5's advice oblige the CIA?", ["MI5-1948#I.1"], "binds nobody"),
        ("Must we follow DCID 4/2?", ["DCID-4/2#0"], "binding on those it names"),
        ("Is NSCID 13 still in force?", ["NSCID-13#0"], "no longer in force"),
        ("When was NSCID 13 replaced?", ["NSCID-13#0"], "NSCID No. 4"),
        ("Who issued the telegram?", ["STATE-90262#0"], "Department of State"),
        ("How secret was NSCID 13?", ["NSCID-13#0"], "Top Secret"),
    ],
)
def test_a_document_is_described(assistant: Assistant, question: str, cited: list[str], says: str) -> None:
    answer = assistant.asking.ask(question)
    assert answer.status == "answered"
    assert [statement.citation.id for statement in answer.statements] == cited
    assert says in answer.lead


def test_all_documents_are_described_in_order_of_time(assistant: Assistant) -> None:
    answer = assistant.asking.ask("Which of these documents are binding?")
    documents = [statement.citation.document for statement in answer.statements]
    assert documents == ["MI5-1948", "NSCID-13", "STATE-90262", "DCID-4/2"]
    assert "binds nobody" in answer.statements[0].says
    assert "binding on those it names" in answer.statements[1].says


def test_the_day_decides_whether_it_was_in_force(assistant: Assistant) -> None:
    early, late = (
        assistant.asking.ask("Is NSCID 13 in force?", date(year, 12, 31)).lead for year in (1955, 1970)
    )
    assert "in force on 31 December 1955" in early
    assert "no longer in force on 31 December 1970" in late


@pytest.mark.parametrize(
    "question",
    [
        "Does NSCID 13 oblige the field representatives to report potential defectors promptly?",
        "What does MI5's study say about cynical approaches?",
        "Are officials bound to notify the FBI before a defector enters the United States?",
    ],
)
def test_a_question_about_what_a_document_says_is_left_to_its_paragraphs(
    assistant: Assistant, question: str
) -> None:
    assert assistant.asking.ask(question).engine != "the description of the documents"
