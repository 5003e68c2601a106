"""From a question to an answer, with no language model: read, search, judge, compose."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.knowledge import (
    BEYOND,
    Document,
    Filter,
    Found,
    Library,
    Paragraph,
    Passage,
    Search,
    day_in_words,
    stems,
)
from assistant.policy import humane, verdict
from assistant.policy.about_documents import about_documents
from assistant.policy.answers import Answer, Comparison, Statement, Status, cite, standing_in_words
from assistant.policy.inquiry import Inquiry, item_in, leans_on_history, read_question, reads_as_english
from assistant.policy.leads import Lead, leads, opening_words
from assistant.policy.twenty_cases import CaseTable, TableAnswer, ask_table

ASK_FIRST = "Ask a question in words, such as: who may induce a defection?"

LONGEST_QUESTION = 2000
ASK_SHORTER = f"The question is longer than {LONGEST_QUESTION:,} characters. Put it shorter."

CITED = 4
"""Paragraphs cited in an answer, at most; those that differences add come on top."""

CLOSE = 0.62
"""A passage is cited beside the best one when it scores at least this share of it…"""

NEAR = 0.48
"""…and its nearest entry is at least this similar to the question."""

SIDES_LOOKED_AT = 6
SIDE = 0.5
"""Another document's paragraph is a side worth comparing when it scores this share of the best."""

GAP_MARGIN = 0.04
GAP_NEAR = 0.62
"""A question is about a withheld place when that is so near to it, and by so much nearer than anything that
can be read…"""

GAP_LEVEL = -0.02
GAP_VERY_NEAR = 0.75
"""…or when it is very near and what can be read is hardly nearer."""

NEAREST = 3
SURE_OF_SILENCE = 0.6
SURE_BEYOND = 0.72
"""How similar a known silence must be for its sentence to be given as the reason."""

