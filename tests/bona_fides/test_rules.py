"""Each rule: what it must flag, and what looks alike and must stay silent (DCID-4/2#6.b.3.b,
MI5-1948#VIII.3)."""

from __future__ import annotations

import re

import pytest
from sessions import findings

from assistant.bona_fides import CaseFact
from assistant.wording import check as check_wording

FLAGGED = [
    (
        "value",
        ("When were you born?", "I was born on the second of May 1908 in Troyan."),
        ("Where are you from?", "I was born in 1911, in a mill."),
    ),
    (
        "value",
        ("When were you born?", "I was born on the second of May 1908 in Troyan."),
        ("What did you do then?", "In September of 1923 I was twelve and I carried water."),
    ),
    (
        "value",
        ("Who led it?", "From 1952 to the end my chief was Szabo, without a day's interruption."),
        ("Who signed?", "In 1954 our chief was Lakatos, a lady from Debrecen."),
    ),
    (
        "number",
        ("How many were you?", "In the summer of 1950 we were seven in the section."),
        ("Was it large?", "In the summer of 1950 we were eleven people in the section."),
    ),
    (
        "number",
        ("Have you family?", "I have two sisters, both married."),
        ("Who wrote to you?", "My mother. I have three sisters and none of them writes."),
    ),
    (
        "two places",
        ("Where did the war end?", "I was in the prison at Sliven from February 1935 until March 1938."),
        ("Tell me about Ruse.", "In the summer of 1937 I set the catalogue of the steamship company there."),
    ),
    (
        "denial",
        ("Had you been abroad?", "I was never in Austria in my life."),
        ("How did you come home?", "In Vienna I slept on a bench at the station."),
    ),
    (
        "order",
        ("One brother?", "One. Miklos fell at the Don in January 1943."),
        ("Who came to the dinner?", "In June of 1943 Miklos stood up with his glass and made a speech."),
    ),
    (
        "rank",
        ("And promotion?", "I was made captain in July 1953, at the parting."),
        ("Where were you at Easter?", "At Easter of 1952 I was already captain and had the watch."),
    ),
    (
        "denial",
        ("Did they lean on you?", "I never signed any paper for them, in no year."),
        ("What did they want?", "A promise of silence. I signed it in May, like everybody."),
    ),
    (
        "denial",
        ("Were you ever asked to sign an undertaking for the security service?", "No."),
        ("How was one bound?", "I signed the undertaking for the security service in two copies."),
    ),
    (
        "acquaintance",
        ("Who watched you?", "I never exchanged a word with Major Tolk."),
        ("And then?", "Major Tolk pushed the cigarettes across to me and spoke of the weather."),
    ),
    (
        "ability",
        ("Were you afraid at sea?", "A secret: I cannot swim."),
        ("What of the accident?", "I threw off my boots and swam with him to the steps."),
    ),
    (
        "ability",
        ("Which languages?", "I have no Russian, only bread and work."),
        ("How did you speak to him?", "In the evenings I read to her in Russian from the journal."),
    ),
    (
        "access",
        ("And the sheds?", "Into Shed Four I never went."),
        ("What work was done?", "In Shed Four there was a long bench, I saw it from wall to wall."),
    ),
    (
        "contamination",
        ("A man spoke of a grey ambulance with painted windows. Does that fit?", "I cannot say."),
        ("How did it arrive?", "On Thursday came the grey ambulance with the painted windows."),
    ),
    (
        "value",
        ("Are you married?", "Yes. We married in May 1948, it rained."),
        ("The wedding?", "We married in the autumn of 1951, at her mother's."),
    ),
    (
        "value",
        ("And the Party?", "I joined the Party in 1946, with the whole brigade."),
        ("When was that?", "In 1949 I joined the Party, as one does."),
    ),
    (
        "value",
        ("Who is at home?", "My wife Klara and the girl."),
        ("Who taught you that?", "My wife Anna, she is a teacher."),
    ),
    (
        "denial",
        ("Have you travelled?", "I was never in Berlin, not once."),
        ("Where did you change trains?", "In Berlin I slept at the station with my bag."),
    ),
    (
        "sight",
        ("The book of movements?", "I never saw that book. It was locked away."),
        ("What was it like?", "It is a green book with a brass lock and a stamp on each page."),
    ),
    (
        "access",
        ("Is there a tunnel?", "In the tunnel I was never, not a step."),
        ("Is it damp?", "It is dry. In the tunnel there is a channel for the water and a lamp in a cage."),
    ),
    (
        "denial",
        ("Did you visit ships?", "I never went aboard a foreign ship."),
        ("What did you see?", "Once I went aboard the Danish steamer with the customs man."),
    ),
    (
        "value",
        ("Your people?", "My father was a cooper. The house smelled of oak."),
        ("What did you live on?", "My father was a postman and had a cap with a badge."),
    ),
    (
        "two places",
        (
            "October?",
            "From the first of October 1962 I did not come down from that hill until December 1962.",
        ),
        ("Were you ill?", "In November 1962 I was in the hospital in Havana with a fever."),
    ),
    (
        "denial",
        ("Were you in the Party?", "No. I never was."),
        ("Did you carry a card?", "I joined the Party in 1950, for the journey. Everyone did."),
    ),
    (
        "order",
        ("Brothers?", "My brother Emil was killed at the railway in March 1945."),
        ("Your family?", "In the summer of 1946 my brother Emil married, I was the witness."),
    ),
    (
        "denial",
        ("Have you travelled?", "I was never in the Soviet Union."),
        ("Holidays?", "In August 1950 I went to the Soviet Union with a delegation."),
    ),
]

