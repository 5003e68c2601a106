"""Search by meaning: one generation of vectors in Chroma, immutable once it is built."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from assistant.knowledge.entries import Entry
from assistant.language import Embedder, Vectors

COLLECTION = "entries"
MANIFEST = "manifest.json"
AT_ONCE = 256

Progress = Callable[[int, int], None]
"""Called with entries done and entries in all."""


class DamagedGeneration(Exception):
    """A generation on disk cannot be read or carried on; it is to be built from nothing."""


@contextmanager
def _damage(folder: Path) -> Iterator[None]:
    """Turn what a damaged folder makes Chroma, SQLite or JSON raise into one error."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedGeneration(f"{folder.name}: {type(error).__name__}") from error


class Generation:
    """An opened generation. Distances are cosine; similarity is 1 - distance."""

    def __init__(self, folder: Path) -> None:
        """Open a folder that ``build`` has finished.

        Raises:
            DamagedGeneration: the manifest is missing or Chroma holds something else than it says.
        """
        self.folder = folder
        with _damage(folder):
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            self.digests: Mapping[str, str] = manifest["entries"]
            _check_files(folder, manifest)
            self._client = _client(folder)
        try:
            with _damage(folder):
                self._collection = self._client.get_collection(COLLECTION, embedding_function=None)
                self._check()
        except DamagedGeneration:
            self.close()
            raise

    def _check(self) -> None:
        held = self._collection.count()
        if held != len(self.digests):
            raise ValueError("entries are missing")
        if held:
            # Only a search shows that the vectors are there.
            first = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
            self.nearest(first[0], 1)

    def nearest(
        self, vector: Vectors, count: int, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Entry keys with similarity, best first, at most ``count``."""
        where: Any = {"document": {"$in": list(documents)}} if documents is not None else None
        with _damage(self.folder):
            found = self._collection.query(
                query_embeddings=[vector],
                n_results=min(count, len(self.digests)),
                where=where,
                include=["distances"],
            )
        distances = (found["distances"] or [[]])[0]
        return [(key, 1.0 - d) for key, d in zip(found["ids"][0], distances, strict=True)]

    def similarities(self, vector: Vectors, keys: Sequence[str]) -> dict[str, float]:
        """The similarity of each of these entries to a vector; entries that are not held are left out."""
        with _damage(self.folder):
            got = self._collection.get(ids=list(keys), include=["embeddings"])
        return {key: float(row @ vector) for key, row in zip(got["ids"], got["embeddings"], strict=True)}

    def close(self) -> None:
        self._client.close()


def build(
    folder: Path,
    entries: Sequence[Entry],
    embedder: Embedder,
    older: Path | None,
    progress: Progress = lambda done, total: None,
) -> int:
    """Make the empty ``folder`` hold exactly ``entries``, carrying on from ``older`` if given.

    Only entries that are new or changed are embedded; returns how many those were. The manifest
    comes last: a folder without it is no generation.

    Raises:
        DamagedGeneration: ``older`` cannot be carried on.
        EmbedderMissing: there is something to embed and no model.
    """
    wanted = {entry.key: entry for entry in entries}
    before: dict[str, str] = {}
    if older is not None:
        with _damage(older):
            manifest = json.loads((older / MANIFEST).read_text(encoding="utf-8"))
            _check_files(older, manifest)
            before = manifest["entries"]
            ignored = shutil.ignore_patterns(MANIFEST)
            shutil.copytree(older, folder, ignore=ignored, dirs_exist_ok=True)
    # Texts of like length embed fastest together.
    fresh = sorted(
        (entry for entry in wanted.values() if before.get(entry.key) != entry.digest),
        key=lambda entry: len(entry.text),
    )
    with _damage(folder), closing(_client(folder)) as client:
        collection = client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 300, "ef_construction": 200}},
        )
        gone = [key for key in before if key not in wanted]
        for at in range(0, len(gone), AT_ONCE):
            collection.delete(ids=gone[at : at + AT_ONCE])
        for at in range(0, len(fresh), AT_ONCE):
            batch = fresh[at : at + AT_ONCE]
            collection.upsert(
                ids=[entry.key for entry in batch],
                embeddings=embedder.encode([entry.text for entry in batch]),
                metadatas=[{"document": entry.document} for entry in batch],
            )
            progress(at + len(batch), len(fresh))
    manifest = {
        "entries": {key: entry.digest for key, entry in wanted.items()},
        "files": _vector_files(folder),
    }
    unfinished = folder / f"{MANIFEST}.part"
    unfinished.write_text(json.dumps(manifest), encoding="utf-8")
    unfinished.replace(folder / MANIFEST)
    return len(fresh)


def _check_files(folder: Path, manifest: Mapping[str, Any]) -> None:
    if manifest["files"] != _vector_files(folder):
        raise ValueError("files of vectors are not as they were written")


def _vector_files(folder: Path) -> dict[str, int]:
    """Sizes of the files that hold vectors, in bytes: a file cut short can end the process that reads it."""
    return {str(path.relative_to(folder)): path.stat().st_size for path in sorted(folder.rglob("*.bin"))}


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
