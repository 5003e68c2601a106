"""Questionnaire templates: what each agency asks, and what every debrief opens and closes with.

``agencies/*.yaml`` and ``sections/*.yaml`` under ``debrief_templates/``. A mistake is refused when the file
is read, with file, line, what is wrong and how to mend it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from assistant.errors import BadContent, NotFound
from assistant.knowledge import Library
from assistant.questionnaires.conditions import read_condition
from assistant.questionnaires.plan import KINDS, STAGES, Kind
from assistant.questionnaires.profile import SUBJECTS
from assistant.wording import forbidden

EXAMPLE = "EXAMPLE"
"""The agency of the file that is there to be copied: it asks nothing."""

SECTIONS = ("OPENING", "THREATS", "BONA-FIDES", "KNOWLEDGE", "CLOSING")
"""The sections of every debrief, in their order."""

TOPICS = {
    "person": "The man and his life",
    "service": "His service",
    "operations": "Operations",
    "ciphers": "Ciphers and communications",
    "security_practice": "How his side guards itself",
    "leadership": "Leadership",
    "foreign_policy": "Foreign policy",
    "ground_forces": "Ground forces",
    "naval": "Naval matters",
    "air": "Air",
    "missiles": "Missiles",
    "atomic": "Atomic matters",
    "science": "Science",
    "industry": "Industry",
    "economy": "Economy and trade",
    "society": "Life and opinion at home",
    "propaganda": "Propaganda",
    "borders_and_travel": "Borders and travel",
    "colleagues": "Colleagues and others who may leave",
    "documents": "Papers he brought",
}
"""Topics by which agencies' questions are grouped, with their titles."""

LARGEST = 2_000_000
"""Bytes of a template file."""


