// The search dialog: opened with `/` or its button, answered while one types. The address holds the query.
(() => {
  "use strict";

  const { iiv } = window;
  const { search } = iiv;
  const dialog = document.querySelector("[data-iiv-search]");
  if (!dialog) return;

  const root = new URL("../../", document.currentScript.src);
  const box = dialog.querySelector("input");
  const told = dialog.querySelector("[data-iiv-found]");
  const list = dialog.querySelector("ol");
  const further = dialog.querySelector("[data-iiv-further]");

  const PAGE = 30; // results at a time,
  const FIRST = 8; // and how many of them at once
  const SLICE = 12; // milliseconds of work between which a key is answered
  const KINDS = { person: ["person", "people"], question: ["question"], direction: ["direction"], theme: ["theme"], talk: ["talk"], page: ["other page"] };
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  // --- One result -------------------------------------------------------------------------------------

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  // Pieces of text of which every second one is marked.
  function marked(name, className, pieces) {
    const element = make(name, className);
    element.dir = "auto";
    pieces.forEach((piece, number) => element.append(number % 2 ? make("mark", "", piece) : piece));
    return element;
  }

  function when(date) {
    const [year, month, day] = date.split("-").map(Number);
    const time = make("time", "", `${day} ${MONTHS[month - 1]} ${year}`);
    time.dateTime = date;
    return time;
  }

  function linkTo(entry, anchor, className, ...content) {
    const link = make("a", className, ...content);
    const address = entry.address.split("#")[0] + (anchor ? `#${encodeURIComponent(anchor)}` : "");
    link.href = new URL(anchor ? address : entry.address, root).href;
    return link;
  }

  // Where it stands, and the words; a space between what a screen reader reads in one go.
  function lines({ heading, words }) {
    const under = heading ? [marked("span", "iiv-hit__under", [heading]), " "] : [];
    return [...under, marked("span", "iiv-hit__words", words())];
  }

  function result({ entry }, words) {
    const { title, beside, parts } = search.shown(entry, words);
    const [first, ...others] = parts;
    const about = entry.date ? when(entry.date) : make("span", "", entry.kind === "page" ? "" : KINDS[entry.kind][0]);
    const line = entry.line ? [" ", marked("span", "iiv-hit__line", beside)] : [];
    const link = linkTo(entry, first?.anchor, "iiv-hit__link", marked("bdi", "iiv-hit__title", title), " ");
    link.append(make("span", "iiv-hit__about", about, ...line), " ", ...(first ? lines(first) : []));
    const item = make("li", "iiv-hit", link);
    item.entry = entry;
    unfolding(item, entry, others);
    return item;
  }

  // The further answers of a talk, when somebody asks.
  function unfolding(item, entry, parts) {
    if (item.further === parts.length) return;
    item.further = parts.length;
    for (const old of item.querySelectorAll(".iiv-hit__more, .iiv-hit__others")) old.remove();
    if (!parts.length) return;
    const button = make("button", "iiv-hit__more", `${parts.length} more`, make("span", "iiv-hidden", ` in ${entry.title}`));
    button.type = "button";
    button.ariaExpanded = "false";
    button.addEventListener("click", () => {
      const open = item.querySelector("ul");
      button.ariaExpanded = String(!open);
      if (open) open.remove();
      else item.append(make("ul", "iiv-hit__others", ...parts.map((part) => make("li", "", linkTo(entry, part.anchor, "iiv-hit__link", ...lines(part))))));
    });
    item.firstElementChild.after(button);
  }

  // --- All of them ------------------------------------------------------------------------------------

  let results = [];
  let words = [];
  let asked = ""; // the query that has these words
  let task = 0;

  function show(found) {
    results = found;
    // Those that stand there already stay: the keyboard may be on one of them.
    const items = Array.from(list.children);
    const stays = (item, number) => item.words === words && item.entry === found[number]?.entry;
    const kept = items.every(stays) ? items.length : items.findIndex((item, number) => !stays(item, number));
    while (list.children.length > kept) list.lastElementChild.remove();
    for (const item of list.children) unfolding(item, item.entry, search.shown(item.entry, words).parts.slice(1));
    more(Math.max(FIRST, kept));
    if (!kept) list.scrollTop = 0;
  }

  function more(count) {
    for (const found of results.slice(list.children.length, count)) {
      const item = result(found, words);
      item.words = words;
      list.append(item);
    }
    further.hidden = !search.held.complete || list.children.length >= results.length;
  }

  function tell(query) {
    const { complete, missing } = search.held;
    const lost = missing ? ". A part of it cannot be loaded: build the site again." : "";
    if (!words.length) told.textContent = "";
    else if (!complete) told.textContent = "Searching …";
    else told.textContent = (results.length ? counts() : `Nothing is found for “${query}”`) + lost;
  }

  function counts() {
    const parts = Object.entries(KINDS).map(([kind, [one, many = `${one}s`]]) => {
      const number = results.filter(({ entry }) => entry.kind === kind).length;
      return number ? `${number} ${number === 1 ? one : many}` : "";
    });
    return parts.filter(Boolean).join(", ");
  }

  // --- While one types --------------------------------------------------------------------------------

  function look() {
    const query = box.value.trim();
    if (query !== asked) words = search.wordsOf(query);
    asked = query;
    window.clearTimeout(task);
    if (!words.length || !search.held.named) finish(query, []);
    else step(search.match(words), query);
  }

  function step(matching, query) {
    const until = performance.now() + SLICE;
    let at;
    do at = matching.next();
    while (!at.done && performance.now() < until);
    if (!at.done) task = window.setTimeout(step, 0, matching, query);
    else finish(query, at.value);
  }

  function finish(query, found) {
    const { complete } = search.held;
    show(complete ? found : found.filter((one) => search.isFinal(one, words)));
    const rest = () => {
      more(PAGE);
      tell(query);
    };
    // The next key need not wait for those further down.
    if (results.length > FIRST) task = window.setTimeout(rest);
    else rest();
  }

  function open(query) {
    if (dialog.open) return;
    if (query !== undefined) box.value = query;
    dialog.showModal();
    box.select();
    search.hold(look);
    look();
  }

  box.addEventListener("input", () => {
    iiv.address?.put("q", box.value.trim());
    look();
  });
  further.addEventListener("click", () => {
    const next = list.children.length;
    more(next + PAGE);
    list.children[next]?.firstElementChild.focus();
  });

  // --- The keyboard -----------------------------------------------------------------------------------

  function stops() {
    return [box, ...list.querySelectorAll("a, button"), ...(further.hidden ? [] : [further])];
  }

  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = stops();
      all[all.indexOf(document.activeElement) + step]?.focus();
      event.preventDefault();
    } else if (event.key === "Enter" && document.activeElement === box) {
      list.querySelector("a")?.click();
    }
  });

  function isTyping({ target }) {
    return target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });

  // --- Opened and closed ------------------------------------------------------------------------------

  for (const button of document.querySelectorAll(".iiv-open-search")) button.addEventListener("click", () => open());
  dialog.addEventListener("close", () => iiv.address?.put("q", ""));
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const isHere = link && link.pathname === window.location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isHere || event.target === dialog || event.target.closest("[data-iiv-close]")) dialog.close();
  });

  function fromAddress() {
    const query = iiv.address?.get("q");
    if (query) open(query);
    else if (dialog.open) dialog.close();
  }

  iiv.address?.onBack(fromAddress);
  fromAddress();
})();
