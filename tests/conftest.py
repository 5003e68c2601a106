"""What tests of several folders share: the project's documents with their index, small documents, the
command, and a language model's server that is scripted, over a real socket."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.knowledge import Index, Library, read_library
from assistant.knowledge.entries import entries
from assistant.language import ChatModel, Embedder, open_chat_model
from assistant.settings import Settings
from assistant.wiring import Assistant

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
    for package in ("langchain.chat_models", "langchain_openai", "langchain_ollama"):
        importlib.import_module(package)
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


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own four documents."""
    return read_library(PROJECT / "knowledge")


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The installed model, loaded once for all tests."""
    return Embedder()


@pytest.fixture(scope="session")
def index_folder(library: Library, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index over the project's documents, to be copied and never written to.

    It is kept from one run to the next, and only what changed in the meantime is embedded again.
    """
    kept = Index(Path(tempfile.gettempdir()) / "debrief-test-index", embedder)
    kept.refresh(tuple(entries(library)))
    assert kept.generation is not None, kept.state.says
    folder = tmp_path_factory.mktemp("index")
    shutil.copytree(kept.generation.folder, folder / kept.generation.folder.name)
    kept.generation.close()
    return folder


@pytest.fixture(scope="session")
def assistant(index_folder: Path, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Everything over the project's documents, index and model ready. Tests do not add documents to it."""
    data = tmp_path_factory.mktemp("data")
    shutil.copytree(index_folder, data / "index")
    opened = Assistant(Settings(data=data))
    opened.embedder = opened.index.embedder = embedder
    opened.search.refresh()
    assert opened.state.name == "ready", opened.state.says
    return opened


WriteDocuments = Callable[..., Path]


@pytest.fixture
def write_documents(tmp_path: Path) -> WriteDocuments:
    """Write a folder like ``knowledge/``: an edition's text by document id, in order of time."""

    def write(
        texts: Mapping[str, str], notes: Mapping[str, Any] | None = None, folder: str = "knowledge"
    ) -> Path:
        home = tmp_path / folder
        for year, (id, text) in enumerate(texts.items(), start=1950):
            own = home / id.lower()
            own.mkdir(parents=True, exist_ok=True)
            about = {
                "id": id,
                "title": f"Rules of {year}",
                "short_title": f"Rules {year}",
                "issuer": "The Council",
                "force": "directive",
                "date": {"from": f"{year}-01-01", "until": f"{year}-01-01"},
                "in_force": {"from": f"{year}-01-01", "until": None},
            }
            (own / "document.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
            (own / "text.md").write_text(text, encoding="utf-8")
            if notes and id in notes:
                (own / "notes.yaml").write_text(yaml.safe_dump(notes[id]), encoding="utf-8")
        return home

    return write


Debrief = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder that ``debrief`` is given."""
    return tmp_path / "data"


@pytest.fixture
def debrief(data: Path) -> Debrief:
    """Run the command in a process of its own, with a data folder of its own."""

    def run(*arguments: str, given: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DEBRIEF_")}
        environment |= {"HF_HUB_OFFLINE": "1", "DEBRIEF_DATA": str(data), **variables}
        return subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            cwd=PROJECT,
            env=environment,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
        )

    return run
