import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.errors import NotFound


def test_a_document_comes_back_equal_after_reopening(store, reopen, document):
    added = document(paragraphs=3)
    store.documents.add(added)
    assert reopen().documents.read(added.id) == added


def test_an_undated_document_without_paragraphs_comes_back_equal(store, document):
    added = replace(document(), issued=None, paragraphs=(), source=b"")
    store.documents.add(added)
    assert store.documents.read(added.id) == added


def test_the_list_counts_paragraphs_and_shows_the_last_added_first(store, document):
    store.documents.add(document("old", paragraphs=3))
    store.documents.add(replace(document("new", paragraphs=1), added=datetime(2026, 4, 1, tzinfo=UTC)))
    listed = store.documents.list()
    assert [(line.id, line.paragraphs) for line in listed] == [("new", 1), ("old", 3)]
    full = document("old")
    assert (listed[1].title, listed[1].file_name, listed[1].media_type, listed[1].issued) == (
        full.title,
        full.file_name,
        full.media_type,
        full.issued,
    )
    assert listed[1].added == full.added


def test_a_deleted_document_is_gone_until_restored(store, document):
    store.documents.add(document())
    store.documents.delete("house-rules")
    assert store.documents.list() == []
    with pytest.raises(NotFound, match="document is not there"):
        store.documents.read("house-rules")
    with pytest.raises(NotFound):
        store.documents.delete("house-rules")
    store.documents.restore("house-rules")
    assert store.documents.read("house-rules") == document()


def test_an_id_in_use_is_refused_and_what_is_there_stays(store, document):
    store.documents.add(document(title="first"))
    with pytest.raises(ValueError, match="id"):
        store.documents.add(document(title="second"))
    assert store.documents.read("house-rules").title == "first"


def test_a_new_document_takes_the_place_of_a_deleted_one_with_its_id(store, document):
    store.documents.add(document(title="first", paragraphs=5))
    store.documents.delete("house-rules")
    store.documents.add(document(title="second", paragraphs=1))
    assert store.documents.read("house-rules") == document(title="second", paragraphs=1)


@pytest.mark.parametrize(("days", "is_there"), [(29.9, True), (30.1, False)])
def test_opening_purges_what_was_deleted_more_than_thirty_days_ago(
    store, reopen, clock, document, days, is_there
):
    store.documents.add(document())
    store.documents.delete("house-rules")
    clock.wait(days)
    later = reopen()
    if is_there:
        later.documents.restore("house-rules")
        assert later.documents.read("house-rules") == document()
    else:
        with pytest.raises(NotFound):
            later.documents.restore("house-rules")


def test_two_owners_have_documents_of_their_own_even_under_one_id(reopen, document):
    mine, theirs = reopen(), reopen(owner="other")
    mine.documents.add(document(title="mine"))
    assert theirs.documents.list() == []
    for touch in (theirs.documents.read, theirs.documents.delete, theirs.documents.restore):
        with pytest.raises(NotFound):
            touch("house-rules")
    theirs.documents.add(document(title="theirs"))
    theirs.documents.delete("house-rules")
    assert mine.documents.read("house-rules").title == "mine"


def test_a_failure_in_the_middle_leaves_nothing_of_the_document(store, document):
    broken = document(paragraphs=50)
    last = {**broken.paragraphs[-1], "text": None}
    with pytest.raises(Exception, match="NOT NULL"):
        store.documents.add(replace(broken, paragraphs=(*broken.paragraphs[:-1], last)))
    assert store.documents.list() == []
    store.documents.add(broken)
    assert store.documents.read("house-rules") == broken


def test_thirteen_thousand_paragraphs_are_added_and_read_in_two_seconds(store, document):
    large = document(paragraphs=13_000)
    large = replace(
        large,
        source=b"x" * 5_000_000,
        paragraphs=tuple({**paragraph, "text": "word " * 100} for paragraph in large.paragraphs),
    )
    # The processor's time: the disk and the other programs of the machine are not on trial.
    begun = time.process_time()
    store.documents.add(large)
    added = time.process_time()
    kept = store.documents.read(large.id)
    read = time.process_time()
    assert kept == large
    assert added - begun < 2
    assert read - added < 2
