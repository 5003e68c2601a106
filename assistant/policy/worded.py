"""An offline answer put into a model's words, which stand only if code finds them grounded.

The model is sent the passages that were found and nothing else. It decides neither the status nor the
citations under the answer; what it writes either passes every rule of ``grounding`` or is left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

from assistant.errors import ModelUnavailable
from assistant.knowledge import Library
from assistant.language import Block, ChatModel, Prompt, read_prompt
from assistant.policy.answers import Answer, Statement, cite, reference
from assistant.policy.grounding import Source, check, cited, known_stems, source_of
from assistant.policy.inquiry import read_question
from assistant.policy.leads import opening_words
from assistant.policy.sentences import sentences

PLACEHOLDERS = ("question", "first_answer", "passages")

MOST_CHARACTERS = 9000
"""Text of all passages together, at most: a small model reads no more without losing the beginning."""


def answer_prompt(prompts: Path) -> Prompt:
    """The prompt for wording an answer; raises BadContent when the file is not as it should be."""
    return read_prompt(prompts / "answer.md", PLACEHOLDERS)


def word(
    answer: Answer,
    library: Library,
    model: ChatModel,
    prompt: Prompt,
    *,
    history: Sequence[str] = (),
    cancelled: Event | None = None,
    on_piece: Callable[[str], None] | None = None,
) -> Answer:
    """The answer with ``worded`` filled, or as it was with a ``notice`` that says why it is not.

    ``history`` are the user's earlier turns, oldest first. ``on_piece`` gets the model's text as it
    comes: a preview that nobody has checked. An answer that the documents do not give, or that rests on
    a withheld paragraph, is returned as it is: no model is asked.
    """
    withheld = any(library.paragraph(citation.id).withheld == "whole" for citation in answer.citations)
    if answer.status not in ("answered", "partly") or withheld:
        return answer
    start = time.perf_counter()
    done = _word(answer, library, model, prompt, history, cancelled, on_piece or (lambda piece: None))
    return replace(done, milliseconds=answer.milliseconds + round((time.perf_counter() - start) * 1000))


def _word(
    answer: Answer,
    library: Library,
    model: ChatModel,
    prompt: Prompt,
    history: Sequence[str],
    cancelled: Event | None,
    on_piece: Callable[[str], None],
) -> Answer:
    passages = _passages(answer, library)
    messages = prompt.messages(
        question=read_question(answer.question, library, answer.as_of, history).whole,
        first_answer=answer.lead,
        passages=[_block(answer, library, id, text) for id, text in passages.items()],
    )
    text = ""
    try:
        with closing(model.stream(messages, cancelled)) as pieces:
            for piece in pieces:
                text += piece
                on_piece(piece)
    except ModelUnavailable as error:
        return replace(answer, notice=f"{error} The answer stands without its wording.")
    text = text.strip()
    allowed = {id: source_of(library, id, _said(answer, library, id)) for id in passages}
    faults = check(text, allowed, known_stems(library, allowed.values()))
    if faults:
        return replace(answer, notice=f"The model's wording was left out: {faults[0].detail}")
    return replace(
        answer,
        worded=text,
        statements=(*answer.statements, *_added(answer, library, text, allowed)),
        engine=f"{answer.engine}, worded by {model.name}",
    )


def _passages(answer: Answer, library: Library) -> dict[str, str]:
    """The texts that the model may read, by id: the paragraphs cited, then the nearest."""
    ids = dict.fromkeys((*(citation.id for citation in answer.citations), *answer.nearest))
    passages: dict[str, str] = {}
    left = MOST_CHARACTERS
    for id in ids:
        paragraph = library.paragraph(id)
        if paragraph.withheld == "whole" or (passages and len(paragraph.text) > left):
            continue
        passages[id] = paragraph.text[:MOST_CHARACTERS]
        left -= len(passages[id])
    return passages


def _block(answer: Answer, library: Library, id: str, text: str) -> Block:
    paragraph = library.paragraph(id)
    note = library.notes.get(id)
    parts = [f"{paragraph.lead_in} {text}".strip()]
    if note:
        parts.append(f"In plain words, by the editors: {note.gist}")
    return Block(f"passage {reference(cite(library, id, '', answer.as_of))}", "\n".join(parts))


def _said(answer: Answer, library: Library, id: str) -> list[str]:
    """What the offline answer says of a paragraph. A lead that no statement makes sums all of them up."""
    said = [statement.says for statement in answer.statements if statement.citation.id == id]
    if said and all(statement.says != answer.lead for statement in answer.statements):
        said.append(answer.lead)
    return [*said, cite(library, id, "", answer.as_of).standing]


def _added(answer: Answer, library: Library, text: str, allowed: dict[str, Source]) -> list[Statement]:
    """A statement for each paragraph that only the model cites, so that its words are shown too."""
    have = {citation.id for citation in answer.citations}
    ids = dict.fromkeys(each.id for s in sentences(text) for each in cited(s, allowed))
    added = []
    for id in ids:
        if id not in have:
            paragraph, note = library.paragraph(id), library.notes.get(id)
            quote = opening_words(paragraph.text)
            says = note.gist if note else quote
            added.append(Statement(says, cite(library, id, quote, answer.as_of)))
    return added
