// The checker inside <qolhat-check>: the same page as on its own site, in a shadow tree, with nothing of it beyond.
import { engine, read } from "../files.js";
import { code, copy, drawing, print, save } from "../host.js";
import { settled, typed } from "./lines.js";

// One engine and one style sheet for all elements of a document. An engine that broke is followed by another, once.
const shared = {};
const broken = new Set();
const bodies = new Set();
let starts = 0;

async function bytes(path) {
  const came = await read(path);
  if (!came) throw Object.assign(new Error(`${path} did not come`), { code: "load-failed" });
  return came;
}

async function sheet(path) {
  const style = new CSSStyleSheet();
  style.replaceSync(new TextDecoder().decode(await bytes(path)));
  return style;
}

/** What takes long is begun at once for all, and once. What did not come may come yet; what broke twice is left alone. */
async function ready() {
  if (broken.size > 1) throw Object.assign(new Error("the engine broke twice"), { code: "engine-broken" });
  shared.engine ??= engine((starts += 1));
  shared.style ??= sheet("widget/widget.css");
  shared.paper ??= sheet("widget/paper.css");
  try {
    return await Promise.all([shared.engine, shared.style, shared.paper]);
  } catch (why) {
    shared.engine = shared.style = shared.paper = undefined;
    throw why;
  }
}
ready().catch(() => {});

/** An engine broke, for all elements that it serves; `at` is the one where it did. */
function broke(glue, why, at) {
  if (!broken.has(glue)) {
    broken.add(glue);
    shared.engine = undefined;
    console.error("qolhat-check: the engine broke:", why);
  }
  for (const body of bodies) body.renew(glue, body === at);
}

export class Body {
  #element;
  #glue;
  #shadow;
  #outside;
  #root;
  #page;
  #paper;
  #typed;
  #place;
  #spoken;
  #coming = new Set();
  #live = new AbortController();
  #draw = drawing(this.#live.signal);
  #additions;
  #refused = new Set();
  #reported = "";
  #drawn;

  /** Opens the checker in a shadow tree, with what `close` left; `ready` is kept once it is drawn. */
  constructor(element, shadow, outside, { typed = "", place = "", spoken = "" } = {}) {
    this.#element = element;
    this.#shadow = shadow;
    this.#outside = outside;
    this.#typed = typed;
    const lang = outside.language();
    this.#place = spoken === lang ? place : place.replace(/^#\/\w+/, `#/${lang}`);
    this.ready = this.#begin();
  }

