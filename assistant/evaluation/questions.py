"""Labelled questions, as they stand in ``benchmarks/questions/*.jsonl``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from assistant.errors import BadContent
from assistant.policy import parse_day

QuestionKind = Literal["answered", "withheld", "near_miss", "off_topic"]


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """``gold`` are the paragraphs that by themselves answer; empty when none does."""

    id: str
    question: str
    kind: QuestionKind
    gold: frozenset[str]
    as_of: date | None
    history: tuple[str, ...]


def read_questions(path: Path) -> list[LabelledQuestion]:
    """Read JSON lines; raises BadContent naming the line that is not such a question."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            each = json.loads(line)
            found.append(
                LabelledQuestion(
                    each["id"],
                    each["q"],
                    each["kind"],
                    frozenset(each["gold"]),
                    parse_day(each["as_of"]) if each.get("as_of") else None,
                    tuple(each.get("history") or ()),
                )
            )
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise BadContent(f"{path}, line {number}: no labelled question ({error!r}).") from None
    return found
