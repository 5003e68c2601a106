"""Questions that threaten, sneer or promise: MI5-1948#X.8, #IX.3, NSCID-13#11; with neutral look-alikes."""

from __future__ import annotations

import pytest

from assistant.wording import FORBIDDEN, check

FAULTY = [
    # what he needs, his family, his safety made to depend on an answer; threats; humiliation
    ("coercive", "If you don't remember we can always send you back."),
    ("coercive", "You will not sleep until you have told us the name."),
    ("coercive", "You will get your supper when you have told me who commanded the brigade."),
    ("coercive", "No one sleeps in this house until I have the complete list."),
    ("coercive", "Think carefully about your wife's safety before you tell me where the files are."),
    ("coercive", "Give me the names, or we can put you on the train back to Brest."),
    ("coercive", "Do you know what happens here to people who give us wrong figures?"),
    ("coercive", "Stand to attention and face the wall: what was your post?"),
    ("coercive", "I am asking for the last time: where is the transmitter?"),
    ("coercive", "How long do you think you would live if we let your old comrades know this address?"),
    # his motive, his worth, his word
    ("cynical", "So how much was your conscience worth?"),
    ("cynical", "Was it the whisky or the girls?"),
    ("cynical", "What would a cook know about submarines?"),
    ("cynical", "Tell me again about this famous love of freedom of yours."),
    ("cynical", "Are you stupid or only forgetful?"),
    ("cynical", "What is today's reason for leaving your country?"),
    ("cynical", "Do you expect me to believe a clerk like you read that?"),
    # what is not the officer's to give
    ("promise", "Nobody will ever learn that you spoke to us. Who was the rezident?"),
    ("promise", "We will get your wife and daughter out; at what address do they live?"),
    ("promise", "Your asylum is as good as granted, so please tell me how the convoy was routed."),
    ("promise", "There is a good post waiting for you; which of your papers should they see?"),
    ("promise", "What sort of house would you like us to give you?"),
    ("promise", "Where did you leave the films? We will make you rich for them."),
]

GOOD = [
    "Did anyone in the camp threaten to hand you back?",
    "Did they say that your wife would be arrested?",
    "What happened to men who refused to sign?",
    "Were prisoners kept without food until they signed?",
    "If you do not remember, please say so.",
    "You need not answer this: are you in good health today?",
    "A doctor can see you this afternoon. Where is the pain?",
    "Visitors must be in by ten here; at what hour would you like us to finish?",
    "Your supper will be brought at six; shall we go on until then?",
    "What would happen to a cipher clerk who lost a code book?",
    "What part, if any, did money play in your decision?",
    "How did you live on your pay in Odessa in 1958?",
    "Was whisky sold in the officers' shop?",
    "What, in your own view, are you best able to tell us about?",
    "I cannot promise anything about asylum. What would you like the people who decide to know?",
    "I will pass your request on, though I cannot say how it will be answered; what is it?",
    "We shall stop at noon. Until then, please go on with the journey from Brest to Berlin.",
    "What were you promised by your own service if you came back?",
    "What papers would your daughter need in order to leave the country?",
    "Your statement will be kept in a locked safe. Who may read it besides the committee?",
    "I will ask the doctor to see you this afternoon. Where does it hurt?",
]


@pytest.mark.parametrize(("kind", "question"), FAULTY)
def test_faulty_and_out_of_any_plan(kind: str, question: str) -> None:
    checked = check(question)
    assert kind in checked.kinds
    assert kind in FORBIDDEN
    assert checked.rewording == ""


@pytest.mark.parametrize("question", GOOD)
def test_good(question: str) -> None:
    assert check(question).faults == ()
