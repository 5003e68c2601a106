// Scenarios of one's own: the form with its lists, what is kept in the browser until the server has it, undo,
// and the check beside it. What is typed is only ever set as text or as a value.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const narrow = () => window.matchMedia("(max-width: 1000px)").matches;
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Functions of the server that answer without a queue.
  let server = null;
  const servesScenarios = (given) => { server = given; };

  const view = () => find("#scenarios-main .writing");
  const form = () => find("#scenarios-main .writing-form");
  const tell = (detail) => view()?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const tellRuns = (detail) => find("#mock-main .mock-view")?.dispatchEvent(new CustomEvent("debrief", { bubbles: true, detail }));
  const complain = (says) => {
    const there = find("#scenarios-main [data-wrong]");
    if (!there) return;
    there.textContent = says;
    if (says) there.scrollIntoView({ block: "nearest" });
  };

  // ---- What is kept in the browser: what the server has not got yet, by scenario.
  const DRAFTS = "debrief-scenario-drafts";
  const drafts = () => {
    try { return JSON.parse(sessionStorage.getItem(DRAFTS)) || {}; } catch { return {}; }
  };
  const keepDraft = (key, value) => {
    const { [key]: _, ...rest } = drafts();
    try { sessionStorage.setItem(DRAFTS, JSON.stringify(value ? { ...rest, [key]: value } : rest)); } catch { /* The page goes on without. */ }
  };

  // ---- The scenario that is open
  const PARTS = ["about", "man", "requirements", "topics", "facts", "cracks", "events", "replies"];
  const LISTS = ["requirements", "topics", "facts", "cracks", "events", "subject.profile"];
  const KINDS = { requirements: "requirement", topics: "topic", facts: "fact", cracks: "crack", events: "event", "subject.profile": "line" };
  const FRESH = {
    requirements: () => ({ title: "", weight: 3 }),
    topics: () => ({ ask: [], lead: "" }),
    facts: () => ({
      about: "", requirement: doc.requirements[0]?.id || "", topic: doc.topics[0]?.id || "", gate: "asked", weight: 3,
      needs: { trust: null, self_respect: null, fear_at_most: null, suspicion_at_most: null },
      ask: [], says: "", again: "", closed: "", knows: "own eyes", sure: "certain", truth: "", legend: false,
    }),
    cracks: () => ({ facts: ["", ""], what: "" }),
    events: () => ({ title: "", says: "" }),
    "subject.profile": () => ({ key: "", value: "" }),
  };
  let doc = null;
  let key = "";
  let revision = 0;
  let mistakes = [];
  // A change goes on while one field is typed in; what was there before it can be brought back.
  let change = "";
  let undone = false;
  let before = [];
  const FURTHEST = 60;

  const steps = (path) => path.split(".");
  const get = (from, path) => steps(path).reduce((value, step) => value?.[step], from);
  const set = (from, path, value) => {
    const all = steps(path);
    const last = all.pop();
    all.reduce((there, step) => there[step], from)[last] = value;
  };
  const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "").slice(0, 40).replace(/_+$/, "");
  const newChange = () => `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;

  const note = (name) => {
    if (name && change === name) return;
    before.push(JSON.stringify(doc));
    if (before.length > FURTHEST) before.shift();
    change = name || newChange();
    undone = false;
    showUndo();
  };
  const showUndo = () => { find('#scenarios-main [data-q="undo"]').disabled = !before.length; };
  const undo = () => {
    if (!before.length) return;
    const was = document.activeElement;
    const at = pathOf(was);
    doc = JSON.parse(before.pop());
    change = newChange();
    undone = true;
    sayDone("");
    fill();
    showUndo();
    touched();
    if (at) controlOf(at)?.focus({ preventScroll: true });
    else if (was?.disabled) find("#scenarios-main h2").focus({ preventScroll: true });
  };
  const sayDone = (says) => { find("#scenarios-main [data-undone]").textContent = says; };

  // ---- Where a field is in the scenario
  const entryOf = (element) => element.closest(".entry, .row-entry");
  const placeOf = (entry) => [...entry.parentElement.children].indexOf(entry);
  const pathOf = (element) => {
    if (!(element instanceof Element) || !element.closest("#scenarios-main .writing-form")) return "";
    const entry = entryOf(element);
    const own = element.dataset.key || "";
    if (!entry) return own;
    return [entry.parentElement.dataset.list, placeOf(entry), own].filter((each) => each !== "").join(".");
  };
  const listIn = (path) => LISTS.find((each) => path === each || path.startsWith(`${each}.`));
  // The entry that a path leads to or through, and the rest of the path in it.
  const entryAt = (path) => {
    const list = listIn(path);
    if (!list) return [null, path];
    const [place, ...rest] = path.slice(list.length + 1).split(".");
    return [find(`[data-list="${list}"]`, form())?.children[Number(place || -1)] || null, rest.join(".")];
  };
  const partOf = (path) => {
    const first = steps(path)[0];
    const id = PARTS.includes(first) ? first : ["subject", "state", "motives"].includes(first) ? "man" : "about";
    return find(`.part[data-part="${id}"]`, form());
  };
  const controlOf = (path) => {
    const [entry, rest] = entryAt(path);
    if (entry) return (rest && find(`[data-key="${rest}"]`, entry)) || find("summary, input", entry);
    return find(`.writing-form [data-key="${path}"]`) || find(".add", partOf(path)) || find("summary", partOf(path));
  };

  // ---- Values into fields, and back
  const put = (control, value) => {
    const as = control.dataset.as;
    if (as === "truth") control.checked = Boolean(value);
    else if (as === "lines") control.value = (value || []).join("\n");
    else control.value = value ?? "";
    if (control.matches("select") && (control.selectedIndex < 0 || control.value !== String(value ?? ""))) {
      const gone = new Option(value ? `${value}: not there any more` : "Choose one", value ?? "");
      gone.dataset.gone = "";
      control.prepend(gone);
      control.value = value ?? "";
    }
    echo(control);
  };
  const taken = (control) => {
    const { as } = control.dataset;
    if (as === "truth") return control.checked;
    if (as === "lines") return control.value.split("\n");
    if (as === "number") return control.value === "" ? null : Number(control.value);
    if (control.dataset.key === "value") return { true: true, false: false }[control.value] ?? control.value;
    return control.value;
  };
  // What stands beside a field follows it: a slider's number, what a choice means, what it calls for.
  const echo = (control) => {
    const label = control.closest("label");
    const output = label && find("output", label);
    if (output) output.textContent = control.value;
    const means = label && find(".means", label);
    if (means) means.textContent = control.selectedOptions[0]?.dataset.means || "";
  };
  const calledFor = (entry) => {
    const own = get(doc, `${entry.parentElement.dataset.list}.${placeOf(entry)}`);
    every("[data-when]", entry).forEach((each) => {
      each.hidden = !each.dataset.when.split("|").some((one) => {
        const [name, value] = one.split("=");
        return String(own[name]) === value;
      });
    });
  };
  const nameOf = (list, own) => own.title || own.about || own.what || (list === "topics" ? own.id : "") || `New ${KINDS[list]}`;
  const head = (entry) => {
    const list = entry.parentElement.dataset.list;
    const own = get(doc, `${list}.${placeOf(entry)}`);
    const name = find(".entry-name", entry);
    if (!name) return;
    name.textContent = nameOf(list, own);
    const tag = find(".entry-tag", entry);
    tag.textContent = list === "facts" ? (own.legend ? `${own.gate}, legend` : own.gate) : "";
    tag.hidden = !tag.textContent;
  };

  // ---- Drawing
  const fill = () => {
    every("[data-key]", form()).filter((each) => !entryOf(each)).forEach((each) => put(each, get(doc, each.dataset.key)));
    LISTS.forEach(drawList);
    refs();
    named();
    mark();
  };
  const named = () => { find("#scenarios-main [data-title]").textContent = doc.title || "Without a title"; };
  // An entry keeps its element as long as it is the same entry, and so stays folded or unfolded, with the focus.
  const drawList = (list) => {
    const host = find(`[data-list="${list}"]`, form());
    const own = get(doc, list);
    const open = new Set(every("details[open]", host).map((each) => each.parentElement.dataset.uid));
    host.replaceChildren(...own.map((each) => {
      const entry = find(`template[data-entry="${list}"]`, view()).content.firstElementChild.cloneNode(true);
      entry.dataset.uid = each.id || "";
      const details = find("details", entry);
      if (details && each.id) details.open = open.has(each.id);
      return entry;
    }));
    [...host.children].forEach((entry, place) => {
      every("select[data-refs]", entry).forEach(offer);
      every("[data-key]", entry).forEach((control) => put(control, get(own[place], control.dataset.key)));
      head(entry);
      calledFor(entry);
    });
    const amount = find(".amount", host.closest(".part"));
    if (list !== "subject.profile") amount.textContent = own.length || "";
  };
  const offer = (select) => {
    const list = select.dataset.refs;
    select.replaceChildren(...doc[list].map((each) => new Option(nameOf(list, each), each.id)));
  };
  const refs = () => every("select[data-refs]", form()).forEach((select) => {
    const value = get(doc, pathOf(select));
    offer(select);
    put(select, value);
  });

  // ---- The check
  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  const link = ({ path, says }) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.q = "goto";
    button.dataset.path = path;
    button.textContent = says;
    line.append(button);
    return line;
  };
  const mark = () => {
    every(".faulty", view()).forEach((each) => { each.textContent = ""; each.removeAttribute("aria-label"); });
    every("[aria-invalid]", form()).forEach((each) => each.removeAttribute("aria-invalid"));
    const counted = new Map();
    const groups = new Map(PARTS.map((id) => [id, []]));
    for (const mistake of mistakes) {
      const part = partOf(mistake.path);
      groups.get(part.dataset.part).push(mistake);
      const [entry, rest] = entryAt(mistake.path);
      for (const each of [part, entry].filter(Boolean)) counted.set(each, (counted.get(each) || 0) + 1);
      const control = entry ? rest && find(`[data-key="${rest}"]`, entry) : find(`.writing-form [data-key="${mistake.path}"]`);
      if (control) control.setAttribute("aria-invalid", "true");
    }
    counted.forEach((count, each) => {
      const there = find("summary > .faulty", each);
      if (!there) return;
      there.textContent = count;
      there.setAttribute("aria-label", `${plural(count, "thing", "things")} to mend`);
    });
    find("#scenarios-main [data-check-count]").textContent = mistakes.length ? `${plural(mistakes.length, "thing", "things")} to mend` : "nothing to mend";
    const check = find("#scenarios-main [data-check]");
    check.replaceChildren();
    if (!mistakes.length) {
      const fine = document.createElement("p");
      fine.className = "hint";
      fine.textContent = "It can be played.";
      check.append(fine);
    }
    for (const [id, found] of groups) {
      if (!found.length) continue;
      const title = document.createElement("h4");
      title.textContent = find(`.part[data-part="${id}"] h3`, form()).firstChild.textContent.trim();
      const list = document.createElement("ul");
      list.append(...found.map(link));
      check.append(title, list);
    }
  };
  const goTo = (path) => {
    const [entry] = entryAt(path);
    partOf(path).open = true;
    if (entry && find("details", entry)) find("details", entry).open = true;
    const control = controlOf(path);
    if (!control) return;
    if (narrow()) find(".writing-check details", view()).open = false;
    control.focus({ preventScroll: true });
    control.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  };

  // ---- Saving
  let dirty = false;
  let saving = null;
  let timer = 0;
  let blocked = false;
  const showSaved = (says) => { find("#scenarios-main [data-saved-at]").textContent = says; };
  const clock = (iso) => new Date(iso).toLocaleTimeString("en-GB");
  const stash = () => keepDraft(key, { draft: doc, revision, change, undone, previous: before.at(-1) ?? null });
  const touched = (wait = 500) => {
    dirty = true;
    stash();
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const AGAIN = 3000;
  // One after another; true when the server has all.
  const save = async () => {
    clearTimeout(timer);
    if (saving) { await saving; return dirty ? save() : true; }
    if (!dirty || !key) return true;
    if (blocked) return false;
    if (!server) { timer = setTimeout(save, 100); return false; }
    const mine = key;
    dirty = false;
    saving = server.save_scenario({ key: mine, draft: doc, revision, change, undone }).catch(() => null);
    const said = await saving;
    saving = null;
    if (mine !== key) return false;
    if (said?.saved) {
      revision = said.revision;
      mistakes = dirty ? mistakes : said.mistakes;
      if (!doc.id && said.id) {
        doc.id = said.id;
        put(find('.writing-form [data-key="id"]'), doc.id);
      }
      complain("");
      showSaved(`Saved ${clock(said.saved)}.`);
      if (dirty) { stash(); return save(); }
      keepDraft(key, null);
      mark();
      readIsOld();
      return true;
    }
    dirty = true;
    showSaved("Not saved yet; kept in this browser.");
    if (said?.revision !== undefined) {
      blocked = said.revision;
      find("#scenarios-main [data-conflict]").hidden = false;
    }
    complain(said?.wrong || "The server does not answer. It is tried again by itself.");
    if (!said) timer = setTimeout(save, AGAIN);
    return false;
  };
  const settle = (mine) => {
    find("#scenarios-main [data-conflict]").hidden = true;
    complain("");
    if (mine) {
      revision = blocked;
      blocked = false;
      save();
      find("#scenarios-main h2").focus({ preventScroll: true });
    } else {
      blocked = false;
      dirty = false;
      keepDraft(key, null);
      tell({ do: "open", id: key });
    }
  };

  // ---- Reading it aloud
  let readRevision = 0;
  const readIsOld = () => {
    const there = find("#scenarios-main [data-read] .as-of");
    if (there) there.textContent = readRevision === revision ? "" : "The text was changed since.";
  };
  const showRead = (said, waiting) => {
    const there = find("#scenarios-main [data-read]");
    if (!there) return;
    there.replaceChildren();
    const says = document.createElement("p");
    there.append(says);
    if (waiting) {
      says.textContent = `Reading ${plural(said.lines || 0, "way", "ways")} of asking…`;
      there.append(document.createElement("progress"));
      return;
    }
    if (said.wrong) { says.className = "wrong"; says.textContent = said.wrong; return; }
    says.textContent = said.found.length
      ? `${said.taken} of ${plural(said.lines, "way", "ways")} of asking ${said.taken === 1 ? "brings" : "bring"} another fact. One in eight is usual; where two facts are taken for each other again and again, word them further apart.`
      : `Each of ${plural(said.lines, "way", "ways")} of asking brings its own fact.`;
    const list = document.createElement("ul");
    list.append(...said.found.map(link));
    const old = document.createElement("p");
    old.className = "hint as-of";
    there.append(old, list);
    readRevision = said.revision;
    readIsOld();
  };
  const POLL = 300;
  const readAloud = async (button) => {
    const mine = key;
    button.disabled = true;
    try {
      if (!await save()) return;
      let said = await server.read_aloud(mine);
      while (mine === key && !said.wrong && !said.finished) {
        showRead(said, true);
        await new Promise((done) => setTimeout(done, POLL));
        said = await server.how_far_read(mine);
      }
      if (mine === key) showRead(said, false);
    } catch {
      if (mine === key) showRead({ wrong: "The server does not answer. Try again." }, false);
    } finally {
      button.disabled = false;
      if (document.activeElement === document.body) button.focus({ preventScroll: true });
    }
  };

  // ---- Lists
  const uniqueId = (list, wanted, but) => {
    const others = new Set(doc[list].filter((each) => each !== but).map((each) => each.id));
    let id = wanted;
    for (let number = 2; others.has(id); number += 1) id = `${wanted}_${number}`;
    return id;
  };
  const POINTS = { requirements: ["facts", "requirement"], topics: ["facts", "topic"] };
  const rename = (list, own, id) => {
    const was = own.id;
    own.id = id;
    if (doc[list].some((each) => each.id === was)) return;
    if (list === "facts") doc.cracks.forEach((crack) => { crack.facts = crack.facts.map((each) => (each === was ? id : each)); });
    if (list === "facts") doc.compare?.forEach((other) => other.points.forEach((point) => { if (point.facts[0] === was) point.facts[0] = id; }));
    const [of, field] = POINTS[list] || [];
    if (of) doc[of].forEach((each) => { if (each[field] === was) each[field] = id; });
  };
  // An id that was made by counting gives way to one of the words, as soon as there are some.
  const COUNTED = /^(requirement|topic|fact|crack|event)_\d+$/;
  const nameEntry = (entry) => {
    const list = entry.parentElement.dataset.list;
    const own = doc[list]?.[placeOf(entry)];
    const words = own && slug(own.title || own.about || "");
    if (!words || !COUNTED.test(own.id)) return;
    rename(list, own, uniqueId(list, words, own));
    entry.dataset.uid = own.id;
    put(find('[data-key="id"]', entry), own.id);
  };
  const add = (list) => {
    note();
    const fresh = FRESH[list]();
    const own = get(doc, list);
    if (list !== "subject.profile") fresh.id = uniqueId(list, `${KINDS[list]}_${own.length + 1}`);
    own.push(fresh);
    drawList(list);
    refs();
    touched(0);
    const entry = find(`[data-list="${list}"]`, form()).lastElementChild;
    if (find("details", entry)) find("details", entry).open = true;
    find("[data-key]", entry).focus();
    entry.scrollIntoView({ block: "nearest" });
  };
  const move = (entry, by, control) => {
    const host = entry.parentElement;
    const list = host.dataset.list;
    const own = get(doc, list);
    const from = placeOf(entry);
    const to = from + by;
    if (list === "subject.profile" || to < 0 || to >= own.length) return;
    note();
    own.splice(to, 0, ...own.splice(from, 1));
    const focused = document.activeElement?.dataset?.key;
    drawList(list);
    refs();
    touched(0);
    const there = host.children[to];
    (focused ? find(`[data-key="${focused}"]`, there) : find(control ? `[data-q="${control}"]` : "summary", there))?.focus({ preventScroll: true });
    there.scrollIntoView({ block: "nearest" });
    sayDone(`Moved to place ${to + 1} of ${own.length}.`);
  };
  const remove = (entry) => {
    const host = entry.parentElement;
    const list = host.dataset.list;
    const place = placeOf(entry);
    note();
    get(doc, list).splice(place, 1);
    drawList(list);
    refs();
    touched(0);
    const next = host.children[place] || host.children[place - 1];
    (next ? find("summary, input", next) : find(".add", host.parentElement))?.focus({ preventScroll: true });
    sayDone(`The ${KINDS[list]} was removed.`);
  };

  // ---- After each change of the page
  const load = (root) => {
    clearTimeout(timer);
    const { draft, previous } = root.dataset;
    key = root.dataset.key;
    doc = JSON.parse(draft);
    revision = Number(root.dataset.revision);
    mistakes = JSON.parse(root.dataset.mistakes);
    const last = JSON.parse(previous);
    before = last ? [JSON.stringify(last)] : [];
    change = newChange();
    undone = false;
    dirty = false;
    blocked = false;
    showSaved(`Saved ${clock(root.dataset.saved)}.`);
    const waiting = drafts()[key];
    if (waiting) {
      doc = waiting.draft;
      revision = waiting.revision;
      change = waiting.change;
      undone = waiting.undone;
      before = waiting.previous ? [waiting.previous] : before;
    }
    if (narrow()) find(".writing-check details", root).open = false;
    fill();
    showUndo();
    if (waiting) touched(0);
  };
  // The page may put another view into the same element: what it is of says whether it is another.
  let loaded = "";
  const refresh = () => {
    const now = view();
    const of = now ? JSON.stringify([now.dataset.view, now.dataset.key, now.dataset.revision, now.dataset.saved]) : "";
    if (of === loaded) return;
    loaded = of;
    if (now?.dataset.view === "form") load(now);
    else { key = ""; doc = null; clearTimeout(timer); }
  };

  const says = (says) => {
    window.debrief.done("#scenarios");
    complain(says?.wrong || says?.left_out || "");
    if (!says || says.wrong) return;
    if (["go", "open", "begin"].includes(says.what)) {
      find("#scenarios-main .writing-form")?.scrollTo({ top: 0 });
      if (view()?.dataset.view) {
        window.scrollTo({ top: 0 });
        find("#scenarios-main h2")?.focus({ preventScroll: true });
      }
    }
    if (says.what === "remove") find('#scenarios-main [data-do="restore"]')?.focus({ preventScroll: true });
    if (says.what === "restore") find("#scenarios-main .own-list .open")?.focus({ preventScroll: true });
  };
  const file = (file) => {
    if (file?.wrong) complain(file.wrong);
    window.debrief.download(file);
  };

  // ---- Trying him
  const tryHim = async () => {
    if (!await save()) return;
    if (mistakes.length) {
      complain(`He cannot be played yet: ${plural(mistakes.length, "thing is", "things are")} to mend. The check names ${mistakes.length === 1 ? "it" : "them"}.`);
      return goTo(mistakes[0].path);
    }
    let trainee = "";
    try { trainee = JSON.parse(localStorage.getItem("debrief-mock-settings"))?.trainee; } catch { /* Nobody has practised here. */ }
    tellRuns({ do: "begin", scenario: doc.id, seed: "1", trainee: trainee || "Trainer" });
    tell({ do: "go", view: "" });
  };
  const leave = () => {
    tellRuns({ do: "go", view: "home" });
    tell({ do: "go", view: "" });
  };
  const bring = async (input) => {
    const chosen = input.files[0];
    input.value = "";
    if (!chosen) return;
    window.debrief.busy(input.closest(".bring"), `Reading ${chosen.name}`);
    try {
      tell({ do: "bring", file: await window.debrief.brought(chosen) });
    } catch (error) {
      window.debrief.done("#scenarios");
      complain(error.message);
    }
  };

  // ---- Clicks and keys
  const ACTS = {
    write: () => tell({ do: "go", view: "list" }),
    leave,
    // What could not be saved is kept in the browser, and tried again when it is opened.
    list: async () => { await save(); tell({ do: "go", view: "list" }); },
    undo,
    export: async () => { if (await save()) tell({ do: "file", id: key }); },
    try: tryHim,
    "keep-mine": () => settle(true),
    "take-theirs": () => settle(false),
    "read-aloud": readAloud,
    add: (button) => add(button.dataset.to),
    goto: (button) => goTo(button.dataset.path),
    up: (button) => move(entryOf(button), -1, "up"),
    down: (button) => move(entryOf(button), 1, "down"),
    remove: (button) => remove(entryOf(button)),
  };
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest('#scenarios button[data-q], #mock button[data-q="write"]');
    if (button) ACTS[button.dataset.q]?.(button);
  });
  document.addEventListener("submit", (event) => {
    if (event.target.closest?.("#scenarios .writing-form")) event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    const control = event.target;
    if (!control.dataset?.key || !control.closest("#scenarios-main .writing-form") || control.dataset.as === "id") return;
    const path = pathOf(control);
    note(`typing ${path} ${typed}`);
    set(doc, path, taken(control));
    echo(control);
    const entry = entryOf(control);
    if (entry) { head(entry); calledFor(entry); }
    if (path === "title") named();
    sayDone("");
    touched();
  });
  // Each visit of a field is a change of its own.
  let typed = "";
  document.addEventListener("focusin", (event) => {
    if (event.target.closest?.("#scenarios-main .writing-form")) typed = newChange();
  });
  document.addEventListener("change", (event) => {
    const control = event.target;
    if (control.matches?.("#scenarios-main input[data-bring]")) return void bring(control);
    if (!control.dataset?.key || !control.closest("#scenarios-main .writing-form")) return;
    const entry = entryOf(control);
    if (control.dataset.as === "id") {
      const path = pathOf(control);
      const own = entry ? get(doc, `${entry.parentElement.dataset.list}.${placeOf(entry)}`) : doc;
      const id = slug(control.value);
      note();
      if (!entry) doc.id = id;
      else if (id) rename(entry.parentElement.dataset.list, own, id);
      control.value = get(doc, path);
      if (entry) { entry.dataset.uid = own.id; head(entry); }
      refs();
      touched(0);
    } else if (entry && ["title", "about"].includes(control.dataset.key)) {
      nameEntry(entry);
      refs();
      touched();
    }
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (!(target instanceof Element) || !doc || !target.closest("#scenarios-main, body") || !find("#scenarios-main")?.offsetParent) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const entry = target.closest("#scenarios-main .entry");
    if (step && event.altKey && entry) {
      event.preventDefault();
      move(entry, step, document.activeElement?.dataset?.q);
    } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z" && !target.closest("input, textarea, select")) {
      event.preventDefault();
      undo();
    }
  });

  const { updated: updatedBefore } = window.debrief;
  const updated = (element) => {
    updatedBefore(element);
    if (element.closest("#scenarios-main")) refresh();
  };
  window.debrief.stages.scenarios = { says, file };
  Object.assign(window.debrief, { updated, servesScenarios });
})();