LOOKED_AT = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what was found for it and how likely that is an answer."""

    inquiry: Inquiry
    found: Found
    signs: verdict.Signs
    probability: float


class Asking:
    """Answers questions over a library that is searched by ``search``."""

    def __init__(self, search: Search, cases: CaseTable | None) -> None:
        self.search = search
        self.cases = cases

    @property
    def library(self) -> Library:
        return self.search.library

    def ask(
        self,
        question: str,
        as_of: date | None = None,
        history: Sequence[str] = (),
        documents: frozenset[str] = frozenset(),
    ) -> Answer:
        """Answer a question.

        ``as_of`` is the day by which the rules are wanted (the question's own date wins), ``history``
        the user's earlier turns, oldest first, ``documents`` the ids to stay within; empty: all.
        """
        start = time.perf_counter()
        inquiry = read_question(question, self.library, as_of, history)
        if documents:
            inquiry = replace(inquiry, documents=inquiry.documents & documents or documents)
        answer = self._answer(inquiry)
        return replace(answer, milliseconds=round((time.perf_counter() - start) * 1000))

    def judge(self, inquiry: Inquiry) -> Judged:
        """Search for a question and judge what was found."""
        found = self.find(inquiry)
        signs = verdict.signs(inquiry, found, self.library)
        return Judged(inquiry, found, signs, verdict.probability(signs, found.by))

    def find(self, inquiry: Inquiry) -> Found:
        """Search within what the question names: documents, and what could be gone by on its date."""
        only = Filter(documents=inquiry.documents or None, as_of=inquiry.as_of)
        found = self.search.find(inquiry.query, LOOKED_AT, only, inquiry.context)
        if not found.passages and inquiry.as_of:
            found = self.search.find(inquiry.query, LOOKED_AT, replace(only, as_of=None), inquiry.context)
        named = [self.library.paragraph(id) for id in inquiry.references]
        if named:
            rest = [p for p in found.passages if p.paragraph not in named]
            first = [Passage(paragraph, 1.0) for paragraph in named]
            found = replace(found, passages=(*first, *rest))
        return found

    def _answer(self, inquiry: Inquiry) -> Answer:
        if not stems(inquiry.whole) and not inquiry.references:
            return self._not_in_documents(inquiry, Found((), "words"), ASK_FIRST)
        if len(inquiry.question) > LONGEST_QUESTION:
            return self._not_in_documents(inquiry, Found((), "words"), ASK_SHORTER)
        if humane.asks_for_harm(inquiry.question):
            return self._refused(inquiry)
        if inquiry.as_of and not any(d.applies(inquiry.as_of) for d in self.library.documents):
            says = f"None of these documents had been issued by {day_in_words(inquiry.as_of)}."
            return self._not_in_documents(inquiry, Found((), "words"), says)
        if told := about_documents(inquiry, self.library) or self._cut_of_documents(inquiry):
            return told
        judged = self.judge(inquiry)
        item = self._item_of_a_list(inquiry, judged.found)
        if item:
            judged = self.judge(replace(inquiry, references=(item,)))
            inquiry = judged.inquiry
        found = judged.found
        ids = tuple(passage.paragraph.id for passage in found.passages)
        if self.cases and not inquiry.references:
            answer = ask_table(inquiry.question, inquiry.kind, self.cases, ids, inquiry.whole)
            if answer:
                return self._from_table(inquiry, answer, found)
        if not found.passages:
            return self._not_in_documents(inquiry, found, self._silent_sentence(inquiry, found))
        if inquiry.references:
            return self._named_paragraphs(inquiry, found)
        if all(passage.paragraph.withheld == "whole" for passage in found.passages):
            return self._withheld(inquiry, ids[0], found)
        gap = self._gap(found)
        if gap:
            return self._withheld(inquiry, gap, found)
        threshold = verdict.ANSWERED if found.by != "words" else verdict.ANSWERED_BY_WORDS
        doubtful = verdict.doubtful(judged.signs, judged.probability)
        answered, left_open = self._parts(inquiry)
        if answered and left_open:
            return self._composed(replace(inquiry, kind=answered[0].inquiry.kind), answered[0], left_open)
        if judged.probability < threshold and not doubtful:
            told = self._at_another_time(inquiry)
            if told:
                return told
            return self._not_in_documents(inquiry, found, self._silent_sentence(inquiry, found))
        return self._composed(inquiry, judged)

    def _refused(self, inquiry: Inquiry) -> Answer:
        """No help to harm anybody, and what the guidance says instead."""
        return Answer(
            question=inquiry.question,
            status="answered",
            lead=humane.REFUSAL,
            statements=tuple(
                Statement(
                    self._gist(self.library.paragraph(id)), cite(self.library, id, quote, inquiry.as_of)
                )
                for id, quote in humane.RESTS_ON
                if self.library.has(id)
            ),
            engine="the promise not to harm",
            as_of=inquiry.as_of,
        )

    def _at_another_time(self, inquiry: Inquiry) -> Answer | None:
        """That a document which cannot be gone by on the day would answer; None if none would."""
        if inquiry.as_of is None:
            return None
        judged = self.judge(replace(inquiry, as_of=None))
        if judged.probability < verdict.ANSWERED or judged.found.by == "words":
            return None
        top = judged.found.passages[0].paragraph
        document = self.library.document(top.document)
        if document.applies(inquiry.as_of):
            return None
        says = (
            f"No document that could be gone by on {day_in_words(inquiry.as_of)} answers that. "
            f"{document.short_title} of {document.dated} does, but was {document.standing(inquiry.as_of)}."
        )
        return self._not_in_documents(inquiry, judged.found, says)

    def _composed(self, inquiry: Inquiry, judged: Judged, left_open: Sequence[str] = ()) -> Answer:
        found = judged.found
        readable = [p for p in found.passages if p.paragraph.withheld != "whole"]
        top = readable[0]
        chosen = [
            passage
            for passage in readable[:CITED]
            if passage is top or (passage.score >= CLOSE * top.score and passage.similarity >= NEAR)
        ]
        said = leads(inquiry, chosen, self.search)
        first = said[0]
        status: Status = "answered"
        remarks = list(self._remarks_on_date(inquiry, first.paragraph))
        if left_open:
            status = "partly"
            remarks += [f"Not answered by these documents: “{part}”" for part in left_open]
        elif judged.probability < verdict.UNSURE:
            status = "partly"
            remarks.append(self._what_is_not_said(found))
        withheld = self.library.paragraph(first.paragraph).withheld
        if withheld == "part":
            remarks.append("Part of this paragraph is withheld in the released copy.")
        return Answer(
            question=inquiry.question,
            status=status,
            lead=first.says,
            statements=self._statements(said, inquiry),
            comparison=self._comparison(first.paragraph, inquiry, found),
            remarks=tuple(remarks),
            nearest=tuple(p.paragraph.id for p in found.passages[: CITED + NEAREST]),
            engine=found.by,
            as_of=inquiry.as_of,
        )

    def _statements(self, said: Sequence[Lead], inquiry: Inquiry) -> tuple[Statement, ...]:
        return tuple(
            Statement(lead.says, cite(self.library, lead.paragraph, lead.quote, inquiry.as_of))
            for lead in said
        )

    def _comparison(self, first: str, inquiry: Inquiry, found: Found) -> Comparison | None:
        """How other documents differ on what the answer's first paragraph says, as the editors see it.

        Only where search itself brought up another side; a question that names its document, or a
        date, has chosen its side already.
        """
        if inquiry.documents or inquiry.as_of:
            return None
        home = first.split("#")[0]
        near = {
            passage.paragraph.id
            for passage in found.passages[:SIDES_LOOKED_AT]
            if passage.paragraph.document != home and passage.score >= SIDE * found.passages[0].score
        }
        difference = next(
            (d for d in self.library.differences if first in d.paragraphs and near & set(d.paragraphs)), None
        )
        if difference is None:
            return None
        sides = leads(
            inquiry, [Passage(self.library.paragraph(id), 0.0) for id in difference.paragraphs], self.search
        )
        best = {document: lead for lead in sides for document in [lead.paragraph.split("#")[0]]}
        for lead in sides:
            document = lead.paragraph.split("#")[0]
            if lead.score > best[document].score or lead.paragraph == first:
                best[document] = lead
        return Comparison(difference.topic, difference.says, self._statements(list(best.values()), inquiry))

    def _parts(self, inquiry: Inquiry) -> tuple[list[Judged], list[str]]:
        """Of a question in several parts those that the documents answer, and those left open."""
        answered, left_open = [], []
        parts = split_question(inquiry.question)
        for part in parts if len(parts) > 1 else ():
            history = [parts[0]] if part != parts[0] and leans_on_history(part) else []
            alone = read_question(part, self.library, inquiry.as_of, history)
            judged = self.judge(replace(alone, documents=inquiry.documents))
            if judged.probability >= verdict.ANSWERED and judged.found.by != "words":
                answered.append(judged)
            else:
                left_open.append(part)
        return answered, left_open

    def _named_paragraphs(self, inquiry: Inquiry, found: Found) -> Answer:
        named = [self.library.paragraph(id) for id in inquiry.references]
        cut = [paragraph for paragraph in named if paragraph.withheld != "no"]
        nothing_left = all(paragraph.withheld == "whole" for paragraph in named)
        if cut and (nothing_left or _ASKS_FOR_THE_CUT.search(inquiry.question)):
            return self._withheld(inquiry, cut[0].id, found)
        readable = [paragraph for paragraph in named if paragraph.withheld != "whole"]
        said = [Lead(p.id, self._gist(p), opening_words(p.text), 1.0) for p in readable[:CITED]]
        return Answer(
            question=inquiry.question,
            status="answered",
            lead=said[0].says,
            statements=self._statements(said, inquiry),
            remarks=tuple(self._remarks_on_date(inquiry, readable[0].id)),
            engine=found.by,
            as_of=inquiry.as_of,
        )

    def _item_of_a_list(self, inquiry: Inquiry, found: Found) -> str:
        """The paragraph meant by "the third point" of what search found; "" when no such item is meant."""
        item = item_in(inquiry.question)
        if not item or inquiry.references or not found.passages:
            return ""
        top = found.passages[0].paragraph
        for list_of_items in (top.number, top.number.rpartition(".")[0]):
            id = f"{top.document}#{list_of_items}.{item}"
            if list_of_items and self.library.has(id):
                return id
        return ""

    def _cut_of_documents(self, inquiry: Inquiry) -> Answer | None:
        """All that is withheld, for a question about nothing but that; None for any other question."""
        if inquiry.references or not _ASKS_FOR_THE_CUT.search(inquiry.question):
            return None
        about = set(stems(_ASKS_FOR_THE_CUT.sub("", inquiry.question))) - set(stems(_ABOUT_THE_CUT))
        named = [self.library.document(id) for id in sorted(inquiry.documents)]
        about -= {stem for document in named for stem in stems(f"{document.short_title} {document.id}")}
        if about:
            return None
        documents = named or [d for d in self.library.documents if d.force != "own"]
        cut = [p for document in documents for p in document.paragraphs if p.withheld != "no"]
        where = ", ".join(p.id for p in cut)
        names = " and ".join(document.short_title for document in documents)
        notes = [self.library.notes.get(p.id) for p in cut]
        return Answer(
            question=inquiry.question,
            status="withheld" if cut else "answered",
            lead=f"Withheld in the released copy: {len(cut)} places, {where}."
            if cut
            else f"Nothing is withheld in the received copy of {names}.",
            statements=tuple(
                Statement(
                    note.gap.says if note and note.gap else "Words are cut here.",
                    cite(self.library, p.id, "", inquiry.as_of),
                )
                for p, note in zip(cut, notes, strict=True)
            ),
            nearest=tuple(p.id for p in cut),
            engine="the list of withheld places",
            as_of=inquiry.as_of,
        )

    def _gist(self, paragraph: Paragraph) -> str:
        note = self.library.notes.get(paragraph.id)
        return note.gist if note else opening_words(paragraph.text)

    def _from_table(self, inquiry: Inquiry, told: TableAnswer, found: Found) -> Answer:
        statements = tuple(
            Statement(cell.value, cite(self.library, cell.paragraph, cell.quote, inquiry.as_of))
            for cell in told.cells
        )
        rests_on = {cell.paragraph for cell in told.cells}
        remarks = [
            remark.says
            for remark in (self.cases.remarks if self.cases and told.about else ())
            if told.about and told.about.search(remark.says) and rests_on & set(remark.paragraphs)
        ]
        return Answer(
            question=inquiry.question,
            status="answered",
            lead=told.lead,
            statements=statements,
            remarks=tuple(remarks[:1]),
            nearest=tuple(p.paragraph.id for p in found.passages[:NEAREST]),
            engine="table of the twenty cases",
            as_of=inquiry.as_of,
        )

    def _gap(self, found: Found) -> str | None:
        """The paragraph whose withheld place the question is about, if it is about one.

        A question that only the missing words could answer must be nearer than all that is there.
        """
        missing, present = (0.0, ""), 0.0
        for passage in found.passages:
            for similarity, entry in passage.entries:
                if entry.kind == "gap" or passage.paragraph.withheld == "whole":
                    missing = max(missing, (similarity, passage.paragraph.id))
                else:
                    present = max(present, similarity)
        margin = missing[0] - present
        near = missing[0] >= GAP_NEAR and margin >= GAP_MARGIN
        very_near = missing[0] >= GAP_VERY_NEAR and margin >= GAP_LEVEL
        return missing[1] if near or very_near else None

    def _withheld(self, inquiry: Inquiry, id: str, found: Found) -> Answer:
        note = self.library.notes.get(id)
        gap = note.gap if note else None
        says = gap.says if gap else "The words that would answer are not in the released copy."
        nearest = (id, *(p.paragraph.id for p in found.passages if p.paragraph.id != id))
        return Answer(
            question=inquiry.question,
            status="withheld",
            lead=f"Withheld in the released copy. {says}",
            statements=(Statement(says, cite(self.library, id, "", inquiry.as_of)),),
            nearest=nearest[:NEAREST],
            engine=found.by,
            as_of=inquiry.as_of,
        )

    def _not_in_documents(self, inquiry: Inquiry, found: Found, says: str) -> Answer:
        return Answer(
            question=inquiry.question,
            status="not_in_documents",
            lead=says,
            nearest=tuple(p.paragraph.id for p in found.passages[:NEAREST]),
            engine=found.by,
            as_of=inquiry.as_of,
        )

    def _what_is_not_said(self, found: Found) -> str:
        """A caution for an answer that may be beside the point, with the nearest known silence."""
        silence = self._known_silence(found, 0.0)
        if silence:
            return f"What the documents leave open: {silence}"
        return "This is the nearest the documents come; read the paragraph before relying on it."

    def _known_silence(self, found: Found, least: float) -> str:
        if found.silence is None:
            return ""
        entry, similarity = found.silence
        # What is beyond one paragraph is many small things under one sentence: it must be meant exactly.
        needed = SURE_BEYOND if entry.target.startswith(BEYOND) else SURE_OF_SILENCE
        if similarity < max(least, needed):
            return ""
        return next(s.says for s in self.library.silences if s.subject == entry.target)

    def _silent_sentence(self, inquiry: Inquiry, found: Found) -> str:
        if found.by == "words":
            return "Search by words finds no answer in these documents. " + self.search.index.state.says
        plain = "These documents do not answer that."
        if not reads_as_english(inquiry.question):
            return f"{plain} They are in English: please ask in English."
        best = max((passage.similarity for passage in found.passages), default=0.0)
        silence = self._known_silence(found, best)
        return f"{plain} {silence}".strip()

    def _remarks_on_date(self, inquiry: Inquiry, first: str) -> list[str]:
        if inquiry.as_of is None:
            return []
        document = self.library.document(self.library.paragraph(first).document)
        remarks = [f"{document.short_title}: {standing_in_words(document, inquiry.as_of)}."]
        absent = [d for d in self.library.documents if not d.applies(inquiry.as_of) and d is not document]
        if inquiry.documents:
            absent = []
        if absent:
            remarks.append(f"Left aside: {'; '.join(_absence(d, inquiry.as_of) for d in absent)}.")
        return remarks


def _absence(document: Document, as_of: date) -> str:
    return f"{document.short_title} ({document.standing(as_of)} on {day_in_words(as_of)})"


_ASKS_FOR_THE_CUT = re.compile(
    r"\b(hidden|withheld|cut( out)?|missing|black(ed)? out|blank(ed)?( out)?"
    r"|(redact|censor|remov|excis|delet|suppress)\w*)\b",
    re.IGNORECASE,
)

_ABOUT_THE_CUT = (
    "parts paragraphs passages places words text sentences lines documents directive paper copy released "
    "list show many anything something still tell"
)
"""Words that a question about withheld places may use besides; with others it is about something else."""

_PART = re.compile(
    r"\?\s+(?=\S)|,?\s+and\s+(?=(?:who|whom|what|when|where|why|how|which|can|may|must|should|do|does|is|are)\b)",
    re.IGNORECASE,
)


def split_question(question: str) -> list[str]:
    """The parts of a question that asks several things; one part for most questions."""
    parts = [part.strip(" ?,") for part in _PART.split(question)]
    asking = [part for part in parts if len(part.split()) >= 3]
    return asking if len(asking) > 1 and len(asking) == len(parts) else [question]
