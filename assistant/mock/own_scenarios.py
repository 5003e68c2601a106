"""Scenarios that a trainer wrote himself: kept, checked, and played beside the supplied ones."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from assistant.errors import BadContent, NotFound
from assistant.mock.drafts import Draft, free_id, id_of, mistakes_in, scenario_in, tidied
from assistant.mock.mistakes import Mistake
from assistant.mock.scenario import Difficulty, Scenario
from assistant.paper import one_line, shortened
from assistant.store import ContentRecord, Store

LONGEST_TITLE = 200
UNTITLED = "Without a title"


@dataclass(frozen=True, slots=True)
class Kept:
    """A scenario of one's own as it is kept. ``key`` is what the store calls it; his id is in the draft.

    ``previous`` is the draft before the last change, None where that is not known.
    """

    key: str
    changed: datetime
    draft: Draft
    previous: Draft | None
    revision: int


_Of = tuple[datetime, frozenset[str]]
"""What a scenario was made of: the draft of a moment, and the ids that others had."""


class ChangedMeanwhile(BadContent):
    """Another window saved it since this one read it; ``revision`` is what it has now."""

    def __init__(self, revision: int) -> None:
        super().__init__("It was changed in another window meanwhile. Keep what stands here, or take that.")
        self.revision = revision


class OwnScenarios:
    """``supplied`` gives the project's own scenarios, whose ids nobody else may have.

    Any thread may call; every method may raise StoreUnavailable.
    """

    def __init__(self, store: Callable[[], Store], supplied: Callable[[], Mapping[str, Scenario]]) -> None:
        self._store = store
        self._supplied = supplied
        self._read: dict[str, tuple[datetime, Draft]] = {}
        self._made: dict[str, tuple[_Of, Scenario | None]] = {}
        self._saving = threading.Lock()

    def playable(self) -> dict[str, Scenario]:
        """Those without a mistake, by id, the easy ones first.

        As long as one is not changed it is the same object.
        """
        found = []
        for key, (changed, draft) in self._drafts().items():
            of = (changed, self._taken(key))
            if key not in self._made or self._made[key][0] != of:
                self._made[key] = (of, None if self._mistakes(key, draft) else scenario_in(draft))
            if (made := self._made[key][1]) is not None:
                found.append(made)
        order = get_args(Difficulty)
        found.sort(key=lambda each: (order.index(each.difficulty), each.title))
        return {each.id: each for each in found}

    def begin(self, draft: Draft) -> str:
        """Keep a new one, and give its key. Its id is made of its title, and another where one is taken."""
        with self._saving:
            draft = draft | {"id": free_id(draft["id"] or id_of(draft["title"]), self._taken())}
            content = {"draft": draft, "previous": None, "change": "", "revision": 1}
            return self._store().scenarios.start(_title(draft), content).id

    def read(self, key: str) -> Kept:
        """Raises NotFound."""
        return _kept(self._store().scenarios.read(key))

    def save(self, key: str, draft: Draft, change: str, revision: int, undone: bool = False) -> Kept:
        """Put the draft in the place of the kept one, which is ``previous`` from then on, unless this is more
        of the same ``change``, or the change is ``undone``.

        Raises:
            ChangedMeanwhile: the kept one has another ``revision``.
            NotFound: it is not there, or it is deleted.
        """
        with self._saving:
            before = self._store().scenarios.read(key)
            if before.content["revision"] != revision:
                raise ChangedMeanwhile(before.content["revision"])
            if not draft["id"]:
                draft = draft | {"id": free_id(id_of(draft["title"]), self._taken(key))}
            same = change == before.content["change"]
            previous = before.content["previous"] if same else before.content["draft"]
            content = {
                "draft": draft,
                "previous": None if undone else previous,
                "change": change,
                "revision": revision + 1,
            }
            return _kept(self._store().scenarios.save(key, content, _title(draft)))

    def mistakes(self, kept: Kept) -> list[Mistake]:
        """What keeps it from being played."""
        return self._mistakes(kept.key, kept.draft)

    def find(self, id: str) -> Scenario:
        """One of them by its scenario's id.

        Raises:
            NotFound: there is none.
            BadContent: it has mistakes; the message lists them.
        """
        for key, (_, draft) in self._drafts().items():
            if draft["id"] == id:
                if found := self._mistakes(key, draft):
                    raise BadContent(f"{id}:\n" + "\n".join(f"- {each}" for each in found))
                return scenario_in(draft)
        raise NotFound(f"{id}: there is no such scenario. 'debrief mock list' names those there are.")

    def _mistakes(self, key: str, draft: Draft) -> list[Mistake]:
        return mistakes_in(draft, self._taken(key), self._supplied())

    def _taken(self, but: str = "") -> frozenset[str]:
        others = (draft["id"] for key, (_, draft) in self._drafts().items() if key != but)
        return frozenset(self._supplied()).union(others)

    def _drafts(self) -> dict[str, tuple[datetime, Draft]]:
        """By key, the newest change first; only what was changed is read again."""
        read: dict[str, tuple[datetime, Draft]] = {}
        for each in self._store().scenarios.list():
            known = self._read.get(each.id)
            if known is None or known[0] != each.changed:
                record = self._store().scenarios.read(each.id)
                known = (record.changed, tidied(record.content["draft"]))
            read[each.id] = known
        self._read = read
        return read


def _kept(record: ContentRecord) -> Kept:
    content = record.content
    return Kept(record.id, record.changed, tidied(content["draft"]), content["previous"], content["revision"])


def _title(draft: Draft) -> str:
    return shortened(one_line(draft["title"]), LONGEST_TITLE) or UNTITLED
