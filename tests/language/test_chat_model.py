"""The chat model against a real server of either kind: what comes through, what never holds a user up."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from assistant.errors import BadSettings, ModelUnavailable
from assistant.language import ChatModel, Message, open_chat_model
from assistant.language.chat_model import CHARACTERS_PER_TOKEN, MOST_AT_ONCE
from assistant.settings import Settings

ASKED = [Message("system", "Be brief."), Message("user", "a private question")]


def test_no_model_in_the_settings_means_no_model() -> None:
    assert open_chat_model(Settings()) is None


@pytest.mark.parametrize("name", ["qwen3", "ollama:", ":qwen3"])
def test_a_name_without_provider_or_model_is_a_bad_setting(name: str) -> None:
    with pytest.raises(BadSettings, match="provider:model"):
        open_chat_model(Settings(chat_model=name))


@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_text_comes_in_pieces_as_it_is_written(model_server: Any, provider: str) -> None:
    model = model_server.model("The agencies debrief through questionnaires.", provider=provider)
    pieces = list(model.stream(ASKED))
    assert "".join(pieces) == "The agencies debrief through questionnaires."
    assert len(pieces) > 3


def test_an_openai_server_is_asked_with_cap_and_temperature_and_a_placeholder_key(
    model_server: Any,
) -> None:
    model = model_server.model("Yes.", chat_output_tokens=123)
    list(model.stream(ASKED))
    (request,) = model_server.requests(model)
    assert request["path"] == "/v1/chat/completions"
    assert request["key"] == "Bearer no-key"
    assert request["body"]["temperature"] == 0
    assert request["body"]["max_completion_tokens"] == 123
    assert request["body"]["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "a private question"},
    ]


def test_the_key_in_the_environment_is_the_one_sent(
    model_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-the-user")
    model = model_server.model("Yes.")
    list(model.stream(ASKED))
    assert model_server.requests(model)[0]["key"] == "Bearer of-the-user"


def test_ollama_is_asked_with_cap_and_temperature(model_server: Any) -> None:
    model = model_server.model("Yes.", provider="ollama", chat_output_tokens=123)
    list(model.stream(ASKED))
    (request,) = model_server.requests(model)
    assert request["path"] == "/api/chat"
    assert request["body"]["options"]["temperature"] == 0
    assert request["body"]["options"]["num_predict"] == 123


def test_a_server_that_says_nothing_says_nothing(model_server: Any) -> None:
    assert list(model_server.model("").stream(ASKED)) == []


@pytest.mark.parametrize(
    ("manner", "says"),
    [
        ("status 500", "HTTP 500"),
        ("status 401", "refused the key"),
        ("status 404", "does not know the model"),
        ("status 429", "HTTP 429"),
        ("malformed", "cannot be read"),
        ("breaks", "broke off"),
    ],
)
@pytest.mark.parametrize("provider", ["openai", "ollama"])
def test_a_server_that_fails_is_one_clear_sentence_that_quotes_nothing(
    model_server: Any, manner: str, says: str, provider: str
) -> None:
    model = model_server.model("what only the server knows", manner, provider=provider)
    with pytest.raises(ModelUnavailable, match=says) as failed:
        list(model.stream(ASKED))
    message = str(failed.value)
    assert "secret" not in message
    assert "private" not in message
    assert "what only" not in message
    assert len(model_server.requests(model)) == 1, "a failed request is not tried again"


def test_a_server_that_is_not_there(model_server: Any) -> None:
    settings = Settings(chat_model="openai:any", chat_address="http://127.0.0.1:9", chat_deadline=20)
    model = open_chat_model(settings)
    assert model is not None
    with pytest.raises(ModelUnavailable, match="connection to the chat model failed"):
        list(model.stream(ASKED))


@pytest.mark.parametrize("name", ["nobody:model", "anthropic:not-installed-here"])
def test_a_provider_that_cannot_be_loaded(name: str) -> None:
    model = open_chat_model(Settings(chat_model=name))
    assert model is not None
    with pytest.raises(ModelUnavailable, match="cannot be opened"):
        list(model.stream(ASKED))


@pytest.mark.parametrize("manner", ["silent", "drips", "comments"])
def test_the_deadline_is_for_the_whole_answer(model_server: Any, manner: str) -> None:
    model = model_server.model("slow " * 200, manner, deadline=0.6)
    begun = time.monotonic()
    with pytest.raises(ModelUnavailable, match=r"not finished after 0\.6 seconds"):
        list(model.stream(ASKED))
    assert time.monotonic() - begun < 2


def test_what_came_before_the_deadline_was_seen(model_server: Any) -> None:
    model = model_server.model("slow " * 200, "drips", deadline=1.0)
    seen: list[str] = []
    with pytest.raises(ModelUnavailable):
        _read(model, seen)
    assert "".join(seen).startswith("slo")


def test_a_babbler_is_cut_off_at_the_cap(model_server: Any) -> None:
    model = model_server.model("and so on ", "babbles", chat_output_tokens=50)
    seen: list[str] = []
    with pytest.raises(ModelUnavailable, match="on and on"):
        _read(model, seen)
    assert len("".join(seen)) <= 50 * CHARACTERS_PER_TOKEN


def test_cancelling_ends_the_wait_for_a_silent_server(model_server: Any) -> None:
    model = model_server.model("", "silent")
    cancelled = threading.Event()
    timer = threading.Timer(0.3, cancelled.set)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(ModelUnavailable, match="stopped"):
        list(model.stream(ASKED, cancelled))
    assert time.monotonic() - begun < 2
    timer.join()


def test_streams_given_up_free_their_place(model_server: Any) -> None:
    model = model_server.model("and so on ", "babbles", chat_output_tokens=4000)
    before = set(threading.enumerate())
    for _ in range(MOST_AT_ONCE + 2):
        stream = model.stream(ASKED)
        assert next(stream)
        stream.close()
        for thread in set(threading.enumerate()) - before:
            thread.join(timeout=5)


def test_a_server_that_lets_go_of_nothing_is_not_asked_without_end(model_server: Any) -> None:
    model = model_server.model("", "silent", deadline=1.5)
    waiting = [threading.Thread(target=_fail, args=(model,)) for _ in range(MOST_AT_ONCE)]
    for thread in waiting:
        thread.start()
    while len(model_server.requests(model)) < MOST_AT_ONCE:
        time.sleep(0.02)
    begun = time.monotonic()
    with pytest.raises(ModelUnavailable, match="busy"):
        list(model.stream(ASKED))
    assert time.monotonic() - begun < 0.5
    for thread in waiting:
        thread.join()


def test_importing_it_loads_no_provider() -> None:
    code = (
        "import sys, assistant.language, assistant.policy.worded\n"
        "heavy = {'langchain', 'langchain_core', 'langchain_openai', 'openai', 'ollama', 'torch'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _fail(model: ChatModel) -> None:
    with pytest.raises(ModelUnavailable):
        list(model.stream(ASKED))


def _read(model: ChatModel, seen: list[str]) -> None:
    for piece in model.stream(ASKED):
        seen.append(piece)


TOOLS = {"policy_question": "Answers a question.", "help": "Says what can be asked."}


def test_the_tool_that_the_model_calls_is_chosen_among_those_offered(model_server: Any) -> None:
    model = model_server.model("help", "calls")
    assert model.choose(ASKED, TOOLS, within=10) == "help"
    (request,) = model_server.requests(model)
    assert [tool["function"]["name"] for tool in request["body"]["tools"]] == list(TOOLS)


def test_a_tool_that_was_not_offered_is_no_choice(model_server: Any) -> None:
    assert model_server.model("delete_everything", "calls").choose(ASKED, TOOLS, within=10) is None


def test_a_silent_server_holds_a_choice_no_longer_than_it_may_take(model_server: Any) -> None:
    start = time.monotonic()
    with pytest.raises(ModelUnavailable):
        model_server.model("help", "silent").choose(ASKED, TOOLS, within=0.5)
    assert time.monotonic() - start < 10
