"""Measure the mock subjects: is what is asked found, does good asking pay, how fast is a reply.

    .venv/bin/python benchmarks/mock_debriefs.py

scenarios/*.jsonl hold, for each scenario, four ways of asking for every fact and 20 questions that none
answers, by authors who had seen neither the code nor the scenarios' own ways of asking. The scripted
interviewers ask as many questions each: the good one openly, then for what is missing, and kindly; the poor
one leads, asks several things at once and presses; the random one takes any question of any scenario by
chance, or any that was written for this one ("his own"). The baseline takes the nearest way of asking by
MiniLM and declines nothing.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from pathlib import Path

import numpy as np

from assistant.evaluation.baseline import minilm
from assistant.mock import Said, Scenario, State, Subject, read_scenarios, review, run
from assistant.settings import Settings, load_settings
from assistant.wiring import Assistant

FOLDER = Path(__file__).parent / "scenarios"
QUESTIONS = 30
SEEDS = (1, 2, 3)
TRAINEES = 25

KIND = (
    "Thank you for coming to us. You are safe here, and nobody will hurry you.",
    "I can see what this has cost you, and I respect it.",
    "I cannot promise you that today. I will ask, and tell you tomorrow what they say.",
    "Take your time. We can stop for a cup of tea whenever you like.",
    "What you tell us helps your own countrymen, and I mean that.",
    "Tell me about your family. We will see what can be done for them, and what cannot.",
)
PRESSING = (
    "Come on, everybody has his price. What was yours?",
    "If you do not tell us, you will be sent back tonight.",
    "You are not very important, you know. We have had better men here.",
    "I do not believe a word of that. You are a plant.",
)


def read(scenario: str) -> list[tuple[str, str]]:
    rows = (FOLDER / f"{scenario}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["line"], row["fact"]) for row in map(json.loads, rows)]


def paraphrases(scenarios: list[Scenario], assistant: Assistant) -> None:
    """Of the match alone, and of the whole answer of a subject who trusts: what he is asked comes, or the
    refusal of just that; to what nothing answers no fact is told."""
    embedder = minilm()
    say("| scenario | ways of asking | matched | told or refused | baseline | kept to what he has |")
    say("|---|---|---|---|---|---|")
    totals = np.zeros(6)
    for scenario in scenarios:
        matcher, rows = assistant.mock.matcher(scenario), read(scenario.id)
        asks = [(fact.id, line) for fact in scenario.facts for line in fact.ask]
        vectors = embedder.encode([line for _, line in asks])
        known = matched = answered = plain = silent = 0
        for line, fact in rows:
            found = matcher.match(line).fact
            subject = Subject(scenario, assistant.hearing, matcher, 1)
            subject.state = State(trust=10, fear=0, self_respect=10, tiredness=0, suspicion=0)
            reply = subject.answer(line)
            if fact:
                known += 1
                matched += found is not None and found.id == fact
                answered += fact in (*reply.released, reply.withheld)
                plain += asks[int((vectors @ embedder.encode_question(line)).argmax())][0] == fact
            else:
                silent += not reply.released
        totals += (known, matched, answered, plain, silent, len(rows) - known)
        say(
            f"| {scenario.id} | {known} | {matched / known:.2f} | {answered / known:.2f} "
            f"| {plain / known:.2f} | {silent} of {len(rows) - known} |"
        )
    known, matched, answered, plain, silent, other = totals
    shares = f"{matched / known:.3f} | {answered / known:.3f} | {plain / known:.3f}"
    say(f"| together | {known:.0f} | {shares} | {silent:.0f} of {other:.0f} |")


def interviewers(scenarios: list[Scenario], assistant: Assistant) -> None:
    say("\n| scenario | good | poor | random | random, his own |")
    say("|---|---|---|---|---|")
    for scenario in scenarios:
        shares = {
            who: np.mean([_share(scenario, assistant, who, seed) for seed in SEEDS])
            for who in ("good", "poor", "random", "own")
        }
        say(f"| {scenario.id} | {' | '.join(f'{share:.2f}' for share in shares.values())} |")


def _share(scenario: Scenario, assistant: Assistant, who: str, seed: int) -> float:
    """The part of what could be learned that an interviewer learns in so many lines."""
    chance = random.Random(seed)
    rows = read(scenario.id)
    by_fact: dict[str, list[str]] = {}
    for line, fact in rows:
        by_fact.setdefault(fact, []).append(line)
    if who == "good":
        asked = [KIND[0], *(topic.ask[-1] for topic in scenario.topics), *KIND[1:]]
        weighty = sorted(scenario.facts, key=lambda fact: -fact.weight)
        asked += [chance.choice(by_fact[fact.id]) for fact in weighty if fact.gate != "free"]
    elif who == "random":
        every = [row for path in sorted(FOLDER.glob("*.jsonl")) for row in read(path.stem)]
        asked = [chance.choice(every)[0] for _ in range(QUESTIONS)]
    elif who == "own":
        asked = [chance.choice(rows)[0] for _ in range(QUESTIONS)]
    else:
        asked = []
        while len(asked) < QUESTIONS:
            line, other = (chance.choice(rows)[0].rstrip("?.") for _ in range(2))
            asked.append(f"{line}, and {other[:1].lower()}{other[1:]}, is it not so?")
            if len(asked) % 4 == 2:
                asked.append(PRESSING[len(asked) // 4 % len(PRESSING)])
    lines = [Said(line) for line in asked[:QUESTIONS]]
    made = run(scenario, lines, seed, assistant.hearing, assistant.mock.matcher(scenario))
    return review(made, assistant.hearing).score


def speed(scenario: Scenario, assistant: Assistant) -> None:
    matcher, lines = assistant.mock.matcher(scenario), [line for line, _ in read(scenario.id)]
    Subject(scenario, assistant.hearing, matcher, 1).answer("Warm up, please.")
    took: list[float] = []

    def trainee(seed: int, count: int) -> None:
        subject, chance = Subject(scenario, assistant.hearing, matcher, seed), random.Random(seed)
        for number in range(count):
            started = time.perf_counter()
            # No line twice the same: what was heard once is remembered.
            subject.answer(f"Number {100 * seed + number}, {chance.choice(lines)}")
            took.append(1000 * (time.perf_counter() - started))

    trainee(1, 60)
    say(f"\nOne trainee: p50 {np.median(took):.0f} ms.")
    took.clear()
    threads = [threading.Thread(target=trainee, args=(seed, 4)) for seed in range(TRAINEES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    say(f"{TRAINEES} at once: p50 {np.median(took):.0f} ms, p95 {np.quantile(took, 0.95):.0f} ms.")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    scenarios = list(read_scenarios(Settings().templates / "scenarios").values())
    assistant = Assistant(load_settings())
    paraphrases(scenarios, assistant)
    interviewers(scenarios, assistant)
    speed(scenarios[0], assistant)


if __name__ == "__main__":
    main()
