"""Whatever a file says, every word of it is found again, and no two paragraphs share an id."""

import io
import re
from collections import Counter

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import UnreadableDocument
from assistant.knowledge.reading import ReadDocument, read_document

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LABELS = st.sampled_from(
    "1. 2. 3. 12. 1976. a. b. c. i. ii. v. A. B. I. II. IV (1) (2) (a) (b) (i) (ii) (iii) 1) a)"
    " 1.1 1.2 2.1 1.2.3 2.0 §3 §_4a Article_1 Article_2 ARTICLE_I Section_2. Chapter_II Part_A Annex_3"
    " - * • # ## 1".split()
).map(lambda label: label.replace("_", " "))
WORDS = st.lists(
    st.sampled_from(
        "the committee SHALL Keep records, of paragraph and defectors; A I 1950 naïve Größe.".split()
    ),
    max_size=12,
).map(" ".join)
LINES = st.builds(lambda label, words: f"{label} {words}", st.one_of(st.just(""), LABELS), WORDS)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n", "\n\n", "\n\n\n", "\n   "])), max_size=25).map(
    lambda parts: "".join(line + end for line, end in parts)
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def found(document: ReadDocument) -> Counter[str]:
    pieces = [document.title]
    for part in document.paragraphs:
        pieces += [*part.headings, part.label, part.text]
    return words(" ".join(pieces))


def check(document: ReadDocument, said: Counter[str]) -> None:
    ids = [part.number for part in document.paragraphs]
    assert len(set(ids)) == len(ids)
    assert all(ids)
    assert all(part.text.strip() for part in document.paragraphs)
    assert said <= found(document)


@QUICK
@given(TEXTS)
def test_of_plain_text(text):
    if text.strip():
        check(read_document(text.encode(), "x.txt", 10**6), words(text))


@QUICK
@given(st.text(max_size=300))
def test_of_any_characters(text):
    data = text.encode("utf-8", "replace")
    try:
        document = read_document(data, "x.txt", 10**6)
    except UnreadableDocument:
        return
    said = words(data.decode("utf-8-sig").replace("\x85", " "))
    check(document, said)


@QUICK
@given(TEXTS)
def test_of_markdown(text):
    try:
        document = read_document(text.encode(), "x.md", 10**6)
    except UnreadableDocument:
        return
    # An author may number every item 1: numbers are counted, words are not.
    said = Counter({word: n for word, n in words(text).items() if not word.isdigit()})
    check(document, said)


@settings(QUICK, max_examples=25)
@given(
    st.lists(
        st.tuples(LINES, st.sampled_from(["", "Heading 1", "Heading 2", "List Number", "Title"])), max_size=12
    )
)
def test_of_word(parts):
    document = docx.Document()
    for line, style in parts:
        document.add_paragraph(line, style=style or None)
    file = io.BytesIO()
    document.save(file)
    if any(line.strip() for line, _ in parts):
        check(read_document(file.getvalue(), "x.docx", 10**6), words(" ".join(line for line, _ in parts)))


@settings(QUICK, max_examples=60)
@given(st.lists(LINES.filter(str.strip), min_size=1, max_size=30))
def test_of_pdf(pdf, lines):
    data = pdf(lines)
    said = words(" ".join(lines))
    # A 1 at the edge of the first page is its number.
    said -= Counter(line.strip() for line in lines if line.strip() == "1")
    check(read_document(data, "x.pdf", 10**6), said)


@pytest.mark.parametrize("id", ["nscid-13", "state-90262", "mi5-1948", "dcid-4-2"])
def test_of_the_projects_own_sources(id, source):
    text = source(id)
    check(read_document(text.encode(), "source.txt", 10**6), words(text))
