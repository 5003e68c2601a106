from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from assistant.errors import NotFound
from assistant.store import Store, open_store


def titles(store: Store, search: str = "") -> list[str]:
    return [summary.title for summary in store.conversations.list(search)]


def test_turns_come_back_in_order_with_their_answers_after_reopening(store, reopen):
    answer = {"status": "answered", "statements": [{"cite": "NSCID-13#9.b"}], "nearest": None}
    started = store.conversations.start("Who debriefs?")
    asked = store.conversations.add(started.id, "user", "Who may question him?", None)
    told = store.conversations.add(started.id, "assistant", "IAC agencies.\n\nSee 9.b.", answer)

    kept = reopen().conversations.read(started.id)

    assert kept.turns == (asked, told)
    assert [turn.role for turn in kept.turns] == ["user", "assistant"]
    assert kept.turns[0].answer is None
    assert kept.turns[1].answer == answer
    assert (kept.title, kept.started, kept.changed) == (started.title, started.started, told.at)


def test_times_are_kept_in_utc_whatever_zone_the_clock_has(path):
    noon_in_delhi = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    store = open_store(path, clock=lambda: noon_in_delhi)
    started = store.conversations.start("Zones")
    assert store.conversations.read(started.id).started == noon_in_delhi
    assert started.started.tzinfo is UTC


def test_ids_come_from_the_given_source(path, clock):
    ids = iter(["first", "second"])
    store = open_store(path, clock=clock, new_id=lambda: next(ids))
    started = store.conversations.start("Ids")
    assert started.id == "first"
    assert store.conversations.add(started.id, "user", "x", None).id == "second"


def test_list_shows_the_newest_change_first_and_counts_turns(store):
    first = store.conversations.start("first")
    store.conversations.start("second")
    assert titles(store) == ["second", "first"]
    store.conversations.add(first.id, "user", "again", None)
    assert titles(store) == ["first", "second"]
    assert [summary.turns for summary in store.conversations.list()] == [1, 0]
    last = store.conversations.read(first.id).turns[-1]
    assert store.conversations.list()[0].changed == last.at


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["asylum", "Größe", "plain"]),
        ("   ", ["asylum", "Größe", "plain"]),
        ("PLAIN", ["plain"]),
        ("größe", ["Größe"]),
        ("GRÖSSE", ["Größe"]),
        ("ПЕРЕБЕЖЧИК", ["plain"]),
        ("cafe\u0301", ["asylum"]),
        ("100%", ["asylum"]),
        ("%", ["asylum"]),
        ("_", ["Größe"]),
        ("a_c", ["Größe"]),
        ("abc", ["plain"]),
        ("embassy in the", ["asylum"]),
        (" embassy ", ["asylum"]),
        ("'; DROP TABLE turns; --", []),
        ("nowhere", []),
    ],
)
def test_search_takes_letters_of_any_case_and_signs_as_they_are(store, search, found):
    for title, text in [
        ("plain", "abc and перебежчик"),
        ("Größe", "literal a_c"),
        ("asylum", "100% sure: the EMBASSY in the CAFÉ"),
    ]:
        id = store.conversations.start(title).id
        store.conversations.add(id, "assistant", text, None)
    assert titles(store, search) == found


def test_rename_is_a_change_and_is_found_by_the_new_title_only(store):
    old = store.conversations.start("old name")
    store.conversations.start("other")
    store.conversations.rename(old.id, "new name")
    assert titles(store) == ["new name", "other"]
    assert titles(store, "old") == []
    assert store.conversations.read(old.id).title == "new name"


def test_a_deleted_conversation_is_gone_until_restored(store):
    id = store.conversations.start("mistake").id
    turn = store.conversations.add(id, "user", "keep me", None)
    before = store.conversations.read(id)

    store.conversations.delete(id)

    assert titles(store) == titles(store, "keep") == []
    for touch in (
        lambda: store.conversations.read(id),
        lambda: store.conversations.rename(id, "x"),
        lambda: store.conversations.add(id, "user", "x", None),
        lambda: store.conversations.remove_last_exchange(id),
        lambda: store.conversations.delete(id),
    ):
        with pytest.raises(NotFound):
            touch()

    store.conversations.restore(id)
    assert store.conversations.read(id) == before
    assert before.turns == (turn,)


