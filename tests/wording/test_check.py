"""What the wording check says of a question: table of faults, hard look-alikes, spans, rewordings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.knowledge import Library
from assistant.settings import PROJECT
from assistant.wording import FORBIDDEN, as_json, check


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("leading", "You knew the captain, didn't you?"),
        ("leading", "Surely the door was locked?"),
        ("compound", "Where did you live, and who paid the rent?"),
        ("forced_choice", "Was it a training ship or a transport?"),
        ("presupposition", "When did you stop reporting to them?"),
        ("suggestive", "Was it a large gun, for example a howitzer?"),
        ("loaded", "When did you first betray your comrades?"),
        ("coercive", "If you do not answer we will send you back."),
        ("promise", "We will get your family out if you tell us; who was he?"),
        ("negative", "Is it not true that you never saw the letter?"),
        ("vague", "Did you go there often?"),
        ("jargon", "What was the unit's TO&E?"),
        (
            "complex",
            "When the man whom you had met at the office that your brother, who was then still working in "
            "the ministry, had told you about came back from the place where he had been sent, what was it "
            "that he said to the others?",
        ),
    ],
)
def test_a_fault_is_found_and_told(kind: str, question: str) -> None:
    fault = next(fault for fault in check(question).faults if fault.kind == kind)
    start, end = fault.span
    assert question[start:end] == fault.words != ""
    assert fault.why.endswith(".")
    assert fault.source


@pytest.mark.parametrize(
    "question",
    [
        "Did you see him?",
        "What was his name and rank?",
        "Did you or your wife ever travel abroad?",
        "Where were you born?",
        "What do you know about the shipyard at Nikolaev?",
        "How long were you in prison?",
        "Has anyone threatened you since you left?",
        "I cannot promise you entry; what else would you like to ask?",
        "Who was not allowed into the room?",
        "Please tell me everything about your journey from Brest to Berlin.",
        "Who was your rezident in Vienna?",
        "What did you do on the day you left your post?",
    ],
)
def test_a_good_question_gets_nothing(question: str) -> None:
    assert check(question).faults == ()
    assert check(question).rewording == ""


def test_what_threatens_or_degrades_is_forbidden_and_not_reworded() -> None:
    for question in (
        "You will not sleep tonight until you have told us the name.",
        "So how much was your conscience worth?",
    ):
        checked = check(question)
        assert checked.kinds & FORBIDDEN
        assert checked.rewording == ""


def test_a_rewording_has_no_fault_itself() -> None:
    path = PROJECT / "benchmarks" / "wording" / "development.jsonl"
    questions = [json.loads(line)["q"] for line in path.read_text(encoding="utf-8").splitlines()]
    made = {question: check(question).rewording for question in questions}
    assert sum(bool(rewording) for rewording in made.values()) > 15
    faulty = {
        question: rewording
        for question, rewording in made.items()
        if any(check(line).faults for line in rewording.splitlines())
    }
    assert faulty == {}


def test_a_source_that_names_a_paragraph_names_one_that_is_there(library: Library) -> None:
    path = PROJECT / "benchmarks" / "wording" / "development.jsonl"
    sources = {
        fault.source
        for line in Path(path).read_text(encoding="utf-8").splitlines()
        for fault in check(json.loads(line)["q"]).faults
    }
    cited = {source for source in sources if "#" in source}
    assert cited
    assert {source for source in cited if not library.has(source)} == set()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_are_verbatim(text: str) -> None:
    for fault in check(text).faults:
        start, end = fault.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == fault.words


@pytest.mark.parametrize("text", ["", "   ", "?", "<script>alert(1)</script>", "Кто был ваш начальник?"])
def test_odd_texts_are_no_fault_and_no_error(text: str) -> None:
    assert isinstance(as_json(check(text))["faults"], list)


def test_a_very_long_question_is_complex() -> None:
    assert "complex" in check("What did you see when you went " + "and then went on " * 600 + "?").kinds


def test_it_is_told_as_plain_data() -> None:
    told = as_json(check("You knew the captain, didn't you?"))
    assert set(told) == {"question", "faults", "rewording"}
    assert set(told["faults"][0]) == {"kind", "span", "words", "why", "source"}
    assert json.loads(json.dumps(told)) == told
