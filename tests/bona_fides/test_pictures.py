"""The pictures: what is drawn, where it leads, and that nothing lies on anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from bona_fides_samples import (
    CLAIMS,
    EMPTY,
    FINDINGS,
    ONE,
    THREE,
    TWO,
    USUAL,
    awkward,
    claim,
    many,
    session,
    within,
)

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Interval
from assistant.bona_fides.pictures import names_map, timeline
from assistant.bona_fides.pictures.drawing import fitted, wide

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (390, 1200)
PEOPLE = {
    "Novotny": [(ONE, 2), (ONE, 2), (ONE, 4), (TWO, 2)],
    "Major Kral": [(TWO, 2), (THREE, 1), ("another.txt", 1)],
    "<script>alert(1)</script>": [(TWO, 4)],
    "Nobody here": [("another.txt", 3)],
}


def bars(svg: str) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(svg).iter(f"{SVG}g") if each.get("data-file") is not None]


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """Where each bar with its label stands: left, top, right, bottom."""
    hits = [each.find(f"{SVG}rect[@class='hit']") for each in bars(svg)]
    given = [
        [float(hit.get(side, "")) for side in ("x", "y", "width", "height")]
        for hit in hits
        if hit is not None
    ]
    return [(x, y, x + w, y + h) for x, y, w, h in given]


def classes(svg: str, words: str) -> str:
    """The classes of the bar of this label."""
    for each in bars(svg):
        if each.findtext(f"{SVG}text") == words:
            rects = each.findall(f"{SVG}rect")
            return rects[1].get("class", "")
    raise AssertionError(f"no bar {words!r}")


# The line of time


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "checked", [EMPTY, USUAL, awkward(), many()], ids=["empty", "usual", "awkward", "many"]
)
def test_a_timeline_is_sound_and_runs_nothing(checked: Checked, width: int) -> None:
    svg = timeline(checked, width)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox", "").split()[2] == str(width)
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= set(
        "svg title desc style g rect path text defs pattern circle".split()
    )
    assert not [
        name for each in root.iter() for name in each.attrib if name.startswith("on") or "href" in name
    ]


def test_what_has_a_time_and_is_not_denied_is_drawn_and_leads_to_its_words() -> None:
    drawn = bars(timeline(USUAL))
    expected = {(each.file, str(each.turn)) for each in CLAIMS if each.when and not each.denied}
    assert {(each.get("data-file"), each.get("data-turn")) for each in drawn} == expected
    assert len(drawn) == sum(1 for each in CLAIMS if each.when and not each.denied)
    assert all(each.get("tabindex") == "0" and each.get("role") == "button" for each in drawn)
    titles = [each.findtext(f"{SVG}title") or "" for each in drawn]
    assert any("“was in Brno” 1951-03-04.txt, line 2" in title for title in titles)
    assert any("not sure" in title for title in titles)


def test_how_a_time_is_known_shows_in_its_bar() -> None:
    svg = timeline(USUAL)
    assert classes(svg, "was in Prague") == "bar whole"
    assert classes(svg, "was in Brno") == "bar within"
    assert classes(svg, "finished the commercial academy") == "bar within rough"
    assert classes(svg, "went to Vienna by train") == "bar whole"


def test_only_open_questions_join_two_bars() -> None:
    svg = timeline(USUAL)
    assert re.findall(r'data-finding="(\w+)"', svg) == ["places", "frontier"]
    assert re.findall(r'class="link (\w+)"', svg) == ["clarify", "look", "look"]  # the last stands in the key
    corrected = replace(USUAL, findings=tuple(replace(each, tier="corrected") for each in FINDINGS))
    assert "data-finding" not in timeline(corrected)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("checked", [USUAL, awkward(), many()], ids=["usual", "awkward", "many"])
def test_no_bar_or_label_lies_on_another_or_outside(checked: Checked, width: int) -> None:
    found = boxes(timeline(checked, width))
    assert found
    assert all(left >= 0 and right <= width for left, _, right, _ in found)
    for place, (left, top, right, bottom) in enumerate(found):
        for other in found[place + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_sessions_of_one_place_share_a_label() -> None:
    assert "2 sessions, 4 Mar 1951 to 19 Mar 1951" in timeline(USUAL)
    assert timeline(USUAL).count('class="session"') == 3  # two sessions and the key


@pytest.mark.parametrize(
    "when",
    [
        Interval(date.min, date(1944, 5, 2)),
        Interval(date(1944, 5, 2), date.max, whole=True),
        Interval(date.min, date.max),
        Interval(date(1, 1, 1), date(9999, 12, 31), rough=True),
        Interval(date(1066, 10, 14), date(1066, 10, 14)),
        Interval(date(9999, 12, 31), date(9999, 12, 31)),
        Interval(date(9998, 12, 31), date(9998, 1, 1)),
    ],
)
def test_any_date_can_be_drawn(when: Interval) -> None:
    alone = Checked((), (claim("event", "something was", ONE, 1, when=when),), (), 0)
    for checked in (alone, replace(USUAL, claims=(*CLAIMS, *alone.claims))):
        assert len(boxes(timeline(checked, 390))) == sum(1 for c in checked.claims if c.when and not c.denied)


def test_years_before_1900_stand_along_the_line() -> None:
    assert ">1866<" in timeline(USUAL)


def test_a_year_of_which_he_tells_much_is_drawn_wider_and_time_runs_on() -> None:
    told = [
        claim("event", f"thing {n}", ONE, n, when=within(f"1944-{n:02}-01", f"1944-{n:02}-01"))
        for n in range(1, 13)
    ]
    early = claim("event", "was born", ONE, 13, when=within("1919-01-01", "1919-01-01"))
    late = claim("event", "left", ONE, 14, when=within("1950-12-31", "1950-12-31"))
    svg = timeline(Checked((), (early, *told, late), (), 0))
    at = [float(rects[1].get("x", "")) for each in bars(svg) if (rects := each.findall(f"{SVG}rect"))]
    assert at == sorted(at)
    assert at[12] - at[1] > 5 * (at[13] - at[12]) / 6


def test_nothing_dated_is_said() -> None:
    assert "has a date yet" in timeline(EMPTY)
    assert "has a date yet" in timeline(replace(USUAL, claims=CLAIMS[-1:]))


def test_a_place_that_is_only_named_stands_among_the_places() -> None:
    lone = claim("other", "was in Brno", ONE, 2, where="Brno", when=within("1944-03-01", "1944-05-31"))
    svg = timeline(Checked((), (lone, replace(lone, slot="travel")), (), 0))
    assert ">Places<" in svg
    assert ">Travel<" in svg
    assert ">Events<" not in svg


def test_a_files_name_is_given_back_as_it_is() -> None:
    name = 'two  spaces & "quotes" <b>.txt'
    svg = timeline(Checked((), (replace(CLAIMS[0], file=name),), (), 0))
    assert bars(svg)[0].get("data-file") == name


def test_letters_are_large_enough_and_two_pictures_do_not_mix() -> None:
    one, two = timeline(USUAL, 390), timeline(USUAL, 1200)
    assert {int(size) for size in re.findall(r"font-size:(\d+)px", one)} == {12}
    ids = [set(re.findall(r'\bid="([^"]+)"', svg)) for svg in (one, two)]
    assert not ids[0] & ids[1]
    style = re.search(r"<style>(.*?)</style>", one, re.S)
    assert style is not None
    rules = re.sub(r"@media\([^)]*\)\{(.*?\})\}", r"\1", style[1])
    assert all(rule.startswith(".life-line") for rule in re.findall(r"[^{}]+(?=\{)", rules))


def test_words_are_cut_to_fit() -> None:
    assert fitted("short", 200) == "short"
    assert wide(fitted("Хабаровск " * 50, 200)) <= 200 + 9
    assert fitted("", 10) == ""


# Names


@pytest.mark.parametrize("width", WIDTHS)
def test_people_and_sessions_with_how_often(width: int) -> None:
    svg = names_map(USUAL, PEOPLE, width)
    dots = {each.get("aria-label", ""): each for each in bars(svg)}
    assert next(iter(dots)) == "Novotny, 1951-03-04.txt: named 3 times"
    assert len(dots) == 5
    first = dots["Novotny, 1951-03-04.txt: named 3 times"]
    assert (first.get("data-turn"), first.get("data-turns")) == ("2", "2 4")
    assert "Nobody here" not in svg
    assert "<script" not in svg


def test_the_oftener_the_larger() -> None:
    svg = names_map(USUAL, {"A": [(ONE, 1)] * 9, "B": [(ONE, 1)] * 4})
    radii = [float(each) for each in re.findall(r' r="([\d.]+)"', svg)]
    assert radii == sorted(radii, reverse=True)
    assert len(set(radii)) == 2


def test_nobody_named_is_said() -> None:
    for checked, people in ((EMPTY, {}), (USUAL, {}), (EMPTY, PEOPLE)):
        assert "Nobody is named" in names_map(checked, people)


def test_many_sessions_make_the_picture_wider_and_many_people_longer() -> None:
    sessions = tuple(session(f"{number}.txt", date(1951, 1, 1 + number)) for number in range(30))
    people = {f"Person {number}": [(f"{number % 30}.txt", 1)] for number in range(200)}
    root = ElementTree.fromstring(names_map(Checked(sessions, (), (), 0), people, 390))
    _, _, width, height = map(float, root.get("viewBox", "").split())
    assert width > 30 * 30
    assert height > 200 * 30
