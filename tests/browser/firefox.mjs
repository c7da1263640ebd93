// Firefox, driven over WebDriver BiDi, in the shape of Playwright's page: Playwright does not drive the Firefox that
// distributions ship. Here is as much of that shape as the walks use, so that one walk serves both browsers.

import { setTimeout as pause } from "node:timers/promises";

import puppeteer from "puppeteer-core";

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
  const faults = [];
  inner.on("console", (message) => {
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
  const page = new Page(inner);
  await page.goto(address);
  return { page, faults, close: () => context.close() };
}

/** Asks again and again until the answer is yes. */
async function until(what, ask) {
  const end = Date.now() + 20_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`in vain waited for ${what}`);
    await pause(20);
  }
}

class Page {
  constructor(inner) {
    this.inner = inner;
    this.keyboard = new Keyboard(inner.keyboard);
  }

  goto(address) {
    return this.inner.goto(address);
  }

  url() {
    return this.inner.url();
  }

  title() {
    return this.inner.title();
  }

  evaluate(run, argument) {
    return this.inner.evaluate(run, argument);
  }

  reload() {
    return this.inner.reload();
  }

  // Not the driver's own, which wait for a document to load where only the fragment changes.
  async goBack() {
    await this.evaluate(() => history.back());
  }

  async goForward() {
    await this.evaluate(() => history.forward());
  }

  waitForURL(pattern) {
    return until(`the address ${pattern}`, async () => pattern.test(await this.evaluate(() => location.href)));
  }

  waitForSelector(css) {
    return this.locator(css).waitFor();
  }

  screenshot(options) {
    return this.inner.screenshot(options);
  }

  pdf(options) {
    return this.inner.pdf(options);
  }

  locator(css) {
    return new Locator(this, css);
  }
}

for (const name of ["check", "click", "fill", "focus", "getAttribute", "inputValue", "isChecked", "textContent"]) {
  Page.prototype[name] = function (css, ...rest) {
    return this.locator(css)[name](...rest);
  };
}

class Locator {
  constructor(page, css, at) {
    Object.assign(this, { page, css, at });
  }

  first() {
    return this.nth(0);
  }

  nth(at) {
    return new Locator(this.page, this.css, at);
  }

  // In one message. The driver's own way asks for a handle of each element, which takes it a second on a busy page.
  evaluateAll(run, argument) {
    const given = [this.css, argument].map((one) => JSON.stringify(one));
    return this.page.evaluate(`(${run})([...document.querySelectorAll(${given[0]})], ${given[1]})`);
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  allTextContents() {
    return this.evaluateAll((all) => all.map((one) => one.textContent));
  }

  waitFor() {
    const visible = (all, at) => all[at]?.checkVisibility() ?? false;
    return until(this.css, () => this.evaluateAll(visible, this.at ?? 0));
  }

  async evaluate(run, argument) {
    const [given, at] = [JSON.stringify(argument), this.at ?? 0];
    await until(this.css, async () => (await this.count()) > at);
    return this.page.evaluate(`(${run})(document.querySelectorAll(${JSON.stringify(this.css)})[${at}], ${given})`);
  }

  async element() {
    const handle = await this.page.inner.evaluateHandle((css, at) => document.querySelectorAll(css)[at], this.css, this.at ?? 0);
    return handle.asElement();
  }

  getAttribute(name) {
    return this.evaluate((one, name) => one.getAttribute(name), name);
  }

  textContent() {
    return this.evaluate((one) => one.textContent);
  }

  inputValue() {
    return this.evaluate((one) => one.value);
  }

  isChecked() {
    return this.evaluate((one) => one.checked);
  }

  isVisible() {
    return this.evaluateAll((all, at) => all[at]?.checkVisibility() ?? false, this.at ?? 0);
  }

  focus() {
    return this.evaluate((one) => one.focus());
  }

  async click() {
    await this.waitFor();
    await (await this.element()).click();
  }

  async check() {
    if (!(await this.isChecked())) await this.click();
    await until(`${this.css} to be ticked`, () => this.isChecked());
  }

  async fill(text) {
    await this.focus();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }

  async selectOption(value) {
    await this.waitFor();
    await (await this.element()).select(value);
  }
}

class Keyboard {
  constructor(inner) {
    this.inner = inner;
  }

  type(text) {
    return this.inner.type(text);
  }

  /** Presses a key, or keys held together such as `Shift+Tab`. */
  async press(keys) {
    const held = keys.split("+");
    const last = held.pop().replace("Space", " ");
    for (const key of held) await this.inner.down(key);
    await this.inner.press(last.length === 1 ? last.toLowerCase() : last);
    for (const key of held.reverse()) await this.inner.up(key);
  }
}
