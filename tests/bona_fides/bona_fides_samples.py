"""Sessions, claims and findings made by hand, awkward ones among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.bona_fides.checking import Checked
from assistant.bona_fides.claim import Claim, Interval, Slot
from assistant.bona_fides.finding import Finding, Quote
from assistant.bona_fides.settling import Settled
from assistant.transcripts import Transcript
from assistant.transcripts.transcript import Turn, Unread

ONE, TWO, THREE = "1951-03-04.txt", "1951-03-19.vtt", "1951-04-02.docx"

EMPTY = Checked((), (), (), 0)


def session(file: str, on: date | None, *said: tuple[str, str], **more: Any) -> Transcript:
    roles = {"Hale": "interviewer", "Reyes": "interpreter"}
    turns = tuple(
        Turn(number, speaker, roles.get(speaker, "subject"), text, f"line {number}", (0, 1))  # type: ignore[arg-type]
        for number, (speaker, text) in enumerate(said, start=1)
    )
    return Transcript(file, on, "header" if on else "", turns, more.pop("unread", ()), "", **more)


def claim(slot: Slot, says: str, file: str, turn: int, **more: Any) -> Claim:
    given = {"who": "I", "words": says, "place": f"line {turn}", "topic": slot, **more}
    return Claim(slot=slot, says=says, file=file, turn=turn, **given)


def quote(file: str, turn: int, words: str, on: date | None = None, speaker: str = "Novotny") -> Quote:
    return Quote(file, turn, f"line {turn}", speaker, words, on)


def finding(id: str, first: Quote, second: Quote, **more: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": "two_places",
        "tier": "clarify",
        "why": "He can have been in one place only.",
        "innocent": ("One of the dates is rounded.", "He commuted between them."),
        "question": "Where were you in the spring of 1944?",
        "central": True,
        "days": 15,
        **more,
    }
    return Finding(id=id, first=first, second=second, **given)


def within(start: str, end: str, **more: Any) -> Interval:
    return Interval(date.fromisoformat(start), date.fromisoformat(end), **more)


SESSIONS = (
    session(
        TWO,
        date(1951, 3, 19),
        ("Hale", "Where were you in the spring of 1944?"),
        ("Novotny", "In Prague, from May to July. I was with the signals section."),
        ("Reyes", "He says: the signals section."),
        ("Novotny", "I was never a captain."),
        remarks=("The speakers are named by their voices.",),
    ),
    session(
        ONE,
        date(1951, 3, 4),
        ("Hale", "Tell me of yourself."),
        ("Novotny", "I was born in Telc in 1919. In the spring of 1944 I was in Brno."),
        ("Hale", "And school?"),
        ("Novotny", "I finished the commercial academy about 1937."),
        unread=(Unread("line 1", "4 March 1951", "header"), Unread("line 9", "%%%", "no speaker")),
    ),
    session(THREE, None, ("Novotny", "My father served in the war of 1866, he always said.")),
)

CLAIMS = (
    claim("born", "was born in Telc in 1919", ONE, 2, when=within("1919-01-01", "1919-12-31"), where="Telc"),
    claim(
        "schooling",
        "finished the commercial academy",
        ONE,
        4,
        when=within("1937-01-01", "1937-12-31", rough=True),
    ),
    claim("other", "was in Brno", ONE, 2, when=within("1944-03-01", "1944-05-31"), where="Brno", hedged=True),
    claim(
        "other", "was in Prague", TWO, 2, when=within("1944-05-01", "1944-07-31", whole=True), where="Prague"
    ),
    claim(
        "posting", "was with the signals section", TWO, 2, when=within("1944-05-01", "1944-07-31", whole=True)
    ),
    claim(
        "posting", "served at the frontier post", ONE, 2, when=within("1939-01-01", "1941-06-30", whole=True)
    ),
    claim("rank", "was a captain", TWO, 4, denied=True, when=within("1944-01-01", "1944-12-31")),
    claim("travel", "went to Vienna by train", ONE, 4, when=within("1947-08-02", "1947-08-02")),
    claim("event", "crossed the frontier", TWO, 2, when=within("1950-11-01", "1950-11-30"), supplied=True),
    claim(
        "kin",
        "served in the war of 1866",
        THREE,
        1,
        who="his father",
        resolved=True,
        when=within("1866-06-01", "1866-08-31", rough=True),
    ),
    claim("ability", "speaks German", ONE, 4),
)

FINDINGS = (
    finding(
        "contaminated",
        quote(ONE, 3, "You had the Zeta machine?", date(1951, 3, 4), "Hale"),
        quote(TWO, 2, "We had the Zeta machine", date(1951, 3, 19)),
        tier="contamination",
        rule="first_said",
        central=False,
    ),
    finding(
        "places",
        quote(ONE, 2, "In the spring of 1944 I was in Brno", date(1951, 3, 4)),
        quote(TWO, 2, "In Prague, from May to July", date(1951, 3, 19)),
    ),
    finding(
        "birth",
        quote(ONE, 2, "I was born in Telc in 1919", date(1951, 3, 4)),
        Quote("case file", 0, "", "parish register of Telc", "born: 1921"),
        rule="case file",
        why="The case file has another year of birth.",
        question="When is your birthday, and of what year?",
        days=None,
    ),
    finding(
        "frontier",
        quote(ONE, 2, "served at the frontier post", date(1951, 3, 4)),
        quote(TWO, 2, "crossed the frontier", date(1951, 3, 19)),
        tier="look",
        why="The two may belong together.",
        central=False,
        innocent=(),
        days=1,
    ),
    finding(
        "mended",
        quote(ONE, 4, "in 1937", date(1951, 3, 4)),
        quote(ONE, 4, "no, wait, 1938", date(1951, 3, 4)),
        tier="corrected",
        question="",
        days=0,
    ),
)

USUAL = Checked(SESSIONS, CLAIMS, FINDINGS, 1234)
SETTLED = {
    "birth": Settled("explained", "The register was copied in 1921."),
    "old": Settled("dismissed", "Gone now."),
}

AWKWARD_TEXTS = (
    "Я родился в Хабаровске в 1919 году, ёлки-палки",
    "נולדתי בתל אביב בשנת 1919 (בערך) ועבדתי שם עד סוף המלחמה, ואחר כך נסעתי לעיר אחרת ליד הים",
    "ولدت في دمشق سنة ١٩١٩",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 15,
    "<script>alert('x')</script> & <b>bold</b> &amp; ]]> --> <!--",
    "bell\x07 null\x00 escape\x1b[31m half\ud800 tab\there\r\nnew line \u202eturned",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@cmd",
    "\tTab",
    "\rReturn",
    "| a | b |\n| --- | --- | `code` *star* _under_ [link](http://example.org) # head",
    "東京の暗号室で働いた 👩‍💻",
    "",
    "word " * 900,
)


def awkward() -> Checked:
    """Every awkward text as every text of a session, a claim and a finding."""
    sessions, claims, findings = [], [], []
    for place, text in enumerate(AWKWARD_TEXTS):
        file = f"{text[:80]}{place}"
        sessions.append(session(file, date(1951, 1, 1 + place), (text[:200], text), remarks=(text,)))
        when = within(f"{1900 + place}-01-01", f"{1900 + 2 * place}-12-31", rough=place % 2 == 0)
        claims.append(claim("work", text, file, 1, who=text, place=text, topic=text, when=when))
        first, second = quote(file, 1, text, speaker=text), quote(file, 1, text[::-1], date(1951, 1, 1))
        made = finding(
            f"{text}{place}", first, second, why=text, rule=text, question=text, innocent=(text, text)
        )
        findings.append(made)
    return Checked(tuple(sessions), tuple(claims), tuple(findings), 0)


def many(count: int = 200) -> Checked:
    """Many findings and claims of two sessions."""
    claims, findings = [], []
    for number in range(count):
        start, end = f"{1920 + number % 30}-03-01", f"{1920 + number % 30 + number % 4}-09-30"
        here = {"when": within(start, end, whole=number % 3 == 0), "place": f"line {number}"}
        slots: tuple[Slot, ...] = ("posting", "schooling", "travel", "event", "kin")
        claims.append(claim(slots[number % 5], f"did thing {number}", (ONE, TWO)[number % 2], number, **here))
        findings.append(
            finding(
                f"f{number}",
                quote(ONE, number - number % 2, f"did thing {number - number % 2}"),
                quote(TWO, number - number % 2 + 1, f"did thing {number - number % 2 + 1}"),
                tier=("clarify", "look", "corrected", "contamination")[number % 4],
            )
        )
    return replace(USUAL, claims=tuple(claims), findings=tuple(findings))
