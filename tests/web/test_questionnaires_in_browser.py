"""Planning a session on the page, in Chromium."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from page_steps import Served, open_tab, visit
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

if TYPE_CHECKING:
    from conftest import ModelServer

pytestmark = pytest.mark.browser

FORMATS = {
    "md": (".md", b"# "),
    "docx": (".docx", b"PK"),
    "pdf": (".pdf", b"%PDF-"),
    "json": (".json", b"{"),
    "xlsform": (".xlsx", b"PK"),
    "surveyjs": (".surveyjs.json", b"{"),
}


def begin(page: Page, example: str = "cipher_clerk") -> Locator:
    """Open the form with an example; "" for an empty one."""
    open_tab(page, "Questionnaires")
    which = f"[data-example={example}]" if example else ":not([data-example])"
    page.locator(f"#plan button.begin{which}").click()
    form = page.locator("#subject")
    expect(form.locator("[data-reading]")).not_to_be_empty()
    return form


def build(
    page: Page, example: str = "cipher_clerk", agencies: str = "CIA STATE", minutes: int = 90, **fields: str
) -> None:
    """Build a plan from an example."""
    form = begin(page, example)
    if agencies != "all":
        form.locator("[data-none=agencies]").click()
        for id in agencies.split():
            form.locator(f"input[name=agencies][value={id}]").check()
    form.locator("[name=minutes]").fill(str(minutes))
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    page.keyboard.press("Control+Enter")
    expect(cards(page).first).to_be_visible(timeout=60_000)


def cards(page: Page) -> Locator:
    return page.locator("#plan .card")


def wordings(page: Page) -> list[str]:
    return page.locator("#plan .card .wording").all_inner_texts()


def view(page: Page, name: str) -> None:
    page.locator(f"#plan-bar [data-view={name}]").click()
    expect(page.locator(f"#plan .plan-view[data-view={name}]")).to_be_visible()


def edit(card: Locator, words: str) -> Locator:
    """Open a question and write other words; they are not saved yet."""
    card.locator("[data-q=edit]").click()
    box = card.locator(".editor textarea")
    box.fill(words)
    return box


def test_an_example_becomes_a_plan_with_its_sources_a_click_away(page: Page) -> None:
    form = begin(page)
    expect(form.locator("[data-reading]")).to_contain_text("read as: cipher clerk")
    expect(form.locator("input[name=access][value=ciphers]")).to_be_checked()
    expect(form.locator("input[name=stage]:checked")).to_have_value("full debrief")
    expect(form.locator("[name=minutes]")).to_have_value("180")
    page.keyboard.press("Control+Enter")
    expect(cards(page).first).to_be_visible(timeout=60_000)
    assert cards(page).count() > 20
    expect(page.locator("#plan-title h2")).to_contain_text("Lantern")
    expect(page.locator("#plan .stretch h3").first).to_have_text("1. Opening")
    expect(page.locator("#plan .tell").first).to_contain_text("You are free to talk with me")
    expect(page.locator("#plans .current .title")).to_contain_text("Lantern")
    asked = cards(page).filter(has=page.locator(".agency")).first
    asked.locator(".agency").first.focus()
    expect(asked.locator(".needs").first).to_contain_text(re.compile(r"[A-Z]+-\d+: \w"))
    asked.locator("[data-q=sources]").click()
    source = asked.locator(".sources button.ref").first
    id = source.get_attribute("data-id")
    source.click()
    expect(page.locator(f'#sheet .paragraph.active[data-id="{id}"]')).to_be_in_viewport()
    page.go_back()
    expect(asked).to_be_visible()


def test_building_says_so_at_once(page: Page) -> None:
    begin(page)
    said = page.evaluate("""() => {
        document.querySelector('#subject').requestSubmit();
        const button = document.querySelector('#subject button[type=submit]');
        return [button.innerText, button.disabled];
    }""")
    assert said == ["Building the plan", True]
    expect(cards(page).first).to_be_visible(timeout=60_000)


def test_what_is_wrong_in_the_form_is_said_beside_it(page: Page) -> None:
    form = begin(page, "")
    expect(form.locator("[data-reading]")).to_contain_text("Kind not known yet")
    form.locator("[name=post]").fill("navigator of a bomber")
    expect(form.locator("[data-reading]")).to_have_text("read as: pilot")
    form.locator("[name=places]").fill("Kiev, 1945, 1940")
    expect(form.locator("[data-remarks]")).to_contain_text("leaves before he comes")
    form.locator("[name=places]").fill("Kiev, 19x5, 1946")
    expect(form.locator("[data-wrong=places]")).to_contain_text("entry 1")
    form.locator("[name=places]").fill("")
    form.locator("[name=minutes]").fill("5")
    form.locator("button[type=submit]").click()
    expect(form.locator("[data-wrong=minutes]")).to_contain_text("Give from 10")
    expect(form.locator("[name=post]")).to_have_value("navigator of a bomber")
    form.locator("label", has_text="First contact").click()
    page.reload()
    expect(form.locator("[name=post]")).to_have_value("navigator of a bomber")
    expect(form.locator("[name=stage]:checked")).to_have_value("first contact")
    form.locator("[data-q=discard]").click()
    expect(form.locator("[name=post]")).to_have_value("")
    form.locator("label", has_text="First contact").click()
    expect(form.locator("[name=minutes]")).to_have_value("45")
    form.locator("[name=sessions]").fill("2")
    expect(form.locator("[name=minutes]")).to_have_value("90")


def test_a_leading_question_is_underlined_and_its_rewording_taken_over(page: Page) -> None:
    build(page)
    card = cards(page).nth(3)
    was = card.locator(".wording").inner_text()
    box = edit(card, "You were afraid of your chief, weren't you?")
    expect(card.locator(".faults b").first).to_have_text("Leading")
    expect(card.locator(".under u").first).to_be_attached()
    expect(card.locator(".faults .source-of").first).not_to_be_empty()
    offered = card.locator(".offer p").inner_text()
    card.locator(".offer [data-q=use]").click()
    expect(box).to_have_value(offered)
    expect(card.locator(".faults b")).to_have_count(0)
    box.press("Enter")
    expect(card.locator(".editor")).to_have_count(0)
    expect(card.locator(".wording")).to_have_text(offered.split("\n")[0])
    page.locator("#plan-bar .undo-last").click()
    expect(card.locator(".wording")).to_have_text(was)


def test_a_threat_is_refused_with_the_reason_and_nothing_changes(page: Page) -> None:
    build(page)
    before = wordings(page)
    threat = "Tell me now, or we will send you back."
    edit(cards(page).nth(2), threat).press("Enter")
    wrong = cards(page).nth(2).locator(".editor .wrong")
    expect(wrong).to_contain_text("This question cannot enter a plan.")
    page.keyboard.press("Escape")
    adding = page.locator("#plan .adding").first
    adding.locator("[data-q=add]").click()
    adding.locator("textarea").fill(threat)
    adding.locator("button[type=submit]").click()
    expect(adding.locator(".wrong")).to_contain_text("This question cannot enter a plan.")
    page.reload()
    expect(cards(page)).to_have_count(len(before))
    assert page.locator("#plan .card > .asked > .wording").all_inner_texts() == before
    expect(adding.locator("textarea")).to_have_value(threat)


def test_questions_are_moved_locked_dropped_noted_and_all_of_it_undone(page: Page) -> None:
    build(page)
    before = wordings(page)
    first, second, third = before[:3]
    cards(page).nth(0).locator("[data-q=down]").click()
    expect(cards(page).nth(0).locator(".wording")).to_have_text(second)
    expect(cards(page).nth(1).locator("[data-q=down]")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    expect(cards(page).nth(0).locator(".wording")).to_have_text(first)
    cards(page).nth(0).focus()
    page.keyboard.press("ArrowDown")
    expect(cards(page).nth(1)).to_be_focused()
    page.keyboard.press("l")
    expect(cards(page).nth(1)).to_have_class(re.compile("locked"))
    page.keyboard.press("n")
    page.keyboard.type("Ask this slowly.")
    page.keyboard.press("Enter")
    expect(cards(page).nth(1).locator(".note")).to_have_text("Ask this slowly.")
    page.keyboard.press("Delete")
    expect(cards(page)).to_have_count(len(before) - 1)
    expect(cards(page).nth(1).locator(".wording")).to_have_text(third)
    expect(cards(page).nth(1)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Control+z")
    expect(cards(page)).to_have_count(len(before))
    expect(cards(page).nth(1)).not_to_have_class(re.compile("locked"))
    expect(page.locator("#plan .note")).to_have_count(0)
    for _ in range(4):
        page.locator("#plan-bar .undo-last").click()
    expect(page.locator("#plan-bar .undo-last")).to_be_disabled()
    assert wordings(page) == before


def test_keys_are_text_where_text_is_written(page: Page) -> None:
    build(page)
    card = cards(page).nth(0)
    count = cards(page).count()
    box = edit(card, "")
    box.press_sequentially("Leel?")
    box.press("Control+z")
    box.press("Delete")
    box.press("ArrowDown")
    expect(card.locator(".editor")).to_have_count(1)
    expect(cards(page)).to_have_count(count)
    expect(page.locator("#plan .locked")).to_have_count(0)
    box.press("Escape")
    expect(card).to_be_focused()


def test_what_was_left_is_taken_in(page: Page) -> None:
    build(page, agencies="all")
    view(page, "left")
    later = page.locator("#plan .later").first
    expect(later.locator(".why-left")).to_have_text("No time in this plan.")
    words = later.locator(".wording").inner_text()
    count = int(page.locator("#plan-bar small").inner_text())
    later.locator("button.take").click()
    expect(page.locator("#plan-bar small")).to_have_text(str(count - 1))
    view(page, "plan")
    assert words in wordings(page)


def test_joined_questions_are_parted(page: Page, tmp_path: Path) -> None:
    build(page, minutes=240)
    view(page, "files")
    with page.expect_download() as download:
        page.locator("#plan [data-format=json]").click()
    plan = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    section = next(s for s in plan["sections"] if any(q["askers"] for q in s["questions"]))
    question = next(q for q in section["questions"] if q["askers"])
    navy = {"agency": "NAVY", "requirement": "NAVY-1", "needs": "Ships.", "question": "NAVY-1.99"}
    question["askers"].append({**navy, "wording": "Which ships lay in the harbour?"})
    (tmp_path / "joined.json").write_text(json.dumps(plan), encoding="utf-8")
    page.locator("#plans .new-plan").click()
    page.locator("#plan input[data-bring]").set_input_files(tmp_path / "joined.json")
    card = page.locator(f'#plan .card[data-id="{question["id"]}"]')
    expect(card.locator(".joined")).to_have_text(f"Joined from {len(question['askers'])}")
    expect(card.locator(".agency", has_text="NAVY")).to_be_visible()
    count = cards(page).count()
    card.locator("[data-q=sources]").click()
    expect(card.locator(".asked-as").last).to_have_text("Asked as “Which ships lay in the harbour?”")
    card.locator("[data-what=part]").last.click()
    expect(cards(page)).to_have_count(count + 1)
    expect(card.locator(".agency", has_text="NAVY")).to_have_count(0)
    alone = page.locator('#plan .card[data-id="NAVY-1.99"]')
    expect(alone.locator(".wording")).to_have_text("Which ships lay in the harbour?")


def test_pairs_that_may_ask_the_same_are_joined_or_kept_apart(page: Page) -> None:
    build(page, agencies="all", minutes=900, sessions="5")
    pairs = page.locator("#plan .alike li")
    page.locator("#plan .alike summary").click()
    count, asked = pairs.count(), cards(page).count()
    assert count >= 2
    id = pairs.first.locator("[data-what=join]").get_attribute("data-id")
    pairs.first.locator("[data-what=join]").click()
    expect(cards(page)).to_have_count(asked - 1)
    expect(page.locator(f'#plan .card[data-id="{id}"] .joined')).to_contain_text("Joined from")
    page.locator("#plan .alike summary").click()
    pairs.first.locator("[data-what=differ]").click()
    expect(pairs).to_have_count(count - 2)
    expect(cards(page)).to_have_count(asked - 1)
    page.locator("#plan-bar .undo-last").click()
    page.locator("#plan-bar .undo-last").click()
    expect(pairs).to_have_count(count)
    expect(cards(page)).to_have_count(asked)


def test_a_model_suggests_questions_that_are_taken_in_or_not(page: Page, model_server: ModelServer) -> None:
    build(page, minutes=120)
    view(page, "coverage")
    expect(page.locator("[data-do=suggest]")).to_have_count(0)
    says = "Which newspapers lay in the reading room?\nYou liked the work, did you not?"
    settings = model_server.settings(says, provider="ollama")
    open_tab(page, "Settings")
    page.get_by_label("Model").fill(settings.chat_model)
    page.get_by_label("Address").fill(settings.chat_address)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#settings-outcome .good")).to_contain_text("Saved")
    try:
        open_tab(page, "Questionnaires")
        page.reload()
        page.locator("[data-do=suggest]").first.click()
        expect(page.locator("#plan-notice")).to_contain_text("suggested for")
        new = page.locator("#plan .later", has_text="Which newspapers lay in the reading room?")
        expect(new).to_contain_text("Suggested by a model")
        new.locator(".take").click()
        expect(new).to_have_count(0)
        view(page, "plan")
        expect(page.locator("#plan .card", has_text="Which newspapers")).to_contain_text(
            "Suggested by a model"
        )
    finally:
        open_tab(page, "Settings")
        page.get_by_role("button", name="Use no model").click()
        expect(page.locator("#settings-outcome .good")).to_contain_text("no model")


def test_too_many_minutes_are_plainly_visible(page: Page) -> None:
    build(page)
    expect(page.locator("#plan-bar .time")).to_have_count(1)
    said = page.locator("#plan-bar .time b").inner_text()
    assert float(said.split(" of ")[0]) <= 91 or "too many" in said
    cards(page).nth(0).locator("[data-q=edit]").click()
    cards(page).nth(0).locator("input[type=number]").fill("60")
    cards(page).nth(0).locator("button[type=submit]").click()
    expect(page.locator("#plan-bar .time.too-long b")).to_contain_text("too many")
    expect(page.locator("#plan-bar .over")).to_be_visible()


def test_each_session_has_its_bar(page: Page) -> None:
    build(page, agencies="all", minutes=240, sessions="2")
    expect(page.locator("#plan-bar .time")).to_have_count(2)
    expect(page.locator("#plan .session")).to_have_text(["Session 1", "Session 2"])
    expect(page.locator("#plan .rest-line").first).to_contain_text("Rest, 10 minutes")


def test_a_plan_says_how_to_treat_him_at_its_opening_and_in_each_rest(page: Page) -> None:
    build(page, agencies="all", minutes=180)
    boxes = page.locator("#plan .guidance")
    opening = boxes.first
    expect(opening).to_contain_text("Before you begin")
    expect(opening.locator("li")).to_have_count(4)
    expect(opening.locator("li", has_text="His family")).to_contain_text("he left family behind")
    rests = page.locator("#plan .guidance[data-place=rest] li b")
    names = rests.all_inner_texts()
    assert len(names) == page.locator("#plan .rest-line").count() >= 2
    assert len({*names}) == len(names)
    cards(page).nth(0).locator("[data-q=lock]").click()
    expect(cards(page).nth(0)).to_have_class(re.compile("locked"))
    assert rests.all_inner_texts() == names
    opening.locator("summary").click()
    cards(page).nth(0).locator("[data-q=lock]").click()
    expect(cards(page).nth(0)).not_to_have_class(re.compile("locked"))
    expect(opening.locator("ul")).to_be_hidden()
    boxes.nth(1).locator("button.ref").click()
    expect(page.locator("#sheet .paragraph.active")).to_be_in_viewport()


def test_the_brief_is_read_and_had_as_a_file(page: Page) -> None:
    build(page)
    view(page, "brief")
    brief = page.locator("#plan .brief")
    expect(brief.locator("h3")).to_have_text("Before a session with Lantern")
    assert brief.locator("li").count() > 8
    assert brief.locator("blockquote").count() == brief.locator("li").count()
    for format, start in (("docx", b"PK"), ("md", b"# Before a session with Lantern")):
        with page.expect_download() as download:
            brief.locator(f"[data-format={format}]").click()
        assert download.value.suggested_filename == f"brief-lantern-full-debrief.{format}"
        assert Path(download.value.path()).read_bytes().startswith(start)
    page.emulate_media(media="print")
    expect(page.locator("#plan-bar")).to_be_hidden()
    expect(brief.locator("h3")).to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    brief.locator("[data-q=print]").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    page.reload()
    expect(brief.locator("h3")).to_be_visible()


def test_coverage_leads_to_the_question(page: Page) -> None:
    build(page, minutes=240)
    view(page, "coverage")
    rows = page.locator("table.coverage tbody tr:not(.of-agency)")
    expect(page.locator("table.coverage .of-agency")).to_have_count(2)
    assert rows.count() > 10
    expect(page.locator("table.coverage .not-for-him").first).to_contain_text("not")
    link = page.locator("table.coverage button.ref").first
    id = link.get_attribute("data-focus")
    link.click()
    card = page.locator(f'#plan .card[data-id="{id}"]')
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()


def test_versions_are_named_compared_and_returned_to(page: Page) -> None:
    build(page)
    was = wordings(page)[4]
    edit(cards(page).nth(4), "What did you see from the window?").press("Enter")
    expect(cards(page).nth(4).locator(".wording")).to_have_text("What did you see from the window?")
    cards(page).nth(5).locator("[data-q=drop]").click()
    view(page, "versions")
    lines = page.locator("#plan .versions > li")
    expect(lines).to_have_count(3)
    expect(lines.nth(1)).to_contain_text("Reworded: ")
    lines.nth(2).locator("input").fill("As built <b>")
    lines.nth(2).locator("input").press("Enter")
    expect(lines.nth(2).locator("b")).to_have_text("As built <b>")
    page.locator(".compare button").click()
    changes = page.locator("#plan .differences")
    expect(changes.locator("h4")).to_have_text([re.compile("Dropped"), re.compile("Reworded")])
    expect(changes.locator("section", has_text="Reworded").locator("del")).to_have_text(was)
    expect(changes.locator("ins")).to_have_text("What did you see from the window?")
    lines.nth(2).locator("[data-do=return_to]").click()
    expect(lines).to_have_count(4)
    view(page, "plan")
    expect(cards(page).nth(4).locator(".wording")).to_have_text(was)


def test_every_kind_of_file_is_downloaded_and_json_brought_back(page: Page, tmp_path: Path) -> None:
    build(page)
    asked = wordings(page)
    view(page, "files")
    expect(page.locator("#plan [data-format]")).to_have_count(len(FORMATS))
    for format, (ending, start) in FORMATS.items():
        with page.expect_download() as download:
            page.locator(f"#plan [data-format={format}]").click()
        assert download.value.suggested_filename.endswith(ending)
        data = Path(download.value.path()).read_bytes()
        assert data.startswith(start), format
        assert len(data) > 1000
        (tmp_path / f"plan{ending}").write_bytes(data)
    page.locator("#plans .new-plan").click()
    page.locator("#plan input[data-bring]").set_input_files(tmp_path / "plan.json")
    expect(page.locator("#plan-title h2")).to_be_visible()
    assert wordings(page) == asked
    expect(page.locator("#plans li")).not_to_have_count(1)
    page.locator("#plans .new-plan").click()
    broken = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    broken["sections"][0]["questions"][0]["wording"] = "Answer, or we will send you back."
    (tmp_path / "threat.json").write_text(json.dumps(broken), encoding="utf-8")
    page.locator("#plan input[data-bring]").set_input_files(tmp_path / "threat.json")
    expect(page.locator("#plan-notice li")).to_contain_text("cannot enter a plan")
    expect(cards(page)).to_have_count(len(asked) - 1)
    page.locator("#plan-notice button").click()
    expect(page.locator("#plan-notice .notice")).to_have_count(0)
    page.locator("#plans .new-plan").click()
    (tmp_path / "plan.txt").write_text("This is no plan.", encoding="utf-8")
    page.locator("#plan input[data-bring]").set_input_files(tmp_path / "plan.txt")
    expect(page.locator("#plan-says")).to_contain_text("neither JSON nor")
    expect(page.locator("#plan .bring")).to_contain_text("Bring a plan")


def test_a_former_session_is_not_asked_again(page: Page, tmp_path: Path) -> None:
    build(page, minutes=180)
    ids = [card.get_attribute("data-id") for card in cards(page).all()]
    again = next(id for id in ids if id and id.startswith(("BONA", "THREAT", "KNOW")))
    answers = [{"id": again, "question": "", "answer": "I worked for Colonel Ivashkin in the second office."}]
    (tmp_path / "first.json").write_text(json.dumps(answers), encoding="utf-8")
    view(page, "subject")
    page.locator("#subject [name=former]").set_input_files(tmp_path / "first.json")
    page.locator("#subject button[type=submit]").click()
    expect(page.locator("#plan .card", has_text="You spoke of Colonel Ivashkin")).to_be_visible()
    expect(page.locator(f'#plan .card[data-id="{again}"]')).to_have_count(0)
    view(page, "left")
    expect(page.locator(f'#plan .later[data-id="{again}"] .why-left')).to_contain_text("former session")
    view(page, "subject")
    page.locator("#subject [name=minutes]").fill("200")
    page.locator("#subject button[type=submit]").click()
    expect(page.locator("#plan .card", has_text="You spoke of Colonel Ivashkin")).to_be_visible()
    expect(page.locator(f'#plan .card[data-id="{again}"]')).to_have_count(0)
    view(page, "subject")
    (tmp_path / "empty.txt").write_text("nothing was asked", encoding="utf-8")
    page.locator("#subject [name=former]").set_input_files(tmp_path / "empty.txt")
    page.locator("#subject button[type=submit]").click()
    expect(page.locator('#subject [data-wrong=""]')).to_contain_text("no question was found")


def test_building_anew_keeps_what_is_locked_and_the_title_given(page: Page) -> None:
    build(page)
    edit(cards(page).nth(9), "What did the guards at the gate look for?").press("Enter")
    expect(cards(page).nth(9).locator(".editor")).to_have_count(0)
    page.keyboard.press("l")
    expect(cards(page).nth(9)).to_have_class(re.compile("locked"))
    page.locator("#plan-title [data-q=rename]").click()
    page.locator("#plan-title input").fill("The man from the embassy")
    page.locator("#plan-title input").press("Enter")
    expect(page.locator("#plan-title h2")).to_have_text("The man from the embassy")
    expect(page.locator("#plans .current .title")).to_have_text("The man from the embassy")
    page.locator("#plan-bar .undo-last").click()
    expect(page.locator("#plan-title h2")).not_to_have_text("The man from the embassy")
    page.locator("#plan-title [data-q=rename]").click()
    page.locator("#plan-title input").fill("The man from the embassy")
    page.locator("#plan-title input").press("Enter")
    expect(page.locator("#plan-title h2")).to_have_text("The man from the embassy")
    view(page, "subject")
    expect(page.locator("#subject [name=cover_name]")).to_have_value("Lantern")
    expect(page.locator("#subject [name=minutes]")).to_have_value("90")
    page.locator("#subject [name=minutes]").fill("120")
    page.locator("#subject button[type=submit]").click()
    expect(page.locator("#plan .plan-view")).to_have_attribute("data-view", "plan")
    assert "What did the guards at the gate look for?" in wordings(page)
    expect(page.locator("#plan-title h2")).to_have_text("The man from the embassy")


def test_reloading_keeps_the_plan_the_view_and_what_is_being_written(page: Page) -> None:
    build(page)
    card = cards(page).nth(1)
    edit(card, "Half a question")
    cards(page).nth(6).locator("[data-q=lock]").click()
    expect(cards(page).nth(6)).to_have_class(re.compile("locked"))
    expect(card.locator(".editor textarea")).to_have_value("Half a question")
    page.reload()
    expect(card.locator(".editor textarea")).to_have_value("Half a question")
    expect(cards(page).nth(6)).to_have_class(re.compile("locked"))
    view(page, "coverage")
    page.reload()
    expect(page.locator("table.coverage")).to_be_visible()


def test_plans_are_renamed_deleted_restored_and_opened(page: Page) -> None:
    build(page, "ships_officer")
    page.locator("#plans .current summary").click()
    page.locator("#plans .current input").fill("Second mate <i>")
    page.locator("#plans .current input").press("Enter")
    expect(page.locator("#plan-title h2")).to_have_text("Second mate <i>")
    row = page.locator("#plans li", has_text="Second mate <i>")
    row.locator("summary").click()
    row.locator("button", has_text="Delete").click()
    expect(row).to_have_count(0)
    expect(page.locator("#plan .plan-home")).to_be_visible()
    page.locator("#plans .undo button").click()
    row.locator("button.open").click()
    expect(page.locator("#plan-title h2")).to_have_text("Second mate <i>")
    expect(cards(page).first).to_be_visible()


def test_what_is_typed_shows_as_typed(page: Page) -> None:
    alerts: list[str] = []

    def refuse(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    loud = '"><img src=x onerror=alert(1)>${alert(2)}{{value}}'
    build(page, cover_name=loud, motive_stated=loud, places=f"{loud}, 1940, 1930")
    expect(page.locator("#plan-title h2")).to_contain_text(loud)
    expect(page.locator("#plan .notice")).to_contain_text("leaves before he comes")
    card = cards(page).nth(0)
    words = f"What does {loud} mean?"
    edit(card, words).press("Enter")
    expect(card.locator(".wording")).to_have_text(words)
    card.locator("[data-q=note]").click()
    card.locator("textarea").fill(loud)
    card.locator("textarea").press("Enter")
    expect(card.locator(".note")).to_have_text(loud)
    for name in ("versions", "subject", "plan"):
        view(page, name)
    assert page.locator("#questionnaires img").count() == 0
    edit(card, f"{words} And why?")
    expect(card.locator(".under")).to_contain_text(loud)
    assert page.locator("#questionnaires img").count() == 0
    assert alerts == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_width_never_scrolls_sideways(browser: Browser, served: Served, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    phone = context.new_page()
    visit(phone, served)
    open_tab(phone, "Questionnaires")
    expect(phone.locator("#plan .plan-home")).to_be_visible()
    assert _sideways(phone) == []
    begin(phone)
    assert _sideways(phone) == [], "form"
    phone.locator("#subject [name=minutes]").fill("240")
    phone.locator("#subject [name=sessions]").fill("2")
    phone.locator("#subject button[type=submit]").click()
    expect(cards(phone).first).to_be_visible(timeout=60_000)
    edit(cards(phone).nth(1), "You were afraid of your chief, weren't you?")
    expect(cards(phone).nth(1).locator(".faults b").first).to_be_visible()
    phone.locator(".agency").first.focus()
    assert _sideways(phone) == [], "plan"
    assert phone.locator(".card .act").first.bounding_box()["height"] >= 40  # type: ignore[index]
    expect(phone.locator("#plan .guidance ul").first).to_be_hidden()
    phone.locator("#plan .guidance summary").first.click()
    expect(phone.locator("#plan .guidance ul").first).to_be_visible()
    assert _sideways(phone) == [], "guidance"
    for name in ("brief", "left", "coverage", "versions", "files", "subject"):
        view(phone, name)
        assert _sideways(phone) == [], name
    phone.locator("#plan-title .all-plans").click()
    expect(phone.locator("#plans li").first).to_be_visible()
    context.close()


def _sideways(page: Page) -> list[str]:
    """What stands out of the page to the right."""
    return page.evaluate("""() => [...document.querySelectorAll('#questionnaires, #questionnaires *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()
            && !e.closest('.minutes'))
        .map(e => `${e.tagName} ${e.id} ${e.className}`)""")
