"""Faults of matter: presupposition, suggestion, loaded and vague words, jargon; with look-alikes."""

from __future__ import annotations

import pytest

from assistant.wording import check

FAULTY = [
    # an act of his taken for granted
    ("presupposition", "When did you stop reporting to them?"),
    ("presupposition", "Why did you hide the letter?"),
    ("presupposition", "Where did you bury the money?"),
    ("presupposition", "What did he give you in return?"),
    ("presupposition", "How did you feel when they broke their promise?"),
    ("presupposition", "Who told you to come over here?"),
    ("presupposition", "Did you sell the code book for money?"),
    ("presupposition", "What was in the bag when you handed the keys over?"),
    ("presupposition", "Who was your accomplice?"),
    ("presupposition", "Have you stopped writing to your controller?"),
    # a detail fed
    ("suggestive", "Was the car a black Volga?"),
    ("suggestive", "About two hundred men, say?"),
    ("suggestive", "Did it look something like the Yak-25?"),
    ("suggestive", "Did any officers come, for example Colonel N.?"),
    ("suggestive", "How many men worked on the slipway, about four hundred?"),
    ("suggestive", "Was the man who met you called Sokolov?"),
    ("suggestive", "You said a courier came each week; was it on a Thursday?"),
    ("suggestive", "So you met him in Vienna in 1955."),
    ("suggestive", "Would you say that there were sixty men?"),
    ("suggestive", "Did you hide the letter in the stove?"),
    # judging words
    ("loaded", "Why did you betray your oath?"),
    ("loaded", "Which of the regime's newspapers did you read?"),
    ("loaded", "Do you admit that you signed the list?"),
    ("loaded", "What lies did Pravda print about the strike?"),
    ("loaded", "Was slave labour used on the canal?"),
    ("loaded", "Surely you were ashamed of your crimes?"),
    # the thing, time or measure not said
    ("vague", "What about the office?"),
    ("vague", "Did you go there often?"),
    ("vague", "How was it?"),
    ("vague", "Anything recently?"),
    ("vague", "And the laboratory side of it?"),
    ("vague", "Did they treat you all right?"),
    ("vague", "What was the situation like?"),
    # our own trade's words
    ("jargon", "What was your unit's TO&E?"),
    ("jargon", "Did your office handle any SIGINT?"),
    ("jargon", "Walk me through the tradecraft."),
    ("jargon", "What's the EEI?"),
    ("jargon", "Was he a dangle?"),
]

GOOD = [
    "Why did you leave the Navy?",
    "How did you cross the river?",
    "When did you begin work at the mine?",
    "What letters, if any, did you keep?",
    "Did you ever report to the Special Department?",
    "You mentioned a quarrel with your brother-in-law. What was it about?",
    "What, if anything, did the recruiting officer promise you?",
    "Which countries did you pass through on your way here?",
    "What do you know about the shipyard at Nikolaev?",
    "Was the yard at Gorki enlarged after the war?",
    "In 1955, were you still at the yard?",
    "Did you work for the same chief until 1958?",
    "Was the captain aboard when the pilot left?",
    "Do you know Riga well?",
    "Who admitted new patients at the hospital?",
    "In which of the three basins did the boats lie?",
    "Under which article was your father sentenced in 1937?",
    "What crime was he charged with?",
    "How many people were arrested in your town that year?",
    "Please tell me everything about your journey from Brest to Berlin.",
    "How often was the key changed in 1957?",
    "Is there anything you wish to add?",
    "What happened next?",
    "How was a one-time pad of yours made up?",
    "To which directorate of the GRU was your school subordinate?",
    "Was the T-54 issued to your regiment?",
    "WHO WAS IN THE ROOM WHEN THE CALL CAME?",
]


@pytest.mark.parametrize(("kind", "question"), FAULTY)
def test_faulty(kind: str, question: str) -> None:
    assert kind in check(question).kinds


@pytest.mark.parametrize("question", GOOD)
def test_good(question: str) -> None:
    assert check(question).faults == ()


def test_what_he_said_himself_is_not_taken_for_granted() -> None:
    assert "presupposition" in check("Why did you burn the file?").kinds
    assert "presupposition" not in check("You told us that you burned the file. Why did you burn it?").kinds


def test_jargon_is_told_in_plain_words() -> None:
    (fault,) = check("Where were the division's POL dumps?").faults
    assert fault.words == "POL"
    assert "fuel" in fault.why
