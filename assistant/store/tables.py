"""The tables. ``migrations`` makes them: change both together (a test compares them)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import DateTime, TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, kept in UTC, since SQLite drops the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Text as ``storable`` leaves it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Plain(TypeDecorator[dict[str, Any]]):
    """JSON that SQLite can search: its texts as ``storable`` leaves them, and no NaN or infinity."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        return json.loads(storable(json.dumps(value, ensure_ascii=False, allow_nan=False)))


def storable(text: str) -> str:
    """The text with a question mark for each half of a cut character, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute
        datetime: Moment,
        str: Words,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON,
    }


class OwnerRow(Base):
    __tablename__ = "owners"

    id: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class ConversationRow(Base):
    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("owner_id", "id"),)

    key: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"))
    id: Mapped[str]
    title: Mapped[str]
    started: Mapped[datetime]
    changed: Mapped[datetime]
    deleted: Mapped[datetime | None]


class TurnRow(Base):
    __tablename__ = "turns"
    __table_args__ = (CheckConstraint("role IN ('user', 'assistant')", name="role"),)

    conversation_key: Mapped[int] = mapped_column(
        ForeignKey("conversations.key", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    role: Mapped[str]
    text: Mapped[str]
    answer: Mapped[dict[str, Any] | None]
    at: Mapped[datetime]


class PreferenceRow(Base):
    __tablename__ = "preferences"

    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class DocumentRow(Base):
    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("owner_id", "id"),)

    key: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"))
    id: Mapped[str]
    title: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    issued: Mapped[date | None]
    added: Mapped[datetime]
    deleted: Mapped[datetime | None]
    source: Mapped[bytes] = mapped_column(deferred=True)


class ParagraphRow(Base):
    __tablename__ = "paragraphs"

    document_key: Mapped[int] = mapped_column(
        ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
    label: Mapped[str]
    headings: Mapped[list[str]]
    text: Mapped[str]
    page: Mapped[int | None]


class PlanRow(Base):
    __tablename__ = "plans"
    __table_args__ = (UniqueConstraint("owner_id", "id"),)

    key: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"))
    id: Mapped[str]
    title: Mapped[str]
    started: Mapped[datetime]
    changed: Mapped[datetime]
    deleted: Mapped[datetime | None]


class PlanVersionRow(Base):
    __tablename__ = "plan_versions"

    plan_key: Mapped[int] = mapped_column(ForeignKey("plans.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[datetime]
    note: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]] = mapped_column(Plain)


class ContentRow(Base):
    """What checks, notebooks and mock debriefs have in common: a title and content as JSON."""

    __abstract__ = True

    @declared_attr.directive
    def __table_args__(cls) -> tuple[UniqueConstraint]:  # noqa: N805  SQLAlchemy hands over the class
        return (UniqueConstraint("owner_id", "id"),)

    key: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"))
    id: Mapped[str]
    title: Mapped[str]
    started: Mapped[datetime]
    changed: Mapped[datetime]
    deleted: Mapped[datetime | None]
    content: Mapped[dict[str, Any]] = mapped_column(Plain)


class CheckRow(ContentRow):
    __tablename__ = "checks"


class NotebookRow(ContentRow):
    __tablename__ = "notebooks"


class MockRunRow(ContentRow):
    __tablename__ = "mock_runs"


class ScenarioRow(ContentRow):
    __tablename__ = "scenarios"


class ScenarioCopyRow(Base):
    __tablename__ = "scenario_copies"

    owner_id: Mapped[str] = mapped_column(ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Plain)
