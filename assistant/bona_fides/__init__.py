"""Transcripts and a case file to claims and findings: what does not fit together, never who is truthful."""

from assistant.bona_fides.case_file import CaseFact, read_case_file
from assistant.bona_fides.checking import Checked, check
from assistant.bona_fides.claim import Claim, Interval
from assistant.bona_fides.finding import Finding, Quote, Tier, as_json
from assistant.bona_fides.settling import Outcome, Settled

__all__ = [
    "CaseFact",
    "Checked",
    "Claim",
    "Finding",
    "Interval",
    "Outcome",
    "Quote",
    "Settled",
    "Tier",
    "as_json",
    "check",
    "read_case_file",
]
