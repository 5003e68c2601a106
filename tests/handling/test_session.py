"""Reminders in the course of a session: few, the most urgent first, and none twice without a reason."""

from __future__ import annotations

from assistant.handling import Hearing, Line, Role, follow
from assistant.handling.session import AGAIN_AFTER, ON_SCREEN

PLAIN = "What was the number of your regiment?"
MOTHER = "They will arrest my mother and my sister because of what I have done."
THREAT = "If you do not talk tonight, there will be no food and no sleep for you."
ATTACK = "The divisions have orders to cross the border on Sunday at four in the morning."
CITIZEN = "I promise you that you will be an American citizen before the year is out."
BACK = "I lie awake and think that I have betrayed my country and must go back."


def lines(*said: tuple[Role, str]) -> list[Line]:
    return [Line(str(n), role, text) for n, (role, text) in enumerate(said)]


def test_each_line_raises_one_reminder_at_most_and_plain_ones_none(hearing: Hearing) -> None:
    session = follow(lines(("handler", PLAIN), ("subject", MOTHER), ("handler", THREAT)), {}, hearing)
    assert [(each.line, each.reminder.cue) for each in session.raised] == [
        ("1", "family_fear"),
        ("2", "threat"),
    ]


def test_three_stand_open_and_the_most_urgent_first(hearing: Hearing) -> None:
    said = lines(("subject", MOTHER), ("subject", BACK), ("handler", CITIZEN), ("subject", ATTACK))
    session = follow(said, {}, hearing)
    assert len(session.raised) == 4
    assert len(session.open) == ON_SCREEN
    assert [each.reminder.urgency for each in session.open][:2] == ["now", "now"]
    assert session.open[0].reminder.cue == "hostilities"


def test_what_is_settled_leaves_the_screen(hearing: Hearing) -> None:
    said = lines(("subject", MOTHER), ("handler", THREAT))
    [mother, threat] = follow(said, {}, hearing).raised
    session = follow(said, {mother.key: "done", threat.key: "wrong"}, hearing)
    assert session.open == ()
    assert [each.outcome for each in session.settled] == ["done", "wrong"]


def test_the_same_is_not_said_twice(hearing: Hearing) -> None:
    said = lines(("subject", MOTHER), ("handler", PLAIN), ("subject", MOTHER))
    assert len(follow(said, {}, hearing).raised) == 1


def test_what_presses_is_said_again_after_a_while(hearing: Hearing) -> None:
    between: list[tuple[Role, str]] = [("handler", PLAIN)] * AGAIN_AFTER
    session = follow(lines(("handler", THREAT), *between, ("handler", THREAT)), {}, hearing)
    assert [each.again for each in session.raised] == [False, True]


def test_what_was_done_is_not_asked_for_again(hearing: Hearing) -> None:
    not_told: tuple[Role, str] = (
        "note",
        "Nobody has told him yet that his government will be informed and that he may have to meet them.",
    )
    told: tuple[Role, str] = (
        "note",
        "Told him this morning about the meeting with his embassy; he agreed to it.",
    )
    assert follow(lines(not_told), {}, hearing).open
    session = follow(lines(not_told, told), {}, hearing)
    assert session.open == ()
    assert [each.outcome for each in session.raised] == ["done"]
    assert follow(lines(told, not_told), {}, hearing).raised == ()


def test_an_empty_session_has_nothing(hearing: Hearing) -> None:
    assert follow([], {}, hearing).raised == ()
