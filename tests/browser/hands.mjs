// The hands a person walks with. A walk says what is chosen, typed and pressed; the hands say how.

import assert from "node:assert/strict";

/** A page on which all is done with the keys: Tab, arrows, Space, Enter, letters. Says where the focus is not to be seen. */
export function byKeyboard(page) {
  const reach = (control) => reached(page, control);
  return withHands(page, {
    async check(control) {
      await reach(control);
      // Within a group of radio buttons the arrows lead from one to the next, and choose it.
      for (let n = 0; n < 100 && !(await control.evaluate(hasFocus)); n += 1) await page.keyboard.press("ArrowDown");
      if (!(await control.isChecked())) await page.keyboard.press("Space");
      assert.ok(await control.isChecked(), `${await control.evaluate((one) => one.name)} is not chosen`);
    },
    async fill(control, text) {
      await reach(control);
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      await page.keyboard.type(text);
    },
    async selectOption(control, value) {
      await reach(control);
      const options = await control.evaluate((one) => one.options.length);
      await page.keyboard.press("Home");
      for (let n = 0; n < options && (await control.inputValue()) !== value; n += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await control.inputValue(), value);
    },
    async click(control) {
      await reach(control);
      const space = await control.evaluate((one) => one.matches("input"));
      await page.keyboard.press(space ? "Space" : "Enter");
    },
  });
}

/** A page on which all is done with a finger; letters are typed. The browser must have been opened with `hasTouch`. */
export function byTouch(page) {
  return withHands(page, {
    async check(control) {
      if (!(await control.isChecked())) await control.tap();
    },
    async fill(control, text) {
      await control.tap();
      await control.fill("");
      await page.keyboard.type(text);
    },
    // The list that unfolds is the system's own.
    selectOption: (control, value) => control.selectOption(value),
    click: (control) => control.tap(),
  });
}

/** The page and what is found on it, with some of their methods done by other hands. */
export function withHands(page, hands) {
  const bound = (target, name) => (typeof target[name] === "function" ? target[name].bind(target) : target[name]);
  const control = (locator) =>
    new Proxy(locator, {
      get(target, name) {
        if (name in hands) return (...rest) => hands[name](target, ...rest);
        if (name === "first" || name === "nth") return (...rest) => control(target[name](...rest));
        return bound(target, name);
      },
    });
  return new Proxy(page, {
    get(target, name) {
      if (name in hands) return (css, ...rest) => hands[name](target.locator(css).first(), ...rest);
      if (name === "locator") return (css) => control(target.locator(css));
      return bound(target, name);
    },
  });
}

const hasFocus = (one) => one === document.activeElement;

/** Goes on with Tab, or back with Shift+Tab, until the control or one of its group has the focus. */
async function reached(page, control) {
  await control.waitFor();
  const key = await control.evaluate(lies);
  const passed = [];
  while (key !== "here" && passed.length < 200) {
    await page.keyboard.press(key);
    const { name, hidden, there } = await control.evaluate(focus);
    assert.equal(hidden, false, `WCAG 2.4.11: ${name} has the focus and cannot be seen`);
    if (there) return;
    passed.push(name);
  }
  if (key === "here") return;
  assert.fail(`${key} does not lead to ${await control.evaluate((one) => one.outerHTML)}, but to ${passed.join(", ")}`);
}

/** Which key leads to a control. Beyond the last control is the browser's own window, where the keys are not ours. */
function lies(one) {
  const here = document.activeElement;
  if (here === one || (one.type === "radio" && here.name === one.name)) return "here";
  return one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING ? "Shift+Tab" : "Tab";
}

/**
 * What has the focus, whether that is the control or one of its group, and whether no part of it is to be seen: it is outside
 * the window, or something lies over it.
 */
async function focus(one) {
  // The window follows the focus with the next frame.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const here = document.activeElement;
  const there = here === one || (one.type === "radio" && here.type === "radio" && here.name === one.name);
  const name = `${here.localName}${here.id ? `#${here.id}` : ""}`;
  if (here === document.body) return { name, hidden: false, there };
  const label = here.labels?.[0];
  const parts = [0.1, 0.5, 0.9];
  const seen = (box) =>
    parts.some((x) =>
      parts.some((y) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top !== null && (here.contains(top) || label?.contains(top));
      }),
    );
  return { name, hidden: ![...here.getClientRects()].some(seen), there };
}
