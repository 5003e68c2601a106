from collections.abc import Callable
from datetime import UTC

import pytest

from assistant.errors import NotFound
from assistant.store import ContentSummary, Store

GONE = "run is not there"


def content(*texts: str, **more: object) -> dict:
    """A run's content as the store sees it: any JSON."""
    at = "1976-05-18T10:00:00+00:00"
    lines = [{"id": f"l{n}", "role": "subject", "text": text, "at": at} for n, text in enumerate(texts)]
    return {"lines": lines, "outcomes": {}, "duties": {}, "began": at, **more}


def titles(store: Store) -> list[str]:
    return [summary.title for summary in store.mock_runs.list()]


def every_way_to_touch(store: Store, id: str) -> list[Callable[[], object]]:
    return [
        lambda: store.mock_runs.read(id),
        lambda: store.mock_runs.save(id, {}),
        lambda: store.mock_runs.rename(id, "x"),
        lambda: store.mock_runs.delete(id),
    ]


def test_a_run_comes_back_with_its_content_after_reopening(store, reopen):
    kept = content("Größe?", "漢字", outcomes={"l1 distress": "not now"})
    started = store.mock_runs.start("First session", content("In Telc."))
    saved = store.mock_runs.save(started.id, kept)

    assert reopen().mock_runs.read(started.id) == saved
    assert saved.content == kept
    assert (saved.title, saved.started) == ("First session", started.started)
    assert saved.changed > started.changed
    assert started.started.tzinfo is UTC


def test_what_the_caller_does_to_the_content_afterwards_changes_nothing(store):
    given = content("In Telc.")
    started = store.mock_runs.start("Own copy", given)
    given["lines"].clear()
    assert started.content == store.mock_runs.read(started.id).content == content("In Telc.")


def test_save_renames_only_when_it_is_given_a_title(store):
    id = store.mock_runs.start("old", {}).id
    assert store.mock_runs.save(id, {}).title == "old"
    assert store.mock_runs.save(id, {}, title="new").title == "new"
    assert titles(store) == ["new"]


def test_list_shows_the_newest_change_first_without_content(store):
    first = store.mock_runs.start("first", content("In Telc."))
    second = store.mock_runs.start("second", {})
    assert titles(store) == ["second", "first"]
    store.mock_runs.rename(first.id, "renamed")
    assert titles(store) == ["renamed", "second"]
    assert store.mock_runs.list()[1] == ContentSummary(second.id, "second", second.started, second.changed)


def test_a_deleted_run_is_gone_until_restored(store):
    id = store.mock_runs.start("put away", content("In Telc.")).id
    before = store.mock_runs.read(id)
    store.mock_runs.delete(id)
    assert titles(store) == []
    for touch in every_way_to_touch(store, id):
        with pytest.raises(NotFound, match=GONE):
            touch()
    store.mock_runs.restore(id)
    assert store.mock_runs.read(id) == before
    store.mock_runs.restore(id)
    assert store.mock_runs.read(id) == before


@pytest.mark.parametrize(("days", "is_there"), [(29.9, True), (30.1, False)])
def test_opening_purges_what_was_deleted_more_than_thirty_days_ago(store, reopen, clock, days, is_there):
    id = store.mock_runs.start("old", {}).id
    store.mock_runs.start("kept", {})
    store.mock_runs.delete(id)
    clock.wait(days)

    later = reopen()

    if is_there:
        later.mock_runs.restore(id)
    else:
        with pytest.raises(NotFound, match=GONE):
            later.mock_runs.restore(id)
    assert "kept" in titles(later)


def test_an_unknown_run_is_named_as_such_without_its_id(store):
    for touch in [*every_way_to_touch(store, "secret-id"), lambda: store.mock_runs.restore("secret-id")]:
        with pytest.raises(NotFound, match=GONE) as caught:
            touch()
        assert "secret-id" not in str(caught.value)


def test_two_owners_do_not_see_each_others_runs(reopen):
    mine, theirs = reopen(), reopen(owner="other")
    id = mine.mock_runs.start("mine", content("In Telc.")).id
    assert theirs.mock_runs.list() == []
    for touch in [*every_way_to_touch(theirs, id), lambda: theirs.mock_runs.restore(id)]:
        with pytest.raises(NotFound):
            touch()
    assert mine.mock_runs.read(id).content == content("In Telc.")


@pytest.mark.parametrize("text", ["", "nul\0inside", "emoji 🕵️ and 漢字", "x" * 2_000_000, "'\";--"])
def test_any_text_comes_back_unchanged(store, text):
    id = store.mock_runs.start(text, content(text)).id
    kept = store.mock_runs.read(id)
    assert (kept.title, kept.content) == (text, content(text))


def test_half_of_a_cut_character_becomes_a_question_mark(store):
    started = store.mock_runs.start("cut \ud83d", {"began": "in \ud83d here"})
    assert (started.title, started.content) == ("cut ?", {"began": "in ? here"})


def test_records_are_those_of_every_run_that_is_not_deleted_the_first_begun_first(store):
    for words in ("first", "second", "third"):
        store.mock_runs.start(words, content(words))
    store.mock_runs.delete(store.mock_runs.list()[1].id)
    assert [each.content for each in store.mock_runs.records()] == [content("first"), content("third")]
