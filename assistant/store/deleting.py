"""Deletion that can be undone: a row is marked, kept for a while, then purged."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assistant.errors import NotFound
from assistant.store.tables import (
    CheckRow,
    ContentRow,
    ConversationRow,
    DocumentRow,
    MockRunRow,
    NotebookRow,
    PlanRow,
    ScenarioRow,
)

KEPT_FOR = timedelta(days=30)

Row = TypeVar("Row", ConversationRow, DocumentRow, PlanRow, ContentRow)

_NAMES: dict[type[object], str] = {
    ConversationRow: "conversation",
    DocumentRow: "document",
    PlanRow: "plan",
    CheckRow: "check",
    NotebookRow: "notebook",
    MockRunRow: "run",
    ScenarioRow: "scenario",
}


def find(session: Session, table: type[Row], owner: str, id: str, or_deleted: bool = False) -> Row:
    """The owner's row with this id.

    Raises:
        NotFound: there is none, or it is deleted and that is not asked for.
    """
    query = select(table).where(table.owner_id == owner, table.id == id)
    if not or_deleted:
        query = query.where(table.deleted.is_(None))
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound(f"This {_NAMES[table]} is not there any more: choose another in the list.")
    return row


def purge(session: Session, now: datetime) -> None:
    """Remove for good what was deleted more than ``KEPT_FOR`` ago, whoever owns it."""
    for table in (ConversationRow, DocumentRow, PlanRow, CheckRow, NotebookRow, MockRunRow, ScenarioRow):
        session.execute(delete(table).where(table.deleted < now - KEPT_FOR))