def test_restore_leaves_a_conversation_that_is_not_deleted_as_it_is(store):
    started = store.conversations.start("fine")
    store.conversations.restore(started.id)
    assert store.conversations.read(started.id) == started


@pytest.mark.parametrize(("days", "is_there"), [(29.9, True), (30.1, False)])
def test_opening_purges_what_was_deleted_more_than_thirty_days_ago(store, reopen, clock, days, is_there):
    id = store.conversations.start("old").id
    store.conversations.add(id, "user", "text", None)
    kept = store.conversations.start("kept").id
    store.conversations.delete(id)
    clock.wait(days)

    later = reopen()

    if is_there:
        later.conversations.restore(id)
        assert len(later.conversations.read(id).turns) == 1
    else:
        with pytest.raises(NotFound):
            later.conversations.restore(id)
    assert later.conversations.read(kept).title == "kept"


def test_remove_last_exchange_takes_the_last_question_and_all_after_it(store):
    id = store.conversations.start("undo").id
    roles = ["assistant", "user", "assistant", "user", "assistant", "assistant"]
    turns = [store.conversations.add(id, role, f"{n}", {"n": n}) for n, role in enumerate(roles)]

    assert store.conversations.remove_last_exchange(id) == tuple(turns[3:])
    assert store.conversations.read(id).turns == tuple(turns[:3])
    assert store.conversations.remove_last_exchange(id) == tuple(turns[1:3])
    assert store.conversations.remove_last_exchange(id) == ()
    assert store.conversations.read(id).turns == (turns[0],)

    again = store.conversations.add(id, "user", "new", None)
    assert store.conversations.read(id).turns == (turns[0], again)


def test_unknown_conversation_is_named_as_such_without_its_id(store):
    with pytest.raises(NotFound, match="conversation is not there") as caught:
        store.conversations.read("secret-id")
    assert "secret-id" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "nul\0inside", "emoji 🕵️ and 漢字", "x" * 2_000_000, "'\";--"])
def test_any_text_comes_back_unchanged(store, text):
    id = store.conversations.start(text).id
    store.conversations.add(id, "user", text, {"text": text})
    kept = store.conversations.read(id)
    assert (kept.title, kept.turns[0].text, kept.turns[0].answer) == (text, text, {"text": text})


def test_half_of_a_cut_character_becomes_a_question_mark(store):
    id = store.conversations.start("cut \ud83d").id
    turn = store.conversations.add(id, "user", "cut \ud83d here", None)
    assert turn.text == store.conversations.read(id).turns[0].text == "cut ? here"
    assert titles(store, "\ud83d") == ["cut ?"]


def test_two_owners_do_not_see_each_others_conversations(reopen: Callable[..., Store]):
    mine, theirs = reopen(), reopen(owner="other")
    id = mine.conversations.start("mine").id
    mine.conversations.add(id, "user", "secret plan", None)

    assert theirs.conversations.list() == theirs.conversations.list("secret") == []
    for touch in (
        lambda: theirs.conversations.read(id),
        lambda: theirs.conversations.rename(id, "x"),
        lambda: theirs.conversations.delete(id),
        lambda: theirs.conversations.restore(id),
        lambda: theirs.conversations.add(id, "user", "x", None),
        lambda: theirs.conversations.remove_last_exchange(id),
    ):
        with pytest.raises(NotFound):
            touch()
    assert mine.conversations.read(id).title == "mine"
    assert len(mine.conversations.read(id).turns) == 1


def test_turns_added_by_many_threads_are_all_kept(store):
    id = store.conversations.start("crowd").id

    def add(number: int) -> str:
        return store.conversations.add(id, "user", f"turn {number}", None).id

    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(add, range(80)))

    kept = [turn.id for turn in store.conversations.read(id).turns]
    assert sorted(kept) == sorted(added)


def test_an_answer_that_is_no_json_is_refused_and_nothing_is_kept(store):
    id = store.conversations.start("bad").id
    with pytest.raises(Exception, match="not JSON serializable"):
        store.conversations.add(id, "assistant", "text", {"when": datetime.now(UTC)})
    assert store.conversations.read(id).turns == ()
