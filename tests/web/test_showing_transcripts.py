"""Points, words and tables of a check as HTML: what was said is marked and stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from assistant.bona_fides import Checked, Claim, Finding, Interval, Quote, Settled
from assistant.store import ContentSummary
from assistant.transcripts import Transcript, Turn, Unread
from assistant.web.showing import (
    transcript_points,
    transcript_tables,
    transcript_text,
    transcript_timeline,
    transcripts,
)
from assistant.web.showing.transcript_text import AT_ONCE, Sight, marked, sight_of

NASTY = "<img src=x onerror=alert(1)> \"'&amp; </div><script>alert(2)</script>"
NOW = datetime(2024, 5, 2, 12, tzinfo=UTC)
FIRST, SECOND = date(1951, 3, 4), date(1951, 3, 19)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def elements(html: str) -> _Elements:
    parsed = _Elements()
    parsed.feed(html)
    return parsed


def session(file: str, day: date | None, *texts: str, speaker: str = "A") -> Transcript:
    turns = tuple(
        Turn(number, speaker, "subject", text, f"line {number}", (0, 0))
        for number, text in enumerate(texts, start=1)
    )
    return Transcript(file, day, "header" if day else "", turns, (), "\n".join(texts))


def point(
    id: str = "p1",
    tier: str = "clarify",
    first: tuple[str, int] = ("one.txt", 1),
    second: tuple[str, int] = ("two.txt", 1),
    words: tuple[str, str] = ("I was born in 1919", "I am from 1921"),
    **more: Any,
) -> Finding:
    quotes = [
        Quote(file, turn, f"line {turn}" if turn else "born", "A" if turn else "passport", quoted, day)
        for (file, turn), quoted, day in zip((first, second), words, (FIRST, SECOND), strict=True)
    ]
    given: dict[str, Any] = {
        "why": "One birth, two years.",
        "innocent": ("A slip.",),
        "question": "When were you born?",
        "days": 15,
    }
    return Finding(id, "value", tier, quotes[0], quotes[1], central=True, **(given | more))


@pytest.mark.parametrize(("with_model", "boxes", "ticked"), [(None, 0, 0), (False, 1, 0), (True, 1, 1)])
def test_the_model_is_offered_only_where_there_is_one(with_model: bool | None, boxes: int, ticked: int):
    html = transcripts.sessions([session("one.txt", FIRST, "Yes.")], "", "", with_model)
    assert html.count('type="checkbox"') == boxes
    assert elements(html).attributes.count("checked") == ticked


def test_what_the_check_had_to_do_without_stands_above_the_points():
    html = transcript_points.points([point()], {}, notice=NASTY)
    assert "script" not in elements(html).names
    assert html.index("Try again") < html.index("One birth, two years.")
    assert "Try again" not in transcript_points.points([point()], {})


def long_session(turns: int) -> Transcript:
    return session("long.txt", FIRST, *(f"This was said as number {n}." for n in range(1, turns + 1)))


def turns_of(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'<li class="said-turn[^>]*data-turn="(\d+)"', html)]


# Points.


def test_a_point_shows_both_quotations_their_places_and_the_days_between():
    html = transcript_points.points([point()], {})
    text = " ".join(elements(html).text.split())
    assert "I was born in 1919" in text
    assert "Session of 4 March 1951 · A · line 1" in text
    assert "15 days later" in text
    assert "What may explain both" in text
    assert 'data-copy="When were you born?"' in html
    assert 'data-file="two.txt" data-turn="1"' in html


def test_what_stands_in_the_case_file_leads_nowhere():
    html = transcript_points.points([point(second=("case file", 0), days=None)], {})
    assert html.count('data-do="show"') == 1
    assert "Case file · born · passport" in html


@pytest.mark.parametrize(
    ("second", "days", "says"),
    [
        (("one.txt", 4), 0, "in the same session"),
        (("two.txt", 4), None, "in another session"),
        (("two.txt", 4), 0, "of the same day"),
        (("two.txt", 4), 1, "1 day later"),
        (("two.txt", 4), -3, "3 days earlier"),
    ],
)
def test_how_far_apart_two_statements_are(second, days, says):
    assert says in transcript_points.points([replace(point(second=second), days=days)], {})


def test_the_surest_come_first_and_the_settled_last():
    found = [
        point("a"),
        point("b"),
        point("c", "look"),
        point("d", "corrected"),
        point("e", "contamination"),
        point("f", "look"),
    ]
    settled = {"a": Settled("explained", "Two calendars."), "f": Settled("dismissed", "")}
    html = transcript_points.points(found, settled, just="f")
    assert re.findall(r'data-id="([a-f])" data-tier', html) == ["b", "c", "d", "e", "a", "f"]
    assert re.findall(r"<h3>([^<]+) <small>(\d)", html) == [
        ("To clarify", "1"),
        ("Worth a look", "1"),
        ("Corrected by himself", "1"),
        ("First said by the interviewer", "1"),
        ("Settled by you", "2"),
    ]
    assert "Two calendars." in html
    assert html.count('data-what="take_back" data-id="f"') == 2
    assert transcript_points.to_clarify(found, settled) == 1


def test_without_points_it_says_what_that_does_not_mean():
    assert "What was not asked about cannot show here" in elements(transcript_points.points([], {})).text
    done = transcript_points.points([point()], {"p1": Settled("dismissed", "")})
    assert "All of them are settled." in done


def test_hundreds_of_points_stay_a_page():
    many = [point(str(n)) for n in range(transcript_points.SHOWN + 7)]
    html = transcript_points.points(many, {})
    assert html.count('class="point"') == transcript_points.SHOWN
    assert "7 more are in the files" in html


def test_nothing_says_that_he_deceives():
    pages = [
        transcripts.home(),
        transcript_points.points([point(tier=tier) for tier in ("clarify", "look", "corrected")], {}),
        transcript_points.points([], {}),
        transcripts.sessions([session("one.txt", None, "Yes.")], "", ""),
    ]
    for page in pages:
        said = elements(page).text.lower()
        assert not re.search(r"\b(lie|lies|lying|liar|decei|decept|credib|truthful|score|suspic)", said)


# The words.


def test_words_of_several_points_are_marked_once_and_lead_to_each():
    html = marked(
        "I was born in 1919 in Telc, I say.", [("born in 1919", "b"), ("I was born", "a"), ("I say", "c")]
    )
    assert html == (
        '<mark tabindex="0" role="button" data-points="a b" title="To the point">I was born in 1919</mark>'
        ' in Telc, <mark tabindex="0" role="button" data-points="c" title="To the point">I say</mark>.'
    )


def test_words_that_are_not_there_mark_nothing():
    assert marked("I was born.", [("somewhere else", "a")]) == "I was born."


def test_around_the_points_only_their_neighbours_stand():
    long = long_session(60)
    found = [point(first=("long.txt", 20), second=("long.txt", 40), words=("number 20", "number 40"))]
    html = transcript_text.text([long], found, Sight("long.txt"))
    assert turns_of(html) == [18, 19, 20, 21, 22, 38, 39, 40, 41, 42]
    assert "15 turns between" in html
    assert html.count("<mark") == 2


def test_a_session_of_ten_thousand_turns_is_shown_in_pages():
    long = long_session(10_000)
    found = [point(first=("long.txt", 20), second=("long.txt", 9_950), words=("number 20", "number 9950"))]
    whole = transcript_text.text([long], found, Sight("long.txt", all=True))
    assert turns_of(whole) == list(range(1, AT_ONCE + 1))
    assert "1 of 50" in whole
    last = transcript_text.text([long], found, Sight("long.txt", all=True, page=999))
    assert turns_of(last)[-1] == 10_000
    assert len(last) < 100_000


def test_a_turn_is_found_around_the_points_or_in_the_whole():
    long = long_session(1_000)
    found = [point(first=("long.txt", 20), second=("long.txt", 950))]
    assert sight_of([long], found, "long.txt", 950, all=False) == Sight("long.txt", False, 0)
    assert sight_of([long], found, "long.txt", 950, all=True) == Sight("long.txt", True, 4)
    assert sight_of([long], found, "long.txt", 500, all=False) == Sight("long.txt", True, 2)
    assert sight_of([long], found, "gone.txt", 0, all=False) == Sight("long.txt", True, 0)


def test_a_session_without_points_is_shown_whole():
    html = transcript_text.text([long_session(5)], [], Sight("", False, 3))
    assert turns_of(html) == [1, 2, 3, 4, 5]
    assert "Around the points" not in html


# The rest.


def claim(words: str, topic: str = "work", when: Interval | None = None, **more: bool) -> Claim:
    return Claim("work", "I", words, words, "one.txt", 1, "line 1", topic, when=when, **more)


def test_statements_stand_by_topic_and_session():
    one, two = session("one.txt", FIRST, "x"), session("two.txt", None, "x")
    said = (claim("This and that.", "other"), claim("I wrote lists.", denied=True, supplied=True))
    html = transcript_tables.claims(Checked((one, two), said, (), 0))
    assert re.findall(r"<h3[^>]*>\s*(\w+)", html) == ["Work", "Other"]
    assert "denied" in html
    assert "confirmed" in html
    assert '<th scope="col" dir="auto">two.txt</th>' in html


def test_of_thousands_of_statements_a_page_shows_the_first():
    said = tuple(claim(f"Statement {n}.") for n in range(3_000))
    html = transcript_tables.claims(Checked((session("one.txt", FIRST, "x"),), said, (), 0))
    assert html.count('data-do="show"') == transcript_tables.SHOWN
    assert "2,940 more are in the files" in html


def test_of_thousands_of_dated_statements_a_picture_shows_those_that_bear_on_points():
    when = Interval(date(1940, 1, 1), date(1940, 2, 1))
    said = [claim(f"Statement {n}.", when=when) for n in range(2_000)]
    said.append(replace(claim("Quoted.", when=when), turn=7))
    quoting = point(first=("one.txt", 7), second=("one.txt", 9))
    checked = Checked((session("one.txt", FIRST, "x"),), tuple(said), (quoting,), 0)
    html = transcript_timeline.drawn(checked)
    assert f"{transcript_timeline.DRAWN} of 2,001 dated statements are drawn" in html
    assert "Quoted." in html
    assert "Statement 1999." not in html


def test_what_could_not_be_read_is_there_folded():
    odd = replace(
        session("one.txt", None, "Yes."),
        unread=(Unread("line 1", "Top of the sheet", "header"),),
        remarks=("The day is not known.",),
    )
    html = transcripts.sessions([odd], "", "")
    assert "1 stretch of the file without a speaker" in html
    assert "Top of the sheet" in html
    assert "The day is not known." in html
    assert "Not known: give it, if you can." in html


def test_what_is_said_or_typed_never_becomes_markup():
    nasty = replace(
        session(NASTY, FIRST, f"{NASTY} and then", speaker=NASTY),
        unread=(Unread(NASTY, NASTY, NASTY),),
        remarks=(NASTY,),
    )
    found = point(NASTY, first=(NASTY, 1), words=(NASTY, NASTY), why=NASTY, innocent=(NASTY,), question=NASTY)
    said = replace(claim(NASTY, NASTY, Interval(FIRST, SECOND)), file=NASTY, who=NASTY, place=NASTY)
    checked = Checked((nasty,), (said,), (found,), 0)
    settled = {NASTY: Settled("explained", NASTY)}
    pages = [
        transcripts.kept([ContentSummary(NASTY, NASTY, NOW, NOW)], "", NOW, deleted=NASTY),
        transcripts.title(NASTY, [nasty]),
        transcripts.sessions([nasty], NASTY, NASTY),
        transcripts.view("", NASTY, NASTY),
        transcripts.gone(NASTY),
        transcripts.broken(NASTY),
        transcripts.working(0.5, NASTY),
        transcript_points.points([found], {}),
        transcript_points.points([found], settled, just=NASTY),
        transcript_text.text([nasty], [found], Sight(NASTY)),
        transcript_tables.claims(checked),
        transcript_timeline.drawn(checked),
    ]
    for page in pages:
        parsed = elements(page)
        assert "img" not in parsed.names
        assert "script" not in parsed.names
        assert not [name for name in parsed.attributes if name.startswith("on")]
