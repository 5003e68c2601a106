"""The editors' notes: verbatim quotations, a gist and lay questions for every paragraph, known silences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.errors import BadContent
from assistant.knowledge import Duty, Library, Paragraph, read_library
from assistant.knowledge.notes import fold, read_yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
FOLDERS = ("nscid-13", "dcid-4-2", "state-90262", "mi5-1948")

SAYS_SOMETHING = 8
"""Words from which a paragraph says enough to be asked about in four ways."""


def paragraph_texts(folder: str) -> dict[str, str]:
    """The paragraphs of an edition by number, read by another way than the product's: no footnote marks."""
    text = (KNOWLEDGE / folder / "text.md").read_text(encoding="utf-8")
    plain = re.sub(r"^#.*$|\[\^\d+\]|\[Page \d+\]", "", text, flags=re.MULTILINE)
    pieces = re.split(r"^\{#([\w.]+)\}", plain, flags=re.MULTILINE)
    return {number: fold(text) for number, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def says_something(paragraph: Paragraph) -> bool:
    """Neither footnote nor signature, no lead-in, no table, nothing withheld as a whole."""
    ends_open = bool(re.search(r"(:|as follows)$", paragraph.text))
    short = len(paragraph.text.split()) < SAYS_SOMETHING
    table = "|" in paragraph.text
    return not (paragraph.is_apparatus or ends_open or short or table or paragraph.withheld == "whole")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quotation_of_the_notes_is_verbatim(folder: str) -> None:
    texts = paragraph_texts(folder)
    notes = yaml.safe_load((KNOWLEDGE / folder / "notes.yaml").read_text(encoding="utf-8"))
    quotations = [
        (str(note["paragraph"]), fold(claim["quote"]))
        for note in notes
        for kind in ("duties", "definitions", "facts")
        for claim in note.get(kind) or ()
    ]
    assert quotations
    assert [(number, quote) for number, quote in quotations if quote not in texts[number]] == []


def test_a_quotation_says_enough_to_prove_something(library: Library) -> None:
    claims = [
        claim for note in library.notes.values() for claim in (*note.duties, *note.definitions, *note.facts)
    ]
    assert claims
    assert [claim for claim in claims if not claim.quote.strip() or not claim.says.strip()] == []


def test_every_paragraph_has_a_gist(library: Library) -> None:
    assert [p.id for p in library.paragraphs if p.id not in library.notes] == []
    assert [note.paragraph for note in library.notes.values() if not note.gist.strip()] == []


def test_a_paragraph_that_says_something_has_four_to_eight_lay_questions(library: Library) -> None:
    said = [p.id for p in library.paragraphs if says_something(p)]
    assert len(said) > 90
    assert {id: n for id in said if not 4 <= (n := len(library.notes[id].questions)) <= 8} == {}


def test_every_other_paragraph_has_at_least_two_questions(library: Library) -> None:
    """Questions that only the missing words could answer count for a withheld paragraph."""
    few = {}
    for paragraph in library.paragraphs:
        note = library.notes[paragraph.id]
        questions = [*note.questions, *(note.gap.questions if note.gap else ())]
        if len(questions) < 2:
            few[paragraph.id] = len(questions)
    assert few == {}


def test_no_two_paragraphs_share_a_lay_question(library: Library) -> None:
    seen: dict[str, str] = {}
    shared = []
    for note in library.notes.values():
        for question in (*note.questions, *(note.gap.questions if note.gap else ())):
            asked = " ".join(re.findall(r"\w+", question.lower()))
            if asked in seen:
                shared.append((question, seen[asked], note.paragraph))
            seen[asked] = note.paragraph
    assert shared == []


def test_every_withheld_place_says_what_is_missing(library: Library) -> None:
    withheld = {p.id for p in library.paragraphs if p.withheld != "no"}
    noted = {id for id, note in library.notes.items() if note.gap}
    assert noted == withheld


def test_silences_and_differences_name_paragraphs_that_exist() -> None:
    ids = {
        f"{about['id']}#{number}"
        for folder in FOLDERS
        for about in [yaml.safe_load((KNOWLEDGE / folder / "document.yaml").read_text(encoding="utf-8"))]
        for number in paragraph_texts(folder)
    }
    silences = yaml.safe_load((KNOWLEDGE / "silences.yaml").read_text(encoding="utf-8"))
    differences = yaml.safe_load((KNOWLEDGE / "differences.yaml").read_text(encoding="utf-8"))
    assert silences
    assert differences
    named = [id for silence in silences for id in silence["nearest"]]
    named += [id for difference in differences for id in difference["paragraphs"]]
    assert [id for id in named if id not in ids] == []


def test_the_sides_of_a_difference_stand_in_order_of_time(library: Library) -> None:
    order = [document.id for document in library.documents]
    for difference in library.differences:
        documents = [id.split("#")[0] for id in difference.paragraphs]
        assert len(set(difference.paragraphs)) == len(documents) > 1, difference.topic
        assert documents == sorted(documents, key=order.index), difference.topic


def test_a_silence_has_a_subject_of_its_own(library: Library) -> None:
    subjects = [silence.subject for silence in library.silences]
    assert len(subjects) == len(set(subjects))
    assert all(silence.says.strip() and silence.questions for silence in library.silences)


@pytest.mark.parametrize(
    ("deadline", "says"),
    [
        ("promptly", "An officer must report promptly."),
        ("within a day", "An officer must report promptly (within a day)."),
    ],
)
def test_a_duty_is_told_in_one_sentence(deadline: str, says: str) -> None:
    duty = Duty("RULES#1", "An officer", "must", "report promptly", "quoted", deadline=deadline)
    assert duty.says == says


def test_a_condition_reads_on_after_the_act() -> None:
    duty = Duty("RULES#1", "He", "may", "leave", "quoted", condition="if there is time.")
    assert duty.says == "He may leave if there is time."


TEXT = "# Rules\n\n{#1} 1. Everyone shall come\nearly.[^1]\n\n{#2} 2. They go home.\n"


def note(**more: Any) -> dict[str, Any]:
    return {"paragraph": "1", "gist": "Come early.", "questions": ["When?"], **more}


@pytest.fixture
def read(write_documents: Any) -> Any:
    def read_notes(*notes: Any) -> Library:
        return read_library(write_documents({"RULES": TEXT}, {"RULES": list(notes)}))

    return read_notes


def test_a_quotation_is_compared_with_white_space_folded(read: Any) -> None:
    library = read(note(facts=[{"answers": "when", "says": "Early.", "quote": "shall come early."}]))
    assert library.notes["RULES#1"].facts[0].says == "Early."


@pytest.mark.parametrize("kind", ["duties", "definitions", "facts"])
def test_a_wrong_quotation_is_refused_with_file_and_paragraph(read: Any, kind: str) -> None:
    claims = {
        "duties": {"actor": "Everyone", "modal": "must", "act": "come early"},
        "definitions": {"term": "early", "says": "Early is early."},
        "facts": {"answers": "when", "says": "Early."},
    }
    with pytest.raises(BadContent, match=r"rules/notes\.yaml, paragraph 1:"):
        read(note(**{kind: [claims[kind] | {"quote": "Everyone must come early"}]}))


def test_a_quotation_from_the_next_paragraph_is_refused(read: Any) -> None:
    with pytest.raises(BadContent, match="paragraph 1"):
        read(note(facts=[{"answers": "where", "says": "Home.", "quote": "They go home"}]))


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([note(question=["When?"])], "unknown key"),
        ([note(paragraph="3")], "no such paragraph"),
        ([note(), note()], "noted twice"),
        ([{"paragraph": "1", "questions": []}], "gist"),
        ([note(facts=[{"answers": "whence", "says": "Early.", "quote": "early"}])], "answers 'whence'"),
        (
            [note(duties=[{"actor": "He", "modal": "ought", "act": "come", "quote": "come"}])],
            "modal 'ought'",
        ),
        ([note(duties=[{"actor": "He", "modal": "must", "quote": "come"}])], "act"),
        ([note(withheld={"says": "Something is missing."})], "questions"),
    ],
)
def test_notes_that_break_the_format_are_refused(read: Any, entries: list[Any], says: str) -> None:
    with pytest.raises(BadContent, match=re.escape(says)) as refused:
        read(*entries)
    assert "notes.yaml" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [("- a: [", "not valid YAML"), ("a: 1", "top level must be a list"), (None, "cannot be read")],
)
def test_a_file_that_is_no_such_yaml_is_refused(tmp_path: Path, text: str | None, says: str) -> None:
    path = tmp_path / "notes.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(BadContent, match=says) as refused:
        read_yaml(path, list)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "silences.yaml",
            [{"subject": "Pay", "says": "No.", "questions": ["How much?"], "nearest": ["RULES#9"]}],
        ),
        ("differences.yaml", [{"topic": "Time", "says": "They differ.", "paragraphs": ["RULES#1", "OLD#1"]}]),
        ("rules/beyond.yaml", [{"paragraph": "9", "says": "No.", "questions": ["Why?"]}]),
    ],
)
def test_an_id_that_does_not_exist_is_refused(write_documents: Any, name: str, content: Any) -> None:
    home = write_documents({"RULES": TEXT})
    (home / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(BadContent):
        read_library(home)


def test_what_readers_go_on_to_ask_of_a_paragraph_is_a_silence(write_documents: Any) -> None:
    home = write_documents({"RULES": TEXT})
    beyond = [{"paragraph": "2", "says": "It does not say how.", "questions": ["How do they go home?"]}]
    (home / "rules" / "beyond.yaml").write_text(yaml.safe_dump(beyond), encoding="utf-8")
    silence = read_library(home).silences[-1]
    assert (silence.says, silence.nearest) == ("It does not say how.", ("RULES#2",))
