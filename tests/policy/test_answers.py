"""An answer as a value: its text, its citations, the object that programs get."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.errors import NotFound
from assistant.knowledge import Library
from assistant.policy import Answer, Statement, cite, reference
from assistant.policy.answers import Comparison

DOCUMENTED = {"question", "status", "lead", "text", "citations", "nearest", "engine", "milliseconds"}
BESIDES = {"difference", "remarks", "as_of", "notice"}
OF_A_CITATION = {"id", "document", "paragraph", "quote", "date", "force"}


def statement(library: Library, id: str, quote: str, says: str = "It says so.") -> Statement:
    return Statement(says, cite(library, id, quote, date(1955, 12, 31)))


@pytest.fixture
def answer(library: Library) -> Answer:
    return Answer(
        question="Who asks the questions?",
        status="answered",
        lead="Field representatives ask them.",
        statements=(
            statement(library, "NSCID-13#9.b", "Directly or through questionnaires"),
            statement(library, "NSCID-13#10", "available funds"),
        ),
        remarks=("A remark.",),
        nearest=("NSCID-13#9.b", "NSCID-13#10"),
        as_of=date(1955, 12, 31),
        milliseconds=12,
    )


def test_a_citation_says_who_when_and_how_it_binds(library: Library) -> None:
    cited = cite(library, "NSCID-13#9.b", "Directly or through questionnaires", date(1955, 12, 31))
    assert (cited.document, cited.paragraph) == ("NSCID-13", "9.b")
    assert (cited.issuer, cited.dated) == ("National Security Council", "19 January 1950")
    assert (cited.force, cited.standing) == ("directive", "in force on 31 December 1955")
    assert cite(library, "NSCID-13#9.b", "", None).standing == ""


def test_a_reference_is_read_by_people(library: Library) -> None:
    words = reference(cite(library, "MI5-1948#IX.3", "", date(1955, 12, 31)))
    assert "MI5-1948#IX.3" in words
    assert "1948" in words
    assert "binding on nobody" in words
    assert "in force" not in words


def test_what_is_not_there_cannot_be_cited(library: Library) -> None:
    with pytest.raises(NotFound):
        cite(library, "NSCID-13#99", "", None)


def test_the_object_has_the_documented_keys(answer: Answer) -> None:
    shown = answer.as_json()
    assert set(shown) == DOCUMENTED | BESIDES
    assert set(shown["citations"][0]) == OF_A_CITATION | {"issuer", "standing"}
    assert shown["citations"][0]["date"] == "19 January 1950"
    assert shown["nearest"] == ["NSCID-13#9.b", "NSCID-13#10"]
    assert shown["as_of"] == "1955-12-31"
    assert shown["milliseconds"] == 12
    assert shown["text"] == answer.text


def test_the_text_has_lead_quotations_references_and_remarks(answer: Answer) -> None:
    lead, first, second, remark = answer.text.split("\n\n")
    assert lead == "Field representatives ask them."
    assert first.startswith("“Directly or through questionnaires” (NSCID-13#9.b; National Security Council;")
    assert second.startswith("“available funds” (NSCID-13#10;")
    assert remark == "A remark."


def test_a_checked_wording_stands_in_place_of_the_lead(answer: Answer) -> None:
    worded = replace(answer, worded="They put their own questions [NSCID-13#9.b].")
    assert worded.text.startswith("They put their own questions [NSCID-13#9.b].\n\n“Directly")
    assert answer.lead not in worded.text


def test_a_notice_comes_last(answer: Answer) -> None:
    assert replace(answer, notice="The model was silent.").text.endswith("\n\nThe model was silent.")


@pytest.mark.parametrize(
    ("status", "listed"),
    [("answered", False), ("partly", False), ("withheld", True), ("not_in_documents", True)],
)
def test_near_paragraphs_are_listed_where_there_is_no_answer(
    answer: Answer, status: str, listed: bool
) -> None:
    text = replace(answer, status=status).text
    assert ("Nearest paragraphs, not an answer: NSCID-13#9.b, NSCID-13#10." in text) is listed


def test_a_paragraph_is_cited_once_and_sides_follow(answer: Answer, library: Library) -> None:
    sides = (
        statement(library, "NSCID-13#10", "CIA shall be responsible"),
        statement(library, "DCID-4/2#4.b", "operational intelligence"),
    )
    compared = replace(answer, comparison=Comparison("Pay", "They differ on pay.", sides))
    assert [cited.id for cited in compared.citations] == ["NSCID-13#9.b", "NSCID-13#10", "DCID-4/2#4.b"]
    assert compared.citations[1].quote == "available funds"
    assert "The documents differ. They differ on pay." in compared.text
    assert compared.text.count("(NSCID-13#10;") == 1
    assert compared.as_json()["difference"] == "They differ on pay."


def test_a_withheld_place_is_cited_without_a_quotation(library: Library) -> None:
    cited = cite(library, "DCID-4/2#5.b", "", None)
    withheld = Answer("What?", "withheld", "Withheld.", (Statement("Nothing.", cited),))
    assert "“" not in withheld.text
    assert "(DCID-4/2#5.b;" in withheld.text
