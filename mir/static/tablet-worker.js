// Answers for the site below /tablet/ when there is no internet. What it may give out was kept by tablet-waiting.js.
"use strict";
const KEPT = "mir-tablet";
const PATIENCE = 5000; // a network that is there and does not answer must not hold anybody up

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const here = new URL(event.request.url).origin === self.location.origin;
  if (here && event.request.method === "GET") event.respondWith(answer(event.request));
});

async function answer(request) {
  const kept = await (await caches.open(KEPT)).match(request.url);
  // An address with a version never changes what is behind it.
  if (kept && new URL(request.url).searchParams.has("v")) return kept;
  if (!kept) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    // The start page stays, even when the round has closed: it says so, and what waits here.
    return fresh.ok || (fresh.status < 500 && request.mode !== "navigate") ? fresh : kept;
  } catch {
    return kept;
  }
}
