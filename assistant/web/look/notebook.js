// The notebook's tab: lines that stand on the page before the server has them, what is being typed, the clocks, keys.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => window.matchMedia("(max-width: 1000px)").matches;
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select");

  const view = () => find("#notebook-lines .notebook-view");
  const current = () => view()?.dataset.notebook || "";
  const form = () => find("#note-form");
  const box = () => form()?.elements.text;
  const tell = (detail) => view()?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const alter = (what, more) => tell({ do: "alter", what, notebook: current(), ...more });
  const lineOf = (id) => find(`#notebook-lines .noted-line[data-id="${CSS.escape(id)}"]`);
  const cardOf = (key) => find(`#reminders .reminder[data-key="${CSS.escape(key)}"]`);

  // ---- What is kept in the browser: what is being typed, and lines of which nobody knows whether they arrived.
  const read = (key) => {
    try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; }
  };
  const keep = (key, value) => {
    try {
      if (Object.keys(value).length) sessionStorage.setItem(key, JSON.stringify(value));
      else sessionStorage.removeItem(key);
    } catch { /* A full or forbidden store keeps nothing; the page goes on. */ }
  };
  const DRAFTS = "debrief-notebook-drafts";
  const WAITING = "debrief-notebook-waiting";
  const draft = (id) => read(DRAFTS)[`${current()} ${id}`];
  const keepDraft = (id, value) => {
    const { [`${current()} ${id}`]: _, ...rest } = read(DRAFTS);
    keep(DRAFTS, value ? { ...rest, [`${current()} ${id}`]: value } : rest);
  };
  const waiting = () => read(WAITING);
  const arrived = (id) => {
    const { [id]: _, ...rest } = waiting();
    keep(WAITING, rest);
  };

  // ---- Lines
  const NAMES = { handler: "Handler", subject: "Subject", note: "Note" };
  const SAYS = { handler: "What you say", subject: "What he says", note: "A note, said by nobody" };
  const OTHER = { handler: "subject", subject: "handler", note: "note" };
  const role = () => form()?.elements.role.value || "handler";
  const turnTo = (name) => {
    const here = form();
    if (!here) return;
    here.elements.role.value = name;
    here.dataset.role = name;
    box().placeholder = SAYS[name];
  };
  const fit = (area) => {
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight + 2, 180)}px`;
  };
  const keepTyped = () => keepDraft("", box().value || role() !== "handler" ? { text: box().value, role: role() } : null);

  // A line is on the page as soon as it is typed; the server's own takes its place.
  const stand = (id, { role: by, text }) => {
    const list = find("#notebook-lines .noted");
    if (!list || lineOf(id)) return;
    const line = document.createElement("li");
    line.className = `noted-line by-${by} waiting`;
    line.dataset.id = id;
    line.innerHTML = '<p class="who"><b></b> <time></time></p><p class="words" dir="auto"></p>';
    find("b", line).textContent = NAMES[by];
    find("time", line).dateTime = new Date().toISOString();
    find(".words", line).textContent = text;
    list.append(line);
    find("#notebook-lines .nothing-yet")?.remove();
    showTimes(line);
  };
  const send = (id, { notebook, role: by, text }) => tell({ do: "alter", what: "add", notebook, id, role: by, text });
  const newId = () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  const add = () => {
    const text = box().value.trim();
    if (!text || !current()) return void box()?.focus();
    const line = { notebook: current(), role: role(), text };
    const id = newId();
    keep(WAITING, { ...waiting(), [id]: line });
    stand(id, line);
    send(id, line);
    box().value = "";
    turnTo(OTHER[line.role]);
    keepTyped();
    fit(box());
    box().focus({ preventScroll: true });
    toEnd();
  };
  const toEnd = () => {
    const scroller = find("#notebook-lines");
    if (!narrow()) return void scroller.scrollTo({ top: scroller.scrollHeight });
    // Until the last line stands right above the box, which sticks to the edge of the window.
    const foot = find("#notebook-foot").getBoundingClientRect();
    window.scrollBy({ top: scroller.getBoundingClientRect().bottom - foot.top });
  };

  // ---- Mending a line in its place
  const EDITOR = `<div class="segments" role="radiogroup" aria-label="Who says it"></div>
    <textarea rows="1" maxlength="4000" dir="auto" aria-label="What is said"></textarea>
    <p class="wrong" data-wrong role="alert"></p>
    <div class="editor-foot"><span class="keys"><span><kbd>Enter</kbd> saves</span> <span><kbd>Esc</kbd> leaves it</span></span>
      <button type="button" class="quiet" data-q="leave">Cancel</button>
      <button type="submit" class="primary"><span>Save</span></button></div>`;
  const mend = (line, focus = true) => {
    if (find(".mending", line)) return;
    const { id } = line.dataset;
    const kept = draft(id) || { text: find(".words", line).textContent, role: line.dataset.role };
    const editor = document.createElement("form");
    editor.className = "mending";
    editor.innerHTML = EDITOR;
    for (const [value, name] of Object.entries(NAMES)) {
      const label = document.createElement("label");
      label.innerHTML = `<input type="radio" name="role" value="${value}"><span>${name}</span>`;
      find(".segments", editor).append(label);
    }
    find("textarea", editor).value = kept.text;
    editor.elements.role.value = kept.role;
    line.classList.add("being-mended");
    line.append(editor);
    fit(find("textarea", editor));
    if (!focus) return;
    keepDraft(id, kept);
    find("textarea", editor).focus();
    editor.scrollIntoView({ block: "nearest" });
  };
  const leave = (editor) => {
    const line = editor.closest(".noted-line");
    keepDraft(line.dataset.id, null);
    line.classList.remove("being-mended");
    editor.remove();
    focusLine(line);
  };
  const save = (editor) => {
    const { id } = editor.closest(".noted-line").dataset;
    wanted = () => lineOf(id);
    alter("mend", { id, text: find("textarea", editor).value, role: editor.elements.role.value });
  };
  const takeOut = (line) => {
    wanted = () => find("#notebook-lines .undo button");
    alter("take_out", { id: line.dataset.id });
  };
  // Of the lines one is on the way of the Tab key; the arrows lead to the others.
  const focusLine = (line) => {
    if (!line) return;
    every("#notebook-lines .noted-line[tabindex='0']").forEach((each) => { each.tabIndex = -1; });
    line.tabIndex = 0;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  };

  // ---- After each change of the page: what was open, was being typed or is still on its way is there again.
  let wanted = null;
  let seen = "";
  const opened = new Set();
  const focusWanted = (again = true) => {
    const target = wanted?.();
    if (!target && again) return void setTimeout(() => focusWanted(false), 60);
    wanted = null;
    // Whoever has begun to type meanwhile goes on typing.
    if (!target || document.activeElement === box()) return;
    if (target.matches(".noted-line")) return void focusLine(target);
    target.focus({ preventScroll: true });
    // The first card with what stands above it; on a narrow page all stays where the thumb is.
    const scroller = target.closest("#reminders");
    if (!scroller || narrow()) return;
    if (target === cards()[0]) scroller.scrollTo({ top: 0 });
    else target.scrollIntoView({ block: "nearest" });
  };
  const refreshLines = () => {
    const now = view();
    if (!now) return;
    const key = `${current()} ${now.dataset.view}`;
    const other = seen !== key;
    seen = key;
    if (now.dataset.view !== "lines") {
      if (other) find("#notebook-lines").scrollTo({ top: 0 });
      return;
    }
    for (const [id, line] of Object.entries(waiting())) {
      if (lineOf(id)) arrived(id);
      else if (line.notebook === current()) {
        stand(id, line);
        // After a reload nobody else sends it.
        if (other) send(id, line);
      }
    }
    every("#notebook-lines .noted-line").forEach((line) => { if (draft(line.dataset.id)) mend(line, false); });
    const last = every("#notebook-lines .noted-line").pop();
    if (last) last.tabIndex = 0;
    if (other) {
      opened.clear();
      requestAnimationFrame(toEnd);
    }
  };
  const refreshComposer = () => {
    if (!form()) return;
    const kept = draft("") || { text: "", role: "handler" };
    box().value = kept.text;
    turnTo(kept.role);
    fit(box());
  };

  // ---- Clocks
  const clock = (seconds) => {
    const days = Math.floor(seconds / 86400);
    if (days) return `${days} ${days === 1 ? "day" : "days"}`;
    const two = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  const tick = () => every("#notebook [data-since]").forEach((each) => {
    const until = each.dataset.until ? Date.parse(each.dataset.until) : Date.now();
    const says = clock(Math.max(0, Math.floor((until - Date.parse(each.dataset.since)) / 1000)));
    if (each.textContent !== says) each.textContent = says;
  });
  const showTimes = (root) => every("time:empty", root).forEach((each) => {
    each.textContent = new Date(each.dateTime).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  });
  setInterval(() => find("#notebook")?.offsetParent && tick(), 1000);

  // ---- What the server says of a change.
  const says = (says) => {
    every("#notebook [data-wrong], #notebook-says").forEach((each) => { each.textContent = ""; });
    if (!says) return;
    const { what, id, wrong } = says;
    if (!wrong) {
      if (what === "add") arrived(id);
      if (what === "mend") {
        const editor = find(".mending", lineOf(id) || document.createElement("li"));
        keepDraft(id, null);
        if (editor) leave(editor);
      }
      if (what === "begin" || what === "open") box()?.focus({ preventScroll: true });
      if (["outcome", "take_back"].includes(what) && find(".cue-tallies[open]")) tally();
      if (wanted) focusWanted();
      return;
    }
    wanted = null;
    if (what === "add") notKept(id);
    const there = (what === "mend" && find(".mending [data-wrong]", lineOf(id))) || find("#notebook-says");
    there.textContent = wrong;
    there.scrollIntoView({ block: "nearest" });
  };
  // A line that was refused goes back into the box, unless another is being written there already.
  const notKept = (id) => {
    const line = waiting()[id];
    if (!line || !box() || line.notebook !== current()) return;
    if (box().value.trim()) return;
    arrived(id);
    lineOf(id)?.remove();
    box().value = line.text;
    turnTo(line.role);
    keepTyped();
    fit(box());
  };
  const file = (file) => {
    if (file?.wrong) find("#notebook-says").textContent = file.wrong;
    window.debrief.download(file);
  };
  const tally = () => find("#cue-tallies details")
    ?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail: { do: "tally" } }));

  // ---- Reminders
  const cards = () => every("#reminders .reminder").filter((each) => each.checkVisibility());
  const settle = (card, value) => {
    wantNeighbour(card);
    find(`[data-value="${value}"]`, card).click();
  };
  const wantNeighbour = (card) => {
    const all = cards();
    const at = all.indexOf(card);
    const key = (all[at + 1] || all[at - 1])?.dataset.key;
    // Where the answer has brought another reminder up, the first of them.
    // The box after the last of them, but not on a phone, where that would bring the keyboard up.
    wanted = () => (key && cardOf(key)) || cards()[0] || (narrow() ? null : box());
  };
  const goTo = (target) => {
    target.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    target.classList.remove("flash");
    void target.offsetWidth;
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), 2200);
  };

  // ---- Clicks and keys
  const rename = (open) => {
    const renaming = find("#notebook-title .rename");
    renaming.hidden = !open;
    find("#notebook-title .titled").hidden = open;
    if (open) find("input", renaming).select();
  };
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#notebook")) return;
    const summary = event.target.closest(".cue-tallies > summary");
    if (summary && !summary.parentElement.open) tally();
    const target = event.target.closest("button");
    if (!target) return;
    const { q, what, value, id } = target.dataset;
    const line = target.closest(".noted-line");
    if (q === "mend") mend(line);
    else if (q === "take_out") takeOut(line);
    else if (q === "leave") leave(target.closest(".mending"));
    else if (q === "rename") rename(true);
    else if (q === "keep-title") rename(false);
    else if (q === "to-line") {
      const there = lineOf(target.dataset.line);
      if (there) goTo(there);
    } else if (q === "to-reminder") {
      const card = cardOf(target.dataset.key);
      if (card) {
        goTo(card);
        card.focus({ preventScroll: true });
      }
    }
    if (what === "outcome" && value && !wanted) wantNeighbour(target.closest(".reminder"));
    if (what === "take_back") wanted = () => cardOf(id);
    if (what === "put_back") wanted = () => lineOf(id);
  });

  document.addEventListener("submit", (event) => {
    const sent = event.target;
    if (sent.matches("#note-form")) {
      event.preventDefault();
      add();
    } else if (sent.matches(".mending")) {
      event.preventDefault();
      save(sent);
    } else if (sent.matches("#notebook-title .rename")) rename(false);
  });

  document.addEventListener("input", (event) => {
    const editor = event.target.closest?.(".mending");
    if (editor) {
      keepDraft(editor.closest(".noted-line").dataset.id, { text: find("textarea", editor).value, role: editor.elements.role.value });
      if (event.target.matches("textarea")) fit(event.target);
    } else if (event.target.closest?.("#note-form")) {
      if (event.target.name === "role") turnTo(role());
      else fit(box());
      keepTyped();
    }
  });

  document.addEventListener("change", (event) => {
    const { tick: id } = event.target.dataset || {};
    if (!id || !event.target.closest("#session-duties")) return;
    wanted = () => find(`#session-duties [data-tick="${CSS.escape(id)}"]`);
    alter("duty", { id, value: event.target.checked });
  });

  document.addEventListener("toggle", (event) => {
    const key = event.target.dataset?.keep;
    if (!key || !event.target.closest("#notebook")) return;
    if (event.target.open) opened.add(key);
    else opened.delete(key);
  }, true);

  const ROLES = { Digit1: "handler", Digit2: "subject", Digit3: "note" };
  const ANSWERS = { d: "done", n: "not now", w: "wrong" };
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (!(target instanceof Element) || !find("#notebook")?.offsetParent) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey && !command && ROLES[event.code] && box()) {
      event.preventDefault();
      turnTo(ROLES[event.code]);
      keepTyped();
      return void box().focus();
    }
    if (!target.closest("#notebook") || command || event.altKey) return;
    const enter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    const editor = target.closest(".mending");
    if (editor && target.matches("textarea") && enter) {
      event.preventDefault();
      return void save(editor);
    }
    if (editor && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return void leave(editor);
    }
    if (target === box()) {
      if (enter) {
        event.preventDefault();
        add();
      } else if (event.key === "ArrowUp" && !target.value) {
        event.preventDefault();
        focusLine(every("#notebook-lines .noted-line:not(.waiting)").pop());
      }
      return;
    }
    if (typing(target)) {
      if (event.key === "Escape" && target.closest(".rename")) rename(false);
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const key = event.key.toLowerCase();
    if (target.matches(".noted-line")) {
      const all = every("#notebook-lines .noted-line:not(.waiting)");
      if (step) {
        event.preventDefault();
        const next = all[all.indexOf(target) + step];
        if (next) focusLine(next);
        else if (step > 0) box()?.focus();
      } else if (key === "e" || event.key === "Enter") {
        event.preventDefault();
        mend(target);
      } else if (event.key === "Delete") takeOut(target);
      return;
    }
    const card = target.closest("#reminders .reminder");
    if (card && step && target === card) {
      event.preventDefault();
      const all = cards();
      all[all.indexOf(card) + step]?.focus();
    } else if (card && ANSWERS[key]) {
      event.preventDefault();
      settle(card, ANSWERS[key]);
    } else if (key === "u" && target.closest("#notebook-beside")) find("#reminders .undo button")?.click();
  });

  const { updated: before } = window.debrief;
  let focused = null;
  // Whoever stands on a card when another appears stays on it.
  document.addEventListener("focusin", (event) => {
    focused = event.target.closest?.("#reminders .reminder")?.dataset.key || null;
  });
  const updated = (element) => {
    before(element);
    if (!element.closest("#notebook")) return;
    if (element.closest("#notebook-lines")) refreshLines();
    else if (element.closest("#composer-note")) refreshComposer();
    else if (element.closest("#reminder-strip")) {
      // It takes its room from the lines: the last one stays in sight of whoever is typing.
      if (narrow() && document.activeElement === box()) toEnd();
    }
    else if (element.closest("#reminders") && !wanted && focused && document.activeElement === document.body) {
      cardOf(focused)?.focus({ preventScroll: true });
    }
    every("[data-keep]", element).forEach((each) => { each.open = opened.has(each.dataset.keep); });
    showTimes(element);
    tick();
  };
  window.debrief.stages.notebook = { says, file };
  Object.assign(window.debrief, { updated });
})();
