// Pages made ready to be opened without signal, for one person; others' are not kept beside them.
const PAGES = "lapangan-halaman-";
const kept = (user) => caches.open(PAGES + user);
const supported = "caches" in window && "serviceWorker" in navigator;

// True when the page is on the phone now, as the server shows it to this very person.
export async function prepare(path, user) {
  if (!supported) return false;
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  if (!(await answer.clone().text()).includes(`data-field-owner="${user}"`)) return false;
  await (await kept(user)).put(path, answer);
  return true;
}

export async function prepared(user) {
  if (!supported) return [];
  return (await (await kept(user)).keys()).map((request) => new URL(request.url).pathname);
}

// What the server says of them today.
export async function refresh(user) {
  for (const path of await prepared(user)) await prepare(path, user);
}

export async function forgetPages(mine) {
  const all = "caches" in window ? await caches.keys() : [];
  const gone = all.filter((name) => name.startsWith(PAGES) && mine(name.slice(PAGES.length)));
  await Promise.all(gone.map((name) => caches.delete(name)));
}
