// A page of a browser that Playwright does not drive, in the shape of Playwright's, so that one walk serves all browsers.
// Here is as much of that shape as the walks use.
//
// A driver is what each browser brings: `goto`, `reload`, `url`, `title`, `evaluate` (an expression, or a function and its
// argument), `prepare` (a function to run before a page's own scripts), `screenshot`, `pdf`, `press`, `down`, `up` and `type`
// on the keys, and `point`, which presses the mouse somewhere.

import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is yes. */
export async function until(what, ask) {
  const end = Date.now() + 20_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`in vain waited for ${what}`);
    await pause(20);
  }
}

export class Page {
  constructor(driver) {
    this.driver = driver;
    this.keyboard = new Keyboard(driver);
  }

  addInitScript(run) {
    return this.driver.prepare(run);
  }

  // Not the drivers' own, which wait for a document to load where only the fragment changes.
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

  waitForFunction(run, argument) {
    return until(`${run}`, () => this.evaluate(run, argument));
  }

  locator(css) {
    return new Locator(this, [{ css }]);
  }
}

for (const name of ["goto", "reload", "url", "title", "evaluate", "screenshot", "pdf"]) {
  Page.prototype[name] = function (...rest) {
    return this.driver[name](...rest);
  };
}

for (const name of ["check", "click", "fill", "focus", "getAttribute", "inputValue", "isChecked", "textContent"]) {
  Page.prototype[name] = function (css, ...rest) {
    return this.locator(css)[name](...rest);
  };
}

/** Runs in the page: what the steps lead to, each within what the one before found, shadow trees included. */
function find(steps) {
  return steps.reduce(
    (within, { css, at }) => {
      const all = within.flatMap((one) => [one, one.shadowRoot ?? []].flat().flatMap((tree) => [...tree.querySelectorAll(css)]));
      return at === undefined ? all : all.slice(at, at + 1);
    },
    [document],
  );
}

class Locator {
  constructor(page, steps) {
    Object.assign(this, { page, steps, css: steps.map(({ css }) => css).join(" ") });
  }

  first() {
    return this.nth(0);
  }

  nth(at) {
    return new Locator(this.page, this.steps.with(-1, { ...this.steps.at(-1), at }));
  }

  locator(css) {
    return new Locator(this.page, [...this.steps, { css }]);
  }

  // In one message. The driver's own way asks for a handle of each element, which takes it a second on a busy page.
  evaluateAll(run, argument) {
    return this.page.evaluate(`(${run})((${find})(${JSON.stringify(this.steps)}), ${JSON.stringify(argument)})`);
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  allTextContents() {
    return this.evaluateAll((all) => all.map((one) => one.textContent));
  }

  waitFor() {
    return until(this.css, () => this.isVisible());
  }

  isVisible() {
    return this.evaluateAll(([one]) => one?.checkVisibility() ?? false);
  }

  async evaluate(run, argument) {
    await until(this.css, () => this.count());
    return this.page.evaluate(`(${run})((${find})(${JSON.stringify(this.steps)})[0], ${JSON.stringify(argument)})`);
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

  focus() {
    return this.evaluate((one) => one.focus());
  }

  async click() {
    await this.waitFor();
    await this.page.driver.point(await this.evaluate(middle));
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

  // The list that unfolds is the system's own.
  async selectOption(value) {
    await this.waitFor();
    await this.evaluate((one, value) => {
      one.value = value;
      for (const name of ["input", "change"]) one.dispatchEvent(new Event(name, { bubbles: true }));
    }, value);
  }
}

/** Runs in the page: brings an element into the window, and once it stands still gives the middle of its first line. */
async function middle(one) {
  for (let before; ; ) {
    one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const [{ left, top, width, height }] = one.getClientRects();
    const now = { x: left + width / 2, y: top + height / 2 };
    if (before?.x === now.x && before.y === now.y) return now;
    before = now;
    await new Promise(requestAnimationFrame);
  }
}

class Keyboard {
  constructor(driver) {
    this.driver = driver;
  }

  type(text) {
    return this.driver.type(text);
  }

  /** Presses a key, or keys held together such as `Shift+Tab`. */
  async press(keys) {
    const held = keys.split("+");
    const last = held.pop().replace("Space", " ");
    for (const key of held) await this.driver.down(key);
    await this.driver.press(last.length === 1 ? last.toLowerCase() : last);
    for (const key of held.reverse()) await this.driver.up(key);
  }
}
