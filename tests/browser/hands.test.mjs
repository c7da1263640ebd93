// G13: a person comes from the first screen to the printed sheet by keyboard alone, in Chromium and in Firefox, or by touch.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, printed, serve } from "./browser.mjs";
import { launchFirefox, openInFirefox, withoutFirefox } from "./firefox.mjs";
import { byKeyboard, byTouch } from "./hands.mjs";
import { trips } from "./trips.mjs";
import { at, bring, next, say, toResult } from "./walk.mjs";

// Where the window glides after the focus, it could not be told whether the focus is seen.
const still = { reducedMotion: "reduce" };
const ways = [
  {
    way: "by keyboard in Chromium",
    start: launch,
    open: (browser, address) => open(browser, address, still),
    hands: byKeyboard,
  },
  { way: "by keyboard in Firefox", start: launchFirefox, open: openInFirefox, hands: byKeyboard, skip: withoutFirefox },
  {
    way: "by touch on a phone",
    start: launch,
    open: (browser, address) => open(browser, address, { hasTouch: true, viewport: { width: 360, height: 740 } }),
    hands: byTouch,
  },
];

let site;

before(async () => {
  site = await serve();
});

after(() => site?.stop());

for (const { way, start, open, hands, skip } of ways) {
  test(`G13: ${way}`, { skip }, async (t) => {
    const browser = await start();
    t.after(() => browser.close());
    for (const trip of Object.values(trips)) {
      await t.test(`${trip.service}: refused, mended, accepted, printed`, () => journey(browser, { open, hands, trip }));
    }
  });
}

async function journey(browser, { open, hands, trip }) {
  const { page, faults, close } = await open(browser, `${site.address}#/kk/service`);
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
  const [sheet] = await printed(page);
  assert.match(sheet, /Айгүл Серікова/);
  assert.deepEqual(faults, []);
  await close();
}
