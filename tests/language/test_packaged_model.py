"""The installed sentence model: what its vectors are like, not which numbers they hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import EmbedderMissing
from assistant.language import Embedder
from assistant.language.packaged_model import TOGETHER


def test_rows_are_unit_vectors_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = ["He wants asylum.", "", "Кто его допрашивает?", "word " * 3000]
    rows = embedder.encode(texts)
    assert rows.shape == (4, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert embedder.encode([]).shape == (0, 384)


def test_a_text_has_one_vector_whatever_it_is_encoded_with(embedder: Embedder) -> None:
    text = "Who may induce a defection?"
    alone = embedder.encode_question(text)
    among = embedder.encode([text, *(f"Sentence number {n}, of no concern." for n in range(TOGETHER))])[0]
    assert np.array_equal(alone, among)


def test_what_means_the_same_is_nearer_than_what_shares_words(embedder: Embedder) -> None:
    asked, same, other = embedder.encode(
        [
            "He asked for asylum.",
            "The man begged to be granted refuge.",
            "He asked for directions.",
        ]
    )
    assert asked @ same > asked @ other


def test_sentences_that_have_nothing_to_do_with_each_other_are_nowhere_near(embedder: Embedder) -> None:
    one, other = embedder.encode(["The cipher clerk burned the code books.", "Add two eggs and some butter."])
    assert abs(float(one @ other)) < 0.25


def test_loading_it_brings_in_no_torch() -> None:
    code = (
        "import sys; from assistant.language import Embedder; Embedder().encode(['a']);"
        "print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "False\n", done.stderr


def test_a_damaged_model_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{not json")
    with pytest.raises(EmbedderMissing, match="cannot be loaded"):
        Embedder(str(tmp_path)).encode(["a"])
