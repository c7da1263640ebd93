// Firefox, driven over WebDriver BiDi: Playwright does not drive the Firefox that distributions ship.

import puppeteer from "puppeteer-core";

import { Page } from "./driven.mjs";

const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Why nothing can be tested in Firefox here: `cargo xtask test` found none, and has said so. */
export const withoutFirefox = firefox === "" && "there is no Firefox on this machine";

/** Starts Firefox: the one in the variable FIREFOX, or Debian's. */
export function launchFirefox() {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    extraPrefsFirefox: { "ui.prefersReducedMotion": 1 },
  });
}

/** Opens a page in a context of its own, and notes its faults, as `open` does in Chromium. */
export async function openInFirefox(browser, address, { viewport = { width: 1280, height: 720 } } = {}) {
  const context = await browser.createBrowserContext();
  const inner = await context.newPage();
  await inner.setViewport(viewport);
  const [faults, said] = [[], []];
  inner.on("console", (message) => {
    said.push(message.text());
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  inner.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  inner.on("requestfailed", (request) => faults.push(`request: ${request.url()}`));
  await inner.exposeFunction("noteBreach", (breach) => faults.push(`policy: ${breach}`));
  await inner.evaluateOnNewDocument(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.noteBreach(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const page = new Page(driver(inner));
  await page.goto(address);
  return { page, faults, said, close: () => context.close() };
}

function driver(inner) {
  const { keyboard, mouse } = inner;
  const own = Object.fromEntries(
    ["goto", "reload", "url", "title", "evaluate", "screenshot", "pdf"].map((name) => [name, inner[name].bind(inner)]),
  );
  const keys = Object.fromEntries(["press", "down", "up", "type"].map((name) => [name, keyboard[name].bind(keyboard)]));
  const [prepare, point] = [inner.evaluateOnNewDocument.bind(inner), ({ x, y }) => mouse.click(x, y)];
  return { ...own, ...keys, prepare, point };
}
