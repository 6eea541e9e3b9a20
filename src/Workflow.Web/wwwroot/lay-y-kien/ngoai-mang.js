// Lets a sheet that was opened once be opened and answered without a line. It keeps an empty page, its style and its scripts: no words of anybody. What it
// answers with comes from the network whenever there is one. The page that registers it names the version; another version is another cache.
"use strict";
importScripts("/js/hang-doi.js");
const shell = "/lay-y-kien/ngoai-mang";
const name = "phieu-" + new URL(self.location.href).searchParams.get("v");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const other of await caches.keys()) if (other.startsWith("phieu-") && other !== name) await caches.delete(other);
  await self.clients.claim();
})()));

const kept = async address => (await (await caches.open(name)).match(address, { ignoreSearch: true })) ?? Response.error();

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && /^\/lay-y-kien\/[0-9a-f-]{36}$/.test(url.pathname)) event.respondWith(fetch(request).catch(() => kept(shell)));
  // The style sheet's name bears a hash; it is kept under its plain one.
  else if (/^\/(css|js)\//.test(url.pathname)) event.respondWith(fetch(request).catch(() => kept(url.pathname.replace(/\.[0-9a-z]{10}\.(css|js)$/, ".$1"))));
});

// The browser calls when there is a line again, also when no page is open; it calls again later when this fails.
self.addEventListener("sync", event => {
  if (event.tag === "phieu") event.waitUntil(AnswerQueue.send().then(({ results }) => { if (results.includes("waiting")) throw new Error("no line yet"); }));
});
