"""A question as asked, read for what code must know: its kind, its date, what it names, what it leans on."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.errors import BadDate
from assistant.knowledge import Kind, Library, stems

FIRST_YEAR = 1948

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("how many", r"\bhow (many|much)\b|\bwhat (number|share|sum|proportion)\b|\bnumber of\b"),
    (
        "when",
        r"\b(when|how (soon|fast|quick\w*|often|long|early|late))\b|\b(what|which|in what|at what|from what) "
        r"(year|date|day|time|moment|point|stage)\b|\bdeadline\b",
    ),
    ("where", r"\bwhere\b|\b(which|what|in which) (countr\w+|place\w*|cit\w+|town\w*)\b"),
    ("why", r"\bwhy\b|\bwhat (for|made|makes|drove|led|reason\w*)\b|\bhow come\b|\breason\w* for\b"),
    (
        "who",
        r"\b(who|whom|whose)\b|\b(which|what) (agency|agencies|department\w*|official\w*|office\w*|committee|"
        r"service\w*|defector\w*|person|people|man|men|body|authorit\w+)\b",
    ),
    ("how", r"\bhow\b|\bin what way\b|\bwhat (do|should|must|can) (we|i) do\b"),
    ("what", r"^\W*(so |and |but |then )?(what|wat|which|list|name|define|explain|describe|tell)\b"),
    (
        "whether",
        r"^\W*(so |and |but |then |or )?(is|are|was|were|do|does|did|can|could|may|might|must|should|shall|"
        r"will|would|has|have|had|am|isn't|aren't|don't|doesn't|didn't|can't|shouldn't|won't|wouldn't)\b"
        r"|\b(allowed|permitted|forbidden|have to|need to|obliged)\b|\bwhether\b",
    ),
)

_LEANS = re.compile(
    r"^\W*(and|but|so|or|then|also|what about|how about|what if|even if|if so|if not|why not|who else)\b"
    r"|\b(that|this|those|these|it|they|them|there|then|such|one|same|the others?)\b",
    re.IGNORECASE,
)
_STARTS_LEANING = re.compile(
    r"^\W*(and|but|so|or|then|also|what about|how about|what if|even if|if so|if not|why not|who else|"
    r"does that|is that|do they|do these|do those|does it|is it|was it|are they|were they)\b",
    re.IGNORECASE,
)

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_DATE = re.compile(
    r"\b(?:in|as of|as at|on|by|during|until|before|after|since|around|from|for)\s+(?:the\s+)?"
    r"(?:(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(" + "|".join(_MONTHS) + r")\.?\s+(?:(\d{1,2}),\s*)?)?"
    r"((?:19|20)\d\d)\b(?!\s+(?:directive|study|paper|telegram|version|text|rules|policy|report|edition))",
    re.IGNORECASE,
)

_NAMES_OF_DOCUMENTS: tuple[tuple[str, str], ...] = (
    (r"\bnscid(?:[\s-]*(?:no\.?\s*)?13)?\b(?!\s*(?:no\.?\s*)?[2-9]\b)|\b1950 directive\b", "NSCID-13"),
    (
        r"\bdcid(?:[\s-]*(?:no\.?\s*)?4/2)?\b|\bdirective 4/2\b|\b1976 (?:directive|rules|paper|text)\b"
        r"|\bdirective of 1976\b|\b(?:bush|dci)'s directive\b",
        "DCID-4/2",
    ),
    (r"\bstate telegram\b|\btelegram 90262\b|\b90262\b|\bthe (?:telegram|cable)\b", "STATE-90262"),
    (
        r"\bmi ?5\b|\b(?:1948|british) (?:study|paper|report)\b|\bthe study\b|\bstudy of 1948\b"
        r"|\bthe (?:twenty|20)\b|\bthe brit(?:ish|s) (?:looked|studied|counted|found)\b",
        "MI5-1948",
    ),
)

_PARTS = (
    r"(?:\.?\(?(?:[a-z](?![a-z])|\d{1,2}(?!\d))\)?"
    r"|\s\((?:[a-z]|\d{1,2})\)"
    r"|\s(?:[b-z](?![\w'’])|\d(?!\d)|a(?=\s+(?:of|in|and|say\w*|\d)\b|\W*$)))"
)
_REFERENCE = re.compile(
    r"(?:(?P<word>paragraph|para|section|sub-?paragraph|chapter|footnote|§|#)\s*"
    rf"(?P<after>(?:[IVX]+|\d{{1,2}}|fn){_PARTS}*)"
    r"|(?<![\w./#-])(?P<bare>(?:[IVX]+|\d{1,2})(?:\.\(?[a-z\d]{1,2}\)?|\s?\([a-z\d]{1,2}\)|(?<=\d)[a-z])+))(?!\w)",
    re.IGNORECASE,
)
"""A number after a word for a paragraph, or one that is plainly a paragraph's: 6.b.3, 5.a (3), IX.3, 9b."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ITEM = re.compile(
    r"\b(?:item|point|number|no\.)\s+(?:number\s+)?\(?(?P<number>\d{1,2}|[a-z])\b(?!\w|/)"
    rf"|\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?:item|point|thing|entry|principle|rule|duty|task|purpose)\b",
    re.IGNORECASE,
)


