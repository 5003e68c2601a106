"""The form for a subject and a session, read and filled."""

from __future__ import annotations

from datetime import date

import pytest
from page_steps import PROJECT

from assistant.errors import BadContent
from assistant.questionnaires import SubjectProfile, read_kinds
from assistant.web.subject_form import (
    Filled,
    examples,
    field_of,
    filled_in,
    form_of,
    profile_in,
    read_as,
    wanted_in,
)

TODAY = date(1976, 5, 18)
KINDS = read_kinds(PROJECT / "debrief_templates" / "kinds.yaml")
INVENTED = examples(PROJECT / "debrief_templates" / "examples", TODAY)


@pytest.mark.parametrize(
    ("line", "place", "start", "end"),
    [
        ("Kharkov, 1919, 1938", "Kharkov", "1919", "1938"),
        ("Moscow, September 1938, spring 1945", "Moscow", "September 1938", "spring 1945"),
        ("Wilhelmshaven, labour camp, 1940, about 1945", "Wilhelmshaven, labour camp", "1940", "about 1945"),
        ("Riga, 1940-1944", "Riga", "1940", "1944"),
        ("Riga, 1940-05", "Riga", "1940-05", None),
        ("Riga,, 1944", "Riga", None, "1944"),
        ("Riga", "Riga", None, None),
        ("Object 12", "Object 12", None, None),
    ],
)
def test_a_line_is_a_place_with_what_is_known_of_its_time(
    line: str, place: str, start: str | None, end: str | None
) -> None:
    (stay,) = profile_in(Filled(places=line), TODAY).places
    assert stay.place == place
    assert (stay.start and stay.start.says, stay.end and stay.end.says) == (start, end)


def test_what_does_not_fit_together_is_said_and_kept() -> None:
    profile = profile_in(Filled(places="Kiev, 1945, 1940\n\nOslo, 1930, 1931"), TODAY)
    assert [stay.place for stay in profile.places] == ["Kiev", "Oslo"]
    assert "leaves before he comes" in profile.remarks[0]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (Filled(places="Kiev, 19x5, 1946"), "places"),
        (Filled(rank="x" * 500), "rank"),
        (Filled(which_papers="x" * 500), "which_papers"),
        (Filled(minutes="soon"), "minutes"),
        (Filled(sessions=""), "sessions"),
        (Filled(kind="wizard"), "kind"),
    ],
)
def test_an_error_is_said_beside_its_field(form: Filled, field: str) -> None:
    with pytest.raises(BadContent) as error:
        wanted_in(form, None, TODAY)
    assert field_of(str(error.value)) == field


@pytest.mark.parametrize(
    ("answer", "which", "means"),
    [
        ("", "", None),
        ("yes", "", True),
        ("no", "", False),
        ("no", "a notebook", False),
        ("yes", "a notebook; two keys", ("a notebook", "two keys")),
        ("", "a notebook", ("a notebook",)),
    ],
)
def test_papers_are_none_some_or_unknown(answer: str, which: str, means: object) -> None:
    assert profile_in(Filled(papers=answer, which_papers=which), TODAY).documents_brought == means


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (Filled(post="cipher clerk"), "read as: cipher clerk, with access to ciphers, communications"),
        (Filled(service="GRU"), "read as: intelligence officer"),
        (Filled(kind="pilot", post="cook"), "taken as: pilot"),
        (Filled(), "Kind not known yet: only what anybody can be asked will be planned."),
    ],
)
def test_the_form_says_what_he_is_taken_for(form: Filled, says: str) -> None:
    assert read_as(profile_in(form, TODAY), KINDS) == says


def test_there_are_three_examples_and_the_form_loses_nothing_of_them() -> None:
    assert len(INVENTED) == 3
    assert len({KINDS.of(profile) for profile in INVENTED.values()}) == 3
    for profile in INVENTED.values():
        assert profile_in(form_of(profile, KINDS, ()), TODAY) == profile
        assert profile.remarks == ()


def test_what_is_of_no_use_counts_as_empty() -> None:
    sent = {"cover_name": 7, "access": "ciphers", "agencies": ["CIA", None, 3], "post": "cook", "x": "y"}
    assert filled_in(sent) == Filled(post="cook", agencies=("CIA",))
    assert profile_in(Filled(), TODAY) == SubjectProfile()
