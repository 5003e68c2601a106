"""What is known of the subject from elsewhere: facts with their source, kept apart from what he says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from assistant.errors import BadContent

LARGEST = 200_000
"""Characters."""

_EXAMPLE = "Give `facts:` and under it lines such as `- born: 5 May 1923` with `source: passport`."


@dataclass(frozen=True, slots=True)
class CaseFact:
    """``slot: value`` with its source. ``slot`` is free: "born", "married", "crossed the frontier"."""

    slot: str
    value: str
    source: str


def read_case_file(text: str) -> tuple[CaseFact, ...]:
    """Facts from YAML: a list of ``slot: value`` with ``source``, by itself or under ``facts:``.

    Raises:
        BadContent: it is not such a list; the message says where.
    """
    if len(text) > LARGEST:
        raise BadContent("The case file is larger than a case file is. Keep to the facts that matter.")
    try:
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadContent(f"The case file is not valid YAML{line}: {error.problem}. {_EXAMPLE}") from None
    except yaml.YAMLError:
        raise BadContent(f"The case file is not valid YAML. {_EXAMPLE}") from None
    rows = data.get("facts") if isinstance(data, dict) else data
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise BadContent(f"The case file has no list of facts. {_EXAMPLE}")
    return tuple(fact for n, row in enumerate(rows, start=1) for fact in _facts(row, n))


def _facts(row: Any, place: int) -> Iterator[CaseFact]:
    if not isinstance(row, dict) or not any(key != "source" for key in row):
        raise BadContent(f"The case file's fact {place} is no `slot: value`. {_EXAMPLE}")
    source = str(row.get("source") or "source not given")
    for slot, value in row.items():
        if slot != "source":
            if isinstance(value, (dict, list)) or value is None:
                raise BadContent(f"The case file's fact {place} has no plain value. {_EXAMPLE}")
            yield CaseFact(str(slot).replace("_", " "), str(value), source)
