"""What the user said of a finding: that it is nothing, or how both statements can stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["dismissed", "explained"]


@dataclass(frozen=True, slots=True)
class Settled:
    """Kept by the finding's id. ``note`` is the user's own, "" for none."""

    outcome: Outcome
    note: str
