// A visitor of a school's page that holds the widget.

import { serveHosts, snippet } from "./hosts.mjs";

/** Serves the schools' pages, and starts a browser to visit them with. */
export async function openSchool({ start, open }) {
  let given;
  const [browser, school] = await Promise.all([start(), serveHosts(() => given)]);

  /**
   * Opens a school's page, with every event of the widget noted. The page holds the usual snippet, or another; `first` runs
   * in it before anything else.
   */
  async function visit(host, holds = snippet(), { first, ...options } = {}) {
    given = holds;
    const opened = await open(browser, "about:blank", options);
    await opened.page.addInitScript(() => {
      globalThis.heard = [];
      for (const name of ["ready", "report", "print", "error"]) {
        addEventListener(`qolhat-${name}`, (event) => globalThis.heard.push([name, event.detail]), true);
      }
    });
    if (first) await opened.page.addInitScript(first);
    opened.page.setDefaultTimeout?.(20_000);
    await opened.page.goto(`${school.address}${host}.html`);
    return opened;
  }

  const stop = async () => {
    school.stop();
    await browser.close();
  };
  return { visit, requests: school.requests, stop };
}

/** The events that the page heard, each with its name and its detail. */
export const heard = (page) => page.evaluate(() => globalThis.heard);

export const widget = (page, n = 0) => page.locator("qolhat-check").nth(n);

/** Opens the checker as a visitor does: by its link. */
export async function opens(page, n = 0) {
  await widget(page, n).locator("a").first().click();
  await widget(page, n).locator("article form").waitFor();
}

/** Goes through the widget to a refusal: an enrolment without the photographs. */
export async function toRefusal(page, n = 0) {
  const here = widget(page, n);
  await here.evaluate((element) => {
    element.package = {
      service: "enrolment",
      region: "karaganda",
      channel: "office",
      visit: "2026-06-10",
      time: "10:00",
      facts: { grade: 1, "six-by-year-end": true, "emergency-restrictions": false },
      documents: ["application", "birth-certificate", "medical-form-065", "medical-form-052-2"]
        .map((document) => ({ document }))
        .concat({ document: "identity-document", expires: "2031-05-17" }),
    };
  });
  for (let n = 0; n < 12 && !(await here.locator(".verdict").count()); n += 1) {
    const before = await here.locator("article h1").textContent();
    await here.locator("article [type=submit]").click();
    await here.evaluate(another, before);
  }
}

/** Runs in the page: waits for a screen with another heading, or for the verdict. */
async function another({ shadowRoot }, before) {
  const there = () => shadowRoot.querySelector(".verdict") || shadowRoot.querySelector("article h1").textContent !== before;
  const end = performance.now() + 20_000;
  while (!there()) {
    if (performance.now() > end) throw new Error(`nothing follows «${before}»`);
    await new Promise(requestAnimationFrame);
  }
}
