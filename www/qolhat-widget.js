// <qolhat-check>: the checker on a school's own page. This is all that a page loads until the element nears the viewport or
// is touched. What the element holds, a link and a list, serves until then, and where script or WebAssembly may not run.
const NAME = "qolhat-check";
const VERSION = "__VERSION__";
const LANGUAGES = ["kk", "ru", "en"];

// One body for all elements, asked for once; after a failure it may be asked for again.
const body = () => import("./widget/body.js");
let coming;
function ahead() {
  coming ??= body().catch((why) => {
    coming = undefined;
    throw why;
  });
  return coming;
}

/** The language: the element's own, the nearest above it, the document's; Kazakh where none of them is ours. */
function language(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const lang = (at.getAttribute("lang") ?? "").slice(0, 2).toLowerCase();
    if (LANGUAGES.includes(lang)) return lang;
  }
  return "kk";
}

/** Says once on the console and in an event why the checker does not open; what the element holds stays. */
function fail(element, why) {
  const blocked = why instanceof WebAssembly.CompileError && /unsafe-eval|Content Security|CSP/i.test(why.message);
  const code = why?.code ?? (blocked ? "wasm-blocked" : "load-failed");
  const remedy = blocked ? "add 'wasm-unsafe-eval' to script-src of this page's Content-Security-Policy" : String(why);
  console.error(`${NAME}: ${code}: ${remedy}`);
  tell(element, "error", { code });
}

function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(`qolhat-${name}`, { bubbles: true, composed: true, detail }));
}

class QolhatCheck extends HTMLElement {
  static observedAttributes = ["service", "region", "channel", "lang", "day", "school", "address"];
  static version = VERSION;

  #shadow = this.attachShadow({ mode: "open" });
  #slot = this.#shadow.appendChild(document.createElement("slot"));
  #live;
  #body;
  #opening;
  #left;
  #given;
  #own;

  connectedCallback() {
    if (this.#live) {
      // It was moved, perhaps to where another language is spoken.
      this.#body?.settle();
      return;
    }
    this.#live = new AbortController();
    const { signal } = this.#live;
    // The first link opens the checker in its own place; where that fails, it leads where it always led.
    const open = (event) => {
      const link = this.querySelector("a[href]");
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (this.#body || !link?.contains(event.target) || !plain || event.defaultPrevented) return;
      event.preventDefault();
      this.open().then((opened) => opened || signal.aborted || location.assign(link.href));
    };
    this.addEventListener("click", open, { signal });
    for (const touch of ["pointerover", "focusin"]) this.addEventListener(touch, soon, { signal, once: true, passive: true });
    const seen = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
      if (!isIntersecting) return;
      seen.disconnect();
      // Nothing may move where a reader looks already; what is out of sight still can be opened unseen.
      if (boundingClientRect.top >= innerHeight || boundingClientRect.bottom <= 0) this.open();
      else soon();
    }, { rootMargin: "600px 0px" });
    seen.observe(this);
    signal.addEventListener("abort", () => seen.disconnect());
    if (this.#left) this.open();
  }

  disconnectedCallback() {
    // What is only moved is in the document again by then.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  #leave() {
    this.#live?.abort();
    this.#live = undefined;
    this.#close();
  }

  /** What the element holds is there again; what was typed is taken up where the checker opens once more. */
  #close() {
    this.#left = this.#body?.close() ?? this.#left;
    this.#body = this.#opening = undefined;
    this.#shadow.replaceChildren(this.#slot);
  }

  attributeChangedCallback(_, before, now) {
    if (before !== now) this.#body?.settle();
  }

  /** Opens the checker in place of what the element holds, and tells whether it could. */
  async open() {
    if (!this.#live) return false;
    this.#opening ??= this.#open(this.#live.signal);
    return this.#opening;
  }

  async #open(signal) {
    let body;
    try {
      const { Body } = await ahead();
      body = new Body(this, this.#shadow, this.#outside(), this.#left);
      await body.ready;
      if (signal.aborted) return body.close(), false;
      this.#show(body);
      return true;
    } catch (why) {
      body?.close();
      if (signal.aborted) return false;
      this.#opening = undefined;
      fail(this, why);
      return false;
    }
  }

  /** What the checker knows of the page around it. */
  #outside() {
    return {
      language: () => language(this),
      tell: (name, detail) => tell(this, name, detail),
      failed: (why) => {
        // Where it is still opening, whoever waits for that is told.
        if (!this.#body) return;
        this.#close();
        fail(this, why);
      },
      base: import.meta.url,
    };
  }

  #show(body) {
    this.#body = body;
    this.#slot.remove();
    // What was set or changed meanwhile.
    body.additions = this.#own;
    if (this.#given) body.package = this.#given;
    this.#given = this.#left = undefined;
    tell(this, "ready", { version: VERSION });
  }

  /** Forgets what was typed, and begins anew. */
  reset() {
    this.#given = this.#left = undefined;
    this.#body?.reset();
  }

  /** What was typed, as the npm package takes it, without who it is about; null before anything was. Setting it fills the form. */
  get package() {
    return this.#body?.package ?? this.#given ?? null;
  }

  set package(given) {
    this.#left = undefined;
    if (this.#body) this.#body.package = given;
    else this.#given = given;
  }

  /** The verdict on what was typed, with its dates and codes; null before there is one. */
  get report() {
    return this.#body?.report ?? null;
  }

  /** What the school adds of its own, never to the law: `{ closed: ["2026-12-30"], notes: { "photo-3x4": { kk, ru, en } } }`. */
  get additions() {
    return this.#own ?? null;
  }

  set additions(own) {
    this.#own = own;
    if (this.#body) this.#body.additions = own;
  }
}

function soon() {
  ahead().catch(() => {});
}

const there = customElements.get(NAME);
if (!there) customElements.define(NAME, QolhatCheck);
else if (there.version !== VERSION) console.info(`${NAME}: version ${there.version} is in use, ${VERSION} was loaded after it`);
