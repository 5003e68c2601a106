"""The cues as they are written: complete, verbatim, and refused with a sentence where they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from assistant.errors import BadContent
from assistant.handling import Cue, read_cues
from assistant.knowledge import Library, find_quote, read_library
from assistant.settings import Settings

KNOWLEDGE = Settings().knowledge
FILE = KNOWLEDGE / "handling_cues.yaml"


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(KNOWLEDGE)


@pytest.fixture(scope="module")
def cues(library: Library) -> dict[str, Cue]:
    return dict(read_cues(FILE, library))


def test_each_cue_rests_on_a_paragraph_and_is_taught_well(cues: dict[str, Cue], library: Library) -> None:
    assert len(cues) >= 26
    for cue in cues.values():
        assert find_quote(library.paragraph(cue.paragraphs[0]).text, cue.quote), cue.id
        assert len(cue.quote.split()) <= 40
        assert 6 <= len(cue.advice.split()) <= 50, cue.id
        for lines in (cue.examples, cue.counter_examples):
            assert sum(map(len, lines.values())) >= 8, cue.id


def test_no_line_is_an_example_and_a_counter_example(cues: dict[str, Cue]) -> None:
    for cue in cues.values():
        for role, lines in cue.examples.items():
            assert not {*lines} & {*cue.counter_examples.get(role, ())}, cue.id


def test_no_example_is_a_labelled_line(cues: dict[str, Cue]) -> None:
    untouched = FILE.parents[1] / "benchmarks" / "handling" / "untouched.jsonl"
    labelled = {json.loads(row)["line"] for row in untouched.read_text(encoding="utf-8").splitlines()}
    for cue in cues.values():
        assert not [line for of in cue.examples.values() for line in of if line in labelled], cue.id


def test_advice_never_helps_to_threaten(cues: dict[str, Cue]) -> None:
    """What is advised would not itself set off the reminder against threats."""
    from assistant.handling import Hearing

    hearing = Hearing(cues, read_library(KNOWLEDGE))
    for cue in cues.values():
        assert not [each for each in hearing.hear(cue.advice, "handler") if each.cue == "threat"], cue.id


BREAKS = {
    "an unknown key": (("colour", "red"), "colour"),
    "a paragraph that is not there": (("paragraphs", ["MI5-1948#IX.99"]), "IX.99"),
    "a quotation that is not there": (("quote", "be as cynical as you like"), "quotation"),
    "an unknown urgency": (("urgency", "at once"), "urgency"),
    "a missing advice": (("advice", None), "missing"),
    "too few examples": (("examples", {"handler": ["One."]}), "fewer"),
    "an unknown role": (("counter_examples", {"driver": ["One."] * 9}), "driver"),
    "praise without lines": (("kept_examples", []), "kept"),
    "a brief without words": (("before", {}), "missing"),
    "words for no brief": (("brief", []), "before"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_mistake_is_named_with_its_cue(broken: str, library: Library, tmp_path: Path) -> None:
    (key, value), says = BREAKS[broken]
    entry = yaml.safe_load(FILE.read_text(encoding="utf-8"))[0]
    entry[key] = value
    path = tmp_path / "cues.yaml"
    path.write_text(yaml.safe_dump([entry], allow_unicode=True), encoding="utf-8")
    with pytest.raises(BadContent, match=says) as raised:
        read_cues(path, library)
    assert "cynicism" in str(raised.value)


def test_a_cue_that_stands_twice_is_refused(library: Library, tmp_path: Path) -> None:
    entry = yaml.safe_load(FILE.read_text(encoding="utf-8"))[0]
    path = tmp_path / "cues.yaml"
    path.write_text(yaml.safe_dump([entry, entry], allow_unicode=True), encoding="utf-8")
    with pytest.raises(BadContent, match="twice"):
        read_cues(path, library)
