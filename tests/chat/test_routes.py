"""What each chat route replies, and what it declines."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.chat import (
    Message,
    Reply,
    help,
    list_duties,
    policy_question,
    read_paragraph,
    reply,
    tell_case,
)
from assistant.knowledge.notes import fold
from assistant.policy import duties
from assistant.wiring import Assistant


def quotes_hold(reply: Reply, assistant: Assistant) -> None:
    for citation in reply.citations:
        assert fold(citation.quote) in fold(assistant.library.paragraph(citation.id).text)


@pytest.mark.parametrize("text", ["help", "Help me!", "HELLO", "What can I ask you here?", "who are you?"])
def test_help_says_what_can_be_asked(assistant: Assistant, text: str) -> None:
    given = help.reply(Message(text), assistant)
    assert given is not None
    assert given.route == "help"
    assert "NSCID-13#9.b" in given.text
    assert given.citations == ()


@pytest.mark.parametrize("text", ["How can I help a defector?", "Who helps?", "What is a walk-in?", ""])
def test_help_declines_questions(assistant: Assistant, text: str) -> None:
    assert help.reply(Message(text), assistant) is None


@pytest.mark.parametrize(
    ("label", "route"),
    [
        ("A rule", "policy question"),
        ("A date", "policy question"),
        ("A paragraph", "read a paragraph"),
        ("Duties", "duties"),
        ("A case", "cases"),
        ("A count", "policy question"),
    ],
)
def test_what_help_promises_is_kept(assistant: Assistant, label: str, route: str) -> None:
    [example] = re.findall(rf"\*\*{label}:\*\* (.+)", help.TEXT)
    given = reply(Message(example), assistant)
    assert given.route == route
    assert given.answer is None or given.answer.status in ("answered", "partly")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Show me NSCID-13#9.b", "NSCID-13#9.b"),
        ("Read me section IX.3 of the MI5 study", "MI5-1948#IX.3"),
        ("Show paragraph 6.b.3 of DCID 4/2", "DCID-4/2#6.b.3"),
        ("Open paragraph 5.b of DCID 4/2", "DCID-4/2#5.b"),
    ],
)
def test_a_paragraph_is_shown_whole_in_its_place(assistant: Assistant, text: str, id: str) -> None:
    paragraph = assistant.library.paragraph(id)
    given = read_paragraph.reply(Message(text, date(1955, 12, 31)), assistant)
    assert given is not None
    assert id in given.text
    assert paragraph.text in given.text
    assert all(heading in given.text for heading in paragraph.headings)
    assert paragraph.lead_in in given.text
    assert [citation.id for citation in given.citations] == [id]
    assert given.citations[0].standing.endswith("on 31 December 1955")
    quotes_hold(given, assistant)


def test_several_paragraphs_are_shown_and_not_too_many(assistant: Assistant) -> None:
    given = read_paragraph.reply(Message("Show NSCID-13#9.b and NSCID-13#9.a"), assistant)
    assert given is not None
    assert [citation.id for citation in given.citations] == ["NSCID-13#9.b", "NSCID-13#9.a"]
    many = " ".join(f"NSCID-13#{number}" for number in ("2.a", "2.b", "2.c", "7.a", "7.b", "7.c"))
    given = read_paragraph.reply(Message(many), assistant)
    assert given is not None
    assert len(given.citations) == read_paragraph.SHOWN


@pytest.mark.parametrize("text", ["Show me NSCID-13#99", "Show me the rules", "What is a walk-in?", ""])
def test_without_a_paragraph_nothing_is_shown(assistant: Assistant, text: str) -> None:
    assert read_paragraph.reply(Message(text), assistant) is None


def test_the_duties_of_an_actor_are_listed(assistant: Assistant) -> None:
    given = list_duties.reply(Message("List all duties of the local Defector Committee"), assistant)
    assert given is not None
    rows = duties(assistant.library, actor="local Defector Committee")
    assert given.text.lower().startswith(f"{len(rows)} duties of local defector committee")
    listed = [line for line in given.text.splitlines() if line.startswith("- ")]
    assert len(listed) == len(rows) == len(given.citations)
    assert all(row.duty.says in given.text and f"({row.duty.paragraph})" in given.text for row in rows)
    quotes_hold(given, assistant)


def test_the_duties_of_a_document_are_listed(assistant: Assistant) -> None:
    given = list_duties.reply(Message("All obligations under NSCID 13"), assistant)
    assert given is not None
    assert {citation.document for citation in given.citations} == {"NSCID-13"}
    assert "in NSCID 13" in given.text


def test_a_long_list_says_how_many_more_there_are(assistant: Assistant) -> None:
    given = list_duties.reply(Message("All obligations under DCID 4/2"), assistant)
    assert given is not None
    rows = duties(assistant.library, document="DCID-4/2")
    assert len(rows) > list_duties.MOST
    assert len(given.citations) == list_duties.MOST
    assert f"and {len(rows) - list_duties.MOST} more" in given.text


@pytest.mark.parametrize(
    "message",
    [
        Message("List all duties of CIA in 1955"),
        Message("List all duties of CIA", date(1955, 12, 31)),
    ],
)
def test_duties_are_those_of_the_day(assistant: Assistant, message: Message) -> None:
    given = list_duties.reply(message, assistant)
    assert given is not None
    assert {citation.document for citation in given.citations} == {"NSCID-13"}
    assert all(citation.standing == "in force on 31 December 1955" for citation in given.citations)


@pytest.mark.parametrize(
    "text",
    [
        "List all duties",
        "What are the duties of a plumber?",
        "Who pays customs duty?",
        "What is a walk-in?",
        "",
    ],
)
def test_without_anybody_duties_are_not_listed(assistant: Assistant, text: str) -> None:
    assert list_duties.reply(Message(text), assistant) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tell me about Gouzenko", "Igor GOUZENKO"),
        ("Who was Krivitsky?", "Walter KRIVITSKY"),
        ("Tell me more about bessedovsky", "Grigori BESSEDOVSKI"),
        ("Akhmedov's story", "Ismail AKHMEDOV"),
    ],
)
def test_a_case_is_told_cell_by_cell(assistant: Assistant, text: str, name: str) -> None:
    given = tell_case.reply(Message(text), assistant)
    assert given is not None
    [case] = [case for case in assistant.cases.cases if case.name == name]
    assert given.text.startswith(f"**{name}**")
    for column, cell in case.cells:
        assert f"- {column}: {cell.value} ({cell.paragraph})" in given.text
    assert {citation.force for citation in given.citations} == {"guidance"}
    quotes_hold(given, assistant)


def test_two_of_one_name_are_both_told(assistant: Assistant) -> None:
    given = tell_case.reply(Message("Tell me about Kravchenko"), assistant)
    assert given is not None
    assert "**Victor KRAVCHENKO**" in given.text
    assert "**Alexander KRAVCHENKO**" in given.text


@pytest.mark.parametrize(
    "text",
    [
        "Was Gouzenko recalled?",
        "Tell me about walk-ins",
        "Why did Gouzenko go to the newspapers first?",
        "Tell me about what Gouzenko had to say of the standard of living at home and abroad, please",
        "",
    ],
)
def test_what_asks_for_more_than_a_case_is_left_to_the_policy_route(assistant: Assistant, text: str) -> None:
    assert tell_case.reply(Message(text), assistant) is None


def test_a_policy_question_is_answered_with_its_history_and_date(assistant: Assistant) -> None:
    message = Message("Who coordinates publicity about a defector?", date(1955, 12, 31))
    given = policy_question.reply(message, assistant)
    assert given.answer is not None
    assert given.answer.as_of == date(1955, 12, 31)
    assert given.text == given.answer.text
    assert given.citations == given.answer.citations
    history = ("What happens when the committee cannot resolve a problem?",)
    leaning = policy_question.reply(Message("and if there is no time?", history=history), assistant)
    assert leaning.citations[0].id == "DCID-4/2#6.c"
