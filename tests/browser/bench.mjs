// Times the engine in the page, warm, and prints it beside the native figures.
//
// node bench.mjs FOLDER — the folder where criterion left its estimates.

import { readFile } from "node:fs/promises";
import path from "node:path";

import { launch, open, serve } from "./browser.mjs";

/** What is timed: the native benchmark's name, and the export of the engine that does the same in the page. */
const TIMED = [{ native: "condition", exported: "version" }];

const [, , criterion] = process.argv;

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site.address);
  console.log("benchmark            native, µs  browser, µs  ratio");
  for (const { native, exported } of TIMED) {
    const here = await nativeMedian(native);
    const there = await page.evaluate(browserMedian, exported);
    const columns = [here.toFixed(2).padStart(10), there.toFixed(2).padStart(11), (there / here).toFixed(1).padStart(5)];
    console.log(`${native.padEnd(20)} ${columns.join("  ")}`);
  }
} finally {
  await browser.close();
  site.stop();
}

/** Reads the median in microseconds. */
async function nativeMedian(name) {
  const file = path.join(criterion, name, "new", "estimates.json");
  return JSON.parse(await readFile(file, "utf8")).median.point_estimate / 1000;
}

/** Runs in the page: the median over batches, in microseconds a call. The browser's clock is too coarse for one call. */
async function browserMedian(exported) {
  const engine = await import("/qolhat.js");
  await engine.default();
  const call = engine[exported];
  const batch = (calls) => {
    const begin = performance.now();
    for (let n = 0; n < calls; n += 1) call();
    return performance.now() - begin;
  };
  let calls = 1;
  while (batch(calls) < 20) calls *= 2;
  const times = Array.from({ length: 25 }, () => batch(calls) / calls).sort((a, b) => a - b);
  return times[12] * 1000;
}
