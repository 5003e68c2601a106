from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from assistant.errors import NotFound
from assistant.store import PlanVersion, Store

GONE = "plan is not there"
NO_VERSION = "version is not there"


def asks(*wordings: str) -> dict:
    """A plan's content as the store sees it: any JSON."""
    return {"title": "", "sections": [{"questions": [{"wording": wording} for wording in wordings]}]}


def titles(store: Store, search: str = "") -> list[str]:
    return [summary.title for summary in store.plans.list(search)]


def numbers(store: Store, id: str) -> list[int]:
    return [version.number for version in store.plans.versions(id)]


def saved(store: Store, versions: int, named: tuple[int, ...] = ()) -> str:
    """A plan with as many versions, some of them named as soon as they were made."""
    id = store.plans.start("long work", {"n": 1}, "started").id
    for number in range(1, versions + 1):
        if number > 1:
            assert store.plans.save(id, {"n": number}, f"change {number}").number == number
        if number in named:
            store.plans.name_version(id, number, f"draft {number}")
    return id


def every_way_to_touch(store: Store, id: str) -> list[Callable[[], object]]:
    return [
        lambda: store.plans.read(id),
        lambda: store.plans.read(id, 1),
        lambda: store.plans.versions(id),
        lambda: store.plans.save(id, {}, "x"),
        lambda: store.plans.undo(id),
        lambda: store.plans.name_version(id, 1, "x"),
        lambda: store.plans.rename(id, "x"),
        lambda: store.plans.delete(id),
    ]


def test_every_version_comes_back_with_its_content_after_reopening(store, reopen):
    content = {
        "minutes": 90.5,
        "sections": [{"why": None, "locked": False, "questions": []}],
        "größe": "漢字",
    }
    started = store.plans.start("Cipher clerk", content, "built")
    changed = store.plans.save(started.id, asks("Who held the keys?"), "added a question")

    later = reopen().plans

    assert later.read(started.id) == later.read(started.id, 2) == changed
    assert later.read(started.id, 1) == started
    assert (started.number, started.note, started.name, started.content) == (1, "built", "", content)
    assert (changed.title, changed.number, changed.note) == ("Cipher clerk", 2, "added a question")
    assert changed.content == asks("Who held the keys?")
    assert changed.made > started.made
    assert started.made.tzinfo is UTC


def test_what_the_caller_does_to_the_content_afterwards_changes_nothing(store):
    content = asks("first")
    started = store.plans.start("Own copy", content, "")
    content["sections"].clear()
    assert started.content == store.plans.read(started.id).content == asks("first")


def test_save_renames_only_when_it_is_given_a_title(store):
    id = store.plans.start("old", {}, "").id
    assert store.plans.save(id, {}, "").title == "old"
    assert store.plans.save(id, {}, "", title="new").title == "new"
    assert titles(store) == ["new"]
    assert store.plans.read(id, 1).title == "new"
    assert store.plans.save(id, {}, "", title="").title == ""


def test_versions_are_listed_newest_first_without_content(store):
    started = store.plans.start("two", {"n": 1}, "built")
    changed = store.plans.save(started.id, {"n": 2}, "moved")
    store.plans.name_version(started.id, 1, "  first draft ")
    assert store.plans.versions(started.id) == [
        PlanVersion(2, changed.made, "moved", ""),
        PlanVersion(1, started.made, "built", "first draft"),
    ]
    assert store.plans.read(started.id, 1).name == "first draft"


@pytest.mark.parametrize("blank", ["", "  \n"])
def test_a_blank_name_takes_the_name_away(store, blank):
    id = saved(store, versions=2, named=(2,))
    store.plans.name_version(id, 2, blank)
    assert store.plans.read(id, 2).name == ""


@pytest.mark.parametrize("number", [0, -1, 3, 10**9])
def test_a_version_that_is_not_there_is_named_as_such(store, number):
    id = saved(store, versions=2)
    with pytest.raises(NotFound, match=NO_VERSION):
        store.plans.read(id, number)
    with pytest.raises(NotFound, match=NO_VERSION):
        store.plans.name_version(id, number, "x")


def test_undo_goes_back_one_version_at_a_time_down_to_the_first(store):
    id = saved(store, versions=3)
    second = store.plans.read(id, 2)
    assert store.plans.undo(id) == second == store.plans.read(id)
    assert numbers(store, id) == [2, 1]
    assert store.plans.undo(id).content == {"n": 1}
    before = store.plans.list()
    with pytest.raises(NotFound, match="nothing to undo"):
        store.plans.undo(id)
    assert store.plans.list() == before
    assert store.plans.read(id).content == {"n": 1}


