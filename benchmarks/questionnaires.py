"""How long a plan takes, and whether every question of it can be reached.

    .venv/bin/python benchmarks/questionnaires.py

Prints the time of a plan for all agencies, from nothing and warm, beside one agency's, and for each example
profile what a simulated respondent never reaches.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from assistant.evaluation.measures import percentile
from assistant.questionnaires import Plan, SubjectProfile, Wanted, read_profile
from assistant.questionnaires.respondent import unreachable
from assistant.settings import load_settings
from assistant.wiring import Assistant

RUNS = 20
MINUTES, SESSIONS = 1200, 6


def main() -> None:
    assistant = Assistant(load_settings())
    folder = assistant.settings.templates / "examples"
    today = datetime.now(UTC).date()
    profiles = {
        path.stem: read_profile(path.read_text(encoding="utf-8"), today)
        for path in sorted(folder.glob("*.yaml"))
    }
    agencies = tuple(agency.id for agency in assistant.planner.templates.agencies)

    def wanted(profile: SubjectProfile, asked: tuple[str, ...]) -> Wanted:
        return Wanted(profile, asked, "full debrief", MINUTES, SESSIONS)

    first = next(iter(profiles.values()))
    cold = timed(lambda: assistant.planner.build(wanted(first, agencies)))
    say(f"First plan, model and templates to be loaded: {cold:.2f} s.")
    for name, asked in (("all agencies", agencies), ("one agency", agencies[:1])):
        wish = wanted(first, asked)
        times = [timed(lambda wish=wish: assistant.planner.build(wish)) for _ in range(RUNS)]
        p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
        say(f"A plan for {name}, warm: p50 {p50:.2f} s, p95 {p95:.2f} s.")
    for name, profile in profiles.items():
        plan: Plan = assistant.planner.build(wanted(profile, agencies))
        never = unreachable(plan)
        say(f"{name}: {len(list(plan.questions))} questions, unreachable: {', '.join(never) or 'none'}.")


def timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def say(line: str) -> None:
    print(line)  # noqa: T201


if __name__ == "__main__":
    main()
