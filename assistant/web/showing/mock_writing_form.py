"""The fields of a scenario's form.

A field names its value by ``data-key``, a list by ``data-list``; the page's script fills them in, and makes
each entry of a list from the template of that name.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.mock.drafts import LONGEST_TEXT
from assistant.web.showing.escaping import plain
from assistant.web.showing.icons import icon

DIFFICULTIES = {"easy": "easy", "medium": "medium", "hard": "hard"}

GATES = {
    "free": "He tells it by himself when an open question touches its topic, and when asked.",
    "asked": "He tells it when asked for it. An open question brings the next one when nothing free is left.",
    "trust": "He tells it when asked for it while his state meets every bound below; else his closed words.",
    "hidden": "He never tells it. It does not count among what can be learned.",
}

SURE = {
    "certain": "He knows it, and it is so.",
    "thinks": "He believes it. His words say that he may be wrong.",
    "wrong": "He errs honestly. Say below what was really so.",
}

STATES = {
    "trust": ("Trust", "0 believes nobody here, 10 would trust you with anything"),
    "fear": ("Fear", "0 calm, 10 afraid for his life"),
    "self_respect": ("Self-respect", "0 agrees to whatever is put to him, 10 sure of his worth"),
    "tiredness": ("Tiredness", "0 fresh, from 7.5 he says that he is tired; an hour adds 6"),
    "suspicion": ("Suspicion", "0 open, 10 sees a trap in every question"),
}

NEEDS = {
    "trust": "Trust at least",
    "self_respect": "Self-respect at least",
    "fear_at_most": "Fear at most",
    "suspicion_at_most": "Suspicion at most",
}

STOCK = {
    "greeting": "He is greeted",
    "thanks": "He is spoken to kindly",
    "statement": "A remark asks him nothing",
    "unknown": "He does not know",
    "not_understood": "He does not understand",
    "told_again": "Before an answer that he gave already",
    "yields": "He agrees, too easily, to a leading question",
    "promised": "He is promised something",
    "rest": "A pause is offered",
    "how_he_is": "He is asked how he is, and is at ease",
    "how_he_is_uneasy": "He is asked how he is, and is afraid or mistrusts",
    "nothing_more": "He is asked for more, and has nothing to add",
    "comes_back": "He returns to what he would not say before; the answer follows",
    "adds": "He adds a remark of his own, now and then, to any answer",
    "tired": "He is tired",
    "slighted": "He is slighted",
    "withdraws": "After a threat or a sneer",
}

KNOWS = ("own eyes", "heard", "papers", "guess")


def parts() -> str:
    """The form, part by part; only the first is unfolded."""
    return "".join(
        (
            _part("about", "About", _about(), opened=True),
            _part("man", "The man", _man()),
            _part(
                "requirements",
                "Requirements",
                _hint("What the agencies want to know from him. Each fact serves one.")
                + _list("requirements", "Add a requirement"),
            ),
            _part(
                "topics",
                "Topics",
                _hint("Stories of several facts. An open question touches one and brings what is free in it.")
                + _list("topics", "Add a topic"),
            ),
            _part(
                "facts",
                "Facts",
                _hint("What he can tell. Nothing else leaves him: only these words, and his stock lines.")
                + _list("facts", "Add a fact"),
            ),
            _part(
                "cracks",
                "Cracks",
                _hint("Two facts whose tellings do not fit together, for a trainee to notice.")
                + _list("cracks", "Add a crack"),
            ),
            _part(
                "events",
                "Events",
                _hint("What a trainer may slip in during a run.") + _list("events", "Add an event"),
            ),
            _part(
                "replies",
                "Stock lines",
                _hint(
                    "What he says where no fact is told: one line each, three or more of a kind. "
                    "Make them sound like him."
                )
                + "".join(_lines(name, f"replies.{key}", rows=3) for key, name in STOCK.items()),
            ),
        )
    )


def templates() -> str:
    """One for each list: what an entry of it looks like."""
    profile = (
        '<template data-entry="subject.profile"><li class="row-entry">'
        '<input data-key="key" aria-label="What" maxlength="60" dir="auto" placeholder="rank">'
        '<input data-key="value" aria-label="As it is" maxlength="400" dir="auto">'
        f"{_acts('line', moves=False)}</li></template>"
    )
    knows = "".join(f'<option value="{plain(each)}"></option>' for each in KNOWS)
    return (
        profile
        + _template("requirements", "requirement", _requirement())
        + _template("topics", "topic", _topic())
        + _template("facts", "fact", _fact())
        + _template("cracks", "crack", _crack())
        + _template("events", "event", _event())
        + f'<datalist id="ways-of-knowing">{knows}</datalist>'
    )


# The parts.


def _about() -> str:
    return (
        _line("Title", "title")
        + _row(
            _choice("Difficulty", "difficulty", DIFFICULTIES),
            _number("Minutes", "minutes", 5, 240),
            _line("Id", "id", "For the command and the file. Leave it empty to have one made of the title."),
        )
        + _area(
            "Setting, as the trainee reads it", "setting", "Nothing in it that he should find out.", rows=5
        )
        + _area("His opening words", "opening", rows=3)
    )


def _man() -> str:
    sliders = "".join(
        f'<label class="slider"><span class="name">{name} <output></output></span><input type="range" '
        f'min="0" max="10" step="0.5" data-key="state.{key}" data-as="number"><small '
        f'class="hint">{means}</small></label>'
        for key, (name, means) in STATES.items()
    )
    return (
        _line("Name", "subject.name")
        + _area("Voice", "subject.voice", "How he speaks, for trainers and for a model that words his lines.")
        + '<div class="field"><span class="name">Profile</span>'
        + _hint("Nationality, service, rank, post and the like, a line each.")
        + _list("subject.profile", "Add a line")
        + "</div><fieldset><legend>How he is at the start</legend>"
        + f'<div class="sliders">{sliders}</div></fieldset>'
        + _area("Motive that he tells", "motives.told")
        + _area("Motive as it is", "motives.real", "The trainee never sees it before the review.")
    )


def _requirement() -> str:
    return _row(_line("Title", "title"), _weight()) + _id(
        "The id ‘hostilities’ has its first warning timed in the review."
    )


def _topic() -> str:
    return (
        _line("Name", "id", "Small letters, digits and _. Facts name their topic by it.", kind="id")
        + _area("How he begins", "lead", "Said once, before the first fact of it. It may stay empty.")
        + _lines(
            "Open invitations to tell it", "ask", "One a line, five or more: “Tell me how you came here.”"
        )
    )


def _fact() -> str:
    needs = "".join(
        f'<label class="field"><span class="name">{name}</span><input type="number" min="0" max="10" '
        f'step="0.5" data-key="needs.{key}" data-as="number"></label>'
        for key, name in NEEDS.items()
    )
    return (
        _line("What it is about", "about", "For the review; the trainee sees it there.")
        + _row(
            _refs("Requirement", "requirement", "requirements"), _refs("Topic", "topic", "topics"), _weight()
        )
        + _choice("Gate", "gate", GATES, meaning=True)
        + '<fieldset data-when="gate=trust"><legend>Bounds of his state</legend>'
        + f'<div class="row">{needs}</div>'
        + _hint("What is empty does not count.")
        + "</fieldset>"
        + _area(
            "His words while it is closed",
            "closed",
            "They give nothing of it away.",
            when="gate=trust|gate=hidden",
        )
        + _lines(
            "Ways of asking",
            "ask",
            "One a line, five or more, very different. Each points to this fact alone, without its answer.",
            rows=5,
        )
        + _area("His words", "says", rows=3)
        + _area(
            "His words when asked again",
            "again",
            "Other words, but the same names, numbers and dates.",
            rows=3,
        )
        + _row(
            _line("How he knows it", "knows", attributes=' list="ways-of-knowing"'),
            _choice("How sure", "sure", SURE, meaning=True),
        )
        + '<label class="tick"><input type="checkbox" data-key="legend" data-as="truth"> '
        "<span>Part of a false story; it does not count among what can be learned</span></label>"
        + _area("What was really so", "truth", when="sure=wrong|legend=true")
        + _id()
    )


def _crack() -> str:
    return (
        _row(_refs("One fact", "facts.0", "facts"), _refs("The other", "facts.1", "facts"))
        + _area("What does not fit", "what", "For the review.")
        + _id()
    )


def _event() -> str:
    return (
        _line("Title", "title", "What the trainer chooses it by.")
        + _area("What happens", "says", "As the trainee reads it.")
        + _id()
    )


# The pieces.


def _part(id: str, name: str, inside: str, opened: bool = False) -> str:
    return (
        f'<details class="part" data-part="{id}"{" open" if opened else ""}><summary><h3>{name} '
        '<small class="amount"></small></h3><span class="faulty"></span></summary>'
        f'<div class="part-fields">{inside}</div></details>'
    )


def _list(path: str, adds: str) -> str:
    return (
        f'<ol class="entries" data-list="{path}"></ol><button type="button" class="take add" data-q="add" '
        f'data-to="{path}">{icon("add")}<span>{adds}</span></button>'
    )


def _template(path: str, name: str, fields: str) -> str:
    return (
        f'<template data-entry="{path}"><li class="entry"><details><summary><span class="entry-name" '
        f'dir="auto"></span><span class="tag entry-tag"></span><span class="faulty"></span></summary><div '
        f'class="entry-fields">{fields}</div></details>{_acts(name)}</li></template>'
    )


def _acts(name: str, moves: bool = True) -> str:
    both = (
        f'<button type="button" class="quiet" data-q="up" aria-label="Move this {name} up" '
        f'title="Up (Alt ↑)">{icon("up")}</button><button type="button" class="quiet" data-q="down" '
        f'aria-label="Move this {name} down" title="Down (Alt ↓)">{icon("down")}</button>'
    )
    return (
        f'<span class="entry-acts">{both if moves else ""}<button type="button" class="quiet danger" '
        f'data-q="remove" aria-label="Remove this {name}" title="Remove">{icon("drop")}</button></span>'
    )


def _field(name: str, control: str, hint: str = "", when: str = "") -> str:
    shown = f' data-when="{when}"' if when else ""
    return (
        f'<label class="field"{shown}><span class="name">{name}</span>{control}{_hint(hint, "small")}</label>'
    )


def _hint(says: str, element: str = "p") -> str:
    return f'<{element} class="hint">{says}</{element}>' if says else ""


def _row(*fields: str) -> str:
    return f'<div class="row">{"".join(fields)}</div>'


def _line(name: str, key: str, hint: str = "", kind: str = "text", attributes: str = "") -> str:
    kind = "id" if key == "id" else kind
    control = f'<input data-key="{key}" data-as="{kind}" maxlength="400" dir="auto"{attributes}>'
    return _field(name, control, hint)


def _area(name: str, key: str, hint: str = "", rows: int = 2, when: str = "") -> str:
    control = f'<textarea data-key="{key}" rows="{rows}" maxlength="{LONGEST_TEXT}" dir="auto"></textarea>'
    return _field(name, control, hint, when)


def _lines(name: str, key: str, hint: str = "", rows: int = 4) -> str:
    control = f'<textarea data-key="{key}" data-as="lines" rows="{rows}" dir="auto"></textarea>'
    return _field(name, control, hint)


def _number(name: str, key: str, least: int, most: int) -> str:
    control = f'<input type="number" min="{least}" max="{most}" data-key="{key}" data-as="number">'
    return _field(name, control)


def _weight() -> str:
    return _number("Weight, 1 to 5", "weight", 1, 5)


def _choice(name: str, key: str, options: Mapping[str, str], meaning: bool = False) -> str:
    """``meaning``: the sentence of the chosen one stands below."""
    listed = "".join(
        f'<option value="{value}" data-means="{plain(says)}">{value}</option>'
        for value, says in options.items()
    )
    below = '<small class="hint means"></small>' if meaning else ""
    control = f'<select data-key="{key}">{listed}</select>{below}'
    return _field(name, control)


def _refs(name: str, key: str, of: str) -> str:
    return _field(name, f'<select data-key="{key}" data-refs="{of}"></select>')


def _id(hint: str = "") -> str:
    return _line("Id", "id", hint or "Made of what stands above; the file and the command name it so.")
