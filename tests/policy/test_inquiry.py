"""What is read out of a question: its kind, its date, what it names, what it leans on."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.errors import BadDate
from assistant.knowledge import Library
from assistant.policy import date_in, read_question
from assistant.policy.inquiry import kind_of, leans_on_history, parse_day


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who may induce a defection?", "who"),
        ("Which agency pays?", "who"),
        ("To whom is it reported?", "who"),
        ("Can I promise him a visa?", "whether"),
        ("Is it allowed to leave him alone?", "whether"),
        ("So must he agree?", "whether"),
        ("When must he be told?", "when"),
        ("How soon must he be told?", "when"),
        ("What year was it issued?", "when"),
        ("Where did he go?", "where"),
        ("In which country did he ask for asylum?", "where"),
        ("How many defectors were there?", "how many"),
        ("Why do people defect?", "why"),
        ("What made him leave?", "why"),
        ("How is he treated?", "how"),
        ("What do we do if they disagree?", "how"),
        ("What is a walk-in?", "what"),
        ("Define inducement", "what"),
        ("bona fides", "what"),
        ("", "what"),
        ("He came last night. He is tired. Who do I call?", "who"),
        ("Who is he?  I don’t know.", "who"),
        ("WHO PAYS?", "who"),
    ],
)
def test_the_kind_of_answer_that_is_asked_for(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Who handled publicity in 1955?", date(1955, 12, 31)),
        ("As of 1967, must he be told?", date(1967, 12, 31)),
        ("What held in May 1976?", date(1976, 5, 31)),
        ("What held in Feb. 1956?", date(1956, 2, 29)),
        ("What held on 18 May 1976?", date(1976, 5, 18)),
        ("What held on the 18th May 1976?", date(1976, 5, 18)),
        ("What held on May 18, 1976?", date(1976, 5, 18)),
        ("What held on 31 June 1977?", date(1977, 6, 30)),
        ("Which of them defected in 1946?", None),
        ("How many came over in 1937?", None),
        ("What does the 1976 directive say?", None),
        ("What is said in the 1976 directive?", None),
        ("What is Section 1955 about?", None),
        ("What is a walk-in?", None),
        ("", None),
    ],
)
def test_the_day_by_which_the_rules_are_wanted(question: str, day: date | None) -> None:
    assert date_in(question) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1955", date(1955, 12, 31)),
        (" 1955 ", date(1955, 12, 31)),
        ("1976-05", date(1976, 5, 31)),
        ("1976-2", date(1976, 2, 29)),
        ("1976-05-18", date(1976, 5, 18)),
        ("May 1976", date(1976, 5, 31)),
        ("18 May 1976", date(1976, 5, 18)),
        ("May 18, 1976", date(1976, 5, 18)),
    ],
)
def test_a_day_as_it_is_typed(typed: str, day: date) -> None:
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "yesterday",
        "55",
        "19555",
        "0000",
        "1976-13",
        "1976-00",
        "1955-02-29",
        "30 February 1955",
        "18.5.1976",
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadDate) as refused:
        parse_day(typed)
    if len(typed) > 2:
        assert typed not in str(refused.value)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("What does NSCID 13 say?", {"NSCID-13"}),
        ("What did the 1950 directive say?", {"NSCID-13"}),
        ("And under NSCID No. 13?", {"NSCID-13"}),
        ("What does DCID 4/2 say?", {"DCID-4/2"}),
        ("What do the 1976 rules say?", {"DCID-4/2"}),
        ("And Directive 4/2?", {"DCID-4/2"}),
        ("What does the State telegram say?", {"STATE-90262"}),
        ("What does telegram 90262 lay down?", {"STATE-90262"}),
        ("What did MI5 find?", {"MI5-1948"}),
        ("Does the British study say so?", {"MI5-1948"}),
        ("How do NSCID 13 and DCID 4/2 differ?", {"NSCID-13", "DCID-4/2"}),
        ("What is NSCID No. 4?", set()),
        ("What is a walk-in?", set()),
    ],
)
def test_the_documents_that_a_question_names(library: Library, question: str, documents: set[str]) -> None:
    assert read_question(question, library).documents == documents


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Show me NSCID-13#9.b", ["NSCID-13#9.b"]),
        ("What does DCID-4/2#6.b.3.a mean?", ["DCID-4/2#6.b.3.a"]),
        ("nscid-13#9.b", ["NSCID-13#9.b"]),
        ("What is in paragraph 5b of the 1976 directive?", ["DCID-4/2#5.b"]),
        ("Read paragraph 6(b)(3)(a) of DCID 4/2", ["DCID-4/2#6.b.3.a"]),
        ("Read § 6.b.3 of DCID 4/2", ["DCID-4/2#6.b.3"]),
        ("Section IX.3 of the MI5 study", ["MI5-1948#IX.3"]),
        ("paragraph 1.b of the telegram", ["STATE-90262#1.B"]),
        ("paragraph 11", ["NSCID-13#11"]),
        ("item 2 of paragraph 5.a of DCID 4/2", ["DCID-4/2#5.a.2"]),
        ("Compare NSCID-13#2.c and DCID-4/2#2.b", ["NSCID-13#2.c", "DCID-4/2#2.b"]),
        ("Show me NSCID-13#99", []),
        ("paragraph 99 of NSCID 13", []),
        ("Section 245 of the Immigration Act", []),
        ("What is a walk-in?", []),
    ],
)
def test_the_paragraphs_that_a_question_names(library: Library, question: str, ids: list[str]) -> None:
    assert list(read_question(question, library).references) == ids


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Compare NSCID-13#4 and NSCID-13#10", ["NSCID-13#4", "NSCID-13#10"]),
        ("Compare NSCID-13#2 and STATE-90262#3", ["NSCID-13#2", "STATE-90262#3"]),
    ],
)
def test_full_ids_of_one_digit_are_full_ids_too(library: Library, question: str, ids: list[str]) -> None:
    assert list(read_question(question, library).references) == ids


@pytest.mark.parametrize(
    ("question", "id"),
    [
        ("footnote 2 of the telegram", "STATE-90262#fn.2"),
        ("footnote 1 of DCID 4/2", "DCID-4/2#fn.1"),
    ],
)
def test_a_footnote_is_not_the_paragraph_of_its_number(library: Library, question: str, id: str) -> None:
    assert read_question(question, library).references == (id,)


@pytest.mark.parametrize(
    ("question", "id"),
    [("paragraph 7 a of NSCID 13", "NSCID-13#7.a"), ("paragraph 6 b 3 of DCID 4/2", "DCID-4/2#6.b.3")],
)
def test_a_number_may_be_written_with_spaces(library: Library, question: str, id: str) -> None:
    """NSCID-13#8 itself writes "paragraphs 7 a–c"."""
    assert read_question(question, library).references == (id,)