@dataclass(frozen=True, slots=True)
class TemplateQuestion:
    id: str
    wording: str
    kind: Kind
    minutes: float
    probes: tuple[str, ...] = ()
    how_known: str = ""
    when: str = ""
    citations: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """What an agency needs to know; ``subjects`` are the kinds it makes sense for, empty for all."""

    id: str
    needs: str
    priority: int
    topic: str
    subjects: tuple[str, ...]
    citations: tuple[str, ...]
    questions: tuple[TemplateQuestion, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    id: str
    name: str
    interests: str
    citations: tuple[str, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the officer tells the subject, and when."""

    says: str
    citations: tuple[str, ...]
    when: str = ""
    stages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingSection:
    """A section of every debrief."""

    id: str
    title: str
    why: str
    citations: tuple[str, ...]
    tell: tuple[Statement, ...]
    questions: tuple[TemplateQuestion, ...]


@dataclass(frozen=True, slots=True)
class Templates:
    agencies: tuple[Agency, ...]
    sections: tuple[StandingSection, ...]

    def agency(self, id: str) -> Agency:
        """The agency of that id or name, whatever the case.

        Raises:
            NotFound: there is none; the message lists those there are.
        """
        wanted = id.strip().casefold().replace(" ", "-").replace("_", "-")
        for agency in self.agencies:
            if wanted in (agency.id.casefold(), agency.name.casefold().replace(" ", "-")):
                return agency
        near = difflib.get_close_matches(wanted.upper(), [agency.id for agency in self.agencies], 1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise NotFound(
            f"There is no agency of that name.{hint} Known: {', '.join(a.id for a in self.agencies)}."
        )

    @property
    def questions(self) -> Iterator[TemplateQuestion]:
        """Every question of every template."""
        for section in self.sections:
            yield from section.questions
        for agency in self.agencies:
            for requirement in agency.requirements:
                yield from requirement.questions


def read_templates(folder: Path, library: Library) -> Templates:
    """Read all templates, and check them against the documents.

    Raises:
        BadContent: a file has a mistake: file, line, what, and how to mend it.
    """
    agencies = [_agency(part) for part in _files(folder / "agencies", library)]
    sections = {each.id: each for each in (_section(part) for part in _files(folder / "sections", library))}
    if missing := [id for id in SECTIONS if id not in sections]:
        raise BadContent(f"{folder / 'sections'}: the section {missing[0]} is missing. Add its file.")
    _refuse_twins(agencies)
    ordered = sorted((a for a in agencies if a.id != EXAMPLE), key=lambda agency: agency.id)
    return Templates(tuple(ordered), tuple(sections[id] for id in SECTIONS))


class _Part:
    """A mapping of a template file that knows its lines."""

    def __init__(self, path: Path, node: yaml.Node, library: Library) -> None:
        self.path, self.node, self.library = path, node, library
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong("entries such as “id: …” are needed here", node)
        self.values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if str(key.value) in self.values:
                raise self.wrong(f"'{key.value}' is there twice. Keep one", key)
            self.values[str(key.value)] = value

    def wrong(self, what: str, node: yaml.Node | None = None) -> BadContent:
        line = (node or self.node).start_mark.line + 1
        return BadContent(f"{self.path.name}, line {line}: {what}.")

    def allow(self, *keys: str) -> None:
        for key, value in self.values.items():
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                hint = f" Did you mean '{near[0]}'?" if near else ""
                raise self.wrong(f"unknown key '{key}'.{hint} Known keys: {', '.join(keys)}", value)

    def text(self, key: str, needed: bool = True) -> str:
        node = self.values.get(key)
        if node is None:
            if needed:
                raise self.wrong(f"'{key}' is missing. Add it")
            return ""
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            raise self.wrong(f"'{key}' must be a text", node)
        return " ".join(str(node.value).split())

    def texts(self, key: str, allowed: Sequence[str] = ()) -> tuple[str, ...]:
        found = []
        for node in self._items(key):
            if not isinstance(node, yaml.ScalarNode):
                raise self.wrong(f"each entry of '{key}' must be a text", node)
            value = " ".join(str(node.value).split())
            if allowed and value not in allowed:
                near = difflib.get_close_matches(value, allowed, 1)
                hint = f"Did you mean '{near[0]}'?" if near else f"Use {', '.join(allowed)}"
                raise self.wrong(f"'{value}' is no {key.rstrip('s')} that is known. {hint}", node)
            found.append(value)
        return tuple(found)

    def one_of(self, key: str, allowed: Sequence[str]) -> str:
        value = self.text(key)
        if value not in allowed:
            near = difflib.get_close_matches(value, allowed, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Use {', '.join(allowed)}"
            raise self.wrong(f"'{value}' is no {key} that is known. {hint}", self.values[key])
        return value

    def number(self, key: str, least: float, most: float) -> float:
        text = self.text(key)
        try:
            value = float(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise self.wrong(f"'{key}' must be a number from {least:g} to {most:g}", self.values[key])
        return value

    def parts(self, key: str, needed: bool = True) -> list[_Part]:
        if needed and key not in self.values:
            raise self.wrong(f"'{key}' is missing. Add a list")
        return [_Part(self.path, node, self.library) for node in self._items(key)]

    def _items(self, key: str) -> list[yaml.Node]:
        node = self.values.get(key)
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.wrong(f"'{key}' must be a list", node)
        return list(node.value)

    def citations(self) -> tuple[str, ...]:
        cited = self.texts("citations")
        for id, node in zip(cited, self._items("citations"), strict=True):
            if not self.library.has(id):
                raise self.wrong(f"no document has the paragraph {id}. Give an id such as NSCID-13#9.b", node)
        return cited


def _files(folder: Path, library: Library) -> Iterator[_Part]:
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise BadContent(f"{folder}: there are no templates. Put back the folder that came with the program.")
    for path in paths:
        yield _file(path, library)


@lru_cache(maxsize=64)
def _composed(path: Path, changed: int, size: int) -> yaml.Node | None:
    return yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _file(path: Path, library: Library) -> _Part:
    try:
        stat = path.stat()
        if stat.st_size > LARGEST:
            raise BadContent(f"{path.name}: larger than {LARGEST:,} bytes. Split it.")
        node = _composed(path, stat.st_mtime_ns, stat.st_size)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadContent(
            f"{path.name}, line {line}: not valid YAML ({error.problem}). Mend it there."
        ) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise BadContent(f"{path.name}: cannot be read ({type(error).__name__}).") from None
    if node is None:
        raise BadContent(f"{path.name}: the file is empty. Copy blank.yaml to begin one.")
    return _Part(path, node, library)


def _agency(part: _Part) -> Agency:
    part.allow("id", "name", "interests", "citations", "requirements")
    return Agency(
        part.text("id"),
        part.text("name"),
        part.text("interests"),
        part.citations(),
        tuple(_requirement(each) for each in part.parts("requirements")),
    )


def _requirement(part: _Part) -> Requirement:
    part.allow("id", "needs", "priority", "topic", "for", "citations", "questions")
    return Requirement(
        part.text("id"),
        part.text("needs"),
        int(part.number("priority", 1, 4)),
        part.one_of("topic", tuple(TOPICS)),
        part.texts("for", SUBJECTS),
        part.citations(),
        tuple(_question(each) for each in part.parts("questions")),
    )


def _question(part: _Part) -> TemplateQuestion:
    part.allow("id", "wording", "kind", "minutes", "probes", "how_known", "when", "citations", "stages")
    question = TemplateQuestion(
        part.text("id"),
        part.text("wording"),
        cast(Kind, part.one_of("kind", KINDS)),
        part.number("minutes", 0.5, 60),
        part.texts("probes"),
        part.text("how_known", needed=False),
        _condition(part),
        part.citations(),
        part.texts("stages", STAGES),
    )
    for words in (question.wording, *question.probes, question.how_known):
        if fault := forbidden(words):
            what = f"question {question.id} is {fault.kind}: {fault.why} Word it otherwise"
            raise part.wrong(what, part.values["wording"])
    return question


def _condition(part: _Part) -> str:
    when = part.text("when", needed=False)
    try:
        if when:
            read_condition(when)
    except BadContent as error:
        raise part.wrong(str(error), part.values["when"]) from None
    return when


def _section(part: _Part) -> StandingSection:
    part.allow("id", "title", "why", "citations", "tell", "questions")
    tell = []
    for each in part.parts("tell", needed=False):
        each.allow("says", "citations", "when", "stages")
        tell.append(
            Statement(each.text("says"), each.citations(), _condition(each), each.texts("stages", STAGES))
        )
    return StandingSection(
        part.one_of("id", SECTIONS),
        part.text("title"),
        part.text("why"),
        part.citations(),
        tuple(tell),
        tuple(_question(each) for each in part.parts("questions")),
    )


def _refuse_twins(agencies: Sequence[Agency]) -> None:
    seen: dict[str, Any] = {}
    for agency in agencies:
        ids = [agency.id]
        for requirement in agency.requirements:
            ids += [requirement.id, *(question.id for question in requirement.questions)]
        for id in ids:
            if id in seen:
                raise BadContent(
                    f"The id {id} is used twice, in {seen[id]} and in {agency.name}. Rename one."
                )
            seen[id] = agency.name
