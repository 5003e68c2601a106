"""Taking a session down on the page, in Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from page_steps import Served, open_tab, visit
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from assistant.transcripts import read_transcript

pytestmark = pytest.mark.browser

THREAT = "If you do not talk, you will get no food and no sleep."
WORRY = "I keep thinking of my mother; they will arrest her because of me."
ATTACK = "They will attack the base on Sunday at dawn; the order was signed."
PLAIN = "What was the number of your regiment?"


def begin(page: Page) -> None:
    """A notebook of one's own, empty, with the box to write in at hand."""
    open_tab(page, "Notebook")
    page.locator("#notebook-lines [data-do=begin]").click()
    expect(lines(page)).to_have_count(0)
    expect(page.locator("#notebook-lines .nothing-yet")).to_be_visible()
    expect(box(page)).to_be_focused()


def box(page: Page) -> Locator:
    return page.locator("#note-form textarea")


def lines(page: Page) -> Locator:
    return page.locator("#notebook-lines .noted-line")


def cards(page: Page) -> Locator:
    return page.locator("#reminders .reminder")


def card(page: Page, words: str) -> Locator:
    return cards(page).filter(has_text=words)


def type_lines(page: Page, *said: str) -> None:
    """Each with Enter; the next is typed when the server has the one before."""
    for words in said:
        before = lines(page).count()
        box(page).fill(words)
        box(page).press("Enter")
        expect(box(page)).to_have_value("")
        expect(lines(page)).to_have_count(before + 1)
        expect(page.locator("#notebook-lines .waiting")).to_have_count(0)
        expect(lines(page).last).to_contain_text(words)


def role(page: Page) -> Locator:
    return page.locator("#note-form [name=role]:checked")


def test_the_example_shows_reminders_with_their_words_and_grounds(page: Page) -> None:
    open_tab(page, "Notebook")
    expect(page.locator("#notebook-lines .welcome p")).to_contain_text("treatment guidance")
    page.locator("#notebook-lines [data-do=example]").click()
    expect(lines(page)).to_have_count(12)
    attack = card(page, ATTACK)
    expect(attack).to_be_visible()
    expect(attack.locator(".urgency")).to_have_text("Now")
    expect(attack.locator("blockquote")).to_contain_text("immediate priority")
    expect(cards(page)).to_have_count(3)
    expect(page.locator("#reminders [data-newest]")).to_have_count(1)
    expect(lines(page).locator("mark").filter(has_text=ATTACK)).to_be_visible()
    attack.locator("[data-do=read]").first.click()
    expect(page.locator("#sheet .paragraph.active")).to_contain_text("imminence of hostilities")


def test_a_line_appears_at_once_and_its_reminder_beside_it(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN)
    expect(cards(page)).to_have_count(0)
    expect(role(page)).to_have_value("subject")
    type_lines(page, WORRY)
    expect(role(page)).to_have_value("handler")
    expect(card(page, WORRY)).to_be_visible()
    type_lines(page, THREAT)
    threat = card(page, THREAT)
    expect(threat.locator(".newest-mark")).to_be_visible()
    expect(threat.locator(".trigger q")).to_have_text(THREAT)
    expect(threat.locator(".advice")).not_to_be_empty()
    expect(threat.locator(".why-now")).not_to_be_empty()
    threat.locator(".trigger").click()
    expect(lines(page).nth(2)).to_be_in_viewport()
    assert [lines(page).nth(n).get_attribute("data-role") for n in range(3)] == [
        "handler",
        "subject",
        "handler",
    ]


def test_lines_typed_faster_than_they_are_kept_are_all_kept_in_order(page: Page) -> None:
    begin(page)
    said = [f"Question number {n}?" for n in range(1, 9)]
    for words in said:
        box(page).fill(words)
        box(page).press("Enter")
    expect(lines(page)).to_have_count(len(said))
    expect(page.locator("#notebook-lines .waiting")).to_have_count(0)
    expect(lines(page).locator(".words")).to_have_text(said)
    page.reload()
    expect(lines(page).locator(".words")).to_have_text(said)