def test_a_change_after_undo_takes_the_place_of_what_was_undone(store):
    id = saved(store, versions=3, named=(3,))
    store.plans.undo(id)
    again = store.plans.save(id, {"n": "again"}, "otherwise")
    assert (again.number, again.name) == (3, "")
    assert store.plans.read(id, 3).content == {"n": "again"}


def test_undo_leaves_the_title_and_counts_as_a_change(store):
    id = store.plans.start("old", {}, "").id
    store.plans.save(id, {}, "", title="new")
    store.plans.start("other", {}, "")
    assert store.plans.undo(id).title == "new"
    assert titles(store) == ["new", "other"]


def test_undo_crosses_the_gap_that_dropped_versions_leave(store):
    id = saved(store, versions=103)
    for number in range(102, 3, -1):
        assert store.plans.undo(id).number == number
    assert store.plans.undo(id).number == 1
    with pytest.raises(NotFound, match="nothing to undo"):
        store.plans.undo(id)


@pytest.mark.parametrize(
    ("versions", "named", "dropped"),
    [
        (100, (), []),
        (101, (), []),
        (102, (), [2]),
        (105, (), [2, 3, 4, 5]),
        (105, (2, 4), [3, 5]),
        (105, (1,), [2, 3, 4, 5]),
        (103, (50, 60, 70), []),
        (105, tuple(range(50, 60)), []),
    ],
)
def test_save_drops_unnamed_versions_beyond_the_last_hundred_but_never_the_first(
    store, versions, named, dropped
):
    id = saved(store, versions, named)
    assert numbers(store, id) == [n for n in range(versions, 0, -1) if n not in dropped]
    assert store.plans.read(id).content == {"n": versions}
    assert store.plans.list()[0].versions == versions - len(dropped)
    for number in dropped:
        with pytest.raises(NotFound, match=NO_VERSION):
            store.plans.read(id, number)


def test_a_version_that_lost_its_name_is_dropped_at_the_next_save(store):
    id = saved(store, versions=103, named=(2,))
    assert 2 in numbers(store, id)
    store.plans.name_version(id, 2, "")
    assert 2 in numbers(store, id)
    store.plans.save(id, {}, "")
    assert 2 not in numbers(store, id)


def test_dropping_leaves_the_versions_of_other_plans(store):
    other = saved(store, versions=5)
    saved(store, versions=105)
    assert numbers(store, other) == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    "change",
    [
        lambda plans, id: plans.save(id, {}, ""),
        lambda plans, id: plans.rename(id, "first"),
        lambda plans, id: plans.name_version(id, 1, "x"),
    ],
    ids=["save", "rename", "name"],
)
def test_list_shows_the_newest_change_first(store, change):
    id = store.plans.start("first", {}, "").id
    store.plans.start("second", {}, "")
    assert titles(store) == ["second", "first"]
    change(store.plans, id)
    assert titles(store) == ["first", "second"]


def test_a_line_of_the_list_tells_when_the_plan_began_and_changed_and_counts_versions(store):
    started = store.plans.start("one", {}, "")
    changed = store.plans.save(started.id, {}, "")
    (line,) = store.plans.list()
    assert (line.id, line.title) == (started.id, "one")
    assert (line.started, line.changed, line.versions) == (started.made, changed.made, 2)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["teacher", "Größe", "officer"]),
        ("   ", ["teacher", "Größe", "officer"]),
        ("OFFICER", ["officer"]),
        ("größe", ["Größe"]),
        ("GRÖSSE", ["Größe"]),
        ("ПЕРЕБЕЖЧИК", ["officer"]),
        ("cafe\u0301", ["teacher"]),
        (" harbour ", ["officer"]),
        ('"the Pole"', ["teacher"]),
        ("100%", ["teacher"]),
        ("%", ["teacher"]),
        ("_", ["Größe"]),
        ("before the MEDICAL", ["Größe"]),
        ("dropped since", []),
        ("wording", []),
        ("true", []),
        ("'; DROP TABLE plans; --", []),
    ],
)
def test_search_looks_in_title_names_and_the_texts_of_the_newest_version(store, search, found):
    store.plans.start("officer", asks("Which HARBOUR?", "Who is the перебежчик?"), "")
    named = store.plans.start("Größe", asks("dropped since"), "").id
    store.plans.save(named, asks("literal a_c"), "")
    store.plans.name_version(named, 1, "Before the medical")
    store.plans.start("teacher", {"sure": True, **asks("100% sure?", 'In the CAFÉ: "the Pole"')}, "")
    assert titles(store, search) == found


