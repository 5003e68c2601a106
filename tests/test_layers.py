"""Which part may import which, read from the source of every module.

errors ← settings ← {language, store} ← {knowledge, wording, paper} ← transcripts ← {policy, handling,
questionnaires, bona_fides} ← {mock, cases} ← chat ← wiring ← {web, tools, evaluation} ← cli ← app. Chat
knows what wiring puts together by its type alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

LAYERS: tuple[set[str], ...] = (
    {"", "errors"},
    {"settings"},
    {"language", "store"},
    {"knowledge", "wording", "paper"},
    {"transcripts"},
    {"policy", "handling", "questionnaires", "bona_fides"},
    {"mock", "cases"},
    {"chat"},
    {"wiring"},
    {"web", "tools", "evaluation"},
    {"cli"},
    {"__main__", "app"},
)
"""From the ground up; "" is the package itself, that has nothing but its version."""

KNOWN_BY_TYPE = {("chat", "wiring")}
"""Arrows that point up, and are there for the type checker alone."""

OWNERS = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "torch": {"language"},
    "transformers": {"language"},
    "sentence_transformers": {"language"},
    "langchain": {"language"},
    "langchain_openai": {"language"},
    "langchain_ollama": {"language"},
    "openai": {"language"},
    "ollama": {"language"},
    "chromadb": {"knowledge", "evaluation"},
    "spacy": {"language"},
    "gradio": {"web"},
    "fastapi": {"web"},
}
"""Packages that few parts may import."""

INSIDE = {
    "assistant.bona_fides.exports",
    "assistant.bona_fides.kept",
    "assistant.bona_fides.running",
    "assistant.evaluation.reminders",
    "assistant.wording.kinds",
    "assistant.bona_fides.pictures",
    "assistant.chat.export",
    "assistant.evaluation.transcripts",
    "assistant.handling.notebook",
    "assistant.handling.exports",
    "assistant.mock.drafts",
    "assistant.mock.exports",
    "assistant.mock.judging",
    "assistant.mock.kept",
    "assistant.mock.own_scenarios",
    "assistant.mock.reading_aloud",
    "assistant.knowledge.reading",
    "assistant.paper.markdown",
    "assistant.paper.pdf",
    "assistant.paper.word",
    "assistant.questionnaires.exports",
    "assistant.questionnaires.imports",
}
"""Modules that others import past their folder's ``__init__``, as they are seldom needed."""


@dataclass(frozen=True)
class Arrow:
    """``part`` imports ``module``."""

    place: str
    part: str
    module: str
    for_types: bool

    @property
    def target(self) -> str:
        """The part that is imported; "" for the package itself."""
        return [*self.module.split("."), ""][1]


def sources() -> list[Path]:
    return sorted([*PROJECT.glob("assistant/**/*.py"), PROJECT / "app.py"])


