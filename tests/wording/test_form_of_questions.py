"""Faults of form: leading, compound, forced choice, negation, length; with look-alikes that have none."""

from __future__ import annotations

import pytest

from assistant.wording import check

FAULTY = [
    # a tag, a negative yes/no question, a statement to be agreed with, a pushing word
    ("leading", "He was your friend, was he not?"),
    ("leading", "You were at the launching, weren't you, and who else stood there?"),
    ("leading", "The engineer was a German, correct?"),
    ("leading", "Didn’t you see him?"),
    ("leading", "Is it not true that the plant was closed?"),
    ("leading", "So the whole staff knew."),
    ("leading", "You left by the back door?"),
    ("leading", "You must have seen the drawings."),
    ("leading", "I suppose the crew was never told."),
    ("leading", "Would you not say that the guards were careless?"),
    # two questions
    ("compound", "Where did you live and who paid?"),
    ("compound", "Who was he? What did he want?"),
    ("compound", "How many lathes stood in the shop, and when was the shift changed?"),
    ("compound", "Describe the mess hall, then tell me how the officers were paid."),
    ("compound", "Tell me where you trained and how long it lasted."),
    ("compound", "Have you ever flown at night, and if so in what aircraft?"),
    ("compound", "Why and how did you leave?"),
    # alternatives as if they were all
    ("forced_choice", "Was it a training ship or a transport?"),
    ("forced_choice", "Did you leave for political or for personal reasons?"),
    ("forced_choice", "You said the engine stopped: did it fail or was it switched off?"),
    ("forced_choice", "How did he travel, by air or by rail?"),
    ("forced_choice", "Were there twenty tanks or thirty?"),
    ("forced_choice", "Tell me whether the boat was painted grey or black."),
    # negations that stack
    ("negative", "Was it not uncommon for officers to drink?"),
    ("negative", "Is it not true that you never reported it?"),
    ("negative", "Was it forbidden not to attend?"),
    ("negative", "You didn't not know?"),
    ("negative", "Was it unusual for nobody to be searched?"),
    # too long, too nested
    ("complex", "What did the man whom the clerk whose desk stood by the stove called the inspector carry?"),
    ("complex", "What " + "very " * 30 + "long thing was it?"),
]

GOOD = [
    "Did you see him?",
    "Is the plant on the left or the right bank, or somewhere else?",
    "On which side of the street was the consulate?",
    "Who had the right to enter the cipher room?",
    "Who must have a pass to enter the hall?",
    "You said that the guards slept. How do you know?",
    "I understand that this is hard to talk about. Would you like a pause?",
    "How did a submarine receive its orders, as far as you know?",
    "What was his name and rank?",
    "When and where were you born?",
    "From what month to what month did you serve at Kronstadt?",
    "Go back to that evening and take me through it, hour by hour.",
    "What did the captain say when the mate and the pilot came aboard?",
    "Which parts did you see yourself, and which did you only hear about?",
    "If you do not remember the date, please say so; in what season was it?",
    "How do you know that: from your own eyes, from hearsay, or in some other way?",
    "Did you or your wife ever travel abroad?",
    "Have you any brothers or sisters?",
    "Do you know whether or not the bridge was mined?",
    "Were letters or telegrams opened?",
    "What tools or machines were missing?",
    "Was there a doctor or a nurse on duty at night?",
    "Who was not allowed into the drawing office?",
    "Why was the second reactor not started in 1959, if you know?",
    "Which of these photographs show nobody you know?",
    "Was it forbidden to leave the garrison on Sundays?",
    "What could the pilots not do at night?",
    "After the truck had stopped at the second barrier, which you have marked on this sketch, what did the "
    "driver do next?",
]


@pytest.mark.parametrize(("kind", "question"), FAULTY)
def test_faulty(kind: str, question: str) -> None:
    assert kind in check(question).kinds


@pytest.mark.parametrize("question", GOOD)
def test_good(question: str) -> None:
    assert check(question).faults == ()


def test_the_second_question_is_what_is_marked() -> None:
    (fault,) = check("Where did you live and who paid?").faults
    assert fault.words == "who paid"


def test_questions_on_lines_of_their_own_are_not_compound() -> None:
    assert check("Did you ever write to him?\nIf so, when?").faults == ()
