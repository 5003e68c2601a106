"""The subject's turns to statements: who did or was what, whether he denies it, when and where.

A statement is a clause with its own verb. A question is none; but a bare "yes" or "no" takes the
question's content and is marked as supplied by the interviewer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.bona_fides.claim import Interval
from assistant.bona_fides.names import Names, known_names, names_in, said_as
from assistant.bona_fides.numbers import Count, counts_in
from assistant.bona_fides.times import Time, times_in
from assistant.language import Sentence, Word, parse
from assistant.transcripts import Transcript, Turn

SAID_EVERY = 50
"""Turns read between two words on how far the reading is."""

LONGEST_BARE = 12
"""Words of an answer whose "no" may stand for the whole question."""

_ABSOLUTE = re.compile(
    r"\b(never|nobody|no one|not (?:one|once|a single|any)|not on a single|none of|no\s+\w+\s+ever|ever "
    r"once|at no time|"
    r"in all my life|in no year|without a (?:single )?(?:day|break)|no other)\b",
    re.IGNORECASE,
)
_NEGATING = frozenset(
    {"no", "not", "n't", "never", "nobody", "none", "nothing", "neither", "nor", "nowhere", "cannot"}
)
_HEDGE = re.compile(
    r"\b(perhaps|maybe|i think|i believe|i suppose|probably|possibly|as far as i|"
    r"i am not (?:sure|certain)|or so|it may be|might|i should say|i would say|not exactly|who knows|"
    r"i did not count)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:he|she|they|people|it was|somebody|someone|one|the \w+|my \w+)\s+(?:says?|said|told|claims?|"
    r"claimed|thinks?|"
    r"thought|believed?s?|heard|wrote)\b|\b(?:i (?:heard|was told|read)|so they say|they say|it is said|"
    r"rumou?r)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"^\W*(?:if|unless|suppose|whether|as if)\b|\bwould (?:have|be|not)\b", re.IGNORECASE)
_NO = re.compile(
    r"^\W*(?:no|never|not at all|not once|certainly not|by no means|i did not|i have not|i was not)\b", re.I
)
_YES = re.compile(
    r"^\W*(?:yes|yeah|that is (?:correct|right|so|true)|that's (?:correct|right|so)|correct|certainly|of "
    r"course|i did|"
    r"i was|i have|right|exactly|indeed)\b",
    re.IGNORECASE,
)
_POLAR = re.compile(
    r"(?:^|[.?!;,:]\s+|\b(?:and|but|so|then)\s+)"
    r"(?:did|do|does|were|was|are|is|have|has|had|can|could|will|would)(?:n't| not)?\s+"
    r"(?:you|he|she|they|there|it|any|anyone|anybody|the|your)\b[^?]*\?",
    re.IGNORECASE,
)
_ASKS_WHAT = re.compile(
    r"\W*(?:and |but |so )?(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE
)
_HELPS = frozenset("have do be ask go come get make let try want use".split())

_BASE = {
    "swam": "swim",
    "swum": "swim",
    "shot": "shoot",
    "drove": "drive",
    "lain": "lie",
    "sworn": "swear",
}
"""Forms that the tagger leaves as they are."""

_PARTICLE_MATTERS = frozenset({"sign", "put", "give", "make"})
"""Verbs that mean something else with "on", "up" or "out": to sign on in a ship is to sign no paper."""

_YEAR = re.compile(r"1[89]\d\d|20\d\d")

_HEADS = frozenset({"ROOT", "conj", "advcl", "ccomp", "relcl", "parataxis", "acl", "xcomp", "pcomp", "dep"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_EMPTY = frozenset(
    "be have do go get take come know say tell think want make give let seem become happen keep put "
    "then there here now very also only still again too so just well never ever not once always much "
    "many more most other such same own man thing time day year people one two first last good "
    "little old new great long up down out back spring summer autumn winter january february march "
    "april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday morning evening night week month hour minute".split()
)


_GOES_ON = re.compile(r"[\s,;:—–-]+(?:and|but|or|so|because|than|as)$")
"""A word that only joins the next clause."""


@dataclass(frozen=True, slots=True)
class Source:
    """The turn that a statement stands in; ``session`` counts the transcripts from 0."""

    session: int
    file: str
    turn: Turn

    @property
    def key(self) -> tuple[int, int]:
        return self.session, self.turn.number


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause. ``who`` is "I", "we", a name, "nobody" or "" where it cannot be told.

    ``start`` and ``end`` are characters of the turn's text. ``lemmas`` are its content words' base forms
    without names; ``people`` and ``places`` are names. ``absolute`` marks "never", "nobody", "not one".
    ``resolved`` marks a person or place that stands in another sentence, ``date_from_before`` a time that
    does. ``proposed`` is what a language model read into it, in words; empty where none did.
    """

    source: Source
    start: int
    end: int
    who: str
    verb: str
    negated: bool
    absolute: bool
    hedged: bool
    reported: bool
    lemmas: frozenset[str]
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    when: Interval | None = None
    date_from_before: bool = False
    resolved: bool = False
    supplied: bool = False
    with_me: bool = False
    pronoun: str = ""
    proposed: tuple[str, ...] = ()
    asked: str = field(default="", compare=False)
    asked_people: tuple[str, ...] = field(default=(), compare=False)

    @property
    def words(self) -> str:
        said = self.source.turn.text[self.start : self.end].strip(" ,;:—–-")
        return _GOES_ON.sub("", said)

    @property
    def sentence(self) -> str:
        """The whole sentence that it stands in."""
        text = self.source.turn.text
        start = max(text.rfind(mark, 0, self.start) for mark in ".?!") + 1
        ends = [place for mark in ".?!" if (place := text.find(mark, self.start)) >= 0]
        return text[start : min(ends, default=len(text))]

    @property
    def unsure(self) -> bool:
        """Whether its person, place or time was taken from other words."""
        return self.resolved or self.date_from_before

    @property
    def of_mine(self) -> bool:
        return self.who in ("I", "we")


