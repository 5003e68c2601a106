"""Texts to vectors: a sentence model, loaded in the background or at first need, never at import.

Until loading is done ``state`` says so, and callers that can do without (search by words) go on.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EmbedderMissing
from assistant.language import packaged_model

log = logging.getLogger(__name__)

Vectors = NDArray[np.float32]
State = Literal["idle", "loading", "ready", "missing"]


class Model(Protocol):
    """What both kinds of models do."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text."""


class Embedder:
    """Texts to unit vectors.

    ``name`` is a folder or hub name of a sentence-transformers model; empty takes the model that is
    installed with the program.
    """

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.state: State = "idle"
        self._model: Model | None = None
        self._lock = threading.Lock()
        self._question = lru_cache(maxsize=512)(self._encode_question)

    @property
    def identity(self) -> str:
        """A short hash that changes when the vectors do: what is in the folder, by name and size."""
        folder = self._folder()
        if folder is None:
            return hashlib.sha256(self.name.encode()).hexdigest()[:12]
        digest = hashlib.sha256()
        if not self.name:
            digest.update("\n".join(packaged_model.PLAIN_SENTENCES).encode())
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(folder)} {path.stat().st_size}".encode())
        return digest.hexdigest()[:12]

    def warm(self) -> threading.Thread:
        """Start loading in the background; the thread may be joined."""
        thread = threading.Thread(target=self._warm, name="embedder", daemon=True)
        if self.state == "idle":
            self.state = "loading"
        thread.start()
        return thread

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row per text, shape (len(texts), dimensions). Blocks while loading.

        Raises:
            EmbedderMissing: the model cannot be loaded.
        """
        return self._load().encode(texts)

    def encode_question(self, text: str) -> Vectors:
        """One text to one row, remembered: a question is searched for more than once."""
        return self._question(text)

    def forget(self) -> None:
        """Forget the questions that were encoded: measurements want the whole cost every time."""
        self._question.cache_clear()

    def _encode_question(self, text: str) -> Vectors:
        row: Vectors = self.encode([text])[0]
        return row

    def _warm(self) -> None:
        try:
            self.encode(["warm"])
        except EmbedderMissing as error:
            log.warning("%s", error)

    def _load(self) -> Model:
        with self._lock:
            if self._model is None:
                self.state = "loading"
                try:
                    self._model = self._open()
                except Exception as error:  # whatever a damaged or foreign model makes its library raise
                    self.state = "missing"
                    raise EmbedderMissing(
                        f"The embedding model {self.name or packaged_model.PACKAGE} cannot be loaded "
                        f"({type(error).__name__}). Set 'embedder' to a model folder, "
                        "or go on with search by words."
                    ) from error
                self.state = "ready"
            return self._model

    def _open(self) -> Model:
        if self.name:
            from assistant.language.named_model import NamedModel

            return NamedModel(self.name)
        return packaged_model.opened()

    def _folder(self) -> Path | None:
        if self.name:
            return Path(self.name) if Path(self.name).is_dir() else None
        return packaged_model.installed()


@cache
def installed_embedder() -> Embedder:
    """The installed model, whatever the settings name for searching: for weights fitted to its vectors."""
    return Embedder()
