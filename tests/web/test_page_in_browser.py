"""What the three kinds of users do on the page, in Chromium."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from page_steps import Served, ask, open_tab, visit
from playwright.sync_api import Browser, Dialog, Page, Route, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("question", "paragraph", "words"),
    [
        (
            "Can I promise him that he will be let into the United States?",
            "NSCID-13#11",
            "No commitments for entry",
        ),
        (
            "My defector thinks very highly of himself, how should I treat him?",
            "MI5-1948#IX.3",
            "person of importance",
        ),
        ("Why do people defect?", "MI5-1948#X.2", "dissatisfaction"),
    ],
    ids=["committee member", "handler", "trainer"],
)
def test_each_kind_of_user_gets_the_paragraph_with_the_words_marked(
    page: Page, question: str, paragraph: str, words: str
) -> None:
    ask(page, question)
    expect(page.locator("#live .to-paragraph").first).to_have_attribute("data-id", paragraph)
    place = page.locator(f'#beside .place[data-id="{paragraph}"]')
    expect(place.locator(".own-words mark").first).to_contain_text(words)
    expect(place.locator(".source")).to_have_text(re.compile(r"\d{4}"))


def test_clicking_a_citation_goes_to_its_paragraph(page: Page) -> None:
    ask(page, "My defector thinks very highly of himself, how should I treat him?")
    last = page.locator("#live .to-paragraph").last
    id = last.get_attribute("data-id")
    last.click()
    place = page.locator(f'#beside .place[data-id="{id}"]')
    expect(place).to_have_class(re.compile("active"))
    expect(place.locator("mark").first).to_be_in_viewport()


def test_a_citation_of_an_earlier_answer_brings_its_paragraphs_back(page: Page) -> None:
    ask(page, "Show me NSCID-13#9.b")
    ask(page, "Show me DCID-4/2#3")
    expect(page.locator('#beside .place[data-id="NSCID-13#9.b"]')).to_have_count(0)
    page.locator('#past .to-paragraph[data-id="NSCID-13#9.b"]').click()
    expect(page.locator('#beside .place[data-id="NSCID-13#9.b"]')).to_be_in_viewport()


def test_a_paragraph_opens_in_its_place_in_the_reading_room(page: Page) -> None:
    ask(page, "Show me NSCID-13#9.b")
    page.locator("#beside button", has_text="Read in the document").first.click()
    here = page.locator('#sheet .paragraph.active[data-id="NSCID-13#9.b"]')
    expect(here).to_be_in_viewport()
    expect(here).to_contain_text("representing the intelligence interests")


@pytest.mark.parametrize(
    "typed",
    [
        "<img src=x onerror=alert(1)>",
        "**bold** and <b>loud</b>",
        "[link](javascript:alert(1))",
        "${alert(1)} {{value}} {{#each value}}",
        "</p></div><script>alert(1)</script>",
    ],
)
def test_what_is_typed_shows_as_typed(page: Page, typed: str) -> None:
    alerts: list[str] = []

    def refuse(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    ask(page, typed)
    question = page.locator("#live .question p")
    assert question.inner_text() == typed
    assert question.locator("*").count() == 0
    expect(page.locator("#conversations .current .title")).to_have_text(typed)
    assert page.locator("#bar .conversation-title").inner_text() == typed
    page.reload()
    expect(page.locator("#past .question p")).to_have_text(typed)
    assert alerts == []


def test_a_withheld_answer_and_an_off_topic_one_show_it(page: Page) -> None:
    ask(page, "Who chairs the local Defector Committee?")
    expect(page.locator("#live .badge.withheld")).to_contain_text("Withheld")
    expect(page.locator("#live .nearest-heading")).to_have_text("Nearest paragraphs, not an answer")
    expect(page.locator("#live blockquote")).to_have_count(0)
    ask(page, "What is the best recipe for borscht?")
    expect(page.locator("#live .badge.not_in_documents")).to_contain_text("Not in these documents")
    expect(page.locator("#beside h2")).to_have_text("Nearest paragraphs, not an answer")
    expect(page.locator("#beside mark")).to_have_count(0)


def test_reloading_keeps_the_conversation(page: Page) -> None:
    ask(page, "Show me NSCID-13#9.b")
    page.reload()
    expect(page.locator("#past .question p")).to_have_text("Show me NSCID-13#9.b")
    expect(page.locator("#past .answer blockquote")).to_contain_text("Directly or through questionnaires")
    expect(page.locator("#beside .place mark")).to_be_visible()


def test_a_conversation_is_renamed_found_deleted_and_restored(page: Page) -> None:
    ask(page, "Show me DCID-4/2#2.e")
    current = page.locator("#conversations li.current")
    current.locator("summary").click()
    current.locator("input").fill("Walk-ins <b>")
    current.locator("input").press("Enter")
    expect(page.locator("#conversations .current .title")).to_have_text("Walk-ins <b>")
    page.locator("#search input").fill("walk-ins <")
    expect(page.locator("#conversations li")).to_have_count(1)
    page.locator("#search input").fill("no such words anywhere")
    expect(page.locator("#conversations .empty-line")).to_be_visible()
    page.locator("#search input").fill("")
    row = page.locator("#conversations li", has_text="Walk-ins <b>")
    row.locator("summary").click()
    row.locator("button", has_text="Delete").click()
    expect(row).to_have_count(0)
    expect(page.locator("#past .welcome")).to_be_visible()
    page.locator("#conversations .undo button").click()
    expect(row).to_have_count(1)
    row.locator("button.open").click()
    expect(page.locator("#past .question p")).to_have_text("Show me DCID-4/2#2.e")


def test_the_last_question_can_be_taken_back(page: Page) -> None:
    ask(page, "Show me DCID-4/2#3")
    page.locator("#bar button", has_text="Undo last").click()
    expect(page.locator("#question textarea")).to_have_value("Show me DCID-4/2#3")
    expect(page.locator("#past .question")).to_have_count(0)


def test_undoing_the_only_question_deletes_the_conversation_undoably(page: Page) -> None:
    ask(page, "Show me DCID-4/2#2.a")
    row = page.locator("#conversations li", has_text="Show me DCID-4/2#2.a")
    page.locator("#bar button", has_text="Undo last").click()
    expect(page.locator("#past .welcome")).to_be_visible()
    expect(row).to_have_count(0)
    page.locator("#conversations .undo button").click()
    row.locator("button.open").click()
    expect(page.locator("#past .answer blockquote").first).to_be_visible()


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_blank_question_changes_nothing(page: Page, typed: str) -> None:
    ask(page, "Show me NSCID-13#9.b")
    box = page.locator("#question textarea")
    for send in (lambda: box.press("Enter"), page.locator("#send").click):
        box.fill(typed)
        send()
        expect(page.locator("#hint")).to_have_text("Type a question first.")
        page.wait_for_timeout(400)
        expect(box).to_be_focused()
        expect(page.locator("#live .question p")).to_have_text("Show me NSCID-13#9.b")
        expect(page.locator("#conversations li.current")).to_have_count(1)
        expect(page.locator('#beside .place[data-id="NSCID-13#9.b"]')).to_be_visible()
        expect(page.locator("#send")).to_have_text("Ask")


def test_a_question_during_an_answer_is_kept_and_the_page_says_why(page: Page) -> None:
    box = page.locator("#question textarea")
    # Asked again in the very moment in which the answer can be stopped: it cannot come in between.
    page.evaluate("""() => {
        const watch = new MutationObserver(() => {
            if (!document.querySelector('#stop')?.offsetParent) return;
            watch.disconnect();
            const box = document.querySelector('#question textarea');
            box.value = 'And who pays?';
            box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
            window.hinted = document.querySelector('#hint').textContent;
        });
        watch.observe(document.body, {subtree: true, childList: true, attributes: true});
    }""")
    box.fill("Why do people defect?")
    box.press("Enter")
    page.wait_for_function("() => window.hinted !== undefined")
    assert page.evaluate("() => window.hinted").startswith("An answer is still coming")
    expect(page.locator("#live .answer > footer")).to_be_visible()
    expect(page.locator("#live .question p")).to_have_text("Why do people defect?")


def test_reloading_in_the_middle_of_an_answer_comes_back_to_it(page: Page) -> None:
    box = page.locator("#question textarea")
    box.fill("How soon must his bona fides be established?")
    box.press("Enter")
    expect(page.locator("#live .question p")).to_be_visible()
    page.reload()
    expect(page.locator("#past .question p")).to_have_text("How soon must his bona fides be established?")
    expect(page.locator("#past .answer > footer")).to_be_visible()


def test_back_returns_to_where_the_reader_was(page: Page) -> None:
    ask(page, "Show me NSCID-13#9.b")
    page.locator("#beside button", has_text="Read in the document").first.click()
    here = page.locator('#sheet .paragraph.active[data-id="NSCID-13#9.b"]')
    expect(here).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#p-NSCID"))
    open_tab(page, "Cases")
    page.locator('.timeline .wide a[data-case="case-igor-gouzenko"]').click()
    expect(page).to_have_url(re.compile("#case-igor-gouzenko$"))
    page.go_back()
    expect(page).to_have_url(re.compile("#cases$"))
    page.go_back()
    expect(here).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#live .question p")).to_be_visible()
    page.go_forward()
    expect(here).to_be_in_viewport()


def test_an_address_opens_its_place(page: Page, served: Served) -> None:
    opened = page.context.new_page()
    for address, place in (
        ("#p-DCID_2d_4_2f_2_23_6_2e_b_2e_2", '#sheet .paragraph.active[data-id="DCID-4/2#6.b.2"]'),
        ("#case-igor-gouzenko", "#case-igor-gouzenko.active"),
        ("#duties", "#duties table"),
    ):
        opened.goto("about:blank")
        opened.goto(served.address + address)
        expect(opened.locator(place)).to_be_in_viewport()
        expect(opened).to_have_url(served.address + address)


def test_setting_the_date_moves_nothing(page: Page) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        tab = page.locator("#middle")
        page.locator("#as-of input").fill("")
        page.locator("#as-of input").press("Enter")
        expect(page.locator(".standing")).to_have_count(0)
        before = tab.bounding_box()
        page.locator("#as-of input").fill("1955")
        page.locator("#as-of input").press("Enter")
        expect(page.locator(".standing")).to_be_visible()
        assert tab.bounding_box() == before


def test_keys(page: Page) -> None:
    page.locator("body").press("/")
    expect(page.locator("#question textarea")).to_be_focused()
    page.keyboard.type("one")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("two / three")
    expect(page.locator("#question textarea")).to_have_value("one\ntwo / three")
    expect(page.locator("#past .question, #live .question")).to_have_count(0)


def test_the_date_control_says_what_was_in_force_and_refuses_nonsense(page: Page) -> None:
    page.locator("#as-of input").fill("1955")
    page.locator("#as-of input").press("Enter")
    expect(page.locator(".standing")).to_contain_text("On 31 December 1955")
    expect(page.locator(".standing li", has_text="DCID 4/2")).to_contain_text("not yet issued")
    ask(page, "Show me NSCID-13#4")
    expect(page.locator("#live .tag.applies")).to_have_text("In force on 31 December 1955")
    page.locator("#as-of input").fill("31 Foo")
    page.locator("#as-of input").press("Enter")
    expect(page.locator(".standing.bad")).to_contain_text("The date cannot be read")


def test_the_reading_room_shows_mends_withheld_places_and_the_received_text(page: Page) -> None:
    open_tab(page, "Reading room")
    page.locator("#shelf button", has_text="DCID 4/2").click()
    expect(page.locator("#sheet h2")).to_have_text("The Defector Program Abroad")
    expect(page.locator("#sheet .gap").nth(1)).to_contain_text("withheld")
    expect(page.locator('#sheet .mend[title*="pract.ices"]')).to_have_text("practices")
    page.locator("#sheet button", has_text="Received text").click()
    received = page.locator('#sheet .paragraph[data-id="DCID-4/2#1"] .received')
    expect(received).to_contain_text("pract.ices")
    contents = page.locator("#shelf li:has(.current) .contents")
    expect(contents.locator("details")).to_have_attribute("open", "")
    expect(contents.locator("summary")).to_be_in_viewport()
    contents.locator("a", has_text=re.compile(r"^6\.b\.2$")).click()
    expect(page.locator('#sheet .paragraph[data-id="DCID-4/2#6.b.2"]')).to_be_in_viewport()


def test_duties_are_filtered(page: Page) -> None:
    open_tab(page, "Duties")
    rows = page.locator("#duties tbody tr")
    every = rows.count()
    page.get_by_label("Force").click()
    page.get_by_role("option", name="Policy").click()
    expect(page.locator("#duties .tag.force-policy").first).to_be_visible()
    expect(page.locator("#duties .tag.force-directive")).to_have_count(0)
    assert 0 < rows.count() < every
    page.get_by_label("Words").fill("defectors")
    expect(page.locator("#duties mark").first).to_have_text(re.compile("^defector", re.IGNORECASE))
    page.get_by_label("Words").fill("nothing has these words")
    expect(page.locator("#duties .empty-title")).to_have_text("No duty fits")
    page.get_by_role("button", name="Clear filters").click()
    expect(rows).to_have_count(every)


def test_a_row_of_the_timeline_leads_to_its_case(page: Page) -> None:
    open_tab(page, "Cases")
    expect(page.locator("#cases tbody tr")).to_have_count(20)
    page.locator('.timeline .wide a[data-case="case-igor-gouzenko"]').click()
    row = page.locator("#case-igor-gouzenko")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("1945")


def test_files_are_added_refused_in_one_sentence_and_removed(page: Page, tmp_path: Path) -> None:
    good = tmp_path / "standing-orders.md"
    good.write_text(
        "# Orders\n\nThe zibeline office keeps the *keys* of <b>every</b> safe.\n", encoding="utf-8"
    )
    bad = tmp_path / "picture.pdf"
    bad.write_bytes(b"%PDF-1.7\nthis is no more than the first line of one")
    open_tab(page, "Your documents")
    page.locator("#files input[type=file]").set_input_files([str(good), str(bad)])
    expect(page.locator("#outcome .good")).to_contain_text("standing-orders.md is added")
    refused = page.locator("#outcome .bad")
    expect(refused).to_have_count(1)
    expect(refused).to_contain_text("picture.pdf")
    row = page.locator("#own-documents li", has_text="standing-orders.md")
    expect(row).to_be_visible()
    open_tab(page, "Ask")
    ask(page, "Which office keeps the keys of every safe, the zibeline one?")
    expect(page.locator('#beside .place[data-id^="STANDING-ORDERS#"]')).to_contain_text("<b>every</b>")
    open_tab(page, "Your documents")
    row.locator("button", has_text="Remove").click()
    expect(row).to_have_count(0)
    page.locator("#own-documents .undo button").click()
    expect(row).to_have_count(1)
    row.locator("button", has_text="Remove").click()
    expect(row).to_have_count(0)


def test_settings_say_that_no_model_is_needed_and_what_is_wrong_with_one(page: Page) -> None:
    open_tab(page, "Settings")
    expect(page.get_by_text("No language model is needed.")).to_be_visible()
    page.get_by_label("Model").fill("without a colon")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#settings-outcome .bad")).to_contain_text("provider:model")
    page.get_by_label("Model").fill("openai:nothing")
    page.get_by_label("Address").fill("http://127.0.0.1:9/v1")
    page.get_by_role("button", name="Test connection").click()
    expect(page.locator("#settings-outcome .bad")).to_contain_text("connection")


@pytest.mark.parametrize(("button", "ending"), [("Markdown", ".md"), ("Word", ".docx")])
def test_a_conversation_is_exported(page: Page, button: str, ending: str) -> None:
    ask(page, "Show me NSCID-13#9.b")
    with page.expect_download() as download:
        page.locator("#bar button", has_text=button).click()
    assert download.value.suggested_filename == f"show-me-nscid-13-9-b{ending}"
    data = Path(download.value.path()).read_bytes()
    assert b"questionnaires" in data if ending == ".md" else data.startswith(b"PK")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_width_never_scrolls_sideways_and_paragraphs_open_in_a_sheet(
    browser: Browser, served: Served, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone = context.new_page()
    visit(phone, served)
    ask(phone, "My defector thinks very highly of himself, how should I treat him?")
    assert _sideways(phone) == []
    sheet = phone.locator("#beside-column")
    expect(sheet).not_to_be_in_viewport()
    phone.locator("#live .to-paragraph").first.click()
    expect(sheet).to_be_in_viewport()
    expect(phone.locator("#beside .place.active mark").first).to_be_in_viewport()
    expect(phone.locator("#beside .place.active > header .number")).to_be_in_viewport()
    phone.keyboard.press("Escape")
    expect(sheet).not_to_be_in_viewport()
    expect(phone.locator("#new-here")).to_be_in_viewport()
    for tab in ("Reading room", "Duties", "Cases", "Your documents", "Settings"):
        open_tab(phone, tab)
        expect(phone.locator(".tabitem:visible")).to_be_visible()
        assert _sideways(phone) == [], tab
    context.close()


def _sideways(page: Page) -> list[str]:
    """What stands out of the page to the right, but for what scrolls in a frame of its own."""
    return page.evaluate("""() => [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()
            && !e.closest('svg, .shelf, .tab-wrapper, details:not([open])'))
        .map(e => `${e.tagName} ${e.id} ${e.className}`)""")


def test_dark_is_dark_and_readable(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, color_scheme="dark")
    dark = context.new_page()
    visit(dark, served)
    ask(dark, "Can I promise him that he will be let into the United States?")
    assert _contrast(dark, "body", "body") > 7
    for chosen in ("#live .lead", "#live .issuer", "#beside mark", "#live .to-paragraph", "#send"):
        assert _contrast(dark, chosen, chosen) >= 4.5, chosen
    assert dark.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(25, 22, 19)"
    context.close()


def test_light_is_readable(page: Page) -> None:
    ask(page, "Can I promise him that he will be let into the United States?")
    for chosen in ("#live .lead", "#live .issuer", "#beside mark", "#live .to-paragraph", "#send", ".keys"):
        assert _contrast(page, chosen, chosen) >= 4.5, chosen


def _contrast(page: Page, text: str, ground: str) -> float:
    """The contrast ratio of an element's text with the first opaque background behind it."""
    return page.evaluate(
        """([text, ground]) => {
        const rgb = (value) => value.match(/[\\d.]+/g).map(Number);
        const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
            .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
            .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
        let behind = document.querySelector(ground);
        const opaque = (e) => (rgb(getComputedStyle(e).backgroundColor)[3] ?? 1) === 1;
        while (!opaque(behind)) behind = behind.parentElement;
        const a = light(rgb(getComputedStyle(document.querySelector(text)).color));
        const b = light(rgb(getComputedStyle(behind).backgroundColor));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }""",
        [text, ground],
    )