def test_a_line_that_was_under_way_when_the_page_went_is_kept(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN)
    # The server hears nothing of the second line: the page goes before it answers.
    page.route("**/queue/join*", lambda route: route.abort())
    box(page).fill("The 54th.")
    box(page).press("Enter")
    expect(lines(page)).to_have_count(2)
    page.unroute("**/queue/join*")
    page.reload()
    expect(page.locator("#notebook-lines .noted-line:not(.waiting)")).to_have_count(2)
    expect(lines(page).nth(1).locator(".words")).to_have_text("The 54th.")


def test_reminders_are_answered_undone_and_counted(page: Page) -> None:
    begin(page)
    type_lines(page, THREAT, WORRY, PLAIN, ATTACK)
    expect(cards(page)).to_have_count(3)
    card(page, THREAT).locator("[data-value=wrong]").click()
    expect(card(page, THREAT)).to_have_count(0)
    expect(page.locator("#reminders .undo")).to_contain_text("Marked as wrong.")
    page.locator("#reminders .undo button").click()
    expect(card(page, THREAT)).to_be_visible()
    expect(card(page, THREAT)).to_be_focused()
    card(page, THREAT).locator("[data-value=wrong]").click()
    card(page, ATTACK).locator("[data-value=done]").click()
    expect(card(page, ATTACK)).to_have_count(0)
    card(page, WORRY).locator("[data-value='not now']").click()
    expect(cards(page)).to_have_count(0)
    page.reload()
    expect(lines(page)).to_have_count(4)
    expect(cards(page)).to_have_count(0)
    settled = page.locator("#session-duties .settled-reminders")
    settled.locator("summary").click()
    expect(settled.locator("li")).to_have_count(3)
    page.locator("#cue-tallies summary").click()
    wrong = page.locator("#cue-tallies tr", has_text=THREAT).first
    expect(wrong).to_be_visible()
    with page.expect_download() as download:
        page.locator("#cue-tallies [data-format=csv]").click()
    assert THREAT in Path(download.value.path()).read_text(encoding="utf-8-sig")
    settled.locator("li", has_text=WORRY).locator("button").click()
    expect(card(page, WORRY)).to_be_visible()


def test_lines_are_mended_and_taken_out_with_undo(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN, WORRY, PLAIN)
    expect(card(page, WORRY)).to_be_visible()
    second = lines(page).nth(1)
    second.hover()
    second.locator("[data-q=mend]").click()
    expect(second.locator(".mending textarea")).to_have_value(WORRY)
    second.locator(".mending textarea").fill("In the harbour of Telc.")
    # What is being mended outlives a line that is added meanwhile, and a reload.
    type_lines(page, "Go on.")
    expect(second.locator(".mending textarea")).to_have_value("In the harbour of Telc.")
    page.reload()
    expect(second.locator(".mending textarea")).to_have_value("In the harbour of Telc.")
    second.locator(".mending textarea").press("Enter")
    expect(second.locator(".words")).to_have_text("In the harbour of Telc.")
    expect(second).to_be_focused()
    expect(card(page, WORRY)).to_have_count(0)
    second.locator("[data-q=take_out]").click()
    expect(lines(page)).to_have_count(3)
    expect(page.locator("#notebook-lines .undo button")).to_be_focused()
    page.locator("#notebook-lines .undo button").click()
    expect(lines(page)).to_have_count(4)
    expect(lines(page).nth(1).locator(".words")).to_have_text("In the harbour of Telc.")


