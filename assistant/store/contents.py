"""Things kept under a title with their content as JSON: checks, notebooks, runs of mock debriefs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.store.deleting import find
from assistant.store.records import ContentRecord, ContentSummary
from assistant.store.sessions import Database
from assistant.store.tables import ContentRow

Summaries: TypeAlias = list[ContentSummary]


@dataclass(frozen=True)
class Contents:
    """One owner's things of one table. Every method may raise ``StoreUnavailable``."""

    table: ClassVar[type[ContentRow]]

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str, content: dict[str, Any]) -> ContentRecord:
        """Begin one."""
        now = self.clock()
        with self.database.writing() as session:
            row = self.table(
                owner_id=self.owner,
                id=self.new_id(),
                title=title,
                started=now,
                changed=now,
                content=content,
            )
            session.add(row)
            return _kept(session, row)

    def save(self, id: str, content: dict[str, Any], title: str | None = None) -> ContentRecord:
        """Put ``content`` in the place of the former, and give it ``title`` where there is one.

        Raises:
            NotFound: it is not there, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, self.table, self.owner, id)
            row.changed = self.clock()
            row.content = content
            if title is not None:
                row.title = title
            return _kept(session, row)

    def read(self, id: str) -> ContentRecord:
        """It as it is.

        Raises:
            NotFound: it is not there, or it is deleted.
        """
        with self.database.reading() as session:
            return record_of(find(session, self.table, self.owner, id))

    def list(self) -> Summaries:
        """All of them, newest change first."""
        table = self.table
        query = (
            select(table.id, table.title, table.started, table.changed)
            .where(table.owner_id == self.owner, table.deleted.is_(None))
            .order_by(table.changed.desc(), table.key.desc())
        )
        with self.database.reading() as session:
            return [ContentSummary(*row) for row in session.execute(query)]

    def rename(self, id: str, title: str) -> None:
        """Give it another title; that counts as a change.

        Raises:
            NotFound: it is not there, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, self.table, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put it away with its content; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: it is not there, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, self.table, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; what is not deleted stays as it is.

        Raises:
            NotFound: it is not there, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, self.table, self.owner, id, or_deleted=True).deleted = None


def record_of(row: ContentRow) -> ContentRecord:
    return ContentRecord(row.id, row.title, row.started, row.changed, row.content)


def _kept(session: Session, row: ContentRow) -> ContentRecord:
    session.flush()
    # What is returned is what was kept: no object of the caller's, no half of a cut character.
    session.refresh(row)
    return record_of(row)
