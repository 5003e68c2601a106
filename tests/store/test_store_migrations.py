import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from setuptools import find_packages
from sqlalchemy import create_engine

from assistant.errors import StoreUnavailable
from assistant.store import open_store
from assistant.store.opening import MIGRATIONS
from assistant.store.tables import Base


def migrate(path: Path, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with create_engine(f"sqlite:///{path}").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def test_an_empty_file_becomes_a_database(path):
    path.parent.mkdir()
    path.touch()
    open_store(path).preferences.write("a", 1)
    assert open_store(path).preferences.read() == {"a": 1}


def test_the_tables_are_what_the_migrations_make(store, path):
    with create_engine(f"sqlite:///{path}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_first_revision_is_brought_up_to_date_with_its_rows(tmp_path, document):
    path = tmp_path / "debrief.sqlite"
    migrate(path, "0001")
    assert "documents" not in tables(path)
    with sqlite3.connect(path) as old:
        moment = "1976-05-18 10:00:00.000000"
        old.execute("INSERT INTO owners VALUES ('local', ?)", (moment,))
        old.execute(
            "INSERT INTO conversations VALUES (7, 'local', 'c', 'Old title', ?, ?, NULL)",
            (moment, moment),
        )
        old.execute("INSERT INTO turns VALUES (7, 0, 't', 'user', 'Old words', '{\"a\": [1]}', ?)", (moment,))
        old.execute("INSERT INTO preferences VALUES ('local', 'day', '\"1950\"')")

    store = open_store(path)

    (turn,) = store.conversations.read("c").turns
    assert (turn.text, turn.answer) == ("Old words", {"a": [1]})
    assert turn.at.isoformat() == "1976-05-18T10:00:00+00:00"
    assert store.preferences.read() == {"day": "1950"}
    store.documents.add(document())
    assert store.documents.read("house-rules") == document()
    started = store.plans.start("New plan", {"minutes": 90}, "started")
    assert store.plans.read(started.id) == started
    checked = store.checks.start("New check", {"files": []})
    assert store.checks.read(checked.id) == checked
    noted = store.notebooks.start("New notebook", {"lines": []})
    assert store.notebooks.read(noted.id) == noted
    played = store.mock_runs.start("New run", {"lines": []})
    assert store.mock_runs.read(played.id) == played
    written = store.scenarios.start("New scenario", {"draft": {}})
    assert store.scenarios.read(written.id) == written


@pytest.mark.parametrize(
    ("older", "revision"),
    [
        ("base", "0001"),
        ("0001", "0002"),
        ("0002", "0003"),
        ("0003", "0004"),
        ("0004", "0005"),
        ("0005", "0006"),
        ("0006", "0007"),
    ],
)
def test_a_migration_that_breaks_off_leaves_the_older_tables(tmp_path, monkeypatch, older, revision):
    path = tmp_path / "debrief.sqlite"
    migrate(path, older)
    before = tables(path)
    module = ScriptDirectory(str(MIGRATIONS)).get_revision(revision).module
    source = Path(module.__file__).read_text()
    copied = tmp_path / "100% migrations"
    (copied / "versions").mkdir(parents=True)
    for file in MIGRATIONS.rglob("*.py"):
        (copied / file.relative_to(MIGRATIONS)).write_text(file.read_text())
    broken = copied / "versions" / Path(module.__file__).name
    broken.write_text(
        source.replace("\n\n\ndef downgrade", "\n    op.execute('SELECT * FROM nowhere')\n\n\ndef downgrade")
    )
    monkeypatch.setattr("assistant.store.opening.MIGRATIONS", copied)
    with pytest.raises(StoreUnavailable, match="nowhere"):
        open_store(path)
    assert tables(path) - {"alembic_version"} == before - {"alembic_version"}
    monkeypatch.undo()
    assert open_store(path).conversations.list() == []


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(store, path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match=r"newer version.*Update"):
        open_store(path)
    assert path.read_bytes() == before


def test_the_migrations_are_part_of_the_installed_package():
    found = find_packages(str(MIGRATIONS.parents[2]), include=["assistant*"])
    assert "assistant.store.migrations" in found
    assert "assistant.store.migrations.versions" in found