  async #begin() {
    const [glue, style, paper] = await ready();
    if (this.#live.signal.aborted) return;
    this.#paper = paper;
    this.#shadow.adoptedStyleSheets = [style];
    const drawn = new Promise((resolve, reject) => (this.#drawn = { resolve, reject }));
    bodies.add(this);
    this.#stage(glue);
    this.#open();
    await drawn;
    this.#shadow.append(this.#root);
    // For the webmaster alone, and nobody waits for it.
    import("./colours.js").then(({ weigh }) => weigh(this.#root), () => {});
  }

  /** An element for an engine. The engine hears of it through us: what breaks there is told from what else a page suffers. */
  #stage(glue) {
    this.#glue = glue;
    // A part of the host's page by name; without it the top and the bottom would count as the host's own.
    const root = document.createElement("section");
    root.setAttribute("aria-label", "Қолхат");
    root.setAttribute("part", "page");
    root.className = "qolhat";
    root.addEventListener("click", (event) => this.#follow(event));
    const { addEventListener, removeEventListener } = root;
    const guarded = new Map();
    root.addEventListener = (name, heard, options) => {
      guarded.set(heard, (event) => this.#call(glue, () => heard(event)));
      addEventListener.call(root, name, guarded.get(heard), options);
    };
    root.removeEventListener = (name, heard, options) => {
      removeEventListener.call(root, name, guarded.get(heard), options);
      guarded.delete(heard);
    };
    this.#root?.replaceWith(root);
    this.#root = root;
  }

  /** Calls an engine. Whatever it throws, it is not to be called again. */
  #call(glue, what) {
    try {
      return what();
    } catch (why) {
      broke(glue, why, this);
    }
  }

  #open(again = false) {
    this.#page?.free();
    this.#page = undefined;
    const glue = this.#glue;
    this.#spoken = this.#outside.language();
    const place = this.#place || `#/${this.#spoken}/service`;
    const page = this.#call(glue, () => new glue.Page(this.#host(), this.#root, place, this.#typed, again));
    if (!page) return;
    this.#page = new Proxy(page, { get: (_, name) => (...given) => this.#call(glue, () => page[name](...given)) });
    this.#page.settle(settled(this.#element, this.#additions));
    this.#page?.begin();
  }

  /** Begins with other answers, or without any. */
  #anew(typed) {
    this.#typed = typed;
    this.#place = undefined;
    // Where the engine is just being renewed, it takes them up.
    if (this.#glue) this.#open();
  }

  /** Takes up attributes and additions that changed; answers are kept. */
  settle() {
    this.#page?.settle(settled(this.#element, this.#additions));
    const lang = this.#outside.language();
    // A visitor may have chosen another than the page around speaks.
    if (lang !== this.#spoken) this.#page?.speak(lang);
    this.#spoken = lang;
  }

  reset() {
    this.#anew("");
  }

  /** Nothing of it listens or waits any more; gives what the next one goes on with. */
  close() {
    this.#live.abort();
    bodies.delete(this);
    this.#page?.free();
    this.#page = undefined;
    this.#root?.remove();
    return { typed: this.#typed, place: this.#place, spoken: this.#spoken };
  }

  get package() {
    const said = this.#page?.package();
    return said ? JSON.parse(said) : null;
  }

  set package(given) {
    this.#anew(given ? typed(given) : "");
  }

  get report() {
    return this.#reported ? JSON.parse(this.#reported) : null;
  }

  set additions(additions) {
    this.#additions = additions;
    this.settle();
  }

  /** An engine broke. What was typed is kept here, and a fresh one takes it up; who was `at` it is told. */
  async renew(glue, at) {
    if (glue !== this.#glue) return;
    // It cannot even be let go of any more, and it still listens to its element.
    this.#glue = this.#page = undefined;
    try {
      const [fresh] = await ready();
      if (this.#live.signal.aborted) return;
      this.#stage(fresh);
      this.#open(at);
    } catch (why) {
      if (this.#live.signal.aborted) return;
      this.#drawn.reject(why);
      this.#outside.failed(why);
    }
  }

  /** The page's addresses are places within it: they are gone to here, and the host's address stays as it is. */
  #follow(event) {
    const link = event.composedPath().find((at) => at instanceof HTMLAnchorElement);
    const hash = link?.getAttribute("href");
    if (!hash?.startsWith("#") || event.defaultPrevented) return;
    event.preventDefault();
    if (hash.startsWith("#/")) this.#goes(hash);
    else this.#root.querySelector(hash)?.scrollIntoView();
  }

  /** Tells the host, once the engine is done: it may answer by asking for another thing. */
  #tell(name, detail) {
    queueMicrotask(() => this.#live.signal.aborted || this.#outside.tell(name, detail));
  }

  #goes(hash) {
    this.#place = hash;
    this.#page?.went(hash);
  }

  #host() {
    const body = this;
    return {
      morph(element, html) {
        body.#draw(element, html);
        body.#drawn.resolve();
      },
      keep(lines) {
        body.#typed = lines;
      },
      async load(path) {
        if (body.#coming.has(path)) return;
        body.#coming.add(path);
        let came;
        try {
          came = await bytes(path);
        } catch (why) {
          // The page says so and offers to try again; before its first words come, only the element's own list can.
          body.#drawn.reject(why);
        }
        body.#coming.delete(path);
        if (!body.#live.signal.aborted) body.#page?.came(path, came);
      },
      call(_, lang) {
        body.#root.lang = lang;
      },
      go(hash) {
        queueMicrotask(() => body.#goes(hash));
      },
      replace(hash) {
        body.#place = hash;
      },
      reported(report) {
        if (report === body.#reported) return;
        body.#reported = report;
        if (report) body.#tell("report", JSON.parse(report));
      },
      refused(code, message) {
        if (body.#refused.has(message)) return;
        body.#refused.add(message);
        console.warn(`qolhat-check: ${code}: ${message}`);
        body.#tell("error", { code, message });
      },
      print() {
        body.#print();
      },
      // The link leads to the checker's own page: in this one it would open nothing.
      async handOver(hash) {
        const link = new URL(`./${hash}`, body.#outside.base).href;
        const { path, side } = await code(link);
        body.#page?.handedOver(link, path, side);
      },
      async copy(text) {
        body.#page?.copied(text !== "", await copy(text, body.#root));
      },
      reload() {},
      ask() {},
      save,
    };
  }

  /** Prints the receipt alone, from within any page, and leaves no trace in it. */
  #print() {
    const { adoptedStyleSheets: before } = document;
    const mark = "data-qolhat-print";
    const done = () => {
      removeEventListener("afterprint", done);
      this.#element.removeAttribute(mark);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((style) => style !== this.#paper);
    };
    this.#element.setAttribute(mark, "");
    document.adoptedStyleSheets = [...before, this.#paper];
    addEventListener("afterprint", done);
    this.#live.signal.addEventListener("abort", done);
    this.#tell("print", { service: this.report?.service ?? null, verdict: this.report?.verdict ?? null });
    const undone = () => {
      done();
      this.#page?.unprinted();
    };
    queueMicrotask(() => print(undone));
  }
}
