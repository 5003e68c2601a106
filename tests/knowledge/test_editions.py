"""The editions against the text as received.

NSCID-13, DCID-4/2, STATE-90262 and MI5-1948 as a whole; withheld places: DCID-4/2#5.a.2, #5.a.3, #5.b,
#6.b.3.e whole, #6, #7.a, #7.c in part.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.errors import BadContent
from assistant.knowledge import WITHHELD, Library
from assistant.knowledge.edition import read_edition

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"

RECEIVED = {
    "nscid-13": "a03d9fce58ce3bcac2783713595c3ce2f84c45c6600950e9d958cf150b0cb34b",
    "dcid-4-2": "6024d976d6794b1ce001a433b1f18e6a596548e886e4cfb82aa8dd11d44219a1",
    "state-90262": "fc100f21c742b4c102781888cabf55213289c17b6f74605ed8b1f67c95d04f0d",
    "mi5-1948": "d82b4bfe758c5a2df587ecca4bc9ede6ff2c7a78a414e76b3413486b2be884fa",
}
"""SHA-256 of each text as it was received."""

Word = tuple[str, str]
"""A word of an edition in lower case, and the number of the paragraph in which it stands."""


@dataclass(frozen=True)
class Uncovered:
    """Words that differ between the received text and the edition and that no emendation accounts for."""

    received: tuple[str, ...]
    given: tuple[str, ...]
    paragraph: str


def source(folder: str) -> str:
    return (KNOWLEDGE / folder / "source.txt").read_text(encoding="utf-8")


def edition(folder: str) -> str:
    return (KNOWLEDGE / folder / "text.md").read_text(encoding="utf-8")


def emendations(folder: str) -> list[dict[str, str]]:
    content = yaml.safe_load((KNOWLEDGE / folder / "emendations.yaml").read_text(encoding="utf-8"))
    return list(content)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def folded(text: str) -> str:
    return " ".join(text.split())


def without_markup(line: str) -> str:
    """A line of an edition without what the editors' format adds to the document's words.

    A footnote's id stands for the number that is printed before it, ``{#fn.2}`` for ``2.``.
    """
    line = re.sub(r"^## Footnotes$", "", line)
    line = re.sub(r"^\{#fn\.(\d+)\}", r"\1. ", line)
    line = re.sub(r"^\{#[\w.]+\}", "", line)
    line = re.sub(r"\[\^\d+\]", "", line)
    line = line.replace(WITHHELD, "")
    return re.sub(r"\[(?:[a-z]\.|\(\w\))\]", "", line)


def edition_words(text: str) -> list[Word]:
    """The document's own words in an edition. A heading belongs to the paragraph that it stands above."""
    found: list[Word] = []
    waiting: list[str] = []
    number = ""
    for line in text.splitlines():
        anchor = re.match(r"\{#([\w.]+)\}", line)
        if anchor:
            number = anchor.group(1)
            found += [(word, number) for word in waiting]
            waiting = []
        if line.startswith("#"):
            waiting += words(without_markup(line))
        else:
            found += [(word, number) for word in words(without_markup(line))]
    return found


def uncovered(received: str, given: str, mends: Sequence[dict[str, str]]) -> list[Uncovered]:
    """Align the words of both texts; every word that differs must lie within an emendation.

    An emendation counts where its received words stand in the source, its given words stand in its
    paragraph of the edition, and the two places meet in the alignment or hold the same words (a line that
    was moved).
    """
    old, new = words(received), edition_words(given)
    changes = alignment(received, given)
    old_covered: set[int] = set()
    new_covered: set[int] = set()
    for mend in mends:
        for here in places_received(mend["received"], received):
            facing = edges(changes, here)
            for there in places_given(mend, new, facing):
                moved = sorted(old[n] for n in here) == sorted(new[n][0] for n in there)
                if moved or (facing.start <= there.stop and there.start <= facing.stop):
                    old_covered |= set(here)
                    new_covered |= set(there)
    left = []
    for kind, a, b, c, d in changes:
        lost = tuple(old[n] for n in range(a, b) if n not in old_covered)
        won = tuple(new[n][0] for n in range(c, d) if n not in new_covered)
        if kind != "equal" and (lost or won):
            left.append(Uncovered(lost, won, new[min(c, len(new) - 1)][1]))
    return left


