// The room of a mock debrief: the session's clock, what happens at the other seat, the plan beside the talk.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const { view, current, box, tell, read, keep, put, settings, fit, toEnd, narrow, stands } = window.debrief.mock;

  // ---- The clock, from what the server says of it on.
  // An element may be kept and given a new time: then it counts from there.
  const arrivedAt = new WeakMap();
  const tick = () => every("#mock .session-clock").forEach((each) => {
    if (arrivedAt.get(each)?.session !== each.dataset.session) {
      arrivedAt.set(each, { session: each.dataset.session, at: performance.now() });
    }
    const passed = stands() === "going" ? (performance.now() - arrivedAt.get(each).at) / 1000 : 0;
    const seconds = Math.floor(Math.max(+each.dataset.session, Math.min(+each.dataset.session + passed, +each.dataset.most)));
    const says = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (each.textContent !== says) each.textContent = says;
  });
  setInterval(() => find("#mock")?.offsetParent && tick(), 500);

  const HINTS = {
    going: "What you say to him",
    paused: "Paused: write on, and say it when the session goes on",
    ended: "The run has ended",
  };
  const refreshStanding = () => {
    const button = find("#mock-form button");
    if (!button) return;
    button.disabled = stands() !== "going";
    box().placeholder = HINTS[stands()];
    box().readOnly = stands() === "ended";
  };

  // ---- What others change: asked for every two seconds, drawn only when it is something new.
  const WAIT = 2000;
  let server = null;
  let asking = false;
  let looked = null;
  const servesMock = (given) => { server = given; };
  const still = (now) => view() === now && looked !== now && !find("#mock-main .waiting");
  const poll = async () => {
    const now = view();
    if (!server || asking || document.hidden || !now?.dataset.mark || !now.offsetParent || !still(now)) return;
    asking = true;
    let state = null;
    try { state = await server.how_it_stands(current()); } catch { /* Asked again in two seconds. */ }
    asking = false;
    if (!state?.mark || state.mark === now.dataset.mark || !still(now)) return;
    looked = now;
    tell({ do: "look", view: now.dataset.view, run: current() });
  };
  setInterval(poll, WAIT);

  // ---- Where this window is: who watches in one window moves nobody in another.
  const HERE = "debrief-mock-here";
  let restored = false;
  const remember = () => {
    const now = view();
    if (!now || now.dataset.view === "gone") return;
    const here = { view: now.dataset.view, run: current() };
    const was = read(sessionStorage, HERE);
    const back = !restored && was.view && (was.run !== here.run || (!here.run && was.view !== here.view) || (was.view === "watch") !== (here.view === "watch"));
    restored = true;
    if (!back) return keep(sessionStorage, HERE, here);
    if (was.view === "watch") tell({ do: "watch", id: was.run });
    else if (was.run) tell({ do: "open", id: was.run });
    else tell({ do: "go", view: was.view });
  };

  // ---- The focus stays where it was when a part is drawn anew.
  let focused = null;
  document.addEventListener("focusin", (event) => {
    const on = event.target.closest?.("#mock [data-keep]");
    focused = on && { part: on.closest(".html-container")?.parentElement?.id || on.closest("[id]").id, key: on.dataset.keep };
  });
  const refocus = (element) => {
    if (!focused || document.activeElement !== document.body || !element.closest(`#${CSS.escape(focused.part)}`)) return;
    const target = find(`[data-keep="${CSS.escape(focused.key)}"]:not(:disabled)`, element) || find('[tabindex="-1"]', element);
    target?.focus({ preventScroll: true });
  };

  // ---- The plan. What was put into the box counts as asked when it is said.
  const USED = "debrief-mock-used";
  const simple = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const question = (id) => find(`#mock-plan-part .plan-question[data-question="${CSS.escape(id)}"]`);
  const count = () => {
    const all = every("#mock-plan-part .plan-question");
    const asked = all.filter((each) => find("input", each).checked).length;
    const says = find("#mock-plan-part .plan-count");
    if (says) says.textContent = `${asked} of ${all.length} asked`;
  };
  const ticked = (ids) => {
    ids.forEach((id) => { if (question(id)) find("input", question(id)).checked = true; });
    count();
  };
  const use = (button) => {
    if (!box() || box().readOnly) return;
    const asked = button.closest(".plan-question");
    const wording = find(".wording", asked).textContent;
    const before = box().value.trimEnd();
    const used = before ? read(sessionStorage, USED)[current()] || [] : [];
    box().value = before ? `${before} ${wording}` : wording;
    put(USED, current(), [...used, asked.dataset.question]);
    box().dispatchEvent(new Event("input", { bubbles: true }));
    if (narrow()) toEnd();
    fit(box());
    box().focus({ preventScroll: true });
    box().setSelectionRange(box().value.length, box().value.length);
  };
  const askedBy = (text) => {
    const used = read(sessionStorage, USED)[current()] || [];
    const said = every("#mock-plan-part .plan-question")
      .filter((each) => simple(find(".wording", each).textContent) === simple(text))
      .map((each) => each.dataset.question);
    put(USED, current(), null);
    return [...new Set([...used, ...said])];
  };

  // ---- Folds
  // On a phone they are folded until he opens them, and folded again after a reload.
  const opened = {};
  const refreshFolds = (root) => every("details.mock-fold", root).forEach((each) => {
    const { fold } = each.dataset;
    each.open = narrow() ? opened[fold] ?? false : settings().folds?.[fold] ?? true;
    if (narrow()) every(".plan-part", each).forEach((part, place) => { part.open = !place; });
  });
  // As he left it, whatever is drawn anew.
  let setting = {};
  const refreshSetting = () => {
    const fold = find("#mock-main .mock-setting");
    if (fold && setting.run === current()) fold.open = setting.open;
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#mock")) return;
    const folded = event.target.closest("details.mock-fold > summary")?.parentElement;
    if (folded) opened[folded.dataset.fold] = !folded.open;
    if (folded && !narrow()) keep(localStorage, "debrief-mock-settings", { ...settings(), folds: { ...settings().folds, [folded.dataset.fold]: !folded.open } });
    const about = event.target.closest(".mock-setting > summary")?.parentElement;
    if (about) setting = { run: current(), open: !about.open };
    const button = event.target.closest("button[data-q]");
    if (button?.dataset.q === "use") use(button);
    if (button?.dataset.q === "fold") {
      const fold = find(`#mock details.mock-fold[data-fold="${CSS.escape(button.dataset.fold)}"]`);
      if (!fold) return;
      fold.open = opened[button.dataset.fold] = true;
      fold.scrollIntoView({ block: "start" });
      find("summary", fold).focus({ preventScroll: true });
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target === box() && !box().value.trim()) put(USED, current(), null);
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("#mock-plan-part [data-q=asked]")) return;
    const { question } = event.target.closest(".plan-question").dataset;
    count();
    tell({ do: "alter", what: "asked", run: current(), question, on: event.target.checked ? "yes" : "no" });
  });

  const heard = (says) => {
    if (says.what === "look") looked = null;
    if (!["go", "open", "watch", "begin", "end"].includes(says.what) || says.wrong) return;
    if (document.activeElement === document.body) find("#mock-head h2, #mock-main h2")?.focus({ preventScroll: true });
  };

  const { updated: before } = window.debrief;
  const updated = (element) => {
    before(element);
    if (!element.closest("#mock")) return;
    if (element.closest("#mock-main")) { remember(); refreshSetting(); }
    if (element.closest("#mock-standing-part, #mock-composer")) refreshStanding();
    if (element.closest("#mock-beside")) refreshFolds(element);
    tick();
    refocus(element);
  };
  Object.assign(window.debrief, { updated, servesMock });
  Object.assign(window.debrief.mock, { askedBy, ticked, heard });
})();
