"""A question read for its sentences and for where in them something is asked."""

from __future__ import annotations

import pytest

from assistant.wording.reading import Form, read


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("Did you see him?", ["whether"]),
        ("Where were you born?", ["content"]),
        ("To which directorate was your school subordinate?", ["content"]),
        ("Since when had he held that post?", ["content"]),
        ("Where in the building was it?", ["content"]),
        ("What letters, if any, did you keep?", ["content"]),
        ("What plans to harm, seize or remove a person, if any, did you know of?", ["content"]),
        ("Describe the mess hall.", ["request"]),
        ("Please lead me from the street to your desk.", ["request"]),
        ("Could you tell us about the lock?", ["request"]),
        ("I would like to hear about the lock.", ["request"]),
        ("When the whistle blew, what did the guards do?", ["content"]),
        ("After the truck had stopped, which you have marked here, what did the driver do?", ["content"]),
        ("On 3 May, did anything happen at the dock?", ["whether"]),
        ("Where did you live and who paid?", ["content", "content"]),
        ("Draw the pier and say how deep the water is.", ["request", "request"]),
        ("Was it open, and was it guarded?", ["whether", "whether"]),
        ("Which men came in and which men who came in went out?", ["content", "content"]),
        ("When and where were you born?", ["content"]),
        ("Did you see the men who came and who left?", ["whether"]),
        ("You met him in Vienna.", []),
        ("The director knew what the shop was making.", []),
        ("Anything new?", []),
        ("Do not worry.", []),
        ("", []),
    ],
)
def test_where_a_question_asks(question: str, forms: list[Form]) -> None:
    assert [asking.form for asking in read(question).asks] == forms


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("Who was he? What did he want?", ["Who was he", "What did he want"]),
        ("You named Col. N. in May; who was he?", ["You named Col. N. in May", "who was he"]),
        ("Face me: who was it?", ["Face me", "who was it"]),
        ("Where did you\nlive?", ["Where did you\nlive"]),
        ("Did you go?\nIf so, when?", ["Did you go", "If so, when"]),
        (" \n ", []),
    ],
)
def test_its_sentences(question: str, sentences: list[str]) -> None:
    assert [sentence.words for sentence in read(question).sentences] == sentences


@pytest.mark.parametrize(
    ("question", "states", "fragment"),
    [
        ("He told you.", True, False),
        ("There were guards?", True, False),
        ("Your rank?", False, True),
        ("What is your rank?", False, False),
    ],
)
def test_statements_and_fragments(question: str, states: bool, fragment: bool) -> None:
    (sentence,) = read(question).sentences
    assert (sentence.states, sentence.fragment) == (states, fragment)


def test_a_curly_apostrophe_is_read_and_moves_no_place() -> None:
    read_question = read("Didn’t you see Ivan’s hat?")
    assert len(read_question.text) == len(read_question.given)
    assert [asking.form for asking in read_question.asks] == ["whether"]


def test_what_is_said_before_the_question() -> None:
    (sentence,) = read("I can have you on the train tonight, so what was the key word?").sentences
    assert sentence.said is not None
    start, end = sentence.said
    assert sentence.text[start:end].startswith("I can have you on the train")
    (bare,) = read("When the whistle blew, what did the guards do?").sentences
    assert bare.said is None