@dataclass(frozen=True, slots=True)
class Told:
    """What a subject said, and what interviewers said to him, one statement a sentence; each in order."""

    statements: tuple[Statement, ...]
    asked: tuple[Statement, ...]


def read_statements(
    transcripts: Sequence[Transcript], progress: Callable[[float], None] | None = None
) -> Told:
    """Every statement of the subject and every sentence of the interviewer. ``progress`` gets the part
    done."""
    statements: list[Statement] = []
    asked: list[Statement] = []
    spoken = [
        [turn for turn in transcript.turns if turn.role in ("subject", "interviewer")]
        for transcript in transcripts
    ]
    together = sum(map(len, spoken)) or 1
    read = 0
    parsed = []
    for turns in spoken:
        sentences_of = []
        for sentences in parse([turn.text for turn in turns]):
            sentences_of.append(sentences)
            read += 1
            if progress and read % SAID_EVERY == 0:
                progress(read / together)
        parsed.append((turns, sentences_of))
    known = known_names(sentence for _, texts in parsed for sentences in texts for sentence in sentences)
    for session, (transcript, (turns, texts)) in enumerate(zip(transcripts, parsed, strict=True)):
        for each in _of_session(session, transcript, turns, texts, known):
            (asked if each.source.turn.role == "interviewer" else statements).append(each)
    return Told(tuple(statements), tuple(asked))


def _of_session(
    session: int,
    transcript: Transcript,
    turns: Sequence[Turn],
    parsed: Sequence[list[Sentence]],
    known: frozenset[str],
) -> Iterator[Statement]:
    asked: Turn | None = None
    asked_sentences: list[Sentence] = []
    year: int | None = None
    spoken = transcript.date
    last = Names((), ())
    spoken_of: Interval | None = None
    asked_when: Interval | None = None
    for turn, sentences in zip(turns, parsed, strict=True):
        times = times_in(turn.text, spoken, year)
        source = Source(session, transcript.file, turn)
        if turn.role == "interviewer":
            asked_when = next((time.interval for time in times if not time.yearless), None)
            asked, asked_sentences = turn, sentences
            last = names_in(sentences, known)
            for sentence in sentences:
                yield _line(source, sentence, known)
        else:
            question = asked.text if asked else ""
            asked_people = names_in(asked_sentences, known).people
            if asked and (bare := _bare(source, asked, asked_sentences, year, known)):
                yield bare
            before = last
            inherited: Interval | None = asked_when
            for sentence in sentences:
                names = names_in([sentence], known)
                if turn.text[sentence[0].start : sentence[-1].end].rstrip().endswith("?"):
                    continue
                for statement in _of_sentence(
                    source, sentence, names, before, times, inherited, spoken_of, known
                ):
                    inherited = statement.when or inherited
                    yield replace(statement, asked=question, asked_people=asked_people)
                if names.people or names.places:
                    before = Names(names.people or before.people, names.places or before.places)
            last = before
            spoken_of = inherited or spoken_of
        dated = [time for time in times if not time.yearless]
        if dated:
            year = dated[-1].interval.start.year


