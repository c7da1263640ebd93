// The checker inside <qolhat-check>: the same page as on its own site, in a shadow tree, with nothing of it beyond.
import { engine, read } from "../files.js";
import { code, copy, drawing, print, save } from "../host.js";

// One engine and one style sheet for all elements of a document. An engine that broke is followed by another, once.
const shared = {};
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

/** What takes long is begun at once for all, and once. */
function ready() {
  shared.engine ??= engine((starts += 1));
  shared.style ??= sheet("widget/widget.css");
  shared.paper ??= sheet("widget/paper.css");
  return Promise.all([shared.engine, shared.style, shared.paper]).catch((why) => {
    shared.engine = shared.style = shared.paper = undefined;
    throw why;
  });
}
ready().catch(() => {});

const LISTS = { service: "services", region: "region", channel: "channel", day: "visit", school: "provider", address: "provider-address" };

export class Body {
  #element;
  #glue;
  #shadow;
  #outside;
  #root;
  #page;
  #paper;
  #typed = "";
  #coming = new Set();
  #live = new AbortController();
  #draw = drawing(this.#live.signal);
  #additions;
  #refused = new Set();
  #reported = "";
  #drawn;

  /** Opens the checker in a shadow tree; `ready` is kept once it is drawn. */
  constructor(element, shadow, outside) {
    this.#element = element;
    this.#shadow = shadow;
    this.#outside = outside;
    this.ready = this.#begin();
  }

