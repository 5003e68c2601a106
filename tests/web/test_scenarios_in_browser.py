"""Scenarios of one's own on the page, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from page_steps import PROJECT, Served, open_tab, visit
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.mock import read_scenario

pytestmark = pytest.mark.browser

SUPPLIED = PROJECT / "debrief_templates" / "scenarios"
HOSTILE = '{{7*7}} ${7*7} <img src=x onerror="window.hurt = true"></textarea>'


def to_list(page: Page) -> None:
    open_tab(page, "Mock debrief")
    # Where another test left the tab in a run or in a scenario.
    places = ".mock-home, #mock-head [data-view=home], .writing [data-q=list], .writing[data-view=list]"
    expect(page.locator(places).locator("visible=true").first).to_be_visible()
    for away in ("#mock-head [data-view=home]", ".writing [data-q=list]"):
        if page.locator(away).is_visible():
            page.locator(away).click()
    expect(page.locator(".mock-home, .writing[data-view=list]").locator("visible=true").first).to_be_visible()
    if page.locator(".mock-home [data-q=write]").is_visible():
        page.locator(".mock-home [data-q=write]").click()
    expect(page.locator(".writing[data-view=list]")).to_be_visible()


def copy(page: Page, title: str, supplied: str = "border_crosser") -> None:
    to_list(page)
    page.locator("[data-do=copy] select").select_option(supplied)
    page.locator("[data-do=copy] button").click()
    expect(page.locator(".writing-form")).to_be_visible()
    field(page, "title").fill(title)
    field(page, "id").fill("")
    field(page, "id").press("Tab")
    expect(field(page, "id")).not_to_have_value("")
    saved(page)


def field(page: Page, key: str) -> Locator:
    return page.locator(f".part > .part-fields > [data-key='{key}'], .part-fields [data-key='{key}']").first


def part(page: Page, id: str) -> Locator:
    """A part of the form, unfolded."""
    found = page.locator(f".part[data-part={id}]")
    if found.get_attribute("open") is None:
        found.locator("> summary").click()
    return found


def entry(page: Page, place: int, list: str = "facts") -> Locator:
    """An entry of a list, unfolded; places count from 1."""
    part(page, list)
    found = page.locator(f"[data-list={list}] > li:nth-child({place})")
    if found.locator("details").get_attribute("open") is None:
        found.locator("summary").click()
    return found


def entries(page: Page, list: str = "facts") -> Locator:
    return page.locator(f"[data-list={list}] > li")


def saved(page: Page) -> None:
    """The server has all that was written."""
    expect(page.locator("[data-saved-at]")).to_contain_text("Saved")
    page.wait_for_function("!(sessionStorage.getItem('debrief-scenario-drafts') || '{}').includes('draft')")


def to_mend(page: Page, count: int) -> None:
    says = "nothing to mend" if not count else f"{count} {'thing' if count == 1 else 'things'} to mend"
    expect(page.locator("[data-check-count]")).to_have_text(says)


def back(page: Page, served: Served) -> None:
    visit(page, served)
    open_tab(page, "Mock debrief")


def test_one_is_written_checked_mended_and_tried(page: Page, served: Served) -> None:
    copy(page, "The man of the test")
    to_mend(page, 0)
    place = page.evaluate(
        "[...document.querySelectorAll('[data-list=facts] .entry-tag')]"
        ".findIndex((each) => each.textContent === 'trust') + 1"
    )
    fact = entry(page, place)
    closed = fact.locator("[data-key=closed]").input_value()
    fact.locator("[data-key=closed]").fill("")
    to_mend(page, 1)
    expect(fact.locator("summary .faulty")).to_have_text("1")
    expect(page.locator(".part[data-part=facts] > summary .faulty")).to_have_text("1")

    back(page, served)
    to_mend(page, 1)
    expect(page.locator(".part[data-part=facts]")).not_to_have_attribute("open", "")
    page.locator("[data-check] button", has_text="while it is closed is missing").click()
    wanted = entries(page).nth(place - 1).locator("[data-key=closed]")
    expect(wanted).to_be_focused()
    expect(wanted).to_be_in_viewport()
    page.locator("[data-q=try]").click()
    expect(page.locator(".writing [data-wrong]")).to_contain_text("1 thing is to mend")
    wanted.fill(closed)
    to_mend(page, 0)

    page.locator("[data-q=try]").click()
    expect(page.locator("#mock-form textarea")).to_be_visible()
    expect(page.locator(".writing-form")).to_have_count(0)
    expect(page.locator("#mock-head h2")).to_contain_text("The man of the test")
    page.locator("#mock-form textarea").fill("What became of your horse?")
    page.locator("#mock-form textarea").press("Enter")
    expect(page.locator("#mock-main .mock-line.by-subject:not(.waiting)")).to_have_count(2)
    page.locator("#mock-head [data-view=home]").click()
    card = page.locator(".mock-card", has_text="The man of the test")
    expect(card.locator(".tag", has_text="yours")).to_be_visible()


def test_what_the_server_has_not_got_survives_a_reload(page: Page, served: Served) -> None:
    copy(page, "Kept in the browser")
    page.context.set_offline(True)
    field(page, "opening").fill("These are his first words.")
    expect(page.locator("[data-saved-at]")).to_contain_text("Not saved yet")
    expect(page.locator(".writing [data-wrong]")).to_contain_text("does not answer")
    expect(field(page, "opening")).to_have_value("These are his first words.")
    page.context.set_offline(False)
    back(page, served)
    expect(field(page, "opening")).to_have_value("These are his first words.")
    saved(page)
    back(page, served)
    expect(field(page, "opening")).to_have_value("These are his first words.")
    page.locator("[data-q=undo]").click()
    expect(field(page, "opening")).not_to_have_value("These are his first words.")


def test_entries_are_added_moved_removed_and_brought_back(page: Page) -> None:
    copy(page, "Entries")
    part(page, "requirements")
    count = entries(page, "requirements").count()
    page.locator("[data-to=requirements]").click()
    expect(entries(page, "requirements")).to_have_count(count + 1)
    new = entries(page, "requirements").last
    expect(new.locator("[data-key=title]")).to_be_focused()
    page.keyboard.type("Bread and its price")
    page.keyboard.press("Tab")
    expect(new.locator("[data-key=id]")).to_have_value("bread_and_its_price")
    to_mend(page, 1)
    new.locator("[data-key=title]").focus()
    page.keyboard.press("Alt+ArrowUp")
    moved = entries(page, "requirements").nth(count - 1)
    expect(moved.locator("[data-key=title]")).to_have_value("Bread and its price")
    expect(moved.locator("[data-key=title]")).to_be_focused()

    fact = entry(page, 1)
    fact.locator("[data-key=requirement]").select_option("bread_and_its_price")
    to_mend(page, 0)
    moved.locator("[data-key=id]").fill("Bread!")
    moved.locator("[data-key=id]").press("Tab")
    expect(moved.locator("[data-key=id]")).to_have_value("bread")
    expect(fact.locator("[data-key=requirement]")).to_have_value("bread")
    to_mend(page, 0)

    moved.locator("[data-q=remove]").click()
    expect(entries(page, "requirements")).to_have_count(count)
    expect(entries(page, "requirements").nth(count - 1).locator("summary")).to_be_focused()
    to_mend(page, 1)
    expect(fact.locator("[data-key=requirement] option:checked")).to_have_text("bread: not there any more")
    page.keyboard.press("Control+z")
    expect(entries(page, "requirements")).to_have_count(count + 1)
    expect(fact.locator("[data-key=requirement] option:checked")).to_have_text("Bread and its price")
    to_mend(page, 0)


def test_what_is_typed_stays_text(page: Page, served: Served) -> None:
    copy(page, HOSTILE)
    fact = entry(page, 1)
    fact.locator("[data-key=about]").fill(HOSTILE)
    fact.locator("[data-key=ask]").fill(HOSTILE)
    to_mend(page, 1)
    expect(fact.locator(".entry-name")).to_have_text(HOSTILE)
    back(page, served)
    expect(page.locator(".writing h2")).to_have_text(HOSTILE)
    expect(entry(page, 1).locator("[data-key=about]")).to_have_value(HOSTILE)
    expect(entry(page, 1).locator("[data-key=ask]")).to_have_value(HOSTILE)
    page.locator("[data-q=list]").click()
    expect(page.locator(".own-list .title", has_text="{{7*7}}").first).to_have_text(HOSTILE)
    assert page.locator("#scenarios img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_a_file_goes_out_and_comes_in_again(page: Page, tmp_path: Path) -> None:
    to_list(page)
    page.locator("input[data-bring]").set_input_files(SUPPLIED / "couple_husband.yaml")
    expect(page.locator(".writing-form")).to_be_visible()
    to_mend(page, 0)
    expect(field(page, "id")).to_have_value("couple_husband_2")
    with page.expect_download() as going:
        page.locator("[data-q=export]").click()
    path = tmp_path / going.value.suggested_filename
    going.value.save_as(path)
    assert path.name == "couple_husband_2.yaml"
    out, came = yaml.safe_load(path.read_text(encoding="utf-8")), SUPPLIED / "couple_husband.yaml"
    assert out["facts"][0]["ask"] == [*read_scenario(came).facts[0].ask]
    assert read_scenario(path).compare == read_scenario(came).compare

    to_list(page)
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: One\nfacts: []\ntitle: Two\n", encoding="utf-8")
    page.locator("input[data-bring]").set_input_files(broken)
    expect(page.locator(".writing [data-wrong]")).to_contain_text("Line 3: 'title' stands twice.")


def test_one_is_begun_empty_and_deleted_with_undo(page: Page) -> None:
    to_list(page)
    page.locator("#new-scenario").fill("From nothing")
    page.locator("#new-scenario").press("Enter")
    expect(page.locator(".writing-form")).to_be_visible()
    expect(field(page, "id")).to_have_value("from_nothing")
    expect(page.locator("[data-check-count]")).to_contain_text("things to mend")
    expect(part(page, "replies").locator("[data-key='replies.rest']")).not_to_have_value("")
    page.locator("[data-check] button", has_text="no fact").click()
    expect(page.locator("[data-to=facts]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_count(1)
    expect(entries(page).first.locator("[data-key=about]")).to_be_focused()
    page.locator("[data-q=list]").click()
    line = page.locator(".own-list li", has_text="From nothing")
    expect(line).to_contain_text("to mend")
    line.locator("[data-do=remove]").click()
    expect(line).to_have_count(0)
    expect(page.locator(".writing [data-do=restore]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(line).to_have_count(1)
    page.locator("[data-q=leave]").click()
    expect(page.locator(".mock-home")).to_be_visible()
    expect(page.locator(".mock-card", has_text="From nothing")).to_have_count(0)


def test_another_window_is_not_overwritten(page: Page, browser: Browser, served: Served) -> None:
    copy(page, "Two windows")
    other = browser.new_context().new_page()
    visit(other, served)
    to_list(other)
    other.locator(".own-list .open", has_text="Two windows").click()
    field(other, "opening").fill("Written there.")
    saved(other)
    field(page, "opening").fill("Written here.")
    expect(page.locator("[data-conflict]")).to_be_visible()
    expect(page.locator(".writing [data-wrong]")).to_contain_text("changed in another window")
    page.locator("[data-q=keep-mine]").click()
    expect(page.locator("[data-conflict]")).to_be_hidden()
    saved(page)
    field(other, "opening").fill("Written there again.")
    expect(other.locator("[data-conflict]")).to_be_visible()
    other.locator("[data-q=take-theirs]").click()
    expect(field(other, "opening")).to_have_value("Written here.")
    other.context.close()


def test_it_is_read_aloud(page: Page) -> None:
    copy(page, "Read aloud")
    page.locator("[data-q=read-aloud]").click()
    expect(page.locator("[data-read]")).to_contain_text("ways of asking bring", timeout=60_000)
    expect(page.locator("[data-read] progress")).to_have_count(0)
    page.locator("[data-read] button").first.click()
    expect(page.locator("[data-list=facts] [data-key=ask]:focus")).to_have_count(1)
    page.keyboard.press("End")
    page.keyboard.type(" please")
    expect(page.locator("[data-read] .as-of")).to_have_text("The text was changed since.")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_is_wider_than_the_page(browser: Browser, served: Served, width: int, colours: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)
    page = context.new_page()
    visit(page, served)
    copy(page, f"Width {width} {colours}")
    for id in ("man", "requirements", "topics", "cracks", "events", "replies"):
        part(page, id)
    entry(page, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.writing-form').scrollWidth") <= width
    context.close()
