"""A question through to its kept answer, with and without a language model."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.chat.keeping import reply_of
from assistant.language import Embedder
from assistant.settings import Settings
from assistant.web.answering import Answering, Failed, Found, Kept, Preview, title_of
from assistant.wiring import Assistant

if TYPE_CHECKING:
    from conftest import ModelServer

QUESTION = "What is a walk-in?"


@pytest.fixture
def own(index_folder: Path, embedder: Embedder, tmp_path: Path) -> Assistant:
    """An assistant with a store of its own."""
    shutil.copytree(index_folder, tmp_path / "index")
    opened = Assistant(Settings(data=tmp_path))
    opened.embedder = opened.index.embedder = embedder
    opened.search.refresh()
    return opened


def use_model(own: Assistant, server: ModelServer, text: str, manner: str = "plain") -> None:
    settings = server.settings(text, manner)
    own.store.preferences.write("chat_model", settings.chat_model)
    own.store.preferences.write("chat_address", settings.chat_address)


def test_without_a_model_the_answer_is_found_and_kept(own: Assistant) -> None:
    answering = Answering(own)
    conversation = answering.begin("", QUESTION)
    steps = list(answering.answer(conversation, None))
    assert [type(step) for step in steps] == [Found, Kept]
    kept = own.store.conversations.read(conversation.id)
    assert (kept.title, [turn.role for turn in kept.turns]) == (QUESTION, ["user", "assistant"])
    assert isinstance(steps[-1], Kept)
    assert reply_of(kept.turns[1]) == steps[-1].reply
    assert not answering.is_running(conversation.id)


def test_a_models_words_are_previews_until_they_are_checked(
    own: Assistant, model_server: ModelServer
) -> None:
    use_model(own, model_server, "The moon is made of cheese and the chairman is Mr Smith.")
    steps = list(Answering(own).answer(Answering(own).begin("", QUESTION), None))
    previews = [step.text for step in steps if isinstance(step, Preview)]
    assert previews[-1].endswith("Mr Smith.")
    last = steps[-1]
    assert isinstance(last, Kept)
    assert last.reply.answer is not None
    assert last.reply.answer.worded == ""
    assert "left out" in last.reply.answer.notice


def test_stopping_lets_the_answer_that_code_made_stand(own: Assistant, model_server: ModelServer) -> None:
    use_model(own, model_server, "A walk-in is a person. " * 40, "drips")
    answering = Answering(own)
    conversation = answering.begin("", QUESTION)
    start = time.monotonic()
    steps = []
    for step in answering.answer(conversation, None):
        steps.append(step)
        if isinstance(step, Preview):
            answering.stop(conversation.id)
    assert time.monotonic() - start < 10
    last = steps[-1]
    assert isinstance(last, Kept)
    assert last.reply.answer is not None
    assert last.reply.answer.lead
    assert "stopped" in last.reply.answer.notice


def test_an_answer_is_kept_when_nobody_listens_any_more(own: Assistant, model_server: ModelServer) -> None:
    use_model(own, model_server, "A walk-in presents himself.", "drips")
    answering = Answering(own)
    conversation = answering.begin("", QUESTION)
    steps = answering.answer(conversation, None)
    assert isinstance(next(steps), Found)
    assert answering.is_running(conversation.id)
    steps.close()  # type: ignore[attr-defined]
    ends = time.monotonic() + 20
    while answering.is_running(conversation.id) and time.monotonic() < ends:
        time.sleep(0.05)
    assert len(own.store.conversations.read(conversation.id).turns) == 2


def test_a_setting_that_cannot_be_used_is_said_in_one_sentence(own: Assistant) -> None:
    own.store.preferences.write("chat_model", "without a colon")
    last = list(Answering(own).answer(Answering(own).begin("", QUESTION), None))[-1]
    assert isinstance(last, Kept)
    assert last.reply.answer is not None
    assert last.reply.answer.lead
    assert "provider:model" in last.reply.answer.notice


def test_a_conversation_deleted_meanwhile_is_said(own: Assistant) -> None:
    answering = Answering(own)
    conversation = answering.begin("", QUESTION)
    own.store.conversations.delete(conversation.id)
    last = list(answering.answer(conversation, None))[-1]
    assert last == Failed("This conversation is not there any more: choose another in the list.")


def test_several_conversations_are_answered_side_by_side(own: Assistant) -> None:
    answering = Answering(own)
    conversations = [answering.begin("", f"{QUESTION} {n}") for n in range(4)]
    threads = [
        threading.Thread(target=lambda each=each: list(answering.answer(each, None)))
        for each in conversations
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    for each in conversations:
        turns = own.store.conversations.read(each.id).turns
        assert [turn.role for turn in turns] == ["user", "assistant"]
        assert turns[1].answer is not None
        assert turns[1].answer["answer"]["question"] == each.title


def test_a_title_is_one_short_line() -> None:
    assert title_of("  What\nis   this? ") == "What is this?"
    long = title_of("word " * 40)
    assert len(long) <= 70
    assert long.endswith("word…")
