"""The program is killed while it writes: what it said was kept must be there, and nothing half."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import assistant
from assistant.store import open_store

PARAGRAPHS = 4000
WRITER = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from assistant.store import AddedDocument, AddedParagraph, open_store

store = open_store(Path(sys.argv[1]))
id = store.conversations.start("long talk").id
print("conversation", id, flush=True)
paragraphs = tuple(
    AddedParagraph(number=str(n), label="", headings=(), text="word " * 40, page=None)
    for n in range({PARAGRAPHS})
)
for n in range(10_000):
    turn = store.conversations.add(id, "user", f"turn {{n}}", {{"n": n}})
    print("turn", turn.id, flush=True)
    store.documents.add(AddedDocument(
        f"d{{n}}", "T", "t.txt", "text/plain", None, datetime.now(UTC), b"x" * 5_000_000, paragraphs
    ))
    print("document", f"d{{n}}", flush=True)
"""


def kill_while_writing(path: Path, documents: int) -> tuple[list[list[str]], bool]:
    """Return what the writer said was kept, and whether it died in the middle of a write."""
    journal = path.with_name(path.name + "-journal")
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        env={**os.environ, "PYTHONPATH": str(Path(assistant.__file__).parent.parent)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    said = []
    for line in writer.stdout:
        said.append(line.split())
        if sum(kind == "document" for kind, _ in said) == documents and said[-1][0] == "turn":
            break
    latest = time.monotonic() + 3
    while time.monotonic() < latest and not (journal.exists() and journal.stat().st_size > 0):
        pass
    os.kill(writer.pid, signal.SIGKILL)
    said += [line.split() for line in writer.stdout.read().splitlines()]
    writer.wait()
    return said, journal.exists() and journal.stat().st_size > 0


def test_a_killed_program_loses_nothing_that_was_kept_and_keeps_nothing_half(tmp_path):
    broken_off = False
    for round in range(5):
        path = tmp_path / str(round) / "debrief.sqlite"
        said, in_the_middle = kill_while_writing(path, documents=round + 1)
        broken_off = broken_off or in_the_middle

        store = open_store(path)
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

        turns = [id for kind, id in said if kind == "turn"]
        kept = [turn.id for turn in store.conversations.read(said[0][1]).turns]
        assert kept[: len(turns)] == turns
        assert len(kept) <= len(turns) + 1

        documents = [id for kind, id in said if kind == "document"]
        listed = store.documents.list()
        assert set(documents) <= {line.id for line in listed}
        assert len(listed) <= len(documents) + 1
        assert all(line.paragraphs == PARAGRAPHS for line in listed)

        store.conversations.add(said[0][1], "user", "goes on", None)
        if broken_off and round >= 1:
            break
    assert broken_off, "no round was killed in the middle of a write: the test proved nothing"
