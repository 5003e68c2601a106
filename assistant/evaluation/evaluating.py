"""Run labelled questions through answers and through the baseline, and print the two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.evaluation.baseline import Baseline, minilm
from assistant.evaluation.measures import abstention, percentile, ranks
from assistant.evaluation.questions import LabelledQuestion, read_questions
from assistant.knowledge import Search
from assistant.policy import Answer, Asking
from assistant.settings import PROJECT
from assistant.wiring import Assistant

QUESTIONS = PROJECT / "benchmarks" / "questions"

Report = dict[str, Any]


def evaluate(assistant: Assistant, sets: Sequence[Path] = ()) -> Report:
    """Measure every set (by default all in ``benchmarks/questions``), beside the baseline.

    The second row of each set leaves the editors' lay questions out of the index, the third is the
    baseline, which has no way to keep silent.
    """
    files = list(sets) or sorted(QUESTIONS.glob("*.jsonl"))
    assistant.search.refresh()
    baseline = Baseline(assistant.own_library, minilm())
    without = Search(assistant.own_library, assistant.index, lay_questions=False)
    report: Report = {}
    for path in files:
        questions = read_questions(path)
        report[path.stem] = {
            "questions": len(questions),
            "debrief": _answers(assistant.asking, questions),
            "without lay questions": _answers(Asking(without, assistant.cases), questions),
            "baseline": _baseline(baseline, questions),
        }
    return report


def _answers(asking: Asking, questions: Sequence[LabelledQuestion]) -> dict[str, Any]:
    given = [(each, asking.ask(each.question, each.as_of, each.history)) for each in questions]
    found = ranks([(ordered(answer), each.gold) for each, answer in given if each.gold])
    kept = abstention([(answer.status == "not_in_documents", not each.gold) for each, answer in given])
    withheld = [answer.status == "withheld" for each, answer in given if each.kind == "withheld"]
    times = [float(answer.milliseconds) for _, answer in given]
    return {
        **asdict(found),
        "abstention": asdict(kept),
        "withheld_recognised": sum(withheld) / (len(withheld) or 1),
        "p50_ms": percentile(times, 0.5),
        "p95_ms": percentile(times, 0.95),
    }


def ordered(answer: Answer) -> list[str]:
    """Paragraphs as an answer ranks them: cited first, then what is near."""
    cited = [statement.citation.id for statement in answer.statements]
    return list(dict.fromkeys([*cited, *answer.nearest]))


def _baseline(baseline: Baseline, questions: Sequence[LabelledQuestion]) -> dict[str, Any]:
    """A chunk counts as right when it covers a right paragraph."""
    orders = []
    for each in questions:
        if not each.gold:
            continue
        chunks = baseline.order(" ".join([*each.history[-1:], each.question]))
        orders.append(([str(bool(each.gold & set(covered))) for covered in chunks], {"True"}))
    return asdict(ranks(orders))


def printed(report: Report) -> str:
    """The report as a table."""
    lines = [
        "| set | system | hit@1 | hit@5 | MRR | abstention P / R / F1 | withheld | p50 / p95 ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, measured in report.items():
        for system in ("debrief", "without lay questions", "baseline"):
            row = measured[system]
            kept = row.get("abstention")
            lines.append(
                f"| {name} ({measured['questions']}) | {system} "
                f"| {row['hit_at_1']:.3f} | {row['hit_at_5']:.3f} | {row['mrr']:.3f} "
                + (
                    f"| {kept['precision']:.3f} / {kept['recall']:.3f} / {kept['f1']:.3f} "
                    f"| {row['withheld_recognised']:.2f} | {row['p50_ms']:.0f} / {row['p95_ms']:.0f} |"
                    if kept
                    else "| never abstains | | |"
                )
            )
    return "\n".join(lines)
