"""Whether what a model wrote stands in the paragraphs that it cites. Each rule is a small function.

A sentence is held against the paragraphs it cites itself: their text, the editors' notes on them, their
documents' title, issuer, number and date, and what the offline answer says of them. The rules find
what is foreign to the paragraphs; that a sentence turns their meaning round they cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from assistant.knowledge import Library, stems
from assistant.policy.figures import Figures, figures
from assistant.policy.names import Written, names, written
from assistant.policy.sentences import Sentence, sentences

Kind = Literal[
    "empty",
    "link",
    "not found",
    "uncited",
    "quotation",
    "date",
    "number",
    "name",
    "obligation",
    "foreign",
]

FREE_NUMBER = 10
"""Numbers up to this one may be written in words without standing in a paragraph."""

SHARED = 0.3
"""Share of a sentence's word stems that stand in what it cites, at least. Of the editors' own gists and
facts none shares less with the rest of what belongs to its paragraph; with a paragraph of another
document 19 in 20 do."""

LONGEST_TOKEN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found, ``detail`` in words that finish "The model's wording was left out: …"."""

    kind: Kind
    detail: str


@dataclass(frozen=True)
class Source:
    """A paragraph as sentences are held against it.

    ``quotable`` are the texts that may be quoted, ``beside`` what else is known of the paragraph.
    """

    id: str
    quotable: tuple[str, ...]
    beside: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join((*self.quotable, *self.beside))

    @cached_property
    def figures(self) -> Figures:
        return figures(self.text)

    @cached_property
    def written(self) -> Written:
        return written(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stems(self.text))


def source_of(library: Library, id: str, also: Iterable[str] = ()) -> Source:
    """A paragraph with its document's data, the editors' notes on it and what is ``also`` said of it."""
    paragraph = library.paragraph(id)
    document = library.document(paragraph.document)
    note = library.notes.get(id)
    beside = [document.id, document.title, document.short_title, document.issuer, document.number]
    beside += [document.dated, *paragraph.headings]
    if note:
        beside += [note.gist, *(duty.says for duty in note.duties), *(fact.says for fact in note.facts)]
        beside += [f"{each.term}: {each.says}" for each in note.definitions]
    return Source(id, (paragraph.text, paragraph.lead_in), (*beside, *also))


_OPENERS = "moreover instead neither similarly whoever however likewise afterwards meanwhile otherwise"
_SMALL = re.compile(r"(?<![\w'’])[^\W\d_A-Z]+(?!\w)")


def known_stems(library: Library, sources: Iterable[Source]) -> frozenset[str]:
    """Stems of the words that the editors' notes and the sources write small: those are no names."""
    texts = [_OPENERS, *(source.text for source in sources)]
    for note in library.notes.values():
        texts += [note.gist, *note.questions, *(fact.says for fact in note.facts)]
    return frozenset(stems(" ".join(_SMALL.findall("\n".join(texts)))))


Rule = Callable[[Sentence, Sequence[Source]], Iterator[Fault]]


def check(text: str, allowed: Mapping[str, Source], known: Collection[str] = ()) -> list[Fault]:
    """Hold a model's text against the passages it was given, by id. No fault: the text stands.

    ``known`` are stems of words that are no names when they start a sentence (see ``known_stems``).
    """
    written_sentences = sentences(text)
    if not written_sentences:
        return [Fault("empty", "it was empty.")]
    faults = list(_links(text))
    faults += [fault for sentence in written_sentences for fault in _citations(sentence, allowed)]
    held = [(sentence, cited(sentence, allowed)) for sentence in written_sentences]
    rules: list[Rule] = [_quotations, _dates, _numbers, partial(_names, known=known), _obligations, _foreign]
    faults += [
        fault for rule in rules for sentence, sources in held if sources for fault in rule(sentence, sources)
    ]
    return faults


def cited(sentence: Sentence, allowed: Mapping[str, Source]) -> list[Source]:
    """The sources that a sentence cites, as far as they are among those allowed."""
    by_id = {_plain(id): source for id, source in allowed.items()}
    return [by_id[plain] for id in sentence.cited if (plain := _plain(id)) in by_id]


def _plain(id: str) -> str:
    return "".join(id.lower().split())


_LINK = re.compile(r"\w+://|\bwww\.|\]\s?\(|<[a-z/!]", re.IGNORECASE)


def _links(text: str) -> Iterator[Fault]:
    """No address and no markup: a page that shows the answer would follow them."""
    if _LINK.search(text):
        yield Fault("link", "it held a link or markup.")


