"""Plans that tests of the folder share: one of three hundred questions, an empty one, one of one question."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.questionnaires.plan import Asker, Kind, Left, Plan, Question, Section, Told

HOSTILE = '<script>alert("x")</script> ${fact_recalled} {fact_recalled} =1+1 | *star* _line_ &amp; [a](b) \\'
"""What each format would take for a command, a reference or a mark of its own."""

SIGNALS = Asker(
    "ARMY", "ARMY-2", "The units of the ground forces.", "ARMY-2.1", "Which units did you serve in?"
)
ATTACHES = Asker("CIA", "CIA-4", "Who serves in the residency.", "CIA-4.2", "In which units did you serve?")
CIA_AGAIN = Asker("CIA", "CIA-5", "His service record.", "CIA-5.1", "Please name the units you served in.")


def question(id: str, wording: str, kind: Kind = "open", minutes: float = 2.0, **more: Any) -> Question:
    return Question(id, wording, kind, minutes, more.pop("priority", 2), **more)


def _opening() -> Section:
    return Section(
        "OPENING",
        "Opening",
        "Before anything is asked of him he learns where he stands, and the officer learns whether he is "
        "well, is safe and is understood.",
        ("DCID-4/2#6.b.1", "DCID-4/2#6.b.3.c", "MI5-1948#X.4"),
        (
            question(
                "OPENING.1",
                "In which language is it easiest for you to talk?",
                minutes=0.5,
                askers=(
                    Asker("", "OPENING", "Whether he is understood.", "OPENING.1", "In which language?"),
                ),
                probes=("Which other languages do you understand well?",),
            ),
            question(
                "OPENING.2",
                "Are you willing to talk with me now?",
                "closed",
                0.5,
                priority=1,
                citations=("DCID-4/2#6.b.3.c",),
                locked=True,
            ),
            question(
                "OPENING.3",
                "Please tell me in your own words how you come to be here today.",
                "free narrative",
                4,
                probes=("What do you wish from us?",),
                how_known="Who else knows of this?",
            ),
        ),
        told=(
            Told(
                "You are free to talk with me or not to talk. You may stop at any time, and you need not "
                "give a reason.",
                ("DCID-4/2#6.b.3.c",),
            ),
            Told(
                "I cannot promise you entry to the United States, money or work. I do not decide that.",
                ("NSCID-13#11",),
            ),
        ),
        break_after=5,
    )


def _person() -> Section:
    return Section(
        "PERSON",
        "His person and his family",
        "Those who stayed behind may be in danger the hour his absence is known.",
        ("DCID-4/2#6.b.3.a", "MI5-1948#X.10", "MI5-1948#X.9"),
        (
            question(
                "CIA-1.1",
                "What is your full name as it stands in your papers?",
                minutes=1,
                askers=(Asker("CIA", "CIA-1", "Who he is.", "CIA-1.1", "What is your full name?"),),
                note="He is Dvořák-Łukasiewicz in one paper and Дворжак in another: spell it out.",
            ),
            question(
                "CIA-1.2",
                "Who of your family stayed where you came from?",
                minutes=3,
                priority=1,
                askers=(
                    Asker("CIA", "CIA-1", "Who may be in danger.", "CIA-1.2", "Who of your family stayed?"),
                    Asker("STATE", "STATE-3", "Relatives at risk.", "STATE-3.1", "Which relatives stayed?"),
                ),
                citations=("DCID-4/2#6.b.3.a",),
                probes=("Where do they live?", "Who knows that they are your relatives?"),
                how_known="When did you last hear from them?",
                ask_if=("has_family_behind",),
            ),
            question(
                "CIA-1.3",
                "Was a reason given to you for being called back?",
                "closed",
                1,
                askers=(Asker("CIA", "CIA-6", "Why he was recalled.", "CIA-6.1", "What reason was given?"),),
                probes=("What was the reason?", "Who gave it?"),
                how_known="From whom did you hear it?",
                ask_if=("recalled", "has_family_behind"),
            ),
            question(
                "OWN.1",
                "What papers did you bring with you?",
                minutes=2,
                ask_if=("brought_documents",),
                origin="own",
            ),
        ),
        told=(Told("We will not get in touch with your family without asking you first."),),
        break_after=10,
    )


def _hostile() -> Section:
    return Section(
        "HOSTILE <b>",
        HOSTILE,
        HOSTILE,
        ("NSCID-13#9.b",),
        (
            question("ODD.1", HOSTILE, probes=(HOSTILE,), how_known=HOSTILE, note=HOSTILE, origin="own"),
            question("odd 1", "=SUM(1,2)", "closed", 1, probes=("=1",), how_known="+1", origin="model"),
            question(
                "ODD.3", "Καλημέρα, Göteborg, Győr, Škoda, Чебоксары: what do you know of them?", "probe"
            ),
        ),
        told=(Told(HOSTILE, ("NSCID-13#9.b",)),),
        session=2,
    )


_MATTERS = (
    ("Ground forces", "ARMY", ("signals regiment", "tank division", "engineer battalion", "railway troops")),
    ("Ships and yards", "NAVY", ("shipyard", "submarine brigade", "mine depot", "coast battery")),
    ("Airfields", "AIR-FORCE", ("fighter regiment", "airfield", "radar company", "fuel depot")),
    ("Atomic work", "AEC", ("institute", "mine", "closed town", "separation plant")),
    ("Offices and leaders", "CIA", ("registry", "cipher room", "residency", "training school")),
)
_ASKED: tuple[tuple[Kind, str, float], ...] = (
    ("free narrative", "Please tell me everything you remember about the {}.", 6),
    ("open", "Where did the {} stand when you last saw it?", 2),
    ("open", "Who commanded the {} in your last year there?", 1.5),
    ("probe", "What do you remember of the people who worked at the {}?", 3),
    ("closed", "Did you yourself enter the {} in your last year there?", 1),
    ("control", "What was the field post number of the {}?", 1),
    ("repeat", "Thinking back to the {}, in which month did you first come there?", 1),
)


def _matter(number: int, title: str, agency: str, places: tuple[str, ...], count: int) -> Section:
    questions = []
    for place in range(count):
        kind, wording, minutes = _ASKED[place % len(_ASKED)]
        asker = Asker(agency, f"{agency}-{number}", f"{title}.", f"{agency}-{number}.{place + 1}", wording)
        questions.append(
            question(
                f"{agency}-{number}.{place + 1}",
                wording.format(f"{places[place % len(places)]} No. {number}{place:02}"),
                kind,
                minutes,
                askers=(asker,),
                citations=("DCID-4/2#2.a.1",) if place % 5 == 0 else (),
                probes=("Who told you?", "When was that?") if kind != "repeat" else (),
                how_known="What of this did you see yourself?" if kind in ("open", "free narrative") else "",
            )
        )
    return Section(
        f"KNOWLEDGE-{number}",
        title,
        "What he knows best is asked while he is fresh.",
        ("DCID-4/2#2.a.1", "MI5-1948#VII.3"),
        tuple(questions),
        session=2,
        break_after=15 if number % 2 else 0,
    )


@pytest.fixture(scope="session")
def rich_plan() -> Plan:
    """Two sessions, breaks, merged askers, skip rules, every kind, names with diacritics, hostile texts."""
    service = Section(
        "SERVICE",
        "His service",
        "What he did there tells what he can know.",
        ("MI5-1948#VII.1",),
        (
            question(
                "ARMY-2.1",
                "Which units did you serve in?",
                minutes=4,
                askers=(SIGNALS, ATTACHES, CIA_AGAIN),
                citations=("DCID-4/2#2.a.1", "NSCID-13#9.b"),
                probes=("From when until when?", "Who commanded them?"),
            ),
        ),
        session=2,
    )
    opening = [_opening(), _person(), _hostile(), service]
    left = 300 - sum(len(section.questions) for section in opening)
    each = left // len(_MATTERS)
    counts = [each + (left - each * len(_MATTERS) if number == 0 else 0) for number in range(len(_MATTERS))]
    matters = [
        _matter(number, *matter, count)
        for number, (matter, count) in enumerate(zip(_MATTERS, counts, strict=True), start=1)
    ]
    return Plan(
        title="Full debrief of a cipher clerk – Łódź, Zürich, Хабаровск",
        subject={"cover_name": "GRÜNSPECHT", "kind": "cipher clerk", "languages": ["ru", "de"], "age": 34},
        agencies=("CIA", "ARMY", "STATE", "NAVY", "AIR-FORCE", "AEC"),
        stage="full debrief",
        minutes=720,
        sessions=2,
        sections=(*opening, *matters),
        left_for_later=(
            Left(
                question(
                    "STATE-7.1",
                    "How were posts abroad filled in your ministry?",
                    askers=(
                        Asker("STATE", "STATE-7", "Appointments.", "STATE-7.1", "How were posts filled?"),
                    ),
                    priority=4,
                ),
                "KNOWLEDGE-5",
                "There is no time for it: it is background.",
            ),
        ),
        remarks=("The interpreter is known to the subject’s cousin: choose another.",),
    )


@pytest.fixture(scope="session")
def empty_plan() -> Plan:
    """A plan of which nothing has been made yet."""
    return Plan("", {}, (), "first contact", 0, 1, ())


@pytest.fixture(scope="session")
def one_question_plan() -> Plan:
    """The smallest plan that asks something."""
    asked = question("CIA-1.1", "What is your name?", minutes=1, how_known="Who gave you this name?")
    return Plan(
        "A first word",
        {"cover_name": "FALCON"},
        ("CIA",),
        "first contact",
        5,
        1,
        (Section("S", "Opening", "", (), (asked,)),),
    )


@pytest.fixture(scope="session", params=["rich", "empty", "one question"])
def plan(request: pytest.FixtureRequest, rich_plan: Plan, empty_plan: Plan, one_question_plan: Plan) -> Plan:
    """Each of the three in turn."""
    plans = {"rich": rich_plan, "empty": empty_plan, "one question": one_question_plan}
    return plans[request.param]
