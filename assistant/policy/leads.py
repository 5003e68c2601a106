"""The sentence that answers: the duty, definition, fact or gist of a paragraph that fits the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.knowledge import WITHHELD, Kind, Library, Paragraph, Passage, Search, fold, stems
from assistant.policy.inquiry import Inquiry

KIND_FITS: dict[Kind, float] = {
    "who": 0.2,
    "when": 0.2,
    "where": 0.2,
    "how many": 0.2,
    "why": 0.2,
    "whether": 0.08,
    "how": 0.08,
    "what": 0.08,
}
"""What a statement of the asked-for kind is worth, in units of cosine similarity: a who or a why is
plain to see, a what may be anything."""

NAME_FITS = 0.15
"""What a statement is worth that names the person asked about."""

WORDS_FIT = 0.12
"""What a statement is worth that uses all of the question's content words."""

GIST_HANDICAP = 0.05
"""A gist sums a paragraph up; a statement that answers as well is the better lead."""

PERMISSION_FITS = 0.15
"""What a permission or a prohibition is worth to somebody who asks whether he may."""

_ASKS_PERMISSION = re.compile(
    r"\b(can|could|may|might) (i|we|you|he|she|they|one|an?|the|our|my|somebody|anyone|anybody)\b"
    r"|\b(allowed|permitted|forbidden|free to|promise|okay|ok) ?(to)?\b",
    re.IGNORECASE,
)

_DEFINES = re.compile(
    r"\b(what|wat)('?s| is| are| does| exactly| counts| makes)|\bmean\w*\b|\bdefin\w+|\bcounts? as\b", re.I
)

LONGEST_QUOTE = 420


@dataclass(frozen=True, slots=True)
class Lead:
    """``says`` in plain words, ``quote`` the paragraph's own that prove it; higher score fits better."""

    paragraph: str
    says: str
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: str
    says: str
    quote: str
    kinds: frozenset[Kind]
    bonus: float = 0.0
    permits: bool = False


def leads(inquiry: Inquiry, passages: Sequence[Passage], search: Search) -> list[Lead]:
    """The best statement of each passage, in the order of the passages."""
    candidates = {p.paragraph.id: _candidates(p.paragraph, search.library, inquiry) for p in passages}
    keys = [c.key for each in candidates.values() for c in each if c.key]
    nearness = search.similarities(inquiry.query, keys, inquiry.context)
    asked = set(stems(inquiry.whole)) | set(stems(search.library.lay_words.meant_by(inquiry.query)))
    permission = _ASKS_PERMISSION.search(inquiry.question) is not None
    found = []
    for passage in passages:
        names = _names(passage.paragraph.text) & _words(inquiry.whole)
        scored = [
            Lead(
                passage.paragraph.id,
                candidate.says,
                candidate.quote,
                nearness.get(candidate.key, 0.0)
                + WORDS_FIT * _overlap(asked, candidate.says)
                + candidate.bonus
                + (KIND_FITS[inquiry.kind] if inquiry.kind in candidate.kinds else 0.0)
                + (PERMISSION_FITS if permission and candidate.permits else 0.0)
                + (NAME_FITS if names & _words(candidate.says) else 0.0),
            )
            for candidate in candidates[passage.paragraph.id]
        ]
        best = max(scored, key=lambda lead: lead.score)
        found.append(replace(best, quote=in_its_sentence(best.quote, passage.paragraph.text)))
    return found


def _candidates(paragraph: Paragraph, library: Library, inquiry: Inquiry) -> list[_Candidate]:
    note = library.notes.get(paragraph.id)
    if note is None:
        return [_Candidate("", s, s, frozenset()) for s in sentences(paragraph.text)] or [
            _Candidate("", paragraph.text, paragraph.text, frozenset())
        ]
    id = paragraph.id
    duty_kinds: frozenset[Kind] = frozenset({"who", "whether", "how"})
    defines = 0.06 if _DEFINES.search(inquiry.question) else -0.04
    found = [
        *(
            _Candidate(
                f"{id}|duty|{n}",
                duty.says,
                duty.quote,
                duty_kinds | ({"when"} if duty.deadline else set()),
                permits=duty.modal in ("may", "must not", "should not"),
            )
            for n, duty in enumerate(note.duties)
        ),
        *(
            _Candidate(f"{id}|definition|{n}", each.says, each.quote, frozenset({"what", "whether"}), defines)
            for n, each in enumerate(note.definitions)
        ),
        *(
            _Candidate(f"{id}|fact|{n}", fact.says, fact.quote, frozenset({fact.answers}))
            for n, fact in enumerate(note.facts)
        ),
    ]
    opening = opening_words(paragraph.text)
    found.append(_Candidate(f"{id}|gist|0", note.gist, opening, frozenset(), -GIST_HANDICAP))
    return found


def in_its_sentence(quote: str, text: str) -> str:
    """The sentence that a quotation stands in, verbatim; the quotation itself where that is long."""
    wanted = fold(quote)
    for sentence in sentences(text):
        if wanted in fold(sentence) and len(sentence) <= LONGEST_QUOTE and "|" not in sentence:
            return sentence
    return quote


def opening_words(text: str) -> str:
    """The first sentences of a paragraph, whole, up to the longest quotation that is easily read."""
    if len(text) <= LONGEST_QUOTE:
        return text
    taken = ""
    for sentence in sentences(text):
        end = text.index(sentence, len(taken)) + len(sentence)
        if end > LONGEST_QUOTE and taken:
            break
        taken = text[:end]
    return taken


def sentences(text: str) -> list[str]:
    """A paragraph's sentences, each verbatim."""
    parts = re.split(r"(?<=[.!?;])\s+(?=[\"“‘(A-Z0-9])", text)
    return [part.strip() for part in parts if part.strip() and part.strip() != WITHHELD]


def _names(text: str) -> set[str]:
    """Surnames, which the study prints in capitals."""
    return {name.lower() for name in re.findall(r"\b[A-Z]{3,}\b", text)}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _overlap(asked: set[str], text: str) -> float:
    own = set(stems(text))
    return len(asked & own) / (len(asked) or 1)
