// What waits on a shared tablet and whether it is ready: the pages it keeps for want of internet, the answers it
// sends, and what its start page says of both.
"use strict";
globalThis.tabletWaiting = (() => {
  const { now } = tabletPerson;
  const { list, worker, version, told, ready, notReady } = document.getElementById("start").dataset;
  const counted = JSON.parse(told);
  let readied = false;
  let sending = false;
  let said = ""; // the last that the desk heard

  async function state() {
    const { closed } = now;
    const all = await tabletKeeping.all();
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

  async function send(again) {
    if (sending) return;
    sending = true;
    const before = (await tabletKeeping.all()).length;
    try {
      await tabletKeeping.send("/tablet/take", again);
      await tellDesk(before);
    } catch {
      // No internet: they wait.
    } finally {
      sending = false;
      await state();
    }
  }

  // For the desk: how many wait here, when that has changed, and once a day.
  async function tellDesk(before) {
    const all = await tabletKeeping.all();
    const sent = all.length < before;
    const waiting = { waits: all.length, unfinished: all.filter((one) => one.unfinished).length };
    const same = JSON.stringify([waiting, new Date().toDateString()]);
    if (!sent && said === same) return;
    const headers = { "Content-Type": "application/json" };
    const heard = await fetch("/tablet/heard", { method: "POST", headers, body: JSON.stringify({ ...waiting, sent }) });
    if (heard.ok) said = same;
  }

  async function prepare() {
    try {
      const answer = await fetch(list);
      const found = await answer.json();
      now.closed = answer.ok ? null : found;
      if (answer.ok) {
        now.site = now.site || found; // what is kept already is gone on with until all of the new is here
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
    now.site = found;
    for (const one of there) if (![...wanted, ...changing].includes(one)) await kept.delete(one);
    readied = (await Promise.all(changing.map((one) => kept.match(one)))).every(Boolean);
  }

  // Where the site has changed its pages: start again with the new ones, once, when nobody is answering.
  async function renew() {
    const { site } = now;
    if (now.person || !site || site.version === version) return;
    const kept = await caches.match(location.origin + location.pathname);
    if (!kept || !(await kept.text()).includes(`data-version="${site.version}"`)) return;
    if (now.person || sessionStorage.getItem("renewed") === site.version) return;
    sessionStorage.setItem("renewed", site.version);
    location.reload();
  }

  // From now on: whenever the internet is back, every minute what waits, every quarter of an hour new pages.
  function attend() {
    let minute = 0;
    window.addEventListener("online", () => prepare().then(() => send(true)));
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
  }

  return { state, send, renew, attend };
})();
