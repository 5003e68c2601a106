"""Scenarios as they were when a run with them began: an edited one changes no run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.dialects.sqlite import insert

from assistant.errors import NotFound
from assistant.store.sessions import Database
from assistant.store.tables import ScenarioCopyRow


@dataclass(frozen=True)
class ScenarioCopies:
    """One owner's copies, each by the digest of its content. Every method may raise ``StoreUnavailable``."""

    database: Database
    owner: str

    def keep(self, digest: str, content: dict[str, Any]) -> None:
        """Keep a copy; one that is there already stays as it is."""
        row = {"owner_id": self.owner, "digest": digest, "content": content}
        with self.database.writing() as session:
            session.execute(insert(ScenarioCopyRow).values(row).on_conflict_do_nothing())

    def read(self, digest: str) -> dict[str, Any]:
        """The copy with this digest.

        Raises:
            NotFound: there is none.
        """
        with self.database.reading() as session:
            row = session.get(ScenarioCopyRow, (self.owner, digest))
            if row is None:
                raise NotFound("The scenario of this run is not there any more.")
            return row.content
