// Drafts and their photos, kept on this phone for one person.
const PREFIX = "lapangan-";

const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export async function openStore(user) {
  const opening = indexedDB.open(PREFIX + user, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("drafts", { keyPath: "key" });
    opening.result.createObjectStore("photos", { keyPath: "key" }).createIndex("draft", "draft");
  };
  const db = await asked(opening);
  db.onversionchange = () => db.close();
  const read = (table) => db.transaction(table).objectStore(table);

  // Resolves once it is on the disk: a phone may be switched off the next moment.
  const write = (tables, work) => new Promise((resolve, reject) => {
    const change = db.transaction(tables, "readwrite", { durability: "strict" });
    change.oncomplete = () => resolve();
    change.onabort = change.onerror = () => reject(change.error);
    work(...tables.map((table) => change.objectStore(table)));
  });

  // Some columns only: the form and the sender write to the same draft.
  const patch = (table, key, columns) => write([table], (rows) => {
    rows.get(key).onsuccess = ({ target }) => target.result && rows.put({ ...target.result, ...columns });
  });

  return {
    drafts: () => asked(read("drafts").getAll()),
    draft: (key) => asked(read("drafts").get(key)),
    photos: async (draft) => (await asked(read("photos").index("draft").getAll(draft))).sort((a, b) => a.added - b.added),
    addDraft: (draft) => write(["drafts"], (rows) => rows.put(draft)),
    addPhoto: (photo) => write(["photos"], (rows) => rows.put(photo)),
    changeDraft: (key, columns) => patch("drafts", key, columns),
    changePhoto: (key, columns) => patch("photos", key, columns),
    dropPhoto: (key) => write(["photos"], (rows) => rows.delete(key)),
    dropPhotos: (draft) => write(["photos"], (rows) => empty(rows, draft)),
    dropDraft: (key) => write(["drafts", "photos"], (drafts, photos) => {
      drafts.delete(key);
      empty(photos, key);
    }),
    close: () => db.close(),
  };
}

function empty(photos, draft) {
  photos.index("draft").openKeyCursor(draft).onsuccess = ({ target }) => {
    if (!target.result) return;
    photos.delete(target.result.primaryKey);
    target.result.continue();
  };
}

export const unsent = (drafts) => drafts.filter((draft) => draft.status !== "done").length;

// The keys of those who have drafts on this phone; the person who asks may be unknown to it.
export async function owners() {
  const all = (await indexedDB.databases?.()) ?? [];
  return all.map(({ name }) => name).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

export const forgetDrafts = (user) => asked(indexedDB.deleteDatabase(PREFIX + user));
