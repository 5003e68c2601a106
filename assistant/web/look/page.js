// Keys, scrolling, copying and the sheet of paragraphs on a narrow page. Served with the page.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = () => window.matchMedia("(max-width: 1000px)").matches;
  const scrollTo = (element, block) =>
    element && element.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
  const soon = (work) => requestAnimationFrame(() => setTimeout(work, 60));

  // Where the focus was before the sheet opened over it.
  let before = null;

  const openSheet = () => {
    if (!narrow()) return;
    before = document.activeElement;
    document.body.classList.add("sheet-open");
    soon(() => find("#beside .close-sheet")?.focus({ preventScroll: true }));
  };
  const closeSheet = () => {
    if (!document.body.classList.contains("sheet-open")) return false;
    document.body.classList.remove("sheet-open");
    before?.focus?.({ preventScroll: true });
    return true;
  };

  const activate = (place) => {
    document.querySelectorAll("#beside .place.active").forEach((each) => each.classList.remove("active"));
    place.classList.add("active");
    const scroller = find("#beside-column");
    const from = (element) => element.getBoundingClientRect().top - place.getBoundingClientRect().top;
    const mark = find("mark", place);
    // From the heading where the marked words are in sight from there too.
    const target = mark && from(mark) > scroller.clientHeight - 120 ? mark : place;
    const top = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const offset = target === mark ? Math.min(scroller.clientHeight / 2, 220) : narrow() ? 52 : 12;
    scroller.scrollTo({ top: scroller.scrollTop + top - offset, behavior: calm() ? "auto" : "smooth" });
  };

  const showBeside = () => {
    openSheet();
    soon(() => {
      const place = find("#beside .place.active") || find("#beside .place");
      if (place) activate(place);
      if (place && !narrow()) place.focus({ preventScroll: true });
    });
  };

  // True when a click needs nothing from the server.
  const handles = (source) => {
    const { do: what, turn, id } = source.dataset;
    if (what === "ask" || what === "again") return stillComing();
    if (what === "read") towards = true;
    if (what !== "cite") return false;
    const beside = find(`#beside .beside[data-turn="${CSS.escape(turn)}"]`);
    const place = beside && find(`.place[data-id="${CSS.escape(id)}"]`, beside);
    if (!place) return false;
    document.querySelectorAll("#beside .place.active").forEach((each) => each.classList.remove("active"));
    place.classList.add("active");
    showBeside();
    return true;
  };

  const toEnd = () => soon(() => {
    const scroll = find("#scroll");
    if (!scroll) return;
    const last = [...document.querySelectorAll("#past .question, #live .question")].pop();
    if (last) scroll.scrollTo({ top: scroll.scrollTop + last.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 16 });
    if (last && narrow()) last.scrollIntoView({ block: "start" });
  });

  // A new question goes to the top of the view once; its answer then grows below it without moving it.
  let asked = "";
  // As the reader left the contents; null as long as he has not touched them.
  let contentsOpen = null;
  const updated = (element) => {
    if (element.closest("#live")) {
      const question = find(".question", element);
      const now = question ? question.textContent : "";
      if (now && now !== asked) toEnd();
      asked = now;
    }
    const contents = find(".contents details", element);
    if (contents) contents.open = contentsOpen ?? !narrow();
    if (contents && !narrow()) find(".shelf .current", element).scrollIntoView({ block: "nearest" });
    if (element.closest("#beside") && !narrow()) find("#beside-column")?.scrollTo({ top: 0 });
  };

  const focusQuestion = () => soon(() => find("#question textarea")?.focus());

  // Says something under the question box for a moment.
  let hinting = 0;
  const hint = (says) => {
    const line = find("#hint");
    if (!line) return;
    line.textContent = says;
    clearTimeout(hinting);
    hinting = setTimeout(() => { line.textContent = ""; }, 4000);
  };
  const stillComing = () => {
    const stop = find("#stop");
    if (!stop || !stop.offsetParent) return false;
    hint("An answer is still coming. Wait for it, or stop it.");
    return true;
  };

  // Addresses: a tab's name, a paragraph's anchor or a case's, so that Back goes where the reader was.
  const NAMES = {
    ask: "ask", questionnaires: "questionnaires", transcripts: "transcripts", notebook: "notebook", mock: "mock-debrief", reading: "reading-room", duties: "duties", cases: "cases", documents: "your-documents",
    settings: "settings",
  };
  let ready = false;
  // A paragraph is about to be shown: its own address is kept, not that of its tab.
  let towards = false;
  let current = "ask";
  const tabOf = (address) => {
    if (address.startsWith("p-")) return "reading";
    if (address.startsWith("case-")) return "cases";
    return Object.keys(NAMES).find((tab) => NAMES[tab] === address) || "ask";
  };
  const here = () => decodeURIComponent(location.hash.slice(1));
  const keepAddress = (address) => {
    if (here() !== address) history.pushState(null, "", `#${address}`);
  };
  const arrived = (tab) => {
    current = tab;
    if (ready && !towards && tabOf(here()) !== tab) keepAddress(NAMES[tab]);
    measure();
  };
  const tell = (detail) =>
    find("#beside .beside, #beside .empty")?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const turnTo = (tab) => {
    if (tab !== current) tell({ do: "turn_to", tab });
  };
  const whenThere = (id, work, tries = 60) => {
    const target = document.getElementById(id);
    if (target && target.offsetParent) work(target);
    else if (tries) setTimeout(() => whenThere(id, work, tries - 1), 50);
  };
  const openAddress = () => {
    const loading = !ready;
    ready = true;
    const address = here();
    // Whoever has turned to a tab while the page was still loading stays there.
    if (loading && !address && current !== "ask") return keepAddress(NAMES[current]);
    closeSheet();
    if (address.startsWith("p-")) {
      if (document.getElementById(address)) {
        turnTo("reading");
        whenThere(address, () => jump(address));
      } else {
        const id = address.slice(2).replace(/_([0-9a-f]+)_/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
        towards = true;
        tell({ do: "read", id });
      }
      return;
    }
    turnTo(tabOf(address));
    if (address.startsWith("case-")) whenThere(address, choose);
  };
  window.addEventListener("popstate", openAddress);

  const choose = (row) => {
    document.querySelectorAll("#cases tr.active").forEach((each) => each.classList.remove("active"));
    row.classList.add("active");
    scrollTo(row, "center");
    row.focus({ preventScroll: true });
    keepAddress(row.id);
  };

  const jump = (id) => {
    const target = document.getElementById(id);
    if (!target) return false;
    document.querySelectorAll("#sheet .paragraph.active").forEach((each) => each.classList.remove("active"));
    target.classList.add("active");
    scrollTo(target, narrow() ? "start" : "center");
    target.focus({ preventScroll: true });
    towards = false;
    keepAddress(id);
    return true;
  };
  const toParagraph = () => {
    closeSheet();
    let tries = 0;
    const look = () => {
      const target = find("#sheet .paragraph.active");
      if (target && target.offsetParent) jump(target.id);
      else if (target && tries++ < 20) setTimeout(look, 50);
      else {
        towards = false;
        if (!target) toTopOfSheet();
        if (tabOf(here()) !== current) keepAddress(NAMES[current]);
      }
    };
    soon(look);
  };
  const toTopOfSheet = () => soon(() => {
    const sheet = find("#sheet-column");
    if (sheet) sheet.scrollTo({ top: 0 });
    if (narrow()) scrollTo(sheet, "start");
  });

  const sheetOpened = () => {
    toTopOfSheet();
    soon(() => {
      const first = find("#sheet .paragraph");
      if (first?.id) keepAddress(first.id);
    });
  };

  const download = (file) => {
    if (!file || !file.base64) return;
    const bytes = Uint8Array.from(atob(file.base64), (each) => each.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const copy = async (button) => {
    const word = find("span", button);
    const was = button.dataset.was || word.textContent;
    button.dataset.was = was;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      word.textContent = "Copied";
    } catch {
      word.textContent = "Not allowed";
    }
    setTimeout(() => { word.textContent = was; }, 1600);
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const copied = target.closest("[data-copy]");
    if (copied) return void copy(copied);
    if (target.closest("[data-close]") || target.id === "beside-column") closeSheet();
    const link = target.closest("[data-jump]");
    if (link && jump(link.dataset.jump)) event.preventDefault();
    const case_ = target.closest("[data-case]");
    if (case_) {
      const row = document.getElementById(case_.dataset.case);
      if (row) {
        event.preventDefault();
        choose(row);
      }
    }
    const summary = target.closest(".contents summary");
    if (summary) contentsOpen = !summary.parentElement.open;
    document.querySelectorAll(".conversations details[open]").forEach((each) => {
      if (!each.contains(target)) each.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const box = find("#question textarea");
      if (box && box.offsetParent) {
        event.preventDefault();
        box.focus();
      }
    }
    if (event.key === "Escape") {
      const menu = find(".conversations details[open]");
      if (menu) {
        menu.open = false;
        find("summary", menu).focus();
      } else if (!closeSheet()) {
        const stop = find("#stop");
        if (stop && stop.offsetParent) stop.click();
      }
    }
  });

  // Before Gradio hears of it: what cannot be asked now is not sent.
  const holdBack = (event) => {
    const box = find("#question textarea");
    const asks = event.type === "click"
      ? event.target instanceof Element && event.target.closest("#send")
      : event.target === box && event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (!box || !asks) return;
    const blank = !box.value.trim();
    if (!blank && !stillComing()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (blank) hint("Type a question first.");
    box.focus();
  };
  document.addEventListener("keydown", holdBack, true);
  document.addEventListener("keypress", holdBack, true);
  document.addEventListener("click", holdBack, true);

  // After Gradio's own style sheets, which are added as its parts load.
  const lookLast = () => document.body.append(find("#look"));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", lookLast);
  else lookLast();

  // The tabs that fill the window need to know how much of it the head takes.
  const measure = () => {
    const tab = [...document.querySelectorAll("#ask, #questionnaires, #transcripts, #notebook, #mock, #reading")].find((each) => each.offsetParent);
    if (!tab) return;
    const above = Math.round(tab.getBoundingClientRect().top + window.scrollY);
    document.documentElement.style.setProperty("--above", `${above}px`);
  };
  const watchHead = () => {
    const head = find("#head");
    if (!head) return void setTimeout(watchHead, 50);
    const observer = new ResizeObserver(measure);
    for (const each of [head, find("#tabs")]) each && observer.observe(each);
  };
  watchHead();

  // Events of a tab's stage: the next is sent when the one before is answered, or when nobody answers it.
  const PATIENCE = 30_000;
  const waiting = {};
  const stages = {};
  const inTurn = (stage, send) => {
    const line = (waiting[stage] ??= []);
    line.push(send);
    if (line.length === 1) next(line);
  };
  const next = (line) => {
    line.timer = setTimeout(() => finished(line), PATIENCE);
    line[0]();
  };
  const finished = (line) => {
    clearTimeout(line.timer);
    line.shift();
    if (line.length) next(line);
  };
  const answered = (stage, says) => {
    try { stages[stage].says(says); } finally { if (waiting[stage]?.length) finished(waiting[stage]); }
  };

  window.debrief = {
    stages, inTurn, answered, handles, updated, showBeside, toEnd, focusQuestion, toParagraph, sheetOpened, download, arrived, openAddress, hint,
  };
})();

// The questionnaires' tab: keys, editing in place, the wording check, the form. What is being written is kept
// in the browser until it is saved, so that neither a reload nor a change elsewhere in the plan loses it.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (target) => target instanceof Element && target.closest("input, textarea, select");
  const later = (work, wait) => {
    let timer = 0;
    return (...given) => { clearTimeout(timer); timer = setTimeout(() => work(...given), wait); };
  };

  // Functions of the server that answer while somebody types.
  let server = null;
  const serves = (given) => { server = given; };

  const view = () => find("#plan .plan-view");
  // ``want`` is where the focus goes when this is done.
  const tell = (detail, want = null) => {
    const sending = () => { wanted = want; };
    view()?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail: { ...detail, sending } }));
  };
  const cardOf = (id) => find(`#plan .card[data-id="${CSS.escape(id)}"]`);
  const sectionOf = (id) => every(`#plan .adding[data-section="${CSS.escape(id)}"]`).pop();

  // ---- Drafts: what is open and not saved yet, by what is done to which question or section.
  const read = (key) => {
    try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; }
  };
  const keep = (key, value) => {
    try {
      if (Object.keys(value).length) sessionStorage.setItem(key, JSON.stringify(value));
      else sessionStorage.removeItem(key);
    } catch { /* A full or forbidden store keeps nothing; the page goes on. */ }
  };
  const DRAFTS = "debrief-plan-drafts";
  const place = (what, id) => JSON.stringify([view()?.dataset.plan, what, id]);
  const keepDraft = (what, id, draft) => keep(DRAFTS, { ...read(DRAFTS), [place(what, id)]: draft });
  const dropDraft = (what, id) => {
    const { [place(what, id)]: _, ...rest } = read(DRAFTS);
    keep(DRAFTS, rest);
  };

  // ---- Editors
  const EDITOR = `
    <label class="field wide"><span class="name"></span><span class="wording-box">
      <span class="under" aria-hidden="true"></span><textarea rows="1" dir="auto"></textarea></span></label>
    <div class="faults" role="status"></div>
    <p class="wrong" data-wrong role="alert"></p>
    <div class="editor-foot">
      <label class="minutes-field">Minutes <input type="number" min="0.5" max="60" step="0.5"></label>
      <label class="kind-field">Kind <select></select></label>
      <span class="keys"><span><kbd>Enter</kbd> saves</span> <span><kbd>Esc</kbd> leaves it</span></span>
      <button type="button" class="quiet" data-q="leave">Cancel</button>
      <button type="submit" class="primary"><span>Save</span></button></div>`;
  const NAMES = { reword: "The question", note: "Your note", add: "A question of your own" };
  const LONGEST = { reword: 600, note: 1000, add: 600 };

  const openEditor = (what, id, draft, focus) => {
    const host = what === "add" ? sectionOf(id) : cardOf(id);
    if (!host || find(".editor", host)) return void find(".editor textarea", host || document)?.focus();
    const form = document.createElement("form");
    form.className = `editor editing-${what}`;
    form.dataset.what = what;
    form.dataset.id = id;
    form.innerHTML = EDITOR;
    const box = find("textarea", form);
    const minutes = find(".minutes-field input", form);
    find(".name", form).textContent = NAMES[what];
    box.maxLength = LONGEST[what];
    box.value = draft?.text ?? (what === "reword" ? host.dataset.wording : what === "note" ? host.dataset.note : "");
    minutes.value = draft?.minutes ?? (what === "reword" ? host.dataset.minutes : "3");
    if (what === "note") find(".minutes-field", form).remove();
    if (what === "add") {
      find(".kind-field select", form).innerHTML = find("#kinds-of-question").innerHTML;
      find(".kind-field select", form).value = draft?.kind ?? "open";
    } else find(".kind-field", form).remove();
    host.classList.add("being-edited", `being-edited-${what}`);
    (what === "reword" ? find(".asked", host) : host)[what === "reword" ? "prepend" : "append"](form);
    if (what === "note") find(".asked", host).append(form);
    fit(box);
    if (what !== "note") check(form);
    if (focus) {
      keepDraft(what, id, written(form));
      box.focus({ preventScroll: true });
      box.setSelectionRange(box.value.length, box.value.length);
      form.scrollIntoView({ block: "nearest" });
    }
  };
  // The box that is being written in; when the plan is drawn anew, writing goes on in the new one.
  let writing = null;
  document.addEventListener("focusin", ({ target }) => {
    writing = target.matches("#plan .editor textarea") ? target : null;
  });
  const goOnWriting = () => {
    const form = writing && !writing.isConnected && writing.form;
    const box = form && find(`#plan .editor[data-what="${form.dataset.what}"][data-id="${CSS.escape(form.dataset.id)}"] textarea`);
    if (!box) return false;
    const { selectionStart, selectionEnd } = writing;
    box.focus({ preventScroll: true });
    box.setSelectionRange(selectionStart, selectionEnd);
    return true;
  };
  const closeEditor = (form) => {
    const host = form.closest(".card, .adding");
    const { what, id } = form.dataset;
    dropDraft(what, id);
    host.classList.remove("being-edited", `being-edited-${what}`);
    form.remove();
    (host.matches(".card") ? host : find("[data-q=add]", host))?.focus({ preventScroll: true });
  };
  const written = (form) => ({
    text: find("textarea", form).value,
    minutes: find(".minutes-field input", form)?.value,
    kind: find(".kind-field select", form)?.value,
  });
  const fit = (box) => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  const save = (form) => {
    const { what, id } = form.dataset;
    const { text, minutes, kind } = written(form);
    keepDraft(what, id, { text, minutes, kind, sent: true });
    find("[data-wrong]", form).textContent = "";
    const alters = { do: "alter", what, id };
    tell(
      what === "note" ? { ...alters, note: text } : { ...alters, wording: text, minutes, kind },
      what === "add" ? { section: id } : { id },
    );
  };

  // ---- The wording check. Places are counted in characters, not in halves of surrogate pairs.
  let asked = 0;
  const check = async (form) => {
    const box = find("textarea", form);
    const text = box.value;
    const mine = ++asked;
    form.dataset.asked = mine;
    if (!text.trim() || !server) return void show(form, { faults: [], rewording: "" }, text);
    let found;
    try { found = await server.check_wording(text); } catch { return; }
    if (form.isConnected && Number(form.dataset.asked) === mine && box.value === text) show(form, found, text);
  };
  const checkSoon = later(check, 220);
  const show = (form, found, text) => {
    const letters = Array.from(text);
    const under = find(".under", form);
    under.replaceChildren();
    let at = 0;
    for (const { span: [start, end] } of [...found.faults].sort((a, b) => a.span[0] - b.span[0])) {
      if (end <= at) continue;
      under.append(letters.slice(at, Math.max(start, at)).join(""));
      const mark = document.createElement("u");
      mark.textContent = letters.slice(Math.max(start, at), end).join("");
      under.append(mark);
      at = end;
    }
    under.append(`${letters.slice(at).join("")}\u200b`);
    const faults = find(".faults", form);
    faults.replaceChildren();
    for (const fault of found.faults) {
      const line = document.createElement("p");
      const name = document.createElement("b");
      name.textContent = (fault.kind[0].toUpperCase() + fault.kind.slice(1)).replace(/_/g, " ");
      const words = document.createElement("q");
      words.textContent = fault.words.length > 70 ? `${fault.words.slice(0, 68)}…` : fault.words;
      const source = document.createElement("span");
      source.className = "source-of";
      source.textContent = fault.source;
      line.append(name, " ", words, " ", fault.why, " ", source);
      faults.append(line);
    }
    if (found.forbidden) {
      const line = document.createElement("p");
      line.className = "refused";
      line.textContent = "This question cannot enter a plan.";
      faults.prepend(line);
    }
    if (found.rewording) {
      const offer = document.createElement("div");
      offer.className = "offer";
      const words = document.createElement("p");
      words.textContent = found.rewording;
      const use = document.createElement("button");
      use.type = "button";
      use.dataset.q = "use";
      use.dataset.rewording = found.rewording;
      use.textContent = found.rewording.includes("\n") ? "Make these two" : "Use this instead";
      offer.append(words, use);
      faults.append(offer);
    }
  };

  // ---- After each change of the page: what the reader had open is opened again.
  let wanted = null;
  let seen = "";
  const opened = new Set();
  // As the reader left each box of guidance; on a phone they begin folded.
  const unfolded = new Map();
  const phone = () => window.matchMedia("(max-width: 720px)").matches;
  const openSources = (card, open) => {
    const button = find("[data-q=sources]", card);
    if (!button) return;
    button.setAttribute("aria-expanded", open);
    find(".sources", card).hidden = !open;
  };
  // Another view of the same plan leaves the bar where it is; another plan begins with its title.
  const toTop = (same) => {
    const column = find("#plan-column");
    const own = getComputedStyle(column).overflowY === "auto";
    const scroller = own ? column : document.scrollingElement;
    const edge = own ? column.getBoundingClientRect().top : 0;
    const from = same ? view().getBoundingClientRect().top - find("#plan-bar").offsetHeight : column.getBoundingClientRect().top;
    const top = scroller.scrollTop + from - edge;
    scroller.scrollTo({ top: own && !same ? 0 : Math.min(scroller.scrollTop, top) });
  };
  const refresh = () => {
    const now = view();
    if (!now) return;
    const { plan = "", view: name, from = "" } = now.dataset;
    const same = seen.split(" ")[0] === plan && plan;
    const other = seen !== `${plan} ${name} ${from}`;
    if (other) {
      seen = `${plan} ${name} ${from}`;
      opened.clear();
      unfolded.clear();
      if (!wanted) toTop(same);
    }
    every("#plan details.guidance").forEach((box, at) => { box.open = unfolded.get(at) ?? !phone(); });
    every("#plan .editor").forEach((form) => form.remove());
    every("#plan .card").forEach((card) => openSources(card, opened.has(card.dataset.id)));
    for (const [key, draft] of Object.entries(read(DRAFTS))) {
      const [of, what, id] = JSON.parse(key);
      if (of === plan && name === "plan" && !draft.sent) openEditor(what, id, draft, false);
    }
    const form = find("#subject");
    if (form && other) begin(form);
    if (!goOnWriting() && wanted) focusWanted();
  };
  const focusWanted = () => {
    const { id = "", control, section, later: left } = wanted;
    const card = section ? find("[data-q=add]", sectionOf(section) || document)
      : left ? find(`#plan .later[data-id="${CSS.escape(left)}"] .take`) : cardOf(id);
    wanted = null;
    if (!card) return;
    (control && find(`[data-q="${control}"]`, card) || card).focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  // ---- What the server says of a change.
  const says = (says) => {
    every("#questionnaires [data-wrong], #plan-says").forEach((each) => { each.textContent = ""; });
    done();
    if (!says) return;
    const { what, id, field, wrong } = says;
    if (!wrong) {
      if (what === "build") keep(formKey(), {});
      const form = find(`#plan .editor[data-what="${what}"][data-id="${CSS.escape(id || "")}"]`);
      if (form) closeEditor(form);
      else if (id && view()) dropDraft(what, id);
      if (wanted && !writing) focusWanted();
      return;
    }
    wanted = null;
    const editor = find(`#plan .editor[data-what="${what}"][data-id="${CSS.escape(id || "")}"]`);
    const card = id && cardOf(id);
    const there =
      (what === "build" && find(`#subject [data-wrong="${CSS.escape(field || "")}"]`)) ||
      (editor && find("[data-wrong]", editor)) || (card && find("[data-wrong]", card)) || find("#plan-says");
    if (editor) keepDraft(what, id, written(editor));
    there.textContent = wrong;
    find(`#subject input[name="${CSS.escape(field || "none")}"]`)?.focus({ preventScroll: true });
    there.scrollIntoView({ block: "nearest" });
  };
  const file = (file) => {
    done();
    const there = find('#plan [data-wrong="file"]');
    if (there) there.textContent = file?.wrong || "";
    window.debrief.download(file);
  };

  // ---- Waiting: said at once, before the server has heard of it.
  const busy = (button, says) => {
    if (!button || button.dataset.was) return;
    const word = find("span, b", button) || button;
    button.dataset.was = word.textContent;
    button.classList.add("busy");
    button.disabled = true;
    word.textContent = says;
  };
  const done = (tab = "#questionnaires") => every(`${tab} .busy`).forEach((button) => {
    (find("span, b", button) || button).textContent = button.dataset.was;
    delete button.dataset.was;
    button.classList.remove("busy");
    button.disabled = false;
  });

  // ---- The form
  const formKey = () => `debrief-subject ${view()?.dataset.plan || view()?.dataset.from || "new"}`;
  const filledIn = (form) => {
    const data = {};
    for (const field of form.elements) {
      if (!field.name || field.type === "file") continue;
      if (field.type === "checkbox") {
        data[field.name] = data[field.name] || [];
        if (field.checked) data[field.name].push(field.value);
      } else if (field.type === "radio") {
        if (field.checked) data[field.name] = field.value;
      } else data[field.name] = field.value;
    }
    return data;
  };
  // Minutes that the stage takes as a rule; as long as they stand, they follow stage and sessions.
  const usual = (form) => {
    const minutes = find("[name=stage]:checked", form)?.dataset.minutes * form.elements.sessions.value;
    return minutes ? String(minutes) : "";
  };
  const begin = (form) => {
    form.reset();
    const kept = read(formKey());
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || !(field.name in kept)) continue;
      if (field.type === "checkbox") field.checked = kept[field.name].includes(field.value);
      else if (field.type === "radio") field.checked = kept[field.name] === field.value;
      else field.value = kept[field.name];
    }
    form.dataset.usual = usual(form);
    find(".unbuilt", form).hidden = !Object.keys(kept).length;
    readForm(form);
  };
  const readForm = async (form) => {
    if (!server) return void setTimeout(() => form.isConnected && readForm(form), 100);
    const data = filledIn(form);
    const asking = JSON.stringify(data);
    let said;
    try { said = await server.read_subject(data); } catch { return; }
    if (!form.isConnected || JSON.stringify(filledIn(form)) !== asking) return;
    every("[data-wrong].as-read", form).forEach((each) => {
      each.textContent = "";
      each.classList.remove("as-read");
    });
    if (said.wrong) {
      const there = find(`[data-wrong="${CSS.escape(said.field)}"]`, form) || find('[data-wrong=""]', form);
      there.textContent = said.wrong;
      there.classList.add("as-read");
      return;
    }
    find("[data-reading]", form).textContent = said.kind;
    find("[data-remarks]", form).replaceChildren(...said.remarks.map((remark) => {
      const line = document.createElement("p");
      line.textContent = remark;
      return line;
    }));
  };
  const readSoon = later(readForm, 200);
  const inBase64 = (file) => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, base64: reader.result.split(",", 2)[1] || "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const LARGEST = 20_000_000;
  const brought = async (file) => {
    if (file.size > LARGEST) throw new Error("The file is too large. Choose the file that holds the session or plan.");
    try { return await inBase64(file); } catch { throw new Error("The file cannot be read. Choose it again."); }
  };
  const build = async (form) => {
    const button = find("button[type=submit]", form);
    if (button.disabled) return;
    busy(button, "Building the plan");
    try {
      const files = [...form.elements.former.files].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
      const former = await Promise.all(files.map(brought));
      tell({ do: "build", ...filledIn(form), former });
    } catch (error) {
      done();
      find('[data-wrong=""]', form).textContent = error.message;
    }
  };
  const bring = async (input) => {
    const file = input.files[0];
    if (!file) return;
    input.value = "";
    try {
      busy(input.closest(".bring"), `Reading ${file.name}`);
      tell({ do: "bring", file: await brought(file) });
    } catch (error) {
      done();
      find("#plan-says").textContent = error.message;
    }
  };

  // ---- Clicks and keys
  const act = (card, what) => {
    const id = card.dataset.id;
    if (what === "edit") return openEditor("reword", id, null, true);
    if (what === "note") return openEditor("note", id, null, true);
    if (what === "sources") {
      if (!opened.delete(id)) opened.add(id);
      return openSources(card, opened.has(id));
    }
    const order = every("#plan .card").map((each) => each.dataset.id);
    const at = order.indexOf(id);
    const control = document.activeElement?.dataset?.q === what ? what : "";
    tell({ do: "alter", what, id }, what === "drop" ? { id: order[at + 1] ?? order[at - 1] } : { id, control });
  };
  const undo = () => {
    const button = find("#plan-bar .undo-last");
    if (button && !button.disabled) {
      const here = document.activeElement?.closest?.(".card");
      tell({ do: "undo" }, here && { id: here.dataset.id });
    }
  };
  const rename = (open) => {
    const form = find("#plan-title .rename");
    form.hidden = !open;
    find("#plan-title .titled").hidden = open;
    if (open) find("input", form).select();
  };

  document.addEventListener("click", (event) => {
    const box = event.target instanceof Element && event.target.closest("#plan details.guidance > summary")?.parentElement;
    if (box) unfolded.set(every("#plan details.guidance").indexOf(box), !box.open);
    const target = event.target instanceof Element && event.target.closest("#questionnaires button");
    if (!target) return;
    const { q, all, none } = target.dataset;
    const form = target.closest("#subject");
    if (form && (all || none)) {
      every(`input[name="${all || none}"]`, form).forEach((each) => { each.checked = Boolean(all); });
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (target.dataset.focus) wanted = { id: target.dataset.focus };
    if (target.dataset.what === "take_in") {
      const lines = every("#plan .later");
      const at = lines.indexOf(target.closest(".later"));
      wanted = { later: (lines[at + 1] || lines[at - 1])?.dataset.id };
    }
    if (["part", "join"].includes(target.dataset.what)) wanted = { id: target.dataset.id };
    if (target.dataset.do === "suggest") busy(target, "Asking the model…");
    if (target.dataset.do === "file") busy(target, "Making the file");
    if (target.matches(".begin[data-view]")) busy(target, "Opening the form");
    if (q === "discard") {
      keep(formKey(), {});
      begin(form);
    } else if (q === "add") openEditor("add", target.closest(".adding").dataset.section, null, true);
    else if (q === "leave") closeEditor(target.closest(".editor"));
    else if (q === "use") {
      const editor = target.closest(".editor");
      const box = find("textarea", editor);
      box.value = target.dataset.rewording;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    } else if (q === "rename") rename(true);
    else if (q === "keep-title") rename(false);
    else if (q === "print") window.print();
    else if (q && target.closest(".card")) act(target.closest(".card"), q);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("#plan .editor")) save(form);
    else if (form.matches("#subject")) build(form);
    else if (form.matches("#plan-title .rename")) rename(false);
  });

  document.addEventListener("input", (event) => {
    const editor = event.target.closest?.("#plan .editor");
    if (editor) {
      keepDraft(editor.dataset.what, editor.dataset.id, written(editor));
      if (event.target.matches("textarea")) {
        fit(event.target);
        if (editor.dataset.what !== "note") checkSoon(editor);
      }
      return;
    }
    const form = event.target.closest?.("#subject");
    if (!form) return;
    const { name, value } = event.target;
    if (name === "stage" || name === "sessions") {
      const now = usual(form);
      if (form.elements.minutes.value === form.dataset.usual && now) form.elements.minutes.value = now;
      form.dataset.usual = now || form.dataset.usual;
    }
    if (name === "which_papers" && value) form.elements.papers.value = "yes";
    if (name === "which_family" && value) form.elements.family.value = "yes";
    keep(formKey(), filledIn(form));
    find(".unbuilt", form).hidden = false;
    every(`[data-wrong="${name}"], [data-wrong=""]`, form).forEach((each) => { each.textContent = ""; });
    readSoon(form);
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("#plan input[data-bring]")) bring(event.target);
  });

  const KEYS = { e: "edit", l: "lock", n: "note", s: "sources", Delete: "drop" };
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (!find("#questionnaires")?.offsetParent || !(target instanceof Element)) return;
    const command = event.ctrlKey || event.metaKey;
    const editor = target.closest("#plan .editor");
    if (editor) {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        closeEditor(editor);
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && target.matches("textarea")) {
        event.preventDefault();
        save(editor);
      }
      return;
    }
    if (command && event.key === "Enter" && find("#subject")) {
      event.preventDefault();
      return void build(find("#subject"));
    }
    if (typing(target)) {
      if (event.key === "Escape" && target.closest(".rename")) rename(false);
      return;
    }
    if (command && !event.shiftKey && event.key.toLowerCase() === "z") {
      event.preventDefault();
      return void undo();
    }
    // While the plan is drawn anew, keys are for the card that gets the focus then.
    const card = target.closest("#plan .card") || (target === document.body && wanted?.id && cardOf(wanted.id));
    if (!card || command) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.altKey) {
      event.preventDefault();
      act(card, step < 0 ? "up" : "down");
    } else if (step && !event.shiftKey) {
      const cards = every("#plan .card");
      const next = cards[cards.indexOf(card) + step];
      event.preventDefault();
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    } else if (!event.altKey && KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]) {
      event.preventDefault();
      act(card, KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]);
    }
  });

  const before = window.debrief.updated;
  const updated = (element) => {
    before(element);
    if (element.closest("#plan")) refresh();
  };
  window.debrief.stages.plan = { says, file };
  Object.assign(window.debrief, { updated, serves, brought, busy, done });
})();
