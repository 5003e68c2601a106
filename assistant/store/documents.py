"""Documents that the user added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from assistant.store.deleting import find
from assistant.store.records import AddedDocument, AddedDocumentSummary, AddedParagraph
from assistant.store.sessions import Database
from assistant.store.tables import DocumentRow, ParagraphRow

Summaries: TypeAlias = list[AddedDocumentSummary]


@dataclass(frozen=True)
class Documents:
    """One owner's added documents. Every method may raise ``StoreUnavailable``."""

    database: Database
    owner: str
    clock: Callable[[], datetime]

    def add(self, document: AddedDocument) -> None:
        """Keep the document, all of it or, on an error, nothing.

        A deleted document with the same id gives way to it.

        Raises:
            ValueError: the owner has a document with this id.
        """
        with self.database.writing() as session:
            self._make_room(session, document.id)
            row = DocumentRow(
                owner_id=self.owner,
                id=document.id,
                title=document.title,
                file_name=document.file_name,
                media_type=document.media_type,
                issued=document.issued,
                added=document.added,
                source=document.source,
            )
            session.add(row)
            session.flush()
            if document.paragraphs:
                session.execute(insert(ParagraphRow), _rows(row.key, document.paragraphs))

    def list(self) -> Summaries:
        """What is kept, without files and texts, the last added first."""
        paragraphs = (
            select(func.count()).where(ParagraphRow.document_key == DocumentRow.key).scalar_subquery()
        )
        query = (
            select(
                DocumentRow.id,
                DocumentRow.title,
                DocumentRow.file_name,
                DocumentRow.media_type,
                DocumentRow.issued,
                DocumentRow.added,
                paragraphs,
            )
            .where(DocumentRow.owner_id == self.owner, DocumentRow.deleted.is_(None))
            .order_by(DocumentRow.added.desc(), DocumentRow.key.desc())
        )
        with self.database.reading() as session:
            return [AddedDocumentSummary(*row) for row in session.execute(query)]

    def ids(self) -> set[str]:
        """Every id in use, deleted documents that can still be restored among them."""
        with self.database.reading() as session:
            return set(session.scalars(select(DocumentRow.id).where(DocumentRow.owner_id == self.owner)))

    def read(self, id: str) -> AddedDocument:
        """The document as it was added.

        Raises:
            NotFound: there is no such document, or it is deleted.
        """
        with self.database.reading() as session:
            row = find(session, DocumentRow, self.owner, id)
            return AddedDocument(
                id=row.id,
                title=row.title,
                file_name=row.file_name,
                media_type=row.media_type,
                issued=row.issued,
                added=row.added,
                source=row.source,
                paragraphs=_paragraphs(session, row.key),
            )

    def delete(self, id: str) -> None:
        """Put the document away; ``restore`` brings it back for 30 days.

        Raises:
            NotFound: there is no such document, or it is deleted already.
        """
        with self.database.writing() as session:
            find(session, DocumentRow, self.owner, id).deleted = self.clock()

    def restore(self, id: str) -> None:
        """Undo ``delete``; a document that is not deleted stays as it is.

        Raises:
            NotFound: there is no such document, or it was deleted too long ago.
        """
        with self.database.writing() as session:
            find(session, DocumentRow, self.owner, id, or_deleted=True).deleted = None

    def _make_room(self, session: Session, id: str) -> None:
        mine = (DocumentRow.owner_id == self.owner, DocumentRow.id == id)
        session.execute(delete(DocumentRow).where(*mine, DocumentRow.deleted.is_not(None)))
        if session.scalar(select(DocumentRow.key).where(*mine)) is not None:
            raise ValueError("a document with this id is kept already")


def _rows(key: int, paragraphs: tuple[AddedParagraph, ...]) -> list[dict[str, object]]:
    return [
        {
            "document_key": key,
            "position": position,
            "number": paragraph["number"],
            "label": paragraph["label"],
            "headings": list(paragraph["headings"]),
            "text": paragraph["text"],
            "page": paragraph["page"],
        }
        for position, paragraph in enumerate(paragraphs)
    ]


def _paragraphs(session: Session, key: int) -> tuple[AddedParagraph, ...]:
    query = (
        select(
            ParagraphRow.number,
            ParagraphRow.label,
            ParagraphRow.headings,
            ParagraphRow.text,
            ParagraphRow.page,
        )
        .where(ParagraphRow.document_key == key)
        .order_by(ParagraphRow.position)
    )
    return tuple(
        AddedParagraph(number=number, label=label, headings=tuple(headings), text=text, page=page)
        for number, label, headings, text, page in session.execute(query)
    )
