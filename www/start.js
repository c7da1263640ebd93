// Starts the page. What it does is in Rust; here is only what must outlive it: loading, what was typed, and a second start.
import { Idiomorph } from "./vendor/idiomorph.js";

const list = document.getElementById("list");
// The sentences that no engine is needed for stand in index.html, in each language.
const told = (name) => document.getElementById(`told-${name}`);

let root = document.getElementById("page");
let page;
let typed = "";
let starts = 0;
let coming = new Set();

const host = {
  morph(element, html) {
    Idiomorph.morph(element, html, { morphStyle: "innerHTML", ignoreActiveValue: true });
  },
  keep(lines) {
    typed = lines;
  },
  async load(path) {
    if (coming.has(path)) return;
    coming.add(path);
    const asked = page;
    let bytes;
    try {
      const answer = await fetch(path);
      if (answer.ok) bytes = new Uint8Array(await answer.arrayBuffer());
    } catch {
      // Nothing came: the page says so and offers to try again.
    }
    if (asked !== page) return;
    coming.delete(path);
    page?.came(path, bytes);
  },
};

async function start() {
  starts += 1;
  coming = new Set();
  // A module that broke stays broken: a new address makes a new one.
  const glue = await import(starts === 1 ? "./qolhat.js" : `./qolhat.js?start=${starts}`);
  await glue.default();
  page = new glue.Page(host, root, typed, starts > 1);
  page.begin();
  root.hidden = false;
  list.open = false;
}

function give_up(why) {
  page = undefined;
  root.hidden = true;
  list.open = true;
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
addEventListener("hashchange", () => page?.went(location.hash));

start().catch(give_up);
