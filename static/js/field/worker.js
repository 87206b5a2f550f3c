// Service worker of the field kit: its own files, and the pages that were made ready. Nothing else.
const { version, assets, static: statics } = self.KIT;
const FILES = "lapangan-aset-";
const PAGES = "lapangan-halaman-";
const SHELL = FILES + version;
const ROOT = new URL("./", self.location).pathname;
const PATIENCE = 8_000;

self.addEventListener("install", (event) => {
  const files = assets.map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(files)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(dropOldFiles)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname.startsWith(ROOT)) event.respondWith(page(request, pathname));
  else if (pathname.startsWith(statics)) event.respondWith(asset(request));
});

// The server's answer where there is one in time; a page of the phone where there is none.
async function page(request, pathname) {
  const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE); });
  const answer = await Promise.race([fetch(request), late]).catch(() => null);
  if (answer && answer.status < 500) return answer;
  return await caches.match(pathname) ?? await caches.match(ROOT) ?? answer ?? fetch(request);
}

// Those of this version first: unhashed addresses are the same in each.
async function asset(request) {
  return await (await caches.open(SHELL)).match(request) ?? await caches.match(request) ?? fetch(request);
}

// A page of an earlier version needs its files; they go once every page has been fetched anew.
async function dropOldFiles() {
  const names = await caches.keys();
  const renewed = await Promise.all(names.filter((name) => name.startsWith(PAGES)).map(renew));
  if (renewed.includes(false)) return;
  await Promise.all(names.filter((name) => name.startsWith(FILES) && name !== SHELL).map((name) => caches.delete(name)));
}

async function renew(name) {
  const pages = await caches.open(name);
  const owner = `data-field-owner="${name.slice(PAGES.length)}"`;
  const done = await Promise.all((await pages.keys()).map(async ({ url }) => {
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok || answer.redirected || !(await answer.clone().text()).includes(owner)) return false;
    await pages.put(url, answer);
    return true;
  }));
  return !done.includes(false);
}
