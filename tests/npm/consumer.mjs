// A developer's project: an empty folder, the packed tarball installed into it as anybody would, and twenty questions.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";

import { open as inChromium } from "../browser/browser.mjs";

const run = promisify(execFile);

/** What `cargo xtask test npm` built. */
export const tarball = process.env.QOLHAT_TARBALL ?? path.resolve(import.meta.dirname, "../../dist/qolhat-0.1.0.tgz");
const file = process.env.QOLHAT_QUESTIONS ?? path.resolve(import.meta.dirname, "../../target/npm-questions.json");

/** Twenty packages of the law's cases with the report that the engine, natively, makes of each. */
export const questions = JSON.parse(await readFile(file, "utf8"));

/** All that a project needs to answer them; `answers()` gives the JSON. */
export const ASKED = {
  "questions.js": `export default ${JSON.stringify(questions.map(({ package: given, day }) => ({ given, day })))};\n`,
  "asked.js": `
    import { check } from "qolhat";
    import questions from "./questions.js";
    export async function answers() {
      const answers = [];
      for (const { given, day } of questions) answers.push(await check(given, { day }));
      return JSON.stringify(answers);
    }`,
};

/** A page that answers them. */
export const PAGE = {
  ...ASKED,
  "index.html": `<!doctype html><title>q</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>`,
  "main.js": `
    import { answers } from "./asked.js";
    answers().then((json) => (globalThis.answers = json), (why) => (globalThis.answers = String(why)));`,
};

/** Makes a project under `at`, where the tools that it uses are found. */
export async function project(name, files, { at = import.meta.dirname, ...about } = {}) {
  const folder = path.join(at, "run", name);
  await rm(folder, { recursive: true, force: true });
  const all = { "package.json": JSON.stringify({ name, private: true, type: "module", ...about }), ...files };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  const quiet = ["--no-audit", "--no-fund"];
  if (files["package-lock.json"]) await command("npm", ["install", "--no-save", "--prefer-offline", ...quiet], folder);
  await command("npm", ["install", "--offline", "--no-save", ...quiet, tarball], folder);
  return folder;
}

/** Runs a command in a project and gives what it says. */
export async function command(program, words, folder, env = {}) {
  const options = { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 1 << 27, shell: process.platform === "win32" };
  try {
    return (await run(program, words, options)).stdout;
  } catch (error) {
    throw new Error(`${program} ${words.join(" ")}\n${error.stdout}\n${error.stderr}`);
  }
}

/** A tool of npm that lies beside these tests. */
export const tool = (name, at = import.meta.dirname) => path.join(at, "node_modules", ".bin", name);

/** That the JSON is what the engine says natively, to the letter. */
export function asNatively(json) {
  const expected = JSON.stringify(questions.map(({ report }) => ({ type: "success", report })));
  if (json === expected) return;
  // The difference is told by the values; equal values in another order would be a fault too.
  assert.deepEqual(JSON.parse(json), JSON.parse(expected));
  assert.fail("the same values, but written otherwise");
}

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

/**
 * Serves a folder. Where there is no file, it answers as many servers do: with a page. `requests` grows by each path.
 */
export async function serve(folder, headers = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    if (pathname === "/missing.wasm") return response.writeHead(404).end("nothing");
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const body = await readFile(path.join(folder, name)).catch(() => undefined);
    const kind = body ? (KINDS[path.extname(name)] ?? "text/plain") : "text/html";
    response.writeHead(200, { "content-type": `${kind}; charset=utf-8`, ...headers });
    response.end(body ?? "<!doctype html><p>Not here</p>");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => (server.closeAllConnections(), server.close());
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, stop };
}

/** Opens a page of a folder and gives what it leaves in `globalThis.answers`; anything said on its console is a fault. */
export async function answersOf(browser, folder, { headers, page: name = "", quiet = true, open = inChromium } = {}) {
  const server = await serve(folder, headers);
  let opened;
  try {
    opened = await open(browser, server.address + name);
    const { page, faults } = opened;
    await page.waitForFunction(() => Boolean(globalThis.answers));
    const answers = await page.evaluate(() => globalThis.answers);
    const said = [...opened.said, ...faults.filter((fault) => !fault.startsWith("console: "))];
    if (quiet) assert.deepEqual(said, []);
    return { answers, requests: server.requests, said };
  } finally {
    await opened?.close();
    server.stop();
  }
}