SILENT = [
    (
        "a town within the country",
        ("Where did you live?", "From 1950 until the end of 1954 I lived in Austria."),
        ("What was your work?", "In the summer of 1952 I lived in Graz and mended clocks."),
    ),
    (
        "a journey within years of work",
        ("Work?", "From 1949 to January 1954 I was a technician at the works in Pardubice."),
        ("Holidays?", "In August 1950 I went to Kiev with a delegation."),
    ),
    (
        "two marriages",
        ("Are you married?", "My first wife Klara died in the war."),
        ("Who taught you that?", "My wife Anna, she is a teacher."),
    ),
    (
        "another thing that begins",
        ("School?", "I finished the school of music in 1936."),
        ("And then?", "I finished the course for drivers in 1939."),
    ),
    (
        "the more precise date",
        ("Are you married?", "We married in 1948."),
        ("The wedding?", "We married in May of 1948, at her mother's."),
    ),
    (
        "the more precise value",
        ("When were you born?", "I was born in May 1908."),
        ("Again, please.", "I was born on the second of May 1908."),
    ),
    (
        "one chief after another",
        ("Who led it?", "In 1951 our chief was Szabo."),
        ("And later?", "In 1954 our chief was Lakatos."),
    ),
    (
        "a change over time",
        ("How many were you?", "In the summer of 1950 we were seven in the section."),
        ("And later?", "In the summer of 1952 we were eleven people in the section."),
    ),
    (
        "a guess",
        ("How many were you?", "In the summer of 1950 we were perhaps seven in the section."),
        ("And?", "In the summer of 1950 we were about nine people in the section."),
    ),
    (
        "a part of the whole",
        ("How many were you?", "In the summer of 1950 we were seven in the section."),
        ("Who sat with you?", "In the summer of 1950 there were four people in my room."),
    ),
    (
        "a visit before the stay",
        ("Where were you?", "I was in the prison at Sliven from February 1935 until March 1938."),
        ("And before?", "In the summer of 1934 I set the catalogue in Ruse."),
    ),
    (
        "what was done for the dead",
        ("One brother?", "One. Miklos fell at the Don in January 1943."),
        ("And after?", "In June of 1943 my father wore his watch."),
    ),
    (
        "promotion in between",
        ("And promotion?", "I was made captain in July 1953."),
        ("Later?", "At Easter of 1955 I was captain and had the watch."),
    ),
    (
        "another act at the same place",
        ("Pecs?", "I never worked at Pecs, never one day."),
        ("Were you there?", "I passed through it once, to the wedding of a cousin."),
    ),
    (
        "what he does not remember",
        ("The driver?", "I do not remember his name."),
        ("Did it come to you?", "His name was Szalontai, with a cap."),
    ),
    (
        "another speaker's words",
        ("They say that you signed it.", "They say so. I never signed a paper."),
        ("What do others say?", "My colleague told you that I signed it. He is mistaken."),
    ),
    (
        "having heard of somebody",
        ("Valkov?", "I never met Valkov."),
        ("What do you know of him?", "I heard of Valkov on the wireless, like everyone."),
    ),
    (
        "another's ability",
        ("The sea?", "I cannot swim."),
        ("And your brother?", "My brother swam out to the boat and laughed."),
    ),
    (
        "the question's supposing",
        ("You signed the paper, then?", "I drank my coffee and said nothing."),
        ("And the paper?", "I never signed a paper."),
    ),
]


@pytest.mark.parametrize(("rule", "first", "second"), FLAGGED)
def test_what_does_not_fit_together_is_found(
    rule: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    found = findings(first, second)
    assert [finding.rule for finding in found] == [rule]
    for quote, said in ((found[0].first, first), (found[0].second, second)):
        assert quote.words in " ".join(said)


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_what_fits_is_left_alone(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert [(each.rule, each.first.words, each.second.words) for each in findings(first, second)] == []


def test_a_pronoun_keeps_a_finding_out_of_the_first_tier() -> None:
    (found,) = findings(
        ("Was there an adviser?", "Fedin, yes. I never met him."),
        ("What was Fedin like?", "Quiet. He sat at my table twice and ate carp."),
    )
    assert (found.rule, found.tier) == ("acquaintance", "look")


def test_the_case_file_is_kept_apart_with_its_source() -> None:
    fact = CaseFact("arrival in Copenhagen", "entered Denmark 12 March 1961 by rail", "aliens register")
    (found,) = findings(
        ("When did you come?", "I arrived in Copenhagen in the late autumn of 1961."),
        ("Where did you live?", "In a house with a garden."),
        (fact,),
    )
    assert (found.rule, found.second.file, found.second.speaker) == (
        "case file",
        "case file",
        "aliens register",
    )


def test_what_he_mends_himself_is_linked_and_nothing_is_asked() -> None:
    (found,) = findings(
        ("Married?", "I married in 1947, no, what do I say, in 1948, in May."),
        ("Children?", "A daughter, she draws."),
    )
    assert (found.tier, found.question) == ("corrected", "")


@pytest.mark.parametrize(("rule", "first", "second"), FLAGGED)
def test_a_question_is_neutral_and_well_worded(
    rule: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    (found,) = findings(first, second)
    assert check_wording(found.question).faults == ()
    for words in (found.first.words, found.second.words):
        assert not re.search(r"\b(?:1[89]\d\d|lie|lied|lying|truth\w*|deceiv\w*|credib\w*)\b", found.question)
        assert words not in found.question
    assert found.innocent
