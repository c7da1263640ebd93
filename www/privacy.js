// What only some people ask for: deleting everything, the watch on a computer that others use, and the proof of privacy.
// `say` tells the page what comes of it.

/** Nobody's: a name that ends in `.invalid` is reserved, so that no server can ever have it. */
const NOBODY = "https://leak.invalid/";
/** How long a browser may take to report that it closed a way out, in milliseconds. */
const PATIENCE = 4000;
/** After how long all is wiped where nobody is there, and how long before that a person is asked, in seconds. */
const [ABSENT, ASKED] = [240, 60];

/** Deletes what the site has on this device, beyond what the page itself keeps. */
export async function erase(say) {
  try {
    await emptied();
    say("erased all");
  } catch {
    say("erased not");
  }
}

async function emptied() {
  const here = new URL(".", location.href).href;
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const caches = globalThis.caches ? (await globalThis.caches.keys()).filter((name) => name.startsWith("qolhat")) : [];
  const bases = ((await globalThis.indexedDB?.databases?.()) ?? []).filter(({ name }) => name.startsWith("qolhat"));
  await Promise.all([
    ...workers.filter(({ scope }) => scope.startsWith(here)).map((worker) => worker.unregister()),
    ...caches.map((name) => globalThis.caches.delete(name)),
    ...bases.map(({ name }) => ended(indexedDB.deleteDatabase(name))),
  ]);
}

function ended(request) {
  return new Promise((resolve, reject) => Object.assign(request, { onsuccess: resolve, onerror: reject, onblocked: reject }));
}

let watching;
let seen;

/** On a computer that others use: nothing is left from before, and all is wiped once nobody is there. */
export async function shared(say) {
  watching ??= setInterval(() => look_after(say), 1000);
  for (const sign of ["pointerdown", "keydown", "input"]) addEventListener(sign, present, true);
  present();
  await emptied();
  function present() {
    const asked = seen && Date.now() - seen > (ABSENT - ASKED) * 1000;
    seen = Date.now();
    if (asked) say("idle");
  }
}

function look_after(say) {
  if (!seen) return;
  const left = ABSENT - Math.floor((Date.now() - seen) / 1000);
  if (left <= 0) {
    seen = undefined;
    say("erase");
  } else if (left <= ASKED) {
    say(`idle ${left}`);
  }
}

/** The computer is one's own again. */
export function own() {
  clearInterval(watching);
  watching = seen = undefined;
}

const policies = new Set();
const outcomes = new Map();

/** Tells what the page may do by its policy, as far as it can be seen, and what it asked for so far. */
export function look(say, address = NOBODY) {
  for (const meta of document.querySelectorAll("meta[http-equiv=Content-Security-Policy]")) policies.add(meta.content);
  const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
  const kind = (name) => (name.startsWith(location.origin) || name.startsWith("blob:") ? "asked" : "elsewhere");
  const lines = [
    ...[...policies].map((policy) => `policy ${policy}`),
    ...asked.filter((name) => !name.startsWith(address)).map((name) => `${kind(name)} ${name}`),
    ...[...outcomes].map(([way, closed]) => `${closed ? "blocked" : "open"} ${way}`),
  ];
  say(`saw ${lines.join("\n")}`);
}

/** Tries every way out, and tells which the browser reports as closed. */
export async function attempt(say, address = NOBODY) {
  const tried = async ([way, go]) => outcomes.set(way, await closed(way, go, address + way));
  await Promise.all(Object.entries(ways).map(tried));
  // One rule is for both. A browser that reports the one and not the other, as Firefox, sends no such notices at all.
  if (outcomes.get("beacon")) outcomes.set("ping", true);
  look(say, address);
}

/**
 * Each way out, with what is tried. What it gives back says nothing of what was sent: `sendBeacon` answers `true` even where
 * it sent nothing. Only what surely got through gives `true`, and an element is taken away in the end.
 */
const ways = {
  fetch: (to) => fetch(to, { method: "POST", mode: "no-cors", body: "leak" }).then(() => true),
  xhr(to) {
    const request = new XMLHttpRequest();
    request.open("POST", to);
    request.send("leak");
  },
  beacon: (to) => void navigator.sendBeacon(to, "leak"),
  socket: (to) => void new WebSocket(to.replace("http", "ws")),
  events: (to) => void new EventSource(to),
  image: (to) => void Object.assign(new Image(), { src: to }),
  style: (to) => added("link", { rel: "stylesheet", href: to }),
  font: (to) => new FontFace("leak", `url(${to})`).load().then(() => true),
  script: (to) => import(to).then(() => true),
  prefetch: (to) => added("link", { rel: "prefetch", href: to }),
  ping(to) {
    // To where one is already: only the notice of it would go out.
    const link = added("a", { href: location.href, ping: to, hidden: true });
    link.click();
    return link;
  },
  frame: (to) => added("iframe", { src: to, hidden: true }),
  form(to) {
    const frame = added("iframe", { name: "leak", hidden: true });
    const form = added("form", { action: to, method: "post", target: "leak", hidden: true });
    form.submit();
    form.remove();
    return frame;
  },
  worker: (to) => void new Worker(URL.createObjectURL(new Blob([`fetch("${to}", { mode: "no-cors" })`]))),
  service: (to) => navigator.serviceWorker.register(to).then(() => true),
  async call(to) {
    const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(to).host}` }] });
    call.createDataChannel("leak");
    await call.setLocalDescription(await call.createOffer());
    return true;
  },
};

function added(name, properties) {
  const element = Object.assign(document.createElement(name), properties);
  document.body.append(element);
  return element;
}

/** Where a browser has no such way at all, nothing can go out by it. */
const absent = {
  prefetch: () => !document.createElement("link").relList.supports("prefetch"),
  service: () => !navigator.serviceWorker || !location.protocol.startsWith("http"),
  call: () => !globalThis.RTCPeerConnection,
};

/** Tells whether the browser reports that it closed a way, or refuses it of itself. */
function closed(way, go, to) {
  if (absent[way]?.()) return true;
  return new Promise((tell) => {
    let made;
    const end = (outcome) => {
      clearTimeout(timer);
      removeEventListener("securitypolicyviolation", reported);
      made?.remove?.();
      tell(outcome);
    };
    const reported = (event) => {
      if (!about(event, way)) return;
      policies.add(event.originalPolicy);
      end(true);
    };
    const timer = setTimeout(end, PATIENCE, false);
    addEventListener("securitypolicyviolation", reported);
    const went = (result) => (result === true ? end(false) : (made = result));
    const refused = (why) => why?.name === "SecurityError" && end(true);
    Promise.resolve(to).then(go).then(went, refused);
  });
}

/** Of a frame the browser names no more than the origin, of a worker no more than its kind. */
function about({ blockedURI, effectiveDirective }, way) {
  if (way === "frame") return effectiveDirective === "frame-src";
  if (way === "worker") return blockedURI.startsWith("blob");
  return blockedURI.endsWith(`/${way}`);
}
