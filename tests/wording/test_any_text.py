"""Whatever is typed: no error, valid spans, plain data; what the labelled questions must keep to."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.wording import Fault, FaultKind, as_json, check

PROJECT = Path(__file__).resolve().parents[2]
LABELLED = [
    json.loads(line)
    for line in (PROJECT / "benchmarks" / "wording" / "development.jsonl").read_text("utf-8").splitlines()
]
WORDS = (
    "did you was it the a who what when how hide letter or and not never asylum until tell us supper "
    "Colonel Belov in Vienna black SIGINT often things betray ’s n't , . ? ; : \n “ – İ ß 1955"
).split(" ")


def all_sound(question: str) -> bool:
    return all(sound(fault, question) for fault in check(question).faults)


def sound(fault: Fault, question: str) -> bool:
    start, end = fault.span
    return 0 <= start < end <= len(question) and question[start:end] == fault.words


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
@example("Didn’t you see İvan’s hat?")
@example("\x00?\u2028Was it red?")
def test_spans_are_valid_for_any_text(question: str) -> None:
    assert all_sound(question)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_spans_are_valid_for_heaps_of_likely_words(question: str) -> None:
    assert all_sound(question)


@pytest.mark.parametrize(
    "question",
    ["", "   ", "\n\n", "?", "...", "Где вы служили?", "你在哪里服役？", "<b>Where</b> were you born?"],
)
def test_nothing_to_find_fault_with(question: str) -> None:
    checked = check(question)
    assert checked.faults == ()
    assert checked.rewording == ""


def test_markup_is_text_like_any_other() -> None:
    question = "<script>alert(1)</script> Was it <b>red</b>, correct?"
    assert "leading" in check(question).kinds
    assert all_sound(question)


@pytest.mark.parametrize(
    "piece", ["What did you see ", "or ", ", ", "if you do not ", "who ", "a", ". ", "- "]
)
def test_ten_thousand_characters(piece: str) -> None:
    question = (piece * 10_000)[:10_000]
    start = time.process_time()
    kinds = check(question).kinds
    assert time.process_time() - start < 5
    assert "complex" in kinds or not piece.strip(" -,.").strip("a")


def test_as_plain_data() -> None:
    data = as_json(check("So you met him in Vienna, right?"))
    assert data["question"] == "So you met him in Vienna, right?"
    assert {fault["kind"] for fault in data["faults"]} == {"leading", "suggestive"}
    assert all(set(fault) == {"kind", "span", "words", "why", "source"} for fault in data["faults"])
    assert json.loads(json.dumps(data)) == data


def test_every_source_is_a_paragraph_that_exists_or_a_dated_work() -> None:
    sources = {fault.source for line in LABELLED for fault in check(line["q"]).faults}
    paragraphs = {
        f"{match[1]}"
        for path in (PROJECT / "knowledge").glob("*/text.md")
        for match in re.finditer(r"\{#([\w.]+)\}", path.read_text(encoding="utf-8"))
    }
    for source in sources:
        _, mark, number = source.partition("#")
        assert number in paragraphs if mark else re.search(r"\((?:19|20)\d\d\)$", source)


@pytest.mark.parametrize("kind", get_args(FaultKind))
def test_the_labelled_questions_hold(kind: FaultKind) -> None:
    """Floors below what is measured, so that a rule's loss shows and a changed label does not."""
    labelled = {line["q"] for line in LABELLED if kind in line["faults"]}
    found = {line["q"] for line in LABELLED if kind in check(line["q"]).kinds}
    assert len(labelled & found) >= 0.95 * len(labelled)
    assert len(labelled & found) >= 0.95 * len(found)


def test_good_questions_get_nothing() -> None:
    good = [line["q"] for line in LABELLED if not line["faults"]]
    flagged = [question for question in good if check(question).faults]
    assert len(good) > 50
    assert len(flagged) <= 0.03 * len(good)
