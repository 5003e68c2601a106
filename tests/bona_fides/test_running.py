"""Checks that run in the background."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.bona_fides import Checked
from assistant.bona_fides.kept import BroughtFile, KeptCheck
from assistant.bona_fides.running import FAILED, KEPT_AT_ONCE, STOPPED, Run, Runs
from assistant.errors import BadContent, ModelUnavailable

NOTHING = Checked((), (), (), 0)
TALK = b"4 March 1951\n\nQ: When were you born?\nA: I was born in 1919.\n"


def wait(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < ends, "it did not end"
        time.sleep(0.005)


def finished(runs: Runs, key: str, work: Callable[[Callable[[float, str], None]], Checked]) -> Run:
    run = runs.begin(key, work)
    wait(lambda: run.done)
    return run


def test_a_run_says_how_far_it_is_and_what_it_found():
    runs, go_on = Runs(), threading.Event()

    def work(progress):
        progress(0.4, "Comparing")
        go_on.wait(10)
        return NOTHING

    run = runs.begin("a", work)
    wait(lambda: run.part == 0.4)
    assert (run.says, run.done, run.checked) == ("Comparing", False, None)
    assert runs.begin("a", work) is run
    go_on.set()
    wait(lambda: run.done)
    assert runs.find("a") is run
    assert run.checked is NOTHING


def test_a_run_that_is_stopped_ends_at_its_next_word_and_begins_anew_when_it_is_asked_for():
    runs, begun, go_on = Runs(), threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        go_on.wait(10)
        progress(0.5, "Comparing")
        raise AssertionError("it went on")

    run = runs.begin("a", work)
    begun.wait(10)
    run.stop()
    go_on.set()
    wait(lambda: run.done)
    assert (run.wrong, run.checked) == (STOPPED, None)
    assert finished(runs, "a", lambda progress: NOTHING).checked is NOTHING


def test_what_the_user_can_mend_is_said_and_tried_again():
    def fail(progress):
        raise BadContent("Say who the subject is.")

    runs = Runs()
    assert finished(runs, "a", fail).wrong == "Say who the subject is."
    assert finished(runs, "a", lambda progress: NOTHING).checked is NOTHING


def test_only_a_check_that_wants_a_model_asks_one_and_tries_again_when_it_was_not_there():
    there, asked = threading.Event(), []

    def propose(transcripts, told, progress):
        asked.append(len(transcripts))
        if not there.is_set():
            raise ModelUnavailable("Nobody is there.")
        return told.statements

    runs, kept = Runs(propose), KeptCheck((BroughtFile("one.txt", TALK),))
    run = runs.check(kept)
    run.ended.wait(60)
    assert (run.checked.notice, asked) == ("", [])
    with_model = replace(kept, with_model=True)
    run = runs.check(with_model)
    run.ended.wait(60)
    assert run.checked.notice == "Checked without the language model: nobody is there."
    there.set()
    again = runs.check(with_model)
    again.ended.wait(60)
    assert again is not run
    assert (again.checked.notice, asked) == ("", [1, 1])
    assert runs.check(with_model) is again


def test_a_run_that_breaks_off_says_so_and_leaves_no_word_of_his_in_the_log(caplog):
    def fail(progress):
        raise KeyError("the secret he told")

    with caplog.at_level(logging.DEBUG):
        assert finished(Runs(), "a", fail).wrong == FAILED
    assert "KeyError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("more", [0, 3])
def test_old_results_give_way_to_new_ones(more):
    runs = Runs()
    for n in range(KEPT_AT_ONCE + more):
        finished(runs, str(n), lambda progress: NOTHING)
    there = [n for n in range(KEPT_AT_ONCE + more) if runs.find(str(n))]
    assert there == list(range(more, KEPT_AT_ONCE + more))
