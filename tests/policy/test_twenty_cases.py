"""The table of MI5's twenty defectors (MI5-1948#I.3 and the paragraphs that its cells name)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from assistant.errors import BadContent, NotFound
from assistant.knowledge import Library
from assistant.knowledge.notes import fold
from assistant.policy import CaseTable, cases_named, read_cases
from assistant.policy.inquiry import kind_of
from assistant.policy.twenty_cases import ask_table

CASES = Path(__file__).resolve().parents[2] / "knowledge" / "mi5-1948" / "cases.yaml"

RECALLED = "BESSEDOVSKI KRIVITSKY BARMIN HELFAND AKHMEDOV GOUZENKO ALEXEEV KORIAKOFF TOKAEV".split()
"""MI5-1948#II.3, in the spelling of the list."""

EXPLOITED = [
    *"AGABEKOV KRIVITSKY AKHMEDOV GOUZENKO ALEXEEV DENISOV TAKACS ‘S’ TOKAEV".split(),
    "Victor KRAVCHENKO",
    "Alexander KRAVCHENKO",
]
"""MI5-1948#VII.1"""


@pytest.fixture(scope="module")
def table(library: Library) -> CaseTable:
    return read_cases(CASES, library)


def told(question: str, table: CaseTable, *found: str) -> str:
    answer = ask_table(question, kind_of(question), table, found)
    assert answer is not None
    return answer.lead


def test_every_cell_is_quoted_verbatim(table: CaseTable, library: Library) -> None:
    wrong = [
        (case.name, column, cell.paragraph)
        for case in table.cases
        for column, cell in case.cells
        if not cell.quote.strip() or fold(cell.quote) not in fold(library.paragraph(cell.paragraph).text)
    ]
    assert wrong == []


def test_the_cases_and_years_are_those_of_the_list(table: CaseTable, library: Library) -> None:
    listed = re.findall(r"^\| (.+?) \| (19\d\d) \|$", library.paragraph("MI5-1948#I.3").text, re.MULTILINE)
    named = [(case.variants[0], case.year.value) for case in table.cases]
    assert [year for _, year in named] == [year for _, year in listed]
    for case, (name, _) in zip(table.cases, listed, strict=True):
        assert name in case.variants or name == case.name


def test_nine_were_recalled(table: CaseTable) -> None:
    recalled = [case.name.split()[-1] for case in table.cases if case.recalled.value == "yes"]
    assert recalled == RECALLED


def test_eleven_were_fully_exploited(table: CaseTable) -> None:
    names = {case.name for case in table.cases if case.exploited.value == "fully"}
    assert len(names) == 11
    assert all(any(name.endswith(each) for name in names) for each in EXPLOITED)


def test_cells_have_the_values_that_are_laid_down(table: CaseTable) -> None:
    assert {c.recalled.value for c in table.cases} <= {
        "yes",
        "no evidence",
        "not known",
        "after his approach",
    }
    assert {c.exploited.value for c in table.cases} <= {"fully", "partly", "not", "unknown"}
    assert Counter(c.recalled.value for c in table.cases)["after his approach"] == 1


def test_remarks_name_paragraphs_that_exist(table: CaseTable, library: Library) -> None:
    assert table.remarks
    assert all(library.has(id) for remark in table.remarks for id in remark.paragraphs)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ({"value": 1927, "paragraph": "I.3", "quote": "Eugene PIK | 1928"}, BadContent),
        ({"value": 1927, "paragraph": "I.4", "quote": "Eugene PIK | 1927"}, BadContent),
        ({"value": 1927, "paragraph": "XX.9", "quote": "Eugene PIK | 1927"}, NotFound),
    ],
)
def test_a_cell_that_quotes_wrongly_is_refused(
    library: Library, tmp_path: Path, cell: dict[str, object], error: type[Exception]
) -> None:
    content = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    content["cases"][0]["year"] = cell
    path = tmp_path / "cases.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(error):
        read_cases(path, library)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Tell me about Gouzenko", ["Igor GOUZENKO"]),
        ("What became of Gouzenco?", ["Igor GOUZENKO"]),
        ("who was bessedovsky", ["Grigori BESSEDOVSKI"]),
        ("Who was Koriakov?", ["Michel KORIAKOFF"]),
        ("Kravchenko", ["Victor KRAVCHENKO", "Alexander KRAVCHENKO"]),
        ("Victor Kravchenko", ["Victor KRAVCHENKO"]),
        ("What did Alexander Kravchenko bring?", ["Alexander KRAVCHENKO"]),
        ("What do we know of ‘S’?", ["‘S’"]),
        ("What about Pik?", ["Eugene PIK"]),
        ("Takacs and Denisov", ["Mikhail DENISOV", "Vera TAKACS"]),
        ("What is a walk-in?", []),
        ("Who picks the interpreter?", []),
        ("", []),
    ],
)
def test_cases_are_known_by_their_names(table: CaseTable, question: str, names: list[str]) -> None:
    assert [case.name for case in cases_named(question, table)] == names


