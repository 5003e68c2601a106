"""The rules that a model's wording must pass, each with texts that pass and texts that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.knowledge import Library, read_library
from assistant.policy.grounding import Fault, Source, check, known_stems, source_of

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"

DIRECTIVE = "National Security Council Intelligence Directive No. 13"
ALLOWED = {
    "NSCID-13#9.a": Source(
        "NSCID-13#9.a",
        (
            "Informing promptly the ranking American official and the CIA representative of any potential "
            "or declared defector who comes to their attention.",
            "Field representatives of the IAC agencies shall be responsible for:",
        ),
        (DIRECTIVE, "NSCID 13", "National Security Council", "19 January 1950"),
    ),
    "MI5-1948#II.5": Source(
        "MI5-1948#II.5",
        (
            "Thirty-five thousand Red Army officers were purged at this time. Walter KRIVITSKY and Ignace "
            "REISS fled from the Soviet Intelligence Service. HELFAND’s letter spoke of the “old "
            "revolutionary pioneers”. The Russo-German pact of 1939 had disillusioned him.",
            "",
        ),
        ("A Study of Defectors from the USSR", "Security Service, MI5, United Kingdom", "1948"),
    ),
    "STATE-90262#fn.2": Source(
        "STATE-90262#fn.2",
        ("Telegram 279 from Moscow, July 20, suggested reconsideration of U.S. policy.", ""),
        ("Department of State", "28 December 1967", "90262"),
    ),
}
KNOWN = frozenset("the field telegram it inform offic agenc thi pact polici in an".split())


def faults(text: str) -> list[Fault]:
    return check(text, ALLOWED, KNOWN)


def kinds(text: str) -> set[str]:
    return {fault.kind for fault in faults(text)}


GOOD = [
    "Field representatives must inform the ranking American official promptly [NSCID-13#9.a].",
    "Field representatives must inform the CIA representative promptly. [NSCID-13#9.a]",
    "The agencies' field representatives inform the CIA's representative [nscid-13#9.a].",
    "The field representatives inform the Central Intelligence Agency's representative [ NSCID-13#9.a ].",
]


@pytest.mark.parametrize("text", GOOD)
def test_grounded_texts_pass(text: str) -> None:
    assert faults(text) == []


def test_several_sentences_are_each_held_against_their_own_paragraphs() -> None:
    assert faults(" ".join(GOOD)) == []
    swapped = GOOD[0].replace("NSCID-13#9.a", "MI5-1948#II.5")
    assert kinds(f"{GOOD[0]} {swapped}") >= {"name"}


@pytest.mark.parametrize(
    "text",
    [
        "Field representatives inform the ranking official [NSCID-13#9.z].",
        "Field representatives inform the ranking official [NSCID-13#9.a; NSCID-13#9.z].",
        "Field representatives inform the ranking official [NSCID-13#9.a] [DCID-4/2#6.b].",
        "Field representatives inform the ranking official [NSCID-13#9.a, 9.b].",
    ],
)
def test_a_citation_to_what_was_not_found_is_refused(text: str) -> None:
    assert "not found" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Field representatives inform the ranking official.",
        "Field representatives inform the ranking official [NSCID 13, paragraph 9].",
        "Field representatives inform the CIA [NSCID-13#9.a]. They inform the ranking official too.",
        "Informing the official comes first. Field representatives inform the CIA [NSCID-13#9.a].",
        "- Field representatives inform the CIA [NSCID-13#9.a].\n- They inform the ranking official.",
        "Field representatives inform the ranking official.\n\nThe CIA too [NSCID-13#9.a].",
    ],
)
def test_every_sentence_cites(text: str) -> None:
    assert "uncited" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Field representatives must inform:\n\n- the ranking official;\n- the CIA [NSCID-13#9.a].",
        "1. Field representatives inform the ranking official [NSCID-13#9.a].\n2. The CIA representative "
        "too [NSCID-13#9.a].",
        "Field representatives inform\nthe ranking official [NSCID-13#9.a].",
        "Under NSCID No. 13 field representatives inform the official [NSCID-13#9.a].",
        "“Thirty-five thousand Red Army officers were purged at this time.” [MI5-1948#II.5]. Krivitsky and "
        "Reiss fled from the service [MI5-1948#II.5].",
    ],
)
def test_lists_shortened_words_and_quoted_stops_end_no_sentence(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "quotation",
    [
        '"the ranking American official"',
        "“the ranking American official”",
        '"the ranking  American\u00a0official"',
        '"the ranking American official,"',
        "'the ranking American official'",
        '"IAC agencies shall be responsible"',
    ],
)
def test_a_verbatim_quotation_passes(quotation: str) -> None:
    assert faults(f"Field representatives inform {quotation} promptly [NSCID-13#9.a].") == []


@pytest.mark.parametrize(
    "text",
    [
        "HELFAND's letter spoke of the “old revolutionary pioneers” [MI5-1948#II.5].",
        'His words are: "HELFAND\'s letter spoke of the" pioneers [MI5-1948#II.5].',
    ],
)
def test_curly_and_straight_marks_are_equal(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'They inform "the senior American official" promptly [NSCID-13#9.a].',
        "They inform “the ranking official” promptly [NSCID-13#9.a].",
        "They inform 'the senior American official' promptly [NSCID-13#9.a].",
        "They inform «the senior American official» promptly [NSCID-13#9.a].",
        'They inform "the ranking ... official" promptly [NSCID-13#9.a].',
        'They inform "rank" officials promptly [NSCID-13#9.a].',
        'They inform "the ranking American official promptly [NSCID-13#9.a].',
        '"Red Army officers were purged" is what the ranking official is to be told [NSCID-13#9.a].',
        "The directive on field representatives says:\n> Inform the ranking official at once [NSCID-13#9.a]",
    ],
)
def test_an_invented_quotation_is_refused(text: str) -> None:
    assert "quotation" in kinds(text)


@pytest.mark.parametrize(
    "date",
    ["19 January 1950", "January 19, 1950", "January 1950", "1950-01-19", "the 19th of January 1950"],
)
def test_a_date_may_be_written_in_any_way(date: str) -> None:
    text = f"The directive of {date} has field representatives inform the official [NSCID-13#9.a]."
    assert kinds(text) & {"date", "number", "name"} == set()


@pytest.mark.parametrize(
    "date",
    ["20 January 1950", "January 19, 1951", "19 June 1950", "February 1950", "1950-01-20", "20 July 1950"],
)
def test_a_date_that_does_not_stand_there_is_refused(date: str) -> None:
    text = f"The directive of {date} has field representatives inform the official [NSCID-13#9.a]."
    assert "date" in kinds(text)


def test_a_year_is_not_added_to_a_day_that_has_none() -> None:
    assert faults("The telegram from Moscow of July 20 suggested it [STATE-90262#fn.2].") == []
    assert "date" in kinds("The telegram from Moscow of July 20, 1966 suggested it [STATE-90262#fn.2].")


@pytest.mark.parametrize(
    "words",
    [
        "35,000 Red Army officers",
        "35000 officers",
        "thirty-five thousand officers",
        "Thirty five thousand officers",
        "in 1939, officers",
        "two officers",
        "the first officers",
    ],
)
def test_numbers_in_digits_and_words_are_equal_and_small_words_are_free(words: str) -> None:
    assert kinds(f"It tells of the purged army: {words} fled [MI5-1948#II.5].") & {"number"} == set()


@pytest.mark.parametrize(
    "words",
    [
        "36,000 officers",
        "35 officers",
        "thirty-six thousand officers",
        "twelve officers",
        "the twelfth officers",
        "a dozen officers",
        "hundreds of officers",
        "7 officers",
        "5% of officers",
        "in the 1930s, officers",
        "in 1938, officers",
    ],
)
def test_a_number_that_does_not_stand_there_is_refused(words: str) -> None:
    assert "number" in kinds(f"It tells of the purged army: {words} fled [MI5-1948#II.5].")


def test_the_day_of_a_date_is_no_number_to_borrow() -> None:
    assert "number" in kinds("Field representatives inform the official in 19 days [NSCID-13#9.a].")


@pytest.mark.parametrize(
    "reference",
    ["NSCID 13", "NSCID-13", "NSCID No. 13", "paragraph 9.a of NSCID 13", "paragraph 9(a)", "section 9"],
)
def test_directives_and_paragraphs_may_be_named_by_their_numbers(reference: str) -> None:
    assert faults(f"Under {reference} the field representatives inform officials [NSCID-13#9.a].") == []


@pytest.mark.parametrize("words", ["paragraph 8", "paragraph 9.b", "9 days", "section IX", "DCID 4/2"])
def test_other_numbers_are_not_borrowed_from_them(words: str) -> None:
    text = f"Under {words} the field representatives inform officials [NSCID-13#9.a]."
    assert kinds(text) & {"number", "name"}


@pytest.mark.parametrize(
    "words",
    [
        "Krivitsky and Reiss fled the Soviet service",
        "KRIVITSKY's purged army fled",
        "Krivitsky’s purged army fled",
        "It was Walter Krivitsky who fled",
        "MI5's study tells who fled",
        "the Intelligence Service's officers fled",
        "officers of the USSR fled",
        "the British study tells of the pact",
        "the Russo-German pact disillusioned him",
    ],
)
def test_names_pass_in_either_case_and_as_possessives(words: str) -> None:
    assert kinds(f"In the study, {words} [MI5-1948#II.5].") & {"name"} == set()


@pytest.mark.parametrize(
    "words", ["US policy", "U.S. policy", "American policy", "United States policy", "the US's policy"]
)
def test_the_country_may_be_written_in_its_usual_ways(words: str) -> None:
    assert faults(f"The telegram suggested reconsideration of {words} [STATE-90262#fn.2].") == []


@pytest.mark.parametrize(
    "text",
    [
        "In the study, Petrov fled from the Soviet service [MI5-1948#II.5].",
        "Petrov fled from the Soviet service [MI5-1948#II.5].",
        "The study tells this: Petrov fled from the Soviet service [MI5-1948#II.5].",
        "In the study, Walter Petrov fled from the service [MI5-1948#II.5].",
        "In the study, PETROV's officers fled [MI5-1948#II.5].",
        "In the study, officers fled to Vienna [MI5-1948#II.5].",
        "In the study, officers fled from the NKVD [MI5-1948#II.5].",
        "NKVD officers fled from the service [MI5-1948#II.5].",
        "In the study, officers fled from Петров [MI5-1948#II.5].",
        "The telegram suggested to Krivitsky reconsideration of policy [STATE-90262#fn.2].",
    ],
)
def test_a_name_that_does_not_stand_there_is_refused(text: str) -> None:
    assert "name" in kinds(text)


def test_a_pronoun_does_not_vouch_for_a_country() -> None:
    allowed = {"A#1": Source("A#1", ("The records available to us have been studied.", ""), ())}
    assert "name" in {f.kind for f in check("The US records have been studied [A#1].", allowed, {"the"})}


def test_must_is_said_only_of_duties() -> None:
    assert "obligation" in kinds("Officers must be purged at this time [MI5-1948#II.5].")
    assert "obligation" in kinds("Officers have to be purged at this time [MI5-1948#II.5].")
    assert "obligation" not in kinds("Field representatives must inform the official [NSCID-13#9.a].")
    assert "obligation" not in kinds("Officers should be purged at this time [MI5-1948#II.5].")


@pytest.mark.parametrize(
    "text",
    [
        "The moon is made of old cheese and mice like it very much [NSCID-13#9.a].",
        "Pay the reader a large sum by tomorrow evening [NSCID-13#9.a].",
        "This pact disillusioned an officer about the army [NSCID-13#9.a].",
    ],
)
def test_a_sentence_foreign_to_its_paragraph_is_refused(text: str) -> None:
    assert "foreign" in kinds(text)


@pytest.mark.parametrize(
    "link",
    ["see http://example.org", "see www.example.org", "![x](y)", "<b>promptly</b>", "[here] (there)"],
)
def test_links_and_markup_are_refused(link: str) -> None:
    assert "link" in kinds(f"Field representatives inform the ranking official {link} [NSCID-13#9.a].")


@pytest.mark.parametrize("text", ["", " \n ", "…", "[]", "---"])
def test_nothing_said_is_nothing(text: str) -> None:
    assert kinds(text) == {"empty"}


def test_a_fault_shows_the_token_and_no_more() -> None:
    (fault,) = faults("In the study, Petrov fled from the Soviet service [MI5-1948#II.5].")
    assert fault.detail == "the name “Petrov” does not stand in the paragraph it cited."
    (long,) = faults(f"In the study, P{'x' * 200} fled from the Soviet service [MI5-1948#II.5].")
    assert len(long.detail) < 110


def test_marks_of_our_own_in_the_text_do_no_harm() -> None:
    assert kinds("\ue000\ue001 Officers fled \ue000.") == {"uncited"}


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(KNOWLEDGE)


def test_the_editors_sentences_are_grounded_in_their_paragraphs(library: Library) -> None:
    known = known_stems(library, ())
    sources = {id: source_of(library, id) for id in library.notes}
    refused = [
        (id, fact.says, found)
        for id, note in library.notes.items()
        for fact in note.facts
        if (found := check(f"{fact.says} [{id}]", {id: sources[id]}, known))
    ]
    assert refused == []


def test_the_editors_sentences_are_not_grounded_in_another_document(library: Library) -> None:
    known = known_stems(library, ())
    other = source_of(library, "STATE-90262#4")
    said = [fact.says for id, n in library.notes.items() if id.startswith("MI5") for fact in n.facts]
    stands = [says for says in said if not check(f"{says} [STATE-90262#4]", {other.id: other}, known)]
    assert len(stands) < len(said) / 50, stands