def _citations(sentence: Sentence, allowed: Mapping[str, Source]) -> Iterator[Fault]:
    """Every sentence cites a paragraph, and only paragraphs that were found."""
    if not sentence.cited:
        yield Fault("uncited", "a sentence in it cited no paragraph.")
    elif len(cited(sentence, allowed)) < len(sentence.cited):
        yield Fault("not found", "it cited a paragraph that was not found.")


def _quotations(sentence: Sentence, sources: Sequence[Source]) -> Iterator[Fault]:
    """A quotation stands word for word in a paragraph that its sentence cites."""
    texts = [_folded(text) for source in sources for text in source.quotable]
    for quotation in sentence.quotations:
        words = re.escape(_folded(quotation).strip(" .,;:"))
        if not any(re.search(rf"(?<!\w){words}(?!\w)", text) for text in texts):
            yield Fault("quotation", "it quoted words that do not stand in the paragraph it cited.")
    if re.search(r"[\"“”„«»]", sentence.words):
        yield Fault("quotation", "it opened a quotation and did not close it.")


def _folded(text: str) -> str:
    """White space folded and quotation marks straight."""
    straight = re.sub(r"[“”„«»]", '"', re.sub("[‘’]", "'", text))
    return " ".join(straight.split())


def _dates(sentence: Sentence, sources: Sequence[Source]) -> Iterator[Fault]:
    """A date stands in a cited paragraph, however it is written there."""
    have = [day for source in sources for _, day in source.figures.dates]
    for shown, day in figures(sentence.words).dates:
        if not any(day.within(other) for other in have):
            yield _absent("date", shown)


def _numbers(sentence: Sentence, sources: Sequence[Source]) -> Iterator[Fault]:
    """A number stands in a cited paragraph, in digits or in words; small ones in words are free."""
    have = {value for source in sources for _, value in source.figures.numbers}
    words = re.sub(r"(?<!\S)\((?:\d{1,2}|[a-z])\)", " ", sentence.words)
    for shown, value in figures(_without_references(words, sources)).numbers:
        free = shown.isalpha() and value.isdigit() and int(value) <= FREE_NUMBER
        if value not in have and not free:
            yield _absent("number", shown)


def _names(sentence: Sentence, sources: Sequence[Source], known: Collection[str]) -> Iterator[Fault]:
    """A name stands in a cited paragraph, in capitals or not."""
    for name in names(_without_references(sentence.words, sources), known):
        if not any(source.written.has(name) for source in sources):
            yield _absent("name", name)


def _without_references(words: str, sources: Sequence[Source]) -> str:
    """A sentence without "paragraph 9.b": the number of what it cites says nothing of its own."""
    for source in sources:
        first, *parts = source.id.partition("#")[2].removeprefix("fn.").split(".")
        number = re.escape(first) + "".join(rf"(?:[\s.(]{{0,2}}{re.escape(p)}\)?)?" for p in parts)
        words = re.sub(
            rf"\b(?:paragraph|para|section|chapter|part|point|item|footnote)s?\.?\s+{number}(?!\w|[.(]\w)",
            "paragraph",
            words,
            flags=re.IGNORECASE,
        )
    return words


_OBLIGES = re.compile(
    r"\b(must|shall|ha(?:ve|s|d) to|obliged|obligatory|mandatory|compulsory|required to)\b", re.IGNORECASE
)


def _obligations(sentence: Sentence, sources: Sequence[Source]) -> Iterator[Fault]:
    """What no cited paragraph lays down as a duty is not told as one."""
    if _OBLIGES.search(sentence.words) and not any(_OBLIGES.search(source.text) for source in sources):
        yield Fault("obligation", "it made a duty of what the paragraph does not lay down as one.")


def _foreign(sentence: Sentence, sources: Sequence[Source]) -> Iterator[Fault]:
    """A sentence shares words with what it cites: the mere number of a paragraph proves nothing."""
    own = set(stems(sentence.text))
    shared = own & frozenset[str]().union(*(source.stems for source in sources))
    if len(shared) < SHARED * len(own):
        yield Fault("foreign", "a sentence in it has little to do with the paragraph it cited.")


def _absent(kind: Literal["date", "number", "name"], shown: str) -> Fault:
    token = shown if len(shown) <= LONGEST_TOKEN else f"{shown[:LONGEST_TOKEN]}…"
    return Fault(kind, f"the {kind} “{token}” does not stand in the paragraph it cited.")
