"""From what is known of a man to an ordered plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest

from assistant.errors import BadContent, NotFound
from assistant.knowledge import Library
from assistant.language import Embedder
from assistant.questionnaires import (
    Plan,
    Planner,
    SubjectProfile,
    Wanted,
    profile_of,
    read_kinds,
    read_templates,
)
from assistant.questionnaires.laying_out import NEVER_LEFT, REST_EVERY, WORTH_NO_REST
from assistant.questionnaires.planning import ORDER_OF_KINDS
from assistant.questionnaires.templates import SECTIONS
from assistant.settings import PROJECT

TODAY = date(2026, 1, 1)

CLERK = profile_of(
    {
        "cover_name": "BIRCH",
        "nationality": "Soviet",
        "service": "GRU",
        "post": "cipher clerk in the military attaché's office",
        "places": [{"place": "Ottawa", "from": "1943-06", "to": "1945-09"}],
        "documents_brought": ["telegrams"],
        "family_behind": True,
        "recalled": True,
    },
    TODAY,
)
MATE = profile_of(
    {"nationality": "Polish", "post": "second mate of a timber carrier", "service": "none"}, TODAY
)
TEACHER = profile_of({"nationality": "Bulgarian", "post": "village schoolteacher", "recalled": False}, TODAY)
NOTHING = SubjectProfile()

EVERYBODY = ("CIA", "STATE", "ARMY", "NAVY", "AIR-FORCE", "JOINT-STAFF", "AEC", "FBI", "PSYCH", "HOST")


@pytest.fixture(scope="module")
def planner(library: Library, embedder: Embedder) -> Planner:
    folder = PROJECT / "debrief_templates"
    return Planner(read_templates(folder, library), read_kinds(folder / "kinds.yaml"), embedder)


def build(
    planner: Planner,
    profile: SubjectProfile = CLERK,
    agencies: Sequence[str] = ("CIA", "STATE"),
    stage: str = "full debrief",
    minutes: int = 240,
    sessions: int = 1,
) -> Plan:
    return planner.build(Wanted(profile, tuple(agencies), stage, minutes, sessions))  # type: ignore[arg-type]


def standing(id: str) -> str:
    return re.sub(r"-\d+$", "", id)


PLANS = [
    (profile, agencies, stage, minutes, sessions)
    for profile in (CLERK, MATE, TEACHER, NOTHING)
    for agencies, stage, minutes, sessions in (
        (("CIA", "STATE"), "first contact", 60, 1),
        (("NAVY",), "preliminary assessment", 90, 1),
        (EVERYBODY, "full debrief", 240, 2),
        (EVERYBODY, "full debrief", 900, 6),
        ((), "follow-up", 90, 1),
    )
]


@pytest.mark.parametrize(("profile", "agencies", "stage", "minutes", "sessions"), PLANS)
def test_the_order_is_the_directives(
    planner: Planner,
    profile: SubjectProfile,
    agencies: Sequence[str],
    stage: str,
    minutes: int,
    sessions: int,
) -> None:
    """STATE-90262#1.B, DCID-4/2#6.b.3.a to c: safety and what he must be told, threats, bona fides first."""
    plan = build(planner, profile, agencies, stage, minutes, sessions)
    first = list(dict.fromkeys(standing(section.id) for section in plan.sections))
    assert [id for id in first if id in SECTIONS[:4]] == [id for id in SECTIONS[:4] if id in first]
    assert first[:2] == ["OPENING", "THREATS"]
    assert standing(plan.sections[-1].id) == "CLOSING"
    assert all(section.citations for section in plan.sections)
    assert [section.session for section in plan.sections] == sorted(s.session for s in plan.sections)


@pytest.mark.parametrize(("profile", "agencies", "stage", "minutes", "sessions"), PLANS)
def test_nothing_is_asked_twice_and_nothing_is_lost(
    planner: Planner,
    profile: SubjectProfile,
    agencies: Sequence[str],
    stage: str,
    minutes: int,
    sessions: int,
) -> None:
    plan = build(planner, profile, agencies, stage, minutes, sessions)
    ids = [question.id for question in plan.questions]
    assert len(ids) == len(set(ids))
    for day in range(1, sessions + 1):
        said = [q.wording for s in plan.sections if s.session == day for q in s.questions]
        assert len(said) == len(set(said))
    left = {each.question.id for each in plan.left_for_later}
    assert not left & set(ids)


@pytest.mark.parametrize(("profile", "agencies", "stage", "minutes", "sessions"), PLANS)
def test_time_runs_out_from_the_bottom(
    planner: Planner,
    profile: SubjectProfile,
    agencies: Sequence[str],
    stage: str,
    minutes: int,
    sessions: int,
) -> None:
    plan = build(planner, profile, agencies, stage, minutes, sessions)
    whole = build(planner, profile, agencies, stage, 2400, 10)
    for id in NEVER_LEFT:
        wanted = {q.id for s in whole.sections if s.id == id for q in s.questions}
        assert wanted == {q.id for s in plan.sections if s.id == id for q in s.questions}
    if plan.used > plan.minutes:
        assert any("never shortened" in remark for remark in plan.remarks)
        assert not {standing(s.id) for s in plan.sections if s.questions} - set(SECTIONS)
    asked = [q.priority for q in plan.questions if q.askers]
    left = [each.question.priority for each in plan.left_for_later if each.question.askers]
    assert not asked or not left or max(asked) <= min(left)


