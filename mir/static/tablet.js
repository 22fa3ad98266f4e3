// A shared tablet: one page at a time for one person, then back to the start with nothing left of them.
// The pages were drawn by the site beforehand. Answers live in this script's memory only: so a reload, Back or another
// window can never show anybody else's. What is kept is locked, and no window can open it (tablet-keeping.js).
// Without this script the page works online.
"use strict";
(() => {
  const front = document.getElementById("start");
  const able = window.isSecureContext && navigator.serviceWorker && window.caches && window.indexedDB && navigator.locks && crypto.subtle;
  if (!front || !able) return;
  const { path, understood, plain } = tabletPath;
  const keeping = tabletKeeping;
  const { list, worker, version, language, told, ready, notReady, noInternet } = front.dataset;
  const counted = JSON.parse(told);
  const first = document.cloneNode(true);
  const READABLE = /^(answer|state|month|comment|place\d+)$/;
  const FOR_THE_PERSON = "answered_for_me";
  const HERE = 2 * 60 * 1000;
  const ASIDE = ["safe", "kept", "stop", "words"]; // pages that lead away from the questions for a while
  let site = null; // what the site said of this round
  let closed = null; // in the site's words, why nobody may start any more
  let person = null; // whoever answers now, and all they said
  let pages = null; // the pages in this person's way to read
  let busy = false;
  let clock = 0;

  // ---- Showing

  function show(page) {
    const root = document.documentElement;
    for (const name of ["lang", "dir"]) root.setAttribute(name, page.documentElement.getAttribute(name));
    document.title = page.title;
    document.body.className = page.body.className;
    if (person) document.body.classList.add(...person.looks);
    document.body.replaceChildren(...[...page.body.children].map((one) => document.importNode(one, true)));
    document.querySelectorAll("form").forEach((form) => form.setAttribute("autocomplete", "off"));
    window.scrollTo(0, 0);
    document.getElementById("main").focus();
  }

  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

  async function load() {
    const name = `${person.voice} ${person.language} ${person.read}`;
    if (pages && pages.name === name) return;
    pages = { name, ...(await (await fetch(site.pages[name])).json()) };
  }

  // Whoever answers for a person is asked about the person, where there are words for that.
  const drawn = (name) => (person.help === FOR_THE_PERSON && pages.pages[`for ${name}`]) || pages.pages[name];

  async function open(name) {
    await load();
    if (!person) return; // forgotten while the pages came
    const lost = await keep();
    if (!person) return;
    person.at = name;
    show(parsed(drawn(name)));
    const chosen = person.chosen || person;
    if (name === "help") fill([["help", chosen.help], ["helper", chosen.helper]]);
    if (name === "again") document.getElementById("so-far").append(` ${given()}`);
    if (name === "check") check();
    if (name === "words") document.querySelectorAll(".four-words li").forEach((one, at) => (one.textContent = person.words[at]));
    if (name.startsWith("question ")) question(name.slice(9));
    if (lost) problem("main", pages.not_kept);
    touched();
  }

  // Somebody with four words can come back, so what they said so far is kept at every page, locked. Nobody could ever
  // come back to the answers of anybody else: those are not kept. Returns whether it could not be done.
  async function keep() {
    if (!person.words) return false;
    const { id, begun, fields, words } = person;
    return keeping.keep(id, { ...letter(), key: begun, fields, words }, site).then(() => false, () => true);
  }

  function letter() {
    const { key, voice, language: spoken, read, help, helper } = person;
    return {
      key, voice, language: spoken, presentation: read,
      help: help || "none", helper: helper === "unknown" || help === "none" ? null : helper || null,
    };
  }

  async function giveWords() {
    const listed = site.words.split(" ");
    person.words = [1, 2, 3, 4].map(() => listed[below(listed.length)]);
    person.letGo = await keeping.hold(person.id);
    if (await keep()) {
      person.letGo();
      person.words = null;
      return problem("main", pages.not_kept);
    }
    return open("words");
  }

  // A number by chance below this one, each as likely as any other.
  function below(most) {
    const [found] = crypto.getRandomValues(new Uint32Array(1));
    return found < Math.floor(2 ** 32 / most) * most ? found % most : below(most);
  }

  const given = () => Object.values(person.fields).filter((pairs) => pairs.length).length;
  const steps = () => path(pages.steps, person);
  const stepOf = (code) => pages.steps.find((step) => step.code === code);

  function question(code) {
    const asked = steps();
    const place = asked.findIndex((step) => step.code === code) + 1;
    const later = pages.steps.length - pages.steps.indexOf(stepOf(code)) - 1;
    const said = pages.branches ? pages.progress_most : pages.progress;
    const total = pages.branches ? place + later : asked.length;
    const progress = said.replace("{number}", place).replace("{total}", total);
    document.querySelector(".where p").firstChild.data = `${progress} `;
    fill(person.rough[code] || person.fields[code] || []);
  }

  function fill(pairs) {
    for (const field of document.querySelectorAll("main input, main select, main textarea")) {
      const mine = pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") field.checked = mine.includes(field.value);
      else if (mine.length && READABLE.test(field.name)) field.value = mine[0];
    }
    const comment = document.getElementById("comment");
    if (comment && comment.value) comment.closest("details").open = true;
  }

  // The page that checks: the site drew a row for every question; those not asked go, the others are filled.
  function check() {
    const asked = new Set(steps().map((step) => step.code));
    for (const link of document.querySelectorAll(".answers .change a")) {
      const code = codeOf(link);
      const row = link.closest("dl > div");
      if (code && !asked.has(code)) row.remove();
      else if (code) tell(row.querySelector("dd"), code);
      else tellHelp(row.querySelector("dd"));
    }
    for (const section of document.querySelectorAll("dl.answers")) {
      if (section.children.length) continue;
      section.previousElementSibling.remove();
      section.remove();
    }
  }

  const codeOf = (link) => (/\/answer\/question\/([a-z0-9_]+)/.exec(link.getAttribute("href")) || [])[1];

  function tell(place, code) {
    const pairs = person.fields[code] || [];
    const page = parsed(drawn(`question ${code}`));
    const lines = pairs
      .filter(([name, value]) => name !== "comment" && value)
      .map(([name, value]) => labelOf(page, name, value));
    if (lines.length) {
      place.replaceChildren();
      lines.forEach((line, at) => place.append(...(at ? [document.createElement("br")] : []), line));
    }
    const [, comment] = pairs.find(([name]) => name === "comment") || [];
    if (!comment) return;
    const quoted = document.createElement("q");
    quoted.dir = "auto";
    quoted.textContent = comment;
    const said = document.createElement("p");
    said.className = "comment";
    said.append(`${pages.you_wrote} `, quoted);
    place.append(said);
  }

  // What the page called an answer: the words beside the button, or of the list, or what was typed.
  function labelOf(page, name, value) {
    for (const field of page.querySelectorAll(`main [name="${name}"]`)) {
      if (field.tagName === "SELECT") {
        const chosen = [...field.options].find((option) => option.value === value);
        return chosen ? chosen.textContent : value;
      }
      if (field.value === value && field.closest("label")) {
        return document.importNode(field.closest("label").querySelector("span"), true);
      }
    }
    return value;
  }

  function tellHelp(place) {
    const page = parsed(pages.pages.help);
    const lines = [labelOf(page, "help", person.help)];
    if (person.help !== "none" && person.helper) lines.push(document.createElement("br"), labelOf(page, "helper", person.helper));
    place.replaceChildren(...lines);
  }

  function problem(field, sentence) {
    document.querySelectorAll(".errors, main p.error").forEach((one) => one.remove());
    const found = document.getElementById(field) || document.getElementById("main");
    const summary = document.createElement("div");
    summary.className = "errors";
    summary.tabIndex = -1;
    summary.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = pages.look_again;
    const link = document.createElement("a");
    link.href = `#${found.id}`;
    link.textContent = sentence;
    const item = document.createElement("li");
    item.append(link);
    const items = document.createElement("ul");
    items.append(item);
    summary.append(heading, items);
    document.getElementById("main").prepend(summary);
    document.title = `${pages.error}: ${parsed(drawn(person.at)).title}`;
    summary.focus();
    window.scrollTo(0, 0);
  }

  // ---- Going from one page to the next

  const after = (code) => {
    const asked = steps();
    const next = asked[asked.findIndex((step) => step.code === code) + 1];
    return next ? `question ${next.code}` : "check";
  };
  const before = (code) => {
    const asked = steps();
    const place = asked.findIndex((step) => step.code === code);
    return place > 0 ? `question ${asked[place - 1].code}` : begin();
  };
  const begin = () => (pages.pages.help ? "help" : `question ${steps()[0].code}`);

  function another(go) {
    if (go === "switch") person.read = site.presentations.find((one) => one !== person.read) || person.read;
    else if (go.startsWith("language-")) person.language = go.slice(9);
    else if (go.startsWith("look-")) look(go.slice(5).replace(/-off$/, ""));
    else return false;
    return true;
  }

  // Large print, black and yellow, no pictures: pressed again, as it was. The next person starts afresh.
  const look = (name) => person.looks.delete(name) || person.looks.add(name);

  const turned = {
    welcome(form, go, button) {
      if (button.name !== "presentation") return another(go) ? "welcome" : null;
      person.read = button.value;
      return "consent";
    },
    consent: (form, go) => (go === "no" ? "declined" : another(go) ? "consent" : begin()),
    help(form, go) {
      const help = form.get("help") || "";
      const helper = form.get("helper") || "";
      if (go === "next" && !help) return problem("help", pages.choose_help);
      if (go === "next" && help !== "none" && !helper) return problem("helper", pages.choose_helper);
      // Answers of the person and of somebody who answers for them never come together.
      const turns = (help === FOR_THE_PERSON) !== (person.help === FOR_THE_PERSON) && given() > 0;
      person.chosen = turns ? { help, helper } : null;
      if (!turns) Object.assign(person, { help, helper });
      if (another(go)) return "help";
      if (turns) return "again";
      if (go === "back") return person.checking ? "check" : "consent";
      return person.checking ? "check" : `question ${steps()[0].code}`;
    },
    again(form, go) {
      if (another(go)) return "again";
      Object.assign(person, person.chosen, { chosen: null, fields: {}, rough: {}, checking: false });
      return `question ${steps()[0].code}`;
    },
    check: (form, go) => (another(go) ? "check" : void finish()),
    stop: (form, go) => (go === "words" ? void giveWords() : left(form, go, "stop")),
    words: (form, go) => left(form, go, "words"),
  };

  function left(form, go, name) {
    if (go === "later") return forget();
    if (go === "forget") return void leaveNothing();
    return another(go) ? name : person.before;
  }

  async function leaveNothing() {
    const { id, words } = person;
    if (words) await keeping.drop(id);
    forget();
  }

  function answered(code, form, go) {
    const step = stepOf(code);
    const pairs = [...form.entries()].filter(([name, value]) => READABLE.test(name) && value !== "");
    const comment = pairs.filter(([name]) => name === "comment");
    const mine = go === "skip" ? comment : pairs;
    const { nothing, fault } = understood(step, mine);
    const length = [...plain(comment.length ? comment[0][1] : "")].length;
    if (length > 4000) return problem("comment", step.too_long.replace("{length}", length));
    if (go === "next" && nothing) return problem("answer", step.asks);
    if (fault && go !== "worried") return problem(fault.field, fault.sentence);
    // What is not understood yet stays on its page, and is never sent.
    delete person.rough[code];
    if (fault) person.rough[code] = mine;
    const was = steps().map((one) => one.code).join();
    if (!fault) person.fields[code] = mine;
    if (another(go)) return person.at;
    if (go === "worried" || go === "stop") return aside(go === "worried" ? "safe" : person.words ? "words" : "stop");
    const fresh = was !== steps().map((one) => one.code).join();
    if (person.checking && !fresh) return "check";
    person.checking = false;
    return go === "back" ? before(code) : after(code);
  }

  function aside(name) {
    if (!ASIDE.includes(person.at)) person.before = person.at;
    return name;
  }

  async function submitted(event) {
    if (event.target.method === "dialog") return;
    event.preventDefault();
    const button = event.submitter;
    const go = button && button.name === "go" ? button.value : "next";
    if (!person) {
      if (button && button.name === "voice") await start(button.value);
      return;
    }
    const form = new FormData(event.target);
    const code = person.at.startsWith("question ") ? person.at.slice(9) : "";
    const next = code ? answered(code, form, go) : turned[person.at] ? turned[person.at](form, go, button || {}) : another(go) && person.at;
    if (next) await open(next);
  }

  async function followed(event) {
    const link = event.target.closest("a[href]");
    if (!link || link.protocol === "tel:" || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault(); // a link must not lead away from the tablet
    const { pathname, searchParams } = new URL(link.href);
    if (!person && pathname === "/safe") return worried();
    if (!person && pathname === "/back") return comeBack(link.href);
    if (!person || pathname === "/leave" || pathname === "/tablet/") return forget();
    if (pathname === "/safe") return open(aside("safe"));
    if (pathname.endsWith("/what-we-keep")) {
      if (person.at === "kept" && searchParams.get("read")) person.read = searchParams.get("read");
      if (person.at === "kept" && searchParams.get("language")) person.language = searchParams.get("language");
      return open(aside("kept"));
    }
    if (person.at === "safe" || person.at === "kept") return person.before ? open(person.before) : forget();
    if (person.at === "welcome" && searchParams.get("language")) {
      person.language = searchParams.get("language");
      return open("welcome");
    }
    if (person.at === "again") {
      person.chosen = null;
      return open(person.checking ? "check" : `question ${steps()[0].code}`);
    }
    person.checking = person.at === "check";
    if (codeOf(link)) return open(`question ${codeOf(link)}`);
    if (pathname === "/answer/help") return open("help");
    return undefined;
  }

  // The answers of somebody who has four words are on the site, not here.
  async function comeBack(address) {
    try {
      if ((await fetch(address, { signal: AbortSignal.timeout(10000) })).ok) return location.assign(address);
    } catch {
      // No internet.
    }
    document.getElementById("state").textContent = noInternet;
    return undefined;
  }

  // ---- One person, from the start to the end

  async function start(voice) {
    if (!site || closed) return;
    person = somebody(voice);
    history.pushState(null, ""); // so that Back has somewhere to go: see below
    await open("welcome");
  }

  function somebody(voice) {
    return {
      voice, at: "", before: "", help: "", helper: "", chosen: null, fields: {}, rough: {},
      language: site.languages.includes(language) ? language : site.languages[0],
      read: site.presentations.includes("easy_read") ? "easy_read" : site.presentations[0],
      looks: new Set(), words: null, letGo: null, id: keeping.chance(), key: keeping.chance(), begun: keeping.chance(),
    };
  }

  // Somebody who is worried and has not started: the numbers to call, and then the start page again.
  function worried() {
    if (!site) return undefined;
    person = somebody(Object.keys(site.pages)[0].split(" ")[0]);
    return open("safe");
  }

  async function finish() {
    const fields = {};
    for (const { code } of steps()) if ((person.fields[code] || []).length) fields[code] = person.fields[code];
    if (!Object.keys(fields).length) return problem("main", pages.nothing);
    if (busy) return undefined;
    busy = true;
    const { id, voice, language: spoken, read, letGo } = person;
    try {
      await keeping.keep(id, { ...letter(), fields }, site);
    } catch {
      return problem("main", pages.not_kept);
    } finally {
      busy = false;
    }
    if (letGo) letGo();
    // They are on the device, locked: nothing of them stays in memory.
    person = { voice, language: spoken, read, looks: person.looks, fields: {}, rough: {}, at: "", before: "thanks" };
    await open("thanks");
    await send(false);
    return undefined;
  }

  function forget() {
    const { words, letGo } = person || {};
    if (letGo) letGo();
    person = pages = null;
    clearTimeout(clock);
    show(first);
    state().then(() => words && send(false)).then(renew);
  }

  // ---- Is anybody there?

  function touched() {
    clearTimeout(clock);
    const dialog = document.getElementById("still");
    if (person && site && !(dialog && dialog.open)) clock = setTimeout(ask, site.minutes * 60 * 1000);
  }

  function ask() {
    if (!person.before && person.at === "safe") return forget(); // there is nothing to lose
    if (["thanks", "declined"].includes(person.at)) return forget(); // nor is there here
    if (!document.getElementById("still")) {
      document.body.append(document.importNode(parsed(pages.pages.still).getElementById("still"), true));
      document.getElementById("still").addEventListener("close", touched);
    }
    const still = document.getElementById("still");
    still.querySelector(".with-words").hidden = !person.words;
    still.querySelector(".without-words").hidden = Boolean(person.words);
    still.showModal();
    clock = setTimeout(forget, HERE);
    return undefined;
  }

  // ---- What waits, and whether this tablet is ready

  let readied = false;
  async function state() {
    const all = await keeping.all();
    const say = (id, sentence) => {
      const place = document.getElementById(id);
      if (place && place.textContent !== sentence) place.textContent = sentence;
    };
    const line = (name, number) => (number ? counted[name][Math.min(number, counted[name].length - 1)] : "");
    const refused = all.filter((one) => one.refused);
    const reasons = [...new Set(refused.map((one) => one.refused))];
    if (closed) say("state", `${closed.heading}. ${closed.sentence}`);
    else say("state", readied ? ready : notReady);
    document.querySelectorAll("#start button.way").forEach((one) => (one.hidden = Boolean(closed)));
    const unfinished = all.filter((one) => one.unfinished && !one.refused);
    say("waiting", line("waiting", all.length - refused.length - unfinished.length));
    say("unfinished", line("unfinished", unfinished.length));
    say("refused", [line("refused", refused.length), ...reasons].join(" ").trim());
  }

  let sending = false;
  async function send(again) {
    if (sending) return;
    sending = true;
    const before = (await keeping.all()).length;
    try {
      await keeping.send("/tablet/take", again);
      await tellDesk(before);
    } catch {
      // No internet: they wait.
    } finally {
      sending = false;
      await state();
    }
  }

  // For the desk: how many wait here, when that has changed, and once a day.
  let said = "";
  async function tellDesk(before) {
    const all = await keeping.all();
    const sent = all.length < before;
    const now = { waits: all.length, unfinished: all.filter((one) => one.unfinished).length };
    const same = JSON.stringify([now, new Date().toDateString()]);
    if (!sent && said === same) return;
    const headers = { "Content-Type": "application/json" };
    const told = await fetch("/tablet/heard", { method: "POST", headers, body: JSON.stringify({ ...now, sent }) });
    if (told.ok) said = same;
  }

  async function prepare() {
    try {
      const answer = await fetch(list);
      const found = await answer.json();
      closed = answer.ok ? null : found;
      if (answer.ok) {
        site = site || found; // what is kept already is gone on with until all of the new is here
        await store(found);
      }
    } catch {
      // No internet, or no room: as it was.
    }
    await state();
    await renew();
  }

  // Keep the start page, what it is made of, and the pages of every way to answer; throw away what is older.
  // Whoever answers now goes on with the pages they have.
  async function store(found) {
    const wanted = [...found.files, ...Object.values(found.pages)].map((one) => new URL(one, location.href).href);
    const changing = [location.origin + location.pathname, new URL(list, location.href).href];
    const kept = await caches.open("mir-tablet");
    const there = (await kept.keys()).map((one) => one.url);
    await kept.addAll(wanted.filter((one) => !there.includes(one)));
    if (navigator.onLine) await kept.addAll(changing).catch(() => {});
    site = found;
    for (const one of there) if (![...wanted, ...changing].includes(one)) await kept.delete(one);
    readied = (await Promise.all(changing.map((one) => kept.match(one)))).every(Boolean);
  }

  // Where the site has changed its pages: start again with the new ones, once, when nobody is answering.
  async function renew() {
    if (person || !site || site.version === version) return;
    const kept = await caches.match(location.origin + location.pathname);
    if (!kept || !(await kept.text()).includes(`data-version="${site.version}"`)) return;
    if (person || sessionStorage.getItem("renewed") === site.version) return;
    sessionStorage.setItem("renewed", site.version);
    location.reload();
  }

  document.addEventListener("submit", submitted);
  document.addEventListener("click", followed);
  for (const name of ["pointerdown", "keydown", "input", "scroll", "focusin"]) {
    document.addEventListener(name, touched, { passive: true });
  }
  // Back goes to the page before of this person, never out of the tablet or to anybody else.
  window.addEventListener("popstate", () => {
    history.pushState(null, "");
    if (!person) return;
    const { at } = person;
    if (at.startsWith("question ")) open(before(at.slice(9)));
    else if (at === "check") open(`question ${steps().at(-1).code}`);
    else if (at === "help") open("consent");
    else if (at === "consent") open("welcome");
    else if (person.before && ASIDE.includes(at)) open(person.before);
    else forget();
  });
  window.addEventListener("pagehide", forget); // a page that the browser keeps for Back is an empty one
  window.addEventListener("online", () => prepare().then(() => send(true)));
  let minute = 0;
  setInterval(() => {
    minute += 1;
    if (!readied || minute % 15 === 0) prepare().then(() => send(false));
    else send(false);
  }, 60 * 1000);
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  navigator.serviceWorker
    .register(worker, { scope: "/tablet/" })
    .then(() => navigator.serviceWorker.ready)
    .then(prepare)
    .then(() => send(true));
})();
