"""Runs of mock debriefs: what the trainee said; the subject's replies are played again from it."""

from __future__ import annotations

from typing import TypeAlias

from sqlalchemy import func, select

from assistant.store.contents import Contents
from assistant.store.records import ContentRecord
from assistant.store.tables import MockRunRow, Plain

Records: TypeAlias = list[ContentRecord]


class MockRuns(Contents):
    """One owner's runs. Every method may raise ``StoreUnavailable``.

    A run's content is kept as JSON:

    - ``scenario``, ``seed``, ``trainee``;
    - ``lines``: for each ``id``, ``line``, ``minutes`` since the one before, and ``event``, "" for none;
    - ``slipped``: an event that waits for the next line; ``notes``: the trainee's own;
    - ``began`` and ``ended``: ISO times, the latter None while the run goes on;
    - ``since``, ``paused`` and ``paused_by``: from when the next line's minutes count, and who stopped them;
    - ``plan`` and ``asked``: the questionnaire beside the talk, and the ids of its questions that were asked;
    - ``digest``: by which ``scenario_copies`` has the scenario; ``turns``: at the end, all of them;
    - ``overrides``: by a judgement of the review the trainer's note;
    - ``measured``: at the end, what the trainer's desk shows of it.
    """

    table = MockRunRow

    def records(self) -> Records:
        """Every run with its content but its turns, which are long, the first begun first."""
        content = func.json_remove(MockRunRow.content, "$.turns", type_=Plain)
        query = (
            select(MockRunRow.id, MockRunRow.title, MockRunRow.started, MockRunRow.changed, content)
            .where(MockRunRow.owner_id == self.owner, MockRunRow.deleted.is_(None))
            .order_by(MockRunRow.started, MockRunRow.key)
        )
        with self.database.reading() as session:
            return [ContentRecord(*row) for row in session.execute(query)]
