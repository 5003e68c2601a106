"""Questions about a document itself: whom it binds, whether it is in force, who issued it and when.

They are answered from the editors' description of the document (``document.yaml``), not from its paragraphs,
which seldom say such things of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.knowledge import Document, Library, day_in_words, stems
from assistant.policy.answers import Answer, Statement, cite
from assistant.policy.inquiry import Inquiry
from assistant.policy.leads import opening_words

MOST_OTHER_WORDS = 2
"""A question with more content words than these besides is about what the document says."""

_ALL = re.compile(r"\b(these|the|which|all|what|your|four) (four )?(documents|papers|texts|sources)\b", re.I)


def _binding(document: Document, inquiry: Inquiry) -> str:
    if document.force == "guidance":
        return (
            f"{document.short_title} binds nobody: it is guidance of a foreign service. {_in_time(document)}"
        )
    if document.force == "own":
        return f"{document.short_title} is a document you added; what it binds is not described here."
    return (
        f"{document.short_title} of {document.dated} is binding on those it names: "
        f"{'; '.join(document.binds)}. {_in_time(document)}"
    )


def _in_force(document: Document, inquiry: Inquiry) -> str:
    if inquiry.as_of:
        standing = document.standing(inquiry.as_of)
        return f"{document.short_title}: {standing} on {day_in_words(inquiry.as_of)}. {_in_time(document)}"
    return f"{document.short_title} of {document.dated}: {_in_time(document)}"


def _issued(document: Document, inquiry: Inquiry) -> str:
    issued = f"{document.short_title} was issued by: {document.issuer}. Date: {document.dated}."
    return f"{issued} {document.issued.says}"


def _classified(document: Document, inquiry: Inquiry) -> str:
    return f"{document.short_title}: {document.classification or 'classification not described'}."


def _in_time(document: Document) -> str:
    later = [f"Replaced by {each.what}." for each in document.superseded_by]
    return " ".join([document.in_force.says, *later]).strip()


_ASPECTS: Mapping[str, Callable[[Document, Inquiry], str]] = {
    r"bind\w*|bound|oblig\w+|compulsory|mandatory|(must|have to|has to) (\w+ )?(follow|obey|go by|comply)\w*"
    r"|does \w+ apply to": _binding,
    r"in force|in effect|valid|superseded|repealed|rescinded|replaced|expired?|lapsed?|out of date": (
        _in_force
    ),
    r"issued|published|issuer|who wrote|who made|how old|what date|dated": _issued,
    r"classified|classification|top secret|how secret": _classified,
}


def about_documents(inquiry: Inquiry, library: Library) -> Answer | None:
    """The answer from the documents' descriptions; None when a question asks for something else."""
    documents = [library.document(id) for id in sorted(inquiry.documents)]
    if not documents and _ALL.search(inquiry.question):
        documents = list(library.documents)
    if not documents or inquiry.references:
        return None
    for words, told in _ASPECTS.items():
        aspect = re.compile(rf"\b({words})\b", re.IGNORECASE)
        if aspect.search(inquiry.question):
            if len(_other_words(aspect.sub(" ", inquiry.query), documents)) > MOST_OTHER_WORDS:
                return None
            return _answer(inquiry, library, documents, told)
    return None


def _other_words(question: str, documents: Sequence[Document]) -> set[str]:
    names = {
        stem for d in documents for stem in stems(f"{d.short_title} {d.id} {d.title} {d.issuer} {d.number}")
    }
    return set(stems(_ALL.sub(" ", question))) - names - set(stems("still study directive telegram document"))


def _answer(
    inquiry: Inquiry,
    library: Library,
    documents: Sequence[Document],
    told: Callable[[Document, Inquiry], str],
) -> Answer:
    documents = sorted(documents, key=lambda d: str(d.issued.start))
    statements = tuple(
        Statement(
            told(document, inquiry).strip(),
            cite(library, first.id, opening_words(first.text), inquiry.as_of),
        )
        for document in documents
        for first in document.paragraphs[:1]
    )
    return Answer(
        question=inquiry.question,
        status="answered",
        lead=statements[0].says if len(statements) == 1 else "The documents differ; each is described below.",
        statements=statements,
        nearest=tuple(statement.citation.id for statement in statements),
        engine="the description of the documents",
        as_of=inquiry.as_of,
    )
