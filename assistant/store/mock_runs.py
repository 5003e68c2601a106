"""Runs of mock debriefs: what the trainee said; the subject's replies are played again from it."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import select

from assistant.store.contents import Contents, record_of
from assistant.store.records import ContentRecord
from assistant.store.tables import MockRunRow

Records: TypeAlias = list[ContentRecord]


class MockRuns(Contents):
    """One owner's runs. Every method may raise ``StoreUnavailable``.

    A run's content is kept as JSON:

    - ``scenario``, ``seed``, ``trainee``;
    - ``lines``: for each ``id``, ``line``, ``minutes`` since the one before, and ``event``, "" for none;
    - ``slipped``: an event that waits for the next line; ``notes``: the trainee's own;
    - ``began`` and ``ended``: ISO times, the latter None while the run goes on;
    - ``overrides``: by a judgement of the review the trainer's note;
    - ``measured``: at the end, what the trainer's desk shows of it.
    """

    table = MockRunRow

    def records(self) -> Records:
        """Every run with its content, the first begun first."""
        query = (
            select(MockRunRow)
            .where(MockRunRow.owner_id == self.owner, MockRunRow.deleted.is_(None))
            .order_by(MockRunRow.started, MockRunRow.key)
        )
        with self.database.reading() as session:
            return [record_of(row) for row in session.scalars(query)]
