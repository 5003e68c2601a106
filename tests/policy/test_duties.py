"""The table of duties: who must do what, filtered."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.knowledge import Library
from assistant.policy import duties
from assistant.policy.duties import actors


def test_without_a_filter_every_duty_is_listed_in_the_documents_order(library: Library) -> None:
    rows = duties(library)
    assert [row.duty for row in rows] == library.duties
    assert rows
    places = {id: place for place, id in enumerate(p.id for p in library.paragraphs)}
    order = [places[row.duty.paragraph] for row in rows]
    assert order == sorted(order)


def test_a_row_knows_its_document(library: Library) -> None:
    for row in duties(library):
        assert library.paragraph(row.duty.paragraph).document == row.document.id


@pytest.mark.parametrize("document", ["NSCID-13", "DCID-4/2", "STATE-90262", "MI5-1948"])
def test_only_the_duties_of_a_document(library: Library, document: str) -> None:
    rows = duties(library, document=document)
    assert rows
    assert {row.document.id for row in rows} == {document}


@pytest.mark.parametrize("actor", ["CIA", "local Defector Committee", "field representatives"])
def test_only_the_duties_of_an_actor(library: Library, actor: str) -> None:
    rows = duties(library, actor=actor)
    assert rows
    assert all(actor.split()[-1].rstrip("s").lower() in row.duty.actor.lower() for row in rows)
    assert len(rows) < len(library.duties)


def test_nobody_has_no_duties(library: Library) -> None:
    assert duties(library, actor="plumber") == []


@pytest.mark.parametrize("force", ["directive", "policy", "guidance"])
def test_only_the_duties_of_a_force(library: Library, force: str) -> None:
    rows = duties(library, force=force)
    assert rows
    assert {row.document.force for row in rows} == {force}


@pytest.mark.parametrize("modal", ["must", "must not", "should", "may"])
def test_only_the_duties_of_a_modal(library: Library, modal: str) -> None:
    rows = duties(library, modal=modal)
    assert rows
    assert {row.duty.modal for row in rows} == {modal}


def test_only_the_duties_that_could_be_gone_by_on_a_day(library: Library) -> None:
    assert {row.document.id for row in duties(library, as_of=date(1955, 12, 31))} == {"MI5-1948", "NSCID-13"}
    assert "NSCID-13" not in {row.document.id for row in duties(library, as_of=date(1977, 12, 31))}
    assert duties(library, as_of=date(1940, 1, 1)) == []


def test_words_are_looked_for_in_the_whole_duty(library: Library) -> None:
    rows = duties(library, words="questionnaires")
    assert "NSCID-13#9.b" in {row.duty.paragraph for row in rows}
    assert duties(library, words="questionnaire defectors zebra") == []


def test_filters_work_together(library: Library) -> None:
    rows = duties(library, actor="CIA", document="NSCID-13", modal="must", words="funds")
    assert {row.duty.paragraph for row in rows} == {"NSCID-13#10"}


def test_actors_come_by_the_number_of_their_duties(library: Library) -> None:
    every = actors(library)
    counts = [sum(duty.actor == actor for duty in library.duties) for actor in every]
    assert counts == sorted(counts, reverse=True)
    assert set(every) == {duty.actor for duty in library.duties}
