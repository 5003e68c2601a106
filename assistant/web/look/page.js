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
    const target = find("mark", place) || place;
    const top = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const offset = target === place ? 12 : Math.min(scroller.clientHeight / 3, 220);
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
  const updated = (element) => {
    if (element.closest("#live")) {
      const question = find(".question", element);
      const now = question ? question.textContent : "";
      if (now && now !== asked) toEnd();
      asked = now;
    }
    const contents = element.closest("#contents") && find("details", element);
    if (contents) contents.open = !narrow();
    if (element.closest("#beside") && !narrow()) find("#beside-column")?.scrollTo({ top: 0 });
  };

  const focusQuestion = () => soon(() => find("#question textarea")?.focus());

  const jump = (id) => {
    const target = document.getElementById(id);
    if (!target) return false;
    document.querySelectorAll("#sheet .paragraph.active").forEach((each) => each.classList.remove("active"));
    target.classList.add("active");
    scrollTo(target, narrow() ? "start" : "center");
    target.focus({ preventScroll: true });
    history.replaceState(null, "", `#${id}`);
    return true;
  };
  const toParagraph = () => {
    closeSheet();
    let tries = 0;
    const look = () => {
      const target = find("#sheet .paragraph.active");
      if (target && target.offsetParent) jump(target.id);
      else if (target && tries++ < 20) setTimeout(look, 50);
      else if (!target) toTopOfSheet();
    };
    soon(look);
  };
  const toTopOfSheet = () => soon(() => {
    const sheet = find("#sheet-column");
    if (sheet) sheet.scrollTo({ top: 0 });
    if (narrow()) scrollTo(sheet, "start");
  });

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
        document.querySelectorAll("#cases tr.active").forEach((each) => each.classList.remove("active"));
        row.classList.add("active");
        scrollTo(row, "center");
        row.focus({ preventScroll: true });
      }
    }
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
    for (const each of [head, find("#standing"), find("#tabs")]) each && observer.observe(each);
  };
  watchHead();

  window.debrief = { handles, updated, showBeside, toEnd, focusQuestion, toParagraph, toTopOfSheet, download };
})();
