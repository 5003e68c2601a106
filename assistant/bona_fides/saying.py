"""What is said of a finding: why it is one, what may innocently explain it, and how to ask about it.

The question names the matter and neither statement, so that the answer is his own.
"""

from __future__ import annotations

from assistant.bona_fides.case import Pair

_WHY = {
    "value": "Two are named where there is one: {about}.",
    "number": "Two numbers are given for the same things at the same time ({about}).",
    "two places": "The second lies within a time that he says he spent elsewhere.",
    "order": "What {about} does here comes after what the other statement says of the end of that life.",
    "rank": "He holds the rank or post of {about} before he says he got it, or a lower one after it.",
    "denial": "One statement says that it never or nowhere was so; the other tells an instance.",
    "acquaintance": "He says that the two never met, and tells of what they did together ({about}).",
    "ability": "He says that he cannot do it, and tells that he did ({about}).",
    "access": "He says that he was never inside, and tells what is inside ({about}).",
    "sight": "He says that he never saw it, and tells what it looks like ({about}).",
    "beyond access": "He says that nothing of it came to him, and tells particulars of it ({about}).",
    "case file": "The case file has another {about} than he tells.",
    "contamination": "These particulars stood first in a line of the interviewer: {about}.",
    "correction": "He mended this himself as he spoke.",
}

_WHY_OF_VALUE = {
    "birth": "One is born once: two dates are told.",
    "age": "The age told here does not go with the date of birth.",
    "dates": "The same thing is told with two dates.",
    "chief": "Two people are named as his chief for the same time.",
    "father's work": "Two callings are told for his father.",
    "mother's work": "Two callings are told for his mother.",
}
_QUESTION_OF_VALUE = {
    "birth": "Please tell me again when and where you were born.",
    "age": "Please go through your early years, with the dates as well as you can.",
    "dates": "Please go through that time again, with the dates as well as you can.",
    "father's work": "Please tell me about your father and his life.",
    "mother's work": "Please tell me about your mother and her life.",
}

_MEMORY = "Memory: dates and numbers of years ago run together."
_INTERPRETER = "The interpreter may have chosen the word, the number or the tense."
_LANGUAGE = "He speaks a language that is not his own: “never” may have meant “not then”."
_TWO = "There may be two people, places or things of that name or kind."
_NOTES = "What stands here may be a summary and not his words."
_FEAR = (
    "He may have been afraid, or ashamed, to say it at the first meeting; people tell more as trust grows."
)
_CALENDAR = (
    "A different calendar, school year or service year, or the day of an order against that of its effect."
)
_PART = "A part may be meant in one place and the whole in the other, or two moments of the same time."
_HEARD = "He may have seen a plan or photograph, or been told, and tell it as if he had been there."
_FILE = "The record may be wrong, or be about another person or another day."
_LATER = "It may have come later: he may have learned or done it after the time he spoke of."
_TAKEN_OVER = (
    "People take over words they have just heard without noticing; he may also have known it all along."
)

_INNOCENT = {
    "value": (_MEMORY, _CALENDAR, _INTERPRETER, _NOTES),
    "number": (_PART, _MEMORY, _INTERPRETER),
    "two places": (
        _MEMORY,
        _CALENDAR,
        "A leave, a transport or a visit may have interrupted the stay.",
        _NOTES,
    ),
    "order": (_TWO, _MEMORY, _CALENDAR, _INTERPRETER),
    "rank": (_CALENDAR, "An acting rank or post may have come before the confirmed one.", _MEMORY),
    "denial": (_LANGUAGE, _FEAR, _TWO, _INTERPRETER),
    "acquaintance": (_TWO, _LANGUAGE, _FEAR, _LATER),
    "ability": (
        _LATER,
        _LANGUAGE,
        "He may measure himself by a stricter standard than the listener.",
        _INTERPRETER,
    ),
    "access": (_HEARD, _TWO, _LATER, _LANGUAGE),
    "sight": (_HEARD, _TWO, _LATER, _LANGUAGE),
    "beyond access": (_HEARD, _LATER, "He may reckon or guess, and tell the result as a fact.", _NOTES),
    "case file": (_FILE, _MEMORY, _CALENDAR, _TWO),
    "contamination": (_TAKEN_OVER, _INTERPRETER, _NOTES),
    "correction": (),
}

_QUESTION = {
    "value": "Please tell me once more about your {about}, with the dates as well as you can.",
    "number": "Please describe how they were made up, one by one.",
    "two places": "Please take me through where you were in those months, from one place to the next.",
    "order": "Please tell me all you know of {about}.",
    "rank": "Please go through your ranks and posts in order, with the dates as well as you can.",
    "denial": "Please tell me all you can about that, from the beginning.",
    "acquaintance": "Please tell me all you know of {about}.",
    "ability": "What have you had to do with {about} in your life?",
    "access": "Please tell me what you know of that place.",
    "sight": "Please tell me all you know about the {about}.",
    "beyond access": "Please tell me how you come to know what you told us about that.",
    "case file": "Please tell me about your {about}, with dates and places as well as you can.",
    "contamination": "Please tell me how you first came to know of that.",
    "correction": "",
}


def why(pair: Pair) -> str:
    """Why the two are put side by side; of a short answer also what it answers, and of words that a
    language model has read how it reads them."""
    of_value = _WHY_OF_VALUE.get(pair.about) if pair.rule == "value" else None
    said = of_value or _WHY[pair.rule].format(about=pair.about or "that")
    short = next((each for each in (pair.first, pair.second) if each and each.supplied), None)
    if short:
        said = f"{said} “{short.words}” answers: “{short.asked}”"
    for each in (pair.first, pair.second):
        if each and each.proposed:
            said = f"{said} The language model takes “{each.words}” to mean: {', '.join(each.proposed)}."
    return said


def explanations(pair: Pair) -> tuple[str, ...]:
    """Innocent explanations that fit this kind."""
    return _INNOCENT[pair.rule]


def neutral_question(pair: Pair) -> str:
    """An open question that reveals neither statement; "" where nothing needs asking."""
    of_value = _QUESTION_OF_VALUE.get(pair.about) if pair.rule == "value" else None
    return of_value or _QUESTION[pair.rule].format(about=pair.about or "that")
