"""Dates as precise as they are known."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import BadContent
from assistant.questionnaires.dates import parse_date


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        (1938, date(1938, 1, 1), date(1938, 12, 31)),
        ("1938-05", date(1938, 5, 1), date(1938, 5, 31)),
        ("1938-05-18", date(1938, 5, 18), date(1938, 5, 18)),
        (date(1938, 5, 18), date(1938, 5, 18), date(1938, 5, 18)),
        ("May 1938", date(1938, 5, 1), date(1938, 5, 31)),
        ("18 May 1938", date(1938, 5, 18), date(1938, 5, 18)),
        ("May 18, 1938", date(1938, 5, 18), date(1938, 5, 18)),
        ("1st Sept 1938".replace("Sept", "Sep"), date(1938, 9, 1), date(1938, 9, 1)),
        ("spring 1938", date(1938, 3, 1), date(1938, 5, 31)),
        ("winter 1938", date(1938, 12, 1), date(1939, 2, 28)),
        ("late 1938", date(1938, 9, 1), date(1938, 12, 31)),
        ("about 1938", date(1937, 1, 1), date(1939, 12, 31)),
        ("February 1940", date(1940, 2, 1), date(1940, 2, 29)),
    ],
)
def test_a_date_leaves_open_what_is_not_known(written: object, earliest: date, latest: date) -> None:
    read = parse_date(written)
    assert (read.earliest, read.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "31 February 1950", "1938-13", "1938-02-30", "938", "a", "6005 May", "<b>1938</b>"],
)
def test_what_is_no_date_is_told_in_a_sentence_that_does_not_repeat_it(written: str) -> None:
    with pytest.raises(BadContent) as caught:
        parse_date(written)
    assert "<b>" not in str(caught.value)
    assert str(caught.value).endswith(".")
