"""Transcripts and a case file to claims and findings: what does not fit together, never who is truthful."""

from assistant.bona_fides.case_file import CaseFact, read_case_file
from assistant.bona_fides.checking import Checked, Contradiction, check
from assistant.bona_fides.claim import Claim, Interval
from assistant.bona_fides.finding import Finding, Quote, Tier, as_json
from assistant.bona_fides.proposing import Propose, Proposed, claims_prompt, proposed
from assistant.bona_fides.settling import Outcome, Settled
from assistant.bona_fides.statements import Statement, Told

__all__ = [
    "CaseFact",
    "Checked",
    "Claim",
    "Contradiction",
    "Finding",
    "Interval",
    "Outcome",
    "Propose",
    "Proposed",
    "Quote",
    "Settled",
    "Statement",
    "Tier",
    "Told",
    "as_json",
    "check",
    "claims_prompt",
    "proposed",
    "read_case_file",
]
