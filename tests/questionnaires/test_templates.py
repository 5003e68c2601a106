"""Templates: the project's own are whole and sound; a mistake is refused with its line."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import BadContent, NotFound
from assistant.knowledge import Library
from assistant.questionnaires import SUBJECTS, Templates, read_templates
from assistant.questionnaires.conditions import apply
from assistant.settings import PROJECT
from assistant.wording import check

OWN = PROJECT / "debrief_templates"


@pytest.fixture(scope="module")
def templates(library: Library) -> Templates:
    return read_templates(OWN, library)


def test_every_consumer_is_there_with_enough_to_ask(templates: Templates) -> None:
    expected = {"CIA", "STATE", "ARMY", "NAVY", "AIR-FORCE", "JOINT-STAFF", "AEC", "FBI", "PSYCH", "HOST"}
    assert {agency.id for agency in templates.agencies} == expected
    asked = {a.id: sum(len(r.questions) for r in a.requirements) for a in templates.agencies}
    assert {id: n for id, n in asked.items() if n < 25} == {}


def test_every_agency_asks_subjects_of_several_kinds(templates: Templates) -> None:
    few = {}
    for agency in templates.agencies:
        kinds = {kind for r in agency.requirements for kind in (r.subjects or SUBJECTS)}
        if len(kinds) < 5:
            few[agency.id] = kinds
    assert few == {}


def test_every_question_can_be_asked_of_somebody(templates: Templates) -> None:
    """Some kind of subject, in some stage, with all or some one thing open to him, is asked it."""
    access = (
        "ciphers registry agent_files planning communications weapons shipyard airfield laboratory "
        "production missile_site nuclear_site leadership border_guard trade_files party_files "
        "censorship prisons"
    )
    tags = tuple(tag.replace("_", " ") for tag in access.split())
    services = ("KGB", "GRU", "MVD", "MFA", "Army", "Navy", "Air Force", "Party", "Trade", "Academy", "none")
    never = []
    for agency in templates.agencies:
        for requirement in agency.requirements:
            for question in requirement.questions:
                asked = any(
                    apply(
                        question.when,
                        {
                            "kind": kind,
                            "service": service,
                            "stage": stage,
                            "access": open_to_him,
                            "places": ("New York, United States", "Washington, United States", "Berlin"),
                            "nationality": "Soviet",
                        },
                    ).holds
                    is not False
                    for kind in (requirement.subjects or SUBJECTS)
                    for service in services
                    for stage in ("full debrief", "follow-up", "first contact")
                    for open_to_him in (tags, *((tag,) for tag in tags))
                )
                if not asked:
                    never.append(question.id)
    assert never == []


def test_no_question_of_a_template_has_a_fault(templates: Templates) -> None:
    faulty = {q.id: (q.wording, kinds) for q in templates.questions if (kinds := check(q.wording).kinds)}
    assert faulty == {}


def test_no_probe_has_a_fault_but_that_it_leans_on_its_question(templates: Templates) -> None:
    """A probe follows its question at once: "How long is it?" is clear there and vague alone."""
    faulty = {}
    for question in templates.questions:
        for words in (*question.probes, question.how_known):
            if kinds := check(words).kinds - {"vague"}:
                faulty[question.id] = (words, kinds)
    assert faulty == {}


def test_a_template_asks_the_same_thing_once(templates: Templates) -> None:
    for agency in templates.agencies:
        wordings = Counter(q.wording.casefold() for r in agency.requirements for q in r.questions)
        assert [wording for wording, n in wordings.items() if n > 1] == []


def test_an_agency_is_found_by_id_or_name_and_a_slip_is_answered(templates: Templates) -> None:
    assert templates.agency("state").id == "STATE"
    assert templates.agency("Air Force").id == "AIR-FORCE"
    assert templates.agency("Department of State").id == "STATE"
    with pytest.raises(NotFound, match="Did you mean NAVY"):
        templates.agency("navi")


SOUND = """\
id: ZOO
name: The Zoo
interests: Animals.
citations: [NSCID-13#9.b]
requirements:
  - id: ZOO-1
    needs: What animals he has seen.
    priority: 2
    topic: society
    for: [soldier]
    questions:
      - id: ZOO-1.1
        wording: Which animals did you see on your journey?
        kind: open
        minutes: 2
"""


@pytest.mark.parametrize(
    ("found", "given", "line", "says"),
    [
        ("wording:", "wordng:", 13, "Did you mean 'wording'"),
        ("NSCID-13#9.b", "NSCID-13#99", 4, "no document has the paragraph NSCID-13#99"),
        ("kind: open", "kind: opne", 14, "Did you mean 'open'"),
        ("[soldier]", "[solider]", 10, "Did you mean 'soldier'"),
        ("topic: society", "topic: zoology", 9, "no topic that is known"),
        ("priority: 2", "priority: 7", 8, "from 1 to 4"),
        ("minutes: 2", "minutes: soon", 15, "must be a number"),
        ("        minutes: 2\n", "", 12, "'minutes' is missing"),
        ("minutes: 2", 'minutes: 2\n        when: kind = "x"', 16, "cannot be read"),
        ("minutes: 2", "minutes: 2\n        when: colour", 16, "not a yes-or-no fact"),
        ("for: [soldier]", "for: soldier", 10, "must be a list"),
        ("name: The Zoo", "name: The Zoo\nname: Other", 3, "twice"),
        ("interests: Animals.", "interests: [", 0, "not valid YAML"),
        (
            "Which animals did you see on your journey?",
            "If you do not talk you will not sleep tonight, do you understand?",
            13,
            "Word it otherwise",
        ),
    ],
)
def test_a_mistake_is_refused_with_its_line(
    library: Library, tmp_path: Path, found: str, given: str, line: int, says: str
) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(OWN, folder)
    assert found in SOUND
    (folder / "agencies" / "zoo.yaml").write_text(SOUND.replace(found, given), encoding="utf-8")
    with pytest.raises(BadContent, match=re.escape(says)) as caught:
        read_templates(folder, library)
    assert str(caught.value).startswith(f"zoo.yaml, line {line}:" if line else "zoo.yaml, line")


def test_a_new_agency_is_a_new_file(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(OWN, folder)
    (folder / "agencies" / "zoo.yaml").write_text(SOUND, encoding="utf-8")
    assert read_templates(folder, library).agency("zoo").requirements[0].questions[0].minutes == 2


def test_an_id_that_is_used_twice_is_refused(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(OWN, folder)
    (folder / "agencies" / "zoo.yaml").write_text(
        SOUND.replace("id: ZOO-1\n", "id: CIA-1\n"), encoding="utf-8"
    )
    with pytest.raises(BadContent, match="CIA-1 is used twice"):
        read_templates(folder, library)


def test_a_missing_section_is_told(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(OWN, folder)
    (folder / "sections" / "threats.yaml").unlink()
    with pytest.raises(BadContent, match="THREATS is missing"):
        read_templates(folder, library)
