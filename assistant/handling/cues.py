"""The cues: what a line may call for, what to advise then, and on what ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.errors import BadContent
from assistant.knowledge import Library, find_quote, read_yaml

Role = Literal["handler", "subject", "note"]
ROLES: tuple[Role, ...] = get_args(Role)

Urgency = Literal["now", "soon", "when convenient"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)

FEWEST_EXAMPLES = 8
"""Of examples and of counter-examples that a cue must have."""

_KEYS = frozenset(
    "id name urgency stages brief before rest rest_of paragraphs quote advice why kept examples "
    "counter_examples moot kept_examples".split()
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Guidance as it is given before anything was said: one line, read in a moment."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Cue:
    """One piece of guidance.

    ``paragraphs`` are full ids; ``quote`` stands verbatim in the first. ``examples`` are lines that call for
    it, by the role whose words it hears; ``moot`` are lines that show that it was done already;
    ``kept_examples`` are handler's lines that do what it asks, and ``kept`` the praise for one. ``brief``
    names what must be known of a subject for the cue to stand in his brief, in the words of ``before``;
    ``rest_of`` the same for a rest between questions, and ``rest`` what to think of then.
    """

    id: str
    name: str
    urgency: Urgency
    stages: tuple[str, ...]
    paragraphs: tuple[str, ...]
    quote: str
    advice: str
    why: str
    examples: Mapping[Role, tuple[str, ...]]
    counter_examples: Mapping[Role, tuple[str, ...]]
    moot: tuple[str, ...] = ()
    kept: str = ""
    kept_examples: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    before: Ahead | None = None
    rest: Ahead | None = None
    rest_of: tuple[str, ...] = ("everybody",)

    @property
    def hears(self) -> tuple[Role, ...]:
        return tuple(self.examples)

    def at(self, stage: str) -> bool:
        """Whether it belongs to a stage of the handling."""
        return "any" in self.stages or stage in self.stages


def read_cues(path: Path, library: Library) -> Mapping[str, Cue]:
    """The cues by id, in the file's order.

    Raises:
        BadContent: an entry breaks the format; the message names file, cue and what is wrong.
    """
    cues: dict[str, Cue] = {}
    for entry in read_yaml(path, list):
        where = f"{path}, cue '{entry.get('id')}'"
        if wrong := set(entry) - _KEYS:
            raise BadContent(f"{where}: unknown key {sorted(wrong)}. Known: {sorted(_KEYS)}.")
        cue = _cue(entry, where)
        if cue.id in cues:
            raise BadContent(f"{where}: stands twice. Join the two.")
        _check(cue, library, where)
        cues[cue.id] = cue
    return cues


def _cue(entry: dict[str, Any], where: str) -> Cue:
    try:
        return Cue(
            id=entry["id"],
            name=entry["name"],
            urgency=entry["urgency"],
            stages=tuple(entry["stages"]),
            paragraphs=tuple(entry["paragraphs"]),
            quote=entry["quote"],
            advice=entry["advice"].strip(),
            why=entry["why"].strip(),
            examples=_by_role(entry["examples"]),
            counter_examples=_by_role(entry["counter_examples"]),
            moot=tuple(entry.get("moot") or ()),
            kept=entry.get("kept", "").strip(),
            kept_examples=tuple(entry.get("kept_examples") or ()),
            brief=tuple(entry.get("brief") or ()),
            before=Ahead(**entry["before"]) if "before" in entry else None,
            rest=Ahead(**entry["rest"]) if "rest" in entry else None,
            rest_of=tuple(entry.get("rest_of") or ("everybody",)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BadContent(
            f"{where}: a key is missing or has the wrong form ({error}). See README.md."
        ) from None


def _by_role(lines: Mapping[Role, list[str]]) -> dict[Role, tuple[str, ...]]:
    return {role: tuple(of) for role, of in lines.items()}


def _check(cue: Cue, library: Library, where: str) -> None:
    if cue.urgency not in URGENCIES:
        raise BadContent(f"{where}: urgency is one of {', '.join(URGENCIES)}.")
    if wrong := {*cue.examples, *cue.counter_examples} - {*ROLES}:
        raise BadContent(f"{where}: unknown roles {sorted(wrong)}. Known: {', '.join(ROLES)}.")
    for name, lines in (("examples", cue.examples), ("counter_examples", cue.counter_examples)):
        if sum(map(len, lines.values())) < FEWEST_EXAMPLES:
            raise BadContent(f"{where}: {name} has fewer than {FEWEST_EXAMPLES} lines.")
    if missing := [id for id in cue.paragraphs if not library.has(id)]:
        raise BadContent(f"{where}: no edition has the paragraphs {missing}.")
    if not find_quote(library.paragraph(cue.paragraphs[0]).text, cue.quote):
        raise BadContent(f"{where}: the quotation is not in {cue.paragraphs[0]}. Copy it.")
    if bool(cue.kept) != bool(cue.kept_examples):
        raise BadContent(f"{where}: 'kept' and 'kept_examples' go together.")
    if bool(cue.brief) != bool(cue.before):
        raise BadContent(f"{where}: 'brief' and 'before' go together.")