  async #begin() {
    const [glue, style, paper] = await ready();
    const { signal } = this.#live;
    if (signal.aborted) return;
    this.#glue = glue;
    this.#paper = paper;
    this.#shadow.adoptedStyleSheets = [style];
    this.#root = document.createElement("div");
    this.#root.setAttribute("part", "page");
    this.#root.className = "qolhat";
    this.#root.addEventListener("click", (event) => this.#follow(event), { signal });
    addEventListener("error", (event) => this.#broke(event.error), { signal });
    const drawn = new Promise((resolve, reject) => (this.#drawn = { resolve, reject }));
    this.#open("");
    await drawn;
    this.#shadow.append(this.#root);
    this.#weighColours();
  }

  #open(typed, again = false) {
    this.#page?.free();
    const lang = this.#outside.language();
    this.#page = new this.#glue.Page(this.#host(), this.#root, `#/${lang}/service`, typed, again);
    this.#page.settle(this.#settled());
    this.#page.begin();
  }

  /** What the element's attributes and the school settle beforehand, a line each. */
  #settled() {
    const lines = [];
    for (const [attribute, name] of Object.entries(LISTS)) {
      const value = this.#element.getAttribute(attribute)?.replaceAll(/\s+/g, " ").trim();
      if (value) lines.push(`${name}=${value}`);
    }
    for (const [key, value] of Object.entries(this.#additions ?? {})) {
      if (key === "closed" && Array.isArray(value)) for (const day of value) lines.push(`closed=${line(day)}`);
      else if (key === "notes" && value) for (const [document, note] of Object.entries(value)) {
        for (const [lang, text] of Object.entries(typeof note === "string" ? { kk: note, ru: note, en: note } : note)) {
          lines.push(`note-${lang}-${line(document)}=${line(text)}`);
        }
      } else lines.push(`${line(key)}=`);
    }
    return lines.join("\n");
  }

  /** Takes up attributes and additions that changed; answers are kept. */
  settle() {
    this.#page?.settle(this.#settled());
    const lang = this.#outside.language();
    if (lang !== this.#root.lang) this.#page?.speak(lang);
  }

  reset() {
    this.#open("");
  }

  close() {
    this.#live.abort();
    this.#page?.free();
    this.#page = undefined;
    this.#root?.remove();
  }

  get package() {
    const said = this.#page?.package();
    return said ? JSON.parse(said) : null;
  }

  set package(given) {
    this.#open(given ? lines(given) : "");
  }

  get report() {
    return this.#reported ? JSON.parse(this.#reported) : null;
  }

  set additions(additions) {
    this.#additions = additions;
    this.settle();
  }

  /** A panic ends the engine. What was typed is kept here, and a fresh one takes it up, once for each document. */
  async #broke(why) {
    if (!(why instanceof WebAssembly.RuntimeError)) return;
    // It cannot even be let go of any more.
    this.#page = undefined;
    if (this.#glue === (await shared.engine)) shared.engine = starts === 1 ? undefined : Promise.reject(why);
    try {
      [this.#glue] = await ready();
      const fresh = this.#root.cloneNode(false);
      this.#root.replaceWith(fresh);
      this.#root = fresh;
      this.#root.addEventListener("click", (event) => this.#follow(event), { signal: this.#live.signal });
      this.#open(this.#typed, true);
    } catch {
      this.#outside.tell("error", { code: "engine-broken" });
      this.#outside.close();
    }
  }

  /** The page's addresses are places within it: they are gone to here, and the host's address stays as it is. */
  #follow(event) {
    const link = event.composedPath().find((at) => at instanceof HTMLAnchorElement);
    const hash = link?.getAttribute("href");
    if (!hash?.startsWith("#") || event.defaultPrevented) return;
    event.preventDefault();
    if (hash.startsWith("#/")) this.#page.went(hash);
    else this.#root.querySelector(hash)?.scrollIntoView();
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
        queueMicrotask(() => body.#page?.went(hash));
      },
      replace() {},
      reported(report) {
        if (report === body.#reported) return;
        body.#reported = report;
        if (report) body.#outside.tell("report", JSON.parse(report));
      },
      refused(code, message) {
        if (body.#refused.has(message)) return;
        body.#refused.add(message);
        console.warn(`qolhat-check: ${code}: ${message}`);
        body.#outside.tell("error", { code, message });
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
    this.#outside.tell("print", { service: this.report?.service ?? null, verdict: this.report?.verdict ?? null });
    print(() => {
      done();
      this.#page?.unprinted();
    });
  }

  /** Tells the webmaster where the colours that were set cannot be read well. */
  #weighColours() {
    const style = getComputedStyle(this.#root);
    for (const [text, ground] of [["ink", "paper"], ["on-accent", "accent"], ["accent", "paper"]]) {
      const ratio = contrast(style.getPropertyValue(`--${text}`), style.getPropertyValue(`--${ground}`));
      if (ratio < 4.5) console.warn(`qolhat-check: --qolhat-${text} on --qolhat-${ground}: contrast ${ratio.toFixed(1)}:1 is below 4.5:1`);
    }
  }
}

/** A value of one line. */
function line(value) {
  return String(value).replaceAll(/\s+/g, " ").trim();
}

/** A package as the npm package takes it, as the lines of a form. */
function lines(given) {
  // As on a page that nobody has touched, a sheet for each official language.
  const lines = ["sheet-kk=yes", "sheet-ru=yes"];
  const put = (name, value) => {
    if (value === true || value === false) lines.push(`${name}=${value ? "yes" : "no"}`);
    else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      const [year, month, day] = value.split("-");
      lines.push(`${name}-day=${day}`, `${name}-month=${month}`, `${name}-year=${year}`);
    } else if (value !== undefined && value !== null) lines.push(`${name}=${line(value)}`);
  };
  for (const name of ["service", "channel", "visit", "time"]) put(name, given[name]);
  put("region", given.region ?? "elsewhere");
  for (const [fact, value] of Object.entries(given.facts ?? {})) put(`fact-${line(fact)}`, value);
  for (const { document, registrationMark, originalShown, undated, ...said } of given.documents ?? []) {
    const name = `paper-${line(document)}`;
    put(name, true);
    if (registrationMark !== undefined) put(`${name}-mark`, registrationMark);
    if (originalShown === false) put(`${name}-no-original`, true);
    if (undated) put(`${name}-undated`, true);
    for (const detail of ["form", "copies", "issued", "expires"]) put(`${name}-${detail}`, said[detail]);
  }
  return lines.join("\n");
}

/** The contrast of two colours as WCAG reckons it; as good as can be where one is none that a canvas knows. */
function contrast(one, other) {
  const luminance = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.fillStyle = colour.trim() || "#000";
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
