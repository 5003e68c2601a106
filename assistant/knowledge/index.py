"""The index on disk: disposable, built aside, swapped in, one builder at a time.

``<data>/index/<fingerprint>.<random>/`` is a generation, and complete once its manifest is there. The
fingerprint covers every entry's text and the model, so a stale index is simply one of another name.
Building starts from a copy of the newest generation and applies the difference; the generation in use
goes on answering meanwhile. A second process that wants the same waits for the first. No folder name
is used twice: Chroma remembers what it opened under a name.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock

from assistant.errors import EmbedderMissing
from assistant.knowledge.entries import Entry
from assistant.knowledge.meaning import MANIFEST, DamagedGeneration, Generation, build
from assistant.language import Embedder

log = logging.getLogger(__name__)

KEPT = 2
"""Generations that stay on disk: the current one and the one others may still be reading."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """What search by meaning can do now. ``done`` and ``total`` count entries while building."""

    name: Literal["waiting", "loading", "building", "ready", "missing"]
    done: int = 0
    total: int = 0

    @property
    def says(self) -> str:
        """One sentence for the page's state line; "" when all is well."""
        if self.name == "building":
            return f"Indexing {self.done} of {self.total}; until then answers rest on words alone."
        return {
            "waiting": "Search by meaning is not started; answers rest on words alone.",
            "loading": "The embedding model is loading; until then answers rest on words alone.",
            "ready": "",
            "missing": "The embedding model is missing; answers rest on words alone.",
        }[self.name]


class Index:
    """Keeps a generation that fits the entries it was last asked for."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.folder = folder
        self.embedder = embedder
        self.generation: Generation | None = None
        self.state = IndexState("waiting")
        self._refreshing = threading.Lock()
        self._retired: Generation | None = None

    def refresh(self, entries: Sequence[Entry]) -> int:
        """Open the generation for ``entries``, building it if need be; return entries embedded.

        A missing model leaves the state "missing" and no exception: search by words answers.
        """
        with self._refreshing:
            try:
                return self._refresh(entries)
            except EmbedderMissing as error:
                log.warning("%s", error)
                self.state = IndexState("missing")
                return 0

    def _refresh(self, entries: Sequence[Entry]) -> int:
        if self.generation is None:
            self.state = IndexState("loading")
        fingerprint = self.fingerprint(entries)
        embedded = 0
        self.folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / ".lock"):
            opened = self._open(fingerprint)
            if opened is None:
                embedded, opened = self._build(fingerprint, entries)
            self._drop_old(opened.folder)
        self.embedder.encode_question("warm")
        before, self.generation = self.generation, opened
        if before is not None and before.folder != opened.folder:
            # A search may still be in the generation that was swapped out: it is closed one swap later.
            if self._retired is not None:
                self._retired.close()
            self._retired = before
        self.state = IndexState("ready")
        return embedded

    def give_up(self, broken: Generation) -> None:
        """Search no longer in a generation that broke while it was in use."""
        if self.generation is broken:
            self.generation = None
            self.state = IndexState("loading")

    def fingerprint(self, entries: Sequence[Entry]) -> str:
        digest = hashlib.sha256()
        for line in sorted(f"{entry.key} {entry.digest}" for entry in entries):
            digest.update(line.encode())
        return f"{self.embedder.identity}-{digest.hexdigest()[:16]}"

    def _open(self, fingerprint: str) -> Generation | None:
        for folder in self._complete(f"{fingerprint}."):
            try:
                return Generation(folder)
            except DamagedGeneration as error:
                log.warning("The index is damaged and is built again: %s", error)
                shutil.rmtree(folder, ignore_errors=True)
        return None

    def _build(self, fingerprint: str, entries: Sequence[Entry]) -> tuple[int, Generation]:
        """Build from a copy of the newest generation; from nothing when none serves."""
        for older in [*self._complete(f"{self.embedder.identity}-")[:1], None]:
            aside = Path(tempfile.mkdtemp(prefix=f"{fingerprint}.", dir=self.folder))
            try:
                embedded = build(aside, entries, self.embedder, older, self._progress)
                return embedded, Generation(aside)
            except DamagedGeneration as error:
                log.warning("The index could not be carried on and is built anew: %s", error)
                shutil.rmtree(aside, ignore_errors=True)
                if older is None:
                    raise
        raise AssertionError("the last try either returned or raised")

    def _progress(self, done: int, total: int) -> None:
        self.state = IndexState("building", done, total)

    def _complete(self, prefix: str) -> list[Path]:
        """Finished generations whose name starts so, newest first."""
        found = [path.parent for path in self.folder.glob(f"{prefix}*/{MANIFEST}")]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def _drop_old(self, current: Path) -> None:
        """Remove what crashed builders left and generations beyond those kept."""
        keep = {current, *[path for path in self._complete("") if path != current][: KEPT - 1]}
        for path in self.folder.iterdir():
            if path.is_dir() and path not in keep:
                shutil.rmtree(path, ignore_errors=True)
