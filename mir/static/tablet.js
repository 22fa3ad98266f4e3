// A shared tablet: one page at a time for one person, then back to the start with nothing left of them.
// The pages were drawn by the site beforehand. Without this script the page works online.
"use strict";
(() => {
  const able = window.isSecureContext && navigator.serviceWorker && window.caches && window.indexedDB && navigator.locks && crypto.subtle;
  if (!able) return;
  const { now, drawn, fourWords, keep, letter, load, somebody, steps } = tabletPerson;
  const { parsed, problem, show, showPage } = tabletScreen;
  const { attend, renew, send, state } = tabletWaiting;
  const { language, noInternet } = document.getElementById("start").dataset;
  const front = document.cloneNode(true);
  const HERE = 2 * 60 * 1000;
  let busy = false;
  let clock = 0;

  async function open(name) {
    await load();
    if (!now.person) return; // forgotten while the pages came
    const lost = await keep();
    if (!now.person) return;
    now.person.at = name;
    showPage(name);
    if (lost) problem("main", now.pages.not_kept);
    touched();
  }

  // ---- One person, from the start to the end

  async function start(voice) {
    if (!now.site || now.closed) return;
    now.person = somebody(voice, language);
    history.pushState(null, ""); // so that Back has somewhere to go: see below
    await open("welcome");
  }

  // Somebody who is worried and has not started: the numbers to call, and then the start page again.
  function worried() {
    if (!now.site) return undefined;
    now.person = somebody(Object.keys(now.site.pages)[0].split(" ")[0], language);
    return open("safe");
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

  async function giveWords() {
    const { person } = now;
    person.words = fourWords();
    person.letGo = await tabletKeeping.hold(person.id);
    if (await keep()) {
      person.letGo();
      person.words = null;
      return problem("main", now.pages.not_kept);
    }
    return open("words");
  }

  async function finish() {
    const { id, voice, language: spoken, read, looks, letGo, fields: said } = now.person;
    const fields = {};
    for (const { code } of steps()) if ((said[code] || []).length) fields[code] = said[code];
    if (!Object.keys(fields).length) return problem("main", now.pages.nothing);
    if (busy) return undefined;
    busy = true;
    try {
      await tabletKeeping.keep(id, { ...letter(), fields }, now.site);
    } catch {
      return problem("main", now.pages.not_kept);
    } finally {
      busy = false;
    }
    if (letGo) letGo();
    if (!now.person) return undefined; // forgotten meanwhile
    // They are on the device, locked: nothing of them stays in memory.
    now.person = { voice, language: spoken, read, looks, fields: {}, rough: {}, at: "", before: "thanks" };
    await open("thanks");
    await send(false);
    return undefined;
  }

  async function forgetAll() {
    const { id, words } = now.person;
    if (words) await tabletKeeping.drop(id);
    forget();
  }

  function forget() {
    const { words, letGo } = now.person || {};
    if (letGo) letGo();
    now.person = now.pages = null;
    clearTimeout(clock);
    show(front);
    state().then(() => words && send(false)).then(renew);
  }

  // ---- Is anybody there?

  function touched() {
    clearTimeout(clock);
    const dialog = document.getElementById("still");
    if (now.person && now.site && !(dialog && dialog.open)) clock = setTimeout(ask, now.site.minutes * 60 * 1000);
  }

  function ask() {
    const { person, pages } = now;
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

  // ---- What people press

  const deeds = { finish, forget, "forget all": forgetAll, "give words": giveWords };

  async function turn(next) {
    if (deeds[next]) deeds[next]();
    else if (next) await open(next);
  }

  async function submitted(event) {
    if (event.target.method === "dialog") return;
    event.preventDefault();
    const button = event.submitter || {};
    if (now.person) await turn(tabletTurns.pressed(new FormData(event.target), button));
    else if (button.name === "voice") await start(button.value);
  }

  async function followed(event) {
    const link = event.target.closest("a[href]");
    if (!link || link.protocol === "tel:" || link.getAttribute("href").startsWith("#")) return undefined;
    event.preventDefault(); // a link must not lead away from the tablet
    if (now.person) return turn(tabletTurns.followed(link));
    const { pathname } = new URL(link.href);
    if (pathname === "/safe") return worried();
    return pathname === "/back" ? comeBack(link.href) : forget();
  }

  document.addEventListener("submit", submitted);
  document.addEventListener("click", followed);
  for (const name of ["pointerdown", "keydown", "input", "scroll", "focusin"]) {
    document.addEventListener(name, touched, { passive: true });
  }
  window.addEventListener("popstate", () => {
    history.pushState(null, "");
    if (now.person) turn(tabletTurns.back());
  });
  window.addEventListener("pagehide", forget); // a page that the browser keeps for Back is an empty one
  attend();
})();
