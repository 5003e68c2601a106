"""Transcripts and a case file to claims and findings."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.bona_fides.case_file import CaseFact
from assistant.bona_fides.claim import Claim
from assistant.bona_fides.finding import Finding
from assistant.language import Embedder
from assistant.transcripts import Transcript

Progress = Callable[[float, str], None]
"""Called with the part that is done, from 0 to 1, and what is being done."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and found, and the time it took."""

    transcripts: tuple[Transcript, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    milliseconds: int


def check(
    transcripts: Sequence[Transcript],
    case_file: Sequence[CaseFact],
    embedder: Embedder,
    progress: Progress | None = None,
) -> Checked:
    """Read the claims in the subject's turns and list what does not fit together, surest first."""
    started = time.perf_counter()
    return Checked(tuple(transcripts), (), (), round(1000 * (time.perf_counter() - started)))
