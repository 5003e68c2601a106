"""The duties that bite during a session (DCID 4/2 6.b.3, NSCID 13 4, 9.a and 11, State 90262 1.B)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from assistant.errors import BadContent
from assistant.handling import Hearing, Notebook, NotedLine, read_cues, read_duties, standing
from assistant.knowledge import Library, find_quote

PROJECT = Path(__file__).resolve().parents[2]
FILE = PROJECT / "knowledge" / "session_duties.yaml"
NOW = datetime(1976, 5, 18, 10, 0, tzinfo=UTC)
WORD_OF_IT = "They will attack the base on Sunday at dawn; the order was signed."

RULES = """# Rules

{#1} 1. Every guest is to be told promptly where the well is.
"""


@pytest.fixture(scope="module")
def hearing(library: Library) -> Hearing:
    return Hearing(read_cues(PROJECT / "knowledge" / "handling_cues.yaml", library), library)


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_each_quotes_its_paragraph_and_its_deadline(library):
    duties = read_duties(FILE, library)
    assert 6 <= len(duties) <= 8
    assert {duty.paragraph for duty in duties} == {
        "DCID-4/2#6.b.3.a",
        "DCID-4/2#6.b.3.b",
        "DCID-4/2#6.b.3.c",
        "NSCID-13#9.a",
        "NSCID-13#11",
        "NSCID-13#4",
        "STATE-90262#1.B",
    }
    for duty in duties:
        assert find_quote(library.paragraph(duty.paragraph).text, duty.quote)
        assert find_quote(duty.quote, duty.deadline) or not duty.deadline
        assert duty.do.endswith(".")


def test_clocks_run_from_the_beginning_until_the_duty_is_done(library, hearing):
    notebook = Notebook(NOW, (), {}, {"bona-fides": at(4)})
    found = {
        each.duty.id: each
        for each in standing(read_duties(FILE, library), notebook, notebook.session(hearing))
    }
    assert "threat-passed-on" not in found
    assert (found["bona-fides"].since, found["bona-fides"].done) == (NOW, at(4))
    assert (found["told-of-notification"].since, found["told-of-notification"].done) == (NOW, None)
    assert not any(each.pressing for each in found.values())


def test_word_of_hostilities_brings_its_duty_first_with_a_clock_of_its_own(library, hearing):
    lines = (
        NotedLine("l1", "handler", "What was the number of your regiment?", at(5)),
        NotedLine("l2", "subject", WORD_OF_IT, at(6)),
    )
    notebook = Notebook(NOW, lines)
    first, *others = standing(read_duties(FILE, library), notebook, notebook.session(hearing))
    assert (first.duty.id, first.pressing, first.since) == ("threat-passed-on", True, at(6))
    assert not any(each.pressing for each in others)


GOOD = {
    "id": "well",
    "do": "Show him the well.",
    "paragraph": "RULES#1",
    "quote": "told promptly where the well is",
    "counts_from": "arrival",
    "deadline": "promptly",
}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"quote": "told at once where the well is"}, "quotation is not in RULES#1"),
        ({"deadline": "at once"}, "deadline is not in RULES#1"),
        ({"paragraph": "RULES#2"}, "no edition has the paragraph"),
        ({"counts_from": "breakfast"}, "counts_from is one of"),
        ({"quote": None}, "has the texts"),
        ({"colour": "red"}, "has the texts"),
    ],
)
def test_a_mistake_is_told_with_its_duty(write_documents, tmp_path, changes, says):
    from assistant.knowledge import read_library

    library = read_library(write_documents({"RULES": RULES}))
    file = tmp_path / "duties.yaml"
    file.write_text(yaml.safe_dump([GOOD]), encoding="utf-8")
    assert read_duties(file, library)[0].deadline == "promptly"
    file.write_text(yaml.safe_dump([GOOD | changes]), encoding="utf-8")
    with pytest.raises(BadContent, match=says) as told:
        read_duties(file, library)
    assert "duty 'well'" in str(told.value)


def test_a_duty_that_stands_twice_is_refused(write_documents, tmp_path):
    from assistant.knowledge import read_library

    library = read_library(write_documents({"RULES": RULES}))
    (tmp_path / "duties.yaml").write_text(yaml.safe_dump([GOOD, GOOD]), encoding="utf-8")
    with pytest.raises(BadContent, match="stands twice"):
        read_duties(tmp_path / "duties.yaml", library)
