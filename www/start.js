// Starts the page. What it does is in Rust; here is what must outlive it (loading, what was typed, a second start) and what
// reaches beyond its element: the title, the address, printing.
import { engine, read } from "./files.js";
import { code, copy, drawing, print, save } from "./host.js";

const list = document.getElementById("list");
// What is readable without us: the main thing on the page until we run, and beside it then.
const still = document.getElementById("static");
// The sentences that no engine is needed for stand in index.html, in each language.
const told = (name) => document.getElementById(`told-${name}`);

let root = document.getElementById("page");
let page;
// On a computer that others use nothing is kept anywhere.
let shared = new URLSearchParams(location.search).has("public");
// What was typed is kept in the tab's own history, in the one entry that is shown: Back and reload lose nothing, no other
// tab finds it, and it is gone with the tab.
let typed = shared ? "" : (history.state?.typed ?? "");
let noting;
// What a person asked to be kept on this device is the one thing that is stored. Of all storage this one is written before
// the tab can end.
const KEPT = "qolhat";
let kept = stored();
let starts = 0;
let coming = new Set();

// What the engine is going to ask for first is asked for while it is on its way.
const early = new Map();
const lang = /^#\/(ru|en)\b/.exec(location.hash)?.[1] ?? "kk";
for (const path of [`words/${lang}.txt`, "law/directory.qolhat"]) early.set(path, come(path));

// Where it takes long a person is told so, and has the list to read meanwhile.
const slow = setTimeout(() => (told("loading").hidden = false), 3000);

const draw = drawing();

const host = {
  morph(element, html) {
    if (!draw(element, html)) return;
    if (root.hidden) {
      root.hidden = false;
      list.open = false;
      still.setAttribute("role", "complementary");
      // Out of sight for a frame: it then comes in below the page, and does not slide there under a reader's eyes.
      still.hidden = true;
      requestAnimationFrame(() => requestAnimationFrame(() => (still.hidden = false)));
      began();
      keep();
    }
  },
  keep(lines, record) {
    typed = lines;
    if (shared) return;
    noting ??= setTimeout(note, 400);
    if (record === undefined || record === kept) return;
    try {
      localStorage.setItem(KEPT, record);
      kept = record;
    } catch {
      // No room, or none for us. The page is still drawing, and hears of it once it is done.
      queueMicrotask(() => say("refused"));
    }
  },
  async load(path) {
    if (coming.has(path)) return;
    coming.add(path);
    const asked = page;
    const bytes = await (early.get(path) ?? come(path));
    early.delete(path);
    if (asked !== page) return;
    coming.delete(path);
    // Without words the page cannot even say that they are missing.
    if (!bytes && root.hidden && path.startsWith("words/")) give_up(new TypeError(path));
    else page?.came(path, bytes);
  },
  call(title, lang) {
    document.title = title;
    document.documentElement.lang = lang;
  },
  go(hash) {
    leave();
    location.hash = hash;
    // At once: a reload may follow sooner than what waits.
    note();
  },
  replace(hash) {
    history.replaceState(history.state, "", hash);
  },
  print() {
    const asked = page;
    print(() => asked === page && page?.unprinted());
  },
  // A page from a file has no address that leads anywhere else.
  async handOver(hash) {
    const asked = page;
    const link = location.protocol === "file:" ? "" : location.href.split("#")[0] + hash;
    const { path, side } = await code(link);
    if (asked === page) page?.handedOver(link, path, side);
  },
  async copy(text) {
    const asked = page;
    const done = await copy(text, root);
    if (asked === page) page?.copied(text !== "", done);
  },
  reload() {
    location.reload();
  },
  async ask(what) {
    if (what === "shared" || what === "own") share(what === "shared");
    if (what === "shared" || what === "erase") forget();
    if (what === "erase") clear_address();
    try {
      const aside = await import("./privacy.js");
      await aside[what](say);
    } catch {
      say(what === "erase" ? "erased not" : "saw lost");
    }
  },
  save,
  // What only a page around this one wants to know.
  refused() {},
  reported() {},
};

