"""Plans of sessions and their versions: every change is a version, so that any can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, delete, exists, func, or_, select
from sqlalchemy.orm import Session

from assistant.errors import NotFound
from assistant.store.deleting import find
from assistant.store.records import PlanRecord, PlanSummary, PlanVersion
from assistant.store.sessions import Database, folded
from assistant.store.tables import PlanRow, PlanVersionRow

FIRST = 1
UNNAMED_KEPT = 100

Summaries: TypeAlias = list[PlanSummary]
Versions: TypeAlias = list[PlanVersion]


@dataclass(frozen=True)
class Plans:
    """One owner's plans. Every method may raise ``StoreUnavailable``.

    A plan's content is kept as JSON: its keys and values must fit that.
    """

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str, content: dict[str, Any], note: str) -> PlanRecord:
        """Begin a plan with its first version."""
        now = self.clock()
        with self.database.writing() as session:
            row = PlanRow(owner_id=self.owner, id=self.new_id(), title=title, started=now, changed=now)
            session.add(row)
            session.flush()
            version = PlanVersionRow(plan_key=row.key, number=FIRST, made=now, note=note, content=content)
            return _added(session, row, version)

    def save(self, id: str, content: dict[str, Any], note: str, title: str | None = None) -> PlanRecord:
        """Add a version, and give the plan ``title`` where there is one.

        Of the versions without a name the first and the last 100 stay; those between are dropped.

        Raises:
            NotFound: there is no such plan, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, PlanRow, self.owner, id)
            row.changed = self.clock()
            if title is not None:
                row.title = title
            version = PlanVersionRow(
                plan_key=row.key,
                number=_newest(session, row).number + 1,
                made=row.changed,
                note=note,
                content=content,
            )
            record = _added(session, row, version)
            _drop_old(session, row)
            return record

    def read(self, id: str, number: int | None = None) -> PlanRecord:
        """The plan as it was in version ``number``, or as it is now. The title is today's in any case.

        Raises:
            NotFound: there is no such plan or version, or the plan is deleted.
        """
        with self.database.reading() as session:
            row = find(session, PlanRow, self.owner, id)
            version = _newest(session, row) if number is None else _version(session, row, number)
            return _record(row, version)

    def list(self, search: str = "") -> Summaries:
        """Plans that hold the words ``search``, newest change first.

        The words are looked for as one string, whatever the case, in the title, the names of versions
        and every text of the newest version; an empty search finds all.
        """
        versions = select(func.count()).where(PlanVersionRow.plan_key == PlanRow.key).scalar_subquery()
        query = (
            select(PlanRow.id, PlanRow.title, PlanRow.started, PlanRow.changed, versions)
            .where(PlanRow.owner_id == self.owner, PlanRow.deleted.is_(None))
            .order_by(PlanRow.changed.desc(), PlanRow.key.desc())
        )
        part = folded(search.strip())
        if part:
            query = query.where(_mentions(part))
        with self.database.reading() as session:
            return [PlanSummary(*row) for row in session.execute(query)]

    def versions(self, id: str) -> Versions:
        """The plan's versions without their content, newest first.

        Raises:
            NotFound: there is no such plan, or it is deleted.
        """
        columns = (PlanVersionRow.number, PlanVersionRow.made, PlanVersionRow.note, PlanVersionRow.name)
        with self.database.reading() as session:
            row = find(session, PlanRow, self.owner, id)
            query = (
                select(*columns)
                .where(PlanVersionRow.plan_key == row.key)
                .order_by(PlanVersionRow.number.desc())
            )
            return [PlanVersion(*version) for version in session.execute(query)]

    def undo(self, id: str) -> PlanRecord:
        """Remove the newest version, named or not, and return the one before; the title stays.

        The next version that is saved takes the number of the removed one.

        Raises:
            NotFound: there is no such plan, it is deleted, or its first version is all there is.
        """
        with self.database.writing() as session:
            row = find(session, PlanRow, self.owner, id)
            newest = _newest(session, row)
            if newest.number == FIRST:
                raise NotFound("There is nothing to undo: this plan is as it was when it was started.")
            session.delete(newest)
            session.flush()
            row.changed = self.clock()
            return _record(row, _newest(session, row))

    def name_version(self, id: str, number: int, name: str) -> None:
        """Give a version a name, so that it is never dropped; a blank one takes the name away.

        Naming counts as a change of the plan.

        Raises:
            NotFound: there is no such plan or version, or the plan is deleted.
        """
        with self.database.writing() as session:
            row = find(session, PlanRow, self.owner, id)
            _version(session, row, number).name = name.strip()
            row.changed = self.clock()

    def rename(self, id: str, title: str) -> None:
        """Give the plan another title, without a new version; that counts as a change.

        Raises:
            NotFound: there is no such plan, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, PlanRow, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put the plan away with its versions; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such plan, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, PlanRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a plan that is not deleted stays as it is.

        Raises:
            NotFound: there is no such plan, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, PlanRow, self.owner, id, or_deleted=True).deleted = None


def _added(session: Session, row: PlanRow, version: PlanVersionRow) -> PlanRecord:
    session.add(version)
    session.flush()
    # What is returned is what was kept: no object of the caller's, no half of a cut character.
    session.refresh(row)
    session.refresh(version)
    return _record(row, version)


def _newest(session: Session, row: PlanRow) -> PlanVersionRow:
    query = (
        select(PlanVersionRow)
        .where(PlanVersionRow.plan_key == row.key)
        .order_by(PlanVersionRow.number.desc())
        .limit(1)
    )
    return session.scalars(query).one()


def _version(session: Session, row: PlanRow, number: int) -> PlanVersionRow:
    version = session.get(PlanVersionRow, (row.key, number))
    if version is None:
        raise NotFound("This version is not there any more: choose another in the list.")
    return version


def _drop_old(session: Session, row: PlanRow) -> None:
    unnamed = (PlanVersionRow.plan_key == row.key, PlanVersionRow.name == "")
    oldest_kept = (
        select(PlanVersionRow.number)
        .where(*unnamed)
        .order_by(PlanVersionRow.number.desc())
        .offset(UNNAMED_KEPT - 1)
        .limit(1)
        .scalar_subquery()
    )
    session.execute(
        delete(PlanVersionRow).where(
            *unnamed, PlanVersionRow.number > FIRST, PlanVersionRow.number < oldest_kept
        ),
        execution_options={"synchronize_session": False},
    )


def _mentions(part: str) -> ColumnElement[bool]:
    named = exists().where(PlanVersionRow.plan_key == PlanRow.key, func.holds(PlanVersionRow.name, part))
    newest = (
        select(PlanVersionRow.content)
        .where(PlanVersionRow.plan_key == PlanRow.key)
        .order_by(PlanVersionRow.number.desc())
        .limit(1)
        .correlate(PlanRow)
        .scalar_subquery()
    )
    value = func.json_tree(newest).table_valued("atom", "type")
    said = exists().where(value.c.type == "text", func.holds(value.c.atom, part))
    return or_(func.holds(PlanRow.title, part), named, said)


def _record(row: PlanRow, version: PlanVersionRow) -> PlanRecord:
    return PlanRecord(
        row.id, row.title, version.number, version.made, version.note, version.name, version.content
    )
