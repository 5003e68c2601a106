"""The index of meaning on disk: built aside, swapped in, rebuilt when it is stale or damaged."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.knowledge import Index, Search, read_library
from assistant.knowledge.entries import Entry, entries
from assistant.knowledge.meaning import MANIFEST
from assistant.language import Embedder, Vectors

PROJECT = Path(__file__).resolve().parents[2]


class QuickEmbedder(Embedder):
    """Adds up a direction for each word instead of weighing meaning: thousands of entries take no time."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.array([sum(map(direction, re.findall(r"\w+", text.lower()) or [""])) for text in texts])
        self.state = "ready"
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@cache
def direction(word: str) -> Vectors:
    seed = int(hashlib.md5(word.encode()).hexdigest(), 16)
    return np.random.default_rng(seed).standard_normal(64).astype(np.float32)


class HeldEmbedder(QuickEmbedder):
    """Waits, once it is told to hold texts of a kind, until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.holds: Callable[[Sequence[str]], bool] = lambda texts: False
        self.reached = threading.Event()
        self.released = threading.Event()

    def encode(self, texts: Sequence[str]) -> Vectors:
        if self.holds(texts):
            self.reached.set()
            assert self.released.wait(30)
        return super().encode(texts)


def some(count: int, word: str = "paragraph") -> list[Entry]:
    """Entries that share words and have each a word of its own."""
    return [Entry(f"RULES#{n}", "RULES", "text", 0, f"the {word} alone{n} says so") for n in range(count)]


def finds(index: Index, entry: Entry) -> bool:
    """Whether an entry's own words bring it up first."""
    assert index.generation is not None
    [(key, similarity)] = index.generation.nearest(index.embedder.encode([entry.text])[0], 1)
    return key == entry.key and similarity == pytest.approx(1.0, abs=1e-3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def opened() -> Iterator[Callable[..., Index]]:
    """Open an index as another run of the program would; closed at the test's end."""
    every = []

    def open_index(folder: Path, embedder: Embedder | None = None) -> Index:
        index = Index(folder, embedder or QuickEmbedder())
        every.append(index)
        return index

    yield open_index
    for index in every:
        if index.generation is not None:
            with suppress(AttributeError):
                index.generation.close()


def generations(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir()]


def test_search_by_meaning_finds_what_shares_no_word(
    tmp_path: Path, embedder: Embedder, write_documents: Any, opened: Any
) -> None:
    """With the real model and real Chroma."""
    library = read_library(
        write_documents(
            {
                "RULES": "# Rules\n\n{#1} 1. Physicians examine every newcomer.\n\n"
                "{#2} 2. Lodging is arranged by the station.\n\n{#3} 3. Automobiles are kept in readiness.\n"
            }
        )
    )
    index = opened(tmp_path / "index", embedder)
    search = Search(library, index)
    assert search.find("doctor").by == "words"
    assert search.find("doctor").passages == ()
    assert search.refresh() == 3
    assert index.state.name == "ready"
    found = search.find("Does a doctor look at him?")
    assert found.by == "words and meaning"
    assert found.passages[0].paragraph.id == "RULES#1"
    assert found.passages[0].words == 0
    assert search.find("Where does he sleep?").passages[0].paragraph.id == "RULES#2"
    assert search.find("Is there a car?").passages[0].paragraph.id == "RULES#3"


def test_the_fingerprint_follows_text_and_model_alone(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "weights").write_bytes(b"1234")
    one, other = Embedder(), Embedder(str(tmp_path / "model"))
    entries = some(3)
    before = Index(folder, one).fingerprint(entries)
    assert Index(folder, one).fingerprint(entries[::-1]) == before
    assert Index(folder, one).fingerprint(entries[:2]) != before
    assert Index(folder, one).fingerprint(some(3, "sentence")) != before
    assert Index(folder, other).fingerprint(entries) != before
    was = Index(folder, other).fingerprint(entries)
    (tmp_path / "model" / "weights").write_bytes(b"12345")
    assert Index(folder, other).fingerprint(entries) != was


def test_only_what_changed_is_embedded_again(folder: Path, opened: Any) -> None:
    index = opened(folder)
    first = some(5)
    assert index.refresh(first) == 5
    assert index.refresh(first) == 0
    changed = [*first[:4], Entry("RULES#4", "RULES", "text", 0, "quite different words")]
    assert index.refresh(changed) == 1
    assert finds(index, changed[4])
    assert index.refresh([*changed, *some(7)[5:]]) == 2
    assert finds(index, some(7)[6])


def test_what_is_gone_is_not_found_any_more(folder: Path, opened: Any) -> None:
    index = opened(folder)
    every = some(5)
    index.refresh(every)
    assert index.refresh(every[:3]) == 0
    assert set(index.generation.digests) == {entry.key for entry in every[:3]}
    assert all(finds(index, entry) for entry in every[:3])
    assert not finds(index, every[4])


def test_another_run_opens_what_is_there(folder: Path, opened: Any) -> None:
    every = some(5)
    opened(folder).refresh(every)
    before = generations(folder)
    again = opened(folder)
    assert again.state.name == "waiting"
    assert again.refresh(every) == 0
    assert again.state.name == "ready"
    assert again.state.says == ""
    assert generations(folder) == before
    assert finds(again, every[2])


def test_another_model_starts_from_nothing(tmp_path: Path, folder: Path, opened: Any) -> None:
    (tmp_path / "model").mkdir()
    every = some(4)
    opened(folder).refresh(every)
    assert opened(folder, QuickEmbedder(str(tmp_path / "model"))).refresh(every) == 4


def test_old_generations_do_not_pile_up(folder: Path, opened: Any) -> None:
    index = opened(folder)
    for count in range(1, 6):
        index.refresh(some(count))
    assert len(generations(folder)) == 2
    assert finds(index, some(5)[4])


def test_what_a_crashed_builder_left_is_cleaned(folder: Path, opened: Any) -> None:
    every = some(4)
    opened(folder).refresh(every)
    [whole] = generations(folder)
    crashed = folder / f"{whole.name.split('.')[0]}.crashed"
    shutil.copytree(whole, crashed, ignore=shutil.ignore_patterns(MANIFEST))
    (crashed / f"{MANIFEST}.part").write_text("{", encoding="utf-8")
    other = folder / "elsewhere.crashed"
    other.mkdir()
    index = opened(folder)
    assert index.refresh(every) == 0
    assert generations(folder) == [whole]
    assert finds(index, every[0])


def truncate_database(generation: Path) -> None:
    path = generation / "chroma.sqlite3"
    os.truncate(path, path.stat().st_size // 2)


def empty_database(generation: Path) -> None:
    os.truncate(generation / "chroma.sqlite3", 0)


def garbage_database(generation: Path) -> None:
    (generation / "chroma.sqlite3").write_bytes(b"\x00garbage\xff" * 5000)


def delete_database(generation: Path) -> None:
    (generation / "chroma.sqlite3").unlink()


def delete_vectors(generation: Path) -> None:
    next(generation.rglob("data_level0.bin")).unlink()


def garbage_header(generation: Path) -> None:
    next(generation.rglob("header.bin")).write_bytes(b"garbage")


def garbage_names(generation: Path) -> None:
    next(generation.rglob("index_metadata.pickle")).write_bytes(b"garbage")


def garbage_manifest(generation: Path) -> None:
    (generation / MANIFEST).write_bytes(b"\xff\x00 garbage")


def empty_manifest(generation: Path) -> None:
    (generation / MANIFEST).write_text("[]", encoding="utf-8")


def manifest_of_more(generation: Path) -> None:
    path = generation / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["entries"]["RULES#9999|text|0"] = "0"
    path.write_text(json.dumps(manifest), encoding="utf-8")


DAMAGES = [
    truncate_database,
    empty_database,
    garbage_database,
    delete_database,
    delete_vectors,
    garbage_header,
    garbage_names,
    garbage_manifest,
    empty_manifest,
]

MANY = 1100
"""Entries from which Chroma keeps vectors in files of their own."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of many entries, to be copied."""
    folder = tmp_path_factory.mktemp("whole") / "index"
    index = Index(folder, QuickEmbedder())
    assert index.refresh(some(MANY)) == MANY
    assert index.generation is not None
    index.generation.close()
    return folder


@pytest.mark.parametrize("damage", [*DAMAGES, manifest_of_more])
def test_a_damaged_generation_is_built_again(
    damage: Callable[[Path], None], whole: Path, folder: Path, opened: Any
) -> None:
    shutil.copytree(whole, folder)
    [generation] = generations(folder)
    damage(generation)
    index = opened(folder)
    assert index.refresh(some(MANY)) == MANY
    assert index.state.name == "ready"
    assert all(finds(index, entry) for entry in some(MANY)[::100])
    assert generation not in generations(folder)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_generation_is_not_carried_on(
    damage: Callable[[Path], None], whole: Path, folder: Path, opened: Any
) -> None:
    """The generation that a build starts from is damaged, not the one that is wanted."""
    shutil.copytree(whole, folder)
    damage(generations(folder)[0])
    index = opened(folder)
    wanted = [*some(MANY)[:-1], Entry("RULES#new", "RULES", "text", 0, "a newcomer among them")]
    index.refresh(wanted)
    assert index.state.name == "ready"
    assert set(index.generation.digests) == {entry.key for entry in wanted}
    assert all(finds(index, entry) for entry in [*wanted[::100], wanted[-1]])


REFRESH = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_index import QuickEmbedder, finds, some
from assistant.knowledge import Index

index = Index(Path(sys.argv[1]), QuickEmbedder())
wanted = some(int(sys.argv[3]))
index.refresh(wanted)
print(all(finds(index, entry) for entry in wanted[::100]))
"""


@pytest.mark.parametrize("wanted", [MANY, MANY + 1])
def test_vectors_that_are_cut_short_are_noticed(wanted: int, whole: Path, folder: Path) -> None:
    """In a process of its own, as what Chroma makes of such a file may be the process's end."""
    shutil.copytree(whole, folder)
    vectors = next(folder.rglob("data_level0.bin"))
    os.truncate(vectors, vectors.stat().st_size // 2)
    arguments = [sys.executable, "-c", REFRESH, str(folder), str(Path(__file__).parent), str(wanted)]
    done = subprocess.run(arguments, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "True\n")


def test_without_a_model_words_answer(
    tmp_path: Path, folder: Path, write_documents: Any, opened: Any
) -> None:
    (tmp_path / "no model").mkdir()
    library = read_library(write_documents({"RULES": "# Rules\n\n{#1} 1. Doctors examine newcomers.\n"}))
    index = opened(folder, Embedder(str(tmp_path / "no model")))
    search = Search(library, index)
    assert search.refresh() == 0
    assert index.state.name == "missing"
    assert "words alone" in index.state.says
    found = search.find("newcomers")
    assert found.by == "words"
    assert [passage.paragraph.id for passage in found.passages] == ["RULES#1"]
    assert found.passages[0].similarity == 0
    assert search.similarities("newcomers", ["RULES#1|text|0"]) == {}


def test_the_generation_in_use_answers_while_another_is_built(
    folder: Path, write_documents: Any, opened: Any
) -> None:
    embedder = HeldEmbedder()
    index = opened(folder, embedder)
    texts = {"OLD": "# Old\n\n{#1} 1. Doctors examine newcomers.\n"}
    search = Search(read_library(write_documents(texts)), index)
    search.refresh()
    texts["NEW"] = "# New\n\n{#1} 1. Drivers fetch newcomers.\n"
    search.use(read_library(write_documents(texts)))
    embedder.holds = lambda given: any("Drivers" in text for text in given)
    building = threading.Thread(target=search.refresh)
    building.start()
    assert embedder.reached.wait(30)
    during = search.find("who examines newcomers")
    embedder.released.set()
    building.join(30)
    assert during.by == "words and meaning"
    assert during.passages[0].paragraph.id == "OLD#1"
    assert during.passages[0].similarity > 0
    after = search.find("who fetch newcomers")
    assert after.passages[0].paragraph.id == "NEW#1"
    assert after.passages[0].similarity > 0


def test_a_search_that_began_before_the_swap_is_answered(
    folder: Path, write_documents: Any, opened: Any
) -> None:
    """The question is still being embedded when the new generation takes the old one's place."""
    embedder = HeldEmbedder()
    search = Search(
        read_library(write_documents({"RULES": "# Rules\n\n{#1} 1. Doctors examine newcomers.\n"})),
        opened(folder, embedder),
    )
    search.refresh()
    embedder.holds = lambda given: given[0].startswith("who examines")
    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(search.find, "who examines newcomers")
        assert embedder.reached.wait(30)
        search.use(read_library(write_documents({"RULES": "# Rules\n\n{#1} 1. Doctors see newcomers.\n"})))
        search.refresh()
        embedder.released.set()
        found = asking.result(30)
    assert [passage.paragraph.id for passage in found.passages] == ["RULES#1"]


def test_progress_is_told_while_building(folder: Path, opened: Any) -> None:
    embedder = HeldEmbedder()
    index = opened(folder, embedder)
    every = some(300)
    longest = max(every, key=lambda entry: len(entry.text))
    embedder.holds = lambda given: longest.text in given
    building = threading.Thread(target=index.refresh, args=(every,))
    building.start()
    assert embedder.reached.wait(30)
    during = index.state
    embedder.released.set()
    building.join(30)
    assert during.name in ("building", "loading")
    if during.name == "building":
        assert 0 < during.done < during.total == 300
    assert "words alone" in during.says
    assert index.state.name == "ready"


CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_index import QuickEmbedder, finds, some
from assistant.knowledge import Index

index = Index(Path(sys.argv[1]), QuickEmbedder())
print("waiting", flush=True)
sys.stdin.readline()
embedded = index.refresh(some(1500))
print(embedded, all(finds(index, entry) for entry in some(1500)[::200]), flush=True)
"""


def test_two_processes_that_build_at_once_both_end_with_an_index(folder: Path, opened: Any) -> None:
    arguments = [sys.executable, "-c", CHILD, str(folder), str(Path(__file__).parent)]
    with subprocess.Popen(
        arguments, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "waiting\n"
        index = opened(folder)
        child.stdin.write("go\n")
        child.stdin.flush()
        embedded = index.refresh(some(1500))
        theirs, usable = child.stdout.readline().split()
    assert child.returncode == 0
    assert usable == "True"
    assert sorted([embedded, int(theirs)]) == [0, 1500]
    assert all(finds(index, entry) for entry in some(1500)[::200])
    assert len(generations(folder)) == 1


def test_a_builder_that_is_killed_leaves_nothing_that_harms(folder: Path, opened: Any) -> None:
    program = CHILD.replace("index.refresh(some(1500))", "index.refresh(some(20000))")
    arguments = [sys.executable, "-c", program, str(folder), str(Path(__file__).parent)]
    with subprocess.Popen(
        arguments, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        child.stdin.write("go\n")
        child.stdin.flush()
        while not list(folder.glob("*/chroma.sqlite3")):
            assert child.poll() is None
        child.kill()
    left = generations(folder)
    assert left
    index = opened(folder)
    assert index.refresh(some(4)) == 4
    assert finds(index, some(4)[3])
    assert not set(left) & set(generations(folder))


def test_entries_of_a_library_are_what_is_indexed(folder: Path, write_documents: Any, opened: Any) -> None:
    notes = {"RULES": [{"paragraph": "1", "gist": "Come early.", "questions": ["When?", "How soon?"]}]}
    library = read_library(write_documents({"RULES": "# Rules\n\n{#1} 1. Be there at six.\n"}, notes))
    index = opened(folder)
    assert Search(library, index).refresh() == len(list(entries(library))) == 4
    assert Search(library, index, lay_questions=False).refresh() == 0
    assert len(index.generation.digests) == 2