def _short_question(text: str) -> tuple[int, int] | None:
    """ "Not ever a candidate?": a last sentence that asks without an auxiliary and without a question
    word."""
    match = re.search(r"[^.?!]*\?\W*$", text)
    if match is None or len(match[0].split()) > LONGEST_BARE or _ASKS_WHAT.match(match[0]):
        return None
    return match.span()


def _line(source: Source, sentence: Sentence, known: frozenset[str]) -> Statement:
    """A sentence of the interviewer: its words and names, and nothing claimed."""
    names = names_in([sentence], known)
    return Statement(
        source=source,
        start=sentence[0].start,
        end=sentence[-1].end,
        who="",
        verb="",
        negated=False,
        absolute=False,
        hedged=False,
        reported=False,
        lemmas=_content(sentence, names),
        people=names.people,
        places=names.places,
    )


def _bare(
    source: Source, asked: Turn, sentences: list[Sentence], year: int | None, known: frozenset[str]
) -> Statement | None:
    """What a short "no" or "yes" says: the question's own content."""
    text = source.turn.text
    head = re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]
    no = bool(_NO.match(text))
    if not (no or _YES.match(text)) or len(head.split()) > LONGEST_BARE:
        return None
    polar = list(_POLAR.finditer(asked.text))
    span = polar[-1].span() if polar else _short_question(asked.text)
    if span is None:
        return None
    start, end = span
    inside = [s for s in sentences if s[0].start < end and s[-1].end > start]
    words = [word for sentence in inside for word in sentence]
    names = names_in(inside, known)
    when = next((t.interval for t in times_in(asked.text[start:end], None, year)), None)
    verbs = [word.lemma for word in words if word.pos == "VERB"]
    who = (
        "I" if any(word.text.lower() == "you" and word.relation.startswith("nsubj") for word in words) else ""
    )
    return Statement(
        source=source,
        start=0,
        end=len(head),
        who=who,
        verb=next((verb for verb in reversed(verbs) if verb not in _HELPS), "be"),
        negated=no,
        absolute=no and bool(re.search(r"\b(ever|at any time|any)\b", asked.text[start:end], re.I)),
        hedged=False,
        reported=False,
        lemmas=_content(words, names),
        people=names.people,
        places=names.places,
        when=when,
        resolved=False,
        supplied=True,
        asked=asked.text,
    )


def _of_sentence(
    source: Source,
    sentence: Sentence,
    names: Names,
    before: Names,
    times: Sequence[Time],
    inherited: Interval | None,
    spoken_of: Interval | None,
    known_as_names: frozenset[str],
) -> Iterator[Statement]:
    text = source.turn.text
    begin, end = sentence[0].start, sentence[-1].end
    whole = text[begin:end]
    heads = [n for n, word in enumerate(sentence) if _is_head(sentence, n)]
    of = _clauses(sentence, heads)
    in_sentence = [time for time in times if begin <= time.start < end]
    for head in heads:
        words = [sentence[n] for n in of[head]]
        if not words:
            continue
        start, stop = words[0].start, words[-1].end
        clause = text[start:stop]
        own = [time for time in in_sentence if start <= time.start < stop]
        when = _filled(next(iter(own or in_sentence), None), inherited or spoken_of)
        subject = _subject(sentence, head)
        who, pronoun = _who(sentence, head, subject, names)
        resolved = False
        if pronoun in ("he", "she") and not who and subject is not None:
            earlier = tuple(p for p in names.people if _stands_before(sentence, p, subject))
            known = _single(earlier) or _single(before.people)
            who, resolved = known, bool(known)
        local = names_in([tuple(words)], known_as_names)
        objects = {word.text.lower() for word in words}
        if not objects & {"him", "her"} and sentence[0].text.lower() in ("him", "her"):
            objects |= {"him"}
        people, places = local.people, local.places
        if objects & {"him", "her", "his"} and not people:
            pointing = next((w for w in sentence if w.text.lower() in ("him", "her", "his")), sentence[0])
            earlier = tuple(p for p in names.people if _stands_before(sentence, p, pointing))
            if known := _single(earlier) or _single(before.people):
                people, resolved = (known,), True
        if objects & {"there"} and not places and (known := _single(before.places)):
            places, resolved = (known,), True
        negated = _negates(words)
        if _SUPPOSED.search(clause):
            continue
        yield Statement(
            source=source,
            start=start,
            end=stop,
            who=who,
            verb=_verb(sentence, head),
            negated=negated,
            absolute=bool(_ABSOLUTE.search(clause)) or bool(negated and _ABSOLUTE.search(whole)),
            hedged=bool(_HEDGE.search(clause) or _HEDGE.match(whole)),
            reported=bool(_REPORTED.search(text[begin:start])) or _quotes(text, start),
            lemmas=_content(words, local),
            people=people,
            places=places,
            counts=tuple(
                c for c in counts_in(tuple(words)) if not any(t.start <= c.start < t.end for t in in_sentence)
            ),
            when=when.interval if when else inherited,
            resolved=resolved,
            date_from_before=when is None and inherited is not None,
            with_me=bool(objects & {"me", "us", "my", "our", "mine", "myself", "i", "we"}),
            pronoun=pronoun,
        )


