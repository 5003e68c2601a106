"""Search by words and by meaning: filters, words alone, many paragraphs, what the documents do not say."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.knowledge import Document, Filter, Index, Library, Paragraph, Search, Span
from assistant.language import Embedder
from assistant.wiring import Assistant


@pytest.fixture(scope="module")
def by_words(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Search:
    """Search while there is no index of meaning."""
    return Search(library, Index(tmp_path_factory.mktemp("none") / "index", Embedder()))


@pytest.fixture(params=["words", "words and meaning"])
def search(request: pytest.FixtureRequest) -> Search:
    """Either way of searching."""
    if request.param == "words":
        return request.getfixturevalue("by_words")
    return request.getfixturevalue("assistant").search


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("represent the intelligence interests of agencies through questionnaires", "NSCID-13#9.b"),
        ("each defector signs a statement that his defection is voluntary", "DCID-4/2#6.b.3.c"),
        ("burden of proof is on the intelligence community", "STATE-90262#1.C"),
        ("contrast between feverish activity and comparative idleness", "MI5-1948#IX.4"),
        ("memoirs as articles for the press or as books", "MI5-1948#VI.2"),
    ],
)
def test_a_paragraph_is_found_by_its_own_words(search: Search, query: str, id: str) -> None:
    assert search.find(query).passages[0].paragraph.id == id


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("turncoat knocks at our gate and begs us to let him stay", "DCID-4/2#2.e"),
        ("can somebody who runs off make sure his own outfit gets its queries put", "NSCID-13#9.b"),
    ],
)
def test_a_lay_question_finds_the_paragraph_by_meaning(assistant: Assistant, query: str, id: str) -> None:
    found = assistant.search.find(query, 5)
    assert found.by == "words and meaning"
    assert id in [passage.paragraph.id for passage in found.passages]


def test_passages_come_best_first_and_no_more_than_asked_for(search: Search) -> None:
    found = search.find("Who is told about a defector?", 6)
    scores = [passage.score for passage in found.passages]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert len({passage.paragraph.id for passage in found.passages}) == 6


def test_a_passage_says_why_it_was_found(assistant: Assistant) -> None:
    passage = assistant.search.find("Who signs a statement that his defection is voluntary?").passages[0]
    similarities = [similarity for similarity, _ in passage.entries]
    assert passage.words > 0
    assert passage.similarity == similarities[0] == max(similarities)
    assert {entry.target for _, entry in passage.entries} == {passage.paragraph.id}


def test_words_alone_say_so(by_words: Search) -> None:
    found = by_words.find("bona fides")
    assert found.by == "words"
    assert found.silence is None
    assert found.passages
    assert all(passage.similarity == 0 and passage.words > 0 for passage in found.passages)


def documents_of(search: Search, query: str, only: Filter) -> set[str]:
    return {passage.paragraph.document for passage in search.find(query, 50, only).passages}


@pytest.mark.parametrize("document", ["NSCID-13", "DCID-4/2", "STATE-90262", "MI5-1948"])
def test_only_the_documents_that_are_wanted(search: Search, document: str) -> None:
    only = Filter(documents=frozenset({document}))
    assert documents_of(search, "How are defectors handled?", only) == {document}


@pytest.mark.parametrize(
    ("force", "documents"),
    [
        ("directive", {"NSCID-13", "DCID-4/2"}),
        ("policy", {"STATE-90262"}),
        ("guidance", {"MI5-1948"}),
        ("own", set()),
    ],
)
def test_only_the_force_that_is_wanted(search: Search, force: Any, documents: set[str]) -> None:
    only = Filter(forces=frozenset({force}))
    assert documents_of(search, "How are defectors handled by the government?", only) == documents


@pytest.mark.parametrize(
    ("day", "documents"),
    [
        (date(1947, 6, 1), set()),
        (date(1949, 6, 1), {"MI5-1948"}),
        (date(1955, 12, 31), {"MI5-1948", "NSCID-13"}),
        (date(1977, 12, 31), {"MI5-1948", "STATE-90262", "DCID-4/2"}),
    ],
)
def test_only_what_could_be_gone_by_on_a_day(search: Search, day: date, documents: set[str]) -> None:
    assert (
        documents_of(search, "How are defectors handled by the government?", Filter(as_of=day)) == documents
    )


def test_filters_work_together(search: Search) -> None:
    only = Filter(forces=frozenset({"directive"}), as_of=date(1955, 12, 31))
    assert documents_of(search, "How are defectors handled?", only) == {"NSCID-13"}
    nothing = Filter(documents=frozenset({"DCID-4/2"}), as_of=date(1955, 12, 31))
    assert search.find("How are defectors handled?", 10, nothing).passages == ()


@pytest.mark.parametrize(
    "query", ["", "   ", "?!…—", "\x00", "叛逃者", "перебежчик", "the of and", "x" * 20_000, "word " * 4000]
)
def test_any_text_can_be_searched_for(search: Search, query: str) -> None:
    found = search.find(query)
    assert len(found.passages) <= 10
    assert all(0 < passage.score <= 1.001 for passage in found.passages)


def test_what_the_documents_do_not_say_is_told(assistant: Assistant) -> None:
    silence = assistant.library.silences[0]
    found = assistant.search.find(silence.questions[0])
    assert found.silence is not None
    entry, similarity = found.silence
    assert entry.target == silence.subject
    assert similarity == pytest.approx(1.0, abs=1e-3)


def test_how_near_entries_are_is_told_by_key(assistant: Assistant) -> None:
    note = assistant.library.notes["NSCID-13#9.b"]
    keys = ["NSCID-13#9.b|gist|0", "NSCID-13#10|gist|0", "NSCID-13#99|gist|0"]
    near = assistant.search.similarities(note.gist, keys)
    assert set(near) == set(keys[:2])
    assert near[keys[0]] == pytest.approx(1.0, abs=1e-3)
    assert near[keys[1]] < near[keys[0]]


SYLLABLES = "ba de fi go lu mar ne pol quin ros sta tur vel wex yar zon".split()


def synthetic(count: int) -> Document:
    """A long document of made-up words, each paragraph with a word of its own."""
    rolling = random.Random(13)
    vocabulary = ["".join(rolling.choices(SYLLABLES, k=3)) for _ in range(3000)]
    paragraphs = tuple(
        Paragraph("LONG", str(n), "", f"{' '.join(rolling.choices(vocabulary, k=30))} rule own{n}x.")
        for n in range(count)
    )
    anytime = Span(None, None)
    return Document("LONG", "Long", "Long", "", "own", anytime, anytime, paragraphs=paragraphs)


@pytest.fixture(scope="module")
def crowded(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Search:
    index = Index(tmp_path_factory.mktemp("none") / "index", Embedder())
    return Search(library.with_documents([synthetic(13_000)]), index)


def test_among_thousands_of_paragraphs_each_is_found(crowded: Search) -> None:
    for n in (0, 6_500, 12_999):
        found = crowded.find(f"What does the rule own{n}x say?")
        assert found.passages[0].paragraph.id == f"LONG#{n}"


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("represent the intelligence interests of agencies through questionnaires", "NSCID-13#9.b"),
        ("each defector signs a statement that his defection is voluntary", "DCID-4/2#6.b.3.c"),
        ("burden of proof is on the intelligence community", "STATE-90262#1.C"),
    ],
)
def test_thousands_of_paragraphs_do_not_hide_the_documents(crowded: Search, query: str, id: str) -> None:
    assert crowded.find(query).passages[0].paragraph.id == id


@pytest.mark.parametrize(
    ("only", "documents"),
    [
        (Filter(documents=frozenset({"NSCID-13"})), {"NSCID-13"}),
        (Filter(documents=frozenset({"LONG"})), {"LONG"}),
        (Filter(forces=frozenset({"own"})), {"LONG"}),
        (Filter(forces=frozenset({"directive"}), as_of=date(1977, 1, 1)), {"DCID-4/2"}),
    ],
)
def test_filters_hold_among_thousands(crowded: Search, only: Filter, documents: set[str]) -> None:
    assert documents_of(crowded, "the rule for a defector under this directive", only) == documents


def test_a_library_is_swapped_in_at_once(library: Library, tmp_path: Path) -> None:
    search = Search(library, Index(tmp_path / "index", Embedder()))
    assert search.find("own7x").passages == ()
    search.use(library.with_documents([synthetic(10)]))
    assert search.find("own7x").passages[0].paragraph.id == "LONG#7"
    search.use(library)
    assert search.find("own7x").passages == ()
