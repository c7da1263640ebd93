// Keeps the site on the device, so that the next visit needs no network. The build writes the list of the files with their
// hashes here: a change of any file, of the law above all, is a new version. A version is kept whole or not at all.
// Why it answers as it does: docs/decisions/008-no-old-law-in-silence.md.
const { version, files } = {/* version and files */};

const ours = `qolhat ${registration.scope} `;
const kept = ours + version;

addEventListener("install", (event) => {
  // What is open goes on: it is told that there is something newer, and every page that begins from now on has it.
  event.waitUntil(keep().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const path = place(event.request.url);
  if (event.request.method === "GET" && Object.hasOwn(files, path)) event.respondWith(answer(path, event.request));
});

/** Keeps each file, one after the other: a person on a slow line waits for other files than these. */
async function keep() {
  const cache = await caches.open(kept);
  for (const path of Object.keys(files)) {
    const found = await held(path);
    // Without a network, or beside a server that is busy, nothing is wrong: the next visit goes on from here.
    const response = found ?? (await fetch(path, { cache: "no-cache" }));
    if (response.status === 429 || response.status >= 500) throw new Error(`${path}: the server is busy`);
    try {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      const bytes = await response.arrayBuffer();
      if ((await hash(bytes)) !== files[path]) throw new Error(`${path} is not the file of this version`);
      // Made anew, as a browser refuses a page that came by way of a redirect.
      if (!found) await cache.put(path, new Response(bytes, { headers: response.headers }));
    } catch (fault) {
      // A version that cannot be kept must not leave an older one in its place: then the network answers.
      await forgetOthers();
      throw fault;
    }
  }
}

/** A file that this version shares with one that was kept before is not loaded again. */
async function held(path) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(ours) && (await caches.match(path, { cacheName: name }));
    if (!found || (await hash(await found.clone().arrayBuffer())) !== files[path]) continue;
    if (name !== kept) await (await caches.open(kept)).put(path, found.clone());
    return found;
  }
}

async function forgetOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== kept) await caches.delete(name);
  }
}

/** The version that is kept answers; where the browser dropped a file of it, the network does. */
async function answer(path, request) {
  return (await caches.match(path, { cacheName: kept })) ?? fetch(request);
}

/** The path of an address as the list has it: a folder stands for its page. */
function place(address) {
  const { scope } = registration;
  const whole = address.split(/[?#]/)[0];
  if (!whole.startsWith(scope)) return "";
  return whole.slice(scope.length).replace(/(^|\/)index\.html$/, "$1") || "./";
}

async function hash(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...sum));
}
