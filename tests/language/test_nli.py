"""A model for natural language inference, by its folder: a tiny one of random weights, saved here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.bona_fides.kept import BroughtFile, KeptCheck
from assistant.errors import BadSettings
from assistant.language import Nli, open_nli
from assistant.settings import Settings
from assistant.wiring import Assistant

LABELS = ("entailment", "neutral", "CONTRADICTION")
TALK = b"""4 March 1951
Q: When were you born?
A: I was born in 1919.
Q: When did you marry?
A: I married in May 1948.
Q: And once more, your birth?
A: I was born in 1921.
Q: And the wedding?
A: I married in June 1950.
"""
WORDS = "i was born in never there the and of he a work met him".split()


def saved(folder: Path, labels: tuple[str, ...]) -> Path:
    """A BERT with these labels and a vocabulary of a few words."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=32,
        initializer_range=1.0,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(vocab=str(folder / "vocab.txt"), model_max_length=32).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("nli") / "model", LABELS)


@pytest.fixture(scope="module")
def nli(folder: Path) -> Nli:
    opened = open_nli(Settings(nli_model=str(folder)))
    assert opened is not None
    return opened


def test_each_pair_has_the_probability_of_the_label_however_it_is_written(nli: Nli) -> None:
    pairs = [("I was born in", "he met him"), ("never there", "the work"), ("I was born in", "he met him")]
    first, second, third = nli.contradictions(pairs)
    assert first == pytest.approx(third)
    assert first != pytest.approx(second)
    assert nli.contradictions(pairs[1:2]) == pytest.approx([second])
    rows: Any = nli._model.predict([list(pair) for pair in pairs], apply_softmax=True)
    assert [first, second, third] == pytest.approx([float(row[2]) for row in rows])
    assert rows.sum(axis=1) == pytest.approx([1, 1, 1])


def test_nothing_is_asked_of_no_pairs_and_long_texts_are_cut(nli: Nli) -> None:
    assert nli.contradictions([]) == []
    (sure,) = nli.contradictions([("born " * 500, "never " * 500)])
    assert 0 <= sure <= 1


def test_without_a_setting_there_is_none() -> None:
    assert open_nli(Settings()) is None


def test_a_folder_that_is_not_there_is_named_with_its_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(BadSettings, match=r"'nli_model': .*nowhere cannot be loaded"):
        open_nli(Settings(nli_model=str(tmp_path / "nowhere")))
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadSettings, match="cannot be loaded"):
        open_nli(Settings(nli_model=str(tmp_path / "empty")))


def test_a_model_without_the_label_is_refused(tmp_path: Path) -> None:
    other = saved(tmp_path / "other", ("negative", "positive", "neither"))
    with pytest.raises(BadSettings, match="no label “contradiction”"):
        open_nli(Settings(nli_model=str(other)))


def test_checks_of_the_page_and_the_conversation_are_ordered_by_it(
    folder: Path, nli: Nli, tmp_path: Path
) -> None:
    opened = Assistant(Settings(data=tmp_path, nli_model=str(folder)))
    run = opened.checking.check(KeptCheck((BroughtFile("one.txt", TALK),)))
    run.ended.wait(120)
    assert run.checked is not None, run.wrong
    clarify = [each for each in run.checked.findings if each.tier == "clarify"]
    sure = nli.contradictions([(each.first.words, each.second.words) for each in clarify])
    assert len(sure) > 1
    assert sure == sorted(sure, reverse=True)


def test_a_check_says_that_its_model_is_not_there(tmp_path: Path) -> None:
    opened = Assistant(Settings(data=tmp_path, nli_model=str(tmp_path / "nowhere")))
    run = opened.checking.check(KeptCheck((BroughtFile("one.txt", TALK),)))
    run.ended.wait(120)
    assert "'nli_model'" in run.wrong


def test_importing_it_loads_nothing_heavy() -> None:
    heavy = "import sys, assistant.language; print({'torch', 'sentence_transformers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
