import time

import pytest

from assistant.knowledge.reading import read_document

WRAPPED = """\
The object of this paper is to draw certain general conclusions about the
subject, and for this purpose the records have been studied. A further line
ends early.
The next paragraph begins here without a blank line above it, and goes on as
far as this.

A paragraph of its own.
"""


def test_lines_broken_at_a_margin_are_joined_and_early_ends_kept(numbers):
    assert numbers(WRAPPED) == {
        "1": "The object of this paper is to draw certain general conclusions about the subject, and for "
        "this purpose the records have been studied. A further line ends early.",
        "2": "The next paragraph begins here without a blank line above it, and goes on as far as this.",
        "3": "A paragraph of its own.",
    }


def test_short_lines_are_paragraphs_of_their_own(numbers):
    assert list(numbers("Apples and pears\nPlums\nCherries and so on\n").values()) == [
        "Apples and pears",
        "Plums",
        "Cherries and so on",
    ]


def test_numbered_lines_in_a_wrapped_paragraph_are_taken_apart(outline):
    text = (
        "7. The committee shall, whenever it is asked to do so by one of its members, see to it:\n"
        "   a. that nobody is turned away at the door before he has been heard by somebody who\n"
        "      understands him;\n"
        "   b. that a record is kept.\n"
        "8. It may do more.\n"
    )
    assert outline("6. Six.\n" + text) == [
        "6 [6.] Six.",
        "7 [7.] The committee shall, whenever it is asked to do so by one of its members, see to it:",
        "7.a [a.] that nobody is turned away at the door before he has been heard by somebody who "
        "understands him;",
        "7.b [b.] that a record is kept.",
        "8 [8.] It may do more.",
    ]


def test_headings_of_plain_text_and_the_title_are_told_from_paragraphs(read):
    document = read(
        "Rules of the House\n\n1. The first rule is that everybody speaks in turn.\n\nQuiet Hours\n\n"
        "2. Nobody speaks after ten.\n\nKITCHEN\nThe kitchen is open to all who clean it.\n",
        "rules.txt",
    )
    assert document.title == "Rules of the House"
    assert [(part.number, part.headings[-1:]) for part in document.paragraphs] == [
        ("1", ("Rules of the House",)),
        ("2", ("Quiet Hours",)),
        ("0", ("KITCHEN",)),
    ]


def test_a_telegram_in_capitals_is_not_all_headings(read):
    document = read("WE HAVE REVIEWED POLICY\n\nNOTIFY ALL AGENCIES CONCERNED\n\nREPORT AT ONCE\n")
    assert [part.text for part in document.paragraphs] == [
        "WE HAVE REVIEWED POLICY",
        "NOTIFY ALL AGENCIES CONCERNED",
        "REPORT AT ONCE",
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [("House rules.txt", "House rules"), (r"C:\papers\old one.txt", "old one"), ("", "Untitled document")],
)
def test_a_text_without_a_title_is_called_by_its_file(read, name, title):
    assert read("just one sentence without any title to it, which goes on.", name).title == title


@pytest.mark.parametrize(
    "data",
    [
        "Größe – “naïve”".encode(),
        b"\xef\xbb\xbf" + "Größe – “naïve”".encode(),
        "Größe – “naïve”".encode("utf-16"),
        b"\xfe\xff" + "Größe – “naïve”".encode("utf-16-be"),
        "Größe – “naïve”".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "cp1252"],
)
def test_every_usual_encoding_is_read(numbers, data):
    assert numbers(data) == {"1": "Größe – “naïve”"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c"])
def test_any_line_end_is_one(numbers, end):
    assert numbers(f"1. One.{end}{end}2. Two.{end}") == {"1": "One.", "2": "Two."}


def test_a_very_long_paragraph_stays_whole(numbers):
    long = "word " * 200_000
    assert numbers(f"1. {long}\n\n2. Two.") == {"1": long.strip(), "2": "Two."}


def test_stray_marks_make_no_paragraphs(outline):
    assert outline("1. One.\n\n* * *\n\n2. Two.\n\n.\n") == ["1 [1.] One. * * *", "2 [2.] Two. ."]


@pytest.mark.parametrize("label", ["{}. ", ""])
def test_thirteen_thousand_paragraphs_are_read_in_three_seconds(label):
    words = "of the committee and its members " * 12
    text = "\n\n".join(label.format(n) + f"Paragraph {n} {words}." for n in range(1, 13_001))
    begun = time.process_time()
    document = read_document(text.encode(), "large.txt", 50_000_000)
    assert time.process_time() - begun < 3
    assert [part.number for part in document.paragraphs] == [str(n) for n in range(1, 13_001)]
