"""Mock debriefs on the page, in Chromium."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_steps import Served, open_tab, using, visit
from playwright.sync_api import Browser, Locator, Page, expect

if TYPE_CHECKING:
    from conftest import ModelServer

pytestmark = pytest.mark.browser

QUESTIONS = (
    "Tell me about yourself.",
    "What have you seen of the frontier works?",
    "How did you get out?",
)
AS_THE_MODEL_SAYS_IT = (
    "It is Harlsen. He said it the Russian way, Kharlzen. Nineteen kilometres past the frontier, with a "
    "brickworks beside it and one tall chimney. I knew the name at once. My hands went wet."
)
HOSTILE = '<img src=x onerror="window.hurt = true"><b>bold</b>'


def begin(page: Page, scenario: str = "border_crosser", name: str = "Ann Weir", voiced: bool = False) -> None:
    open_tab(page, "Mock debrief")
    # Where another test left the tab in a run.
    home = page.locator("#mock-head [data-view=home]")
    if home.is_visible():
        home.click()
    card = page.locator(f".mock-card[data-scenario={scenario}]")
    card.locator(".beginning > summary").click()
    card.locator("[name=trainee]").fill(name)
    expect(card.locator("[name=voiced]")).to_have_count(int(voiced))
    if voiced:
        card.locator("[name=voiced]").check()
    card.locator("button.primary").click()
    expect(box(page)).to_be_visible()
    expect(page.locator("#mock-main .by-trainee")).to_have_count(0)


def box(page: Page) -> Locator:
    return page.locator("#mock-form textarea")


def lines(page: Page, who: str = "trainee") -> Locator:
    return page.locator(f"#mock-main .mock-line.by-{who}:not(.waiting)")


def say(page: Page, *questions: str) -> None:
    """Each with Enter; the next is typed when he has answered the one before."""
    for words in questions:
        count = lines(page).count()
        box(page).fill(words)
        box(page).press("Enter")
        expect(box(page)).to_have_value("")
        expect(lines(page)).to_have_count(count + 1)
        expect(page.locator("#mock-main .waiting")).to_have_count(0)


def end(page: Page) -> None:
    page.locator("#mock-head [data-what=end]").click()
    expect(page.locator(".mock-review")).to_be_visible()


def back(page: Page, served: Served) -> None:
    visit(page, served)
    open_tab(page, "Mock debrief")


def test_a_run_is_held_kept_and_reviewed(page: Page, served: Served) -> None:
    begin(page)
    expect(page.locator(".mock-setting")).to_have_attribute("open", "")
    say(page, *QUESTIONS)
    expect(lines(page, "subject")).to_have_count(4)
    expect(page.locator(".mock-setting")).not_to_have_attribute("open", "")
    expect(page.locator(".session-clock")).not_to_have_text("0:00")
    expect(page.locator("#mock [data-what=slip_in]")).to_have_count(0)
    box(page).fill("Half a quest")
    page.locator("#mock-notes-text").fill("The mare; the wire since July")
    answers = lines(page, "subject").all_inner_texts()

    back(page, served)
    expect(lines(page)).to_have_count(3)
    assert lines(page, "subject").all_inner_texts() == answers
    expect(box(page)).to_have_value("Half a quest")
    expect(page.locator("#mock-notes-text")).to_have_value("The mare; the wire since July")

    end(page)
    expect(page.locator(".mock-review [data-judgement^='learned/'] .came").first).to_be_visible()
    expect(page.locator(".mock-review .own-notes")).to_have_text("The mare; the wire since July")
    page.locator(".mock-review .turn-link", has_text="line 2").first.click()
    expect(page.locator(".mock-line[data-turn='2']")).to_be_in_viewport()
    expect(page.locator(".mock-line[data-turn='2']")).to_be_focused()
    expect(page.locator("#mock-form")).to_have_count(0)


def test_what_he_feels_is_not_on_the_page_before_the_end(page: Page) -> None:
    begin(page)
    say(page, "If you do not talk, you will get no food and no sleep.")
    expect(page.locator("#mock-reminders-part .reminder")).to_have_count(1)
    room = page.locator("#mock").inner_html().lower()
    assert not any(word in room for word in ("suspicion", "self-respect", "self_respect", "tiredness"))
    page.locator("#mock-reminders-part [type=checkbox]").uncheck()
    expect(page.locator("#mock-reminders-part .reminder")).to_be_hidden()
    page.locator("#mock-reminders-part [type=checkbox]").check()
    page.locator("#mock-reminders-part button.ref").first.click()
    expect(page.locator("#sheet .paragraph.active")).to_be_visible()
    open_tab(page, "Mock debrief")
    end(page)
    expect(page.locator(".curve")).to_have_count(5)
    assert page.locator(".curve circle title").count() > 2


def test_an_override_is_struck_and_stays_until_it_is_taken_back(page: Page, served: Served) -> None:
    begin(page)
    say(page, *QUESTIONS)
    end(page)
    before = page.locator(".agreement").inner_text()
    stands, of = map(int, before.split(" of "))
    assert stands == of > 10
    judged = page.locator("[data-judgement='kind/1']")
    judged.locator("summary").click()
    judged.locator("input").fill(HOSTILE)
    judged.locator("button").click()
    expect(judged).to_contain_class("overridden")
    back(page, served)
    expect(judged.locator(".override-note span")).to_have_text(HOSTILE)
    expect(page.locator(".agreement")).to_have_text(f"{of - 1} of {of}")
    assert page.evaluate("window.hurt") is None
    judged.locator("[data-what=take_back]").click()
    expect(page.locator(".agreement")).to_have_text(before)


def test_what_is_typed_stays_text(page: Page, served: Served) -> None:
    begin(page, name='"><img src=x onerror="window.hurt = true">')
    say(page, HOSTILE)
    expect(lines(page).locator(".words")).to_have_text(HOSTILE)
    page.locator("#mock-notes-text").fill("</textarea>" + HOSTILE)
    back(page, served)
    expect(lines(page).locator(".words")).to_have_text(HOSTILE)
    expect(page.locator("#mock-notes-text")).to_have_value("</textarea>" + HOSTILE)
    end(page)
    expect(page.locator(".own-notes")).to_have_text("</textarea>" + HOSTILE)
    page.locator("#mock-head [data-view=desk]").click()
    expect(page.locator(".mock-desk")).to_be_visible()
    assert page.locator("#mock img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_three_lines_typed_at_once_are_all_answered_in_their_order(page: Page) -> None:
    begin(page)
    for words in QUESTIONS:
        box(page).fill(words)
        box(page).press("Enter")
        expect(page.locator("#mock-main .by-trainee", has_text=words)).to_be_visible()
    expect(lines(page)).to_have_count(3)
    expect(lines(page).locator(".words")).to_have_text(list(QUESTIONS))
    expect(page.locator("#mock-main .waiting")).to_have_count(0)


def test_the_review_is_downloaded(page: Page, tmp_path: Path) -> None:
    begin(page)
    say(page, *QUESTIONS)
    end(page)
    for format, start in (("docx", b"PK"), ("pdf", b"%PDF"), ("json", b"{")):
        with page.expect_download() as waiting:
            page.locator(f"#mock-head [data-format={format}]").click()
        path = tmp_path / f"review.{format}"
        waiting.value.save_as(path)
        assert path.read_bytes().startswith(start)
    content = json.loads((tmp_path / "review.json").read_text())
    assert [turn["question"] for turn in content["turns"]] == list(QUESTIONS)


def test_the_desk_leads_to_a_run_and_begins_it_again(page: Page) -> None:
    begin(page, name="Desk Person")
    say(page, *QUESTIONS)
    end(page)
    page.locator("#mock-head [data-view=desk]").click()
    mine = page.locator(".desk-trainee", has_text="Desk Person")
    expect(mine.locator("rect.learned")).to_have_count(1)
    expect(mine.locator("tbody tr:not(.group)")).to_have_count(1)
    mine.locator("[data-do=again][data-seed=other]").click()
    expect(box(page)).to_be_visible()
    page.locator("#mock-head [data-view=home]").click()
    expect(page.locator(".mock-runs [data-do=open]").first).to_contain_text("Desk Person")
    page.locator(".mock-runs [data-view=desk]").click()
    expect(mine).to_contain_text("seed 2")
    expect(mine).to_contain_text("goes on")


def test_a_run_is_deleted_and_brought_back(page: Page) -> None:
    begin(page, name="Gone Soon")
    page.locator("#mock-head [data-view=home]").click()
    listed = page.locator(".mock-runs .conversations li", has_text="Gone Soon")
    listed.locator("details summary").click()
    listed.locator("[data-do=remove]").click()
    expect(listed).to_have_count(0)
    page.locator(".mock-runs .undo button").click()
    expect(listed).to_have_count(1)


def test_a_phone_has_room_for_all_of_it(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    visit(page, served)
    begin(page)
    say(page, *QUESTIONS)
    expect(lines(page, "subject").last).to_be_in_viewport()
    expect(box(page)).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    end(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#mock-head [data-view=desk]").click()
    expect(page.locator(".mock-desk")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_model_words_what_he_tells_and_nothing_else(page: Page, model_server: ModelServer) -> None:
    with using(page, model_server.settings(AS_THE_MODEL_SAYS_IT, provider="ollama"), "Mock debrief"):
        begin(page, "frightened_walk_in", voiced=True)
        say(page, "Which airfield is it?", "At what hour do they strike?")
        told, other = lines(page, "subject").all()[-2:]
        expect(told.locator(".words")).to_have_text(AS_THE_MODEL_SAYS_IT)
        # The same words would say nothing of the hour: here he speaks as it is written.
        expect(other.locator(".words")).to_contain_text("Four in the morning")
        page.reload()
        expect(lines(page, "subject").nth(-2).locator(".words")).to_have_text(AS_THE_MODEL_SAYS_IT)
        end(page)
        expect(page.locator(".mock-review")).to_contain_text(AS_THE_MODEL_SAYS_IT)