@pytest.mark.parametrize(
    "question",
    [
        "Which defectors were recalled just before?",
        "How many of them had been ordered home?",
        "List the defectors who were called back to Moscow",
    ],
)
def test_who_was_recalled_is_counted_and_named(table: CaseTable, question: str) -> None:
    """MI5-1948#II.3"""
    lead = told(question, table, "MI5-1948#II.3")
    assert lead.startswith("Nine ")
    assert all(name in lead for name in RECALLED)
    assert "VOLKOV" not in lead


@pytest.mark.parametrize(
    "question", ["How many defectors were fully exploited?", "Which of them were properly debriefed?"]
)
def test_who_was_exploited_is_counted_and_named(table: CaseTable, question: str) -> None:
    """MI5-1948#VII.1"""
    lead = told(question, table, "MI5-1948#VII.1")
    assert lead.startswith("Eleven ")
    assert all(name in lead for name in EXPLOITED)


def test_a_list_rests_on_the_paragraph_that_gives_it(table: CaseTable) -> None:
    answer = ask_table("Which defectors were recalled?", "who", table, ("MI5-1948#II.3",))
    assert answer is not None
    assert answer.cells[0].paragraph == "MI5-1948#II.3"
    assert len({(cell.paragraph, cell.quote) for cell in answer.cells}) == len(answer.cells)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Which defectors came over in 1945?", "Two of the twenty defected in 1945: Igor GOUZENKO and"),
        ("How many Russians defected in 1937?", "Two of the twenty defected in 1937: "),
        ("How many of them went over in 1946?", "Five of the twenty defected in 1946: "),
        ("Who of the twenty defected in 1931?", "None of the twenty defected in 1931."),
        (
            "Which defectors went over between 1940 and 1944?",
            "Three of the twenty defected between 1940 and 1944",
        ),
        ("How many of the twenty defected between 1927 and 1947?", "All of the twenty defected between"),
    ],
)
def test_years_are_counted(table: CaseTable, question: str, lead: str) -> None:
    assert told(question, table).startswith(lead)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who was the earliest defector?", {"PIK"}),
        ("Which were the latest defectors?", {"JURACHOW", "KRAVCHENKO", "‘S’", "SHARANDAK", "TOKAEV"}),
    ],
)
def test_the_first_and_the_last(table: CaseTable, question: str, names: set[str]) -> None:
    answer = ask_table(question, kind_of(question), table, ())
    assert answer is not None
    assert all(name in answer.lead for name in names)
    assert len(answer.cells) == len(names)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was Gouzenko recalled?", "Yes: Igor GOUZENKO"),
        ("Was Takacs recalled to Russia?", "The study has no evidence that Vera TAKACS"),
        ("Had Pik been recalled?", "The study does not say whether Eugene PIK"),
        ("Was Tokaev fully exploited?", "Yes: Grigori TOKAEV"),
        ("Was Pik fully exploited?", "No: Eugene PIK"),
        ("Was Jurachow exploited?", "The study does not say what use was made of Andre JURACHOW"),
        ("When did Krivitsky defect?", "Walter KRIVITSKY defected in 1937."),
        ("In what year did Barmin come over?", "Alexandre BARMIN defected in 1937."),
    ],
)
def test_a_case_by_name(table: CaseTable, question: str, lead: str) -> None:
    assert told(question, table).startswith(lead)


def test_volkov_was_recalled_after_his_approach(table: CaseTable, library: Library) -> None:
    """MI5-1948#III.6"""
    answer = ask_table("Was Volkov recalled?", "whether", table, ())
    assert answer is not None
    assert "after" in answer.lead
    assert answer.cells[0].paragraph == "MI5-1948#III.6"
    assert "recalled to Moscow" in library.paragraph("MI5-1948#III.6").text


@pytest.mark.parametrize(
    "question",
    [
        "What is a walk-in?",
        "Who may recall an agent?",
        "Is a book about defectors worth reading?",
        "What happened in 1945?",
        "Who pays the defector?",
        "",
    ],
)
def test_what_the_table_does_not_answer_is_left_to_search(table: CaseTable, question: str) -> None:
    assert ask_table(question, kind_of(question), table, ()) is None


def test_a_list_is_given_only_where_search_agrees(table: CaseTable) -> None:
    """ "Recall" may mean something else: search must have brought up what the list rests on."""
    question = "Which officers may recall a defector's file?"
    assert ask_table(question, "who", table, ("NSCID-13#5", "NSCID-13#7")) is None