@lru_cache
def alignment(received: str, given: str) -> list[tuple[str, int, int, int, int]]:
    """Which words of the source and of the edition face each other, as difflib's opcodes."""
    new = [word for word, _ in edition_words(given)]
    return difflib.SequenceMatcher(None, words(received), new, autojunk=False).get_opcodes()


def places_received(wanted: str, text: str) -> Iterator[range]:
    """The runs of words in the source that an emendation's ``received`` takes in."""
    whole = folded(text)
    spans = [found.span() for found in re.finditer(r"[^\W_]+", whole)]
    for found in re.finditer(re.escape(folded(wanted)), whole):
        within = [n for n, (start, stop) in enumerate(spans) if start < found.end() and found.start() < stop]
        if within:
            yield range(within[0], within[-1] + 1)


def places_given(mend: dict[str, str], new: Sequence[Word], facing: range) -> Iterator[range]:
    """The runs of words in the emendation's paragraph that its ``given`` is.

    Where nothing but a withheld marker is given, that is the empty place that the source faces.
    """
    number = new[0][1] if mend["paragraph"] == "title" else mend["paragraph"]
    anchor = f"{{#{number}}}" if number.startswith("fn.") else ""
    wanted = [(word, number) for word in words(without_markup(anchor + mend["given"]))]
    if wanted:
        for at in range(len(new) - len(wanted) + 1):
            if list(new[at : at + len(wanted)]) == wanted:
                yield range(at, at + len(wanted))
    elif number in (new[facing.start - 1][1], new[facing.start][1]):
        yield range(facing.start, facing.start)


def edges(changes: Sequence[tuple[str, int, int, int, int]], here: range) -> range:
    """The stretch of the edition that faces a stretch of the source."""
    facing = []
    for kind, a, b, c, d in changes:
        if a < here.stop and here.start < b:
            low, high = max(a, here.start), min(b, here.stop)
            facing += [c + low - a, c + high - a] if kind == "equal" else [c, d]
    return range(min(facing), max(facing))


