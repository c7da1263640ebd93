// G13: a person comes from the first screen to the printed sheet by keyboard alone, in each browser, or by touch.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { built, printed, serve } from "./browser.mjs";
import { chromium, firefox, webkit } from "./browsers.mjs";
import { byKeyboard, byTouch } from "./hands.mjs";
import { trips } from "./trips.mjs";
import { at, bring, next, say, toResult } from "./walk.mjs";

// Where the window glides after the focus, it could not be told whether the focus is seen.
const still = { reducedMotion: "reduce" };
const phone = { hasTouch: true, viewport: { width: 360, height: 740 } };
const all = Object.values(trips);
const file = pathToFileURL(path.join(built, "qolhat.html")).href;
// WebKit is not told to print: what would be printed is read on the screen.
const shown = async (page) => [await page.locator(".sheet").textContent()];
const ways = [
  { way: "by keyboard", browser: chromium, hands: byKeyboard, options: still },
  { way: "by keyboard", browser: firefox, hands: byKeyboard },
  { way: "by keyboard", browser: webkit, hands: byKeyboard, journeys: [trips.enrolment], paper: shown },
  { way: "by keyboard, with nothing but the single file,", browser: webkit, hands: byKeyboard, address: file, journeys: [trips.duplicates], paper: shown },
  { way: "by touch on a phone", browser: chromium, hands: byTouch, options: phone },
];

let site;

before(async () => {
  site = await serve();
});

after(() => site?.stop());

for (const { way, browser, journeys = all, ...how } of ways) {
  test(`G13: ${way} in ${browser.name}`, { skip: browser.skip }, async (t) => {
    const started = await browser.start();
    t.after(() => started.close());
    const open = (...what) => browser.open(started, ...what);
    for (const trip of journeys) {
      await t.test(`${trip.service}: refused, mended, accepted, printed`, () => journey(open, trip, how));
    }
  });
}

async function journey(open, trip, { hands, options, address = site.address, paper = printed }) {
  const { page, faults, close } = await open(`${address}#/kk/service`, options);
  await page.waitForSelector("main form");
  const walker = hands(page);
  await toResult(walker, trip, { without: [trip.forgotten] });
  assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "refused");
  await walker.click("a.back");
  await at(page, "papers");
  await bring(walker, trip.forgotten, trip.papers[trip.forgotten]);
  await next(walker, "result");
  assert.equal(await page.locator(".verdict").getAttribute("data-verdict"), "accepted");
  await walker.click(".actions a.main");
  await at(page, "print");
  await say(walker, "person", "Айгүл Серікова");
  await page.keyboard.press("Tab");
  const [sheet] = await paper(page);
  assert.match(sheet, /Айгүл Серікова/);
  await close();
  assert.deepEqual(faults, []);
}
