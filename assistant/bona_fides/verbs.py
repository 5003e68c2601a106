"""Verbs that say the same for the purposes of a check, and those that say little."""

from __future__ import annotations

_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "meet encounter greet",
        "speak talk converse",
        "sign undersign initial",
        "drive steer chauffeur",
        "enter go come step visit set walk",
        "shoot fire",
        "see watch notice observe",
        "hit beat strike",
        "steal take carry remove bring",
        "leave depart quit",
        "work serve",
        "live reside dwell lodge stay",
        "arrest detain take",
        "write compose draft",
        "kill shoot murder",
        "marry wed",
        "study learn",
        "die fall perish",
        "receive get obtain",
        "pay give hand pass",
    )
)

LIGHT = frozenset(
    "be have do go get take come know say tell think want make give let seem become keep put see use "
    "find stand sit look call ask need like feel begin start mean can hear try live work leave".split()
)
"""Verbs of which two do not make one thing."""

DONE_TOGETHER = frozenset(
    "meet speak talk say tell give shake sit eat drink dine sleep share play visit bring take drive "
    "walk ride dance invite offer ask help teach show introduce push pour hand embrace kiss call "
    "greet sing lend borrow marry work travel fight arrest question interrogate telephone write come "
    "hit laugh send pay hold come call pass smoke wear".split()
)
"""What two people do only when they meet."""


def alike(one: str, other: str) -> bool:
    """Whether two verbs are one, or of one group."""
    return one == other or any(one in group and other in group for group in _GROUPS)
