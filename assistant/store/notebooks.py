"""Notebooks of sessions: what was said as it was typed, and what was done about the reminders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.store.deleting import find
from assistant.store.records import NotebookRecord, NotebookSummary
from assistant.store.sessions import Database
from assistant.store.tables import NotebookRow

Summaries: TypeAlias = list[NotebookSummary]
Contents: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True)
class Notebooks:
    """One owner's notebooks. Every method may raise ``StoreUnavailable``.

    What is raised is not kept: the same lines raise the same reminders. A notebook's content is kept as JSON:

    - ``lines``: for each ``id``, ``role``, ``text`` and ``at`` (ISO time);
    - ``outcomes``: by a line's id and a cue what the handler did about the reminder;
    - ``duties``: by a duty's id the ISO time at which it was done;
    - ``began``: the ISO time of the session's beginning.
    """

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str, content: dict[str, Any]) -> NotebookRecord:
        """Begin a notebook."""
        now = self.clock()
        with self.database.writing() as session:
            row = NotebookRow(
                owner_id=self.owner,
                id=self.new_id(),
                title=title,
                started=now,
                changed=now,
                content=content,
            )
            session.add(row)
            return _kept(session, row)

    def save(self, id: str, content: dict[str, Any], title: str | None = None) -> NotebookRecord:
        """Put ``content`` in the place of the former, and give the notebook ``title`` where there is one.

        Raises:
            NotFound: there is no such notebook, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, NotebookRow, self.owner, id)
            row.changed = self.clock()
            row.content = content
            if title is not None:
                row.title = title
            return _kept(session, row)

    def read(self, id: str) -> NotebookRecord:
        """The notebook as it is.

        Raises:
            NotFound: there is no such notebook, or it is deleted.
        """
        with self.database.reading() as session:
            return _record(find(session, NotebookRow, self.owner, id))

    def list(self) -> Summaries:
        """All notebooks, newest change first."""
        query = (
            select(NotebookRow.id, NotebookRow.title, NotebookRow.started, NotebookRow.changed)
            .where(NotebookRow.owner_id == self.owner, NotebookRow.deleted.is_(None))
            .order_by(NotebookRow.changed.desc(), NotebookRow.key.desc())
        )
        with self.database.reading() as session:
            return [NotebookSummary(*row) for row in session.execute(query)]

    def contents(self) -> Contents:
        """What is in each notebook, newest change first."""
        query = (
            select(NotebookRow.content)
            .where(NotebookRow.owner_id == self.owner, NotebookRow.deleted.is_(None))
            .order_by(NotebookRow.changed.desc(), NotebookRow.key.desc())
        )
        with self.database.reading() as session:
            return [*session.scalars(query)]

    def rename(self, id: str, title: str) -> None:
        """Give the notebook another title; that counts as a change.

        Raises:
            NotFound: there is no such notebook, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, NotebookRow, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put the notebook away with its lines; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such notebook, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, NotebookRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a notebook that is not deleted stays as it is.

        Raises:
            NotFound: there is no such notebook, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, NotebookRow, self.owner, id, or_deleted=True).deleted = None


def _kept(session: Session, row: NotebookRow) -> NotebookRecord:
    session.flush()
    # What is returned is what was kept: no object of the caller's, no half of a cut character.
    session.refresh(row)
    return _record(row)


def _record(row: NotebookRow) -> NotebookRecord:
    return NotebookRecord(row.id, row.title, row.started, row.changed, row.content)