def part_of(path: Path) -> str:
    """The folder or module under ``assistant/`` that a file belongs to."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return "" if parts == ("assistant", "__init__") else parts[1] if parts[0] == "assistant" else parts[0]


def arrows(path: Path, text: str) -> Iterator[Arrow]:
    """Every import in a file, wherever it stands."""
    tree = ast.parse(text)
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test).endswith("TYPE_CHECKING")
        for statement in block.body
        for node in ast.walk(statement)
    }
    package = path.relative_to(PROJECT).parent.parts
    for node in ast.walk(tree):
        for module in imported(node, package):
            place = f"{path.relative_to(PROJECT)}:{getattr(node, 'lineno', 0)}"
            yield Arrow(place, part_of(path), module, id(node) in for_types)


def imported(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package[: len(package) - node.level + 1] if node.level else ()
        module = ".".join([*above, *([node.module] if node.module else [])])
        inside = [name.name for name in node.names if is_module(f"{module}.{name.name}")]
        yield from (f"{module}.{name}" for name in inside)
        if len(inside) < len(node.names):
            yield module


def is_module(name: str) -> bool:
    """Whether ``from folder import name`` takes a module, and not what the folder names as its own."""
    path = PROJECT.joinpath(*name.split("."))
    exists = name.startswith("assistant.") and (path.is_dir() or path.with_suffix(".py").is_file())
    return exists and path.name not in named_by(path.parent / "__init__.py")


@cache
def named_by(front: Path) -> frozenset[str]:
    """What a folder's ``__init__`` lists in ``__all__``."""
    for node in ast.parse(front.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def layer(part: str) -> int:
    return next((height for height, parts in enumerate(LAYERS) if part in parts), -1)


def points_wrong(arrow: Arrow) -> bool:
    if not arrow.module.startswith("assistant") or arrow.target == arrow.part:
        return False
    if arrow.for_types and (arrow.part, arrow.target) in KNOWN_BY_TYPE:
        return False
    return layer(arrow.target) >= layer(arrow.part)


def goes_past_the_front(arrow: Arrow) -> bool:
    inside = arrow.module.count(".") >= 2 and (PROJECT / "assistant" / arrow.target).is_dir()
    return inside and arrow.module.startswith("assistant.") and arrow.target != arrow.part


@pytest.fixture(scope="module")
def every() -> list[Arrow]:
    return [arrow for path in sources() for arrow in arrows(path, path.read_text(encoding="utf-8"))]


def test_every_part_has_its_layer() -> None:
    assert {part_of(path) for path in sources()} <= set().union(*LAYERS)


def test_no_arrow_points_the_wrong_way(every: list[Arrow]) -> None:
    assert len(every) > 100
    assert [f"{arrow.place} imports {arrow.module}" for arrow in every if points_wrong(arrow)] == []


def test_a_package_is_imported_only_where_it_belongs(every: list[Arrow]) -> None:
    wrong = [
        f"{arrow.place} imports {arrow.module}"
        for arrow in every
        if arrow.part not in OWNERS.get(arrow.module.split(".")[0], {arrow.part}) and not arrow.for_types
    ]
    assert wrong == []


def test_no_more_is_imported_past_a_folders_front(every: list[Arrow]) -> None:
    found = {
        module: arrow.place
        for arrow in every
        if goes_past_the_front(arrow)
        for module in [".".join(arrow.module.split(".")[:3])]
    }
    assert {module: place for module, place in found.items() if module not in INSIDE} == {}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assistant/store/opening.py", "from assistant.knowledge import Library"),
        ("assistant/language/embedder.py", "import assistant.store"),
        ("assistant/knowledge/search.py", "def later():\n    from assistant.policy.asking import Asking"),
        ("assistant/policy/asking.py", "from assistant.chat import Reply"),
        ("assistant/policy/asking.py", "from ..chat import Reply"),
        ("assistant/policy/asking.py", "from assistant import wiring"),
        ("assistant/chat/routing.py", "from assistant.wiring import Assistant"),
        ("assistant/errors.py", "from assistant.settings import Settings"),
        ("assistant/web/ask.py", "from assistant.cli import main"),
        ("assistant/web/ask.py", "from assistant.evaluation import evaluate"),
    ],
)
def test_a_wrong_arrow_is_seen(path: str, text: str) -> None:
    assert any(points_wrong(arrow) for arrow in arrows(PROJECT / path, text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assistant/policy/asking.py", "from assistant.knowledge import Library"),
        ("assistant/policy/asking.py", "from assistant.policy.answers import Answer"),
        ("assistant/policy/asking.py", "from .answers import Answer"),
        (
            "assistant/chat/routing.py",
            "if TYPE_CHECKING:\n    from assistant.wiring import Assistant",
        ),
        ("assistant/cli/main.py", "def serve():\n    from assistant.web import serve"),
        ("app.py", "from assistant.cli import main"),
    ],
)
def test_a_right_arrow_is_let_through(path: str, text: str) -> None:
    assert not any(points_wrong(arrow) for arrow in arrows(PROJECT / path, text))


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("from assistant.knowledge.words import stems", True),
        ("from assistant.knowledge import words", True),
        ("from assistant.knowledge import Library", False),
        ("from assistant.store import Store", False),
        ("from assistant.errors import NotFound", False),
        ("from assistant.policy.answers import Answer", False),
    ],
)
def test_what_goes_past_a_folders_front_is_seen(text: str, past: bool) -> None:
    found = arrows(PROJECT / "assistant" / "policy" / "asking.py", text)
    assert any(goes_past_the_front(arrow) for arrow in found) is past
