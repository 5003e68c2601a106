"""Conversations and their turns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, cast

from sqlalchemy import ColumnElement, Select, delete, exists, func, or_, select

from assistant.store.deleting import find
from assistant.store.records import Conversation, ConversationSummary, Role, Turn
from assistant.store.sessions import Database, folded
from assistant.store.tables import ConversationRow, TurnRow

Summaries: TypeAlias = list[ConversationSummary]


@dataclass(frozen=True)
class Conversations:
    """One owner's conversations. Every method may raise ``StoreUnavailable``."""

    database: Database
    owner: str
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def start(self, title: str) -> Conversation:
        """Begin a conversation without turns."""
        now = self.clock()
        with self.database.writing() as session:
            row = ConversationRow(
                owner_id=self.owner, id=self.new_id(), title=title, started=now, changed=now
            )
            session.add(row)
            session.flush()
            session.refresh(row)
            return Conversation(row.id, row.title, row.started, row.changed, ())

    def list(self, search: str = "") -> Summaries:
        """Conversations whose title or turns hold the words ``search``, newest change first.

        The words are looked for as one string, whatever the case; an empty search finds all.
        """
        turns = select(func.count()).where(TurnRow.conversation_key == ConversationRow.key).scalar_subquery()
        query = (
            select(ConversationRow, turns)
            .where(ConversationRow.owner_id == self.owner, ConversationRow.deleted.is_(None))
            .order_by(ConversationRow.changed.desc(), ConversationRow.key.desc())
        )
        part = folded(search.strip())
        if part:
            query = query.where(_mentions(part))
        with self.database.reading() as session:
            return [
                ConversationSummary(row.id, row.title, row.started, row.changed, count)
                for row, count in session.execute(query)
            ]

    def read(self, id: str) -> Conversation:
        """The conversation with all its turns.

        Raises:
            NotFound: there is no such conversation, or it is deleted.
        """
        with self.database.reading() as session:
            row = find(session, ConversationRow, self.owner, id)
            turns = tuple(_turn(turn) for turn in session.scalars(_turns_of(row)))
            return Conversation(row.id, row.title, row.started, row.changed, turns)

    def rename(self, id: str, title: str) -> None:
        """Give the conversation another title; that counts as a change.

        Raises:
            NotFound: there is no such conversation, or it is deleted.
        """
        with self.database.writing() as session:
            row = find(session, ConversationRow, self.owner, id)
            row.title = title
            row.changed = self.clock()

    def delete(self, id: str) -> None:
        """Put the conversation away; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such conversation, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, ConversationRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a conversation that is not deleted stays as it is.

        Raises:
            NotFound: there is no such conversation, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, ConversationRow, self.owner, id, or_deleted=True).deleted = None

    def add(self, id: str, role: Role, text: str, answer: dict[str, Any] | None) -> Turn:
        """Add a turn at the end. ``answer`` is kept as JSON: its keys and values must fit that.

        Raises:
            NotFound: there is no such conversation, or it is deleted.
        """
        with self.database.writing() as session:
            conversation = find(session, ConversationRow, self.owner, id)
            last = session.scalar(
                select(func.max(TurnRow.position)).where(TurnRow.conversation_key == conversation.key)
            )
            turn = TurnRow(
                conversation_key=conversation.key,
                position=0 if last is None else last + 1,
                id=self.new_id(),
                role=role,
                text=text,
                answer=answer,
                at=self.clock(),
            )
            conversation.changed = turn.at
            session.add(turn)
            session.flush()
            session.refresh(turn)
            return _turn(turn)

    def remove_last_exchange(self, id: str) -> tuple[Turn, ...]:
        """Remove the user's last turn and all after it; return them, oldest first.

        Where the user said nothing, nothing is removed.

        Raises:
            NotFound: there is no such conversation, or it is deleted.
        """
        with self.database.writing() as session:
            conversation = find(session, ConversationRow, self.owner, id)
            turns = session.scalars(_turns_of(conversation)).all()
            asked = [place for place, turn in enumerate(turns) if turn.role == "user"]
            if not asked:
                return ()
            removed = turns[asked[-1] :]
            session.execute(
                delete(TurnRow).where(
                    TurnRow.conversation_key == conversation.key,
                    TurnRow.position >= removed[0].position,
                ),
                execution_options={"synchronize_session": False},
            )
            conversation.changed = self.clock()
            return tuple(_turn(turn) for turn in removed)


def _turns_of(row: ConversationRow) -> Select[TurnRow]:
    return select(TurnRow).where(TurnRow.conversation_key == row.key).order_by(TurnRow.position)


def _mentions(part: str) -> ColumnElement[bool]:
    said = exists().where(TurnRow.conversation_key == ConversationRow.key, func.holds(TurnRow.text, part))
    return or_(func.holds(ConversationRow.title, part), said)


def _turn(row: TurnRow) -> Turn:
    return Turn(row.id, cast(Role, row.role), row.text, row.answer, row.at)
