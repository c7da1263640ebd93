// WebKit, driven over WebDriver by WebKitGTK's own driver: Playwright does not drive the WebKit that distributions ship. It
// wants a screen, which Xvfb gives it in memory. `apt-get install webkit2gtk-driver xvfb` on Debian.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

import { Page, until } from "./driven.mjs";

const webkit = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";

/** Why nothing can be tested in WebKit here: `cargo xtask test` found none, and has said so. */
export const withoutWebKit = !existsSync(webkit) && "there is no WebKitWebDriver on this machine";

/** Starts a screen. WebKit itself starts with each page, and with it a driver, which drives no more than one. */
export async function launchWebKit() {
  const screen = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const children = [spawn("Xvfb", screen, { stdio: ["ignore", "pipe", "ignore"] })];
  const [display] = await once(createInterface({ input: children[0].stdout }), "line");

  async function start() {
    const port = await free();
    const env = { ...process.env, DISPLAY: `:${display}` };
    children.push(spawn(webkit, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" }));
    const address = `http://127.0.0.1:${port}`;
    await until("WebKit's driver", () => fetch(`${address}/status`).then((answer) => answer.ok, () => false));
    return address;
  }

  async function close() {
    // Without its screen a WebKit that was left open ends too.
    for (const child of children.reverse()) {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }
  }
  return { start, close };
}

async function free() {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * Opens a page in a WebKit of its own. The driver tells nothing of the console: what is noted are errors that nobody caught and
 * breaches of the policy, from when the document is loaded.
 */
export async function openInWebKit(browser, address) {
  const at = await browser.start();
  const { sessionId } = await ask(at, "POST", "/session", { capabilities: { alwaysMatch: {} } });
  const driver = new Driver(`${at}/session/${sessionId}`);
  const [faults, said] = [[], []];
  driver.prepared.push(`(${note})()`);
  const page = new Page(driver);
  await page.goto(address);
  const close = async () => {
    faults.push(...(await driver.evaluate("globalThis.noted")));
    await driver.ask("DELETE", "");
  };
  return { page, faults, said, close };
}

/** Runs in the page: notes what goes wrong. */
function note() {
  globalThis.noted = [];
  addEventListener("error", ({ message }) => globalThis.noted.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => globalThis.noted.push(`error: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    globalThis.noted.push(`policy: ${effectiveDirective} ${blockedURI}`);
  });
}

async function ask(address, method, path, body) {
  const answer = await fetch(address + path, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** The names of keys by WebDriver. */
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C",
  End: "\uE010", Home: "\uE011", ArrowUp: "\uE013", ArrowDown: "\uE015", Delete: "\uE017",
};

class Driver {
  prepared = [];

  constructor(address) {
    this.address = address;
  }

  ask(method, path, body) {
    return ask(this.address, method, path, body);
  }

  async goto(url) {
    await this.ask("POST", "/url", { url });
    for (const run of this.prepared) await this.evaluate(run);
  }

  // Nothing can be run before a page's own scripts: right after them it must be soon enough.
  async prepare(run) {
    this.prepared.push(`(${run})()`);
  }

  async reload() {
    await this.ask("POST", "/refresh", {});
    for (const run of this.prepared) await this.evaluate(run);
  }

  url() {
    return this.evaluate("location.href");
  }

  title() {
    return this.ask("GET", "/title");
  }

  async evaluate(run, argument) {
    const expression = typeof run === "function" ? `(${run})(${JSON.stringify(argument)})` : run;
    // As text: old scripts put names of theirs on every object, on which the driver's own way founders.
    const script = `const [done] = arguments;
      (async () => (${expression}))().then((value) => done(JSON.stringify({ value })), (why) => done(JSON.stringify({ why: String(why) })));`;
    const { value, why } = JSON.parse(await this.ask("POST", "/execute/async", { script, args: [] }));
    if (why) throw new Error(why);
    return value;
  }

  async screenshot({ path } = {}) {
    const png = Buffer.from(await this.ask("GET", "/screenshot"), "base64");
    if (path) await writeFile(path, png);
    return png;
  }

  down(key) {
    return this.#keys([{ type: "keyDown", value: KEYS[key] ?? key }]);
  }

  up(key) {
    return this.#keys([{ type: "keyUp", value: KEYS[key] ?? key }]);
  }

  press(key) {
    return this.type([key]);
  }

  type(text) {
    const strokes = (key) => ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] ?? key }));
    return this.#keys([...text].flatMap(strokes));
  }

  #keys(actions) {
    return this.ask("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  }

  point({ x, y }) {
    const to = { type: "pointerMove", x: Math.round(x), y: Math.round(y) };
    const actions = [to, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    return this.ask("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
  }
}
