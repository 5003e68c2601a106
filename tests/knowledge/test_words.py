"""Search by words: stems, whole references, BM25."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.knowledge.words import WordIndex, stems, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defectors", "defector"),
        ("debriefing", "debriefed"),
        ("The Ambassador's", "ambassador"),
        ("the ambassador’s", "ambassador"),
        ("QUESTIONNAIRES", "questionnaire"),
        ("de\u00adfector", "defector"),
        ("\ufeffdefector\u200b", "defector"),
    ],
)
def test_words_of_one_stem_are_one(one: str, other: str) -> None:
    assert stems(one) == stems(other) != []


@pytest.mark.parametrize("reference", ["3.2.1", "12.4a", "2a"])
def test_a_numbered_reference_stays_whole(reference: str) -> None:
    assert stems(f"See rule {reference}, please.") == ["see", "rule", reference]


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems("Who must do it, and when should they?") == []


def test_neighbours_are_counted_as_pairs() -> None:
    assert terms("declared defectors welcomed") == [
        "declar",
        "defector",
        "welcom",
        "declar defector",
        "defector welcom",
    ]


TEXTS = ["Bona fides is established.", "The defector is fed and housed.", "Funds for housing defectors."]


def test_a_text_scores_by_the_words_it_shares() -> None:
    scores = WordIndex(TEXTS).scores("Who establishes bona fides?")
    assert scores.shape == (3,)
    assert scores.argmax() == 0
    assert scores[1] == scores[2] == 0


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    scores = WordIndex(TEXTS).scores("funds defector")
    assert scores[2] > scores[1] > scores[0] == 0


@pytest.mark.parametrize("query", ["", "?!…", "the and of", "zebra", "Überläufer", "叛逃者"])
def test_a_query_that_shares_no_word_scores_nothing(query: str) -> None:
    assert not WordIndex(TEXTS).scores(query).any()


@pytest.mark.parametrize("texts", [[], ["", "…", "the of"]])
def test_texts_without_words_score_nothing(texts: list[str]) -> None:
    scores = WordIndex(texts).scores("defector")
    assert scores.shape == (len(texts),)
    assert not np.any(scores)