def test_no_request_leaves_this_machine(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    asked: list[str] = []

    def look(route: Route) -> None:
        asked.append(route.request.url)
        route.continue_()

    context.route(re.compile(r"^https?://(?!127\.0\.0\.1[:/])"), look)
    opened = context.new_page()
    visit(opened, served)
    ask(opened, "Why do people defect?")
    for tab in ("Reading room", "Cases", "Your documents"):
        open_tab(opened, tab)
    context.close()
    assert asked == []


def test_conversations_outlive_a_crash(browser: Browser, index_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(index_folder, tmp_path / "index")
    served = Served(tmp_path)
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    try:
        opened = context.new_page()
        visit(opened, served)
        ask(opened, "Show me NSCID-13#9.b")
        served.kill()
        served.start()
        visit(opened, served)
        expect(opened.locator("#past .answer blockquote")).to_contain_text("questionnaires")
        expect(opened.locator("#conversations li")).to_have_count(1)
    finally:
        context.close()
        served.kill()


def test_a_plan_asked_for_in_the_conversation_opens_with_its_files(page: Page) -> None:
    ask(page, "A 90-minute first debrief of a Soviet cipher clerk for CIA and State")
    expect(page.locator("#live .prose")).to_contain_text("of 90 minutes")
    page.locator("#live button", has_text="Open the plan").click()
    expect(page.locator("#plan")).to_contain_text("In which language is it easiest for you to talk?")
    expect(page.locator("#plan-title")).to_contain_text("cipher clerk")
    open_tab(page, "Ask")
    page.locator("#live button", has_text="Its files").click()
    expect(page.locator("#plan")).to_contain_text("XLSForm")
