"""Documents together: order, look-ups, dates and force, a user's documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.errors import BadContent, NotFound
from assistant.knowledge import WITHHELD, Document, Library, Paragraph, Span, read_library
from assistant.knowledge.documents import number_order
from assistant.knowledge.own import document_of, id_for
from assistant.store import AddedDocument


def test_the_four_documents_stand_in_order_of_time(library: Library) -> None:
    assert [document.id for document in library.documents] == [
        "MI5-1948",
        "NSCID-13",
        "STATE-90262",
        "DCID-4/2",
    ]


def test_the_force_of_each_document_is_its_own(library: Library) -> None:
    assert {document.id: document.force for document in library.documents} == {
        "MI5-1948": "guidance",
        "NSCID-13": "directive",
        "STATE-90262": "policy",
        "DCID-4/2": "directive",
    }
    assert library.document("MI5-1948").binds == ()


@pytest.mark.parametrize("id", ["NSCID-13#9.b", "nscid-13#9.B", "NSCID-13 #9.b"])
def test_a_paragraph_is_found_by_its_id_in_any_case(library: Library, id: str) -> None:
    assert library.paragraph(id).text.startswith("Directly or through questionnaires")


@pytest.mark.parametrize("id", ["NSCID-13#99", "NSCID-13", "#9.b", "", "9.b", "NSCID-13#9.b#9.b"])
def test_an_id_that_is_not_there_is_not_found(library: Library, id: str) -> None:
    with pytest.raises(NotFound) as missed:
        library.paragraph(id)
    assert "NSCID-13#99" not in str(missed.value)


def test_an_unknown_document_is_not_found_and_the_known_are_named(library: Library) -> None:
    with pytest.raises(NotFound, match="NSCID-13") as missed:
        library.document("NSCID-14")
    assert "NSCID-14" not in str(missed.value)


@pytest.mark.parametrize(
    ("id", "day", "standing"),
    [
        ("NSCID-13", date(1950, 1, 18), "not yet issued"),
        ("NSCID-13", date(1950, 1, 19), "in force"),
        ("NSCID-13", date(1955, 12, 31), "in force"),
        ("NSCID-13", date(1977, 12, 31), "no longer in force"),
        ("DCID-4/2", date(1976, 5, 17), "not yet issued"),
        ("DCID-4/2", date(1976, 5, 18), "in force"),
        ("STATE-90262", date(1967, 6, 1), "not yet issued"),
        ("STATE-90262", date(1970, 1, 1), "in force"),
        ("MI5-1948", date(1947, 12, 31), "not yet issued"),
        ("MI5-1948", date(1955, 1, 1), "available, binding on nobody"),
        ("NSCID-13", None, ""),
    ],
)
def test_how_a_document_stood_on_a_day(library: Library, id: str, day: date | None, standing: str) -> None:
    assert library.document(id).standing(day) == standing


def test_what_was_in_force_could_be_gone_by(library: Library) -> None:
    def going_by(day: date) -> set[str]:
        return {document.id for document in library.documents if document.applies(day)}

    assert going_by(date(1955, 12, 31)) == {"MI5-1948", "NSCID-13"}
    assert going_by(date(1977, 12, 31)) == {"MI5-1948", "STATE-90262", "DCID-4/2"}
    assert going_by(date(1940, 1, 1)) == set()


def document(force: Any, issued: Span) -> Document:
    return Document("X", "X", "X", "", force, issued, issued)


def test_within_the_bounds_of_an_uncertain_date_a_document_is_perhaps_not_issued() -> None:
    undated = document("guidance", Span(date(1948, 1, 1), date(1948, 12, 31)))
    assert undated.standing(date(1948, 6, 1)).startswith("perhaps not yet issued")
    assert undated.applies(date(1948, 6, 1))
    assert undated.standing(date(1948, 12, 31)) == "available, binding on nobody"


@pytest.mark.parametrize(
    ("issued", "dated"),
    [
        (Span(date(1950, 1, 19), date(1950, 1, 19)), "19 January 1950"),
        (Span(date(1948, 1, 1), date(1948, 12, 31)), "1948"),
        (Span(date(1948, 1, 1), date(1949, 12, 31)), "1948–1949"),
        (Span(date(1967, 7, 20), date(1968, 1, 19)), "between 20 July 1967 and 19 January 1968"),
        (Span(None, None), "undated"),
        (Span(date(1950, 1, 19), None), "undated"),
    ],
)
def test_a_date_is_written_as_a_reader_writes_it(issued: Span, dated: str) -> None:
    assert document("own", issued).dated == dated


def test_a_span_holds_both_its_days() -> None:
    span = Span(date(1950, 1, 2), date(1950, 1, 4))
    assert [span.holds(date(1950, 1, day)) for day in (1, 2, 4, 5)] == [False, True, True, False]
    assert Span(None, None).holds(date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "withheld"), [("All there.", "no"), (f"Half {WITHHELD}", "part"), (WITHHELD, "whole")]
)
def test_a_paragraph_knows_what_is_withheld(text: str, withheld: str) -> None:
    assert Paragraph("X", "1", "", text).withheld == withheld


def test_numbers_sort_as_a_reader_counts() -> None:
    numbers = ["10", "9.b", "9", "9.a.10", "9.a.2", "9.a"]
    assert sorted(numbers, key=number_order) == ["9", "9.a", "9.a.2", "9.a.10", "9.b", "10"]


def test_a_document_without_notes_is_complete_too(write_documents: Any) -> None:
    library = read_library(write_documents({"OLD": "# Old\n\n{#1} One.\n", "NEW": "# New\n\n{#1} One.\n"}))
    assert [document.id for document in library.documents] == ["OLD", "NEW"]
    assert library.notes == {}
    assert library.duties == []


@pytest.mark.parametrize("key", ["id", "short_title", "issuer", "force", "date", "in_force"])
def test_a_document_that_lacks_what_it_must_have_is_refused(write_documents: Any, key: str) -> None:
    home = write_documents({"OLD": "# Old\n\n{#1} One.\n"})
    path = home / "old" / "document.yaml"
    about = yaml.safe_load(path.read_text(encoding="utf-8"))
    del about[key]
    path.write_text(yaml.safe_dump(about), encoding="utf-8")
    with pytest.raises(BadContent, match=key) as refused:
        read_library(home)
    assert "document.yaml" in str(refused.value)


@pytest.fixture
def added() -> AddedDocument:
    return AddedDocument(
        id="HOUSE-RULES",
        title="House rules",
        file_name="house rules.txt",
        media_type="text/plain",
        issued=date(1960, 5, 1),
        added=datetime(2026, 1, 1, tzinfo=UTC),
        source=b"1. Knock first.",
        paragraphs=({"number": "1", "label": "1.", "headings": (), "text": "Knock first.", "page": 2},),
    )


def test_a_users_document_binds_nobody_and_stands_last(library: Library, added: AddedDocument) -> None:
    with_it = library.with_documents([document_of(added)])
    assert [document.id for document in with_it.documents][-1] == "HOUSE-RULES"
    own = with_it.document("HOUSE-RULES")
    assert (own.force, own.binds, own.issuer, own.dated) == ("own", (), "", "1 May 1960")
    assert own.standing(date(1959, 1, 1)) == "not yet issued"
    assert own.standing(date(1961, 1, 1)) == "available"
    assert with_it.paragraph("house-rules#1").page == 2
    assert not library.has("HOUSE-RULES#1")
    assert with_it.notes == library.notes


@pytest.mark.parametrize(
    ("file_name", "id"),
    [
        ("House rules.docx", "HOUSE-RULES"),
        ("Überblick (neu).pdf", "UBERBLICK-NEU"),
        ("правила.txt", "DOCUMENT"),
        ("a" * 80 + ".txt", "A" * 40),
        ("NSCID-13.txt", "NSCID-13-2"),
        ("../../etc/passwd", "PASSWD"),
    ],
)
def test_a_users_document_gets_an_id_from_its_file_name(file_name: str, id: str) -> None:
    assert id_for(file_name, {"NSCID-13"}) == id


def test_ids_never_repeat() -> None:
    taken: set[str] = set()
    for _ in range(4):
        taken.add(id_for("rules.txt", taken))
    assert taken == {"RULES", "RULES-2", "RULES-3", "RULES-4"}


def test_the_received_folder_holds_every_documents_files() -> None:
    home = Path(__file__).resolve().parents[2] / "knowledge"
    for path in home.glob("*/document.yaml"):
        for name in ("source.txt", "text.md", "notes.yaml", "emendations.yaml"):
            assert (path.parent / name).is_file()
