"""Looking back: what was due, what was kept, and how the subject fared."""

from __future__ import annotations

from assistant.handling import Hearing, review
from assistant.transcripts import read_transcript

SAID = """4 March 1952

Q: What was the number of your regiment?
A: The hundred and fourteenth.
Q: If you do not talk tonight, there will be no food and no sleep for you.
A: I lie awake and think that I have betrayed my country and must go back.
Q: Which road did you take?
A: The road to the mill. The mill had two doors.
Q: And then?
A: Then we came to the river.
"""


def test_turns_that_called_for_guidance_are_named_with_their_words(hearing: Hearing) -> None:
    made = review(read_transcript(SAID.encode(), "one.txt", None), hearing)
    assert made.turns == 8
    assert [(each.turn, each.reminder.cue) for each in made.due] == [(3, "threat"), (4, "doubt")]
    for each in made.moments:
        assert each.words in SAID


def test_strain_rises_with_his_words_and_fades(hearing: Hearing) -> None:
    made = review(read_transcript(SAID.encode(), "one.txt", None), hearing)
    strain = [point.strain for point in made.curve]
    assert strain[0] == 0
    assert strain[1] > strain[2] > strain[3] > 0
    assert made.curve[1].words
    assert not made.curve[2].words


def test_an_answer_that_does_what_is_asked_is_praised(hearing: Hearing) -> None:
    kept = hearing.cues["family_fear"].kept_examples[0]
    worry = "They will arrest my mother and my sister because of what I have done."
    said = f"Q: How are you?\nA: {worry}\nQ: {kept}\n"
    made = review(read_transcript(said.encode(), "two.txt", None), hearing)
    assert [(each.kind, each.turn) for each in made.moments] == [("kept", 3)]
    assert made.kept[0].says == hearing.cues["family_fear"].kept


def test_no_score_of_truthfulness_is_in_it(hearing: Hearing) -> None:
    data = str(review(read_transcript(SAID.encode(), "one.txt", None), hearing).as_json()).lower()
    assert not any(word in data for word in ("credib", "decepti", "truthful", "lying", "liar"))
