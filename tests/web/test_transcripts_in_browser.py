"""Checking transcripts on the page, in Chromium."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_steps import Served, open_tab, using, visit
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

if TYPE_CHECKING:
    from conftest import ModelServer

pytestmark = pytest.mark.browser

FORMATS = {
    "md": (".md", b"#"),
    "docx": (".docx", b"PK"),
    "pdf": (".pdf", b"%PDF-"),
    "json": (".json", b"{"),
    "csv": (".csv", b"\xef\xbb\xbf"),
}

TALK = """{day}

Q: Where were you born?
A: I was born in {year} in Telc.

Q: And your father?
A: He was a miller.
"""


def bring(page: Page, *files: Path) -> None:
    page.locator("#check input[data-bring-sessions]").set_input_files(files)


def example(page: Page, check: bool = True) -> None:
    """Open the tab with the example, checked or as it was brought."""
    open_tab(page, "Transcripts")
    page.locator("#check [data-do=example]").click()
    expect(page.locator("#check-form")).to_be_visible()
    if check:
        page.locator("#check-form button[type=submit]").click()
        expect(points(page).first).to_be_visible(timeout=45_000)


def points(page: Page) -> Locator:
    return page.locator("#check .point")


def to_clarify(page: Page) -> Locator:
    return page.locator('#check .tier[data-tier="clarify"] .point')


def view(page: Page, name: str) -> None:
    page.locator(f"#check-bar [data-view={name}]").click()
    expect(page.locator(f"#check .check-view[data-view={name}]")).to_be_visible()


@pytest.fixture
def talks(tmp_path: Path) -> list[Path]:
    """Two sessions that disagree on the year of his birth."""
    for name, day, year in (("one.txt", "4 March 1951", 1919), ("two.txt", "19 March 1951", 1921)):
        (tmp_path / name).write_text(TALK.format(day=day, year=year), encoding="utf-8")
    return [tmp_path / "one.txt", tmp_path / "two.txt"]


def test_the_example_is_checked_and_its_points_lead_to_the_words_and_back(page: Page) -> None:
    example(page, check=False)
    expect(page.locator("#check .brought")).to_have_count(2)
    expect(page.locator("#check [data-facts]")).to_have_text("2 facts")
    page.locator("#check-form textarea").press("Control+Enter")
    born = to_clarify(page).filter(has_text="I was born in 1921").filter(has_text="1919 in Gdynia").first
    expect(born).to_be_visible(timeout=45_000)
    expect(born).to_contain_text("15 days later")
    expect(born).to_contain_text("What may explain both")
    expect(page.locator("#check-title .purpose")).to_contain_text("does not judge")
    expect(page.locator("#check-bar [data-view=points] small")).to_have_text(str(to_clarify(page).count()))
    born.locator("button.quotation", has_text="1921").click()
    mark = page.locator("#check-text mark", has_text="I was born in 1921")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    expect(page.locator("#check-text [aria-pressed=true]").first).to_have_text("19 March 1952")
    mark.click()
    expect(page.locator("#check .point:focus")).to_contain_text("1921")
    born.locator("button.quotation", has_text="1919 in Gdynia").click()
    expect(page.locator("#check-text mark", has_text="1919 in Gdynia")).to_be_focused()


def test_a_question_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    example(page)
    ask = to_clarify(page).first.locator(".to-ask")
    question = ask.locator("p").inner_text()
    ask.locator("[data-copy]").click()
    expect(ask.locator("[data-copy]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == question


def test_points_are_settled_with_the_keys_and_taken_back(page: Page) -> None:
    example(page)
    count = to_clarify(page).count()
    assert count >= 2
    first = to_clarify(page).first
    id = first.get_attribute("data-id")
    second = to_clarify(page).nth(1).get_attribute("data-id")
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f'#check .point[data-id="{second}"]')).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("d")
    expect(to_clarify(page)).to_have_count(count - 1)
    expect(page.locator(f'#check .point[data-id="{second}"]')).to_be_focused()
    expect(page.locator("#check .points > .undo")).to_contain_text("Dismissed.")
    page.keyboard.press("e")
    note = page.locator("#check .explaining textarea:visible")
    expect(note).to_be_focused()
    note.press("Enter")
    expect(page.locator(f'#check .point[data-id="{second}"] [data-wrong]')).to_contain_text(
        "Write what explains"
    )
    note.fill("The old <b>calendar</b>.")
    note.press("Enter")
    expect(to_clarify(page)).to_have_count(count - 2)
    page.locator("#check .tier[data-tier=settled] > summary").click()
    settled = page.locator("#check .tier[data-tier=settled] .point")
    expect(settled).to_have_count(2)
    expect(settled.locator(".note")).to_have_text("The old <b>calendar</b>.")
    page.reload()
    expect(to_clarify(page)).to_have_count(count - 2)
    page.locator("#check .tier[data-tier=settled] > summary").click()
    page.locator(f'#check .point[data-id="{id}"]').focus()
    page.keyboard.press("u")
    expect(to_clarify(page)).to_have_count(count - 1)
    expect(page.locator(f'#check .point[data-id="{id}"]')).to_be_focused()
    page.locator(f'#check .point[data-id="{second}"] [data-what=take_back]').click()
    expect(to_clarify(page)).to_have_count(count)


def test_a_note_being_written_outlives_other_changes(page: Page) -> None:
    example(page)
    first, second = to_clarify(page).nth(0), to_clarify(page).nth(1)
    first.locator("[data-q=explain]").click()
    first.locator("textarea").fill("Half a note")
    second.locator("[data-what=dismiss]").click()
    expect(page.locator("#check .points > .undo")).to_be_visible()
    expect(to_clarify(page).first.locator("textarea")).to_have_value("Half a note")
    to_clarify(page).first.locator("textarea").press("Escape")
    expect(to_clarify(page).first.locator(".explaining")).to_be_hidden()
    page.locator("#check .points > .undo button").click()
    expect(page.locator("#check .points > .undo")).to_have_count(0)


def test_files_are_brought_dated_and_their_speakers_named(
    page: Page, talks: list[Path], tmp_path: Path
) -> None:
    open_tab(page, "Transcripts")
    undated = tmp_path / "undated.csv"
    undated.write_text("time,speaker,text\n00:01,Hale,Where did you live?\n00:09,Novak,In Telc.\n", "utf-8")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    bring(page, talks[0], undated, broken)
    expect(page.locator("#check .brought")).to_have_count(2)
    expect(page.locator("#check-notice li")).to_contain_text("broken.pdf")
    page.locator("#check-notice button").click()
    expect(page.locator("#check-title h2")).to_have_text("Session of 4 March 1951")
    odd = page.locator('#check .brought[data-session="undated.csv"]')
    expect(odd.locator(".unknown .hint")).to_contain_text("Not known")
    odd.locator("input[type=date]").fill("1951-03-11")
    odd.locator("input[type=date]").blur()
    expect(odd.locator(".hint").first).to_have_text("as you said")
    expect(page.locator("#check-title h2")).to_have_text("Sessions of 4 March 1951 and 11 March 1951")
    role = odd.locator('select[data-speaker="Novak"]')
    expect(role).to_have_value("subject")
    role.select_option("interpreter")
    expect(role).to_be_focused()
    expect(page.locator("#check-says")).to_be_hidden()
    page.reload()
    expect(role).to_have_value("interpreter")
    expect(odd.locator("input[type=date]")).to_have_value("1951-03-11")
    bring(page, talks[1])
    expect(page.locator("#check .brought")).to_have_count(3)
    bring(page, talks[1])
    expect(page.locator("#check-notice li")).to_contain_text("is here already")
    odd.locator("[data-what=take_out]").click()
    expect(page.locator("#check .brought")).to_have_count(2)
    expect(page.locator("#checks .current .title")).to_have_text("Sessions of 4 March 1951 and 19 March 1951")
    page.locator("#check-form button[type=submit]").click()
    expect(to_clarify(page).filter(has_text="1921")).to_be_visible(timeout=45_000)


def test_files_are_dropped(page: Page, talks: list[Path]) -> None:
    open_tab(page, "Transcripts")
    expect(page.locator("#check .drop")).to_be_visible()
    page.evaluate(
        """(files) => {
            const carried = new DataTransfer();
            for (const [name, text] of files) carried.items.add(new File([text], name));
            for (const kind of ['dragover', 'drop']) document.querySelector('#check .drop')
                .dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: carried}));
        }""",
        [[each.name, each.read_text(encoding="utf-8")] for each in talks],
    )
    expect(page.locator("#check .brought")).to_have_count(2)


def test_a_file_without_speakers_is_refused_and_nothing_is_kept(page: Page, tmp_path: Path) -> None:
    open_tab(page, "Transcripts")
    expect(page.locator("#checks .new-plan")).to_be_visible()
    before = page.locator("#checks li").count()
    (tmp_path / "letter.txt").write_text("Dear sister, all is well here.", encoding="utf-8")
    bring(page, tmp_path / "letter.txt")
    expect(page.locator("#check-says")).to_contain_text("No speakers were found")
    expect(page.locator("#check .drop b")).to_have_text("Bring transcripts")
    expect(page.locator("#checks li")).to_have_count(before)


def test_without_a_subject_nothing_is_checked(page: Page, talks: list[Path]) -> None:
    open_tab(page, "Transcripts")
    bring(page, talks[0])
    page.locator('#check select[data-speaker="A"]').select_option("other")
    expect(page.locator('#check select[data-speaker="A"]')).to_be_focused()
    view_points = page.locator("#check-bar [data-view=points]")
    view_points.click()
    expect(page.locator('#check [data-wrong="check"]')).to_contain_text("Nobody is marked as the subject")


def test_the_case_file_is_checked_while_it_is_typed_and_kept(page: Page, talks: list[Path]) -> None:
    open_tab(page, "Transcripts")
    bring(page, talks[0])
    box = page.locator("#check-form textarea")
    box.fill("facts:\n- born")
    expect(page.locator('#check [data-wrong="case_file"]')).to_contain_text("fact 1")
    page.locator("#check-form button[type=submit]").click()
    expect(page.locator('#check [data-wrong="case_file"]')).to_contain_text("fact 1")
    expect(box).to_be_visible()
    box.fill("facts:\n- born: 6 August 1921\n  source: passport")
    expect(page.locator("#check [data-facts]")).to_have_text("1 fact")
    expect(page.locator('#check [data-wrong="case_file"]')).to_be_empty()
    page.reload()
    expect(box).to_have_value("facts:\n- born: 6 August 1921\n  source: passport")
    page.locator("#check-form button[type=submit]").click()
    expect(points(page).filter(has_text="passport")).to_be_visible(timeout=45_000)
    expect(page.locator("#check .of-case-file")).to_contain_text("Case file")


def test_a_model_resolves_a_date_when_the_box_is_ticked_and_its_absence_is_said(
    page: Page, model_server: ModelServer, tmp_path: Path
) -> None:
    held = (
        "4 March 1952\n\nQ: Where were you?\nA: From January 1951 to July 1951 I was in prison in Ostrava.\n"
    )
    worked = "19 March 1952\n\nQ: And then?\nA: I worked in Danzig the week after the wedding.\n"
    (tmp_path / "held.txt").write_text(held, encoding="utf-8")
    (tmp_path / "worked.txt").write_text(worked, encoding="utf-8")
    line = {
        "turn": 2,
        "words": "I worked in Danzig",
        "who": "I",
        "where": "",
        "from": "1951-03-11",
        "to": "1951-03-17",
        "whole": False,
    }
    box = page.locator("#check-form [name=with_model]")
    look = page.locator('#check .tier[data-tier="look"]')
    open_tab(page, "Transcripts")
    bring(page, tmp_path / "held.txt", tmp_path / "worked.txt")
    expect(page.locator("#check .brought")).to_have_count(2)
    expect(box).to_have_count(0)
    model = model_server.settings(json.dumps(line), provider="ollama")
    with using(page, model, "Transcripts"):
        box.check()
        page.locator("#check-form textarea").fill("facts: []")
        page.locator("#check-form button[type=submit]").click()
        expect(look).to_contain_text("1", timeout=45_000)
        look.locator("summary").click()
        expect(look).to_contain_text(
            "The language model takes “I worked in Danzig the week after the wedding.” to mean: 11 March"
        )
        expect(to_clarify(page)).to_have_count(0)
        view(page, "sessions")
        expect(box).to_be_checked()
        box.uncheck()
        page.locator("#check-form button[type=submit]").click()
        expect(page.locator("#check .points")).to_be_visible(timeout=45_000)
        expect(look).to_have_count(0)
    failing = model_server.settings("", "status 500", provider="ollama")
    with using(page, failing, "Transcripts"):
        view(page, "sessions")
        # Another case file makes another check, which is not at hand yet.
        page.locator("#check-form textarea").fill("")
        box.check()
        page.locator("#check-form button[type=submit]").click()
        expect(page.locator("#check .without")).to_contain_text("HTTP 500", timeout=45_000)
        page.locator("#check .without [data-do=again]").click()
        expect(page.locator("#check .without")).to_contain_text("HTTP 500", timeout=45_000)


def test_the_timeline_and_the_table_lead_to_the_words(page: Page) -> None:
    example(page)
    view(page, "timeline")
    bar = page.locator("#check .check-timeline .wide [data-turn]").first
    turn = bar.get_attribute("data-turn")
    bar.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f'#check-text .said-turn[data-turn="{turn}"]')).to_be_in_viewport()
    expect(page.locator("#check .points")).to_be_visible()
    view(page, "claims")
    page.locator("#check .topic > summary").first.click()
    said = page.locator("#check .topic[open] li button").first
    words = said.inner_text()
    said.click()
    expect(page.locator("#check-text .said-turn:focus, #check-text mark:focus")).to_be_in_viewport()
    turn_words = page.locator("#check-text .said-turn", has=page.locator(":scope:focus, mark:focus"))
    assert (
        words.split()[-1].strip(".,?!")
        in (turn_words.or_(page.locator(".said-turn:focus"))).first.inner_text()
    )


def test_every_kind_of_file_is_downloaded(page: Page) -> None:
    example(page)
    view(page, "files")
    expect(page.locator("#check [data-format]")).to_have_count(len(FORMATS))
    for format, (ending, start) in FORMATS.items():
        with page.expect_download() as download:
            page.locator(f"#check [data-format={format}]").click()
        assert download.value.suggested_filename.endswith(ending)
        data = Path(download.value.path()).read_bytes()
        assert data.startswith(start), format
        if format == "json":
            assert json.loads(data)["findings"]


def test_checks_are_renamed_deleted_restored_and_opened(page: Page, talks: list[Path]) -> None:
    open_tab(page, "Transcripts")
    bring(page, *talks)
    page.locator("#checks .current summary").click()
    page.locator("#checks .current input").fill("The miller's son <i>")
    page.locator("#checks .current input").press("Enter")
    expect(page.locator("#check-title h2")).to_have_text("The miller's son <i>")
    page.locator("#check-title [data-q=rename]").click()
    page.locator("#check-title input").fill("The miller <i>")
    page.locator("#check-title input").press("Enter")
    row = page.locator("#checks li", has_text="The miller <i>")
    expect(row).to_be_visible()
    row.locator("summary").click()
    row.locator("button", has_text="Delete").click()
    expect(row).to_have_count(0)
    expect(page.locator("#check .check-home")).to_be_visible()
    page.locator("#checks .undo button").click()
    row.locator("button.open").click()
    expect(page.locator("#check-title h2")).to_have_text("The miller <i>")
    expect(to_clarify(page).first).to_be_visible(timeout=45_000)


def test_a_long_session_is_read_page_by_page(page: Page, tmp_path: Path) -> None:
    lines = [f"Q: What came as number {n}?\nA: A ship, it was number {n}." for n in range(1, 301)]
    (tmp_path / "long.txt").write_text("4 March 1951\n\n" + "\n".join(lines), encoding="utf-8")
    open_tab(page, "Transcripts")
    bring(page, tmp_path / "long.txt")
    page.locator("#check-form button[type=submit]").click()
    turns = page.locator("#check-text .said-turn")
    expect(turns.first).to_be_visible(timeout=45_000)
    if page.locator("#check-text .extent").count():
        page.locator("#check-text [data-all=yes]").first.click()
    expect(turns).to_have_count(200)
    page.locator("#check-text .sheets button", has_text="Later").first.click()
    expect(turns.first).to_contain_text("number 101")
    page.reload()
    expect(turns.first).to_contain_text("number 101", timeout=60_000)


def test_what_is_said_shows_as_said(page: Page, tmp_path: Path) -> None:
    alerts: list[str] = []

    def refuse(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    loud = '"><img src=x onerror=alert(1)>${alert(2)}{{value}}'
    for name, year in (("one.txt", 1919), ("two.txt", 1921)):
        day = "4 March 1951" if year == 1919 else "19 March 1951"
        talk = f"{loud}\n{day}\n\nQ: Where were you born?\nA: I was born in {year} in {loud}.\n"
        (tmp_path / name).write_text(talk, encoding="utf-8")
    open_tab(page, "Transcripts")
    bring(page, tmp_path / "one.txt", tmp_path / "two.txt")
    page.locator("#check .unread summary").first.click()
    expect(page.locator("#check .unread li").first).to_contain_text(loud)
    page.locator("#check-form button[type=submit]").click()
    expect(page.locator("#check-text .said-turn").first).to_be_visible(timeout=45_000)
    expect(page.locator("#check-text")).to_contain_text(loud)
    for name in ("timeline", "claims", "points"):
        view(page, name)
        assert page.locator("#transcripts img").count() == 0
    assert alerts == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_width_never_scrolls_sideways(browser: Browser, served: Served, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone = context.new_page()
    visit(phone, served)
    open_tab(phone, "Transcripts")
    expect(phone.locator("#check .check-home")).to_be_visible()
    assert _sideways(phone) == []
    example(phone, check=False)
    assert _sideways(phone) == [], "sessions"
    phone.locator("#check-form button[type=submit]").click()
    expect(points(phone).first).to_be_visible(timeout=45_000)
    to_clarify(phone).first.locator("[data-q=explain]").click()
    assert _sideways(phone) == [], "points"
    assert to_clarify(phone).first.locator(".take").first.bounding_box()["height"] >= 40  # type: ignore[index]
    to_clarify(phone).first.locator("button.quotation").first.click()
    expect(phone.locator("#check-text mark:focus")).to_be_in_viewport()
    for name in ("timeline", "claims", "files", "sessions"):
        view(phone, name)
        assert _sideways(phone) == [], name
    phone.locator("#check-title .all-plans").click()
    expect(phone.locator("#checks li").first).to_be_visible()
    context.close()


def test_the_tab_has_an_address(page: Page) -> None:
    open_tab(page, "Transcripts")
    expect(page).to_have_url(re.compile("#transcripts$"))


def _sideways(page: Page) -> list[str]:
    """What stands out of the page to the right."""
    return page.evaluate("""() => [...document.querySelectorAll('#transcripts, #transcripts *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
        .map(e => `${e.tagName} ${e.id} ${e.className}`)""")


def test_sessions_attached_in_the_conversation_are_checked_there_and_kept(
    page: Page, talks: list[Path]
) -> None:
    page.locator("#attach input").set_input_files(talks)
    notice = page.locator("#attached .notice")
    expect(notice).to_contain_text("Sessions of 4 March 1951 and 19 March 1951")
    notice.locator("[data-do=ask]").click()
    expect(notice).to_have_count(0)
    answer = page.locator("#live .answer")
    expect(answer).to_contain_text("born in 1919", timeout=45_000)
    expect(answer).to_contain_text("born in 1921")
    expect(page.locator("#send")).to_be_visible()
    page.locator("#question textarea").fill("What did he say about his father?")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#live .answer")).to_contain_text("He was a miller")
    open_tab(page, "Transcripts")
    expect(page.locator("#checks")).to_contain_text("Sessions of 4 March 1951 and 19 March 1951")


def test_what_cannot_be_attached_is_said_above_the_question(page: Page, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    page.locator("#question textarea").fill("What must be signed?")
    page.locator("#attach input").set_input_files(tmp_path / "empty.txt")
    expect(page.locator("#attached .notice")).to_contain_text("empty.txt")
    expect(page.locator("#question textarea")).to_have_value("What must be signed?")
    page.locator("#attached [data-do=put_away]").click()
    expect(page.locator("#attached .notice")).to_have_count(0)


def test_a_running_check_can_be_stopped_and_begun_again(page: Page, tmp_path: Path) -> None:
    long = "4 March 1951\n\n" + "".join(
        f"Q: And in the {n}th week?\nA: In the {n}th week I drove a lorry with {n} crates to the depot, and "
        "the sergeant who signed for them asked me whether I had seen the other driver on the road.\n"
        for n in range(1, 2500)
    )
    (tmp_path / "long.txt").write_text(long, encoding="utf-8")
    open_tab(page, "Transcripts")
    bring(page, tmp_path / "long.txt")
    page.locator("#check-form button[type=submit]").click()
    page.locator("#check [data-checking] [data-do=halt]").click(timeout=30_000)
    expect(page.locator("#check-form")).to_be_visible()
    page.locator("#check-form button[type=submit]").click()
    expect(page.locator("#check [data-checking] progress")).to_be_visible(timeout=30_000)


def test_how_the_subject_was_treated_is_looked_back_over(page: Page, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(
        "4 March 1951\n\nQ: What was the number of your regiment?\nA: The hundred and fourteenth.\n"
        "Q: If you do not talk tonight, there will be no food and no sleep for you.\nA: I see.\n",
        encoding="utf-8",
    )
    open_tab(page, "Transcripts")
    bring(page, tmp_path / "talk.txt")
    page.locator("#check-form button[type=submit]").click()
    expect(page.locator("#check-bar [data-view=points] small")).to_have_text("0", timeout=45_000)
    view(page, "treatment")
    due = page.locator('#check .moments[data-kind="due"] li')
    expect(due).to_have_count(1)
    expect(due).to_contain_text("no food and no sleep")
    due.locator("button.ref").first.click()
    expect(page.locator("#sheet .paragraph.active")).to_be_visible()
