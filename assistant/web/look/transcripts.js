// The transcripts' tab: bringing files, the case file, waiting for a check, going between points and words, keys.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const typing = (target) => target.closest("input, textarea, select");
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { busy, brought } = window.debrief;
  const done = () => window.debrief.done("#transcripts");

  // Functions of the server that answer without a queue.
  let server = null;
  const servesChecks = (given) => { server = given; };

  const view = () => find("#check .check-view");
  const tell = (detail) => view()?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const cardOf = (id) => find(`#check .point[data-id="${CSS.escape(id)}"]`);

  // ---- Between the points and the words
  const flash = (element) => {
    element.classList.remove("flash");
    void element.offsetWidth;
    element.classList.add("flash");
    setTimeout(() => element.classList.remove("flash"), 2200);
  };
  const goTo = (element, block = "center") =>
    element.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
  const leadsTo = (mark, id) => mark.dataset.points.split(" ").includes(id);
  const toWords = ({ file, turn, id }) => {
    const line = find(`#check-text .said-turn[data-file="${CSS.escape(file)}"][data-turn="${CSS.escape(turn)}"]`);
    if (!line) return false;
    const mark = id && every("mark", line).find((each) => leadsTo(each, id));
    const target = mark || line;
    goTo(target);
    flash(target);
    target.focus({ preventScroll: true });
    return true;
  };
  // Words that several points quote lead to each of them in turn.
  const toPoint = (mark) => {
    const ids = mark.dataset.points.split(" ");
    const last = ids.indexOf(mark.dataset.last);
    const card = [...ids.slice(last + 1), ...ids].map(cardOf).find(Boolean);
    if (!card) return;
    mark.dataset.last = card.dataset.id;
    const folded = card.closest("details");
    if (folded) folded.open = true;
    goTo(card);
    flash(card);
    card.focus({ preventScroll: true });
  };

  // ---- What the reader has open stays open when the page is drawn anew.
  const opened = new Set();
  const notes = new Map();
  let wanted = null;
  let seen = "";
  const explain = (card, open, focus = true) => {
    const form = find(".explaining", card);
    if (!form) return;
    form.hidden = !open;
    find("[data-q=explain]", card).setAttribute("aria-expanded", open);
    if (open) {
      const box = find("textarea", form);
      box.value = notes.get(card.dataset.id) ?? box.value;
      notes.set(card.dataset.id, box.value);
      if (focus) box.focus();
    } else {
      notes.delete(card.dataset.id);
      if (focus) card.focus({ preventScroll: true });
    }
  };
  const focusWanted = () => {
    const target = wanted();
    wanted = null;
    if (!target) return;
    const folded = target.closest("details");
    if (folded && !target.matches("summary")) folded.open = true;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  };
  const refresh = () => {
    const now = view();
    if (!now) return;
    const { check = "", view: name } = now.dataset;
    if (seen !== `${check} ${name}`) {
      if (seen.split(" ")[0] !== check) { opened.clear(); notes.clear(); }
      seen = `${check} ${name}`;
      if (!wanted) toTop();
    }
    every("#check [data-keep]").forEach((each) => { each.open = opened.has(each.dataset.keep); });
    for (const id of notes.keys()) {
      const card = cardOf(id);
      if (card) explain(card, true, false);
    }
    const form = find("#check-form");
    if (form) {
      const draft = keptDraft(check);
      if (draft !== null) form.elements.case_file.value = draft;
      readFacts(form);
    }
    if (find("[data-checking]", now)) follow(now);
    if (wanted) focusWanted();
  };
  const toTop = () => {
    const column = find("#check-column");
    for (const each of [column, find("#check"), find("#check-text")]) each?.scrollTo({ top: 0 });
    if (getComputedStyle(column).overflowY !== "visible") return;
    const top = column.getBoundingClientRect().top;
    if (top < 0) window.scrollBy({ top });
  };

  // ---- Waiting for a check
  const follow = async (shown) => {
    const { check, view: name } = shown.dataset;
    const box = find("[data-checking]", shown);
    while (box.isConnected) {
      await new Promise((resolve) => setTimeout(resolve, 350));
      if (!box.isConnected) return;
      let state = null;
      try { state = await server?.how_far(check); } catch { continue; }
      const bar = find("progress", box);
      if (!state || !bar || !box.isConnected) continue;
      if (state.done) {
        tell({ do: "go", view: name });
        await new Promise((resolve) => setTimeout(resolve, 2000));
        continue;
      }
      bar.value = state.part;
      const line = find("p", box);
      if (line.textContent !== state.says) line.textContent = state.says;
    }
  };

  // ---- The case file: checked while it is typed, kept in the browser until the server has it.
  let sent = null;
  const draftKey = (check) => `debrief-case-file ${check}`;
  const keptDraft = (check) => { try { return sessionStorage.getItem(draftKey(check)); } catch { return null; } };
  const keepDraft = (check, text) => {
    try {
      if (text === null) sessionStorage.removeItem(draftKey(check));
      else sessionStorage.setItem(draftKey(check), text);
    } catch { /* A full or forbidden store keeps nothing; the page goes on. */ }
  };
  const readFacts = async (form) => {
    if (!server) return void setTimeout(() => form.isConnected && readFacts(form), 100);
    const typed = form.elements.case_file.value;
    let said;
    try { said = await server.read_facts(typed); } catch { return; }
    if (!form.isConnected || form.elements.case_file.value !== typed) return;
    find('[data-wrong="case_file"]', form).textContent = said.wrong || "";
    find("[data-facts]", form).textContent = said.facts ? `${said.facts} ${said.facts === 1 ? "fact" : "facts"}` : "";
  };
  let reading = 0;
  const readSoon = (form) => {
    clearTimeout(reading);
    reading = setTimeout(() => readFacts(form), 250);
  };
  const check = (form) => {
    const button = find("button[type=submit]", form);
    if (button.disabled) return;
    busy(button, "Beginning");
    sent = form.elements.case_file.value;
    const { with_model } = form.elements;
    tell({ do: "go", view: "points", case_file: sent, ...(with_model && { with_model: with_model.checked }) });
  };

  // ---- Files
  const LARGEST_TOGETHER = 40_000_000;
  const TOO_LARGE = "The files are too large together. Bring fewer at once.";
  const bring = async (list) => {
    const files = inOrder(list);
    if (!files.length || !view()) return;
    const label = find("#check .drop");
    const says = find("#check-says");
    says.textContent = "";
    try {
      if (files.reduce((sum, each) => sum + each.size, 0) > LARGEST_TOGETHER)
        throw new Error(TOO_LARGE);
      busy(label, files.length === 1 ? `Reading ${files[0].name}` : `Reading ${files.length} files`);
      tell({ do: "bring", files: await Promise.all(files.map(brought)) });
    } catch (error) {
      done();
      says.textContent = error.message;
      goTo(says, "nearest");
    }
  };

  const inOrder = (list) => [...list].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  // Sessions attached in the conversation.
  const attach = async (field) => {
    const files = inOrder(field.files);
    field.value = "";
    const label = field.closest("label");
    if (!files.length || label.classList.contains("busy")) return;
    label.classList.add("busy");
    try {
      if (files.reduce((sum, each) => sum + each.size, 0) > LARGEST_TOGETHER) throw new Error(TOO_LARGE);
      const detail = { do: "attach", files: await Promise.all(files.map(brought)) };
      label.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
    } catch (error) {
      attached();
      window.debrief.hint(error.message);
    }
  };
  const attached = () => find("#attach .attach")?.classList.remove("busy");

  // ---- What the server says of a change.
  const says = (says) => {
    every("#transcripts [data-wrong], #check-says").forEach((each) => { each.textContent = ""; });
    done();
    if (!says) return;
    const { what, id, wrong } = says;
    if (!wrong) {
      // What was typed since it was sent is not kept by the server yet.
      const check = view()?.dataset.check;
      if ((what === "case_file" || what === "go") && keptDraft(check) === sent) keepDraft(check, null);
      if (what === "explain") notes.delete(id);
      if (what === "show") requestAnimationFrame(() => setTimeout(() => toWords({ ...says, turn: String(says.turn) }), 60));
      if (wanted) focusWanted();
      return;
    }
    wanted = null;
    const card = id && cardOf(id);
    const there =
      (card && find("[data-wrong]", card)) ||
      every("#check [data-wrong]").find((each) => each.dataset.wrong && each.dataset.wrong === (id || what)) ||
      find("#check-says");
    there.textContent = wrong;
    there.scrollIntoView({ block: "nearest" });
  };
  const file = (file) => {
    done();
    const there = find('#check [data-wrong="file"]');
    if (there) there.textContent = file?.wrong || "";
    window.debrief.download(file);
  };

  // ---- Clicks and keys
  const cards = () => every("#check .point").filter((each) => each.checkVisibility());
  // Before a point goes away: where the focus goes then.
  const wantNeighbour = (card) => {
    const all = cards();
    const at = all.indexOf(card);
    const id = (all[at + 1] || all[at - 1])?.dataset.id;
    wanted = () => (id ? cardOf(id) : find("#check .undo button"));
  };
  const settle = (card, what) => {
    const id = card.dataset.id;
    if (what === "take_back") wanted = () => cardOf(id);
    else wantNeighbour(card);
    tell({ do: "alter", what, id });
  };
  const rename = (open) => {
    const form = find("#check-title .rename");
    form.hidden = !open;
    find("#check-title .titled").hidden = open;
    if (open) find("input", form).select();
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#transcripts")) return;
    const mark = event.target.closest("#check-text mark");
    if (mark) return void toPoint(mark);
    const drawn = event.target.closest(".check-timeline [data-file][data-turn]");
    if (drawn) {
      event.preventDefault();
      return void tell({ do: "show", file: drawn.dataset.file, turn: drawn.dataset.turn });
    }
    const target = event.target.closest("button");
    if (!target) return;
    const { q, what, do: does } = target.dataset;
    const card = target.closest(".point");
    if (q === "rename") rename(true);
    else if (q === "keep-title") rename(false);
    else if (q === "explain") explain(card, find(".explaining", card).hidden);
    else if (q === "leave") explain(card, false);
    if (what === "dismiss") wantNeighbour(card);
    if (what === "take_back") {
      const { id } = target.dataset;
      wanted = () => cardOf(id);
    }
    if (what === "take_out") wanted = () => find("#check .drop input");
    if (does === "file") busy(target, "Making the file");
    if (does === "example") busy(target, "Reading the sessions");
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("#check-form")) {
      event.preventDefault();
      check(form);
    } else if (form.matches("#check .explaining")) wantNeighbour(form.closest(".point"));
    else if (form.matches("#check-title .rename")) rename(false);
  });

  document.addEventListener("input", (event) => {
    const note = event.target.closest?.("#check .explaining");
    if (note) return void notes.set(note.dataset.id, event.target.value);
    const form = event.target.closest?.("#check-form");
    if (!form || !event.target.matches("textarea")) return;
    keepDraft(view().dataset.check, event.target.value);
    readSoon(form);
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches) return;
    if (field.matches("#attach input")) attach(field);
    else if (field.matches("#check input[data-bring-sessions]")) {
      const files = [...field.files];
      field.value = "";
      bring(files);
    } else if (field.matches("#check [data-change]")) {
      const { change, file, speaker } = field.dataset;
      const same = `#check [data-change="${change}"][data-file="${CSS.escape(file)}"]`;
      wanted = () => find(speaker ? `${same}[data-speaker="${CSS.escape(speaker)}"]` : same);
      tell({ do: "alter", what: change, file, speaker, value: field.value });
    } else if (field.matches("#check-form textarea")) {
      sent = field.value;
      tell({ do: "alter", what: "case_file", value: sent });
    } else if (field.matches("#check-form [name=with_model]")) {
      tell({ do: "alter", what: "with_model", value: field.checked });
    }
  });

  // What a reader unfolds is no event that rises.
  document.addEventListener("toggle", (event) => {
    const key = event.target.dataset?.keep;
    if (!key || !event.target.closest("#check")) return;
    if (event.target.open) opened.add(key);
    else opened.delete(key);
  }, true);

  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      const over = event.target instanceof Element && event.target.closest("#check-column");
      if (!over || ![...(event.dataTransfer?.types || [])].includes("Files")) return;
      event.preventDefault();
      find("#check .drop")?.classList.toggle("over", name === "dragover");
      if (name === "drop" && find("#check .drop")) bring(event.dataTransfer.files);
    });
  }

  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (!(target instanceof Element) || !target.closest("#transcripts")) return;
    const command = event.ctrlKey || event.metaKey;
    const form = find("#check-form");
    if (command && event.key === "Enter" && form) {
      event.preventDefault();
      return void check(form);
    }
    const pressed = event.key === "Enter" || event.key === " ";
    const mark = target.closest("#check-text mark");
    if (mark && pressed) {
      event.preventDefault();
      return void toPoint(mark);
    }
    const drawn = target.closest(".check-timeline [data-file][data-turn]");
    if (drawn && pressed) {
      event.preventDefault();
      return void tell({ do: "show", file: drawn.dataset.file, turn: drawn.dataset.turn });
    }
    const card = target.closest("#check .point");
    if (typing(target)) {
      if (event.key === "Escape" && target.closest(".rename")) rename(false);
      else if (event.key === "Escape" && target.closest(".explaining")) {
        event.preventDefault();
        event.stopPropagation();
        explain(card, false);
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing && target.closest(".explaining")) {
        event.preventDefault();
        target.form.requestSubmit();
      }
      return;
    }
    if (!card || command || event.altKey || event.shiftKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const key = event.key.toLowerCase();
    const settled = "settled" in card.dataset;
    if (step) {
      event.preventDefault();
      const all = cards();
      const next = all[all.indexOf(card) + step];
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    } else if (key === "d" && !settled) settle(card, "dismiss");
    else if (key === "e" && !settled) {
      event.preventDefault();
      explain(card, true);
    } else if (key === "u" && settled) settle(card, "take_back");
    else if (key === "u") find("#check .undo button")?.click();
  });

  const { updated: before, handles: others } = window.debrief;
  const updated = (element) => {
    before(element);
    if (element.closest("#check")) refresh();
  };
  const handles = (source) => {
    const shows = source.dataset.do === "show" && !source.dataset.all && source.closest("#check");
    return shows ? toWords(source.dataset) : others(source);
  };
  window.debrief.stages.check = { says, file };
  Object.assign(window.debrief, { updated, handles, servesChecks, attached });
})();
