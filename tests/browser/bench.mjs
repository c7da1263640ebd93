// Times one check in the browser, warm, and prints it beside the native figure.
//
// node bench.mjs FOLDER — the folder where criterion left its estimates of the native benchmark `check`.
// The site served has the engine with its boundary to JavaScript: a plain object in, a plain object out.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { launch, open, serve } from "./browser.mjs";

const [, , criterion] = process.argv;
const examples = path.resolve(import.meta.dirname, "../../examples");

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site.address);
  console.log("one check, warm: median                native, µs  browser, µs  ratio");
  for (const file of (await readdir(examples)).filter((name) => name.endsWith(".json")).sort()) {
    const request = JSON.parse(await readFile(path.join(examples, file), "utf8"));
    const name = path.basename(file, ".json");
    const here = await nativeMedian(name);
    const there = await page.evaluate(browserMedian, request);
    const columns = [here.toFixed(1).padStart(10), there.toFixed(1).padStart(11), (there / here).toFixed(1).padStart(5)];
    console.log(`${name.padEnd(38)} ${columns.join("  ")}`);
  }
} finally {
  await browser.close();
  site.stop();
}

/** Reads the median in microseconds. */
async function nativeMedian(name) {
  const file = path.join(criterion, "check", name, "new", "estimates.json");
  return JSON.parse(await readFile(file, "utf8")).median.point_estimate / 1000;
}

/** Runs in the page: the median of batches, in microseconds a check. The browser's clock is too coarse for one check. */
async function browserMedian(request) {
  const engine = await import("/qolhat.js");
  await engine.default();
  const bytes = async (name) => new Uint8Array(await (await fetch(`/law/${name}.qolhat`)).arrayBuffer());
  const checker = new engine.Checker(await bytes(request.service), await bytes("calendar"));
  const answer = checker.check(request, request.visit);
  if (answer.type !== "success") throw new Error(JSON.stringify(answer));
  const batch = (calls) => {
    const begin = performance.now();
    for (let n = 0; n < calls; n += 1) checker.check(request, request.visit);
    return performance.now() - begin;
  };
  let calls = 1;
  while (batch(calls) < 20) calls *= 2;
  const times = Array.from({ length: 25 }, () => batch(calls) / calls).sort((a, b) => a - b);
  return times[12] * 1000;
}
