"""What he mends himself in the same breath: linked, and nothing to ask about.

Flags as corrected: "I married in 1947, no, what do I say, in forty-eight". Stays silent on everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.bona_fides.case import Case, Pair

_MENDS = re.compile(
    r"[,.;–—-]\s*(?:what do I say|let me correct|I am wrong|I'm wrong|that is wrong|that's wrong|I said "
    r"that wrong|correction,)|"
    r"[,.;–—-]\s*(?:no|wait|sorry|excuse me|rather|I mean)\b[ ,–—-]+(?:no[ ,–—-]+)?(?:(?:it was|that was|"
    r"in|on|the|at|from)\s+)*"
    r"(?=\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|January|"
    r"February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|first|second|third|"
    r"what do I say|wait)\b)",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Pair]:
    by_turn: dict[tuple[int, int], list[int]] = {}
    for n, statement in enumerate(case.statements):
        by_turn.setdefault(statement.source.key, []).append(n)
    for places in by_turn.values():
        statements = [case.statements[n] for n in places]
        text = statements[0].source.turn.text
        match = _MENDS.search(text)
        if not match or statements[0].supplied:
            continue
        before = [s for s in statements if s.start <= match.start()]
        after = [s for s in statements if s.end > match.end()]
        if before and after:
            yield Pair(
                "correction",
                "corrected",
                before[-1],
                after[0] if after[0] is not before[-1] else after[-1],
                "",
            )
