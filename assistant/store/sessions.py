"""The database file and its sessions: one connection a call, so that any thread may call."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from assistant.errors import StoreUnavailable
from assistant.store.tables import storable

BUSY_SECONDS = 15

_ADVICE = {
    sqlite3.SQLITE_NOTADB: "It is left as it is: put a backup in its place, or move it away.",
    sqlite3.SQLITE_CORRUPT: "It is left as it is: put a backup in its place, or move it away.",
    sqlite3.SQLITE_BUSY: "Another program is writing to it: try again in a moment.",
    sqlite3.SQLITE_READONLY: "Make the file and its folder writable.",
    sqlite3.SQLITE_CANTOPEN: "Make the file and its folder readable and writable.",
    sqlite3.SQLITE_FULL: "Free some disk space and try again.",
}


class Database:
    """A SQLite file. Every failure of SQLite leaves here as ``StoreUnavailable``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reader = _engine(path)
        self._writer = self._reader.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database throughout."""
        with self._explaining(), Session(self._reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session alone in writing: committed at the end, rolled back on any error."""
        with self._explaining(), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A bare connection alone in writing, for changes of the tables themselves."""
        with self._explaining(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._unavailable(error.orig) from error
        except sqlite3.Error as error:
            raise self._unavailable(error) from error

    def _unavailable(self, cause: BaseException | None) -> StoreUnavailable:
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        advice = _ADVICE.get(code & 0xFF, "Check the disk and the rights on the file.")
        return StoreUnavailable(f"{self.path}: the database cannot be used ({cause}). {advice}")


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=NullPool,
        hide_parameters=True,
        # Python's own transaction handling would begin too late for a read to belong to it.
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.create_function("holds", 2, _holds, deterministic=True)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _holds(text: str, folded_part: str) -> bool:
    # SQLite's LIKE folds the case of ASCII letters only.
    return folded_part in folded(text)


def folded(text: str) -> str:
    """The text without differences of case and of composed or combining accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", storable(text)).casefold())
