// Keeps /aide for the night without network, and what « Garder ces groupes ici » put beside it. Nothing else is kept.
// Under the scope /cercles/ it answers for a circle that cannot be reached.
// Under the scope /quitter it does one thing: forget those groups while the request goes its way.

import { copyOf, forgetGroups, groupsPath, groupsShelf, helpKept, helpPath, helpShelf, looksOf } from "./kept";

const worker = self as unknown as ServiceWorkerGlobalScope;
const patience = 3000;
const aDay = 24 * 60 * 60 * 1000;

/** A new copy replaces the old one only when all of it came through. */
async function keepHelp(): Promise<void> {
  const [copy, html] = await copyOf(helpKept);
  const looks = looksOf(html);
  const answers = await Promise.all(looks.map(look => fetch(look)));
  if (!answers.every(a => a.ok)) throw new Error(helpKept);
  const shelf = await caches.open(helpShelf);
  await Promise.all(answers.map((answer, i) => shelf.put(looks[i] as string, answer)));
  await shelf.put(helpKept, copy);
  for (const { url } of await shelf.keys()) {
    const { pathname, search } = new URL(url);
    if (pathname + search !== helpKept && !looks.includes(pathname)) await shelf.delete(url);
  }
}

async function keepHelpOfToday(language: string): Promise<void> {
  const kept = await caches.match(helpKept);
  const keptOn = kept && Date.parse(kept.headers.get("Date") || "");
  if (!kept || !keptOn || Date.now() - keptOn > aDay || !(await kept.text()).includes(`<html lang="${language}"`)) await keepHelp();
}

/** The network first, for the lines of this hour; the kept page when it is silent, slow or broken. */
async function help(request: Request): Promise<Response> {
  const kept = await caches.match(helpKept);
  const fromNetwork = fetch(request);
  if (!kept) return fromNetwork;
  const tooLong = new Promise<Response>(answer => setTimeout(() => answer(kept), patience));
  const answered = fromNetwork.then(answer => (answer.status >= 500 ? kept : answer), () => kept);
  return Promise.race([answered, tooLong]);
}

/** Nothing of a circle is ever kept. Without network whoever asks for one reads the help page rather than an empty screen. */
async function orHelp(request: Request): Promise<Response> {
  return fetch(request).catch(async failure => {
    const helping = await caches.match(helpKept);
    if (helping) return helping;
    throw failure;
  });
}

/** What the person kept; else the server says that nothing is kept; without network, the help page rather than an empty screen. */
async function groups(request: Request): Promise<Response> {
  const kept = await caches.match(groupsPath, { cacheName: groupsShelf });
  return kept || orHelp(request);
}

worker.addEventListener("install", event => {
  worker.skipWaiting();
  if (isForHelp()) event.waitUntil(keepHelp());
});

worker.addEventListener("message", event => {
  if (isForHelp()) event.waitUntil(keepHelpOfToday(String(event.data)).catch(() => undefined));
});

worker.addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // The request itself goes on untouched: leaving never waits for us. With nothing kept, this scope has no reason to stay.
  if (pathname === "/quitter") event.waitUntil(forgetGroups().then(() => worker.registration.unregister()));
  else if (request.method !== "GET" || origin !== worker.location.origin) return;
  else if (pathname === groupsPath) event.respondWith(groups(request));
  else if (pathname === helpPath && request.mode === "navigate") event.respondWith(help(request));
  else if (pathname.startsWith("/cercles/") && request.mode === "navigate") event.respondWith(orHelp(request));
  else if (pathname.startsWith("/built/")) event.respondWith(caches.match(request).then(kept => kept || fetch(request)));
});

function isForHelp(): boolean {
  return new URL(worker.registration.scope).pathname === helpPath;
}
