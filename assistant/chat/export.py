"""A conversation as Markdown and as a Word document, with every quotation and citation."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from assistant.chat.case_card import case_cards
from assistant.chat.keeping import reply_of
from assistant.paper import WORD_TYPE, slug, storable
from assistant.policy import Answer, Citation, reference

if TYPE_CHECKING:
    from assistant.chat.replies import Reply
    from assistant.store import Conversation

MARKDOWN = "text/markdown"
WORD = WORD_TYPE

STATUS_IN_WORDS = {
    "answered": "Answered",
    "partly": "Answered in part",
    "withheld": "Withheld in the released copy",
    "not_in_documents": "Not in these documents",
}

Kind = Literal["title", "question", "heading", "note", "status", "text", "item", "quotation", "citation"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the exported conversation. ``text`` is plain."""

    kind: Kind
    text: str


def as_markdown(conversation: Conversation) -> str:
    """The conversation as Markdown; what was typed or quoted is escaped and shows as it stands."""
    return "\n\n".join(_MARKDOWN[block.kind](block.text) for block in blocks(conversation)) + "\n"


def as_word(conversation: Conversation) -> bytes:
    """The conversation as a .docx file."""
    from docx import Document

    document = Document()
    for block in blocks(conversation):
        _add(document, block)
    document.core_properties.title = storable(conversation.title)
    document.core_properties.author = ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def file_name(conversation: Conversation, ending: str) -> str:
    """A name for the exported file, made of the title: letters, digits and hyphens."""
    return f"{slug(conversation.title) or 'conversation'}.{ending}"


def blocks(conversation: Conversation) -> Iterator[Block]:
    """The conversation in reading order."""
    yield Block("title", conversation.title)
    yield Block("note", f"Begun {conversation.started:%Y-%m-%d %H:%M} UTC.")
    for turn in conversation.turns:
        if turn.role == "user":
            yield Block("question", turn.text)
            continue
        given = reply_of(turn)
        if given is None:
            yield Block("text", turn.text)
        else:
            yield from _reply(given)


def _reply(reply: Reply) -> Iterator[Block]:
    if reply.answer is not None:
        yield from _answer(reply.answer)
        return
    cards = case_cards(reply)
    for card in cards:
        yield Block("heading", card.name)
        for column, told in card.columns:
            yield Block("status", column)
            for each in told:
                yield Block("text", f"{each.value[:1].upper()}{each.value[1:]}")
                yield from _citation(each.citation)
    if cards:
        return
    quotes = {citation.quote for citation in reply.citations}
    for line in reply.text.splitlines():
        bare = line.strip().replace("**", "")
        if bare.startswith("- "):
            yield Block("item", bare[2:])
        elif bare and not bare.startswith(">") and bare not in quotes:
            yield Block("text", bare)
    for citation in reply.citations:
        yield from _citation(citation)


def _answer(answer: Answer) -> Iterator[Block]:
    yield Block("status", STATUS_IN_WORDS[answer.status])
    yield Block("text", answer.worded or answer.lead)
    shown = answer.worded or answer.lead
    for statement in answer.statements:
        if statement.says not in shown and len(statement.says.split()) > 3:
            yield Block("text", statement.says)
        yield from _citation(statement.citation)
    if answer.comparison:
        yield Block("text", f"The documents differ. {answer.comparison.says}")
        shown_ids = {statement.citation.id for statement in answer.statements}
        for side in answer.comparison.sides:
            if side.citation.id not in shown_ids:
                yield Block("text", side.says)
                yield from _citation(side.citation)
    for remark in answer.remarks:
        yield Block("note", remark)
    if answer.nearest and answer.status in ("withheld", "not_in_documents"):
        yield Block("note", f"Nearest paragraphs, not an answer: {', '.join(answer.nearest)}.")
    if answer.notice:
        yield Block("note", answer.notice)


def _citation(citation: Citation) -> Iterator[Block]:
    if citation.quote:
        yield Block("quotation", citation.quote)
    yield Block("citation", reference(citation))


def escaped(text: str) -> str:
    """Plain text as Markdown that shows it as it stands; only what would be read as a mark is escaped."""
    return _AT_LINE_START.sub(r"\1\\\2", _ANYWHERE.sub(r"\\\g<0>", text))


_ANYWHERE = re.compile(
    r"[\\`*\[\]~$]"
    # An underscore inside a word, an ampersand or a bracket between spaces mean nothing.
    r"|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|<(?=[A-Za-z/!?])"
    # The closing run of a heading, and the line under a table's head.
    r"|(?<=\s)#(?=#*\s*$)|\|(?=[\s|:-]*$)",
    re.MULTILINE,
)
_AT_LINE_START = re.compile(
    r"^(\s*(?:\d+(?=[.)](?:\s|$)))?)([.)](?<=\d.)|#(?=#*(?:\s|$))|>|[-+](?=[-\s]|$)|=(?==*\s*$))",
    re.MULTILINE,
)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in escaped(text).splitlines())


def _one_line(text: str) -> str:
    return escaped(" ".join(text.split()))


_MARKDOWN: dict[Kind, Callable[[str], str]] = {
    "title": lambda text: f"# {_one_line(text)}",
    "question": lambda text: f"## {_one_line(text)}",
    "heading": lambda text: f"### {_one_line(text)}",
    "note": lambda text: f"*{_one_line(text)}*",
    "status": lambda text: f"**{_one_line(text)}**",
    "text": escaped,
    "item": lambda text: f"- {_one_line(text)}",
    "quotation": _quoted,
    "citation": lambda text: f"— {_one_line(text)}",
}

_STYLES: dict[Kind, str] = {
    "title": "Title",
    "question": "Heading 1",
    "heading": "Heading 2",
    "note": "Normal",
    "status": "Normal",
    "text": "Normal",
    "item": "List Bullet",
    "quotation": "Quote",
    "citation": "Caption",
}


def _add(document: Any, block: Block) -> None:
    paragraph = document.add_paragraph(style=_STYLES[block.kind])
    run = paragraph.add_run(storable(block.text))
    run.bold = True if block.kind == "status" else None
    run.italic = True if block.kind == "note" else None
