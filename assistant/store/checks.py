"""Checks of transcripts: the files as they were brought, what is known from elsewhere, what was settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.store.deleting import find
from assistant.store.records import CheckRecord, CheckSummary
from assistant.store.sessions import Database
from assistant.store.tables import CheckRow

Summaries: TypeAlias = list[CheckSummary]


@dataclass(frozen=True)
class Checks:
    """One owner's checks. Every method may raise ``StoreUnavailable``.

    What is found is not kept: the same content gives the same findings. A check's content is kept as JSON:

    - ``files``: for each ``name``, ``data`` (base64), ``date`` (ISO, or None where the file itself is to say
      it) and ``roles`` (speaker to role, only those that were chosen by hand);
    - ``case_file``: the text as typed;
    - ``settled``: by a finding's id its ``outcome`` and ``note``.
    """

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str, content: dict[str, Any]) -> CheckRecord:
        """Begin a check."""
        now = self.clock()
        with self.database.writing() as session:
            row = CheckRow(
                owner_id=self.owner,
                id=self.new_id(),
                title=title,
                started=now,
                changed=now,
                content=content,
            )
            session.add(row)
            return _kept(session, row)

    def save(self, id: str, content: dict[str, Any], title: str | None = None) -> CheckRecord:
        """Put ``content`` in the place of the former, and give the check ``title`` where there is one.

        Raises:
            NotFound: there is no such check, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, CheckRow, self.owner, id)
            row.changed = self.clock()
            row.content = content
            if title is not None:
                row.title = title
            return _kept(session, row)

    def read(self, id: str) -> CheckRecord:
        """The check as it is.

        Raises:
            NotFound: there is no such check, or it is deleted.
        """
        with self.database.reading() as session:
            return _record(find(session, CheckRow, self.owner, id))

    def list(self) -> Summaries:
        """All checks, newest change first."""
        query = (
            select(CheckRow.id, CheckRow.title, CheckRow.started, CheckRow.changed)
            .where(CheckRow.owner_id == self.owner, CheckRow.deleted.is_(None))
            .order_by(CheckRow.changed.desc(), CheckRow.key.desc())
        )
        with self.database.reading() as session:
            return [CheckSummary(*row) for row in session.execute(query)]

    def rename(self, id: str, title: str) -> None:
        """Give the check another title; that counts as a change.

        Raises:
            NotFound: there is no such check, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, CheckRow, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put the check away with its files; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such check, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, CheckRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a check that is not deleted stays as it is.

        Raises:
            NotFound: there is no such check, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, CheckRow, self.owner, id, or_deleted=True).deleted = None


def _kept(session: Session, row: CheckRow) -> CheckRecord:
    session.flush()
    # What is returned is what was kept: no object of the caller's, no half of a cut character.
    session.refresh(row)
    return _record(row)


def _record(row: CheckRow) -> CheckRecord:
    return CheckRecord(row.id, row.title, row.started, row.changed, row.content)
