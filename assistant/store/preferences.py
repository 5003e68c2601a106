"""What the user chose and wants to find again: a value a key."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select

from assistant.store.records import Json
from assistant.store.sessions import Database
from assistant.store.tables import PreferenceRow


@dataclass(frozen=True)
class Preferences:
    """One owner's preferences. Every method may raise ``StoreUnavailable``."""

    database: Database
    owner: str

    def read(self) -> dict[str, Json]:
        """All that is written, by key."""
        query = select(PreferenceRow).where(PreferenceRow.owner_id == self.owner)
        with self.database.reading() as session:
            return {row.key: row.value for row in session.scalars(query)}

    def write(self, key: str, value: Json) -> None:
        """Keep ``value`` under ``key`` in place of what was there."""
        with self.database.writing() as session:
            session.merge(PreferenceRow(owner_id=self.owner, key=key, value=value))

    def forget(self, key: str) -> None:
        """Drop what is kept under ``key``, if anything is."""
        with self.database.writing() as session:
            session.execute(
                delete(PreferenceRow).where(PreferenceRow.owner_id == self.owner, PreferenceRow.key == key)
            )
