import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import assistant
from assistant.errors import StoreUnavailable
from assistant.store import open_store

PROJECT = Path(assistant.__file__).parent.parent


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_folder_is_made_for_its_owner_alone(path):
    open_store(path)
    assert path.exists()
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_database_uses_the_rollback_journal_and_checks_references(store, path):
    store.conversations.start("x")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with store.conversations.database.reading() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() >= 5000


def test_a_database_left_with_a_write_ahead_log_goes_back_to_the_rollback_journal(store, path):
    store.preferences.write("a", 1)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    connection.close()
    assert open_store(path).preferences.read() == {"a": 1}
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_odd_characters_in_the_path_do_no_harm(tmp_path):
    path = tmp_path / "100% ?#& größe" / "debrief.sqlite"
    open_store(path).preferences.write("a", 1)
    assert open_store(path).preferences.read() == {"a": 1}


@pytest.mark.parametrize(
    "content",
    [b"This is a letter, not a database.\n" * 100, b"\x00" * 8192, b"SQLite format 3\x00" + b"?" * 5000],
    ids=["text", "zeros", "header only"],
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreUnavailable, match=r"debrief\.sqlite.*left as it is"):
        open_store(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_database_damaged_in_the_middle_is_refused_and_left_as_it_is(store, path, document):
    store.documents.add(document(paragraphs=2000))
    damaged = bytearray(path.read_bytes())
    middle = len(damaged) // 2
    damaged[middle : middle + 9000] = os.urandom(9000)
    path.write_bytes(damaged)
    with pytest.raises(StoreUnavailable, match=r"damaged|malformed"):
        open_store(path)
    assert path.read_bytes() == bytes(damaged)


def test_a_database_cut_short_is_refused_and_left_as_it_is(store, path, document):
    store.documents.add(document(paragraphs=2000))
    cut = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(cut)
    with pytest.raises(StoreUnavailable):
        open_store(path)
    assert path.read_bytes() == cut


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match=r"file.*cannot be written.*setting 'data'"):
        open_store(tmp_path / "file" / "debrief.sqlite")


AS_NOBODY = """
import os, sys
from pathlib import Path
from assistant.errors import StoreUnavailable
from assistant.store import open_store
import assistant.store.conversations, assistant.store.documents
import assistant.store.plans, assistant.store.preferences
if os.geteuid() == 0:
    os.setuid(65534)
try:
    open_store(Path(sys.argv[1]))
except StoreUnavailable as error:
    print(error)
"""


def test_a_folder_without_the_right_to_write_is_named():
    # Not below tmp_path, which is closed to the other user that tries where the tests run as root.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        tried = run(AS_NOBODY, f"{folder}/debrief.sqlite")
        assert tried.stdout.startswith(f"{folder}: the data folder cannot be written"), tried.stderr
        Path(folder).chmod(0o755)


def test_a_directory_in_the_place_of_the_file_is_refused(path):
    path.mkdir(parents=True)
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        open_store(path)


def test_a_busy_database_is_named_as_busy(path, monkeypatch):
    monkeypatch.setattr("assistant.store.sessions.BUSY_SECONDS", 0.05)
    store = open_store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreUnavailable, match=r"locked.*try again"):
            store.preferences.write("a", 1)
    finally:
        other.close()
    store.preferences.write("a", 1)


def test_no_error_quotes_what_the_user_typed(store, path):
    id = store.conversations.start("x").id
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON turns BEGIN SELECT RAISE(ABORT, 'no more'); END"
        )
    with pytest.raises(StoreUnavailable) as caught:
        store.conversations.add(id, "user", "my secret question", None)
    chain, error = "", caught.value
    while error is not None:
        chain, error = chain + str(error), error.__cause__
    assert "INSERT INTO turns" in chain
    assert "no more" in chain
    assert "secret" not in chain


def test_importing_the_store_loads_no_database_library():
    done = run(
        "import sys, assistant.store\n"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])"
    )
    assert done.stdout.strip() == "[]", done.stderr
