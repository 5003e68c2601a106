"""Open the database: make it or bring it up to date, and clear what was deleted long ago."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from assistant.errors import StoreUnavailable

if TYPE_CHECKING:
    from assistant.store.checks import Checks
    from assistant.store.conversations import Conversations
    from assistant.store.documents import Documents
    from assistant.store.mock_runs import MockRuns
    from assistant.store.notebooks import Notebooks
    from assistant.store.plans import Plans
    from assistant.store.preferences import Preferences
    from assistant.store.scenario_copies import ScenarioCopies
    from assistant.store.scenarios import Scenarios
    from assistant.store.sessions import Database

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


@dataclass(frozen=True)
class Store:
    """All that is kept for one owner. Any thread may call any method."""

    conversations: Conversations
    preferences: Preferences
    documents: Documents
    plans: Plans
    checks: Checks
    notebooks: Notebooks
    mock_runs: MockRuns
    scenario_copies: ScenarioCopies
    scenarios: Scenarios


def _utc() -> datetime:
    return datetime.now(UTC)


def _random_id() -> str:
    return uuid4().hex


def open_store(
    path: Path,
    clock: Callable[[], datetime] = _utc,
    new_id: Callable[[], str] = _random_id,
    owner: str = "local",
) -> Store:
    """Open the SQLite file ``path``, making it and its folder where there are none.

    ``clock`` gives times with their zone. A file that is damaged, or no database at all, is left
    as it is. Documents, conversations, plans, checks, notebooks, mock debriefs and own
    scenarios deleted more than 30 days ago are removed for good.

    Raises:
        StoreUnavailable: the folder cannot be written, the file is damaged, is no database, or
            was written by a newer version of the program.
    """
    from assistant.store.checks import Checks
    from assistant.store.conversations import Conversations
    from assistant.store.deleting import purge
    from assistant.store.documents import Documents
    from assistant.store.mock_runs import MockRuns
    from assistant.store.notebooks import Notebooks
    from assistant.store.plans import Plans
    from assistant.store.preferences import Preferences
    from assistant.store.scenario_copies import ScenarioCopies
    from assistant.store.scenarios import Scenarios
    from assistant.store.sessions import Database
    from assistant.store.tables import OwnerRow

    _make_folder(path.parent)
    database = Database(path)
    _refuse_damage(database)
    _migrate(database)
    with database.writing() as session:
        if session.get(OwnerRow, owner) is None:
            session.add(OwnerRow(id=owner, since=clock()))
        purge(session, clock())
    return Store(
        Conversations(database, owner, clock, new_id),
        Preferences(database, owner),
        Documents(database, owner, clock),
        Plans(database, owner, clock, new_id),
        Checks(database, owner, clock, new_id),
        Notebooks(database, owner, clock, new_id),
        MockRuns(database, owner, clock, new_id),
        ScenarioCopies(database, owner),
        Scenarios(database, owner, clock, new_id),
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError("no right to write in it")
    except OSError as error:
        raise StoreUnavailable(
            f"{folder}: the data folder cannot be written ({error.strerror or error}). "
            "Mend its rights, or choose another with the setting 'data'."
        ) from None


def _refuse_damage(database: Database) -> None:
    from sqlalchemy import text

    with database.reading() as session:
        fault = session.scalars(text("PRAGMA quick_check(1)")).one()
    if fault != "ok":
        raise StoreUnavailable(
            f"{database.path}: the database is damaged ({fault}). "
            "It is left as it is: put a backup in its place, or move it away."
        )


def _migrate(database: Database) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.migrating() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreUnavailable(
                f"{database.path}: written by a newer version of this program ({error}). "
                "Update the program, or choose another folder with the setting 'data'."
            ) from None
