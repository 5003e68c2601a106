"""Which towns lie in which country, by the names of the time."""

from __future__ import annotations

import pytest

from assistant.bona_fides.geography import is_country, lies_in


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Vienna", "Austria"),
        ("Austria", "Vienna"),
        ("Hamburg", "West Germany"),
        ("Leipzig", "East Germany"),
        ("Berlin", "West Germany"),
        ("Kiev", "Soviet Union"),
        ("Brno", "Czechoslovakia"),
        ("Leningrad", "Saint Petersburg"),
        ("Germany", "West Germany"),
    ],
)
def test_a_town_lies_in_its_country_by_any_name(place: str, other: str) -> None:
    assert lies_in(place, other)


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Leipzig", "West Germany"),
        ("Graz", "Hungary"),
        ("Kiev", "Leningrad"),
        ("Shed Four", "Austria"),
        ("Vienna", "Graz"),
        ("", "Austria"),
    ],
)
def test_what_is_elsewhere_or_unknown_does_not(place: str, other: str) -> None:
    assert not lies_in(place, other)


def test_a_town_is_no_country() -> None:
    assert is_country("East Germany")
    assert not is_country("Dresden")