@pytest.mark.parametrize(("folder", "digest"), RECEIVED.items())
def test_a_source_is_the_text_as_it_was_received(folder: str, digest: str) -> None:
    assert hashlib.sha256((KNOWLEDGE / folder / "source.txt").read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("folder", RECEIVED)
def test_every_word_that_differs_from_the_received_text_is_an_emendation(folder: str) -> None:
    assert uncovered(source(folder), edition(folder), emendations(folder)) == []


@pytest.mark.parametrize(
    ("folder", "was", "becomes", "paragraph"),
    [
        ("nscid-13", "CIA shall seek the guidance", "CIA should seek the guidance", "6"),
        ("mi5-1948", "eleven can be said", "seven can be said", "VII.1"),
        ("state-90262", "{#0} 90262.", "{#0} 90263.", "0"),
        ("dcid-4-2", "(c) Each defector signs", "(c) Each adult defector signs", "6.b.3.c"),
        ("dcid-4-2", f"representation. {WITHHELD}", "representation. It consists of three members.", "6"),
        ("dcid-4-2", f"{{#5.b}} b. {WITHHELD}", "{#5.b} b. CIA alone may induce defection.", "5.b"),
    ],
)
def test_a_word_that_is_changed_without_an_emendation_is_found(
    folder: str, was: str, becomes: str, paragraph: str
) -> None:
    text = edition(folder)
    changed = text.replace(was, becomes)
    assert changed != text
    left = uncovered(source(folder), changed, emendations(folder))
    assert [each.paragraph for each in left] == [paragraph]


@pytest.mark.parametrize("folder", RECEIVED)
def test_an_emendation_that_is_left_out_is_missed(folder: str) -> None:
    mends = emendations(folder)
    telling = [mend for mend in mends if words(mend["received"]) != words(without_markup(mend["given"]))]
    missed = [
        uncovered(source(folder), edition(folder), [m for m in mends if m is not each])
        for each in telling[:2]
    ]
    assert telling
    assert all(missed)


@pytest.mark.parametrize("folder", RECEIVED)
def test_every_emendation_quotes_both_texts(folder: str) -> None:
    old, new = folded(source(folder)), folded(edition(folder))
    wrong = [
        mend
        for mend in emendations(folder)
        if folded(mend["received"]) not in old or folded(mend["given"]) not in new
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", RECEIVED)
def test_every_emendation_says_where_and_why(folder: str) -> None:
    _, paragraphs = read_edition(KNOWLEDGE / folder / "text.md", folder)
    known = {paragraph.number for paragraph in paragraphs} | {"title"}
    for mend in emendations(folder):
        assert set(mend) == {"paragraph", "received", "given", "why"}
        assert mend["paragraph"] in known
        assert mend["why"].strip()


def test_the_withheld_places_are_those_of_the_released_copy(library: Library) -> None:
    """DCID-4/2#5.a.2 #5.a.3 #5.b #6.b.3.e whole and #6 #7.a #7.c in part, and no others anywhere."""
    assert {p.id: p.withheld for p in library.paragraphs if p.withheld != "no"} == {
        "DCID-4/2#5.a.2": "whole",
        "DCID-4/2#5.a.3": "whole",
        "DCID-4/2#5.b": "whole",
        "DCID-4/2#6": "part",
        "DCID-4/2#6.b.3.e": "whole",
        "DCID-4/2#7.a": "part",
        "DCID-4/2#7.c": "part",
    }


@pytest.mark.parametrize("number", ["5.a.2", "5.a.3", "5.b", "6.b.3.e"])
def test_a_paragraph_that_is_withheld_holds_the_marker_and_nothing_else(
    library: Library, number: str
) -> None:
    assert library.paragraph(f"DCID-4/2#{number}").text == WITHHELD


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        ("6", "has diplomatic representation.", "The Committee may invite representatives"),
        ("7.a", "Determining,", "the manner and degree"),
        ("7.c", "policy guidance and further assistance in", "carrying out his responsibilities"),
    ],
)
def test_nothing_stands_in_the_place_of_a_withheld_passage(
    library: Library, number: str, before: str, after: str
) -> None:
    assert f"{before} {WITHHELD} {after}" in library.paragraph(f"DCID-4/2#{number}").text


def test_a_paragraph_has_an_id_of_its_own(library: Library) -> None:
    ids = [paragraph.id for document in library.documents for paragraph in document.paragraphs]
    assert len(ids) == len(set(ids))
    assert 130 <= len(ids) <= 150


IDS = {
    "NSCID-13": "0 1 2 2.a 2.b 2.c 3 4 5 6 7 7.a 7.b 7.c 8 9 9.a 9.b 10 11 fn.1 fn.2 fn.3 fn.4",
    "DCID-4/2": "0 1 2.a 2.a.1 2.a.3 2.f 3 4.a 4.c 5.a 5.a.1 5.a.2 5.a.3 5.a.7 5.b 6 6.a 6.b.1 6.b.3 6.b.3.a "
    "6.b.3.e 6.f 7 7.a 7.c sig fn.1",
    "STATE-90262": "0 1 1.A 1.B 1.C 2 3 4 sig fn.1 fn.2 fn.3",
    "MI5-1948": "I.1 I.3 II.3 VII.1 IX.3 X.0 X.1 X.2 X.3 X.4 X.5 X.6 X.7 X.8",
}


