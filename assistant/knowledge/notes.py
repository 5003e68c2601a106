"""The editors' apparatus: gists, lay questions, duties, definitions, facts. Theirs, never the document's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from assistant.errors import BadContent
from assistant.knowledge.documents import Document

Modal = Literal["must", "must not", "should", "should not", "may"]
Kind = Literal["who", "whether", "when", "where", "how many", "why", "how", "what"]


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must, should or may do what. ``quote`` stands verbatim in the paragraph."""

    paragraph: str
    actor: str
    modal: Modal
    act: str
    quote: str
    condition: str = ""
    deadline: str = ""

    @property
    def says(self) -> str:
        """The duty as one sentence."""
        parts = [self.actor, self.modal, self.act]
        if self.condition:
            parts.append(self.condition)
        sentence = " ".join(parts)
        if self.deadline and self.deadline.lower() not in sentence.lower():
            sentence += f" ({self.deadline})"
        return sentence.rstrip(".") + "."


@dataclass(frozen=True, slots=True)
class Definition:
    paragraph: str
    term: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence that answers one kind of question, with the words that prove it."""

    paragraph: str
    answers: Kind
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What a withheld place leaves unanswered."""

    paragraph: str
    says: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    paragraph: str
    gist: str
    questions: tuple[str, ...] = ()
    duties: tuple[Duty, ...] = ()
    definitions: tuple[Definition, ...] = ()
    facts: tuple[Fact, ...] = ()
    gap: Gap | None = None
    situations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Something readers expect of the documents and none of them says."""

    subject: str
    says: str
    questions: tuple[str, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where documents differ on a topic or one replaced another; ``paragraphs`` in order of time."""

    topic: str
    says: str
    paragraphs: tuple[str, ...]


BEYOND = "beyond "
"""How the subject of a silence starts that was noted beside one paragraph."""

_ENTRY_KEYS = {"paragraph", "gist", "questions", "situations", "duties", "definitions", "facts", "withheld"}


def read_notes(path: Path, document: Document) -> dict[str, Note]:
    """Read a document's notes, by full paragraph id.

    Raises:
        BadContent: an unknown key, a paragraph that is not there, a quotation that is not verbatim.
    """
    notes: dict[str, Note] = {}
    for entry in read_yaml(path, list):
        number = str(entry.get("paragraph"))
        where = f"{path}, paragraph {number}"
        if unknown := set(entry) - _ENTRY_KEYS:
            raise BadContent(f"{where}: unknown key {sorted(unknown)}. Known: {sorted(_ENTRY_KEYS)}.")
        paragraph = document.by_number.get(number)
        if paragraph is None:
            raise BadContent(f"{where}: the edition has no such paragraph. Mend the number.")
        if paragraph.id in notes:
            raise BadContent(f"{where}: noted twice. Join the two entries.")
        note = _note(entry, paragraph.id, where)
        folded = fold(paragraph.text)
        claims: list[Duty | Definition | Fact] = [*note.duties, *note.definitions, *note.facts]
        for claim in claims:
            if fold(claim.quote) not in folded:
                raise BadContent(
                    f"{where}: the quotation “{claim.quote[:60]}” is not in the paragraph. Copy it."
                )
        notes[paragraph.id] = note
    return notes


def _note(entry: dict[str, Any], paragraph: str, where: str) -> Note:
    try:
        duties = tuple(Duty(paragraph, **duty) for duty in entry.get("duties") or ())
        definitions = tuple(Definition(paragraph, **d) for d in entry.get("definitions") or ())
        facts = tuple(Fact(paragraph, **fact) for fact in entry.get("facts") or ())
        withheld = entry.get("withheld")
        gap = Gap(paragraph, withheld["says"], tuple(withheld["questions"])) if withheld else None
        questions = tuple(entry.get("questions") or ())
        situations = tuple(entry.get("situations") or ())
        note = Note(paragraph, entry["gist"], questions, duties, definitions, facts, gap, situations)
    except (TypeError, KeyError) as error:
        raise BadContent(f"{where}: {error}. See knowledge/README.md for the keys.") from None
    for duty in duties:
        if duty.modal not in get_args(Modal):
            raise BadContent(f"{where}: modal '{duty.modal}'. Use one of {get_args(Modal)}.")
    for fact in facts:
        if fact.answers not in get_args(Kind):
            raise BadContent(f"{where}: answers '{fact.answers}'. Use one of {get_args(Kind)}.")
    return note


def read_silences(path: Path) -> tuple[Silence, ...]:
    if not path.exists():
        return ()
    return tuple(
        Silence(e["subject"], e["says"], tuple(e["questions"]), tuple(e["nearest"]))
        for e in read_yaml(path, list)
    )


def read_beyond(path: Path, document: Document) -> tuple[Silence, ...]:
    """What readers of a paragraph go on to ask and no document answers, paragraph by paragraph."""
    if not path.exists():
        return ()
    silences = []
    for entry in read_yaml(path, list):
        paragraph = document.by_number.get(str(entry["paragraph"]))
        if paragraph is None:
            raise BadContent(f"{path}: the edition has no paragraph {entry['paragraph']}. Mend the number.")
        subject = f"{BEYOND}{paragraph.id}"
        silences.append(Silence(subject, entry["says"], tuple(entry["questions"]), (paragraph.id,)))
    return tuple(silences)


def read_differences(path: Path) -> tuple[Difference, ...]:
    if not path.exists():
        return ()
    return tuple(Difference(e["topic"], e["says"], tuple(e["paragraphs"])) for e in read_yaml(path, list))


def read_yaml(path: Path, kind: type) -> Any:
    """Load a YAML file whose top level is a ``kind``; raises BadContent with line and reason."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise BadContent(f"{path}: not valid YAML ({error}). Mend it there.") from None
    except OSError as error:
        raise BadContent(f"{path}: cannot be read ({error.strerror}).") from None
    if not isinstance(content, kind):
        raise BadContent(f"{path}: the top level must be a {kind.__name__}.")
    return content


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def fold(text: str) -> str:
    """White space folded: how quotations are compared with the text."""
    return " ".join(text.split())