def test_duties_run_with_a_clock_and_word_of_hostilities_comes_first(page: Page) -> None:
    begin(page)
    duties = page.locator("#session-duties .duty-here")
    expect(duties.first).not_to_have_class(re.compile("pressing"))
    before = duties.count()
    clock = duties.first.locator("[data-since]")
    shown = clock.inner_text()
    expect(clock).not_to_have_text(shown)
    type_lines(page, PLAIN, ATTACK)
    expect(duties).to_have_count(before + 1)
    expect(duties.first).to_have_class(re.compile("pressing"))
    duties.first.locator("input").check()
    expect(duties.first).to_have_class(re.compile("is-done"))
    expect(duties.first.locator("input")).to_be_focused()
    page.reload()
    expect(duties.first.locator("input")).to_be_checked()
    duties.first.locator("input").uncheck()
    expect(duties.first).not_to_have_class(re.compile("is-done"))


def test_what_is_being_typed_survives_a_reload(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN)
    box(page).fill("Half of an answ")
    page.reload()
    expect(box(page)).to_have_value("Half of an answ")
    expect(role(page)).to_have_value("subject")
    expect(lines(page)).to_have_count(1)


def test_with_the_keys_alone(page: Page) -> None:
    begin(page)
    page.keyboard.press("Alt+Digit3")
    expect(role(page)).to_have_value("note")
    page.keyboard.type("He slept well.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Coffee came.")
    page.keyboard.press("Enter")
    expect(lines(page).first.locator(".words")).to_have_text("He slept well.\nCoffee came.")
    expect(role(page)).to_have_value("note")
    page.keyboard.press("Alt+Digit1")
    page.keyboard.type(THREAT)
    page.keyboard.press("Enter")
    expect(role(page)).to_have_value("subject")
    page.keyboard.type(WORRY)
    page.keyboard.press("Enter")
    expect(cards(page)).to_have_count(2)
    expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(lines(page).nth(2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("e")
    expect(lines(page).nth(1).locator("textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(lines(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(box(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#note-form button[type=submit]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(cards(page).first).to_be_focused()
    words = cards(page).first.locator(".trigger q").inner_text()
    page.keyboard.press("d")
    expect(card(page, words)).to_have_count(0)
    expect(cards(page).first).to_be_focused()
    page.keyboard.press("u")
    expect(cards(page)).to_have_count(2)
    page.keyboard.press("n")
    expect(cards(page)).to_have_count(1)
    page.keyboard.press("w")
    expect(cards(page)).to_have_count(0)
    expect(box(page)).to_be_focused()


def test_what_is_typed_shows_as_typed(page: Page) -> None:
    alerts: list[str] = []

    def refuse(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    loud = '"><img src=x onerror=alert(1)>${alert(2)}{{value}}</div>'
    begin(page)
    type_lines(page, f"{THREAT} {loud}", f"{WORRY} {loud}")
    expect(lines(page).first.locator(".words")).to_have_text(f"{THREAT} {loud}")
    lines(page).first.hover()
    lines(page).first.locator("[data-q=take_out]").click()
    page.locator("#notebook-lines .undo button").click()
    expect(lines(page)).to_have_count(2)
    expect(lines(page).first.locator(".words")).to_have_text(f"{THREAT} {loud}")
    page.locator("#notebook-title [data-q=rename]").click()
    page.locator("#notebook-title input").fill(loud)
    page.locator("#notebook-title input").press("Enter")
    expect(page.locator("#notebook-title h2")).to_have_text(loud)
    page.locator("#notebook-title [data-view=review]").click()
    expect(page.locator("#notebook-lines .moments").first).to_be_visible()
    page.locator("#cue-tallies summary").click()
    expect(page.locator("#cue-tallies table")).to_be_visible()
    assert page.locator("#notebook img").count() == 0
    assert alerts == []


def test_looking_back_has_moments_and_the_strain_with_its_words(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN, WORRY, THREAT, "I say nothing more.")
    page.locator("#notebook-title [data-view=review]").click()
    due = page.locator("#notebook-lines .moments[data-kind=due] li")
    expect(due.filter(has_text=THREAT)).to_be_visible()
    expect(page.locator("#notebook-lines .strain-curve title").first).to_contain_text(WORRY)
    expect(page.locator("#notebook-lines .strain-table")).to_contain_text(WORRY)
    page.reload()
    expect(due.filter(has_text=THREAT)).to_be_visible()
    page.locator("#notebook-title [data-view=lines]").click()
    expect(lines(page)).to_have_count(4)


def test_its_text_is_a_transcript(page: Page) -> None:
    begin(page)
    type_lines(page, PLAIN, "The 54th.", "Who led it?", "Colonel Drach.")
    with page.expect_download() as download:
        page.locator("#notebook-title [data-format=text]").click()
    assert download.value.suggested_filename.endswith(".txt")
    read = read_transcript(Path(download.value.path()).read_bytes(), "session.txt")
    assert [(turn.role, turn.text) for turn in read.turns] == [
        ("interviewer", PLAIN),
        ("subject", "The 54th."),
        ("interviewer", "Who led it?"),
        ("subject", "Colonel Drach."),
    ]


def test_notebooks_are_renamed_deleted_restored_and_opened(page: Page) -> None:
    begin(page)
    type_lines(page, "Where were you born?")
    page.locator("#notebooks .current summary").click()
    page.locator("#notebooks .current input").fill("The miller's son <i>")
    page.locator("#notebooks .current input").press("Enter")
    expect(page.locator("#notebook-title h2")).to_have_text("The miller's son <i>")
    row = page.locator("#notebooks li", has_text="The miller's son <i>")
    row.locator("summary").click()
    row.locator("button", has_text="Delete").click()
    expect(row).to_have_count(0)
    expect(page.locator("#notebook-lines .notebook-home")).to_be_visible()
    page.locator("#notebooks .undo button").click()
    row.locator("button.open").click()
    expect(lines(page).locator(".words")).to_have_text(["Where were you born?"])
    expect(box(page)).to_be_focused()


def test_the_tab_has_an_address(page: Page) -> None:
    open_tab(page, "Notebook")
    expect(page).to_have_url(re.compile("#notebook$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone(browser: Browser, served: Served, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone = context.new_page()
    visit(phone, served)
    open_tab(phone, "Notebook")
    expect(phone.locator("#notebook-lines .notebook-home")).to_be_visible()
    assert _sideways(phone) == []
    begin(phone)
    type_lines(phone, PLAIN, "The 54th.", "Who led it?", "Drach.", "And then?", WORRY, "When?", ATTACK)
    strip = phone.locator("#reminder-strip .reminder-strip")
    expect(strip).to_be_in_viewport()
    expect(box(phone)).to_be_in_viewport()
    expect(lines(phone).last).to_be_in_viewport()
    assert _sideways(phone) == [], "lines"
    strip.click()
    expect(card(phone, ATTACK)).to_be_focused()
    expect(card(phone, ATTACK).locator("[data-value=done]")).to_be_in_viewport()
    assert card(phone, ATTACK).locator("[data-value=done]").bounding_box()["height"] >= 40  # type: ignore[index]
    card(phone, ATTACK).locator("[data-value=done]").click()
    expect(phone.locator("#reminders .undo")).to_be_visible()
    phone.locator("#cue-tallies summary").click()
    expect(phone.locator("#cue-tallies table")).to_be_visible()
    assert _sideways(phone) == [], "tallies"
    phone.locator("#notebook-title [data-view=review]").click()
    expect(phone.locator("#notebook-lines .strain-curve")).to_be_visible()
    assert _sideways(phone) == [], "looking back"
    phone.locator("#notebook-title .all-plans").click()
    expect(phone.locator("#notebooks li").first).to_be_visible()
    context.close()


def _sideways(page: Page) -> list[str]:
    """What stands out of the page to the right."""
    return page.evaluate("""() => [...document.querySelectorAll('#notebook, #notebook *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
        .map(e => `${e.tagName} ${e.id} ${e.className}`)""")
