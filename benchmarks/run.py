"""All measurements in one run, each beside its baseline; the report goes to standard output as Markdown.

    make bench

Labelled questions over the four documents, ObliQA where its folder is at hand, answering times, memory,
and what a changed paragraph costs. Times are of this machine on this day: read them beside the baseline.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import obliqa

from assistant.evaluation import evaluate, printed
from assistant.evaluation.evaluating import QUESTIONS
from assistant.evaluation.measures import percentile
from assistant.evaluation.questions import read_questions
from assistant.knowledge import Library
from assistant.settings import load_settings
from assistant.wiring import Assistant


def say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        assistant = Assistant(load_settings(data=Path(folder)))
        start = time.perf_counter()
        assistant.search.refresh()
        say(f"Index of the four documents from nothing: {time.perf_counter() - start:.1f} s.")
        answering(assistant)
        changed_paragraph(assistant)
        say()
        say(printed(evaluate(assistant)))
        say()
    if obliqa.FOLDER.exists():
        say("ObliQA, reporting half of the development questions:")
        done = subprocess.run([sys.executable, obliqa.__file__], check=True, capture_output=True, text=True)
        say(table(json.loads(done.stdout)))
    else:
        say(f"ObliQA is not at {obliqa.FOLDER}: left out.")


def answering(assistant: Assistant) -> None:
    """Time every development question twice and keep the second, warm time."""
    questions = read_questions(QUESTIONS / "development.jsonl")
    times = []
    for _ in range(2):
        times = []
        for each in questions:
            start = time.perf_counter()
            assistant.asking.ask(each.question, each.as_of, each.history)
            times.append((time.perf_counter() - start) * 1000)
            assistant.embedder.forget()
    say(
        f"A warm answer without a model: p50 {percentile(times, 0.5):.0f} ms, "
        f"p95 {percentile(times, 0.95):.0f} ms; peak memory {peak_mb():.0f} MB."
    )


def changed_paragraph(assistant: Assistant) -> None:
    """Change one paragraph's text and bring the index up to it."""
    library = assistant.library
    first, *others = library.documents
    paragraph, *rest = first.paragraphs
    changed = replace(first, paragraphs=(replace(paragraph, text=paragraph.text + " And so on."), *rest))
    start = time.perf_counter()
    assistant.search.use(Library((changed, *others), library.notes, library.silences))
    embedded = assistant.search.refresh()
    say(f"One changed paragraph: {embedded} entry embedded, {time.perf_counter() - start:.2f} s.")
    assistant.search.use(library)
    assistant.search.refresh()


def table(report: dict[str, object]) -> str:
    rows = ["| system | R@10 | MAP@10 | p50 / p95 ms |", "|---|---|---|---|"]
    for system in ("debrief", "baseline"):
        row = report[system]
        assert isinstance(row, dict)
        rows.append(
            f"| {system} | {row['recall_at_10']:.4f} | {row['map_at_10']:.4f} "
            f"| {row['p50_ms']:.0f} / {row['p95_ms']:.0f} |"
        )
    rows.append(
        f"\n{report['passages']} passages; peak memory {report['peak_mb']:.0f} MB with "
        f"{report['entries_embedded']} entries embedded in this run in {report['index_s']:.0f} s."
    )
    return "\n".join(rows)


if __name__ == "__main__":
    main()
