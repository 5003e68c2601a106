"""A sentence in the conversation becomes a plan that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chat import Message, reply
from assistant.language import Embedder
from assistant.questionnaires import from_json
from assistant.settings import Settings
from assistant.wiring import Assistant


@pytest.fixture
def fresh(tmp_path: Path, embedder: Embedder) -> Assistant:
    """An assistant with a store of its own, that may keep plans."""
    opened = Assistant(Settings(data=tmp_path))
    opened.embedder = opened.index.embedder = embedder
    return opened


@pytest.mark.parametrize(
    ("text", "agencies", "stage", "minutes", "sessions", "subject"),
    [
        (
            "a 90-minute first debrief of a Soviet cipher clerk for CIA and State",
            ("CIA", "STATE"),
            "first contact",
            90,
            1,
            {"post": "cipher clerk", "nationality": "Soviet"},
        ),
        (
            "Make a questionnaire for a Polish pilot, Air Force and Army, two hours",
            ("ARMY", "AIR-FORCE"),
            "full debrief",
            120,
            1,
            {"post": "pilot", "nationality": "Polish"},
        ),
        (
            "Plan a follow-up session of 60 minutes with a GRU officer for the Joint Staff",
            ("JOINT-STAFF",),
            "follow-up",
            60,
            1,
            {"post": "GRU officer", "service": "GRU"},
        ),
        (
            "Draft the questions for an engineer from a missile plant, AEC, in three sessions",
            ("AEC",),
            "full debrief",
            540,
            3,
            {"post": "engineer from a missile plant"},
        ),
        (
            "Prepare a session plan for a border-crosser",
            (),
            "full debrief",
            180,
            1,
            {"post": "border-crosser"},
        ),
    ],
)
def test_a_sentence_becomes_a_plan(
    fresh: Assistant,
    text: str,
    agencies: tuple[str, ...],
    stage: str,
    minutes: int,
    sessions: int,
    subject: dict[str, str],
) -> None:
    given = reply(Message(text), fresh)
    plan = from_json(fresh.store.plans.read(given.plan).content)
    assert given.route == "questionnaire"
    assert (plan.agencies, plan.stage, plan.minutes, plan.sessions) == (agencies, stage, minutes, sessions)
    assert plan.subject == subject
    assert next(plan.questions).wording in given.text


@pytest.mark.parametrize(
    "text",
    [
        "Who may put a questionnaire to a defector?",
        "How long should a first debrief last?",
        "Are questionnaires allowed?",
        "What plans did Volkov bring?",
        "Make me a sandwich",
        "Give me a checklist of everything the CIA must do",
    ],
)
def test_a_question_about_questionnaires_builds_none(fresh: Assistant, text: str) -> None:
    assert reply(Message(text), fresh).plan == ""
    assert fresh.store.plans.list() == []


def test_impossible_minutes_are_told_and_nothing_is_kept(fresh: Assistant) -> None:
    from assistant.errors import BadContent

    with pytest.raises(BadContent, match="from 10 to 3,000"):
        reply(Message("a 9000-minute first debrief of a cipher clerk for CIA"), fresh)
    assert fresh.store.plans.list() == []
