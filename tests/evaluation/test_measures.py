"""What is measured: ranks of the right paragraph, abstention, percentiles. By hand-counted examples."""

from __future__ import annotations

import pytest

from assistant.evaluation.measures import abstention, average_precision, percentile, ranks, recall


def test_ranks_are_shares_of_the_questions() -> None:
    measured = ranks(
        [
            (["a", "b"], {"a"}),
            (["a", "b"], {"b"}),
            (list("abcdef"), {"f"}),
            (["a", "b"], {"z"}),
        ]
    )
    assert measured.count == 4
    assert measured.hit_at_1 == 1 / 4
    assert measured.hit_at_5 == 2 / 4
    assert measured.mrr == pytest.approx((1 + 1 / 2 + 1 / 6 + 0) / 4)


def test_the_first_right_paragraph_counts() -> None:
    measured = ranks([(["x", "b", "a"], {"a", "b"})])
    assert measured.mrr == 1 / 2


@pytest.mark.parametrize(("place", "hit"), [(5, 1.0), (6, 0.0)])
def test_the_fifth_place_is_within_five(place: int, hit: float) -> None:
    order = [str(n) for n in range(1, 11)]
    assert ranks([(order, {str(place)})]).hit_at_5 == hit


def test_no_questions_measure_nothing() -> None:
    measured = ranks([])
    assert (measured.hit_at_1, measured.hit_at_5, measured.mrr, measured.count) == (0, 0, 0, 0)


def test_abstention_is_judged_by_precision_and_recall() -> None:
    pairs = [(True, True)] * 3 + [(True, False)] * 1 + [(False, True)] * 2 + [(False, False)] * 4
    measured = abstention(pairs)
    assert measured.precision == 3 / 4
    assert measured.recall == 3 / 5
    assert measured.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


@pytest.mark.parametrize("pairs", [[], [(False, True)], [(True, False)], [(False, False)]])
def test_abstention_without_a_right_one_is_nought(pairs: list[tuple[bool, bool]]) -> None:
    assert abstention(pairs).f1 == 0


def test_average_precision_and_recall_of_the_first_ten() -> None:
    order = ["a", "x", "b", "y"]
    assert average_precision(order, {"a", "b"}) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(order, {"a", "b"}, cut=2) == pytest.approx(1 / 2)
    assert average_precision(order, {"z"}) == average_precision(order, set()) == 0
    assert recall(order, {"a", "b", "z", "w"}) == 2 / 4
    assert recall(order, {"a", "b"}, cut=1) == 1 / 2
    assert recall(order, set()) == 0


def test_a_percentile_is_one_of_the_values() -> None:
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert percentile(values, 0.5) == 3
    assert percentile(values, 0.95) == 5
    assert percentile(values, 0) == 1
    assert percentile(values, 1) == 5
    assert percentile([], 0.5) == 0
