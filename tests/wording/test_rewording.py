"""Better wordings: made by rule, with the same meaning, and never with a fault of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.wording import check

DEVELOPMENT = Path(__file__).resolve().parents[2] / "benchmarks" / "wording" / "development.jsonl"


@pytest.mark.parametrize(
    ("question", "rewording"),
    [
        ("You knew the men in the next room, didn't you?", "Did you know the men in the next room?"),
        ("So the section was told in advance.", "Was the section told in advance?"),
        ("Obviously you had been warned.", "Had you been warned?"),
        ("Didn’t anyone stop you at the gate?", "Did anyone stop you at the gate?"),
        ("Who signed the order and when did it arrive?", "Who signed the order?\nWhen did it arrive?"),
        (
            "Tell me where you trained and how long it lasted.",
            "Tell me where you trained.\nTell me how long it lasted.",
        ),
        (
            "Did he write to you, and if so, what did he say?",
            "Did he write to you?\nIf so, what did he say?",
        ),
        ("Did you leave for political or for personal reasons?", "For what reasons did you leave?"),
        ("Was the plant civil or military?", "What kind of plant was it?"),
        ("Were the telegrams sent by wireless or by courier?", "How were the telegrams sent?"),
        ("Were there twenty tanks or thirty?", "How many tanks were there?"),
        (
            "Was the man who met you at the station called Sokolov?",
            "What was the man who met you at the station called?",
        ),
        ("Was the lorry a green ZIS-150?", "What kind of lorry was it?"),
        ("Did the convoy leave on Tuesday?", "On which day did the convoy leave?"),
        (
            "How many men worked on the slipway, about four hundred?",
            "How many men worked on the slipway?",
        ),
        ("Where did you hide the film?", "Did you hide the film?\nIf so, where?"),
        ("Who told you to come over here?", "Did anyone tell you to come over here?\nIf so, who?"),
        ("When did you stop reporting to them?", "Did you ever report to them?\nIf so, until when?"),
        ("Was it forbidden not to attend the lecture?", "Was it required to attend the lecture?"),
        ("Is it not true that you never reported the loss?", "Did you report the loss?"),
        ("Do you admit that you signed the list?", "Did you sign the list?"),
        ("Was slave labour used on the canal?", "Was prison labour used on the canal?"),
        ("Where were the division's POL dumps?", "Where were the division's fuel dumps?"),
        ("Did you go there often?", "How often did you go there?"),
    ],
)
def test_a_rewording(question: str, rewording: str) -> None:
    assert check(question).rewording == rewording


@pytest.mark.parametrize(
    "question",
    [
        "Did you see him?",
        "If you don't remember we can always send you back.",
        "We will get your family out; who was he?",
        "Why did you betray your oath?",
        "What about the airfield?",
        "Anything new lately?",
        "",
    ],
)
def test_no_rewording_where_none_is_wanted_or_can_be_made(question: str) -> None:
    assert check(question).rewording == ""


def test_every_rewording_of_the_development_questions_checks_clean() -> None:
    lines = DEVELOPMENT.read_text(encoding="utf-8").splitlines()
    made = {question: check(question).rewording for question in (json.loads(line)["q"] for line in lines)}
    given = {question: rewording for question, rewording in made.items() if rewording}
    assert len(given) > 40
    assert {
        (question, fault.kind)
        for question, rewording in given.items()
        for text in (rewording, *rewording.splitlines())
        for fault in check(text).faults
    } == set()
