"""Notebooks of sessions: what was said as it was typed, and what was done about the reminders."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import select

from assistant.store.contents import Contents
from assistant.store.tables import NotebookRow

EveryContent: TypeAlias = list[dict[str, Any]]


class Notebooks(Contents):
    """One owner's notebooks. Every method may raise ``StoreUnavailable``.

    What is raised is not kept: the same lines raise the same reminders. A notebook's content is kept as JSON:

    - ``lines``: for each ``id``, ``role``, ``text`` and ``at`` (ISO time);
    - ``outcomes``: by a line's id and a cue what the handler did about the reminder;
    - ``duties``: by a duty's id the ISO time at which it was done;
    - ``began``: the ISO time of the session's beginning.
    """

    table = NotebookRow

    def contents(self) -> EveryContent:
        """What is in each notebook, newest change first."""
        query = (
            select(NotebookRow.content)
            .where(NotebookRow.owner_id == self.owner, NotebookRow.deleted.is_(None))
            .order_by(NotebookRow.changed.desc(), NotebookRow.key.desc())
        )
        with self.database.reading() as session:
            return [*session.scalars(query)]
