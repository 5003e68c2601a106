"""Times as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.bona_fides.times import number, times_in

SPOKEN = date(1957, 2, 13)


@pytest.mark.parametrize(
    ("said", "start", "end", "whole"),
    [
        ("on the third of March 1919", "1919-03-03", "1919-03-03", False),
        ("on March 3, 1919", "1919-03-03", "1919-03-03", False),
        ("in June of forty-three", "1943-06-01", "1943-06-30", False),
        ("In the summer of forty-six I ran", "1946-06-01", "1946-08-31", False),
        ("in forty-seven I was counting", "1947-01-01", "1947-12-31", False),
        ("until the middle of September of '52", "1952-09-10", "1952-09-21", False),
        ("Labor Day of '52 we played", "1952-09-01", "1952-09-07", False),
        ("in the late autumn of 1941", "1941-10-31", "1941-11-30", False),
        ("from January 1945 until July 1947", "1945-01-01", "1947-07-31", True),
        ("between 1947 and 1952", "1947-01-01", "1952-12-31", True),
        (
            "From February of 1935 until the amnesty in March of thirty-eight",
            "1935-02-01",
            "1938-03-31",
            True,
        ),
        ("last autumn", "1956-09-01", "1956-11-30", False),
        ("1956-11-04", "1956-11-04", "1956-11-04", False),
        ("in 1897", "1897-01-01", "1897-12-31", False),
    ],
)
def test_a_time_is_read(said: str, start: str, end: str, whole: bool) -> None:
    (time,) = times_in(said, SPOKEN)
    assert (time.interval.start.isoformat(), time.interval.end.isoformat()) == (start, end)
    assert time.interval.whole is whole


@pytest.mark.parametrize(
    "said",
    [
        "I may go if they march",
        "forty-nine kilos",
        "of fifty men",
        "about a hundred and twenty",
        "in thirty days",
        "the thirty-first of February 1950 is none, and so is room 314",
    ],
)
def test_what_is_no_time_is_left_alone(said: str) -> None:
    assert [time for time in times_in(said, SPOKEN) if time.interval.start == time.interval.end] == []
    assert all("kilos" not in said[time.start : time.end] for time in times_in(said, SPOKEN))


def test_a_time_without_its_year_takes_the_one_spoken_of_and_is_rough() -> None:
    (time,) = times_in("on the twentieth of March", SPOKEN, 1950)
    assert (time.interval.start, time.interval.rough) == (date(1950, 3, 20), True)
    assert times_in("on the twentieth of March", SPOKEN) == []


def test_the_next_september_comes_after() -> None:
    first, second = times_in("I came in November 1943 and stayed; the next September I left", SPOKEN)
    assert first.interval.start < second.interval.start == date(1944, 9, 1)


@pytest.mark.parametrize(("words", "value"), [("forty-six", 46), ("nineteen", 19), ("seven", 7), ("cow", 0)])
def test_numbers_in_words(words: str, value: int) -> None:
    assert number(words) == value
