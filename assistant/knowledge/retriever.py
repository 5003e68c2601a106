"""Search as a LangChain retriever, for other programs."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.knowledge.search import EVERYTHING, Filter, Search


class ParagraphRetriever(BaseRetriever):
    """Paragraphs for a query, best first; the metadata carry id, document, issuer, date, force, score."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    search: Search
    count: int = 5
    only: Filter = EVERYTHING

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        found = self.search.find(query, self.count, self.only)
        return [
            LangChainDocument(
                id=passage.paragraph.id,
                page_content=passage.paragraph.text,
                metadata=self._metadata(passage.paragraph.document)
                | {"id": passage.paragraph.id, "score": passage.score, "by": found.by},
            )
            for passage in found.passages
        ]

    def _metadata(self, id: str) -> dict[str, Any]:
        document = self.search.library.document(id)
        return {
            "document": document.id,
            "issuer": document.issuer,
            "date": document.dated,
            "force": document.force,
        }