/** Tells the page something, in the words of a button. */
function say(said) {
  page?.heard(said);
}

/** The bytes of a file; nothing where it does not come: the page says so and offers to try again. */
function come(path) {
  return read(path).catch(() => undefined);
}

/** What an earlier visit left; nothing where a browser lets nobody look. */
function stored() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

function forget() {
  kept = "";
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // Where nothing can be stored, nothing is.
  }
}

function share(on) {
  shared = on;
  if (on) clearTimeout(noting);
  noting = undefined;
  history.replaceState(on ? null : history.state, "", `${location.pathname}${on ? "?public" : ""}${location.hash}`);
}

/** A new entry of the history besides, so that none is left to go forward to. */
function clear_address() {
  const bare = location.pathname + location.search;
  history.replaceState(null, "", bare);
  if (!shared) history.pushState(null, "", bare);
}

/** Browsers refuse more than about three changes of their history a second. */
function note() {
  clearTimeout(noting);
  noting = undefined;
  if (!shared && (history.state?.typed ?? "") !== typed) history.replaceState(typed ? { typed } : null, "");
}

/** An entry that is left for a new one is left empty, so that what was typed lies in one place alone. */
function leave() {
  if (history.state) history.replaceState(null, "");
}

// What a visit without a network needs has no hurry: it comes after what this one needs.
async function keep() {
  if (shared) return;
  // Where it does not come the page goes on, and the next visit tries again.
  const offline = await import("./offline.js").catch(() => undefined);
  offline?.keep((freshness) => say(`compared ${freshness}`));
}

async function start() {
  starts += 1;
  coming = new Set();
  const glue = await engine(starts);
  page = new glue.Page(host, root, location.hash, typed, starts > 1, stored(), shared);
  page.begin();
}

function began() {
  clearTimeout(slow);
  told("loading").hidden = true;
}

/** The page cannot run: a sentence of index.html says so, and the list stays. */
function give_up(why) {
  page = undefined;
  root.hidden = true;
  list.open = true;
  still.setAttribute("role", "main");
  began();
  note();
  const code = code_of(why);
  told(code).hidden = false;
  root.dispatchEvent(Object.assign(new Event("error"), { code }));
  console.error(`qolhat: ${code}:`, why);
}

/** Not allowed to run here; broken twice; or not all there. */
function code_of(why) {
  if (!globalThis.WebAssembly || /CSP|Content Security/i.test(why?.message)) return "wasm-blocked";
  return starts > 1 || why instanceof WebAssembly.RuntimeError ? "stopped" : "lost";
}

// A panic in the engine ends its instance. What was typed is kept here, and a fresh one takes it up, once.
function broke(why) {
  if (!page || !(why instanceof WebAssembly.RuntimeError)) return;
  page = undefined;
  // The broken instance still listens to its element, so the fresh one gets a fresh element.
  const fresh = root.cloneNode(false);
  root.replaceWith(fresh);
  root = fresh;
  if (starts === 1) start().catch(give_up);
  else give_up(why);
}

addEventListener("error", (event) => broke(event.error));
addEventListener("unhandledrejection", (event) => broke(event.reason));
// Chromium takes no note any more once a reload hides the page; a phone that ends a tab asks nothing before.
for (const leaving of ["beforeunload", "pagehide"]) addEventListener(leaving, note);
addEventListener("pagehide", () => shared && say("erase"));
addEventListener("storage", ({ key, newValue }) => {
  // Another tab deleted everything: this one does not bring it back.
  if (newValue === null && kept && (key === null || key === KEPT)) {
    kept = "";
    say("forgotten");
  }
});
for (const button of document.querySelectorAll("[data-again]")) {
  button.onclick = () => {
    if (button.dataset.again === "afresh") typed = "";
    // What is noted of what was typed is noted on leaving.
    location.reload();
  };
}
addEventListener("click", (event) => event.target.closest?.("a[href^='#/']") && leave(), true);
addEventListener("hashchange", () => page?.went(location.hash));

start().catch(give_up);