def _verb(sentence: Sentence, head: int) -> str:
    """The base form with its particle ("sign on"); "" where no verb stands."""
    if sentence[head].pos not in ("VERB", "AUX"):
        return ""
    lemma = _BASE.get(sentence[head].lemma, sentence[head].lemma)
    following = sentence[head + 1].text if head + 1 < len(sentence) else ""
    particle = following if lemma in _PARTICLE_MATTERS and following in ("on", "off", "up", "out") else ""
    return f"{lemma} {particle}" if particle else lemma


def _filled(time: Time | None, inherited: Interval | None) -> Time | None:
    """ "Until the end of June": from the time that was spoken of just before."""
    if time is None or not time.until or inherited is None or inherited.start > time.interval.end:
        return time
    return replace(time, interval=replace(time.interval, start=inherited.start, whole=True))


def _is_head(sentence: Sentence, place: int) -> bool:
    word = sentence[place]
    if word.pos not in ("VERB", "AUX"):
        return word.relation == "ROOT"
    return word.relation in _HEADS and not (word.relation == "xcomp" and word.tag == "VB")


def _negates(words: Sequence[Word]) -> bool:
    """Whether a clause says that something is not so; "no more than", "no doubt" and a leading "No," do
    not."""
    for n, word in enumerate(words):
        said = word.text.lower()
        after = words[n + 1].text.lower() if n + 1 < len(words) else ""
        if said == "no" and (after in ("more", "longer", "doubt", ",", ".", "") or word.relation == "intj"):
            continue
        if word.relation == "neg" or said in _NEGATING:
            return True
    return False


def _clauses(sentence: Sentence, heads: Sequence[int]) -> dict[int, list[int]]:
    """Each word to the nearest clause head above it."""
    of: dict[int, list[int]] = {head: [] for head in heads}
    known = set(heads)
    for place in range(len(sentence)):
        at, steps = place, 0
        while at not in known and steps < len(sentence):
            above = sentence[at].head
            if above == at or not 0 <= above < len(sentence):
                break
            at, steps = above, steps + 1
        if at in of:
            of[at].append(place)
    return of


def _subject(sentence: Sentence, head: int) -> Word | None:
    for n, word in enumerate(sentence):
        if word.head == head and n != head and word.relation in ("nsubj", "nsubjpass", "expl"):
            return word
    # "he fell and lay there": a second verb has the first one's subject.
    up = sentence[head].head
    if sentence[head].relation in ("conj", "xcomp") and up != head:
        return _subject(sentence, up) if 0 <= up < len(sentence) else None
    return None


def _who(sentence: Sentence, head: int, subject: Word | None, names: Names) -> tuple[str, str]:
    if subject is None:
        return "", ""
    said = subject.text.lower()
    if said in ("i", "we"):
        return ("I" if said == "i" else "we"), said
    if said in ("nobody", "none") or (said == "one" and sentence[head].relation == "neg"):
        return "nobody", said
    place = sentence.index(subject)
    before = [word.text.lower() for word in sentence[max(0, place - 3) : place]]
    if before[-1:] == ["no"] or ("not" in before and {"one", "single"} & {*before}):
        return "nobody", said
    if said in ("he", "she", "they", "it", "who", "that", "which", "there", "this"):
        return "", said
    person = said_as(subject, names.people)
    return person or subject.lemma, ""


def _stands_before(sentence: Sentence, name: str, subject: Word) -> bool:
    return any(word.text == name and word.start < subject.start for word in sentence)


def _single(people: Sequence[str]) -> str:
    return people[0] if len(set(people)) == 1 else ""


def _content(words: Sequence[Word], names: Names) -> frozenset[str]:
    inside = {part.lower() for name in (*names.people, *names.places) for part in name.split()}
    return frozenset(
        word.lemma
        for word in words
        if (word.pos in _CONTENT or (word.text.isdigit() and not _YEAR.fullmatch(word.text)))
        and word.lemma not in _EMPTY
        and len(word.lemma) > 1
        and word.text.lower() not in inside
    )


def _quotes(text: str, start: int) -> bool:
    """Whether the place stands inside quotation marks."""
    before = text[:start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
