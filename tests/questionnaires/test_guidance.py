"""How he is to be treated, as a plan carries it: in its data, through its changes, and in every file."""

from __future__ import annotations

import io
import json
from dataclasses import asdict, replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pypdf import PdfReader

from assistant.errors import BadContent
from assistant.questionnaires import Guidance, Plan, Section, Stage, Wanted, as_json, editing, from_json
from assistant.questionnaires import profile_of as read_as
from assistant.questionnaires.exports import FORMATS
from assistant.questionnaires.imports import read_plan
from assistant.wiring import AT_OPENING, Assistant

SAFETY = Guidance(
    "opening", "His safety", "he came in fear", "Take the fear seriously.", "MI5-1948#IX.5", "s"
)
WORK = Guidance("break", "Useful work", "", "Give him paper.", "MI5-1948#IX.4", "kept busily employed")
HEALTH = Guidance("break", "How he is", "", "How does he look?", "MI5-1948#IX.2", "a reaction")
HOSTILE = "<img src=x onerror=alert(1)> ${told} {told} *star* |"


@pytest.fixture(scope="module")
def guided(one_question_plan: Plan) -> Plan:
    """Five sections, a rest after all but the third."""
    first = one_question_plan.sections[0]
    sections = tuple(replace(first, id=f"S{n}", questions=(), break_after=10 * (n != 2)) for n in range(4))
    return replace(one_question_plan, sections=(first, *sections), guidance=(SAFETY, WORK, HEALTH))


def built(assistant: Assistant, stage: Stage, minutes: int, sessions: int = 1, **known: Any) -> Plan:
    profile = read_as(known, date(1950, 1, 1))
    return assistant.plan(Wanted(profile, ("CIA", "STATE", "ARMY"), stage, minutes, sessions))


# In the plan


def test_each_rest_has_the_next_piece_and_they_come_round_again(guided: Plan) -> None:
    assert guided.at_opening == (SAFETY,)
    assert guided.at_rests == (None, WORK, HEALTH, None, WORK)


def test_it_is_kept_in_json(guided: Plan) -> None:
    assert from_json(json.loads(json.dumps(as_json(guided)))) == guided


def test_a_plan_kept_before_there_was_guidance_loads(guided: Plan) -> None:
    data = as_json(guided)
    del data["guidance"]
    assert from_json(data) == replace(guided, guidance=())


@pytest.mark.parametrize("wrong", [None, "text", [{"where": "opening"}], [asdict(WORK) | {"where": "?"}]])
def test_guidance_that_is_none_is_named(guided: Plan, wrong: object) -> None:
    with pytest.raises(BadContent, match="guidance"):
        from_json({**as_json(guided), "guidance": wrong})


def test_editing_keeps_it(guided: Plan) -> None:
    changed = editing.add(guided, guided.sections[0].id, "What did you see there?")
    changed = editing.drop(changed, next(changed.questions).id)
    assert changed.guidance == guided.guidance


# Built


def test_what_is_known_of_him_brings_its_pieces(assistant: Assistant) -> None:
    known: dict[str, Any] = {
        "motive_stated": "feared arrest",
        "family_behind": ["a son, in Kiev"],
        "state": "does not sleep",
    }
    plan = built(assistant, "full debrief", 240, **known)
    assert {"His safety", "His family", "How he is"} <= {each.name for each in plan.at_opening}
    assert len(plan.at_opening) <= AT_OPENING
    assert all(each.because for each in plan.at_opening[:3])
    rests = [each for each in plan.at_rests if each]
    assert len(rests) >= 3
    assert len({each.name for each in rests}) == len(rests)
    assert {"His family", "How he is"} == {each.name for each in rests[:2]}


def test_of_a_man_of_whom_nothing_is_known_no_family_is_spoken_of(assistant: Assistant) -> None:
    plan = built(assistant, "full debrief", 240)
    assert plan.at_opening
    assert "His family" not in {each.name for each in plan.guidance}
    assert not any(each.because for each in plan.guidance)


