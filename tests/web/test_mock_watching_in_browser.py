"""A mock debrief from two seats: the trainee's in one browser, the trainer's in another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from page_steps import Served, open_tab, visit
from playwright.sync_api import Browser, Locator, Page, expect
from test_mock_in_browser import HOSTILE, QUESTIONS, back, begin, box, end, lines, say

from assistant.questionnaires import Plan, Question, Section, as_json
from assistant.store import open_store

pytestmark = pytest.mark.browser

DRAFT = "Half a quest"


@pytest.fixture
def trainer(browser: Browser, served: Served) -> Iterator[Page]:
    """Another person at another machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    errors: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    visit(opened, served)
    open_tab(opened, "Mock debrief")
    yield opened
    context.close()
    assert errors == []


def desk(page: Page) -> None:
    page.locator("#mock [data-do=go][data-view=desk]:visible").first.click()
    expect(page.locator(".desk-now")).to_be_visible()


def run_of(page: Page) -> str:
    return page.locator("#mock-main .mock-view").get_attribute("data-run") or ""


def watch(trainer: Page, run: str) -> None:
    desk(trainer)
    trainer.locator(f".desk-now [data-id='{run}'] button").click()
    expect(trainer.locator(".mock-watch")).to_have_attribute("data-run", run)
    expect(trainer.locator(".watch-now")).to_be_visible()


def strip(page: Page) -> Locator:
    return page.locator(".mock-standing")


def typing(page: Page) -> None:
    """He writes on, whatever happens beside him."""
    box(page).click()
    box(page).fill(DRAFT)


def test_the_trainer_watches_slips_in_pauses_and_ends(page: Page, trainer: Page) -> None:
    begin(page, name="Watched One")
    run = run_of(page)
    watch(trainer, run)
    expect(trainer.locator(".watch-now h3 small").first).to_have_text("as he came in")
    say(page, *QUESTIONS[:2])
    expect(lines(trainer)).to_have_count(2)
    expect(trainer.locator(".state-now")).to_have_count(5)
    expect(trainer.locator("[data-state=trust] .moved")).to_contain_text("Heard out")
    expect(trainer.locator(".outs ul li").first).to_be_visible()

    typing(page)
    trainer.locator(".slips [data-event=boots]").click()
    expect(trainer.locator(".slips .came-in")).to_contain_text("mended boots")
    expect(page.locator("#mock-main .event")).to_contain_text("mended boots")
    expect(trainer.locator(".slips button:not(:disabled)")).to_have_count(0)
    expect(box(page)).to_have_value(DRAFT)
    expect(box(page)).to_be_focused()

    trainer.locator("[data-what=pause]").click()
    expect(trainer.locator("[data-what=go_on]")).to_be_focused()
    expect(strip(page)).to_contain_text("Paused by the trainer")
    expect(page.locator("#mock-form button")).to_be_disabled()
    box(page).press("Enter")
    expect(box(page)).to_have_value(DRAFT)
    expect(box(page)).to_be_focused()
    page.locator("[data-what=go_on]").click()
    expect(strip(page)).to_have_attribute("data-stands", "going")
    expect(strip(trainer)).to_have_attribute("data-stands", "going")
    box(page).press("Enter")
    expect(lines(page)).to_have_count(3)
    expect(lines(trainer)).to_have_count(3)
    expect(page.locator("#mock-main .event")).to_have_count(1)
    expect(trainer.locator(".slips .came-in small")).to_have_text("before line 3")

    typing(page)
    trainer.locator("[data-what=end]").click()
    expect(strip(trainer)).to_have_attribute("data-stands", "ended")
    expect(strip(page)).to_contain_text("The run has ended")
    expect(box(page)).to_have_value(DRAFT)
    strip(page).locator("[data-do=open]").click()
    expect(page.locator(".slipped-in")).to_contain_text("Before line 3")
    strip(trainer).locator("[data-do=open]").click()
    expect(trainer.locator(".mock-review")).to_be_visible()
    desk(trainer)
    expect(trainer.locator(f".desk-now [data-id='{run}']")).to_have_count(0)
    mine = trainer.locator(".desk-trainee", has_text="Watched One")
    expect(mine.locator("[data-label=Minutes]")).to_be_visible()


def test_watching_moves_nobody_and_outlasts_a_reload(page: Page, browser: Browser, served: Served) -> None:
    begin(page, name="Own Place")
    say(page, QUESTIONS[0])
    run = run_of(page)
    # In the same browser, where all windows share what is kept.
    second = page.context.new_page()
    visit(second, served)
    open_tab(second, "Mock debrief")
    expect(second.locator("#mock-main .by-trainee")).to_have_count(1)
    second.locator("#mock-head [data-view=home]").click()
    watch(second, run)
    back(second, served)
    expect(second.locator(".mock-watch")).to_have_attribute("data-run", run)
    back(page, served)
    expect(page.locator("#mock-main .mock-view")).to_have_attribute("data-view", "room")
    expect(box(page)).to_be_visible()
    assert not page.locator(".watch-now").count()
    second.close()


def test_the_desk_hears_of_a_new_run_and_of_its_lines(page: Page, trainer: Page) -> None:
    desk(trainer)
    begin(page, name="Just Begun")
    mine = trainer.locator(f".desk-now [data-id='{run_of(page)}']").first
    expect(mine).to_contain_text("0 lines")
    say(page, QUESTIONS[0])
    expect(mine).to_contain_text("1 line")


