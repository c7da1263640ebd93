// Times what a person with a slow phone waits for: a processor four times slower than this one, no network between.
//
// Two medians per service: from the address to the first screen that can be used, and from the last click to the verdict
// on the screen.

import { launch, open, serve } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { toResult } from "./walk.mjs";

const SLOWER = 4;
const TIMES = 5;

const site = await serve();
const browser = await launch();
try {
  console.log(`on a processor ${SLOWER} times slower: median   to the first screen, ms  from the last click to the verdict, ms`);
  for (const trip of Object.values(trips)) {
    const times = [];
    for (let n = 0; n < TIMES; n += 1) times.push(await timed(trip));
    const columns = ["screen", "verdict"].map((what) => median(times.map((time) => time[what])).toFixed(0));
    console.log(`${trip.service.padEnd(44)} ${columns[0].padStart(25)} ${columns[1].padStart(41)}`);
  }
} finally {
  await browser.close();
  site.stop();
}

async function timed(trip) {
  const { page, close } = await open(browser, "about:blank");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(watch);
  await page.goto(`${site.address}#/ru/service`);
  await page.waitForSelector("main form");
  await toResult(page, trip);
  await page.waitForFunction(() => globalThis.seen.verdict > 0 && globalThis.seen.verdict < Infinity);
  const { screen, verdict, click } = await page.evaluate(() => globalThis.seen);
  await close();
  return { screen, verdict: verdict - click };
}

/** Runs in the page: notes when the form and the verdict are first on the screen, and the last click before it. */
function watch() {
  const seen = { screen: 0, verdict: 0, click: 0 };
  globalThis.seen = seen;
  const noteOnce = (what, selector) => {
    if (!seen[what] && document.querySelector(selector)) {
      seen[what] = Infinity;
      // The second frame begins once the first is painted.
      requestAnimationFrame(() => requestAnimationFrame(() => (seen[what] = performance.now())));
    }
  };
  new MutationObserver(() => {
    noteOnce("screen", "main form");
    noteOnce("verdict", "main [data-verdict]");
  }).observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener("click", () => seen.verdict || (seen.click = performance.now()), true);
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
