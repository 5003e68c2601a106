"""Findings as a table for a spreadsheet, one row each. Nothing in it is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.exports.paper import in_order
from assistant.bona_fides.finding import Finding, Quote
from assistant.bona_fides.settling import Settled
from assistant.paper import harmless

_OF_A_QUOTE = ("file", "turn", "place", "speaker", "date", "quote")
COLUMNS = (
    "id",
    "tier",
    "rule",
    "central",
    *(f"{which}_{name}" for which in ("first", "second") for name in _OF_A_QUOTE),
    "days",
    "why",
    "innocent",
    "question",
    "outcome",
    "note",
)


def as_csv(checked: Checked, settled: Mapping[str, Settled]) -> str:
    """A head and a row for each finding, in the order of the printed paper, with lines that end in CR LF."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for finding in in_order(checked.findings, settled):
        rows.writerow(map(harmless, _cells(finding, settled.get(finding.id))))
    return file.getvalue()


def _cells(finding: Finding, settled: Settled | None) -> Iterator[str]:
    yield from (finding.id, finding.tier, finding.rule, "yes" if finding.central else "no")
    for quote in (finding.first, finding.second):
        yield from _of(quote)
    yield "" if finding.days is None else str(finding.days)
    yield from (finding.why, "\n".join(finding.innocent), finding.question)
    yield from (settled.outcome, settled.note) if settled else ("", "")


def _of(quote: Quote) -> Iterable[str]:
    when = quote.date.isoformat() if quote.date else ""
    return quote.file, str(quote.turn), quote.place, quote.speaker, when, quote.words