def test_a_number_that_several_documents_have_names_them_all(library: Library) -> None:
    ids = read_question("What does paragraph 2 say?", library).references
    assert set(ids) == {"NSCID-13#2", "STATE-90262#2"}


@pytest.mark.parametrize(
    "question",
    [
        "And if there is no time?",
        "What about refugees?",
        "Who decides that?",
        "why not?",
        "Does that hold for refugees too?",
        "But who pays?",
    ],
)
def test_a_question_that_needs_the_one_before(question: str) -> None:
    assert leans_on_history(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is responsible for the final disposal and rehabilitation of defectors abroad?",
        "What must every defector sign before he is granted asylum in the United States?",
    ],
)
def test_a_question_that_stands_alone(question: str) -> None:
    assert not leans_on_history(question)


def test_a_question_that_leans_is_searched_for_with_the_one_before(library: Library) -> None:
    history = ["What is a walk-in?", "Who resolves problems under the 1976 directive?"]
    inquiry = read_question("and if there is  no time?", library, history=history)
    assert inquiry.leans
    assert inquiry.whole == "Who resolves problems under the 1976 directive? and if there is no time?"
    assert inquiry.question == "and if there is  no time?"
    assert inquiry.documents == {"DCID-4/2"}


def test_a_question_of_its_own_document_keeps_it(library: Library) -> None:
    inquiry = read_question("And in NSCID 13?", library, history=["What does the 1976 directive say of pay?"])
    assert inquiry.documents == {"NSCID-13"}


def test_without_history_nothing_leans(library: Library) -> None:
    inquiry = read_question("and if there is no time?", library)
    assert not inquiry.leans
    assert inquiry.query == "and if there is no time?"


def test_the_questions_own_date_wins_over_the_control(library: Library) -> None:
    control = date(1977, 12, 31)
    assert read_question("Who paid in 1955?", library, control).as_of == date(1955, 12, 31)
    assert read_question("Who pays?", library, control).as_of == control
    assert read_question("Who pays?", library).as_of is None
