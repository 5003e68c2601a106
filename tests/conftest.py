"""What tests of several folders share: a language model's server that is scripted, over a real socket."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.language import ChatModel, open_chat_model
from assistant.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent


class ModelServer:
    """The scripted server at a port, and chat models that ask it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._models = 0

    def settings(
        self, text: str = "", manner: str = "plain", provider: str = "openai", **more: Any
    ) -> Settings:
        """Settings that name a model which says ``text`` in this manner (see scripted_server)."""
        self._models += 1
        name = f"scripted-{self._models}"
        self._post("/scripts", {"model": name, "text": text, "manner": manner})
        address = self.address + ("/v1" if provider == "openai" else "")
        return Settings(chat_model=f"{provider}:{name}", chat_address=address, **more)

    def model(self, text: str = "", manner: str = "plain", deadline: float = 20.0, **more: Any) -> ChatModel:
        model = open_chat_model(self.settings(text, manner, chat_deadline=deadline, **more))
        assert model is not None
        return model

    def requests(self, model: ChatModel) -> list[dict[str, Any]]:
        """What that model was asked: path, key and body of each request."""
        with urllib.request.urlopen(f"{self.address}/requests", timeout=10) as response:
            made = json.load(response)
        name = model.name.partition(":")[2]
        return [request for request in made if request["body"]["model"] == name]

    def _post(self, path: str, content: object) -> None:
        data = json.dumps(content).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=10).close()


@pytest.fixture(scope="session")
def _running_server() -> Iterator[ModelServer]:
    # Loading a provider's package counts against a model's deadline, and tests set short ones.
    import langchain.chat_models
    import langchain_ollama
    import langchain_openai  # noqa: F401

    process = subprocess.Popen(
        [sys.executable, str(PROJECT / "tests" / "scripted_server.py")], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield ModelServer(int(process.stdout.readline()))
    process.terminate()
    process.wait()
    process.stdout.close()


@pytest.fixture
def model_server(_running_server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> ModelServer:
    """A language model's server that says what a test tells it to."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    return _running_server
