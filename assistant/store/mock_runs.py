"""Runs of mock debriefs: what the trainee said; the subject's replies are played again from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.store.deleting import find
from assistant.store.records import MockRunRecord, MockRunSummary
from assistant.store.sessions import Database
from assistant.store.tables import MockRunRow

Summaries: TypeAlias = list[MockRunSummary]
Records: TypeAlias = list[MockRunRecord]


@dataclass(frozen=True)
class MockRuns:
    """One owner's runs. Every method may raise ``StoreUnavailable``.

    A run's content is kept as JSON:

    - ``scenario``, ``seed``, ``trainee``;
    - ``lines``: for each ``id``, ``line``, ``minutes`` since the one before, and ``event``, "" for none;
    - ``slipped``: an event that waits for the next line; ``notes``: the trainee's own;
    - ``began`` and ``ended``: ISO times, the latter None while the run goes on;
    - ``overrides``: by a judgement of the review the trainer's note;
    - ``measured``: at the end, what the trainer's desk shows of it.
    """

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str, content: dict[str, Any]) -> MockRunRecord:
        """Begin a run."""
        now = self.clock()
        with self.database.writing() as session:
            row = MockRunRow(
                owner_id=self.owner,
                id=self.new_id(),
                title=title,
                started=now,
                changed=now,
                content=content,
            )
            session.add(row)
            return _kept(session, row)

    def save(self, id: str, content: dict[str, Any], title: str | None = None) -> MockRunRecord:
        """Put ``content`` in the place of the former, and give the run ``title`` where there is one.

        Raises:
            NotFound: there is no such run, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, MockRunRow, self.owner, id)
            row.changed = self.clock()
            row.content = content
            if title is not None:
                row.title = title
            return _kept(session, row)

    def read(self, id: str) -> MockRunRecord:
        """The run as it is.

        Raises:
            NotFound: there is no such run, or it is deleted.
        """
        with self.database.reading() as session:
            return _record(find(session, MockRunRow, self.owner, id))

    def list(self) -> Summaries:
        """All runs, newest change first."""
        query = (
            select(MockRunRow.id, MockRunRow.title, MockRunRow.started, MockRunRow.changed)
            .where(MockRunRow.owner_id == self.owner, MockRunRow.deleted.is_(None))
            .order_by(MockRunRow.changed.desc(), MockRunRow.key.desc())
        )
        with self.database.reading() as session:
            return [MockRunSummary(*row) for row in session.execute(query)]

    def records(self) -> Records:
        """Every run with its content, the first begun first."""
        query = (
            select(MockRunRow)
            .where(MockRunRow.owner_id == self.owner, MockRunRow.deleted.is_(None))
            .order_by(MockRunRow.started, MockRunRow.key)
        )
        with self.database.reading() as session:
            return [_record(row) for row in session.scalars(query)]

    def rename(self, id: str, title: str) -> None:
        """Give the run another title; that counts as a change.

        Raises:
            NotFound: there is no such run, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, MockRunRow, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put the run away with its lines; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such run, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, MockRunRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a run that is not deleted stays as it is.

        Raises:
            NotFound: there is no such run, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, MockRunRow, self.owner, id, or_deleted=True).deleted = None


def _kept(session: Session, row: MockRunRow) -> MockRunRecord:
    session.flush()
    # What is returned is what was kept: no object of the caller's, no half of a cut character.
    session.refresh(row)
    return _record(row)


def _record(row: MockRunRow) -> MockRunRecord:
    return MockRunRecord(row.id, row.title, row.started, row.changed, row.content)
