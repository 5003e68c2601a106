"""What is known of a subject, and what is read out of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import BadContent
from assistant.questionnaires import SUBJECTS, Kinds, SubjectProfile, profile_of, read_kinds, read_profile
from assistant.settings import PROJECT

TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return read_kinds(PROJECT / "debrief_templates" / "kinds.yaml")


def test_nothing_known_is_a_profile() -> None:
    assert read_profile("", TODAY) == SubjectProfile()
    assert read_profile("cover_name:\nplaces:\n", TODAY) == SubjectProfile()


def test_a_profile_is_written_back_as_it_was_read() -> None:
    data = {
        "cover_name": "BIRCH",
        "places": [{"place": "Ottawa", "from": "June 1943", "to": "1945-09"}],
        "languages": ["Russian", "English"],
        "family_behind": ["mother in Kiev"],
        "recalled": True,
        "documents_brought": False,
    }
    profile = profile_of(data, TODAY)
    assert profile.as_data() == data
    assert profile_of(profile.as_data(), TODAY) == profile


@pytest.mark.parametrize(
    ("profile", "kind"),
    [
        ({"post": "cipher clerk of the military attaché", "service": "GRU"}, "cipher clerk"),
        ({"post": "second secretary, consular section"}, "diplomat"),
        ({"post": "deputy resident for scientific intelligence"}, "intelligence officer"),
        ({"service": "GRU"}, "intelligence officer"),
        ({"post": "navigator in a bomber regiment"}, "pilot"),
        ({"post": "second mate of a timber carrier"}, "ship's officer"),
        ({"rank": "sergeant"}, "soldier"),
        ({"post": "senior buyer in a purchasing commission"}, "trade official"),
        ({"post": "village schoolteacher"}, "border-crosser"),
        ({"post": "village schoolteacher", "kind": "party official"}, "party official"),
        ({}, ""),
    ],
)
def test_what_he_is_is_read_from_post_service_and_rank(
    kinds: Kinds, profile: dict[str, str], kind: str
) -> None:
    assert kinds.of(profile_of(profile, TODAY)) == kind


def test_the_list_of_kinds_knows_only_kinds_that_templates_know(kinds: Kinds) -> None:
    named = {*kinds.by_post, *kinds.by_service.values(), *kinds.by_rank, *kinds.access_of_kind}
    assert named <= set(SUBJECTS)


def test_access_is_read_from_his_words_and_his_kind(kinds: Kinds) -> None:
    clerk = profile_of({"post": "cipher clerk", "access": "the registry, war plans of the staff"}, TODAY)
    assert set(kinds.access(clerk, "cipher clerk")) >= {"ciphers", "registry", "planning"}
    assert kinds.access(SubjectProfile(), "border-crosser") == ()


@pytest.mark.parametrize(
    ("places", "remark"),
    [
        ([{"place": "Ottawa", "from": 1945, "to": 1943}], "leaves before he comes"),
        ([{"place": "Ottawa", "from": 2090}], "future"),
        ([{"place": "Ottawa", "from": 1793}], "before 1850"),
        (
            [
                {"place": "Ottawa", "from": 1943, "to": 1945},
                {"place": "Moscow", "from": "1944-02-01", "to": "1944-05-01"},
            ],
            "overlap",
        ),
    ],
)
def test_dates_that_cannot_be_are_pointed_out_and_kept(places: list[dict[str, object]], remark: str) -> None:
    profile = profile_of({"places": places}, TODAY)
    assert len(profile.places) == len(places)
    assert len(profile.remarks) == 1
    assert remark in profile.remarks[0]


def test_dates_that_may_fit_together_are_not_pointed_out() -> None:
    places = [
        {"place": "Moscow", "from": 1941, "to": "1943"},
        {"place": "Ottawa", "from": "1943", "to": "1945-09"},
        {"place": "Ottawa", "from": "1944", "to": "1945"},
    ]
    assert profile_of({"places": places}, TODAY).remarks == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("just a sentence", "list of entries"),
        ("- a\n- b", "list of entries"),
        ("post: [", "not valid YAML"),
        ("psot: clerk", "unknown entry, number 1"),
        ("recalled: perhaps", "yes, no or unknown"),
        ("kind: wizard", "'kind' is not known"),
        ("places:\n- {from: 1940}", "places, entry 1"),
        ("places:\n- {place: Ottawa, from: 31 February 1950}", "places, entry 1, 'from'"),
        ("post: [a, b]", "must be text"),
        ("post: " + "x" * 500, "longer than 400"),
        ("languages: [" + "a, " * 70 + "a]", "more than 60"),
        ("a: &a [*a, *a]", "unknown entry"),
        ("x" * 300_000, "larger than"),
    ],
)
def test_a_mistake_is_one_clear_sentence(text: str, says: str) -> None:
    with pytest.raises(BadContent, match=says.replace("(", r"\(")) as caught:
        read_profile(text, TODAY)
    assert "psot" not in str(caught.value)


def test_a_profile_in_a_file_may_have_any_entry_left_out(tmp_path: Path) -> None:
    for each in sorted((PROJECT / "debrief_templates" / "examples").glob("*.yaml")):
        assert read_profile(each.read_text(encoding="utf-8"), TODAY).remarks == ()
