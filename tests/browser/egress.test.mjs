// G1: nothing that is typed leaves the browser. What is counted is what servers hear, not what the browser says it sent.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { built, launch, open, serveCounted } from "./browser.mjs";
import { trips } from "./trips.mjs";
import { at, say, toResult } from "./walk.mjs";

let site;
let browser;
let files;

before(async () => {
  [site, browser, files] = await Promise.all([serveCounted(), launch(), shipped()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

/** The addresses of the files that the site is made of. */
async function shipped() {
  const entries = await readdir(built, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const address = ({ parentPath, name }) => path.posix.join("/", ...path.relative(built, parentPath).split(path.sep), name);
  // A folder stands for its page.
  return new Set(files.map(address).flatMap((file) => [file, file.replace(/index\.html$/, "")]));
}

for (const trip of Object.values(trips)) {
  test(`G1: from the first screen to the sheet of ${trip.service}, only files of the site are asked for`, async () => {
    const { page, faults, close } = await open(browser, `${site.address}#/kk/service`, { serviceWorkers: "allow" });
    await page.waitForSelector("main form");
    await page.waitForLoadState("networkidle");
    const heard = site.mark();
    await toResult(page, trip);
    await page.click("#lang-ru");
    await page.click(".actions a.main");
    await at(page, "print");
    await say(page, "person", "Айгүл Серікова");
    await say(page, "iin", "910228400036");
    await page.keyboard.press("Tab");
    await page.waitForLoadState("networkidle");
    const { here, elsewhere } = heard();
    assert.deepEqual(elsewhere, []);
    // A file of the site is named without a question mark, so that nothing of a person can be in its address.
    assert.deepEqual(here.filter((line) => !line.startsWith("GET ") || !files.has(line.slice(4))), []);
    assert.deepEqual(faults, [], "no breach of the policy, no request that failed");
    await close();
  });
}

test("the second origin hears whatever is sent to it", async () => {
  const { page, close } = await open(browser, site.elsewhere);
  const heard = site.mark();
  await page.evaluate(async (address) => {
    await fetch(`${address}fetched`, { method: "POST", body: "name" });
    navigator.sendBeacon(`${address}beacon`, "name");
    await new Promise((ended) => {
      new WebSocket(`${address.replace("http", "ws")}socket`).onclose = ended;
    });
    const call = new RTCPeerConnection({ iceServers: [{ urls: address.replace("http://", "stun:").replace("/", "") }] });
    call.createDataChannel("name");
    await call.setLocalDescription(await call.createOffer());
  }, site.elsewhere);
  for (const line of ["POST /fetched", "POST /beacon", "GET /socket", "datagram"]) {
    while (!heard().elsewhere.includes(line)) await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.deepEqual(heard().here, []);
  await close();
});
