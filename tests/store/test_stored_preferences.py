import pytest


@pytest.mark.parametrize(
    "value",
    [None, True, 0, 1.5, "", "größer", [], {}, [1, [None, {"a": "b"}]], {"theme": {"dark": False}}],
)
def test_any_json_comes_back_equal_after_reopening(store, reopen, value):
    store.preferences.write("key", value)
    assert reopen().preferences.read() == {"key": value}
    assert type(reopen().preferences.read()["key"]) is type(value)


def test_the_last_value_written_counts(store):
    store.preferences.write("day", "1950-01-19")
    store.preferences.write("day", None)
    store.preferences.write("day", "1976-05-18")
    store.preferences.write("model", "none")
    assert store.preferences.read() == {"day": "1976-05-18", "model": "none"}


def test_a_forgotten_preference_is_gone_and_forgetting_twice_does_no_harm(store):
    store.preferences.write("day", 1)
    store.preferences.write("kept", 2)
    store.preferences.forget("day")
    store.preferences.forget("day")
    assert store.preferences.read() == {"kept": 2}


def test_two_owners_have_preferences_of_their_own(reopen):
    mine, theirs = reopen(), reopen(owner="other")
    mine.preferences.write("theme", "dark")
    theirs.preferences.write("theme", "light")
    theirs.preferences.forget("nothing")
    assert mine.preferences.read() == {"theme": "dark"}
    theirs.preferences.forget("theme")
    assert mine.preferences.read() == {"theme": "dark"}
    assert theirs.preferences.read() == {}
