"""Scenarios that a trainer writes himself."""

from __future__ import annotations

from assistant.store.contents import Contents
from assistant.store.tables import ScenarioRow


class Scenarios(Contents):
    """One owner's scenarios. Every method may raise ``StoreUnavailable``.

    A scenario's content is kept as JSON:

    - ``draft``: as it stands in the page's form, with whatever mistakes it has;
    - ``previous``: as it was before the last change, or None; ``change``: a name of that change, so that what
      is saved several times while it is being typed counts as one;
    - ``revision``: counts what was saved.
    """

    table = ScenarioRow
