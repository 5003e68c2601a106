"""The faults a question can have, and what is said of each one found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

FaultKind = Literal[
    "leading",
    "compound",
    "forced_choice",
    "presupposition",
    "suggestive",
    "loaded",
    "cynical",
    "coercive",
    "promise",
    "negative",
    "vague",
    "jargon",
    "complex",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, where it stands and what the rule rests on.

    ``span`` counts characters of the question as it was given, end exclusive; ``words`` is what stands there.
    ``source`` is a paragraph of the four documents or a published standard of interviewing.
    """

    kind: FaultKind
    span: tuple[int, int]
    words: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What every fault of one kind says of itself: the sentence for the officer, and what that rests on."""

    kind: FaultKind
    why: str
    source: str

    def broken(self, given: str, start: int, end: int, why: str = "") -> Fault:
        """The fault at these characters, without the spaces and commas around them."""
        while start < end and given[end - 1] in " ,;:\t\r\n":
            end -= 1
        while start < end and given[start] in " ,;:\t\r\n":
            start += 1
        return Fault(self.kind, (start, end), given[start:end], why or self.why, self.source)


@dataclass(frozen=True, slots=True)
class Checked:
    """A question with its faults in order of place; ``rewording`` is "" when no rule makes one."""

    question: str
    faults: tuple[Fault, ...]
    rewording: str

    @property
    def kinds(self) -> frozenset[FaultKind]:
        """The kinds of fault found."""
        return frozenset(fault.kind for fault in self.faults)


def as_json(checked: Checked) -> dict[str, Any]:
    """The same as plain values, for the page and for other programs."""
    return {
        "question": checked.question,
        "faults": [
            {
                "kind": fault.kind,
                "span": list(fault.span),
                "words": fault.words,
                "why": fault.why,
                "source": fault.source,
            }
            for fault in checked.faults
        ],
        "rewording": checked.rewording,
    }
