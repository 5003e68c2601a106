"""A conversation exported: every quotation and citation survives, and nothing typed becomes markup."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from docx import Document
from markdown_it import MarkdownIt

from assistant.chat import Message, Reply, reply
from assistant.chat.export import as_markdown, as_word, file_name
from assistant.chat.keeping import reply_as_json, reply_of
from assistant.policy import Answer, Citation, Statement
from assistant.store import Conversation, open_store
from assistant.wiring import Assistant

WHEN = datetime(2024, 5, 1, 9, 30, tzinfo=UTC)

CITATION = Citation(
    id="NSCID-13#9.b",
    document="NSCID-13",
    paragraph="9.b",
    quote="*Directly* or through [questionnaires](x)\nrepresenting <b>interests</b>",
    issuer="National Security Council",
    dated="19 January 1950",
    force="directive",
    standing="in force on 31 December 1955",
)

ANSWER = Answer(
    question="How?",
    status="partly",
    lead="By questionnaire_s_ #1.",
    statements=(Statement("Agencies may send a list of questions.", CITATION),),
    remarks=("Part of this is withheld.",),
    nearest=("NSCID-13#9",),
    as_of=date(1955, 12, 31),
)


def conversation(tmp_path: Path, *turns: tuple[str, Reply | None], title: str = "Questions") -> Conversation:
    kept = open_store(tmp_path / "kept.sqlite", clock=lambda: WHEN).conversations
    id = kept.start(title).id
    for text, given in turns:
        kept.add(id, "user", text, None)
        if given is not None:
            kept.add(id, "assistant", given.text, reply_as_json(given))
    return kept.read(id)


def seen(markdown: str) -> list[tuple[str, str]]:
    """The text that a reader of the Markdown sees, with the kind of block around it."""
    blocks, around = [], ["document"]
    for token in MarkdownIt().parse(markdown):
        if token.nesting == 1:
            around.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            kinds = {child.type for child in token.children or ()}
            assert not kinds & {"html_inline", "link_open", "image", "code_inline"}, kinds
            text = "".join("\n" if c.type == "softbreak" else c.content for c in token.children or ())
            blocks.append((" ".join(around[1:]), text))
        else:
            assert token.type == "hr" or token.nesting == 0
            assert token.type != "html_block"
    return blocks


def test_markdown_has_the_quotation_as_a_block_quote_and_the_whole_citation(tmp_path: Path) -> None:
    given = Reply("policy question", ANSWER.text, ANSWER.citations, ANSWER)
    blocks = seen(as_markdown(conversation(tmp_path, ("How?", given))))
    quoted = [text for kind, text in blocks if kind.startswith("blockquote")]
    assert quoted == [CITATION.quote]
    line = next(text for _, text in blocks if text.startswith("— "))
    for part in ("NSCID-13#9.b", "National Security Council", "19 January 1950", "directive"):
        assert part in line
    assert "in force on 31 December 1955" in line


def test_word_has_the_same_quotation_and_citation(tmp_path: Path) -> None:
    given = Reply("policy question", ANSWER.text, ANSWER.citations, ANSWER)
    document = Document(io.BytesIO(as_word(conversation(tmp_path, ("How?", given)))))
    by_style = {p.style.name: p.text for p in document.paragraphs}
    assert by_style["Quote"] == CITATION.quote
    assert "NSCID-13#9.b; National Security Council; 19 January 1950; directive" in by_style["Caption"]
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Answered in part" in texts
    assert "Part of this is withheld." in texts


@pytest.mark.parametrize(
    "typed",
    [
        "<img src=x onerror=alert(1)>",
        "**bold** and __strong__ and `code`",
        "[link](javascript:alert(1)) ![image](x)",
        "# no heading",
        "1. no list",
        "- no list",
        "> no quotation",
        "&lt;b&gt; and \\* and ~~gone~~ | cell |",
        "===",
        "http://example.org <http://example.org>",
    ],
)
def test_what_was_typed_is_seen_as_it_was_typed(tmp_path: Path, typed: str) -> None:
    kept = conversation(tmp_path, (typed, Reply("cases", typed)), title=typed)
    blocks = seen(as_markdown(kept))
    assert blocks[0] == ("heading", typed)
    assert ("heading", typed) in blocks[1:]


@pytest.mark.parametrize(
    "question",
    [
        "Can I promise him that he will be let into the United States?",
        "Which defectors were recalled just before?",
        "Who chairs the local Defector Committee?",
        "Tell me about Gouzenko",
        "Show me NSCID-13#9.b",
    ],
)
def test_real_replies_keep_all_quotations_and_citations(
    tmp_path: Path, assistant: Assistant, question: str
) -> None:
    given = reply(Message(question), assistant)
    kept = conversation(tmp_path, (question, given))
    assert given.citations
    markdown = "\n".join(text for _, text in seen(as_markdown(kept)))
    word = "\n".join(p.text for p in Document(io.BytesIO(as_word(kept))).paragraphs)
    for citation in given.citations:
        for exported in (markdown, word):
            assert " ".join(citation.quote.split()) in " ".join(exported.split())
            assert citation.id in exported
            assert citation.issuer in exported


def test_a_case_is_exported_under_headings_without_needless_escapes(
    tmp_path: Path, assistant: Assistant
) -> None:
    given = reply(Message("Tell me about Gouzenko"), assistant)
    markdown = as_markdown(conversation(tmp_path, ("Tell me about Gouzenko", given)))
    assert "### Igor GOUZENKO\n\n**Year**\n\n1945\n\n> " in markdown
    assert markdown.count("**Reasons**") == 1
    assert "\\" not in markdown


def test_control_characters_do_not_break_the_word_file(tmp_path: Path) -> None:
    data = as_word(conversation(tmp_path, ("What\x00 is\x0b this\ufffe?", None), title="a\x01b"))
    texts = [p.text for p in Document(io.BytesIO(data)).paragraphs]
    assert "ab" in texts
    assert "What is this?" in texts


def test_a_reply_is_the_same_after_it_was_kept(tmp_path: Path, assistant: Assistant) -> None:
    for question in ("Who handled publicity in 1955?", "Why do people defect?", "hello"):
        given = reply(Message(question, date(1955, 12, 31)), assistant)
        kept = conversation(tmp_path, (question, given))
        assert reply_of(kept.turns[-1]) == given


def test_a_turn_kept_in_an_unknown_form_still_shows_its_text(tmp_path: Path) -> None:
    kept = open_store(tmp_path / "kept.sqlite").conversations
    id = kept.start("Old").id
    turn = kept.add(id, "assistant", "What was said then.", {"shape": "of another version"})
    given = reply_of(turn)
    assert given is not None
    assert given.text == "What was said then."
    assert given.citations == ()


def test_the_file_name_is_plain(tmp_path: Path) -> None:
    assert file_name(conversation(tmp_path, title="../Über: wen?"), "md") == "über-wen.md"
    assert file_name(conversation(tmp_path, title="???"), "docx") == "conversation.docx"
