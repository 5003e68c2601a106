"""A sentence-transformers model that the settings name, by folder or hub name."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

BATCH = 32

M_TRIM_THRESHOLD = -1
M_ARENA_MAX = -8
TRIM_THRESHOLD = 131_072
"""Bytes, glibc's own default: naming it is what keeps glibc from raising it by itself."""


class NamedModel:
    """Texts to unit vectors. Opening one imports torch, which takes some ten seconds.

    Raises:
        OSError, ValueError, RuntimeError: there is no such model, or it cannot be reached.
    """

    def __init__(self, name: str) -> None:
        _give_memory_back()
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._model = SentenceTransformer(name, device="cpu", local_files_only=Path(name).is_dir())

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row per text."""
        with _threads(os.cpu_count() or 1 if len(texts) > BATCH else 1):
            rows = self._model.encode(
                list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(rows, dtype=np.float32)


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