def test_every_session_opens_closes_and_rests(planner: Planner) -> None:
    plan = build(planner, agencies=EVERYBODY, minutes=600, sessions=5)
    for day in range(1, 6):
        sections = [section for section in plan.sections if section.session == day]
        assert standing(sections[0].id) == "OPENING"
        assert standing(sections[-1].id) == "CLOSING"
        assert sum(s.minutes + s.break_after for s in sections) <= 120 + 10
        assert sections[-1].break_after == 0
        since = 0.0
        for section in sections:
            since += section.minutes
            assert since <= REST_EVERY + WORTH_NO_REST
            since = 0.0 if section.break_after else since


def test_within_a_topic_his_own_account_comes_first(planner: Planner) -> None:
    plan = build(planner, agencies=("CIA",), minutes=900, sessions=6)
    for section in plan.sections:
        if standing(section.id) in SECTIONS or "continued" in section.title:
            continue
        for priority in {q.priority for q in section.questions}:
            kinds = [q.kind for q in section.questions if q.priority == priority]
            places = [1 if kind == "probe" else ORDER_OF_KINDS.index(kind) for kind in kinds]
            assert places == sorted(places), (section.title, kinds)


@pytest.mark.parametrize(
    ("profile", "never"),
    [
        (CLERK, r"\byour ship\b|\bvillage\b|\baircraft did you fly\b"),
        (MATE, r"\bcipher machine|\bagent(s)? you\b|\byour residency\b|\byour laboratory\b"),
        (
            TEACHER,
            r"\bcipher|\byour (ship|residency|laboratory|regiment)\b|\bembassy where\b",
        ),
    ],
)
def test_he_is_asked_nothing_that_makes_no_sense_for_him(
    planner: Planner, profile: SubjectProfile, never: str
) -> None:
    plan = build(planner, profile, EVERYBODY, minutes=2400, sessions=10)
    asked = [q.wording for q in plan.questions]
    assert len(asked) > 40
    assert [wording for wording in asked if re.search(never, wording, re.IGNORECASE)] == []


def test_what_several_agencies_ask_is_asked_once_and_names_them(planner: Planner) -> None:
    plan = build(planner, agencies=EVERYBODY, minutes=2400, sessions=10)
    joined = [q for q in plan.questions if len(q.agencies) > 1]
    assert joined
    for question in joined:
        assert question.wording == question.askers[0].wording
        assert len({asker.question for asker in question.askers}) == len(question.askers)


def test_what_is_not_known_is_asked_on_condition(planner: Planner) -> None:
    plan = build(planner, TEACHER, ("CIA", "STATE", "PSYCH"), minutes=2400, sessions=10)
    assert "has_family_behind" in plan.to_settle
    known = build(
        planner,
        profile_of(TEACHER.as_data() | {"family_behind": False, "documents_brought": False}, TODAY),
        ("CIA", "STATE", "PSYCH"),
        minutes=2400,
        sessions=10,
    )
    assert known.to_settle == ()
    on_condition = {q.id for q in plan.questions if "has_family_behind" in q.ask_if}
    assert on_condition
    assert not on_condition & {q.id for q in known.questions}


def test_a_man_of_whom_nothing_is_known_gets_a_sound_plan(planner: Planner) -> None:
    plan = build(planner, NOTHING, EVERYBODY, "first contact", 60)
    assert any("His kind is not known" in remark for remark in plan.remarks)
    assert [s.id for s in plan.sections][:3] == list(SECTIONS[:3])
    assert plan.used <= 60 or any("never shortened" in remark for remark in plan.remarks)


def test_the_same_wish_gives_the_same_plan(planner: Planner) -> None:
    assert build(planner, agencies=EVERYBODY) == build(planner, agencies=EVERYBODY)


def test_what_does_not_fit_together_in_the_profile_is_among_the_remarks(planner: Planner) -> None:
    profile = profile_of({"post": "clerk", "places": [{"place": "Rome", "from": 1950, "to": 1948}]}, TODAY)
    assert any("leaves before he comes" in remark for remark in build(planner, profile).remarks)


@pytest.mark.parametrize(
    ("minutes", "sessions", "says"),
    [
        (0, 1, "from 10 to 3,000"),
        (-5, 1, "from 10 to 3,000"),
        (10_000, 50, "from 10 to 3,000"),
        (600, 1, "Take 3 sessions or more"),
        (60, 0, "from 1 to 20 sessions"),
        (30, 10, "Take fewer sessions"),
    ],
)
def test_impossible_times_are_one_clear_sentence(
    planner: Planner, minutes: int, sessions: int, says: str
) -> None:
    with pytest.raises(BadContent, match=says):
        build(planner, minutes=minutes, sessions=sessions)


def test_an_unknown_agency_is_told_with_those_there_are(planner: Planner) -> None:
    with pytest.raises(NotFound, match="Did you mean CIA"):
        build(planner, agencies=("CIAA",))