def item_in(question: str) -> str:
    """The number or letter by which a question points at one item of a list; "" when it does not."""
    found = _ITEM.search(question)
    if found is None:
        return ""
    return found["number"] or str(_ORDINALS.index(found["ordinal"].lower()) + 1)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question with what was read out of it.

    ``query`` is what is searched for: the question without its date; ``context`` the turn before it when it
    leans on that, else "".
    ``as_of`` is the date that the question or the page's control names; None means any time.
    """

    question: str
    query: str
    context: str
    kind: Kind
    as_of: date | None
    documents: frozenset[str]
    references: tuple[str, ...]

    @property
    def leans(self) -> bool:
        """Whether it can only be understood with the turn before it."""
        return bool(self.context)

    @property
    def whole(self) -> str:
        """The question with what it leans on, as one text."""
        return f"{self.context} {self.query}".strip()


def read_question(
    question: str, library: Library, as_of: date | None = None, history: Sequence[str] = ()
) -> Inquiry:
    """Read a question; ``history`` is the user's earlier turns, oldest first."""
    text = " ".join(question.split())
    leans = bool(history) and leans_on_history(text)
    documents = _documents(text)
    if leans and not documents:
        documents = _documents(history[-1])
    query = _DATE.sub("", text) if date_in(text) else text
    context = " ".join(history[-1].split()) if leans else ""
    return Inquiry(
        question=question,
        query=query,
        context=context,
        kind=kind_of(text),
        as_of=date_in(text) or as_of,
        documents=documents & {document.id for document in library.documents},
        references=_references(text, documents, library),
    )


def kind_of(question: str) -> Kind:
    """What kind of answer is asked for; "what" when nothing says."""
    last = re.split(r"(?<=[.!])\s+(?=\S)", question.strip())[-1].lower().replace("’", "'")
    for text in (last, question.lower()):
        first: tuple[int, Kind] | None = None
        for kind, pattern in _KINDS:
            found = re.search(pattern, text)
            if found and (first is None or found.start() < first[0]):
                first = (found.start(), kind)
        if first:
            return first[1]
    return "what"


def leans_on_history(question: str) -> bool:
    """Whether a question cannot be understood without the turn before it."""
    if _STARTS_LEANING.search(question):
        return True
    content = stems(question)
    return len(content) <= 1 or (len(content) <= 4 and bool(_LEANS.search(question)))


_ENGLISH = frozenset(
    "a an the of to in on at by for from with is are was were be do does did can may must should "
    "will would has have had what who whom whose which when where why how i we you he she it they me "
    "us him them my our his her their your this that these those and or if not no".split()
)


def reads_as_english(question: str) -> bool:
    """Whether a question has an English function word; a question of a few words may do without."""
    words = re.findall(r"[^\W\d_]+", question.lower())
    return len(words) < 4 or len(_ENGLISH.intersection(words)) > (len(words) > 4)


def date_in(question: str) -> date | None:
    """The day by which a question wants the rules: a bare year or month means its last day.

    Years before the first document are what the question is about, not a day to stand on.
    """
    found = _DATE.search(question)
    if found is None:
        return None
    day, month, day_after, year = found.groups()
    if int(year) < FIRST_YEAR:
        return None
    try:
        return _last_day(int(year), month, day or day_after)
    except BadDate:
        return _last_day(int(year), month, None)


def parse_day(text: str) -> date:
    """Read a day as typed into a control: 1955, 1976-05, 1976-05-18, May 1976, 18 May 1976.

    Raises:
        BadDate: it is none of these, or no day of the calendar.
    """
    plain = text.strip()
    if found := re.fullmatch(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", plain):
        year, number, day = found.groups()
        month = calendar.month_name[int(number)] if number and 1 <= int(number) <= 12 else None
        if not number or month:
            return _last_day(int(year), month, day)
    elif found := _DATE.fullmatch(f"in {plain}"):
        day, month, day_after, year = found.groups()
        return _last_day(int(year), month, day or day_after)
    raise BadDate(
        "The date cannot be read. Write 1955, 1976-05-18 or 18 May 1976, or leave it empty for any time."
    )


def _last_day(year: int, month: str | None, day: str | None) -> date:
    """That day; without a day the month's last, without a month the year's."""
    number = _MONTHS[month.lower()] if month else 12
    last = calendar.monthrange(year, number)[1]
    if day and not 1 <= int(day) <= last:
        raise BadDate(f"There is no such day: the month has {last} days.")
    return date(year, number, int(day) if day else last)


def _documents(text: str) -> frozenset[str]:
    lower = text.lower().replace("’", "'")
    return frozenset(id for pattern, id in _NAMES_OF_DOCUMENTS if re.search(pattern, lower))


def _references(text: str, documents: frozenset[str], library: Library) -> tuple[str, ...]:
    """Paragraphs named by number, as full ids that exist; "5b" and "5.(b)" both mean 5.b."""
    full = [id for id in re.findall(r"\b[A-Z][\w/-]+#[\w.]*\w", text) if library.has(id)]
    if full:
        return tuple(full)
    named = []
    item = item_in(text)
    for match in _REFERENCE.finditer(text):
        found = match["after"] or match["bare"]
        parts = re.findall(r"[IVX]+(?![a-z])|\d+|[a-z]+", found, re.IGNORECASE)
        if (match["word"] or "").lower() == "footnote":
            parts = ["fn", *parts[-1:]]
        number = ".".join([*parts, item] if item else parts)
        for document in library.documents:
            if documents and document.id not in documents:
                continue
            named += [p.id for p in document.paragraphs if p.number.lower() == number.lower()]
    return tuple(dict.fromkeys(named))