def test_a_pause_of_the_trainees_stands_still_and_outlasts_a_reload(page: Page, served: Served) -> None:
    begin(page)
    say(page, QUESTIONS[0])
    page.locator("[data-what=pause]").click()
    expect(strip(page)).to_contain_text("Paused by the trainee")
    expect(page.locator("[data-what=go_on]")).to_be_focused()
    shown = page.locator(".session-clock").inner_text()
    back(page, served)
    expect(strip(page)).to_contain_text("What you write waits here")
    expect(page.locator(".session-clock")).to_have_text(shown)
    page.locator("[data-what=go_on]").click()
    say(page, QUESTIONS[1])


@pytest.fixture
def questionnaire(served: Served) -> Iterator[str]:
    """A kept questionnaire; its id."""

    def question(id: str, wording: str) -> Question:
        return Question(id, wording, "open", 3, 2)

    sections = (
        Section("opening", "Opening", "", (), (question("q1", QUESTIONS[0]), question("q2", HOSTILE))),
        Section("frontier", "The frontier", "", (), (question("q3", QUESTIONS[1]),)),
    )
    plan = Plan("First session " + HOSTILE, {}, (), "first contact", 45, 1, sections)
    plans = open_store(served.data / "debrief.sqlite").plans
    id = plans.start(plan.title, as_json(plan), "Made").id
    yield id
    if any(each.id == id for each in plans.list()):
        plans.delete(id)


def ask(page: Page, id: str) -> Locator:
    return page.locator(f".plan-question[data-question={id}]")


def test_the_plan_stands_beside_the_talk(page: Page, served: Served, questionnaire: str) -> None:
    begin(page)
    fold = page.locator(".mock-plan")
    fold.locator("select[name=plan]").select_option(questionnaire)
    fold.locator("form button").click()
    expect(fold.locator(".plan-count")).to_have_text("0 of 3 asked")
    expect(ask(page, "q2").locator(".wording")).to_have_text(HOSTILE)

    ask(page, "q3").locator("[data-q=use]").click()
    expect(box(page)).to_have_value(QUESTIONS[1])
    expect(box(page)).to_be_focused()
    expect(lines(page)).to_have_count(0)
    box(page).press("End")
    box(page).type(" Please.")
    box(page).press("Enter")
    expect(ask(page, "q3").locator("input")).to_be_checked()
    expect(fold.locator(".plan-count")).to_have_text("1 of 3 asked")
    say(page, QUESTIONS[0].upper())
    expect(ask(page, "q1").locator("input")).to_be_checked()
    ask(page, "q2").locator("input").check()
    ask(page, "q3").locator("input").uncheck()
    expect(fold.locator(".plan-count")).to_have_text("2 of 3 asked")
    # The line after it is kept when the ticks are.
    say(page, QUESTIONS[2])

    back(page, served)
    expect(fold.locator(".plan-count")).to_have_text("2 of 3 asked")
    expect(ask(page, "q3").locator("input")).not_to_be_checked()
    assert page.evaluate("window.hurt") is None

    open_store(served.data / "debrief.sqlite").plans.delete(questionnaire)
    back(page, served)
    expect(fold).to_contain_text("was deleted")


def test_a_plan_is_chosen_when_a_run_begins(page: Page, served: Served, questionnaire: str) -> None:
    visit(page, served)
    open_tab(page, "Mock debrief")
    card = page.locator(".mock-card[data-scenario=border_crosser]")
    card.locator(".beginning > summary").click()
    card.locator("[name=trainee]").fill("With Plan")
    card.locator("select[name=plan]").select_option(questionnaire)
    card.locator("button.primary").click()
    expect(page.locator(".plan-count")).to_have_text("0 of 3 asked")


def test_the_plan_fits_a_phone(browser: Browser, served: Served, questionnaire: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    phone = context.new_page()
    visit(phone, served)
    begin(phone)
    phone.locator("[data-q=fold][data-fold=plan]").click()
    phone.locator(".mock-plan select[name=plan]").select_option(questionnaire)
    phone.locator(".mock-plan .plan-choice button").click()
    expect(phone.locator(".plan-count")).to_have_text("0 of 3 asked")
    expect(phone.locator(".mock-plan > summary")).to_be_focused()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    ask(phone, "q1").locator("[data-q=use]").click()
    expect(box(phone)).to_be_focused()
    expect(box(phone)).to_be_in_viewport()
    expect(box(phone)).to_have_value(QUESTIONS[0])
    context.close()


def test_the_couples_two_stories_stand_in_the_later_review(page: Page) -> None:
    wait = "How many minutes did you wait for each other at Sonnenallee?"
    for scenario in ("couple_husband", "couple_wife"):
        expect(page.locator(".two-stories")).to_have_count(0)
        begin(page, scenario, name="Compares Both")
        say(page, wait)
        end(page)
    pair = page.locator(".two-stories .point-pair")
    expect(pair).to_have_count(1)
    expect(pair).to_contain_text("Twenty minutes")
    expect(pair).to_contain_text("Six minutes")
    pair.locator(".turn-link").click()
    expect(page.locator(".mock-line[data-turn='1']")).to_be_focused()
    expect(page.locator(".points-left").last.locator("li").first).to_be_visible()


def test_the_trainers_seat_fits_a_phone(page: Page, browser: Browser, served: Served) -> None:
    begin(page, name="Small Screen")
    say(page, *QUESTIONS)
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    phone = context.new_page()
    visit(phone, served)
    open_tab(phone, "Mock debrief")
    watch(phone, run_of(page))
    expect(strip(phone).locator("[data-what=pause]")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.locator(".slips button").first.click()
    expect(page.locator("#mock-main .event")).to_have_count(1)
    context.close()