@pytest.mark.parametrize(("document", "numbers"), IDS.items())
def test_the_paragraphs_have_the_documents_own_numbers(library: Library, document: str, numbers: str) -> None:
    assert set(numbers.split()) <= set(library.document(document).by_number)


@pytest.mark.parametrize(
    ("id", "opening"),
    [
        ("NSCID-13#2.a", "A potential defector is"),
        ("NSCID-13#2.b", "A declared defector is"),
        ("NSCID-13#2.c", "Inducement means"),
        ("NSCID-13#7.a", "Providing secure facilities"),
        ("NSCID-13#7.c", "Arranging secure movement"),
        ("NSCID-13#9.b", "Directly or through questionnaires"),
        ("DCID-4/2#6.b.3.a", "Information related to imminence of hostilities"),
        ("STATE-90262#1.B", "Accordingly, all defectors should be told"),
        ("MI5-1948#I.1", "The object of this paper"),
        ("MI5-1948#I.3", "The cases of the following Russian defectors"),
        ("MI5-1948#X.0", "In this paper we have illustrated"),
        ("MI5-1948#X.1", "The repressive measures"),
        ("MI5-1948#X.8", "A great deal depends"),
    ],
)
def test_an_id_leads_to_the_paragraph_that_bears_it(library: Library, id: str, opening: str) -> None:
    assert library.paragraph(id).text.startswith(opening)


def test_the_table_of_cases_belongs_to_its_paragraph(library: Library) -> None:
    """MI5-1948#I.3"""
    rows = re.findall(r"^\| (.+?) \| (19\d\d) \|$", library.paragraph("MI5-1948#I.3").text, re.MULTILINE)
    assert len(rows) == 20
    assert rows[0] == ("Eugene PIK", "1927")
    assert rows[-1] == ("Grigori TOKAEV", "1947")


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def read_text(text: str) -> Any:
        path = tmp_path / "text.md"
        path.write_text(text, encoding="utf-8")
        return read_edition(path, "RULES")

    return read_text


def test_an_edition_is_read_into_paragraphs_with_their_places(read: Any) -> None:
    title, paragraphs = read(
        "# The rules[^1]\n\n{#0} Whereas.\n\n## Duties\n\n[Page 7]\n\n{#2} 2. Everyone shall: \n\n"
        "{#2.a} (a) Come[^1] early;\nand stay.\n\n{#2.b} [b.] Go  home.\n\n"
        "## Footnotes\n\n{#fn.1} See below.\n"
    )
    assert title == "The rules"
    by_number = {paragraph.number: paragraph for paragraph in paragraphs}
    assert list(by_number) == ["0", "2", "2.a", "2.b", "fn.1"]
    first = by_number["2.a"]
    assert (first.id, first.label, first.text) == ("RULES#2.a", "(a)", "Come early;\nand stay.")
    assert (first.headings, first.lead_in) == (("Duties",), "Everyone shall:")
    assert (first.footnotes, first.page) == (("fn.1",), 7)
    assert (by_number["2.b"].label, by_number["2.b"].text) == ("[b.]", "Go home.")
    assert by_number["0"].headings == ()
    assert by_number["0"].page is None
    assert by_number["fn.1"].is_apparatus
    assert not first.is_apparatus


def test_a_lead_in_is_the_unfinished_sentence_alone(read: Any) -> None:
    _, paragraphs = read(
        "{#6} A committee is set up. It shall:\n\n{#6.b} b. Ensure that:\n\n{#6.b.1} (1) All is well.\n"
    )
    assert paragraphs[2].lead_in == "It shall: Ensure that:"


@pytest.mark.parametrize(
    ("text", "place"),
    [("{#1} One.\n\n{#1} Another one.\n", "{#1}"), ("Lost words.\n\n{#1} One.\n", "line 1")],
)
def test_an_edition_that_breaks_the_format_is_refused(read: Any, text: str, place: str) -> None:
    with pytest.raises(BadContent, match=re.escape(place)) as refused:
        read(text)
    assert "text.md" in str(refused.value)