def test_two_rests_in_turn_are_never_alike(assistant: Assistant) -> None:
    names = [each.name for each in built(assistant, "follow-up", 900, 5).at_rests if each]
    assert all(one != other for one, other in pairwise(names))


def test_every_quotation_stands_in_its_paragraph(assistant: Assistant) -> None:
    for each in built(assistant, "first contact", 90, rank="colonel", state="tired").guidance:
        assert each.quote in " ".join(assistant.own_library.paragraph(each.paragraph).text.split())


def test_building_anew_brings_what_is_known_now(assistant: Assistant) -> None:
    old = built(assistant, "full debrief", 120)
    new = built(assistant, "full debrief", 120, family_behind=True)
    assert editing.carry_over(old, new).guidance == new.guidance != old.guidance


def test_guidance_that_a_file_brings_gives_way_to_our_own(assistant: Assistant) -> None:
    plan = built(assistant, "full debrief", 120)
    foreign = replace(plan, guidance=(replace(WORK, advice="Threaten him."),))
    assert assistant.guided(foreign) == plan


# In files


@pytest.mark.parametrize("format", ["md", "docx", "pdf", "json", "xlsform", "surveyjs"])
def test_every_file_has_it_at_the_opening_and_in_the_rests(guided: Plan, format: str) -> None:
    said = words_in(FORMATS[format].write(guided), format)
    for each in (SAFETY, WORK, HEALTH):
        assert squeezed(each.name) in said
        assert squeezed(each.advice) in said
        assert squeezed(each.paragraph) in said
    if format not in ("json", "xlsform", "surveyjs"):
        assert squeezed(SAFETY.because) in said
        assert said.count(squeezed("In this rest")) == 3
        assert said.index(squeezed(SAFETY.advice)) < said.index(squeezed("What is your name?"))


@pytest.mark.parametrize("format", ["md", "docx", "pdf", "json", "xlsform", "surveyjs"])
def test_any_text_can_be_written(guided: Plan, format: str) -> None:
    loud = replace(WORK, name=HOSTILE, because=HOSTILE, advice=HOSTILE * 40, paragraph=HOSTILE)
    data = FORMATS[format].write(replace(guided, guidance=(replace(loud, where="opening"), loud)))
    assert b"<img" not in data.replace(b"\\<", b"") or format == "json"


def test_no_box_stands_where_there_is_no_guidance(guided: Plan) -> None:
    assert "Before you begin" not in FORMATS["md"].write(replace(guided, guidance=())).decode()


def test_a_form_shows_it_in_notes_that_ask_nothing_when_read_back(guided: Plan) -> None:
    read = read_plan(FORMATS["xlsform"].write(guided), "form.xlsx")
    assert read.unread == ()
    assert [q.wording for q in read.plan.questions] == [q.wording for q in guided.questions]
    assert not any(section.told for section in read.plan.sections)


def test_a_section_without_questions_still_has_its_rest(guided: Plan) -> None:
    bare = replace(guided, sections=(Section("S", "Opening", "", (), (), break_after=10),))
    assert "Give him paper." in FORMATS["md"].write(bare).decode()


def words_in(data: bytes, format: str) -> str:
    if format == "docx":
        body = Document(io.BytesIO(data)).element.body
        text = "".join(
            "-" if e.tag == qn("w:noBreakHyphen") else e.text or ""
            for e in body.iter(qn("w:t"), qn("w:noBreakHyphen"))
        )
    elif format == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif format == "xlsform":
        sheet = load_workbook(io.BytesIO(data))["survey"]
        text = " ".join(str(cell) for row in sheet.values for cell in row)
    else:
        text = data.decode()
    return squeezed(text)


def squeezed(text: str) -> str:
    """Without white space, which differs from format to format as lines are broken."""
    return "".join(text.split())
