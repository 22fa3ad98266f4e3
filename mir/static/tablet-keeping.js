// What a shared tablet keeps for the site: answers that are finished, and those of somebody who has four words to
// come back with. They are locked so that only the site can open them, and stay until they are sent. Nothing else of
// anybody is ever written to the device.
"use strict";
globalThis.tabletKeeping = (() => {
  const STEP = 2048;
  const text = new TextEncoder();
  const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const bytesOf = (coded) => Uint8Array.from(atob(coded), (one) => one.charCodeAt(0));

  // 43 letters by chance: by these the site knows answers that it has already.
  const chance = () =>
    base64(crypto.getRandomValues(new Uint8Array(32))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

  // The size of an envelope must not tell who wrote much: 2, 8, 32 … thousand bytes. JSON may end in spaces.
  function padded(letter) {
    const bytes = text.encode(JSON.stringify(letter));
    let room = STEP;
    while (room < bytes.length) room *= 4;
    const whole = new Uint8Array(room).fill(32);
    whole.set(bytes);
    return whole;
  }

  // A key that is used once: made with one of ours that is thrown away, so that this tablet cannot open it again.
  async function locked(letter, to) {
    const curve = { name: "ECDH", namedCurve: "P-256" };
    const site = await crypto.subtle.importKey("raw", bytesOf(to.public), curve, false, []);
    const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
    const salt = await crypto.subtle.exportKey("raw", ours.publicKey);
    const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: site }, ours.privateKey, 256);
    const raw = await crypto.subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
    const info = text.encode(`mir tablet 1 ${to.round}`);
    const aes = { name: "AES-GCM", length: 256 };
    const key = await crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info }, raw, aes, false, ["encrypt"]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, padded(letter));
    const coded = { public: base64(salt), nonce: base64(nonce), box: "" };
    for (let at = 0; at < box.byteLength; at += 3072) coded.box += base64(box.slice(at, at + 3072));
    return coded;
  }

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function opened() {
    const request = indexedDB.open("mir-tablet", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("envelopes", { keyPath: "id" });
    return done(request);
  }

  // One change, on the disk before this says so.
  async function change(act) {
    const base = await opened();
    const deal = base.transaction("envelopes", "readwrite", { durability: "strict" });
    act(deal.objectStore("envelopes"));
    await new Promise((resolve, reject) => {
      deal.oncomplete = resolve;
      deal.onabort = deal.onerror = () => reject(deal.error);
    });
    base.close();
  }

  async function all() {
    const base = await opened();
    const found = await done(base.transaction("envelopes").objectStore("envelopes").getAll());
    base.close();
    return found;
  }

  // One after the other, so that what was kept first never takes the place of what was kept last.
  let last = Promise.resolve();
  const inTurn = (act) => (last = last.then(act, act));

  // `id` is of the person: what is kept last takes the place of all before, in one change.
  const keep = (id, letter, to) =>
    inTurn(async () => {
      const envelope = await locked(letter, to);
      const unfinished = Boolean(letter.words);
      await change((store) => store.put({ id, round: to.round, envelope, unfinished, refused: "" }));
    });

  const drop = (id) => inTurn(() => change((store) => store.delete(id)));

  // While somebody with four words answers, what they said so far is not sent: this window holds it. The browser
  // lets go of it when the window is closed, loaded again, or dies.
  const name = (id) => `mir-tablet ${id}`;
  const hold = (id) =>
    new Promise((held) => {
      navigator.locks.request(name(id), () => new Promise((letGo) => held(letGo)));
    });
  const unheld = (id, act) => navigator.locks.request(name(id), { ifAvailable: true }, (free) => free && act());

  // Send what waits, one after the other; what the site will not have stays here with the reason.
  // An envelope is thrown away only once the site has said that it has it.
  async function send(address, again) {
    for (const { id } of await all()) {
      const ended = await unheld(id, () => sendOne(address, id, again));
      if (ended === "later") return; // busy, broken or not allowed today: all of it waits
    }
  }

  async function sendOne(address, id, again) {
    const one = (await all()).find((found) => found.id === id); // as it is now that nobody holds it
    if (!one || (one.refused && !again)) return "";
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ round: one.round, envelope: one.envelope }),
      signal: AbortSignal.timeout(30000),
    });
    if (answer.ok) {
      await answer.json(); // the whole of it must have come: then the site has them
      await drop(id);
    } else if ([400, 410, 413, 422].includes(answer.status)) {
      const { sentence } = await answer.json();
      await inTurn(() => change((store) => store.put({ ...one, refused: sentence })));
    } else return "later";
    return "";
  }

  return { all, chance, drop, hold, keep, send };
})();
