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
    ask: "ask", reading: "reading-room", duties: "duties", cases: "cases", documents: "your-documents",
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
    ready = true;
    const address = here();
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
    document.querySelectorAll("#conversations details[open]").forEach((each) => {
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
      const menu = find("#conversations details[open]");
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

  // The two tabs that fill the window need to know how much of it the head takes.
  const measure = () => {
    const tab = [...document.querySelectorAll("#ask, #reading")].find((each) => each.offsetParent);
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

  window.debrief = {
    handles, updated, showBeside, toEnd, focusQuestion, toParagraph, sheetOpened, download, arrived, openAddress,
  };
})();
