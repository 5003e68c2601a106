"""The sentence that answers, chosen from a paragraph's duties, facts, definitions and gist."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.knowledge import WITHHELD, Index, Library, Passage, Search, read_library
from assistant.knowledge.notes import fold
from assistant.language import Embedder
from assistant.policy import read_question
from assistant.policy.leads import LONGEST_QUOTE, Lead, leads, opening_words, sentences
from assistant.wiring import Assistant


def said(assistant: Assistant, question: str, *ids: str) -> list[Lead]:
    passages = [Passage(assistant.library.paragraph(id), 1.0) for id in ids]
    return leads(read_question(question, assistant.library), passages, assistant.search)


def test_each_passage_gets_one_sentence_in_the_order_of_the_passages(assistant: Assistant) -> None:
    ids = ["NSCID-13#10", "MI5-1948#IX.3", "DCID-4/2#sig"]
    assert [lead.paragraph for lead in said(assistant, "Who pays?", *ids)] == ids


def test_a_sentence_is_the_editors_and_its_quotation_the_paragraphs(assistant: Assistant) -> None:
    for id, note in assistant.library.notes.items():
        [lead] = said(assistant, "Who must do what, and when?", id)
        says = {note.gist, *(each.says for each in (*note.duties, *note.facts, *note.definitions))}
        assert lead.says in says
        assert fold(lead.quote) in fold(assistant.library.paragraph(id).text)


@pytest.mark.parametrize(
    ("question", "id", "words"),
    [
        ("Who decides when there is no time?", "DCID-4/2#6.c", "senior US representative"),
        ("When must the FBI be given notice?", "NSCID-13#11", "advance"),
        ("What is a walk-in?", "DCID-4/2#2.e", "walk-in is"),
    ],
)
def test_a_sentence_of_the_kind_that_was_asked_for_leads(
    assistant: Assistant, question: str, id: str, words: str
) -> None:
    [lead] = said(assistant, question, id)
    assert words.lower() in lead.says.lower()


def test_a_document_without_notes_speaks_in_its_own_words(write_documents: Any, tmp_path: Any) -> None:
    text = "# House\n\n{#1} 1. Knock before you enter. Dinner is at six. Leave your boots outside!\n"
    library = read_library(write_documents({"HOUSE": text}))
    search = Search(library, Index(tmp_path / "index", Embedder()))
    passages = [Passage(library.paragraph("HOUSE#1"), 1.0)]
    [lead] = leads(read_question("When is dinner?", library), passages, search)
    assert lead.says == lead.quote == "Dinner is at six."


def test_sentences_are_verbatim_and_leave_nothing_out(library: Library) -> None:
    for paragraph in library.paragraphs:
        parts = sentences(paragraph.text)
        assert all(part in paragraph.text for part in parts)
        assert (
            fold(" ".join(parts)).replace(WITHHELD, "").split()
            == paragraph.text.replace(WITHHELD, "").split()
        )


def test_a_withheld_place_is_no_sentence() -> None:
    assert sentences(WITHHELD) == []


def test_opening_words_are_whole_sentences_up_to_an_easy_length(library: Library) -> None:
    for paragraph in library.paragraphs:
        opening = opening_words(paragraph.text)
        assert paragraph.text.startswith(opening)
        assert opening
        cut = len(opening) < len(paragraph.text)
        if cut and len(opening) > LONGEST_QUOTE:
            assert len(sentences(opening)) == 1
