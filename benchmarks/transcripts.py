"""Time and memory of checking transcripts, against their length.

    .venv/bin/python benchmarks/transcripts.py [TURNS…]

The sessions of the development cases, one after another and again, cut to the number of turns; each length
in a process of
its own. The peak is the process's largest resident memory, models included.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from dataclasses import replace
from itertools import cycle, islice

from assistant.bona_fides import check
from assistant.evaluation.transcripts import folders, read_case
from assistant.transcripts import Transcript, Turn

LENGTHS = (1_000, 3_000, 10_000, 30_000)
A_SESSION = 500
"""Turns in one of the sessions that are checked together."""


def of_length(turns: int) -> list[Transcript]:
    """Sessions that have so many turns together."""
    cases = [read_case(folder) for folder in folders("development")]
    read = [transcript for case in cases for transcript in case.transcripts]
    every = [turn for transcript in read for turn in transcript.turns]
    taken: list[Turn] = list(islice(cycle(every), turns))
    return [
        replace(
            read[0],
            file=f"session {place // A_SESSION}",
            turns=tuple(
                replace(turn, number=n) for n, turn in enumerate(taken[place : place + A_SESSION], start=1)
            ),
        )
        for place in range(0, turns, A_SESSION)
    ]


def measured(turns: int) -> str:
    transcripts = of_length(turns)
    check(transcripts[:1])
    started = time.perf_counter()
    checked = check(transcripts)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = len(checked.findings)
    return f"| {turns:,} | {seconds:.1f} | {1000 * seconds / turns:.1f} | {peak:.0f} | {found:,} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("turns", nargs="*", type=int, default=LENGTHS)
    options = parser.parse_args()
    if len(options.turns) == 1:
        print(measured(options.turns[0]))  # noqa: T201
        return
    print("| turns | seconds | ms a turn | peak MB | findings |\n|---|---|---|---|---|")  # noqa: T201
    for turns in options.turns:
        subprocess.run([sys.executable, __file__, str(turns)], check=True)


if __name__ == "__main__":
    main()
