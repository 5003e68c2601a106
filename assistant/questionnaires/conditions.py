"""When a template's question applies: a small language of facts, worked out with what is known.

``kind == "pilot" and "airfield" in access``, ``not recalled``, ``stage != "first contact"``. Only
comparisons of facts with quoted text, ``in`` and ``not in`` lists, ``and``, ``or``, ``not`` and brackets.
A comparison with a fact that is not known does not hold; a yes-or-no fact that is not known leaves the
condition open, and the officer must settle it before he asks.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.errors import BadContent

YES_OR_NO = ("has_family_behind", "brought_documents", "recalled")
TEXTS = ("kind", "service", "nationality", "rank", "post", "motive", "state", "stage")
LISTS = ("access", "languages", "places")

LONGEST = 400
"""Characters of a condition; none in use comes near, and Python's parser need not see more."""

Fact = str | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Holds:
    """Whether a condition holds: True, False, or None while ``to_settle`` is not known."""

    holds: bool | None
    to_settle: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read_condition(text: str) -> ast.expr:
    """Check a condition and return its tree.

    Raises:
        BadContent: it says something that this language does not have.
    """
    if len(text) > LONGEST:
        raise BadContent(f"the condition is longer than {LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadContent(f"the condition “{text[:80]}” cannot be read") from None
    _check(tree)
    return tree


def apply(text: str, facts: Mapping[str, Fact]) -> Holds:
    """Work a condition out; an empty one holds. ``kind`` may be several words, any of which counts."""
    if not text.strip():
        return Holds(True)
    open_facts: dict[str, None] = {}
    held = _apply(read_condition(text), facts, open_facts)
    return Holds(held, tuple(open_facts) if held is None else ())


def _check(node: ast.expr) -> None:
    match node:
        case ast.BoolOp(values=values):
            for value in values:
                _check(value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            _check(operand)
        case ast.Name(id=name):
            if name not in YES_OR_NO:
                raise BadContent(f"“{name}” is not a yes-or-no fact. Those are {', '.join(YES_OR_NO)}")
        case ast.Compare(
            left=ast.Name(id=name), ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Constant(value=str())]
        ):
            if name not in TEXTS:
                raise BadContent(f"“{name}” cannot be compared with a text. These can: {', '.join(TEXTS)}")
        case ast.Compare(
            left=ast.Constant(value=str()), ops=[ast.In() | ast.NotIn()], comparators=[ast.Name(id=name)]
        ):
            if name not in LISTS:
                raise BadContent(f"“{name}” is not a list. Lists are {', '.join(LISTS)}")
        case _:
            raise BadContent(
                'a condition is made of fact == "text", "text" in list, and, or, not and brackets'
            )


def _apply(node: ast.expr, facts: Mapping[str, Fact], open_facts: dict[str, None]) -> bool | None:
    match node:
        case ast.BoolOp(op=op, values=values):
            held = [_apply(value, facts, open_facts) for value in values]
            decisive = isinstance(op, ast.Or)
            if decisive in held:
                return decisive
            return None if None in held else not decisive
        case ast.UnaryOp(operand=operand):
            inner = _apply(operand, facts, open_facts)
            return None if inner is None else not inner
        case ast.Name(id=name):
            known = facts.get(name)
            if known is None:
                open_facts[name] = None
            return None if known is None else bool(known)
        case ast.Compare(left=ast.Name(id=name), ops=[op], comparators=[ast.Constant(value=wanted)]):
            same = str(wanted).casefold() in _texts(facts.get(name))
            return same if isinstance(op, ast.Eq) else not same
        case ast.Compare(left=ast.Constant(value=wanted), ops=[op], comparators=[ast.Name(id=name)]):
            there = any(str(wanted).casefold() in each for each in _texts(facts.get(name)))
            return there if isinstance(op, ast.In) else not there
    raise AssertionError("read_condition lets nothing else pass")


def _texts(fact: Fact) -> tuple[str, ...]:
    if fact is None or isinstance(fact, bool):
        return ()
    return tuple(each.casefold() for each in ((fact,) if isinstance(fact, str) else fact))
