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
// What was typed is kept in the tab's own history, in the one entry that is shown: Back and reload lose nothing, no other
// tab finds it, and it is gone with the tab.
let typed = history.state?.typed ?? "";
let noting;
let starts = 0;
let coming = new Set();

// What the engine is going to ask for first is asked for while it is on its way.
const early = new Map();
const lang = /^#\/(ru|en)\b/.exec(location.hash)?.[1] ?? "kk";
for (const path of [`words/${lang}.txt`, "law/directory.qolhat"]) early.set(path, read(path));

const draw = drawing();

const host = {
  morph(element, html) {
    if (!draw(element, html)) return;
    if (root.hidden) {
      root.hidden = false;
      list.open = false;
      still.setAttribute("role", "complementary");
      keep();
    }
  },
  keep(lines) {
    typed = lines;
    noting ??= setTimeout(note, 400);
  },
  async load(path) {
    if (coming.has(path)) return;
    coming.add(path);
    const asked = page;
    let bytes;
    try {
      bytes = await (early.get(path) ?? read(path));
    } catch {
      // Nothing came: the page says so and offers to try again.
    }
    early.delete(path);
    if (asked !== page) return;
    coming.delete(path);
    // Without words the page cannot even say that they are missing.
    if (!bytes && root.hidden && path.startsWith("words/")) give_up(path);
    else page?.came(path, bytes);
  },
  call(title, lang) {
    document.title = title;
    document.documentElement.lang = lang;
  },
  go(hash) {
    leave();
    location.hash = hash;
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
  save,
  // What only a page around this one wants to know.
  refused() {},
  reported() {},
};

/** Browsers refuse more than about three changes of their history a second. */
function note() {
  clearTimeout(noting);
  noting = undefined;
  if ((history.state?.typed ?? "") !== typed) history.replaceState(typed ? { typed } : null, "");
}

/** An entry that is left for a new one is left empty, so that what was typed lies in one place alone. */
function leave() {
  if (history.state) history.replaceState(null, "");
}

// What a visit without a network needs has no hurry: it comes after what this one needs.
async function keep() {
  const offline = await import("./offline.js");
  offline.keep((freshness) => page?.compared(freshness));
}

async function start() {
  starts += 1;
  coming = new Set();
  const glue = await engine(starts);
  page = new glue.Page(host, root, location.hash, typed, starts > 1);
  page.begin();
}

function give_up(why) {
  page = undefined;
  root.hidden = true;
  list.open = true;
  still.setAttribute("role", "main");
  told("broken").hidden = false;
  console.error("qolhat: the checker is not running:", why);
}

// A panic in the engine ends its instance. What was typed is kept here, and a fresh one takes it up, once.
function broke(why) {
  if (!(why instanceof WebAssembly.RuntimeError)) return;
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
addEventListener("click", (event) => event.target.closest?.("a[href^='#/']") && leave(), true);
addEventListener("hashchange", () => page?.went(location.hash));

start().catch(give_up);
