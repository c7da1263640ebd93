// A person's way through the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, open, printed, screen, serve } from "./browser.mjs";

let site;
let browser;

before(async () => {
  [site, browser] = await Promise.all([serve(), launch()]);
});

after(async () => {
  await browser?.close();
  site?.stop();
});

test("without script the page is headed and lists the services", async () => {
  const { page, faults, close } = await open(browser, site.address, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Қолхат");
  const listed = await page.getByRole("listitem").allTextContents();
  assert.ok(listed.some((service) => service.includes("телнұсқа")), `a duplicate of a certificate is listed: ${listed}`);
  assert.deepEqual(faults, []);
  await close();
});

test("with script the page starts without an error and within its policy", async () => {
  const { page, faults, close } = await open(browser, site.address);
  await page.waitForLoadState("networkidle");
  assert.ok(site.requests.includes("GET /qolhat_bg.wasm"), "the engine is loaded");
  assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Қолхат");
  assert.deepEqual(faults, []);
  await screen(page, "start");
  await close();
});

test("the page prints with Kazakh letters", async () => {
  const { page, close } = await open(browser, site.address);
  const [sheet] = await printed(page);
  assert.match(sheet, /Қолхат/);
  await close();
});
