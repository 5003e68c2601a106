// The mock debriefs' tab: lines that stand on the page at once, drafts and notes, links to lines.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const flash = (element) => {
    element.classList.remove("flash");
    void element.offsetWidth;
    element.classList.add("flash");
    setTimeout(() => element.classList.remove("flash"), 2200);
  };
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => window.matchMedia("(max-width: 1000px)").matches;

  const view = () => find("#mock-main .mock-view");
  const current = () => view()?.dataset.run || "";
  const box = () => find("#mock-form textarea");
  const notes = () => find("#mock-notes-text");
  const tell = (detail) => view()?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const stands = () => find("#mock-standing-part .mock-standing")?.dataset.stands || "going";
  const lineOf = (id) => find(`#mock-main .mock-line[data-id="${CSS.escape(id)}"]`);

  // ---- What is kept in the browser.
  const read = (store, key) => {
    try { return JSON.parse(store.getItem(key)) || {}; } catch { return {}; }
  };
  const keep = (store, key, value) => {
    try { store.setItem(key, JSON.stringify(value)); } catch { /* The page goes on without. */ }
  };
  const DRAFTS = "debrief-mock-drafts";
  const NOTES = "debrief-mock-notes";
  const WAITING = "debrief-mock-waiting";
  const put = (key, id, value) => {
    const { [id]: _, ...rest } = read(sessionStorage, key);
    keep(sessionStorage, key, value ? { ...rest, [id]: value } : rest);
  };

  // ---- Lines
  const fit = (area) => {
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, 180)}px`;
  };
  const spoken = (who, name, words) => {
    const line = document.createElement("li");
    line.className = `mock-line by-${who} waiting`;
    line.innerHTML = '<p class="who"><b dir="auto"></b></p><p class="words" dir="auto"></p>';
    find("b", line).textContent = name;
    find(".words", line).textContent = words;
    return line;
  };
  const stand = (id, { text }) => {
    const list = find("#mock-main .mock-talk");
    if (!list || lineOf(id)) return;
    every(".coming", list).forEach((each) => each.remove());
    const line = spoken("trainee", view().dataset.trainee, text);
    line.dataset.id = id;
    const coming = spoken("subject", view().dataset.subject, "…");
    coming.classList.add("coming");
    list.append(line, coming);
  };
  const send = (id, { run, text, asked }) => tell({ do: "alter", what: "say", run, id, text, asked });
  const newId = () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  const say = () => {
    const text = box().value.trim();
    if (!text || !current()) return void box()?.focus();
    if (stands() !== "going") return flash(find("#mock-why"));
    const id = newId();
    const line = { run: current(), text, asked: window.debrief.mock.askedBy(text) };
    put(WAITING, id, line);
    stand(id, line);
    send(id, line);
    box().value = "";
    put(DRAFTS, current(), "");
    fit(box());
    box().focus({ preventScroll: true });
    toEnd();
  };
  const below = () => {
    const scroller = find("#mock-main");
    if (!narrow()) return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    return scroller.getBoundingClientRect().bottom - find("#mock-foot").getBoundingClientRect().top;
  };
  const toEnd = () => {
    if (narrow()) window.scrollBy({ top: below() });
    else find("#mock-main").scrollTo({ top: find("#mock-main").scrollHeight });
  };
  // Who has scrolled back to read is not taken to the end by what comes meanwhile.
  let atEnd = true;
  document.addEventListener("scroll", () => { if (view()?.offsetParent) atEnd = below() < 60; }, true);

  // ---- Notes
  let saving = 0;
  const saveNotes = () => {
    clearTimeout(saving);
    saving = 0;
    if (notes() && current()) tell({ do: "alter", what: "notes", run: current(), id: "", text: notes().value });
  };

  // ---- What the server says of a change.
  const says = (says) => {
    const there = find("#mock-says");
    // What came from another seat takes no sentence away.
    if (says?.what !== "look" || says.wrong) there.textContent = says?.wrong || "";
    if (!says) return;
    const { what, id, wrong } = says;
    window.debrief.mock.heard(says);
    if (wrong) {
      there.scrollIntoView({ block: "nearest" });
      if (what === "say") notKept(id);
      return;
    }
    if (what === "say") {
      window.debrief.mock.ticked(read(sessionStorage, WAITING)[id]?.asked || []);
      put(WAITING, id, null);
    }
    if (what === "notes" && !saving) put(NOTES, current(), null);
    if (["begin", "open", "go", "end", "watch"].includes(what)) {
      find("#mock-main").scrollTo({ top: 0 });
      if (what === "end" || narrow()) window.scrollTo({ top: 0 });
      if (what === "begin" && !narrow()) box()?.focus({ preventScroll: true });
      if (["open", "watch"].includes(what) && ["room", "watch"].includes(view()?.dataset.view)) toEnd();
    }
    if (what === "override" || what === "take_back") find(`#mock-main [data-judgement="${CSS.escape(id)}"] :is(summary, button.quiet)`)?.focus({ preventScroll: true });
  };
  // A line that was refused goes back into the box, unless another is being written there already.
  const notKept = (id) => {
    const line = read(sessionStorage, WAITING)[id];
    every("#mock-main .coming").forEach((each) => each.remove());
    if (!line || !box() || line.run !== current() || box().value.trim()) return;
    put(WAITING, id, null);
    lineOf(id)?.remove();
    box().value = line.text;
    put(DRAFTS, current(), line.text);
    fit(box());
  };
  const file = (file) => {
    if (file?.wrong) find("#mock-says").textContent = file.wrong;
    window.debrief.download(file);
  };

  // ---- After each change of the page
  let seen = "";
  const settings = () => read(localStorage, "debrief-mock-settings");
  const refreshMain = () => {
    const now = view();
    if (!now) return;
    const key = `${current()} ${now.dataset.view}`;
    const other = seen !== key;
    seen = key;
    every('[name="trainee"]', now).forEach((each) => { if (!each.value) each.value = settings().trainee || ""; });
    if (now.dataset.view === "watch" && (other || atEnd)) requestAnimationFrame(toEnd);
    if (now.dataset.view !== "room") return;
    for (const [id, line] of Object.entries(read(sessionStorage, WAITING))) {
      if (line.run !== current()) continue;
      if (lineOf(id)) {
        window.debrief.mock.ticked(line.asked || []);
        put(WAITING, id, null);
      } else {
        stand(id, line);
        // After a reload nobody else sends it.
        if (other) send(id, line);
      }
    }
    if (other || atEnd) requestAnimationFrame(toEnd);
  };
  const refreshComposer = () => {
    if (!box()) return;
    box().value = read(sessionStorage, DRAFTS)[current()] || "";
    fit(box());
  };
  const refreshNotes = () => {
    const typed = read(sessionStorage, NOTES)[current()];
    if (!notes() || !typed || typed.text === notes().value) return;
    notes().value = typed.text;
    saveNotes();
  };
  const refreshReminders = () => {
    const on = settings().reminders !== false;
    every("#mock [data-q=reminders]").forEach((each) => { each.checked = on; });
    find("#mock")?.classList.toggle("no-reminders", !on);
  };

  // ---- Clicks and keys
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    every("#mock .mock-menu[open]").forEach((each) => { if (!each.contains(event.target)) each.open = false; });
    if (!event.target.closest("#mock")) return;
    const target = event.target.closest("button");
    if (target?.dataset.q !== "turn") return;
    const there = find(`#mock-main .mock-line[data-turn="${CSS.escape(target.dataset.turn)}"]`);
    if (!there) return;
    there.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    there.focus({ preventScroll: true });
    flash(there);
  });
  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (sent.matches("#mock-form")) {
      event.preventDefault();
      say();
    } else if (sent.matches("#mock [data-do=begin]")) {
      keep(localStorage, "debrief-mock-settings", { ...settings(), trainee: sent.elements.trainee.value });
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target === box()) {
      fit(box());
      put(DRAFTS, current(), box().value);
    } else if (event.target === notes()) {
      put(NOTES, current(), { text: notes().value });
      clearTimeout(saving);
      saving = setTimeout(saveNotes, 500);
    }
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("#mock [data-q=reminders]")) return;
    keep(localStorage, "debrief-mock-settings", { ...settings(), reminders: event.target.checked });
    refreshReminders();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") every("#mock .mock-menu[open]").forEach((each) => {
      each.open = false;
      find("summary", each).focus();
    });
    if (event.target !== box() || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    say();
  });

  const { updated: before } = window.debrief;
  const updated = (element) => {
    before(element);
    if (!element.closest("#mock")) return;
    if (element.closest("#mock-main")) refreshMain();
    else if (element.closest("#mock-composer")) refreshComposer();
    else if (element.closest("#mock-notes-part")) refreshNotes();
    else if (element.closest("#mock-reminders-part")) refreshReminders();
  };
  // A tab that was hidden when the run came could not be scrolled then.
  const { arrived: arrivedBefore } = window.debrief;
  const arrived = (tab) => {
    arrivedBefore(tab);
    if (tab === "mock" && ["room", "watch"].includes(view()?.dataset.view)) requestAnimationFrame(() => requestAnimationFrame(toEnd));
  };
  window.debrief.stages.mock = { says, file };
  Object.assign(window.debrief, { updated, arrived });
  // For the other scripts of this tab.
  window.debrief.mock = { view, current, box, tell, read, keep, put, settings, fit, toEnd, narrow, stands };
})();
