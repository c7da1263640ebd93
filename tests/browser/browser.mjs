// What every journey needs: the site served, Chromium, and what the page does in it noted down.

import { execFile, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { chromium } from "playwright-core";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../..");

/** The folder of the built site. */
export const built = process.env.QOLHAT_SITE ?? path.join(root, "dist", "site");

/**
 * Serves the built site on a free port. `requests` grows by a line such as `GET /start.js` as the server hears it.
 *
 * `cargo xtask test` names the server and the site; run by hand, the site last built by `cargo xtask build` is served.
 */
export async function serve(site = built) {
  const xtask = process.env.QOLHAT_XTASK ? [process.env.QOLHAT_XTASK] : ["cargo", "xtask"];
  const [program, ...words] = [...xtask, "serve", "--port", "0", "--log", "--site", site];
  const server = spawn(program, words, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const requests = [];
  const address = await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", () => reject(new Error("the server ended before it gave its address")));
    createInterface({ input: server.stdout }).on("line", (line) => {
      if (line.startsWith("http://")) resolve(line);
      else requests.push(line);
    });
  });
  return { address, requests, stop: () => server.kill() };
}

/**
 * Serves the site as `serve` does, and beside it opens a second origin, for counting what leaves a page.
 *
 * `elsewhere` is the address of that second origin, which gladly takes whatever is sent: requests of every method from any
 * origin, WebSockets, and datagrams on the same port (what WebRTC would send). `mark()` begins to count, and gives a
 * function that tells what was heard since: `{ here, elsewhere }`, a line for each request, such as `POST /leak`.
 */
export async function serveCounted(folder = built) {
  const [site, other] = await Promise.all([serve(folder), listenElsewhere()]);
  const mark = () => {
    const [here, there] = [site.requests.length, other.heard.length];
    return () => ({ here: site.requests.slice(here), elsewhere: other.heard.slice(there) });
  };
  const stop = () => {
    site.stop();
    other.stop();
  };
  return { address: site.address, requests: site.requests, elsewhere: other.address, mark, stop };
}

async function listenElsewhere() {
  const heard = [];
  const note = (request) => heard.push(`${request.method} ${request.url}`);
  const server = createServer((request, answer) => {
    note(request);
    answer.writeHead(200, { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" }).end();
  });
  server.on("upgrade", (request, socket) => {
    note(request);
    socket.destroy();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address();
  const datagrams = createSocket("udp4", () => heard.push("datagram"));
  datagrams.bind(port, "127.0.0.1");
  await once(datagrams, "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
    datagrams.close();
  };
  return { address: `http://127.0.0.1:${port}/`, heard, stop };
}

/** Starts Chromium: the one in the variable CHROMIUM, or on the PATH. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--no-first-run",
    ],
  });
}

/**
 * Opens a page in a context of its own. `faults` grows by each error on the console, error that nobody caught, breach of
 * the security policy, and request that failed; a journey ends with it empty. `said` grows by each line on the console. No
 * worker keeps the site unless it is asked for (`serviceWorkers: "allow"`): it would answer in place of the server that a
 * test looks at.
 */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const [faults, said] = [[], []];
  page.on("console", (message) => {
    said.push(message.text());
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // What was still on its way when one went on to another page is no fault.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`request: ${request.url()}`);
  });
  await page.exposeBinding("noteBreach", (_, breach) => faults.push(`policy: ${breach}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.noteBreach(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(address);
  return { page, faults, said, close: () => context.close() };
}

/** Serves a copy of the site with files altered, each by a function of its text, to a person at its page. */
export async function altered(browser, files, walk) {
  const folder = await mkdtemp(path.join(tmpdir(), "qolhat-"));
  await cp(built, folder, { recursive: true });
  for (const [file, alter] of Object.entries(files)) {
    await writeFile(path.join(folder, file), alter(await readFile(path.join(folder, file), "utf8")));
  }
  const other = await serve(folder);
  const { page, faults, close } = await open(browser, other.address);
  try {
    await walk(page, faults);
  } finally {
    await close();
    other.stop();
    await rm(folder, { recursive: true });
  }
}

/** Prints a page to PDF, on the paper it asks for, and gives the text of each sheet. */
export async function printed(page) {
  const folder = await mkdtemp(path.join(tmpdir(), "qolhat-"));
  try {
    const file = path.join(folder, "page.pdf");
    await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
    const { stdout } = await run(process.env.PDFTOTEXT ?? "pdftotext", ["-layout", file, "-"]);
    return stdout.split("\f").slice(0, -1);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Takes a picture of the whole page into the folder that the variable QOLHAT_SCREENS names; none where it does not. */
export async function screen(page, name) {
  const folder = process.env.QOLHAT_SCREENS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
