"""How the cues do: how often each was raised over all notebooks, and what came of it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.handling.hearing import Hearing
from assistant.handling.notebook import Notebook
from assistant.handling.session import Outcome
from assistant.paper import harmless

COLUMNS = ("cue", "name", "raised", "done", "not now", "wrong", "words of the wrong ones")


@dataclass(frozen=True, slots=True)
class CueTally:
    """``words`` are those that set off the reminders that were called wrong."""

    cue: str
    name: str
    raised: int
    done: int
    not_now: int
    wrong: int
    words: tuple[str, ...]


def tallied(notebooks: Iterable[Notebook], hearing: Hearing) -> tuple[CueTally, ...]:
    """The cues that were raised, those that were wrong most often first."""
    raised: Counter[str] = Counter()
    outcomes: Counter[tuple[str, Outcome]] = Counter()
    words: dict[str, list[str]] = {}
    for notebook in notebooks:
        for cue, outcome, trigger in _raised(notebook, hearing):
            raised[cue] += 1
            if outcome is not None:
                outcomes[cue, outcome] += 1
            if outcome == "wrong":
                words.setdefault(cue, []).append(trigger)
    each = (
        CueTally(
            cue,
            hearing.cues[cue].name if cue in hearing.cues else cue,
            count,
            outcomes[cue, "done"],
            outcomes[cue, "not now"],
            outcomes[cue, "wrong"],
            tuple(words.get(cue, ())),
        )
        for cue, count in raised.items()
    )
    return tuple(sorted(each, key=lambda tally: (-tally.wrong, -tally.raised, tally.name)))


def _raised(notebook: Notebook, hearing: Hearing) -> Iterator[tuple[str, Outcome | None, str]]:
    """Cue, outcome and words of each reminder.

    One that was answered counts even where the line would not raise it any more, as after a change of the
    weights: then the whole line stands for its words.
    """
    answered = dict(notebook.outcomes)
    for each in notebook.session(hearing).raised:
        answered.pop(each.key, None)
        yield each.reminder.cue, each.outcome, each.reminder.trigger
    texts = {line.id: line.text for line in notebook.lines}
    for key, outcome in answered.items():
        line, _, cue = key.partition(" ")
        if line in texts:
            yield cue, outcome, texts[line]


def as_csv(tallies: Sequence[CueTally]) -> str:
    """A head and a row for each cue, with lines that end in CR LF; no cell is taken for a formula."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for each in tallies:
        counts = (each.raised, each.done, each.not_now, each.wrong)
        rows.writerow(map(harmless, (each.cue, each.name, *map(str, counts), "\n".join(each.words))))
    return file.getvalue()
