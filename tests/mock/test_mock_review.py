"""Looking back at a run: what was learned and missed, how he was treated, and what to keep and change."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.handling import Hearing
from assistant.mock import Run, Said, review

Play = Callable[..., Run]

KIND = [
    "We will not hurry you. Your family is our worry too; we promise nothing that we cannot keep.",
    "I cannot promise you a passport. I can promise that I will ask, and tell you the answer by Friday.",
    "Tell me what you fear most for your mother. I shall write it down and do what can be done.",
    "You may refuse to answer, and nothing will happen to you for it.",
    "Two of our men are at the door all night, and you may ring this bell at any hour.",
]
GOOD = [
    *KIND,
    "Tell me everything that was said in the car.",
    "At what hour do they strike?",
    "By whose clock do they reckon at your headquarters?",
    "Which airfield is it?",
    "How do they get past the guard at the gate?",
    "Describe the troops and what they were doing.",
    "Where will they cross the frontier?",
    "Tell me how you came here.",
]
THREAT = "If you do not talk tonight, there will be no food and no sleep for you."
POOR = [
    THREAT,
    "Where will they cross the frontier?",
    "It is Harlsen that they will attack, isn't it?",
    "Talk, or you'll be on the next train east.",
    "Who was there and what did they say, and when was it?",
    "You were only a clerk, so I don't expect that you saw much.",
    "Was it on the Tuesday or on the Wednesday?",
]


def test_a_good_run_beats_a_poor_one(play: Play, hearing: Hearing) -> None:
    good, poor = review(play(*GOOD), hearing), review(play(*POOR), hearing)
    assert good.score > poor.score + 0.3
    assert sum(each.kept for each in good.treatment) > sum(each.kept for each in poor.treatment)
    assert [each for each in poor.treatment if not each.kept]
    assert not [each for each in good.treatment if not each.kept]


def test_what_was_learned_adds_up(play: Play, hearing: Hearing) -> None:
    run = play(*GOOD)
    made = review(run, hearing)
    assert sum(each.of for each in made.learned) == run.scenario.weight
    came = {id for each in made.learned for id in (*each.volunteered, *each.drawn_out)}
    missed = {each.fact for each in made.missed}
    assert came | missed == {fact.id for fact in run.scenario.to_learn}
    assert not came & missed
    hostilities = made.learned[0]
    assert "attack_target" in hostilities.drawn_out
    assert 0 < made.score < 1


def test_a_missed_fact_names_turn_question_and_what_was_lacking(play: Play, hearing: Hearing) -> None:
    run = play("Good evening.", THREAT, "Where will they cross the frontier?", "I see.")
    gone = {each.fact: each for each in review(run, hearing).missed}
    crossing = gone["crossing_point"]
    assert crossing.turn == 3
    assert crossing.question in run.scenario.fact("crossing_point").ask
    assert re.fullmatch(r"trust [\d.]+ short", crossing.lacking)
    assert float(crossing.lacking.split()[1]) == pytest.approx(5 - run.turns[2].reply.state.trust, abs=0.01)
    assert gone["mother"].turn == 0
    assert gone["mother"].lacking == ""


def test_the_weightiest_are_missed_first_and_the_hidden_never(play: Play, hearing: Hearing) -> None:
    made = review(play("Whom of your comrades did you denounce?"), hearing)
    weights = [each.weight for each in made.missed]
    assert weights == sorted(weights, reverse=True)
    assert not {each.fact for each in made.missed} & {"denounced", "letter_woman", "saw_order"}


def test_the_minute_of_the_first_warning(play: Play, hearing: Hearing) -> None:
    late = play(Said("Good evening.", 4), Said("How is your mother?", 6), Said("Which airfield is it?", 2.5))
    assert review(late, hearing).first_warning == 12.5
    assert review(play("Good evening."), hearing).first_warning is None


def test_the_first_warning_is_the_earliest(play: Play, hearing: Hearing) -> None:
    run = play("Which airfield is it?", "Good.", "Is there going to be an attack?")
    assert run.turns[0].reply.released == ("attack_target",)
    assert review(run, hearing).first_warning == 1


def test_kinds_by_thirds_sum_to_the_turns(play: Play, hearing: Hearing) -> None:
    for count in range(1, len(GOOD) + 1):
        run = play(*GOOD[:count])
        kinds = review(run, hearing).kinds
        assert len(kinds) <= 3
        assert sum(sum(part.values()) for part in kinds) == count
    assert review(play(), hearing).kinds == ({}, {}, {})


@pytest.mark.parametrize(
    "count",
    [
        3,
        4,
        5,
        9,
    ],
)
def test_there_are_three_thirds(count: int, play: Play, hearing: Hearing) -> None:
    assert len(review(play(*GOOD[:count]), hearing).kinds) == 3


# Cracks in a legend.

TRAIN = "Which train did you take that day?"
LAST = "When did you last sit at the key?"
CAME_BACK = "Where exactly did you get off?"
GIVEN_AWAY = "You left Linz by the 15.40 on the Monday, didn't you?"


@pytest.mark.parametrize(
    ("lines", "became", "turn"),
    [
        ((TRAIN,), "not reached", 0),
        ((TRAIN, LAST), "missed", 2),
        ((TRAIN, LAST, "Thank you."), "missed", 2),
        ((TRAIN, LAST, CAME_BACK), "noticed", 3),
        ((LAST, "Good.", TRAIN, "I see.", LAST), "noticed", 5),
        ((TRAIN, LAST, GIVEN_AWAY), "given away", 3),
    ],
)
def test_what_became_of_a_crack(
    lines: tuple[str, ...], became: str, turn: int, play: Play, hearing: Hearing
) -> None:
    made = review(play(*lines, id="planted_agent"), hearing)
    [crack] = [each for each in made.cracks if each.crack == "train"]
    assert (crack.became, crack.turn) == (became, turn)
    assert {each.became for each in made.cracks if each.crack != "train"} == {"not reached"}
    noticed = [each for each in made.keep if "did not fit together" in each.says]
    assert [each.turn for each in noticed] == ([turn] if became == "noticed" else [])
    change = [each for each in made.change if "did not fit together" in each.says]
    assert all(each.turn == turn for each in change)


def test_what_was_really_so_is_told_afterwards(play: Play, hearing: Hearing) -> None:
    run = play("At what hour do they strike?")
    [mistaken] = review(run, hearing).mistaken
    assert run.scenario.fact("attack_hour").truth in mistaken
    assert review(play("Good evening."), hearing).mistaken == ()


# Advice.


def test_keep_and_change_carry_their_turns_and_words(play: Play, hearing: Hearing) -> None:
    for lines in (GOOD, POOR):
        run = play(*lines)
        made = review(run, hearing)
        assert len(made.keep) <= 3
        assert len(made.change) == 3
        for each in (*made.keep, *made.change):
            assert each.says
            assert each.turn == 0 or run.turns[each.turn - 1].question == each.words
    assert len(review(play(*GOOD), hearing).keep) == 3
    assert all(each.turn for each in review(play(*GOOD), hearing).keep)
    change = review(play(*POOR), hearing).change
    assert all(each.turn for each in change)
    assert change[0].words == THREAT
    assert "MI5-1948#" in change[0].says


def test_what_he_must_be_told_is_looked_for(play: Play, hearing: Hearing) -> None:
    told = "There is one thing you should hear from me now: your government will be told that you are here."
    made = review(play("Good evening.", told), hearing)
    assert sorted(made.must_tell.values()) == [0, 2]
    assert set(review(play("Good evening."), hearing).must_tell.values()) == {0}


def test_nobody_was_asked_anything(play: Play, hearing: Hearing) -> None:
    made = review(play(), hearing)
    assert made.score == 0
    assert made.keep == ()
    assert made.first_warning is None
    assert all(each.turn == 0 for each in made.missed)


@pytest.mark.parametrize("lines", [GOOD, POOR])
def test_no_score_of_truthfulness_is_in_it(lines: list[str], play: Play, hearing: Hearing) -> None:
    made = review(play(*lines, id="planted_agent"), hearing)
    data = str({**made.as_json(), "mistaken": [], "missed": []}).lower()
    assert not re.search(r"\b(credib|decepti|truthful|lying|liar|honesty|sincer)", data)
    assert set(made.as_json()) == {
        *("learned share missed first_warning must_tell kinds treatment".split()),
        *("cracks mistaken events keep change".split()),
    }