def test_rename_keeps_the_versions(store):
    id = saved(store, versions=2)
    store.plans.rename(id, "new name")
    assert store.plans.read(id).title == "new name"
    assert numbers(store, id) == [2, 1]


def test_a_deleted_plan_is_gone_until_restored(store):
    id = saved(store, versions=2, named=(1,))
    before, lines = store.plans.read(id), store.plans.versions(id)

    store.plans.delete(id)

    assert titles(store) == titles(store, "long") == []
    for touch in every_way_to_touch(store, id):
        with pytest.raises(NotFound, match=GONE):
            touch()

    store.plans.restore(id)
    assert store.plans.read(id) == before
    assert store.plans.versions(id) == lines


def test_restore_leaves_a_plan_that_is_not_deleted_as_it_is(store):
    started = store.plans.start("fine", {}, "")
    store.plans.restore(started.id)
    assert store.plans.read(started.id) == started


@pytest.mark.parametrize(("days", "is_there"), [(29.9, True), (30.1, False)])
def test_opening_purges_what_was_deleted_more_than_thirty_days_ago(store, reopen, clock, days, is_there):
    id = saved(store, versions=3)
    kept = store.plans.start("kept", {}, "").id
    store.plans.delete(id)
    clock.wait(days)

    later = reopen()

    if is_there:
        later.plans.restore(id)
        assert numbers(later, id) == [3, 2, 1]
    else:
        with pytest.raises(NotFound):
            later.plans.restore(id)
    with later.plans.database.reading() as session:
        left = session.connection().exec_driver_sql("SELECT count(*) FROM plan_versions").scalar()
    assert left == (4 if is_there else 1)
    assert later.plans.read(kept).title == "kept"


def test_unknown_plan_is_named_as_such_without_its_id(store):
    for touch in [*every_way_to_touch(store, "secret-id"), lambda: store.plans.restore("secret-id")]:
        with pytest.raises(NotFound, match=GONE) as caught:
            touch()
        assert "secret-id" not in str(caught.value)


def test_two_owners_do_not_see_each_others_plans(reopen):
    mine, theirs = reopen(), reopen(owner="other")
    id = saved(mine, versions=2)
    before = mine.plans.read(id)

    assert theirs.plans.list() == theirs.plans.list("long") == []
    for touch in [*every_way_to_touch(theirs, id), lambda: theirs.plans.restore(id)]:
        with pytest.raises(NotFound):
            touch()
    assert mine.plans.read(id) == before
    assert numbers(mine, id) == [2, 1]


@pytest.mark.parametrize("text", ["", "nul\0inside", "emoji 🕵️ and 漢字", "x" * 2_000_000, "'\";--"])
def test_any_text_comes_back_unchanged(store, text):
    id = store.plans.start(text, asks(text), text).id
    kept = store.plans.read(id)
    assert (kept.title, kept.note, kept.content) == (text, text, asks(text))


def test_half_of_a_cut_character_becomes_a_question_mark_and_search_goes_on(store):
    started = store.plans.start("cut \ud83d", {"key \ud83d": ["in \ud83d here"]}, "note \ud83d")
    assert (started.title, started.note) == ("cut ?", "note ?")
    assert started.content == store.plans.read(started.id).content == {"key ?": ["in ? here"]}
    assert titles(store, "\ud83d here") == ["cut ?"]


@pytest.mark.parametrize(
    ("value", "fault"), [(datetime.now(UTC), "not JSON serializable"), (float("nan"), "not JSON compliant")]
)
def test_content_that_is_no_json_is_refused_and_nothing_is_kept(store, value, fault):
    with pytest.raises(Exception, match=fault):
        store.plans.start("bad", {"value": value}, "")
    assert store.plans.list() == []

    id = saved(store, versions=2)
    before = store.plans.list()
    with pytest.raises(Exception, match=fault):
        store.plans.save(id, {"value": value}, "", title="half")
    assert store.plans.list() == before
    assert store.plans.read(id).content == {"n": 2}


def test_versions_saved_by_many_threads_are_all_kept(store):
    id = store.plans.start("crowd", {}, "").id

    def save(number: int) -> int:
        return store.plans.save(id, {"by": number}, "").number

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(save, range(80)))

    assert sorted(made) == list(range(2, 82))
    kept = [store.plans.read(id, number).content["by"] for number in made]
    assert kept == list(range(80))
