import datetime

import pytest

TALK = "\nQ: Where?\nA: There."


@pytest.mark.parametrize(
    "written",
    ["13 February 1957", "1957-02-13", "February 13, 1957", "13.2.1957", "the 13th of Feb. 1957", "02/13/57"],
)
def test_dates_in_the_header(read, written):
    transcript = read(
        f"Born 1.1.1911. Vienna, {written}{TALK}" if written[0] == "F" else f"Vienna, {written}{TALK}"
    )
    assert transcript.dated_by == "header"
    assert transcript.date in (datetime.date(1957, 2, 13), datetime.date(1911, 1, 1))


@pytest.mark.parametrize("name", ["1957-02-13_two.txt", "19570213.txt", "talk 13 Feb 1957.txt"])
def test_dates_in_the_name(read, name):
    transcript = read(TALK, name)
    assert (transcript.date, transcript.dated_by) == (datetime.date(1957, 2, 13), "file name")


@pytest.mark.parametrize(
    ("header", "remark"),
    [("", "No date"), ("3/4/57", "No date"), ("1 May 1812", "before 1900"), ("1 May 2222", "in the future")],
)
def test_remarks_on_dates(read, header, remark):
    assert remark in read(header + TALK).remarks[0]


def test_a_date_that_the_user_gives_counts_for_more(read):
    given = datetime.date(1960, 1, 1)
    transcript = read("1957-02-13" + TALK, date=given)
    assert (transcript.date, transcript.dated_by) == (given, "given")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Q: Where?\nA: There.\nInt: He says there.", "interviewer subject interpreter"),
        ("Hale: Who?\nNovotny: I was there all day.\nHale: And?\nNovotny: Home.", "interviewer subject"),
        ("With Miss Lang, interpreting\n\nMr. Hale: Who?\nMiss Lang: Kdo?\nMr. Novak: Only me, sir.",
         "interviewer interpreter subject"),
        ("Source: I was there.\nSource: All day.", "subject"),
    ],
)  # fmt: skip
def test_roles(read, text, roles):
    assert list(read(text).speakers.values()) == roles.split()


def test_one_speaker_alone_is_remarked_upon(read):
    assert "Only one speaker" in read("Source: I was there.\nSource: All day.").remarks[0]
