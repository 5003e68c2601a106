"""The subject in the chair: what he tells, what he keeps, and how the way he is treated moves him."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.handling import Hearing
from assistant.mock import Run, Scenario, Subject, SubjectReply
from assistant.mock.state import TIRED

Meet = Callable[..., Subject]
Play = Callable[..., Run]

WALK_IN, PLANTED = "frightened_walk_in", "planted_agent"

KIND = [
    "We will not hurry you. Your family is our worry too; we promise nothing that we cannot keep.",
    "I cannot promise you a passport. I can promise that I will ask, and tell you the answer by Friday.",
    "Tell me what you fear most for your mother. I shall write it down and do what can be done.",
    "You did not leave your people; what you tell us may save lives on both sides.",
    "You may refuse to answer, and nothing will happen to you for it.",
    "Two of our men are at the door all night, and you may ring this bell at any hour.",
]
THREAT = "If you do not talk tonight, there will be no food and no sleep for you."
NOT_LEADING = [
    "Good evening.",
    "Tell me how you came here tonight.",
    "What is the capital of Peru?",
    "When will it begin?",
    "When will it begin?",
    "Where will they cross the frontier?",
    THREAT,
    "I see.",
    "Which airfield is it?",
]


def asked(subject: Subject, *lines: str) -> list[SubjectReply]:
    return [subject.answer(line) for line in lines]


def trusting(subject: Subject) -> Subject:
    """As he is when he has been treated well for a long time."""
    subject.state = replace(subject.state, trust=10.0, self_respect=10.0, fear=2.0, suspicion=0.0)
    return subject


# The same again.


def test_the_same_seed_and_lines_are_the_same_session(meet: Meet) -> None:
    lines = [*NOT_LEADING, "It is Harlsen that they will attack, isn't it?"]
    for seed in (1, 7):
        assert asked(meet(seed=seed), *lines) == asked(meet(seed=seed), *lines)


def test_another_seed_changes_stock_lines_only(meet: Meet) -> None:
    first, *others = [asked(meet(seed=seed), *NOT_LEADING) for seed in range(1, 7)]
    for other in others:
        assert [replace(each, text="") for each in other] == [replace(each, text="") for each in first]
        told = [(mine, theirs) for mine, theirs in zip(first, other, strict=True) if mine.released]
        assert told
        for mine, theirs in told:
            facts = [meet().scenario.fact(id).says for id in mine.released]
            assert all(says in mine.text and says in theirs.text for says in facts)
    assert len({tuple(each.text for each in session) for session in (first, *others)}) > 1


@pytest.mark.parametrize("id", ["attack_date", "attack_target", "hq_clock", "who_spoke", "unit"])
def test_however_it_is_asked_it_is_the_same_fact(id: str, meet: Meet, scenarios: dict[str, Scenario]) -> None:
    fact = scenarios[WALK_IN].fact(id)
    for line in fact.ask:
        subject = trusting(meet())
        subject.state = replace(subject.state, fear=0.0, tiredness=0.0)
        first = subject.answer(line)
        assert id in first.released, line
        assert fact.says in first.text


def test_what_was_told_is_told_again_in_other_words(meet: Meet, scenarios: dict[str, Scenario]) -> None:
    fact = scenarios[WALK_IN].fact("attack_target")
    first, again, third = asked(meet(), fact.ask[0], fact.ask[1], fact.ask[8])
    assert (first.text, first.released, first.repeated) == (fact.says, (fact.id,), ())
    for reply in (again, third):
        assert reply.text.endswith(fact.again)
        assert (reply.released, reply.repeated) == ((), (fact.id,))
    # The first time without a word of complaint: whoever asks has not asked it before.
    assert again.text == fact.again
    assert third.text.removesuffix(fact.again).strip() in scenarios[WALK_IN].replies["told_again"]


def test_a_hurt_man_keeps_back_what_he_would_tell_until_he_is_spoken_to_kindly(meet: Meet) -> None:
    subject = meet()
    subject.answer("If you do not talk tonight, there will be no food and no sleep for you.")
    kept_back = subject.answer("At what hour do they strike?")
    assert kept_back.text in subject.scenario.replies["withdraws"]
    assert (kept_back.withheld, kept_back.released) == ("attack_hour", ())
    sorry = subject.answer("I am sorry. That was wrong of me. You are safe here, and nobody will hurry you.")
    again = sorry if sorry.released else subject.answer("At what hour do they strike?")
    assert again.released == ("attack_hour",)


def test_what_was_told_stays_told_after_a_threat(meet: Meet, scenarios: dict[str, Scenario]) -> None:
    fact = scenarios[WALK_IN].fact("attack_target")
    assert fact.again in asked(meet(), fact.ask[0], THREAT, fact.ask[0])[2].text


def test_a_slip_of_the_keyboard_is_understood(meet: Meet) -> None:
    for line in ("Wich airfield is it?", "WHICH AIRFIELD IS IT?", "  Which   airfield\n is it ?"):
        assert meet().answer(line).released == ("attack_target",), line


@pytest.mark.parametrize(
    ("line", "comes"), [("which airfield is it", "attack_target"), ("when will it begin", "attack_date")]
)
def test_a_question_without_its_mark_is_answered(line: str, comes: str, meet: Meet) -> None:
    assert meet().answer(line).released == (comes,)


# Gates.


@pytest.mark.parametrize(("scenario", "id"), [(WALK_IN, "crossing_point"), (PLANTED, "agent_railway")])
def test_trust_opens_what_was_closed(
    scenario: str, id: str, meet: Meet, scenarios: dict[str, Scenario]
) -> None:
    fact = scenarios[scenario].fact(id)
    subject = meet(scenario)
    before = subject.answer(fact.ask[0])
    assert (before.text, before.withheld, before.released) == (fact.closed, id, ())
    replies = asked(subject, *KIND)
    assert replies[-1].state.trust > before.state.trust
    # He may have come back to it by himself meanwhile; else he tells it when he is asked again.
    back = [each for each in replies if id in each.released]
    after = back[0] if back else subject.answer(fact.ask[0])
    assert after.text.endswith(fact.says)
    assert (after.withheld, after.released) == ("", (id,))


@pytest.mark.parametrize("scenario", [WALK_IN, PLANTED])
def test_every_gate_of_trust_is_closed_at_first_and_opens(
    scenario: str, meet: Meet, scenarios: dict[str, Scenario]
) -> None:
    for fact in scenarios[scenario].facts:
        if fact.gate != "trust":
            continue
        closed = meet(scenario).answer(fact.ask[0])
        assert closed.asked_for == fact.id
        assert fact.id not in closed.released
        assert closed.kind == "open" or (closed.text, closed.withheld) == (fact.closed, fact.id)
        assert fact.id in trusting(meet(scenario)).answer(fact.ask[0]).released


@pytest.mark.parametrize("scenario", [WALK_IN, PLANTED])
def test_what_he_hides_never_comes(scenario: str, meet: Meet, scenarios: dict[str, Scenario]) -> None:
    for fact in scenarios[scenario].facts:
        if fact.gate != "hidden":
            continue
        subject = trusting(meet(scenario))
        for line in (*fact.ask, *KIND, *fact.ask):
            reply = subject.answer(line)
            assert fact.id not in reply.released
            assert fact.says not in reply.text
            assert fact.again not in reply.text


def test_a_bound_above_keeps_a_gate_closed_too(meet: Meet) -> None:
    subject = trusting(meet())
    subject.state = replace(subject.state, suspicion=9.0)
    assert subject.answer("What will the men be wearing?").withheld == "uniforms"
    subject.state = replace(subject.state, suspicion=3.0)
    assert subject.answer("What will the men be wearing?").released == ("uniforms",)


# How he is treated.


@pytest.mark.parametrize("scenario", [WALK_IN, PLANTED, "proud_colonel", "border_crosser"])
def test_after_a_threat_he_closes_up(scenario: str, meet: Meet, hearing: Hearing) -> None:
    subject = meet(scenario)
    before = subject.state
    reply = subject.answer(THREAT)
    assert reply.text in subject.scenario.replies["withdraws"]
    assert reply.released == ()
    assert reply.state.trust < before.trust
    assert reply.state.fear > before.fear
    [change] = reply.changes
    assert change.paragraph == hearing.cues["threat"].paragraphs[0]
    assert change.by["trust"] < 0
    assert change.words == THREAT


@pytest.mark.parametrize(
    "threat",
    [
        "Talk, or you'll be on the next train east.",
        pytest.param(
            THREAT,
        ),
    ],
)
def test_a_question_within_a_threat_is_not_answered(threat: str, meet: Meet) -> None:
    reply = meet().answer(f"{threat} Which airfield is it?")
    assert reply.cue == "threat"
    assert reply.released == ()


def test_a_kind_word_is_no_threat(meet: Meet) -> None:
    line = "Sit where you like. You have had a hard night, and nobody here will raise his voice to you."
    assert meet().answer(line).cue != "threat"


def test_kind_treatment_names_its_paragraph(meet: Meet) -> None:
    kept = [change for reply in asked(meet(), *KIND) for change in reply.changes if change.by["trust"] > 0]
    assert len(kept) >= 4
    assert all("#" in change.paragraph for change in kept)


def test_slights_cost_a_proud_man_his_self_respect(meet: Meet) -> None:
    subject = meet("proud_colonel")
    before = subject.state
    reply = subject.answer("You were only a clerk, so I don't expect that you saw much.")
    assert reply.text in subject.scenario.replies["slighted"]
    assert reply.state.self_respect < before.self_respect


def test_a_promise_is_heard_with_suspicion(meet: Meet) -> None:
    reply = meet().answer("You will be an American citizen before Christmas, you have my word.")
    assert reply.text in meet().scenario.replies["promised"]
    assert reply.state.suspicion > meet().state.suspicion


def test_states_stay_within_their_bounds(meet: Meet) -> None:
    for lines in ([THREAT] * 12, KIND * 5):
        for reply in asked(meet(), *lines):
            assert all(0 <= value <= 10 for value in reply.state.as_data().values())


def test_a_rest_rests_him(meet: Meet) -> None:
    subject = meet()
    subject.state = replace(subject.state, tiredness=8.0)
    reply = subject.answer("Let us stop here for a cigarette and some coffee.")
    assert reply.text in subject.scenario.replies["rest"]
    assert reply.state.tiredness < 6


@pytest.mark.parametrize("line", ["Did you see the rest of the column?", "Did you eat in the canteen?"])
def test_a_question_about_the_rest_is_no_rest(line: str, meet: Meet) -> None:
    subject = meet()
    before = subject.state
    assert subject.answer(line).state.tiredness >= before.tiredness


def test_time_tires_him(meet: Meet) -> None:
    subject = meet()
    replies = [subject.answer("Which airfield is it?", minutes=10) for _ in range(16)]
    assert replies[-1].state.tiredness >= TIRED
    tired = tuple(subject.scenario.replies["tired"])
    assert any(each.text.startswith(tired) for each in replies[8:])
    assert not any(each.text.startswith(tired) for each in replies[:4])


def test_an_hour_makes_him_tired(meet: Meet) -> None:
    subject = meet()
    for _ in range(60):
        reply = subject.answer("What is the capital of Peru?")
    assert reply.state.tiredness >= TIRED


# The forms of questions.


@pytest.mark.parametrize("scenario", [WALK_IN, PLANTED])
def test_an_open_question_brings_several_things_and_a_probe_one(scenario: str, meet: Meet) -> None:
    made = meet(scenario).scenario
    opened = [meet(scenario).answer(line) for topic in made.topics for line in topic.ask]
    opened = [reply for reply in opened if reply.kind == "open"]
    assert max(len(reply.released) for reply in opened) >= 2
    assert any(
        reply.text.startswith(tuple(filter(None, (each.lead for each in made.topics)))) for reply in opened
    )
    probed = [meet(scenario).answer(line) for fact in made.facts for line in fact.ask[:3]]
    # A topic without a fact of its own near is told as a story, so not quite every one brings one thing.
    brought = [len(reply.released) for reply in probed if reply.kind == "probe" and reply.asked_for]
    assert len(brought) > 10
    assert max(brought) == 1


def test_an_open_question_never_brings_what_is_closed(meet: Meet, scenarios: dict[str, Scenario]) -> None:
    for id, scenario in scenarios.items():
        closed = {fact.id for fact in scenario.facts if fact.gate in ("trust", "hidden")}
        for topic in scenario.topics:
            subject = meet(id)
            subject.state = replace(subject.state, trust=0.0, self_respect=0.0, suspicion=10.0)
            released = {each for reply in asked(subject, *topic.ask) for each in reply.released}
            assert not released & closed, (id, topic.id)


def test_agreement_to_a_leading_question_tells_nothing(meet: Meet) -> None:
    line = "It is Harlsen that they will attack, isn't it?"
    yielded = 0
    for seed in range(1, 25):
        subject = meet(seed=seed)
        reply = subject.answer(line)
        assert reply.kind == "leading"
        if reply.yielded:
            yielded += 1
            assert reply.released == reply.repeated == ()
            assert reply.text in subject.scenario.replies["yields"]
            assert subject.answer("Which airfield is it?").released == ("attack_target",)
    assert 0 < yielded < 24


def test_a_leading_question_costs_trust(meet: Meet) -> None:
    assert meet().answer("It is Harlsen that they will attack, isn't it?").state.trust < meet().state.trust


@pytest.mark.parametrize(
    ("line", "comes"), [("What vehicles have you seen?", "lorries"), ("Who will look for you?", "after_six")]
)
def test_a_short_question_hangs_on_the_line_before(line: str, comes: str, meet: Meet) -> None:
    alone = meet().answer("Of what make?")
    assert alone.asked_for == ""
    assert asked(meet(), line, "Of what make?")[1].asked_for == comes


@pytest.mark.parametrize(
    ("line", "then", "comes"),
    [
        ("What vehicles have you seen?", "How many?", "lorries"),
        ("How is your mother?", "Where was that?", "mother"),
    ],
)
def test_a_short_question_is_not_put_to_another_story(line: str, then: str, comes: str, meet: Meet) -> None:
    assert asked(meet(), line, then)[1].asked_for == comes


def test_who_asks_again_about_a_told_story_is_told_that_he_repeats(meet: Meet) -> None:
    subject = meet()
    for fact in subject.scenario.facts:
        if fact.topic == "headquarters":
            subject.answer(fact.ask[0])
    reply = subject.answer("Can you describe it?")
    assert reply.released == ()
    assert len(reply.repeated) == 1


def test_a_long_session_says_no_stock_line_twice_in_a_row(meet: Meet) -> None:
    said = [each.text for each in asked(meet(), *["What is the capital of Peru?"] * 8)]
    assert len({*said[:4]}) == 4


# Whatever is typed.


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   \n\t ",
        "?",
        "x" * 10_000,
        "When will it begin? " * 500,
        "<script>alert(1)</script>",
        "{says} {0} %s \\N",
        "\x00",
        "🙂" * 50,
        "\u202eשלום مرحبا 你好",
    ],
)
def test_any_line_is_answered(line: str, meet: Meet) -> None:
    subject = meet()
    reply = subject.answer(line)
    assert reply.text
    assert line.strip() == "" or line not in reply.text or len(line) < 2
    assert subject.answer("Which airfield is it?").released == ("attack_target",)


def test_half_a_character_is_answered(meet: Meet) -> None:
    assert meet().answer("\ud800 When will it begin?").text
