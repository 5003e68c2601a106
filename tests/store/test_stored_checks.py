from collections.abc import Callable
from datetime import UTC

import pytest

from assistant.errors import NotFound
from assistant.store import ContentSummary, Store

GONE = "check is not there"


def content(*names: str, **more: object) -> dict:
    """A check's content as the store sees it: any JSON."""
    files = [{"name": name, "data": "Uzog", "date": None, "roles": {"A": "subject"}} for name in names]
    return {"files": files, "case_file": "", "settled": {}, **more}


def titles(store: Store) -> list[str]:
    return [summary.title for summary in store.checks.list()]


def every_way_to_touch(store: Store, id: str) -> list[Callable[[], object]]:
    return [
        lambda: store.checks.read(id),
        lambda: store.checks.save(id, {}),
        lambda: store.checks.rename(id, "x"),
        lambda: store.checks.delete(id),
    ]


def test_a_check_comes_back_with_its_content_after_reopening(store, reopen):
    kept = content("one.txt", "größe.vtt", settled={"f1": {"outcome": "explained", "note": "漢字"}})
    started = store.checks.start("Two sessions", content("one.txt"))
    saved = store.checks.save(started.id, kept)

    assert reopen().checks.read(started.id) == saved
    assert saved.content == kept
    assert (saved.title, saved.started) == ("Two sessions", started.started)
    assert saved.changed > started.changed
    assert started.started.tzinfo is UTC


def test_what_the_caller_does_to_the_content_afterwards_changes_nothing(store):
    given = content("one.txt")
    started = store.checks.start("Own copy", given)
    given["files"].clear()
    assert started.content == store.checks.read(started.id).content == content("one.txt")


def test_save_renames_only_when_it_is_given_a_title(store):
    id = store.checks.start("old", {}).id
    assert store.checks.save(id, {}).title == "old"
    assert store.checks.save(id, {}, title="new").title == "new"
    assert titles(store) == ["new"]


def test_list_shows_the_newest_change_first_without_content(store):
    first = store.checks.start("first", content("one.txt"))
    second = store.checks.start("second", {})
    assert titles(store) == ["second", "first"]
    store.checks.rename(first.id, "renamed")
    assert titles(store) == ["renamed", "second"]
    assert store.checks.list()[1] == ContentSummary(second.id, "second", second.started, second.changed)


def test_a_deleted_check_is_gone_until_restored(store):
    id = store.checks.start("put away", content("one.txt")).id
    before = store.checks.read(id)
    store.checks.delete(id)
    assert titles(store) == []
    for touch in every_way_to_touch(store, id):
        with pytest.raises(NotFound, match=GONE):
            touch()
    store.checks.restore(id)
    assert store.checks.read(id) == before
    store.checks.restore(id)
    assert store.checks.read(id) == before


@pytest.mark.parametrize(("days", "is_there"), [(29.9, True), (30.1, False)])
def test_opening_purges_what_was_deleted_more_than_thirty_days_ago(store, reopen, clock, days, is_there):
    id = store.checks.start("old", {}).id
    store.checks.start("kept", {})
    store.checks.delete(id)
    clock.wait(days)

    later = reopen()

    if is_there:
        later.checks.restore(id)
    else:
        with pytest.raises(NotFound, match=GONE):
            later.checks.restore(id)
    assert "kept" in titles(later)


def test_an_unknown_check_is_named_as_such_without_its_id(store):
    for touch in [*every_way_to_touch(store, "secret-id"), lambda: store.checks.restore("secret-id")]:
        with pytest.raises(NotFound, match=GONE) as caught:
            touch()
        assert "secret-id" not in str(caught.value)


def test_two_owners_do_not_see_each_others_checks(reopen):
    mine, theirs = reopen(), reopen(owner="other")
    id = mine.checks.start("mine", content("one.txt")).id
    assert theirs.checks.list() == []
    for touch in [*every_way_to_touch(theirs, id), lambda: theirs.checks.restore(id)]:
        with pytest.raises(NotFound):
            touch()
    assert mine.checks.read(id).content == content("one.txt")


@pytest.mark.parametrize("text", ["", "nul\0inside", "emoji 🕵️ and 漢字", "x" * 2_000_000, "'\";--"])
def test_any_text_comes_back_unchanged(store, text):
    id = store.checks.start(text, content(text)).id
    kept = store.checks.read(id)
    assert (kept.title, kept.content) == (text, content(text))


def test_half_of_a_cut_character_becomes_a_question_mark(store):
    started = store.checks.start("cut \ud83d", {"case_file": "in \ud83d here"})
    assert (started.title, started.content) == ("cut ?", {"case_file": "in ? here"})
